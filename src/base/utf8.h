/* utf8.h - UTF-8 at the edge: validate once, trust inside. */
#ifndef OKSP_UTF8_H
#define OKSP_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "str.h"

enum { UTF8_BYTES_MAX = 4 };

/* Is this well-formed UTF-8 (RFC 3629: no surrogates, nothing over U+10FFFF, shortest forms)? */
bool utf8_is_valid(Str text);

/* Decode the code point at `*at` (bytes) and move `*at` behind it. The text must be valid. */
uint32_t utf8_next(Str text, size_t *at);

/* Encode `point` into `out`; returns the bytes written (1 to 4). */
size_t utf8_encode(uint32_t point, char out[UTF8_BYTES_MAX]);

/* Code points in a valid text. */
size_t utf8_count(Str text);

/* The byte length of `text` without its last code point (backspace). */
size_t utf8_before_last(Str text);

#endif
