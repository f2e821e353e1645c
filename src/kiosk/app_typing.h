/* app_typing.h - typing on the screen's keyboards and on a real one.
 * Owns AppTyping: which field, which layer, shift. The text itself stands in the draft.
 * Never keeps a copy of what was typed. */
#ifndef OKSP_APP_TYPING_H
#define OKSP_APP_TYPING_H

#include <stdbool.h>
#include <stdint.h>

typedef enum AppField {
    APP_FIELD_NONE,
    APP_FIELD_PHONE,
    APP_FIELD_MAIL,
    APP_FIELD_NAME,
    APP_FIELD_NOTE
} AppField;

typedef enum AppLayer {
    APP_LAYER_LETTERS, /* letters of the visitor's script */
    APP_LAYER_ACCENTS, /* letters with the accent row instead of digits */
    APP_LAYER_DIGITS,
    APP_LAYER_LATIN /* Latin letters for a visitor of another script (ABC) */
} AppLayer;

/* Why a field says something kindly; 0 = nothing to say. */
typedef enum AppNotice {
    APP_NOTICE_NONE,
    APP_NOTICE_SHORT, /* not complete yet */
    APP_NOTICE_LONG,  /* more digits than a number has */
    APP_NOTICE_PAID,  /* 0800, 0900, 14xx: cannot be called back */
    APP_NOTICE_EMPTY,
    APP_NOTICE_MAIL, /* does not look like an address yet */
    APP_NOTICE_BSN,  /* nine digits that pass the 11-test stand in the note */
    APP_NOTICE_FULL  /* the field holds no more */
} AppNotice;

typedef struct AppTyping {
    AppField field;
    AppLayer layer;
    bool shift;
    bool hidden;      /* digits covered for bystanders */
    AppNotice notice; /* shown after a try to go on, gone at the next key */
} AppTyping;

struct App;
struct Content;

/* The field of a screen becomes the one that is typed in; shift as its first letter wants. */
void app_typing_begin(struct App *app, AppField field);

/* Add a code point to the field, when it fits and belongs there (digits of every script in the
 * number field). */
void app_typing_add(struct App *app, uint32_t point);
void app_typing_backspace(struct App *app);
void app_typing_clear(struct App *app);

#endif
