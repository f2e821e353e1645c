/* app_days.c - see app_days.h. */
#include "app_days.h"

int app_days(const App *app, const Content *content, Date days[APP_DRAFT_DAYS_MAX])
{
    const Region *region = content_region(content);
    Date today;
    int count = region->promise_workdays;

    if (!app_today(app, &today)) {
        return 0;
    }
    if (count > APP_DRAFT_DAYS_MAX) {
        count = APP_DRAFT_DAYS_MAX;
    }
    for (int i = 0; i < count; i++) {
        days[i] = workdays_after(&region->calendar, today, i + 1);
    }
    return count;
}

static int last_chosen(const AppDraft *draft, int count)
{
    for (int i = count - 1; i >= 0; i--) {
        if ((draft->days & (1U << i)) != 0) {
            return i;
        }
    }
    return -1;
}

bool app_days_due(const App *app, const Content *content, Date *due)
{
    const AppDraft *draft = &app->visitor.draft;
    Date days[APP_DRAFT_DAYS_MAX];
    int count = app_days(app, content, days);
    int last = last_chosen(draft, count);
    Date today;

    if (!app_today(app, &today)) {
        return false;
    }
    *due = region_promise(content_region(content), today);
    if (draft->how == REQUEST_HOW_CALL && !draft->any_day && last >= 0) {
        *due = days[last];
    }
    return true;
}
