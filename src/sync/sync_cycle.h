/* sync_cycle.h - one exchange with the hub, from the store and back into it.
 * Owns the HTTP handle and what is known of time. Opens the store only while it reads or writes, so
 * that the kiosk can put a damaged one aside. */
#ifndef OKSP_SYNC_CYCLE_H
#define OKSP_SYNC_CYCLE_H

#include <stdbool.h>

#include "err.h"
#include "sync_config.h"
#include "sync_step.h"
#include "sync_wire.h"

typedef struct SyncCycle SyncCycle;

/* NULL with `err` on failure. */
SyncCycle *sync_cycle_open(const SyncConfig *config, Err *err);
void sync_cycle_close(SyncCycle *cycle);

/* Send at most `items_max` rows and store the answer. `event` says what happened in any case; the
 * result is true when it was accepted. On false `err` says why, and the code is stored for the
 * staff screen. Nothing is acknowledged unless the whole reply is the hub's: status 200, JSON,
 * version 1, only ids that were sent. Errors: sync.not-enrolled, sync.denied, sync.too-old,
 * sync.busy, sync.too-large, sync.reply, those of sync_http_call, of the store, and keyring.*. */
bool sync_cycle_run(SyncCycle *cycle, int items_max, SyncEvent *event, Err *err);

/* Enrol this kiosk with a string from the inbox: fetch token and keyring, believe the keyring only
 * by the fingerprint in the string, and store all of it at once. Errors: enrol.string,
 * enrol.other-org (requests for another organisation are still waiting here), enrol.code,
 * keyring.*, those of sync_http_call and of the store. */
bool sync_cycle_enrol(SyncCycle *cycle, const SyncEnrolString *string, Err *err);

#endif
