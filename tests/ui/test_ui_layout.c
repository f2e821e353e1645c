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

static void test_numbers_align_to_the_side_of_the_screen(void **state)
{
    (void)state;
    begin_with(true, TEXT_SIZE_100);
    ui_open(&ui, (UiBox){0});
    int words = ui_text(&ui, TYPE_BODY, "abc");
    int number = ui_leaf(&ui, (UiBox){.role = ROLE_TEXT, .label = "06 12", .state = STATE_LTR});
    int dutch = ui_leaf(&ui, (UiBox){.role = ROLE_TEXT, .label = "Leiden", .lang = "en"});
    int persian = ui_leaf(&ui, (UiBox){.role = ROLE_TEXT, .label = "x", .lang = "fa-AF"});
    ui_close(&ui);
    ui_end(&ui);
    assert_int_equal(ui_words_align(&ui, dutch), ALIGN_END);
    assert_int_equal(ui_words(&ui, dutch).direction, DIRECTION_LTR);
    assert_int_equal(ui_words_align(&ui, persian), ALIGN_START);
    assert_int_equal(ui_words(&ui, persian).direction, DIRECTION_RTL);
    assert_int_equal(ui_words_align(&ui, words), ALIGN_START);
    assert_int_equal(ui_words_align(&ui, number), ALIGN_END); /* left to right, at the right side */
    assert_int_equal(ui_words(&ui, words).direction, DIRECTION_RTL);
    assert_int_equal(ui_words(&ui, number).direction, DIRECTION_LTR);
}

static void test_icon_and_words_are_centred_together(void **state)
{
    (void)state;
    begin();
    ui_open(&ui, (UiBox){0});
    UiBox wish = fake_button("a", "abcd"); /* 4 * 18 = 72 wide */
    wish.icon = "x";
    int node = ui_leaf(&ui, wish);
    ui_close(&ui);
    ui_end(&ui);
    const UiNode *n = ui_node(&ui, node);
    assert_int_equal(n->icon.w, 56);
    assert_int_equal(n->icon.x, 40 + (1000 - 56 - 20 - 72) / 2);
    assert_int_equal(n->words.x, n->icon.x + 56 + 20);
    assert_int_equal(n->rect.h, 112);                       /* the face's height */
    assert_int_equal(n->words.y, 16 + (112 - 40 - 44) / 2); /* centred above the lip */
}

static void test_a_long_word_steps_down_then_takes_its_short_form(void **state)
{
    (void)state;
    begin();
    ui_open(&ui, (UiBox){.align = ALIGN_START});
    UiBox wish = {.role = ROLE_TEXT, .type = TYPE_BODY, .label = "aaaaaaaaaa", .w = 140};
    int smaller = ui_leaf(&ui, wish); /* 160 at full size, 130 at 85 % */
    wish.w = 100;
    wish.label_short = "aaaa";
    int shorter = ui_leaf(&ui, wish);
    wish.w = 20;
    int hopeless = ui_leaf(&ui, wish);
    ui_close(&ui);
    ui_end(&ui);
    assert_int_equal(ui_node(&ui, smaller)->font.size_px, 27);
    assert_false(ui_node(&ui, smaller)->truncated);
    assert_string_equal(ui_node(&ui, shorter)->shown, "aaaa");
    assert_int_equal(ui_node(&ui, shorter)->font.size_px, 32);
    assert_false(ui_node(&ui, shorter)->truncated);
    assert_true(ui_node(&ui, hopeless)->truncated);
}

static void test_words_higher_than_their_box_are_truncated(void **state)
{
    (void)state;
    begin();
    ui_open(&ui, (UiBox){0});
    int node = ui_leaf(
        &ui,
        (UiBox){
            .role = ROLE_TEXT, .type = TYPE_BODY, .label = "aaaa bbbb cccc", .w = 100, .h = 60});
    ui_close(&ui);
    ui_end(&ui);
    assert_true(ui_node(&ui, node)->truncated);
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

static void test_composed_texts_end_with_the_screen_and_overflow_is_remembered(void **state)
{
    (void)state;
    begin();
    const char *text = ui_format(&ui, "%d van %d", 4, 7);
    assert_string_equal(text, "4 van 7");
    assert_false(ui.arena_full);
    static char large[UI_ARENA_BYTES_MAX];
    memset(large, 'x', sizeof large - 1);
    assert_string_equal(ui_format(&ui, "%s", large), "");
    assert_true(ui.arena_full);
    begin();
    for (size_t i = 0; i < 8; i++)
        assert_int_equal(ui.arena[i], 0); /* begun anew: what stood there is gone */
    ui_wipe(&ui);
}

/* Paragraphs of one line each, and a button under them. */
static void build_long(ThemeText text, int paragraphs)
{
    begin_with(false, text);
    ui_open(&ui, (UiBox){.face = FACE_PAPER});
    ui_heading(&ui, TYPE_H1, "Titel");
    for (int i = 0; i < paragraphs; i++)
        ui_text(&ui, TYPE_BODY, "aaaa bbbb cccc");
    UiBox small = {.id = "small", .role = ROLE_BUTTON, .icon = "x", .hint = "sluit"};
    small.action.kind = FAKE_ACTION;
    ui_leaf(&ui, small);
    ui_close(&ui);
    ui_end(&ui);
}

static int count_faults(void)
{
    int count = 0;
    for (int i = 0; i < ui.count; i++)
        count += ui_node(&ui, i)->outside || ui_node(&ui, i)->truncated;
    return count;
}

static void test_larger_letters_become_as_large_as_fits(void **state)
{
    (void)state;
    ui_wipe(&ui);
    build_long(TEXT_SIZE_175, 10);
    assert_int_equal(ui.settings.theme.text_percent, 175); /* there is room */
    build_long(TEXT_SIZE_175, 30);
    assert_int_equal(count_faults(), 0);
    assert_in_range(ui.settings.theme.text_percent, 100, 170);
    assert_true(ui.settings.theme.k == 1.0);
    int fitted = ui.settings.theme.text_percent;
    build_long(TEXT_SIZE_175, 29); /* the same screen: the size does not jump back */
    assert_int_equal(ui.settings.theme.text_percent, fitted);
    ui_wipe(&ui);
    build_long(TEXT_SIZE_100, 30);
    assert_int_equal(ui.settings.theme.text_percent, 100);
}

static void test_a_screen_without_room_shrinks_but_never_under_a_finger(void **state)
{
    (void)state;
    ui_wipe(&ui);
    build_long(TEXT_SIZE_100, 50);
    assert_int_equal(count_faults(), 0);
    assert_true(ui.settings.theme.k < 1.0 && ui.settings.theme.k >= 0.65);
    UiRect small = rect("small");
    assert_true(small.h >= 20 * 2.71 && small.w >= 20 * 2.71);
    build_long(TEXT_SIZE_100, 90); /* hopeless: it says so */
    assert_true(count_faults() > 0);
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
        cmocka_unit_test(test_a_growing_region_pushes_the_bar_to_the_bottom),
        cmocka_unit_test(test_a_bar_at_the_top_is_read_last_and_stands_first),
        cmocka_unit_test(test_space_between_and_evenly),
        cmocka_unit_test(test_a_layer_places_children_at_its_edges),
        cmocka_unit_test(test_a_wrap_goes_on_in_a_next_line),
        cmocka_unit_test(test_a_picture_keeps_its_shape),
        cmocka_unit_test(test_right_to_left_is_one_reflection),
        cmocka_unit_test(test_a_keypad_keeps_its_inside_in_right_to_left),
        cmocka_unit_test(test_numbers_align_to_the_side_of_the_screen),
        cmocka_unit_test(test_icon_and_words_are_centred_together),
        cmocka_unit_test(test_a_long_word_steps_down_then_takes_its_short_form),
        cmocka_unit_test(test_words_higher_than_their_box_are_truncated),
        cmocka_unit_test(test_a_child_larger_than_its_parent_is_outside),
        cmocka_unit_test(test_hit_areas_take_half_the_gap_and_never_overlap),
        cmocka_unit_test(test_the_deepest_target_wins_the_touch),
        cmocka_unit_test(test_targets_have_the_size_of_a_finger),
        cmocka_unit_test(test_a_gone_slot_keeps_its_place_and_takes_no_touch),
        cmocka_unit_test(test_larger_letters_become_as_large_as_fits),
        cmocka_unit_test(test_a_screen_without_room_shrinks_but_never_under_a_finger),
        cmocka_unit_test(test_composed_texts_end_with_the_screen_and_overflow_is_remembered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
