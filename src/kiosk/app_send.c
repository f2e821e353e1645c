/* app_send.c - see app_send.h. The sending machine is drawn in app.h. */
#include "app_send.h"

#include <string.h>

#include "app_ask.h"
#include "app_effects.h"
#include "app_nav.h"
#include "app_request.h"
#include "app_talk.h"

void app_send_show(App *app, const Content *content)
{
    ScreenId screen = app_place(app)->screen;

    if (app->visitor.sending != APP_SENDING_NO) {
        return;
    }
    if (screen == SCREEN_CALL_CHECK) {
        app_request_parent(app, content, &app->visitor.request);
    } else if (screen == SCREEN_ASK_CHECK) {
        app_ask_request(app, content, &app->visitor.request);
    }
}

void app_send(App *app, Effects *effects)
{
    AppVisitor *visitor = &app->visitor;

    ScreenId screen = app_place(app)->screen;

    if ((screen != SCREEN_CALL_CHECK && screen != SCREEN_ASK_CHECK) ||
        !app_request_is_complete(&visitor->request)) {
        return;
    }
    visitor->sending = APP_SENDING_WAITING;
    visitor->sent_ms = app->now.run_ms;
    app_effects_add(effects, EFFECT_SAVE, 0);
}

void app_send_again(App *app, Effects *effects)
{
    if (app_place(app)->screen != SCREEN_CANNOT_SAVE ||
        !app_request_is_complete(&app->visitor.request)) {
        return;
    }
    app->visitor.sending = APP_SENDING_WAITING;
    app->visitor.sent_ms = app->now.run_ms;
    app_effects_add(effects, EFFECT_SAVE, 1);
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

void app_send_saved(App *app, const Content *content, const MsgReceipt *receipt, Effects *effects)
{
    AppVisitor *visitor = &app->visitor;
    bool child = visitor->request.who == REQUEST_WHO_CHILD;

    if (visitor->sending == APP_SENDING_NO) {
        return;
    }
    visitor->saved = summary(app, content, receipt);
    visitor->sending = APP_SENDING_NO;
    visitor->active_ms = app->now.run_ms;
    forget(visitor);
    app_nav_finish(app, child ? SCREEN_ASK_DONE : SCREEN_CALL_SAVED);
    app_effects_add(effects, EFFECT_SOUND, EFFECT_SOUND_SAVED);
}

void app_send_failed(App *app)
{
    if (app->visitor.sending == APP_SENDING_NO) {
        return;
    }
    app->visitor.sending = APP_SENDING_NO;
    app->visitor.active_ms = app->now.run_ms;
    app_nav_screen(app, SCREEN_CANNOT_SAVE);
}
