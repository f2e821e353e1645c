/* test_vcard.c - the visiting card of a QR code: escapes, order, and a bound that never cuts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "utf8.h"
#include "vcard.h"

/* Six Arabic letters, two bytes each. */
#define ARABIC "\xd8\xa3\xd8\xb3\xd8\xa6\xd9\x84\xd8\xa9\xd8\x9f"

static Region region_of(void)
{
    return (Region){.shown_name = STR("Steunpunt; ouder, kind"),
                    .region = STR("regio Voorbeeld"),
                    .phone = STR("06-1609 63 60"),
                    .mail = STR("steunpunt@voorbeeld.example"),
                    .site = STR("voorbeeld.example")};
}

static Buf fresh(char memory[VCARD_BYTES_MAX + 1])
{
    return buf_init(memory, VCARD_BYTES_MAX + 1);
}

static void test_a_small_card_is_name_and_phone(void **state)
{
    Region region = region_of();
    char memory[VCARD_BYTES_MAX + 1];
    Buf out = fresh(memory);

    (void)state;
    vcard_small(&region, &out);
    assert_string_equal(memory, "BEGIN:VCARD\r\nVERSION:3.0\r\n"
                                "N:;Steunpunt\\; ouder\\, kind;;;\r\n"
                                "FN:Steunpunt\\; ouder\\, kind\r\n"
                                "TEL:0616096360\r\nEND:VCARD\r\n");
}

static void test_a_note_escapes_what_would_end_it(void **state)
{
    Region region = region_of();
    VcardMore more = {.title = STR("Vragen"),
                      .notes = {{STR("a, b; c\\d\ne"), STR("")}, {STR(ARABIC), STR("Wie?")}},
                      .count = 2,
                      .last = STR("9 \xe2\x81\xa6"
                                  "17\xe2\x81\xa9 uur")};
    char memory[VCARD_BYTES_MAX + 1];
    Buf out = fresh(memory);

    (void)state;
    assert_int_equal(vcard_full(&region, &more, &out), 2);
    assert_non_null(strstr(memory, "NOTE:Vragen\\n1. a\\, b\\; c\\\\d\\ne\\n2. " ARABIC
                                   "\\nWie?\\n9 17 uur\r\nEND:VCARD\r\n"));
    assert_non_null(strstr(memory, "ORG:regio Voorbeeld\r\n"));
    assert_non_null(strstr(memory, "EMAIL:steunpunt@voorbeeld.example\r\n"));
    assert_non_null(strstr(memory, "URL:https://voorbeeld.example\r\n"));
}

static void test_the_same_words_stand_once(void **state)
{
    Region region = region_of();
    VcardMore more = {.title = STR("T"), .notes = {{STR("Wie?"), STR("Wie?")}}, .count = 1};
    char memory[VCARD_BYTES_MAX + 1];
    Buf out = fresh(memory);

    (void)state;
    assert_int_equal(vcard_full(&region, &more, &out), 1);
    assert_non_null(strstr(memory, "NOTE:T\\n1. Wie?\r\n"));
}

static void test_without_questions_there_are_the_hours(void **state)
{
    Region region = region_of();
    VcardMore more = {.title = STR("Vragen"), .last = STR("ma t/m vr")};
    char memory[VCARD_BYTES_MAX + 1];
    Buf out = fresh(memory);

    (void)state;
    assert_int_equal(vcard_full(&region, &more, &out), 0);
    assert_non_null(strstr(memory, "NOTE:ma t/m vr\r\n"));
}

/* Every length from short to far too long: what fits stands whole, the rest is not begun. */
static void test_a_long_list_keeps_whole_lines_and_whole_letters(void **state)
{
    Region region = region_of();
    char words[VCARD_NOTES_MAX][400];
    int fewest = VCARD_NOTES_MAX;

    (void)state;
    for (int letters = 1; letters < 190; letters++) {
        VcardMore more = {.title = STR("Vragen"), .count = VCARD_NOTES_MAX, .last = STR("uren")};
        char memory[VCARD_BYTES_MAX + 1];
        Buf out = fresh(memory);
        int kept;
        for (int i = 0; i < VCARD_NOTES_MAX; i++) {
            Buf line = buf_init(words[i], sizeof words[i]);
            for (int j = 0; j < letters; j++) {
                buf_add(&line, STR("\xd8\xa3"));
            }
            buf_add(&line, STR("?"));
            more.notes[i].own = buf_str(&line);
        }
        kept = vcard_full(&region, &more, &out);
        assert_true(strlen(memory) <= VCARD_BYTES_MAX);
        assert_true(utf8_is_valid(str_of(memory)));
        assert_true(str_ends_with(str_of(memory), STR("END:VCARD\r\n")));
        assert_non_null(strstr(memory, "TEL:0616096360\r\n"));
        for (int i = 0; i < kept; i++) {
            assert_non_null(strstr(memory, words[i]));
        }
        assert_true(kept <= fewest);
        fewest = kept;
    }
    assert_true(fewest > 0 && fewest < VCARD_NOTES_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_small_card_is_name_and_phone),
        cmocka_unit_test(test_a_note_escapes_what_would_end_it),
        cmocka_unit_test(test_the_same_words_stand_once),
        cmocka_unit_test(test_without_questions_there_are_the_hours),
        cmocka_unit_test(test_a_long_list_keeps_whole_lines_and_whole_letters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
