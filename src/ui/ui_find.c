/* ui_find.c - a node by its id, or by the finger.
 * Owns nothing. Never activates anything. */
#include <string.h>

#include "ui.h"
#include "ui_work.h"

int ui_find(const Ui *ui, const char *id)
{
    if (!id || !id[0])
        return UI_NONE;
    for (int i = 0; i < ui->count; i++)
        if (ui->nodes[i].box.id && strcmp(ui->nodes[i].box.id, id) == 0)
            return i;
    return UI_NONE;
}

static bool holds(UiRect r, int x, int y)
{
    return x >= r.x && x < r.x + r.w && y >= r.y && y < r.y + r.h;
}

/* A later node lies over an earlier one, except that a child's own box comes before what it stands
 * on: with equal claims the deeper node wins, then the later. */
int ui_find_at(const Ui *ui, int x_px, int y_px)
{
    int found = UI_NONE;
    for (int i = 0; i < ui->count; i++) {
        const UiNode *node = &ui->nodes[i];
        if (!ui_is_target(node) || !holds(node->hit, x_px, y_px))
            continue;
        if (found == UI_NONE || holds(node->rect, x_px, y_px) ||
            !holds(ui->nodes[found].rect, x_px, y_px))
            found = i;
    }
    return found;
}

bool ui_is_near(const Ui *ui, int node, int x_px, int y_px, int slop_u)
{
    UiRect r = ui_node(ui, node)->hit;
    int slop = ui_px(ui, slop_u);
    return holds((UiRect){r.x - slop, r.y - slop, r.w + 2 * slop, r.h + 2 * slop}, x_px, y_px);
}
