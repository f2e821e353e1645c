/* keyboard.h - keys on the screen: a number pad, Latin letters, Arabic letters, an address row.
 * Owns nothing: a key is a node with its code point; what it types is decided by app_typing. */
#ifndef OKSP_KEYBOARD_H
#define OKSP_KEYBOARD_H

#include "view.h"

/* Three by four: digits, +31, backspace. The same places in every language. */
void keyboard_pad(const View *view);

/* The keyboard of the field that is being typed in, as its layer says. */
void keyboard_letters(const View *view);

/* What stands in a field: the typed text, or a dot for each sign while it is covered. */
const char *keyboard_shown(const View *view, const char *typed);

/* A round button inside a field: an icon, and words that are only spoken. */
void keyboard_field_button(const View *view, const char *id, const char *icon, TextKey words,
                           UiAction action);

#endif
