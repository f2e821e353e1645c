/* test_ui_layout.c - boxes with letters of known width: where does everything stand? */
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

static void expect(const char *id, int x, int y, int w, int h)
{
    UiRect r = rect(id);
    assert_int_equal(r.x, x);
    assert_int_equal(r.y, y);
    assert_int_equal(r.w, w);
    assert_int_equal(r.h, h);
}

static UiBox box(const char *id, int w, int h)
{
    return (UiBox){.id = id, .w = w, .h = h};
}

static UiBox share(const char *id, int grow)
{
    return (UiBox){.id = id, .grow = grow};
}

static void test_a_column_stacks_with_padding_gap_and_margin(void **state)
{
    (void)state;
    begin();
    ui_open(&ui, (UiBox){.pad = {10, 20, 30, 40}, .gap = 5});
    ui_leaf(&ui, (UiBox){.id = "a", .h = 100});
    ui_leaf(&ui, (UiBox){.id = "b", .h = 50, .margin = {.top = 7, .start = 3}});
    ui_close(&ui);
    ui_end(&ui);
    expect("a", 10, 20, 1040, 100);
    expect("b", 13, 132, 1037, 50);
}

static void test_growing_children_share_and_the_last_takes_the_remainder(void **state)
{
    (void)state;
    begin();
    ui_open(&ui, (UiBox){.axis = AXIS_ROW, .gap = 1});
    ui_leaf(&ui, share("a", GROW));
    ui_leaf(&ui, share("b", GROW));
    ui_leaf(&ui, share("c", GROW));
    ui_leaf(&ui, share("d", GROW));
    ui_leaf(&ui, share("e", GROW));
    ui_leaf(&ui, share("f", GROW));
    ui_leaf(&ui, share("g", GROW));
    ui_close(&ui);
    ui_end(&ui);
    assert_int_equal(rect("a").w, 153); /* (1080 - 6) / 7 = 153.4 */
    assert_int_equal(rect("g").w, 156);
    assert_int_equal(rect("g").x + rect("g").w, 1080);
}

static void test_shares_are_in_proportion(void **state)
{
    (void)state;
    begin();
    ui_open(&ui, (UiBox){.axis = AXIS_ROW});
    ui_leaf(&ui, share("a", 80));
    ui_leaf(&ui, share("b", 190));
    ui_leaf(&ui, box("c", 270, 10));
    ui_close(&ui);
    ui_end(&ui);
    assert_int_equal(rect("a").w, 240); /* (1080 - 270) * 0.8 / 2.7 */
    assert_int_equal(rect("b").w, 570);
}

static void test_a_row_in_a_column_wraps_its_words(void **state)
{
    (void)state;
    begin();
    ui_open(&ui, (UiBox){0});
    ui_open(&ui, (UiBox){.axis = AXIS_ROW, .w = 300, .align = ALIGN_CENTER});
    ui_leaf(&ui, box("icon", 100, 10));
    ui_leaf(&ui, (UiBox){.id = "words",
                         .role = ROLE_TEXT,
                         .type = TYPE_BODY,
                         .label = "aaaa bbbb cccc dddd"}); /* 304 px wide, 200 are left */
    ui_close(&ui);
    ui_close(&ui);
    ui_end(&ui);
    expect("words", 100, 0, 200, 92);
    expect("icon", 0, 41, 100, 10);
    assert_int_equal(ui_node(&ui, ui_find(&ui, "words"))->lines, 2);
}

static void test_grid_columns_are_equal_and_rows_share_the_height(void **state)
{
    (void)state;
    begin();
    ui_open(&ui, (UiBox){.axis = AXIS_GRID, .columns = 2, .gap = 10, .row_gap = 20});
    ui_leaf(&ui, (UiBox){.id = "a", .role = ROLE_TEXT, .label = "x"});
    ui_leaf(&ui, (UiBox){.id = "b", .role = ROLE_TEXT, .label = "overstap naar het mbo"});
    ui_leaf(&ui, (UiBox){.id = "c"});
    ui_leaf(&ui, (UiBox){.id = "d"});
    ui_close(&ui);
    ui_end(&ui);
    expect("a", 0, 0, 535, 950);
    expect("b", 545, 0, 535, 950);
    expect("d", 545, 970, 535, 950);
}

static void test_a_spanning_child_and_a_fixed_row(void **state)
{
    (void)state;
    begin();
    ui_open(&ui, (UiBox){.axis = AXIS_GRID, .columns = 3, .gap = 15});
    ui_leaf(&ui, (UiBox){.id = "a"});
    ui_leaf(&ui, (UiBox){.id = "b", .span = 2});
    ui_leaf(&ui, (UiBox){.id = "all", .span = UI_SPAN_ALL, .h = 170});
    ui_close(&ui);
    ui_end(&ui);
    expect("a", 0, 0, 350, 1735);
    expect("b", 365, 0, 715, 1735);
    expect("all", 0, 1750, 1080, 170);
}

static void test_grid_rows_never_cut_their_content(void **state)
{
    (void)state;
    begin();
    ui_open(&ui, (UiBox){.axis = AXIS_GRID, .columns = 1, .gap = 20});
    ui_leaf(&ui, (UiBox){.id = "a", .min_h = 1200});
    ui_leaf(&ui, (UiBox){.id = "b", .min_h = 100});
    ui_close(&ui);
    ui_end(&ui);
    expect("a", 0, 0, 1080, 1200);
    expect("b", 0, 1220, 1080, 700);
}

static void test_a_growing_region_pushes_the_bar_to_the_bottom(void **state)
{
    (void)state;
    begin();
    ui_open(&ui, (UiBox){0});
    ui_leaf(&ui, (UiBox){.id = "head", .h = 216});
    ui_leaf(&ui, share("action", GROW));
    ui_leaf(&ui, (UiBox){.id = "bar", .h = U_BAR_H});
    ui_close(&ui);
    ui_end(&ui);
    expect("action", 0, 216, 1080, 1544);
    expect("bar", 0, 1760, 1080, 160);
}

static void test_a_bar_at_the_top_is_read_last_and_stands_first(void **state)
{
    (void)state;
    begin();
    ui_open(&ui, (UiBox){0});
    ui_leaf(&ui, share("page", GROW));
    ui_leaf(&ui, (UiBox){.id = "bar", .h = 138, .state = STATE_FIRST});
    ui_close(&ui);
    ui_end(&ui);
    expect("bar", 0, 0, 1080, 138);
    expect("page", 0, 138, 1080, 1782);
    assert_true(ui_find(&ui, "bar") > ui_find(&ui, "page"));
}

static void test_space_between_and_evenly(void **state)
{
    (void)state;
    begin();
    ui_open(&ui, (UiBox){0});
    ui_open(&ui, (UiBox){.axis = AXIS_ROW, .justify = ALIGN_BETWEEN});
    ui_leaf(&ui, box("a", 100, 10));
    ui_leaf(&ui, box("b", 100, 10));
    ui_leaf(&ui, box("c", 101, 10));
    ui_close(&ui);
    ui_open(&ui, (UiBox){.justify = ALIGN_EVENLY, .h = 400});
    ui_leaf(&ui, (UiBox){.id = "d", .h = 100});
    ui_leaf(&ui, (UiBox){.id = "e", .h = 100});
    ui_close(&ui);
    ui_close(&ui);
    ui_end(&ui);
    assert_int_equal(rect("b").x, 490); /* 779 over two gaps: 390 and 389 */
    assert_int_equal(rect("c").x + rect("c").w, 1080);
    assert_int_equal(rect("d").y, 10 + 66);
    assert_int_equal(rect("e").y, 10 + 66 + 100 + 66);
}

static void test_a_layer_places_children_at_its_edges(void **state)
{
    (void)state;
    begin();
    ui_open(&ui, (UiBox){.axis = AXIS_LAYER});
    ui_leaf(&ui, (UiBox){.id = "ground"});
    ui_leaf(&ui, (UiBox){.id = "mark",
                         .w = 72,
                         .h = 72,
                         .self = ALIGN_END,
                         .self_y = ALIGN_START,
                         .margin = {.top = 18, .end = 18}});
    ui_close(&ui);
    ui_end(&ui);
    expect("ground", 0, 0, 1080, 1920);
    expect("mark", 990, 18, 72, 72);
}

static void test_a_wrap_goes_on_in_a_next_line(void **state)
{
    (void)state;
    begin();
    ui_open(&ui, (UiBox){0});
    ui_open(&ui, (UiBox){.id = "wrap", .axis = AXIS_WRAP, .gap = 10, .w = 500});
    ui_leaf(&ui, box("a", 240, 50));
    ui_leaf(&ui, box("b", 240, 60));
    ui_leaf(&ui, box("c", 240, 50));
    ui_close(&ui);
    ui_close(&ui);
    ui_end(&ui);
    expect("b", 250, 0, 240, 60);
    expect("c", 0, 70, 240, 50);
    assert_int_equal(rect("wrap").h, 120);
}

static void test_a_picture_keeps_its_shape(void **state)
{
    (void)state;
    begin();
    ui_open(&ui, (UiBox){.pad = {40, 0, 40, 0}});
    ui_leaf(&ui, (UiBox){.id = "p", .role = ROLE_IMAGE, .picture = "x", .aspect_x1000 = 1333});
    ui_close(&ui);
    ui_end(&ui);
    expect("p", 40, 0, 1000, 750);
}

static void test_right_to_left_is_one_reflection(void **state)
{
    (void)state;
    begin_with(true, TEXT_SIZE_100);
    ui_open(&ui, (UiBox){.axis = AXIS_ROW, .pad = {40, 0, 10, 0}});
    ui_leaf(&ui, box("a", 100, 10));
    ui_leaf(&ui, box("b", 200, 10));
    ui_close(&ui);
    ui_end(&ui);
    expect("a", 940, 0, 100, 10);
    expect("b", 740, 0, 200, 10);
}

static void test_a_keypad_keeps_its_inside_in_right_to_left(void **state)
{
    (void)state;
    begin_with(true, TEXT_SIZE_100);
    ui_open(&ui, (UiBox){0});
    ui_open(&ui, (UiBox){.id = "pad",
                         .axis = AXIS_GRID,
                         .columns = 3,
                         .w = 600,
                         .state = STATE_LTR,
                         .align = ALIGN_START});
    ui_leaf(&ui, box("1", 200, 100));
    ui_leaf(&ui, box("2", 200, 100));
    ui_leaf(&ui, box("3", 200, 100));
    ui_close(&ui);
    ui_close(&ui);
    ui_end(&ui);
    assert_int_equal(rect("pad").x, 480); /* moved to the right as a whole */
    assert_int_equal(rect("1").x, 480);
    assert_int_equal(rect("3").x, 880);
}

static void test_a_child_larger_than_its_parent_is_outside(void **state)
{
    (void)state;
    begin();
    ui_open(&ui, (UiBox){0});
    ui_open(&ui, (UiBox){.h = 100});
    int node = ui_leaf(&ui, (UiBox){.h = 101});
    ui_close(&ui);
    ui_close(&ui);
    ui_end(&ui);
    assert_true(ui_node(&ui, node)->outside);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_column_stacks_with_padding_gap_and_margin),
        cmocka_unit_test(test_growing_children_share_and_the_last_takes_the_remainder),
        cmocka_unit_test(test_shares_are_in_proportion),
        cmocka_unit_test(test_a_row_in_a_column_wraps_its_words),
        cmocka_unit_test(test_grid_columns_are_equal_and_rows_share_the_height),
        cmocka_unit_test(test_a_spanning_child_and_a_fixed_row),
        cmocka_unit_test(test_grid_rows_never_cut_their_content),
        cmocka_unit_test(test_a_growing_region_pushes_the_bar_to_the_bottom),
        cmocka_unit_test(test_a_bar_at_the_top_is_read_last_and_stands_first),
        cmocka_unit_test(test_space_between_and_evenly),
        cmocka_unit_test(test_a_layer_places_children_at_its_edges),
        cmocka_unit_test(test_a_wrap_goes_on_in_a_next_line),
        cmocka_unit_test(test_a_picture_keeps_its_shape),
        cmocka_unit_test(test_right_to_left_is_one_reflection),
        cmocka_unit_test(test_a_keypad_keeps_its_inside_in_right_to_left),
        cmocka_unit_test(test_a_child_larger_than_its_parent_is_outside),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
