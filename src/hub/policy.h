/* policy.h - what an organisation decides for the hub: retention, promise, open days, cadence.
 * Kept as JSON in the store, read strictly, with bounds that no organisation can pass. */
#ifndef OKSP_POLICY_H
#define OKSP_POLICY_H

#include "fields.h"
#include "workdays.h"

enum {
    POLICY_RETENTION_DAYS_MAX = 90, /* flows: 28 by default, the hub refuses more than 90 */
    POLICY_RETENTION_DAYS = 28,
    POLICY_PROMISE_DAYS_MAX = 10,
    POLICY_PROMISE_DAYS = 2,
    POLICY_NEXT_S = 600,
};

typedef struct Policy {
    int64_t retention_days, promise_days, next_s;
    WorkCalendar calendar;
} Policy;

/* Monday to Friday, no closures, the numbers above. */
Policy policy_default(void);

/* Read `object`; members that are left out keep their default. Faults go to `fields`. */
void policy_read(Fields *fields, Policy *out);

/* As kept and as sent: a JSON object; a new reference. */
json_t *policy_json(const Policy *settings);

/* What the store kept; an empty or damaged text gives the defaults. */
Policy policy_parse(const char *text);

/* 17:00 Europe/Amsterdam on the promised working day after `from_s` (both UTC seconds): the latest
 * moment a colleague calls back, from metadata alone. */
int64_t policy_due(const Policy *settings, int64_t from_s);

#endif
