/* words.h - the words of a laid out node, drawn through the text engine.
 * Owns one text layout and one coverage mask in locked memory; both are wiped after private words.
 * Keeps nothing between calls. */
#ifndef OKSP_WORDS_H
#define OKSP_WORDS_H

#include "canvas.h"
#include "ui.h"

struct TextEngine;

enum { WORDS_MARGIN_PX = 12 /* glyphs may stand out of their line boxes this far */ };

typedef struct Words Words;

/* For panels of at most `width` x `height` px. The engine stays the caller's. NULL without memory.
 */
Words *words_open(struct TextEngine *engine, int width, int height);
void words_close(Words *words);

/* Draw the words of `node` (nothing when it has none) in `ink`, moved `down` px, with the highlight
 * of a spoken word, hard-word dots and the caret where the node asks for them. */
void words_draw(Words *words, Canvas *canvas, const Ui *ui, int node, int down, uint32_t ink);

/* Measures for ui_end: `context` is the TextEngine. */
UiExtent words_measure(void *context, const UiWords *wish);

/* Overwrite whatever the last words left behind. */
void words_wipe(Words *words);

#endif
