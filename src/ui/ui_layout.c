/* ui_layout.c - the end of building: lay out, mirror once, hit rectangles, overflow, focus.
 * Owns nothing. Never draws and never decides what a screen says. */
#include "check.h"
#include "ui.h"
#include "ui_work.h"

/* Right to left: one reflection. What carries STATE_LTR moves as a whole and keeps its inside. */
void ui_mirror(Ui *ui)
{
    int shift[UI_NODES_MAX];
    bool kept[UI_NODES_MAX]; /* inside something left to right */
    int panel_w = ui->settings.theme.panel.width_px;
    for (int i = 0; i < ui->count; i++) {
        UiNode *node = &ui->nodes[i];
        int parent = node->parent;
        bool parent_kept = parent != UI_NONE && kept[parent];
        shift[i] = parent_kept ? shift[parent] : panel_w - 2 * node->rect.x - node->rect.w;
        kept[i] = parent_kept || (node->box.state & STATE_LTR);
        node->rect.x += shift[i];
        if (kept[i]) {
            node->icon.x += shift[i];
            node->words.x += shift[i];
        } else {
            node->icon.x = panel_w - node->icon.x - node->icon.w;
            node->words.x = panel_w - node->words.x - node->words.w;
        }
    }
}

typedef struct Sides {
    int left, top, right, bottom;
} Sides;

static int min_int(int a, int b)
{
    return a < b ? a : b;
}

/* Half of the gap between two boxes bounds how far each may reach to the other. */
static void bound_sides(Sides *sides, UiRect a, UiRect b)
{
    int right = b.x - (a.x + a.w), left = a.x - (b.x + b.w);
    int below = b.y - (a.y + a.h), above = a.y - (b.y + b.h);
    int across = right > left ? right : left, along = below > above ? below : above;
    if (across < 0 && along < 0)
        return; /* one stands on the other: the deeper one wins the point */
    if (across >= along && right >= 0)
        sides->right = min_int(sides->right, right / 2);
    else if (across >= along && left >= 0)
        sides->left = min_int(sides->left, left / 2);
    else if (below >= 0)
        sides->bottom = min_int(sides->bottom, below / 2);
    else if (above >= 0)
        sides->top = min_int(sides->top, above / 2);
}

static UiRect grown(const Ui *ui, UiRect r, Sides sides)
{
    const Panel *panel = &ui->settings.theme.panel;
    int left = min_int(sides.left, r.x > 0 ? r.x : 0);
    int top = min_int(sides.top, r.y > 0 ? r.y : 0);
    int room_right = panel->width_px - (r.x + r.w), room_down = panel->height_px - (r.y + r.h);
    int right = min_int(sides.right, room_right > 0 ? room_right : 0);
    int bottom = min_int(sides.bottom, room_down > 0 ? room_down : 0);
    return (UiRect){r.x - left, r.y - top, r.w + left + right, r.h + top + bottom};
}

void ui_hits(Ui *ui)
{
    int most = ui_px(ui, LIMIT_HIT_GROW_U);
    for (int i = 0; i < ui->count; i++) {
        UiNode *node = &ui->nodes[i];
        node->hit = (UiRect){0};
        if (!ui_is_target(node))
            continue;
        Sides sides = {most, most, most, most};
        for (int j = 0; j < ui->count; j++)
            if (j != i && ui_is_target(&ui->nodes[j]))
                bound_sides(&sides, node->rect, ui->nodes[j].rect);
        node->hit = grown(ui, node->rect, sides);
    }
}

static bool holds(UiRect out, UiRect in)
{
    return in.x >= out.x && in.y >= out.y && in.x + in.w <= out.x + out.w &&
           in.y + in.h <= out.y + out.h;
}

void ui_overflow(Ui *ui)
{
    const Panel *panel = &ui->settings.theme.panel;
    UiRect glass = {0, 0, panel->width_px, panel->height_px};
    for (int i = 0; i < ui->count; i++) {
        UiNode *node = &ui->nodes[i];
        UiRect room = node->parent == UI_NONE ? glass : ui->nodes[node->parent].rect;
        bool empty = node->rect.w <= 0 || node->rect.h <= 0;
        node->outside = empty ? node->rect.w < 0 || node->rect.h < 0 : !holds(room, node->rect);
    }
}

static void set_focus(Ui *ui)
{
    if (!ui->settings.focus)
        return;
    ui->focused = ui_focus_keep(ui, ui->settings.focus);
    if (ui->focused != UI_NONE && ui->settings.show_focus)
        ui->nodes[ui->focused].box.state |= STATE_FOCUSED;
}

/* A picture that takes what is left and got almost nothing is left out: a sliver says nothing. */
static void leave_slivers_out(Ui *ui)
{
    for (int i = 0; i < ui->count; i++) {
        UiNode *node = &ui->nodes[i];
        bool fills = node->box.picture != NULL && node->box.grow > 0 && node->box.label == NULL;
        if (fills && node->rect.h < ui_px(ui, U_PICTURE_MIN_H))
            node->box.state |= STATE_GONE;
    }
}

void ui_end(Ui *ui)
{
    check(ui->depth == 0 && ui->count > 0);
    ui_fit(ui);
    leave_slivers_out(ui);
    if (ui->settings.rtl)
        ui_mirror(ui);
    ui_hits(ui);
    set_focus(ui);
}
