/* pack_read.c - SQLite as a file format: open, distrust, iterate. Writes nothing, ever. */
#include "pack_read.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "content.h"
#include "utf8.h"

enum { URI_BYTES_MAX = 4096 * 3, STEPS_MAX = 400 * 1000, STEP_OPCODES = 1000 };

struct PackRead {
    sqlite3 *db;
    int steps; /* of the progress handler: bounds what a hostile file can cost */
};

struct PackRow {
    sqlite3_stmt *statement;
    bool *sound;
};

static const char *const schema[] = {
    "CREATE TABLE asset(name TEXT PRIMARY KEY, mime TEXT NOT NULL, data BLOB NOT NULL)"
    " STRICT, WITHOUT ROWID",
    "CREATE TABLE block(pos INTEGER PRIMARY KEY, lang TEXT NOT NULL, topic INTEGER NOT NULL,"
    " lines TEXT NOT NULL) STRICT",
    "CREATE TABLE clip(lang TEXT, hash TEXT, mime TEXT NOT NULL, data BLOB NOT NULL,"
    " PRIMARY KEY(lang, hash)) STRICT, WITHOUT ROWID",
    "CREATE TABLE fact(id TEXT PRIMARY KEY, phone INTEGER NOT NULL, keep INTEGER NOT NULL,"
    " hours TEXT NOT NULL, source TEXT NOT NULL, verified_on TEXT NOT NULL,"
    " review_by TEXT NOT NULL, confidence TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE glossary(lang TEXT, pos INTEGER, id TEXT NOT NULL, shown TEXT NOT NULL,"
    " say TEXT NOT NULL, full TEXT NOT NULL, PRIMARY KEY(lang, pos)) STRICT, WITHOUT ROWID",
    "CREATE TABLE pack(k TEXT PRIMARY KEY, v TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE search_tri(pos INTEGER PRIMARY KEY, lang TEXT NOT NULL,"
    " audience INTEGER NOT NULL, terms BLOB NOT NULL) STRICT",
    "CREATE TABLE search_word(pos INTEGER PRIMARY KEY, lang TEXT NOT NULL,"
    " audience INTEGER NOT NULL, terms BLOB NOT NULL) STRICT",
    "CREATE TABLE text(lang TEXT, kind TEXT, key TEXT, text TEXT NOT NULL,"
    " PRIMARY KEY(lang, kind, key)) STRICT, WITHOUT ROWID",
    "CREATE TABLE topic(pos INTEGER PRIMARY KEY, audience INTEGER NOT NULL, id TEXT NOT NULL,"
    " icon TEXT NOT NULL, picture TEXT NOT NULL, law INTEGER NOT NULL, letter INTEGER NOT NULL,"
    " related TEXT NOT NULL) STRICT",
    "CREATE TABLE topic_text(lang TEXT, topic INTEGER, title TEXT NOT NULL, short TEXT NOT NULL,"
    " words TEXT NOT NULL, reviewed_by TEXT NOT NULL, PRIMARY KEY(lang, topic))"
    " STRICT, WITHOUT ROWID",
    "CREATE TABLE tree(list TEXT, parent TEXT, pos INTEGER, id TEXT NOT NULL,"
    " picture TEXT NOT NULL, icon TEXT NOT NULL, topic INTEGER NOT NULL, value TEXT NOT NULL,"
    " PRIMARY KEY(list, parent, pos)) STRICT, WITHOUT ROWID",
};
enum { SCHEMA_COUNT = sizeof schema / sizeof schema[0] };

static const char *const queries[PACK_QUERY_COUNT] = {
    [PACK_QUERY_PACK] = "SELECT k, v FROM pack ORDER BY k",
    [PACK_QUERY_TEXT] = "SELECT lang, kind, key, text FROM text ORDER BY lang, kind, key",
    [PACK_QUERY_TREE] = "SELECT list, parent, id, picture, icon, topic, value FROM tree"
                        " ORDER BY list, parent, pos",
    [PACK_QUERY_TOPIC] = "SELECT audience, id, icon, picture, law, letter, related FROM topic"
                         " ORDER BY pos",
    [PACK_QUERY_TITLE] = "SELECT topic, title, short, words, reviewed_by FROM topic_text"
                         " WHERE lang = ?1 ORDER BY topic",
    [PACK_QUERY_BLOCK] = "SELECT topic, lines FROM block WHERE lang = ?1 ORDER BY pos",
    [PACK_QUERY_FACT] = "SELECT id, phone, keep, hours, verified_on, review_by FROM fact"
                        " ORDER BY id",
    [PACK_QUERY_GLOSSARY] = "SELECT lang, pos, id, shown, say, full FROM glossary"
                            " ORDER BY lang, pos",
    [PACK_QUERY_ASSET] = "SELECT name, data FROM asset ORDER BY name",
    [PACK_QUERY_WORD] = "SELECT audience, terms FROM search_word WHERE lang = ?1 ORDER BY pos",
    [PACK_QUERY_TRIGRAM] = "SELECT audience, terms FROM search_tri WHERE lang = ?1 ORDER BY pos",
};

const char *const *pack_read_schema(int *count)
{
    *count = SCHEMA_COUNT;
    return schema;
}

/* ---- opening ---------------------------------------------------------------------------- */

/* "file:<path>?immutable=1" with everything but plain characters percent-encoded. */
static bool make_uri(const char *path, char *uri, size_t uri_bytes)
{
    static const char plain[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/._-";
    Buf buf = buf_init(uri, uri_bytes);
    buf_add(&buf, STR("file:"));
    for (const char *c = path; *c != '\0'; c++) {
        if (strchr(plain, *c) != NULL) {
            buf_add_char(&buf, *c);
        } else {
            buf_format(&buf, "%%%02X", (unsigned)(unsigned char)*c);
        }
    }
    buf_add(&buf, STR("?immutable=1&mode=ro"));
    return !buf.overflow;
}

static int count_steps(void *context)
{
    PackRead *pack = context;
    return ++pack->steps > STEPS_MAX ? 1 : 0;
}

/* Everything a schema could do to us is off; every size is bounded before the first byte is read.
 */
static bool harden(PackRead *pack)
{
    sqlite3 *db = pack->db;
    sqlite3_limit(db, SQLITE_LIMIT_LENGTH, CONTENT_ASSET_BYTES_MAX);
    sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_limit(db, SQLITE_LIMIT_TRIGGER_DEPTH, 0);
    sqlite3_limit(db, SQLITE_LIMIT_EXPR_DEPTH, 64);
    sqlite3_progress_handler(db, STEP_OPCODES, count_steps, pack);
    return sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL) == SQLITE_OK &&
           sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL) == SQLITE_OK &&
           sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL) == SQLITE_OK &&
           sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL) == SQLITE_OK &&
           sqlite3_exec(db, "PRAGMA cell_size_check=ON; PRAGMA query_only=ON; PRAGMA mmap_size=0",
                        NULL, NULL, NULL) == SQLITE_OK;
}

static bool file_is_sane(const char *path, Err *err)
{
    struct stat info;
    if (stat(path, &info) != 0 || !S_ISREG(info.st_mode)) {
        return err_set(err, "pack.missing", "there is no content pack at %s", path);
    }
    if (info.st_size > CONTENT_PACK_BYTES_MAX) {
        return err_set(err, "pack.too-large", "the pack at %s is larger than %d MiB", path,
                       CONTENT_PACK_BYTES_MAX / 1024 / 1024);
    }
    return true;
}

/* The first number an SQL text of ours answers. */
static bool pragma_int(sqlite3 *db, const char *sql, int *out)
{
    sqlite3_stmt *statement = NULL;
    bool got = sqlite3_prepare_v2(db, sql, -1, &statement, NULL) == SQLITE_OK &&
               sqlite3_step(statement) == SQLITE_ROW;
    *out = got ? sqlite3_column_int(statement, 0) : 0;
    sqlite3_finalize(statement);
    return got;
}

static bool identity_is_right(sqlite3 *db, Err *err)
{
    int id = 0;
    int version = 0;
    if (!pragma_int(db, "PRAGMA application_id", &id)) {
        return err_set(err, "pack.damaged", "the pack is not a readable database");
    }
    if (id != PACK_READ_APPLICATION_ID) {
        return err_set(err, "pack.foreign", "this is not a content pack of oksp");
    }
    if (!pragma_int(db, "PRAGMA user_version", &version) || version < 1) {
        return err_set(err, "pack.damaged", "the pack has no version");
    }
    if (version > PACK_READ_VERSION) {
        return err_set(err, "pack.newer", "the pack is of version %d, this program reads %d",
                       version, PACK_READ_VERSION);
    }
    return true;
}

/* Our CREATE statements and nothing else, compared as text. */
static bool schema_is_ours(sqlite3 *db, Err *err)
{
    static const char sql[] = "SELECT sql FROM sqlite_schema ORDER BY name";
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK) {
        return err_set(err, "pack.damaged", "the pack has no readable schema");
    }
    int same = 0;
    int rows = 0;
    while (rows <= SCHEMA_COUNT && sqlite3_step(statement) == SQLITE_ROW) {
        const char *found = (const char *)sqlite3_column_text(statement, 0);
        same += rows < SCHEMA_COUNT && found != NULL && strcmp(found, schema[rows]) == 0;
        rows++;
    }
    sqlite3_finalize(statement);
    return (same == SCHEMA_COUNT && rows == SCHEMA_COUNT) ||
           err_set(err, "pack.foreign", "the tables of the pack are not ours");
}

static bool is_intact(sqlite3 *db, Err *err)
{
    sqlite3_stmt *statement = NULL;
    bool ok = sqlite3_prepare_v2(db, "PRAGMA quick_check(1)", -1, &statement, NULL) == SQLITE_OK &&
              sqlite3_step(statement) == SQLITE_ROW &&
              sqlite3_column_type(statement, 0) == SQLITE_TEXT &&
              strcmp((const char *)sqlite3_column_text(statement, 0), "ok") == 0;
    sqlite3_finalize(statement);
    return ok || err_set(err, "pack.damaged", "the pack does not pass its own check");
}

PackRead *pack_read_open(const char *path, Err *err)
{
    char uri[URI_BYTES_MAX];
    if (!file_is_sane(path, err)) {
        return NULL;
    }
    PackRead *pack = calloc(1, sizeof *pack);
    if (pack == NULL || !make_uri(path, uri, sizeof uri)) {
        err_set(err, pack == NULL ? "memory.full" : "pack.missing", "cannot open the pack");
        free(pack);
        return NULL;
    }
    int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX;
    if (sqlite3_open_v2(uri, &pack->db, flags, NULL) != SQLITE_OK || !harden(pack)) {
        err_set(err, "pack.damaged", "the pack is not a readable database");
    } else if (identity_is_right(pack->db, err) && schema_is_ours(pack->db, err) &&
               is_intact(pack->db, err)) {
        return pack;
    }
    pack_read_close(pack);
    return NULL;
}

void pack_read_close(PackRead *pack)
{
    if (pack != NULL) {
        sqlite3_close(pack->db);
        free(pack);
    }
}

/* ---- rows ------------------------------------------------------------------------------- */

bool pack_read_rows(PackRead *pack, PackAsk ask, PackRowFn *take, void *context, Err *err)
{
    sqlite3_stmt *statement = NULL;
    bool sound = true;
    bool ok = sqlite3_prepare_v2(pack->db, queries[ask.query], -1, &statement, NULL) == SQLITE_OK;
    if (ok && ask.language.size > 0) {
        ok = sqlite3_bind_text(statement, 1, ask.language.data, (int)ask.language.size,
                               SQLITE_STATIC) == SQLITE_OK;
    }
    int status = ok ? SQLITE_ROW : SQLITE_ERROR;
    PackRow row = {statement, &sound};
    pack->steps = 0;
    for (int count = 0; ok && count < PACK_READ_ROWS_MAX; count++) {
        status = sqlite3_step(statement);
        if (status != SQLITE_ROW) {
            break;
        }
        ok = take(context, &row, err) && sound;
    }
    sqlite3_finalize(statement);
    return (ok && status == SQLITE_DONE) ||
           err_set(err, "pack.damaged", "a table of the pack does not hold what it must");
}

int pack_read_asset_count(PackRead *pack)
{
    int count = 0;
    pragma_int(pack->db, "SELECT count(*) FROM asset", &count);
    return count < 0 || count > PACK_READ_ASSETS_MAX ? PACK_READ_ASSETS_MAX : count;
}

static Str sound_text(const PackRow *row, int column, size_t bytes_max)
{
    Str text = {(const char *)sqlite3_column_text(row->statement, column),
                (size_t)sqlite3_column_bytes(row->statement, column)};
    if (text.data == NULL || text.size > bytes_max || !utf8_is_valid(text) ||
        memchr(text.data, '\0', text.size) != NULL) {
        *row->sound = false;
        return STR("");
    }
    return text;
}

Str pack_read_text(const PackRow *row, int column)
{
    return sound_text(row, column, CONTENT_TEXT_BYTES_MAX);
}

Str pack_read_lines(const PackRow *row, int column)
{
    return sound_text(row, column, PACK_READ_LINES_BYTES_MAX);
}

Str pack_read_bytes(const PackRow *row, int column)
{
    return (Str){sqlite3_column_blob(row->statement, column),
                 (size_t)sqlite3_column_bytes(row->statement, column)};
}

int pack_read_int(const PackRow *row, int column, int min, int max)
{
    sqlite3_int64 value = sqlite3_column_int64(row->statement, column);
    if (value < min || value > max) {
        *row->sound = false;
        return min;
    }
    return (int)value;
}

bool pack_read_row_is_sound(const PackRow *row)
{
    return *row->sound;
}
