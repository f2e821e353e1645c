/* test_phone.c - numbers as people type them. */
#include "cmocka_first.h"

#include <regex.h>

#include "phone.h"

typedef struct Row {
    const char *typed;
    PhoneResult result;
    const char *stored;
} Row;

static const Row rows[] = {
    /* usual Dutch spellings */
    {"0612345678", PHONE_OK, "0612345678"},
    {"06-12345678", PHONE_OK, "0612345678"},
    {"06 - 123 456 78", PHONE_OK, "0612345678"},
    {"06 12 34 56 78", PHONE_OK, "0612345678"},
    {"06.12.34.56.78", PHONE_OK, "0612345678"},
    {"(071) 512 34 56", PHONE_OK, "0715123456"},
    {"0251-123456", PHONE_OK, "0251123456"},
    {"071/5123456", PHONE_OK, "0715123456"},
    {"088-1234567", PHONE_OK, "0881234567"},
    {" 06 12345678 ", PHONE_OK, "0612345678"},
    {"06\xE2\x80\x93"
     "12345678",
     PHONE_OK, "0612345678"}, /* en dash */
    {"06\xC2\xA0"
     "12345678",
     PHONE_OK, "0612345678"}, /* no-break space */
    {"\xE2\x80\x8E"
     "06-12345678\xE2\x80\x8E",
     PHONE_OK, "0612345678"}, /* left-to-right marks */
    /* with a country */
    {"+31 6 12345678", PHONE_OK, "+31612345678"},
    {"+31(0)6-12345678", PHONE_OK, "+31612345678"},
    {"+31 (0) 6 12345678", PHONE_OK, "+31612345678"},
    {"0031 6 12345678", PHONE_OK, "0031612345678"},
    {"0031 (0)6 12345678", PHONE_OK, "0031612345678"},
    {"\xEF\xBC\x8B"
     "31612345678",
     PHONE_OK, "+31612345678"}, /* full-width plus */
    {"+49 171 1234567", PHONE_OK, "+491711234567"},
    {"+963 944 123 456", PHONE_OK, "+963944123456"},
    {"0048 501 234 567", PHONE_OK, "0048501234567"},
    /* every script's digits */
    {"\xD9\xA0\xD9\xA6\xD9\xA1\xD9\xA2\xD9\xA3\xD9\xA4\xD9\xA5\xD9\xA6\xD9\xA7\xD9\xA8", PHONE_OK,
     "0612345678"}, /* Arabic-Indic */
    {"\xDB\xB0\xDB\xB6\xDB\xB1\xDB\xB2\xDB\xB3\xDB\xB4\xDB\xB5\xDB\xB6\xDB\xB7\xDB\xB8", PHONE_OK,
     "0612345678"}, /* Persian */
    {"\xE0\xA5\xA6\xE0\xA5\xAC"
     "12345678",
     PHONE_OK, "0612345678"}, /* Devanagari 0 6 */
    {"\xEF\xBC\x90\xEF\xBC\x96"
     "12345678",
     PHONE_OK, "0612345678"}, /* full-width 0 6 */
    /* digits missing or too many */
    {"061234567", PHONE_SHORT, ""},
    {"06123456789", PHONE_LONG, ""},
    {"5123456", PHONE_SHORT, ""},
    {"612345678", PHONE_SHORT, ""},
    {"6123456789", PHONE_UNREADABLE, ""},
    {"+3161234567", PHONE_SHORT, ""},
    {"+316123456789", PHONE_LONG, ""},
    {"+310612345678", PHONE_LONG, ""},
    {"+31012345678", PHONE_UNREADABLE, ""},
    {"003161234567", PHONE_SHORT, ""},
    {"00316123456789", PHONE_LONG, ""},
    {"+12345678", PHONE_SHORT, ""},
    {"+1234567890123456", PHONE_LONG, ""},
    {"+12345678901234567890123", PHONE_LONG, ""},
    {"00123456", PHONE_SHORT, ""},
    {"0012345678901234", PHONE_LONG, ""},
    {"06", PHONE_SHORT, ""},
    {"0", PHONE_SHORT, ""},
    {"+", PHONE_SHORT, ""},
    /* nothing, or not a number */
    {"", PHONE_EMPTY, ""},
    {"  - ", PHONE_EMPTY, ""},
    {"06-1234567a", PHONE_UNREADABLE, ""},
    {"06 12345678 Jan", PHONE_UNREADABLE, ""},
    {"0612+345678", PHONE_UNREADABLE, ""},
    {"++31612345678", PHONE_UNREADABLE, ""},
    /* numbers where nobody can be called back */
    {"0800-1234567", PHONE_SERVICE, ""},
    {"0800-1234", PHONE_SERVICE, ""},
    {"0900 0113", PHONE_SERVICE, ""},
    {"0906 1234", PHONE_SERVICE, ""},
    {"0909-1234", PHONE_SERVICE, ""},
    {"14071", PHONE_SERVICE, ""},
    {"14 020", PHONE_SERVICE, ""},
    {"1888", PHONE_SERVICE, ""},
    {"116 111", PHONE_SERVICE, ""},
    {"+31 800 1234567", PHONE_SERVICE, ""},
    {"0031 900 1234", PHONE_SERVICE, ""},
    /* perhaps help is needed now */
    {"112", PHONE_EMERGENCY, ""},
    {"1-1-2", PHONE_EMERGENCY, ""},
    {"113", PHONE_EMERGENCY, ""},
    {"144", PHONE_EMERGENCY, ""},
    {"911", PHONE_EMERGENCY, ""},
};

static void test_every_spelling_gives_its_result(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char stored[PHONE_BYTES_MAX] = "x";
        PhoneResult result = phone_read(str_of(rows[i].typed), stored);
        if (result != rows[i].result) {
            fail_msg("\"%s\": %d instead of %d", rows[i].typed, (int)result, (int)rows[i].result);
        }
        assert_string_equal(stored, rows[i].stored);
    }
}

static void test_what_is_stored_matches_the_pattern_of_the_design(void **state)
{
    (void)state;
    regex_t pattern;
    assert_int_equal(regcomp(&pattern, "^(0[1-9][0-9]{8}|\\+[0-9]{9,15}|00[0-9]{7,13})$",
                             REG_EXTENDED | REG_NOSUB),
                     0);
    static const char *const others[] = {"0012345678",
                                         "001234567",
                                         "00123456",
                                         "+123456789",
                                         "+12345678",
                                         "0012345678901234",
                                         "001234567890123",
                                         "+1234567890123456",
                                         "00",
                                         "+",
                                         "",
                                         "0612345678 ",
                                         "061234567",
                                         "1612345678",
                                         "06123456a8"};
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        bool expected = regexec(&pattern, others[i], 0, NULL, 0) == 0;
        assert_int_equal(phone_is_stored(str_of(others[i])), expected);
    }
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (rows[i].result == PHONE_OK) {
            assert_int_equal(regexec(&pattern, rows[i].stored, 0, NULL, 0), 0);
            assert_true(phone_is_stored(str_of(rows[i].stored)));
        }
    }
    regfree(&pattern);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_spelling_gives_its_result),
        cmocka_unit_test(test_what_is_stored_matches_the_pattern_of_the_design),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
