/* test_share.c - telling us something without a name: what the check screen shows is what would be
 * sealed, thanks only after the disk, nothing kept after Toch niet, a failure or a wipe, nothing
 * sent by fingers that play, and what is never counted. Every screen fits in every form. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "app_count.h"
#include "stage.h"
#include "ui_dump.h"

enum { REST_MS = 2500, LONG_WORDS = 60 };

static Stage stage;
static int faults;

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

static const char *label_of(const char *id)
{
    const UiNode *node = stage_node(&stage, id);

    if (node == NULL) {
        fail_msg("no %s on %s", id, stage.ui->settings.screen);
        return "";
    }
    return node->box.label;
}

static Msg saved(void)
{
    return (Msg){.kind = MSG_SAVED, .saved = {"47291638", {1, 2, 3, 4}}};
}

static Msg failed(void)
{
    return (Msg){.kind = MSG_SAVE_FAILED, .error = "store.full"};
}

/* ---- the roads --------------------------------------------------------------------------- */

static void to_say(void)
{
    stage_tap(&stage, "welcome.parent");
    stage_tap(&stage, "home.share");
    stage_tap(&stage, "share_mood.mood.2");
    stage_tap(&stage, "share_mood.next");
    stage_tap(&stage, "share_topic.thuis");
    stage_tap(&stage, "share_topic.next");
}

static void to_check(void)
{
    to_say();
    stage_tap(&stage, "share_say.wachten");
    stage_tap(&stage, "share_say.wie-helpt");
    stage_tap(&stage, "share_say.write");
    stage_type(&stage, "niemand belt");
    stage_tap(&stage, "share_write.key.done");
    stage_tap(&stage, "share_say.next");
    assert_int_equal(stage_screen(&stage), SCREEN_SHARE_CHECK);
}

static void young(void)
{
    stage_tap(&stage, "welcome.child");
    stage_tap(&stage, "child_entry.young");
    stage_tap(&stage, "child_entry.go");
}

static void to_tell_mood(void)
{
    young();
    stage_press(&stage, "child_home.zeggen");
    stage_press(&stage, "child_home.go");
    assert_null(stage_node(&stage, "child_story.tell")); /* only after the last picture */
    stage_tap(&stage, "child_story.panel.3");
    stage_tap(&stage, "child_story.tell");
}

static void to_tell_say(void)
{
    to_tell_mood();
    stage_tap(&stage, "tell_mood.mood.1");
    assert_int_equal(stage_screen(&stage), SCREEN_TELL_MOOD); /* a tap speaks; the check opens */
    stage_tap(&stage, "tell_mood.go");
    stage_press(&stage, "tell_topic.te-druk");
    stage_press(&stage, "tell_topic.go");
}

static void to_tell_check(void)
{
    to_tell_say();
    stage_press(&stage, "tell_say.druk");
    stage_press(&stage, "tell_say.luisteren-niet");
    assert_null(stage_node(&stage, "tell_say.write")); /* who does not read does not type */
    stage_tap(&stage, "tell_say.go");
    assert_int_equal(stage_screen(&stage), SCREEN_TELL_CHECK);
}

static void to_reading_say(void)
{
    stage_tap(&stage, "welcome.child");
    stage_tap(&stage, "child_entry.reading");
    stage_tap(&stage, "child_entry.go");
    stage_press(&stage, "reading_home.more");
    stage_press(&stage, "reading_more.tell");
    stage_tap(&stage, "tell_mood.mood.4"); /* a tap opens */
    stage_press(&stage, "tell_topic.vrienden");
}

static void to_reading_check(void)
{
    to_reading_say();
    stage_tap(&stage, "tell_say.write");
    stage_type(&stage, "altijd alleen");
    stage_tap(&stage, "share_write.key.done");
    stage_tap(&stage, "tell_say.go");
    assert_int_equal(stage_screen(&stage), SCREEN_TELL_CHECK);
}

static void to_fix(void)
{
    stage_tap(&stage, "welcome.parent");
    stage_act(&stage, ACT_TOPIC, content_topic_find(stage.content, AUDIENCE_PARENT, STR("opp")));
    while (stage_node(&stage, "topic.wrong") == NULL) {
        stage_tap(&stage, "topic.more");
    }
    stage_tap(&stage, "topic.wrong");
    assert_int_equal(stage_screen(&stage), SCREEN_FIX);
}

static void to_fix_filled(void)
{
    to_fix();
    stage_tap(&stage, "fix.missing");
    stage_tap(&stage, "fix.write");
    stage_type(&stage, "het adres");
    stage_tap(&stage, "fix_write.key.done");
    assert_int_equal(stage_screen(&stage), SCREEN_FIX);
}

/* ---- what is shown is what is sealed ----------------------------------------------------- */

/* The label a list has for an id, in Dutch. */
static const char *item(const char *list, const char *id)
{
    return content_item_label(stage.content, LANGUAGE_DUTCH, str_of(list), str_of(id), STR(""))
        .data;
}

static void test_a_parents_story_holds_what_its_check_screen_shows(void **state)
{
    const SignalStory *story = &stage.app->visitor.story;
    char lines[256];

    (void)state;
    to_check();
    assert_int_equal(story->who, REQUEST_WHO_PARENT);
    assert_int_equal(story->mood, 2);
    assert_string_equal(label_of("share_check.value.mood"), "Niet goed");
    assert_int_equal(story->topic_count, 1);
    assert_string_equal(label_of("share_check.value.topic"), item("parent", story->topics[0]));
    assert_int_equal(story->line_count, 2);
    snprintf(lines, sizeof lines, "%s\n%s", item("share-say", story->lines[0]),
             item("share-say", story->lines[1]));
    assert_string_equal(label_of("share_check.value.lines"), lines);
    assert_string_equal(label_of("share_check.value.text"), story->text);
    assert_string_equal(story->text, "niemand belt");
    assert_string_equal(story->lang, "nl");
    assert_string_equal(story->week, "2025-W47");
    assert_non_null(strstr(label_of("share_check.value.along"), "Nederlands"));
    assert_non_null(strstr(label_of("share_check.value.along"), "week 47 van 2025"));
}

static void test_a_childs_story_holds_what_its_check_screen_shows(void **state)
{
    const SignalStory *story = &stage.app->visitor.story;

    (void)state;
    to_tell_check();
    assert_int_equal(story->who, REQUEST_WHO_CHILD);
    assert_int_equal(story->mood, 1);
    assert_string_equal(label_of("tell_check.value.mood"), "Heel slecht");
    assert_string_equal(label_of("tell_check.value.topic"), item("child-about", story->topics[0]));
    assert_int_equal(story->line_count, 2);
    assert_non_null(
        strstr(label_of("tell_check.value.lines"), item("share-say-child", story->lines[0])));
    assert_non_null(
        strstr(label_of("tell_check.value.lines"), item("share-say-child", story->lines[1])));
    assert_string_equal(story->text, "");
    assert_null(stage_node(&stage, "tell_check.value.text"));
}

static void test_who_reads_may_use_own_words_and_sees_them_before_sending(void **state)
{
    (void)state;
    to_reading_check();
    assert_string_equal(label_of("tell_check.value.text"), stage.app->visitor.story.text);
    assert_string_equal(stage.app->visitor.story.text, "altijd alleen");
    assert_string_equal(label_of("tell_check.value.lines"), "Niets gekozen");
    assert_int_equal(stage.app->visitor.story.line_count, 0);
}

static void test_a_fault_names_the_page_it_was_opened_on(void **state)
{
    const SignalFix *fault = &stage.app->visitor.fault;
    int topic = content_topic_find(stage.content, AUDIENCE_PARENT, STR("opp"));

    (void)state;
    to_fix_filled();
    assert_string_equal(fault->page, "parent.opp");
    assert_string_equal(label_of("fix.page"),
                        content_topic(stage.content, LANGUAGE_DUTCH, topic)->title.data);
    assert_int_equal(fault->fault, SIGNAL_FAULT_MISSING);
    assert_true((stage_node(&stage, "fix.missing")->box.state & STATE_SELECTED) != 0);
    assert_string_equal(label_of("fix.value.text"), fault->text);
    assert_string_equal(fault->text, "het adres");
    assert_string_equal(fault->lang, "nl");
}

/* The form tells in which language a page was read: a missing translation is not Dutch of ours. */
static void test_a_fault_names_the_language_the_page_was_read_in(void **state)
{
    Language arabic;

    (void)state;
    assert_true(content_language_find(stage.content, STR("ar"), &arabic));
    stage_act(&stage, ACT_LANGUAGE, arabic);
    to_fix_filled();
    assert_string_equal(stage.app->visitor.fault.lang, "ar");
    stage_tap(&stage, "bar.back");
    stage_act(&stage, ACT_DUTCH, 1);
    stage_act(&stage, ACT_FIX_START, 0);
    assert_string_equal(stage.app->visitor.fault.lang, "nl");
}

static void test_every_kind_of_page_can_be_named(void **state)
{
    static const struct {
        const char *road[8];
        const char *page;
    } rows[] = {
        {{"welcome.parent", "home.about", "about.wrong"}, "about"},
        {{"welcome.parent", "home.search", "search.letter", "letters.opp", "letter.wrong"},
         "letters.opp"},
        {{"welcome.child", "child_entry.reading", "child_entry.go", "reading_home.more",
          "reading_more.rechten-12"},
         "youth.rechten-12"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        stage_fresh(&stage);
        for (int at = 0; rows[i].road[at] != NULL; at++) {
            stage_tap(&stage, rows[i].road[at]);
        }
        while (stage_screen(&stage) == SCREEN_TOPIC && stage_node(&stage, "topic.wrong") == NULL) {
            stage_tap(&stage, "topic.more");
        }
        if (stage_screen(&stage) == SCREEN_TOPIC) {
            stage_tap(&stage, "topic.wrong");
        }
        assert_string_equal(stage.app->visitor.fault.page, rows[i].page);
    }
    assert_int_equal(stage.app->visitor.fault.who, REQUEST_WHO_CHILD);
}

/* ---- sending ----------------------------------------------------------------------------- */

static void assert_nothing_kept(void)
{
    static const AppShare no_share;
    static const SignalStory no_story;
    static const AppFix no_fix;
    static const SignalFix no_fault;
    AppShare share = stage.app->visitor.share;

    share.child = false; /* whose it would be, not what was said */
    assert_memory_equal(&share, &no_share, sizeof share);
    assert_memory_equal(&stage.app->visitor.story, &no_story, sizeof no_story);
    assert_memory_equal(&stage.app->visitor.fix, &no_fix, sizeof no_fix);
    assert_memory_equal(&stage.app->visitor.fault, &no_fault, sizeof no_fault);
}

static void test_thanks_come_only_after_the_disk_and_keep_nothing(void **state)
{
    (void)state;
    to_check();
    stage_send(&stage, saved());
    assert_int_equal(stage_screen(&stage), SCREEN_SHARE_CHECK);
    stage_tap(&stage, "share_check.send");
    assert_int_equal(stage_effects(&stage, EFFECT_SAVE), 0); /* without a look */
    stage_wait(&stage, REST_MS);
    stage_tap(&stage, "share_check.send");
    assert_int_equal(stage_effects(&stage, EFFECT_SAVE), 1);
    assert_int_equal(stage.app->visitor.post, APP_POST_STORY);
    stage_wait(&stage, 1000);
    assert_int_equal(stage_screen(&stage), SCREEN_SHARE_CHECK);
    stage_send(&stage, saved());
    assert_int_equal(stage_screen(&stage), SCREEN_SHARE_DONE);
    assert_nothing_kept();
    assert_null(stage_node(&stage, "bar.back"));
    stage_tap(&stage, "share_done.did");
    assert_int_equal(stage_screen(&stage), SCREEN_DID);
    stage_tap(&stage, "bar.back");
    stage_wait(&stage, APP_SAVED_RING_S * 1000);
    assert_int_equal(stage_screen(&stage), SCREEN_WELCOME);
}

static void test_a_child_is_thanked_and_shown_where_people_are(void **state)
{
    (void)state;
    to_tell_check();
    stage_wait(&stage, REST_MS);
    stage_tap(&stage, "tell_check.send");
    assert_int_equal(stage_effects(&stage, EFFECT_SAVE), 1);
    stage_send(&stage, saved());
    assert_int_equal(stage_screen(&stage), SCREEN_TELL_DONE);
    assert_nothing_kept();
    assert_non_null(stage_node(&stage, "tell_done.ask"));
    stage_tap(&stage, "tell_done.help");
    assert_int_equal(stage_screen(&stage), SCREEN_CHILD_HELP);
}

static void test_after_a_fault_was_sent_the_page_stands_there_again(void **state)
{
    (void)state;
    to_fix_filled();
    stage_wait(&stage, REST_MS);
    stage_tap(&stage, "fix.send");
    assert_int_equal(stage.app->visitor.post, APP_POST_FIX);
    stage_send(&stage, saved());
    assert_int_equal(stage_screen(&stage), SCREEN_FIX_DONE);
    assert_nothing_kept();
    stage_tap(&stage, "fix_done.back");
    assert_int_equal(stage_screen(&stage), SCREEN_TOPIC);
    stage_tap(&stage, "bar.back");
    assert_int_not_equal(stage_screen(&stage), SCREEN_FIX);
}

static void test_not_after_all_keeps_nothing_and_sends_nothing(void **state)
{
    (void)state;
    to_check();
    stage_tap(&stage, "share_check.not");
    assert_int_equal(stage_effects(&stage, EFFECT_SAVE), 0);
    assert_int_equal(stage_effects(&stage, EFFECT_FORGET), 1);
    assert_int_equal(stage_screen(&stage), SCREEN_HOME);
    assert_nothing_kept();
    stage_fresh(&stage);
    to_tell_check();
    stage_tap(&stage, "tell_check.not");
    assert_int_equal(stage_screen(&stage), SCREEN_CHILD_HOME);
    assert_nothing_kept();
    stage_fresh(&stage);
    to_fix_filled();
    stage_tap(&stage, "fix.not");
    assert_int_equal(stage_screen(&stage), SCREEN_TOPIC);
    assert_nothing_kept();
}

static void fail_and_try_again(const char *send, ScreenId thanks)
{
    SignalStory story;

    stage_wait(&stage, REST_MS);
    stage_tap(&stage, send);
    story = stage.app->visitor.story;
    stage_send(&stage, failed());
    assert_int_equal(stage_screen(&stage), SCREEN_CANNOT_SAVE);
    assert_memory_equal(&stage.app->visitor.story, &story, sizeof story);
    stage_wait(&stage, REST_MS);
    stage_tap(&stage, "cannot_save.retry");
    assert_int_equal(stage_effects(&stage, EFFECT_SAVE), 1);
    assert_int_equal(stage.effects.items[0].arg, 1); /* the same bytes */
    stage_send(&stage, saved());
    assert_int_equal(stage_screen(&stage), thanks);
    assert_nothing_kept();
}

static void test_what_is_not_on_disk_is_not_thanked_for(void **state)
{
    (void)state;
    to_check();
    fail_and_try_again("share_check.send", SCREEN_SHARE_DONE);
    stage_fresh(&stage);
    to_tell_check();
    fail_and_try_again("tell_check.send", SCREEN_TELL_DONE);
    stage_fresh(&stage);
    to_fix_filled();
    fail_and_try_again("fix.send", SCREEN_FIX_DONE);
}

static void test_an_empty_fault_cannot_be_sent(void **state)
{
    (void)state;
    to_fix();
    assert_true((stage_node(&stage, "fix.send")->box.state & STATE_DISABLED) != 0);
    stage_wait(&stage, REST_MS);
    stage_act(&stage, ACT_SEND, 0);
    assert_int_equal(stage_effects(&stage, EFFECT_SAVE), 0);
    stage_tap(&stage, "fix.unclear");
    assert_false((stage_node(&stage, "fix.send")->box.state & STATE_DISABLED) != 0);
}

static void test_a_face_comes_first(void **state)
{
    (void)state;
    stage_tap(&stage, "welcome.parent");
    stage_tap(&stage, "home.share");
    assert_true((stage_node(&stage, "share_mood.next")->box.state & STATE_DISABLED) != 0);
    stage_act(&stage, ACT_SHARE_NEXT, 0);
    assert_int_equal(stage_screen(&stage), SCREEN_SHARE_MOOD);
}

static void test_a_changed_answer_leads_back_to_the_check(void **state)
{
    (void)state;
    to_check();
    stage_tap(&stage, "share_check.change.topic");
    stage_tap(&stage, "share_topic.rechten");
    stage_tap(&stage, "share_topic.next");
    assert_int_equal(stage_screen(&stage), SCREEN_SHARE_CHECK);
    assert_string_equal(stage.app->visitor.story.topics[0], "rechten");
    stage_tap(&stage, "bar.back");
    assert_int_equal(stage_screen(&stage), SCREEN_SHARE_SAY);
}

/* Somebody else's rows mean something else: they are not taken along. */
static void test_a_childs_answers_are_not_a_parents(void **state)
{
    (void)state;
    to_tell_say();
    stage_press(&stage, "tell_say.druk");
    stage_tap(&stage, "bar.start");
    stage_tap(&stage, "bar.back");
    stage_tap(&stage, "welcome.parent");
    stage_tap(&stage, "home.share");
    assert_int_equal(stage.app->visitor.share.mood, 0);
    assert_int_equal(stage.app->visitor.share.lines, 0);
}

static void test_without_a_store_nothing_is_asked(void **state)
{
    (void)state;
    stage_send(&stage, (Msg){.kind = MSG_STATUS});
    stage_act(&stage, ACT_GO, SCREEN_HOME);
    assert_null(stage_node(&stage, "home.share"));
    assert_non_null(stage_node(&stage, "home.letter"));
    stage_act(&stage, ACT_SHARE_START, 0);
    assert_int_equal(stage_screen(&stage), SCREEN_NOT_ENROLLED);
    stage_act(&stage, ACT_FIX_START, 0);
    assert_int_equal(stage_screen(&stage), SCREEN_HELP);
}

/* Fingers on every control there is, `ms` apart: no child's check screen is passed. */
static int play(int ms, int taps)
{
    unsigned seed = 20261122;
    int saves = 0, tried = 0;

    for (int i = 0; i < taps; i++) {
        int count = stage.ui->count, at = 0;
        seed = seed * 1664525U + 1013904223U;
        for (int step = 0; step < count; step++) {
            at = (int)(((seed >> 8) + (unsigned)step) % (unsigned)count);
            if (ui_is_interactive(ui_node(stage.ui, at))) {
                break;
            }
        }
        UiAction action = ui_node(stage.ui, at)->box.action;
        tried += action.kind == ACT_SEND ? 1 : 0;
        stage_wait(&stage, ms);
        stage_act(&stage, action.kind, action.arg);
        saves += stage_effects(&stage, EFFECT_SAVE);
        if (stage_screen(&stage) != SCREEN_TELL_CHECK) {
            stage_fresh(&stage);
            to_tell_check();
        }
    }
    assert_true(tried > taps / 100); /* it did try to send */
    return saves;
}

static void test_fingers_that_play_send_nothing(void **state)
{
    (void)state;
    to_tell_check();
    assert_int_equal(play(50, 300), 0);
    assert_int_equal(play(500, 300), 0);
}

static void test_a_press_too_soon_says_to_look_first(void **state)
{
    (void)state;
    to_tell_check();
    stage_tap(&stage, "tell_check.send");
    assert_int_equal(stage_effects(&stage, EFFECT_SAVE), 0);
    assert_non_null(stage_node(&stage, "tell_check.look"));
    stage_fresh(&stage);
    to_check();
    stage_tap(&stage, "share_check.send");
    assert_int_equal(stage_effects(&stage, EFFECT_SAVE), 0);
    assert_non_null(stage_node(&stage, "share_check.first"));
    stage_fresh(&stage);
    to_tell_check();
    stage_wait(&stage, REST_MS);
    stage_tap(&stage, "tell_check.send");
    assert_int_equal(stage_effects(&stage, EFFECT_SAVE), 1);
}

/* Touches that meet nothing, then a look, then Verstuur. */
static void press_after(int misses, const char *send, int expected_saves)
{
    for (int i = 0; i < misses; i++) {
        stage_send(&stage, (Msg){.kind = MSG_TOUCH});
    }
    stage_wait(&stage, REST_MS);
    stage_tap(&stage, send);
    assert_int_equal(stage_effects(&stage, EFFECT_SAVE), expected_saves);
}

/* An experience and a fault are a few touches: a hand that falls beside every target, and rests now
 * and then, would send one. Who means it, however unsteady the hand, is asked once more. */
static void after_many_misses(void (*fill)(void), const char *send, const char *look)
{
    stage_fresh(&stage);
    fill();
    press_after(APP_CALM_MISSES_MAX, send, 1);
    stage_fresh(&stage);
    fill();
    press_after(APP_CALM_MISSES_MAX + 1, send, 0);
    assert_non_null(stage_node(&stage, look));
    press_after(APP_CALM_MISSES_MAX, send, 1);
}

static void test_after_many_misses_a_fault_is_asked_for_once_more(void **state)
{
    (void)state;
    after_many_misses(to_fix_filled, "fix.send", "fix.first");
}

static void test_after_many_misses_an_experience_is_asked_for_once_more(void **state)
{
    (void)state;
    after_many_misses(to_check, "share_check.send", "share_check.first");
    after_many_misses(to_tell_check, "tell_check.send", "tell_check.look");
}

static void test_a_number_that_looks_like_a_bsn_is_pointed_out(void **state)
{
    (void)state;
    to_say();
    stage_tap(&stage, "share_say.write");
    stage_type(&stage, "mijn kind is 111222333");
    stage_tap(&stage, "share_write.key.done");
    assert_int_equal(stage_screen(&stage), SCREEN_SHARE_WRITE);
    assert_string_equal(label_of("share_write.warning"),
                        content_text(stage.content, LANGUAGE_DUTCH, TEXT_NOTE_BSN).data);
}

/* ---- counting ---------------------------------------------------------------------------- */

static void open_counted(const char *id, const char *key)
{
    stage_tap(&stage, id);
    assert_int_equal(stage_effects(&stage, EFFECT_COUNT), key == NULL ? 0 : 1);
    for (int i = 0; key != NULL && i < stage.effects.count; i++) {
        if (stage.effects.items[i].kind == EFFECT_COUNT) {
            assert_string_equal(stage.effects.items[i].id, key);
        }
    }
}

static void test_an_opened_topic_counts_once(void **state)
{
    (void)state;
    open_counted("welcome.parent", NULL);
    open_counted("home.tile.extra-hulp", NULL);
    open_counted("questions.opp", "topic.opp");
    open_counted("topic.more", NULL);
    open_counted("bar.back", NULL);
    open_counted("bar.language", NULL);
    open_counted("bar.back", NULL);
    open_counted("bar.back", NULL);
    assert_int_equal(stage_screen(&stage), SCREEN_QUESTIONS);
    open_counted("questions.hoorrecht", "topic.hoorrecht");
}

static void test_a_young_child_is_never_counted(void **state)
{
    (void)state;
    young();
    open_counted("child_home.zeggen", NULL);
    open_counted("child_home.go", NULL);
    open_counted("bar.back", NULL);
    open_counted("child_home.feelings", NULL);
    open_counted("child_home.go", NULL);
    open_counted("feelings.bang", NULL);
    open_counted("feelings.go", NULL);
    open_counted("bar.help", NULL);
}

static void test_teenagers_topics_count_and_their_help_does_not(void **state)
{
    (void)state;
    stage_tap(&stage, "welcome.child");
    stage_tap(&stage, "child_entry.reading");
    stage_tap(&stage, "child_entry.go");
    open_counted("reading_home.mijn-rechten", "topic.mijn-rechten");
    open_counted("bar.back", NULL);
    open_counted("reading_home.more", NULL);
    open_counted("reading_more.hulplijnen", NULL);
    open_counted("bar.help", NULL);
}

static bool mentions(const Topic *topic, const char *words)
{
    if (strstr(topic->answer.text.data, words) != NULL) {
        return true;
    }
    for (int part = 0; part < PART_COUNT; part++) {
        for (int i = 0; i < topic->parts[part].count; i++) {
            if (strstr(topic->parts[part].blocks[i].text.data, words) != NULL) {
                return true;
            }
        }
    }
    return false;
}

/* Whatever an editor adds: a page that names a number for danger leaves no count. */
static void test_no_page_about_danger_is_ever_counted(void **state)
{
    static const char *const facts[] = {"noodnummer", "veilig-thuis", "kindertelefoon",
                                        "praten-over-zelfdoding"};
    int found = 0;

    (void)state;
    for (size_t f = 0; f < sizeof facts / sizeof facts[0]; f++) {
        const Fact *fact = content_fact(stage.content, str_of(facts[f]));
        assert_non_null(fact);
        for (int i = 0; i < content_topic_count(stage.content); i++) {
            const Topic *topic = content_topic(stage.content, LANGUAGE_DUTCH, i);
            if (mentions(topic, fact->text.data)) {
                found++;
                if (app_count_is_allowed(topic)) {
                    fail_msg("%s names %s and would be counted", topic->id.data, facts[f]);
                }
            }
        }
    }
    assert_true(found > 3);
}

/* ---- every form -------------------------------------------------------------------------- */

static void long_words(void)
{
    for (int i = 0; i < LONG_WORDS; i++) {
        stage_type(&stage, "woord ");
    }
}

static void full_say(void)
{
    to_say();
    for (int i = 0; i < SIGNAL_LINES_MAX; i++) {
        stage_act(&stage, ACT_SHARE_LINE, i);
    }
    stage_tap(&stage, "share_say.write");
    long_words();
}

static void full_check(void)
{
    full_say();
    stage_tap(&stage, "share_write.key.done");
    stage_tap(&stage, "share_say.next");
}

static void full_check_end(void)
{
    full_check();
    if (stage_node(&stage, "share_check.next") != NULL) {
        stage_tap(&stage, "share_check.next");
    }
    assert_non_null(stage_node(&stage, "share_check.send"));
}

static void share_done(void)
{
    to_check();
    stage_wait(&stage, REST_MS);
    stage_act(&stage, ACT_SEND, 0);
    stage_send(&stage, saved());
}

static void share_failed(void)
{
    to_check();
    stage_wait(&stage, REST_MS);
    stage_act(&stage, ACT_SEND, 0);
    stage_send(&stage, failed());
}

static void share_pressed(void)
{
    to_check();
    stage_act(&stage, ACT_SEND, 0);
}

static void fix_pressed(void)
{
    to_fix_filled();
    stage_act(&stage, ACT_SEND, 0);
}

static void tell_topic(void)
{
    to_tell_mood();
    stage_tap(&stage, "tell_mood.mood.5");
    stage_tap(&stage, "tell_mood.go");
    stage_press(&stage, "tell_topic.te-moeilijk-of-makkelijk");
}

static void tell_pressed(void)
{
    to_tell_check();
    stage_act(&stage, ACT_SEND, 0);
}

static void tell_done(void)
{
    to_tell_check();
    stage_wait(&stage, REST_MS);
    stage_act(&stage, ACT_SEND, 0);
    stage_send(&stage, saved());
}

static void tell_failed(void)
{
    to_tell_check();
    stage_wait(&stage, REST_MS);
    stage_act(&stage, ACT_SEND, 0);
    stage_send(&stage, failed());
}

static void reading_write(void)
{
    to_reading_say();
    stage_tap(&stage, "tell_say.write");
    long_words();
}

static void reading_full(void)
{
    reading_write();
    stage_tap(&stage, "share_write.key.done");
    for (int i = 0; i < SIGNAL_LINES_MAX; i++) {
        stage_act(&stage, ACT_SHARE_LINE, i);
    }
    stage_tap(&stage, "tell_say.go");
}

static void fix_full(void)
{
    to_fix();
    stage_tap(&stage, "fix.wrong");
    stage_tap(&stage, "fix.write");
    long_words();
    stage_tap(&stage, "fix_write.key.done");
}

static void fix_done(void)
{
    to_fix_filled();
    stage_wait(&stage, REST_MS);
    stage_act(&stage, ACT_SEND, 0);
    stage_send(&stage, saved());
}

typedef struct Form {
    const char *name;
    void (*go)(void);
} Form;

static const Form FORMS[] = {
    {"share_write", full_say},
    {"share_check", full_check},
    {"share_check.2", full_check_end},
    {"share_done", share_done},
    {"share_failed", share_failed},
    {"share_pressed", share_pressed},
    {"fix_pressed", fix_pressed},
    {"story_end", to_tell_mood},
    {"tell_topic", tell_topic},
    {"tell_say", to_tell_say},
    {"tell_check", to_tell_check},
    {"tell_pressed", tell_pressed},
    {"tell_done", tell_done},
    {"tell_failed", tell_failed},
    {"reading_say", to_reading_say},
    {"reading_write", reading_write},
    {"reading_check", reading_full},
    {"fix", to_fix},
    {"fix_full", fix_full},
    {"fix_done", fix_done},
};

typedef struct Way {
    const Panel *panel;
    ThemeText size;
    ThemeLook look;
    const char *language;
} Way;

static void judge(const char *name, const Way *way)
{
    UiFinding findings[UI_FINDINGS_MAX];
    int count = ui_check(stage.ui, findings);

    for (int i = 0; i < count; i++) {
        const UiNode *node = ui_node(stage.ui, findings[i].node);
        print_error("%s %dx%d size %d look %d %s: %s %s [%s]\n", name, way->panel->width_px,
                    way->panel->height_px, (int)way->size, (int)way->look, way->language,
                    ui_fault_word(findings[i].fault), node->box.id == NULL ? "-" : node->box.id,
                    node->box.label == NULL ? "" : node->box.label);
        faults++;
    }
}

static void test_every_screen_fits_in_every_form(void **state)
{
    static const Way ways[] = {
        {&STAGE_PORTRAIT, TEXT_SIZE_100, LOOK_LIGHT, "nl"},
        {&STAGE_PORTRAIT, TEXT_SIZE_175, LOOK_HC, "nl"},
        {&STAGE_PORTRAIT, TEXT_SIZE_145, LOOK_CALM, "ar"},
        {&STAGE_PORTRAIT, TEXT_SIZE_120, LOOK_LIGHT, "ar"},
        {&STAGE_LANDSCAPE, TEXT_SIZE_100, LOOK_HC, "nl"},
        {&STAGE_LANDSCAPE, TEXT_SIZE_175, LOOK_LIGHT, "nl"},
        {&STAGE_LANDSCAPE, TEXT_SIZE_120, LOOK_CALM, "ar"},
        {&STAGE_SMALL, TEXT_SIZE_100, LOOK_CALM, "ar"},
        {&STAGE_SMALL, TEXT_SIZE_145, LOOK_LIGHT, "nl"},
        {&STAGE_SMALL, TEXT_SIZE_120, LOOK_HC, "nl"},
    };
    Language language;

    (void)state;
    for (size_t w = 0; w < sizeof ways / sizeof ways[0]; w++) {
        stage_close(&stage);
        stage_open(&stage, *ways[w].panel);
        for (size_t i = 0; i < sizeof FORMS / sizeof FORMS[0]; i++) {
            stage_fresh(&stage);
            assert_true(content_language_find(stage.content, str_of(ways[w].language), &language));
            stage_act(&stage, ACT_LANGUAGE, language);
            stage_act(&stage, ACT_SIZE, (int)ways[w].size);
            stage_act(&stage, ACT_THEME, (int)ways[w].look);
            FORMS[i].go();
            judge(FORMS[i].name, &ways[w]);
        }
    }
    assert_int_equal(faults, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_a_parents_story_holds_what_its_check_screen_shows),
        TEST(test_a_childs_story_holds_what_its_check_screen_shows),
        TEST(test_who_reads_may_use_own_words_and_sees_them_before_sending),
        TEST(test_a_fault_names_the_page_it_was_opened_on),
        TEST(test_a_fault_names_the_language_the_page_was_read_in),
        TEST(test_every_kind_of_page_can_be_named),
        TEST(test_thanks_come_only_after_the_disk_and_keep_nothing),
        TEST(test_a_child_is_thanked_and_shown_where_people_are),
        TEST(test_after_a_fault_was_sent_the_page_stands_there_again),
        TEST(test_not_after_all_keeps_nothing_and_sends_nothing),
        TEST(test_what_is_not_on_disk_is_not_thanked_for),
        TEST(test_an_empty_fault_cannot_be_sent),
        TEST(test_a_face_comes_first),
        TEST(test_a_changed_answer_leads_back_to_the_check),
        TEST(test_a_childs_answers_are_not_a_parents),
        TEST(test_without_a_store_nothing_is_asked),
        TEST(test_fingers_that_play_send_nothing),
        TEST(test_a_press_too_soon_says_to_look_first),
        TEST(test_after_many_misses_a_fault_is_asked_for_once_more),
        TEST(test_after_many_misses_an_experience_is_asked_for_once_more),
        TEST(test_a_number_that_looks_like_a_bsn_is_pointed_out),
        TEST(test_an_opened_topic_counts_once),
        TEST(test_a_young_child_is_never_counted),
        TEST(test_teenagers_topics_count_and_their_help_does_not),
        TEST(test_no_page_about_danger_is_ever_counted),
        TEST(test_every_screen_fits_in_every_form),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
