/* pixels.h - contrast where it counts: in what is painted.
 * Owns a painter and its back buffer. Paints a laid out screen in memory and samples the place of
 * every word. */
#ifndef OKSP_CRAWL_PIXELS_H
#define OKSP_CRAWL_PIXELS_H

#include "paint.h"
#include "rules.h"

typedef struct Pixels {
    Paint *paint;
    int width, height; /* of the panel it was opened for */
} Pixels;

/* Paint the screen of `rules` and add what is wrong to its faults:
 *   contrast in pixels: strokes against their ground, 0.9 of what the rules ask at least. */
void pixels_judge(Pixels *pixels, Rules *rules);
void pixels_close(Pixels *pixels);

#endif
