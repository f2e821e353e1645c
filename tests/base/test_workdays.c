/* test_workdays.c - the promise as a date. */
#include "cmocka_first.h"

#include <string.h>

#include "workdays.h"

enum { MONDAY_TO_FRIDAY = 0x1F };

static void assert_after(const WorkCalendar *calendar, const char *from, int count,
                         const char *expected)
{
    Date date;
    char text[WHEN_DATE_BYTES];
    assert_true(when_parse(str_of(from), &date));
    when_format(workdays_after(calendar, date, count), text);
    assert_string_equal(text, expected);
}

static void test_two_working_days_over_weekends_and_holidays(void **state)
{
    (void)state;
    static const struct {
        const char *from;
        int count;
        const char *due;
    } rows[] = {
        {"2026-11-23", 2, "2026-11-25"}, /* Monday */
        {"2026-11-20", 1, "2026-11-23"}, /* Friday */
        {"2026-11-20", 2, "2026-11-24"},
        {"2026-11-21", 2, "2026-11-24"}, /* Saturday counts from Sunday */
        {"2026-12-24", 2, "2026-12-29"}, /* both Christmas days, then a weekend */
        {"2026-12-31", 1, "2027-01-04"}, /* New Year on a Friday */
        {"2026-04-02", 1, "2026-04-07"}, /* Good Friday and Easter Monday */
        {"2026-05-13", 1, "2026-05-15"}, /* Ascension Day */
        {"2026-05-22", 1, "2026-05-26"}, /* Whit Monday */
        {"2026-04-24", 1, "2026-04-28"}, /* King's Day on Monday the 27th */
        {"2025-04-25", 1, "2025-04-28"}, /* the 27th is a Sunday, so Saturday the 26th */
        {"2026-05-04", 1, "2026-05-05"}, /* Liberation Day counts only every five years */
        {"2025-05-02", 1, "2025-05-06"},
        {"2030-05-03", 1, "2030-05-06"}, /* 5 May 2030 is a Sunday */
        {"2028-02-28", 2, "2028-03-01"}, /* leap day */
    };
    WorkCalendar calendar = {.weekdays = MONDAY_TO_FRIDAY};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_after(&calendar, rows[i].from, rows[i].count, rows[i].due);
    }
}

static void test_a_region_that_calls_on_some_days_only(void **state)
{
    (void)state;
    WorkCalendar calendar = {.weekdays = 1u << 0 | 1u << 3}; /* Monday and Thursday */
    assert_after(&calendar, "2026-11-23", 1, "2026-11-26");
    assert_after(&calendar, "2026-11-23", 2, "2026-11-30");
}

static void test_closures_are_skipped_with_both_ends(void **state)
{
    (void)state;
    WorkCalendar calendar = {.weekdays = MONDAY_TO_FRIDAY,
                             .closures = {{{2026, 12, 21}, {2027, 1, 1}}},
                             .closure_count = 1};
    assert_after(&calendar, "2026-12-18", 1, "2027-01-04");
    assert_after(&calendar, "2026-12-17", 1, "2026-12-18");
    assert_false(workdays_is_open(&calendar, (Date){2026, 12, 21}));
    assert_false(workdays_is_open(&calendar, (Date){2027, 1, 1}));
}

static void test_a_calendar_without_open_days_still_gives_a_date(void **state)
{
    (void)state;
    WorkCalendar calendar = {.weekdays = 0};
    assert_after(&calendar, "2026-11-23", 2, "2027-11-24");
}

static void test_easter_moves_with_the_published_table(void **state)
{
    (void)state;
    static const Date mondays[] = {{2024, 4, 1},  {2025, 4, 21}, {2026, 4, 6},  {2027, 3, 29},
                                   {2028, 4, 17}, {2029, 4, 2},  {2030, 4, 22}, {2035, 3, 26},
                                   {2033, 4, 18}, {2008, 3, 24}};
    WorkCalendar calendar = {.weekdays = MONDAY_TO_FRIDAY};
    for (size_t i = 0; i < sizeof mondays / sizeof mondays[0]; i++) {
        assert_false(workdays_is_open(&calendar, mondays[i]));
        assert_true(workdays_is_open(&calendar, when_date(when_days(mondays[i]) + 1)));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_two_working_days_over_weekends_and_holidays),
        cmocka_unit_test(test_a_region_that_calls_on_some_days_only),
        cmocka_unit_test(test_closures_are_skipped_with_both_ends),
        cmocka_unit_test(test_a_calendar_without_open_days_still_gives_a_date),
        cmocka_unit_test(test_easter_moves_with_the_published_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
