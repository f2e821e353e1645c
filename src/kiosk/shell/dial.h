/* dial.h - the calm ring that runs empty: a clock without digits.
 * Owns nothing. */
#ifndef OKSP_DIAL_H
#define OKSP_DIAL_H

#include "canvas.h"

enum { DIAL_FULL = 1000 };

typedef struct Dial {
    CanvasRect rect; /* px; the ring stands half its width inside */
    int width_px;    /* of the stroke */
    int amount;      /* what is left, 0 to DIAL_FULL, clockwise from twelve o'clock */
    uint32_t track, argb;
} Dial;

void dial_draw(Canvas *canvas, const Dial *dial);

#endif
