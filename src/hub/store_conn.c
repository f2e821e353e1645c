/* store_conn.c - the thin layer over sqlite3: statements kept prepared, values bound by type,
 * errors remembered. Knows no table. */
#include "store_conn.h"

#include <string.h>
#include <unistd.h>

#include "check.h"

enum { BUSY_TIMEOUT_MS = 5000 };

static bool fail(StoreConn *conn, int code)
{
    if (conn->error == SQLITE_OK) {
        conn->error = code;
    }
    return false;
}

static bool open_mode(StoreConn *conn, const char *path, StoreConnMode mode, Err *err)
{
    int flags = mode == STORE_CONN_READ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    if (mode == STORE_CONN_CREATE) {
        flags |= SQLITE_OPEN_CREATE;
    } else if (access(path, F_OK) != 0) {
        return err_set(err, "store.missing", "there is no database; run `oksp-hub init` first");
    }
    if (sqlite3_open_v2(path, &conn->db, flags | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK) {
        return err_set(err, "store.open", "the database cannot be opened (SQLite %d)",
                       conn->db ? sqlite3_extended_errcode(conn->db) : SQLITE_NOMEM);
    }
    sqlite3_extended_result_codes(conn->db, 1);
    sqlite3_busy_timeout(conn->db, BUSY_TIMEOUT_MS);
    return true;
}

static bool is_wal(StoreConn *conn)
{
    sqlite3_stmt *row = store_conn_row(conn, "PRAGMA journal_mode=WAL", NULL, 0);
    const char *mode = row ? (const char *)sqlite3_column_text(row, 0) : NULL;
    bool wal = mode != NULL && strcmp(mode, "wal") == 0;
    store_conn_reset(conn);
    return wal;
}

/* EXTRA while the journal mode changes: a forgotten unlink of the old journal would otherwise roll
 * back later commits. FULL from then on. */
static bool configure(StoreConn *conn, StoreConnMode mode, Err *err)
{
    static const char common[] = "PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON;"
                                 "PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY;";
    bool fine = store_conn_script(conn, common);
    if (mode == STORE_CONN_READ) {
        return fine || err_set(err, "store.open", "the database cannot be read");
    }
    fine = fine && store_conn_script(conn, "PRAGMA synchronous=EXTRA") && is_wal(conn) &&
           store_conn_script(conn, "PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=1000;"
                                   "PRAGMA journal_size_limit=4194304;");
    return fine || err_set(err, "store.open", "the database does not take WAL mode (SQLite %d)",
                           conn->error);
}

bool store_conn_open(StoreConn *conn, const char *path, StoreConnMode mode, Err *err)
{
    *conn = (StoreConn){0};
    if (open_mode(conn, path, mode, err) && configure(conn, mode, err)) {
        return true;
    }
    store_conn_close(conn);
    return false;
}

void store_conn_close(StoreConn *conn)
{
    for (size_t i = 0; i < conn->cached; i++) {
        sqlite3_finalize(conn->cache[i].stmt);
    }
    sqlite3_close(conn->db);
    *conn = (StoreConn){0};
}

static sqlite3_stmt *prepared(StoreConn *conn, const char *sql)
{
    for (size_t i = 0; i < conn->cached; i++) {
        if (conn->cache[i].sql == sql) {
            sqlite3_reset(conn->cache[i].stmt);
            sqlite3_clear_bindings(conn->cache[i].stmt);
            return conn->cache[i].stmt;
        }
    }
    check(conn->cached < STORE_CONN_STATEMENTS_MAX);
    sqlite3_stmt *stmt = NULL;
    int code = sqlite3_prepare_v3(conn->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL);
    if (code != SQLITE_OK) {
        fail(conn, code);
        return NULL;
    }
    conn->cache[conn->cached++] = (StoreStatement){sql, stmt};
    return stmt;
}

static int bind_value(sqlite3_stmt *stmt, int at, const StoreValue *value)
{
    switch (value->kind) {
    case STORE_VALUE_INT: return sqlite3_bind_int64(stmt, at, value->number);
    case STORE_VALUE_BLOB:
        return sqlite3_bind_blob64(stmt, at, value->data, value->size, SQLITE_STATIC);
    case STORE_VALUE_TEXT:
        return sqlite3_bind_text(stmt, at, (const char *)value->data, -1, SQLITE_STATIC);
    case STORE_VALUE_NULL: break;
    }
    return sqlite3_bind_null(stmt, at);
}

static sqlite3_stmt *bound(StoreConn *conn, const char *sql, const StoreValue *values, size_t count)
{
    sqlite3_stmt *stmt = conn->error == SQLITE_OK ? prepared(conn, sql) : NULL;
    for (size_t i = 0; stmt != NULL && i < count; i++) {
        int code = bind_value(stmt, (int)i + 1, &values[i]);
        if (code != SQLITE_OK) {
            fail(conn, code);
            stmt = NULL;
        }
    }
    return stmt;
}

bool store_conn_run(StoreConn *conn, const char *sql, const StoreValue *values, size_t count)
{
    sqlite3_stmt *stmt = bound(conn, sql, values, count);
    if (stmt == NULL) {
        return false;
    }
    int code = sqlite3_step(stmt);
    sqlite3_reset(stmt);
    return code == SQLITE_DONE || fail(conn, code);
}

sqlite3_stmt *store_conn_row(StoreConn *conn, const char *sql, const StoreValue *values,
                             size_t count)
{
    sqlite3_stmt *stmt = bound(conn, sql, values, count);
    return stmt != NULL && store_conn_next(conn, stmt) ? stmt : NULL;
}

bool store_conn_next(StoreConn *conn, sqlite3_stmt *stmt)
{
    int code = conn->error == SQLITE_OK ? sqlite3_step(stmt) : conn->error;
    if (code == SQLITE_ROW) {
        return true;
    }
    sqlite3_reset(stmt);
    return code == SQLITE_DONE ? false : fail(conn, code);
}

int store_conn_changes(StoreConn *conn)
{
    return conn->error == SQLITE_OK ? sqlite3_changes(conn->db) : 0;
}

bool store_conn_script(StoreConn *conn, const char *sql)
{
    int code =
        conn->error == SQLITE_OK ? sqlite3_exec(conn->db, sql, NULL, NULL, NULL) : conn->error;
    return code == SQLITE_OK || fail(conn, code);
}

void store_conn_reset(StoreConn *conn)
{
    for (size_t i = 0; i < conn->cached; i++) {
        sqlite3_reset(conn->cache[i].stmt);
        sqlite3_clear_bindings(conn->cache[i].stmt);
    }
}

bool store_conn_is_full(const StoreConn *conn)
{
    return (conn->error & 0xff) == SQLITE_FULL;
}

void store_conn_bytes(StoreConn *conn, sqlite3_stmt *stmt, int column, StoreInto out)
{
    void *to = out.data;
    const void *from = sqlite3_column_blob(stmt, column);
    memset(to, 0, out.size);
    if (from == NULL || (size_t)sqlite3_column_bytes(stmt, column) != out.size) {
        fail(conn, SQLITE_CORRUPT);
        return;
    }
    memcpy(to, from, out.size);
}

void store_conn_text(StoreConn *conn, sqlite3_stmt *stmt, int column, StoreInto out)
{
    char *to = out.data;
    const char *from = (const char *)sqlite3_column_text(stmt, column);
    size_t size = (size_t)sqlite3_column_bytes(stmt, column);
    to[0] = '\0';
    if (size >= out.size) {
        fail(conn, SQLITE_CORRUPT);
        return;
    }
    if (from != NULL) {
        memcpy(to, from, size + 1);
    }
}
