/* store_schema.c - numbered migrations, written once for every backend: @INT, @BYTES and @STRICT
 * become the words of the backend. No sequences, triggers or locks, times as whole seconds: what
 * PostgreSQL and its relatives understand too. */
#include "store_schema.h"

#include <sodium.h>
#include <string.h>

#include "buf.h"
#include "check.h"

enum { SCHEMA_BYTES_MAX = 16384, SHA_BYTES = 16 };

/* `change` is a number that grows with every change anywhere: the inbox asks for what came after
 * the last one it saw. Microseconds since 1970, or one more than the last. */
static const char migration_1[] =
    "CREATE TABLE migration (version @INT PRIMARY KEY, applied_at @INT NOT NULL,"
    " sha TEXT NOT NULL) @STRICT;"
    "CREATE TABLE meta (k TEXT PRIMARY KEY, v TEXT NOT NULL) @STRICT;"
    "CREATE TABLE member (id @BYTES PRIMARY KEY, email TEXT NOT NULL UNIQUE, name TEXT NOT NULL,"
    " role @INT NOT NULL, state @INT NOT NULL, kdf_salt @BYTES NOT NULL, kdf_t @INT NOT NULL,"
    " kdf_m_kib @INT NOT NULL, auth_hash @BYTES NOT NULL, totp @BYTES,"
    " totp_last @INT NOT NULL DEFAULT 0, box_pk @BYTES NOT NULL, wrapped @BYTES NOT NULL,"
    " attest @BYTES NOT NULL, attest_epoch @INT NOT NULL, created_at @INT NOT NULL) @STRICT;"
    "CREATE TABLE key_grant (member_id @BYTES NOT NULL, epoch @INT NOT NULL,"
    " sealed @BYTES NOT NULL, PRIMARY KEY (member_id, epoch)) @STRICT;"
    "CREATE TABLE session (token_hash @BYTES PRIMARY KEY, member_id @BYTES NOT NULL,"
    " created_at @INT NOT NULL, seen_at @INT NOT NULL) @STRICT;"
    "CREATE INDEX session_member ON session (member_id);"
    "CREATE TABLE kiosk (id @BYTES PRIMARY KEY, label TEXT NOT NULL, state @INT NOT NULL,"
    " token_hash @BYTES UNIQUE, enrol_hash @BYTES UNIQUE, enrol_until @INT,"
    " enrol_used @INT NOT NULL DEFAULT 0, created_at @INT NOT NULL, last_seen @INT, hw TEXT,"
    " hw_changed_at @INT, app TEXT, keyring_seq @INT, pack_seq @INT, depth @INT,"
    " status TEXT) @STRICT;"
    "CREATE TABLE envelope (id @BYTES PRIMARY KEY, kind @INT NOT NULL, kiosk_id @BYTES NOT NULL,"
    " key_id @BYTES NOT NULL, received_at @INT NOT NULL, waited_s @INT NOT NULL,"
    " body @BYTES NOT NULL) @STRICT;"
    "CREATE INDEX envelope_kind ON envelope (kind, received_at);"
    "CREATE TABLE request (id @BYTES PRIMARY KEY, state @INT NOT NULL, assignee @BYTES,"
    " rev @INT NOT NULL, due_at @INT NOT NULL, closed_at @INT, outcome @INT,"
    " notified @INT NOT NULL DEFAULT 0, change @INT NOT NULL) @STRICT;"
    "CREATE INDEX request_open ON request (state, due_at);"
    "CREATE INDEX request_change ON request (change);"
    "CREATE TABLE event (id @BYTES PRIMARY KEY, request_id @BYTES NOT NULL, at @INT NOT NULL,"
    " change @INT NOT NULL, actor @BYTES NOT NULL, type @INT NOT NULL, outcome @INT,"
    " body @BYTES) @STRICT;"
    "CREATE INDEX event_request ON event (request_id, change);"
    "CREATE TABLE tombstone (id @BYTES PRIMARY KEY, gone_at @INT NOT NULL,"
    " change @INT NOT NULL) @STRICT;"
    "CREATE INDEX tombstone_gone ON tombstone (gone_at);"
    "CREATE INDEX tombstone_change ON tombstone (change);"
    "CREATE TABLE audit (seq @INT PRIMARY KEY, at @INT NOT NULL, actor TEXT NOT NULL,"
    " action TEXT NOT NULL, subject TEXT NOT NULL, detail TEXT NOT NULL,"
    " hash @BYTES NOT NULL) @STRICT;"
    "CREATE TABLE document (kind TEXT NOT NULL, seq @INT NOT NULL, hash @BYTES NOT NULL,"
    " size @INT NOT NULL, body @BYTES, sig TEXT NOT NULL, published_at @INT NOT NULL,"
    " PRIMARY KEY (kind, seq)) @STRICT;";

static const char *const migrations[STORE_SCHEMA_VERSION] = {migration_1};

/* Replace the words that differ between backends. */
static void expand(const char *text, Buf *out)
{
    static const struct {
        const char *from, *to;
    } words[] = {{"@INT", "INTEGER"}, {"@BYTES", "BLOB"}, {"@STRICT", "STRICT"}};
    while (*text != '\0') {
        size_t skip = 0;
        for (size_t i = 0; *text == '@' && i < sizeof words / sizeof words[0]; i++) {
            if (strncmp(text, words[i].from, strlen(words[i].from)) == 0) {
                buf_add(out, str_of(words[i].to));
                skip = strlen(words[i].from);
            }
        }
        if (skip == 0) {
            buf_add_char(out, *text);
            skip = 1;
        }
        text += skip;
    }
    check(!out->overflow);
}

static int64_t version_now(StoreConn *conn)
{
    sqlite3_stmt *row = store_conn_row(
        conn, "SELECT count(*) FROM sqlite_schema WHERE name = 'migration'", NULL, 0);
    bool present = row != NULL && sqlite3_column_int64(row, 0) > 0;
    row = present ? store_conn_row(conn, "SELECT max(version) FROM migration", NULL, 0) : NULL;
    int64_t version = row ? sqlite3_column_int64(row, 0) : 0;
    store_conn_reset(conn);
    return version;
}

static bool migrate_to(StoreConn *conn, int version, int64_t now_s)
{
    char memory[SCHEMA_BYTES_MAX];
    Buf sql = buf_init(memory, sizeof memory);
    expand(migrations[version - 1], &sql);
    uint8_t sum[SHA_BYTES];
    char sha[2 * SHA_BYTES + 1];
    crypto_generichash(sum, sizeof sum, (const uint8_t *)sql.data, sql.size, NULL, 0);
    sodium_bin2hex(sha, sizeof sha, sum, sizeof sum);
    return store_conn_script(conn, "BEGIN IMMEDIATE") && store_conn_script(conn, sql.data) &&
           STORE_RUN(conn, "INSERT INTO migration(version, applied_at, sha) VALUES(?1, ?2, ?3)",
                     STORE_INT(version), STORE_INT(now_s), STORE_TEXT(sha)) &&
           store_conn_script(conn, "COMMIT");
}

bool store_schema_migrate(StoreConn *conn, int64_t now_s, Err *err)
{
    int64_t version = version_now(conn);
    if (version > STORE_SCHEMA_VERSION) {
        return err_set(err, "store.schema", "the database has version %lld; this program knows %d",
                       (long long)version, STORE_SCHEMA_VERSION);
    }
    for (int next = (int)version + 1; conn->error == SQLITE_OK && next <= STORE_SCHEMA_VERSION;
         next++) {
        migrate_to(conn, next, now_s);
    }
    return conn->error == SQLITE_OK ||
           err_set(err, "store.corrupt", "the tables cannot be made (SQLite %d)", conn->error);
}
