/* app_act.c - see app_act.h. */
#include "app_act.h"

#include "app_call.h"
#include "app_child.h"
#include "app_effects.h"
#include "app_fix.h"
#include "app_nav.h"
#include "app_staff.h"
#include "app_prep.h"
#include "app_share.h"
#include "app_time.h"
#include "app_typing.h"
#include "check.h"

/* ---- the bar and the sheets -------------------------------------------------------------- */

static void stop(App *app, Effects *effects)
{
    app_wipe(app);
    app_effects_wipe(effects);
}

/* A second tap on the bar item of an open sheet closes it. */
static void go(App *app, int screen)
{
    if (screen < 0 || screen >= SCREEN_COUNT) {
        return;
    }
    if (app_place(app)->screen == (ScreenId)screen) {
        (void)app_nav_back(app);
    } else {
        app_nav_screen(app, (ScreenId)screen);
    }
}

static void read_aloud(App *app, Effects *effects)
{
    app->visitor.reading_aloud = !app->visitor.reading_aloud;
    app_effects_add(effects, app->visitor.reading_aloud ? EFFECT_READ : EFFECT_HUSH, 0);
}

static void choose_language(App *app, const Content *content, int language, Effects *effects)
{
    if (language < 0 || language >= content_language_count(content)) {
        return;
    }
    app->visitor.language = language;
    app_effects_add(effects, EFFECT_LANGUAGE, language);
}

static void choose_look(App *app, MsgAct act, Effects *effects)
{
    AppLook *look = &app->visitor.look;

    if (act.kind == ACT_SIZE && act.arg >= 0 && act.arg < TEXT_SIZE_COUNT) {
        look->size = (ThemeText)act.arg;
    } else if (act.kind == ACT_THEME && act.arg >= 0 && act.arg < LOOK_COUNT) {
        look->theme = (ThemeLook)act.arg;
    } else if (act.kind == ACT_LOW) {
        look->low = act.arg == 1;
    }
    app_effects_add(effects, EFFECT_LOOK, 0);
}

/* ---- reading ----------------------------------------------------------------------------- */

static void enter_parent(App *app)
{
    app_nav_screen(app, app->status.can_save ? SCREEN_HOME : SCREEN_NOT_ENROLLED);
}

/* A situation with one question opens that topic at once. */
static void open_situation(App *app, const Content *content, int index)
{
    const Situation *situation;

    if (index < 0 || index >= content_situation_count(content, AUDIENCE_PARENT)) {
        return;
    }
    situation = content_situation(content, AUDIENCE_PARENT, index);
    if (situation->question_count == 1) {
        app_nav_go(app, (AppPlace){.screen = SCREEN_TOPIC, .arg = situation->questions[0].topic});
    } else {
        app_nav_go(app, (AppPlace){.screen = SCREEN_QUESTIONS, .arg = index});
    }
}

static void open_question(App *app, const Content *content, int index)
{
    const AppPlace *place = app_place(app);
    const Situation *situation;

    if (place->screen != SCREEN_QUESTIONS) {
        return;
    }
    situation = content_situation(content, AUDIENCE_PARENT, place->arg);
    if (index >= 0 && index < situation->question_count) {
        app_nav_go(app,
                   (AppPlace){.screen = SCREEN_TOPIC, .arg = situation->questions[index].topic});
    }
}

/* A topic for young children is a story in pictures. */
static void open_topic(App *app, const Content *content, int topic)
{
    if (topic >= 0 && topic < content_topic_count(content)) {
        Audience audience = content_topic(content, LANGUAGE_DUTCH, topic)->audience;
        app_nav_go(app, (AppPlace){.screen = audience == AUDIENCE_CHILD ? SCREEN_CHILD_STORY
                                                                        : SCREEN_TOPIC,
                                   .arg = topic});
    }
}

/* Pages of one screen are walked through with Terug as well: the way back is the way here. */
static void turn_page(App *app, int page)
{
    AppPlace place = *app_place(app);
    const AppVisitor *visitor = &app->visitor;
    int picked = visitor->picked;

    if (page < 0 || page > APP_PAGES_MAX) {
        return;
    }
    place.page = page;
    if (visitor->depth > 0) {
        const AppPlace *before = &visitor->history[visitor->depth - 1];
        if (before->screen == place.screen && before->arg == place.arg && before->page == page) {
            (void)app_nav_back(app);
            return;
        }
    }
    app_nav_go(app, place);
    app->visitor.picked = picked; /* on whatever page it stands, the stage shows it */
}

/* The Dutch text of a topic, one tap away and one tap back. */
static void show_dutch(App *app, bool dutch)
{
    AppPlace place = *app_place(app);

    if (place.screen != SCREEN_TOPIC || place.dutch == dutch) {
        return;
    }
    place.dutch = dutch;
    place.page = 0;
    app_nav_replace(app, place);
}

static void open_word(App *app, const Content *content, int word)
{
    if (word >= 0 && word < content_word_count(content)) {
        app->visitor.word = word + 1;
    }
}

static void open_letter(App *app, const Content *content, int row)
{
    const List *list = content_list(content, STR("letters"));

    if (list != NULL && row >= 0 && row < list->count) {
        app_nav_go(app, (AppPlace){.screen = SCREEN_LETTER, .arg = row});
    }
}

/* Back closes a pop-up first. */
static void back(App *app)
{
    if (app->visitor.word != 0) {
        app->visitor.word = 0;
        return;
    }
    (void)app_nav_back(app);
}

/* ---- typing ------------------------------------------------------------------------------ */

/* The keys of an ending: what they add, in order. */
static void type_ending(App *app, int number)
{
    static const char *const endings[] = {".nl", ".com", "+31"};

    if (number < 0 || number >= (int)(sizeof endings / sizeof endings[0])) {
        return;
    }
    for (const char *at = endings[number]; *at != '\0'; at++) {
        app_typing_add(app, (uint32_t)(unsigned char)*at);
    }
}

static void type_done(App *app)
{
    const AppPlace *place = app_place(app);

    if (place->screen == SCREEN_SEARCH) {
        if (place->page == 0 && str_trim(str_of(app->visitor.query)).size > 0) {
            turn_page(app, 1);
        }
        return;
    }
    if (app_typing_accept(app)) {
        (void)app_nav_back(app);
    }
}

static void type(App *app, MsgAct act)
{
    AppTyping *typing = &app->visitor.typing;

    switch (act.kind) {
    case ACT_KEY: app_typing_add(app, app_typing_case(typing, (uint32_t)act.arg)); break;
    case ACT_KEY_BACKSPACE: app_typing_backspace(app); break;
    case ACT_KEY_SHIFT: typing->shift = !typing->shift; break;
    case ACT_KEY_LAYER: typing->layer = (AppLayer)act.arg; break;
    case ACT_KEY_CLEAR: app_typing_clear(app); break;
    case ACT_KEY_HIDE: typing->hidden = !typing->hidden; break;
    case ACT_KEY_WORD: type_ending(app, act.arg); break;
    case ACT_KEY_DONE: type_done(app); break;
    }
}

/* ---- which part of the program an action belongs to -------------------------------------- */

static void act_bar(App *app, const Content *content, MsgAct act, Effects *effects)
{
    switch (act.kind) {
    case ACT_BACK: back(app); break;
    case ACT_START: app_nav_start(app); break;
    case ACT_READ: read_aloud(app, effects); break;
    case ACT_GO: go(app, act.arg); break;
    case ACT_HELP: go(app, (int)app_nav_help(app)); break;
    case ACT_SAY: app_effects_add(effects, EFFECT_SAY, act.arg); break;
    case ACT_LANGUAGE: choose_language(app, content, act.arg, effects); break;
    case ACT_SIZE:
    case ACT_THEME:
    case ACT_LOW: choose_look(app, act, effects); break;
    }
}

static void act_reading(App *app, const Content *content, MsgAct act)
{
    switch (act.kind) {
    case ACT_PARENT: enter_parent(app); break;
    case ACT_CHILD: app_nav_screen(app, SCREEN_CHILD_ENTRY); break;
    case ACT_SITUATION: open_situation(app, content, act.arg); break;
    case ACT_QUESTION: open_question(app, content, act.arg); break;
    case ACT_TOPIC: open_topic(app, content, act.arg); break;
    case ACT_PAGE: turn_page(app, act.arg); break;
    case ACT_DUTCH: show_dutch(app, act.arg == 1); break;
    case ACT_WORD: open_word(app, content, act.arg); break;
    case ACT_WORD_CLOSE: app->visitor.word = 0; break;
    case ACT_LETTER: open_letter(app, content, act.arg); break;
    }
}

static void perform(App *app, const Content *content, MsgAct act, Effects *effects)
{
    if (act.kind == ACT_STOP || act.kind == ACT_DONE) {
        stop(app, effects);
    } else if (act.kind == ACT_LONGER) {
        app_time_ring(app);
    } else if (act.kind >= ACT_FIRST_BAR && act.kind <= ACT_LAST_BAR) {
        act_bar(app, content, act, effects);
    } else if (act.kind >= ACT_FIRST_READING && act.kind <= ACT_LAST_READING) {
        act_reading(app, content, act);
    } else if (act.kind >= ACT_FIRST_CALL && act.kind <= ACT_LAST_CALL) {
        app_call_act(app, content, act, effects);
    } else if (act.kind >= ACT_FIRST_PREP && act.kind <= ACT_LAST_PREP) {
        app_prep_act(app, content, act);
    } else if (act.kind >= ACT_FIRST_CHILD && act.kind <= ACT_LAST_CHILD) {
        app_child_act(app, content, act, effects);
    } else if (act.kind >= ACT_FIRST_STAFF && act.kind <= ACT_LAST_STAFF) {
        app_staff_act(app, act, effects);
    } else if (act.kind >= ACT_FIRST_SHARE && act.kind <= ACT_LAST_SHARE) {
        app_share_act(app, content, act, effects);
    } else if (act.kind >= ACT_FIRST_FIX && act.kind <= ACT_LAST_FIX) {
        app_fix_act(app, act, effects);
    } else if (act.kind >= ACT_FIRST_TYPING && act.kind <= ACT_LAST_TYPING) {
        type(app, act);
    }
}

void app_act(App *app, const Content *content, MsgAct act, Effects *effects)
{
    bool leaving = act.kind == ACT_STOP;
    bool warned = app->visitor.idle == APP_IDLE_WARNING;

    app_time_alive(app);
    if (!leaving && (warned || app->visitor.sending != APP_SENDING_NO)) {
        return;
    }
    perform(app, content, act, effects);
}
