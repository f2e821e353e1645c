/* app_fix.c - see app_fix.h. */
#include "app_fix.h"

#include <string.h>

#include "app.h"
#include "app_effects.h"
#include "app_nav.h"
#include "check.h"

/* The page a reader stood on: the nearest place below that is no part of this form or a sheet. */
static const AppPlace *page_of(const App *app)
{
    int at = app->visitor.depth;

    while (at > 0 && app->visitor.history[at].screen != SCREEN_FIX) {
        at--;
    }
    return &app->visitor.history[at > 0 ? at - 1 : 0];
}

/* ---- which page -------------------------------------------------------------------------- */

static Language topic_language(const App *app, const AppPlace *place)
{
    return place->dutch ? LANGUAGE_DUTCH : app->visitor.language;
}

static void topic_id(const Topic *topic, Buf *out)
{
    static const char *const audiences[] = {
        [AUDIENCE_PARENT] = "parent.", [AUDIENCE_CHILD] = "child.", [AUDIENCE_YOUTH] = "youth."};

    buf_add(out, str_of(audiences[topic->audience]));
    buf_add(out, topic->id);
}

static const ListItem *letter_of(const Content *content, const AppPlace *place)
{
    const List *list = content_list(content, STR("letters"));

    return list != NULL && place->arg >= 0 && place->arg < list->count ? &list->items[place->arg]
                                                                       : NULL;
}

static bool is_topic(const AppPlace *place)
{
    return place->screen == SCREEN_TOPIC || place->screen == SCREEN_CHILD_STORY;
}

/* "parent.opp", "child.zeggen", "letters.tlv", or the name of the screen: "about". */
static void page_id(const App *app, const Content *content, Buf *out)
{
    const AppPlace *place = page_of(app);
    const ListItem *letter = letter_of(content, place);

    if (is_topic(place)) {
        topic_id(content_topic(content, topic_language(app, place), place->arg), out);
    } else if (place->screen == SCREEN_LETTER && letter != NULL) {
        buf_add(out, STR("letters."));
        buf_add(out, letter->id);
    } else {
        buf_add(out, str_of(app_screen(place->screen)->prefix));
    }
}

Str app_fix_title(const App *app, const Content *content, Language *lang)
{
    const AppPlace *place = page_of(app);
    const ListItem *letter = letter_of(content, place);

    *lang = app->visitor.language;
    if (is_topic(place)) {
        const Topic *topic = content_topic(content, topic_language(app, place), place->arg);
        *lang = topic->language;
        return topic->title;
    }
    if (place->screen == SCREEN_LETTER && letter != NULL) {
        return content_item_label(content, *lang, STR("letters"), letter->id, STR(""));
    }
    return content_text(content, *lang, TEXT_ABOUT_TITLE);
}

void app_fix_signal(const App *app, const Content *content, SignalFix *out)
{
    const AppFix *fix = &app->visitor.fix;
    bool child = app->visitor.mode == APP_MODE_READING || app->visitor.mode == APP_MODE_YOUNG;
    Language lang;

    memset(out, 0, sizeof *out);
    Buf page = buf_init(out->page, sizeof out->page);
    out->who = child ? REQUEST_WHO_CHILD : REQUEST_WHO_PARENT;
    out->fault = fix->fault;
    app_share_week(app, out->week);
    page_id(app, content, &page);
    (void)app_fix_title(app, content, &lang);
    check(str_copy(content_language(content, lang)->code, out->lang, sizeof out->lang));
    check(str_copy(str_of(fix->text), out->text, sizeof out->text));
}

/* ---- actions ----------------------------------------------------------------------------- */

static void start(App *app)
{
    if (app->status.can_save) {
        app_nav_screen(app, SCREEN_FIX);
    } else {
        app_nav_screen(app, app_nav_help(app)); /* people, when nothing can be sent */
    }
}

static void forget(AppVisitor *visitor)
{
    explicit_bzero(&visitor->fix, sizeof visitor->fix);
    explicit_bzero(&visitor->fault, sizeof visitor->fault);
    explicit_bzero(&visitor->typing, sizeof visitor->typing);
}

static void back_to_page(App *app)
{
    app_nav_back_to(app, SCREEN_FIX);
    (void)app_nav_back(app);
}

void app_fix_done(App *app)
{
    forget(&app->visitor);
    back_to_page(app);
    app_nav_screen(app, SCREEN_FIX_DONE);
}

static void choose(AppFix *fix, int fault)
{
    if (fault > SIGNAL_FAULT_NONE && fault < SIGNAL_FAULT_COUNT) {
        fix->fault = fix->fault == (SignalFault)fault ? SIGNAL_FAULT_NONE : (SignalFault)fault;
    }
}

void app_fix_act(App *app, MsgAct act, Effects *effects)
{
    switch (act.kind) {
    case ACT_FIX_START: start(app); break;
    case ACT_FIX_FAULT: choose(&app->visitor.fix, act.arg); break;
    case ACT_FIX_NOT:
        forget(&app->visitor);
        app_effects_add(effects, EFFECT_FORGET, 0);
        back_to_page(app);
        break;
    }
}
