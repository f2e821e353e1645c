/* blit.h - ready-made pixels onto the canvas: tinted masks and pictures.
 * Owns nothing. Never scales: whoever makes the pixels makes them at their final size. */
#ifndef OKSP_BLIT_H
#define OKSP_BLIT_H

#include "canvas.h"

/* One byte of coverage per pixel, rows without padding. */
typedef struct BlitMask {
    const uint8_t *coverage;
    int width, height;
} BlitMask;

/* Premultiplied 0xAARRGGBB, rows without padding. */
typedef struct BlitPicture {
    const uint32_t *pixels;
    int width, height;
} BlitPicture;

typedef struct BlitAt {
    int x, y;  /* top left, px */
    bool flip; /* left and right exchanged */
} BlitAt;

/* The colour `argb` wherever the mask covers. */
void blit_mask(Canvas *canvas, const BlitMask *mask, BlitAt at, uint32_t argb);

/* The picture over what stands there. */
void blit_picture(Canvas *canvas, const BlitPicture *picture, BlitAt at);

#endif
