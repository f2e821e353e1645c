/* test_ui_find.c - hit areas, and who gets the touch. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#include "fake.h"

static Ui ui;

static void begin(void)
{
    UiSettings settings = fake_settings();
    ui_begin(&ui, &settings);
}

static void begin_with(bool rtl, ThemeText text)
{
    UiSettings settings = fake_settings();
    ThemeWish wish = {.text = text};
    settings.rtl = rtl;
    settings.theme = theme_scale(&settings.theme.panel, wish);
    ui_begin(&ui, &settings);
}

static UiRect rect(const char *id)
{
    int node = ui_find(&ui, id);
    assert_int_not_equal(node, UI_NONE);
    return ui_node(&ui, node)->rect;
}

static void test_hit_areas_take_half_the_gap_and_never_overlap(void **state)
{
    (void)state;
    begin();
    ui_open(&ui, (UiBox){.axis = AXIS_ROW, .gap = 15, .pad = {40, 40, 40, 0}});
    UiBox wish = fake_button("a", "a");
    wish.w = 200;
    wish.h = 100;
    int a = ui_leaf(&ui, wish);
    wish.id = "b";
    int b = ui_leaf(&ui, wish);
    ui_close(&ui);
    ui_end(&ui);
    UiRect left = ui_node(&ui, a)->hit, right = ui_node(&ui, b)->hit;
    assert_int_equal(left.x, 40 - 12);
    assert_int_equal(left.y, 40 - 12);
    assert_int_equal(left.x + left.w, 240 + 7);
    assert_int_equal(right.x, 255 - 7);
    assert_int_equal(ui_find_at(&ui, 246, 60), a);
    assert_int_equal(ui_find_at(&ui, 247, 60), UI_NONE);
    assert_int_equal(ui_find_at(&ui, 248, 60), b);
    assert_true(ui_is_near(&ui, a, left.x - 24, 60, LIMIT_TAP_SLOP_U));
    assert_false(ui_is_near(&ui, a, left.x - 25, 60, LIMIT_TAP_SLOP_U));
}

static void test_the_deepest_target_wins_the_touch(void **state)
{
    (void)state;
    begin();
    ui_open(&ui, (UiBox){0});
    ui_open(&ui, (UiBox){.id = "card", .face = FACE_CARD, .h = 400, .action = {FAKE_ACTION, 1}});
    ui_leaf(&ui, (UiBox){.id = "say", .w = 96, .h = 96, .action = {FAKE_ACTION, 2}});
    ui_close(&ui);
    ui_close(&ui);
    ui_end(&ui);
    assert_int_equal(ui_find_at(&ui, 60, 60), ui_find(&ui, "say"));
    assert_int_equal(ui_find_at(&ui, 600, 300), ui_find(&ui, "card"));
}

static void test_targets_have_the_size_of_a_finger(void **state)
{
    (void)state;
    begin_with(false, TEXT_SIZE_175);
    ui_open(&ui, (UiBox){.align = ALIGN_START});
    UiBox wish = {
        .id = "x", .role = ROLE_BUTTON, .icon = "x", .hint = "sluit", .action = {FAKE_ACTION, 0}};
    ui_leaf(&ui, wish);
    ui_close(&ui);
    ui_end(&ui);
    assert_int_equal(rect("x").w, 82); /* 30 mm at 2.71 px per mm, rounded up */
    assert_int_equal(rect("x").h, 82);
}

static void test_a_gone_slot_keeps_its_place_and_takes_no_touch(void **state)
{
    (void)state;
    begin();
    ui_open(&ui, (UiBox){.axis = AXIS_ROW, .gap = 12});
    UiBox wish = fake_button("gone", "Start");
    wish.w = 116;
    wish.state = STATE_GONE;
    int gone = ui_leaf(&ui, wish);
    wish.id = "next";
    wish.state = 0;
    ui_leaf(&ui, wish);
    ui_close(&ui);
    ui_end(&ui);
    assert_int_equal(rect("next").x, 128);
    assert_int_equal(ui_find_at(&ui, 50, 50), UI_NONE);
    assert_null(ui_node(&ui, gone)->shown);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_hit_areas_take_half_the_gap_and_never_overlap),
        cmocka_unit_test(test_the_deepest_target_wins_the_touch),
        cmocka_unit_test(test_targets_have_the_size_of_a_finger),
        cmocka_unit_test(test_a_gone_slot_keeps_its_place_and_takes_no_touch),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
