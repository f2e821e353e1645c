/* tail.c - the tail of a speech bubble. See tail.h. */
#include "tail.h"

#include <math.h>

/* In u, from the drawings of the bubbles. */
static const float TAIL_SIDE_U = 40, TAIL_CORNER_U = 6, TAIL_FROM_EDGE_U = 90, TAIL_INSIDE_U = 6;

typedef struct TailCentre {
    float x, y, half; /* half the side of the square, px */
} TailCentre;

static TailCentre centre_of(const Tail *tail)
{
    const CanvasRect *box = &tail->box;
    float along = (tail->side ? TAIL_INSIDE_U : TAIL_FROM_EDGE_U) * tail->k;
    TailCentre centre = {.half = TAIL_SIDE_U * tail->k / 2};
    centre.x = tail->at_right ? (float)(box->x + box->w) - along : (float)box->x + along;
    centre.y = tail->side ? (float)box->y + (float)box->h / 2
                          : (float)(box->y + box->h) - TAIL_INSIDE_U * tail->k;
    return centre;
}

/* Distance to the square on its corner, its corners rounded; negative inside. */
static float distance(const TailCentre *centre, float corner, int x, int y)
{
    float dx = (float)x + 0.5f - centre->x, dy = (float)y + 0.5f - centre->y;
    float qx = fabsf(dx + dy) * 0.70710678f - centre->half + corner;
    float qy = fabsf(dx - dy) * 0.70710678f - centre->half + corner;
    return fminf(fmaxf(qx, qy), 0) + hypotf(fmaxf(qx, 0), fmaxf(qy, 0)) - corner;
}

static void square(Canvas *canvas, const TailCentre *centre, float corner, uint32_t argb)
{
    int reach = (int)(centre->half * 1.4143f) + 2;
    CanvasRect rect = {(int)centre->x - reach, (int)centre->y - reach, 2 * reach, 2 * reach};
    CanvasRect cut = canvas_meet(rect, canvas->clip);
    for (int y = cut.y; y < cut.y + cut.h; y++) {
        for (int x = cut.x; x < cut.x + cut.w; x++) {
            float share = fminf(fmaxf(0.5f - distance(centre, corner, x, y), 0), 1);
            if (share > 0)
                canvas_dot(canvas, x, y, argb, (unsigned)(share * 255 + 0.5f));
        }
    }
}

void tail_draw(Canvas *canvas, const Tail *tail)
{
    TailCentre centre = centre_of(tail);
    float corner = TAIL_CORNER_U * tail->k;
    if (tail->border_px > 0)
        square(canvas, &centre, corner, tail->border);
    centre.half -= (float)tail->border_px;
    square(canvas, &centre, fmaxf(corner - (float)tail->border_px, 0), tail->fill);
}

void tail_join(Canvas *canvas, const Tail *tail)
{
    if (tail->border_px == 0)
        return;
    TailCentre centre = centre_of(tail);
    centre.half -= (float)tail->border_px;
    CanvasRect kept = canvas->clip, inside = tail->box;
    canvas_clip(canvas, canvas_meet(kept, inside));
    square(canvas, &centre, 0, tail->fill);
    canvas_clip(canvas, kept);
}
