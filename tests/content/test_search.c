/* test_search.c - the questions of tests/search/questions.tsv against this repository's content,
 * and how the search behaves at its edges. */
#include "cmocka_first.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "content.h"
#include "file.h"

enum { QUESTIONS_BYTES_MAX = 64 * 1024, FIRST = 3, WANTED = 38 };

static Content *content;

static int open_content(void **state)
{
    (void)state;
    Err err = {0};
    content = content_open(OKSP_PACK, &err);
    if (content == NULL) {
        print_message("%s: %s\n", err.code, err.text);
    }
    return content == NULL ? -1 : 0;
}

static int close_content(void **state)
{
    (void)state;
    content_close(content);
    return 0;
}

static Audience audience_of(Str name)
{
    if (str_equal(name, STR("child"))) {
        return AUDIENCE_CHILD;
    }
    return str_equal(name, STR("youth")) ? AUDIENCE_YOUTH : AUDIENCE_PARENT;
}

static bool is_one_of(Str id, Str list)
{
    while (list.size > 0) {
        if (str_equal(str_trim(str_cut(&list, ' ')), id)) {
            return true;
        }
    }
    return false;
}

/* 1 = a right topic is among the first three. */
static int judge(Str row)
{
    ContentHit hits[CONTENT_RESULTS_MAX];
    Str number = str_cut(&row, '\t');
    Language language = LANGUAGE_DUTCH;
    assert_true(content_language_find(content, str_cut(&row, '\t'), &language));
    Audience audience = audience_of(str_cut(&row, '\t'));
    Str question = str_cut(&row, '\t');
    int count = content_search(content, language, audience, question, hits, CONTENT_RESULTS_MAX);
    int place = 0;
    for (int i = 0; i < count && place == 0; i++) {
        place = is_one_of(content_topic(content, language, hits[i].topic)->id, row) ? i + 1 : 0;
    }
    bool right = place >= 1 && place <= FIRST;
    print_message("%2.*s %s %-48.*s", (int)number.size, number.data, right ? "ok " : "NOT",
                  (int)question.size, question.data);
    for (int i = 0; i < count && i < FIRST + 1; i++) {
        print_message(" %s=%d", content_topic(content, language, hits[i].topic)->id.data,
                      hits[i].score);
    }
    print_message(right ? "\n" : "  (wanted %.*s, at %d of %d)\n", (int)row.size, row.data, place,
                  count);
    return right;
}

static void test_the_right_topic_is_in_the_first_three_for_38_of_40_questions(void **state)
{
    (void)state;
    Err err = {0};
    size_t size = 0;
    char *text =
        file_read(OKSP_SOURCE_DIR "/tests/search/questions.tsv", QUESTIONS_BYTES_MAX, &size, &err);
    assert_non_null(text);
    Str rest = {text, size};
    int questions = 0;
    int right = 0;
    while (rest.size > 0) {
        Str row = str_cut(&rest, '\n');
        if (row.size > 0 && row.data[0] != '#') {
            questions++;
            right += judge(row);
        }
    }
    print_message("%d of %d\n", right, questions);
    free(text);
    assert_int_equal(questions, 40);
    assert_true(right >= WANTED);
}

static int count_hits(const char *query)
{
    ContentHit hits[CONTENT_RESULTS_MAX];
    return content_search(content, LANGUAGE_DUTCH, AUDIENCE_PARENT, str_of(query), hits,
                          CONTENT_RESULTS_MAX);
}

static void test_nonsense_finds_nothing_and_harms_nothing(void **state)
{
    (void)state;
    char longest[CONTENT_QUERY_BYTES_MAX + 2];
    memset(longest, 'x', sizeof longest);
    longest[CONTENT_QUERY_BYTES_MAX + 1] = '\0';
    assert_int_equal(count_hits(""), 0);
    assert_int_equal(count_hits("  ?!  "), 0);
    assert_int_equal(count_hits("qqqqqqqqq"), 0);
    assert_int_equal(count_hits(longest), 0);
    assert_int_equal(count_hits("\xff\xfe"), 0);
    longest[CONTENT_QUERY_BYTES_MAX] = '\0';
    assert_int_equal(count_hits(longest), 0);
}

static void test_no_more_hits_than_asked_and_best_first(void **state)
{
    (void)state;
    ContentHit hits[CONTENT_RESULTS_MAX];
    assert_int_equal(
        content_search(content, LANGUAGE_DUTCH, AUDIENCE_PARENT, STR("school"), hits, 2), 2);
    int count = content_search(content, LANGUAGE_DUTCH, AUDIENCE_PARENT, STR("school plan"), hits,
                               CONTENT_RESULTS_MAX);
    for (int i = 1; i < count; i++) {
        assert_true(hits[i - 1].score >= hits[i].score);
    }
    assert_int_equal(content_search(content, LANGUAGE_DUTCH, AUDIENCE_PARENT, STR("plan"), hits, 0),
                     0);
}

static void test_an_arabic_reader_finds_what_is_only_dutch(void **state)
{
    (void)state;
    ContentHit hits[CONTENT_RESULTS_MAX];
    Language arabic = LANGUAGE_DUTCH;
    assert_true(content_language_find(content, STR("ar"), &arabic));
    int count = content_search(content, arabic, AUDIENCE_PARENT, STR("dyslexie"), hits,
                               CONTENT_RESULTS_MAX);
    assert_true(count > 0);
    assert_string_equal(content_topic(content, arabic, hits[0].topic)->id.data, "dyslexie");
}

/* Where `id` stands among the hits of what a parent typed, 1 = first; 0 = not there. */
static int place_of(const char *query, const char *id)
{
    ContentHit hits[CONTENT_RESULTS_MAX];
    int count = content_search(content, LANGUAGE_DUTCH, AUDIENCE_PARENT, str_of(query), hits,
                               CONTENT_RESULTS_MAX);
    for (int i = 0; i < count; i++) {
        const Topic *topic = content_topic(content, LANGUAGE_DUTCH, hits[i].topic);
        if (i < FIRST + 2) {
            print_message("%s: %s=%d\n", query, topic->id.data, hits[i].score);
        }
        if (str_equal(topic->id, str_of(id))) {
            return i + 1;
        }
    }
    return 0;
}

/* The screen shows hits while somebody types: the beginning of a word must lead there, too. */
static void test_the_beginning_of_a_word_leads_to_its_topic(void **state)
{
    (void)state;
    static const struct {
        const char *query, *id;
    } rows[] = {{"hoor", "hoorrecht"},    {"hoorr", "hoorrecht"},  {"hoorrecht", "hoorrecht"},
                {"hoor", "opp"},          {"hoorrecht", "opp"},    {"opp", "opp"},
                {"leerpl", "leerplicht"}, {"schors", "schorsing"}, {"vervo", "vervoer"},
                {"instem", "opp"},        {"dyslex", "dyslexie"},  {"klacht", "klacht"}};
    int wrong = 0;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        int place = place_of(rows[i].query, rows[i].id);
        if (place < 1 || place > FIRST) {
            print_error("%s: %s at %d\n", rows[i].query, rows[i].id, place);
            wrong++;
        }
    }
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_right_topic_is_in_the_first_three_for_38_of_40_questions),
        cmocka_unit_test(test_the_beginning_of_a_word_leads_to_its_topic),
        cmocka_unit_test(test_nonsense_finds_nothing_and_harms_nothing),
        cmocka_unit_test(test_no_more_hits_than_asked_and_best_first),
        cmocka_unit_test(test_an_arabic_reader_finds_what_is_only_dutch),
    };
    return cmocka_run_group_tests(tests, open_content, close_content);
}
