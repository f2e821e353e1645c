/* workdays.c - counting open days. Reads no clock; the holidays are rules, not a list of years. */
#include "workdays.h"

#include "check.h"

enum { SEARCH_DAYS_MAX = 366, LIBERATION_DAY_EVERY_YEARS = 5, SUNDAY = 7 };

/* Easter Sunday in the Gregorian calendar (the anonymous algorithm of Nature, 1876). */
static int64_t easter_days(int year)
{
    int a = year % 19, b = year / 100, c = year % 100;
    int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
    int h = (19 * a + b - d - g + 15) % 30;
    int i = c / 4, k = c % 4;
    int l = (32 + 2 * e + 2 * i - h - k) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int month = (h + l - 7 * m + 114) / 31;
    int day = (h + l - 7 * m + 114) % 31 + 1;
    return when_days((Date){year, month, day});
}

static bool is_movable_holiday(Date date)
{
    static const int from_easter[] = {-2, 1, 39,
                                      50}; /* Good Friday, Monday, Ascension, Whit Monday */
    int64_t distance = when_days(date) - easter_days(date.year);
    for (size_t i = 0; i < sizeof from_easter / sizeof from_easter[0]; i++) {
        if (distance == from_easter[i]) {
            return true;
        }
    }
    return false;
}

static bool is_kings_day(Date date)
{
    bool on_sunday = when_weekday((Date){date.year, 4, 27}) == SUNDAY;
    return date.month == 4 && date.day == (on_sunday ? 26 : 27);
}

static bool is_holiday(Date date)
{
    if (date.month == 1 && date.day == 1) {
        return true;
    }
    if (date.month == 12 && (date.day == 25 || date.day == 26)) {
        return true;
    }
    if (date.month == 5 && date.day == 5 && date.year % LIBERATION_DAY_EVERY_YEARS == 0) {
        return true;
    }
    return is_kings_day(date) || is_movable_holiday(date);
}

static bool is_closed(const WorkCalendar *calendar, Date date)
{
    int64_t day = when_days(date);
    for (int i = 0; i < calendar->closure_count; i++) {
        const Closure *closure = &calendar->closures[i];
        if (day >= when_days(closure->from) && day <= when_days(closure->to)) {
            return true;
        }
    }
    return false;
}

bool workdays_is_open(const WorkCalendar *calendar, Date date)
{
    check(calendar->closure_count >= 0 && calendar->closure_count <= WORKDAYS_CLOSURES_MAX);
    unsigned weekday = 1u << (when_weekday(date) - 1);
    return (calendar->weekdays & weekday) != 0 && !is_holiday(date) && !is_closed(calendar, date);
}

Date workdays_after(const WorkCalendar *calendar, Date from, int count)
{
    check(count >= 1);
    int64_t start = when_days(from);
    for (int64_t day = start + 1; day < start + SEARCH_DAYS_MAX; day++) {
        if (workdays_is_open(calendar, when_date(day)) && --count == 0) {
            return when_date(day);
        }
    }
    return when_date(start + SEARCH_DAYS_MAX);
}
