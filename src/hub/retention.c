/* retention.c - days to moments. */
#include "retention.h"

#include "hub.h"

enum { SECONDS_PER_DAY = 86400 };

static int64_t days_before(int64_t now_s, int64_t days)
{
    return now_s - days * SECONDS_PER_DAY;
}

StoreRetain retention_plan(const Policy *policy, int64_t now_s)
{
    int64_t days = policy->retention_days;
    if (days < 1 || days > POLICY_RETENTION_DAYS_MAX) {
        days = POLICY_RETENTION_DAYS_MAX;
    }
    return (StoreRetain){
        .closed_before = days_before(now_s, days),
        .received_before = days_before(now_s, RETENTION_ANY_DAYS_MAX),
        .signal_before = days_before(now_s, RETENTION_SIGNAL_DAYS_MAX),
        .tombstone_before = days_before(now_s, RETENTION_TOMBSTONE_DAYS),
        .session_seen_before = now_s - HUB_SESSION_IDLE_S_MAX,
        .session_created_before = now_s - HUB_SESSION_S_MAX,
        .rows_max = STORE_RETAIN_ROWS_MAX,
    };
}
