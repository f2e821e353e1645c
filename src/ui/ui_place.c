/* ui_place.c - places from the root down: heights that grow, rows, columns, grids, layers.
 * Owns nothing. Lays out as if every language ran left to right; ui_layout.c mirrors. */
#include "check.h"
#include "ui_work.h"

/* Where children along an axis begin and what stands between them. */
typedef struct Run {
    int at, gap, extra; /* extra: px over that go one by one to the first gaps */
} Run;

static Run start_run(UiAlign justify, int free, int gap, int count)
{
    Run run = {.at = 0, .gap = gap};
    if (free <= 0 || count == 0)
        return run;
    switch (justify) {
    case ALIGN_CENTER: run.at = free / 2; break;
    case ALIGN_END: run.at = free; break;
    case ALIGN_BETWEEN:
        run.gap += count > 1 ? free / (count - 1) : 0;
        run.extra = count > 1 ? free % (count - 1) : 0;
        break;
    case ALIGN_EVENLY:
        run.at = free / (count + 1);
        run.gap += free / (count + 1);
        break;
    case ALIGN_DEFAULT:
    case ALIGN_START:
    case ALIGN_STRETCH: break;
    }
    return run;
}

static void advance(Run *run, int size)
{
    run->at += size + run->gap;
    if (run->extra > 0) {
        run->at++;
        run->extra--;
    }
}

static int aligned(UiAlign align, int room, int size)
{
    if (align == ALIGN_CENTER)
        return (room - size) / 2;
    return align == ALIGN_END ? room - size : 0;
}

static UiAlign across(const UiNode *parent, const UiNode *child)
{
    UiAlign align = child->box.self != ALIGN_DEFAULT ? child->box.self : parent->box.align;
    return align == ALIGN_DEFAULT ? ALIGN_STRETCH : align;
}

/* Put a child at (x, y) of a room: its margins taken off, its height as given. */
static void put(const Ui *ui, UiNode *child, int x, int y, int h)
{
    child->rect.x = x + ui_px_of(ui, child, child->box.margin.start);
    child->rect.y = y + ui_px_of(ui, child, child->box.margin.top);
    child->rect.h = h;
}

static void place_column(Ui *ui, UiNode *node, UiRect inner)
{
    UiShares items = {0};
    int space = inner.h;
    for (int c = node->first_child; c != UI_NONE; c = ui->nodes[c].next) {
        UiNode *child = &ui->nodes[c];
        int i = items.count++;
        check(i < UI_ITEMS_MAX);
        items.share[i] = child->box.grow;
        items.base[i] = ui_pad_h(ui, child);
        items.floor[i] = items.size[i] = child->want_h;
        space -= ui_margin_h(ui, child) + (child->box.grow > 0 ? 0 : child->want_h);
    }
    int gap = ui_gap(ui, node);
    int free = ui_share(&items, space - gap * (items.count - 1));
    Run run = start_run(node->box.justify, free, gap, items.count);
    int i = 0;
    for (int c = node->first_child; c != UI_NONE; c = ui->nodes[c].next, i++) {
        UiNode *child = &ui->nodes[c];
        int room = inner.w - ui_margin_w(ui, child);
        int x = inner.x + aligned(across(node, child), room, child->rect.w);
        put(ui, child, x, inner.y + run.at, items.size[i]);
        advance(&run, items.size[i] + ui_margin_h(ui, child));
    }
}

static int row_height(const UiNode *parent, const UiNode *child, int room)
{
    bool stretch = across(parent, child) == ALIGN_STRETCH;
    return stretch && child->box.h == 0 && child->box.aspect_x1000 == 0 ? room : child->want_h;
}

static void place_row(Ui *ui, UiNode *node, UiRect inner)
{
    int used = 0, count = 0, gap = ui_gap(ui, node);
    for (int c = node->first_child; c != UI_NONE; c = ui->nodes[c].next, count++)
        used += ui->nodes[c].rect.w + ui_margin_w(ui, &ui->nodes[c]);
    Run run = start_run(node->box.justify, inner.w - used - gap * (count - 1), gap, count);
    for (int c = node->first_child; c != UI_NONE; c = ui->nodes[c].next) {
        UiNode *child = &ui->nodes[c];
        int room = inner.h - ui_margin_h(ui, child);
        int h = row_height(node, child, room);
        int y = inner.y + aligned(across(node, child), room, h);
        put(ui, child, inner.x + run.at, y, h);
        advance(&run, child->rect.w + ui_margin_w(ui, child));
    }
}

static void place_wrap(Ui *ui, UiNode *node, UiRect inner)
{
    int y = inner.y;
    for (int c = node->first_child; c != UI_NONE;) {
        UiWrapLine line = ui_wrap_line(ui, node, c, inner.w);
        int x = inner.x;
        for (; c != line.next; c = ui->nodes[c].next) {
            UiNode *child = &ui->nodes[c];
            int room = line.height - ui_margin_h(ui, child);
            int h = row_height(node, child, room);
            put(ui, child, x, y + aligned(across(node, child), room, h), h);
            x += child->rect.w + ui_margin_w(ui, child) + ui_gap(ui, node);
        }
        y += line.height + ui_row_gap(ui, node);
    }
}

static void place_cell(Ui *ui, UiNode *child, UiRect cell)
{
    int room_w = cell.w - ui_margin_w(ui, child), room_h = cell.h - ui_margin_h(ui, child);
    bool stretch = child->box.self_y == ALIGN_DEFAULT || child->box.self_y == ALIGN_STRETCH;
    bool fixed = child->box.h > 0 || child->box.aspect_x1000 > 0;
    int h = stretch && !fixed ? room_h : child->want_h;
    int x = cell.x + aligned(child->box.self, room_w, child->rect.w);
    put(ui, child, x, cell.y + aligned(child->box.self_y, room_h, h), h);
}

static void place_grid_row(Ui *ui, UiNode *node, UiGridRow row, UiRect strip)
{
    int columns = ui_columns(node), gap = ui_gap(ui, node), column = 0;
    int room = strip.w - gap * (columns - 1);
    for (int c = row.first; c != row.next; c = ui->nodes[c].next) {
        UiNode *child = &ui->nodes[c];
        int span = ui_span(node, child);
        int from = room * column / columns, to = room * (column + span) / columns;
        UiRect cell = {strip.x + from + gap * column, strip.y, to - from + gap * (span - 1),
                       strip.h};
        place_cell(ui, child, cell);
        column += span;
    }
}

/* Rows without a fixed height share what is left; the last gets the remainder. */
static void place_grid(Ui *ui, UiNode *node, UiRect inner)
{
    UiShares rows = {0};
    int gap = ui_row_gap(ui, node), space = inner.h;
    for (int c = node->first_child; c != UI_NONE;) {
        UiGridRow row = ui_grid_row(ui, node, c);
        int i = rows.count++;
        check(i < UI_ITEMS_MAX);
        int fixed = ui_px(ui, row.fixed_u);
        bool low = row.fixed_u > 0 && fixed < row.want_h; /* 20 mm may be more */
        rows.size[i] = low ? row.want_h : fixed;
        rows.share[i] = row.fixed_u > 0 ? 0 : 1;
        rows.floor[i] = row.want_h; /* as minmax(auto, 1fr) in CSS */
        space -= rows.size[i];
        c = row.next;
    }
    ui_share(&rows, space - gap * (rows.count - 1));
    int y = inner.y, i = 0;
    for (int c = node->first_child; c != UI_NONE; i++) {
        UiGridRow row = ui_grid_row(ui, node, c);
        place_grid_row(ui, node, row, (UiRect){inner.x, y, inner.w, rows.size[i]});
        y += rows.size[i] + gap;
        c = row.next;
    }
}

static void place_layer(Ui *ui, UiNode *node, UiRect inner)
{
    for (int c = node->first_child; c != UI_NONE; c = ui->nodes[c].next)
        place_cell(ui, &ui->nodes[c], inner);
}

static void place_children(Ui *ui, UiNode *node)
{
    UiRect inner = ui_inner(ui, node);
    switch (node->box.axis) {
    case AXIS_COLUMN: place_column(ui, node, inner); break;
    case AXIS_ROW: place_row(ui, node, inner); break;
    case AXIS_GRID: place_grid(ui, node, inner); break;
    case AXIS_LAYER: place_layer(ui, node, inner); break;
    case AXIS_WRAP: place_wrap(ui, node, inner); break;
    }
}

void ui_place_all(Ui *ui)
{
    ui->nodes[0].rect.x = ui->nodes[0].rect.y = 0;
    ui->nodes[0].rect.h = ui->settings.theme.panel.height_px;
    for (int i = 0; i < ui->count; i++) {
        UiNode *node = &ui->nodes[i];
        if (ui_has_children(node))
            place_children(ui, node);
        else
            ui_leaf_place(ui, node);
    }
}
