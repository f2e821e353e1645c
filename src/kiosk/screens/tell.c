/* tell.c - a child tells how school is, with pictures and without a name: a face, what it is about,
 * sentences to tap. In the young register a tap speaks and outlines, one large check goes on; in
 * the reading register a face or a subject goes on by itself, and own words can be typed. */
#include "board.h"
#include "board_pages.h"
#include "lengths.h"
#include "parts.h"
#include "screens.h"
#include "share_parts.h"

enum { FACE_COLUMNS = 3, ABOUT_COLUMNS = 4, SAY_COLUMNS = 3 };

static const ThemeHue HUES[] = {HUE_SUN, HUE_SKY, HUE_PETROL, HUE_LEAF, HUE_PLUM, HUE_CORAL};

static ThemeHue hue_of(int index)
{
    return HUES[index % (int)(sizeof HUES / sizeof HUES[0])];
}

/* ---- a face ------------------------------------------------------------------------------ */

void tell_mood_view(const View *view)
{
    int picked = view->app->visitor.picked;
    int mood = SIGNAL_MOOD_MAX + 1 - picked;

    board_open(view,
               (BoardStage){.title = view_text(view, TEXT_TELL_MOOD),
                            .type = TYPE_CHILD_TITLE,
                            .picture = picked == 0 ? board_host(view, "stip-listen-ear")
                                                   : share_parts_face(mood),
                            .caption = picked == 0 ? NULL : share_parts_mood(view, mood),
                            .hue = HUE_PLUM},
               FACE_COLUMNS);
    for (int i = 0; i < SIGNAL_MOOD_MAX; i++) {
        board_tile(view, (BoardTile){i, ui_format(view->ui, "mood.%d", SIGNAL_MOOD_MAX - i),
                                     share_parts_face(SIGNAL_MOOD_MAX - i), NULL, hue_of(i),
                                     share_parts_mood(view, SIGNAL_MOOD_MAX - i), TYPE_TILE_WIDE});
    }
    board_go(view, 1, 0);
    board_close(view);
}

/* ---- what it is about -------------------------------------------------------------------- */

void tell_topic_view(const View *view)
{
    int picked = view->app->visitor.picked;
    int count = board_count(view, "child-about");

    board_open(view,
               (BoardStage){
                   .title = view_text(view, TEXT_ASK_ABOUT),
                   .type = TYPE_CHILD_TITLE,
                   .picture = picked == 0 ? board_host(view, "stip-listen-ear")
                                          : board_picture(view, "child-about", picked - 1),
                   .caption = picked == 0 ? NULL : board_label(view, "child-about", picked - 1, ""),
                   .hue = HUE_PLUM},
               board_pages_columns(view, count, ABOUT_COLUMNS));
    board_list(view, "child-about", TYPE_TILE);
    board_rest(view, count, ABOUT_COLUMNS);
    board_close(view);
}

/* ---- sentences --------------------------------------------------------------------------- */

static void sentence(const View *view, const ListItem *item, int row)
{
    bool chosen = (view->app->visitor.share.lines & (1U << row)) != 0;

    ui_open(view->ui, (UiBox){.id = ui_format(view->ui, "tell_say.%s", view_str(item->id)),
                              .role = ROLE_CHOICE,
                              .face = FACE_TILE,
                              .axis = AXIS_COLUMN,
                              .action = {ACT_SHARE_LINE, row},
                              .state = chosen ? STATE_SELECTED : 0});
    ui_leaf(view->ui, (UiBox){.role = ROLE_IMAGE,
                              .face = FACE_PICTURE,
                              .hue = hue_of(row),
                              .picture = view_str(item->picture),
                              .grow = GROW,
                              .min_h = board_picture_min(view),
                              .margin = {U_GAP_TIGHT, U_GAP_TIGHT, U_GAP_TIGHT, 0},
                              .state = STATE_SILENT});
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .face = FACE_TILE_LABEL,
                              .type = TYPE_TILE,
                              .label = board_label(view, "share-say-child", row, "")});
    ui_close(view->ui);
}

/* Nothing tapped is an answer too: the check is always there. */
static void go(const View *view)
{
    ui_open(view->ui, (UiBox){.id = "tell_say.go",
                              .role = ROLE_BUTTON,
                              .face = FACE_GO,
                              .axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .justify = ALIGN_CENTER,
                              .label = view_text(view, TEXT_CHILD_GO),
                              .action = {ACT_SHARE_NEXT, 0},
                              .grow = GROW});
    ui_icon(view->ui, "check", U_ICON_GO, INK_ON_PETROL);
    ui_close(view->ui);
}

static void write_button(const View *view)
{
    bool empty = view->app->visitor.share.text[0] == '\0';

    parts_button(
        view, (PartsButton){.id = "tell_say.write",
                            .face = FACE_BUTTON,
                            .icon = empty ? "keyboard" : "pencil",
                            .label = view_text(view, empty ? TEXT_SHARE_WRITE : TEXT_SHARE_WROTE),
                            .action = {ACT_GO, SCREEN_SHARE_WRITE},
                            .grow = GROW,
                            .tight = true});
}

/* The last sentence that was tapped is large; several may be outlined. */
static BoardStage say_stage(const View *view)
{
    unsigned lines = view->app->visitor.share.lines;

    return (BoardStage){.title = view_text(view, TEXT_TELL_SAY),
                        .type = TYPE_CHILD_TITLE,
                        .picture =
                            board_host(view, lines == 0 ? "stip-talk-rest" : "stip-happy-open"),
                        .caption = view_text(view, TEXT_TELL_SAY_LEAD),
                        .hue = HUE_PLUM};
}

void tell_say_view(const View *view)
{
    const List *list = content_list(view->content, STR("share-say-child"));
    int all = board_count(view, "share-say-child");
    int count = all < SIGNAL_LINES_MAX ? all : SIGNAL_LINES_MAX;
    BoardPage page = board_pages_tiles(view, count);

    board_open(view, say_stage(view), board_pages_columns(view, count, SAY_COLUMNS));
    for (int i = page.first; i < page.end; i++) {
        sentence(view, &list->items[i], i);
    }
    board_pages_turn(view, &page);
    ui_open(view->ui,
            (UiBox){.axis = AXIS_ROW, .gap = U_GAP, .span = UI_SPAN_ALL, .h = U_CHILD_SEND_H});
    if (board_reads(view)) {
        write_button(view);
    }
    go(view);
    ui_close(view->ui);
    board_close(view);
}
