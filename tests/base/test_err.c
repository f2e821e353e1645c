/* test_err.c - operating errors keep their lowest cause. */
#include "cmocka_first.h"

#include <string.h>

#include "err.h"

static void test_setting_an_error_returns_false_and_keeps_code_and_text(void **state)
{
    (void)state;
    Err err = {0};
    assert_false(err_is_set(&err));
    assert_false(err_set(&err, "store.full", "only %d MB left", 3));
    assert_true(err_is_set(&err));
    assert_string_equal(err.code, "store.full");
    assert_string_equal(err.text, "only 3 MB left");
    assert_int_equal(err.line, 0);
}

static void test_the_first_cause_wins_until_it_is_cleared(void **state)
{
    (void)state;
    Err err = {0};
    err_set(&err, "disk.io", "lowest");
    err_set(&err, "store.open", "higher");
    err_at(&err, "content.line", "nl.yaml", 3, "higher still");
    assert_string_equal(err.code, "disk.io");
    assert_string_equal(err.text, "lowest");
    err_clear(&err);
    assert_false(err_is_set(&err));
    err_at(&err, "content.line", "nl.yaml", 3, "now it counts");
    assert_string_equal(err.file, "nl.yaml");
    assert_int_equal(err.line, 3);
}

static void test_no_error_wanted_is_allowed(void **state)
{
    (void)state;
    assert_false(err_set(NULL, "a.b", "x"));
    assert_false(err_at(NULL, "a.b", "f", 1, "x"));
    assert_false(err_is_set(NULL));
    err_clear(NULL);
}

static void test_long_texts_are_cut_and_stay_terminated(void **state)
{
    (void)state;
    char text[2 * ERR_TEXT_BYTES_MAX];
    memset(text, 'x', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    Err err = {0};
    err_at(&err, text, text, 7, "%s", text);
    assert_int_equal(strlen(err.code), ERR_CODE_BYTES_MAX - 1);
    assert_int_equal(strlen(err.text), ERR_TEXT_BYTES_MAX - 1);
    assert_int_equal(strlen(err.file), ERR_FILE_BYTES_MAX - 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_setting_an_error_returns_false_and_keeps_code_and_text),
        cmocka_unit_test(test_the_first_cause_wins_until_it_is_cleared),
        cmocka_unit_test(test_no_error_wanted_is_allowed),
        cmocka_unit_test(test_long_texts_are_cut_and_stay_terminated),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
