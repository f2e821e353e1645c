/* locked.h - memory of libraries that see what a visitor typed: locked, and wiped when freed.
 * Owns one pool for the whole program. Never gives memory back to the system before the end. */
#ifndef OKSP_LOCKED_H
#define OKSP_LOCKED_H

#include <stdbool.h>
#include <stddef.h>

#include "err.h"

enum { LOCKED_POOL_BYTES = 512 * 1024 };

/* From now on jansson takes all its memory from the pool. Call once, before jansson is used; a
 * second call changes nothing. Error memory.full when there is no memory. Thread-safe pool. */
bool locked_json(Err *err);

/* From now on ICU wipes what it frees. Call once, before ICU is used. */
void locked_icu(void);

/* The pool's own functions, for tests. */
void *locked_alloc(size_t bytes);
void locked_free(void *memory);
size_t locked_used(void);

#endif
