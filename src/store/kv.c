/* kv.c - the table kv by key number. */
#include "kv.h"

#include <stdio.h>
#include <string.h>

#include "check.h"
#include "db_private.h"

enum { INT_BYTES_MAX = 24 };

/* Names in the database: frozen, a newer program must find what an older one wrote. */
static const char *const names[KV_COUNT] = {
    [KV_TOKEN] = "token",
    [KV_KIOSK] = "kiosk",
    [KV_ORG] = "org",
    [KV_HUB_URL] = "hub_url",
    [KV_ROOT_FP] = "root_fp",
    [KV_KEYRING] = "keyring",
    [KV_KEYRING_SIG] = "keyring_sig",
    [KV_KEYRING_SEQ] = "keyring_seq",
    [KV_STORE_ID] = "store_id",
    [KV_PACK_CURRENT] = "pack_current",
    [KV_PACK_PREVIOUS] = "pack_previous",
    [KV_PACK_SEQ] = "pack_seq",
    [KV_RUN_BASE] = "run_base",
    [KV_RUN_LAST] = "run_last",
    [KV_BOOT_ID] = "boot_id",
    [KV_BOOT_AT] = "boot_at",
    [KV_TIME_FLOOR] = "time_floor",
    [KV_CLOCK] = "clock",
    [KV_LAST_OK_RUN] = "last_ok_run",
    [KV_LAST_OK_UTC] = "last_ok_utc",
    [KV_LAST_ERROR] = "last_error",
    [KV_NEXT_S] = "next_s",
    [KV_APP] = "app",
    [KV_PIN] = "pin",
};

static const char *name_of(KvKey key)
{
    check(key < KV_COUNT);
    return names[key];
}

static bool copy_value(sqlite3_stmt *statement, char *out, size_t out_bytes, Err *err)
{
    Str value = {(const char *)sqlite3_column_text(statement, 0),
                 (size_t)sqlite3_column_bytes(statement, 0)};
    return str_copy(value, out, out_bytes) ||
           err_set(err, "store.value", "a value of %zu bytes", value.size);
}

bool kv_read(Db *db, KvKey key, char *out, size_t out_bytes, Err *err)
{
    check(out_bytes > 0);
    out[0] = '\0';
    sqlite3_stmt *statement = db_prepare(db, "SELECT v FROM kv WHERE k = ?1", err);
    if (statement == NULL) {
        return false;
    }
    sqlite3_bind_text(statement, 1, name_of(key), -1, SQLITE_STATIC);
    int code = sqlite3_step(statement);
    bool good = code == SQLITE_DONE || code == SQLITE_ROW || db_fail(db, err);
    if (code == SQLITE_ROW) {
        good = copy_value(statement, out, out_bytes, err);
    }
    sqlite3_finalize(statement);
    return good;
}

bool kv_read_int(Db *db, KvKey key, int64_t *out, Err *err)
{
    char text[INT_BYTES_MAX];
    *out = 0;
    if (!kv_read(db, key, text, sizeof text, err)) {
        return false;
    }
    return text[0] == '\0' || str_to_int(str_of(text), INT64_MIN, INT64_MAX, out) ||
           err_set(err, "store.value", "%s is not a number", name_of(key));
}

static bool put(Db *db, const KvPair *pair, Err *err)
{
    check(pair->value.size < KV_VALUE_BYTES_MAX);
    sqlite3_stmt *statement = db_prepare(
        db, "INSERT INTO kv (k, v) VALUES (?1, ?2) ON CONFLICT (k) DO UPDATE SET v = excluded.v",
        err);
    if (statement == NULL) {
        return false;
    }
    sqlite3_bind_text(statement, 1, name_of(pair->key), -1, SQLITE_STATIC);
    sqlite3_bind_text(statement, 2, pair->value.size == 0 ? "" : pair->value.data,
                      (int)pair->value.size, SQLITE_STATIC);
    return db_finish(db, statement, err);
}

bool kv_write(Db *db, const KvPair *pairs, int count, Err *err)
{
    bool good = db_begin(db, err);
    for (int i = 0; i < count && good; i++) {
        good = put(db, &pairs[i], err);
    }
    return db_end(db, good, err);
}

bool kv_write_int(Db *db, KvKey key, int64_t value, Err *err)
{
    char text[INT_BYTES_MAX];
    snprintf(text, sizeof text, "%lld", (long long)value);
    KvPair pair = {key, str_of(text)};
    return kv_write(db, &pair, 1, err);
}
