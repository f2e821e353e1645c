/* tally.h - counts of a week on this kiosk: how often a topic was opened, which face was tapped.
 * Owns the table tally. Counts only; never who, when within the week, or in which order. When a
 * week is over its counts become one sealed signal that is held back one to four days. */
#ifndef OKSP_TALLY_H
#define OKSP_TALLY_H

#include <stdbool.h>
#include <stdint.h>

#include "db.h"
#include "envelope.h"
#include "err.h"
#include "str.h"

/* The bucket of counts made while the clock could not be trusted. */
#define TALLY_WEEK_UNKNOWN STR("?")

/* Add one to `key` ("topic.thuiszitten", signal.h) in `week` ("2026-W48" or TALLY_WEEK_UNKNOWN).
 * More than SIGNAL_COUNTS_MAX keys in one week are not counted. Errors: tally.key, store.*. */
bool tally_add(Db *db, Str week, Str key, Err *err);

typedef struct TallySeal {
    const EnvelopeKey *key;
    Str week_now;    /* every other week is over; TALLY_WEEK_UNKNOWN closes nothing */
    int64_t run_s;   /* running clock now */
    uint32_t random; /* decides how long the signal is held back */
} TallySeal;

/* Seal the counts of each week that is over and put them into the outbox, in the same transaction
 * that deletes them. `*closed` weeks. Errors: store.*, signal.*, envelope.*. */
bool tally_close(Db *db, const TallySeal *seal, int *closed, Err *err);

#endif
