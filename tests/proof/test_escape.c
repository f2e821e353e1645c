/* test_escape.c - nobody gets out and nobody gets in: random chords and random taps over every
 * half of the kiosk never leave it, and never get beyond the PIN of colleagues. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "hand.h"

enum {
    SEEDS = 10,
    TAPS = 10000, /* of each seed: 100,000 in all */
    TAP_MS = 60,
    FINGER_MS = 30,
    PIN_TRIES = 5 /* before the first wait */
};

static Stage stage;
static Hand hand;

/* ---- where it begins ------------------------------------------------------------------------- */

/* A colleague was inside, on one of the tests, and left in one of the ways there are. */
static void colleague_was_here(int seed)
{
    const ScreenId inside[] = {SCREEN_STAFF, SCREEN_STAFF_TOUCH, SCREEN_STAFF_RULER,
                               SCREEN_STAFF_REACH};

    stage_fresh(&stage);
    stage_act(&stage, ACT_STAFF, 0);
    assert_int_equal(stage_screen(&stage), SCREEN_STAFF_PIN);
    stage_send(&stage, (Msg){.kind = MSG_PIN, .pin = {.tries = PIN_TRIES}});
    for (int i = 0; i < APP_STAFF_PIN_DIGITS; i++) {
        stage_act(&stage, ACT_STAFF_DIGIT, i);
    }
    stage_act(&stage, ACT_STAFF_ENTER, 0);
    assert_int_equal(stage_effects(&stage, EFFECT_PIN), 1);
    stage_send(&stage, (Msg){.kind = MSG_PIN,
                             .pin = {.was_checked = true, .right = true, .tries = PIN_TRIES}});
    if (seed % 4 != 0) {
        stage_act(&stage, ACT_GO, (int)inside[seed % 4]);
    }
    assert_int_equal(stage_screen(&stage), inside[seed % 4]);
    switch (seed % 3) {
    case 0: stage_act(&stage, ACT_STOP, 0); break;
    case 1: stage_act(&stage, ACT_START, 0); break;
    case 2: stage_wait(&stage, APP_IDLE_READING_S * 1000); break;
    }
}

static void mode_begin(int seed)
{
    static const ActKind doors[] = {ACT_PARENT, ACT_CHILD, ACT_STAFF, ACT_NONE};

    colleague_was_here(seed);
    stage_fresh(&stage);
    stage_act(&stage, (int)doors[seed % 4], 0);
}

/* ---- taps ------------------------------------------------------------------------------------ */

/* A hand that finds its way out of the idle warning and back to the PIN again and again. */
static void tap_anywhere(void)
{
    HandPoint point = hand_anywhere(&hand, hand_random(&hand, 3));

    hand_down(&hand, point);
    hand_wait(&hand, FINGER_MS);
    if (hand_random(&hand, 8) == 0) {
        point = hand_anywhere(&hand, point.finger);
    }
    hand_up(&hand, point);
    hand_wait(&hand, hand_random(&hand, 400) == 0 ? APP_IDLE_READING_S * 1000 : TAP_MS - FINGER_MS);
}

static void test_a_hundred_thousand_taps_never_get_beyond_the_pin(void **state)
{
    (void)state;
    int screens = 0;

    hand_open(&hand, &stage);
    for (int seed = 0; seed < SEEDS; seed++) {
        if (seed % 2 == 0) {
            colleague_was_here(seed);
        } else {
            mode_begin(seed);
        }
        hand_begin(&hand, (uint64_t)seed + 1);
        for (int i = 0; i < TAPS; i++) {
            tap_anywhere();
        }
    }
    for (int i = 0; i < SCREEN_COUNT; i++) {
        screens += hand.seen[i] ? 1 : 0;
    }
    printf("  %ld contacts, %ld activations on %d of %d screens, %ld PINs handed in, %ld times "
           "beyond the PIN, %ld requests, %ld experiences and %ld faults sent\n",
           hand.taps, hand.activations, screens, (int)SCREEN_COUNT, hand.pins, hand.staff,
           hand.saves[APP_POST_REQUEST], hand.saves[APP_POST_STORY], hand.saves[APP_POST_FIX]);
    hand_close(&hand);
    assert_true(hand.seen[SCREEN_STAFF_PIN] && hand.seen[SCREEN_HOME] &&
                hand.seen[SCREEN_CHILD_HOME] && hand.seen[SCREEN_READING_HOME]);
    assert_int_equal(hand.staff, 0);
    assert_false(hand.stale);
    /* Not even by this hand, which rests for two minutes now and then, as if it looked. */
    for (int post = APP_POST_REQUEST; post <= APP_POST_FIX; post++) {
        assert_int_equal(hand.saves[post], 0);
    }
}

/* Every action there is, with every argument, whether a node offers it or not. */
static void test_no_action_by_itself_gets_beyond_the_pin(void **state)
{
    (void)state;
    const ScreenId froms[] = {SCREEN_WELCOME, SCREEN_STAFF_PIN, SCREEN_HOME, SCREEN_CHILD_HOME};
    int count = 0;

    for (size_t f = 0; f < sizeof froms / sizeof froms[0]; f++) {
        for (int kind = ACT_NONE + 1; kind < ACT_COUNT; kind++) {
            for (int arg = 0; arg < SCREEN_COUNT; arg++) {
                stage_fresh(&stage);
                if (froms[f] == SCREEN_STAFF_PIN) {
                    stage_act(&stage, ACT_STAFF, 0);
                } else if (froms[f] != SCREEN_WELCOME) {
                    stage_act(&stage, ACT_GO, (int)froms[f]);
                }
                app_update(stage.app, stage.content, (Msg){.kind = MSG_ACT, .act = {kind, arg}},
                           &stage.effects);
                if (hand_is_staff(stage_screen(&stage))) {
                    fail_msg("action %d %d leads to %s", kind, arg,
                             app_screen(stage_screen(&stage))->prefix);
                }
                count++;
            }
        }
    }
    printf("  %d actions from %zu screens\n", count, sizeof froms / sizeof froms[0]);
}

static int setup(void **state)
{
    (void)state;
    stage_open(&stage, STAGE_PORTRAIT);
    stage.app->setup.has_pin = true;
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    stage_close(&stage);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_hundred_thousand_taps_never_get_beyond_the_pin),
        cmocka_unit_test(test_no_action_by_itself_gets_beyond_the_pin),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
