/* latin.h - a name in another script, written so that a colleague can say it.
 * Owns nothing that outlives a call. ICU works in memory of its own: programs that hold personal
 * data call locked_icu (locked.h) first, so that this memory is wiped too. */
#ifndef OKSP_LATIN_H
#define OKSP_LATIN_H

#include <stdbool.h>
#include <stddef.h>

#include "str.h"

/* Is there a letter in `text` (valid UTF-8) that is not of the Latin script? */
bool latin_is_needed(Str text);

/* Write `text` in Latin letters into `out`; false and "" when that fails or does not fit. */
bool latin_write(Str text, char *out, size_t out_bytes);

#endif
