/* test_payload.c - what is sealed is what the check screen showed, in both directions, for every
 * branch of the requests of parents and children. What is told without a name: test_told.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "app_ask.h"
#include "app_call.h"
#include "app_talk.h"
#include "road.h"
#include "shown.h"

enum { PARENTS = 500, CHILDREN = 300, DAYS_MAX_OFFERED = 2 };

static Stage stage;
static Shown shown;

/* ---- the words they type ----------------------------------------------------------------------
 */

static const char *one_of(const char *const *texts, int count)
{
    return texts[road_random(count)];
}

#define ONE_OF(texts) one_of(texts, (int)(sizeof(texts) / sizeof(texts)[0]))

/* ---- parents ask to be called ---------------------------------------------------------------- */

static const char *const NAMES[] = {"", "Noor", "Fatma", "نور", "Олена"};
static const char *const PHONES[] = {"0612345678", "06-87654321", "+31 20 1234567"};
static const char *const MAILS[] = {"noor@voorbeeld.nl", "jan.de.vries@voorbeeld.nl"};
static const char *const NOTES[] = {"", "", "Graag niet voor tienen.", "Mijn moeder neemt op"};

static void parent_about(void)
{
    int count = road_random(4);

    if (count == 3) {
        road_act(ACT_CALL_ABOUT, ACT_ARG_UNKNOWN);
    }
    for (int i = 0; i < count && count < 3; i++) {
        road_act(ACT_CALL_ABOUT,
                 road_random(content_situation_count(stage.content, AUDIENCE_PARENT)));
    }
    road_act(ACT_CALL_NEXT, 0);
    road_expect(SCREEN_CALL_SECTOR);
    if (road_random(4) != 0) {
        road_act(ACT_CALL_SECTOR, REQUEST_SECTOR_PO + road_random(4));
    }
    road_act(ACT_CALL_NEXT, 0);
}

static void parent_reach(Channel channel)
{
    road_expect(SCREEN_CALL_HOW);
    road_act(ACT_CALL_HOW, (int)channel);
    road_act(ACT_CALL_NEXT, 0);
    road_type(channel == CHANNEL_MAIL ? ONE_OF(MAILS) : ONE_OF(PHONES));
    road_act(ACT_CALL_NEXT, 0);
}

static void parent_when(void)
{
    road_expect(SCREEN_CALL_WHEN);
    for (int i = road_random(4); i > 0; i--) {
        road_act(ACT_CALL_PART, road_random(APP_PART_COUNT));
    }
    if (road_random(3) == 0) {
        road_act(ACT_CALL_PART, ACT_ARG_ANY);
    }
    for (int i = road_random(3); i > 0; i--) {
        road_act(ACT_CALL_DAY, road_random(DAYS_MAX_OFFERED));
    }
    road_act(ACT_CALL_NEXT, 0);
}

static void parent_name(Channel channel)
{
    int talk = road_random(app_talk_count(stage.content));

    road_expect(SCREEN_CALL_NAME);
    road_act(ACT_GO, SCREEN_CALL_TYPE_NAME);
    road_type(ONE_OF(NAMES));
    road_act(ACT_KEY_DONE, 0);
    road_expect(SCREEN_CALL_NAME);
    if (channel != CHANNEL_CALL || !app_talk_is_sign(stage.content, talk)) {
        road_act(ACT_CALL_LANGUAGE, talk);
    }
    road_act(ACT_CALL_INTERP, road_random(3));
    road_act(ACT_CALL_NEXT, 0);
    road_expect(SCREEN_CALL_CHECK);
}

static void parent_more(void)
{
    const char *note = ONE_OF(NOTES);

    road_act(ACT_CALL_VOICEMAIL, REQUEST_ANSWER_YES + road_random(2));
    road_act(ACT_CALL_ANSWER, REQUEST_PICKUP_ME + road_random(2));
    if (road_random(2) == 0) { /* taken back */
        road_act(ACT_CALL_VOICEMAIL, (int)stage.app->visitor.draft.voicemail);
    }
    if (note[0] != '\0') {
        road_act(ACT_CALL_CHANGE, SCREEN_CALL_NOTE);
        road_type(note);
        road_act(ACT_KEY_DONE, 0);
    }
    road_expect(SCREEN_CALL_CHECK);
}

static void parent_visit(int number)
{
    const Channel channels[] = {CHANNEL_CALL, CHANNEL_CALL, CHANNEL_SMS, CHANNEL_APP, CHANNEL_MAIL};
    Channel channel = channels[number % 5];

    road_visit();
    road_act(ACT_PARENT, 0);
    road_act(ACT_CALL_START, 0);
    parent_about();
    parent_reach(channel);
    if (channel == CHANNEL_CALL) {
        parent_when();
    }
    parent_name(channel);
    parent_more();
    shown_add(&shown, &stage, "call_check.send");
}

static const ShownElse REQUEST_ELSES[] = {
    {"v", "version of the payload"},
    {"org", "the organisation of this kiosk"},
    {"place", "this kiosk"},
    {"at", "the clock of this kiosk"},
    {"q", "whether that clock is right"},
    {"who", "which half of the kiosk"},
    {"told", "which promise the saved screen makes"},
};
enum { REQUEST_ELSE_COUNT = sizeof REQUEST_ELSES / sizeof REQUEST_ELSES[0] };

static void test_a_parent_sends_what_the_check_screen_showed(void **state)
{
    (void)state;
    const char *const words[] = {"mail", "name", "note", "name_latin"};

    for (int i = 0; i < PARENTS; i++) {
        parent_visit(i);
    }
    shown_compare(&shown, REQUEST_ELSES, REQUEST_ELSE_COUNT);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        shown_literal(&shown, words[i]);
    }
}

/* ---- children ask for a talk ----------------------------------------------------------------- */

static const char *const ADULTS[] = {"juf Els", "oma Riet", "meester Bas"};
static const char *const CHILD_NAMES[] = {"", "Noor", "Sem"};

static void child_enter(int tile)
{
    road_visit();
    stage.app->setup.at_school = road_random(2) == 0;
    road_act(ACT_CHILD, 0);
    road_act(ACT_PICK, tile);
    road_act(ACT_PICK_GO, 0);
}

static void child_via(void)
{
    int who = road_random(APP_ASK_WHO_COUNT);

    while (!app_ask_offers_who(stage.app, stage.content, (AppAskWho)who)) {
        who = (who + 1) % APP_ASK_WHO_COUNT;
    }
    road_expect(SCREEN_ASK_VIA);
    road_pick(who);
    road_expect(SCREEN_ASK_PERSON);
    road_type(ONE_OF(ADULTS));
    road_act(ACT_ASK_NEXT, 0);
    if (road_here() == SCREEN_ASK_GROUP) {
        road_pick(road_random(APP_ASK_GROUPS));
    }
}

static void child_number(void)
{
    if (road_here() != SCREEN_ASK_NUMBER) {
        return;
    }
    road_type(ONE_OF(PHONES));
    if (road_random(4) != 0) {
        road_act(ACT_ASK_WHOSE, 1 + road_random(3));
    }
    road_act(ACT_ASK_NEXT, 0);
}

static void child_visit(int number)
{
    bool via = number % 2 == 0;

    child_enter(road_random(2));
    road_act(ACT_GO, SCREEN_ASK_ABOUT);
    road_pick(number % content_list(stage.content, STR("child-about"))->count);
    road_expect(SCREEN_ASK_HOW);
    road_pick(via ? CHILD_ROUTE_VIA : CHILD_ROUTE_CALL);
    if (via) {
        child_via();
    }
    child_number();
    road_expect(SCREEN_ASK_NAME);
    road_type(ONE_OF(CHILD_NAMES));
    road_act(ACT_ASK_NEXT, 0);
    road_expect(SCREEN_ASK_CHECK);
    shown_add(&shown, &stage, "ask_check.send");
}

static const ShownElse CHILD_ELSES[] = {
    {"v", "version of the payload"},
    {"org", "the organisation of this kiosk"},
    {"place", "this kiosk"},
    {"at", "the clock of this kiosk"},
    {"q", "whether that clock is right"},
    {"who", "which half of the kiosk"},
    {"told", "which promise the saved screen makes"},
    {"register", "pictures or reading: the door the child took"},
};
enum { CHILD_ELSE_COUNT = sizeof CHILD_ELSES / sizeof CHILD_ELSES[0] };

static void test_a_child_sends_what_the_check_screen_showed(void **state)
{
    (void)state;
    const char *const words[] = {"find", "name", "say"};

    for (int i = 0; i < CHILDREN; i++) {
        child_visit(i);
    }
    shown_compare(&shown, CHILD_ELSES, CHILD_ELSE_COUNT);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        shown_literal(&shown, words[i]);
    }
}

/* ---- a way back to the child, or nothing -------------------------------------------------------
 */

/* Each answer there or not, and a number that is none: only what can be used is ever sent. */
static void test_a_child_that_cannot_be_found_sends_nothing(void **state)
{
    (void)state;
    const char *const numbers[] = {"", "06", "112", "0612345678"};
    int sent = 0, kept = 0;

    for (int i = 0; i < 2 * 2 * 4 * 4 * 4 * 2; i++) {
        AppChild *child = &stage.app->visitor.child;
        int route = i / 8 % 4, person = i / 32 % 4;
        child_enter(i % 2);
        stage.app->setup.at_school = i / 128 % 2 == 0;
        child->about = 1;
        child->route = route + 1;
        child->person = person;
        child->group = i % 4 < 2 ? 0 : 5;
        strcpy(child->adult, i / 4 % 2 == 0 ? "" : "juf Els");
        strcpy(child->phone, numbers[i / 64 % 4]);
        bool has_number = i / 64 % 4 == 3;
        bool by_group = person == 1 && stage.app->setup.at_school;
        bool findable = route == CHILD_ROUTE_CALL
                            ? has_number
                            : route == CHILD_ROUTE_VIA && person > 0 && child->adult[0] != '\0' &&
                                  (by_group ? child->group > 0 : has_number);
        road_act(ACT_GO, SCREEN_ASK_CHECK);
        bool saved = road_saves() > 0;
        if (saved != findable) {
            fail_msg("route %d person %d group %d adult '%s' number '%s': %s", route, person,
                     child->group, child->adult, child->phone, saved ? "sent" : "not sent");
        }
        sent += saved ? 1 : 0;
        kept += saved ? 0 : 1;
    }
    assert_true(sent > 0 && kept > 0);
    printf("  %d sets of answers: %d can be found and are sent, %d cannot and are not\n",
           sent + kept, sent, kept);
}

static int setup(void **state)
{
    (void)state;
    stage_open(&stage, STAGE_PORTRAIT);
    road_open(&stage, 20261122);
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
        ROW(test_a_parent_sends_what_the_check_screen_showed),
        ROW(test_a_child_sends_what_the_check_screen_showed),
        ROW(test_a_child_that_cannot_be_found_sends_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
