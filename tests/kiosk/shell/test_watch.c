/* test_watch.c - the clocks of a story stand still on a slow machine. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>
#include <cmocka.h>

#include "watch.h"

enum { NAP_MS = 1200, NS_PER_MS = 1000000, MS_PER_S = 1000 };

static void nap(void)
{
    const struct timespec rest = {.tv_sec = 1, .tv_nsec = (NAP_MS - MS_PER_S) * NS_PER_MS};
    (void)nanosleep(&rest, NULL);
}

static void test_held_clocks_move_by_skips_only(void **state)
{
    (void)state;
    Watch watch;
    watch_start(&watch);
    watch_hold(&watch);
    int64_t run_ms = watch_run_ms(&watch), utc_s = watch_utc_s(&watch);
    nap();
    assert_int_equal(watch_run_ms(&watch), run_ms);
    assert_in_range(watch_utc_s(&watch), utc_s - 1, utc_s); /* two clocks are read: 1 ms apart */
    watch_skip(&watch, 2);
    assert_int_equal(watch_run_ms(&watch), run_ms + 2 * MS_PER_S);
    assert_in_range(watch_utc_s(&watch), utc_s + 1, utc_s + 2);
}

static void test_clocks_go_on_from_where_they_stood(void **state)
{
    (void)state;
    Watch watch, real;
    watch_start(&watch);
    watch_start(&real);
    watch_hold(&watch);
    nap();
    watch_go(&watch);
    assert_true(watch_run_ms(&watch) <= watch_run_ms(&real) - NAP_MS + 1);
    int64_t run_ms = watch_run_ms(&watch);
    nap();
    assert_true(watch_run_ms(&watch) >= run_ms + NAP_MS - 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_held_clocks_move_by_skips_only),
        cmocka_unit_test(test_clocks_go_on_from_where_they_stood),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
