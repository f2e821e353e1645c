/* test_ui_leaf.c - the icon and the words of one node. */
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

static void test_numbers_align_to_the_side_of_the_screen(void **state)
{
    (void)state;
    begin_with(true, TEXT_SIZE_100);
    ui_open(&ui, (UiBox){0});
    int words = ui_text(&ui, TYPE_BODY, "\xd8\xa7\xd8\xa8 abc");
    int number = ui_leaf(&ui, (UiBox){.role = ROLE_TEXT, .label = "06 12", .state = STATE_LTR});
    int dutch = ui_leaf(&ui, (UiBox){.role = ROLE_TEXT, .label = "Leiden", .lang = "en"});
    int persian = ui_leaf(&ui, (UiBox){.role = ROLE_TEXT, .label = "۲", .lang = "fa-AF"});
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

/* "20 dagen oud." on an Arabic screen: not "dagen oud 20", and the full stop at its end. */
static void test_a_sentence_without_a_translation_runs_from_left_to_right(void **state)
{
    static const struct {
        const char *words;
        UiDirection direction;
    } cases[] = {
        {"20 dagen oud.", DIRECTION_LTR},
        {"20", DIRECTION_RTL},                             /* no letter says otherwise */
        {"\xd8\xae\xd8\xb7\xd8\xa9 (OPP)", DIRECTION_RTL}, /* an Arabic word with a Dutch one */
        {"\xef\xba\x8d b", DIRECTION_RTL},                 /* a joined form */
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        begin_with(true, TEXT_SIZE_100);
        ui_open(&ui, (UiBox){0});
        int words = ui_text(&ui, TYPE_BODY, cases[i].words);
        ui_close(&ui);
        ui_end(&ui);
        bool crossed = cases[i].direction == DIRECTION_LTR;
        assert_int_equal(ui_words(&ui, words).direction, cases[i].direction);
        assert_int_equal(ui_words_align(&ui, words), crossed ? ALIGN_END : ALIGN_START);
    }
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

/* Words keep their millimetres where a screen shrinks to half: the icon grows with them. */
static void test_an_icon_is_never_lower_than_the_words_beside_it(void **state)
{
    (void)state;
    begin();
    ui_open(&ui, (UiBox){.axis = AXIS_ROW});
    UiBox wish = {.role = ROLE_TEXT, .type = TYPE_BODY, .label = "aa", .icon = "x", .icon_size = 9};
    int beside = ui_leaf(&ui, wish);
    wish.role = ROLE_IMAGE;
    int alone = ui_leaf(&ui, wish);
    ui_close(&ui);
    ui_end(&ui);
    assert_int_equal(ui_node(&ui, beside)->icon.w, ui_node(&ui, beside)->font.size_px);
    assert_true(ui_node(&ui, beside)->words.x > ui_node(&ui, beside)->icon.x + 30);
    assert_int_equal(ui_node(&ui, alone)->icon.w, 9);
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers_align_to_the_side_of_the_screen),
        cmocka_unit_test(test_a_sentence_without_a_translation_runs_from_left_to_right),
        cmocka_unit_test(test_icon_and_words_are_centred_together),
        cmocka_unit_test(test_an_icon_is_never_lower_than_the_words_beside_it),
        cmocka_unit_test(test_a_long_word_steps_down_then_takes_its_short_form),
        cmocka_unit_test(test_words_higher_than_their_box_are_truncated),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
