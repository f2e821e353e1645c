/* test_region.c - opening hours, walk-in moments and promises on a calendar. */
#include "cmocka_first.h"

#include "region.h"

enum { MONDAY = 1, TUESDAY = 2, THURSDAY = 8, WEEK = 0x1f };

static Region example(void)
{
    Region region = {.promise_workdays = 2, .channels = 1u << CHANNEL_MAIL};
    region.calendar.weekdays = WEEK;
    region.calendar.closures[0] = (Closure){{2026, 12, 21}, {2027, 1, 3}};
    region.calendar.closure_count = 1;
    region.visits[0] = (Visit){{THURSDAY, 540, 600}, STR("Gemeentehuis")};
    region.visits[1] = (Visit){{TUESDAY, 780, 900}, STR("Bibliotheek")};
    region.visits[2] = (Visit){{TUESDAY, 600, 660}, STR("School")};
    region.visit_count = 3;
    return region;
}

static void test_the_next_walk_in_moment_is_the_earliest_that_has_not_ended(void **state)
{
    (void)state;
    static const struct {
        LocalTime now;
        Date expected;
        const char *place;
    } rows[] = {
        {{{2026, 11, 23}, 12, 0}, {2026, 11, 24}, "School"},      /* Monday */
        {{{2026, 11, 24}, 10, 59}, {2026, 11, 24}, "School"},     /* one minute left */
        {{{2026, 11, 24}, 11, 0}, {2026, 11, 24}, "Bibliotheek"}, /* just ended */
        {{{2026, 11, 24}, 15, 0}, {2026, 11, 26}, "Gemeentehuis"},
        {{{2026, 12, 17}, 10, 0}, {2027, 1, 5}, "School"}, /* over the closure */
    };
    Region region = example();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        VisitMoment moment;
        assert_true(region_next_visit(&region, rows[i].now, &moment));
        assert_true(when_days(moment.date) == when_days(rows[i].expected));
        assert_true(str_equal(moment.visit->place, str_of(rows[i].place)));
    }
}

static void test_without_walk_in_moments_there_is_no_next_one(void **state)
{
    (void)state;
    Region region = example();
    VisitMoment moment;
    region.visit_count = 0;
    assert_false(region_next_visit(&region, (LocalTime){{2026, 11, 23}, 12, 0}, &moment));
}

static void test_the_promise_skips_weekend_holiday_and_closure(void **state)
{
    (void)state;
    Region region = example();
    assert_true(when_days(region_promise(&region, (Date){2026, 11, 21})) ==
                when_days((Date){2026, 11, 24})); /* Saturday: Monday is one, Tuesday two */
    assert_true(when_days(region_promise(&region, (Date){2026, 12, 18})) ==
                when_days((Date){2027, 1, 5}));
}

static void test_open_means_day_time_and_no_closure(void **state)
{
    (void)state;
    Region region = example();
    Hours hours[] = {{MONDAY, 540, 1020}};
    LocalTime in = {{2026, 11, 23}, 9, 0};
    LocalTime late = {{2026, 11, 23}, 17, 0};
    LocalTime closed = {{2026, 12, 21}, 10, 0};
    assert_true(region_is_open(&region.calendar, hours, 1, in));
    assert_false(region_is_open(&region.calendar, hours, 1, late));
    assert_false(region_is_open(&region.calendar, hours, 1, closed));
    assert_true(region_is_open(NULL, hours, 1, closed));
}

static void test_channels_are_what_the_region_says(void **state)
{
    (void)state;
    Region region = example();
    assert_true(region_has_channel(&region, CHANNEL_MAIL));
    assert_false(region_has_channel(&region, CHANNEL_CALL));
    assert_false(region_has_child_route(&region, CHILD_ROUTE_CALL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_next_walk_in_moment_is_the_earliest_that_has_not_ended),
        cmocka_unit_test(test_without_walk_in_moments_there_is_no_next_one),
        cmocka_unit_test(test_the_promise_skips_weekend_holiday_and_closure),
        cmocka_unit_test(test_open_means_day_time_and_no_closure),
        cmocka_unit_test(test_channels_are_what_the_region_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
