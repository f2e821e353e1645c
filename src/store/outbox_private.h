/* outbox_private.h - a row within a transaction of somebody else. Private to store/. */
#ifndef OKSP_OUTBOX_PRIVATE_H
#define OKSP_OUTBOX_PRIVATE_H

#include "outbox.h"

/* Insert inside the transaction that is open; nothing is durable before its commit. */
bool outbox_put(Db *db, const OutboxNew *item, Err *err);

#endif
