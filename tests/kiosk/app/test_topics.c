/* test_topics.c - no topic is an orphan: from the welcome screen, by taps alone, every topic of the
 * content is opened in the register it is written for; and how many taps away it is. Searching is
 * left out on purpose: who does not know the word must find it too. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "stage.h"

enum { SEEN_MAX = 4096, TAPS_TO_A_SITUATION = 3, TAPS_MAX = 6, TOPICS_MAX = 512 };

/* One place a visitor can come to, and after how many taps. */
typedef struct Seen {
    App app;
    int taps;
} Seen;

static Stage stage;
static Seen *seen;
static int seen_count;
static int taps_to[TOPICS_MAX]; /* 0 = never opened */

static int setup(void **state)
{
    (void)state;
    stage_open(&stage, STAGE_PORTRAIT);
    seen = calloc(SEEN_MAX, sizeof *seen);
    seen_count = 0;
    memset(taps_to, 0, sizeof taps_to);
    return seen == NULL ? -1 : 0;
}

static int teardown(void **state)
{
    (void)state;
    free(seen);
    stage_close(&stage);
    return 0;
}

/* Choosing what to read, and nothing that asks, sends or changes the look. */
static bool is_reading(UiAction action)
{
    switch (action.kind) {
    case ACT_PARENT:
    case ACT_CHILD:
    case ACT_SITUATION:
    case ACT_QUESTION:
    case ACT_TOPIC:
    case ACT_PAGE:
    case ACT_LETTER:
    case ACT_PICK:
    case ACT_PICK_GO: return true;
    case ACT_GO: return action.arg != SCREEN_SEARCH;
    }
    return false;
}

static bool is_place_to_read(ScreenId screen)
{
    static const ScreenId screens[] = {
        SCREEN_WELCOME, SCREEN_HOME,        SCREEN_QUESTIONS,    SCREEN_TOPIC,
        SCREEN_LETTERS, SCREEN_LETTER,      SCREEN_ABOUT,        SCREEN_ABOUT_MORE,
        SCREEN_DID,     SCREEN_CHILD_ENTRY, SCREEN_CHILD_HOME,   SCREEN_CHILD_STORY,
        SCREEN_HELP,    SCREEN_CHILD_HELP,  SCREEN_READING_HOME, SCREEN_READING_MORE};

    for (size_t i = 0; i < sizeof screens / sizeof screens[0]; i++) {
        if (screens[i] == screen) {
            return true;
        }
    }
    return false;
}

static bool is_same(const App *a, const App *b)
{
    const AppPlace *at = app_place(a), *to = app_place(b);

    return at->screen == to->screen && at->arg == to->arg && at->page == to->page &&
           a->visitor.mode == b->visitor.mode && a->visitor.picked == b->visitor.picked;
}

static Audience register_of(AppMode mode)
{
    return mode == APP_MODE_PARENT  ? AUDIENCE_PARENT
           : mode == APP_MODE_YOUNG ? AUDIENCE_CHILD
                                    : AUDIENCE_YOUTH;
}

/* A topic counts when it is read in its own register, on the screen of that register. */
static void note_topic(const App *app, int taps)
{
    const AppPlace *place = app_place(app);
    ScreenId wanted = app->visitor.mode == APP_MODE_YOUNG ? SCREEN_CHILD_STORY : SCREEN_TOPIC;

    if (place->screen != wanted || taps_to[place->arg] > 0) {
        return;
    }
    if (content_topic(stage.content, LANGUAGE_DUTCH, place->arg)->audience ==
        register_of(app->visitor.mode)) {
        taps_to[place->arg] = taps;
    }
}

static void note(const App *app, int taps)
{
    if (!is_place_to_read(app_place(app)->screen)) {
        return;
    }
    for (int i = 0; i < seen_count; i++) {
        if (is_same(&seen[i].app, app)) {
            return;
        }
    }
    assert_true(seen_count < SEEN_MAX);
    seen[seen_count++] = (Seen){*app, taps};
    note_topic(app, taps);
}

/* Breadth first, so that the first way found is a shortest one. */
static void walk(void)
{
    note(stage.app, 0);
    for (int i = 0; i < seen_count; i++) {
        static Ui ui;
        app_view(&ui, &seen[i].app, stage.content);
        for (int node = 0; node < ui.count; node++) {
            const UiNode *there = ui_node(&ui, node);
            if (ui_is_interactive(there) && is_reading(there->box.action)) {
                *stage.app = seen[i].app;
                stage_act(&stage, there->box.action.kind, there->box.action.arg);
                note(stage.app, seen[i].taps + 1);
            }
        }
    }
}

static void test_every_topic_can_be_opened_in_its_register_by_taps_alone(void **state)
{
    int orphans = 0, farthest = 0;

    (void)state;
    walk();
    assert_in_range(content_topic_count(stage.content), 1, TOPICS_MAX);
    for (int i = 0; i < content_topic_count(stage.content); i++) {
        const Topic *topic = content_topic(stage.content, LANGUAGE_DUTCH, i);
        if (taps_to[i] == 0) {
            print_error("nobody comes to %s (audience %d)\n", topic->id.data, topic->audience);
            orphans++;
        }
        farthest = taps_to[i] > farthest ? taps_to[i] : farthest;
    }
    print_message("%d topics from %d places, the farthest %d taps away\n",
                  content_topic_count(stage.content), seen_count, farthest);
    assert_int_equal(orphans, 0);
    assert_true(farthest <= TAPS_MAX);
}

/* Welcome, the door, a situation, a question. */
static void test_a_topic_of_a_situation_is_three_taps_away(void **state)
{
    (void)state;
    walk();
    for (int i = 0; i < content_situation_count(stage.content, AUDIENCE_PARENT); i++) {
        const Situation *situation = content_situation(stage.content, AUDIENCE_PARENT, i);
        for (int j = 0; j < situation->question_count; j++) {
            assert_in_range(taps_to[situation->questions[j].topic], 1, TAPS_TO_A_SITUATION);
        }
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_every_topic_can_be_opened_in_its_register_by_taps_alone),
        TEST(test_a_topic_of_a_situation_is_three_taps_away),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
