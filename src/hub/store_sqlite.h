/* store_sqlite.h - inside of the SQLite backend: the Store, its connections, its operations.
 * Only the store_*.c files include this. */
#ifndef OKSP_STORE_SQLITE_H
#define OKSP_STORE_SQLITE_H

#include <pthread.h>

#include "store.h"
#include "store_conn.h"

enum { STORE_SQLITE_READERS = 4, STORE_SQLITE_PATH_BYTES_MAX = 512 };

struct Store {
    StoreConn writer;
    int64_t change; /* the last change number given out; only the writer touches it */
    StoreConn readers[STORE_SQLITE_READERS];
    bool busy[STORE_SQLITE_READERS];
    pthread_mutex_t mutex; /* of busy */
    pthread_cond_t freed;
    char path[STORE_SQLITE_PATH_BYTES_MAX];
};

/* A read-only connection for one read: waits for a free one. END gives it back and says whether
 * everything in between was answered. */
StoreConn *store_sqlite_read_begin(Store *store);
bool store_sqlite_read_end(Store *store, StoreConn *conn);

/* The operations, one function each; all run inside the writer's transaction. */
void store_sqlite_ingest(Store *store, StoreOp *op);
void store_sqlite_event(Store *store, StoreOp *op);
void store_sqlite_erase(Store *store, StoreOp *op);
void store_sqlite_retain(Store *store, StoreOp *op);
void store_sqlite_setup(Store *store, StoreOp *op);
void store_sqlite_recover(Store *store, StoreOp *op);
void store_sqlite_session(Store *store, StoreOp *op);
void store_sqlite_kiosk(Store *store, StoreOp *op);
void store_sqlite_seen(Store *store, StoreOp *op);
void store_sqlite_meta_put(Store *store, const char *key, const char *value);
void store_sqlite_heartbeat(Store *store, StoreOp *op);
void store_sqlite_audit(Store *store, const StoreOp *op);

/* The next change number. */
int64_t store_sqlite_change(Store *store);

#endif
