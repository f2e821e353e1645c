/* workdays.h - the promise "within n working days" as a date.
 * Holidays are the Dutch ones on which public offices close: 1 January, Good Friday, Easter Monday,
 * King's Day (27 April, or the 26th when the 27th is a Sunday), Liberation Day only in years
 * divisible by five, Ascension Day, Whit Monday, 25 and 26 December. A region adds closures. */
#ifndef OKSP_WORKDAYS_H
#define OKSP_WORKDAYS_H

#include <stdbool.h>

#include "when.h"

enum { WORKDAYS_CLOSURES_MAX = 32 };

/* From and to, both included. */
typedef struct Closure {
    Date from, to;
} Closure;

typedef struct WorkCalendar {
    unsigned weekdays; /* bit 0 = Monday; the days the support point calls */
    Closure closures[WORKDAYS_CLOSURES_MAX];
    int closure_count;
} WorkCalendar;

bool workdays_is_open(const WorkCalendar *calendar, Date date);

/* The `count`-th open day after `from` (count 1 = the next open day). A calendar without any open
 * day in the next 366 days gives `from` plus 366 days: late, but a date. */
Date workdays_after(const WorkCalendar *calendar, Date from, int count);

#endif
