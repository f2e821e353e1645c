/* app_child.c - see app_child.h. */
#include "app_child.h"

#include "app.h"
#include "app_ask.h"
#include "app_effects.h"
#include "app_nav.h"

static AppChild *child_of(App *app)
{
    return &app->visitor.child;
}

int app_child_kept(const App *app)
{
    const AppChild *child = &app->visitor.child;

    switch ((int)app_place(app)->screen) {
    case SCREEN_CARD_WHERE: return child->where;
    case SCREEN_CARD_WHAT: return child->what;
    case SCREEN_CARD_WHO: return child->who;
    case SCREEN_ASK_ABOUT: return child->about;
    case SCREEN_ASK_HOW: return child->route;
    case SCREEN_ASK_VIA: return child->person;
    case SCREEN_ASK_GROUP: return child->group;
    case SCREEN_TELL_MOOD:
    case SCREEN_TELL_TOPIC: return app_share_kept(app);
    case SCREEN_CHILD_STORY: return app_place(app)->page + 1; /* the picture one was at */
    }
    return 0;
}

/* ---- opening ----------------------------------------------------------------------------- */

static void enter(App *app, int picked)
{
    bool reading = picked == 2;
    AppMode mode = reading ? APP_MODE_READING : APP_MODE_YOUNG;

    if (mode != app->visitor.mode) {
        child_of(app)->group = 0; /* the same number is another group there */
    }
    app->visitor.mode = mode;
    app_nav_screen(app, reading ? SCREEN_READING_HOME : SCREEN_CHILD_HOME);
}

static void open_story(App *app, const Content *content, Str id)
{
    int topic = content_topic_find(content, AUDIENCE_CHILD, id);

    if (topic >= 0) {
        app_nav_go(app, (AppPlace){.screen = SCREEN_CHILD_STORY, .arg = topic});
    }
}

static void open_tile(App *app, const Content *content, int tile)
{
    switch (tile) {
    case APP_CHILD_FEELINGS: app_nav_screen(app, SCREEN_FEELINGS); break;
    case APP_CHILD_CARD: app_nav_screen(app, SCREEN_CARD_WHERE); break;
    case APP_CHILD_TALK: app_nav_screen(app, SCREEN_ASK_ABOUT); break;
    case APP_CHILD_PRIVACY: open_story(app, content, STR("wie-leest-mee")); break;
    }
}

static void open_home(App *app, const Content *content, int picked)
{
    bool reading = app->visitor.mode == APP_MODE_READING;
    Audience audience = reading ? AUDIENCE_YOUTH : AUDIENCE_CHILD;
    int count = content_situation_count(content, audience);
    int topic;

    if (picked > count) {
        open_tile(app, content, picked - count - 1);
        return;
    }
    topic = content_situation(content, audience, picked - 1)->questions[0].topic;
    app_nav_go(app,
               (AppPlace){.screen = reading ? SCREEN_TOPIC : SCREEN_CHILD_STORY, .arg = topic});
}

static void open_more(App *app, const Content *content, int picked)
{
    const List *list = content_list(content, STR("youth-more"));

    if (list != NULL && picked <= list->count) {
        app_nav_go(app, (AppPlace){.screen = SCREEN_TOPIC, .arg = list->items[picked - 1].topic});
    }
}

static void open_feel(App *app, const Content *content, int picked)
{
    switch (picked - 1) {
    case APP_CHILD_BREATHE: app_nav_screen(app, SCREEN_BREATHE); break;
    case APP_CHILD_FEEL_TALK: app_nav_screen(app, SCREEN_ASK_ABOUT); break;
    case APP_CHILD_FEEL_CLASS: open_story(app, content, STR("niet-fijn")); break;
    case APP_CHILD_FEEL_HELP: app_nav_screen(app, SCREEN_CHILD_HELP); break;
    }
}

/* Open what is outlined. */
static void go(App *app, const Content *content)
{
    int picked = app->visitor.picked;

    if (picked == 0) {
        return;
    }
    switch ((int)app_place(app)->screen) {
    case SCREEN_CHILD_ENTRY: enter(app, picked); break;
    case SCREEN_CHILD_HOME:
    case SCREEN_READING_HOME: open_home(app, content, picked); break;
    case SCREEN_READING_MORE: open_more(app, content, picked); break;
    case SCREEN_FEELINGS:
        app_nav_go(app, (AppPlace){.screen = SCREEN_FEELING, .arg = picked - 1});
        break;
    case SCREEN_FEELING: open_feel(app, content, picked); break;
    case SCREEN_CARD_WHERE:
        child_of(app)->where = picked;
        app_nav_screen(app, SCREEN_CARD_WHAT);
        break;
    case SCREEN_CARD_WHAT:
        child_of(app)->what = picked;
        app_nav_screen(app, SCREEN_CARD_WHO);
        break;
    case SCREEN_CARD_WHO:
        child_of(app)->who = picked;
        app_nav_screen(app, SCREEN_CARD);
        break;
    case SCREEN_ASK_ABOUT:
    case SCREEN_ASK_HOW:
    case SCREEN_ASK_VIA:
    case SCREEN_ASK_GROUP: app_ask_go(app, content); break;
    case SCREEN_TELL_MOOD:
    case SCREEN_TELL_TOPIC: app_share_pick(app); break;
    }
}

/* ---- tapping ----------------------------------------------------------------------------- */

/* How many tiles the present screen has: a number from elsewhere is not taken. */
static int tile_count(const App *app, const Content *content)
{
    enum { STORY = 4, FEEL = 4, ENTRY = 2, EXTRA = 3, EXTRA_YOUNG = 4 };
    const List *list = NULL;

    switch ((int)app_place(app)->screen) {
    case SCREEN_CHILD_ENTRY: return ENTRY;
    case SCREEN_CHILD_HOME: return content_situation_count(content, AUDIENCE_CHILD) + EXTRA_YOUNG;
    case SCREEN_READING_HOME: return content_situation_count(content, AUDIENCE_YOUTH) + EXTRA;
    case SCREEN_CHILD_STORY: return STORY;
    case SCREEN_FEELING: return FEEL;
    case SCREEN_ASK_HOW: return CHILD_ROUTE_COUNT;
    case SCREEN_ASK_VIA: return APP_ASK_WHO_COUNT;
    case SCREEN_ASK_GROUP: return app_ask_group_count(app);
    case SCREEN_TELL_MOOD: return SIGNAL_MOOD_MAX;
    case SCREEN_TELL_TOPIC:
    case SCREEN_ASK_ABOUT: list = content_list(content, STR("child-about")); break;
    case SCREEN_READING_MORE: list = content_list(content, STR("youth-more")); break;
    case SCREEN_FEELINGS: list = content_list(content, STR("feelings")); break;
    case SCREEN_CARD_WHERE: list = content_list(content, STR("card-where")); break;
    case SCREEN_CARD_WHAT: list = content_list(content, STR("card-what")); break;
    case SCREEN_CARD_WHO: list = content_list(content, STR("card-who")); break;
    }
    return list == NULL ? 0 : list->count;
}

/* The register of a tap: only the entry and the pictures of a story wait for the check, and
 * everything a young child taps. */
static bool opens_at_once(const App *app)
{
    ScreenId screen = app_place(app)->screen;

    return app->visitor.mode == APP_MODE_READING && screen != SCREEN_CHILD_ENTRY &&
           screen != SCREEN_CHILD_STORY;
}

static void pick(App *app, const Content *content, int tile, Effects *effects)
{
    if (tile < 0 || tile >= tile_count(app, content)) {
        return;
    }
    app->visitor.picked = tile + 1;
    if (app_place(app)->screen == SCREEN_CHILD_STORY) {
        app_nav_keep_page(app, tile);
    }
    if (opens_at_once(app)) {
        go(app, content);
    } else {
        app_effects_add(effects, EFFECT_SAY, tile);
    }
}

static void anew(App *app)
{
    AppChild *child = child_of(app);

    child->where = 0;
    child->what = 0;
    child->who = 0;
    app_nav_back_to(app, SCREEN_CARD_WHERE);
}

void app_child_act(App *app, const Content *content, MsgAct act, Effects *effects)
{
    switch (act.kind) {
    case ACT_PICK: pick(app, content, act.arg, effects); break;
    case ACT_PICK_GO: go(app, content); break;
    case ACT_CARD_ANEW: anew(app); break;
    case ACT_ASK_NEXT:
    case ACT_ASK_WHOSE:
    case ACT_ASK_NAMELESS:
    case ACT_ASK_CHANGE: app_ask_act(app, content, act); break;
    }
}
