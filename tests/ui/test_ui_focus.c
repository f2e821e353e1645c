/* test_ui_focus.c - where Tab and the arrows lead. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#include "fake.h"

static Ui ui;

static void begin_focus(const char *focus)
{
    UiSettings settings = fake_settings();
    settings.focus = focus;
    settings.show_focus = focus != NULL;
    ui_begin(&ui, &settings);
}

static int sized(const char *id, int w, int h)
{
    UiBox box = fake_button(id, id);
    box.w = w;
    box.h = h;
    return ui_leaf(&ui, box);
}

/* Two rows of two, and a wide one below. */
static void build_grid(const char *focus)
{
    begin_focus(focus);
    ui_open(&ui, (UiBox){.pad = {24, 300, 24, 0}, .gap = 20});
    ui_open(&ui, (UiBox){.axis = AXIS_ROW, .gap = 20});
    sized("a", 400, 200);
    sized("b", 400, 200);
    ui_close(&ui);
    ui_open(&ui, (UiBox){.axis = AXIS_ROW, .gap = 20});
    sized("c", 400, 200);
    sized("d", 400, 200);
    ui_close(&ui);
    sized("e", 820, 120);
    ui_close(&ui);
    ui_end(&ui);
}

static const char *moved(const char *from, UiMove move)
{
    return ui_node(&ui, ui_focus_move(&ui, ui_find(&ui, from), move))->box.id;
}

static void test_tab_follows_reading_order_and_wraps(void **state)
{
    (void)state;
    build_grid(NULL);
    assert_string_equal(moved("b", MOVE_NEXT), "c");
    assert_string_equal(moved("e", MOVE_NEXT), "a");
    assert_string_equal(moved("a", MOVE_PREVIOUS), "e");
    assert_string_equal(ui_node(&ui, ui_focus_move(&ui, UI_NONE, MOVE_DOWN))->box.id, "a");
}

static void test_arrows_go_to_the_nearest_that_way_and_stay_at_the_edge(void **state)
{
    (void)state;
    build_grid(NULL);
    assert_string_equal(moved("a", MOVE_RIGHT), "b");
    assert_string_equal(moved("b", MOVE_LEFT), "a");
    assert_string_equal(moved("a", MOVE_DOWN), "c");
    assert_string_equal(moved("b", MOVE_DOWN), "d");
    assert_string_equal(moved("d", MOVE_DOWN), "e");
    assert_string_equal(moved("d", MOVE_UP), "b");
    assert_string_equal(moved("b", MOVE_RIGHT), "b");
    assert_string_equal(moved("e", MOVE_DOWN), "e");
}

static void test_an_arrow_never_goes_more_beside_than_ahead(void **state)
{
    (void)state;
    begin_focus(NULL);
    ui_open(&ui, (UiBox){.axis = AXIS_LAYER});
    for (int i = 0; i < 2; i++)
        ui_leaf(&ui, (UiBox){.id = i ? "far" : "here",
                             .role = ROLE_BUTTON,
                             .hint = "x",
                             .w = 100,
                             .h = 100,
                             .self = ALIGN_START,
                             .self_y = ALIGN_START,
                             .margin = {.start = i * 800, .top = i * 120},
                             .action = {FAKE_ACTION, i}});
    ui_close(&ui);
    ui_end(&ui);
    assert_string_equal(moved("here", MOVE_DOWN), "here");
    assert_string_equal(moved("here", MOVE_RIGHT), "far");
}

static void test_focus_survives_a_rebuild_and_finds_a_new_home(void **state)
{
    (void)state;
    build_grid("d");
    assert_int_equal(ui.focused, ui_find(&ui, "d"));
    assert_true(ui_node(&ui, ui.focused)->box.state & STATE_FOCUSED);
    build_grid("no.longer.here");
    assert_int_equal(ui.focused, ui_find(&ui, "a"));
    begin_focus("off");
    ui_open(&ui, (UiBox){0});
    UiBox off = fake_button("off", "Verder");
    off.state = STATE_DISABLED;
    sized("first", 200, 200);
    ui_leaf(&ui, off);
    ui_close(&ui);
    ui_end(&ui);
    assert_int_equal(ui.focused, ui_find(&ui, "off")); /* kept, so that it is spoken as disabled */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tab_follows_reading_order_and_wraps),
        cmocka_unit_test(test_arrows_go_to_the_nearest_that_way_and_stay_at_the_edge),
        cmocka_unit_test(test_an_arrow_never_goes_more_beside_than_ahead),
        cmocka_unit_test(test_focus_survives_a_rebuild_and_finds_a_new_home),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
