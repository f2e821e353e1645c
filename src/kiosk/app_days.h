/* app_days.h - the days on which a parent can be called: the open days up to the promise.
 * Owns nothing. Uses base/workdays on the region's calendar, and no other calendar anywhere. */
#ifndef OKSP_APP_DAYS_H
#define OKSP_APP_DAYS_H

#include "app.h"

/* The offered days, first to last; returns how many. 0 while the clock cannot be trusted: then no
 * date is offered or promised. The last one is the promised day. */
int app_days(const App *app, const Content *content, Date days[APP_DRAFT_DAYS_MAX]);

/* The day before the end of which we call: the last chosen day, else the promised one. False while
 * the clock cannot be trusted. */
bool app_days_due(const App *app, const Content *content, Date *due);

#endif
