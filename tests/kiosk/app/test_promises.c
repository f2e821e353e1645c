/* test_promises.c - what docs/accessibility.md promises and no other test shows: time, the steps of
 * a form, how little is asked, children's tiles, what a mirrored screen mirrors, leaving. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "limit.h"
#include "stage.h"

enum {
    MINUTE_MS = 60 * 1000,
    HOUR_MIN = 60,
    EXTENSIONS = 50,
    PARAGRAPH_WORDS_MAX = 50,
    QUESTIONS_MAX = 6,
    SCREENS_TO_SENT_MAX = 7,
    CHILD_TILE_MM = 40,
    STORY_PANELS = 4,
    WORDS_BYTES_MAX = 32768
};

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

static void touch(void)
{
    stage_send(&stage, (Msg){.kind = MSG_TOUCH});
}

static void tap_all(const char *const *ids)
{
    for (; *ids != NULL; ids++) {
        stage_tap(&stage, *ids);
    }
}

static const char *const TO_NUMBER[] = {"welcome.parent",  "home.call",      "call_about.unknown",
                                        "call_about.next", "call_sector.po", "call_sector.next",
                                        "call_how.call",   "call_how.next",  NULL};

static void to_number(void)
{
    tap_all(TO_NUMBER);
    stage_type(&stage, "0612345678");
}

static void to_check(void)
{
    static const char *const rest[] = {"call_number.next",   "call_when.any",  "call_when.next",
                                       "call_name.nameless", "call_name.next", NULL};
    to_number();
    tap_all(rest);
    assert_int_equal(stage_screen(&stage), SCREEN_CALL_CHECK);
}

static void to_saved(void)
{
    to_check();
    stage_tap(&stage, "call_check.send");
    stage_send(&stage, (Msg){.kind = MSG_SAVED, .saved = {"47291638", {1, 2, 3, 4}}});
    assert_int_equal(stage_screen(&stage), SCREEN_CALL_SAVED);
}

/* Every word that stands on the screen now, one line a node. */
static const char *words(void)
{
    static char text[WORDS_BYTES_MAX];
    size_t used = 0;

    text[0] = '\0';
    for (int i = 0; i < stage.ui->count; i++) {
        const char *shown = ui_node(stage.ui, i)->shown;
        if (shown != NULL) {
            used += (size_t)snprintf(text + used, sizeof text - used, "%s\n", shown);
            assert_true(used < sizeof text);
        }
    }
    return text;
}

static void says(const char *wanted)
{
    if (strstr(words(), wanted) == NULL) {
        fail_msg("\"%s\" does not stand on %s", wanted, stage.ui->settings.screen);
    }
}

/* ---- time -------------------------------------------------------------------------------- */

static void test_who_goes_on_for_an_hour_loses_nothing(void **state)
{
    char typed[sizeof stage.app->visitor.draft.phone];

    (void)state;
    to_number();
    memcpy(typed, stage.app->visitor.draft.phone, sizeof typed);
    for (int i = 0; i < HOUR_MIN; i++) {
        stage_wait(&stage, MINUTE_MS);
        touch();
    }
    assert_int_equal(stage_screen(&stage), SCREEN_CALL_NUMBER);
    assert_memory_equal(stage.app->visitor.draft.phone, typed, sizeof typed);
}

static bool is_warned(void)
{
    return stage.app->visitor.idle == APP_IDLE_WARNING;
}

/* Nothing is warned of before, and nothing is wiped in the first minute after the warning. */
static void waits(const char *const *way, int seconds)
{
    stage_fresh(&stage);
    tap_all(way);
    ScreenId here = stage_screen(&stage);
    stage_wait(&stage, seconds * 1000 - 1);
    assert_false(is_warned());
    stage_wait(&stage, 1);
    assert_true(is_warned());
    stage_wait(&stage, LIMIT_WARN_S * 1000 - 1);
    assert_true(is_warned());
    assert_int_equal(stage_screen(&stage), here);
    stage_wait(&stage, 1);
    assert_int_equal(stage_screen(&stage), SCREEN_WELCOME);
}

static void test_each_kind_of_screen_waits_its_time_and_warns_a_minute(void **state)
{
    static const char *const reading[] = {"welcome.parent", NULL};
    static const char *const form[] = {"welcome.parent", "home.call", NULL};
    static const char *const child[] = {"welcome.child", NULL};
    static const char *const help[] = {"welcome.parent", "bar.help", NULL};
    static const char *const child_help[] = {"welcome.child", "bar.help", NULL};

    (void)state;
    waits(reading, LIMIT_IDLE_READ_S);
    waits(form, LIMIT_IDLE_FORM_S);
    waits(child, LIMIT_IDLE_CHILD_S);
    waits(help, LIMIT_IDLE_HELP_S);
    waits(child_help, LIMIT_IDLE_HELP_S);
}

static void test_a_warning_can_be_answered_as_often_as_one_likes(void **state)
{
    (void)state;
    to_number();
    for (int i = 0; i < EXTENSIONS; i++) {
        stage_wait(&stage, LIMIT_IDLE_FORM_S * 1000);
        assert_true(is_warned());
        touch();
        assert_false(is_warned());
        assert_int_equal(stage_screen(&stage), SCREEN_CALL_NUMBER);
    }
}

static void test_the_first_step_says_when_waiting_wipes(void **state)
{
    char minutes[32];

    (void)state;
    stage_tap(&stage, "welcome.parent");
    stage_tap(&stage, "home.call");
    snprintf(minutes, sizeof minutes, "Na %d minuten", LIMIT_IDLE_FORM_S / 60);
    says(minutes);
}

/* A ring runs down; no word or digit changes with it. */
static void test_nothing_counts_down_in_digits(void **state)
{
    static char before[WORDS_BYTES_MAX];
    float ring;

    (void)state;
    to_saved();
    snprintf(before, sizeof before, "%s", words());
    ring = app_ring(stage.app);
    stage_wait(&stage, MINUTE_MS);
    assert_true(app_ring(stage.app) < ring);
    assert_string_equal(words(), before);
    stage_fresh(&stage);
    to_number();
    stage_wait(&stage, LIMIT_IDLE_FORM_S * 1000);
    assert_true(is_warned());
    snprintf(before, sizeof before, "%s", words());
    stage_wait(&stage, LIMIT_WARN_S * 1000 / 2);
    assert_true(is_warned());
    assert_string_equal(words(), before);
}

/* ---- forms ------------------------------------------------------------------------------- */

static int count_role(UiRole role)
{
    int count = 0;

    for (int i = 0; i < stage.ui->count; i++) {
        const UiBox *box = &ui_node(stage.ui, i)->box;
        count += box->role == role && (box->state & STATE_GONE) == 0 ? 1 : 0;
    }
    return count;
}

/* One question, with Terug, and Verder where it stood on the step before. */
static void test_every_step_asks_one_thing_and_goes_on_in_the_same_place(void **state)
{
    static const char *const steps[][3] = {{"call_about.unknown", "call_about.next", NULL},
                                           {"call_sector.po", "call_sector.next", NULL},
                                           {"call_how.call", "call_how.next", NULL},
                                           {NULL, "call_number.next", NULL},
                                           {"call_when.any", "call_when.next", NULL},
                                           {"call_name.nameless", "call_name.next", NULL}};
    UiRect first = {0};

    (void)state;
    stage_tap(&stage, "welcome.parent");
    stage_tap(&stage, "home.call");
    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
        UiRect next = stage_node(&stage, steps[i][1])->rect;
        /* part of the day and day are one question, and so are how somebody is called and spoken to
         */
        bool two =
            stage_screen(&stage) == SCREEN_CALL_WHEN || stage_screen(&stage) == SCREEN_CALL_NAME;
        assert_in_range(count_role(ROLE_HEADING), 1, two ? 2 : 1);
        assert_true(count_role(ROLE_FIELD) <= 1);
        assert_non_null(stage_node(&stage, "bar.back"));
        first = i == 0 ? next : first;
        assert_memory_equal(&next, &first, sizeof next);
        if (steps[i][0] == NULL) {
            stage_type(&stage, "0612345678");
        } else {
            stage_tap(&stage, steps[i][0]);
        }
        stage_tap(&stage, steps[i][1]);
    }
    assert_int_equal(stage_screen(&stage), SCREEN_CALL_CHECK);
}

/* How, and its value: everything else may be left open. */
static void test_a_way_to_be_reached_is_all_that_must_be_given(void **state)
{
    int screens = 1; /* the check screen */

    (void)state;
    for (const char *const *id = TO_NUMBER; *id != NULL; id++) {
        size_t size = strlen(*id);
        screens += size > 5 && strcmp(*id + size - 5, ".next") == 0 ? 1 : 0;
    }
    to_check();
    screens += 3; /* number, when, name */
    assert_true(screens <= SCREENS_TO_SENT_MAX);
    assert_int_equal(request_check(&stage.app->visitor.request), REQUEST_FAULT_NONE);
    assert_string_equal(stage.app->visitor.request.name, "");
    assert_int_equal(stage.app->visitor.request.topic_count, 1); /* "ik weet het niet" */
    assert_true(ui_is_interactive(stage_node(&stage, "call_check.send")));
}

static void asks_for_nothing(void)
{
    assert_int_equal(stage_effects(&stage, EFFECT_SAVE), 0);
    assert_int_equal(stage_effects(&stage, EFFECT_COUNT), 0);
}

/* While somebody fills in, the disk is asked for nothing: not to save, not to count. */
static void test_nothing_reaches_the_disk_before_verstuur(void **state)
{
    static const char *const rest[] = {"call_number.next",   "call_when.any",  "call_when.next",
                                       "call_name.nameless", "call_name.next", NULL};

    (void)state;
    for (const char *const *id = TO_NUMBER; *id != NULL; id++) {
        stage_tap(&stage, *id);
        asks_for_nothing();
    }
    for (const char *digit = "0612345678"; *digit != '\0'; digit++) {
        stage_send(&stage, (Msg){.kind = MSG_POINT, .point = (uint32_t)(unsigned char)*digit});
        asks_for_nothing();
    }
    for (const char *const *id = rest; *id != NULL; id++) {
        stage_tap(&stage, *id);
        asks_for_nothing();
    }
    stage_tap(&stage, "call_check.send");
    assert_int_equal(stage_effects(&stage, EFFECT_SAVE), 1);
}

/* Kept here, who calls and when, with which number, what if nobody answers, how to change it. */
static void test_the_saved_screen_says_what_happens_next(void **state)
{
    (void)state;
    to_saved();
    says("Bewaard op deze zuil");
    says("Wij bellen u uiterlijk");
    says("06-16096360");
    says("Neemt u niet op? Dan bellen wij nog");
    says("4729 1638");
    says("Bel ons en noem uw code");
}

/* Moving the focus to any node of the screen changes nothing but the focus. */
static void test_moving_the_focus_chooses_nothing(void **state)
{
    static const char *const way[] = {"welcome.parent",  "home.call",      "call_about.thuis",
                                      "call_about.next", "call_sector.po", NULL};

    (void)state;
    tap_all(way);
    AppDraft draft = stage.app->visitor.draft;
    AppPlace place = *app_place(stage.app);
    for (int i = 0; i < stage.ui->count; i++) {
        const UiNode *node = ui_node(stage.ui, i);
        if (ui_is_interactive(node)) {
            Msg msg = {.kind = MSG_FOCUS};
            snprintf(msg.id, sizeof msg.id, "%s", node->box.id);
            stage_send(&stage, msg);
        }
    }
    assert_memory_equal(&stage.app->visitor.draft, &draft, sizeof draft);
    assert_memory_equal(app_place(stage.app), &place, sizeof place);
}

/* ---- load -------------------------------------------------------------------------------- */

static int count_words(Str text)
{
    int count = 0;
    bool inside = false;

    for (size_t i = 0; i < text.size; i++) {
        bool letter = text.data[i] != ' ';
        count += letter && !inside ? 1 : 0;
        inside = letter;
    }
    return count;
}

static void test_no_paragraph_is_longer_than_fifty_words(void **state)
{
    int longest = 0;

    (void)state;
    for (int i = 0; i < content_topic_count(stage.content); i++) {
        const Topic *topic = content_topic(stage.content, LANGUAGE_DUTCH, i);
        int answer = count_words(topic->answer.text);
        longest = answer > longest ? answer : longest;
        for (int part = 0; part < PART_COUNT; part++) {
            for (int j = 0; j < topic->parts[part].count; j++) {
                int block = count_words(topic->parts[part].blocks[j].text);
                longest = block > longest ? block : longest;
            }
        }
    }
    print_message("the longest paragraph has %d words\n", longest);
    assert_in_range(longest, 1, PARAGRAPH_WORDS_MAX);
}

static void test_a_screen_offers_few_choices(void **state)
{
    int situations = content_situation_count(stage.content, AUDIENCE_PARENT);

    (void)state;
    assert_in_range(situations, 1, LIMIT_CHOICES_MAX);
    for (int i = 0; i < situations; i++) {
        int questions = content_situation(stage.content, AUDIENCE_PARENT, i)->question_count;
        assert_in_range(questions, 1, QUESTIONS_MAX);
    }
    stage_tap(&stage, "welcome.child");
    stage_tap(&stage, "child_entry.young");
    stage_tap(&stage, "child_entry.go");
    int tiles = 0;
    for (int i = 0; i < stage.ui->count; i++) {
        tiles += ui_node(stage.ui, i)->box.action.kind == ACT_PICK ? 1 : 0;
    }
    assert_in_range(tiles, 1, LIMIT_CHOICES_CHILD_MAX);
}

/* From anywhere: Hulp is one tap, and people with a number stand on it. */
static void test_a_person_is_two_taps_away(void **state)
{
    (void)state;
    stage_tap(&stage, "welcome.parent");
    stage_tap(&stage, "bar.help");
    says("06-16096360");
    stage_fresh(&stage);
    stage_tap(&stage, "welcome.child");
    stage_tap(&stage, "bar.help");
    says("0800-0432");
    says("112");
}

/* ---- children ---------------------------------------------------------------------------- */

static void child_tiles(const char *where)
{
    double px_per_mm = stage.ui->settings.theme.panel.px_per_mm;
    int tiles = 0;

    for (int i = 0; i < stage.ui->count; i++) {
        const UiNode *node = ui_node(stage.ui, i);
        if (node->box.action.kind != ACT_PICK || !ui_is_interactive(node)) {
            continue;
        }
        tiles++;
        if (node->rect.w / px_per_mm < CHILD_TILE_MM || node->rect.h / px_per_mm < CHILD_TILE_MM) {
            fail_msg("%s on %s is %.0f x %.0f mm", node->box.id, where, node->rect.w / px_per_mm,
                     node->rect.h / px_per_mm);
        }
    }
    assert_true(tiles > 1);
}

static void test_a_childs_tiles_are_forty_millimetres(void **state)
{
    const Panel panels[] = {STAGE_PORTRAIT, STAGE_LANDSCAPE};
    static const char *const tiles[] = {"child_home.feelings", "child_home.card", "child_home.ask"};

    (void)state;
    for (size_t i = 0; i < sizeof panels / sizeof panels[0]; i++) {
        for (size_t j = 0; j < sizeof tiles / sizeof tiles[0]; j++) {
            stage_close(&stage);
            stage_open(&stage, panels[i]);
            stage_tap(&stage, "welcome.child");
            child_tiles("the entry");
            stage_tap(&stage, "child_entry.young");
            stage_tap(&stage, "child_entry.go");
            child_tiles("the young home");
            stage_tap(&stage, tiles[j]);
            stage_tap(&stage, "child_home.go");
            child_tiles(tiles[j]);
        }
    }
}

static void test_every_face_has_the_word_of_its_feeling(void **state)
{
    const List *feelings = content_list(stage.content, STR("feelings"));

    (void)state;
    assert_true(feelings->count > 1);
    for (int i = 0; i < feelings->count; i++) {
        Str label = content_item_label(stage.content, LANGUAGE_DUTCH, STR("feelings"),
                                       feelings->items[i].id, STR(""));
        assert_true(label.size > 1);
        assert_true(feelings->items[i].picture.size > 0 || feelings->items[i].icon.size > 0);
    }
}

static void test_the_four_questions_have_a_story_in_pictures(void **state)
{
    static const char *const asked[] = {"andere school", "niet fijn", "zelf wil", "ouders"};

    (void)state;
    assert_int_equal(content_situation_count(stage.content, AUDIENCE_CHILD), 4);
    for (int i = 0; i < 4; i++) {
        const Situation *situation = content_situation(stage.content, AUDIENCE_CHILD, i);
        const Topic *topic =
            content_topic(stage.content, LANGUAGE_DUTCH, situation->questions[0].topic);
        const TopicPart *story = &topic->parts[PART_VERHAAL];
        assert_non_null(strstr(topic->title.data, asked[i]));
        assert_int_equal(story->count, STORY_PANELS);
        for (int j = 0; j < story->count; j++) {
            assert_true(story->blocks[j].text.size > 0 && story->blocks[j].picture.size > 0);
        }
    }
}

static void test_a_child_reads_who_sees_it_before_it_sends(void **state)
{
    static const char *const way[] = {"welcome.child",  "child_entry.young",
                                      "child_entry.go", "child_home.ask",
                                      "child_home.go",  "ask_about.gepest",
                                      "ask_about.go",   "ask_how.call",
                                      "ask_how.go",     NULL};

    (void)state;
    tap_all(way);
    stage_type(&stage, "0612345678");
    stage_tap(&stage, "ask_number.whose.1");
    stage_tap(&stage, "ask_number.go");
    assert_null(stage_node(&stage, "ask_check.send"));
    stage_tap(&stage, "ask_name.nameless");
    assert_true(ui_is_interactive(stage_node(&stage, "ask_check.send")));
    says("Alleen mensen van het steunpunt lezen dit.");
    says("Dan halen we hulp.");
    says("Dat zeggen we eerst tegen jou.");
    assert_non_null(stage_node(&stage, "ask_check.not"));
}

/* ---- right to left, languages ------------------------------------------------------------ */

/* What points along the way of reading turns round; what is a thing stays as it is. */
static bool points_along(const char *icon)
{
    static const char *const ways[] = {"arrow-", "chevron-", "send", "door-", "player-skip"};

    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        if (strncmp(icon, ways[i], strlen(ways[i])) == 0) {
            return true;
        }
    }
    return false;
}

static int icons_seen;

static void judge_icons(void)
{
    for (int i = 0; i < stage.ui->count; i++) {
        const UiBox *box = &ui_node(stage.ui, i)->box;
        bool turns = (box->state & STATE_MIRROR) != 0;
        if (box->icon == NULL || (box->state & STATE_GONE) != 0) {
            continue;
        }
        icons_seen++;
        if (turns && !points_along(box->icon)) {
            fail_msg("%s is turned round on %s", box->icon, stage.ui->settings.screen);
        }
        bool along =
            strcmp(box->icon, "arrow-left") == 0 || strcmp(box->icon, "arrow-right") == 0 ||
            strncmp(box->icon, "chevron-l", 9) == 0 || strncmp(box->icon, "chevron-r", 9) == 0;
        if (along && !turns) {
            fail_msg("%s is not turned round on %s", box->icon, stage.ui->settings.screen);
        }
    }
}

static void test_arrows_turn_round_in_arabic_and_things_do_not(void **state)
{
    static const char *const way[] = {
        "home.call",        "call_about.thuis", "call_about.next", "call_sector.po",
        "call_sector.next", "call_how.call",    "call_how.next",   NULL};

    (void)state;
    icons_seen = 0;
    stage_tap(&stage, "welcome.language.ar");
    judge_icons();
    stage_tap(&stage, "welcome.parent");
    judge_icons();
    stage_tap(&stage, "bar.help");
    judge_icons();
    stage_tap(&stage, "bar.back");
    stage_tap(&stage, "home.search");
    judge_icons();
    stage_tap(&stage, "bar.back");
    for (const char *const *id = way; *id != NULL; id++) {
        stage_tap(&stage, *id);
        judge_icons();
    }
    stage_fresh(&stage);
    stage_tap(&stage, "welcome.language.ar");
    stage_tap(&stage, "welcome.child");
    judge_icons();
    assert_true(icons_seen > 60);
}

static void test_every_language_is_named_in_itself_two_taps_from_anywhere(void **state)
{
    static const char *const ways[][2] = {{"welcome.parent", NULL}, {"welcome.child", NULL}};

    (void)state;
    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
        stage_fresh(&stage);
        stage_tap(&stage, ways[i][0]);
        stage_tap(&stage, "bar.language");
        says("Nederlands");
        says("العربية");
        stage_tap(&stage, "language.choice.ar");
        assert_string_equal(stage.ui->settings.lang, "ar");
    }
}

static bool is_outlined(const char *id)
{
    const UiNode *node = stage_node(&stage, id);

    return node != NULL && (node->box.state & STATE_SELECTED) != 0;
}

static void test_a_childs_tile_stays_outlined_under_the_sheets(void **state)
{
    static const char *const sheets[][2] = {{"bar.display", "display.done"},
                                            {"bar.language", "language.back"}};
    static const char *const home[] = {"welcome.child", "child_entry.young", "child_entry.go",
                                       "child_home.feelings", NULL};

    (void)state;
    for (size_t i = 0; i < sizeof sheets / sizeof sheets[0]; i++) {
        stage_fresh(&stage);
        tap_all(home);
        stage_tap(&stage, sheets[i][0]);
        stage_tap(&stage, sheets[i][1]);
        assert_true(is_outlined("child_home.feelings"));
        stage_tap(&stage, "bar.help"); /* another screen: nothing is chosen on the way back */
        stage_tap(&stage, "bar.back");
        assert_false(is_outlined("child_home.feelings"));
    }
}

/* ---- leaving ----------------------------------------------------------------------------- */

static void test_after_stop_there_is_no_way_back(void **state)
{
    static char fresh[WORDS_BYTES_MAX];

    (void)state;
    stage_fresh(&stage);
    snprintf(fresh, sizeof fresh, "%s", words());
    stage_tap(&stage, "welcome.language.ar");
    to_number();
    stage_tap(&stage, "bar.stop"); /* one tap, no question */
    assert_int_equal(stage_screen(&stage), SCREEN_WELCOME);
    assert_string_equal(words(), fresh); /* nothing tells what was looked at */
    stage_act(&stage, ACT_BACK, 0);
    stage_send(&stage, (Msg){.kind = MSG_KEY, .key = MSG_KEY_BACK});
    assert_int_equal(stage_screen(&stage), SCREEN_WELCOME);
    assert_string_equal(stage.app->visitor.draft.phone, "");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_who_goes_on_for_an_hour_loses_nothing),
        TEST(test_each_kind_of_screen_waits_its_time_and_warns_a_minute),
        TEST(test_a_warning_can_be_answered_as_often_as_one_likes),
        TEST(test_the_first_step_says_when_waiting_wipes),
        TEST(test_nothing_counts_down_in_digits),
        TEST(test_every_step_asks_one_thing_and_goes_on_in_the_same_place),
        TEST(test_a_way_to_be_reached_is_all_that_must_be_given),
        TEST(test_nothing_reaches_the_disk_before_verstuur),
        TEST(test_the_saved_screen_says_what_happens_next),
        TEST(test_moving_the_focus_chooses_nothing),
        TEST(test_no_paragraph_is_longer_than_fifty_words),
        TEST(test_a_screen_offers_few_choices),
        TEST(test_a_person_is_two_taps_away),
        TEST(test_a_childs_tiles_are_forty_millimetres),
        TEST(test_every_face_has_the_word_of_its_feeling),
        TEST(test_the_four_questions_have_a_story_in_pictures),
        TEST(test_a_child_reads_who_sees_it_before_it_sends),
        TEST(test_arrows_turn_round_in_arabic_and_things_do_not),
        TEST(test_every_language_is_named_in_itself_two_taps_from_anywhere),
        TEST(test_a_childs_tile_stays_outlined_under_the_sheets),
        TEST(test_after_stop_there_is_no_way_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
