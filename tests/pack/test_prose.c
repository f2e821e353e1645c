/* test_prose.c - sentences, words and syllables as people count them. */
#include "cmocka_first.h"

#include <string.h>

#include "lint_language.h"
#include "prose.h"

static void test_syllables_are_counted_as_dutch_speaks(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        int expected;
    } rows[] = {
        {"kind", 1},        {"school", 1},       {"moeder", 2},
        {"gesprek", 2},     {"vrijheid", 2},     {"eeuw", 1},
        {"nieuw", 1},       {"draait", 1},       {"geïnd", 2},
        {"coördinator", 5}, {"ontwikkeling", 4}, {"één", 1},
        {"leerplicht", 2},  {"OPP", 3},          {"8", 1},
        {"mbo", 1},         {"begeleiding", 4},  {"ouders", 2},
        {"auto", 2},        {"skiën", 2},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (prose_syllables(str_of(rows[i].word)) != rows[i].expected) {
            print_message("%s\n", rows[i].word);
        }
        assert_int_equal(prose_syllables(str_of(rows[i].word)), rows[i].expected);
    }
}

static void count(void *context, Str piece)
{
    *(int *)context += piece.size > 0;
}

static int sentences(const char *language, const char *text)
{
    int found = 0;
    Prose *prose = prose_open(str_of(language));
    assert_non_null(prose);
    prose_each_sentence(prose, str_of(text), count, &found);
    prose_close(prose);
    return found;
}

static void test_sentences_end_where_readers_stop(void **state)
{
    (void)state;
    assert_int_equal(sentences("nl", "Dit is een. Dit is twee! Is dit drie?"), 3);
    assert_int_equal(sentences("nl", "Van 9.00 tot 17.00 uur."), 1);
    assert_int_equal(sentences("nl", "Wat gaat goed? Wat is moeilijk? Wat helpt jou?"), 3);
    assert_int_equal(sentences("ar", "هل توافقون؟ إذن نعم."), 2);
    assert_int_equal(sentences("nl", ""), 0);
}

static void test_words_are_found_whole_and_in_any_case(void **state)
{
    (void)state;
    assert_int_equal(prose_find(STR("Het hoorrecht."), STR("hoorrecht")), 4);
    assert_int_equal(prose_find(STR("HOORRECHT"), STR("hoorrecht")), 0);
    assert_int_equal(prose_find(STR("hoorrechten"), STR("hoorrecht")), -1);
    assert_int_equal(prose_find(STR("éhoorrecht"), STR("hoorrecht")), -1);
    assert_int_equal(prose_find(STR("dat dient te zijn"), STR("dient te")), 4);
    assert_int_equal(prose_find(STR("iets"), STR("")), -1);
    assert_true(prose_is_abbreviation(STR("OPP")));
    assert_false(prose_is_abbreviation(STR("Op")));
    assert_false(prose_is_abbreviation(STR("U")));
}

/* "Jan loopt naar school. Hij is blij." = 2 sentences, 7 words, 8 syllables:
 * 206.84 - 0.93 * 3.5 - 77 * 8/7 = 115.6 */
static void test_flesch_douma_is_the_published_formula(void **state)
{
    (void)state;
    assert_int_equal(lint_language_readability(&(LintCounts){2, 7, 8}), 116);
    assert_int_equal(lint_language_readability(&(LintCounts){1, 20, 40}), 34);
    assert_int_equal(lint_language_readability(&(LintCounts){0, 0, 0}), 206);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_syllables_are_counted_as_dutch_speaks),
        cmocka_unit_test(test_sentences_end_where_readers_stop),
        cmocka_unit_test(test_words_are_found_whole_and_in_any_case),
        cmocka_unit_test(test_flesch_douma_is_the_published_formula),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
