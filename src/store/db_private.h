/* db_private.h - what the files of this folder share: statements and transactions of a Db.
 * Private to store/. */
#ifndef OKSP_DB_PRIVATE_H
#define OKSP_DB_PRIVATE_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

#include "db.h"
#include "err.h"
#include "str.h"

/* Set `err` from what SQLite says went wrong: store.full, store.damaged or store.io. Always false.
 */
bool db_fail(Db *db, Err *err);

/* Prepare one statement; NULL with `err` set on failure (also when the store is closed). */
sqlite3_stmt *db_prepare(Db *db, const char *sql, Err *err);

/* Step a statement that returns nothing, and finalize it in any case. NULL is a failure that was
 * reported already. */
bool db_finish(Db *db, sqlite3_stmt *statement, Err *err);

/* Run SQL without parameters or rows. */
bool db_run(Db *db, const char *sql, Err *err);

/* One number of one row; `value` stays as it is when there is no row. */
bool db_number(Db *db, const char *sql, int64_t *value, Err *err);

/* BEGIN IMMEDIATE ... COMMIT. db_commit: true = on the disk. On false the transaction is undone as
 * far as SQLite knows, which after an fsync error is not certain. */
bool db_begin(Db *db, Err *err);
bool db_commit(Db *db, Err *err);
void db_rollback(Db *db);

/* Commit when `good`, roll back otherwise; the result of the whole. */
bool db_end(Db *db, bool good, Err *err);

/* Write everything that is in the WAL into the database and sync it, whatever an earlier fsync
 * said. False when that cannot be done completely. */
bool db_settle(Db *db, Err *err);

/* Did anything fail since the last db_settle, also before a db_reopen? Then nothing may be appended
 * to the log and called durable: a failed sync may have left a hole that no later sync fills. */
bool db_is_unsettled(const Db *db);

/* Copy what can be read of the table kv of the damaged store in `place` into the fresh one, except
 * what is there already. The damaged database file stays as it is. */
void db_rescue(Db *db, const char *place);

/* The rows changed by the last statement. */
int db_changes(Db *db);

#endif
