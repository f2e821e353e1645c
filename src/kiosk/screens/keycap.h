/* keycap.h - single keys of a keyboard: how wide and how high on this panel, and what each does.
 * Owns nothing: a key is a node with its code point. Never lays out rows; that is keyboard.h. */
#ifndef OKSP_KEYCAP_H
#define OKSP_KEYCAP_H

#include "view.h"

/* Does the keyboard of this field have all of a wide panel? Its keys are wider then. Not in
 * portrait, where keys are as wide as drawn. */
bool keycap_is_wide(const View *view);

/* In the largest letters the keys of a small panel leave room for the field alone. */
bool keycap_are_all(const View *view);

/* A letter, a digit or a sign; `width_u` as it is, not widened on a wide panel. */
void keycap_letter(const View *view, uint32_t point);
void keycap_letter_of(const View *view, uint32_t point, int width_u);

/* A box with an icon whose words are only spoken. */
void keycap_icon(const View *view, UiBox box, int icon_u);

/* What is not a letter. Widths in u as drawn in portrait. */
void keycap_function(const View *view, const char *id, const char *label, UiAction action,
                     int width_u);
void keycap_layer(const View *view, TextKey text, AppLayer layer, int width_u);
void keycap_shift(const View *view);
void keycap_backspace(const View *view, int width_u);
void keycap_space(const View *view, int width_u);
void keycap_done(const View *view, int width_u);

#endif
