/* drawn.h - what the tests of drawn screens share: a screen of 1080 x 1920, its pieces, and the
 * comparison with tests/mockups/boxes. A node with the id "box.N" is item N of that file.
 * Owns the screen and the text engine between drawn_open and drawn_close. */
#ifndef OKSP_DRAWN_H
#define OKSP_DRAWN_H

#include "ui.h"

enum { DRAWN_ACTION = 1 };

extern Ui drawn;

/* Setup and teardown of a cmocka group. */
int drawn_open(void **state);
int drawn_close(void **state);

void drawn_begin(const char *screen);
const char *drawn_id(int item);

/* Every item of the drawing within 8 u, and nothing cut off or outside. */
void drawn_compare(const char *screen);
void drawn_no_overflow(void);

/* The bar, whose own item is `first`; an icon on a disc (item 0: not in the drawing). */
void drawn_bar(int first, bool with_start);
void drawn_blob(int item, int size, ThemeHue hue);

#endif
