/* sync_clock.h - what the wall clock is worth, and by which moment certificates are judged.
 * Pure. A kiosk without a battery clock boots in 1970; one with a wrong setting may stand in 2099.
 *
 * Clearly wrong = below the floor (the newest time known for sure) or more than five years above
 * it. Then the dates of certificates are forgiven once, until the hub has told its time; from then
 * on they are judged by that time plus what has run since. Payloads are sealed and documents are
 * signed apart from TLS, so what is exposed once is one bearer token. */
#ifndef OKSP_SYNC_CLOCK_H
#define OKSP_SYNC_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

#include "sync_http.h"

/* 2026-11-01: no clock is right that says earlier; this program did not exist. */
#define SYNC_CLOCK_BUILD_FLOOR_S INT64_C(1793491200)

enum {
    SYNC_CLOCK_ABOVE_S_MAX = 5 * 366 * 24 * 3600,
    SYNC_CLOCK_OFFSET_S_MAX = 300 /* from the hub's time, for "ok" */
};

/* What is known at one moment. */
typedef struct SyncClock {
    int64_t wall_s;     /* UTC, as the machine says */
    int64_t boot_s;     /* CLOCK_BOOTTIME */
    int64_t floor_s;    /* stored; 0 = none yet */
    bool is_ntp;        /* the kernel says it is synchronised */
    int64_t hub_s;      /* the hub's time in this run of the program; 0 = not told yet */
    int64_t hub_boot_s; /* boot clock when it was told */
} SyncClock;

/* The wall clock of this machine into wall_s and is_ntp; boot_s by the caller. */
void sync_clock_read(SyncClock *clock);

bool sync_clock_is_wrong(const SyncClock *clock);

/* Best guess of UTC now: the hub's time plus what has run, or the wall clock. */
int64_t sync_clock_guess_s(const SyncClock *clock);

/* "ok", "est" (something better than nothing is known) or "none". */
const char *sync_clock_quality(const SyncClock *clock);

SyncHttpDates sync_clock_dates(const SyncClock *clock);

/* The hub said it is `hub_s`. */
void sync_clock_told(SyncClock *clock, int64_t hub_s);

#endif
