/* check_words.c - see check_words.h. */
#include "check_words.h"

#include "app_request.h"
#include "app_talk.h"

enum { DAYS_MAX = APP_DRAFT_DAYS_MAX, PARTS_MAX = 4, WHEN_ARGS = 3 };

/* Between two answers, U+00B7 with spaces. */
#define DIVIDER " \xc2\xb7 "

static Str label_of(const View *view, const char *list, const char *id)
{
    return content_item_label(view->content, view->app->visitor.language, str_of(list), str_of(id),
                              STR(""));
}

const char *check_words_about(const View *view, const Request *request)
{
    const char *words = NULL;

    if (request->topic_count == 0) {
        return view_text(view, TEXT_CHECK_ABOUT_EMPTY);
    }
    if (str_equal(str_of(request->topics[0]), STR(APP_REQUEST_UNKNOWN))) {
        return view_text(view, TEXT_CALL_ABOUT_UNKNOWN_SHORT);
    }
    for (int i = 0; i < request->topic_count; i++) {
        const char *label = view_str(label_of(view, "parent", request->topics[i]));
        words = words == NULL ? label : ui_format(view->ui, "%s" DIVIDER "%s", words, label);
    }
    return words;
}

const char *check_words_sector(const View *view, const Request *request)
{
    switch (request->sector) {
    case REQUEST_SECTOR_PO: return view_text(view, TEXT_SECTOR_PO);
    case REQUEST_SECTOR_VO: return view_text(view, TEXT_SECTOR_VO);
    case REQUEST_SECTOR_MBO: return view_text(view, TEXT_SECTOR_MBO);
    case REQUEST_SECTOR_NO_SCHOOL: return view_text(view, TEXT_SECTOR_NONE);
    case REQUEST_SECTOR_NONE: break;
    }
    return view_text(view, TEXT_CHECK_EMPTY);
}

/* ---- moments ----------------------------------------------------------------------------- */

/* A set of moments is days times parts; these are its two sides. */
typedef struct Sides {
    Str days[DAYS_MAX];
    int day_count;
    Str parts[PARTS_MAX];
    int part_count;
} Sides;

static TextKey part_text(RequestPart part)
{
    switch (part) {
    case REQUEST_PART_AM: return TEXT_CHECK_AM;
    case REQUEST_PART_PM: return TEXT_CHECK_PM;
    case REQUEST_PART_EVE: return TEXT_CHECK_EVE;
    case REQUEST_PART_ANY: break;
    }
    return TEXT_CHECK_ANY_PART;
}

static bool same_day(Date a, Date b)
{
    return when_days(a) == when_days(b);
}

static Sides sides_of(const View *view, const Request *request)
{
    Sides sides = {.day_count = 0};

    for (int i = 0; i < request->moment_count; i++) {
        const RequestMoment *moment = &request->moments[i];
        bool first_day =
            i == 0 || (moment->date.year != 0 && same_day(moment->date, request->moments[0].date));
        bool new_day = i == 0 || !same_day(moment->date, request->moments[i - 1].date);
        if (moment->date.year != 0 && new_day && sides.day_count < DAYS_MAX) {
            sides.days[sides.day_count++] = str_of(view_date_short(view, moment->date));
        }
        if ((first_day || moment->date.year == 0) && sides.part_count < PARTS_MAX) {
            sides.parts[sides.part_count++] = str_of(view_text(view, part_text(moment->part)));
        }
    }
    return sides;
}

const char *check_words_when(const View *view, const Request *request)
{
    Sides sides = sides_of(view, request);
    Str due = str_of(request->due.year == 0 ? "" : view_date_short(view, request->due));
    MessageArg args[WHEN_ARGS] = {message_list("days", sides.days, sides.day_count),
                                  message_list("parts", sides.parts, sides.part_count),
                                  message_text("due", due)};

    if (sides.day_count > 0) {
        return view_fill(view, TEXT_CHECK_WHEN_DAYS, args, WHEN_ARGS);
    }
    return view_fill(view, due.size > 0 ? TEXT_CHECK_WHEN_BEFORE : TEXT_CHECK_WHEN_PARTS, args,
                     WHEN_ARGS);
}

/* ---- the other rows ---------------------------------------------------------------------- */

static TextKey reach_text(RequestHow how)
{
    switch (how) {
    case REQUEST_HOW_SMS: return TEXT_CHECK_REACH_SMS;
    case REQUEST_HOW_APP: return TEXT_CHECK_REACH_APP;
    case REQUEST_HOW_MAIL: return TEXT_CHECK_REACH_MAIL;
    case REQUEST_HOW_NONE:
    case REQUEST_HOW_CALL:
    case REQUEST_HOW_VIA: break;
    }
    return TEXT_CHECK_REACH_CALL;
}

const char *check_words_reach(const View *view, const Request *request)
{
    const char *reach = view_text(view, reach_text(request->how));
    MessageArg args[] = {message_text("how", str_of(reach)), message_date("date", request->due)};

    if (request->how == REQUEST_HOW_CALL || request->due.year == 0) {
        return reach;
    }
    return view_fill(view, TEXT_CHECK_REACH_BEFORE, args, 2);
}

const char *check_words_name(const View *view, const Request *request)
{
    if (request->name[0] == '\0') {
        return view_text(view, TEXT_NAME_NONE);
    }
    if (request->name_latin[0] == '\0') {
        return request->name;
    }
    return ui_format(view->ui, "%s" DIVIDER "%s", request->name, request->name_latin);
}

const char *check_words_language(const View *view, const Request *request)
{
    const char *name = view_str(label_of(view, "talk", request->lang));

    switch (request->interpreter) {
    case REQUEST_ANSWER_YES:
        return ui_format(view->ui, "%s" DIVIDER "%s", name,
                         view_text(view, TEXT_CHECK_INTERPRETER));
    case REQUEST_ANSWER_NO:
        return ui_format(view->ui, "%s" DIVIDER "%s", name,
                         view_text(view, TEXT_CHECK_NO_INTERPRETER));
    case REQUEST_ANSWER_NONE: break;
    }
    return name;
}
