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

enum {
    FOLDERS_MAX = 1000,
    KIND_BYTES_MAX = 1,
    PATH_BYTES_MAX = 2 * DB_PATH_BYTES_MAX,
    NAME_BYTES_MAX = 256
};

static const Str done_suffix = {".salvaged", 9};

typedef struct Salvage {
    Db *db;
    int64_t run_s;
    int found;
} Salvage;

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

static bool put_back(const Salvage *salvage, const unsigned char *bytes, size_t size, Err *err)
{
    Envelope envelope;
    if (!envelope_copy(bytes, size, &envelope) || envelope_kind(&envelope) == ENVELOPE_KIND_NOTE) {
        return true;
    }
    OutboxNew item = {.envelope = &envelope,
                      .run_s = salvage->run_s,
                      .hold_until_s = salvage->run_s + OUTBOX_HOLD_MAX_S,
                      .flood_max = OUTBOX_ROWS_MAX};
    return outbox_save(salvage->db, &item, err);
}

static bool scan(Salvage *salvage, Str file, Err *err)
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
        if (length > 0 && !put_back(salvage, bytes + at, length, err)) {
            return false;
        }
        salvage->found += length > 0 ? 1 : 0;
        at += length > 0 ? length : sizeof magic;
    }
    return true;
}

static bool scan_folder(Salvage *salvage, const char *name, Err *err)
{
    static const char *const files[] = {"kiosk.db", "kiosk.db-wal"};
    bool good = true;
    for (size_t i = 0; i < sizeof files / sizeof files[0] && good; i++) {
        char path[PATH_BYTES_MAX];
        size_t size = 0;
        int length = snprintf(path, sizeof path, "%s/quarantine/%s/%s", db_folder(salvage->db),
                              name, files[i]);
        char *bytes = length > 0 && length < (int)sizeof path
                          ? file_read(path, SALVAGE_FILE_BYTES_MAX, &size, NULL)
                          : NULL;
        good = bytes == NULL || scan(salvage, (Str){bytes, size}, err);
        free(bytes);
    }
    return good;
}

/* Not being able to rename only means reading it again. */
static void name_as_done(const Salvage *salvage, const char *name)
{
    char from[PATH_BYTES_MAX], to[PATH_BYTES_MAX];
    int a = snprintf(from, sizeof from, "%s/quarantine/%s", db_folder(salvage->db), name);
    int b = snprintf(to, sizeof to, "%s%s", from, done_suffix.data);
    if (a > 0 && b > 0 && b < (int)sizeof to) {
        (void)rename(from, to);
    }
}

static bool is_unread(const char *name)
{
    return name[0] != '.' && !str_ends_with(str_of(name), done_suffix);
}

static bool is_any(const char *name)
{
    return name[0] != '.';
}

/* The next store that `wanted` says yes to; false when there is none. */
static bool next_of(const Db *db, bool (*wanted)(const char *), char *name, size_t name_bytes)
{
    char path[PATH_BYTES_MAX];
    int length = snprintf(path, sizeof path, "%s/quarantine", db_folder(db));
    DIR *folder = length > 0 && length < (int)sizeof path ? opendir(path) : NULL;
    bool found = false;
    if (folder == NULL) {
        return false; /* nothing was ever put aside */
    }
    for (int i = 0; i < FOLDERS_MAX && !found; i++) {
        const struct dirent *entry = readdir(folder);
        if (entry == NULL) {
            break;
        }
        found = wanted(entry->d_name) && str_copy(str_of(entry->d_name), name, name_bytes);
    }
    closedir(folder);
    return found;
}

bool salvage_is_wanted(const Db *db)
{
    char name[NAME_BYTES_MAX];
    return next_of(db, is_unread, name, sizeof name);
}

bool salvage_is_there(const Db *db)
{
    char name[NAME_BYTES_MAX];
    return next_of(db, is_any, name, sizeof name);
}

bool salvage_all(Db *db, int64_t run_s, int *found, Err *err)
{
    Salvage salvage = {.db = db, .run_s = run_s};
    char name[NAME_BYTES_MAX], before[NAME_BYTES_MAX] = "";
    bool good = true;
    while (good && next_of(db, is_unread, name, sizeof name) && strcmp(name, before) != 0) {
        good = scan_folder(&salvage, name, err);
        if (good) {
            name_as_done(&salvage, name);
        }
        memcpy(before, name, sizeof before);
    }
    *found = salvage.found;
    return good;
}
