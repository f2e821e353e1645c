/* test_str.c - slices of text. */
#include "cmocka_first.h"

#include <string.h>

#include "str.h"

static void test_a_slice_of_nothing_is_empty(void **state)
{
    (void)state;
    assert_int_equal(str_of(NULL).size, 0);
    assert_true(str_equal(str_of(NULL), STR("")));
    assert_int_equal(str_trim(str_of(NULL)).size, 0);
}

static void test_prefix_suffix_and_equality(void **state)
{
    (void)state;
    assert_true(str_starts_with(STR("home.call"), STR("home.")));
    assert_false(str_starts_with(STR("ho"), STR("home.")));
    assert_true(str_ends_with(STR("nl.yaml"), STR(".yaml")));
    assert_false(str_ends_with(STR("yaml"), STR(".yaml")));
    assert_true(str_ends_with(STR("x"), STR("")));
    assert_true(str_equal(STR("ab"), str_of("ab")));
    assert_false(str_equal(STR("ab"), STR("ac")));
    assert_false(str_equal(STR("ab"), STR("abc")));
}

static void test_trim_takes_white_space_from_both_ends_only(void **state)
{
    (void)state;
    assert_true(str_equal(str_trim(STR(" \t een twee\r\n")), STR("een twee")));
    assert_true(str_equal(str_trim(STR(" \n ")), STR("")));
}

static void test_cut_walks_through_a_list_with_empty_pieces(void **state)
{
    (void)state;
    static const char *const pieces[] = {"a", "", "bc", ""};
    Str rest = STR("a,,bc,");
    for (size_t i = 0; i < 4; i++) {
        assert_non_null(rest.data);
        assert_true(str_equal(str_cut(&rest, ','), str_of(pieces[i])));
    }
    assert_null(rest.data);
    assert_int_equal(rest.size, 0);
}

static void test_numbers_are_whole_and_within_bounds(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int64_t min, max;
        bool good;
        int64_t value;
    } rows[] = {
        {"0", 0, 9, true, 0},
        {"-7", -9, 9, true, -7},
        {"9223372036854775807", INT64_MIN, INT64_MAX, true, INT64_MAX},
        {"-9223372036854775808", INT64_MIN, INT64_MAX, true, INT64_MIN},
        {"9223372036854775808", INT64_MIN, INT64_MAX, false, 0},
        {"-9223372036854775809", INT64_MIN, INT64_MAX, false, 0},
        {"10", 0, 9, false, 0},
        {"-1", 0, 9, false, 0},
        {"", 0, 9, false, 0},
        {"-", -9, 9, false, 0},
        {"+1", 0, 9, false, 0},
        {" 1", 0, 9, false, 0},
        {"1x", 0, 9, false, 0},
        {"--1", -9, 9, false, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        int64_t value = 77;
        bool good = str_to_int(str_of(rows[i].text), rows[i].min, rows[i].max, &value);
        assert_int_equal(good, rows[i].good);
        assert_true(value == (rows[i].good ? rows[i].value : 77));
    }
}

static void test_ascii_ends_at_127(void **state)
{
    (void)state;
    assert_true(str_is_ascii(STR("")));
    assert_true(str_is_ascii(STR("a\x7F\0z")));
    assert_false(str_is_ascii(STR("a\x80")));
    assert_false(str_is_ascii(STR("\xFF")));
}

static void test_copy_fits_or_gives_an_empty_string(void **state)
{
    (void)state;
    char four[4] = "zzz";
    assert_true(str_copy(STR("abc"), four, sizeof four));
    assert_string_equal(four, "abc");
    assert_false(str_copy(STR("abcd"), four, sizeof four));
    assert_string_equal(four, "");
    assert_true(str_copy(str_of(NULL), four, sizeof four));
    assert_false(str_copy(STR(""), four, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_slice_of_nothing_is_empty),
        cmocka_unit_test(test_prefix_suffix_and_equality),
        cmocka_unit_test(test_trim_takes_white_space_from_both_ends_only),
        cmocka_unit_test(test_cut_walks_through_a_list_with_empty_pieces),
        cmocka_unit_test(test_numbers_are_whole_and_within_bounds),
        cmocka_unit_test(test_ascii_ends_at_127),
        cmocka_unit_test(test_copy_fits_or_gives_an_empty_string),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
