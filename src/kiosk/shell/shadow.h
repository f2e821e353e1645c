/* shadow.h - soft shadows of rounded boxes, baked once per kind and drawn as nine slices.
 * Owns a bounded cache of masks. The formula is the Gaussian blur of a half plane over the signed
 * distance to the box, 0.5 * erfc(d / (sigma * sqrt 2)) with sigma half the CSS blur. */
#ifndef OKSP_SHADOW_H
#define OKSP_SHADOW_H

#include "canvas.h"

enum { SHADOW_CACHE_MAX = 32 };

typedef struct ShadowLook {
    int offset_y; /* px */
    int blur;     /* px, as CSS: twice the sigma */
    int radius;   /* px, the corner of the box */
    uint32_t argb;
    bool covered; /* the box is opaque: what lies under it need not be drawn */
} ShadowLook;

typedef struct ShadowMask {
    uint8_t *coverage; /* side x tall bytes */
    int width, height; /* px of the mask, margins included */
    int radius, blur;
    uint64_t used; /* the cache's count when it last served */
} ShadowMask;

typedef struct ShadowCache {
    ShadowMask masks[SHADOW_CACHE_MAX];
    uint64_t count;
} ShadowCache;

/* Draw the shadow that a box at `rect` throws. Without memory for the mask nothing is drawn. */
void shadow_draw(Canvas *canvas, ShadowCache *cache, CanvasRect rect, const ShadowLook *look);

/* What the formula gives for pixel (x, y) and a box at (0, 0) of w x h; 0 to 255. */
unsigned shadow_coverage(CanvasRect size, const ShadowLook *look, int x, int y);

void shadow_free(ShadowCache *cache);

#endif
