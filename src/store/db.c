/* db.c - opening a store and running statements on it.
 * Owns the connection and the lock. The order of the pragmas is not a matter of taste: switching to
 * WAL under anything less than synchronous=EXTRA can lose later, acknowledged commits when the
 * file system forgets that the rollback journal was deleted. */
#include "db.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "check.h"
#include "db_folder.h"
#include "db_private.h"

struct Db {
    sqlite3 *sql; /* NULL = closed */
    int lock_fd;
    bool was_quarantined;
    bool is_damaged;   /* met since it was opened */
    bool is_unsettled; /* something failed: a part of the log may be missing on the disk */
    char folder[DB_PATH_BYTES_MAX];
};

typedef enum Health { HEALTH_GOOD, HEALTH_DAMAGED, HEALTH_FAILED } Health;

enum { APPLICATION_ID = 0x4F4B4F42 }; /* "OKOB" */

static const char schema[] =
    "PRAGMA application_id = 1330335554;"
    "PRAGMA user_version = 1;"
    "CREATE TABLE outbox ("
    "  seq INTEGER PRIMARY KEY,"
    "  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),"
    "  kind INTEGER NOT NULL CHECK (kind IN (1, 2)),"
    "  envelope BLOB NOT NULL CHECK (length(envelope) BETWEEN 1088 AND 8256),"
    "  state INTEGER NOT NULL DEFAULT 0 CHECK (state IN (0, 1, 2))," /* waiting, done, refused */
    "  born_run INTEGER NOT NULL,"                                   /* 0 for signals */
    "  hold_until_run INTEGER NOT NULL DEFAULT 0,"
    "  done_run INTEGER,"
    "  reason TEXT) STRICT;"
    "CREATE INDEX outbox_state ON outbox (state, seq);"
    "CREATE TABLE tally (bucket TEXT NOT NULL, k TEXT NOT NULL, n INTEGER NOT NULL,"
    "  PRIMARY KEY (bucket, k)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE kv (k TEXT PRIMARY KEY, v TEXT NOT NULL) STRICT, WITHOUT ROWID;";
_Static_assert(APPLICATION_ID == 1330335554, "the number in the schema");
_Static_assert(DB_SCHEMA_VERSION == 1, "the version in the schema and in db_settle");

/* ---- statements ---- */

static bool is_damage(int code)
{
    return (code & 0xFF) == SQLITE_CORRUPT || (code & 0xFF) == SQLITE_NOTADB;
}

bool db_fail(Db *db, Err *err)
{
    int code = sqlite3_extended_errcode(db->sql);
    db->is_unsettled = db->is_unsettled || (code & 0xFF) != SQLITE_BUSY;
    const char *text = sqlite3_errmsg(db->sql);
    if ((code & 0xFF) == SQLITE_FULL) {
        return err_set(err, "store.full", "the disk is full");
    }
    if (is_damage(code)) {
        db->is_damaged = true;
        return err_set(err, "store.damaged", "SQLite %d: %s", code, text);
    }
    return err_set(err, "store.io", "SQLite %d: %s", code, text);
}

sqlite3_stmt *db_prepare(Db *db, const char *sql, Err *err)
{
    sqlite3_stmt *statement = NULL;
    if (db->sql == NULL) {
        err_set(err, "store.closed", "the store is not open");
        return NULL;
    }
    if (sqlite3_prepare_v2(db->sql, sql, -1, &statement, NULL) != SQLITE_OK) {
        db_fail(db, err);
        return NULL;
    }
    return statement;
}

bool db_finish(Db *db, sqlite3_stmt *statement, Err *err)
{
    if (statement == NULL) {
        return false;
    }
    int code = sqlite3_step(statement);
    while (code == SQLITE_ROW) { /* pragmas answer with a row */
        code = sqlite3_step(statement);
    }
    bool good = code == SQLITE_DONE || db_fail(db, err);
    sqlite3_finalize(statement);
    return good;
}

bool db_run(Db *db, const char *sql, Err *err)
{
    if (db->sql == NULL) {
        return err_set(err, "store.closed", "the store is not open");
    }
    return sqlite3_exec(db->sql, sql, NULL, NULL, NULL) == SQLITE_OK || db_fail(db, err);
}

bool db_number(Db *db, const char *sql, int64_t *value, Err *err)
{
    sqlite3_stmt *statement = db_prepare(db, sql, err);
    if (statement == NULL) {
        return false;
    }
    int code = sqlite3_step(statement);
    if (code == SQLITE_ROW) {
        *value = sqlite3_column_int64(statement, 0);
    }
    bool good = code == SQLITE_ROW || code == SQLITE_DONE || db_fail(db, err);
    sqlite3_finalize(statement);
    return good;
}

bool db_begin(Db *db, Err *err)
{
    return db_run(db, "BEGIN IMMEDIATE", err);
}

bool db_commit(Db *db, Err *err)
{
    return db_run(db, "COMMIT", err);
}

void db_rollback(Db *db)
{
    if (db->sql != NULL && sqlite3_get_autocommit(db->sql) == 0) {
        (void)sqlite3_exec(db->sql, "ROLLBACK", NULL, NULL, NULL);
    }
}

bool db_end(Db *db, bool good, Err *err)
{
    if (good && db_commit(db, err)) {
        return true;
    }
    db_rollback(db);
    return false;
}

bool db_settle(Db *db, Err *err)
{
    int frames = 0, moved = 0;
    if (db->sql == NULL) {
        return err_set(err, "store.closed", "the store is not open");
    }
    int code =
        sqlite3_wal_checkpoint_v2(db->sql, NULL, SQLITE_CHECKPOINT_TRUNCATE, &frames, &moved);
    if (code != SQLITE_OK || frames != moved) {
        return db_fail(db, err);
    }
    /* SQLite does not sync the truncation. Without power the old log could come back, whole only up
     * to the frames that were lost, and be played over the newer database. Any commit syncs it. */
    if (!db_run(db, "PRAGMA user_version = 1", err)) {
        return false;
    }
    db->is_unsettled = false;
    return true;
}

bool db_is_unsettled(const Db *db)
{
    return db->is_unsettled;
}

int db_changes(Db *db)
{
    return sqlite3_changes(db->sql);
}

/* ---- opening ---- */

/* Does `sql` answer with exactly this text? */
static bool answers(Db *db, const char *sql, const char *wanted)
{
    sqlite3_stmt *statement = db_prepare(db, sql, NULL);
    bool same = statement != NULL && sqlite3_step(statement) == SQLITE_ROW &&
                sqlite3_column_type(statement, 0) == SQLITE_TEXT &&
                strcmp((const char *)sqlite3_column_text(statement, 0), wanted) == 0;
    int code = sqlite3_finalize(statement);
    return same && code == SQLITE_OK;
}

static Health health_of(Db *db, Err *err)
{
    if (is_damage(sqlite3_extended_errcode(db->sql))) {
        return HEALTH_DAMAGED;
    }
    (void)db_fail(db, err);
    return HEALTH_FAILED;
}

static Health set_up(Db *db, Err *err)
{
    if (!db_run(db, "PRAGMA synchronous = EXTRA", NULL)) {
        return health_of(db, err);
    }
    if (!answers(db, "PRAGMA journal_mode = WAL", "wal")) {
        return health_of(db, err);
    }
    bool good = db_run(db,
                       "PRAGMA synchronous = FULL;"
                       "PRAGMA busy_timeout = 5000;"
                       "PRAGMA wal_autocheckpoint = 1000;"
                       "PRAGMA journal_size_limit = 4194304;"
                       "PRAGMA mmap_size = 0;"
                       "PRAGMA trusted_schema = OFF;"
                       "PRAGMA cell_size_check = ON;"
                       "PRAGMA fullfsync = 1;",
                       NULL);
    return good ? HEALTH_GOOD : health_of(db, err);
}

static bool is_empty(Db *db)
{
    int64_t objects = 1;
    return db_number(db, "SELECT count(*) FROM sqlite_schema", &objects, NULL) && objects == 0;
}

/* Two programs may start at once: whoever gets the transaction first makes the tables. */
static Health make_tables(Db *db, Err *err)
{
    if (!db_begin(db, NULL)) {
        return health_of(db, err);
    }
    if (!is_empty(db)) {
        db_rollback(db);
        return HEALTH_GOOD;
    }
    return db_end(db, db_run(db, schema, NULL), NULL) ? HEALTH_GOOD : health_of(db, err);
}

static Health check_version(Db *db, Err *err)
{
    int64_t id = 0, version = 0;
    if (!db_number(db, "PRAGMA application_id", &id, NULL) ||
        !db_number(db, "PRAGMA user_version", &version, NULL)) {
        return health_of(db, err);
    }
    if (id != APPLICATION_ID || version < 1) {
        return HEALTH_DAMAGED; /* a database, but not ours */
    }
    if (version > DB_SCHEMA_VERSION) {
        err_set(err, "store.newer", "the store has version %lld, this program knows %d",
                (long long)version, DB_SCHEMA_VERSION);
        return HEALTH_FAILED;
    }
    return HEALTH_GOOD;
}

static Health check_pages(Db *db, Err *err)
{
    if (answers(db, "PRAGMA quick_check(1)", "ok")) {
        return HEALTH_GOOD;
    }
    int code = sqlite3_errcode(db->sql);
    bool could_not_look = code == SQLITE_BUSY || code == SQLITE_NOMEM || code == SQLITE_IOERR;
    return could_not_look ? health_of(db, err) : HEALTH_DAMAGED;
}

static void close_sql(Db *db, bool leave_files_as_they_are)
{
    if (leave_files_as_they_are && db->sql != NULL) {
        (void)sqlite3_db_config(db->sql, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
    }
    int code = sqlite3_close(db->sql);
    check(code == SQLITE_OK); /* every statement is finalized where it was made */
    db->sql = NULL;
}

/* Closed again unless HEALTH_GOOD. */
static Health try_open(Db *db, Err *err)
{
    char path[DB_PATH_BYTES_MAX];
    check(db_folder_path(db->folder, "kiosk.db", path, sizeof path));
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    Health health = HEALTH_GOOD;
    if (sqlite3_open_v2(path, &db->sql, flags, NULL) != SQLITE_OK) {
        health = health_of(db, err);
    }
    (void)sqlite3_busy_timeout(db->sql, DB_BUSY_MS);
    (void)sqlite3_extended_result_codes(db->sql, 1);
    typedef Health (*Step)(Db *, Err *);
    static const Step steps[] = {set_up, make_tables, check_version, check_pages};
    for (size_t i = 0; i < sizeof steps / sizeof steps[0] && health == HEALTH_GOOD; i++) {
        health = steps[i](db, err);
    }
    if (health != HEALTH_GOOD) {
        close_sql(db, true);
    }
    return health;
}

/* Alone with a store that looked damaged: look again (the other program may have replaced it), then
 * put it aside and begin a fresh one. */
static bool replace(Db *db, Err *err)
{
    if (!db_folder_alone(db->lock_fd)) {
        return err_set(err, "store.damaged", "the store is damaged and still in use");
    }
    Health health = try_open(db, err);
    if (health == HEALTH_DAMAGED) {
        char place[DB_PATH_BYTES_MAX];
        health = HEALTH_FAILED;
        if (db_folder_quarantine(db->folder, place, err)) {
            db->was_quarantined = true;
            health = try_open(db, err);
        }
        if (health == HEALTH_GOOD) {
            db_rescue(db, place);
        }
    }
    db_folder_share(db->lock_fd);
    return health == HEALTH_GOOD || err_set(err, "store.damaged", "a fresh store does not open");
}

static bool open_all(Db *db, Err *err)
{
    db->was_quarantined = false;
    if (!db_folder_prepare(db->folder, err)) {
        return false;
    }
    db->lock_fd = db_folder_lock(db->folder, err);
    if (db->lock_fd < 0) {
        return false;
    }
    Health health = try_open(db, err);
    bool good = health == HEALTH_GOOD || (health == HEALTH_DAMAGED && replace(db, err));
    db->is_damaged = false;
    return good;
}

static void close_all(Db *db)
{
    close_sql(db, false);
    if (db->lock_fd >= 0) {
        close(db->lock_fd);
        db->lock_fd = -1;
    }
}

Db *db_open(const char *folder, Err *err)
{
    Db *db = calloc(1, sizeof *db);
    if (db == NULL) {
        err_set(err, "memory.full", "no memory for the store");
        return NULL;
    }
    db->lock_fd = -1;
    if (strlen(folder) + sizeof "/quarantine/1000/kiosk.db-wal" > sizeof db->folder) {
        err_set(err, "store.folder", "the path of the store is too long");
        free(db);
        return NULL;
    }
    check(str_copy(str_of(folder), db->folder, sizeof db->folder));
    if (!open_all(db, err)) {
        db_close(db);
        return NULL;
    }
    return db;
}

bool db_reopen(Db *db, Err *err)
{
    close_all(db);
    if (open_all(db, err)) {
        return true;
    }
    close_all(db);
    return false;
}

void db_close(Db *db)
{
    if (db != NULL) {
        close_all(db);
        free(db);
    }
}

const char *db_folder(const Db *db)
{
    return db->folder;
}

bool db_is_good(const Db *db)
{
    return db->sql != NULL && !db->is_damaged;
}

bool db_was_quarantined(const Db *db)
{
    return db->was_quarantined;
}
