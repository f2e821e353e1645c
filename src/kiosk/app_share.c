/* app_share.c - see app_share.h. */
#include "app_share.h"

#include <string.h>

#include "app.h"
#include "app_effects.h"
#include "app_nav.h"
#include "check.h"

static bool is_child(const App *app)
{
    return app->visitor.mode == APP_MODE_YOUNG || app->visitor.mode == APP_MODE_READING;
}

Str app_share_list(const App *app)
{
    return is_child(app) ? STR("share-say-child") : STR("share-say");
}

/* ---- what is sealed ---------------------------------------------------------------------- */

void app_share_week(const App *app, char out[WHEN_WEEK_BYTES])
{
    Date today;

    out[0] = '\0';
    if (app_today(app, &today)) {
        when_format_week(today, out);
    }
}

static Str topic_of(const AppShare *share, const Content *content)
{
    int row = share->topic - 1;
    const List *list = content_list(content, STR("child-about"));

    if (share->child) {
        return list != NULL && row < list->count ? list->items[row].id : STR("");
    }
    return row < content_situation_count(content, AUDIENCE_PARENT)
               ? content_situation(content, AUDIENCE_PARENT, row)->id
               : STR(APP_SHARE_OTHER);
}

static void lines_of(const App *app, const Content *content, SignalStory *out)
{
    const List *list = content_list(content, app_share_list(app));

    for (int i = 0; list != NULL && i < list->count && i < SIGNAL_LINES_MAX; i++) {
        if ((app->visitor.share.lines & (1U << i)) != 0) {
            check(
                str_copy(list->items[i].id, out->lines[out->line_count], REQUEST_TOPIC_BYTES_MAX));
            out->line_count++;
        }
    }
}

void app_share_story(const App *app, const Content *content, SignalStory *out)
{
    const AppShare *share = &app->visitor.share;

    memset(out, 0, sizeof *out);
    out->who = share->child ? REQUEST_WHO_CHILD : REQUEST_WHO_PARENT;
    out->mood = share->mood;
    app_share_week(app, out->week);
    check(str_copy(content_language(content, app->visitor.language)->code, out->lang,
                   sizeof out->lang));
    if (share->topic > 0) {
        check(str_copy(topic_of(share, content), out->topics[0], REQUEST_TOPIC_BYTES_MAX));
        out->topic_count = 1;
    }
    lines_of(app, content, out);
    check(str_copy(str_of(share->text), out->text, sizeof out->text));
}

/* ---- the road ---------------------------------------------------------------------------- */

static ScreenId next_step(ScreenId now)
{
    switch ((int)now) {
    case SCREEN_SHARE_MOOD: return SCREEN_SHARE_TOPIC;
    case SCREEN_SHARE_TOPIC: return SCREEN_SHARE_SAY;
    case SCREEN_SHARE_SAY: return SCREEN_SHARE_CHECK;
    case SCREEN_TELL_MOOD: return SCREEN_TELL_TOPIC;
    case SCREEN_TELL_TOPIC: return SCREEN_TELL_SAY;
    case SCREEN_TELL_SAY: return SCREEN_TELL_CHECK;
    }
    return now;
}

/* A step opened with Wijzig has the check screen below it in the history. */
static bool is_changing(const App *app, ScreenId check_screen)
{
    for (int i = 0; i < app->visitor.depth; i++) {
        if (app->visitor.history[i].screen == check_screen) {
            return true;
        }
    }
    return false;
}

bool app_share_can_go_on(const App *app)
{
    ScreenId now = app_place(app)->screen;

    return (now != SCREEN_SHARE_MOOD && now != SCREEN_TELL_MOOD) || app->visitor.share.mood > 0;
}

static void go_on(App *app)
{
    ScreenId check_screen = is_child(app) ? SCREEN_TELL_CHECK : SCREEN_SHARE_CHECK;
    ScreenId next = next_step(app_place(app)->screen);

    if (!app_share_can_go_on(app)) {
        return;
    }
    if (is_changing(app, check_screen)) {
        app_nav_back_to(app, check_screen);
    } else {
        app_nav_screen(app, next);
    }
}

/* Answers of somebody else than who stands here now begin again. */
static void start(App *app)
{
    AppShare *share = &app->visitor.share;

    if (!app->status.can_save) {
        app_nav_screen(app, is_child(app) ? SCREEN_CHILD_HELP : SCREEN_NOT_ENROLLED);
        return;
    }
    if (share->child != is_child(app)) {
        explicit_bzero(share, sizeof *share);
        share->child = is_child(app);
    }
    app_nav_screen(app, share->child ? SCREEN_TELL_MOOD : SCREEN_SHARE_MOOD);
}

/* ---- answers ----------------------------------------------------------------------------- */

static void choose_mood(AppShare *share, int mood)
{
    if (mood >= 1 && mood <= SIGNAL_MOOD_MAX) {
        share->mood = mood;
    }
}

/* A second tap takes a topic back: it may be left out. */
static void choose_topic(AppShare *share, const Content *content, int row)
{
    if (row >= 0 && row <= content_situation_count(content, AUDIENCE_PARENT)) {
        share->topic = share->topic == row + 1 ? 0 : row + 1;
    }
}

static void choose_line(App *app, const Content *content, int row, Effects *effects)
{
    const List *list = content_list(content, app_share_list(app));

    if (list == NULL || row < 0 || row >= list->count || row >= SIGNAL_LINES_MAX) {
        return;
    }
    app->visitor.share.lines ^= 1U << row;
    if (app->visitor.mode == APP_MODE_YOUNG) {
        app_effects_add(effects, EFFECT_SAY, row);
    }
}

/* Pictures of faces stand from best to worst. */
void app_share_pick(App *app)
{
    AppShare *share = &app->visitor.share;
    int picked = app->visitor.picked;

    if (app_place(app)->screen == SCREEN_TELL_MOOD) {
        choose_mood(share, SIGNAL_MOOD_MAX + 1 - picked);
    } else if (app_place(app)->screen == SCREEN_TELL_TOPIC) {
        share->topic = picked;
    }
    go_on(app);
}

int app_share_kept(const App *app)
{
    const AppShare *share = &app->visitor.share;

    if (app_place(app)->screen == SCREEN_TELL_MOOD) {
        return share->mood == 0 ? 0 : SIGNAL_MOOD_MAX + 1 - share->mood;
    }
    return app_place(app)->screen == SCREEN_TELL_TOPIC ? share->topic : 0;
}

/* Toch niet: nothing of it is kept, and its sealed bytes, if there are any, are forgotten. */
static void not_after_all(App *app, Effects *effects)
{
    AppVisitor *visitor = &app->visitor;

    explicit_bzero(&visitor->share, sizeof visitor->share);
    explicit_bzero(&visitor->story, sizeof visitor->story);
    explicit_bzero(&visitor->typing, sizeof visitor->typing);
    app_effects_add(effects, EFFECT_FORGET, 0);
    app_nav_start(app);
}

void app_share_act(App *app, const Content *content, MsgAct act, Effects *effects)
{
    AppShare *share = &app->visitor.share;

    switch (act.kind) {
    case ACT_SHARE_START: start(app); break;
    case ACT_SHARE_MOOD: choose_mood(share, act.arg); break;
    case ACT_SHARE_TOPIC: choose_topic(share, content, act.arg); break;
    case ACT_SHARE_LINE: choose_line(app, content, act.arg, effects); break;
    case ACT_SHARE_NEXT: go_on(app); break;
    case ACT_SHARE_CHANGE: app_nav_screen(app, (ScreenId)act.arg); break;
    case ACT_SHARE_NOT: not_after_all(app, effects); break;
    }
}
