/* memscan.c - looks for byte strings in every readable mapping of a process, and in files.
 * Owns its needle table. Prints where something was found, never what.
 *
 *   memscan PID-or-FILE... < needles     one needle per line, in hexadecimal, 4 to 64 bytes
 *
 * Ends with 0 when nothing was found, 1 when something was, 2 when a target could not be read. */
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    NEEDLES_MAX = 200000,
    NEEDLE_BYTES_MAX = 64,
    SLOTS = 1 << 19, /* of the hash table; more than twice the needles */
    CHUNK_BYTES = 1 << 20,
    LINE_BYTES_MAX = 4096
};

static const uint64_t BASE = 1099511628211u; /* odd, so that the rolling hash can be undone */

typedef struct Needle {
    uint64_t hash;
    uint8_t bytes[NEEDLE_BYTES_MAX];
    uint8_t length; /* 0 = empty slot */
} Needle;

static Needle *slots;
static bool lengths[NEEDLE_BYTES_MAX + 1];
static uint8_t chunk[CHUNK_BYTES];
static long found_count, needle_count;

static uint64_t hash_of(const uint8_t *bytes, int length)
{
    uint64_t hash = 0;
    for (int i = 0; i < length; i++) {
        hash = hash * BASE + bytes[i] + 1;
    }
    return hash;
}

static Needle *slot_of(uint64_t hash, const uint8_t *bytes, int length)
{
    uint64_t at = (hash ^ (hash >> 29)) & (SLOTS - 1);
    while (slots[at].length != 0 &&
           !(slots[at].length == length && memcmp(slots[at].bytes, bytes, (size_t)length) == 0)) {
        at = (at + 1) & (SLOTS - 1);
    }
    return &slots[at];
}

static void add_needle(const char *hex)
{
    Needle needle = {0};
    unsigned byte;
    while (needle.length < NEEDLE_BYTES_MAX && sscanf(hex, "%2x", &byte) == 1) {
        needle.bytes[needle.length++] = (uint8_t)byte;
        hex += 2;
    }
    if (needle.length < 4 || needle_count >= NEEDLES_MAX) {
        return;
    }
    needle.hash = hash_of(needle.bytes, needle.length);
    Needle *slot = slot_of(needle.hash, needle.bytes, needle.length);
    needle_count += slot->length == 0;
    lengths[needle.length] = true;
    *slot = needle;
}

static void report(const char *where, uint64_t at, int length)
{
    if (++found_count <= 40) {
        printf("found %d bytes at %llx in %s\n", length, (unsigned long long)at, where);
    }
}

static void scan_bytes(size_t size, int length, const char *where, uint64_t from)
{
    uint64_t top = 1;
    for (int i = 1; i < length; i++) {
        top *= BASE;
    }
    uint64_t hash = hash_of(chunk, length);
    for (size_t at = 0;; at++) {
        if (slot_of(hash, chunk + at, length)->length == length) {
            report(where, from + at, length);
        }
        if (at + (size_t)length >= size) {
            return;
        }
        hash = (hash - (chunk[at] + 1) * top) * BASE + chunk[at + (size_t)length] + 1;
    }
}

static void scan_range(int fd, uint64_t from, uint64_t end, const char *where)
{
    while (from < end) {
        uint64_t want = end - from < CHUNK_BYTES ? end - from : CHUNK_BYTES;
        ssize_t size = pread(fd, chunk, (size_t)want, (off_t)from);
        if (size <= 0) {
            return; /* a guard page or a device: not readable, so nothing readable in it */
        }
        for (int length = 4; length <= NEEDLE_BYTES_MAX; length++) {
            if (lengths[length] && size >= length) {
                scan_bytes((size_t)size, length, where, from);
            }
        }
        if (size < CHUNK_BYTES && (uint64_t)size == want) {
            return;
        }
        from += (uint64_t)size - (size > NEEDLE_BYTES_MAX ? NEEDLE_BYTES_MAX : 0);
    }
}

static uint64_t scan_process(const char *pid)
{
    char name[64], line[LINE_BYTES_MAX];
    uint64_t scanned = 0;
    snprintf(name, sizeof name, "/proc/%s/mem", pid);
    int fd = open(name, O_RDONLY | O_CLOEXEC);
    snprintf(name, sizeof name, "/proc/%s/maps", pid);
    FILE *maps = fopen(name, "r");
    while (fd >= 0 && maps != NULL && fgets(line, sizeof line, maps) != NULL) {
        unsigned long long from, end;
        char rights[5];
        if (sscanf(line, "%llx-%llx %4s", &from, &end, rights) == 3 && rights[0] == 'r' &&
            strstr(line, "[v") == NULL) { /* not vvar, vdso, vsyscall: the kernel's own */
            line[strcspn(line, "\n")] = '\0';
            scan_range(fd, from, end, line);
            scanned += end - from;
        }
    }
    if (maps != NULL) {
        fclose(maps);
    }
    close(fd);
    return scanned;
}

static uint64_t scan_file(const char *path)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    off_t size = fd < 0 ? -1 : lseek(fd, 0, SEEK_END);
    if (size < 0) {
        return 0;
    }
    scan_range(fd, 0, (uint64_t)size, path);
    close(fd);
    return (uint64_t)size + 1;
}

int main(int argc, char **argv)
{
    char line[LINE_BYTES_MAX];
    uint64_t scanned = 0;
    int unread = 0;
    slots = calloc(SLOTS, sizeof *slots);
    if (slots == NULL || argc < 2) {
        return 2;
    }
    while (fgets(line, sizeof line, stdin) != NULL) {
        add_needle(line);
    }
    for (int i = 1; i < argc; i++) {
        bool is_pid = strspn(argv[i], "0123456789") == strlen(argv[i]);
        uint64_t bytes = is_pid ? scan_process(argv[i]) : scan_file(argv[i]);
        scanned += bytes;
        if (bytes == 0) {
            printf("cannot read %s\n", argv[i]);
            unread++;
        }
    }
    printf("scanned %llu KiB for %ld needles: %ld found\n", (unsigned long long)scanned / 1024,
           needle_count, found_count);
    free(slots);
    return unread > 0 ? 2 : found_count > 0;
}
