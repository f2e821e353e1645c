/* quiet.h - what is kept without a name: how long a signal is held back, and the counts of a week.
 * Owns nothing. Never lets a moment out that is finer than a week. */
#ifndef OKSP_QUIET_H
#define OKSP_QUIET_H

#include <stdbool.h>
#include <stdint.h>

#include "db.h"
#include "envelope.h"
#include "err.h"
#include "request.h"
#include "str.h"

/* The running second before which `envelope` is not sent: for a signal a random one, one to four
 * days from `run_s`, so that nobody can tell when it was made; 0 for a request. */
int64_t quiet_hold_s(const Envelope *envelope, int64_t run_s);

/* Add one to `key` ("topic.opp") in the present week, or in the unknown one when `clock` cannot be
 * trusted. Errors: tally.key, store.*. */
bool quiet_count(Db *db, RequestClock clock, Str key, Err *err);

#endif
