/* app_time.c - see app_time.h. The machines are drawn in app.h. */
#include "app_time.h"

#include "app_effects.h"
#include "app_staff.h"

enum {
    MS_PER_S = 1000,
    RING_STEP_MS = 1000 /* a ring is redrawn this often: calm, and the processor sleeps between */
};

static ScreenId screen_of(const App *app)
{
    return app_place(app)->screen;
}

/* Idle time of the present screen; 0 = this screen is never left by itself. Welcome in another
 * language or look than the fresh one goes back to fresh after the reading time, without warning:
 * nothing there is personal. */
static int64_t idle_ms(const App *app)
{
    switch (app_screen(screen_of(app))->idle) {
    case SCREEN_IDLE_NONE: return app->visitor.touched ? APP_IDLE_READING_S * MS_PER_S : 0;
    case SCREEN_IDLE_READING: return APP_IDLE_READING_S * MS_PER_S;
    case SCREEN_IDLE_FORM: return APP_IDLE_FORM_S * MS_PER_S;
    case SCREEN_IDLE_HELP: return APP_IDLE_HELP_S * MS_PER_S;
    }
    return 0;
}

static bool has_ring(const App *app)
{
    ScreenId screen = screen_of(app);

    return screen == SCREEN_CALL_SAVED || screen == SCREEN_ASK_DONE ||
           screen == SCREEN_SHARE_DONE || screen == SCREEN_TELL_DONE;
}

static void end_session(App *app, Effects *effects)
{
    app_wipe(app);
    app_effects_wipe(effects);
}

static void warn_or_end(App *app, Effects *effects)
{
    AppVisitor *visitor = &app->visitor;

    if (app_screen(screen_of(app))->idle == SCREEN_IDLE_NONE) {
        end_session(app, effects);
        return;
    }
    visitor->idle = APP_IDLE_WARNING;
    visitor->idle_from_ms = app->now.run_ms;
    visitor->typing.hidden = true; /* SES-05: going on shows digits covered first */
    app_staff_veil(app);
    app_effects_add(effects, EFFECT_HUSH, 0);
}

static void tick_idle(App *app, Effects *effects)
{
    AppVisitor *visitor = &app->visitor;
    int64_t now_ms = app->now.run_ms;
    int64_t limit_ms = idle_ms(app);

    if (visitor->speaking) {
        visitor->active_ms = now_ms;
        visitor->ring_from_ms = now_ms;
    } else if (visitor->idle == APP_IDLE_WARNING) {
        if (now_ms - visitor->idle_from_ms >= (int64_t)APP_IDLE_WARN_S * MS_PER_S) {
            end_session(app, effects);
        }
    } else if (has_ring(app)) {
        if (now_ms - visitor->ring_from_ms >= (int64_t)APP_SAVED_RING_S * MS_PER_S) {
            end_session(app, effects);
        }
    } else if (limit_ms > 0 && now_ms - visitor->active_ms >= limit_ms) {
        warn_or_end(app, effects);
    }
}

void app_time_tick(App *app, MsgTick tick, Effects *effects)
{
    AppVisitor *visitor = &app->visitor;

    app->now = tick;
    if (visitor->sending == APP_SENDING_WAITING &&
        tick.run_ms - visitor->sent_ms >= APP_SAVING_SHOWN_MS) {
        visitor->sending = APP_SENDING_SLOW;
    }
    if (visitor->sending == APP_SENDING_NO) {
        tick_idle(app, effects);
    }
}

void app_time_alive(App *app)
{
    if (app->now.run_ms - app->visitor.active_ms >= APP_CALM_REST_MS) {
        app->visitor.calm_ms = app->now.run_ms;
    }
    app->visitor.touched = true;
    app->visitor.active_ms = app->now.run_ms;
    app->visitor.idle = APP_IDLE_AWAKE;
    app->visitor.idle_from_ms = 0;
}

void app_time_missed(App *app)
{
    app->visitor.misses += app->visitor.misses <= APP_CALM_MISSES_MAX ? 1 : 0;
    app_time_alive(app);
}

bool app_time_is_calm(const App *app)
{
    return app->now.run_ms - app->visitor.calm_ms < APP_CALM_PRESS_MS;
}

void app_time_ring(App *app)
{
    app->visitor.ring_from_ms = has_ring(app) ? app->now.run_ms : 0;
}

/* The next whole step of a ring that began at `from_ms`. */
static int64_t next_step_ms(int64_t from_ms, int64_t now_ms)
{
    return from_ms + ((now_ms - from_ms) / RING_STEP_MS + 1) * RING_STEP_MS;
}

void app_time_plan(App *app)
{
    const AppVisitor *visitor = &app->visitor;
    int64_t now_ms = app->now.run_ms;
    int64_t limit_ms = idle_ms(app);

    app->wake_ms = APP_WAKE_NEVER;
    if (visitor->sending == APP_SENDING_WAITING) {
        app->wake_ms = visitor->sent_ms + APP_SAVING_SHOWN_MS;
    } else if (visitor->sending == APP_SENDING_SLOW || visitor->speaking) {
        return; /* MSG_SAVED, MSG_SAVE_FAILED or MSG_SPEECH comes */
    } else if (visitor->idle == APP_IDLE_WARNING) {
        app->wake_ms = next_step_ms(visitor->idle_from_ms, now_ms);
    } else if (has_ring(app)) {
        app->wake_ms = next_step_ms(visitor->ring_from_ms, now_ms);
    } else if (limit_ms > 0) {
        int64_t idle_at_ms = visitor->active_ms + limit_ms;
        int64_t staff_ms = app_staff_wake(app);
        app->wake_ms = staff_ms < idle_at_ms ? staff_ms : idle_at_ms;
    }
}

static float left_of(int64_t from_ms, int64_t now_ms, int64_t whole_ms)
{
    int64_t gone_ms = now_ms - from_ms;

    if (gone_ms <= 0) {
        return 1.0F;
    }
    return gone_ms >= whole_ms ? 0.0F : 1.0F - (float)gone_ms / (float)whole_ms;
}

float app_ring(const App *app)
{
    const AppVisitor *visitor = &app->visitor;

    if (visitor->idle == APP_IDLE_WARNING) {
        return left_of(visitor->idle_from_ms, app->now.run_ms, (int64_t)APP_IDLE_WARN_S * MS_PER_S);
    }
    return left_of(visitor->ring_from_ms, app->now.run_ms, (int64_t)APP_SAVED_RING_S * MS_PER_S);
}
