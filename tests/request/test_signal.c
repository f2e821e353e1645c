/* test_signal.c - stories and counts as payloads: nothing finer than a week, nothing empty. */
#include "cmocka_first.h"

#include <stdio.h>
#include <string.h>

#include "signal.h"

static SignalStory story(void)
{
    SignalStory s = {.who = REQUEST_WHO_CHILD, .mood = 4, .topic_count = 1, .line_count = 1};
    assert_true(str_copy(STR("2026-W48"), s.week, sizeof s.week));
    assert_true(str_copy(STR("nl"), s.lang, sizeof s.lang));
    assert_true(str_copy(STR("thuiszitten"), s.topics[0], sizeof s.topics[0]));
    assert_true(str_copy(STR("werd-gehoord"), s.lines[0], sizeof s.lines[0]));
    return s;
}

static void test_a_story_says_what_was_given_and_no_more(void **state)
{
    (void)state;
    SignalStory s = story();
    char json[REQUEST_JSON_BYTES_MAX];
    size_t size = 0;
    Err err = {0};
    assert_true(signal_story_to_json(&s, json, sizeof json, &size, &err));
    assert_string_equal(json, "{\"v\":1,\"t\":\"story\",\"week\":\"2026-W48\",\"who\":\"child\","
                              "\"lang\":\"nl\",\"mood\":4,\"topic\":[\"thuiszitten\"],"
                              "\"line\":[\"werd-gehoord\"]}");
    SignalStory bare = {.mood = 1};
    assert_true(str_copy(STR("ar"), bare.lang, sizeof bare.lang));
    assert_true(signal_story_to_json(&bare, json, sizeof json, &size, &err));
    assert_string_equal(json, "{\"v\":1,\"t\":\"story\",\"week\":\"?\",\"who\":\"parent\","
                              "\"lang\":\"ar\",\"mood\":1}");
}

static void test_an_empty_story_or_one_against_the_rules_is_not_written(void **state)
{
    (void)state;
    SignalStory rows[6];
    for (size_t i = 0; i < 6; i++) {
        rows[i] = story();
    }
    rows[0].mood = 0;
    rows[0].line_count = 0; /* a topic alone says nothing */
    rows[1].mood = SIGNAL_MOOD_MAX + 1;
    rows[2].topics[0][0] = 'T';
    rows[3].line_count = SIGNAL_LINES_MAX + 1;
    memset(rows[4].text, 'x', SIGNAL_TEXT_POINTS_MAX + 1);
    rows[5].lang[0] = '\0';
    for (size_t i = 0; i < 6; i++) {
        char json[REQUEST_JSON_BYTES_MAX] = "old";
        size_t size = 9;
        Err err = {0};
        assert_false(signal_story_is_whole(&rows[i]));
        assert_false(signal_story_to_json(&rows[i], json, sizeof json, &size, &err));
        assert_string_equal(err.code, "signal.bad");
        assert_string_equal(json, "");
    }
    char little[16] = "old";
    size_t size = 9;
    Err err = {0};
    SignalStory whole = story();
    assert_false(signal_story_to_json(&whole, little, sizeof little, &size, &err));
    assert_string_equal(err.code, "signal.memory");
    assert_string_equal(little, "");
}

static SignalFix fix(void)
{
    SignalFix f = {.fault = SIGNAL_FAULT_MISSING};
    assert_true(str_copy(STR("2026-W48"), f.week, sizeof f.week));
    assert_true(str_copy(STR("parent.opp"), f.page, sizeof f.page));
    assert_true(str_copy(STR("ar"), f.lang, sizeof f.lang));
    assert_true(str_copy(STR("Het nummer \"1\" klopt niet"), f.text, sizeof f.text));
    return f;
}

static void test_a_fault_names_its_page_and_says_no_more_than_was_given(void **state)
{
    (void)state;
    SignalFix f = fix();
    char json[REQUEST_JSON_BYTES_MAX];
    size_t size = 0;
    Err err = {0};
    assert_true(signal_fix_to_json(&f, json, sizeof json, &size, &err));
    assert_string_equal(json, "{\"v\":1,\"t\":\"fix\",\"week\":\"2026-W48\",\"who\":\"parent\","
                              "\"lang\":\"ar\",\"page\":\"parent.opp\",\"choice\":\"missing\","
                              "\"text\":\"Het nummer \\\"1\\\" klopt niet\"}");
    f.fault = SIGNAL_FAULT_NONE; /* own words alone will do */
    f.week[0] = '\0';
    memset(f.text, 'a', 1);
    f.text[1] = '\0';
    assert_true(signal_fix_to_json(&f, json, sizeof json, &size, &err));
    assert_string_equal(json, "{\"v\":1,\"t\":\"fix\",\"week\":\"?\",\"who\":\"parent\","
                              "\"lang\":\"ar\",\"page\":\"parent.opp\",\"text\":\"a\"}");
}

static void test_a_fault_without_page_or_words_is_not_written(void **state)
{
    (void)state;
    SignalFix rows[6];
    for (size_t i = 0; i < 6; i++) {
        rows[i] = fix();
    }
    rows[0].fault = SIGNAL_FAULT_NONE;
    rows[0].text[0] = '\0';
    rows[1].page[0] = '\0';
    rows[2].page[0] = 'P';
    rows[3].fault = SIGNAL_FAULT_COUNT;
    rows[4].text[0] = '\x1b';
    memset(rows[5].text, 'x', SIGNAL_TEXT_POINTS_MAX + 1);
    for (size_t i = 0; i < 6; i++) {
        char json[REQUEST_JSON_BYTES_MAX] = "old";
        size_t size = 9;
        Err err = {0};
        assert_false(signal_fix_is_whole(&rows[i]));
        assert_false(signal_fix_to_json(&rows[i], json, sizeof json, &size, &err));
        assert_string_equal(err.code, "signal.bad");
        assert_string_equal(json, "");
    }
}

static void test_the_longest_tally_fits_an_envelope(void **state)
{
    (void)state;
    static SignalTally tally = {.week = "?", .count = SIGNAL_COUNTS_MAX};
    char json[REQUEST_JSON_BYTES_MAX];
    size_t size = 0;
    Err err = {0};
    for (int i = 0; i < tally.count; i++) {
        memset(tally.counts[i].key, 'a', SIGNAL_KEY_BYTES_MAX - 1);
        snprintf(tally.counts[i].key + 40, 9, "%08u", (unsigned)i % 1000u);
        tally.counts[i].n = 99999;
    }
    assert_true(signal_tally_to_json(&tally, json, sizeof json, &size, &err));
    assert_true(size < 8176);
    tally.counts[3].n = 0;
    assert_false(signal_tally_to_json(&tally, json, sizeof json, &size, &err));
    tally.count = 0;
    err_clear(&err);
    assert_false(signal_tally_to_json(&tally, json, sizeof json, &size, &err));
    assert_string_equal(err.code, "signal.bad");
}

static void test_keys_are_words_of_ours_only(void **state)
{
    (void)state;
    assert_true(signal_key_is_valid(STR("topic.thuis-zitten.2")));
    assert_false(signal_key_is_valid(STR("")));
    assert_false(signal_key_is_valid(STR("Fatima")));
    assert_false(signal_key_is_valid(STR("06 12345678")));
    assert_false(signal_key_is_valid(STR("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_story_says_what_was_given_and_no_more),
        cmocka_unit_test(test_an_empty_story_or_one_against_the_rules_is_not_written),
        cmocka_unit_test(test_a_fault_names_its_page_and_says_no_more_than_was_given),
        cmocka_unit_test(test_a_fault_without_page_or_words_is_not_written),
        cmocka_unit_test(test_the_longest_tally_fits_an_envelope),
        cmocka_unit_test(test_keys_are_words_of_ours_only),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
