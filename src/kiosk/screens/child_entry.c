/* child_entry.c - a child chooses: pictures and a voice, or reading (mock-up 08a). No age, no name:
 * only how it wants to use this screen. */
#include "board.h"
#include "lengths.h"
#include "parts.h"
#include "screens.h"

/* A kiosk without sound promises no voice. */
static void young(const View *view)
{
    bool speaks = view->app->setup.audio;
    TextKey text = speaks ? TEXT_CHILD_ENTRY_YOUNG : TEXT_CHILD_ENTRY_PICTURES;

    board_tile(view, (BoardTile){0, "young", speaks ? "plaatjes-en-stem" : "plaatjes", NULL,
                                 HUE_SUN, view_text(view, text), TYPE_FEELING});
}

void child_entry_view(const View *view)
{
    board_open(view,
               (BoardStage){.title = view_text(view, TEXT_CHILD_ENTRY_TITLE),
                            .type = TYPE_LETTER,
                            .picture = "stip-happy-wave",
                            .caption = " ",
                            .hue = HUE_SUN,
                            .title_below = true},
               2);
    young(view);
    board_tile(view, (BoardTile){1, "reading", "zelf-lezen", NULL, HUE_SKY,
                                 view_text(view, TEXT_CHILD_ENTRY_READING), TYPE_FEELING});
    board_go(view, 2, U_CHILD_GO_H);
    board_close(view);
}
