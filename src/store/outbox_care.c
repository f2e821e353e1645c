/* outbox_care.c - what happens to rows after they were saved and sent: kept, sent again, deleted,
 * counted, checked. */
#include <stdio.h>
#include <string.h>

#include "check.h"
#include "db_private.h"
#include "kv.h"
#include "outbox.h"

enum { VERSION_BYTES_MAX = 32, STORE_BYTES_MAX = 33 };

static bool put_kv(Db *db, const char *sql, Str value, Err *err)
{
    sqlite3_stmt *statement = db_prepare(db, sql, err);
    if (statement == NULL) {
        return false;
    }
    sqlite3_bind_text(statement, 1, value.size == 0 ? "" : value.data, (int)value.size,
                      SQLITE_STATIC);
    return db_finish(db, statement, err);
}

bool outbox_retry_refused(Db *db, Str app_version, Err *err)
{
    char before[VERSION_BYTES_MAX];
    if (!kv_read(db, KV_APP, before, sizeof before, err)) {
        return false;
    }
    if (str_equal(str_of(before), app_version)) {
        return true;
    }
    /* Another version may seal or judge differently: one more try for each. */
    bool good = db_begin(db, err);
    good = good && db_run(db, "UPDATE outbox SET state = 0, done_run = NULL WHERE state = 2", err);
    good = good && put_kv(db,
                          "INSERT INTO kv (k, v) VALUES ('app', ?1)"
                          " ON CONFLICT (k) DO UPDATE SET v = excluded.v",
                          app_version, err);
    return db_end(db, good, err);
}

bool outbox_store_changed(Db *db, Str store_id, int *again, Err *err)
{
    char before[STORE_BYTES_MAX];
    *again = 0;
    if (!kv_read(db, KV_STORE_ID, before, sizeof before, err)) {
        return false;
    }
    if (str_equal(str_of(before), store_id)) {
        return true;
    }
    bool good = db_begin(db, err);
    good = good && db_run(db, "UPDATE outbox SET state = 0, done_run = NULL WHERE state = 1", err);
    *again = good ? db_changes(db) : 0;
    good = good && put_kv(db,
                          "INSERT INTO kv (k, v) VALUES ('store_id', ?1)"
                          " ON CONFLICT (k) DO UPDATE SET v = excluded.v",
                          store_id, err);
    return db_end(db, good, err);
}

bool outbox_expire(Db *db, int64_t run_s, int *deleted, Err *err)
{
    *deleted = 0;
    sqlite3_stmt *statement =
        db_prepare(db, "DELETE FROM outbox WHERE state = 1 AND done_run <= ?1", err);
    if (statement == NULL) {
        return false;
    }
    sqlite3_bind_int64(statement, 1, run_s - OUTBOX_KEEP_S);
    bool good = db_finish(db, statement, err);
    *deleted = good ? db_changes(db) : 0;
    return good;
}

bool outbox_status(Db *db, int64_t run_s, OutboxStatus *out, Err *err)
{
    int64_t counts[3] = {0}, oldest = -1;
    static const char *const sql[] = {"SELECT count(*) FROM outbox WHERE state = 0",
                                      "SELECT count(*) FROM outbox WHERE state = 1",
                                      "SELECT count(*) FROM outbox WHERE state = 2"};
    *out = (OutboxStatus){0};
    for (size_t i = 0; i < sizeof sql / sizeof sql[0]; i++) {
        if (!db_number(db, sql[i], &counts[i], err)) {
            return false;
        }
    }
    if (!db_number(db, "SELECT born_run FROM outbox WHERE state = 0 AND kind = 1 ORDER BY seq",
                   &oldest, err)) {
        return false;
    }
    out->waiting = (int)counts[0];
    out->acknowledged = (int)counts[1];
    out->refused = (int)counts[2];
    out->oldest_waiting_s = oldest < 0 || oldest > run_s ? 0 : run_s - oldest;
    out->is_filling = counts[0] + counts[1] + counts[2] >= OUTBOX_ROWS_ALARM;
    return true;
}

static bool row_hashes(sqlite3_stmt *row)
{
    EnvelopeId id = envelope_id(sqlite3_column_blob(row, 1), (size_t)sqlite3_column_bytes(row, 1));
    return memcmp(id.bytes, sqlite3_column_blob(row, 0), sizeof id.bytes) == 0;
}

static bool every_row_hashes(Db *db, Err *err)
{
    sqlite3_stmt *rows = db_prepare(db, "SELECT id, envelope FROM outbox", err);
    if (rows == NULL) {
        return false;
    }
    int code = sqlite3_step(rows);
    bool good = true;
    for (; code == SQLITE_ROW && good; code = sqlite3_step(rows)) {
        good = row_hashes(rows) || err_set(err, "store.rule", "a row does not hash to its id");
    }
    good = good && (code == SQLITE_DONE || db_fail(db, err));
    sqlite3_finalize(rows);
    return good;
}

bool outbox_check(Db *db, Err *err)
{
    static const struct {
        const char *sql, *rule;
    } rules[] = {
        {"SELECT count(*) FROM outbox WHERE kind = 2 AND born_run <> 0",
         "a signal tells when it was made"},
        {"SELECT count(*) FROM outbox WHERE (state = 0) <> (done_run IS NULL)",
         "a row is done without a moment, or waits with one"},
        {"SELECT max(0, count(*) - 5000) FROM outbox", "more rows than there is room for"},
        {"SELECT count(*) FROM outbox WHERE kind = 1 AND hold_until_run <> 0",
         "a request is held back"},
    };
    for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++) {
        int64_t wrong = 0;
        if (!db_number(db, rules[i].sql, &wrong, err)) {
            return false;
        }
        if (wrong != 0) {
            return err_set(err, "store.rule", "%s (%lld)", rules[i].rule, (long long)wrong);
        }
    }
    return every_row_hashes(db, err);
}
