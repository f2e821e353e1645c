/* store_requests.c - operations on callback requests: a sealed envelope arrives, a colleague does
 * something, it is erased. Every decision is a condition inside the statement or a read in the same
 * transaction; what was erased leaves a tombstone that no kiosk and no backup gets past.
 *
 *   new --claim--> claimed --close--> closed     attempt: claimed stays claimed
 *    ^---release------'  ^----reopen----'        note: in every state */
#include "store_sqlite.h"

#include "check.h"

enum { KIND_REQUEST = 1, KIND_SIGNAL = 2 };

static bool is_tombstone(StoreConn *conn, StoreId id)
{
    return STORE_ROW(conn, "SELECT 1 FROM tombstone WHERE id = ?1", STORE_BYTES(id)) != NULL;
}

static bool envelope_insert(StoreConn *conn, const StoreOp *op)
{
    const StoreIngest *in = &op->ingest;
    STORE_RUN(conn,
              "INSERT INTO envelope(id, kind, kiosk_id, key_id, received_at, waited_s, body)"
              " SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7"
              " WHERE NOT EXISTS (SELECT 1 FROM tombstone WHERE id = ?1)"
              " ON CONFLICT (id) DO NOTHING",
              STORE_BYTES(in->id), STORE_INT(in->kind), STORE_BYTES(in->kiosk),
              STORE_BLOB(in->key_id, sizeof in->key_id), STORE_INT(op->at), STORE_INT(in->waited_s),
              STORE_BLOB(in->body, in->body_size));
    return store_conn_changes(conn) > 0;
}

void store_sqlite_ingest(Store *store, StoreOp *op)
{
    StoreConn *conn = &store->writer;
    if (!envelope_insert(conn, op)) {
        op->result = is_tombstone(conn, op->ingest.id) ? STORE_GONE : STORE_SAME;
        return;
    }
    if (op->ingest.kind == KIND_REQUEST) {
        STORE_RUN(conn,
                  "INSERT INTO request(id, state, rev, due_at, change) VALUES(?1, 0, 0, ?2, ?3)"
                  " ON CONFLICT (id) DO NOTHING",
                  STORE_BYTES(op->ingest.id), STORE_INT(op->ingest.due_at),
                  STORE_INT(store_sqlite_change(store)));
    }
}

/* Fill in what stands; false when the request is not there. */
static bool load_current(StoreConn *conn, StoreEventOp *event)
{
    sqlite3_stmt *row = STORE_ROW(conn, "SELECT state, rev, assignee FROM request WHERE id = ?1",
                                  STORE_BYTES(event->request));
    if (row == NULL) {
        return false;
    }
    event->state_now = sqlite3_column_int(row, 0);
    event->rev_now = sqlite3_column_int64(row, 1);
    event->has_assignee = sqlite3_column_type(row, 2) != SQLITE_NULL;
    if (event->has_assignee) {
        store_conn_bytes(conn, row, 2, STORE_INTO(event->assignee.bytes));
    }
    return true;
}

/* Was this very event written before? SAME for this request, REFUSED for another. */
static bool seen_before(StoreConn *conn, StoreOp *op)
{
    sqlite3_stmt *row = STORE_ROW(conn, "SELECT request_id = ?2 FROM event WHERE id = ?1",
                                  STORE_BYTES(op->event.id), STORE_BYTES(op->event.request));
    if (row == NULL) {
        return false;
    }
    op->result = sqlite3_column_int(row, 0) ? STORE_SAME : STORE_REFUSED;
    return true;
}

static bool has_room(StoreConn *conn, StoreId request)
{
    sqlite3_stmt *row =
        STORE_ROW(conn, "SELECT count(*) FROM event WHERE request_id = ?1", STORE_BYTES(request));
    return row != NULL && sqlite3_column_int64(row, 0) < STORE_EVENTS_MAX;
}

/* Does the state allow the event? Then *next is the state it leads to. */
static bool is_allowed(int type, int state, int *next)
{
    *next = state;
    switch ((StoreEventType)type) {
    case STORE_EVENT_CLAIM: *next = STORE_STATE_CLAIMED; return state == STORE_STATE_NEW;
    case STORE_EVENT_RELEASE: *next = STORE_STATE_NEW; return state == STORE_STATE_CLAIMED;
    case STORE_EVENT_ATTEMPT: return state == STORE_STATE_CLAIMED;
    case STORE_EVENT_NOTE: return true;
    case STORE_EVENT_CLOSE: *next = STORE_STATE_CLOSED; return state == STORE_STATE_CLAIMED;
    case STORE_EVENT_REOPEN: *next = STORE_STATE_CLAIMED; return state == STORE_STATE_CLOSED;
    }
    return false;
}

/* Who it belongs to afterwards: claim and reopen make it yours, release and nothing else frees. */
static StoreValue assignee_after(const StoreEventOp *event)
{
    if (event->type == STORE_EVENT_CLAIM || event->type == STORE_EVENT_REOPEN) {
        return STORE_BYTES(event->actor);
    }
    if (event->type == STORE_EVENT_RELEASE || !event->has_assignee) {
        return STORE_NULL;
    }
    return STORE_BYTES(event->assignee);
}

static void request_update(StoreConn *conn, StoreOp *op, int next, int64_t change)
{
    const StoreEventOp *event = &op->event;
    bool closes = event->type == STORE_EVENT_CLOSE;
    STORE_RUN(conn,
              "UPDATE request SET state = ?2, assignee = ?3, rev = rev + 1, change = ?4,"
              " closed_at = ?5, outcome = ?6 WHERE id = ?1 AND rev = ?7",
              STORE_BYTES(event->request), STORE_INT(next), assignee_after(event),
              STORE_INT(change), closes ? STORE_INT(op->at) : STORE_NULL,
              closes ? STORE_INT(event->outcome) : STORE_NULL, STORE_INT(event->rev));
    op->result = store_conn_changes(conn) > 0 ? STORE_DONE : STORE_CONFLICT;
}

static void event_insert(StoreConn *conn, const StoreOp *op, int64_t change)
{
    const StoreEventOp *event = &op->event;
    STORE_RUN(conn,
              "INSERT INTO event(id, request_id, at, change, actor, type, outcome, body)"
              " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
              STORE_BYTES(event->id), STORE_BYTES(event->request), STORE_INT(op->at),
              STORE_INT(change), STORE_BYTES(event->actor), STORE_INT(event->type),
              event->outcome ? STORE_INT(event->outcome) : STORE_NULL,
              event->note ? STORE_BLOB(event->note, event->note_size) : STORE_NULL);
}

void store_sqlite_event(Store *store, StoreOp *op)
{
    StoreConn *conn = &store->writer;
    StoreEventOp *event = &op->event;
    int next = 0;
    if (!load_current(conn, event)) {
        op->result = is_tombstone(conn, event->request) ? STORE_GONE : STORE_MISSING;
        return;
    }
    if (seen_before(conn, op)) {
        return;
    }
    if (!has_room(conn, event->request)) {
        op->result = STORE_REFUSED;
        return;
    }
    if (!is_allowed(event->type, event->state_now, &next)) {
        op->result = STORE_CONFLICT;
        return;
    }
    int64_t change = store_sqlite_change(store);
    if (event->type == STORE_EVENT_NOTE) {
        STORE_RUN(conn, "UPDATE request SET change = ?2 WHERE id = ?1", STORE_BYTES(event->request),
                  STORE_INT(change));
    } else {
        request_update(conn, op, next, change);
    }
    if (op->result == STORE_DONE) {
        event_insert(conn, op, change);
        load_current(conn, event);
    }
}

static void erase_rows(Store *store, StoreId id, int64_t at)
{
    StoreConn *conn = &store->writer;
    STORE_RUN(conn,
              "INSERT INTO tombstone(id, gone_at, change) VALUES(?1, ?2, ?3)"
              " ON CONFLICT (id) DO NOTHING",
              STORE_BYTES(id), STORE_INT(at), STORE_INT(store_sqlite_change(store)));
    STORE_RUN(conn, "DELETE FROM event WHERE request_id = ?1", STORE_BYTES(id));
    STORE_RUN(conn, "DELETE FROM request WHERE id = ?1", STORE_BYTES(id));
    STORE_RUN(conn, "DELETE FROM envelope WHERE id = ?1", STORE_BYTES(id));
}

void store_sqlite_erase(Store *store, StoreOp *op)
{
    StoreConn *conn = &store->writer;
    if (!load_current(conn, &op->event)) {
        op->result = is_tombstone(conn, op->event.request) ? STORE_SAME : STORE_MISSING;
    } else if (op->event.rev != op->event.rev_now) {
        op->result = STORE_CONFLICT;
    } else {
        erase_rows(store, op->event.request, op->at);
    }
}

/* The rows that are due, at most rows_max. */
static size_t list_due(StoreConn *conn, const StoreRetain *retain, StoreId *out)
{
    size_t count = 0;
    sqlite3_stmt *row =
        STORE_ROW(conn,
                  "SELECT e.id FROM envelope e LEFT JOIN request r ON r.id = e.id"
                  " WHERE r.closed_at < ?1 OR (e.kind = 1 AND e.received_at < ?2)"
                  " OR (e.kind = 2 AND e.received_at < ?3) LIMIT ?4",
                  STORE_INT(retain->closed_before), STORE_INT(retain->received_before),
                  STORE_INT(retain->signal_before), STORE_INT(retain->rows_max));
    for (bool more = row != NULL; more; more = store_conn_next(conn, row)) {
        store_conn_bytes(conn, row, 0, STORE_INTO(out[count].bytes));
        count++;
    }
    return count;
}

void store_sqlite_retain(Store *store, StoreOp *op)
{
    StoreConn *conn = &store->writer;
    StoreRetain *retain = &op->retain;
    StoreId due[STORE_RETAIN_ROWS_MAX];
    check(retain->rows_max > 0 && retain->rows_max <= STORE_RETAIN_ROWS_MAX);
    size_t count = list_due(conn, retain, due);
    for (size_t i = 0; i < count; i++) {
        erase_rows(store, due[i], op->at);
    }
    retain->erased = (int64_t)count;
    STORE_RUN(conn, "DELETE FROM tombstone WHERE gone_at < ?1",
              STORE_INT(retain->tombstone_before));
    STORE_RUN(conn, "DELETE FROM session WHERE seen_at < ?1 OR created_at < ?2",
              STORE_INT(retain->session_seen_before), STORE_INT(retain->session_created_before));
}
