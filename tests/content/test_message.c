/* test_message.c - sentences with values, in Dutch and Arabic. Expected forms from CLDR. */
#include "cmocka_first.h"

#include <string.h>

#include "message.h"

#define LRI "\xE2\x81\xA6"
#define FSI "\xE2\x81\xA8"
#define PDI "\xE2\x81\xA9"

typedef struct Row {
    const char *language, *pattern;
    MessageArg args[2];
    int count;
    const char *expected; /* NULL = refused */
} Row;

static const Str names[] = {{"a", 1}, {"b", 1}, {"c", 1}};

static const Row rows[] = {
    {"nl", "Bel mij terug", {{0}}, 0, "Bel mij terug"},
    {"nl", "foto's van {x}", {{.name = "x", .text = {"u", 1}}}, 1, "foto's van u"},
    {"nl", "'{'x'}' blijft", {{0}}, 0, "{x} blijft"},
    {"nl", "één '' twee", {{0}}, 0, "één ' twee"},
    {"nl", "# is geen getal", {{0}}, 0, "# is geen getal"},
    {"nl",
     "uiterlijk {d}",
     {{.name = "d", .kind = MESSAGE_DATE, .date = {2026, 11, 24}}},
     1,
     "uiterlijk dinsdag 24 november"},
    {"nl",
     "{d}",
     {{.name = "d", .kind = MESSAGE_DATE_YEAR, .date = {2026, 3, 1}}},
     1,
     "1 maart 2026"},
    {"nl",
     "{n, plural, =0 {geen zin} one {# zin} other {# zinnen}}",
     {{.name = "n", .kind = MESSAGE_NUMBER, .number = 1}},
     1,
     "1 zin"},
    {"nl",
     "{n, plural, =0 {geen zin} one {# zin} other {# zinnen}}",
     {{.name = "n", .kind = MESSAGE_NUMBER, .number = 0}},
     1,
     "geen zin"},
    {"nl",
     "{n, plural, one {# dag} other {nog {n} van # dagen}}",
     {{.name = "n", .kind = MESSAGE_NUMBER, .number = 1200}},
     1,
     "nog 1.200 van 1.200 dagen"},
    {"ar",
     "{n, plural, zero {Z} one {O} two {T} few {F} many {M} other {X}}",
     {{.name = "n", .kind = MESSAGE_NUMBER, .number = 2}},
     1,
     "T"},
    {"ar",
     "{n, plural, few {F#} many {M} other {X}}",
     {{.name = "n", .kind = MESSAGE_NUMBER, .number = 103}},
     1,
     "F103"},
    {"nl", "{who, select, child {je} other {u}}", {{.name = "who", .text = {"child", 5}}}, 1, "je"},
    {"nl", "{who, select, child {je} other {u}}", {{.name = "who", .text = {"x", 1}}}, 1, "u"},
    {"nl",
     "met {p}.",
     {{.name = "p", .kind = MESSAGE_CODE, .text = {"06-1", 4}}},
     1,
     "met " LRI "06-1" PDI "."},
    {"nl",
     "dag {p}",
     {{.name = "p", .kind = MESSAGE_TYPED, .text = {"Noor", 4}}},
     1,
     "dag " FSI "Noor" PDI},
    {"nl",
     "vanaf {t} uur",
     {{.name = "t", .kind = MESSAGE_TIME, .number = 545}},
     1,
     "vanaf " LRI "9.05" PDI " uur"},
    {"ar", "{t}", {{.name = "t", .kind = MESSAGE_TIME, .number = 780}}, 1, LRI "13:00" PDI},
    {"nl",
     "{l}",
     {{.name = "l", .kind = MESSAGE_LIST, .list = names, .list_count = 3}},
     1,
     "a, b en c"},
    {"nl", "{missing}", {{0}}, 0, NULL},
    {"nl", "open {", {{0}}, 0, NULL},
    {"nl", "dicht }", {{0}}, 0, NULL},
    {"nl", "{n, plural, one {x}}", {{.name = "n", .kind = MESSAGE_NUMBER, .number = 9}}, 1, NULL},
    {"nl", "{n, plural, other {x}}", {{.name = "n", .text = {"x", 1}}}, 1, NULL},
    {"nl", "{n, ordinal, other {x}}", {{.name = "n", .kind = MESSAGE_NUMBER}}, 1, NULL},
};

static void test_values_stand_in_a_sentence_as_the_language_writes_them(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const Row *row = &rows[i];
        char memory[512];
        Buf out = buf_init(memory, sizeof memory);
        MessageLocale *locale = message_open(str_of(row->language));
        MessageArgs args = {row->args, row->count};
        bool ok = message_format(locale, str_of(row->pattern), args, &out);
        print_message("%s -> %s\n", row->pattern, memory);
        assert_int_equal(ok, row->expected != NULL);
        if (ok) {
            assert_string_equal(memory, row->expected);
        }
        message_close(locale);
    }
}

static void test_arabic_dates_use_arabic_words_and_telephone_digits(void **state)
{
    (void)state;
    char memory[256];
    Buf out = buf_init(memory, sizeof memory);
    MessageLocale *locale = message_open(STR("ar"));
    MessageArg date = message_date("d", (Date){2026, 11, 24});
    message_value(locale, &date, &out);
    assert_non_null(strstr(memory, "24"));
    assert_non_null(strstr(memory, "نوفمبر"));
    message_close(locale);
}

static void test_nested_choices_stop_at_their_depth(void **state)
{
    (void)state;
    const char *deep = "{a,select,other{{b,select,other{{c,select,other{{d,select,other{"
                       "{e,select,other{x}}}}}}}}}}";
    assert_true(message_is_valid(STR("{a,select,other{{b,select,other{x}}}}"), NULL, NULL));
    assert_false(message_is_valid(str_of(deep), NULL, NULL));
}

static void test_a_text_that_does_not_fit_is_refused(void **state)
{
    (void)state;
    char memory[8];
    Buf out = buf_init(memory, sizeof memory);
    MessageLocale *locale = message_open(STR("nl"));
    assert_false(message_format(locale, STR("te lang voor dit"), (MessageArgs){NULL, 0}, &out));
    message_close(locale);
}

static void test_every_cut_of_a_pattern_is_walked_without_harm(void **state)
{
    (void)state;
    Str pattern = STR("a{n, plural, =0 {x'{'} one {# y} other {{s, select, z {q} other {w}}}}b''");
    assert_true(message_is_valid(pattern, NULL, NULL));
    int valid = 0;
    for (size_t size = 0; size < pattern.size; size++) {
        valid += message_is_valid((Str){pattern.data, size}, NULL, NULL);
    }
    assert_true(valid >= 1 && valid < 6);
}

static void test_isolates_are_taken_out_for_codes_and_speech(void **state)
{
    (void)state;
    char memory[64];
    Buf out = buf_init(memory, sizeof memory);
    message_plain(STR("bel " LRI "06" PDI "!"), &out);
    assert_string_equal(memory, "bel 06!");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_values_stand_in_a_sentence_as_the_language_writes_them),
        cmocka_unit_test(test_arabic_dates_use_arabic_words_and_telephone_digits),
        cmocka_unit_test(test_nested_choices_stop_at_their_depth),
        cmocka_unit_test(test_a_text_that_does_not_fit_is_refused),
        cmocka_unit_test(test_every_cut_of_a_pattern_is_walked_without_harm),
        cmocka_unit_test(test_isolates_are_taken_out_for_codes_and_speech),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
