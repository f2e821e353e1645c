/* test_when.c - dates against the C library as an independent oracle, and the Dutch summer time
 * against dates of the official table. */
#include "cmocka_first.h"

#include <string.h>
#include <time.h>

#include "when.h"

static void test_every_day_from_1900_to_2200_agrees_with_the_c_library(void **state)
{
    (void)state;
    for (int64_t day = -25567; day < 84006; day++) {
        time_t at = (time_t)(day * 86400);
        struct tm tm;
        assert_non_null(gmtime_r(&at, &tm));
        Date date = when_date(day);
        assert_int_equal(date.year, tm.tm_year + 1900);
        assert_int_equal(date.month, tm.tm_mon + 1);
        assert_int_equal(date.day, tm.tm_mday);
        assert_true(when_days(date) == day);
        assert_int_equal(when_weekday(date), tm.tm_wday == 0 ? 7 : tm.tm_wday);
        char week[WHEN_WEEK_BYTES], expected[32];
        when_format_week(date, week);
        strftime(expected, sizeof expected, "%G-W%V", &tm);
        assert_string_equal(week, expected);
    }
}

static void test_the_first_and_last_day_survive(void **state)
{
    (void)state;
    Date first = {1, 1, 1}, last = {9999, 12, 31};
    Date back = when_date(when_days(first));
    assert_int_equal(back.year, 1);
    assert_int_equal(back.day, 1);
    back = when_date(when_days(last));
    assert_int_equal(back.year, 9999);
    assert_int_equal(back.month, 12);
    assert_int_equal(back.day, 31);
}

static void test_dates_are_read_and_written_in_one_form(void **state)
{
    (void)state;
    Date date;
    char text[WHEN_DATE_BYTES];
    assert_true(when_parse(STR("2028-02-29"), &date));
    when_format(date, text);
    assert_string_equal(text, "2028-02-29");
    static const char *const bad[] = {"2027-02-29",  "2026-13-01", "2026-00-10", "2026-01-00",
                                      "2026-04-31",  "26-01-01",   "2026-1-01",  "2026/01/01",
                                      "2026-01-01 ", "",           "0000-01-01", "2026-01-x1"};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        Date untouched = {1, 2, 3};
        assert_false(when_parse(str_of(bad[i]), &untouched));
        assert_int_equal(untouched.month, 2);
    }
}

static void test_dutch_time_switches_at_one_o_clock_utc(void **state)
{
    (void)state;
    static const struct {
        int64_t utc_s;
        const char *local;
    } rows[] = {
        {1774745999, "2026-03-29T01:59"}, /* 00:59:59 UTC, last second of winter time */
        {1774746000, "2026-03-29T03:00"}, {1792889999, "2026-10-25T02:59"},
        {1792890000, "2026-10-25T02:00"}, {1767221999, "2025-12-31T23:59"},
        {1767222000, "2026-01-01T00:00"}, {0, "1970-01-01T01:00"},
        {1900000000, "2030-03-17T18:46"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char text[WHEN_MINUTE_BYTES];
        when_format_minute(when_local(rows[i].utc_s), text);
        assert_string_equal(text, rows[i].local);
    }
}

static void test_summer_time_begins_and_ends_on_the_official_days(void **state)
{
    (void)state;
    /* Kamerbrief and Staatscourant publish these five years ahead. */
    static const struct {
        Date first, last;
    } rows[] = {{{2024, 3, 31}, {2024, 10, 27}}, {{2025, 3, 30}, {2025, 10, 26}},
                {{2026, 3, 29}, {2026, 10, 25}}, {{2027, 3, 28}, {2027, 10, 31}},
                {{2028, 3, 26}, {2028, 10, 29}}, {{2029, 3, 25}, {2029, 10, 28}}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        int64_t on = when_days(rows[i].first) * 86400 + 3600;
        int64_t off = when_days(rows[i].last) * 86400 + 3600;
        assert_int_equal(when_local(on - 1).hour, 1);
        assert_int_equal(when_local(on).hour, 3);
        assert_int_equal(when_local(off - 1).hour, 2);
        assert_int_equal(when_local(off).hour, 2);
        assert_int_equal(when_local(off + 3600).hour, 3);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_day_from_1900_to_2200_agrees_with_the_c_library),
        cmocka_unit_test(test_the_first_and_last_day_survive),
        cmocka_unit_test(test_dates_are_read_and_written_in_one_form),
        cmocka_unit_test(test_dutch_time_switches_at_one_o_clock_utc),
        cmocka_unit_test(test_summer_time_begins_and_ends_on_the_official_days),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
