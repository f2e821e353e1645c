/* sync_offline.h - a kiosk without network: the same body carried on a stick, and damaged stores
 * read for what is still whole in them. Never sends anything. */
#ifndef OKSP_SYNC_OFFLINE_H
#define OKSP_SYNC_OFFLINE_H

#include <stdbool.h>

#include "err.h"
#include "sync_config.h"

/* Write the body of a sync (without token) with the oldest waiting rows to `path`; `*rows` of
 * `*waiting`. Errors: file.write, store.*, memory.full. */
bool sync_offline_export(const SyncConfig *config, const char *path, int *rows, int *waiting,
                         Err *err);

/* Store the acknowledgements of a reply that came back in `path`; `*rows` of them. Errors: file.*,
 * sync.reply, store.*. */
bool sync_offline_import(const SyncConfig *config, const char *path, int *rows, Err *err);

#endif
