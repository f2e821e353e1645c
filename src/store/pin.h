/* pin.h - how often the PIN of colleagues was typed wrong, and how long the next try must wait.
 * Owns the row "pin" of the table kv. Never sees the PIN or its hash.
 * A try is counted as wrong before it is judged, so that pulling the plug gives no free tries. The
 * wait is measured on the boot clock, which no wall clock can move and which counts without sync;
 * after a restart only the time of the new boot counts, so it can become longer, never shorter. */
#ifndef OKSP_PIN_H
#define OKSP_PIN_H

#include <stdbool.h>
#include <stdint.h>

#include "db.h"
#include "err.h"
#include "runclock.h"

enum {
    PIN_TRIES_FREE = 5,     /* wrong ones before the first wait (NIST SP 800-63B 5.2.2: few) */
    PIN_WAIT_FIRST_S = 300, /* then 5, 15, 30 and 60 minutes, one try after each */
    PIN_WAIT_MAX_S = 3600
};

typedef struct PinLock {
    int wrong;      /* tries since the last right one */
    int64_t wait_s; /* as of `at_s` of boot `boot` */
    int64_t at_s;
    char boot[RUNCLOCK_BOOT_BYTES];
} PinLock;

/* Seconds until the next try is allowed; how many there are then; the wait that follows them. */
int64_t pin_wait_s(const PinLock *lock, const RunBoot *boot);
int pin_tries(const PinLock *lock);
int64_t pin_after_s(const PinLock *lock);

/* One more try, wrong until proven otherwise. */
void pin_count(PinLock *lock, const RunBoot *boot);

/* What counts where nothing can be read: no free tries, and the first wait begins now. */
PinLock pin_strict(const RunBoot *boot);

/* Errors: store.io, store.closed. A row that is not one of ours reads as pin_strict. */
bool pin_read(Db *db, const RunBoot *boot, PinLock *lock, Err *err);
bool pin_write(Db *db, const PinLock *lock, Err *err);

#endif
