/* app_prep.c - see app_prep.h. */
#include "app_prep.h"

#include "app.h"
#include "app_nav.h"
#include "check.h"
#include "str.h"

/* The value of a row that excludes every other one: ik ga alleen. */
#define ONLY "only"

static const char *const LISTS[APP_PREP_COUNT] = {
    [APP_PREP_GOOD] = "prep-good",      [APP_PREP_HOME] = "prep-home",
    [APP_PREP_DONE] = "prep-done",      [APP_PREP_WANT] = "prep-want",
    [APP_PREP_WITH] = "prep-with",      [APP_PREP_ASK] = "prep-ask",
    [APP_PREP_SCHOOL] = "agree-school", [APP_PREP_PARENT] = "agree-ouder",
    [APP_PREP_CHILD] = "agree-kind",    [APP_PREP_AGAIN] = "agree-when",
};

static bool is_part(int part)
{
    return part >= 0 && part < APP_PREP_COUNT;
}

const char *app_prep_list(int part)
{
    check(is_part(part));
    return LISTS[part];
}

bool app_prep_has_when(int part)
{
    return part == APP_PREP_SCHOOL || part == APP_PREP_PARENT || part == APP_PREP_CHILD;
}

int app_prep_count(const App *app, int part)
{
    const AppPrepSaid *said;
    int count = 0;

    check(is_part(part));
    said = &app->visitor.prep.parts[part];
    for (unsigned left = said->chosen; left != 0; left &= left - 1) {
        count++;
    }
    return count + (said->own[0] != '\0' ? 1 : 0);
}

bool app_prep_any(const App *app, int first, int count)
{
    for (int part = first; part < first + count; part++) {
        if (app_prep_count(app, part) > 0 || app->visitor.prep.parts[part].when != 0) {
            return true;
        }
    }
    return false;
}

int app_prep_typed(const App *app)
{
    int part = app_place(app)->arg;

    check(is_part(part));
    return part;
}

/* ---- choosing ---------------------------------------------------------------------------- */

/* Rows that no other row goes with. */
static unsigned only_rows(const List *list)
{
    unsigned rows = 0;

    for (int i = 0; i < list->count; i++) {
        rows |= str_equal(list->items[i].value, STR(ONLY)) ? 1U << i : 0U;
    }
    return rows;
}

/* The next talk is at one moment, so there another row takes the place of the first. */
static void choose(AppPrepSaid *said, const List *list, int part, int row)
{
    unsigned bit = 1U << row;
    unsigned only = part == APP_PREP_AGAIN ? ~0U : only_rows(list);

    if ((said->chosen & bit) != 0) {
        said->chosen &= ~bit;
    } else {
        said->chosen = (only & bit) != 0 ? bit : (said->chosen & ~only) | bit;
    }
}

static bool is_row(const Content *content, const char *name, int row)
{
    const List *list = content_list(content, str_of(name));

    return list != NULL && row >= 0 && row < list->count;
}

/* The part that the present screen is about, or -1. */
static int part_here(const App *app)
{
    const AppPlace *place = app_place(app);

    return place->screen == SCREEN_PREP_SAY && is_part(place->arg) ? place->arg : -1;
}

static void say(App *app, const Content *content, int row)
{
    int part = part_here(app);

    if (part >= 0 && is_row(content, LISTS[part], row)) {
        choose(&app->visitor.prep.parts[part], content_list(content, str_of(LISTS[part])), part,
               row);
    }
}

/* A second tap takes the moment away. */
static void say_when(App *app, const Content *content, int row)
{
    int part = part_here(app);

    if (app_prep_has_when(part) && is_row(content, LISTS[APP_PREP_AGAIN], row)) {
        AppPrepSaid *said = &app->visitor.prep.parts[part];
        said->when = said->when == row + 1 ? 0 : row + 1;
    }
}

static void open_part(App *app, ScreenId screen, int part)
{
    if (is_part(part)) {
        app_nav_go(app, (AppPlace){.screen = screen, .arg = part});
    }
}

static void leave_to(App *app, int screen)
{
    if (screen == SCREEN_PREP || screen == SCREEN_AGREE) {
        app_nav_back_to(app, (ScreenId)screen);
    }
}

void app_prep_act(App *app, const Content *content, MsgAct act)
{
    switch (act.kind) {
    case ACT_PREP_PART: open_part(app, SCREEN_PREP_SAY, act.arg); break;
    case ACT_PREP_WRITE: open_part(app, SCREEN_PREP_TYPE, act.arg); break;
    case ACT_PREP_SAY: say(app, content, act.arg); break;
    case ACT_PREP_WHEN: say_when(app, content, act.arg); break;
    case ACT_PREP_CHANGE: leave_to(app, act.arg); break;
    }
}
