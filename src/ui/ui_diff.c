/* ui_diff.c - what differs from the screen that was on the glass: rectangles and live words.
 * Owns nothing; a UiFrame holds hashes only, and is wiped by its owner at the end of a session. */
#include <string.h>

#include "ui.h"
#include "ui_work.h"

enum { RING_REACH_U = 20 }; /* focus ring: 6 out, 8 wide, and room for rounding */

static uint64_t mix(uint64_t hash, uint64_t number)
{
    hash ^= number + 0x9e3779b97f4a7c15u + (hash << 6) + (hash >> 2);
    return hash * 0xbf58476d1ce4e5b9u;
}

static uint64_t node_hash(const Ui *ui, int index)
{
    const UiNode *node = &ui->nodes[index];
    uint64_t hash = mix(node->hash, node->box.state);
    hash = mix(hash, (uint64_t)node->font.size_px);
    if (ui->speaking == index)
        hash = mix(mix(hash, (uint64_t)ui->word_from), (uint64_t)ui->word_to);
    return hash;
}

static uint64_t settings_hash(const Ui *ui)
{
    const Theme *theme = &ui->settings.theme;
    uint64_t hash = mix(1, (uint64_t)theme->wish.look);
    hash = mix(hash, (uint64_t)theme->wish.text);
    hash = mix(hash, (uint64_t)(theme->k * 10000)); /* see ui_fit.c */
    hash = mix(hash, (uint64_t)theme->wish.child);
    hash = mix(hash, (uint64_t)ui->settings.rtl);
    hash = mix(hash, (uint64_t)theme->panel.width_px);
    hash = mix(hash, (uint64_t)theme->panel.height_px);
    for (const char *c = ui->settings.lang; c && *c; c++)
        hash = mix(hash, (uint64_t)(unsigned char)*c);
    return hash;
}

static bool is_dialog(const Ui *ui, int index)
{
    return ui->nodes[index].box.face == FACE_DIALOG;
}

void ui_frame(const Ui *ui, UiFrame *frame)
{
    *frame = (UiFrame){.count = ui->count, .settings = settings_hash(ui)};
    for (int i = 0; i < ui->count; i++) {
        const UiNode *node = &ui->nodes[i];
        frame->hash[i] = node_hash(ui, i);
        frame->rect[i] = node->rect;
        frame->live[i] = node->box.state & STATE_LIVE ? node->hash : 0;
        frame->dialog[i] = is_dialog(ui, i);
    }
}

/* Ring, tail and shadow reach over the edge of a box; a dialog's shadow furthest. */
static UiRect reach(const Ui *ui, UiRect r, bool dialog)
{
    ThemeShade shade = theme_shadow(LOOK_LIGHT, dialog ? SHADOW_DIALOG : SHADOW_CARD);
    int out_u = shade.blur_u + shade.offset_y_u;
    int out = ui_px(ui, out_u > RING_REACH_U ? out_u : RING_REACH_U);
    return (UiRect){r.x - out, r.y - out, r.w + 2 * out, r.h + 2 * out};
}

static UiRect clip(const Ui *ui, UiRect r)
{
    const Panel *panel = &ui->settings.theme.panel;
    int x0 = r.x > 0 ? r.x : 0, y0 = r.y > 0 ? r.y : 0;
    int x1 = r.x + r.w < panel->width_px ? r.x + r.w : panel->width_px;
    int y1 = r.y + r.h < panel->height_px ? r.y + r.h : panel->height_px;
    return (UiRect){x0, y0, x1 > x0 ? x1 - x0 : 0, y1 > y0 ? y1 - y0 : 0};
}

static UiRect joined(UiRect a, UiRect b)
{
    int x0 = a.x < b.x ? a.x : b.x, y0 = a.y < b.y ? a.y : b.y;
    int x1 = a.x + a.w > b.x + b.w ? a.x + a.w : b.x + b.w;
    int y1 = a.y + a.h > b.y + b.h ? a.y + a.h : b.y + b.h;
    return (UiRect){x0, y0, x1 - x0, y1 - y0};
}

static bool touch(UiRect a, UiRect b)
{
    return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

static long area(UiRect r)
{
    return (long)r.w * r.h;
}

/* Take in every rectangle that overlaps `r`, so that the list stays free of overlap. */
static int absorb(UiRect dirty[UI_DIRTY_MAX], int count, UiRect *r)
{
    for (int i = 0; i < count;) {
        if (!touch(dirty[i], *r)) {
            i++;
            continue;
        }
        *r = joined(dirty[i], *r);
        dirty[i] = dirty[--count];
        i = 0;
    }
    return count;
}

/* Full: the new one goes to the rectangle that it enlarges least. */
static int cheapest(const UiRect dirty[UI_DIRTY_MAX], int count, UiRect r)
{
    int best = 0;
    long best_growth = area(joined(dirty[0], r)) - area(dirty[0]);
    for (int i = 1; i < count; i++) {
        long growth = area(joined(dirty[i], r)) - area(dirty[i]);
        if (growth < best_growth) {
            best = i;
            best_growth = growth;
        }
    }
    return best;
}

static int add(UiRect dirty[UI_DIRTY_MAX], int count, UiRect r)
{
    if (r.w <= 0 || r.h <= 0)
        return count;
    count = absorb(dirty, count, &r);
    if (count == UI_DIRTY_MAX) {
        int at = cheapest(dirty, count, r);
        r = joined(dirty[at], r);
        dirty[at] = dirty[--count];
        count = absorb(dirty, count, &r);
    }
    dirty[count] = r;
    return count + 1;
}

static bool same_rect(UiRect a, UiRect b)
{
    return a.x == b.x && a.y == b.y && a.w == b.w && a.h == b.h;
}

static bool is_same(const Ui *ui, const UiFrame *before, int i)
{
    return i < before->count && i < ui->count && before->hash[i] == node_hash(ui, i) &&
           same_rect(before->rect[i], ui->nodes[i].rect);
}

int ui_diff(const Ui *ui, const UiFrame *before, UiRect dirty[UI_DIRTY_MAX])
{
    const Panel *panel = &ui->settings.theme.panel;
    if (before->count == 0 || before->settings != settings_hash(ui)) {
        dirty[0] = (UiRect){0, 0, panel->width_px, panel->height_px};
        return 1;
    }
    int count = 0, most = ui->count > before->count ? ui->count : before->count;
    for (int i = 0; i < most; i++) {
        if (is_same(ui, before, i))
            continue;
        if (i < before->count)
            count = add(dirty, count, clip(ui, reach(ui, before->rect[i], before->dialog[i])));
        if (i < ui->count)
            count = add(dirty, count, clip(ui, reach(ui, ui->nodes[i].rect, is_dialog(ui, i))));
    }
    return count;
}

static bool was_live(const UiFrame *before, uint64_t hash)
{
    for (int i = 0; i < before->count; i++)
        if (before->live[i] == hash)
            return true;
    return false;
}

int ui_live(const Ui *ui, const UiFrame *before, int nodes[UI_NODES_MAX])
{
    int count = 0;
    for (int i = 0; i < ui->count; i++)
        if ((ui->nodes[i].box.state & STATE_LIVE) && !was_live(before, ui->nodes[i].hash))
            nodes[count++] = i;
    return count;
}
