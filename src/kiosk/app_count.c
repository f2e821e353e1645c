/* app_count.c - see app_count.h. */
#include "app_count.h"

#include "app_effects.h"
#include "check.h"

/* Pages with a number for danger or for somebody to talk to at once. Opening one may say something
 * about a child at home: it leaves nothing behind, not even a count (flows.md "help"). */
static const char *const NEVER[] = {
    "onveilig", "snel-hulp", "voor-grootouders", "hulplijnen", "niet-fijn-op-school",
};

bool app_count_is_allowed(const Topic *topic)
{
    if (topic->audience == AUDIENCE_CHILD) {
        return false;
    }
    for (size_t i = 0; i < sizeof NEVER / sizeof NEVER[0]; i++) {
        if (str_equal(topic->id, str_of(NEVER[i]))) {
            return false;
        }
    }
    return true;
}

static bool is_opened(const App *app, int depth)
{
    const AppPlace *now = app_place(app);
    const AppPlace *before = app->visitor.depth > 0 ? now - 1 : now;

    return app->visitor.depth == depth + 1 && now->screen == SCREEN_TOPIC &&
           (before->screen != SCREEN_TOPIC || before->arg != now->arg);
}

void app_count_opened(const App *app, const Content *content, int depth, Effects *effects)
{
    AppMode mode = app->visitor.mode;
    char key[MSG_ID_BYTES_MAX];
    Buf buf = buf_init(key, sizeof key);

    if (!is_opened(app, depth) || (mode != APP_MODE_PARENT && mode != APP_MODE_READING)) {
        return;
    }
    const Topic *topic = content_topic(content, LANGUAGE_DUTCH, app_place(app)->arg);
    buf_add(&buf, STR("topic."));
    buf_add(&buf, topic->id);
    if (app_count_is_allowed(topic) && !buf.overflow) {
        app_effects_named(effects, EFFECT_COUNT, str_of(key));
    }
}
