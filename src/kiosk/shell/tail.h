/* tail.h - the tail of a speech bubble: a square on its corner that looks out from behind the box.
 * Owns nothing. */
#ifndef OKSP_TAIL_H
#define OKSP_TAIL_H

#include "canvas.h"

typedef struct Tail {
    CanvasRect box;        /* px, of the bubble */
    bool side;             /* at the start side, half-way down; else under the box */
    bool at_right;         /* the physical side it is nearest to */
    float k;               /* px per u */
    uint32_t fill, border; /* opaque */
    int border_px;
} Tail;

/* Before the box is filled: the tail itself. */
void tail_draw(Canvas *canvas, const Tail *tail);

/* After the box has its border: open the border where the tail joins. */
void tail_join(Canvas *canvas, const Tail *tail);

#endif
