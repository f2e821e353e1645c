/* ui_height.c - heights from the leaves up, once every width is known.
 * Owns nothing. Never changes a width. */
#include "ui_work.h"

static int max_int(int a, int b)
{
    return a > b ? a : b;
}

UiGridRow ui_grid_row(const Ui *ui, const UiNode *grid, int first)
{
    UiGridRow row = {.first = first, .next = first};
    int columns = ui_columns(grid), column = 0;
    while (row.next != UI_NONE) {
        const UiNode *child = &ui->nodes[row.next];
        column += ui_span(grid, child);
        if (column > columns)
            break;
        row.fixed_u = max_int(row.fixed_u, child->box.h);
        row.want_h = max_int(row.want_h, child->want_h + ui_margin_h(ui, child));
        row.next = child->next;
    }
    return row;
}

UiWrapLine ui_wrap_line(const Ui *ui, const UiNode *wrap, int first, int inner_w)
{
    UiWrapLine line = {.next = first};
    int x = 0;
    while (line.next != UI_NONE) {
        const UiNode *child = &ui->nodes[line.next];
        int w = child->rect.w + ui_margin_w(ui, child);
        if (line.next != first && x + w > inner_w)
            break;
        x += w + ui_gap(ui, wrap);
        line.height = max_int(line.height, child->want_h + ui_margin_h(ui, child));
        line.next = child->next;
    }
    return line;
}

static int height_column(const Ui *ui, const UiNode *node)
{
    int height = 0;
    for (int c = node->first_child; c != UI_NONE; c = ui->nodes[c].next) {
        const UiNode *child = &ui->nodes[c];
        height += child->want_h + ui_margin_h(ui, child);
        height += child->next != UI_NONE ? ui_gap(ui, node) : 0;
    }
    return height;
}

static int height_highest(const Ui *ui, const UiNode *node)
{
    int height = 0;
    for (int c = node->first_child; c != UI_NONE; c = ui->nodes[c].next)
        height = max_int(height, ui->nodes[c].want_h + ui_margin_h(ui, &ui->nodes[c]));
    return height;
}

/* Rows with a fixed height keep it; all others are as high as the highest of them. */
static int height_grid(const Ui *ui, const UiNode *node)
{
    int fixed = 0, equal = 0, free_rows = 0, rows = 0;
    for (int c = node->first_child; c != UI_NONE;) {
        UiGridRow row = ui_grid_row(ui, node, c);
        rows++;
        if (row.fixed_u > 0) {
            fixed += max_int(ui_px(ui, row.fixed_u), row.want_h);
        } else {
            free_rows++;
            equal = max_int(equal, row.want_h);
        }
        c = row.next;
    }
    return fixed + equal * free_rows + ui_row_gap(ui, node) * (rows - 1);
}

static int height_wrap(const Ui *ui, const UiNode *node, int inner_w)
{
    int height = 0;
    for (int c = node->first_child; c != UI_NONE;) {
        UiWrapLine line = ui_wrap_line(ui, node, c, inner_w);
        height += line.height + (line.next != UI_NONE ? ui_row_gap(ui, node) : 0);
        c = line.next;
    }
    return height;
}

static int content_height(Ui *ui, UiNode *node)
{
    int inner_w = node->rect.w - ui_pad_w(ui, node);
    if (!ui_has_children(node))
        return ui_leaf_height(ui, node, inner_w);
    switch (node->box.axis) {
    case AXIS_COLUMN: return height_column(ui, node);
    case AXIS_GRID: return height_grid(ui, node);
    case AXIS_WRAP: return height_wrap(ui, node, inner_w);
    case AXIS_ROW:
    case AXIS_LAYER: break;
    }
    return height_highest(ui, node);
}

/* What has a height of its own is still as high as the targets in it need to be. */
static int highest_floor(const Ui *ui, const UiNode *node)
{
    int floor = 0;
    for (int c = node->first_child; c != UI_NONE; c = ui->nodes[c].next)
        floor = max_int(floor, ui_floor_px(ui, &ui->nodes[c]));
    return floor;
}

void ui_flow_heights(Ui *ui)
{
    for (int i = ui->count - 1; i >= 0; i--) {
        UiNode *node = &ui->nodes[i];
        int height = content_height(ui, node) + ui_pad_h(ui, node);
        if (node->box.aspect_x1000 > 0)
            height = (int)((int64_t)node->rect.w * 1000 / node->box.aspect_x1000);
        if (node->box.h > 0)
            height = max_int(ui_px_of(ui, node, node->box.h), highest_floor(ui, node));
        height = max_int(height, ui_px_of(ui, node, node->box.min_h));
        node->want_h = max_int(height, ui_floor_px(ui, node));
    }
}
