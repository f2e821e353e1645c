/* app.c - see app.h: the table of screens, the wipe, and the one switch over messages. */
#include "app.h"

#include <string.h>

#include "app_act.h"
#include "app_count.h"
#include "app_send.h"
#include "app_effects.h"
#include "app_nav.h"
#include "app_staff.h"
#include "app_time.h"
#include "app_typing.h"
#include "check.h"

static const ScreenInfo SCREENS[SCREEN_COUNT] = {
#define SCREEN_BACK_YES true
#define SCREEN_BACK_NO false
#define SCREEN(name, lower, home, idle, back)                                                      \
    {#lower, SCREEN_HOME_##home, SCREEN_IDLE_##idle, SCREEN_BACK_##back},
#include "screens.def"
#undef SCREEN
};

const ScreenInfo *app_screen(ScreenId id)
{
    check(id < SCREEN_COUNT);
    return &SCREENS[id];
}

const AppPlace *app_place(const App *app)
{
    return &app->visitor.history[app->visitor.depth];
}

int64_t app_wake(const App *app)
{
    return app->wake_ms;
}

void app_init(App *app, const AppSetup *setup)
{
    app->setup = *setup;
    memset(&app->status, 0, sizeof app->status);
    memset(&app->now, 0, sizeof app->now);
    app_wipe(app);
}

void app_wipe(App *app)
{
    explicit_bzero(&app->visitor, sizeof app->visitor);
    app->wake_ms = APP_WAKE_NEVER;
    check(app_place(app)->screen == SCREEN_WELCOME);
}

Theme app_theme(const App *app)
{
    const AppLook *look = &app->visitor.look;
    AppMode mode = app->visitor.mode;

    return theme_scale(&app->setup.panel,
                       (ThemeWish){.look = look->theme,
                                   .text = look->size,
                                   .low = look->low,
                                   .child = mode == APP_MODE_YOUNG || mode == APP_MODE_READING});
}

bool app_today(const App *app, Date *today)
{
    *today = when_local(app->now.utc_s).date;
    return app->now.clock == REQUEST_CLOCK_OK;
}

bool app_is_offline(const App *app)
{
    return app->status.last_contact_s == 0 || app->now.clock == REQUEST_CLOCK_NONE ||
           app->now.utc_s - app->status.last_contact_s > APP_OFFLINE_S;
}

/* ---- messages ---------------------------------------------------------------------------- */

static void on_point(App *app, uint32_t point)
{
    if (app->visitor.idle == APP_IDLE_AWAKE && app->visitor.sending == APP_SENDING_NO) {
        if (!app_staff_point(app, point)) {
            app_typing_add(app, point);
        }
    }
    app_time_alive(app);
}

static void on_key(App *app, const Content *content, MsgKey key, Effects *effects)
{
    static const int kinds[] = {[MSG_KEY_BACK] = ACT_BACK,
                                [MSG_KEY_DELETE] = ACT_KEY_BACKSPACE,
                                [MSG_KEY_HELP] = ACT_HELP,
                                [MSG_KEY_SPEAK] = ACT_READ};
    bool erase = key == MSG_KEY_DELETE && app_place(app)->screen == SCREEN_STAFF_PIN;

    app_act(app, content, (MsgAct){erase ? ACT_STAFF_ERASE : kinds[key], 0}, effects);
}

static void on_focus(App *app, const char *id)
{
    check(str_copy(str_of(id), app->visitor.focus, sizeof app->visitor.focus));
    app_time_alive(app);
}

static void on_speech(App *app, bool speaking)
{
    app->visitor.speaking = speaking;
    app->visitor.active_ms = app->now.run_ms;
    app_time_ring(app);
}

static void on_wipe(App *app, Effects *effects)
{
    app_wipe(app);
    app_effects_wipe(effects);
}

static void dispatch(App *app, const Content *content, const Msg *msg, Effects *effects)
{
    switch (msg->kind) {
    case MSG_NONE:
    case MSG_CONTENT: break;
    case MSG_PIN: app_staff_pin(app, &msg->pin); break;
    case MSG_STAFF: app_staff_facts(app, &msg->staff); break;
    case MSG_ACT: app_act(app, content, msg->act, effects); break;
    case MSG_TOUCH: app_time_missed(app); break;
    case MSG_POINT: on_point(app, msg->point); break;
    case MSG_KEY: on_key(app, content, msg->key, effects); break;
    case MSG_FOCUS: on_focus(app, msg->id); break;
    case MSG_TICK: app_time_tick(app, msg->tick, effects); break;
    case MSG_SAVED: app_send_saved(app, content, &msg->saved, effects); break;
    case MSG_SAVE_FAILED: app_send_failed(app); break;
    case MSG_STATUS: app->status = msg->status; break;
    case MSG_SPEECH: on_speech(app, msg->speaking); break;
    case MSG_WIPE: on_wipe(app, effects); break;
    }
}

void app_update(App *app, const Content *content, Msg msg, Effects *effects)
{
    int depth = app->visitor.depth;

    effects->count = 0;
    dispatch(app, content, &msg, effects);
    app_count_opened(app, content, depth, effects);
    app_send_show(app, content);
    app_staff_guard(app, effects);
    app_time_plan(app);
    check(app->visitor.depth >= 0 && app->visitor.depth < APP_HISTORY_MAX);
    check(app->visitor.history[0].screen == SCREEN_WELCOME);
}
