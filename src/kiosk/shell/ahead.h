/* ahead.h - the pictures of the next screen, drawn before anybody asks for it.
 * Owns a second App and Ui in locked memory. While nothing happens, every target of the present
 * screen is tried out on that App, and what its screen would show goes into the picture cache; a
 * step is short, so a touch never waits for it. Stands still as soon as anything was filled in:
 * then there would be something of a visitor to copy. */
#ifndef OKSP_AHEAD_H
#define OKSP_AHEAD_H

#include "kiosk.h"

typedef struct Ahead Ahead;

/* NULL without memory: the pictures are then drawn when they are needed. */
Ahead *ahead_open(void);
void ahead_close(Ahead *ahead);

/* Draw what one more target leads to; false when there is nothing left to do on this view. */
bool ahead_step(Ahead *ahead, Kiosk *kiosk);

#endif
