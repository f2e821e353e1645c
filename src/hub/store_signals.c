/* store_signals.c - the read behind what parents and children told without a name: sealed signals
 * in the order of their ids. An id is a hash, so the order tells nobody which came first. */
#include "store_sqlite.h"

enum { KIND_SIGNAL = 2 };

/* Columns: id, key_id, body. When it came, and from which kiosk, stays in the store. */
static void signal_read(StoreConn *conn, sqlite3_stmt *row, StoreSignal *out)
{
    store_conn_bytes(conn, row, 0, STORE_INTO(out->id.bytes));
    store_conn_bytes(conn, row, 1, STORE_INTO(out->key_id));
    out->body = sqlite3_column_blob(row, 2);
    out->body_size = (size_t)sqlite3_column_bytes(row, 2);
}

bool store_signals(Store *store, const StoreId *after, StoreVisitSignal visit, void *context)
{
    StoreConn *conn = store_sqlite_read_begin(store);
    StoreSignal signal;
    sqlite3_stmt *row = STORE_ROW(
        conn, "SELECT id, key_id, body FROM envelope WHERE kind = ?1 AND id > ?2 ORDER BY id",
        STORE_INT(KIND_SIGNAL), STORE_BYTES(*after));
    for (bool more = row != NULL; more; more = store_conn_next(conn, row)) {
        signal_read(conn, row, &signal);
        if (conn->error != SQLITE_OK || !visit(context, &signal)) {
            break;
        }
    }
    return store_sqlite_read_end(store, conn);
}
