/* test_text_break.c - where lines end, with real fonts. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "typeset.h"

static void test_latin_wraps_at_spaces_within_its_width(void **state)
{
    (void)state;
    lay_out(wish("Uw kind mag zeggen wat het vindt van de hulp op school.", "nl", 400));
    assert_true(layout.size.lines >= 2);
    for (int i = 0; i < layout.run_count; i++)
        assert_true(layout.runs[i].box.x + layout.runs[i].box.w <= 400 + 1);
    assert_int_equal(layout.size.height_px, layout.size.lines * 46);
    assert_string_equal(line_text(0), "Uw kind mag zeggen wat");
}

static void test_hours_are_not_torn_at_their_dash(void **state)
{
    (void)state;
    lay_out(wish("ma t/m vr, 9\u00a0\u2013\u00a0"
                 "17\u00a0uur",
                 "nl", 260));
    assert_int_equal(layout.size.lines, 2);
    assert_string_equal(line_text(0), "ma t/m vr,");
}

static void test_measure_and_layout_agree(void **state)
{
    (void)state;
    TextWish wished = wish("Wij zijn niet van school en niet van leerplicht.", "nl", 330);
    TextSize size = text_measure(engine, &wished);
    lay_out(wished);
    assert_memory_equal(&size, &layout.size, sizeof size);
    TextSize again = text_measure(engine, &wished); /* from memory */
    assert_memory_equal(&size, &again, sizeof size);
}

static void test_the_measured_width_is_enough_for_the_same_lines(void **state)
{
    (void)state;
    TextWish wished = wish("Naar de middelbare school of het mbo", "nl", 260);
    wished.balance = true;
    TextSize size = text_measure(engine, &wished);
    wished.width_px = size.width_px;
    assert_int_equal(text_measure(engine, &wished).lines, size.lines);
}

static void test_a_soft_hyphen_shows_only_where_a_line_ends(void **state)
{
    (void)state;
    lay_out(wish("ontwikkelings\u00adperspectief", "nl", 300));
    assert_int_equal(layout.size.lines, 2);
    assert_string_equal(line_text(0), "ontwikkelings|-");
    lay_out(wish("ontwikkelings\u00adperspectief", "nl", 1000));
    assert_int_equal(layout.size.lines, 1);
    assert_string_equal(line_text(0), "ontwikkelingsperspectief");
}

static void test_a_hyphen_never_sticks_out_of_the_box(void **state)
{
    (void)state;
    TextSize part =
        text_measure(engine, &(TextWish){.text = "ontwikkelings", .size_px = 32, .line_px = 46});
    lay_out(wish("ontwikkelings\u00adperspectief", "nl", part.width_px + 1));
    assert_true(layout.size.word_px > part.width_px + 1); /* reported: it does not fit */
    TextWish bare = wish("aa bbbbbb", "nl", 0);
    lay_out(wish("aa bbbbbb\u00adcccccc", "nl", text_measure(engine, &bare).width_px + 1));
    assert_string_equal(line_text(0), "aa"); /* the letters fit, their hyphen does not */
}

static void test_a_balanced_title_has_no_lonely_last_word(void **state)
{
    (void)state;
    TextWish wished = wish("Waar kunnen wij u mee helpen vandaag?", "nl", 0);
    int whole = text_measure(engine, &wished).width_px;
    wished.width_px = whole - 20;
    lay_out(wished);
    assert_string_equal(line_text(1), "vandaag?");
    wished.balance = true;
    lay_out(wished);
    assert_int_equal(layout.size.lines, 2);
    assert_true(strlen(line_text(1)) > strlen("vandaag?"));
}

static void test_a_balanced_title_breaks_behind_a_sentence_where_that_is_no_line_more(void **state)
{
    (void)state;
    TextWish wished = wish("Hoi! Ik ben Stip.", "nl", 0);
    wished.balance = true;
    int whole = text_measure(engine, &wished).width_px;
    wished.width_px = whole;
    assert_int_equal(text_measure(engine, &wished).lines, 1);
    wished.width_px = whole - 1;
    lay_out(wished);
    assert_int_equal(layout.size.lines, 2);
    assert_string_equal(line_text(1), "Ik ben Stip.");
    wished.width_px = layout.size.width_px;
    lay_out(wished);
    assert_string_equal(line_text(1), "Ik ben Stip.");
    wished.text = "Maakt school een plan voor jou? Dan moet school vragen wat jij vindt.";
    wished.width_px = 0;
    int longest = text_measure(engine, &wished).width_px;
    for (int width_px = longest / 3; width_px < longest; width_px++) {
        wished.width_px = width_px;
        lay_out(wished);
        assert_string_not_equal(line_text(layout.size.lines - 1), "vindt.");
    }
    wished.text = "Een brief van mr. de Vries";
    wished.width_px = 0;
    wished.width_px = text_measure(engine, &wished).width_px - 1;
    lay_out(wished);
    assert_string_equal(line_text(1), "mr. de Vries");
}

static void test_what_a_visitor_types_is_cut_at_the_edge(void **state)
{
    (void)state;
    TextWish wished = wish("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "nl", 200);
    lay_out(wished);
    assert_int_equal(layout.size.lines, 1);
    assert_true(layout.size.word_px > 200); /* content: reported */
    wished.private = true;
    lay_out(wished);
    assert_true(layout.size.lines > 1); /* typed: wrapped */
    assert_int_equal(layout.word_count, 0);
    text_layout_wipe(&layout);
}

static void test_line_feeds_break_and_endless_input_is_cut_not_crashed(void **state)
{
    (void)state;
    lay_out(wish("Stop\nen wis", "nl", 400));
    assert_int_equal(layout.size.lines, 2);
    assert_string_equal(line_text(1), "en wis");
    static char endless[3 * TEXT_BYTES_MAX];
    for (size_t i = 0; i + 1 < sizeof endless; i++)
        endless[i] = i % 7 == 6 ? ' ' : 'x';
    lay_out(wish(endless, "nl", 120));
    assert_true(layout.cut);
    assert_true(layout.size.lines <= TEXT_LINES_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_latin_wraps_at_spaces_within_its_width),
        cmocka_unit_test(test_hours_are_not_torn_at_their_dash),
        cmocka_unit_test(test_measure_and_layout_agree),
        cmocka_unit_test(test_the_measured_width_is_enough_for_the_same_lines),
        cmocka_unit_test(test_a_soft_hyphen_shows_only_where_a_line_ends),
        cmocka_unit_test(test_a_hyphen_never_sticks_out_of_the_box),
        cmocka_unit_test(test_a_balanced_title_has_no_lonely_last_word),
        cmocka_unit_test(test_a_balanced_title_breaks_behind_a_sentence_where_that_is_no_line_more),
        cmocka_unit_test(test_what_a_visitor_types_is_cut_at_the_edge),
        cmocka_unit_test(test_line_feeds_break_and_endless_input_is_cut_not_crashed),
    };
    return cmocka_run_group_tests(tests, typeset_open, typeset_close);
}
