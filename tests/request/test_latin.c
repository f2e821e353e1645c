/* test_latin.c - names a colleague can say. The expected spellings are ICU 72's. */
#include "cmocka_first.h"

#include <string.h>

#include "latin.h"
#include "locked.h"

static void test_only_names_in_other_scripts_need_it(void **state)
{
    (void)state;
    static const char *const latin[] = {"", "Jan", "Fatima \xC3\x96zdemir", "O'Brien-2",
                                        "\xC5\x81ukasz"};
    static const char *const other[] = {"\xD9\x81\xD8\xA7\xD8\xB7\xD9\x85\xD8\xA9",
                                        "\xD0\x9E\xD0\xBB\xD0\xB5\xD0\xBD\xD0\xB0",
                                        "Jan \xE1\x88\xB0\xE1\x88\x8B\xE1\x88\x9D"};
    for (size_t i = 0; i < sizeof latin / sizeof latin[0]; i++) {
        assert_false(latin_is_needed(str_of(latin[i])));
    }
    for (size_t i = 0; i < sizeof other / sizeof other[0]; i++) {
        assert_true(latin_is_needed(str_of(other[i])));
    }
}

static void test_names_become_plain_letters(void **state)
{
    (void)state;
    static const struct {
        const char *name, *latin;
    } rows[] = {
        {"\xD9\x81\xD8\xA7\xD8\xB7\xD9\x85\xD8\xA9", "fatmt"},
        {"\xD0\x9E\xD0\xBB\xD0\xB5\xD0\xBD\xD0\xB0", "Olena"},
        {"\xE1\x88\xB0\xE1\x88\x8B\xE1\x88\x9D", "salam"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char out[64];
        assert_true(latin_write(str_of(rows[i].name), out, sizeof out));
        assert_string_equal(out, rows[i].latin);
    }
}

static void test_a_name_that_does_not_fit_leaves_nothing(void **state)
{
    (void)state;
    char out[4] = "xxx";
    assert_false(latin_write(str_of("\xD0\x9E\xD0\xBB\xD0\xB5\xD0\xBD\xD0\xB0"), out, sizeof out));
    assert_string_equal(out, "");
}

static int wipe_icu(void **state)
{
    (void)state;
    locked_icu();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_only_names_in_other_scripts_need_it),
        cmocka_unit_test(test_names_become_plain_letters),
        cmocka_unit_test(test_a_name_that_does_not_fit_leaves_nothing),
    };
    return cmocka_run_group_tests(tests, wipe_icu, NULL);
}
