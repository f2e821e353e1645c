/* buf.h - text built piece by piece in memory of the caller.
 * Owns nothing. Overflow is remembered, not reported piece by piece: check once at the end.
 * The text is always terminated. */
#ifndef OKSP_BUF_H
#define OKSP_BUF_H

#include <stdbool.h>
#include <stddef.h>

#include "str.h"

typedef struct Buf {
    char *data;
    size_t capacity; /* bytes, terminator included */
    size_t size;     /* bytes, terminator excluded */
    bool overflow;   /* something did not fit; what stands is a whole prefix */
} Buf;

/* Start with an empty text in `memory` of `capacity` bytes (at least 1). */
Buf buf_init(char *memory, size_t capacity);

void buf_add(Buf *buf, Str text);
void buf_add_char(Buf *buf, char c);
void buf_format(Buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* What stands so far. */
Str buf_str(const Buf *buf);

#endif
