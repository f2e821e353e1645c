/* points.h - the check or arrow before a point of a list: it grows with the letters that were asked
 * for, and stands in the middle of their first line.
 * Owns nothing. */
#ifndef OKSP_POINTS_H
#define OKSP_POINTS_H

#include "view.h"

/* Its size in u, for who reckons with it. */
int points_size(const View *view);

/* `state` is added to STATE_SILENT: STATE_MIRROR for an arrow. */
void points_mark(const View *view, const char *icon, unsigned state);

#endif
