/* app_typing.h - typing on the screen's keyboards and on a real one.
 * Owns AppTyping: which field, which layer, shift. The text itself stands in the draft.
 * Never keeps a copy of what was typed. */
#ifndef OKSP_APP_TYPING_H
#define OKSP_APP_TYPING_H

#include <stdbool.h>
#include <stdint.h>

#include "phone.h"
#include "str.h"

typedef enum AppField {
    APP_FIELD_NONE,
    APP_FIELD_PHONE,
    APP_FIELD_MAIL,
    APP_FIELD_NAME,
    APP_FIELD_NOTE,
    APP_FIELD_SEARCH,
    APP_FIELD_ADULT, /* a child: the name of a grown-up */
    APP_FIELD_CHILD_PHONE,
    APP_FIELD_SHARE, /* an experience in own words */
    APP_FIELD_FIX,   /* a fault in a page in own words */
    APP_FIELD_CHILD_NAME,
    APP_FIELD_PREP /* a talk with school: own words of the part on the screen */
} AppField;

typedef enum AppLayer {
    APP_LAYER_LETTERS, /* letters of the visitor's script; a row of digits above where useful */
    APP_LAYER_ACCENTS, /* Latin letters with a row of accented ones */
    APP_LAYER_DIGITS,  /* digits and signs, for scripts whose letters fill every row */
    APP_LAYER_LATIN    /* Latin letters for a visitor of another script */
} AppLayer;

/* Why a field says something kindly. */
typedef enum AppNotice {
    APP_NOTICE_NONE,
    APP_NOTICE_EMPTY,
    APP_NOTICE_SHORT,     /* digits are missing */
    APP_NOTICE_LONG,      /* more digits than a number has */
    APP_NOTICE_STRANGE,   /* not readable as a number */
    APP_NOTICE_SERVICE,   /* 0800, 0900, 14xx: nobody can be called back there */
    APP_NOTICE_EMERGENCY, /* 112 and the like: perhaps help is needed now */
    APP_NOTICE_MAIL,      /* does not look like an address yet */
    APP_NOTICE_BSN,       /* nine digits that pass the 11-test stand in own words */
    APP_NOTICE_FULL       /* the field holds no more */
} AppNotice;

typedef struct AppTyping {
    AppField field;
    AppLayer layer;
    bool shift;
    bool hidden;      /* what was typed is covered for bystanders */
    AppNotice notice; /* shown after a try to go on, gone at the next key */
} AppTyping;

struct App;

/* The field of a screen becomes the one that is typed in; shift as its first letter wants. */
void app_typing_begin(struct App *app, AppField field);

/* Add a code point to the field when it fits and belongs there: digits of every script and
 * separators in the number field, no spaces in an address, no control characters anywhere. */
void app_typing_add(struct App *app, uint32_t point);
void app_typing_backspace(struct App *app);
void app_typing_clear(struct App *app);

/* What a key of `point` types: the capital while shift is on. */
uint32_t app_typing_case(const AppTyping *typing, uint32_t point);

/* Check the field before going on; sets the notice. True when it may be left. */
bool app_typing_accept(struct App *app);

/* How the number stands while it is typed (the line under the field). */
PhoneResult app_typing_phone(const struct App *app);

/* Digits in the number field. */
int app_typing_digits(const struct App *app);

/* Does `text` hold nine digits in a row (spaces, dots and hyphens between them do not count) that
 * pass the 11-test of a burgerservicenummer? */
bool app_typing_has_bsn(Str text);

#endif
