/* region.h - the settings of one region, as content/region.yaml gave them to the pack.
 * Owns nothing: every text lives as long as the Content it came from.
 * Never holds what belongs to one kiosk (place, panel, PIN): that is kiosk.ini. */
#ifndef OKSP_REGION_H
#define OKSP_REGION_H

#include <stdbool.h>

#include "str.h"
#include "when.h"
#include "workdays.h"

enum {
    REGION_HOURS_MAX = 14,    /* opening rows of the phone */
    REGION_VISITS_MAX = 14,   /* weekly inloop moments */
    REGION_SECTORS_MAX = 6,   /* school sectors with a desk of their own */
    REGION_ADVISERS_MAX = 12, /* adviser cards */
    REGION_WORDS_MAX = 8,     /* languages on one adviser card */
    REGION_VISIT_AHEAD_DAYS_MAX = 60
};

/* How a parent can be reached; `channels` is a set of bits 1u << CHANNEL. */
typedef enum Channel {
    CHANNEL_CALL,
    CHANNEL_SMS,
    CHANNEL_APP,
    CHANNEL_MAIL,
    CHANNEL_VISIT,
    CHANNEL_COUNT
} Channel;

/* How a child can be reached, in the order they are offered (flows.md "talk request");
 * `child_routes` is a set of bits 1u << CHILD_ROUTE. */
typedef enum ChildRoute {
    CHILD_ROUTE_HERE, /* somebody here, now: only where the place is staffed */
    CHILD_ROUTE_VISIT,
    CHILD_ROUTE_VIA, /* through a grown-up the child chooses */
    CHILD_ROUTE_CALL,
    CHILD_ROUTE_COUNT
} ChildRoute;

/* One row of opening hours: the days (bit 0 = Monday) and minutes after midnight. */
typedef struct Hours {
    unsigned weekdays;
    int from_minutes, to_minutes;
} Hours;

/* A weekly moment at which a visitor can walk in. */
typedef struct Visit {
    Hours hours;
    Str place; /* "Bibliotheek, kamer 2", as the region wrote it: a name, never translated */
} Visit;

/* One coming moment of a Visit. */
typedef struct VisitMoment {
    Date date;
    const Visit *visit;
} VisitMoment;

/* id is po, vo or mbo; `phone` is empty when the sector shares the region's number. */
typedef struct Sector {
    Str id;
    Str phone;
} Sector;

/* A colleague shown with name and picture; what they say is the label "adviser.<id>". */
typedef struct Adviser {
    Str id, name, picture;
    Str languages[REGION_WORDS_MAX]; /* codes: nl, ar ... */
    int language_count;
    bool for_child;
} Adviser;

typedef struct Region {
    Str shown_name; /* "Ouder- en kindsteunpunt": the name of the service on screens */
    Str region;     /* "regio Voorbeeld" */
    Str organisation;
    Str phone; /* as it is shown: "06-16096360" */
    Str mail, site;
    Hours hours[REGION_HOURS_MAX]; /* when the phone is answered */
    int hours_count;
    WorkCalendar calendar;          /* days on which the support point calls; with closures */
    int promise_workdays;           /* call back within this many working days */
    int call_attempts;              /* how often we call again when nobody answers */
    int retention_days;             /* centrally, after closing; 1 to 90 */
    Str fg_name, fg_mail, fg_phone; /* functionaris gegevensbescherming */
    unsigned channels;
    unsigned child_routes;
    Visit visits[REGION_VISITS_MAX];
    int visit_count;
    Sector sectors[REGION_SECTORS_MAX];
    int sector_count; /* asked for only when more than one */
    bool interpreter, sign_interpreter;
    Adviser advisers[REGION_ADVISERS_MAX];
    int adviser_count;
    bool staffed; /* default for places without a setting of their own in kiosk.ini */
} Region;

bool region_has_channel(const Region *region, Channel channel);
bool region_has_child_route(const Region *region, ChildRoute route);

/* Is `at` inside one of `count` rows of hours, and no holiday or closure of `calendar` (NULL =
 * those do not count)? */
bool region_is_open(const WorkCalendar *calendar, const Hours *hours, int count, LocalTime at);

/* The first walk-in moment that has not ended at `now`, skipping closures; false when there is none
 * within REGION_VISIT_AHEAD_DAYS_MAX days. */
bool region_next_visit(const Region *region, LocalTime now, VisitMoment *out);

/* The date before which the support point has called back (base/workdays on this calendar). */
Date region_promise(const Region *region, Date today);

#endif
