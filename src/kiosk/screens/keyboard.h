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

/* The same for a phone number: a mobile one stands in pairs, "06 12 34 56 78", because people check
 * a number by its groups. What was typed stays as it is; other numbers are shown as typed. */
const char *keyboard_number(const View *view, const char *typed);

/* A round button inside a field: an icon, and words that are only spoken. */
void keyboard_field_button(const View *view, const char *id, const char *icon, TextKey words,
                           UiAction action);

/* The button of a field with words: empties it; while it is covered, shows what was typed. */
void keyboard_field_clear(const View *view);

/* A line that uncovers what was typed, shown only while it is covered: after the idle warning going
 * on begins covered, because the touch that ended the warning may be anybody's. */
void keyboard_reveal(const View *view);

#endif
