/* blit.c - ready-made pixels onto the canvas. See blit.h. */
#include "blit.h"

/* Where a source row starts and which way it runs, for the part inside the clip. */
typedef struct BlitRow {
    int from, step;
} BlitRow;

static BlitRow row_of(int width, const CanvasRect *cut, BlitAt at)
{
    int skip = cut->x - at.x;
    return at.flip ? (BlitRow){width - 1 - skip, -1} : (BlitRow){skip, 1};
}

static uint32_t *target(Canvas *canvas, int x, int y)
{
    return canvas->pixels + (size_t)y * (size_t)canvas->width + x;
}

void blit_mask(Canvas *canvas, const BlitMask *mask, BlitAt at, uint32_t argb)
{
    CanvasRect all = {at.x, at.y, mask->width, mask->height};
    CanvasRect cut = canvas_meet(all, canvas->clip);
    BlitRow row = row_of(mask->width, &cut, at);
    unsigned alpha = argb >> 24;
    for (int y = cut.y; y < cut.y + cut.h; y++) {
        const uint8_t *from = mask->coverage + (size_t)(y - at.y) * (size_t)mask->width + row.from;
        uint32_t *to = target(canvas, cut.x, y);
        for (int x = 0; x < cut.w; x++, from += row.step) {
            if (*from != 0)
                to[x] = canvas_blend(to[x], argb, alpha == 255 ? *from : *from * alpha / 255);
        }
    }
}

/* A premultiplied pixel over an opaque one. */
static uint32_t pixel_over(uint32_t under, uint32_t over)
{
    const uint32_t pair = 0x00FF00FFu;
    uint32_t rest = 255u - (over >> 24);
    uint32_t rb = (under & pair) * rest + 0x00800080u;
    uint32_t g = ((under >> 8) & 0xFFu) * rest + 0x80u;
    rb = ((rb + ((rb >> 8) & pair)) >> 8) & pair;
    g = (g + (g >> 8)) & 0xFF00u;
    return 0xFF000000u | ((over & 0x00FFFFFFu) + (rb | g));
}

void blit_picture(Canvas *canvas, const BlitPicture *picture, BlitAt at)
{
    CanvasRect all = {at.x, at.y, picture->width, picture->height};
    CanvasRect cut = canvas_meet(all, canvas->clip);
    BlitRow row = row_of(picture->width, &cut, at);
    for (int y = cut.y; y < cut.y + cut.h; y++) {
        const uint32_t *from =
            picture->pixels + (size_t)(y - at.y) * (size_t)picture->width + row.from;
        uint32_t *to = target(canvas, cut.x, y);
        for (int x = 0; x < cut.w; x++, from += row.step) {
            unsigned alpha = *from >> 24;
            if (alpha == 255)
                to[x] = *from;
            else if (alpha != 0)
                to[x] = pixel_over(to[x], *from);
        }
    }
}
