/* feelings.c - how do you feel, and what can you do now (mock-ups 09a, 09b, 09c). Never stored,
 * never counted. */
#include "board.h"
#include "board_pages.h"
#include "lengths.h"
#include "parts.h"
#include "screens.h"

enum { COLUMNS = 4 };

void feelings_view(const View *view)
{
    int picked = view->app->visitor.picked;
    int count = board_count(view, "feelings");

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
               board_pages_columns(view, count, COLUMNS));
    board_list(view, "feelings", TYPE_TILE);
    board_rest(view, count, COLUMNS);
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
    board_tile(view, (BoardTile){APP_CHILD_BREATHE, "breathe", "adem-rust", NULL, HUE_LEAF,
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

/* ---- breathing --------------------------------------------------------------------------- */

/* Counting without words: as many dots as counts. */
enum { BREATH_IN = 4, BREATH_OUT = 6, BREATHS = 5 };

typedef struct Breath {
    const char *id;
    const char *picture;
    ThemeHue hue;
    int counts;
    TextKey text;
} Breath;

static void count(const View *view, int counts)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .justify = ALIGN_CENTER, .gap = U_M});
    for (int i = 0; i < counts; i++) {
        ui_leaf(view->ui, (UiBox){.face = FACE_STONE,
                                  .w = LENGTH_BREATH_DOT,
                                  .h = LENGTH_BREATH_DOT,
                                  .state = STATE_SILENT});
    }
    ui_close(view->ui);
}

static void breath(const View *view, Breath item)
{
    ui_open(view->ui, (UiBox){.face = FACE_PANEL,
                              .axis = AXIS_COLUMN,
                              .gap = U_M,
                              .pad = {U_GAP_TIGHT, U_GAP_TIGHT, U_GAP_TIGHT, U_L}});
    ui_leaf(view->ui, (UiBox){.role = ROLE_IMAGE,
                              .face = FACE_PICTURE,
                              .hue = item.hue,
                              .picture = item.picture,
                              .grow = GROW,
                              .state = STATE_SILENT});
    count(view, item.counts);
    ui_leaf(view->ui, (UiBox){.id = item.id,
                              .role = ROLE_TEXT,
                              .type = TYPE_TILE_WIDE,
                              .text = ALIGN_CENTER,
                              .label = view_text(view, item.text)});
    ui_close(view->ui);
}

/* In through the nose as at a flower, out as at a candle: a child knows these without reading. */
static void breaths(const View *view)
{
    bool reads = board_reads(view);

    ui_open(view->ui, (UiBox){.axis = AXIS_GRID, .columns = 2, .gap = U_GAP, .grow = GROW});
    breath(view, (Breath){"breathe.in", "adem-in", HUE_LEAF, BREATH_IN,
                          reads ? TEXT_BREATHE_IN_READING : TEXT_BREATHE_IN});
    breath(view, (Breath){"breathe.out", "adem-uit", HUE_SKY, BREATH_OUT,
                          reads ? TEXT_BREATHE_OUT_READING : TEXT_BREATHE_OUT});
    ui_close(view->ui);
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_CHILD_TEXT,
                              .text = ALIGN_CENTER,
                              .label = view_text(view, TEXT_BREATHE_TIMES)});
    count(view, BREATHS);
}

/* Motion is off by default: pictures carry the breath, Stip stands still. */
void breathe_view(const View *view)
{
    parts_body(view);
    board_stage_open(view, HUE_SUN, LENGTH_SHARE_SIDE);
    ui_leaf(view->ui, (UiBox){.role = ROLE_HEADING,
                              .face = FACE_TITLE_CHILD,
                              .type = TYPE_CHILD_TITLE,
                              .label = view_text(view, TEXT_BREATHE_TITLE)});
    ui_leaf(view->ui, (UiBox){.role = ROLE_IMAGE,
                              .picture = "adem-rust",
                              .grow = GROW,
                              .margin = {.top = U_GAP_TIGHT, .bottom = U_GAP_TIGHT},
                              .state = STATE_SILENT});
    ui_close(view->ui);
    ui_open(view->ui, (UiBox){.face = FACE_CHILD_ACTION,
                              .margin = parts_wide_reach(view),
                              .axis = AXIS_COLUMN,
                              .gap = U_GAP,
                              .grow = GROW});
    breaths(view);
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
