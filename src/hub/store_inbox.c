/* store_inbox.c - the read behind the inbox: requests in the order they changed, each with its
 * envelope and events, and those that were erased since. One snapshot for the whole answer. */
#include "store_sqlite.h"

#include <stdlib.h>
#include <string.h>

#include "check.h"

typedef struct EventList {
    StoreEvent *rows;
    size_t count;
} EventList;

static void event_read(StoreConn *conn, sqlite3_stmt *row, StoreEvent *out)
{
    *out = (StoreEvent){0};
    store_conn_bytes(conn, row, 0, STORE_INTO(out->id.bytes));
    out->at = sqlite3_column_int64(row, 1);
    store_conn_bytes(conn, row, 2, STORE_INTO(out->actor.bytes));
    out->type = sqlite3_column_int(row, 3);
    out->outcome = sqlite3_column_int(row, 4);
    out->note_size = (size_t)sqlite3_column_bytes(row, 5);
    if (out->note_size > 0) {
        out->note = malloc(out->note_size);
        check(out->note != NULL);
        memcpy(out->note, sqlite3_column_blob(row, 5), out->note_size);
    }
}

static void events_load(StoreConn *conn, const StoreId *request, EventList *list)
{
    sqlite3_stmt *row = STORE_ROW(conn,
                                  "SELECT id, at, actor, type, coalesce(outcome, 0), body"
                                  " FROM event WHERE request_id = ?1 ORDER BY change",
                                  STORE_BYTES(*request));
    for (bool more = row != NULL; more && list->count < STORE_EVENTS_MAX;
         more = store_conn_next(conn, row)) {
        event_read(conn, row, &list->rows[list->count++]);
    }
}

static void events_clear(EventList *list)
{
    for (size_t i = 0; i < list->count; i++) {
        free(list->rows[i].note);
    }
    list->count = 0;
}

/* Columns: id, change, state, assignee, rev, received_at, waited_s, due_at, closed_at, outcome,
 * kiosk_id, label, key_id, body. An erased one has NULL for its state. */
static void request_read(StoreConn *conn, sqlite3_stmt *row, StoreRequest *out)
{
    *out = (StoreRequest){.closed_at = -1};
    store_conn_bytes(conn, row, 0, STORE_INTO(out->id.bytes));
    out->change = sqlite3_column_int64(row, 1);
    out->gone = sqlite3_column_type(row, 2) == SQLITE_NULL;
    if (out->gone) {
        return;
    }
    out->state = sqlite3_column_int(row, 2);
    out->has_assignee = sqlite3_column_type(row, 3) != SQLITE_NULL;
    if (out->has_assignee) {
        store_conn_bytes(conn, row, 3, STORE_INTO(out->assignee.bytes));
    }
    out->rev = sqlite3_column_int64(row, 4);
    out->received_at = sqlite3_column_int64(row, 5);
    out->waited_s = sqlite3_column_int64(row, 6);
    out->due_at = sqlite3_column_int64(row, 7);
    if (sqlite3_column_type(row, 8) != SQLITE_NULL) {
        out->closed_at = sqlite3_column_int64(row, 8);
    }
    out->outcome = sqlite3_column_int(row, 9);
    store_conn_bytes(conn, row, 10, STORE_INTO(out->kiosk.bytes));
    out->kiosk_label = (const char *)sqlite3_column_text(row, 11);
    store_conn_bytes(conn, row, 12, STORE_INTO(out->key_id));
    out->body = sqlite3_column_blob(row, 13);
    out->body_size = (size_t)sqlite3_column_bytes(row, 13);
}

static const char requests_sql[] =
    "SELECT r.id, r.change, r.state, r.assignee, r.rev, e.received_at, e.waited_s, r.due_at,"
    " r.closed_at, coalesce(r.outcome, 0), e.kiosk_id, k.label, e.key_id, e.body"
    " FROM request r JOIN envelope e ON e.id = r.id LEFT JOIN kiosk k ON k.id = e.kiosk_id"
    " WHERE r.change > ?1"
    " UNION ALL SELECT t.id, t.change, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,"
    " NULL, NULL FROM tombstone t WHERE t.change > ?1 AND ?1 > 0 ORDER BY 2";

bool store_requests(Store *store, int64_t since, StoreVisitRequest visit, void *context)
{
    StoreConn *conn = store_sqlite_read_begin(store);
    EventList list = {calloc(STORE_EVENTS_MAX, sizeof(StoreEvent)), 0};
    check(list.rows != NULL);
    StoreRequest request;
    sqlite3_stmt *row = STORE_ROW(conn, requests_sql, STORE_INT(since));
    for (bool more = row != NULL; more; more = store_conn_next(conn, row)) {
        request_read(conn, row, &request);
        if (!request.gone) {
            events_load(conn, &request.id, &list);
        }
        request.events = list.rows;
        request.event_count = list.count;
        bool go_on = conn->error == SQLITE_OK && visit(context, &request);
        events_clear(&list);
        if (!go_on) {
            break;
        }
    }
    free(list.rows);
    return store_sqlite_read_end(store, conn);
}

int64_t store_change_head(Store *store)
{
    StoreConn *conn = store_sqlite_read_begin(store);
    sqlite3_stmt *row = store_conn_row(conn,
                                       "SELECT max(coalesce((SELECT max(change) FROM request), 0),"
                                       " coalesce((SELECT max(change) FROM tombstone), 0))",
                                       NULL, 0);
    int64_t head = row ? sqlite3_column_int64(row, 0) : -1;
    return store_sqlite_read_end(store, conn) ? head : -1;
}
