/* db_folder.h - the folder of a store: is it ours alone, who uses it, where damaged files go.
 * Private to store/. Never opens the database file: closing it would drop SQLite's locks. */
#ifndef OKSP_DB_FOLDER_H
#define OKSP_DB_FOLDER_H

#include <stdbool.h>
#include <stddef.h>

#include "err.h"

/* Make the folder when it is not there; refuse one that is a link, of somebody else, open to
 * others, or not on this machine's own disk; refuse a database file that is a link or has a second
 * name. */
bool db_folder_prepare(const char *folder, Err *err);

/* "<folder>/<name>"; false when it does not fit. */
bool db_folder_path(const char *folder, const char *name, char *out, size_t out_bytes);

/* Everybody who has the store open holds a shared lock on <folder>/lock. Returns a descriptor or -1
 * with `err`. */
int db_folder_lock(const char *folder, Err *err);

/* Become the only user, waiting up to DB_QUARANTINE_WAIT_MS; and share again. */
bool db_folder_alone(int lock_fd);
void db_folder_share(int lock_fd);

/* Move db, -wal and -shm together into a new folder of quarantine/; `place` (DB_PATH_BYTES_MAX)
 * receives its path. The caller is alone and has closed the store. */
bool db_folder_quarantine(const char *folder, char *place, Err *err);

#endif
