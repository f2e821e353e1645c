/* db.h - the kiosk's one database file: opening it in the only safe order, and transactions.
 * Owns the connection, the folder's lock and the prepared statements. Two programs use the file at
 * the same time (kiosk and sync), each with its own Db; one Db is used by one thread.
 * Never opens the file behind SQLite's back, and never throws a damaged one away: db, -wal and -shm
 * move together into quarantine/, and a fresh store takes their place, with the settings (kv) that
 * can still be read, so that the kiosk stays enrolled and goes on serving. */
#ifndef OKSP_DB_H
#define OKSP_DB_H

#include <stdbool.h>
#include <stdint.h>

#include "err.h"

enum {
    DB_PATH_BYTES_MAX = 512,
    DB_BUSY_MS = 5000,
    DB_QUARANTINE_WAIT_MS = 5000, /* for the other program to let go of a damaged store */
    DB_SCHEMA_VERSION = 1
};

typedef struct Db Db;

/* Open the store in `folder` (made with mode 0700 when it is not there). Errors: store.folder
 * (not a private folder of ours, a symbolic link, a second hard link), store.newer (made by a newer
 * program), store.open, store.full, store.damaged (damaged, and in use by the other program). */
Db *db_open(const char *folder, Err *err);

/* Close and open again with everything db_open checks; after an I/O error the cache of the old
 * connection is not to be trusted. On failure `db` stays closed, every call fails with
 * store.closed, and db_reopen may be tried again. */
bool db_reopen(Db *db, Err *err);

/* False when it stays closed after a db_reopen that failed, or when damage was met since: the owner
 * of a Db that lives long then calls db_reopen before the next use. */
bool db_is_good(const Db *db);

/* NULL is allowed. */
void db_close(Db *db);

/* The folder it was opened in. */
const char *db_folder(const Db *db);

/* Was a damaged store put aside by the last db_open or db_reopen? (alarm store.quarantined) */
bool db_was_quarantined(const Db *db);

#endif
