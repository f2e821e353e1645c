/* store_people.c - operations on the organisation: setup, recovery, sessions, settings, the sign of
 * life and the audit chain. */
#include "store_sqlite.h"

#include <sodium.h>
#include <string.h>

#include "buf.h"
#include "check.h"
#include "str.h"

enum { AUDIT_ROW_BYTES_MAX = 1024 };

void store_sqlite_meta_put(Store *store, const char *key, const char *value)
{
    STORE_RUN(&store->writer,
              "INSERT INTO meta(k, v) VALUES(?1, ?2) ON CONFLICT (k) DO UPDATE SET v = excluded.v",
              STORE_TEXT(key), STORE_TEXT(value));
}

static void meta_delete(Store *store, const char *key)
{
    STORE_RUN(&store->writer, "DELETE FROM meta WHERE k = ?1", STORE_TEXT(key));
}

/* The value of a key of this transaction; "" when there is none. */
static void meta_get(Store *store, const char *key, char out[STORE_META_BYTES_MAX + 1])
{
    sqlite3_stmt *row =
        STORE_ROW(&store->writer, "SELECT v FROM meta WHERE k = ?1", STORE_TEXT(key));
    out[0] = '\0';
    if (row != NULL) {
        store_conn_text(&store->writer, row, 0, (StoreInto){out, (size_t)STORE_META_BYTES_MAX + 1});
    }
}

/* Meta holds "<64 hex hash> <valid until, 0 = for ever>" of the one-time token. */
static bool token_matches(Store *store, const char *key, const StoreOp *op)
{
    char text[STORE_META_BYTES_MAX + 1];
    char hex[2 * STORE_HASH_BYTES + 1];
    int64_t until = 0;
    meta_get(store, key, text);
    sodium_bin2hex(hex, sizeof hex, op->setup.token.bytes, sizeof op->setup.token.bytes);
    Str rest = str_of(text);
    Str hash = str_cut(&rest, ' ');
    return hash.size == sizeof hex - 1 && sodium_memcmp(hash.data, hex, hash.size) == 0 &&
           str_to_int(rest, 0, INT64_MAX, &until) && (until == 0 || op->at <= until);
}

static void member_insert(StoreConn *conn, const StoreMember *m, int64_t at)
{
    STORE_RUN(conn,
              "INSERT INTO member(id, email, name, role, state, kdf_salt, kdf_t, kdf_m_kib,"
              " auth_hash, box_pk, wrapped, attest, attest_epoch, created_at)"
              " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
              STORE_BYTES(m->id), STORE_TEXT(m->email), STORE_TEXT(m->name), STORE_INT(m->role),
              STORE_INT(m->state), STORE_BLOB(m->salt, sizeof m->salt), STORE_INT(m->kdf_t),
              STORE_INT(m->kdf_m_kib), STORE_BYTES(m->auth_hash), STORE_BYTES(m->box_pk),
              STORE_BLOB(m->wrapped, sizeof m->wrapped), STORE_BYTES(m->attest),
              STORE_INT(m->attest_epoch), STORE_INT(at));
}

static void grants_insert(StoreConn *conn, const StoreSetup *setup)
{
    for (size_t i = 0; i < setup->grant_count; i++) {
        const StoreGrant *grant = &setup->grants[i];
        STORE_RUN(conn,
                  "INSERT INTO key_grant(member_id, epoch, sealed) VALUES(?1, ?2, ?3)"
                  " ON CONFLICT (member_id, epoch) DO UPDATE SET sealed = excluded.sealed",
                  STORE_BYTES(grant->member), STORE_INT(grant->epoch),
                  STORE_BLOB(grant->sealed, sizeof grant->sealed));
    }
}

static void keyring_insert(StoreConn *conn, const StoreSetup *setup, int64_t at)
{
    uint8_t hash[STORE_HASH_BYTES];
    size_t size = strlen(setup->keyring);
    crypto_generichash(hash, sizeof hash, (const uint8_t *)setup->keyring, size, NULL, 0);
    STORE_RUN(conn,
              "INSERT INTO document(kind, seq, hash, size, body, sig, published_at)"
              " VALUES('keyring', ?1, ?2, ?3, ?4, ?5, ?6)",
              STORE_INT(setup->keyring_seq), STORE_BLOB(hash, sizeof hash), STORE_INT(size),
              STORE_BLOB(setup->keyring, size), STORE_TEXT(setup->keyring_sig), STORE_INT(at));
}

void store_sqlite_setup(Store *store, StoreOp *op)
{
    StoreConn *conn = &store->writer;
    char org[STORE_META_BYTES_MAX + 1];
    meta_get(store, "org", org);
    if (org[0] != '\0') {
        op->result = STORE_CONFLICT;
        return;
    }
    if (!token_matches(store, "setup", op)) {
        op->result = STORE_REFUSED;
        return;
    }
    meta_delete(store, "setup");
    store_sqlite_meta_put(store, "org", op->setup.org);
    store_sqlite_meta_put(store, "name", op->setup.name);
    store_sqlite_meta_put(store, "settings", op->setup.settings);
    member_insert(conn, op->setup.member, op->at);
    grants_insert(conn, &op->setup);
    keyring_insert(conn, &op->setup, op->at);
}

/* An e-mail of a disabled member may be used again: that member steps aside. */
static bool email_is_taken(StoreConn *conn, const StoreMember *member)
{
    return STORE_ROW(conn, "SELECT 1 FROM member WHERE id = ?1 OR (email = ?2 AND state = 1)",
                     STORE_BYTES(member->id), STORE_TEXT(member->email)) != NULL;
}

void store_sqlite_recover(Store *store, StoreOp *op)
{
    StoreConn *conn = &store->writer;
    if (!token_matches(store, "recover", op)) {
        op->result = STORE_REFUSED;
        return;
    }
    if (email_is_taken(conn, op->setup.member)) {
        op->result = STORE_CONFLICT;
        return;
    }
    meta_delete(store, "recover");
    STORE_RUN(conn, "UPDATE member SET email = email || ' ' || hex(id) WHERE email = ?1",
              STORE_TEXT(op->setup.member->email));
    member_insert(conn, op->setup.member, op->at);
    grants_insert(conn, &op->setup);
}

void store_sqlite_session(Store *store, StoreOp *op)
{
    StoreConn *conn = &store->writer;
    const StoreSessionOp *session = &op->session;
    if (op->kind == STORE_OP_SESSION_PUT) {
        STORE_RUN(conn,
                  "INSERT INTO session(token_hash, member_id, created_at, seen_at)"
                  " VALUES(?1, ?2, ?3, ?3)",
                  STORE_BYTES(session->token), STORE_BYTES(session->member), STORE_INT(op->at));
    } else if (op->kind == STORE_OP_SESSION_SEEN) {
        STORE_RUN(conn, "UPDATE session SET seen_at = ?2 WHERE token_hash = ?1",
                  STORE_BYTES(session->token), STORE_INT(op->at));
    } else {
        STORE_RUN(conn, "DELETE FROM session WHERE token_hash = ?1", STORE_BYTES(session->token));
    }
}

/* A heartbeat that is too old or from the future: this file was restored, or stood still. */
void store_sqlite_heartbeat(Store *store, StoreOp *op)
{
    char last[STORE_META_BYTES_MAX + 1], id[STORE_META_BYTES_MAX + 1], now[STORE_HEX_BYTES];
    int64_t last_at = 0;
    meta_get(store, "heartbeat", last);
    meta_get(store, "store_id", id);
    bool known = id[0] != '\0' && str_to_int(str_of(last), 0, INT64_MAX, &last_at);
    op->heartbeat.changed = !known || op->at - last_at > op->heartbeat.gap_max_s ||
                            last_at - op->at > op->heartbeat.gap_max_s;
    if (op->heartbeat.changed) {
        store_sqlite_meta_put(store, "store_id", op->heartbeat.fresh);
    }
    Buf text = buf_init(now, sizeof now);
    buf_format(&text, "%lld", (long long)op->at);
    store_sqlite_meta_put(store, "heartbeat", now);
}

/* The bytes a row of the chain hashes: its fields, none of which may hold a newline. */
static void audit_row(Buf *out, int64_t seq, int64_t at, const StoreAudit *audit)
{
    buf_format(out, "%lld\n%lld\n%s\n%s\n%s\n%s\n", (long long)seq, (long long)at, audit->actor,
               audit->action, audit->subject, audit->detail);
    check(!out->overflow);
}

static void audit_hash(const uint8_t before[STORE_HASH_BYTES], Str row,
                       uint8_t out[STORE_HASH_BYTES])
{
    crypto_generichash_state state;
    crypto_generichash_init(&state, NULL, 0, STORE_HASH_BYTES);
    crypto_generichash_update(&state, before, STORE_HASH_BYTES);
    crypto_generichash_update(&state, (const uint8_t *)row.data, row.size);
    crypto_generichash_final(&state, out, STORE_HASH_BYTES);
}

void store_sqlite_audit(Store *store, const StoreOp *op)
{
    StoreConn *conn = &store->writer;
    uint8_t before[STORE_HASH_BYTES] = {0}, hash[STORE_HASH_BYTES];
    int64_t seq = 1;
    sqlite3_stmt *last =
        store_conn_row(conn, "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1", NULL, 0);
    if (last != NULL) {
        seq = sqlite3_column_int64(last, 0) + 1;
        store_conn_bytes(conn, last, 1, STORE_INTO(before));
    }
    char memory[AUDIT_ROW_BYTES_MAX];
    Buf row = buf_init(memory, sizeof memory);
    audit_row(&row, seq, op->at, &op->audit);
    audit_hash(before, buf_str(&row), hash);
    STORE_RUN(conn,
              "INSERT INTO audit(seq, at, actor, action, subject, detail, hash)"
              " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)",
              STORE_INT(seq), STORE_INT(op->at), STORE_TEXT(op->audit.actor),
              STORE_TEXT(op->audit.action), STORE_TEXT(op->audit.subject),
              STORE_TEXT(op->audit.detail), STORE_BLOB(hash, sizeof hash));
}

/* Does the row the statement stands on continue the chain? Moves `before` on. */
static bool audit_row_fits(StoreConn *conn, sqlite3_stmt *row, uint8_t before[STORE_HASH_BYTES])
{
    StoreAudit audit = {0};
    uint8_t stored[STORE_HASH_BYTES], hash[STORE_HASH_BYTES];
    char memory[AUDIT_ROW_BYTES_MAX], action[STORE_AUDIT_BYTES_MAX + 1];
    Buf text = buf_init(memory, sizeof memory);
    store_conn_text(conn, row, 2, STORE_INTO(audit.actor));
    store_conn_text(conn, row, 3, STORE_INTO(action));
    store_conn_text(conn, row, 4, STORE_INTO(audit.subject));
    store_conn_text(conn, row, 5, STORE_INTO(audit.detail));
    store_conn_bytes(conn, row, 6, STORE_INTO(stored));
    audit.action = action;
    audit_row(&text, sqlite3_column_int64(row, 0), sqlite3_column_int64(row, 1), &audit);
    audit_hash(before, buf_str(&text), hash);
    memcpy(before, stored, STORE_HASH_BYTES);
    return sodium_memcmp(stored, hash, STORE_HASH_BYTES) == 0;
}

bool store_audit_check(Store *store, int64_t *broken_seq, int64_t *rows)
{
    StoreConn *conn = store_sqlite_read_begin(store);
    uint8_t before[STORE_HASH_BYTES] = {0};
    *broken_seq = *rows = 0;
    sqlite3_stmt *row = store_conn_row(
        conn, "SELECT seq, at, actor, action, subject, detail, hash FROM audit ORDER BY seq", NULL,
        0);
    for (bool more = row != NULL; more && *broken_seq == 0; more = store_conn_next(conn, row)) {
        ++*rows;
        int64_t seq = sqlite3_column_int64(row, 0);
        if (seq != *rows || !audit_row_fits(conn, row, before)) {
            *broken_seq = seq;
        }
    }
    return store_sqlite_read_end(store, conn);
}
