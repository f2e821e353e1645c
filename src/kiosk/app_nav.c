/* app_nav.c - see app_nav.h. history[0] is always welcome; history[depth] is now. */
#include "app_nav.h"

#include <string.h>

#include "app_time.h"
#include "check.h"

static AppPlace *now(App *app)
{
    return &app->visitor.history[app->visitor.depth];
}

static AppField field_of(ScreenId screen)
{
    static const struct {
        ScreenId screen;
        AppField field;
    } fields[] = {
        {SCREEN_CALL_NUMBER, APP_FIELD_PHONE},      {SCREEN_CALL_MAIL, APP_FIELD_MAIL},
        {SCREEN_CALL_TYPE_NAME, APP_FIELD_NAME},    {SCREEN_CALL_NOTE, APP_FIELD_NOTE},
        {SCREEN_SEARCH, APP_FIELD_SEARCH},          {SCREEN_ASK_PERSON, APP_FIELD_ADULT},
        {SCREEN_ASK_NUMBER, APP_FIELD_CHILD_PHONE}, {SCREEN_ASK_NAME, APP_FIELD_CHILD_NAME},
        {SCREEN_PREP_TYPE, APP_FIELD_PREP},         {SCREEN_SHARE_WRITE, APP_FIELD_SHARE},
        {SCREEN_FIX_WRITE, APP_FIELD_FIX},
    };
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) {
        if (fields[i].screen == screen) {
            return fields[i].field;
        }
    }
    return APP_FIELD_NONE;
}

/* The mode follows the screen; sheets (KEEP) leave it as it was. */
static void take_mode(App *app, ScreenId screen)
{
    ScreenHome home = app_screen(screen)->home;
    AppMode mode = app->visitor.mode;

    if (home == SCREEN_HOME_NONE) {
        app->visitor.mode = APP_MODE_NONE;
    } else if (home == SCREEN_HOME_PARENT) {
        app->visitor.mode = APP_MODE_PARENT;
    } else if (home == SCREEN_HOME_CHILD && mode != APP_MODE_READING) {
        app->visitor.mode = APP_MODE_YOUNG;
    }
}

static void arrive(App *app)
{
    ScreenId screen = now(app)->screen;

    take_mode(app, screen);
    app->visitor.word = 0;
    app->visitor.picked = app_child_kept(app);
    app_typing_begin(app, field_of(screen));
    app_time_ring(app);
    app->visitor.calm_ms = -APP_CALM_PRESS_MS; /* to be calm is to look at this screen */
}

static bool same(const AppPlace *a, const AppPlace *b)
{
    return a->screen == b->screen && a->arg == b->arg && a->page == b->page && a->dutch == b->dutch;
}

/* The oldest place after welcome is forgotten when the history is full. */
static void make_room(AppVisitor *visitor)
{
    if (visitor->depth + 1 < APP_HISTORY_MAX) {
        return;
    }
    memmove(&visitor->history[1], &visitor->history[2],
            (size_t)(visitor->depth - 1) * sizeof visitor->history[0]);
    visitor->depth--;
}

/* A child that looks at the letters or the language finds its tile outlined as before. */
static bool is_sheet(ScreenId screen)
{
    return screen == SCREEN_LANGUAGE || screen == SCREEN_DISPLAY;
}

void app_nav_go(App *app, AppPlace place)
{
    check(place.screen < SCREEN_COUNT);
    if (same(&place, now(app))) {
        return;
    }
    make_room(&app->visitor);
    now(app)->picked = is_sheet(place.screen) ? app->visitor.picked : 0;
    app->visitor.depth++;
    *now(app) = place;
    arrive(app);
}

void app_nav_keep_page(App *app, int page)
{
    now(app)->page = page;
}

void app_nav_screen(App *app, ScreenId screen)
{
    app_nav_go(app, (AppPlace){.screen = screen});
}

void app_nav_replace(App *app, AppPlace place)
{
    check(place.screen < SCREEN_COUNT && app->visitor.depth > 0);
    *now(app) = place;
    arrive(app);
}

static void drop(App *app)
{
    memset(now(app), 0, sizeof *now(app));
    app->visitor.depth--;
}

/* From one page of a screen to another of its pages: what is outlined stays so. */
static bool is_page(const AppPlace *from, const AppPlace *to)
{
    return from->screen == to->screen && from->arg == to->arg && from->page != to->page;
}

bool app_nav_back(App *app)
{
    if (app->visitor.depth == 0 || !app_screen(now(app)->screen)->has_back) {
        return false;
    }
    bool sheet = is_sheet(now(app)->screen);
    AppPlace left = *now(app);
    int picked = app->visitor.picked;
    drop(app);
    arrive(app);
    if (sheet && now(app)->picked != 0) {
        app->visitor.picked = now(app)->picked;
    } else if (is_page(&left, now(app))) {
        app->visitor.picked = picked;
    }
    return true;
}

void app_nav_back_to(App *app, ScreenId screen)
{
    int at = app->visitor.depth;

    while (at > 0 && app->visitor.history[at].screen != screen) {
        at--;
    }
    if (app->visitor.history[at].screen != screen) {
        app_nav_screen(app, screen);
        return;
    }
    while (app->visitor.depth > at) {
        drop(app);
    }
    arrive(app);
}

static ScreenId home_of(const App *app)
{
    switch (app->visitor.mode) {
    case APP_MODE_PARENT: return SCREEN_HOME;
    case APP_MODE_YOUNG: return SCREEN_CHILD_HOME;
    case APP_MODE_READING: return SCREEN_READING_HOME;
    case APP_MODE_NONE: break;
    }
    return SCREEN_WELCOME;
}

void app_nav_start(App *app)
{
    ScreenId home = home_of(app);

    while (app->visitor.depth > 0) {
        drop(app);
    }
    if (home == SCREEN_WELCOME) {
        arrive(app);
    } else {
        app_nav_screen(app, home);
    }
}

void app_nav_finish(App *app, ScreenId screen)
{
    app_nav_start(app);
    app_nav_screen(app, screen);
}

ScreenId app_nav_help(const App *app)
{
    AppMode mode = app->visitor.mode;

    return mode == APP_MODE_YOUNG || mode == APP_MODE_READING ? SCREEN_CHILD_HELP : SCREEN_HELP;
}
