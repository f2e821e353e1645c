/* store_read.c - reads about the organisation: settings, colleagues, sessions, kiosks, documents.
 * Each runs on a read-only connection of its own. */
#include "store_sqlite.h"

#include <stdlib.h>
#include <string.h>

#include "check.h"

bool store_meta(Store *store, const char *key, char out[STORE_META_BYTES_MAX + 1], Err *err)
{
    StoreConn *conn = store_sqlite_read_begin(store);
    out[0] = '\0';
    sqlite3_stmt *row = STORE_ROW(conn, "SELECT v FROM meta WHERE k = ?1", STORE_TEXT(key));
    if (row != NULL) {
        store_conn_text(conn, row, 0, (StoreInto){out, (size_t)STORE_META_BYTES_MAX + 1});
    }
    return store_sqlite_read_end(store, conn) ||
           err_set(err, "store.failed", "the database does not answer");
}

bool store_session(Store *store, const StoreHash *token, StoreSession *out, bool *found)
{
    StoreConn *conn = store_sqlite_read_begin(store);
    sqlite3_stmt *row =
        STORE_ROW(conn,
                  "SELECT s.member_id, m.role, m.state, s.created_at, s.seen_at FROM session s"
                  " JOIN member m ON m.id = s.member_id WHERE s.token_hash = ?1",
                  STORE_BYTES(*token));
    *found = row != NULL;
    if (row != NULL) {
        store_conn_bytes(conn, row, 0, STORE_INTO(out->member.bytes));
        out->role = sqlite3_column_int(row, 1);
        out->member_state = sqlite3_column_int(row, 2);
        out->created_at = sqlite3_column_int64(row, 3);
        out->seen_at = sqlite3_column_int64(row, 4);
    }
    return store_sqlite_read_end(store, conn);
}

#define MEMBER_COLUMNS                                                                             \
    "SELECT id, email, name, role, state, kdf_salt, kdf_t, kdf_m_kib, auth_hash, box_pk, wrapped," \
    " attest, attest_epoch FROM member "

static void member_read(StoreConn *conn, sqlite3_stmt *row, StoreMember *out)
{
    store_conn_bytes(conn, row, 0, STORE_INTO(out->id.bytes));
    /* The e-mail of somebody who was disabled and replaced is longer than an e-mail; cut it. */
    const char *email = (const char *)sqlite3_column_text(row, 1);
    out->email[0] = '\0';
    strncat(out->email, email ? email : "", STORE_EMAIL_BYTES_MAX);
    store_conn_text(conn, row, 2, STORE_INTO(out->name));
    out->role = sqlite3_column_int(row, 3);
    out->state = sqlite3_column_int(row, 4);
    store_conn_bytes(conn, row, 5, STORE_INTO(out->salt));
    out->kdf_t = sqlite3_column_int64(row, 6);
    out->kdf_m_kib = sqlite3_column_int64(row, 7);
    store_conn_bytes(conn, row, 8, STORE_INTO(out->auth_hash.bytes));
    store_conn_bytes(conn, row, 9, STORE_INTO(out->box_pk.bytes));
    store_conn_bytes(conn, row, 10, STORE_INTO(out->wrapped));
    store_conn_bytes(conn, row, 11, STORE_INTO(out->attest.bytes));
    out->attest_epoch = sqlite3_column_int64(row, 12);
}

bool store_member_by_email(Store *store, const char *email, StoreMember *out, bool *found)
{
    StoreConn *conn = store_sqlite_read_begin(store);
    sqlite3_stmt *row = STORE_ROW(conn, MEMBER_COLUMNS "WHERE email = ?1", STORE_TEXT(email));
    *found = row != NULL;
    if (row != NULL) {
        member_read(conn, row, out);
    }
    return store_sqlite_read_end(store, conn);
}

bool store_member(Store *store, const StoreId *id, StoreMember *out, bool *found)
{
    StoreConn *conn = store_sqlite_read_begin(store);
    sqlite3_stmt *row = STORE_ROW(conn, MEMBER_COLUMNS "WHERE id = ?1", STORE_BYTES(*id));
    *found = row != NULL;
    if (row != NULL) {
        member_read(conn, row, out);
    }
    return store_sqlite_read_end(store, conn);
}

bool store_members(Store *store, StoreVisitMember visit, void *context)
{
    StoreConn *conn = store_sqlite_read_begin(store);
    StoreMember member;
    sqlite3_stmt *row = store_conn_row(conn, MEMBER_COLUMNS "ORDER BY name, id", NULL, 0);
    for (bool more = row != NULL; more; more = store_conn_next(conn, row)) {
        member_read(conn, row, &member);
        if (!visit(context, &member)) {
            break;
        }
    }
    return store_sqlite_read_end(store, conn);
}

bool store_grants(Store *store, const StoreId *member, StoreVisitGrant visit, void *context)
{
    StoreConn *conn = store_sqlite_read_begin(store);
    StoreGrant grant = {.member = *member};
    sqlite3_stmt *row =
        STORE_ROW(conn, "SELECT epoch, sealed FROM key_grant WHERE member_id = ?1 ORDER BY epoch",
                  STORE_BYTES(*member));
    for (bool more = row != NULL; more; more = store_conn_next(conn, row)) {
        grant.epoch = sqlite3_column_int64(row, 0);
        store_conn_bytes(conn, row, 1, STORE_INTO(grant.sealed));
        if (!visit(context, &grant)) {
            break;
        }
    }
    return store_sqlite_read_end(store, conn);
}

#define KIOSK_COLUMNS                                                                              \
    "SELECT id, label, state, enrol_hash IS NOT NULL, coalesce(enrol_until, -1), created_at,"      \
    " coalesce(last_seen, -1), coalesce(hw_changed_at, -1), coalesce(app, ''),"                    \
    " coalesce(keyring_seq, -1), coalesce(pack_seq, -1), coalesce(depth, -1),"                     \
    " coalesce(status, '') FROM kiosk "

static void kiosk_read(StoreConn *conn, sqlite3_stmt *row, StoreKioskRow *out)
{
    store_conn_bytes(conn, row, 0, STORE_INTO(out->id.bytes));
    store_conn_text(conn, row, 1, STORE_INTO(out->label));
    out->state = sqlite3_column_int(row, 2);
    out->has_code = sqlite3_column_int(row, 3) != 0;
    out->code_until_at = sqlite3_column_int64(row, 4);
    out->created_at = sqlite3_column_int64(row, 5);
    out->last_seen_at = sqlite3_column_int64(row, 6);
    out->hw_changed_at = sqlite3_column_int64(row, 7);
    store_conn_text(conn, row, 8, STORE_INTO(out->app));
    out->keyring_seq = sqlite3_column_int64(row, 9);
    out->pack_seq = sqlite3_column_int64(row, 10);
    out->depth = sqlite3_column_int64(row, 11);
    store_conn_text(conn, row, 12, STORE_INTO(out->status));
}

bool store_kiosk_by_token(Store *store, const StoreHash *token, StoreKioskRow *out, bool *found)
{
    StoreConn *conn = store_sqlite_read_begin(store);
    sqlite3_stmt *row = STORE_ROW(conn, KIOSK_COLUMNS "WHERE token_hash = ?1", STORE_BYTES(*token));
    *found = row != NULL;
    if (row != NULL) {
        kiosk_read(conn, row, out);
    }
    return store_sqlite_read_end(store, conn);
}

bool store_kiosk_by_code(Store *store, const StoreHash *code, StoreKioskRow *out, bool *found)
{
    StoreConn *conn = store_sqlite_read_begin(store);
    sqlite3_stmt *row = STORE_ROW(conn, KIOSK_COLUMNS "WHERE enrol_hash = ?1", STORE_BYTES(*code));
    *found = row != NULL;
    if (row != NULL) {
        kiosk_read(conn, row, out);
    }
    return store_sqlite_read_end(store, conn);
}

bool store_kiosks(Store *store, StoreVisitKiosk visit, void *context)
{
    StoreConn *conn = store_sqlite_read_begin(store);
    StoreKioskRow kiosk;
    sqlite3_stmt *row = store_conn_row(conn, KIOSK_COLUMNS "ORDER BY label, id", NULL, 0);
    for (bool more = row != NULL; more; more = store_conn_next(conn, row)) {
        kiosk_read(conn, row, &kiosk);
        if (!visit(context, &kiosk)) {
            break;
        }
    }
    return store_sqlite_read_end(store, conn);
}

/* A copy with a terminator; the caller frees it. */
static char *copy_column(sqlite3_stmt *row, int column, size_t *size)
{
    const void *from = sqlite3_column_blob(row, column);
    *size = (size_t)sqlite3_column_bytes(row, column);
    char *copy = calloc(1, *size + 1);
    check(copy != NULL);
    if (*size > 0) {
        memcpy(copy, from, *size);
    }
    return copy;
}

bool store_document(Store *store, const char *kind, StoreDocument *out, bool *found)
{
    StoreConn *conn = store_sqlite_read_begin(store);
    size_t sig_size = 0;
    *out = (StoreDocument){0};
    sqlite3_stmt *row = STORE_ROW(
        conn, "SELECT seq, body, sig FROM document WHERE kind = ?1 ORDER BY seq DESC LIMIT 1",
        STORE_TEXT(kind));
    *found = row != NULL;
    if (row != NULL) {
        out->seq = sqlite3_column_int64(row, 0);
        out->body = copy_column(row, 1, &out->body_size);
        out->sig = copy_column(row, 2, &sig_size);
    }
    return store_sqlite_read_end(store, conn);
}

void store_document_free(StoreDocument *document)
{
    free(document->body);
    free(document->sig);
    *document = (StoreDocument){0};
}

int64_t store_document_seq(Store *store, const char *kind)
{
    StoreConn *conn = store_sqlite_read_begin(store);
    sqlite3_stmt *row =
        STORE_ROW(conn, "SELECT max(seq) FROM document WHERE kind = ?1", STORE_TEXT(kind));
    int64_t seq = row ? sqlite3_column_int64(row, 0) : 0;
    return store_sqlite_read_end(store, conn) ? seq : -1;
}
