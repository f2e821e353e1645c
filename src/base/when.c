/* when.c - the civil calendar, by day counts. Reads no clock and no time zone file: the Dutch rule
 * is two lines of law (directive 2000/84/EC) and must hold on a kiosk without tzdata. */
#include "when.h"

#include <stdio.h>

#include "check.h"

enum {
    SECONDS_PER_HOUR = 3600,
    SECONDS_PER_DAY = 86400,
    DAYS_PER_WEEK = 7,
    DAYS_PER_ERA = 146097, /* 400 Gregorian years */
    YEAR_MIN = 1,
    YEAR_MAX = 9999,
    EPOCH_WEEKDAY = 4, /* 1970-01-01 was a Thursday */
    THURSDAY = 4,
    MARCH = 3,
    OCTOBER = 10,
    LONG_MONTH_DAYS = 31,
};

/* Days from 0000-03-01 to 1970-01-01: counting years from March puts the leap day last. */
static const int64_t days_to_epoch = 719468;

static int64_t floor_div(int64_t a, int64_t b)
{
    int64_t q = a / b;
    return a % b < 0 ? q - 1 : q;
}

int64_t when_days(Date date)
{
    int64_t year = date.month <= 2 ? date.year - 1 : date.year;
    int64_t era = floor_div(year, 400);
    int64_t year_of_era = year - era * 400;
    int64_t month_from_march = (date.month + 9) % 12;
    int64_t day_of_year = (153 * month_from_march + 2) / 5 + date.day - 1;
    int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * DAYS_PER_ERA + day_of_era - days_to_epoch;
}

Date when_date(int64_t days)
{
    int64_t shifted = days + days_to_epoch;
    int64_t era = floor_div(shifted, DAYS_PER_ERA);
    int64_t day_of_era = shifted - era * DAYS_PER_ERA;
    int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t month_from_march = (5 * day_of_year + 2) / 153;
    int64_t day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    int64_t month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
    int64_t year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
    return (Date){(int)year, (int)month, (int)day};
}

int when_weekday(Date date)
{
    int64_t from_monday = when_days(date) + EPOCH_WEEKDAY - 1;
    return (int)(from_monday - floor_div(from_monday, DAYS_PER_WEEK) * DAYS_PER_WEEK) + 1;
}

/* Four, two and two digits. The bounds are checked, so that the compiler knows they fit. */
static void format_date(Date date, char *out, size_t out_bytes)
{
    check(date.year >= YEAR_MIN && date.year <= YEAR_MAX);
    check(date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= LONG_MONTH_DAYS);
    snprintf(out, out_bytes, "%04u-%02u-%02u", (unsigned)date.year % 10000u,
             (unsigned)date.month % 100u, (unsigned)date.day % 100u);
}

void when_format(Date date, char out[WHEN_DATE_BYTES])
{
    format_date(date, out, WHEN_DATE_BYTES);
}

/* Exactly `count` digits at `at`. */
static bool digits(Str text, size_t at, size_t count, int *out)
{
    int value = 0;
    for (size_t i = at; i < at + count; i++) {
        char c = text.data[i];
        if (c < '0' || c > '9') {
            return false;
        }
        value = value * 10 + (c - '0');
    }
    *out = value;
    return true;
}

bool when_parse(Str text, Date *out)
{
    Date date = {0};
    if (text.size != WHEN_DATE_BYTES - 1 || text.data[4] != '-' || text.data[7] != '-') {
        return false;
    }
    if (!digits(text, 0, 4, &date.year) || !digits(text, 5, 2, &date.month) ||
        !digits(text, 8, 2, &date.day)) {
        return false;
    }
    if (date.year < YEAR_MIN || date.month < 1 || date.month > 12 || date.day < 1) {
        return false;
    }
    Date back = when_date(when_days(date));
    if (back.year != date.year || back.month != date.month || back.day != date.day) {
        return false;
    }
    *out = date;
    return true;
}

/* 01:00 UTC on the last Sunday of a month with 31 days, in seconds since the epoch. */
static int64_t last_sunday_switch(int year, int month)
{
    Date last = {year, month, LONG_MONTH_DAYS};
    int64_t sunday = when_days(last) - when_weekday(last) % DAYS_PER_WEEK;
    return sunday * SECONDS_PER_DAY + SECONDS_PER_HOUR;
}

LocalTime when_local(int64_t utc_s)
{
    int year = when_date(floor_div(utc_s, SECONDS_PER_DAY)).year;
    bool summer =
        utc_s >= last_sunday_switch(year, MARCH) && utc_s < last_sunday_switch(year, OCTOBER);
    int64_t local_s = utc_s + (summer ? 2 : 1) * SECONDS_PER_HOUR;
    int64_t days = floor_div(local_s, SECONDS_PER_DAY);
    int64_t second = local_s - days * SECONDS_PER_DAY;
    return (LocalTime){.date = when_date(days),
                       .hour = (int)(second / SECONDS_PER_HOUR),
                       .minute = (int)(second % SECONDS_PER_HOUR / 60)};
}

void when_format_minute(LocalTime local, char out[WHEN_MINUTE_BYTES])
{
    check(local.hour >= 0 && local.hour < 24 && local.minute >= 0 && local.minute < 60);
    format_date(local.date, out, WHEN_DATE_BYTES);
    snprintf(out + WHEN_DATE_BYTES - 1, WHEN_MINUTE_BYTES - WHEN_DATE_BYTES + 1, "T%02u:%02u",
             (unsigned)local.hour % 100u, (unsigned)local.minute % 100u);
}

/* ISO 8601: a week belongs to the year in which its Thursday falls. */
void when_format_week(Date date, char out[WHEN_WEEK_BYTES])
{
    Date thursday = when_date(when_days(date) + THURSDAY - when_weekday(date));
    check(thursday.year >= YEAR_MIN && thursday.year <= YEAR_MAX);
    int64_t first = when_days((Date){thursday.year, 1, 1});
    unsigned week = (unsigned)((when_days(thursday) - first) / DAYS_PER_WEEK) + 1;
    snprintf(out, WHEN_WEEK_BYTES, "%04u-W%02u", (unsigned)thursday.year % 10000u, week % 100u);
}
