/* test_content.c - a pack built from the base fixture, read back through content.h. */
#include "cmocka_first.h"

#include <string.h>

#include "content.h"
#include "tree.h"

#define PHONE                                                                                      \
    "\xE2\x81\xA6"                                                                                 \
    "06-11122233"                                                                                  \
    "\xE2\x81\xA9"

static Tree tree;
static Content *content;
static Language arabic;

static int open_pack(void **state)
{
    (void)state;
    Err err = {0};
    tree = tree_make();
    assert_true(tree_build(&tree));
    content = content_open(tree.pack, &err);
    if (content == NULL) {
        print_message("%s: %s\n", err.code, err.text);
    }
    assert_non_null(content);
    assert_true(content_language_find(content, STR("ar"), &arabic));
    return 0;
}

static int close_pack(void **state)
{
    (void)state;
    content_close(content);
    tree_free(&tree);
    return 0;
}

static const Topic *topic(Audience audience, const char *id, Language language)
{
    int index = content_topic_find(content, audience, str_of(id));
    assert_true(index >= 0);
    return content_topic(content, language, index);
}

static void assert_str(Str text, const char *expected)
{
    assert_string_equal(text.data, expected);
    assert_int_equal(text.size, strlen(expected));
}

static void test_the_pack_says_what_it_is(void **state)
{
    (void)state;
    ContentInfo info = content_info(content);
    assert_true(info.seq == 7);
    assert_str(info.org, "proef");
    assert_str(info.built, "2026-11-02");
    assert_false(info.fallback);
}

static void test_languages_carry_name_direction_and_reviewer(void **state)
{
    (void)state;
    Language none = 5;
    assert_int_equal(content_language_count(content), 2);
    assert_str(content_language(content, arabic)->own_name, "العربية");
    assert_true(content_language(content, arabic)->rtl);
    assert_str(content_language(content, arabic)->reviewed_by, "");
    assert_str(content_language(content, LANGUAGE_DUTCH)->reviewed_by, "Redactie");
    assert_false(content_language_find(content, STR("xx"), &none));
    assert_int_equal(none, LANGUAGE_DUTCH);
}

static void test_a_missing_text_is_dutch_and_says_so(void **state)
{
    (void)state;
    assert_str(content_text(content, arabic, TEXT_CONTENT_WRONG), "Dit is een tekst.");
    assert_true(content_text_is_dutch(content, arabic, TEXT_CONTENT_WRONG));
    assert_false(content_text_is_dutch(content, arabic, TEXT_BAR_BACK));
    assert_false(content_text_is_dutch(content, LANGUAGE_DUTCH, TEXT_CONTENT_WRONG));
    assert_str(content_label(content, arabic, STR("parent.tekst")), "Een tekst");
    assert_str(content_label(content, arabic, STR("parent.hulp")), "المساعدة في المدرسة");
    assert_str(content_label(content, arabic, STR("parent.nietes")), "");
    assert_str(
        content_item_label(content, LANGUAGE_DUTCH, STR("brieven"), STR("plan"), STR("hint")),
        "het plan voor uw kind");
}

static void test_the_tree_leads_to_topics_in_order(void **state)
{
    (void)state;
    assert_int_equal(content_situation_count(content, AUDIENCE_PARENT), 2);
    const Situation *help = content_situation(content, AUDIENCE_PARENT, 0);
    assert_str(help->id, "hulp");
    assert_int_equal(help->question_count, 2);
    const Topic *first = content_topic(content, LANGUAGE_DUTCH, help->questions[0].topic);
    assert_str(first->id, "plan");
    assert_str(content_question_text(content, LANGUAGE_DUTCH, &help->questions[0]),
               "Het plan voor uw kind");
    assert_str(content_question_text(content, LANGUAGE_DUTCH, &help->questions[1]),
               "Mag mijn kind meepraten?");
    const Situation *one = content_situation(content, AUDIENCE_PARENT, 1);
    assert_int_equal(one->question_count, 1);
    const List *lines = content_list(content, STR("lijnen"));
    assert_int_equal(lines->count, 1);
    assert_str(lines->items[0].value, "hulplijn");
    assert_int_equal(lines->items[0].topic, -1);
    assert_null(content_list(content, STR("niets")));
}

static void test_a_topic_comes_with_its_parts_terms_and_words(void **state)
{
    (void)state;
    const Topic *plan = topic(AUDIENCE_PARENT, "plan", LANGUAGE_DUTCH);
    assert_str(plan->title, "Het plan voor uw kind");
    assert_str(plan->short_title, "Het plan");
    assert_str(plan->answer.text, "School maakt een plan. Dat heet OPP.");
    assert_int_equal(plan->answer.span_count, 1);
    assert_true(plan->is_law);
    assert_int_equal(plan->related_count, 1);
    assert_int_equal(plan->word_count, 2);
    const TopicPart *steps = &plan->parts[PART_STAPPEN];
    assert_int_equal(steps->count, 2);
    assert_int_equal(steps->blocks[1].kind, BLOCK_STEP);
    assert_str(steps->blocks[1].term, "binnen 6 weken");
    const Block *helper = &plan->parts[PART_HELPT].blocks[0];
    assert_str(helper->head, "Adviseur");
    assert_str(helper->text, "denkt met u mee.");
    assert_str(helper->icon, "heart");
    assert_str(plan->parts[PART_DOEN].blocks[0].text, "Bel ons: " PHONE ".");
    assert_int_equal(plan->parts[PART_MEE].blocks[0].kind, BLOCK_TEXT);
    assert_int_equal(plan->parts[PART_VERHAAL].count, 0);
}

static void test_spans_point_at_bold_and_hard_words(void **state)
{
    (void)state;
    const Block *block =
        &topic(AUDIENCE_PARENT, "plan", LANGUAGE_DUTCH)->parts[PART_KORT].blocks[0];
    assert_str(block->text, "School praat met u en met uw kind. Dat heet hoorrecht.");
    assert_int_equal(block->span_count, 2);
    const Span *bold = &block->spans[0];
    const Span *word = &block->spans[1];
    assert_int_equal(bold->kind, SPAN_STRONG);
    assert_memory_equal(block->text.data + bold->from_bytes, "met u", (size_t)bold->size_bytes);
    assert_int_equal(word->kind, SPAN_WORD);
    assert_memory_equal(block->text.data + word->from_bytes, "hoorrecht", (size_t)word->size_bytes);
    assert_str(content_word(content, LANGUAGE_DUTCH, word->word)->id, "hoorrecht");
    assert_str(content_word(content, arabic, word->word)->shown, "حق الاستماع");
}

static void test_a_topic_that_is_not_translated_is_dutch(void **state)
{
    (void)state;
    assert_int_equal(topic(AUDIENCE_PARENT, "plan", arabic)->language, arabic);
    assert_int_equal(topic(AUDIENCE_PARENT, "meepraten", arabic)->language, LANGUAGE_DUTCH);
    assert_str(topic(AUDIENCE_PARENT, "plan", arabic)->reviewed_by, "");
    assert_str(content_word(content, arabic, content_word_find(content, STR("opp")))->say,
               "OPP is het plan voor de hulp aan uw kind.");
}

static void test_youth_finds_its_own_topic_before_the_childs(void **state)
{
    (void)state;
    assert_int_equal(topic(AUDIENCE_YOUTH, "tekst", LANGUAGE_DUTCH)->audience, AUDIENCE_YOUTH);
    assert_int_equal(topic(AUDIENCE_CHILD, "tekst", LANGUAGE_DUTCH)->audience, AUDIENCE_CHILD);
    assert_int_equal(content_topic_find(content, AUDIENCE_YOUTH, STR("plan")), -1);
    const Block *step =
        &topic(AUDIENCE_CHILD, "tekst", LANGUAGE_DUTCH)->parts[PART_VERHAAL].blocks[0];
    assert_str(step->picture, "klas");
}

static void test_an_overdue_phone_number_disappears_and_112_stays(void **state)
{
    (void)state;
    Date before = {2027, 2, 1};
    Date after = {2027, 2, 2};
    const Fact *line = content_fact(content, STR("hulplijn"));
    const Fact *alarm = content_fact(content, STR("alarm"));
    assert_true(content_fact_is_shown(line, before));
    assert_false(content_fact_is_shown(line, after));
    assert_true(content_fact_is_shown(alarm, after));
    const TopicPart *todo = &topic(AUDIENCE_PARENT, "plan", LANGUAGE_DUTCH)->parts[PART_DOEN];
    assert_true(content_block_is_shown(&todo->blocks[1], before));
    assert_false(content_block_is_shown(&todo->blocks[1], after));
    assert_true(content_block_is_shown(&todo->blocks[0], after));
    assert_null(content_fact(content, STR("onbekend")));
}

static void test_a_help_line_knows_when_it_answers(void **state)
{
    (void)state;
    const Fact *line = content_fact(content, STR("hulplijn"));
    assert_str(line->text, "0800-1234");
    assert_false(content_fact_is_open(line, (LocalTime){{2026, 11, 21}, 10, 59}));
    assert_true(content_fact_is_open(line, (LocalTime){{2026, 11, 21}, 11, 0}));
    assert_true(content_fact_is_open(content_fact(content, STR("alarm")),
                                     (LocalTime){{2026, 12, 25}, 3, 0}));
}

static void test_the_region_is_as_written(void **state)
{
    (void)state;
    const Region *region = content_region(content);
    assert_str(region->shown_name, "Steunpunt Proef");
    assert_str(region->phone, "06-11122233");
    assert_int_equal(region->hours_count, 2);
    assert_int_equal(region->hours[0].weekdays, 7);
    assert_int_equal(region->promise_workdays, 2);
    assert_int_equal(region->calendar.closure_count, 1);
    assert_int_equal(region->visit_count, 2);
    assert_str(region->visits[0].place, "Bibliotheek, kamer 2");
    assert_str(region->sectors[1].phone, "06-44455566");
    assert_int_equal(region->advisers[0].language_count, 2);
    assert_true(region_has_channel(region, CHANNEL_MAIL));
    assert_false(region_has_channel(region, CHANNEL_SMS));
    assert_true(region->interpreter);
    assert_str(region->fg_mail, "fg@voorbeeld.example");
}

static void test_opening_hours_read_as_a_sentence(void **state)
{
    (void)state;
    const Region *region = content_region(content);
    char memory[512];
    char plain_memory[512];
    Buf out = buf_init(memory, sizeof memory);
    content_hours(content, LANGUAGE_DUTCH, region->hours, region->hours_count, &out);
    Buf plain = buf_init(plain_memory, sizeof plain_memory);
    message_plain(buf_str(&out), &plain);
    assert_string_equal(plain_memory,
                        "maandag t/m woensdag, 9.00 – 17.00 uur; vrijdag, 9.30 – 12.00 uur");
    out = buf_init(memory, sizeof memory);
    content_hours(content, LANGUAGE_DUTCH, NULL, 0, &out);
    assert_string_equal(memory, "altijd open");
}

/* The whole header of the welcome screen has room for this and for no more. */
static void test_short_opening_hours_have_short_days_and_bare_hours(void **state)
{
    (void)state;
    const Region *region = content_region(content);
    char memory[512];
    char plain_memory[512];
    Buf out = buf_init(memory, sizeof memory);
    content_hours_short(content, LANGUAGE_DUTCH, region->hours, region->hours_count, &out);
    Buf plain = buf_init(plain_memory, sizeof plain_memory);
    message_plain(buf_str(&out), &plain);
    assert_string_equal(plain_memory, "ma t/m wo, 9 – 17 uur; vr, 9.30 – 12 uur");
}

static void test_the_fallback_pack_has_languages_phone_and_failure_words(void **state)
{
    (void)state;
    Err err = {0};
    Content *fallback = content_open(tree.fallback, &err);
    assert_non_null(fallback);
    assert_true(content_info(fallback).fallback);
    assert_int_equal(content_language_count(fallback), 2);
    assert_str(content_region(fallback)->phone, "06-11122233");
    assert_str(content_text(fallback, LANGUAGE_DUTCH, TEXT_FAIL_TITLE), "Dit is een tekst.");
    assert_false(content_text_is_dutch(fallback, arabic, TEXT_FAIL_TITLE));
    assert_str(content_text(fallback, LANGUAGE_DUTCH, TEXT_CONTENT_WRONG), "");
    assert_int_equal(content_topic_count(fallback), 0);
    assert_non_null(content_fact(fallback, STR("alarm")));
    content_close(fallback);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_pack_says_what_it_is),
        cmocka_unit_test(test_languages_carry_name_direction_and_reviewer),
        cmocka_unit_test(test_a_missing_text_is_dutch_and_says_so),
        cmocka_unit_test(test_the_tree_leads_to_topics_in_order),
        cmocka_unit_test(test_a_topic_comes_with_its_parts_terms_and_words),
        cmocka_unit_test(test_spans_point_at_bold_and_hard_words),
        cmocka_unit_test(test_a_topic_that_is_not_translated_is_dutch),
        cmocka_unit_test(test_youth_finds_its_own_topic_before_the_childs),
        cmocka_unit_test(test_an_overdue_phone_number_disappears_and_112_stays),
        cmocka_unit_test(test_a_help_line_knows_when_it_answers),
        cmocka_unit_test(test_the_region_is_as_written),
        cmocka_unit_test(test_opening_hours_read_as_a_sentence),
        cmocka_unit_test(test_short_opening_hours_have_short_days_and_bare_hours),
        cmocka_unit_test(test_the_fallback_pack_has_languages_phone_and_failure_words),
    };
    return cmocka_run_group_tests(tests, open_pack, close_pack);
}
