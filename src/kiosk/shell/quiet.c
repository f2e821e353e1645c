/* quiet.c - see quiet.h. */
#include "quiet.h"

#include <sodium.h>
#include <time.h>

#include "outbox.h"
#include "tally.h"
#include "when.h"

int64_t quiet_hold_s(const Envelope *envelope, int64_t run_s)
{
    if (envelope_kind(envelope) != ENVELOPE_KIND_SIGNAL)
        return 0;
    return run_s + OUTBOX_HOLD_MIN_S +
           (int64_t)randombytes_uniform(OUTBOX_HOLD_MAX_S - OUTBOX_HOLD_MIN_S);
}

bool quiet_count(Db *db, RequestClock clock, Str key, Err *err)
{
    char week[WHEN_WEEK_BYTES];
    struct timespec now = {0};

    if (clock != REQUEST_CLOCK_OK)
        return tally_add(db, TALLY_WEEK_UNKNOWN, key, err);
    (void)clock_gettime(CLOCK_REALTIME, &now);
    when_format_week(when_local(now.tv_sec).date, week);
    return tally_add(db, str_of(week), key, err);
}
