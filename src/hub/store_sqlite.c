/* store_sqlite.c - opening the SQLite store, its one writer and its readers, and store_apply().
 * Owns all connections. Never opens the database file by other means (a POSIX lock would go). */
#include "store_sqlite.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "buf.h"
#include "check.h"
#include "store_schema.h"
#include "str.h"

enum { MICROSECONDS_PER_S = 1000000, NANOSECONDS_PER_US = 1000, SQL_BYTES_MAX = 1024 };

static int64_t wall_us(void)
{
    struct timespec now;
    check(clock_gettime(CLOCK_REALTIME, &now) == 0);
    return (int64_t)now.tv_sec * MICROSECONDS_PER_S + now.tv_nsec / NANOSECONDS_PER_US;
}

int64_t store_sqlite_change(Store *store)
{
    int64_t now = wall_us();
    store->change = now > store->change ? now : store->change + 1;
    return store->change;
}

/* A damaged file must be found at the start, not under a colleague's hands. */
static bool is_whole(StoreConn *conn, Err *err)
{
    sqlite3_stmt *row = store_conn_row(conn, "PRAGMA quick_check(1)", NULL, 0);
    const char *said = row ? (const char *)sqlite3_column_text(row, 0) : NULL;
    bool whole = said != NULL && strcmp(said, "ok") == 0;
    store_conn_reset(conn);
    return whole || err_set(err, "store.corrupt", "the database is damaged; put a backup back");
}

static void limit_pages(StoreConn *conn, int64_t pages_max)
{
    char memory[SQL_BYTES_MAX];
    Buf sql = buf_init(memory, sizeof memory);
    buf_format(&sql, "PRAGMA max_page_count=%" PRId64, pages_max);
    store_conn_script(conn, sql.data);
}

static bool open_writer(Store *store, const StoreOptions *options, Err *err)
{
    StoreConnMode mode = options->create ? STORE_CONN_CREATE : STORE_CONN_WRITE;
    if (!store_conn_open(&store->writer, options->path, mode, err)) {
        return false;
    }
    if (!is_whole(&store->writer, err) ||
        !store_schema_migrate(&store->writer, wall_us() / MICROSECONDS_PER_S, err)) {
        return false;
    }
    if (options->db_pages_max > 0) {
        limit_pages(&store->writer, options->db_pages_max);
    }
    return true;
}

static bool open_readers(Store *store, Err *err)
{
    for (size_t i = 0; i < STORE_SQLITE_READERS; i++) {
        if (!store_conn_open(&store->readers[i], store->path, STORE_CONN_READ, err)) {
            return false;
        }
    }
    store->change = store_change_head(store);
    return store->change >= 0 || err_set(err, "store.open", "the database does not answer");
}

Store *store_open(const StoreOptions *options, Err *err)
{
    Store *store = calloc(1, sizeof *store);
    check(store != NULL);
    pthread_mutex_init(&store->mutex, NULL);
    pthread_cond_init(&store->freed, NULL);
    if (!str_copy(str_of(options->path), store->path, sizeof store->path)) {
        err_set(err, "store.open", "the path of the database is too long");
    } else if (open_writer(store, options, err) && open_readers(store, err)) {
        return store;
    }
    store_close(store);
    return NULL;
}

void store_close(Store *store)
{
    if (store == NULL) {
        return;
    }
    for (size_t i = 0; i < STORE_SQLITE_READERS; i++) {
        check(!store->busy[i]);
        store_conn_close(&store->readers[i]);
    }
    store_conn_close(&store->writer);
    pthread_cond_destroy(&store->freed);
    pthread_mutex_destroy(&store->mutex);
    free(store);
}

static StoreConn *free_reader(Store *store)
{
    for (size_t i = 0; i < STORE_SQLITE_READERS; i++) {
        if (!store->busy[i]) {
            store->busy[i] = true;
            return &store->readers[i];
        }
    }
    return NULL;
}

StoreConn *store_sqlite_read_begin(Store *store)
{
    pthread_mutex_lock(&store->mutex);
    StoreConn *conn = free_reader(store);
    while (conn == NULL) {
        pthread_cond_wait(&store->freed, &store->mutex);
        conn = free_reader(store);
    }
    pthread_mutex_unlock(&store->mutex);
    conn->error = SQLITE_OK;
    store_conn_run(conn, "BEGIN", NULL, 0);
    return conn;
}

bool store_sqlite_read_end(Store *store, StoreConn *conn)
{
    bool answered = conn->error == SQLITE_OK;
    store_conn_reset(conn);
    conn->error = SQLITE_OK;
    store_conn_run(conn, "COMMIT", NULL, 0);
    pthread_mutex_lock(&store->mutex);
    store->busy[conn - store->readers] = false;
    pthread_cond_signal(&store->freed);
    pthread_mutex_unlock(&store->mutex);
    return answered;
}

static void apply_one(Store *store, StoreOp *op)
{
    op->result = STORE_DONE;
    switch (op->kind) {
    case STORE_OP_NOTHING: break;
    case STORE_OP_INGEST: store_sqlite_ingest(store, op); break;
    case STORE_OP_EVENT: store_sqlite_event(store, op); break;
    case STORE_OP_ERASE: store_sqlite_erase(store, op); break;
    case STORE_OP_SETUP: store_sqlite_setup(store, op); break;
    case STORE_OP_RECOVER: store_sqlite_recover(store, op); break;
    case STORE_OP_SESSION_PUT:
    case STORE_OP_SESSION_SEEN:
    case STORE_OP_SESSION_END: store_sqlite_session(store, op); break;
    case STORE_OP_KIOSK_PUT:
    case STORE_OP_KIOSK_CODE:
    case STORE_OP_KIOSK_PATCH:
    case STORE_OP_KIOSK_ENROL: store_sqlite_kiosk(store, op); break;
    case STORE_OP_KIOSK_SEEN: store_sqlite_seen(store, op); break;
    case STORE_OP_META: store_sqlite_meta_put(store, op->meta.key, op->meta.value); break;
    case STORE_OP_HEARTBEAT: store_sqlite_heartbeat(store, op); break;
    case STORE_OP_RETAIN: store_sqlite_retain(store, op); break;
    }
    if (op->result == STORE_DONE && op->audit.action != NULL) {
        store_sqlite_audit(store, op);
    }
}

/* After a failure: back to the state before, and say whether that is certain. "Full" is: the
 * transaction never got its commit record. Anything else may or may not be on disk. */
static bool undo(Store *store, Err *err)
{
    bool full = store_conn_is_full(&store->writer);
    int code = store->writer.error;
    store_conn_reset(&store->writer);
    if (sqlite3_get_autocommit(store->writer.db) == 0) {
        full = sqlite3_exec(store->writer.db, "ROLLBACK", NULL, NULL, NULL) == SQLITE_OK && full;
    }
    store->writer.error = SQLITE_OK;
    if (full) {
        return err_set(err, "store.full", "the disk of the hub is full");
    }
    return err_set(err, "store.failed", "the database failed (SQLite %d)", code);
}

bool store_apply(Store *store, StoreOp *ops, size_t count, Err *err)
{
    StoreConn *conn = &store->writer;
    check(conn->error == SQLITE_OK);
    store_conn_run(conn, "BEGIN IMMEDIATE", NULL, 0);
    for (size_t i = 0; i < count && conn->error == SQLITE_OK; i++) {
        apply_one(store, &ops[i]);
    }
    if (conn->error != SQLITE_OK) {
        return undo(store, err);
    }
    store_conn_reset(conn);
    return store_conn_run(conn, "COMMIT", NULL, 0) || undo(store, err);
}

bool store_backup(Store *store, const char *path, Err *err)
{
    StoreConn conn;
    if (!store_conn_open(&conn, store->path, STORE_CONN_READ, err)) {
        return false;
    }
    bool copied = STORE_RUN(&conn, "VACUUM INTO ?1", STORE_TEXT(path));
    int code = conn.error;
    store_conn_close(&conn);
    return copied || err_set(err, "store.backup", "the backup failed (SQLite %d)", code);
}
