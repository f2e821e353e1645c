/* box.h - rounded boxes with smooth edges: filled, as a ring, as a dashed ring.
 * Owns nothing. Edges are whole pixels; only corners are blended, by their distance to the arc. */
#ifndef OKSP_BOX_H
#define OKSP_BOX_H

#include "canvas.h"

enum { BOX_TOP_LEFT, BOX_TOP_RIGHT, BOX_BOTTOM_RIGHT, BOX_BOTTOM_LEFT, BOX_CORNERS };

typedef struct Box {
    CanvasRect rect;
    int radius[BOX_CORNERS]; /* px, physical corners; clockwise from the top left */
} Box;

/* A box with the same corner everywhere. */
Box box_round(CanvasRect rect, int radius);

/* A box with round corners at the top only. */
Box box_top(CanvasRect rect, int radius);

/* The box grown by `by` px on every side (negative shrinks); round corners stay concentric, square
 * ones stay square. */
Box box_grow(Box box, int by);

/* How much of pixel (x, y) the box covers, 0 to 255: clamp(0.5 - d, 0, 1) with d the distance of
 * the pixel's centre to the outline, negative inside. The definition the fills follow. */
unsigned box_coverage(const Box *box, int x, int y);

void box_fill(Canvas *canvas, const Box *box, uint32_t argb);

/* The `width` px inside the outline of `box`. */
void box_ring(Canvas *canvas, const Box *box, int width, uint32_t argb);

/* The same with gaps: `dash` px drawn and about as much left out, all the way round. */
void box_dashes(Canvas *canvas, const Box *box, int width, uint32_t argb);

/* An ellipse that fills `rect`. */
void box_ellipse(Canvas *canvas, CanvasRect rect, uint32_t argb);

#endif
