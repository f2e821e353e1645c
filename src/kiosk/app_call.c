/* app_call.c - see app_call.h. */
#include "app_call.h"

#include <string.h>

#include "app_days.h"
#include "app_nav.h"
#include "app_send.h"
#include "app_talk.h"
#include "app_typing.h"
#include "check.h"

static AppDraft *draft_of(App *app)
{
    return &app->visitor.draft;
}

/* ---- the road ---------------------------------------------------------------------------- */

int app_call_steps(const App *app, const Content *content, ScreenId steps[APP_CALL_STEPS_MAX])
{
    const AppDraft *draft = &app->visitor.draft;
    int count = 0;

    steps[count++] = SCREEN_CALL_ABOUT;
    if (content_region(content)->sector_count > 1) {
        steps[count++] = SCREEN_CALL_SECTOR;
    }
    steps[count++] = SCREEN_CALL_HOW;
    if (draft->visit) {
        steps[count++] = SCREEN_CALL_COME;
        return count;
    }
    steps[count++] = draft->how == REQUEST_HOW_MAIL ? SCREEN_CALL_MAIL : SCREEN_CALL_NUMBER;
    if (draft->how == REQUEST_HOW_CALL || draft->how == REQUEST_HOW_NONE) {
        steps[count++] = SCREEN_CALL_WHEN;
    }
    steps[count++] = SCREEN_CALL_NAME;
    steps[count++] = SCREEN_CALL_CHECK;
    check(count <= APP_CALL_STEPS_MAX);
    return count;
}

static ScreenId next_step(const App *app, const Content *content, ScreenId now)
{
    ScreenId steps[APP_CALL_STEPS_MAX];
    int count = app_call_steps(app, content, steps);

    for (int i = 0; i + 1 < count; i++) {
        if (steps[i] == now) {
            return steps[i + 1];
        }
    }
    return SCREEN_CALL_CHECK;
}

/* A step opened with Wijzig has the check screen below it in the history. */
static bool is_changing(const App *app)
{
    for (int i = 0; i < app->visitor.depth; i++) {
        if (app->visitor.history[i].screen == SCREEN_CALL_CHECK) {
            return true;
        }
    }
    return false;
}

static bool has_value(const App *app)
{
    const AppDraft *draft = &app->visitor.draft;
    char address[MAIL_BYTES_MAX];
    bool good;

    if (draft->how != REQUEST_HOW_MAIL) {
        return app_typing_phone(app) == PHONE_OK;
    }
    good = mail_read(str_of(draft->mail), address) == MAIL_OK;
    explicit_bzero(address, sizeof address);
    return good;
}

ScreenId app_call_missing(const App *app)
{
    const AppDraft *draft = &app->visitor.draft;

    if (draft->visit) {
        return SCREEN_CALL_COME;
    }
    if (draft->how == REQUEST_HOW_NONE) {
        return SCREEN_CALL_HOW;
    }
    if (!has_value(app)) {
        return draft->how == REQUEST_HOW_MAIL ? SCREEN_CALL_MAIL : SCREEN_CALL_NUMBER;
    }
    return SCREEN_CALL_CHECK;
}

bool app_call_can_go_on(const App *app)
{
    const AppDraft *draft = &app->visitor.draft;

    switch ((int)app_place(app)->screen) {
    case SCREEN_CALL_HOW: return draft->visit || draft->how != REQUEST_HOW_NONE;
    case SCREEN_CALL_NUMBER:
    case SCREEN_CALL_MAIL: return has_value(app);
    }
    return true;
}

/* Maakt niet uit is the answer of who chose nothing. */
static void settle_when(AppDraft *draft)
{
    if (draft->parts == 0) {
        draft->any_part = true;
    }
    if (draft->days == 0) {
        draft->any_day = true;
    }
}

static void go_on(App *app, const Content *content)
{
    ScreenId now = app_place(app)->screen;
    ScreenId next = is_changing(app) ? SCREEN_CALL_CHECK : next_step(app, content, now);

    if (!app_typing_accept(app) || !app_call_can_go_on(app)) {
        return;
    }
    if (now == SCREEN_CALL_WHEN) {
        settle_when(draft_of(app));
    }
    if (next == SCREEN_CALL_CHECK) {
        next = app_call_missing(app);
    }
    if (next == SCREEN_CALL_CHECK && is_changing(app)) {
        app_nav_back_to(app, SCREEN_CALL_CHECK);
    } else {
        app_nav_screen(app, next);
    }
}

/* ---- answers ----------------------------------------------------------------------------- */

bool app_call_offers(const App *app, const Content *content, Channel channel)
{
    bool sign =
        app_talk_count(content) > 0 && app_talk_is_sign(content, app_talk_row(app, content));

    return region_has_channel(content_region(content), channel) &&
           !(sign && channel == CHANNEL_CALL);
}

static void choose_about(AppDraft *draft, const Content *content, int arg)
{
    if (arg == ACT_ARG_UNKNOWN) {
        draft->about_unknown = !draft->about_unknown;
        draft->about = 0;
    } else if (arg >= 0 && arg < content_situation_count(content, AUDIENCE_PARENT)) {
        draft->about ^= 1U << arg;
        draft->about_unknown = false;
    }
}

static void choose_sector(AppDraft *draft, int arg)
{
    if (arg >= REQUEST_SECTOR_PO && arg <= REQUEST_SECTOR_NO_SCHOOL) {
        draft->sector = (RequestSector)arg;
    }
}

static void choose_how(App *app, const Content *content, int arg)
{
    static const RequestHow hows[CHANNEL_COUNT] = {
        REQUEST_HOW_CALL, REQUEST_HOW_SMS, REQUEST_HOW_APP, REQUEST_HOW_MAIL, REQUEST_HOW_NONE};

    if (arg < 0 || arg >= CHANNEL_COUNT || !app_call_offers(app, content, (Channel)arg)) {
        return;
    }
    draft_of(app)->how = hows[arg];
    draft_of(app)->visit = arg == CHANNEL_VISIT;
}

static void choose_part(AppDraft *draft, int arg)
{
    if (arg == ACT_ARG_ANY) {
        draft->any_part = !draft->any_part;
        draft->parts = 0;
    } else if (arg >= 0 && arg < APP_PART_COUNT) {
        draft->parts ^= 1U << arg;
        draft->any_part = false;
    }
}

static void choose_day(AppDraft *draft, int arg)
{
    if (arg == ACT_ARG_ANY) {
        draft->any_day = !draft->any_day;
        draft->days = 0;
    } else if (arg >= 0 && arg < APP_DRAFT_DAYS_MAX) {
        draft->days ^= 1U << arg;
        draft->any_day = false;
    }
}

/* Signing and a phone call do not go together: the way to be reached is then asked again. */
static void choose_talk(App *app, const Content *content, int arg)
{
    AppDraft *draft = draft_of(app);

    if (arg < 0 || arg >= app_talk_count(content)) {
        return;
    }
    draft->talk = arg + 1;
    if (!app_talk_asks_interpreter(content, arg)) {
        draft->interpreter = REQUEST_ANSWER_NONE;
    }
    if (app_talk_is_sign(content, arg) && draft->how == REQUEST_HOW_CALL) {
        draft->how = REQUEST_HOW_NONE;
    }
}

/* Where a name is typed there is nothing left to do then. */
static void leave_name_out(App *app)
{
    explicit_bzero(draft_of(app)->name, sizeof draft_of(app)->name);
    draft_of(app)->nameless = true;
    if (app_place(app)->screen == SCREEN_CALL_TYPE_NAME) {
        (void)app_nav_back(app);
    }
}

/* A second tap on the same answer takes it back: what may be skipped may be un-said. */
static int toggled(int now, int answer)
{
    return now == answer ? 0 : answer;
}

/* ---- beginning --------------------------------------------------------------------------- */

static int situation_of_topic(const Content *content, int topic)
{
    for (int i = 0; i < content_situation_count(content, AUDIENCE_PARENT); i++) {
        const Situation *situation = content_situation(content, AUDIENCE_PARENT, i);
        for (int j = 0; j < situation->question_count; j++) {
            if (situation->questions[j].topic == topic) {
                return i;
            }
        }
    }
    return -1;
}

/* What the visitor was reading, nearest first: it is ticked in the first step, where it can be
 * seen and taken away. */
static int situation_here(const App *app, const Content *content)
{
    for (int i = app->visitor.depth; i > 0; i--) {
        const AppPlace *place = &app->visitor.history[i];
        int found = -1;
        if (place->screen == SCREEN_QUESTIONS) {
            found = place->arg;
        } else if (place->screen == SCREEN_TOPIC) {
            found = situation_of_topic(content, place->arg);
        }
        if (found >= 0) {
            return found;
        }
    }
    return -1;
}

void app_call_start(App *app, const Content *content)
{
    AppDraft *draft = draft_of(app);
    int situation = situation_here(app, content);

    if (!app->status.can_save) {
        app_nav_screen(app, SCREEN_NOT_ENROLLED);
        return;
    }
    if (app->status.flooded) {
        app_nav_go(app, (AppPlace){.screen = SCREEN_CANNOT_SAVE, .arg = APP_CANNOT_FLOODED});
        return;
    }
    if (draft->about == 0 && !draft->about_unknown && situation >= 0) {
        draft->about = 1U << situation;
    }
    app_nav_screen(app, SCREEN_CALL_ABOUT);
}

void app_call_act(App *app, const Content *content, MsgAct act, Effects *effects)
{
    AppDraft *draft = draft_of(app);

    switch (act.kind) {
    case ACT_CALL_START: app_call_start(app, content); break;
    case ACT_CALL_ABOUT: choose_about(draft, content, act.arg); break;
    case ACT_CALL_SECTOR: choose_sector(draft, act.arg); break;
    case ACT_CALL_HOW: choose_how(app, content, act.arg); break;
    case ACT_CALL_PART: choose_part(draft, act.arg); break;
    case ACT_CALL_DAY: choose_day(draft, act.arg); break;
    case ACT_CALL_NAMELESS: leave_name_out(app); break;
    case ACT_CALL_LANGUAGE: choose_talk(app, content, act.arg); break;
    case ACT_CALL_INTERP: draft->interpreter = (RequestAnswer)act.arg; break;
    case ACT_CALL_VOICEMAIL:
        draft->voicemail = (RequestAnswer)toggled((int)draft->voicemail, act.arg);
        break;
    case ACT_CALL_ANSWER:
        draft->pickup = (RequestPickup)toggled((int)draft->pickup, act.arg);
        break;
    case ACT_CALL_NEXT: go_on(app, content); break;
    case ACT_CALL_CHANGE: app_nav_screen(app, (ScreenId)act.arg); break;
    case ACT_SEND: app_send(app, effects); break;
    case ACT_SEND_NOT: app_send_not(app, effects); break;
    case ACT_RETRY: app_send_again(app, effects); break;
    }
}
