/* store_schema.h - the tables, and how an older database becomes the newest. */
#ifndef OKSP_STORE_SCHEMA_H
#define OKSP_STORE_SCHEMA_H

#include "store_conn.h"

enum { STORE_SCHEMA_VERSION = 1 };

/* Bring the database to STORE_SCHEMA_VERSION, each migration in one transaction, forward only.
 * A database that is newer than this program understands is store.schema. */
bool store_schema_migrate(StoreConn *conn, int64_t now_s, Err *err);

#endif
