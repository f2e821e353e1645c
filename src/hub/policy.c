/* policy.c - bounds, defaults and the promised moment. Pure. */
#include "policy.h"

#include <string.h>

#include "check.h"
#include "hub.h"

enum {
    SECONDS_PER_DAY = 86400,
    SECONDS_PER_HOUR = 3600,
    DUE_HOUR = 17,
    WEEKDAYS = 7,
    MONDAY_TO_FRIDAY = 0x1f,
    CLOSURE_TEXT_BYTES = WHEN_DATE_BYTES - 1,
};

Policy policy_default(void)
{
    return (Policy){.retention_days = POLICY_RETENTION_DAYS,
                    .promise_days = POLICY_PROMISE_DAYS,
                    .next_s = POLICY_NEXT_S,
                    .calendar = {.weekdays = MONDAY_TO_FRIDAY}};
}

static void read_weekdays(Fields *fields, Policy *out)
{
    json_t *list = fields_array(fields, "weekdays", WEEKDAYS);
    unsigned days = 0;
    size_t i;
    json_t *day;
    json_array_foreach(list, i, day)
    {
        json_int_t number = json_integer_value(day);
        if (number < 1 || number > WEEKDAYS) {
            fields_fault(fields, "weekdays", "must hold numbers 1 (Monday) to 7");
            return;
        }
        days |= 1u << (number - 1);
    }
    if (days == 0) {
        fields_fault(fields, "weekdays", "must name a day");
        return;
    }
    out->calendar.weekdays = days;
}

static bool read_date(Fields *fields, const char *member, Date *out)
{
    FieldsText limit = {CLOSURE_TEXT_BYTES, CLOSURE_TEXT_BYTES, false};
    const char *text = fields_text(fields, member, limit);
    if (text == NULL) {
        return false;
    }
    if (!when_parse(str_of(text), out)) {
        fields_fault(fields, member, "must be a date like 2026-12-24");
        return false;
    }
    return true;
}

static void read_closures(Fields *fields, Policy *out)
{
    json_t *list = fields_array(fields, "closures", WORKDAYS_CLOSURES_MAX);
    size_t i;
    json_t *row;
    out->calendar.closure_count = 0;
    json_array_foreach(list, i, row)
    {
        Fields below = fields_below(fields, row, "closures", (int)i);
        Closure closure;
        if (!read_date(&below, "from", &closure.from) || !read_date(&below, "to", &closure.to)) {
            continue;
        }
        if (when_days(closure.to) < when_days(closure.from)) {
            fields_fault(&below, "to", "is before from");
            continue;
        }
        out->calendar.closures[out->calendar.closure_count++] = closure;
    }
}

void policy_read(Fields *fields, Policy *out)
{
    *out = policy_default();
    if (fields_has(fields, "retention_days")) {
        fields_int(fields, "retention_days", (FieldsRange){1, POLICY_RETENTION_DAYS_MAX},
                   &out->retention_days);
    }
    if (fields_has(fields, "promise_days")) {
        fields_int(fields, "promise_days", (FieldsRange){1, POLICY_PROMISE_DAYS_MAX},
                   &out->promise_days);
    }
    if (fields_has(fields, "next_s")) {
        fields_int(fields, "next_s", (FieldsRange){HUB_CADENCE_S_MIN, HUB_CADENCE_S_MAX},
                   &out->next_s);
    }
    if (fields_has(fields, "weekdays")) {
        read_weekdays(fields, out);
    }
    if (fields_has(fields, "closures")) {
        read_closures(fields, out);
    }
}

static json_t *weekdays_json(unsigned days)
{
    json_t *list = json_array();
    for (int day = 1; day <= WEEKDAYS; day++) {
        if (days & 1u << (day - 1)) {
            json_array_append_new(list, json_integer(day));
        }
    }
    return list;
}

static json_t *closures_json(const WorkCalendar *calendar)
{
    json_t *list = json_array();
    for (int i = 0; i < calendar->closure_count; i++) {
        char from[WHEN_DATE_BYTES], to[WHEN_DATE_BYTES];
        when_format(calendar->closures[i].from, from);
        when_format(calendar->closures[i].to, to);
        json_array_append_new(list, json_pack("{s:s, s:s}", "from", from, "to", to));
    }
    return list;
}

json_t *policy_json(const Policy *settings)
{
    json_t *object = json_pack(
        "{s:I, s:I, s:I, s:o, s:o}", "retention_days", (json_int_t)settings->retention_days,
        "promise_days", (json_int_t)settings->promise_days, "next_s", (json_int_t)settings->next_s,
        "weekdays", weekdays_json(settings->calendar.weekdays), "closures",
        closures_json(&settings->calendar));
    check(object != NULL);
    return object;
}

Policy policy_parse(const char *text)
{
    Policy settings = policy_default();
    json_t *problem = NULL, *object = fields_parse(str_of(text));
    if (object != NULL) {
        Fields fields = fields_begin(object);
        policy_read(&fields, &settings);
        if (!fields_end(&fields, &problem)) {
            settings = policy_default();
        }
        json_decref(problem);
        json_decref(object);
    }
    return settings;
}

int64_t policy_due(const Policy *settings, int64_t from_s)
{
    Date day =
        workdays_after(&settings->calendar, when_local(from_s).date, (int)settings->promise_days);
    int64_t at = when_days(day) * SECONDS_PER_DAY + DUE_HOUR * SECONDS_PER_HOUR;
    /* Winter time is one hour ahead of UTC, summer time two. */
    int64_t winter = at - SECONDS_PER_HOUR;
    return when_local(winter).hour == DUE_HOUR ? winter : winter - SECONDS_PER_HOUR;
}
