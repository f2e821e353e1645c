/* store_kiosks.c - operations on kiosks: made, invited by a code, enrolled, seen, revoked. */
#include "store_sqlite.h"

static void kiosk_put(StoreConn *conn, StoreOp *op)
{
    const StoreKioskOp *kiosk = &op->kiosk;
    STORE_RUN(conn,
              "INSERT INTO kiosk(id, label, state, enrol_hash, enrol_until, created_at)"
              " VALUES(?1, ?2, 1, ?3, ?4, ?5)",
              STORE_BYTES(kiosk->id), STORE_TEXT(kiosk->label), STORE_BYTES(kiosk->code),
              STORE_INT(kiosk->until_at), STORE_INT(op->at));
}

/* A new code; the token in use goes on until somebody enrols with it. A revoked kiosk has none. */
static void kiosk_code(StoreConn *conn, StoreOp *op)
{
    const StoreKioskOp *kiosk = &op->kiosk;
    STORE_RUN(conn,
              "UPDATE kiosk SET enrol_hash = ?2, enrol_until = ?3, enrol_used = 0,"
              " state = CASE state WHEN 0 THEN 1 ELSE state END WHERE id = ?1",
              STORE_BYTES(kiosk->id), STORE_BYTES(kiosk->code), STORE_INT(kiosk->until_at));
}

/* Revoking keeps the token hash, so that the kiosk is told 403 and not 401. */
static void kiosk_patch(StoreConn *conn, StoreOp *op)
{
    const StoreKioskOp *kiosk = &op->kiosk;
    STORE_RUN(conn, "UPDATE kiosk SET label = coalesce(?2, label) WHERE id = ?1",
              STORE_BYTES(kiosk->id), kiosk->label ? STORE_TEXT(kiosk->label) : STORE_NULL);
    if (kiosk->revoke && store_conn_changes(conn) > 0) {
        STORE_RUN(conn,
                  "UPDATE kiosk SET state = 0, enrol_hash = NULL, enrol_until = NULL WHERE id = ?1",
                  STORE_BYTES(kiosk->id));
    }
}

/* Enrolling by the code that is open now. It stays open until the first sync with its token. */
static void kiosk_enrol(StoreConn *conn, StoreOp *op)
{
    const StoreKioskOp *kiosk = &op->kiosk;
    STORE_RUN(conn,
              "UPDATE kiosk SET token_hash = ?2, enrol_used = 1, hw = ?3, hw_changed_at = NULL,"
              " app = ?4 WHERE enrol_hash = ?1 AND enrol_until >= ?5 AND state <> 0",
              STORE_BYTES(kiosk->code), STORE_BYTES(kiosk->token), STORE_TEXT(kiosk->hw),
              STORE_TEXT(kiosk->app), STORE_INT(op->at));
}

void store_sqlite_kiosk(Store *store, StoreOp *op)
{
    StoreConn *conn = &store->writer;
    if (op->kind == STORE_OP_KIOSK_PUT) {
        kiosk_put(conn, op);
    } else if (op->kind == STORE_OP_KIOSK_CODE) {
        kiosk_code(conn, op);
    } else if (op->kind == STORE_OP_KIOSK_PATCH) {
        kiosk_patch(conn, op);
    } else {
        kiosk_enrol(conn, op);
    }
    op->result = store_conn_changes(conn) > 0 ? STORE_DONE : STORE_MISSING;
}

void store_sqlite_seen(Store *store, StoreOp *op)
{
    StoreConn *conn = &store->writer;
    const StoreSeen *seen = &op->seen;
    STORE_RUN(conn,
              "UPDATE kiosk SET last_seen = ?2, app = ?4, keyring_seq = ?5, pack_seq = ?6,"
              " depth = ?7, status = ?8, state = 2,"
              " hw_changed_at = CASE WHEN hw IS NULL OR hw = ?3 THEN hw_changed_at ELSE ?2 END,"
              " hw = ?3,"
              " enrol_hash = CASE enrol_used WHEN 1 THEN NULL ELSE enrol_hash END,"
              " enrol_until = CASE enrol_used WHEN 1 THEN NULL ELSE enrol_until END,"
              " enrol_used = 0"
              " WHERE id = ?1 AND state <> 0",
              STORE_BYTES(seen->id), STORE_INT(op->at), STORE_TEXT(seen->hw), STORE_TEXT(seen->app),
              STORE_INT(seen->keyring_seq), STORE_INT(seen->pack_seq), STORE_INT(seen->depth),
              STORE_TEXT(seen->status));
    op->result = store_conn_changes(conn) > 0 ? STORE_DONE : STORE_MISSING;
}
