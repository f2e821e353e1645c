/* sync_machine.c - reading /sys and the file system's numbers. */
#include "sync_machine.h"

#include <dirent.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>

#include "file.h"

enum { CARDS_MAX = 64, PATH_BYTES_MAX = 512, FILE_BYTES_MAX = 256, MIB = 1024 * 1024 };

static void add_file(crypto_generichash_state *state, const char *path)
{
    size_t size = 0;
    char *text = file_read(path, FILE_BYTES_MAX, &size, NULL);
    if (text != NULL) {
        crypto_generichash_update(state, (const unsigned char *)text, size);
        free(text);
    }
}

/* The loopback's address is the same everywhere, so it does not disturb. */
static void add_cards(crypto_generichash_state *state)
{
    struct dirent **cards = NULL;
    int count = scandir("/sys/class/net", &cards, NULL, alphasort);
    for (int i = 0; i < count; i++) {
        char path[PATH_BYTES_MAX];
        int size = snprintf(path, sizeof path, "/sys/class/net/%s/address", cards[i]->d_name);
        if (i < CARDS_MAX && cards[i]->d_name[0] != '.' && size < (int)sizeof path) {
            add_file(state, path);
        }
        free(cards[i]);
    }
    free(cards);
}

void sync_machine_mark(char out[SYNC_WIRE_HW_BYTES])
{
    unsigned char mark[(SYNC_WIRE_HW_BYTES - 1) / 2];
    crypto_generichash_state state;
    crypto_generichash_init(&state, NULL, 0, sizeof mark);
    add_file(&state, "/sys/class/dmi/id/board_serial");
    add_cards(&state);
    crypto_generichash_final(&state, mark, sizeof mark);
    sodium_bin2hex(out, SYNC_WIRE_HW_BYTES, mark, sizeof mark);
}

int64_t sync_machine_disk_mb(const char *folder)
{
    struct statvfs info;
    if (statvfs(folder, &info) != 0) {
        return 0;
    }
    return (int64_t)((uint64_t)info.f_bavail * info.f_frsize / MIB);
}
