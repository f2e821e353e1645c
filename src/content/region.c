/* region.c - what the settings of a region mean on a given day. Owns nothing, knows no clock. */
#include "region.h"

bool region_has_channel(const Region *region, Channel channel)
{
    return (region->channels >> channel & 1u) != 0;
}

bool region_has_child_route(const Region *region, ChildRoute route)
{
    return (region->child_routes >> route & 1u) != 0;
}

static bool on_weekday(const Hours *hours, Date date)
{
    return (hours->weekdays >> (when_weekday(date) - 1) & 1u) != 0;
}

static int minutes_of(LocalTime at)
{
    enum { HOUR_MINUTES = 60 };
    return at.hour * HOUR_MINUTES + at.minute;
}

/* Holidays and closures only: hours and visits say themselves on which weekdays they are. */
static bool is_ordinary_day(const WorkCalendar *closed, Date date)
{
    enum { EVERY_DAY = 0x7f };
    WorkCalendar calendar = *closed;
    calendar.weekdays = EVERY_DAY;
    return workdays_is_open(&calendar, date);
}

bool region_is_open(const WorkCalendar *calendar, const Hours *hours, int count, LocalTime at)
{
    if (calendar != NULL && !is_ordinary_day(calendar, at.date)) {
        return false;
    }
    for (int i = 0; i < count; i++) {
        if (on_weekday(&hours[i], at.date) && minutes_of(at) >= hours[i].from_minutes &&
            minutes_of(at) < hours[i].to_minutes) {
            return true;
        }
    }
    return false;
}

/* The earliest moment of `date` that ends after `after_minutes`. */
static const Visit *first_visit(const Region *region, Date date, int after_minutes)
{
    const Visit *first = NULL;
    for (int i = 0; i < region->visit_count; i++) {
        const Visit *visit = &region->visits[i];
        if (on_weekday(&visit->hours, date) && visit->hours.to_minutes > after_minutes &&
            (first == NULL || visit->hours.from_minutes < first->hours.from_minutes)) {
            first = visit;
        }
    }
    return first;
}

bool region_next_visit(const Region *region, LocalTime now, VisitMoment *out)
{
    int64_t today = when_days(now.date);
    for (int ahead = 0; ahead <= REGION_VISIT_AHEAD_DAYS_MAX; ahead++) {
        Date date = when_date(today + ahead);
        const Visit *visit = first_visit(region, date, ahead == 0 ? minutes_of(now) : -1);
        if (visit != NULL && is_ordinary_day(&region->calendar, date)) {
            *out = (VisitMoment){date, visit};
            return true;
        }
    }
    return false;
}

Date region_promise(const Region *region, Date today)
{
    return workdays_after(&region->calendar, today, region->promise_workdays);
}
