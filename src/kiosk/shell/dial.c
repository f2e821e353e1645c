/* dial.c - the ring that runs empty. See dial.h. */
#include "dial.h"

#include <math.h>

static const float TURN = 6.28318531f;

static unsigned covered(float distance)
{
    float share = 0.5f - distance;
    if (share <= 0)
        return 0;
    return share >= 1 ? 255 : (unsigned)(share * 255 + 0.5f);
}

/* Distance from (x, y), relative to the centre, to the stroke from twelve o'clock over `angle`
 * radians clockwise, with round ends; negative inside. */
static float arc_distance(const Dial *dial, float x, float y, float angle)
{
    float half = (float)dial->width_px / 2;
    float radius = (float)dial->rect.w / 2 - (float)dial->width_px;
    float at = atan2f(x, -y);
    at = at < 0 ? at + TURN : at;
    if (at <= angle)
        return fabsf(hypotf(x, y) - radius) - half;
    float start = hypotf(x, y + radius);
    float end = hypotf(x - radius * sinf(angle), y + radius * cosf(angle));
    return fminf(start, end) - half;
}

void dial_draw(Canvas *canvas, const Dial *dial)
{
    CanvasRect cut = canvas_meet(dial->rect, canvas->clip);
    float middle_x = (float)dial->rect.x + (float)dial->rect.w / 2;
    float middle_y = (float)dial->rect.y + (float)dial->rect.h / 2;
    float angle = TURN * (float)dial->amount / DIAL_FULL;
    for (int y = cut.y; y < cut.y + cut.h; y++) {
        for (int x = cut.x; x < cut.x + cut.w; x++) {
            float px = (float)x + 0.5f - middle_x, py = (float)y + 0.5f - middle_y;
            unsigned ring = covered(arc_distance(dial, px, py, TURN));
            if (ring == 0)
                continue;
            canvas_dot(canvas, x, y, dial->track, ring);
            if (dial->amount > 0)
                canvas_dot(canvas, x, y, dial->argb, covered(arc_distance(dial, px, py, angle)));
        }
    }
}
