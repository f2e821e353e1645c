/* watch.c - the two clocks of the kiosk. See watch.h. */
#include "watch.h"

#include <time.h>

enum { MS_PER_S = 1000, NS_PER_MS = 1000000 };

static int64_t clock_ms(clockid_t id)
{
    struct timespec now = {0};
    (void)clock_gettime(id, &now);
    return (int64_t)now.tv_sec * MS_PER_S + now.tv_nsec / NS_PER_MS;
}

void watch_start(Watch *watch)
{
    *watch = (Watch){.start_ms = clock_ms(CLOCK_BOOTTIME)};
}

/* How long the clocks have stood still. */
static int64_t held_for_ms(const Watch *watch)
{
    return watch->held_ms == 0 ? 0 : clock_ms(CLOCK_BOOTTIME) - watch->held_ms;
}

int64_t watch_run_ms(const Watch *watch)
{
    int64_t now_ms = watch->held_ms == 0 ? clock_ms(CLOCK_BOOTTIME) : watch->held_ms;
    return now_ms - watch->start_ms + watch->skip_ms;
}

int64_t watch_utc_s(const Watch *watch)
{
    return (clock_ms(CLOCK_REALTIME) - held_for_ms(watch) + watch->skip_ms) / MS_PER_S;
}

void watch_skip(Watch *watch, int64_t seconds)
{
    watch->skip_ms += seconds * MS_PER_S;
}

void watch_hold(Watch *watch)
{
    if (watch->held_ms == 0)
        watch->held_ms = clock_ms(CLOCK_BOOTTIME);
}

void watch_go(Watch *watch)
{
    watch->skip_ms -= held_for_ms(watch);
    watch->held_ms = 0;
}
