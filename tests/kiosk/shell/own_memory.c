/* own_memory.c - see own_memory.h. */
#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

#include <sodium.h>

#include "check.h"
#include "own_memory.h"

enum { CHUNK_BYTES = 1 << 16, LINE_BYTES_MAX = 512, RIGHTS_BYTES = 5 };

static long count_in(const OwnMemoryLook *look, int memory_fd, uintptr_t from, uintptr_t to)
{
    static unsigned char chunk[CHUNK_BYTES];
    long found = 0;

    while (from < to) {
        size_t wanted = to - from < sizeof chunk ? to - from : sizeof chunk;
        ssize_t got = pread(memory_fd, chunk, wanted, (off_t)from);
        if (got < (ssize_t)look->bytes) {
            break;
        }
        size_t last = (size_t)got - look->bytes, at = 0;
        for (; at <= last; at += look->step) {
            found += look->match(look->context, chunk + at) ? 1 : 0;
        }
        sodium_memzero(chunk, sizeof chunk);
        from += at; /* a match over the edge is met with the next chunk */
    }
    return found;
}

long own_memory_count(const OwnMemoryLook *look)
{
    FILE *maps = fopen("/proc/self/maps", "r"), *memory = fopen("/proc/self/mem", "r");
    char line[LINE_BYTES_MAX], rights[RIGHTS_BYTES];
    long found = 0;

    check(maps != NULL && memory != NULL);
    while (fgets(line, sizeof line, maps) != NULL) {
        uintptr_t from = 0, to = 0;
        bool read = sscanf(line, "%lx-%lx %4s", &from, &to, rights) == 3 && rights[0] == 'r';
        /* The shadow of the sanitizer is terabytes of nothing. */
        if (read && to - from < UINT64_C(1) << 32) {
            found += count_in(look, fileno(memory), from, to);
        }
    }
    fclose(memory);
    fclose(maps);
    return found;
}
