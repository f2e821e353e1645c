/* test_told.c - what is told without a name is what its check screen showed, in both directions:
 * experiences of parents and of children, and faults in a page. And who only comes by, or takes it
 * back, sends nothing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "road.h"
#include "shown.h"

enum { STORIES = 250, FAULTS = 300, KIND_VISITS = 8, COMERS = 40, MOODS = SIGNAL_MOOD_MAX };

static Stage stage;
static Shown shown;

/* ---- the words they type ----------------------------------------------------------------------
 */

static const char *const WORDS[] = {"",
                                    "",
                                    "Het ging goed.",
                                    "Fijn dat u luisterde",
                                    "شكرا لكم",
                                    "Ik wacht al lang, en hoor niets"};

/* Own words on the screen `write`, or none. */
static void write_own(ScreenId write)
{
    const char *text = WORDS[road_random(sizeof WORDS / sizeof WORDS[0])];

    if (text[0] == '\0') {
        return;
    }
    road_act(ACT_GO, (int)write);
    road_expect(write);
    road_type(text);
    road_act(ACT_KEY_DONE, 0);
}

/* Through one of the two doors; the tiles behind the second one: a young child, or one who reads.
 */
static void enter(AppMode mode)
{
    if (mode == APP_MODE_PARENT) {
        road_act(ACT_PARENT, 0);
        return;
    }
    road_act(ACT_CHILD, 0);
    road_act(ACT_PICK, mode == APP_MODE_READING ? 1 : 0);
    road_act(ACT_PICK_GO, 0);
    assert_int_equal(stage.app->visitor.mode, mode);
}

/* ---- experiences ----------------------------------------------------------------------------- */

static int rows_of(const char *list)
{
    return content_list(stage.content, str_of(list))->count;
}

static void lines_and_words(const char *list, ScreenId check_screen)
{
    for (int i = road_random(4); i > 0; i--) {
        road_act(ACT_SHARE_LINE, road_random(rows_of(list)));
    }
    write_own(SCREEN_SHARE_WRITE);
    road_act(ACT_SHARE_NEXT, 0);
    road_expect(check_screen);
}

static void parent_tells(void)
{
    int situations = content_situation_count(stage.content, AUDIENCE_PARENT);

    road_act(ACT_SHARE_START, 0);
    road_expect(SCREEN_SHARE_MOOD);
    road_act(ACT_SHARE_MOOD, 1 + road_random(MOODS));
    road_act(ACT_SHARE_NEXT, 0);
    road_expect(SCREEN_SHARE_TOPIC);
    if (road_random(4) != 0) {
        road_act(ACT_SHARE_TOPIC, road_random(situations + 1));
    }
    road_act(ACT_SHARE_NEXT, 0);
    road_expect(SCREEN_SHARE_SAY);
    lines_and_words("share-say", SCREEN_SHARE_CHECK);
    shown_add(&shown, &stage, "share_check.send");
}

static void child_tells(void)
{
    road_act(ACT_SHARE_START, 0);
    road_expect(SCREEN_TELL_MOOD);
    road_pick(road_random(MOODS));
    road_expect(SCREEN_TELL_TOPIC);
    road_pick(road_random(rows_of("child-about")));
    road_expect(SCREEN_TELL_SAY);
    lines_and_words("share-say-child", SCREEN_TELL_CHECK);
    shown_add(&shown, &stage, "tell_check.send");
}

static const ShownElse ELSES[] = {
    {"v", "version of the payload"},
    {"t", "an experience, or a fault in a page"},
    {"who", "which half of the kiosk"},
};
enum { ELSE_COUNT = sizeof ELSES / sizeof ELSES[0] };

static void test_a_parent_tells_what_the_check_screen_showed(void **state)
{
    (void)state;
    for (int i = 0; i < STORIES; i++) {
        road_visit();
        enter(APP_MODE_PARENT);
        parent_tells();
    }
    shown_compare(&shown, ELSES, ELSE_COUNT);
    shown_literal(&shown, "text");
}

static void test_a_child_tells_what_the_check_screen_showed(void **state)
{
    (void)state;
    for (int i = 0; i < STORIES; i++) {
        road_visit();
        enter(road_random(2) == 0 ? APP_MODE_YOUNG : APP_MODE_READING);
        child_tells();
    }
    shown_compare(&shown, ELSES, ELSE_COUNT);
    shown_literal(&shown, "text");
}

/* ---- a fault in a page ----------------------------------------------------------------------- */

static bool is_for(int topic, Audience audience)
{
    return content_topic(stage.content, LANGUAGE_DUTCH, topic)->audience == audience;
}

/* Of the stories in pictures one is offered to children who read as well: from their feelings. */
static bool is_offered(int topic, AppMode mode)
{
    const Topic *found = content_topic(stage.content, LANGUAGE_DUTCH, topic);

    return mode != APP_MODE_READING || found->audience != AUDIENCE_CHILD ||
           str_equal(found->id, STR("niet-fijn"));
}

static void open_topic(Audience audience)
{
    int topic = 0;

    do {
        topic = road_random(content_topic_count(stage.content));
    } while (!is_for(topic, audience) || !is_offered(topic, stage.app->visitor.mode));
    road_act(ACT_TOPIC, topic);
    road_expect(audience == AUDIENCE_CHILD ? SCREEN_CHILD_STORY : SCREEN_TOPIC);
    if (audience != AUDIENCE_CHILD && road_random(4) == 0) {
        road_act(ACT_DUTCH, 1);
    }
}

/* A page of parents: a topic, a word that stands in letters, or about this kiosk. */
static void open_page(void)
{
    switch (road_random(4)) {
    case 0: road_act(ACT_LETTER, road_random(rows_of("letters"))); return;
    case 1: road_act(ACT_GO, SCREEN_ABOUT); return;
    default: open_topic(AUDIENCE_PARENT);
    }
}

/* A page of a child who reads: a topic of teenagers, or a story in pictures. */
static void open_childs_page(void)
{
    open_topic(road_random(2) == 0 ? AUDIENCE_YOUTH : AUDIENCE_CHILD);
}

static void report_fault(void)
{
    road_act(ACT_FIX_START, 0);
    road_expect(SCREEN_FIX);
    road_act(ACT_FIX_FAULT,
             SIGNAL_FAULT_WRONG + road_random(SIGNAL_FAULT_COUNT - SIGNAL_FAULT_WRONG));
    write_own(SCREEN_FIX_WRITE);
    road_expect(SCREEN_FIX);
}

static void test_a_child_who_reads_says_what_the_form_showed(void **state)
{
    (void)state;
    for (int i = 0; i < FAULTS; i++) {
        road_visit();
        enter(APP_MODE_READING);
        open_childs_page();
        report_fault();
        shown_add(&shown, &stage, "fix.send");
        assert_int_equal(stage.app->visitor.fault.who, REQUEST_WHO_CHILD);
    }
    shown_compare(&shown, ELSES, ELSE_COUNT);
    shown_literal(&shown, "text");
}

/* ---- where it is offered --------------------------------------------------------------------- */

/* A kind of page on which a visitor says so, and how the page is named in what is sealed. */
typedef struct FaultPage {
    AppMode mode;
    ScreenId screen;
    Audience audience; /* of a topic */
    const char *id, *begins;
} FaultPage;

static const FaultPage FAULT_PAGES[] = {
    {APP_MODE_PARENT, SCREEN_TOPIC, AUDIENCE_PARENT, "topic.wrong", "parent."},
    {APP_MODE_PARENT, SCREEN_LETTER, AUDIENCE_PARENT, "letter.wrong", "letters."},
    {APP_MODE_PARENT, SCREEN_ABOUT, AUDIENCE_PARENT, "about.wrong", "about"},
    {APP_MODE_READING, SCREEN_TOPIC, AUDIENCE_YOUTH, "topic.wrong", "youth."},
    {APP_MODE_READING, SCREEN_CHILD_STORY, AUDIENCE_CHILD, "child_story.wrong", "child."},
};

static void open_kind(const FaultPage *page)
{
    road_visit();
    enter(page->mode);
    switch ((int)page->screen) {
    case SCREEN_LETTER: road_act(ACT_LETTER, road_random(rows_of("letters"))); break;
    case SCREEN_ABOUT: road_act(ACT_GO, SCREEN_ABOUT); break;
    default: open_topic(page->audience);
    }
    stage_wait(&stage, 0); /* show it */
}

/* On the page that stands there or one of the next; NULL = on none. */
static const UiNode *offer(const char *id)
{
    for (int i = 0; i < APP_PAGES_MAX; i++) {
        const UiNode *node = stage_node(&stage, id);
        if (node != NULL && ui_is_interactive(node)) {
            return node;
        }
        stage_act(&stage, ACT_PAGE, app_place(stage.app)->page + 1);
    }
    return NULL;
}

/* Looked at and pressed as a finger does, from the page to the thanks. */
static void tell_from(const FaultPage *page)
{
    open_kind(page);
    if (offer(page->id) == NULL) {
        fail_msg("%s is not offered", page->id);
    }
    stage_tap(&stage, page->id);
    road_expect(SCREEN_FIX);
    stage_tap(&stage, "fix.missing");
    stage_wait(&stage, APP_CALM_REST_MS);
    stage_tap(&stage, "fix.send");
    assert_int_equal(stage_effects(&stage, EFFECT_SAVE), 1);
    const SignalFix *fault = &stage.app->visitor.fault;
    if (strncmp(fault->page, page->begins, strlen(page->begins)) != 0) {
        fail_msg("%s names its page %s", page->id, fault->page);
    }
    assert_int_equal(fault->who,
                     page->mode == APP_MODE_PARENT ? REQUEST_WHO_PARENT : REQUEST_WHO_CHILD);
    stage_send(&stage, (Msg){.kind = MSG_SAVED});
    road_expect(SCREEN_FIX_DONE);
    stage_tap(&stage, "fix_done.back");
    road_expect(page->screen);
}

static void test_a_fault_is_told_from_every_kind_of_page(void **state)
{
    (void)state;
    for (int i = 0; i < KIND_VISITS * (int)(sizeof FAULT_PAGES / sizeof FAULT_PAGES[0]); i++) {
        tell_from(&FAULT_PAGES[i / KIND_VISITS]);
    }
}

/* Who cannot read has nothing to tell an editor: no story in pictures offers it. */
static void test_a_young_child_is_not_asked_for_faults(void **state)
{
    (void)state;
    for (int topic = 0; topic < content_topic_count(stage.content); topic++) {
        if (!is_for(topic, AUDIENCE_CHILD)) {
            continue;
        }
        road_visit();
        enter(APP_MODE_YOUNG);
        stage_act(&stage, ACT_TOPIC, topic);
        for (int panel = 0; panel < APP_PAGES_MAX; panel++) {
            stage_act(&stage, ACT_PICK, panel);
            assert_null(stage_node(&stage, "child_story.wrong"));
        }
    }
}

/* Own words alone: the choice is taken back. */
static void report_in_words(void)
{
    do {
        road_visit();
        enter(APP_MODE_PARENT);
        open_page();
        report_fault();
    } while (stage.app->visitor.fault.text[0] == '\0');
    road_act(ACT_FIX_FAULT, (int)stage.app->visitor.fix.fault);
}

static void test_a_fault_says_what_its_form_showed(void **state)
{
    (void)state;
    for (int i = 0; i < FAULTS; i++) {
        road_visit();
        enter(APP_MODE_PARENT);
        open_page();
        report_fault();
        shown_add(&shown, &stage, "fix.send");
    }
    shown_compare(&shown, ELSES, ELSE_COUNT);
    shown_literal(&shown, "text");
}

static void test_a_fault_in_own_words_says_no_more(void **state)
{
    (void)state;
    for (int i = 0; i < FAULTS; i++) {
        report_in_words();
        shown_add(&shown, &stage, "fix.send");
    }
    shown_compare(&shown, ELSES, ELSE_COUNT);
    for (int i = 0; i < shown.members.count; i++) {
        assert_string_not_equal(shown.members.columns[i].name, "choice");
    }
}

/* ---- nothing --------------------------------------------------------------------------------- */

static void test_who_comes_by_sends_nothing(void **state)
{
    (void)state;
    for (int i = 0; i < COMERS; i++) {
        road_visit();
        enter(APP_MODE_PARENT);
        road_act(ACT_CALL_START, 0);
        road_act(ACT_CALL_ABOUT,
                 road_random(content_situation_count(stage.content, AUDIENCE_PARENT)));
        road_act(ACT_CALL_NEXT, 0);
        road_act(ACT_CALL_NEXT, 0);
        road_expect(SCREEN_CALL_HOW);
        if (i % 2 == 0) { /* who first wanted to be called, and typed a number */
            road_act(ACT_CALL_HOW, CHANNEL_CALL);
            strcpy(stage.app->visitor.draft.phone, "0612345678");
        }
        road_act(ACT_CALL_HOW, CHANNEL_VISIT);
        road_act(ACT_CALL_NEXT, 0);
        road_expect(SCREEN_CALL_COME);
        assert_int_equal(road_saves(), 0);
        road_act(ACT_CALL_NEXT, 0);
        assert_int_equal(road_saves(), 0);
    }
}

static void test_who_takes_it_back_sends_nothing(void **state)
{
    (void)state;
    const int nots[] = {ACT_SHARE_NOT, ACT_STOP, ACT_START, ACT_BACK};
    const int count = sizeof nots / sizeof nots[0];

    for (int i = 0; i < COMERS; i++) {
        road_visit();
        enter(APP_MODE_PARENT);
        road_act(ACT_SHARE_START, 0);
        road_act(ACT_SHARE_MOOD, 1 + road_random(MOODS));
        for (int step = 0; step < 3; step++) {
            road_act(ACT_SHARE_NEXT, 0);
        }
        road_expect(SCREEN_SHARE_CHECK);
        road_act(nots[i % count], 0);
        assert_int_equal(road_saves(), 0);
        road_visit();
        enter(APP_MODE_PARENT);
        open_page();
        report_fault();
        road_act(i % 2 == 0 ? ACT_FIX_NOT : ACT_STOP, 0);
        assert_int_equal(road_saves(), 0);
    }
}

static int setup(void **state)
{
    (void)state;
    stage_open(&stage, STAGE_PORTRAIT);
    road_open(&stage, 22112026);
    shown_open(&shown);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    shown_close(&shown);
    stage_close(&stage);
    return 0;
}

int main(void)
{
#define ROW(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        ROW(test_a_parent_tells_what_the_check_screen_showed),
        ROW(test_a_child_tells_what_the_check_screen_showed),
        ROW(test_a_fault_says_what_its_form_showed),
        ROW(test_a_child_who_reads_says_what_the_form_showed),
        ROW(test_a_fault_is_told_from_every_kind_of_page),
        ROW(test_a_young_child_is_not_asked_for_faults),
        ROW(test_a_fault_in_own_words_says_no_more),
        ROW(test_who_comes_by_sends_nothing),
        ROW(test_who_takes_it_back_sends_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
