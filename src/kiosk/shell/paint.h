/* paint.h - a laid out screen into pixels, only where it changed.
 * Owns the back buffer, the text engine, pictures and shadows. Reads nodes; never changes one, and
 * knows no window: whoever shows the pixels copies the dirty rectangles. */
#ifndef OKSP_PAINT_H
#define OKSP_PAINT_H

#include "canvas.h"
#include "err.h"
#include "ui.h"

struct TextEngine;
typedef struct Paint Paint;

/* For a panel of width x height px, with icons, pictures and fonts from `asset_dir`. NULL with
 * `err` set: asset.missing, text.font-missing, memory.full. */
Paint *paint_open(int width, int height, const char *asset_dir, Err *err);

/* Wipe and free. NULL is fine. */
void paint_close(Paint *paint);

/* Bring the back buffer up to date with `ui`; the rectangles that changed go to `dirty`. Returns
 * how many there are; 0 when nothing looks different. */
int paint_screen(Paint *paint, const Ui *ui, UiRect dirty[UI_DIRTY_MAX]);

/* Forget what is on the glass: the next paint_screen draws everything. */
void paint_again(Paint *paint);

/* Draw the icons and pictures of `ui` into the cache, without showing anything. */
void paint_ahead(Paint *paint, const Ui *ui);

/* At the end of a session: black pixels, empty text caches. Illustrations stay: they are the same
 * for every visitor, and what was shown cannot be read from them more than from the files. */
void paint_wipe(Paint *paint);

/* The back buffer; valid until paint_close. */
const Canvas *paint_canvas(const Paint *paint);

/* What ui_begin needs: the measuring function is words_measure (words.h) with this context. */
struct TextEngine *paint_text(Paint *paint);

/* Pictures drawn since the start; does not rise while the same screens come back. */
unsigned paint_drawn(const Paint *paint);

/* False when the system refused to lock the pixels in memory (limits of the service). */
bool paint_is_locked(const Paint *paint);

#endif
