/* retention.h - what is erased when; a pure function of the organisation's rule and the time. */
#ifndef OKSP_RETENTION_H
#define OKSP_RETENTION_H

#include "policy.h"
#include "store.h"

enum {
    RETENTION_ANY_DAYS_MAX = 365,    /* any request, closed or not, after it came in */
    RETENTION_SIGNAL_DAYS_MAX = 730, /* sealed signals: two years */
    RETENTION_TOMBSTONE_DAYS = 400,  /* longer than any kiosk stays offline with old rows */
};

/* The moments before which things go at `now_s` (UTC seconds). Closed requests go after
 * policy->retention_days, never later than POLICY_RETENTION_DAYS_MAX. */
StoreRetain retention_plan(const Policy *policy, int64_t now_s);

#endif
