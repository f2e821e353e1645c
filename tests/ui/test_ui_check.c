/* test_ui_check.c - every rule of a screen finds its breach. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#include "fake.h"
#include "ui_dump.h"

static Ui ui;

static UiFinding findings[UI_FINDINGS_MAX];

static bool found(UiFault fault)
{
    int count = ui_check(&ui, findings);
    for (int i = 0; i < count; i++)
        if (findings[i].fault == fault)
            return true;
    return false;
}

static void build_one(UiBox box)
{
    UiSettings settings = fake_settings();
    ui_begin(&ui, &settings);
    ui_open(&ui, (UiBox){.face = FACE_PAPER, .align = ALIGN_START, .pad = {24, 400, 24, 24}});
    ui_leaf(&ui, box);
    ui_close(&ui);
    ui_end(&ui);
}

static void test_a_good_screen_has_no_findings(void **state)
{
    (void)state;
    build_one(fake_button("good", "Verder"));
    assert_int_equal(ui_check(&ui, findings), 0);
}

static void test_every_rule_finds_its_breach(void **state)
{
    (void)state;
    UiBox bad = fake_button(NULL, "Verder");
    build_one(bad);
    assert_true(found(FAULT_ID_MISSING));
    bad = fake_button("Not.Lower", "Verder");
    build_one(bad);
    assert_true(found(FAULT_ID_MISSING));
    bad = fake_button("mute", NULL);
    build_one(bad);
    assert_true(found(FAULT_UNSPOKEN));
    bad = fake_button("wide", "Ontwikkelingsperspectief");
    bad.w = 200;
    build_one(bad);
    assert_true(found(FAULT_TRUNCATED));
    bad = fake_button("out", "Verder");
    bad.w = 2000;
    build_one(bad);
    assert_true(found(FAULT_OUTSIDE));
    bad = fake_button("small", "x");
    bad.face = FACE_NONE;
    bad.w = 40;
    bad.h = 40;
    build_one(bad);
    assert_true(found(FAULT_SMALL));
    build_one((UiBox){.role = ROLE_TEXT, .label = "vaag", .ink = INK_LIP});
    assert_true(found(FAULT_CONTRAST));
}

static void build_two(UiBox a, UiBox b, int gap, int top)
{
    UiSettings settings = fake_settings();
    ui_begin(&ui, &settings);
    ui_open(&ui, (UiBox){.face = FACE_PAPER, .axis = AXIS_ROW, .gap = gap, .pad = {.top = top}});
    ui_leaf(&ui, a);
    ui_leaf(&ui, b);
    ui_close(&ui);
    ui_end(&ui);
}

static void test_rules_between_two_targets(void **state)
{
    (void)state;
    UiBox a = fake_button("a", "a"), b = fake_button("b", "b");
    build_two(a, b, U_GAP, 400);
    assert_int_equal(ui_check(&ui, findings), 0);
    build_two(a, b, 4, 400);
    assert_true(found(FAULT_GAP));
    build_two(a, b, U_GAP, 100);
    assert_true(found(FAULT_REACH));
    b.id = "a";
    build_two(a, b, U_GAP, 400);
    assert_true(found(FAULT_ID_TWICE));
    b = fake_button("exit", "Stop en wis");
    b.face = FACE_BAR_EXIT;
    build_two(a, b, U_GAP, 400);
    assert_true(found(FAULT_EXIT));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_good_screen_has_no_findings),
        cmocka_unit_test(test_every_rule_finds_its_breach),
        cmocka_unit_test(test_rules_between_two_targets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
