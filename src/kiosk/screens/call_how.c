/* call_how.c - callback c: how do we reach you? What the region offers (mock-up 05c). */
#include "app_call.h"
#include "app_talk.h"
#include "lengths.h"
#include "parts.h"
#include "screens.h"

enum { VISIT_ARGS = 4 };

typedef struct HowRow {
    const char *id;
    Channel channel;
    RequestHow how;
    const char *icon;
    ThemeHue hue;
    TextKey title, sub;
} HowRow;

static const HowRow ROWS[] = {
    {"call", CHANNEL_CALL, REQUEST_HOW_CALL, "phone-call", HUE_CORAL, TEXT_HOW_CALL,
     TEXT_HOW_CALL_SUB},
    {"sms", CHANNEL_SMS, REQUEST_HOW_SMS, "message-circle", HUE_SKY, TEXT_HOW_SMS,
     TEXT_HOW_SMS_SUB},
    {"app", CHANNEL_APP, REQUEST_HOW_APP, "device-mobile-message", HUE_PETROL, TEXT_HOW_APP,
     TEXT_HOW_APP_SUB},
    {"mail", CHANNEL_MAIL, REQUEST_HOW_MAIL, "mail", HUE_LEAF, TEXT_HOW_MAIL, TEXT_HOW_MAIL_SUB},
};

static void choice(const View *view, const HowRow *row)
{
    const AppDraft *draft = &view->app->visitor.draft;
    MessageArg days = message_number("days", content_region(view->content)->promise_workdays);

    parts_choice(view, (PartsChoice){.id = ui_format(view->ui, "call_how.%s", row->id),
                                     .icon = row->icon,
                                     .hue = row->hue,
                                     .title = view_text(view, row->title),
                                     .sub = view_fill(view, row->sub, &days, 1),
                                     .chosen = !draft->visit && draft->how == row->how,
                                     .action = {ACT_CALL_HOW, (int)row->channel}});
}

/* "Di 25 nov, 13.00 - 15.00 uur, bibliotheek, kamer 2. U vult dan niets in." */
static const char *visit_words(const View *view)
{
    VisitMoment moment;
    LocalTime now = when_local(view->app->now.utc_s);

    if (view->app->now.clock != REQUEST_CLOCK_OK ||
        !region_next_visit(content_region(view->content), now, &moment)) {
        return view_text(view, TEXT_HOW_VISIT_SUB);
    }
    return view_fill(view, TEXT_HOW_VISIT_MOMENT,
                     (MessageArg[]){message_date("date", moment.date),
                                    message_time("from", moment.visit->hours.from_minutes),
                                    message_time("to", moment.visit->hours.to_minutes),
                                    message_text("place", moment.visit->place)},
                     VISIT_ARGS);
}

static void visit(const View *view)
{
    parts_choice(view, (PartsChoice){.id = "call_how.visit",
                                     .icon = "door-enter",
                                     .hue = HUE_SUN,
                                     .title = view_text(view, TEXT_HOW_VISIT),
                                     .sub = visit_words(view),
                                     .chosen = view->app->visitor.draft.visit,
                                     .action = {ACT_CALL_HOW, CHANNEL_VISIT}});
}

static bool signs(const View *view)
{
    return app_talk_count(view->content) > 0 &&
           app_talk_is_sign(view->content, app_talk_row(view->app, view->content));
}

void call_how_view(const View *view)
{
    TextKey lead = signs(view) ? TEXT_CALL_HOW_SIGN : TEXT_CALL_HOW_LEAD;

    parts_step_open(view, (PartsStep){.screen = SCREEN_CALL_HOW,
                                      .title = view_text(view, TEXT_CALL_HOW_TITLE),
                                      .lead = view_text(view, lead),
                                      .picture = "wie-steunpunt",
                                      .top_u = LENGTH_TOP_CHOICES,
                                      .gap_u = LENGTH_CHOICES_FOOT});
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW, .gap = LENGTH_GAP_CHOICES});
    for (size_t i = 0; i < sizeof ROWS / sizeof ROWS[0]; i++) {
        if (app_call_offers(view->app, view->content, ROWS[i].channel)) {
            choice(view, &ROWS[i]);
        }
    }
    if (app_call_offers(view->app, view->content, CHANNEL_VISIT)) {
        visit(view);
    }
    ui_close(view->ui);
    parts_step_close(view, app_call_can_go_on(view->app));
}
