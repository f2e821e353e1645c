/* vectors_workdays.c - promised dates, so that kiosk, hub and inbox count alike. */
#include "check.h"
#include "vectors.h"
#include "workdays.h"

typedef struct Row {
    const char *from;
    int count;
    unsigned weekdays; /* bit 0 = Monday */
    bool closed;       /* with the closure below */
} Row;

static const Closure closure = {{2026, 12, 21}, {2027, 1, 1}};

static const Row rows[] = {
    {"2026-11-23", 2, 0x1F, false}, {"2026-11-20", 1, 0x1F, false}, {"2026-11-20", 2, 0x1F, false},
    {"2026-11-21", 2, 0x1F, false}, {"2026-12-24", 2, 0x1F, false}, {"2026-12-31", 1, 0x1F, false},
    {"2026-04-02", 1, 0x1F, false}, {"2026-05-13", 1, 0x1F, false}, {"2026-05-22", 1, 0x1F, false},
    {"2026-04-24", 1, 0x1F, false}, {"2025-04-25", 1, 0x1F, false}, {"2026-05-04", 1, 0x1F, false},
    {"2025-05-02", 1, 0x1F, false}, {"2030-05-03", 1, 0x1F, false}, {"2028-02-28", 2, 0x1F, false},
    {"2026-11-23", 1, 0x09, false}, {"2026-11-23", 2, 0x09, false}, {"2026-12-18", 1, 0x1F, true},
    {"2026-12-17", 2, 0x1F, true},  {"2026-11-23", 2, 0x7F, false}, {"2027-03-25", 1, 0x1F, false},
};

static json_t *weekdays_of(unsigned bits)
{
    json_t *array = json_array();
    for (int day = 1; day <= 7; day++) {
        if (bits >> (day - 1) & 1u) {
            json_array_append_new(array, json_integer(day));
        }
    }
    return array;
}

static json_t *closures_of(const Row *row)
{
    json_t *array = json_array();
    if (row->closed) {
        char from[WHEN_DATE_BYTES], to[WHEN_DATE_BYTES];
        when_format(closure.from, from);
        when_format(closure.to, to);
        json_t *o = json_object();
        vectors_put(o, "from", json_string(from));
        vectors_put(o, "to", json_string(to));
        json_array_append_new(array, o);
    }
    return array;
}

static json_t *row_of(const Row *row)
{
    WorkCalendar calendar = {.weekdays = row->weekdays, .closure_count = row->closed ? 1 : 0};
    calendar.closures[0] = closure;
    Date from;
    char due[WHEN_DATE_BYTES];
    check(when_parse(str_of(row->from), &from));
    when_format(workdays_after(&calendar, from, row->count), due);
    json_t *o = json_object();
    vectors_put(o, "from", json_string(row->from));
    vectors_put(o, "count", json_integer(row->count));
    vectors_put(o, "weekdays", weekdays_of(row->weekdays));
    vectors_put(o, "closures", closures_of(row));
    vectors_put(o, "due", json_string(due));
    return o;
}

json_t *vectors_workdays(void)
{
    json_t *array = json_array();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        json_array_append_new(array, row_of(&rows[i]));
    }
    return array;
}
