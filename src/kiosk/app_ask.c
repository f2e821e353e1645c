/* app_ask.c - see app_ask.h. */
#include "app_ask.h"

#include <string.h>

#include "app_call.h"
#include "app_days.h"
#include "app_nav.h"
#include "check.h"

static const AppChild *child_of(const App *app)
{
    return &app->visitor.child;
}

static bool is_about(const App *app, const Content *content, Str id)
{
    const List *list = content_list(content, STR("child-about"));
    int row = child_of(app)->about - 1;

    return list != NULL && row >= 0 && row < list->count && str_equal(list->items[row].id, id);
}

bool app_ask_offers_who(const App *app, const Content *content, AppAskWho who)
{
    if (who == APP_ASK_TEACHER) {
        return !is_about(app, content, STR("juf-of-meester"));
    }
    return who != APP_ASK_PARENT || !is_about(app, content, STR("thuis"));
}

bool app_ask_offers(const App *app, const Content *content, ChildRoute route)
{
    const Region *region = content_region(content);

    if (!region_has_child_route(region, route)) {
        return false;
    }
    if (route == CHILD_ROUTE_HERE) {
        return app->setup.staffed;
    }
    return route == CHILD_ROUTE_VISIT ? region->visit_count > 0
                                      : app->status.can_save && !app->status.flooded;
}

bool app_ask_is_via(const App *app)
{
    return child_of(app)->route == CHILD_ROUTE_VIA + 1;
}

/* At the school that hosts the kiosk a name and a group find a teacher; elsewhere a number does. */
static bool by_group(const App *app)
{
    return app_ask_is_via(app) && app->setup.at_school &&
           child_of(app)->person == APP_ASK_TEACHER + 1;
}

int app_ask_group_count(const App *app)
{
    return app->visitor.mode == APP_MODE_READING ? APP_ASK_GROUPS_READING : APP_ASK_GROUPS;
}

AppAskGroup app_ask_group(const App *app, int index)
{
    enum { FIRST_READING = 5, UPPER = APP_ASK_GROUPS - FIRST_READING + 1 };

    if (app->visitor.mode != APP_MODE_READING) {
        return (AppAskGroup){TEXT_ASK_GROUP, index + 1};
    }
    return index < UPPER ? (AppAskGroup){TEXT_ASK_GROUP, index + FIRST_READING}
                         : (AppAskGroup){TEXT_ASK_CLASS, index - UPPER + 1};
}

const char *app_ask_who_word(int who)
{
    static const char *const words[APP_ASK_WHO_COUNT] = {"juf-of-meester", "ouder",
                                                         "iemand-anders"};

    check(who >= 0 && who < APP_ASK_WHO_COUNT);
    return words[who];
}

Str app_ask_adviser(const Content *content)
{
    const Region *region = content_region(content);

    for (int i = 0; i < region->adviser_count; i++) {
        if (region->advisers[i].for_child) {
            return region->advisers[i].name;
        }
    }
    return region->adviser_count > 0 ? region->advisers[0].name : str_of("");
}

/* ---- the request ------------------------------------------------------------------------- */

static bool has_number(const App *app)
{
    char stored[PHONE_BYTES_MAX];
    bool good = phone_read(str_of(child_of(app)->phone), stored) == PHONE_OK;

    explicit_bzero(stored, sizeof stored);
    return good;
}

ScreenId app_ask_missing(const App *app)
{
    const AppChild *child = child_of(app);

    if (child->route == CHILD_ROUTE_CALL + 1) {
        return has_number(app) ? SCREEN_ASK_CHECK : SCREEN_ASK_NUMBER;
    }
    if (!app_ask_is_via(app)) {
        return SCREEN_ASK_HOW;
    }
    if (child->person == 0) {
        return SCREEN_ASK_VIA;
    }
    if (child->adult[0] == '\0') {
        return SCREEN_ASK_PERSON;
    }
    if (by_group(app)) {
        return child->group > 0 ? SCREEN_ASK_CHECK : SCREEN_ASK_GROUP;
    }
    return has_number(app) ? SCREEN_ASK_CHECK : SCREEN_ASK_NUMBER;
}

/* Is there a way to reach the child? */
static bool is_findable(const App *app)
{
    return app_ask_missing(app) == SCREEN_ASK_CHECK;
}

static void origin(const App *app, Request *out)
{
    memcpy(out->org, app->setup.org, sizeof out->org);
    memcpy(out->place, app->setup.place, sizeof out->place);
    out->clock = app->now.clock;
    if (app->now.clock != REQUEST_CLOCK_NONE) {
        out->at = when_local(app->now.utc_s);
    }
}

static void about(const App *app, const Content *content, Request *out)
{
    const List *list = content_list(content, STR("child-about"));
    int row = child_of(app)->about - 1;

    if (list != NULL && row >= 0 && row < list->count) {
        check(str_copy(list->items[row].id, out->topics[0], REQUEST_TOPIC_BYTES_MAX));
        out->topic_count = 1;
    }
}

/* "juf Els, groep 6", "oma Riet, 0612345678": typed words stay in locked memory. */
static void find(const App *app, const Content *content, Request *out)
{
    const AppChild *child = child_of(app);
    Buf buf = buf_init(out->find, sizeof out->find);
    AppAskGroup chosen = app_ask_group(app, child->group - 1);
    MessageArg group = message_number("group", chosen.number);

    buf_add(&buf, str_of(child->adult));
    buf_add(&buf, STR(", "));
    if (by_group(app)) {
        (void)content_format(content, LANGUAGE_DUTCH, chosen.text, (MessageArgs){&group, 1}, &buf);
    } else {
        buf_add(&buf, str_of(child->phone));
    }
}

static void say(const App *app, const Content *content, Request *out)
{
    Buf buf = buf_init(out->say, sizeof out->say);
    MessageArg args[] = {message_text("adviser", app_ask_adviser(content)),
                         message_typed("name", str_of(child_of(app)->name))};
    TextKey key = child_of(app)->name[0] == '\0' ? TEXT_ASK_SAY_NAMELESS : TEXT_ASK_SAY;
    char plain[REQUEST_SAY_BYTES_MAX] = ""; /* no rest of the stack goes into App */

    (void)content_format(content, app->visitor.language, key, (MessageArgs){args, 2}, &buf);
    Buf clean = buf_init(plain, sizeof plain);
    message_plain(buf_str(&buf), &clean);
    memcpy(out->say, plain, sizeof out->say);
    explicit_bzero(plain, sizeof plain);
}

static void reach(const App *app, const Content *content, Request *out)
{
    const AppChild *child = child_of(app);

    if (app_ask_is_via(app)) {
        out->how = REQUEST_HOW_VIA;
        if (child->person > 0) {
            check(
                str_copy(str_of(app_ask_who_word(child->person - 1)), out->with, sizeof out->with));
        }
        if (is_findable(app)) {
            find(app, content, out);
        }
        return;
    }
    out->how = REQUEST_HOW_CALL;
    (void)phone_read(str_of(child->phone), out->phone);
    if (child->whose > 0) {
        static const char *const whose[] = {"kind", "ouder", "iemand-anders"};
        check(str_copy(str_of(whose[child->whose - 1]), out->with, sizeof out->with));
    }
    out->voicemail = REQUEST_ANSWER_NO;
    say(app, content, out);
}

static void promise(const App *app, const Content *content, Request *out)
{
    Date today;

    if (app_today(app, &today)) {
        out->due = region_promise(content_region(content), today);
    }
    out->told = app_is_offline(app) ? REQUEST_TOLD_OFFLINE : REQUEST_TOLD_DATE;
}

void app_ask_request(const App *app, const Content *content, Request *out)
{
    Str code = content_language(content, app->visitor.language)->code;

    memset(out, 0, sizeof *out);
    out->who = REQUEST_WHO_CHILD;
    origin(app, out);
    about(app, content, out);
    reach(app, content, out);
    promise(app, content, out);
    check(str_copy(code, out->lang, sizeof out->lang));
    check(str_copy(str_of(child_of(app)->name), out->name, sizeof out->name));
    out->child_register =
        app->visitor.mode == APP_MODE_READING ? REQUEST_REGISTER_READING : REQUEST_REGISTER_YOUNG;
}

/* ---- the road ---------------------------------------------------------------------------- */

static bool is_changing(const App *app)
{
    for (int i = 0; i < app->visitor.depth; i++) {
        if (app->visitor.history[i].screen == SCREEN_ASK_CHECK) {
            return true;
        }
    }
    return false;
}

/* On to the next step, or back to the check screen when that is where we come from. */
static void on(App *app, ScreenId next)
{
    if (is_changing(app) && is_findable(app)) {
        app_nav_back_to(app, SCREEN_ASK_CHECK);
    } else {
        app_nav_screen(app, next);
    }
}

static void go_how(App *app)
{
    switch (child_of(app)->route - 1) {
    case CHILD_ROUTE_HERE:
    case CHILD_ROUTE_VISIT: app_nav_screen(app, SCREEN_ASK_PLACE); break;
    case CHILD_ROUTE_VIA: on(app, SCREEN_ASK_VIA); break;
    case CHILD_ROUTE_CALL: on(app, SCREEN_ASK_NUMBER); break;
    }
}

void app_ask_go(App *app, const Content *content)
{
    AppChild *child = &app->visitor.child;
    int picked = app->visitor.picked;

    switch ((int)app_place(app)->screen) {
    case SCREEN_ASK_ABOUT:
        child->about = picked;
        on(app, SCREEN_ASK_HOW);
        break;
    case SCREEN_ASK_HOW:
        if (picked <= CHILD_ROUTE_COUNT && app_ask_offers(app, content, (ChildRoute)(picked - 1))) {
            child->route = picked;
            go_how(app);
        }
        break;
    case SCREEN_ASK_VIA:
        if (picked <= APP_ASK_WHO_COUNT &&
            app_ask_offers_who(app, content, (AppAskWho)(picked - 1))) {
            child->person = picked;
            on(app, SCREEN_ASK_PERSON);
        }
        break;
    case SCREEN_ASK_GROUP:
        child->group = picked;
        on(app, SCREEN_ASK_NAME);
        break;
    }
}

/* Leaving a step that was typed. */
static void typed(App *app)
{
    switch ((int)app_place(app)->screen) {
    case SCREEN_ASK_PERSON:
        if (child_of(app)->adult[0] != '\0') {
            on(app, by_group(app) ? SCREEN_ASK_GROUP : SCREEN_ASK_NUMBER);
        }
        break;
    case SCREEN_ASK_NUMBER:
        if (has_number(app)) {
            on(app, SCREEN_ASK_NAME);
        }
        break;
    case SCREEN_ASK_NAME:
        if (is_findable(app)) {
            on(app, SCREEN_ASK_CHECK);
        }
        break;
    }
}

void app_ask_act(App *app, const Content *content, MsgAct act)
{
    AppChild *child = &app->visitor.child;

    (void)content;
    switch (act.kind) {
    case ACT_ASK_NEXT: typed(app); break;
    case ACT_ASK_WHOSE:
        if (act.arg >= 1 && act.arg <= APP_ASK_WHO_COUNT) {
            child->whose = act.arg;
        }
        break;
    case ACT_ASK_NAMELESS:
        memset(child->name, 0, sizeof child->name);
        typed(app);
        break;
    case ACT_ASK_CHANGE: app_nav_screen(app, (ScreenId)act.arg); break;
    }
}
