/* when.h - civil dates and times. No clock inside: time always comes as an argument. */
#ifndef OKSP_WHEN_H
#define OKSP_WHEN_H

#include <stdbool.h>
#include <stdint.h>

#include "str.h"

typedef struct Date {
    int year, month, day; /* month 1-12, day 1-31 */
} Date;

enum { WHEN_DATE_BYTES = 11, WHEN_MINUTE_BYTES = 17, WHEN_WEEK_BYTES = 9 };

/* Days since 1970-01-01 and back (proleptic Gregorian, years 1 to 9999). */
int64_t when_days(Date date);
Date when_date(int64_t days);

/* 1 = Monday ... 7 = Sunday (ISO 8601). */
int when_weekday(Date date);

/* "2026-11-24"; parse returns false on anything that is not a real date in that form. */
void when_format(Date date, char out[WHEN_DATE_BYTES]);
bool when_parse(Str text, Date *out);

/* The local civil time in the Netherlands (Europe/Amsterdam: CET, and CEST from the last Sunday of
 * March 01:00 UTC to the last Sunday of October 01:00 UTC, directive 2000/84/EC) of `utc_s`. */
typedef struct LocalTime {
    Date date;
    int hour, minute;
} LocalTime;
LocalTime when_local(int64_t utc_s);

/* "2026-11-24T14:05" of a local time. */
void when_format_minute(LocalTime local, char out[WHEN_MINUTE_BYTES]);

/* "2026-W48", the ISO week of a date. */
void when_format_week(Date date, char out[WHEN_WEEK_BYTES]);

#endif
