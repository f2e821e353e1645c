/* status.h - what the welcome screen and the staff screen need to know, in one reading. */
#ifndef OKSP_STATUS_H
#define OKSP_STATUS_H

#include <stdbool.h>
#include <stdint.h>

#include "db.h"
#include "err.h"
#include "outbox.h"
#include "request.h"
#include "runclock.h"

enum { STATUS_ERROR_BYTES = 32 };

typedef struct Status {
    bool is_enrolled;
    int64_t keyring_seq, pack_seq;
    int64_t run_s;
    int64_t last_ok_run_s; /* running clock of the last answer of the hub; 0 = never */
    int64_t last_ok_utc_s; /* wall clock of the hub in that answer; 0 = never */
    int64_t time_floor_s;  /* UTC seconds; an earlier wall clock is wrong */
    RequestClock clock;    /* what sync thinks of the wall clock */
    char last_error[STATUS_ERROR_BYTES];
    bool has_ballast;
    OutboxStatus outbox;
} Status;

/* Errors: store.io, store.closed. */
bool status_read(Db *db, const RunBoot *boot, Status *out, Err *err);

#endif
