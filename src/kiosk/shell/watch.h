/* watch.h - the two clocks of the kiosk, and a test's way to let time pass.
 * Owns the moment the program started. */
#ifndef OKSP_WATCH_H
#define OKSP_WATCH_H

#include <stdint.h>

typedef struct Watch {
    int64_t start_ms; /* CLOCK_BOOTTIME when the program started */
    int64_t skip_ms;  /* how much a test script has waited without waiting */
    int64_t held_ms;  /* CLOCK_BOOTTIME when a test script stopped both clocks; 0 = they run */
} Watch;

void watch_start(Watch *watch);

/* Milliseconds since the start; never goes back, counts suspended time. */
int64_t watch_run_ms(const Watch *watch);

/* Seconds since 1970 as the machine says; it may be wrong. */
int64_t watch_utc_s(const Watch *watch);

/* From now on it is `seconds` later, on both clocks. Test programs only. */
void watch_skip(Watch *watch, int64_t seconds);

/* Until watch_go both clocks move by watch_skip only, however slow the machine is; then they go on
 * from where they stand. Test programs only. */
void watch_hold(Watch *watch);
void watch_go(Watch *watch);

#endif
