/* arena.h - memory that is handed out piece by piece and freed all at once.
 * Owns every piece until arena_free. For content only: never wiped, never for what a visitor typed.
 */
#ifndef OKSP_ARENA_H
#define OKSP_ARENA_H

#include <stdbool.h>
#include <stddef.h>

#include "str.h"

enum { ARENA_PIECE_BYTES = 256 * 1024, ARENA_BYTES_MAX = 512 * 1024 * 1024 };

typedef struct ArenaPiece ArenaPiece;

typedef struct Arena {
    ArenaPiece *piece; /* newest first */
    size_t total;      /* bytes taken from the system */
    bool full;         /* a request was refused; the owner reports memory.full */
} Arena;

/* `count` zeroed objects of `size_bytes` each, aligned for any type; NULL (and `full`) when the
 * system or ARENA_BYTES_MAX refuses. A count of 0 gives a pointer that must not be read. */
void *arena_alloc(Arena *arena, size_t count, size_t size_bytes);

/* A copy with a NUL behind it; an empty text gives "" (never NULL data), also when full. */
Str arena_str(Arena *arena, Str text);

void arena_free(Arena *arena);

#endif
