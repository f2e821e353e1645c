/* tally.c - counting, and closing a week: counts out of the table and a signal into the outbox,
 * both or neither. */
#include "tally.h"

#include <stdio.h>
#include <stdlib.h>

#include "db_private.h"
#include "outbox_private.h"
#include "signal.h"

enum { WEEKS_MAX = 60 };

/* Room for one week; too large for the stack of a thread. Counts are not personal. */
typedef struct Closing {
    SignalTally tally;
    char payload[REQUEST_JSON_BYTES_MAX];
    Envelope envelope;
} Closing;

static void bind_text(sqlite3_stmt *statement, int at, Str text)
{
    sqlite3_bind_text(statement, at, text.data, (int)text.size, SQLITE_STATIC);
}

bool tally_add(Db *db, Str week, Str key, Err *err)
{
    if (!signal_key_is_valid(key) || week.size == 0 || week.size >= WHEN_WEEK_BYTES) {
        return err_set(err, "tally.key", "this cannot be counted");
    }
    sqlite3_stmt *statement =
        db_prepare(db,
                   "INSERT INTO tally (bucket, k, n) SELECT ?1, ?2, 1"
                   " WHERE (SELECT count(*) FROM tally WHERE bucket = ?1 AND k <> ?2) < ?3"
                   " ON CONFLICT (bucket, k) DO UPDATE SET n = n + 1",
                   err);
    if (statement == NULL) {
        return false;
    }
    bind_text(statement, 1, week);
    bind_text(statement, 2, key);
    sqlite3_bind_int(statement, 3, SIGNAL_COUNTS_MAX);
    return db_finish(db, statement, err);
}

/* The oldest week that is over; "" when there is none. */
static bool next_week(Db *db, Str week_now, char week[WHEN_WEEK_BYTES], Err *err)
{
    week[0] = '\0';
    sqlite3_stmt *statement =
        db_prepare(db, "SELECT bucket FROM tally WHERE bucket <> ?1 ORDER BY bucket LIMIT 1", err);
    if (statement == NULL) {
        return false;
    }
    bind_text(statement, 1, week_now);
    int code = sqlite3_step(statement);
    if (code == SQLITE_ROW) {
        (void)str_copy(str_of((const char *)sqlite3_column_text(statement, 0)), week,
                       WHEN_WEEK_BYTES);
    }
    bool good = code == SQLITE_ROW || code == SQLITE_DONE || db_fail(db, err);
    sqlite3_finalize(statement);
    return good;
}

static bool read_counts(Db *db, SignalTally *tally, Err *err)
{
    sqlite3_stmt *statement =
        db_prepare(db, "SELECT k, n FROM tally WHERE bucket = ?1 ORDER BY k", err);
    if (statement == NULL) {
        return false;
    }
    bind_text(statement, 1, str_of(tally->week));
    int code = sqlite3_step(statement);
    for (; code == SQLITE_ROW && tally->count < SIGNAL_COUNTS_MAX; code = sqlite3_step(statement)) {
        SignalCount *count = &tally->counts[tally->count++];
        (void)str_copy(str_of((const char *)sqlite3_column_text(statement, 0)), count->key,
                       sizeof count->key);
        count->n = sqlite3_column_int64(statement, 1);
    }
    bool good = code == SQLITE_DONE || code == SQLITE_ROW || db_fail(db, err);
    sqlite3_finalize(statement);
    return good;
}

static bool delete_week(Db *db, const char *week, Err *err)
{
    sqlite3_stmt *statement = db_prepare(db, "DELETE FROM tally WHERE bucket = ?1", err);
    if (statement == NULL) {
        return false;
    }
    bind_text(statement, 1, str_of(week));
    return db_finish(db, statement, err);
}

static int64_t hold_until_s(const TallySeal *seal)
{
    return seal->run_s + OUTBOX_HOLD_MIN_S +
           (int64_t)(seal->random % (OUTBOX_HOLD_MAX_S - OUTBOX_HOLD_MIN_S));
}

/* Within the transaction. */
static bool close_week(Db *db, const TallySeal *seal, Closing *closing, Err *err)
{
    size_t size = 0;
    OutboxNew item = {.envelope = &closing->envelope, .hold_until_s = hold_until_s(seal)};
    return read_counts(db, &closing->tally, err) &&
           signal_tally_to_json(&closing->tally, closing->payload, sizeof closing->payload, &size,
                                err) &&
           envelope_seal(ENVELOPE_KIND_SIGNAL, (Str){closing->payload, size}, seal->key,
                         &closing->envelope, err) &&
           outbox_put(db, &item, err) && delete_week(db, closing->tally.week, err);
}

/* One week in one transaction; `*done` when none is left. */
static bool close_next(Db *db, const TallySeal *seal, Closing *closing, bool *done, Err *err)
{
    *closing = (Closing){0};
    if (!db_begin(db, err)) {
        return false;
    }
    bool good = next_week(db, seal->week_now, closing->tally.week, err);
    *done = good && closing->tally.week[0] == '\0';
    if (good && !*done) {
        good = close_week(db, seal, closing, err);
    }
    return db_end(db, good, err);
}

bool tally_close(Db *db, const TallySeal *seal, int *closed, Err *err)
{
    bool done = str_equal(seal->week_now, TALLY_WEEK_UNKNOWN), good = true;
    *closed = 0;
    Closing *closing = malloc(sizeof *closing);
    if (closing == NULL) {
        return err_set(err, "memory.full", "no memory for the counts");
    }
    while (good && !done && *closed < WEEKS_MAX) {
        good = close_next(db, seal, closing, &done, err);
        *closed += good && !done ? 1 : 0;
    }
    free(closing);
    return good;
}
