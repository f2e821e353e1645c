/* canvas.h - the back buffer: 0xAARRGGBB pixels in memory that is locked and wiped.
 * Owns the pixels. Knows rectangles and colours; never a node, a window or a file.
 * What a visitor typed can be read in these pixels, so they never reach swap or a core dump. */
#ifndef OKSP_CANVAS_H
#define OKSP_CANVAS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { CANVAS_SIDE_PX_MAX = 8192 };

typedef struct CanvasRect {
    int x, y, w, h; /* px */
} CanvasRect;

typedef struct Canvas {
    uint32_t *pixels; /* row after row, without padding; alpha always 255 */
    int width, height;
    CanvasRect clip; /* nothing is drawn outside */
} Canvas;

/* What the intersection of two rectangles is; w and h are 0 when they do not meet. */
CanvasRect canvas_meet(CanvasRect a, CanvasRect b);

/* The smallest rectangle around both; an empty one does not count. */
CanvasRect canvas_join(CanvasRect a, CanvasRect b);

/* Allocate a black canvas whose clip is everything. False when memory is short. `*locked` (may be
 * NULL) says whether the system agreed to keep the pixels out of swap. */
bool canvas_init(Canvas *canvas, int width, int height, bool *locked);

/* Wipe and give back. A canvas that was never made is fine. */
void canvas_free(Canvas *canvas);

/* Overwrite every pixel with black. */
void canvas_wipe(Canvas *canvas);

/* Draw only inside `rect` (cut to the canvas) from now on. */
void canvas_clip(Canvas *canvas, CanvasRect rect);

/* One row of `w` pixels from (x, y); cut to the clip, blended by the colour's alpha. */
void canvas_span(Canvas *canvas, CanvasRect row, uint32_t argb);

/* A rectangle of one colour. */
void canvas_fill(Canvas *canvas, CanvasRect rect, uint32_t argb);

/* One pixel, covered for `coverage` of 255. */
void canvas_dot(Canvas *canvas, int x, int y, uint32_t argb, unsigned coverage);

/* `argb` with its alpha times `alpha` of 255. */
uint32_t canvas_fade(uint32_t argb, unsigned alpha);

/* The colour between `under` (opaque) and `over`, taken for `alpha` of 255. */
static inline uint32_t canvas_blend(uint32_t under, uint32_t over, unsigned alpha)
{
    const uint32_t pair = 0x00FF00FFu;
    uint32_t rest = 255u - alpha;
    uint32_t rb = (over & pair) * alpha + (under & pair) * rest + 0x00800080u;
    uint32_t g = ((over >> 8) & 0xFFu) * alpha + ((under >> 8) & 0xFFu) * rest + 0x80u;
    rb = ((rb + ((rb >> 8) & pair)) >> 8) & pair;
    g = (g + (g >> 8)) & 0xFF00u;
    return 0xFF000000u | rb | g;
}

#endif
