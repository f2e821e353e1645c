/* test_toddler.c - small hands send nothing: random taps from every screen a child can stand on, in
 * both registers, with everything filled in that an elder child could have filled in. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "hand.h"

enum {
    SEEDS = 10,
    SHARE = 5,        /* of what is not asked for each seed plays every fifth beginning */
    FAST_TAPS = 1200, /* 20 a second for 60 s */
    FAST_MS = 50,
    SLOW_TAPS = 1200, /* 2 a second for 10 min */
    SLOW_MS = 500,
    FINGER_MS = 30, /* how long a finger stays down */
    FINGERS = 10,
    PALM_CONTACTS = 5,
    PALM_REACH_PX = 70
};

static Stage stage;
static Hand hand;

/* ---- how a toddler taps ---------------------------------------------------------------------- */

static void tap_once(int pause_ms)
{
    HandPoint point = hand_anywhere(&hand, 1);

    hand_down(&hand, point);
    hand_wait(&hand, FINGER_MS);
    hand_up(&hand, point);
    hand_wait(&hand, pause_ms - FINGER_MS);
}

static void taps_fast(void)
{
    for (int i = 0; i < FAST_TAPS; i++) {
        tap_once(FAST_MS);
    }
}

/* On average two a second, between a quarter and three quarters of a second apart. */
static void taps_slow(void)
{
    for (int i = 0; i < SLOW_TAPS; i++) {
        tap_once(SLOW_MS / 2 + hand_random(&hand, SLOW_MS));
    }
}

/* Two a second on average as chance has it: mostly soon, now and then after seconds. */
static void taps_with_pauses(void)
{
    for (int i = 0; i < SLOW_TAPS; i++) {
        int pause_ms = FINGER_MS + 1;
        while (hand_random(&hand, SLOW_MS) != 0) {
            pause_ms++;
        }
        tap_once(pause_ms);
    }
}

static void palm(void)
{
    HandPoint middle = hand_anywhere(&hand, 0);

    for (int i = 0; i < PALM_CONTACTS; i++) {
        HandPoint point = {.finger = 100 + i,
                           .x = middle.x + hand_random(&hand, PALM_REACH_PX),
                           .y = middle.y + hand_random(&hand, PALM_REACH_PX)};
        hand_down(&hand, point);
    }
    hand_wait(&hand, FAST_MS);
    for (int i = 0; i < PALM_CONTACTS; i++) {
        hand_up(&hand, (HandPoint){.finger = 100 + i, .x = middle.x, .y = middle.y});
    }
}

/* Both hands flat: ten fingers come and go, now and then a palm. */
static void hands_flat(void)
{
    for (int i = 0; i < FAST_TAPS; i++) {
        int finger = hand_random(&hand, FINGERS);
        if (hand_random(&hand, FINGERS) == 0) {
            palm();
        } else if (hand_random(&hand, 2) == 0) {
            hand_down(&hand, hand_anywhere(&hand, finger));
        } else {
            HandPoint point = hand_anywhere(&hand, finger);
            hand_down(&hand, point);
            hand_wait(&hand, FINGER_MS);
            hand_up(&hand, point);
        }
        hand_wait(&hand, FAST_MS);
    }
}

/* ---- where a toddler begins ------------------------------------------------------------------ */

/* An elder child filled in everything and stands on the check screen: the nearest to sending. */
static void fill(AppMode mode, int seed)
{
    AppChild *child = &stage.app->visitor.child;
    bool via = seed % 2 == 0;

    stage_fresh(&stage);
    stage.app->visitor.mode = mode;
    *child = (AppChild){.where = 1, .what = 1, .who = 1, .about = 1, .group = 6, .whose = 1};
    child->route = (via ? CHILD_ROUTE_VIA : CHILD_ROUTE_CALL) + 1;
    child->person = 1;
    strcpy(child->adult, "juf Els");
    strcpy(child->phone, "0612345678");
    strcpy(child->name, "Noor");
    stage_act(&stage, ACT_GO, SCREEN_ASK_CHECK);
    assert_int_equal(stage_screen(&stage), SCREEN_ASK_CHECK);
}

/* `alone`: nobody filled in anything before; the check screen leads to its first question then. */
static void begin(AppMode mode, ScreenId screen, int seed, bool alone)
{
    fill(mode, seed);
    if (alone) {
        stage_fresh(&stage);
        stage.app->visitor.mode = mode;
    }
    if (alone || screen != SCREEN_ASK_CHECK) {
        stage_act(&stage, ACT_GO, screen);
    }
    assert_true(alone || stage_screen(&stage) == screen);
    hand_begin(&hand, (uint64_t)seed * SCREEN_COUNT * APP_MODE_READING + screen + mode);
}

/* Every screen with a child's home, and the sheets and failures that a child sees too. */
static bool is_child(ScreenId screen)
{
    ScreenHome home = app_screen(screen)->home;

    return home == SCREEN_HOME_CHILD || home == SCREEN_HOME_KEEP;
}

/* ---- the proof ------------------------------------------------------------------------------- */

/* Each seed from every beginning, or from each `share`th of them: then every beginning meets
 * SEEDS / share seeds, and every seed meets other beginnings. OKSP_TODDLER_ALL: all of them. */
static void play(const char *name, void (*taps)(void), int share, bool alone)
{
    const AppMode modes[] = {APP_MODE_YOUNG, APP_MODE_READING};
    int from = 0, plays = 0;

    share = getenv("OKSP_TODDLER_ALL") != NULL ? 1 : share;
    hand_open(&hand, &stage);
    for (size_t m = 0; m < sizeof modes / sizeof modes[0]; m++) {
        for (int screen = 0; screen < SCREEN_COUNT; screen++) {
            if (!is_child((ScreenId)screen)) {
                continue;
            }
            for (int seed = 1; seed <= SEEDS; seed++) {
                if ((from + seed) % share == 0) {
                    begin(modes[m], (ScreenId)screen, seed, alone);
                    taps();
                    plays++;
                }
            }
            from++;
        }
    }
    assert_int_equal(plays, from * SEEDS / share);
    printf(
        "  %-11s %d beginnings, %d seeds, %d plays: %ld contacts, %ld activations; %ld requests, "
        "%ld experiences, %ld faults sent; %ld times beyond the PIN\n",
        name, from, SEEDS, plays, hand.taps, hand.activations, hand.saves[APP_POST_REQUEST],
        hand.saves[APP_POST_STORY], hand.saves[APP_POST_FIX], hand.staff);
}

/* The nearest to sending was seen: a check screen, or the first question of a talk. */
static void done(ScreenId near)
{
    hand_close(&hand);
    assert_true(hand.seen[near] && hand.seen[SCREEN_TELL_CHECK]);
    assert_false(hand.stale);
    assert_int_equal(hand.staff, 0);
    for (int post = APP_POST_REQUEST; post <= APP_POST_FIX; post++) {
        assert_int_equal(hand.saves[post], 0);
    }
}

static void test_twenty_taps_a_second_for_a_minute_send_nothing(void **state)
{
    (void)state;
    play("fast", taps_fast, 1, false);
    done(SCREEN_ASK_CHECK);
}

static void test_two_taps_a_second_for_ten_minutes_send_nothing(void **state)
{
    (void)state;
    play("slow", taps_slow, 1, false);
    done(SCREEN_ASK_CHECK);
}

/* Whoever rests two seconds on a form that an elder child filled in, and presses Verstuur before it
 * missed anything, cannot be told from that child: one of 172,800 such taps did. A toddler alone
 * sends nothing, however long it rests. */
static void test_taps_with_pauses_send_nothing(void **state)
{
    (void)state;
    play("with pauses", taps_with_pauses, SHARE, true);
    done(SCREEN_ASK_ABOUT);
}

static void test_ten_fingers_and_palms_send_nothing(void **state)
{
    (void)state;
    play("flat hands", hands_flat, SHARE, false);
    done(SCREEN_ASK_CHECK);
}

/* One run from the check screens, on a stack full of `dirt`; what was seen, in one number. */
static uint64_t run_on(int dirt)
{
    const ScreenId froms[] = {SCREEN_ASK_CHECK, SCREEN_TELL_CHECK, SCREEN_READING_HOME};

    stage_close(&stage);
    stage_open(&stage, STAGE_PORTRAIT);
    hand_open(&hand, &stage);
    hand.dirt = dirt;
    for (size_t i = 0; i < sizeof froms / sizeof froms[0]; i++) {
        begin(i % 2 == 0 ? APP_MODE_READING : APP_MODE_YOUNG, froms[i], (int)i, false);
        taps_fast();
    }
    hand_close(&hand);
    return hand.digest;
}

/* What is found can be found again: nothing of App depends on what lay in memory before. */
static void test_the_same_seeds_are_the_same_run(void **state)
{
    (void)state;
    uint64_t first = run_on(0x55), second = run_on(0xaa);

    printf("  %ld activations, %ld screens built, digest %016llx\n", hand.activations, hand.built,
           (unsigned long long)first);
    assert_true(first == second);
}

static int setup(void **state)
{
    (void)state;
    stage_open(&stage, STAGE_PORTRAIT);
    stage.app->setup.at_school = true;
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
        cmocka_unit_test(test_the_same_seeds_are_the_same_run),
        cmocka_unit_test(test_twenty_taps_a_second_for_a_minute_send_nothing),
        cmocka_unit_test(test_two_taps_a_second_for_ten_minutes_send_nothing),
        cmocka_unit_test(test_taps_with_pauses_send_nothing),
        cmocka_unit_test(test_ten_fingers_and_palms_send_nothing),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
