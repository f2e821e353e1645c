/* test_utf8.c - UTF-8 after RFC 3629; the bad rows are from its section 10 and the Unicode
 * standard's table of ill-formed sequences. */
#include "cmocka_first.h"

#include <string.h>

#include "utf8.h"

static void test_well_formed_text_is_valid_and_counted(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t points;
    } rows[] = {
        {"", 0},
        {"a", 1},
        {"é", 1},
        {"Özdemir", 7},
        {"مدرسة", 5},
        {"ትምህርት", 5},
        {"\xF0\x9F\x98\x80", 1},
        {"\xF4\x8F\xBF\xBF", 1},
        {"\xED\x9F\xBF\xEE\x80\x80", 2},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_true(utf8_is_valid(str_of(rows[i].text)));
        assert_int_equal(utf8_count(str_of(rows[i].text)), rows[i].points);
    }
}

static void test_ill_formed_text_is_refused(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "\x80",
        "\xC3",
        "\xC0\x80",
        "\xC1\xBF",
        "\xE0\x80\x80",
        "\xE0\x9F\xBF",
        "\xED\xA0\x80",
        "\xED\xBF\xBF",
        "\xF0\x80\x80\x80",
        "\xF0\x8F\xBF\xBF",
        "\xF4\x90\x80\x80",
        "\xF5\x80\x80\x80",
        "\xFF",
        "\xFE",
        "a\xE2\x82",
        "\xE2\x28\xA1",
        "ok\xC3\x28",
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_false(utf8_is_valid(str_of(rows[i])));
    }
}

static void test_every_code_point_survives_encode_and_decode(void **state)
{
    (void)state;
    for (uint32_t point = 0; point <= 0x10FFFF; point++) {
        if (point >= 0xD800 && point <= 0xDFFF) {
            continue;
        }
        char bytes[UTF8_BYTES_MAX];
        Str text = {bytes, utf8_encode(point, bytes)};
        size_t at = 0;
        if (!utf8_is_valid(text) || utf8_next(text, &at) != point || at != text.size) {
            fail_msg("U+%04X does not survive", point);
        }
    }
}

static void test_backspace_takes_one_code_point(void **state)
{
    (void)state;
    Str text = STR("aé\xF0\x9F\x98\x80");
    text.size = utf8_before_last(text);
    assert_int_equal(text.size, 3);
    text.size = utf8_before_last(text);
    assert_int_equal(text.size, 1);
    text.size = utf8_before_last(text);
    assert_int_equal(text.size, 0);
    assert_int_equal(utf8_before_last(text), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_well_formed_text_is_valid_and_counted),
        cmocka_unit_test(test_ill_formed_text_is_refused),
        cmocka_unit_test(test_every_code_point_survives_encode_and_decode),
        cmocka_unit_test(test_backspace_takes_one_code_point),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
