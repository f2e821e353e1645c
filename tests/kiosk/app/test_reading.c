/* test_reading.c - the screens a parent reads: every text of a topic stands on one of its pages, a
 * page is not left half empty, search and letters lead to topics, and what was once too long for
 * its place now fits. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "stage.h"
#include "ui_dump.h"
#include "ui_speech.h"

enum { TOPIC_PAGES_MAX = 8, TEXTS_BYTES_MAX = 65536 };

static Stage stage;

static int setup(void **state)
{
    (void)state;
    stage_open(&stage, STAGE_PORTRAIT);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    stage_close(&stage);
    return 0;
}

static void fits(const char *where)
{
    UiFinding findings[UI_FINDINGS_MAX];
    int count = ui_check(stage.ui, findings);

    for (int i = 0; i < count; i++) {
        const UiNode *node = ui_node(stage.ui, findings[i].node);
        print_error("%s, %s, text %d: %s at %s (%s)\n", where, stage.ui->settings.lang,
                    (int)stage.app->visitor.look.size, ui_fault_word(findings[i].fault),
                    node->box.id != NULL ? node->box.id : "-",
                    node->shown != NULL ? node->shown : "-");
    }
    assert_int_equal(count, 0);
}

static void speak(const char *language)
{
    if (strcmp(language, "nl") != 0) {
        stage_tap(&stage, "welcome.language.ar");
    }
}

static void letters(int size)
{
    stage_tap(&stage, "bar.display");
    stage_act(&stage, ACT_SIZE, size);
    stage_tap(&stage, "display.done");
}

/* ---- topics ------------------------------------------------------------------------------ */

/* Everything that is drawn on the screen, without marks, spaces and stops: a helper's name has a
 * line of its own instead. */
static char drawn[TEXTS_BYTES_MAX];

static bool is_left_out(char c)
{
    return c == UI_BOLD_ON[0] || c == UI_BOLD_OFF[0] || c == UI_WORD_ON[0] || c == UI_WORD_OFF[0] ||
           c == ' ' || c == '\n' || c == '.';
}

static void squeeze(const char *text, char *out, size_t out_bytes)
{
    size_t used = strlen(out);

    for (const char *at = text; at != NULL && *at != '\0'; at++) {
        assert_true(used + 2 < out_bytes);
        if (strncmp(at, "\u2066", 3) == 0 || strncmp(at, "\u2069", 3) == 0) {
            at += 2; /* an isolate round a number: drawn as nothing, spoken as nothing */
        } else if (!is_left_out(*at)) {
            out[used++] = *at;
        }
    }
    out[used++] = '|';
    out[used] = '\0';
}

static void add_drawn(void)
{
    for (int i = 0; i < stage.ui->count; i++) {
        squeeze(ui_node(stage.ui, i)->shown, drawn, sizeof drawn);
    }
}

static bool is_drawn(const char *text)
{
    char wanted[CONTENT_TEXT_BYTES_MAX] = "";

    squeeze(text, wanted, sizeof wanted);
    return strstr(drawn, wanted) != NULL;
}

static int missing_blocks(const Topic *topic)
{
    static const Part parts[] = {PART_KORT, PART_STAPPEN, PART_HELPT, PART_DOEN, PART_MEE};
    int missing = 0;

    for (size_t p = 0; p < sizeof parts / sizeof parts[0]; p++) {
        for (int i = 0; i < topic->parts[parts[p]].count; i++) {
            if (!is_drawn(topic->parts[parts[p]].blocks[i].text.data)) {
                print_error("%s: nowhere: %s\n", topic->id.data,
                            topic->parts[parts[p]].blocks[i].text.data);
                missing++;
            }
        }
    }
    return missing;
}

/* What reading aloud would say of this page, squeezed like what is drawn. */
static char told[TEXTS_BYTES_MAX];

static void collect_told(void)
{
    static int order[UI_NODES_MAX];
    static UiSpeech speech;
    int count = ui_reading(stage.ui, order);

    told[0] = '\0';
    for (int i = 0; i < count; i++) {
        ui_speech(stage.ui, order[i], &speech);
        assert_false(speech.overflow);
        for (int p = 0; p < speech.count; p++) {
            if (speech.pieces[p].word == WORD_NONE) {
                squeeze(speech.pieces[p].text, told, sizeof told);
            }
        }
    }
}

static bool is_in_bar(int node)
{
    for (; node != UI_NONE; node = ui_node(stage.ui, node)->parent) {
        const char *id = ui_node(stage.ui, node)->box.id;
        if (id != NULL && strcmp(id, "bar") == 0) {
            return true;
        }
    }
    return false;
}

/* Every word on the page is spoken: nobody who listens gets less than who reads. */
static void says_what_it_shows(void)
{
    collect_told();
    for (int i = 0; i < stage.ui->count; i++) {
        const UiNode *node = ui_node(stage.ui, i);
        char wanted[CONTENT_TEXT_BYTES_MAX] = "";
        if (node->shown == NULL || (node->box.state & STATE_SILENT) != 0 || is_in_bar(i)) {
            continue;
        }
        squeeze(node->shown, wanted, sizeof wanted);
        wanted[strlen(wanted) - 1] = '\0'; /* a label may go on with its hint */
        if (strstr(told, wanted) == NULL) {
            print_error("shown, not spoken: %s\n", node->shown);
            fail();
        }
    }
}

/* Walk through all pages; returns how many there are. */
static int read_pages(int topic)
{
    int pages = 1;

    drawn[0] = '\0';
    stage_act(&stage, ACT_TOPIC, topic);
    says_what_it_shows();
    add_drawn();
    fits(content_topic(stage.content, stage.app->visitor.language, topic)->id.data);
    while (stage_node(&stage, "topic.more") != NULL && pages < TOPIC_PAGES_MAX) {
        stage_tap(&stage, "topic.more");
        says_what_it_shows();
        add_drawn();
        fits(content_topic(stage.content, stage.app->visitor.language, topic)->id.data);
        pages++;
    }
    assert_null(stage_node(&stage, "topic.more"));
    return pages;
}

static void read_topics(Audience audience)
{
    int missing = 0;

    for (int i = 0; i < content_topic_count(stage.content); i++) {
        const Topic *topic = content_topic(stage.content, stage.app->visitor.language, i);
        if (topic->audience == audience) {
            read_pages(i);
            missing += missing_blocks(topic);
            stage_tap(&stage, "bar.start");
        }
    }
    assert_int_equal(missing, 0);
}

static void read_everything(const char *language, int size)
{
    speak(language);
    stage_tap(&stage, "welcome.parent");
    letters(size);
    read_topics(AUDIENCE_PARENT);
}

static void test_nothing_of_a_teenagers_topic_is_lost_in_the_largest_letters(void **state)
{
    (void)state;
    stage_tap(&stage, "welcome.child");
    stage_tap(&stage, "child_entry.reading");
    stage_tap(&stage, "child_entry.go");
    letters(TEXT_SIZE_175);
    read_topics(AUDIENCE_YOUTH);
}

/* The picture stories: opened from their tile, every panel's sentence whole and spoken. */
static void test_nothing_of_a_childs_story_is_lost_in_the_largest_letters(void **state)
{
    (void)state;
    stage_tap(&stage, "welcome.child");
    stage_tap(&stage, "child_entry.young");
    stage_tap(&stage, "child_entry.go");
    letters(TEXT_SIZE_175);
    int count = content_situation_count(stage.content, AUDIENCE_CHILD);
    assert_true(count > 0);
    for (int i = 0; i < count; i++) {
        char id[UI_ID_BYTES_MAX];
        const Situation *story = content_situation(stage.content, AUDIENCE_CHILD, i);
        snprintf(id, sizeof id, "child_home.%s", story->id.data);
        stage_tap(&stage, id);
        stage_tap(&stage, "child_home.go");
        fits(story->id.data);
        says_what_it_shows();
        stage_tap(&stage, "bar.back");
    }
    stage_tap(&stage, "child_home.privacy");
    stage_tap(&stage, "child_home.go");
    fits("wie-leest-mee");
    says_what_it_shows();
    stage_tap(&stage, "child_story.on");
    fits("wie-zijn-jullie");
    says_what_it_shows();
    assert_non_null(stage_node(&stage, "child_story.ask"));
    stage_tap(&stage, "bar.back");
    assert_non_null(stage_node(&stage, "child_story.on"));
}

/* ---- a child's help ---------------------------------------------------------------------- */

static bool help_says(const char *words)
{
    drawn[0] = '\0';
    add_drawn();
    return is_drawn(words);
}

static void open_help(const char *language, const char *tile, int size)
{
    stage_fresh(&stage);
    speak(language);
    letters(size);
    stage_tap(&stage, "welcome.child");
    stage_tap(&stage, tile);
    stage_tap(&stage, "child_entry.go");
    stage_tap(&stage, "bar.help");
    fits("child_help");
    says_what_it_shows();
}

static void test_a_teenagers_help_has_113_and_chat_a_young_childs_has_not(void **state)
{
    (void)state;
    open_help("nl", "child_entry.young", TEXT_SIZE_100);
    assert_true(help_says("0800-0432"));
    assert_false(help_says("113"));
    assert_null(strstr(drawn, "chat"));
    assert_true(help_says("Roep een grote mens. Of bel meteen."));
    open_help("nl", "child_entry.reading", TEXT_SIZE_100);
    assert_true(help_says("0800-0432"));
    assert_true(help_says("113"));
    assert_true(help_says("Gratis en zonder naam, dag en nacht. Of chat op 113.nl."));
    assert_non_null(strstr(drawn, "chatopkindertelefoonnl"));
    assert_true(help_says("Roep een volwassene. Of bel meteen."));
}

static void test_a_childs_help_fits_on_every_panel_in_all_letters(void **state)
{
    static const char *const tiles[] = {"child_entry.young", "child_entry.reading"};
    const Panel panels[] = {STAGE_PORTRAIT, STAGE_LANDSCAPE, STAGE_SMALL};

    (void)state;
    for (size_t i = 0; i < sizeof panels / sizeof panels[0]; i++) {
        stage_close(&stage);
        stage_open(&stage, panels[i]);
        for (int size = TEXT_SIZE_100; size <= TEXT_SIZE_175; size++) {
            for (size_t j = 0; j < 2; j++) {
                open_help("nl", tiles[j], size);
                open_help("ar", tiles[j], size);
            }
        }
    }
}

static void test_every_text_of_a_topic_stands_on_one_of_its_pages(void **state)
{
    (void)state;
    read_everything("nl", TEXT_SIZE_100);
}

static void test_nothing_of_an_arabic_topic_is_lost(void **state)
{
    (void)state;
    read_everything("ar", TEXT_SIZE_100);
}

static void test_nothing_of_a_topic_is_lost_in_the_largest_letters(void **state)
{
    (void)state;
    read_everything("nl", TEXT_SIZE_175);
}

static void read_on(Panel panel, const char *language, int size)
{
    stage_close(&stage);
    stage_open(&stage, panel);
    read_everything(language, size);
}

static void test_nothing_of_a_topic_is_lost_in_landscape(void **state)
{
    (void)state;
    read_on(STAGE_LANDSCAPE, "nl", TEXT_SIZE_100);
}

static void test_nothing_of_a_topic_is_lost_in_landscape_arabic_in_large_letters(void **state)
{
    (void)state;
    read_on(STAGE_LANDSCAPE, "ar", TEXT_SIZE_145);
}

static void test_nothing_of_a_topic_is_lost_on_a_small_panel(void **state)
{
    (void)state;
    read_on(STAGE_SMALL, "nl", TEXT_SIZE_120);
}

static int topic_of(const char *id)
{
    return content_topic_find(stage.content, AUDIENCE_PARENT, str_of(id));
}

/* Mock-up 03: points, steps beside helpers, and more than half of the page in use. */
static void test_the_first_page_of_a_topic_is_full(void **state)
{
    (void)state;
    stage_tap(&stage, "welcome.parent");
    assert_int_equal(read_pages(topic_of("opp")), 2);
    stage_tap(&stage, "topic.less");
    drawn[0] = '\0';
    add_drawn();
    assert_true(is_drawn("In het kort"));
    assert_true(is_drawn("Zo gaat het"));
    assert_true(is_drawn("Wie helpt?"));
    assert_non_null(strstr(drawn, "Onderwijsconsulent"));
}

/* A fixed box that large letters outgrow makes the whole page step back. */
static void test_the_largest_letters_stay_as_large_on_every_page(void **state)
{
    (void)state;
    speak("ar");
    stage_tap(&stage, "welcome.parent");
    letters(TEXT_SIZE_175);
    stage_act(&stage, ACT_TOPIC, topic_of("opp"));
    assert_int_equal(stage.ui->settings.theme.text_percent, 175);
    while (stage_node(&stage, "topic.more") != NULL) {
        stage_tap(&stage, "topic.more");
        assert_int_equal(stage.ui->settings.theme.text_percent, 175);
    }
}

static void test_two_taps_on_more_come_back_to_where_they_began(void **state)
{
    UiRect more, less;

    (void)state;
    stage_tap(&stage, "welcome.parent");
    stage_act(&stage, ACT_TOPIC, topic_of("opp"));
    more = stage_node(&stage, "topic.more")->rect;
    stage_tap(&stage, "topic.more");
    less = stage_node(&stage, "topic.less")->rect;
    assert_int_equal(more.x, less.x);
    assert_int_equal(more.y, less.y);
    stage_tap(&stage, "topic.less");
    assert_non_null(stage_node(&stage, "topic.more"));
}

static void test_every_topic_has_a_place_to_say_what_is_wrong(void **state)
{
    (void)state;
    stage_tap(&stage, "welcome.parent");
    read_pages(topic_of("opp"));
    stage_tap(&stage, "topic.wrong");
    assert_int_equal(stage_screen(&stage), SCREEN_FIX);
    stage_tap(&stage, "bar.back");
    stage_act(&stage, ACT_TOPIC, topic_of("klopt-iets-niet"));
    assert_non_null(stage_node(&stage, "topic.wrong"));
}

/* ---- search, letters, about us ----------------------------------------------------------- */

static void look_at(const char *id)
{
    stage_tap(&stage, id);
    fits(stage.ui->settings.screen);
}

static void every_letter(void)
{
    const List *list = content_list(stage.content, STR("letters"));

    for (int i = 0; i < list->count; i++) {
        stage_act(&stage, ACT_LETTER, i);
        fits(list->items[i].id.data);
        assert_non_null(stage_node(&stage, "letter.means"));
        look_at("bar.back");
    }
}

static void every_reading_screen(const char *language, int size)
{
    stage_fresh(&stage);
    speak(language);
    stage_tap(&stage, "welcome.parent");
    letters(size);
    fits("home");
    look_at("home.tile.extra-hulp");
    look_at("bar.start");
    look_at("home.search");
    stage_type(&stage, "hulp");
    fits("search, typed");
    look_at("search.key.done");
    look_at("search.letter");
    look_at("letters.more");
    look_at("bar.back");
    every_letter();
    look_at("bar.start");
    if (stage_node(&stage, "home.about") == NULL) {
        look_at("home.more");
    }
    look_at("home.about");
    look_at("about.more");
    look_at("bar.back");
    look_at("about.wrong");
    look_at("bar.start");
    if (stage_node(&stage, "home.did") == NULL) {
        look_at("home.more");
    }
    look_at("home.did");
    while (stage_node(&stage, "did.page") != NULL) {
        look_at("did.page");
    }
    look_at("did.more");
}

/* Mock-up 02 with xl text: four situations on a page, and everything is still there. */
static void test_the_home_screen_in_large_letters_has_two_pages(void **state)
{
    int count = content_situation_count(stage.content, AUDIENCE_PARENT);
    int seen = 0;

    (void)state;
    stage_tap(&stage, "welcome.parent");
    letters(TEXT_SIZE_175);
    for (int page = 0; page < 2; page++) {
        for (int i = 0; i < count; i++) {
            char id[UI_ID_BYTES_MAX];
            snprintf(id, sizeof id, "home.tile.%s",
                     content_situation(stage.content, AUDIENCE_PARENT, i)->id.data);
            seen += stage_node(&stage, id) != NULL ? 1 : 0;
        }
        if (page == 0) {
            stage_tap(&stage, "home.more");
        }
    }
    assert_int_equal(seen, count);
    assert_non_null(stage_node(&stage, "home.about"));
    stage_tap(&stage, "home.less");
    assert_non_null(stage_node(&stage, "home.search"));
}

static void every_size(Panel panel)
{
    stage_close(&stage);
    stage_open(&stage, panel);
    for (int size = TEXT_SIZE_100; size <= TEXT_SIZE_175; size++) {
        every_reading_screen("nl", size);
        every_reading_screen("ar", size);
    }
}

static void test_every_reading_screen_fits_in_portrait(void **state)
{
    (void)state;
    every_size(STAGE_PORTRAIT);
}

static void test_every_reading_screen_fits_in_landscape(void **state)
{
    (void)state;
    every_size(STAGE_LANDSCAPE);
}

static void test_every_reading_screen_fits_on_a_small_panel(void **state)
{
    (void)state;
    every_size(STAGE_SMALL);
}

static void test_searching_leads_to_a_topic_and_back_with_the_words_kept(void **state)
{
    (void)state;
    stage_tap(&stage, "welcome.parent");
    stage_tap(&stage, "home.search");
    assert_null(stage_node(&stage, "search.hit.hoorrecht"));
    stage_type(&stage, "hoorrecht");
    stage_tap(&stage, "search.hit.hoorrecht");
    assert_int_equal(stage_screen(&stage), SCREEN_TOPIC);
    assert_int_equal(app_place(stage.app)->arg, topic_of("hoorrecht"));
    stage_tap(&stage, "bar.back");
    assert_string_equal(stage.app->visitor.query, "hoorrecht");
    stage_tap(&stage, "search.key.done");
    assert_null(stage_node(&stage, "search.key.done"));
    assert_non_null(stage_node(&stage, "search.hit.hoorrecht"));
    stage_tap(&stage, "search.edit");
    assert_non_null(stage_node(&stage, "search.key.done"));
}

static void test_what_was_searched_for_is_gone_after_stop(void **state)
{
    (void)state;
    stage_tap(&stage, "welcome.parent");
    stage_tap(&stage, "home.search");
    stage_type(&stage, "schorsing");
    stage_tap(&stage, "bar.stop");
    assert_string_equal(stage.app->visitor.query, "");
}

static void test_done_without_a_word_stays_at_the_search(void **state)
{
    (void)state;
    stage_tap(&stage, "welcome.parent");
    stage_tap(&stage, "home.search");
    stage_type(&stage, " ");
    assert_true((stage_node(&stage, "search.key.done")->box.state & STATE_DISABLED) != 0);
    stage_act(&stage, ACT_KEY_DONE, 0);
    assert_int_equal(stage_screen(&stage), SCREEN_SEARCH);
    assert_int_equal(app_place(stage.app)->page, 0);
}

static void test_a_word_of_a_letter_says_what_it_means_and_which_term_runs(void **state)
{
    const Topic *topic;
    const TopicPart *steps;
    int terms = 0;

    (void)state;
    stage_tap(&stage, "welcome.parent");
    stage_tap(&stage, "home.search");
    stage_tap(&stage, "search.letter");
    stage_tap(&stage, "letters.opp");
    topic = content_topic(stage.content, LANGUAGE_DUTCH, topic_of("opp"));
    steps = &topic->parts[PART_STAPPEN];
    drawn[0] = '\0';
    add_drawn();
    for (int i = 0; i < steps->count; i++) {
        if (steps->blocks[i].term.size > 0) {
            assert_true(is_drawn(steps->blocks[i].term.data));
            terms++;
        }
    }
    assert_true(terms > 0);
    stage_tap(&stage, "letter.read");
    assert_int_equal(app_place(stage.app)->arg, topic_of("opp"));
    stage_tap(&stage, "bar.back");
    assert_int_equal(stage_screen(&stage), SCREEN_LETTER);
}

static void test_a_letter_that_is_not_in_the_list_opens_nothing(void **state)
{
    (void)state;
    stage_tap(&stage, "welcome.parent");
    stage_tap(&stage, "home.search");
    stage_tap(&stage, "search.letter");
    stage_act(&stage, ACT_LETTER, -1);
    stage_act(&stage, ACT_LETTER, CONTENT_ITEMS_MAX);
    assert_int_equal(stage_screen(&stage), SCREEN_LETTERS);
}

static void test_about_us_leads_to_quotes_principles_and_faults(void **state)
{
    (void)state;
    stage_tap(&stage, "welcome.parent");
    stage_tap(&stage, "home.about");
    stage_tap(&stage, "about.more");
    stage_tap(&stage, "about_more.ervaringen");
    stage_tap(&stage, "bar.back");
    stage_tap(&stage, "about_more.onze-manier");
    stage_tap(&stage, "bar.back");
    stage_tap(&stage, "bar.back");
    stage_tap(&stage, "about.wrong");
    assert_int_equal(stage_screen(&stage), SCREEN_FIX);
}

/* ---- what was too long ------------------------------------------------------------------- */

static void test_the_opening_hours_stay_on_the_welcome_screen(void **state)
{
    const UiNode *root;

    (void)state;
    stage_fresh(&stage);
    root = ui_node(stage.ui, 0);
    drawn[0] = '\0';
    add_drawn();
    assert_non_null(strstr(drawn, "mat/mvr"));
    for (int i = 0; i < stage.ui->count; i++) {
        UiRect rect = ui_node(stage.ui, i)->rect;
        assert_true(rect.x >= 0 && rect.x + rect.w <= root->rect.w);
    }
}

static void test_stop_stands_above_and_wis(void **state)
{
    const UiNode *stop;

    (void)state;
    stage_tap(&stage, "welcome.parent");
    stop = stage_node(&stage, "bar.stop");
    assert_int_equal(stop->lines, 2);
    assert_non_null(strstr(stop->shown, "Stop en\xc2\xa0wis"));
}

/* The longest request there is: every subject, no preference for a moment, no name. */
static void to_long_check(int size)
{
    int count = content_situation_count(stage.content, AUDIENCE_PARENT);

    stage_tap(&stage, "welcome.parent");
    letters(size);
    stage_tap(&stage, "home.call");
    for (int i = 0; i < count; i++) {
        stage_act(&stage, ACT_CALL_ABOUT, i);
    }
    stage_tap(&stage, "call_about.next");
    stage_tap(&stage, "call_sector.po");
    stage_tap(&stage, "call_sector.next");
    stage_tap(&stage, "call_how.call");
    stage_tap(&stage, "call_how.next");
    stage_type(&stage, "0612345678");
    stage_tap(&stage, "call_number.next");
    stage_tap(&stage, "call_when.any");
    stage_tap(&stage, "call_when.next");
    stage_tap(&stage, "call_name.next");
}

static void long_check_fits(const char *language, int size)
{
    speak(language);
    to_long_check(size);
    fits("check");
    if (stage_node(&stage, "call_check.next") != NULL) {
        stage_tap(&stage, "call_check.next");
        fits("check, second page");
    }
    assert_non_null(stage_node(&stage, "call_check.send"));
}

static void test_the_longest_request_fits_its_check_screen(void **state)
{
    (void)state;
    long_check_fits("nl", TEXT_SIZE_100);
}

static void test_the_longest_request_fits_in_arabic(void **state)
{
    (void)state;
    long_check_fits("ar", TEXT_SIZE_100);
}

static void test_the_longest_request_fits_in_the_largest_letters(void **state)
{
    (void)state;
    long_check_fits("nl", TEXT_SIZE_175);
    stage_tap(&stage, "bar.back");
    assert_non_null(stage_node(&stage, "call_check.next"));
}

static void test_the_longest_request_fits_in_the_largest_arabic_letters(void **state)
{
    (void)state;
    long_check_fits("ar", TEXT_SIZE_175);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_every_text_of_a_topic_stands_on_one_of_its_pages),
        TEST(test_nothing_of_an_arabic_topic_is_lost),
        TEST(test_nothing_of_a_topic_is_lost_in_the_largest_letters),
        TEST(test_nothing_of_a_teenagers_topic_is_lost_in_the_largest_letters),
        TEST(test_nothing_of_a_childs_story_is_lost_in_the_largest_letters),
        TEST(test_a_teenagers_help_has_113_and_chat_a_young_childs_has_not),
        TEST(test_a_childs_help_fits_on_every_panel_in_all_letters),
        TEST(test_nothing_of_a_topic_is_lost_in_landscape),
        TEST(test_nothing_of_a_topic_is_lost_in_landscape_arabic_in_large_letters),
        TEST(test_nothing_of_a_topic_is_lost_on_a_small_panel),
        TEST(test_the_first_page_of_a_topic_is_full),
        TEST(test_the_largest_letters_stay_as_large_on_every_page),
        TEST(test_two_taps_on_more_come_back_to_where_they_began),
        TEST(test_every_topic_has_a_place_to_say_what_is_wrong),
        TEST(test_the_home_screen_in_large_letters_has_two_pages),
        TEST(test_every_reading_screen_fits_in_portrait),
        TEST(test_every_reading_screen_fits_in_landscape),
        TEST(test_every_reading_screen_fits_on_a_small_panel),
        TEST(test_searching_leads_to_a_topic_and_back_with_the_words_kept),
        TEST(test_what_was_searched_for_is_gone_after_stop),
        TEST(test_done_without_a_word_stays_at_the_search),
        TEST(test_a_word_of_a_letter_says_what_it_means_and_which_term_runs),
        TEST(test_a_letter_that_is_not_in_the_list_opens_nothing),
        TEST(test_about_us_leads_to_quotes_principles_and_faults),
        TEST(test_the_opening_hours_stay_on_the_welcome_screen),
        TEST(test_stop_stands_above_and_wis),
        TEST(test_the_longest_request_fits_its_check_screen),
        TEST(test_the_longest_request_fits_in_arabic),
        TEST(test_the_longest_request_fits_in_the_largest_letters),
        TEST(test_the_longest_request_fits_in_the_largest_arabic_letters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
