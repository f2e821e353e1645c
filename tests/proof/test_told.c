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

#include "shown.h"
#include "utf8.h"

enum { STORIES = 250, FAULTS = 300, COMERS = 40, MOODS = SIGNAL_MOOD_MAX, PRESSES = 3 };

static Stage stage;
static Shown shown;
static uint64_t chance;

/* ---- acting without looking: only the check screen is shown ---------------------------------- */

static int random_of(int below)
{
    uint64_t z = chance += 0x9e3779b97f4a7c15U;

    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    return (int)((z >> 33) % (uint64_t)below);
}

static void send(Msg msg)
{
    app_update(stage.app, stage.content, msg, &stage.effects);
}

static void act(int kind, int arg)
{
    send((Msg){.kind = MSG_ACT, .act = {kind, arg}});
}

static ScreenId here(void)
{
    return stage_screen(&stage);
}

static void expect(ScreenId screen)
{
    if (here() != screen) {
        fail_msg("on %s instead of %s", app_screen(here())->prefix, app_screen(screen)->prefix);
    }
}

static const char *const WORDS[] = {"",
                                    "",
                                    "Het ging goed.",
                                    "Fijn dat u luisterde",
                                    "شكرا لكم",
                                    "Ik wacht al lang, en hoor niets"};

/* Own words on the screen `write`, or none. */
static void write_own(ScreenId write)
{
    const char *text = WORDS[random_of(sizeof WORDS / sizeof WORDS[0])];
    size_t at = 0;

    if (text[0] == '\0') {
        return;
    }
    act(ACT_GO, (int)write);
    expect(write);
    while (at < strlen(text)) {
        send((Msg){.kind = MSG_POINT, .point = utf8_next(str_of(text), &at)});
    }
    act(ACT_KEY_DONE, 0);
}

/* At a kiosk with a good or an unknown clock, in any of its languages. */
static void visit(void)
{
    RequestClock clock = random_of(6) == 0 ? REQUEST_CLOCK_NONE : REQUEST_CLOCK_OK;

    send((Msg){.kind = MSG_WIPE});
    send((Msg){.kind = MSG_TICK, .tick = {0, STAGE_UTC_S, clock}});
    send((Msg){.kind = MSG_STATUS,
               .status = {.can_save = true, .last_contact_s = STAGE_UTC_S - 60}});
    act(ACT_LANGUAGE, random_of(content_language_count(stage.content)));
}

static void enter(bool child)
{
    if (!child) {
        act(ACT_PARENT, 0);
        return;
    }
    act(ACT_CHILD, 0);
    act(ACT_PICK, random_of(2));
    act(ACT_PICK_GO, 0);
}

/* ---- experiences ----------------------------------------------------------------------------- */

static void pick(int tile)
{
    ScreenId before = here();

    act(ACT_PICK, tile);
    if (here() == before) {
        act(ACT_PICK_GO, 0);
    }
}

static int rows_of(const char *list)
{
    return content_list(stage.content, str_of(list))->count;
}

static void lines_and_words(const char *list, ScreenId check_screen)
{
    for (int i = random_of(4); i > 0; i--) {
        act(ACT_SHARE_LINE, random_of(rows_of(list)));
    }
    write_own(SCREEN_SHARE_WRITE);
    act(ACT_SHARE_NEXT, 0);
    expect(check_screen);
}

static void parent_tells(void)
{
    int situations = content_situation_count(stage.content, AUDIENCE_PARENT);

    act(ACT_SHARE_START, 0);
    expect(SCREEN_SHARE_MOOD);
    act(ACT_SHARE_MOOD, 1 + random_of(MOODS));
    act(ACT_SHARE_NEXT, 0);
    expect(SCREEN_SHARE_TOPIC);
    if (random_of(4) != 0) {
        act(ACT_SHARE_TOPIC, random_of(situations + 1));
    }
    act(ACT_SHARE_NEXT, 0);
    expect(SCREEN_SHARE_SAY);
    lines_and_words("share-say", SCREEN_SHARE_CHECK);
    shown_add(&shown, &stage, "share_check.send");
}

static void child_tells(void)
{
    act(ACT_SHARE_START, 0);
    expect(SCREEN_TELL_MOOD);
    pick(random_of(MOODS));
    expect(SCREEN_TELL_TOPIC);
    pick(random_of(rows_of("child-about")));
    expect(SCREEN_TELL_SAY);
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
        visit();
        enter(false);
        parent_tells();
    }
    shown_compare(&shown, ELSES, ELSE_COUNT);
    shown_literal(&shown, "text");
}

static void test_a_child_tells_what_the_check_screen_showed(void **state)
{
    (void)state;
    for (int i = 0; i < STORIES; i++) {
        visit();
        enter(true);
        child_tells();
    }
    shown_compare(&shown, ELSES, ELSE_COUNT);
    shown_literal(&shown, "text");
}

/* ---- a fault in a page ----------------------------------------------------------------------- */

/* A topic of parents. Two pages have one title, the screen about us and the topic about us: which
 * of the two it was goes along, and is not what the form shows; the topic is left out here. */
static bool is_parents(int topic)
{
    const Topic *found = content_topic(stage.content, LANGUAGE_DUTCH, topic);

    return found->audience == AUDIENCE_PARENT && !str_equal(found->id, STR("over-ons"));
}

/* A page with Klopt iets niet?: a topic, a word that stands in letters, or about this kiosk. */
static void open_page(void)
{
    switch (random_of(4)) {
    case 0: act(ACT_LETTER, random_of(rows_of("letters"))); return;
    case 1: act(ACT_GO, SCREEN_ABOUT); return;
    default: break;
    }
    int topic = 0;
    do {
        topic = random_of(content_topic_count(stage.content));
    } while (!is_parents(topic));
    act(ACT_TOPIC, topic);
    if (random_of(4) == 0) {
        act(ACT_DUTCH, 1);
    }
}

static void report_fault(void)
{
    act(ACT_FIX_START, 0);
    expect(SCREEN_FIX);
    act(ACT_FIX_FAULT, SIGNAL_FAULT_WRONG + random_of(SIGNAL_FAULT_COUNT - SIGNAL_FAULT_WRONG));
    write_own(SCREEN_FIX_WRITE);
    expect(SCREEN_FIX);
}

/* Own words alone: the choice is taken back. */
static void report_in_words(void)
{
    do {
        visit();
        enter(false);
        open_page();
        report_fault();
    } while (stage.app->visitor.fault.text[0] == '\0');
    act(ACT_FIX_FAULT, (int)stage.app->visitor.fix.fault);
}

static void test_a_fault_says_what_its_form_showed(void **state)
{
    (void)state;
    for (int i = 0; i < FAULTS; i++) {
        visit();
        enter(false);
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

/* Press whatever sends, calmly, again and again. */
static int saves_here(void)
{
    int saves = 0;

    for (int i = 0; i < PRESSES; i++) {
        MsgTick now = stage.app->now;
        now.run_ms += 5000;
        send((Msg){.kind = MSG_TICK, .tick = now});
        act(ACT_SEND, 0);
        saves += stage_effects(&stage, EFFECT_SAVE);
        act(ACT_RETRY, 0);
        saves += stage_effects(&stage, EFFECT_SAVE);
    }
    return saves;
}

static void test_who_comes_by_sends_nothing(void **state)
{
    (void)state;
    for (int i = 0; i < COMERS; i++) {
        visit();
        enter(false);
        act(ACT_CALL_START, 0);
        act(ACT_CALL_ABOUT, random_of(content_situation_count(stage.content, AUDIENCE_PARENT)));
        act(ACT_CALL_NEXT, 0);
        act(ACT_CALL_NEXT, 0);
        expect(SCREEN_CALL_HOW);
        if (i % 2 == 0) { /* who first wanted to be called, and typed a number */
            act(ACT_CALL_HOW, CHANNEL_CALL);
            strcpy(stage.app->visitor.draft.phone, "0612345678");
        }
        act(ACT_CALL_HOW, CHANNEL_VISIT);
        act(ACT_CALL_NEXT, 0);
        expect(SCREEN_CALL_COME);
        assert_int_equal(saves_here(), 0);
        act(ACT_CALL_NEXT, 0);
        assert_int_equal(saves_here(), 0);
    }
}

static void test_who_takes_it_back_sends_nothing(void **state)
{
    (void)state;
    const int nots[] = {ACT_SHARE_NOT, ACT_STOP, ACT_START, ACT_BACK};
    const int count = sizeof nots / sizeof nots[0];

    for (int i = 0; i < COMERS; i++) {
        visit();
        enter(false);
        act(ACT_SHARE_START, 0);
        act(ACT_SHARE_MOOD, 1 + random_of(MOODS));
        for (int step = 0; step < 3; step++) {
            act(ACT_SHARE_NEXT, 0);
        }
        expect(SCREEN_SHARE_CHECK);
        act(nots[i % count], 0);
        assert_int_equal(saves_here(), 0);
        visit();
        enter(false);
        open_page();
        report_fault();
        act(i % 2 == 0 ? ACT_FIX_NOT : ACT_STOP, 0);
        assert_int_equal(saves_here(), 0);
    }
}

static int setup(void **state)
{
    (void)state;
    stage_open(&stage, STAGE_PORTRAIT);
    ((Region *)(uintptr_t)content_region(stage.content))->channels = (1U << CHANNEL_COUNT) - 1;
    chance = 22112026;
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
        ROW(test_a_fault_in_own_words_says_no_more),
        ROW(test_who_comes_by_sends_nothing),
        ROW(test_who_takes_it_back_sends_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
