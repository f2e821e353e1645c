/* test_text.c - real fonts, real order, real line breaks; no window. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <malloc.h>
#include <string.h>

#include <cmocka.h>

#include "text.h"

static TextEngine *engine;
static TextLayout layout;

static int open_engine(void **state)
{
    (void)state;
    Err err = {0};
    engine = text_open(OKSP_SOURCE_DIR "/assets/fonts", &err);
    return engine ? 0 : -1;
}

static int close_engine(void **state)
{
    (void)state;
    text_close(engine);
    return 0;
}

static TextWish wish(const char *text, const char *lang, int width_px)
{
    return (TextWish){
        .text = text, .lang = lang, .size_px = 32, .line_px = 46, .width_px = width_px};
}

static void lay_out(TextWish wished)
{
    text_layout(engine, &wished, &layout);
}

/* The runs of a line from the left, with bars between them. */
static const char *line_text(int line)
{
    static char text[TEXT_BYTES_MAX];
    size_t used = 0;
    int last_x = -1;
    for (int i = 0; i < layout.run_count; i++) {
        const TextRun *run = &layout.runs[i];
        if (run->line != line)
            continue;
        assert_true(run->box.x >= last_x); /* runs are in visual order */
        last_x = run->box.x;
        used += (size_t)snprintf(text + used, sizeof text - used, "%s%.*s", used ? "|" : "",
                                 run->to - run->from, layout.text + run->from);
    }
    return used ? text : "";
}

static void test_a_missing_font_is_named(void **state)
{
    (void)state;
    Err err = {0};
    assert_null(text_open("/nowhere", &err));
    assert_string_equal(err.code, "text.font-missing");
    assert_non_null(strstr(err.text, "Andika-Regular.ttf"));
}

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

static void test_a_string_of_only_a_joiner_is_nothing_to_draw(void **state)
{
    (void)state;
    lay_out(wish("\u200c", "fa", 300));
    assert_int_equal(layout.run_count, 0);
    assert_int_equal(layout.size.lines, 1);
    assert_int_equal(layout.size.width_px, 0);
    uint8_t alpha[64] = {0}, empty[64] = {0};
    TextMask mask = {alpha, 8, 8, 8};
    text_render(engine, &layout, &mask, 0, 0, 0);
    assert_memory_equal(alpha, empty, sizeof alpha);
    lay_out(wish("", "nl", 300));
    assert_int_equal(layout.size.lines, 1);
    lay_out((TextWish){.size_px = 32, .line_px = 46});
    assert_int_equal(layout.size.lines, 1);
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

static void test_ethiopic_and_cyrillic_have_their_fonts(void **state)
{
    (void)state;
    lay_out(wish("ሰላም 12", "ti", 0));
    assert_int_equal(layout.runs[0].face, TEXT_FACE_ETHIOPIC);
    lay_out(wish("Українська", "uk", 0));
    assert_int_equal(layout.runs[0].face, TEXT_FACE_ANDIKA);
    assert_string_equal(layout.runs[0].script, "Cyrl");
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

static void test_coverage_says_what_is_missing(void **state)
{
    (void)state;
    assert_true(text_covers(engine, "nl", 'a'));
    assert_true(text_covers(engine, "nl", 0x00e9));
    assert_true(text_covers(engine, "nl", 0x00ad));
    assert_true(text_covers(engine, "ar", 0x0645));
    assert_true(text_covers(engine, "ti", 0x1230));
    assert_true(text_covers(engine, "nl", 0x2019));
    assert_false(text_covers(engine, "nl", 0x1f600)); /* a smiley */
    assert_false(text_covers(engine, "nl", 0x4e00));  /* Chinese: no font is shipped */
}

static int inked(const uint8_t *alpha, int size)
{
    int count = 0;
    for (int i = 0; i < size; i++)
        count += alpha[i] > 128;
    return count;
}

static void test_rendering_puts_ink_inside_the_box_only(void **state)
{
    (void)state;
    enum { W = 400, H = 100 };
    static uint8_t alpha[W * H], again[W * H];
    memset(alpha, 0, sizeof alpha);
    memset(again, 0, sizeof again);
    lay_out(wish("School", "nl", 0));
    TextMask mask = {alpha, W, H, W};
    text_render(engine, &layout, &mask, 20, 20, 0);
    assert_true(inked(alpha, W * H) > 200);
    assert_int_equal(inked(alpha, W * 20), 0); /* nothing above the line box */
    mask.alpha = again;
    text_render(engine, &layout, &mask, 20, 20, 0); /* from memory: the same picture */
    assert_memory_equal(alpha, again, sizeof alpha);
    text_render(engine, &layout, &mask, -20, -40, 0); /* clipped, not crashed */
    text_render(engine, &layout, &mask, 390, 95, 0);
}

static void test_letters_stand_apart_when_asked_but_never_in_arabic(void **state)
{
    (void)state;
    TextWish wished = wish("4729 1638", "nl", 0);
    int normal = text_measure(engine, &wished).width_px;
    wished.spacing_x10_px = 20;
    int spaced = text_measure(engine, &wished).width_px;
    assert_in_range(spaced - normal, 12, 24); /* 9 letters, 2 px each, less the kerning */
    TextWish arabic = wish("مدرسة", "ar", 0);
    arabic.direction = TEXT_RTL;
    int joined = text_measure(engine, &arabic).width_px;
    arabic.spacing_x10_px = 20;
    assert_int_equal(text_measure(engine, &arabic).width_px, joined);
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

/* The word as UTF-8, UTF-16 and UTF-32, which are the forms it has on its way. */
static bool holds_word(const void *memory, size_t size, const char *word)
{
    uint16_t wide[64];
    uint32_t wider[64];
    size_t count = strlen(word);
    for (size_t i = 0; i < count; i++) {
        wide[i] = (uint16_t)word[i];
        wider[i] = (uint32_t)word[i];
    }
    return memmem(memory, size, word, count) || memmem(memory, size, wide, count * 2) ||
           memmem(memory, size, wider, count * 4);
}

static void test_a_private_text_leaves_no_trace_in_the_engine(void **state)
{
    (void)state;
    TextWish wished = wish("Kanarievogeltje", "nl", 400);
    wished.private = true;
    text_measure(engine, &wished);
    lay_out(wished);
    static uint8_t alpha[400 * 60];
    TextMask mask = {alpha, 400, 60, 400};
    text_render(engine, &layout, &mask, 0, 0, 0);
    assert_true(holds_word(&layout, sizeof layout, "Kanarievogeltje"));
    text_layout_wipe(&layout);
    assert_false(holds_word(&layout, sizeof layout, "Kanarievogeltje"));
    assert_false(holds_word(engine, malloc_usable_size(engine), "Kanarievogeltje"));
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

static void test_capitals_have_the_height_of_the_font(void **state)
{
    (void)state;
    int cap_x100 = text_cap_x100_px(engine, 100);
    assert_in_range(cap_x100, 7100, 7400); /* 1485 of 2048 */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_missing_font_is_named),
        cmocka_unit_test(test_latin_wraps_at_spaces_within_its_width),
        cmocka_unit_test(test_measure_and_layout_agree),
        cmocka_unit_test(test_the_measured_width_is_enough_for_the_same_lines),
        cmocka_unit_test(test_a_soft_hyphen_shows_only_where_a_line_ends),
        cmocka_unit_test(test_a_hyphen_never_sticks_out_of_the_box),
        cmocka_unit_test(test_a_balanced_title_has_no_lonely_last_word),
        cmocka_unit_test(test_arabic_letters_are_joined),
        cmocka_unit_test(test_an_isolated_phone_number_keeps_its_order_in_arabic),
        cmocka_unit_test(test_without_isolates_the_number_would_be_torn),
        cmocka_unit_test(test_latin_inside_arabic_reads_left_to_right),
        cmocka_unit_test(test_right_to_left_starts_at_the_right),
        cmocka_unit_test(test_direction_follows_the_first_letter_when_asked),
        cmocka_unit_test(test_a_string_of_only_a_joiner_is_nothing_to_draw),
        cmocka_unit_test(test_bold_marks_make_bold_runs_and_are_not_drawn),
        cmocka_unit_test(test_a_hard_word_is_a_run_and_a_word),
        cmocka_unit_test(test_word_boxes_stand_in_reading_order_and_do_not_overlap),
        cmocka_unit_test(test_ethiopic_and_cyrillic_have_their_fonts),
        cmocka_unit_test(test_brackets_in_arabic_come_from_a_font_that_has_them),
        cmocka_unit_test(test_coverage_says_what_is_missing),
        cmocka_unit_test(test_rendering_puts_ink_inside_the_box_only),
        cmocka_unit_test(test_letters_stand_apart_when_asked_but_never_in_arabic),
        cmocka_unit_test(test_what_a_visitor_types_is_cut_at_the_edge),
        cmocka_unit_test(test_a_private_text_leaves_no_trace_in_the_engine),
        cmocka_unit_test(test_the_caret_stands_behind_the_last_letter),
        cmocka_unit_test(test_line_feeds_break_and_endless_input_is_cut_not_crashed),
        cmocka_unit_test(test_capitals_have_the_height_of_the_font),
    };
    return cmocka_run_group_tests(tests, open_engine, close_engine);
}
