/* staff_touch.c - the touch test: every cell of the part of the panel that visitors touch, and
 * which of them never answered. Higher than the reach ceiling nothing ever needs a finger. */
#include "parts.h"
#include "screens.h"
#include "staff.h"

typedef struct Grid {
    int columns, rows;
} Grid;

static int at_least(int value, int least)
{
    return value > least ? value : least;
}

static int gap_of(const View *view)
{
    return at_least(view->theme->gap_min_u, U_GAP_TILE);
}

/* As many cells as fit, each as large as a target must be. */
static Grid grid_of(const View *view)
{
    const Theme *theme = view->theme;
    int side_u = at_least(STAFF_CELL, theme->target_min_u) + gap_of(view);
    int head_u = view_is_tall(view) ? STAFF_CELL_HEAD : STAFF_CELL_HEAD_WIDE;
    int top_u = at_least(head_u * theme->text_percent / GROW, theme->reach_u);
    int bar_u = view_is_tall(view) ? U_BAR_H : U_BAR_TOP_H;
    Grid grid = {(theme->width_u - U_EDGE - U_EDGE) / side_u,
                 (theme->height_u - bar_u - top_u - STAFF_OUT_H - U_XXL) / side_u};

    grid.rows = at_least(grid.rows, 1);
    while (grid.columns * grid.rows > APP_STAFF_CELLS_MAX) {
        grid.rows--;
    }
    return grid;
}

static int left_of(const View *view, int count)
{
    int left = 0;

    for (int i = 0; i < count; i++) {
        left += app_staff_cell(view->app, i) ? 0 : 1;
    }
    return left;
}

/* "3, 17 en 24" */
static const char *named(const View *view, int count)
{
    Str names[STAFF_CELLS_FEW];
    int used = 0;

    for (int i = 0; i < count && used < STAFF_CELLS_FEW; i++) {
        if (!app_staff_cell(view->app, i)) {
            names[used++] = str_of(ui_format(view->ui, "%d", i + 1));
        }
    }
    MessageArg cells = message_list("cells", names, used);
    return view_fill(view, TEXT_STAFF_TOUCH_FEW, &cells, 1);
}

static const char *lead(const View *view, int count)
{
    int left = left_of(view, count);
    MessageArg arg = message_number("count", left);

    if (left == 0) {
        return view_text(view, TEXT_STAFF_TOUCH_DONE);
    }
    return left <= STAFF_CELLS_FEW ? named(view, count)
                                   : view_fill(view, TEXT_STAFF_TOUCH_LEFT, &arg, 1);
}

static void cell(const View *view, int number)
{
    bool touched = app_staff_cell(view->app, number);

    ui_leaf(view->ui, (UiBox){.id = view_id_of(view, "cell", number + 1),
                              .role = ROLE_KEY,
                              .face = touched ? FACE_KEY_DONE : FACE_KEY,
                              .type = TYPE_NAME,
                              .icon = touched ? "check" : NULL,
                              .icon_size = U_ICON_SMALL,
                              .icon_place = ICON_TOP,
                              .label = ui_format(view->ui, "%d", number + 1),
                              .action = {ACT_STAFF_CELL, number},
                              .state = STATE_LTR});
}

static void cells(const View *view, Grid grid)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_GRID,
                              .columns = grid.columns,
                              .gap = gap_of(view),
                              .grow = GROW,
                              .state = STATE_LTR});
    for (int i = 0; i < grid.columns * grid.rows; i++) {
        cell(view, i);
    }
    ui_close(view->ui);
}

static void again(const View *view)
{
    parts_button(view, (PartsButton){.id = view_id(view, "again"),
                                     .face = FACE_BUTTON,
                                     .icon = "refresh",
                                     .label = view_text(view, TEXT_STAFF_TOUCH_AGAIN),
                                     .action = {ACT_STAFF_AGAIN, 0},
                                     .height_u = STAFF_OUT_H});
}

void staff_touch_view(const View *view)
{
    Grid grid = grid_of(view);

    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW});
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN,
                              .min_h = parts_read_height(view),
                              .pad = {STAFF_EDGE, U_TOP_WIDE, STAFF_EDGE, U_M}});
    ui_heading(view->ui, TYPE_H1_SHEET, view_text(view, TEXT_STAFF_TOUCH_TITLE));
    ui_leaf(view->ui, (UiBox){.id = view_id(view, "lead"),
                              .role = ROLE_TEXT,
                              .type = TYPE_LEAD,
                              .label = lead(view, grid.columns * grid.rows),
                              .state = STATE_LIVE});
    ui_close(view->ui);
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN,
                              .grow = GROW,
                              .gap = U_GAP_WIDE,
                              .pad = {U_EDGE, 0, U_EDGE, U_EDGE}});
    cells(view, grid);
    again(view);
    ui_close(view->ui);
    ui_close(view->ui);
}
