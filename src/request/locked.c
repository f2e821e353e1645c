/* locked.c - one locked pool with a first-fit free list, and wiping wrappers for libraries.
 * Owns the pool. Every block is wiped the moment it is freed; nothing is ever returned to the
 * system, so no page that held a visitor's words is handed out unlocked. */
#include "locked.h"

#include <jansson.h>
#include <sodium.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <threads.h>
#include <unicode/uclean.h>

#include "check.h"

/* Blocks stand behind each other; `bytes` counts the block without its head. */
typedef struct Block {
    size_t bytes;
    size_t is_used;
} Block;

enum { ALIGN_BYTES = 16 };
_Static_assert(sizeof(Block) % ALIGN_BYTES == 0, "blocks stay aligned");

static unsigned char *pool;
static mtx_t pool_lock;
static once_flag pool_once = ONCE_FLAG_INIT;

static Block *block_at(size_t offset)
{
    return (Block *)(void *)(pool + offset);
}

static void make_pool(void)
{
    if (sodium_init() < 0 || mtx_init(&pool_lock, mtx_plain) != thrd_success) {
        return;
    }
    /* sodium_malloc locks the pages, keeps them out of core dumps and puts guards around them. */
    pool = sodium_malloc(LOCKED_POOL_BYTES);
    if (pool != NULL) {
        *block_at(0) = (Block){LOCKED_POOL_BYTES - sizeof(Block), 0};
    }
}

/* Take in the free blocks that follow `block`. */
static void join_following(size_t offset)
{
    Block *block = block_at(offset);
    for (;;) {
        size_t next = offset + sizeof(Block) + block->bytes;
        if (next >= LOCKED_POOL_BYTES || block_at(next)->is_used) {
            return;
        }
        block->bytes += sizeof(Block) + block_at(next)->bytes;
    }
}

/* Use the front of a free block and leave the rest free. */
static void *take(size_t offset, size_t bytes)
{
    Block *block = block_at(offset);
    if (block->bytes >= bytes + sizeof(Block) + ALIGN_BYTES) {
        size_t rest = offset + sizeof(Block) + bytes;
        *block_at(rest) = (Block){block->bytes - bytes - sizeof(Block), 0};
        block->bytes = bytes;
    }
    block->is_used = 1;
    return pool + offset + sizeof(Block);
}

static void *first_fit(size_t bytes)
{
    for (size_t offset = 0; offset < LOCKED_POOL_BYTES;) {
        if (!block_at(offset)->is_used) {
            join_following(offset);
            if (block_at(offset)->bytes >= bytes) {
                return take(offset, bytes);
            }
        }
        offset += sizeof(Block) + block_at(offset)->bytes;
    }
    return NULL;
}

void *locked_alloc(size_t bytes)
{
    call_once(&pool_once, make_pool);
    if (pool == NULL || bytes > LOCKED_POOL_BYTES) {
        return NULL;
    }
    size_t rounded = (bytes + ALIGN_BYTES - 1) / ALIGN_BYTES * ALIGN_BYTES;
    mtx_lock(&pool_lock);
    void *memory = first_fit(rounded == 0 ? ALIGN_BYTES : rounded);
    mtx_unlock(&pool_lock);
    return memory;
}

void locked_free(void *memory)
{
    if (memory == NULL) {
        return;
    }
    unsigned char *at = memory;
    check(pool != NULL && at >= pool + sizeof(Block) && at < pool + LOCKED_POOL_BYTES);
    mtx_lock(&pool_lock);
    Block *block = (Block *)(void *)(at - sizeof(Block));
    check(block->is_used == 1);
    sodium_memzero(memory, block->bytes);
    block->is_used = 0;
    mtx_unlock(&pool_lock);
}

size_t locked_used(void)
{
    size_t used = 0;
    if (pool == NULL) {
        return 0;
    }
    mtx_lock(&pool_lock);
    for (size_t offset = 0; offset < LOCKED_POOL_BYTES;
         offset += sizeof(Block) + block_at(offset)->bytes) {
        used += block_at(offset)->is_used ? block_at(offset)->bytes : 0;
    }
    mtx_unlock(&pool_lock);
    return used;
}

bool locked_json(Err *err)
{
    call_once(&pool_once, make_pool);
    if (pool == NULL) {
        return err_set(err, "memory.full", "no locked memory of %d bytes", LOCKED_POOL_BYTES);
    }
    json_set_alloc_funcs(locked_alloc, locked_free);
    return true;
}

/* ICU frees without telling the size, so it stands in front of each block. */
static void *wiping_alloc(const void *context, size_t bytes)
{
    (void)context;
    Block *block = bytes > SIZE_MAX - sizeof(Block) ? NULL : malloc(sizeof(Block) + bytes);
    if (block == NULL) {
        return NULL;
    }
    block->bytes = bytes;
    return block + 1;
}

static void wiping_free(const void *context, void *memory)
{
    (void)context;
    if (memory != NULL) {
        Block *block = (Block *)memory - 1;
        sodium_memzero(memory, block->bytes);
        free(block);
    }
}

static void *wiping_realloc(const void *context, void *memory, size_t bytes)
{
    void *moved = wiping_alloc(context, bytes);
    if (moved == NULL || memory == NULL) {
        return moved;
    }
    size_t old = ((Block *)memory - 1)->bytes;
    memcpy(moved, memory, old < bytes ? old : bytes);
    wiping_free(context, memory);
    return moved;
}

void locked_icu(void)
{
    UErrorCode status = U_ZERO_ERROR;
    u_setMemoryFunctions(NULL, wiping_alloc, wiping_realloc, wiping_free, &status);
    check(U_SUCCESS(status)); /* it only refuses functions that are NULL */
}
