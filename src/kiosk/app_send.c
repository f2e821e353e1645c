/* app_send.c - see app_send.h. The sending machine is drawn in app.h. */
#include "app_send.h"

#include <string.h>

#include "app_ask.h"
#include "app_call.h"
#include "app_effects.h"
#include "app_fix.h"
#include "app_nav.h"
#include "app_request.h"
#include "app_share.h"
#include "app_time.h"
#include "app_talk.h"

void app_send_show(App *app, const Content *content)
{
    AppVisitor *visitor = &app->visitor;

    if (visitor->sending != APP_SENDING_NO) {
        return;
    }
    switch ((int)app_place(app)->screen) {
    case SCREEN_CALL_CHECK: app_request_parent(app, content, &visitor->request); break;
    case SCREEN_ASK_CHECK: app_ask_request(app, content, &visitor->request); break;
    case SCREEN_SHARE_CHECK:
    case SCREEN_TELL_CHECK: app_share_story(app, content, &visitor->story); break;
    case SCREEN_FIX: app_fix_signal(app, content, &visitor->fault); break;
    }
}

/* What the check screen on the panel sends; false when this screen sends nothing. */
static bool post_of(ScreenId screen, AppPost *post)
{
    switch ((int)screen) {
    case SCREEN_CALL_CHECK:
    case SCREEN_ASK_CHECK: *post = APP_POST_REQUEST; return true;
    case SCREEN_SHARE_CHECK:
    case SCREEN_TELL_CHECK: *post = APP_POST_STORY; return true;
    case SCREEN_FIX: *post = APP_POST_FIX; return true;
    }
    return false;
}

static bool is_complete(const AppVisitor *visitor)
{
    switch (visitor->post) {
    case APP_POST_REQUEST: return app_request_is_complete(&visitor->request);
    case APP_POST_STORY: return signal_story_is_whole(&visitor->story);
    case APP_POST_FIX: return signal_fix_is_whole(&visitor->fault);
    }
    return false;
}

static void save(App *app, int again, Effects *effects)
{
    if (!is_complete(&app->visitor)) {
        return;
    }
    app->visitor.sending = APP_SENDING_WAITING;
    app->visitor.sent_ms = app->now.run_ms;
    app_effects_add(effects, EFFECT_SAVE, again);
}

static bool is_child(const App *app)
{
    return app->visitor.mode == APP_MODE_YOUNG || app->visitor.mode == APP_MODE_READING;
}

/* Does the one who presses mean it? What needs no typed number, and all that a child sends, waits
 * for a look. A number was typed by chance only among many touches that met nothing. An experience
 * and a fault in a page are a few touches: among that many even a look is no sign, and it is asked
 * for once more. */
static bool is_meant(App *app)
{
    AppVisitor *visitor = &app->visitor;
    bool few = visitor->misses <= APP_CALM_MISSES_MAX, asks = visitor->post == APP_POST_REQUEST;

    if (asks && !is_child(app) && few) {
        return true;
    }
    if (!app_time_is_calm(app)) {
        return false;
    }
    visitor->misses = asks ? visitor->misses : 0;
    return few || asks;
}

/* Small hands tap everywhere, and must send nothing (KID-14): the button says to look, and sends
 * when it is pressed again after a rest. */
static bool is_playing(App *app, Effects *effects)
{
    if (is_meant(app)) {
        return false;
    }
    app->visitor.picked = 1;
    app_effects_add(effects, EFFECT_SAY, 0);
    return true;
}

static ScreenId missing_of(const App *app, ScreenId screen)
{
    switch ((int)screen) {
    case SCREEN_CALL_CHECK: return app_call_missing(app);
    case SCREEN_ASK_CHECK: return app_ask_missing(app);
    }
    return screen;
}

/* Who took an answer away on the way back is led to it: nothing is sent that reaches nobody, and
 * Verstuur is never without effect. */
static bool is_lost(App *app)
{
    ScreenId here = app_place(app)->screen, missing = missing_of(app, here);

    if (missing == here) {
        return false;
    }
    app_nav_screen(app, missing);
    return true;
}

void app_send(App *app, Effects *effects)
{
    if (!is_lost(app) && post_of(app_place(app)->screen, &app->visitor.post) &&
        !is_playing(app, effects)) {
        save(app, 0, effects);
    }
}

void app_send_again(App *app, Effects *effects)
{
    if (app_place(app)->screen == SCREEN_CANNOT_SAVE && !is_playing(app, effects)) {
        save(app, 1, effects);
    }
}

static void forget(AppVisitor *visitor)
{
    explicit_bzero(&visitor->draft, sizeof visitor->draft);
    explicit_bzero(&visitor->child, sizeof visitor->child);
    explicit_bzero(&visitor->request, sizeof visitor->request);
    explicit_bzero(&visitor->typing, sizeof visitor->typing);
}

void app_send_not(App *app, Effects *effects)
{
    forget(&app->visitor);
    app_effects_add(effects, EFFECT_FORGET, 0);
    app_nav_start(app);
}

static AppSaved summary(const App *app, const Content *content, const MsgReceipt *receipt)
{
    const Request *request = &app->visitor.request;

    return (AppSaved){.receipt = *receipt,
                      .how = request->how,
                      .told = request->told,
                      .due = request->due,
                      .interpreter = request->interpreter == REQUEST_ANSWER_YES,
                      .talk = app_talk_row(app, content)};
}

static void thank_for_request(App *app, const Content *content, const MsgReceipt *receipt)
{
    AppVisitor *visitor = &app->visitor;
    bool child = visitor->request.who == REQUEST_WHO_CHILD;

    visitor->saved = summary(app, content, receipt);
    forget(visitor);
    app_nav_finish(app, child ? SCREEN_ASK_DONE : SCREEN_CALL_SAVED);
}

static void thank_for_story(App *app)
{
    AppVisitor *visitor = &app->visitor;
    bool child = visitor->story.who == REQUEST_WHO_CHILD;

    explicit_bzero(&visitor->share, sizeof visitor->share);
    explicit_bzero(&visitor->story, sizeof visitor->story);
    explicit_bzero(&visitor->typing, sizeof visitor->typing);
    app_nav_finish(app, child ? SCREEN_TELL_DONE : SCREEN_SHARE_DONE);
}

void app_send_saved(App *app, const Content *content, const MsgReceipt *receipt, Effects *effects)
{
    AppVisitor *visitor = &app->visitor;

    if (visitor->sending == APP_SENDING_NO) {
        return;
    }
    visitor->sending = APP_SENDING_NO;
    visitor->active_ms = app->now.run_ms;
    switch (visitor->post) {
    case APP_POST_REQUEST: thank_for_request(app, content, receipt); break;
    case APP_POST_STORY: thank_for_story(app); break;
    case APP_POST_FIX: app_fix_done(app); break;
    }
    app_effects_add(effects, EFFECT_SOUND, EFFECT_SOUND_SAVED);
}

void app_send_failed(App *app)
{
    static const AppCannot why[] = {[APP_POST_REQUEST] = APP_CANNOT_STORE,
                                    [APP_POST_STORY] = APP_CANNOT_SHARE,
                                    [APP_POST_FIX] = APP_CANNOT_FIX};

    if (app->visitor.sending == APP_SENDING_NO) {
        return;
    }
    app->visitor.sending = APP_SENDING_NO;
    app->visitor.active_ms = app->now.run_ms;
    app_nav_go(app, (AppPlace){.screen = SCREEN_CANNOT_SAVE, .arg = (int)why[app->visitor.post]});
}
