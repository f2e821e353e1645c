/* test_search_fold.c - words as the search compares them. */
#include "cmocka_first.h"

#include <string.h>

#include "search_fold.h"

static void expect_words(const char *text, const char *expected)
{
    char memory[256] = "";
    Str rest = str_of(text);
    SearchWord word;
    while (search_fold_next(&rest, &word)) {
        strncat(memory, memory[0] == '\0' ? "" : " ", sizeof memory - strlen(memory) - 1);
        strncat(memory, word.text, sizeof memory - strlen(memory) - 1);
        assert_true(word.letters == search_fold_letters(search_fold_str(&word)));
    }
    assert_string_equal(memory, expected);
}

static void test_accents_capitals_and_signs_do_not_matter(void **state)
{
    (void)state;
    expect_words("Één COÖRDINATOR, zorg-plicht?!", "een coordinator zorg plicht");
    expect_words("groep 8: foto's", "groep 8 foto");
    expect_words("", "");
    expect_words("a b c", "");
    expect_words("إلى المدرسة", "الي مدرسه");
    expect_words("حقُّ الطِّفلِ", "حق طفل");
    expect_words("ابداء الراي", "ابداء راي");
    expect_words("إبداء الرأي", "ابداء راي");
}

static void test_long_words_are_cut_and_stay_words(void **state)
{
    (void)state;
    char text[300];
    memset(text, 'a', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    Str rest = str_of(text);
    SearchWord word;
    assert_true(search_fold_next(&rest, &word));
    assert_true(word.size < SEARCH_FOLD_WORD_BYTES_MAX);
    assert_false(search_fold_next(&rest, &word));
}

static void test_mistakes_are_counted_as_people_make_them(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
        int expected;
    } rows[] = {
        {"dyslexie", "dyslexie", 0},
        {"dislexie", "dyslexie", 1},
        {"klagt", "klacht", 2},
        {"shcool", "school", 1},
        {"weigerd", "weigert", 1},
        {"ontwikeling", "ontwikkeling", 1},
        {"school", "vervoer", 3},
        {"leer", "leerplichtwet", 3},
        {"", "ab", 2},
        {"klagt", "klachten", 3},
        {"toelaatbaarheit", "toelaatbaarheid", 1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_int_equal(search_fold_mistakes(str_of(rows[i].a), str_of(rows[i].b), 2),
                         rows[i].expected);
        assert_int_equal(search_fold_mistakes(str_of(rows[i].b), str_of(rows[i].a), 2),
                         rows[i].expected);
    }
}

static void test_trigrams_know_where_a_word_starts(void **state)
{
    (void)state;
    SearchTrigram out[SEARCH_FOLD_TRIGRAMS_MAX];
    assert_int_equal(search_fold_trigrams(STR("opp"), out), 2);
    assert_string_equal(out[0].text, "_op");
    assert_string_equal(out[1].text, "opp");
    assert_int_equal(search_fold_trigrams(STR("é"), out), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_accents_capitals_and_signs_do_not_matter),
        cmocka_unit_test(test_long_words_are_cut_and_stay_words),
        cmocka_unit_test(test_mistakes_are_counted_as_people_make_them),
        cmocka_unit_test(test_trigrams_know_where_a_word_starts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
