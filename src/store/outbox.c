/* outbox.c - keeping sealed requests until the hub has had them long enough.
 * Owns the table outbox. What is told to a visitor hangs on outbox_save alone: it returns true only
 * after SQLite has synced the commit. */
#include "outbox.h"

#include <string.h>

#include "ballast.h"
#include "check.h"
#include "db_private.h"
#include "log.h"
#include "outbox_private.h"

/* ---- saving ---- */

static void bind_id(sqlite3_stmt *statement, int at, const EnvelopeId *id)
{
    sqlite3_bind_blob(statement, at, id->bytes, sizeof id->bytes, SQLITE_STATIC);
}

static bool is_there(Db *db, const EnvelopeId *id, bool *there, Err *err)
{
    sqlite3_stmt *statement = db_prepare(db, "SELECT 1 FROM outbox WHERE id = ?1", err);
    if (statement == NULL) {
        return false;
    }
    bind_id(statement, 1, id);
    int code = sqlite3_step(statement);
    *there = code == SQLITE_ROW;
    bool good = code == SQLITE_ROW || code == SQLITE_DONE || db_fail(db, err);
    sqlite3_finalize(statement);
    return good;
}

static bool count_recent(Db *db, int64_t run_s, int64_t *count, Err *err)
{
    sqlite3_stmt *statement =
        db_prepare(db, "SELECT count(*) FROM outbox WHERE kind = 1 AND born_run > ?1", err);
    if (statement == NULL) {
        return false;
    }
    sqlite3_bind_int64(statement, 1, run_s - OUTBOX_FLOOD_S);
    int code = sqlite3_step(statement);
    *count = code == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : 0;
    bool good = code == SQLITE_ROW || db_fail(db, err);
    sqlite3_finalize(statement);
    return good;
}

static int flood_limit(int flood_max)
{
    return flood_max > 0 ? flood_max : OUTBOX_FLOOD_MAX;
}

static bool has_room(Db *db, const OutboxNew *item, Err *err)
{
    int64_t rows = 0, recent = 0;
    if (!db_number(db, "SELECT count(*) FROM outbox", &rows, err)) {
        return false;
    }
    if (rows >= OUTBOX_ROWS_MAX) {
        return err_set(err, "store.rows", "%lld requests are waiting here", (long long)rows);
    }
    if (envelope_kind(item->envelope) != ENVELOPE_KIND_REQUEST) {
        return true;
    }
    if (!count_recent(db, item->run_s, &recent, err)) {
        return false;
    }
    return recent < flood_limit(item->flood_max) ||
           err_set(err, "store.flood", "%lld requests in one hour", (long long)recent);
}

static bool insert(Db *db, const OutboxNew *item, const EnvelopeId *id, Err *err)
{
    bool is_request = envelope_kind(item->envelope) == ENVELOPE_KIND_REQUEST;
    sqlite3_stmt *statement =
        db_prepare(db,
                   "INSERT INTO outbox (id, kind, envelope, born_run, hold_until_run)"
                   " VALUES (?1, ?2, ?3, ?4, ?5)",
                   err);
    if (statement == NULL) {
        return false;
    }
    bind_id(statement, 1, id);
    sqlite3_bind_int(statement, 2, (int)envelope_kind(item->envelope));
    sqlite3_bind_blob(statement, 3, item->envelope->bytes, (int)item->envelope->size,
                      SQLITE_STATIC);
    sqlite3_bind_int64(statement, 4, is_request ? item->run_s : 0);
    sqlite3_bind_int64(statement, 5, is_request ? 0 : item->hold_until_s);
    return db_finish(db, statement, err);
}

bool outbox_put(Db *db, const OutboxNew *item, Err *err)
{
    EnvelopeId id = envelope_id(item->envelope->bytes, item->envelope->size);
    return has_room(db, item, err) && insert(db, item, &id, err);
}

/* One attempt. When the row is there already, an earlier commit that failed may have left it in a
 * part of the log that never reached the disk: settle that before it counts. */
static bool save_once(Db *db, const OutboxNew *item, Err *err)
{
    EnvelopeId id = envelope_id(item->envelope->bytes, item->envelope->size);
    bool there = false;
    if ((db_is_unsettled(db) && !db_settle(db, err)) || !db_begin(db, err)) {
        return false;
    }
    bool good = is_there(db, &id, &there, err);
    if (good && !there) {
        good = has_room(db, item, err) && insert(db, item, &id, err);
    }
    if (!db_end(db, good, err)) {
        return false;
    }
    return !there || db_settle(db, err);
}

static bool is_refusal(const Err *err)
{
    return strcmp(err->code, "store.rows") == 0 || strcmp(err->code, "store.flood") == 0;
}

static bool take_and_return(const Err *cause, Err *err)
{
    return err_set(err, cause->code, "%s", cause->text);
}

bool outbox_save(Db *db, const OutboxNew *item, Err *err)
{
    Err first = {0};
    check(envelope_check(item->envelope->bytes, item->envelope->size) == ENVELOPE_FAULT_NONE);
    check(envelope_kind(item->envelope) != ENVELOPE_KIND_NOTE);
    if (save_once(db, item, &first)) {
        return true;
    }
    if (is_refusal(&first)) {
        return take_and_return(&first, err);
    }
    log_error("store.retry", &first);
    /* A full disk may show as an I/O error too (shared memory cannot grow): give up the ballast in
     * both cases. Trust no cache of a connection that failed, and append nothing to a log of which
     * a part may be missing on the disk: settle it first. */
    if (ballast_drop(db_folder(db))) {
        log_event("store.ballast-dropped");
    }
    if (!db_reopen(db, NULL)) {
        return take_and_return(&first, err);
    }
    return save_once(db, item, err);
}

bool outbox_is_flooded(Db *db, int64_t run_s, int flood_max)
{
    int64_t recent = 0;
    return count_recent(db, run_s, &recent, NULL) && recent >= flood_limit(flood_max);
}

/* ---- sending ---- */

/* A row that may be sent; false when its bytes are not what its id says. */
static bool read_item(sqlite3_stmt *statement, int64_t run_s, OutboxItem *out)
{
    const void *id = sqlite3_column_blob(statement, 1);
    const void *bytes = sqlite3_column_blob(statement, 2);
    size_t size = (size_t)sqlite3_column_bytes(statement, 2);
    if (id == NULL || bytes == NULL || sqlite3_column_bytes(statement, 1) != ENVELOPE_ID_BYTES ||
        !envelope_copy(bytes, size, &out->envelope)) {
        return false;
    }
    out->id = envelope_id(out->envelope.bytes, out->envelope.size);
    if (memcmp(out->id.bytes, id, sizeof out->id.bytes) != 0) {
        return false;
    }
    out->kind = envelope_kind(&out->envelope);
    int64_t waited_s = run_s - sqlite3_column_int64(statement, 3);
    out->waited_s = out->kind == ENVELOPE_KIND_REQUEST ? (waited_s < 0 ? 0 : waited_s) : -1;
    return true;
}

static bool put_aside(Db *db, int64_t seq, int64_t run_s, Err *err)
{
    sqlite3_stmt *statement = db_prepare(
        db, "UPDATE outbox SET state = 2, done_run = ?2, reason = 'damaged' WHERE seq = ?1", err);
    if (statement == NULL) {
        return false;
    }
    sqlite3_bind_int64(statement, 1, seq);
    sqlite3_bind_int64(statement, 2, run_s);
    return db_finish(db, statement, err);
}

typedef struct Damaged {
    int count;
    int64_t seqs[OUTBOX_BATCH_ITEMS_MAX];
} Damaged;

static bool read_rows(Db *db, sqlite3_stmt *statement, const OutboxQuery *query, OutboxBatch *out,
                      Damaged *damaged, Err *err)
{
    size_t bytes = 0;
    int code = sqlite3_step(statement);
    for (; code == SQLITE_ROW; code = sqlite3_step(statement)) {
        bytes += (size_t)sqlite3_column_bytes(statement, 2);
        if (out->count > 0 && bytes > OUTBOX_BATCH_BYTES_MAX) {
            return true;
        }
        if (read_item(statement, query->run_s, &out->items[out->count])) {
            out->count++;
        } else {
            damaged->seqs[damaged->count++] = sqlite3_column_int64(statement, 0);
        }
    }
    return code == SQLITE_DONE || db_fail(db, err);
}

bool outbox_next_batch(Db *db, const OutboxQuery *query, OutboxBatch *out, Err *err)
{
    check(query->items_max > 0 && query->items_max <= OUTBOX_BATCH_ITEMS_MAX);
    out->count = 0;
    Damaged damaged = {0};
    sqlite3_stmt *statement =
        db_prepare(db,
                   "SELECT seq, id, envelope, born_run FROM outbox"
                   " WHERE state = 0 AND hold_until_run <= ?1 ORDER BY seq LIMIT ?2",
                   err);
    if (statement == NULL) {
        return false;
    }
    sqlite3_bind_int64(statement, 1, query->run_s);
    sqlite3_bind_int(statement, 2, query->items_max);
    bool good = read_rows(db, statement, query, out, &damaged, err);
    sqlite3_finalize(statement);
    for (int i = 0; i < damaged.count && good; i++) {
        good = put_aside(db, damaged.seqs[i], query->run_s, err);
    }
    return good;
}

static bool mark_done(Db *db, const EnvelopeId *id, int64_t run_s, Err *err)
{
    sqlite3_stmt *statement = db_prepare(
        db,
        "UPDATE outbox SET state = 1, done_run = ?2, reason = NULL WHERE id = ?1 AND state <> 1",
        err);
    if (statement == NULL) {
        return false;
    }
    bind_id(statement, 1, id);
    sqlite3_bind_int64(statement, 2, run_s);
    return db_finish(db, statement, err);
}

bool outbox_acknowledge(Db *db, const EnvelopeId *ids, int count, int64_t run_s, Err *err)
{
    bool good = db_begin(db, err);
    for (int i = 0; i < count && good; i++) {
        good = mark_done(db, &ids[i], run_s, err);
    }
    return db_end(db, good, err);
}

bool outbox_refuse(Db *db, const EnvelopeId *id, Str reason, int64_t run_s, Err *err)
{
    sqlite3_stmt *statement = db_prepare(
        db, "UPDATE outbox SET state = 2, done_run = ?2, reason = ?3 WHERE id = ?1 AND state = 0",
        err);
    if (statement == NULL) {
        return false;
    }
    size_t size = reason.size < OUTBOX_REASON_BYTES_MAX ? reason.size : OUTBOX_REASON_BYTES_MAX;
    bind_id(statement, 1, id);
    sqlite3_bind_int64(statement, 2, run_s);
    sqlite3_bind_text(statement, 3, size == 0 ? "" : reason.data, (int)size, SQLITE_STATIC);
    return db_finish(db, statement, err);
}
