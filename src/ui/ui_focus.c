/* ui_focus.c - where the focus goes: Tab by reading order, arrows by place.
 * Owns nothing. Arrows are physical, so right to left needs no special case. */
#include <stdlib.h>

#include "ui.h"

static int step(const Ui *ui, int node, int by)
{
    int at = node;
    if (at == UI_NONE)
        at = by > 0 ? -1 : 0;
    for (int i = 0; i < ui->count; i++) {
        at = (at + by + ui->count) % ui->count;
        if (ui_is_target(&ui->nodes[at]))
            return at;
    }
    return UI_NONE;
}

/* Distance of `to` seen from `from` in a direction, or -1 when it does not lie that way. Along the
 * direction counts once, beside it twice; overlapping beside counts nothing. */
static long distance(UiRect from, UiRect to, UiMove move)
{
    int dx = to.x + to.w / 2 - (from.x + from.w / 2);
    int dy = to.y + to.h / 2 - (from.y + from.h / 2);
    bool sideways = move == MOVE_LEFT || move == MOVE_RIGHT;
    int along = sideways ? dx : dy;
    if (move == MOVE_LEFT || move == MOVE_UP)
        along = -along;
    if (along <= 0)
        return -1;
    int low = sideways ? to.y - (from.y + from.h) : to.x - (from.x + from.w);
    int high = sideways ? from.y - (to.y + to.h) : from.x - (to.x + to.w);
    int beside = low > high ? low : high;
    int offset = sideways ? dy : dx;
    if (beside >= 0 && along < beside)
        return -1; /* more beside than ahead */
    return (long)along * 4 + (beside > 0 ? (long)beside * 12 : 0) + labs(offset);
}

static int nearest(const Ui *ui, int node, UiMove move)
{
    int best = UI_NONE;
    long best_distance = 0;
    for (int i = 0; i < ui->count; i++) {
        if (i == node || !ui_is_target(&ui->nodes[i]))
            continue;
        long d = distance(ui->nodes[node].rect, ui->nodes[i].rect, move);
        if (d >= 0 && (best == UI_NONE || d < best_distance)) {
            best = i;
            best_distance = d;
        }
    }
    return best == UI_NONE ? node : best;
}

int ui_focus_move(const Ui *ui, int node, UiMove move)
{
    if (node == UI_NONE || move == MOVE_NEXT)
        return step(ui, node, 1);
    if (move == MOVE_PREVIOUS)
        return step(ui, node, -1);
    return nearest(ui, node, move);
}

int ui_focus_keep(const Ui *ui, const char *id)
{
    int node = ui_find(ui, id);
    if (node != UI_NONE && ui_is_target(&ui->nodes[node]))
        return node;
    return step(ui, UI_NONE, 1);
}
