/* request_words.h - the words of the payload for each enum of request.h, in one table.
 * Private to this folder. Owns nothing. */
#ifndef OKSP_REQUEST_WORDS_H
#define OKSP_REQUEST_WORDS_H

#include <stdbool.h>

#include "request.h"
#include "str.h"

/* The enums that have words on the wire. */
typedef enum RequestWordList {
    REQUEST_WORD_LIST_WHO,
    REQUEST_WORD_LIST_CLOCK,
    REQUEST_WORD_LIST_HOW,
    REQUEST_WORD_LIST_PICKUP,
    REQUEST_WORD_LIST_TOLD,
    REQUEST_WORD_LIST_SECTOR,
    REQUEST_WORD_LIST_REGISTER,
    REQUEST_WORD_LIST_PART,
    REQUEST_WORD_LIST_COUNT
} RequestWordList;

/* The word of a value; "" for "not asked". */
const char *request_words_of(RequestWordList list, int value);

/* The value of a word; false when there is none ("" is no word). */
bool request_words_find(RequestWordList list, Str word, int *value);

/* Is `value` a value of that enum at all? */
bool request_words_has(RequestWordList list, int value);

enum { REQUEST_WORDS_MOMENT_BYTES_MAX = 16 };

/* "any", "any/am", "2026-11-24/pm" and back. */
void request_words_moment(const RequestMoment *moment, char out[REQUEST_WORDS_MOMENT_BYTES_MAX]);
bool request_words_find_moment(Str word, RequestMoment *out);

#endif
