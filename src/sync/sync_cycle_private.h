/* sync_cycle_private.h - what the files of a cycle share. Private to sync/. */
#ifndef OKSP_SYNC_CYCLE_PRIVATE_H
#define OKSP_SYNC_CYCLE_PRIVATE_H

#include "db.h"
#include "runclock.h"
#include "sync_clock.h"
#include "sync_cycle.h"
#include "sync_http.h"

enum { SYNC_CYCLE_INT_BYTES = 24 };

struct SyncCycle {
    SyncConfig config;
    SyncHttp *http;
    SyncClock clock;
    RunBoot boot;
    int64_t run_s;
    char url[KEYRING_URL_BYTES_MAX];
    char token[SYNC_WIRE_TOKEN_BYTES];
    char hw[SYNC_WIRE_HW_BYTES];
    int64_t keyring_seq;
    SyncReport report;
    OutboxBatch batch;
    SyncReply reply;
};

/* Exchange with the clock's judgement of certificates; "" token = none. */
bool sync_cycle_call(SyncCycle *cycle, SyncHttpCall call, SyncHttpReply *reply, Err *err);

/* Is this a reply of 200 (or `status`) with JSON of ours? Otherwise the error for its status. */
bool sync_cycle_is_good(const SyncHttpReply *reply, long status, Err *err);

/* Take in a newer keyring when the hub has one. True when there is none or it was stored. */
bool sync_cycle_keyring(SyncCycle *cycle, Err *err);

#endif
