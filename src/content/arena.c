/* arena.c - pieces from malloc, cut into objects. Frees nothing before arena_free. */
#include "arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct ArenaPiece {
    ArenaPiece *next;
    size_t used, size; /* bytes of `data` */
    alignas(max_align_t) unsigned char data[];
};

static bool add_piece(Arena *arena, size_t bytes)
{
    size_t size = bytes > ARENA_PIECE_BYTES ? bytes : ARENA_PIECE_BYTES;
    if (size > ARENA_BYTES_MAX - arena->total) {
        return false;
    }
    ArenaPiece *piece = calloc(1, sizeof *piece + size);
    if (piece == NULL) {
        return false;
    }
    piece->next = arena->piece;
    piece->size = size;
    arena->piece = piece;
    arena->total += size;
    return true;
}

void *arena_alloc(Arena *arena, size_t count, size_t size_bytes)
{
    static const size_t align = alignof(max_align_t);
    if (size_bytes > 0 && count > ARENA_BYTES_MAX / size_bytes) {
        arena->full = true;
        return NULL;
    }
    size_t bytes = (count * size_bytes + align - 1) / align * align;
    if ((arena->piece == NULL || bytes > arena->piece->size - arena->piece->used) &&
        !add_piece(arena, bytes)) {
        arena->full = true;
        return NULL;
    }
    void *object = arena->piece->data + arena->piece->used;
    arena->piece->used += bytes;
    return object;
}

Str arena_str(Arena *arena, Str text)
{
    char *copy = text.size > 0 ? arena_alloc(arena, text.size + 1, 1) : NULL;
    if (copy == NULL) {
        return (Str){"", 0};
    }
    memcpy(copy, text.data, text.size);
    return (Str){copy, text.size};
}

void arena_free(Arena *arena)
{
    while (arena->piece != NULL) {
        ArenaPiece *next = arena->piece->next;
        free(arena->piece);
        arena->piece = next;
    }
    *arena = (Arena){0};
}
