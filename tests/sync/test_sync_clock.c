/* test_sync_clock.c - 1970, 2099, a clock that is a little off, and what they mean. */
#include "cmocka_first.h"

#include "sync_clock.h"

enum { HOUR_S = 3600 };
static const int64_t now_s = 1795000000;       /* November 2026 */
static const int64_t year_2099_s = 4070908800; /* 2099-01-01 */

typedef struct Row {
    SyncClock clock;
    bool is_wrong;
    const char *quality;
    SyncHttpDates dates;
} Row;

static void test_every_state_of_the_clock_has_its_answer(void **state)
{
    (void)state;
    const Row rows[] = {
        /* never heard of the hub */
        {{.wall_s = now_s, .is_ntp = true}, false, "ok", SYNC_HTTP_DATES_NOW},
        {{.wall_s = now_s}, false, "none", SYNC_HTTP_DATES_NOW},
        {{.wall_s = now_s, .floor_s = now_s - 1}, false, "est", SYNC_HTTP_DATES_NOW},
        {{.wall_s = 12345}, true, "none", SYNC_HTTP_DATES_IGNORED},
        {{.wall_s = 12345, .is_ntp = true}, true, "none", SYNC_HTTP_DATES_IGNORED},
        {{.wall_s = now_s - HOUR_S, .floor_s = now_s}, true, "est", SYNC_HTTP_DATES_IGNORED},
        {{.wall_s = year_2099_s, .floor_s = now_s}, true, "est", SYNC_HTTP_DATES_IGNORED},
        {{.wall_s = year_2099_s, .is_ntp = true}, true, "none", SYNC_HTTP_DATES_IGNORED},
        /* the hub has told its time, 100 s ago */
        {{.wall_s = now_s + 100,
          .boot_s = 600,
          .hub_s = now_s,
          .hub_boot_s = 500,
          .floor_s = now_s},
         false,
         "ok",
         SYNC_HTTP_DATES_NOW},
        {{.wall_s = now_s + 100 + 299, .boot_s = 600, .hub_s = now_s, .hub_boot_s = 500},
         false,
         "ok",
         SYNC_HTTP_DATES_NOW},
        {{.wall_s = now_s + 100 + 301, .boot_s = 600, .hub_s = now_s, .hub_boot_s = 500},
         false,
         "est",
         SYNC_HTTP_DATES_NOW},
        {{.wall_s = now_s + 100 - 301, .boot_s = 600, .hub_s = now_s, .hub_boot_s = 500},
         false,
         "est",
         SYNC_HTTP_DATES_NOW},
        {{.wall_s = 12345, .boot_s = 600, .hub_s = now_s, .hub_boot_s = 500, .floor_s = now_s},
         true,
         "est",
         SYNC_HTTP_DATES_AT},
        {{.wall_s = year_2099_s, .boot_s = 600, .hub_s = now_s, .hub_boot_s = 500},
         true,
         "est",
         SYNC_HTTP_DATES_AT},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const SyncClock *clock = &rows[i].clock;
        assert_int_equal(sync_clock_is_wrong(clock), rows[i].is_wrong);
        assert_string_equal(sync_clock_quality(clock), rows[i].quality);
        assert_int_equal(sync_clock_dates(clock), rows[i].dates);
    }
}

static void test_the_hubs_time_goes_on_with_the_boot_clock(void **state)
{
    (void)state;
    SyncClock clock = {.wall_s = 12345, .boot_s = 500};
    sync_clock_told(&clock, now_s);
    assert_int_equal(clock.floor_s, now_s);
    clock.boot_s = 4100;
    assert_int_equal(sync_clock_guess_s(&clock), now_s + 3600);
}

static void test_the_floor_never_falls(void **state)
{
    (void)state;
    SyncClock clock = {.wall_s = now_s, .floor_s = now_s};
    sync_clock_told(&clock, now_s - HOUR_S);
    assert_int_equal(clock.floor_s, now_s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_state_of_the_clock_has_its_answer),
        cmocka_unit_test(test_the_hubs_time_goes_on_with_the_boot_clock),
        cmocka_unit_test(test_the_floor_never_falls),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
