/* test_gesture.c - the table of touches: what activates, what does not, and why. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "gesture.h"

enum { ACT_TEST = 7, PANEL_W = 1080, PANEL_H = 1920 };

typedef struct Stage {
    Ui *ui;
    Gesture gesture;
    int64_t ms;
} Stage;

static UiExtent measure(void *context, const UiWords *words)
{
    (void)context;
    int width = 14 * (int)strlen(words->text);
    return (UiExtent){.width_px = width, .height_px = words->line_px, .lines = 1, .word_px = width};
}

static int button(Ui *ui, const char *id, UiRole role, unsigned state)
{
    return ui_leaf(ui, (UiBox){.id = id,
                               .role = role,
                               .label = "x",
                               .face = FACE_BUTTON,
                               .state = state,
                               .h = 200,
                               .action = {ACT_TEST, 0}});
}

/* Four targets of 200 u below one another, 100 u apart, the last one disabled. */
static void screen_build(Stage *stage, const char *prefix)
{
    Panel panel = {.width_px = PANEL_W, .height_px = PANEL_H, .px_per_mm = 2.71};
    UiSettings settings = {.screen = prefix, .lang = "nl", .measure = measure};
    settings.theme = theme_scale(&panel, (ThemeWish){0});
    ui_begin(stage->ui, &settings);
    ui_open(stage->ui, (UiBox){.face = FACE_PAPER, .axis = AXIS_COLUMN, .gap = 100});
    button(stage->ui, "t.one", ROLE_BUTTON, 0);
    button(stage->ui, "t.two", ROLE_BUTTON, 0);
    button(stage->ui, "t.key", ROLE_KEY, 0);
    button(stage->ui, "t.off", ROLE_BUTTON, STATE_DISABLED);
    ui_close(stage->ui);
    ui_end(stage->ui);
}

static int setup(void **state)
{
    Stage *stage = calloc(1, sizeof *stage);
    stage->ui = calloc(1, sizeof *stage->ui);
    stage->ms = 10000;
    gesture_reset(&stage->gesture);
    screen_build(stage, "t");
    *state = stage;
    return 0;
}

static int teardown(void **state)
{
    Stage *stage = *state;
    free(stage->ui);
    free(stage);
    return 0;
}

static UiRect hit_of(const Stage *stage, const char *id)
{
    return ui_node(stage->ui, ui_find(stage->ui, id))->hit;
}

static GestureTouch at(const Stage *stage, int64_t finger, const char *id)
{
    UiRect hit = hit_of(stage, id);
    return (GestureTouch){
        .id = finger, .x = hit.x + hit.w / 2, .y = hit.y + hit.h / 2, .ms = stage->ms};
}

static void down(Stage *stage, GestureTouch touch)
{
    touch.ms = stage->ms;
    gesture_down(&stage->gesture, stage->ui, &touch);
}

static void move(Stage *stage, GestureTouch touch)
{
    touch.ms = stage->ms;
    gesture_move(&stage->gesture, stage->ui, &touch);
}

/* The id that is activated, or "". */
static const char *up(Stage *stage, GestureTouch touch)
{
    touch.ms = stage->ms;
    int node = gesture_up(&stage->gesture, stage->ui, &touch);
    return node == UI_NONE ? "" : ui_node(stage->ui, node)->box.id;
}

static const char *tap(Stage *stage, const char *id)
{
    down(stage, at(stage, 1, id));
    stage->ms += 60;
    return up(stage, at(stage, 1, id));
}

static void test_a_tap_of_any_length_activates_on_release(void **state)
{
    Stage *stage = *state;
    const int lengths_ms[] = {0, 30, 300, 3000, 10000, 60000};
    for (size_t i = 0; i < sizeof lengths_ms / sizeof lengths_ms[0]; i++) {
        down(stage, at(stage, 1, "t.one"));
        assert_int_equal(gesture_pressed(&stage->gesture, stage->ui), ui_find(stage->ui, "t.one"));
        stage->ms += lengths_ms[i];
        assert_string_equal(up(stage, at(stage, 1, "t.one")), "t.one");
        assert_int_equal(gesture_pressed(&stage->gesture, stage->ui), UI_NONE);
        stage->ms += 5000;
    }
}

static void test_a_finger_may_drift_24_u_but_no_further(void **state)
{
    Stage *stage = *state;
    UiRect hit = hit_of(stage, "t.one");
    const struct {
        int beyond;
        const char *activates;
    } rows[] = {{-1, "t.one"}, {20, "t.one"}, {24, "t.one"}, {30, ""}, {90, ""}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        GestureTouch touch = at(stage, 1, "t.one");
        down(stage, touch);
        touch.y = hit.y + hit.h - 1 + rows[i].beyond;
        move(stage, touch);
        bool shown = gesture_pressed(&stage->gesture, stage->ui) != UI_NONE;
        assert_int_equal(shown, rows[i].activates[0] != '\0');
        assert_string_equal(up(stage, touch), rows[i].activates);
        stage->ms += 5000;
    }
}

static void test_a_finger_that_slides_onto_a_target_does_not_activate_it(void **state)
{
    Stage *stage = *state;
    down(stage, at(stage, 1, "t.one"));
    move(stage, at(stage, 1, "t.two"));
    assert_string_equal(up(stage, at(stage, 1, "t.two")), "");
}

static void test_a_disabled_target_does_nothing(void **state)
{
    assert_string_equal(tap(*state, "t.off"), "");
}

static void test_ten_fingers_do_not_block_a_tap(void **state)
{
    Stage *stage = *state;
    for (int finger = 10; finger < 19; finger++) {
        down(stage, (GestureTouch){.id = finger, .x = 5 + 100 * (finger - 10), .y = 1800});
        stage->ms += 200;
    }
    assert_string_equal(tap(stage, "t.two"), "t.two");
}

static void test_the_first_finger_has_the_target(void **state)
{
    Stage *stage = *state;
    down(stage, at(stage, 1, "t.one"));
    down(stage, at(stage, 2, "t.one"));
    assert_string_equal(up(stage, at(stage, 2, "t.one")), "");
    assert_string_equal(up(stage, at(stage, 1, "t.one")), "t.one");
}

static void test_two_fingers_on_two_targets_both_count(void **state)
{
    Stage *stage = *state;
    down(stage, at(stage, 1, "t.one"));
    down(stage, at(stage, 2, "t.key"));
    assert_string_equal(up(stage, at(stage, 1, "t.one")), "t.one");
    assert_string_equal(up(stage, at(stage, 2, "t.key")), "t.key");
}

static void test_the_same_target_rests_250_ms_and_a_key_150(void **state)
{
    Stage *stage = *state;
    const struct {
        const char *id;
        int again_ms;
        bool counts;
    } rows[] = {{"t.one", 100, false},
                {"t.one", 240, false},
                {"t.one", 260, true},
                {"t.key", 100, false},
                {"t.key", 160, true}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_string_equal(tap(stage, rows[i].id), rows[i].id);
        stage->ms += rows[i].again_ms;
        assert_string_equal(tap(stage, rows[i].id), rows[i].counts ? rows[i].id : "");
        stage->ms += 5000;
    }
}

static void test_calm_tapping_rests_600_ms(void **state)
{
    Stage *stage = *state;
    stage->gesture.calm = true;
    assert_string_equal(tap(stage, "t.key"), "t.key");
    stage->ms += 590;
    assert_string_equal(tap(stage, "t.key"), "");
    stage->ms += 700;
    assert_string_equal(tap(stage, "t.key"), "t.key");
}

static void test_a_finger_from_the_screen_before_activates_nothing(void **state)
{
    Stage *stage = *state;
    down(stage, at(stage, 1, "t.one"));
    gesture_screen_changed(&stage->gesture, stage->ms);
    screen_build(stage, "u");
    stage->ms += 3000;
    assert_int_equal(gesture_pressed(&stage->gesture, stage->ui), UI_NONE);
    assert_string_equal(up(stage, at(stage, 1, "t.one")), "");
    stage->ms += 300;
    assert_string_equal(tap(stage, "t.one"), "t.one");
}

static void test_a_double_tap_across_a_change_is_one_tap(void **state)
{
    Stage *stage = *state;
    for (int gap_ms = 100; gap_ms <= 350; gap_ms += 50) {
        assert_string_equal(tap(stage, "t.one"), "t.one");
        gesture_screen_changed(&stage->gesture, stage->ms);
        stage->gesture.last[0] = '\0'; /* another target stands there now */
        stage->ms += gap_ms;
        assert_string_equal(tap(stage, "t.one"), "");
        stage->ms += 5000;
    }
    assert_string_equal(tap(stage, "t.one"), "t.one");
    gesture_screen_changed(&stage->gesture, stage->ms);
    stage->ms += 100;
    assert_string_equal(tap(stage, "t.key"), "t.key"); /* elsewhere: meant for this screen */
}

static void test_a_palm_activates_nothing(void **state)
{
    Stage *stage = *state;
    GestureTouch wide = at(stage, 1, "t.one");
    wide.width = (int)(31 * 2.71);
    down(stage, wide);
    assert_string_equal(up(stage, wide), "");
    stage->ms += 5000;
    /* without a width: three contacts together in the space of a palm */
    for (int finger = 1; finger <= 3; finger++) {
        GestureTouch touch = at(stage, finger, "t.one");
        touch.x += 20 * finger;
        down(stage, touch);
        stage->ms += 20;
    }
    for (int finger = 1; finger <= 3; finger++)
        assert_string_equal(up(stage, at(stage, finger, "t.one")), "");
}

static void test_more_fingers_than_there_is_room_for_are_ignored(void **state)
{
    Stage *stage = *state;
    for (int finger = 0; finger < 3 * GESTURE_CONTACTS_MAX; finger++) {
        down(stage, (GestureTouch){.id = 100 + finger, .x = 20 * finger, .y = 1900});
        stage->ms += 300;
    }
    assert_string_equal(tap(stage, "t.one"), "");
    for (int finger = 0; finger < 3 * GESTURE_CONTACTS_MAX; finger++)
        (void)up(stage, (GestureTouch){.id = 100 + finger, .x = 20 * finger, .y = 1900});
    stage->ms += 5000;
    assert_string_equal(tap(stage, "t.one"), "t.one");
}

int main(void)
{
#define ROW(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        ROW(test_a_tap_of_any_length_activates_on_release),
        ROW(test_a_finger_may_drift_24_u_but_no_further),
        ROW(test_a_finger_that_slides_onto_a_target_does_not_activate_it),
        ROW(test_a_disabled_target_does_nothing),
        ROW(test_ten_fingers_do_not_block_a_tap),
        ROW(test_the_first_finger_has_the_target),
        ROW(test_two_fingers_on_two_targets_both_count),
        ROW(test_the_same_target_rests_250_ms_and_a_key_150),
        ROW(test_calm_tapping_rests_600_ms),
        ROW(test_a_finger_from_the_screen_before_activates_nothing),
        ROW(test_a_double_tap_across_a_change_is_one_tap),
        ROW(test_a_palm_activates_nothing),
        ROW(test_more_fingers_than_there_is_room_for_are_ignored),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
