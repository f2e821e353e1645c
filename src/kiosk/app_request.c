/* app_request.c - see app_request.h. */
#include "app_request.h"

#include <string.h>

#include "app_days.h"
#include "app_talk.h"
#include "check.h"
#include "latin.h"

static void origin(const App *app, Request *out)
{
    memcpy(out->org, app->setup.org, sizeof out->org);
    memcpy(out->place, app->setup.place, sizeof out->place);
    out->clock = app->now.clock;
    if (app->now.clock != REQUEST_CLOCK_NONE) {
        out->at = when_local(app->now.utc_s);
    }
}

static void topics(const AppDraft *draft, const Content *content, Request *out)
{
    int count = content_situation_count(content, AUDIENCE_PARENT);

    for (int i = 0; i < count; i++) {
        if ((draft->about & (1U << i)) != 0) {
            Str id = content_situation(content, AUDIENCE_PARENT, i)->id;
            check(str_copy(id, out->topics[out->topic_count], REQUEST_TOPIC_BYTES_MAX));
            out->topic_count++;
        }
    }
    if (draft->about_unknown) {
        check(str_copy(STR(APP_REQUEST_UNKNOWN), out->topics[0], REQUEST_TOPIC_BYTES_MAX));
        out->topic_count = 1;
    }
}

static void reach(const AppDraft *draft, Request *out)
{
    out->how = draft->how;
    if (draft->how == REQUEST_HOW_MAIL) {
        (void)mail_read(str_of(draft->mail), out->mail);
    } else if (draft->how != REQUEST_HOW_NONE) {
        (void)phone_read(str_of(draft->phone), out->phone);
    }
}

static void add_moment(Request *out, Date date, RequestPart part)
{
    check(out->moment_count < REQUEST_MOMENTS_MAX);
    out->moments[out->moment_count++] = (RequestMoment){date, part};
}

/* Every chosen part of one day; ANY when no part, or any part, was chosen. */
static void moments_of(const AppDraft *draft, Date date, Request *out)
{
    static const RequestPart parts[APP_PART_COUNT] = {REQUEST_PART_AM, REQUEST_PART_PM,
                                                      REQUEST_PART_EVE};

    if (draft->any_part || draft->parts == 0) {
        add_moment(out, date, REQUEST_PART_ANY);
        return;
    }
    for (int i = 0; i < APP_PART_COUNT; i++) {
        if ((draft->parts & (1U << i)) != 0) {
            add_moment(out, date, parts[i]);
        }
    }
}

static void moments(const App *app, const Content *content, Request *out)
{
    const AppDraft *draft = &app->visitor.draft;
    Date days[APP_DRAFT_DAYS_MAX];
    int count = app_days(app, content, days);

    if (draft->any_day || draft->days == 0 || count == 0) {
        moments_of(draft, (Date){0}, out);
        return;
    }
    for (int i = 0; i < count; i++) {
        if ((draft->days & (1U << i)) != 0) {
            moments_of(draft, days[i], out);
        }
    }
}

static void calling(const App *app, const Content *content, Request *out)
{
    const AppDraft *draft = &app->visitor.draft;

    if (draft->how != REQUEST_HOW_CALL) {
        return;
    }
    moments(app, content, out);
    out->voicemail = draft->voicemail;
    out->answer = draft->pickup;
}

static void promise(const App *app, const Content *content, Request *out)
{
    Date due;

    if (app_days_due(app, content, &due)) {
        out->due = due;
    }
    out->told = app_is_offline(app) ? REQUEST_TOLD_OFFLINE : REQUEST_TOLD_DATE;
}

static void person(const App *app, const Content *content, Request *out)
{
    const AppDraft *draft = &app->visitor.draft;
    int talk = app_talk_row(app, content);

    check(str_copy(app_talk_code(content, talk), out->lang, sizeof out->lang));
    if (app_talk_asks_interpreter(content, talk)) {
        out->interpreter = draft->interpreter;
    }
    check(str_copy(str_of(draft->name), out->name, sizeof out->name));
    if (latin_is_needed(str_of(draft->name)) &&
        !latin_write(str_of(draft->name), out->name_latin, sizeof out->name_latin)) {
        out->name_latin[0] = '\0';
    }
    check(str_copy(str_of(draft->note), out->note, sizeof out->note));
}

void app_request_parent(const App *app, const Content *content, Request *out)
{
    const AppDraft *draft = &app->visitor.draft;

    memset(out, 0, sizeof *out);
    out->who = REQUEST_WHO_PARENT;
    origin(app, out);
    topics(draft, content, out);
    out->sector = draft->sector;
    reach(draft, out);
    calling(app, content, out);
    promise(app, content, out);
    person(app, content, out);
}

bool app_request_is_complete(const Request *request)
{
    return request->how != REQUEST_HOW_NONE &&
           (request->phone[0] != '\0' || request->mail[0] != '\0' || request->find[0] != '\0');
}
