/* outbox.h - sealed requests and signals on this kiosk, until the hub has had them for 14 days.
 * Owns the table outbox. Holds ciphertext only. Never deletes a row that is waiting. */
#ifndef OKSP_OUTBOX_H
#define OKSP_OUTBOX_H

#include <stdbool.h>
#include <stdint.h>

#include "db.h"
#include "envelope.h"
#include "err.h"
#include "str.h"

enum {
    OUTBOX_ROWS_MAX = 5000,   /* about 8 MB */
    OUTBOX_ROWS_ALARM = 4000, /* 80 %: alarm store.filling */
    OUTBOX_FLOOD_MAX = 20,    /* requests in one running hour, unless set otherwise */
    OUTBOX_FLOOD_S = 3600,
    OUTBOX_KEEP_S = 14 * 24 * 3600, /* of an acknowledged row, running time */
    OUTBOX_HOLD_MIN_S = 24 * 3600,  /* a signal waits 1 to 4 days before it is sent */
    OUTBOX_HOLD_MAX_S = 4 * 24 * 3600,
    OUTBOX_BATCH_ITEMS_MAX = 50,
    OUTBOX_BATCH_BYTES_MAX = 256 * 1024,
    OUTBOX_REASON_BYTES_MAX = 32
};

/* What is to be kept. For a signal `run_s` is not stored: nothing may tell when it was made. */
typedef struct OutboxNew {
    const Envelope *envelope;
    int64_t run_s;        /* running clock now (runclock.h) */
    int64_t hold_until_s; /* signals: running clock before which it is not sent; requests: 0 */
    int flood_max;        /* requests in one running hour; 0 = OUTBOX_FLOOD_MAX */
} OutboxNew;

/* Keep `item` and wait until it is on the disk. True: it survives a power cut from here on, and the
 * visitor may be told so. False: it may or may not be there; try again only with the SAME bytes
 * (same id, so nothing can double), or tell the visitor that it is not saved.
 * Tries again by itself once: after giving up the ballast when the disk is full, after opening the
 * store again when it failed otherwise.
 * Errors: store.full (disk), store.rows (OUTBOX_ROWS_MAX), store.flood, store.io, store.closed. */
bool outbox_save(Db *db, const OutboxNew *item, Err *err);

/* Is the flood limit reached, so that a form should not be started? */
bool outbox_is_flooded(Db *db, int64_t run_s, int flood_max);

/* One row to send. waited_s is -1 for signals (not told to the hub). */
typedef struct OutboxItem {
    EnvelopeId id;
    EnvelopeKind kind;
    int64_t waited_s;
    Envelope envelope;
} OutboxItem;

typedef struct OutboxBatch {
    int count;
    OutboxItem items[OUTBOX_BATCH_ITEMS_MAX];
} OutboxBatch;

typedef struct OutboxQuery {
    int64_t run_s;
    int items_max; /* at most OUTBOX_BATCH_ITEMS_MAX */
} OutboxQuery;

/* The oldest rows that may be sent now. A row whose bytes no longer hash to its id is put aside as
 * refused ("damaged") and never sent. Errors: store.io, store.closed (also below). */
bool outbox_next_batch(Db *db, const OutboxQuery *query, OutboxBatch *out, Err *err);

/* The hub has `ids` safe. Ids that are not here, or are done already, do not matter. */
bool outbox_acknowledge(Db *db, const EnvelopeId *ids, int count, int64_t run_s, Err *err);

/* The hub will never take this one. It is kept, counted, and tried again by the next version. */
bool outbox_refuse(Db *db, const EnvelopeId *id, Str reason, int64_t run_s, Err *err);
bool outbox_retry_refused(Db *db, Str app_version, Err *err);

/* The hub's store is `store_id`. When it was another one before, the hub has been restored from a
 * backup: every acknowledged row waits again, in the same transaction that remembers the new id.
 * `*again` tells how many. */
bool outbox_store_changed(Db *db, Str store_id, int *again, Err *err);

/* Delete rows that were acknowledged OUTBOX_KEEP_S ago. */
bool outbox_expire(Db *db, int64_t run_s, int *deleted, Err *err);

typedef struct OutboxStatus {
    int waiting, acknowledged, refused;
    int64_t oldest_waiting_s; /* requests only; 0 when none waits */
    bool is_filling;          /* OUTBOX_ROWS_ALARM reached */
} OutboxStatus;

bool outbox_status(Db *db, int64_t run_s, OutboxStatus *out, Err *err);

/* Every rule of the table at once, for tests: false with store.rule and which one. */
bool outbox_check(Db *db, Err *err);

#endif
