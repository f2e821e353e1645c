/* test_text_line.c - order, direction, words and caret, with real fonts. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "typeset.h"

static void test_arabic_letters_are_joined(void **state)
{
    (void)state;
    /* U+0643 U+062A U+0627 U+0628: joined it is far narrower than four lonely letters. */
    TextWish joined = wish("كتاب", "ar", 0);
    TextWish apart = wish("ك ت ا ب", "ar", 0);
    TextWish space = wish(" a", "nl", 0), no_space = wish("a", "nl", 0);
    joined.direction = apart.direction = TEXT_RTL;
    int gap = text_measure(engine, &space).width_px - text_measure(engine, &no_space).width_px;
    int lonely = text_measure(engine, &apart).width_px - 3 * gap;
    assert_true(text_measure(engine, &joined).width_px < lonely * 9 / 10);
}

static void test_an_isolated_phone_number_keeps_its_order_in_arabic(void **state)
{
    (void)state;
    TextWish wished = wish("اتصل \u2066"
                           "06-16096360\u2069 الآن",
                           "ar", 0);
    wished.direction = TEXT_RTL;
    lay_out(wished);
    assert_true(layout.rtl);
    assert_string_equal(line_text(0), "الآن| |06-16096360|اتصل ");
}

static void test_without_isolates_the_number_would_be_torn(void **state)
{
    (void)state;
    TextWish wished = wish("اتصل 06-16096360 الآن", "ar", 0);
    wished.direction = TEXT_RTL;
    lay_out(wished);
    assert_null(strstr(line_text(0), "06-16096360"));
}

static void test_latin_inside_arabic_reads_left_to_right(void **state)
{
    (void)state;
    TextWish wished = wish("خطة OPP للطفل", "ar", 0);
    wished.direction = TEXT_RTL;
    lay_out(wished);
    assert_string_equal(line_text(0), "للطفل| |OPP|خطة ");
    assert_int_equal(layout.runs[2].face, TEXT_FACE_ANDIKA);
    assert_int_equal(layout.runs[0].face, TEXT_FACE_ARABIC);
}

static void test_right_to_left_starts_at_the_right(void **state)
{
    (void)state;
    TextWish wished = wish("مرحبا", "ar", 500);
    wished.direction = TEXT_RTL;
    lay_out(wished);
    const TextBox *box = &layout.runs[0].box;
    assert_int_equal(box->x + box->w, 500);
    wished.align = TEXT_END;
    lay_out(wished);
    assert_int_equal(layout.runs[0].box.x, 0);
    wished.align = TEXT_CENTER;
    lay_out(wished);
    assert_int_equal(layout.runs[0].box.x, (500 - layout.runs[0].box.w) / 2);
}

static void test_direction_follows_the_first_letter_when_asked(void **state)
{
    (void)state;
    TextWish wished = wish("فارسی", "fa", 300);
    wished.direction = TEXT_AUTO;
    lay_out(wished);
    assert_true(layout.rtl);
    assert_int_equal(layout.runs[0].face, TEXT_FACE_VAZIRMATN);
    wished = wish("Nederlands", "nl", 300);
    wished.direction = TEXT_AUTO;
    lay_out(wished);
    assert_false(layout.rtl);
}

static void test_word_boxes_stand_in_reading_order_and_do_not_overlap(void **state)
{
    (void)state;
    lay_out(wish("Teken dan niet.", "nl", 0));
    assert_int_equal(layout.word_count, 3);
    assert_int_equal(layout.words[1].from, 6);
    assert_int_equal(layout.words[1].to, 9);
    assert_true(layout.words[1].box.x >= layout.words[0].box.x + layout.words[0].box.w);
    TextWish wished = wish("اتصل بنا الآن", "ar", 0);
    wished.direction = TEXT_RTL;
    lay_out(wished);
    assert_int_equal(layout.word_count, 3);
    assert_true(layout.words[0].box.x >= layout.words[1].box.x + layout.words[1].box.w);
}

static void test_brackets_in_arabic_come_from_a_font_that_has_them(void **state)
{
    (void)state;
    TextWish wished = wish("(مدرسة)", "ar", 0);
    wished.direction = TEXT_RTL;
    lay_out(wished);
    assert_int_equal(layout.run_count, 3);
    assert_int_equal(layout.runs[0].face, TEXT_FACE_ANDIKA);
    assert_true(layout.runs[0].flags & TEXT_RUN_RTL); /* so that it is mirrored */
}

static void test_the_caret_stands_behind_the_last_letter(void **state)
{
    (void)state;
    TextWish wished = wish("06 12", "nl", 500);
    wished.private = true;
    lay_out(wished);
    int behind = layout.caret_x;
    assert_int_equal(behind, layout.runs[0].box.x + layout.runs[0].box.w);
    wished.text = "06 12 ";
    lay_out(wished);
    assert_true(layout.caret_x > behind); /* a typed space moves it */
    wished.text = "06 12\n";
    lay_out(wished);
    assert_int_equal(layout.caret_y, 46);
    assert_int_equal(layout.size.lines, 2);
    wished.text = "";
    lay_out(wished);
    assert_int_equal(layout.caret_x, 0);
}

static void test_a_hard_word_is_a_run_and_a_word(void **state)
{
    (void)state;
    lay_out(wish("Dat heet \x0e"
                 "hoorrecht\x0f.",
                 "nl", 0));
    assert_int_equal(layout.runs[1].flags & TEXT_RUN_WORD, TEXT_RUN_WORD);
    const TextWord *last = &layout.words[layout.word_count - 1];
    assert_int_equal(layout.word_count, 3);
    assert_true(last->hard);
    assert_int_equal(last->from, 9);
    assert_int_equal(last->to, 19); /* the full stop sticks to its word */
}

static void test_bold_marks_make_bold_runs_and_are_not_drawn(void **state)
{
    (void)state;
    lay_out(wish("Nog \x02"
                 "1 cijfer\x03. Bijna.",
                 "nl", 0));
    assert_string_equal(line_text(0), "Nog |1 cijfer|. Bijna.");
    assert_int_equal(layout.runs[0].flags & TEXT_RUN_BOLD, 0);
    assert_int_equal(layout.runs[1].flags & TEXT_RUN_BOLD, TEXT_RUN_BOLD);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_arabic_letters_are_joined),
        cmocka_unit_test(test_an_isolated_phone_number_keeps_its_order_in_arabic),
        cmocka_unit_test(test_without_isolates_the_number_would_be_torn),
        cmocka_unit_test(test_latin_inside_arabic_reads_left_to_right),
        cmocka_unit_test(test_right_to_left_starts_at_the_right),
        cmocka_unit_test(test_direction_follows_the_first_letter_when_asked),
        cmocka_unit_test(test_word_boxes_stand_in_reading_order_and_do_not_overlap),
        cmocka_unit_test(test_brackets_in_arabic_come_from_a_font_that_has_them),
        cmocka_unit_test(test_the_caret_stands_behind_the_last_letter),
        cmocka_unit_test(test_a_hard_word_is_a_run_and_a_word),
        cmocka_unit_test(test_bold_marks_make_bold_runs_and_are_not_drawn),
    };
    return cmocka_run_group_tests(tests, typeset_open, typeset_close);
}
