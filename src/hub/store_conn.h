/* store_conn.h - one SQLite connection with its prepared statements.
 * Owns the connection. Errors are sticky: after the first failure every later call does nothing
 * and returns false, so that a row of statements is judged once, at its end.
 * Only the store_*.c files include this. */
#ifndef OKSP_STORE_CONN_H
#define OKSP_STORE_CONN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <sqlite3.h>

#include "err.h"
#include "store.h"

enum { STORE_CONN_STATEMENTS_MAX = 96 };

typedef struct StoreStatement {
    const char *sql; /* a literal: compared by address */
    sqlite3_stmt *stmt;
} StoreStatement;

typedef struct StoreConn {
    sqlite3 *db;
    StoreStatement cache[STORE_CONN_STATEMENTS_MAX];
    size_t cached;
    int error; /* the first SQLite code that was not OK, ROW or DONE */
} StoreConn;

/* A value for a parameter. Pointers live until the statement ran. */
typedef enum StoreValueKind {
    STORE_VALUE_NULL,
    STORE_VALUE_INT,
    STORE_VALUE_BLOB,
    STORE_VALUE_TEXT
} StoreValueKind;
typedef struct StoreValue {
    StoreValueKind kind;
    int64_t number;
    const void *data;
    size_t size;
} StoreValue;

#define STORE_INT(value) ((StoreValue){STORE_VALUE_INT, (int64_t)(value), NULL, 0})
#define STORE_BLOB(bytes, count) ((StoreValue){STORE_VALUE_BLOB, 0, (bytes), (count)})
#define STORE_BYTES(id) STORE_BLOB((id).bytes, sizeof(id).bytes)
#define STORE_TEXT(text) ((StoreValue){STORE_VALUE_TEXT, 0, (text), 0})
#define STORE_NULL ((StoreValue){STORE_VALUE_NULL, 0, NULL, 0})

/* Run a statement that gives no rows; ROW positions it on its first row, NULL when there is none.
 */
#define STORE_RUN(conn, sql, ...)                                                                  \
    store_conn_run((conn), (sql), (const StoreValue[]){__VA_ARGS__},                               \
                   sizeof((const StoreValue[]){__VA_ARGS__}) / sizeof(StoreValue))
#define STORE_ROW(conn, sql, ...)                                                                  \
    store_conn_row((conn), (sql), (const StoreValue[]){__VA_ARGS__},                               \
                   sizeof((const StoreValue[]){__VA_ARGS__}) / sizeof(StoreValue))

typedef enum StoreConnMode { STORE_CONN_READ, STORE_CONN_WRITE, STORE_CONN_CREATE } StoreConnMode;

/* Open in the order that survives a power cut (EXTRA before WAL, then FULL; data.md of the design
 * measured it). False with err store.missing, store.open or store.corrupt. */
bool store_conn_open(StoreConn *conn, const char *path, StoreConnMode mode, Err *err);
void store_conn_close(StoreConn *conn);

bool store_conn_run(StoreConn *conn, const char *sql, const StoreValue *values, size_t count);
sqlite3_stmt *store_conn_row(StoreConn *conn, const char *sql, const StoreValue *values,
                             size_t count);
/* The next row of a statement that store_conn_row() returned. */
bool store_conn_next(StoreConn *conn, sqlite3_stmt *stmt);

/* Rows that the last RUN changed. */
int store_conn_changes(StoreConn *conn);

/* Run SQL text without parameters, statement by statement (schema, pragmas). */
bool store_conn_script(StoreConn *conn, const char *sql);

/* Let go of every row and every bound pointer; ends an implicit read transaction. */
void store_conn_reset(StoreConn *conn);

/* Was the failure "no room"? Then nothing was written and the connection is whole. */
bool store_conn_is_full(const StoreConn *conn);

/* Columns. A column of another size than expected is a damaged database: it fails the connection
 * and leaves zeros. */
typedef struct StoreInto {
    void *data;
    size_t size; /* bytes; of a text with its terminator */
} StoreInto;
#define STORE_INTO(array) ((StoreInto){(array), sizeof(array)})
void store_conn_bytes(StoreConn *conn, sqlite3_stmt *stmt, int column, StoreInto out);
void store_conn_text(StoreConn *conn, sqlite3_stmt *stmt, int column, StoreInto out);

#endif
