/* staff.c - how this machine is doing, for a colleague who typed the PIN (mock-up 17b), and the
 * way to the tests. Status only: nothing can be set here, and nothing of a visitor is to be seen.
 */
#include "staff.h"

#include "parts.h"
#include "screens.h"

enum { PAGE_TESTS = 1, COLUMNS_TALL = 3, COLUMNS_WIDE = 2, COLUMNS_ROWS = 2 };

static bool is_large(const View *view)
{
    return view->theme->wish.text != TEXT_SIZE_100;
}

/* Status and tests side by side or under each other only while both fit. */
static bool is_paged(const View *view)
{
    return is_large(view) || view->theme->layout == LAYOUT_SMALL;
}

/* ---- pieces of all staff screens --------------------------------------------------------- */

static void names(const View *view, const char *sub)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN});
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_OPTION,
                              .label = view_str(content_region(view->content)->shown_name)});
    if (sub != NULL) {
        ui_leaf(view->ui,
                (UiBox){.role = ROLE_TEXT, .type = TYPE_SMALL, .ink = INK_QUIET, .label = sub});
    }
    ui_close(view->ui);
}

void staff_head(const View *view, const char *sub, StaffLight light, const char *words)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .gap = U_M,
                              .margin = {STAFF_EDGE, STAFF_HEAD_TOP, STAFF_EDGE, 0}});
    ui_picture(view->ui, "logo", LENGTH_ICON_LOGO, LENGTH_ICON_LOGO);
    names(view, sub);
    ui_spacer(view->ui);
    if (words != NULL) {
        ui_leaf(view->ui, (UiBox){.id = view_id(view, "state"),
                                  .role = ROLE_TEXT,
                                  .face = FACE_NOTE,
                                  .hue = staff_hue(light),
                                  .type = TYPE_SMALL_BOLD,
                                  .icon = staff_icon(light),
                                  .icon_size = U_ICON_SMALL,
                                  .label = words,
                                  .nowrap = true,
                                  .state = STATE_LIVE});
    }
    ui_close(view->ui);
}

void staff_title(const View *view, TextKey title, const char *lead)
{
    parts_read(view);
    parts_title(view, title, lead);
    ui_close(view->ui);
}

/* ---- the status -------------------------------------------------------------------------- */

static void banner_show(const View *view, const StaffBanner *banner)
{
    ui_open(view->ui, (UiBox){.face = FACE_PANEL_HUE,
                              .hue = staff_hue(banner->light),
                              .axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .gap = U_L,
                              .min_h = STAFF_BANNER_H});
    ui_leaf(view->ui, (UiBox){.role = ROLE_IMAGE,
                              .icon = banner->icon,
                              .icon_size = U_ICON_BUTTON,
                              .w = U_ICON_BUTTON,
                              .h = U_ICON_BUTTON,
                              .state = STATE_SILENT});
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW});
    ui_leaf(view->ui, (UiBox){.id = view_id(view, "banner"),
                              .role = ROLE_TEXT,
                              .type = TYPE_CARD,
                              .label = banner->title,
                              .state = STATE_LIVE});
    ui_leaf(view->ui, (UiBox){.id = view_id(view, "banner.sub"),
                              .role = ROLE_TEXT,
                              .type = TYPE_NOTE,
                              .label = banner->sub});
    ui_close(view->ui);
    ui_close(view->ui);
}

static void row_words(const View *view, const StaffRow *row, const char *id)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .gap = U_S,
                              .margin = {.top = STAFF_TILE_WORDS_TOP}});
    ui_icon(view->ui, staff_icon(row->light), STAFF_TILE_ICON,
            row->light == STAFF_BAD     ? INK_RED_STRONG
            : row->light == STAFF_WATCH ? INK_SUN_STRONG
                                        : INK_LEAF_STRONG);
    ui_leaf(
        view->ui,
        (UiBox){
            .id = id, .role = ROLE_TEXT, .type = TYPE_SMALL, .label = row->words, .grow = GROW});
    ui_close(view->ui);
}

static void row_show(const View *view, const StaffRow *row, int number)
{
    int top_u = view_tight(view) == 0 ? STAFF_TILE_TOP : UI_ZERO;

    ui_open(view->ui,
            (UiBox){.face = FACE_PANEL,
                    .axis = AXIS_COLUMN,
                    .justify = ALIGN_CENTER,
                    .min_h = STAFF_TILE_H,
                    .pad = {STAFF_TILE_PAD, top_u, U_M, view_tight(view) == 0 ? U_M : UI_ZERO}});
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .align = ALIGN_CENTER, .gap = STAFF_TILE_GAP});
    parts_blob(view, row->icon, row->hue, STAFF_TILE_BLOB);
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW});
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_CAPTION,
                              .ink = INK_QUIET,
                              .label = view_text(view, row->caption)});
    ui_leaf(view->ui, (UiBox){.id = view_id_of(view, "value", number),
                              .role = ROLE_TEXT,
                              .type = TYPE_VALUE,
                              .label = row->value});
    ui_close(view->ui);
    ui_close(view->ui);
    row_words(view, row, view_id_of(view, "words", number));
    ui_close(view->ui);
}

/* Pages of a wide panel have room beside, not below. */
static int row_columns(const View *view)
{
    return !view_is_tall(view) && is_paged(view) ? COLUMNS_TALL : COLUMNS_ROWS;
}

static void rows_show(const View *view, const StaffRow rows[STAFF_ROWS])
{
    ui_open(
        view->ui,
        (UiBox){.axis = AXIS_GRID, .columns = row_columns(view), .gap = U_GAP, .row_gap = U_GAP});
    for (int i = 0; i < STAFF_ROWS; i++) {
        row_show(view, &rows[i], i);
    }
    ui_close(view->ui);
}

/* ---- the tests --------------------------------------------------------------------------- */

static void tests(const View *view, int columns)
{
    static const struct {
        ScreenId screen;
        const char *id, *icon;
        TextKey label;
    } items[] = {{SCREEN_STAFF_TOUCH, "touch", "hand-finger", TEXT_STAFF_TOUCH},
                 {SCREEN_STAFF_SOUND, "sound", "volume", TEXT_STAFF_SOUND},
                 {SCREEN_STAFF_COLOUR, "colour", "device-desktop", TEXT_STAFF_COLOUR},
                 {SCREEN_STAFF_RULER, "ruler", "ruler-measure", TEXT_STAFF_RULER},
                 {SCREEN_STAFF_LETTERS, "letters", "language", TEXT_STAFF_LETTERS},
                 {SCREEN_STAFF_REACH, "reach", "stairs-up", TEXT_STAFF_REACH}};

    ui_open(view->ui, (UiBox){.axis = AXIS_GRID, .columns = columns, .gap = U_GAP, .grow = GROW});
    for (size_t i = 0; i < sizeof items / sizeof items[0]; i++) {
        ui_leaf(view->ui, (UiBox){.id = view_id(view, items[i].id),
                                  .role = ROLE_BUTTON,
                                  .face = FACE_BUTTON,
                                  .type = TYPE_OPTION,
                                  .icon = items[i].icon,
                                  .icon_size = LENGTH_DISC_LINE,
                                  .icon_place = ICON_TOP,
                                  .label = view_text(view, items[i].label),
                                  .action = {ACT_GO, (int)items[i].screen},
                                  .gap = U_L});
    }
    ui_close(view->ui);
}

static void out(const View *view)
{
    parts_button(view, (PartsButton){.id = view_id(view, "out"),
                                     .face = FACE_BUTTON_PRIMARY,
                                     .icon = "logout",
                                     .label = view_text(view, TEXT_STAFF_OUT),
                                     .action = {ACT_STOP, 0},
                                     .height_u = STAFF_OUT_H,
                                     .mirror = true});
}

static void never(const View *view)
{
    ui_open(view->ui,
            (UiBox){.axis = AXIS_ROW, .align = ALIGN_CENTER, .gap = U_L, .min_h = STAFF_NEVER_H});
    ui_icon(view->ui, "user-off", U_ICON_CHIP, INK_PETROL_STRONG);
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_NOTE,
                              .label = view_text(view, TEXT_STAFF_NEVER),
                              .grow = GROW});
    ui_close(view->ui);
}

/* ---- the screen -------------------------------------------------------------------------- */

static void head(const View *view, StaffLight light)
{
    static const TextKey words[] = {[STAFF_READING] = TEXT_STAFF_STATE_READING,
                                    [STAFF_GOOD] = TEXT_STAFF_STATE_GOOD,
                                    [STAFF_WATCH] = TEXT_STAFF_STATE_WATCH,
                                    [STAFF_BAD] = TEXT_STAFF_STATE_BAD};
    MessageArg version = message_text("version", STR(OKSP_VERSION));
    bool room = view_tight(view) < UI_TIGHT_MAX;

    staff_head(view, room ? view_fill(view, TEXT_STAFF_VERSION, &version, 1) : NULL, light,
               view_text(view, words[light]));
}

static void status(const View *view, const StaffBanner *banner, const StaffRow rows[STAFF_ROWS])
{
    if (view->app->visitor.staff.has_facts) {
        banner_show(view, banner);
        rows_show(view, rows);
    }
}

static void tests_title(const View *view)
{
    ui_leaf(view->ui, (UiBox){.role = ROLE_HEADING,
                              .type = TYPE_H2,
                              .label = view_text(view, TEXT_STAFF_TESTS),
                              .margin = {.top = STAFF_TESTS_TOP, .bottom = STAFF_TESTS_BOTTOM}});
}

static void to_tests(const View *view)
{
    parts_button(view, (PartsButton){.id = view_id(view, "tests"),
                                     .face = FACE_BUTTON,
                                     .icon = "clipboard-check",
                                     .label = view_text(view, TEXT_STAFF_TESTS),
                                     .action = {ACT_PAGE, PAGE_TESTS},
                                     .grow = GROW,
                                     .height_u = STAFF_OUT_H});
}

/* Nothing to press stands above the reach of a colleague in a wheelchair. */
static int top_of(const View *view)
{
    return view->theme->bar_at_top ? U_TOP_WIDE : view->theme->reach_u + UI_STEADY;
}

static void column(const View *view, int grow)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = grow, .gap = U_GAP});
}

static void side_by_side(const View *view, const StaffBanner *banner, const StaffRow *rows)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW,
                              .grow = GROW,
                              .gap = U_XXL,
                              .pad = {U_EDGE_WIDE, STAFF_BANNER_GAP, U_EDGE_WIDE, U_L}});
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .w = STAFF_TILES_WIDE_W, .gap = U_GAP});
    status(view, banner, rows);
    ui_close(view->ui);
    column(view, GROW);
    tests(view, COLUMNS_WIDE);
    never(view);
    out(view);
    ui_close(view->ui);
    ui_close(view->ui);
}

static void under_each_other(const View *view, const StaffBanner *banner, const StaffRow *rows)
{
    ui_open(view->ui,
            (UiBox){.axis = AXIS_COLUMN,
                    .grow = GROW,
                    .gap = U_GAP,
                    .pad = {STAFF_EDGE, STAFF_HEAD_BOTTOM, STAFF_EDGE, STAFF_OUT_BOTTOM}});
    status(view, banner, rows);
    tests_title(view);
    tests(view, COLUMNS_TALL);
    never(view);
    out(view);
    ui_close(view->ui);
}

static void page_status(const View *view, const StaffBanner *banner, const StaffRow *rows)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN,
                              .grow = GROW,
                              .gap = U_GAP,
                              .pad = {STAFF_EDGE, STAFF_HEAD_BOTTOM, STAFF_EDGE, U_L}});
    status(view, banner, rows);
    ui_spacer(view->ui);
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .gap = U_GAP_WIDE});
    to_tests(view);
    ui_close(view->ui);
    ui_close(view->ui);
}

static void page_tests(const View *view)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN,
                              .grow = GROW,
                              .gap = U_GAP,
                              .pad = {STAFF_EDGE, top_of(view), STAFF_EDGE, U_L}});
    tests_title(view);
    tests(view, view_is_tall(view) ? COLUMNS_WIDE : COLUMNS_TALL);
    never(view);
    out(view);
    ui_close(view->ui);
}

void staff_view(const View *view)
{
    StaffRow rows[STAFF_ROWS];
    StaffBanner banner = {0};
    bool has_facts = view->app->visitor.staff.has_facts;
    StaffLight light = has_facts ? staff_judge(view, rows, &banner) : STAFF_READING;

    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW});
    if (is_paged(view) && app_place(view->app)->page == PAGE_TESTS) {
        page_tests(view);
        ui_close(view->ui);
        return;
    }
    head(view, light);
    if (is_paged(view)) {
        page_status(view, &banner, rows);
    } else if (view_is_tall(view)) {
        under_each_other(view, &banner, rows);
    } else {
        side_by_side(view, &banner, rows);
    }
    ui_close(view->ui);
}
