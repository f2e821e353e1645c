/* feelings.c - how do you feel, and what can you do now (mock-ups 09a, 09b, 09c). Never stored,
 * never counted. */
#include "board.h"
#include "lengths.h"
#include "parts.h"
#include "screens.h"

enum { COLUMNS = 4 };

void feelings_view(const View *view)
{
    int picked = view->app->visitor.picked;

    board_open(view,
               (BoardStage){.title = view_text(view, TEXT_CHILD_HOME_FEELINGS),
                            .type = TYPE_CHILD_TITLE_BIG,
                            .picture = picked == 0 ? board_host(view, "stip-listen-ear")
                                                   : board_picture(view, "feelings", picked - 1),
                            .icon = "help-circle",
                            .caption = picked == 0
                                           ? view_text(view, TEXT_FEELINGS_LEAD)
                                           : board_label(view, "feelings", picked - 1, "hint"),
                            .hue = HUE_PLUM},
               COLUMNS);
    board_list(view, "feelings", TYPE_TILE);
    board_go(view, 2, 0);
    board_close(view);
}

/* With these, people are offered at once (flows.md "feelings"). */
static bool wants_help(const View *view)
{
    static const char *const heavy[] = {"verdrietig", "bang", "alleen", "boos"};
    const List *list = content_list(view->content, STR("feelings"));
    int row = app_place(view->app)->arg;

    for (size_t i = 0; list != NULL && row < list->count && i < sizeof heavy / sizeof heavy[0];
         i++) {
        if (str_equal(list->items[row].id, str_of(heavy[i]))) {
            return true;
        }
    }
    return false;
}

void feeling_view(const View *view)
{
    int row = app_place(view->app)->arg;

    board_open(view,
               (BoardStage){.title = board_label(view, "feelings", row, "hint"),
                            .type = TYPE_CHILD_TITLE_BIG,
                            .picture = board_picture(view, "feelings", row),
                            .icon = "help-circle",
                            .caption = view_text(view, TEXT_FEELING_LEAD),
                            .hue = HUE_PLUM,
                            .title_below = true},
               2);
    board_tile(view, (BoardTile){APP_CHILD_BREATHE, "breathe", NULL, "wind", HUE_LEAF,
                                 view_text(view, TEXT_FEELING_BREATHE), TYPE_TILE_WIDE});
    board_tile(view, (BoardTile){APP_CHILD_FEEL_TALK, "ask", "ik-wil-praten", NULL, HUE_CORAL,
                                 view_text(view, TEXT_ASK_HOME), TYPE_TILE_WIDE});
    board_tile(view, (BoardTile){APP_CHILD_FEEL_CLASS, "class", "q-niet-fijn", NULL, HUE_SUN,
                                 view_text(view, TEXT_FEELING_CLASS), TYPE_TILE_WIDE});
    if (wants_help(view)) {
        board_tile(view, (BoardTile){APP_CHILD_FEEL_HELP, "help", "hulp-bellen", NULL, HUE_SKY,
                                     view_text(view, TEXT_BAR_HELP), TYPE_TILE_WIDE});
    }
    board_go(view, UI_SPAN_ALL, U_CHILD_SEND_H);
    board_close(view);
}

/* Motion is off by default: the words carry the breath, the circle stands still. */
void breathe_view(const View *view)
{
    parts_body(view);
    board_stage_open(view, HUE_SUN, LENGTH_SHARE_SIDE);
    ui_leaf(view->ui, (UiBox){.role = ROLE_IMAGE,
                              .picture = "stip-calm-rest",
                              .grow = GROW,
                              .state = STATE_SILENT});
    ui_close(view->ui);
    ui_open(view->ui, (UiBox){.face = FACE_CHILD_ACTION,
                              .margin = parts_wide_reach(view),
                              .axis = AXIS_COLUMN,
                              .justify = ALIGN_CENTER,
                              .gap = U_GAP,
                              .grow = GROW});
    ui_spacer(view->ui);
    ui_leaf(view->ui, (UiBox){.role = ROLE_HEADING,
                              .type = TYPE_CHILD_TITLE_BIG,
                              .text = ALIGN_CENTER,
                              .label = view_text(view, TEXT_BREATHE_TITLE)});
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_CHILD_TEXT,
                              .text = ALIGN_CENTER,
                              .label = view_text(view, TEXT_BREATHE_TEXT)});
    ui_spacer(view->ui);
    ui_open(view->ui, (UiBox){.id = "breathe.done",
                              .role = ROLE_BUTTON,
                              .face = FACE_GO,
                              .axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .justify = ALIGN_CENTER,
                              .label = view_text(view, TEXT_CHILD_GO),
                              .action = {ACT_BACK, 0},
                              .h = U_CHILD_GO_H});
    ui_icon(view->ui, "check", U_ICON_GO, INK_ON_PETROL);
    ui_close(view->ui);
    ui_close(view->ui);
    ui_close(view->ui);
}
