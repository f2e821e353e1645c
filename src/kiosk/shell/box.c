/* box.c - rounded boxes. See box.h. */
#include "box.h"

#include <math.h>

/* One row of a box: from `from` to `to` it is touched, from `solid_from` to `solid_to` covered. */
typedef struct BoxRow {
    int from, solid_from, solid_to, to;
} BoxRow;

/* No corner is rounder than half the width, nor than `high`. */
static int corner_limit(CanvasRect rect, int radius, int high)
{
    int limit = rect.w / 2 < high ? rect.w / 2 : high;
    return radius < limit ? radius : limit;
}

Box box_round(CanvasRect rect, int radius)
{
    int r = corner_limit(rect, radius, rect.h / 2);
    return (Box){.rect = rect, .radius = {r, r, r, r}};
}

Box box_top(CanvasRect rect, int radius)
{
    int r = corner_limit(rect, radius, rect.h);
    return (Box){.rect = rect, .radius = {r, r, 0, 0}};
}

Box box_grow(Box box, int by)
{
    CanvasRect r = box.rect;
    box.rect = (CanvasRect){r.x - by, r.y - by, r.w + 2 * by, r.h + 2 * by};
    for (int i = 0; i < BOX_CORNERS; i++) {
        int grown = box.radius[i] + by;
        if (box.radius[i] > 0)
            box.radius[i] = grown > 0 ? grown : 0;
    }
    return box;
}

/* The corner whose square holds the pixel at (px, py) from the box's top left; dx, dy are then the
 * distances of the pixel's centre from the centre of the arc. Radius 0: none. */
static int corner_at(const Box *box, float px, float py, float *dx, float *dy)
{
    float w = (float)box->rect.w, h = (float)box->rect.h;
    for (int i = 0; i < BOX_CORNERS; i++) {
        float r = (float)box->radius[i];
        bool right = i == BOX_TOP_RIGHT || i == BOX_BOTTOM_RIGHT;
        bool low = i == BOX_BOTTOM_RIGHT || i == BOX_BOTTOM_LEFT;
        *dx = right ? px - (w - r) : r - px;
        *dy = low ? py - (h - r) : r - py;
        if (*dx > 0 && *dy > 0)
            return box->radius[i];
    }
    return 0;
}

unsigned box_coverage(const Box *box, int x, int y)
{
    const CanvasRect *r = &box->rect;
    if (x < r->x || y < r->y || x >= r->x + r->w || y >= r->y + r->h)
        return 0;
    float dx = 0, dy = 0;
    int radius = corner_at(box, (float)(x - r->x) + 0.5f, (float)(y - r->y) + 0.5f, &dx, &dy);
    if (radius == 0)
        return 255;
    float covered = 0.5f - (sqrtf(dx * dx + dy * dy) - (float)radius);
    if (covered >= 1)
        return 255;
    return covered <= 0 ? 0 : (unsigned)(covered * 255.0f + 0.5f);
}

/* How far the arc of `radius` stands in from the side, `depth` px (centre) below the box's edge;
 * one pixel of margin for the smooth edge either way. */
static void corner_reach(int radius, float depth, int *touched, int *solid)
{
    *touched = *solid = 0;
    float dy = (float)radius - depth;
    if (radius == 0 || dy <= 0)
        return;
    float outer = (float)radius + 0.5f, inner = (float)radius - 0.5f;
    float reach = outer * outer - dy * dy;
    *touched = reach > 0 ? (int)((float)radius - sqrtf(reach)) - 1 : radius;
    reach = inner * inner - dy * dy;
    *solid = reach > 0 ? (int)((float)radius - sqrtf(reach)) + 2 : radius;
    *touched = *touched < 0 ? 0 : *touched;
    *solid = *solid > radius ? radius : *solid;
}

static BoxRow box_row(const Box *box, int y)
{
    const CanvasRect *r = &box->rect;
    float top = (float)(y - r->y) + 0.5f, bottom = (float)r->h - top;
    bool low = top > bottom;
    float depth = low ? bottom : top;
    int lt, ls, rt, rs;
    corner_reach(box->radius[low ? BOX_BOTTOM_LEFT : BOX_TOP_LEFT], depth, &lt, &ls);
    corner_reach(box->radius[low ? BOX_BOTTOM_RIGHT : BOX_TOP_RIGHT], depth, &rt, &rs);
    /* An arch's corner is taller than half its box: below the middle the top one still rules. */
    if (low && box->radius[BOX_BOTTOM_LEFT] == 0)
        corner_reach(box->radius[BOX_TOP_LEFT], top, &lt, &ls);
    if (low && box->radius[BOX_BOTTOM_RIGHT] == 0)
        corner_reach(box->radius[BOX_TOP_RIGHT], top, &rt, &rs);
    BoxRow row = {r->x + lt, r->x + ls, r->x + r->w - rs, r->x + r->w - rt};
    if (row.solid_from > row.solid_to)
        row.solid_from = row.solid_to = r->x + r->w / 2;
    return row;
}

static CanvasRect rows_of(const Canvas *canvas, CanvasRect rect)
{
    return canvas_meet(rect, canvas->clip);
}

void box_fill(Canvas *canvas, const Box *box, uint32_t argb)
{
    CanvasRect cut = rows_of(canvas, box->rect);
    for (int y = cut.y; y < cut.y + cut.h; y++) {
        BoxRow row = box_row(box, y);
        for (int x = row.from; x < row.solid_from; x++)
            canvas_dot(canvas, x, y, argb, box_coverage(box, x, y));
        CanvasRect solid = {row.solid_from, y, row.solid_to - row.solid_from, 1};
        canvas_span(canvas, solid, argb);
        for (int x = row.solid_to; x < row.to; x++)
            canvas_dot(canvas, x, y, argb, box_coverage(box, x, y));
    }
}

/* Where along the outline (px, clockwise from the top left) pixel (x, y) of a ring stands. */
static float ring_place(const Box *box, int x, int y)
{
    float px = (float)(x - box->rect.x) + 0.5f, py = (float)(y - box->rect.y) + 0.5f;
    float w = (float)box->rect.w, h = (float)box->rect.h;
    float top = py, right = w - px, bottom = h - py, left = px;
    float least = fminf(fminf(top, bottom), fminf(left, right));
    if (least == top)
        return px;
    if (least == right)
        return w + py;
    return least == bottom ? w + h + (w - px) : 2 * w + h + (h - py);
}

typedef struct Ring {
    Box outer, inner;
    uint32_t argb;
    float period; /* px of dash and gap together; 0 = no gaps */
} Ring;

static void ring_dots(Canvas *canvas, const Ring *ring, CanvasRect row)
{
    for (int x = row.x; x < row.x + row.w; x++) {
        unsigned outer = box_coverage(&ring->outer, x, row.y);
        unsigned inner = box_coverage(&ring->inner, x, row.y);
        bool gap = ring->period > 0 &&
                   fmodf(ring_place(&ring->outer, x, row.y), ring->period) > ring->period * 0.6f;
        if (outer > inner && !gap)
            canvas_dot(canvas, x, row.y, ring->argb, outer - inner);
    }
}

static void ring_draw(Canvas *canvas, const Ring *ring)
{
    CanvasRect cut = rows_of(canvas, ring->outer.rect);
    const CanvasRect *in = &ring->inner.rect;
    for (int y = cut.y; y < cut.y + cut.h; y++) {
        BoxRow outer = box_row(&ring->outer, y);
        if (y < in->y || y >= in->y + in->h) {
            ring_dots(canvas, ring, (CanvasRect){outer.from, y, outer.to - outer.from, 1});
            continue;
        }
        BoxRow inner = box_row(&ring->inner, y);
        ring_dots(canvas, ring, (CanvasRect){outer.from, y, inner.solid_from - outer.from, 1});
        ring_dots(canvas, ring, (CanvasRect){inner.solid_to, y, outer.to - inner.solid_to, 1});
    }
}

void box_ring(Canvas *canvas, const Box *box, int width, uint32_t argb)
{
    Ring ring = {.outer = *box, .inner = box_grow(*box, -width), .argb = argb};
    ring_draw(canvas, &ring);
}

void box_dashes(Canvas *canvas, const Box *box, int width, uint32_t argb)
{
    float around = 2.0f * (float)(box->rect.w + box->rect.h);
    float count = roundf(around / (float)(width * 5));
    Ring ring = {.outer = *box, .inner = box_grow(*box, -width), .argb = argb};
    ring.period = count > 0 ? around / count : 0;
    ring_draw(canvas, &ring);
}

void box_ellipse(Canvas *canvas, CanvasRect rect, uint32_t argb)
{
    float rx = (float)rect.w / 2, ry = (float)rect.h / 2;
    CanvasRect cut = rows_of(canvas, rect);
    for (int y = cut.y; y < cut.y + cut.h; y++) {
        float dy = ((float)(y - rect.y) + 0.5f - ry) / ry;
        float reach = 1 - dy * dy;
        float half = reach > 0 ? rx * sqrtf(reach) : 0;
        float from = (float)rect.x + rx - half, to = (float)rect.x + rx + half;
        int first = (int)ceilf(from), last = (int)floorf(to);
        canvas_span(canvas, (CanvasRect){first, y, last - first, 1}, argb);
        canvas_dot(canvas, first - 1, y, argb, (unsigned)(((float)first - from) * 255));
        canvas_dot(canvas, last, y, argb, (unsigned)((to - (float)last) * 255));
    }
}
