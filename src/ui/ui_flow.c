/* ui_flow.c - natural widths from the leaves up, widths from the root down, heights back up.
 * Owns nothing. The rules are those of CSS flexbox and grid as far as the screens need them:
 * growing children have basis 0, words shrink to their longest word, grid rows are equally high. */
#include <math.h>

#include "check.h"
#include "ui_work.h"

int ui_px(const Ui *ui, int u)
{
    return theme_px(&ui->settings.theme, u);
}

int ui_px_of(const Ui *ui, const UiNode *node, int u)
{
    const Theme *theme = &ui->settings.theme;
    if (u >= UI_STEADY / 2)
        return (int)lround((u - UI_STEADY) * theme->panel_k);
    return (int)lround(u * (node->steady ? theme->panel_k : theme->k));
}

bool ui_has_children(const UiNode *node)
{
    return node->first_child != UI_NONE;
}

int ui_pad_w(const Ui *ui, const UiNode *node)
{
    return ui_px_of(ui, node, node->box.pad.start) + ui_px_of(ui, node, node->box.pad.end);
}

int ui_pad_h(const Ui *ui, const UiNode *node)
{
    return ui_px_of(ui, node, node->box.pad.top) + ui_px_of(ui, node, node->box.pad.bottom);
}

int ui_margin_w(const Ui *ui, const UiNode *node)
{
    return ui_px_of(ui, node, node->box.margin.start) + ui_px_of(ui, node, node->box.margin.end);
}

int ui_margin_h(const Ui *ui, const UiNode *node)
{
    return ui_px_of(ui, node, node->box.margin.top) + ui_px_of(ui, node, node->box.margin.bottom);
}

static int mm_px(const Ui *ui, int mm)
{
    return (int)lround(mm * ui->settings.theme.panel.px_per_mm);
}

static int key_gap_px(const Ui *ui)
{
    return (int)lround(LIMIT_KEY_GAP_MIN_UM / 1000.0 * ui->settings.theme.panel.px_per_mm);
}

/* A distance between targets is 3 mm at least, between keys 2.5 mm, also where a u is small. What
 * is less than between keys never stands between targets. */
static int apart(const Ui *ui, const UiNode *node, int gap_u)
{
    int px = ui_px_of(ui, node, gap_u), least = mm_px(ui, LIMIT_GAP_MIN_MM);
    if (gap_u < U_GAP_TIGHT)
        return px;
    least = gap_u < U_GAP_BAR ? key_gap_px(ui) : least;
    return px < least ? least : px;
}

/* What is missing to 15 mm between the exit and the nearest target of the body, after what the bar
 * and the body keep free at their edges. */
static int round_exit(const Ui *ui)
{
    const Theme *theme = &ui->settings.theme;
    ThemeFit bar = theme_fit(theme, FACE_BAR);
    int bar_u = theme->bar_at_top ? bar.pad_bottom_u : bar.pad_top_u;
    int missing =
        mm_px(ui, LIMIT_EXIT_GAP_MM) - (int)lround(bar_u * theme->panel_k) - ui_px(ui, U_EDGE_BAR);
    return missing > 0 ? missing : 0;
}

int ui_gap(const Ui *ui, const UiNode *node)
{
    return node->box.gap == UI_GAP_ROUND_EXIT ? round_exit(ui) : apart(ui, node, node->box.gap);
}

int ui_row_gap(const Ui *ui, const UiNode *node)
{
    return apart(ui, node, node->box.row_gap);
}

UiRect ui_inner(const Ui *ui, const UiNode *node)
{
    UiRect r = node->rect;
    return (UiRect){r.x + ui_px_of(ui, node, node->box.pad.start),
                    r.y + ui_px_of(ui, node, node->box.pad.top), r.w - ui_pad_w(ui, node),
                    r.h - ui_pad_h(ui, node)};
}

int ui_floor_px(const Ui *ui, const UiNode *node)
{
    if (node->box.action.kind == 0)
        return 0; /* what is gone keeps the room of what it would be */
    const Theme *theme = &ui->settings.theme;
    return node->box.role == ROLE_KEY ? theme->key_min_px : theme->target_min_px;
}

int ui_columns(const UiNode *grid)
{
    return grid->box.columns > 0 ? grid->box.columns : 1;
}

int ui_span(const UiNode *grid, const UiNode *child)
{
    int columns = ui_columns(grid);
    int span = child->box.span > 0 ? child->box.span : 1;
    return span < columns ? span : columns;
}

static int max_int(int a, int b)
{
    return a > b ? a : b;
}

static int children_of(const Ui *ui, const UiNode *node)
{
    int count = 0;
    for (int c = node->first_child; c != UI_NONE; c = ui->nodes[c].next)
        count++;
    return count;
}

/* ---- natural widths ---- */

static void natural_row(const Ui *ui, UiNode *node)
{
    int gaps = ui_gap(ui, node) * (children_of(ui, node) - 1);
    node->want_w = node->least_w = gaps;
    for (int c = node->first_child; c != UI_NONE; c = ui->nodes[c].next) {
        const UiNode *child = &ui->nodes[c];
        node->want_w += child->want_w + ui_margin_w(ui, child);
        node->least_w += child->least_w + ui_margin_w(ui, child);
    }
}

static void natural_widest(const Ui *ui, UiNode *node)
{
    node->want_w = node->least_w = 0;
    for (int c = node->first_child; c != UI_NONE; c = ui->nodes[c].next) {
        const UiNode *child = &ui->nodes[c];
        node->want_w = max_int(node->want_w, child->want_w + ui_margin_w(ui, child));
        node->least_w = max_int(node->least_w, child->least_w + ui_margin_w(ui, child));
    }
}

static void natural_grid(const Ui *ui, UiNode *node)
{
    int columns = ui_columns(node), want = 0, least = 0;
    for (int c = node->first_child; c != UI_NONE; c = ui->nodes[c].next) {
        const UiNode *child = &ui->nodes[c];
        int span = ui_span(node, child);
        want = max_int(want, child->want_w / span);
        least = max_int(least, child->least_w / span);
    }
    int gaps = ui_gap(ui, node) * (columns - 1);
    node->want_w = want * columns + gaps;
    node->least_w = least * columns + gaps;
}

static void natural_wrap(const Ui *ui, UiNode *node)
{
    natural_widest(ui, node);
    int least = node->least_w;
    natural_row(ui, node);
    node->least_w = least;
}

static void clamp_natural(const Ui *ui, UiNode *node)
{
    node->want_w += ui_pad_w(ui, node);
    node->least_w += ui_pad_w(ui, node);
    int floor = max_int(ui_px_of(ui, node, node->box.min_w), ui_floor_px(ui, node));
    int wished = ui_px_of(ui, node, node->box.w);
    if (node->box.w > 0 && node->box.min_w > 0)
        node->want_w = max_int(wished, node->least_w);
    else if (node->box.w > 0)
        node->want_w = node->least_w = wished;
    node->want_w = max_int(node->want_w, floor);
    node->least_w = max_int(node->least_w, floor);
    int most = ui_px_of(ui, node, node->box.max_w);
    if (most > 0 && node->want_w > most)
        node->want_w = max_int(most, floor);
    if (node->least_w > node->want_w)
        node->least_w = node->want_w;
}

void ui_flow_natural(Ui *ui)
{
    for (int i = ui->count - 1; i >= 0; i--) {
        UiNode *node = &ui->nodes[i];
        if (!ui_has_children(node)) {
            ui_leaf_natural(ui, node);
            clamp_natural(ui, node);
            continue;
        }
        switch (node->box.axis) {
        case AXIS_ROW: natural_row(ui, node); break;
        case AXIS_GRID: natural_grid(ui, node); break;
        case AXIS_WRAP: natural_wrap(ui, node); break;
        case AXIS_COLUMN:
        case AXIS_LAYER: natural_widest(ui, node); break;
        }
        clamp_natural(ui, node);
    }
}

/* ---- sharing ---- */

static int shares_left(const UiShares *items, const bool *frozen)
{
    int shares = 0;
    for (int i = 0; i < items->count; i++)
        shares += frozen[i] ? 0 : items->share[i];
    return shares;
}

/* Freeze every item whose share would go under its floor (or over its most); true if any did. */
static bool freeze(UiShares *items, bool *frozen, int *space, int shares)
{
    bool changed = false;
    int room = *space;
    for (int i = 0; i < items->count; i++) {
        if (frozen[i])
            continue;
        int size = items->base[i] + (int)((int64_t)room * items->share[i] / shares);
        int bound = size < items->floor[i] ? items->floor[i] : size;
        if (items->most[i] > 0 && bound > items->most[i])
            bound = items->most[i];
        if (bound == size)
            continue;
        items->size[i] = bound;
        frozen[i] = changed = true;
        *space -= bound - items->base[i];
    }
    return changed;
}

static void give_rest(UiShares *items, const bool *frozen, int space, int shares)
{
    int given = 0, last = UI_NONE;
    for (int i = 0; i < items->count; i++) {
        if (frozen[i])
            continue;
        int part = (int)((int64_t)space * items->share[i] / shares);
        items->size[i] = items->base[i] + part;
        given += part;
        last = i;
    }
    if (last != UI_NONE)
        items->size[last] += space - given;
}

int ui_share(UiShares *items, int space)
{
    bool frozen[UI_ITEMS_MAX];
    for (int i = 0; i < items->count; i++) {
        frozen[i] = items->share[i] <= 0;
        space -= frozen[i] ? 0 : items->base[i];
    }
    for (int round = 0; round < UI_ITEMS_MAX; round++) {
        int shares = shares_left(items, frozen);
        if (shares == 0)
            return space;
        if (!freeze(items, frozen, &space, shares)) {
            give_rest(items, frozen, space, shares);
            return 0;
        }
    }
    return space;
}

/* ---- widths ---- */

/* Across: stretched children take all, others what they want, none more than there is. */
static int across_width(const Ui *ui, const UiNode *parent, const UiNode *child, int inner_w)
{
    int room = inner_w - ui_margin_w(ui, child);
    if (child->box.w > 0)
        return ui_px_of(ui, child, child->box.w);
    UiAlign align = child->box.self != ALIGN_DEFAULT ? child->box.self : parent->box.align;
    bool stretch = align == ALIGN_DEFAULT || align == ALIGN_STRETCH;
    if (parent->box.axis == AXIS_LAYER)
        stretch = child->box.self == ALIGN_DEFAULT || child->box.self == ALIGN_STRETCH;
    int width = stretch || child->want_w > room ? room : child->want_w;
    int most = ui_px_of(ui, child, child->box.max_w);
    return most > 0 && width > most ? most : width;
}

/* Words give way until they fit, in proportion to what they want. */
static void shrink_row(UiNode *const *kids, int count, int missing)
{
    for (int round = 0; round < UI_ITEMS_MAX && missing > 0; round++) {
        int give = 0;
        for (int i = 0; i < count; i++)
            if (kids[i]->box.grow == 0)
                give += kids[i]->rect.w - kids[i]->least_w;
        if (give <= 0)
            return;
        int want = missing < give ? missing : give, taken = 0;
        for (int i = 0; i < count && taken < want; i++) {
            if (kids[i]->box.grow != 0)
                continue;
            int slack = kids[i]->rect.w - kids[i]->least_w;
            int part = (int)(((int64_t)want * slack + give - 1) / give);
            part = part > want - taken ? want - taken : part;
            kids[i]->rect.w -= part;
            taken += part;
        }
        missing -= taken;
    }
}

static void widths_row(Ui *ui, UiNode *node, int inner_w)
{
    UiNode *kids[UI_ITEMS_MAX];
    UiShares items = {0};
    int space = inner_w, floors = 0;
    for (int c = node->first_child; c != UI_NONE; c = ui->nodes[c].next) {
        UiNode *child = &ui->nodes[c];
        int i = items.count++;
        check(i < UI_ITEMS_MAX);
        kids[i] = child;
        child->rect.w = child->want_w;
        items.share[i] = child->box.grow;
        items.base[i] = ui_pad_w(ui, child);
        items.floor[i] = child->box.grow > 0 ? child->least_w : 0;
        items.most[i] = ui_px_of(ui, child, child->box.max_w);
        floors += items.floor[i];
        space -= ui_margin_w(ui, child) + (child->box.grow > 0 ? 0 : child->want_w);
    }
    space -= ui_gap(ui, node) * (items.count - 1);
    if (space < floors)
        shrink_row(kids, items.count, floors - space);
    space = inner_w - ui_gap(ui, node) * (items.count - 1);
    for (int i = 0; i < items.count; i++)
        space -= ui_margin_w(ui, kids[i]) + (kids[i]->box.grow > 0 ? 0 : kids[i]->rect.w);
    ui_share(&items, space > 0 ? space : 0);
    for (int i = 0; i < items.count; i++)
        if (items.share[i] > 0)
            kids[i]->rect.w = items.size[i];
}

static void widths_grid(Ui *ui, UiNode *node, int inner_w)
{
    int columns = ui_columns(node), gap = ui_gap(ui, node), column = 0;
    int room = inner_w - gap * (columns - 1);
    for (int c = node->first_child; c != UI_NONE; c = ui->nodes[c].next) {
        UiNode *child = &ui->nodes[c];
        int span = ui_span(node, child);
        if (column + span > columns)
            column = 0;
        int from = room * column / columns, to = room * (column + span) / columns;
        int cell = to - from + gap * (span - 1) - ui_margin_w(ui, child);
        child->rect.w = child->box.w > 0 ? ui_px_of(ui, child, child->box.w) : cell;
        column += span;
    }
}

void ui_flow_widths(Ui *ui)
{
    ui->nodes[0].rect.w = ui->settings.theme.panel.width_px;
    for (int i = 0; i < ui->count; i++) {
        UiNode *node = &ui->nodes[i];
        int inner_w = node->rect.w - ui_pad_w(ui, node);
        if (!ui_has_children(node))
            continue;
        if (node->box.axis == AXIS_ROW)
            widths_row(ui, node, inner_w);
        else if (node->box.axis == AXIS_GRID)
            widths_grid(ui, node, inner_w);
        else
            for (int c = node->first_child; c != UI_NONE; c = ui->nodes[c].next) {
                UiNode *child = &ui->nodes[c];
                int room = inner_w - ui_margin_w(ui, child);
                bool wrap = node->box.axis == AXIS_WRAP;
                int own = child->want_w < room ? child->want_w : room;
                child->rect.w = wrap ? own : across_width(ui, node, child, inner_w);
            }
    }
}
