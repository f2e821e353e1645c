/* heap.c - freed memory is overwritten. See heap.h.
 * Exports malloc's own names; everything is passed on to the C library's allocator. */
#include "heap.h"

#include <malloc.h>
#include <stddef.h>
#include <string.h>

#if defined(__SANITIZE_ADDRESS__)

bool heap_is_wiping(void)
{
    return false;
}

#else

extern void *__libc_malloc(size_t bytes);
extern void *__libc_calloc(size_t count, size_t bytes);
extern void __libc_free(void *memory);

bool heap_is_wiping(void)
{
    return true;
}

void *malloc(size_t bytes)
{
    return __libc_malloc(bytes);
}

void *calloc(size_t count, size_t bytes)
{
    return __libc_calloc(count, bytes);
}

void free(void *memory)
{
    if (memory == NULL)
        return;
    explicit_bzero(memory, malloc_usable_size(memory));
    __libc_free(memory);
}

/* Growing may move the block: the old one is wiped, which the library's own realloc would not do.
 */
void *realloc(void *memory, size_t bytes)
{
    if (memory == NULL)
        return __libc_malloc(bytes);
    size_t had = malloc_usable_size(memory);
    if (bytes != 0 && bytes <= had && bytes >= had / 2)
        return memory;
    void *moved = bytes == 0 ? NULL : __libc_malloc(bytes);
    if (bytes != 0 && moved == NULL)
        return NULL;
    if (moved != NULL)
        memcpy(moved, memory, had < bytes ? had : bytes);
    free(memory);
    return moved;
}

#endif
