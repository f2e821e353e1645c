/* str.h - a slice of text: pointer and length, never a terminator.
 * Owns nothing: the text belongs to whoever made the slice. */
#ifndef OKSP_STR_H
#define OKSP_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct Str {
    const char *data;
    size_t size; /* bytes */
} Str;

/* A slice of a C string (NULL gives an empty slice), or of a string literal. */
Str str_of(const char *text);
#define STR(literal) ((Str){(literal), sizeof(literal) - 1})

bool str_equal(Str a, Str b);
bool str_starts_with(Str text, Str prefix);
bool str_ends_with(Str text, Str suffix);

/* Without ASCII white space at both ends. */
Str str_trim(Str text);

/* Only bytes below 128? */
bool str_is_ascii(Str text);

/* Cut `*rest` at the first `separator`: returns what stood before it and moves *rest behind it.
 * Without a separator everything is returned and *rest becomes empty (data NULL). */
Str str_cut(Str *rest, char separator);

/* A whole decimal number within [min, max]; false on anything else, `*out` untouched. */
bool str_to_int(Str text, int64_t min, int64_t max, int64_t *out);

/* Copy into `buffer` with a terminator; false (and an empty string) when it does not fit. */
bool str_copy(Str text, char *buffer, size_t buffer_bytes);

#endif
