/* phone.h - telephone numbers as people in the Netherlands type them.
 * Owns nothing. Never changes what a visitor sees: the screen shows the number as typed. */
#ifndef OKSP_PHONE_H
#define OKSP_PHONE_H

#include <stdbool.h>

#include "str.h"

/* Stored form: ^(0[1-9][0-9]{8}|\+[0-9]{9,15}|00[0-9]{7,13})$ and a terminator. */
enum { PHONE_BYTES_MAX = 17 };

typedef enum PhoneResult {
    PHONE_OK,
    PHONE_EMPTY,
    PHONE_SHORT,      /* digits are missing */
    PHONE_LONG,       /* too many digits */
    PHONE_UNREADABLE, /* letters, or a plus in the middle */
    PHONE_SERVICE, /* 0800, 0900, 0906, 0909, 14xx, 18xx, 116xxx: nobody can be called back there */
    PHONE_EMERGENCY /* 112, 113, 144, 911: perhaps help is needed now */
} PhoneResult;

/* Read `typed` (valid UTF-8; digits of every script; spaces, hyphens, dots, slashes, brackets and
 * direction marks between them; "+31 (0)6" counts as "+31 6") into its stored form.
 * `out` is "" unless PHONE_OK. A Dutch number has ten digits, or nine after +31 and 0031. */
PhoneResult phone_read(Str typed, char out[PHONE_BYTES_MAX]);

/* Has `stored` the stored form? */
bool phone_is_stored(Str stored);

#endif
