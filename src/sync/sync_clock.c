/* sync_clock.c - the rules of sync_clock.h. Only sync_clock_read looks at a clock. */
#include "sync_clock.h"

#include <sys/timex.h>
#include <time.h>

static int64_t floor_of(const SyncClock *clock)
{
    return clock->floor_s > SYNC_CLOCK_BUILD_FLOOR_S ? clock->floor_s : SYNC_CLOCK_BUILD_FLOOR_S;
}

void sync_clock_read(SyncClock *clock)
{
    struct timespec now = {0};
    struct timex state = {0};
    (void)clock_gettime(CLOCK_REALTIME, &now);
    clock->wall_s = now.tv_sec;
    clock->is_ntp = adjtimex(&state) >= 0 && (state.status & STA_UNSYNC) == 0;
}

bool sync_clock_is_wrong(const SyncClock *clock)
{
    return clock->wall_s < floor_of(clock) ||
           clock->wall_s > floor_of(clock) + SYNC_CLOCK_ABOVE_S_MAX;
}

static int64_t by_hub_s(const SyncClock *clock)
{
    return clock->hub_s + (clock->boot_s - clock->hub_boot_s);
}

int64_t sync_clock_guess_s(const SyncClock *clock)
{
    return clock->hub_s != 0 ? by_hub_s(clock) : clock->wall_s;
}

const char *sync_clock_quality(const SyncClock *clock)
{
    if (!sync_clock_is_wrong(clock)) {
        int64_t offset_s = clock->wall_s - sync_clock_guess_s(clock);
        bool near_hub = clock->hub_s != 0 && offset_s < SYNC_CLOCK_OFFSET_S_MAX &&
                        offset_s > -SYNC_CLOCK_OFFSET_S_MAX;
        if (near_hub || (clock->is_ntp && clock->hub_s == 0)) {
            return "ok";
        }
    }
    return clock->hub_s != 0 || clock->floor_s != 0 ? "est" : "none";
}

SyncHttpDates sync_clock_dates(const SyncClock *clock)
{
    if (!sync_clock_is_wrong(clock)) {
        return SYNC_HTTP_DATES_NOW;
    }
    return clock->hub_s != 0 ? SYNC_HTTP_DATES_AT : SYNC_HTTP_DATES_IGNORED;
}

void sync_clock_told(SyncClock *clock, int64_t hub_s)
{
    clock->hub_s = hub_s;
    clock->hub_boot_s = clock->boot_s;
    if (hub_s > clock->floor_s) {
        clock->floor_s = hub_s;
    }
}
