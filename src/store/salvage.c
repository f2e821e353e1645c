/* salvage.c - looking for envelopes in the bytes of a damaged store. In SQLite's row format the id
 * (16 bytes) stands right before the envelope, or one byte before it when the kind needs a byte. An
 * envelope of up to three blocks lies in one page, in one piece. */
#include "salvage.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "outbox.h"

enum { FOLDERS_MAX = 1000, KIND_BYTES_MAX = 1 };

static bool is_id_of(const unsigned char *before, const unsigned char *bytes, size_t size)
{
    EnvelopeId id = envelope_id(bytes, size);
    for (int kind_bytes = 0; kind_bytes <= KIND_BYTES_MAX; kind_bytes++) {
        const unsigned char *at = before - kind_bytes - ENVELOPE_ID_BYTES;
        if (memcmp(at, id.bytes, sizeof id.bytes) == 0) {
            return true;
        }
    }
    return false;
}

/* The length of a whole row's envelope at `at`, or 0. */
static size_t whole_at(const unsigned char *bytes, size_t size, size_t at)
{
    for (size_t length = ENVELOPE_BYTES_MIN; length <= ENVELOPE_BYTES_MAX && length <= size - at;
         length += ENVELOPE_BLOCK_BYTES) {
        if (envelope_check(bytes + at, length) == ENVELOPE_FAULT_NONE &&
            is_id_of(bytes + at, bytes + at, length)) {
            return length;
        }
    }
    return 0;
}

static bool put_back(Db *db, const unsigned char *bytes, size_t size, Err *err)
{
    Envelope envelope;
    if (!envelope_copy(bytes, size, &envelope) || envelope_kind(&envelope) == ENVELOPE_KIND_NOTE) {
        return true;
    }
    OutboxNew item = {.envelope = &envelope, .flood_max = OUTBOX_ROWS_MAX};
    return outbox_save(db, &item, err);
}

static bool scan(Db *db, Str file, int *found, Err *err)
{
    static const char magic[] = {'O', 'K', 'E', '1'};
    const unsigned char *bytes = (const unsigned char *)file.data;
    size_t at = ENVELOPE_ID_BYTES + KIND_BYTES_MAX;
    while (at < file.size) {
        const unsigned char *next = memmem(bytes + at, file.size - at, magic, sizeof magic);
        if (next == NULL) {
            return true;
        }
        at = (size_t)(next - bytes);
        size_t length = whole_at(bytes, file.size, at);
        if (length > 0 && !put_back(db, bytes + at, length, err)) {
            return false;
        }
        *found += length > 0 ? 1 : 0;
        at += length > 0 ? length : sizeof magic;
    }
    return true;
}

static bool scan_folder(Db *db, const char *name, int *found, Err *err)
{
    static const char *const files[] = {"kiosk.db", "kiosk.db-wal"};
    bool good = true;
    for (size_t i = 0; i < sizeof files / sizeof files[0] && good; i++) {
        char path[2 * DB_PATH_BYTES_MAX];
        size_t size = 0;
        int length =
            snprintf(path, sizeof path, "%s/quarantine/%s/%s", db_folder(db), name, files[i]);
        char *bytes = length > 0 && length < (int)sizeof path
                          ? file_read(path, SALVAGE_FILE_BYTES_MAX, &size, NULL)
                          : NULL;
        good = bytes == NULL || scan(db, (Str){bytes, size}, found, err);
        free(bytes);
    }
    return good;
}

bool salvage_all(Db *db, int *found, Err *err)
{
    char path[2 * DB_PATH_BYTES_MAX];
    *found = 0;
    snprintf(path, sizeof path, "%s/quarantine", db_folder(db));
    DIR *folder = opendir(path);
    if (folder == NULL) {
        return true; /* nothing was ever put aside */
    }
    bool good = true;
    for (int i = 0; i < FOLDERS_MAX && good; i++) {
        const struct dirent *entry = readdir(folder);
        if (entry == NULL) {
            break;
        }
        good = entry->d_name[0] == '.' || scan_folder(db, entry->d_name, found, err);
    }
    closedir(folder);
    return good;
}
