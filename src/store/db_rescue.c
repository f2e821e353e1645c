/* db_rescue.c - settings out of a store that was put aside. Best effort: what cannot be read is
 * left out, and whoever uses a value checks it (a keyring by its signature, a token by the hub). */
#include "db_folder.h"
#include "db_private.h"
#include "log.h"

enum { VALUES_MAX = 64 };

/* Without a checkpoint on closing, so that the evidence is not rewritten. */
static sqlite3 *open_damaged(const char *place)
{
    char path[DB_PATH_BYTES_MAX];
    sqlite3 *old = NULL;
    if (!db_folder_path(place, "kiosk.db", path, sizeof path)) {
        return NULL;
    }
    if (sqlite3_open_v2(path, &old, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) !=
        SQLITE_OK) {
        sqlite3_close(old);
        return NULL;
    }
    (void)sqlite3_db_config(old, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
    return old;
}

static bool copy_row(Db *db, sqlite3_stmt *row)
{
    sqlite3_stmt *insert = db_prepare(db, "INSERT OR IGNORE INTO kv (k, v) VALUES (?1, ?2)", NULL);
    if (insert == NULL) {
        return false;
    }
    sqlite3_bind_value(insert, 1, sqlite3_column_value(row, 0));
    sqlite3_bind_value(insert, 2, sqlite3_column_value(row, 1));
    return db_finish(db, insert, NULL);
}

static int copy_rows(Db *db, sqlite3_stmt *rows)
{
    int count = 0;
    while (count < VALUES_MAX && sqlite3_step(rows) == SQLITE_ROW) {
        if (!copy_row(db, rows)) {
            break;
        }
        count++;
    }
    return count;
}

void db_rescue(Db *db, const char *place)
{
    sqlite3_stmt *rows = NULL;
    sqlite3 *old = open_damaged(place);
    if (old == NULL) {
        return;
    }
    int code = sqlite3_prepare_v2(old,
                                  "SELECT k, v FROM kv WHERE typeof(k) = 'text'"
                                  " AND typeof(v) = 'text'",
                                  -1, &rows, NULL);
    if (code == SQLITE_OK && db_begin(db, NULL)) {
        int count = copy_rows(db, rows);
        bool kept = db_end(db, true, NULL);
        log_number("store.rescued", "settings", kept ? count : 0);
    }
    sqlite3_finalize(rows);
    sqlite3_close(old);
}
