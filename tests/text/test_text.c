/* test_text.c - fonts, masks and traces of the text engine. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "typeset.h"

static void test_a_missing_font_is_named(void **state)
{
    (void)state;
    Err err = {0};
    assert_null(text_open("/nowhere", &err));
    assert_string_equal(err.code, "text.font-missing");
    assert_non_null(strstr(err.text, "Andika-Regular.ttf"));
}

/* The first two files are there and are not fonts. */
static void test_a_font_that_is_none_is_named(void **state)
{
    (void)state;
    char folder[] = "/tmp/oksp-fonts-XXXXXX", path[64];
    static const char *const files[] = {"Andika-Regular.ttf", "Andika-Bold.ttf"};
    Err err = {0};
    assert_non_null(mkdtemp(folder));
    for (size_t i = 0; i < 2; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, files[i]);
        FILE *file = fopen(path, "w");
        assert_non_null(file);
        fputs("this is no font", file);
        fclose(file);
    }
    assert_null(text_open(folder, &err));
    assert_string_equal(err.code, "text.font-broken");
    assert_non_null(strstr(err.text, "Andika-Regular.ttf"));
    for (size_t i = 0; i < 2; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, files[i]);
        assert_int_equal(unlink(path), 0);
    }
    assert_int_equal(rmdir(folder), 0);
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

static void test_ethiopic_and_cyrillic_have_their_fonts(void **state)
{
    (void)state;
    lay_out(wish("ሰላም 12", "ti", 0));
    assert_int_equal(layout.runs[0].face, TEXT_FACE_ETHIOPIC);
    lay_out(wish("Українська", "uk", 0));
    assert_int_equal(layout.runs[0].face, TEXT_FACE_ANDIKA);
    assert_string_equal(layout.runs[0].script, "Cyrl");
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

static const uint8_t *drawn_glyph(const char *glyph)
{
    enum { SIDE = 96 };
    static uint8_t two[2][SIDE * SIDE];
    static int which;
    which = 1 - which;
    memset(two[which], 0, sizeof two[which]);
    TextWish wished = wish(glyph, "nl", 0);
    wished.size_px = 64;
    wished.line_px = 90;
    lay_out(wished);
    TextMask mask = {two[which], SIDE, SIDE, SIDE};
    text_render(engine, &layout, &mask, 8, 2, 0);
    return two[which];
}

/* A code or a number is read letter by letter: capital i, small l, one and a bar, O and zero. */
static void test_letters_that_look_alike_are_told_apart(void **state)
{
    (void)state;
    enum { PIXELS = 96 * 96, APART_PERCENT = 15 };
    static const char *const pairs[][2] = {{"I", "l"}, {"I", "1"}, {"l", "1"},
                                           {"I", "|"}, {"l", "|"}, {"O", "0"}};
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        static uint8_t first[PIXELS];
        int ink = 0, apart = 0;
        memcpy(first, drawn_glyph(pairs[i][0]), sizeof first);
        const uint8_t *second = drawn_glyph(pairs[i][1]);
        for (int j = 0; j < PIXELS; j++) {
            ink += first[j] > 127 || second[j] > 127;
            apart += (first[j] > 127) != (second[j] > 127);
        }
        print_message("%s and %s: %d %% of their ink is apart\n", pairs[i][0], pairs[i][1],
                      apart * 100 / ink);
        assert_true(apart * 100 >= ink * APART_PERCENT);
    }
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

static void test_capitals_have_the_height_of_the_font(void **state)
{
    (void)state;
    int cap_x100 = text_cap_x100_px(engine, 100);
    assert_in_range(cap_x100, 7100, 7400); /* 1485 of 2048 */
}

static void test_caches_are_bounded_and_can_be_emptied(void **state)
{
    (void)state;
    static uint8_t alpha[300 * 120];
    TextMask mask = {alpha, 300, 120, 300};
    TextWish wished = wish("Kind", "nl", 0);
    int width = text_measure(engine, &wished).width_px;
    char text[32];
    for (int i = 0; i < 900; i++) { /* more runs and sizes than are kept */
        snprintf(text, sizeof text, "Woord %d", i);
        wished.text = text;
        wished.size_px = 10 + i % 120;
        lay_out(wished);
        text_render(engine, &layout, &mask, 0, 0, 0);
    }
    text_forget(engine);
    assert_false(holds_word(engine, malloc_usable_size(engine), "Woord"));
    wished = wish("Kind", "nl", 0);
    assert_int_equal(text_measure(engine, &wished).width_px, width);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_missing_font_is_named),
        cmocka_unit_test(test_a_font_that_is_none_is_named),
        cmocka_unit_test(test_a_string_of_only_a_joiner_is_nothing_to_draw),
        cmocka_unit_test(test_ethiopic_and_cyrillic_have_their_fonts),
        cmocka_unit_test(test_coverage_says_what_is_missing),
        cmocka_unit_test(test_rendering_puts_ink_inside_the_box_only),
        cmocka_unit_test(test_letters_that_look_alike_are_told_apart),
        cmocka_unit_test(test_letters_stand_apart_when_asked_but_never_in_arabic),
        cmocka_unit_test(test_a_private_text_leaves_no_trace_in_the_engine),
        cmocka_unit_test(test_caches_are_bounded_and_can_be_emptied),
        cmocka_unit_test(test_capitals_have_the_height_of_the_font),
    };
    return cmocka_run_group_tests(tests, typeset_open, typeset_close);
}
