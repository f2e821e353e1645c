/* lint_screen.h - texts as the kiosk draws them: characters the fonts lack, and text that does not
 * fit at the largest size on the smallest gated panels, found with the kiosk's own screens and
 * fonts, without a window. Adds problems, owns nothing afterwards. */
#ifndef OKSP_LINT_SCREEN_H
#define OKSP_LINT_SCREEN_H

#include "lint.h"

/* `fonts` is the folder of the kiosk's fonts. */
void lint_screen_glyphs(Source *source, const char *fonts);

/* `pack` is the source as it was built. */
void lint_screen_overflow(Source *source, const char *pack, const char *fonts);

#endif
