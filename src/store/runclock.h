/* runclock.h - seconds this kiosk has been on in its whole life. It never goes back and does not
 * care about the wall clock, so retention and back-off cannot be fooled by a wrong date.
 * Only oksp-sync writes it (runclock_tick); the kiosk reads. Between boots at most the time since
 * the last tick is lost. */
#ifndef OKSP_RUNCLOCK_H
#define OKSP_RUNCLOCK_H

#include <stdbool.h>
#include <stdint.h>

#include "db.h"
#include "err.h"

enum { RUNCLOCK_BOOT_BYTES = 37 };

/* This boot: the kernel's boot id and CLOCK_BOOTTIME in seconds. */
typedef struct RunBoot {
    char id[RUNCLOCK_BOOT_BYTES];
    int64_t now_s;
} RunBoot;

/* Ask the kernel. Error clock.boot. */
bool runclock_boot(RunBoot *out, Err *err);

/* The running clock now. Errors: store.io, store.closed. */
bool runclock_read(Db *db, const RunBoot *boot, int64_t *run_s, Err *err);

/* The same, and remember it: sync only. */
bool runclock_tick(Db *db, const RunBoot *boot, int64_t *run_s, Err *err);

#endif
