/* test_app.c - the rules of App: one save, thanks only after the disk, back is the inverse, idle
 * veils and wipes, nothing survives a wipe, and the request is what the check screen shows. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app_request.h"
#include "app_typing.h"
#include "stage.h"
#include "ui_dump.h"

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

/* ---- the whole road ---------------------------------------------------------------------- */

static void to_number(void)
{
    stage_tap(&stage, "welcome.parent");
    stage_tap(&stage, "home.call");
    stage_tap(&stage, "call_about.thuis");
    stage_tap(&stage, "call_about.next");
    stage_tap(&stage, "call_sector.po");
    stage_tap(&stage, "call_sector.next");
    stage_tap(&stage, "call_how.call");
    stage_tap(&stage, "call_how.next");
}

static void to_name(void)
{
    to_number();
    stage_type(&stage, "06 12345678");
    stage_tap(&stage, "call_number.next");
    stage_tap(&stage, "call_when.am");
    stage_tap(&stage, "call_when.day.1");
    stage_tap(&stage, "call_when.next");
}

static void to_check(void)
{
    to_name();
    stage_tap(&stage, "call_name.name");
    stage_type(&stage, "Amina");
    stage_tap(&stage, "call_type_name.key.done");
    stage_tap(&stage, "call_name.next");
    assert_int_equal(stage_screen(&stage), SCREEN_CALL_CHECK);
}

static Msg saved_msg(void)
{
    return (Msg){.kind = MSG_SAVED, .saved = {"47291638", {1, 2, 3, 4}}};
}

static void test_the_whole_road_asks_for_one_save(void **state)
{
    (void)state;
    to_check();
    stage_tap(&stage, "call_check.send");
    assert_int_equal(stage_effects(&stage, EFFECT_SAVE), 1);
    assert_int_equal(stage_screen(&stage), SCREEN_CALL_CHECK);
    for (int i = 0; i < 5; i++) {
        stage_act(&stage, ACT_SEND, 0);
        assert_int_equal(stage_effects(&stage, EFFECT_SAVE), 0);
    }
}

/* A toddler types a number by chance only among many touches beside every target. A parent with
 * shaky hands is asked to look, and is then heard. */
static void test_after_many_misses_a_parent_looks_before_sending(void **state)
{
    (void)state;
    to_check();
    for (int i = 0; i <= APP_CALM_MISSES_MAX; i++) {
        stage_send(&stage, (Msg){.kind = MSG_TOUCH});
    }
    stage_tap(&stage, "call_check.send");
    assert_int_equal(stage_effects(&stage, EFFECT_SAVE), 0);
    stage_wait(&stage, APP_CALM_REST_MS);
    stage_tap(&stage, "call_check.send");
    assert_int_equal(stage_effects(&stage, EFFECT_SAVE), 1);
}

static void test_a_few_misses_cost_a_parent_nothing(void **state)
{
    (void)state;
    to_check();
    for (int i = 0; i < APP_CALM_MISSES_MAX; i++) {
        stage_send(&stage, (Msg){.kind = MSG_TOUCH});
    }
    stage_tap(&stage, "call_check.send");
    assert_int_equal(stage_effects(&stage, EFFECT_SAVE), 1);
}

static void test_the_saved_screen_comes_only_after_the_disk(void **state)
{
    (void)state;
    to_check();
    stage_send(&stage, saved_msg());
    assert_int_equal(stage_screen(&stage), SCREEN_CALL_CHECK);
    stage_tap(&stage, "call_check.send");
    stage_wait(&stage, 1000);
    assert_int_equal(stage_screen(&stage), SCREEN_CALL_CHECK);
    stage_send(&stage, saved_msg());
    assert_int_equal(stage_screen(&stage), SCREEN_CALL_SAVED);
    assert_string_equal(stage_node(&stage, "call_saved.code")->box.label, "4729 1638");
}

static void test_saving_says_so_after_150_ms(void **state)
{
    (void)state;
    to_check();
    stage_tap(&stage, "call_check.send");
    assert_int_equal(app_wake(stage.app), stage.run_ms + APP_SAVING_SHOWN_MS);
    stage_wait(&stage, APP_SAVING_SHOWN_MS - 1);
    assert_null(stage_node(&stage, "saving.title"));
    stage_wait(&stage, 1);
    assert_non_null(stage_node(&stage, "saving.title"));
}

static void test_a_failed_save_keeps_every_answer(void **state)
{
    Request before;

    (void)state;
    to_check();
    before = stage.app->visitor.request;
    stage_tap(&stage, "call_check.send");
    stage_send(&stage, (Msg){.kind = MSG_SAVE_FAILED, .error = "store.full"});
    assert_int_equal(stage_screen(&stage), SCREEN_CANNOT_SAVE);
    stage_tap(&stage, "cannot_save.retry");
    assert_int_equal(stage_effects(&stage, EFFECT_SAVE), 1);
    assert_int_equal(stage.effects.items[0].arg, 1);
    assert_memory_equal(&stage.app->visitor.request, &before, sizeof before);
    stage_send(&stage, saved_msg());
    assert_int_equal(stage_screen(&stage), SCREEN_CALL_SAVED);
}

static void test_nothing_typed_stands_on_the_saved_screen(void **state)
{
    static const AppDraft no_draft;
    static const Request no_request;

    (void)state;
    to_check();
    stage_tap(&stage, "call_check.send");
    stage_send(&stage, saved_msg());
    assert_memory_equal(&stage.app->visitor.draft, &no_draft, sizeof no_draft);
    assert_memory_equal(&stage.app->visitor.request, &no_request, sizeof no_request);
    assert_false(app_screen(SCREEN_CALL_SAVED)->has_back);
}

static void test_done_and_the_end_of_the_ring_wipe(void **state)
{
    (void)state;
    to_check();
    stage_tap(&stage, "call_check.send");
    stage_send(&stage, saved_msg());
    stage_wait(&stage, (APP_SAVED_RING_S - 1) * 1000);
    assert_int_equal(stage_screen(&stage), SCREEN_CALL_SAVED);
    stage_tap(&stage, "call_saved.longer");
    stage_wait(&stage, (APP_SAVED_RING_S - 1) * 1000);
    assert_int_equal(stage_screen(&stage), SCREEN_CALL_SAVED);
    stage_wait(&stage, 1000);
    assert_int_equal(stage_screen(&stage), SCREEN_WELCOME);
    assert_int_equal(stage_effects(&stage, EFFECT_WIPE), 1);
}

static void test_offline_is_told_honestly(void **state)
{
    (void)state;
    stage_send(&stage, (Msg){.kind = MSG_STATUS,
                             .status = {.can_save = true,
                                        .last_contact_s = STAGE_UTC_S - APP_OFFLINE_S - 1}});
    to_check();
    assert_int_equal(stage.app->visitor.request.told, REQUEST_TOLD_OFFLINE);
    stage_tap(&stage, "call_check.send");
    stage_send(&stage, saved_msg());
    assert_int_equal(stage.app->visitor.saved.told, REQUEST_TOLD_OFFLINE);
    assert_non_null(strstr(stage_node(&stage, "call_saved.promise")->box.label, "verbinding"));
}

/* ---- numbers, addresses, notes ----------------------------------------------------------- */

static void test_a_number_that_cannot_be_called_is_refused_and_kept(void **state)
{
    (void)state;
    to_number();
    stage_type(&stage, "0900 1234");
    stage_act(&stage, ACT_CALL_NEXT, 0);
    assert_int_equal(stage_screen(&stage), SCREEN_CALL_NUMBER);
    assert_string_equal(stage.app->visitor.draft.phone, "0900 1234");
    assert_int_equal(stage.app->visitor.typing.notice, APP_NOTICE_SERVICE);
    assert_true((stage_node(&stage, "call_number.next")->box.state & STATE_DISABLED) != 0);
}

static void test_digits_of_every_script_are_taken(void **state)
{
    static const uint32_t arabic_06[] = {0x660, 0x666, 0x661, 0x662, 0x663,
                                         0x664, 0x665, 0x666, 0x667, 0x668};

    (void)state;
    to_number();
    for (size_t i = 0; i < sizeof arabic_06 / sizeof arabic_06[0]; i++) {
        stage_send(&stage, (Msg){.kind = MSG_POINT, .point = arabic_06[i]});
    }
    assert_int_equal(app_typing_phone(stage.app), PHONE_OK);
    assert_int_equal(app_typing_digits(stage.app), 10);
    stage_send(&stage, (Msg){.kind = MSG_POINT, .point = 'x'});
    assert_int_equal(app_typing_digits(stage.app), 10);
}

static void test_a_bsn_is_pointed_out_once(void **state)
{
    (void)state;
    assert_true(app_typing_has_bsn(STR("nummer 111222333.")));
    assert_true(app_typing_has_bsn(STR("111 222 333")));
    assert_false(app_typing_has_bsn(STR("111222334")));
    assert_false(app_typing_has_bsn(STR("0612345678")));
    assert_false(app_typing_has_bsn(STR("000000000")));
    to_check();
    stage_tap(&stage, "call_check.note");
    stage_type(&stage, "bsn 111222333");
    stage_tap(&stage, "call_note.key.done");
    assert_int_equal(stage_screen(&stage), SCREEN_CALL_NOTE);
    assert_int_equal(stage.app->visitor.typing.notice, APP_NOTICE_BSN);
    stage_tap(&stage, "call_note.key.done");
    assert_int_equal(stage_screen(&stage), SCREEN_CALL_CHECK);
}

static void test_a_note_holds_300_signs(void **state)
{
    (void)state;
    to_check();
    stage_tap(&stage, "call_check.note");
    for (int i = 0; i < REQUEST_NOTE_POINTS_MAX + 5; i++) {
        stage_send(&stage, (Msg){.kind = MSG_POINT, .point = 0x20ac});
    }
    assert_int_equal(strlen(stage.app->visitor.draft.note), 3 * REQUEST_NOTE_POINTS_MAX);
    assert_int_equal(stage.app->visitor.typing.notice, APP_NOTICE_FULL);
}

static void test_signing_never_leads_to_a_phone_call(void **state)
{
    (void)state;
    to_name();
    stage_tap(&stage, "call_name.sign");
    stage_tap(&stage, "call_name.next");
    assert_int_equal(stage_screen(&stage), SCREEN_CALL_HOW);
    assert_null(stage_node(&stage, "call_how.call"));
    stage_act(&stage, ACT_CALL_HOW, CHANNEL_CALL);
    assert_int_equal(stage.app->visitor.draft.how, REQUEST_HOW_NONE);
}

static void test_coming_along_sends_nothing(void **state)
{
    (void)state;
    stage_tap(&stage, "welcome.parent");
    stage_tap(&stage, "home.call");
    stage_tap(&stage, "call_about.next");
    stage_tap(&stage, "call_sector.next");
    stage_tap(&stage, "call_how.visit");
    stage_tap(&stage, "call_how.next");
    assert_int_equal(stage_screen(&stage), SCREEN_CALL_COME);
    stage_act(&stage, ACT_SEND, 0);
    assert_int_equal(stage_effects(&stage, EFFECT_SAVE), 0);
    stage_tap(&stage, "call_come.done");
    assert_int_equal(stage_screen(&stage), SCREEN_HOME);
}

/* ---- walking ----------------------------------------------------------------------------- */

static void test_every_back_is_the_inverse_with_values_kept(void **state)
{
    AppPlace places[APP_HISTORY_MAX];
    AppDraft draft;
    int depth;

    (void)state;
    to_check();
    draft = stage.app->visitor.draft;
    depth = stage.app->visitor.depth;
    memcpy(places, stage.app->visitor.history, sizeof places);
    for (int at = depth; at > 0; at--) {
        assert_int_equal(stage_screen(&stage), places[at].screen);
        stage_tap(&stage, "bar.back");
    }
    assert_int_equal(stage_screen(&stage), SCREEN_WELCOME);
    assert_memory_equal(&stage.app->visitor.draft, &draft, sizeof draft);
}

static void test_change_returns_to_the_check_screen(void **state)
{
    (void)state;
    to_check();
    stage_tap(&stage, "call_check.change.when");
    stage_tap(&stage, "call_when.pm");
    stage_tap(&stage, "call_when.next");
    assert_int_equal(stage_screen(&stage), SCREEN_CALL_CHECK);
    assert_int_equal(stage.app->visitor.request.moment_count, 2);
    stage_tap(&stage, "call_check.change.reach");
    stage_tap(&stage, "call_how.mail");
    stage_tap(&stage, "call_how.next");
    assert_int_equal(stage_screen(&stage), SCREEN_CALL_MAIL);
    stage_type(&stage, "a@b.nl");
    stage_tap(&stage, "call_mail.key.done");
    assert_int_equal(stage_screen(&stage), SCREEN_CALL_CHECK);
    assert_string_equal(stage.app->visitor.request.mail, "a@b.nl");
    assert_string_equal(stage.app->visitor.request.phone, "");
}

static void test_the_situation_is_carried_along_visibly(void **state)
{
    (void)state;
    stage_tap(&stage, "welcome.parent");
    stage_tap(&stage, "home.tile.extra-hulp");
    stage_tap(&stage, "questions.opp");
    stage_tap(&stage, "topic.call");
    assert_true((stage_node(&stage, "call_about.extra-hulp")->box.state & STATE_SELECTED) != 0);
}

static void test_without_a_key_there_is_no_call_button_but_a_phone(void **state)
{
    (void)state;
    stage_send(&stage, (Msg){.kind = MSG_STATUS});
    stage_tap(&stage, "welcome.parent");
    assert_int_equal(stage_screen(&stage), SCREEN_NOT_ENROLLED);
    stage_tap(&stage, "not_enrolled.read");
    assert_null(stage_node(&stage, "home.call"));
    stage_act(&stage, ACT_CALL_START, 0);
    assert_int_equal(stage_screen(&stage), SCREEN_NOT_ENROLLED);
}

static void test_a_child_sees_112_and_a_way_back(void **state)
{
    (void)state;
    stage_tap(&stage, "welcome.child");
    stage_tap(&stage, "bar.help");
    assert_int_equal(stage_screen(&stage), SCREEN_CHILD_HELP);
    assert_string_equal(stage_node(&stage, "child_help.112")->box.label, "112");
    stage_tap(&stage, "bar.back");
    assert_int_equal(stage_screen(&stage), SCREEN_CHILD_ENTRY);
}

/* ---- time -------------------------------------------------------------------------------- */

static void test_idle_veils_then_wipes(void **state)
{
    (void)state;
    to_check();
    stage_wait(&stage, APP_IDLE_FORM_S * 1000 - 1);
    assert_non_null(stage_node(&stage, "call_check.send"));
    stage_wait(&stage, 1);
    assert_int_equal(stage.app->visitor.idle, APP_IDLE_WARNING);
    assert_null(stage_node(&stage, "call_check.value.name"));
    for (int i = 0; i < stage.ui->count; i++) {
        assert_true((ui_node(stage.ui, i)->box.state & STATE_PRIVATE) == 0);
    }
    stage_wait(&stage, APP_IDLE_WARN_S * 1000 - 1);
    assert_int_equal(stage.app->visitor.idle, APP_IDLE_WARNING);
    stage_wait(&stage, 1);
    assert_int_equal(stage_screen(&stage), SCREEN_WELCOME);
    assert_string_equal(stage.app->visitor.draft.name, "");
}

static void test_a_touch_anywhere_goes_on_where_we_were(void **state)
{
    (void)state;
    to_check();
    stage_wait(&stage, APP_IDLE_FORM_S * 1000);
    stage_send(&stage, (Msg){.kind = MSG_TOUCH});
    assert_int_equal(stage.app->visitor.idle, APP_IDLE_AWAKE);
    assert_int_equal(stage_screen(&stage), SCREEN_CALL_CHECK);
    stage_wait(&stage, APP_IDLE_FORM_S * 1000 - 1);
    assert_int_equal(stage.app->visitor.idle, APP_IDLE_AWAKE);
}

static void test_going_on_after_the_warning_begins_covered(void **state)
{
    (void)state;
    to_check();
    stage_wait(&stage, APP_IDLE_FORM_S * 1000);
    stage_tap(&stage, "idle.stay");
    assert_null(strstr(stage_node(&stage, "call_check.value.name")->box.label, "Amina"));
    assert_null(strstr(stage_node(&stage, "call_check.value.reach")->box.label, "0612"));
    stage_tap(&stage, "call_check.reveal");
    assert_string_equal(stage_node(&stage, "call_check.value.name")->box.label, "Amina");
    assert_null(stage_node(&stage, "call_check.reveal"));
}

static void test_the_clock_stands_still_while_speaking(void **state)
{
    (void)state;
    stage_tap(&stage, "welcome.parent");
    stage_send(&stage, (Msg){.kind = MSG_SPEECH, .speaking = true});
    stage_wait(&stage, APP_IDLE_READING_S * 2000);
    assert_int_equal(stage.app->visitor.idle, APP_IDLE_AWAKE);
    stage_send(&stage, (Msg){.kind = MSG_SPEECH, .speaking = false});
    stage_wait(&stage, APP_IDLE_READING_S * 1000);
    assert_int_equal(stage.app->visitor.idle, APP_IDLE_WARNING);
}

static void test_welcome_at_rest_never_wakes(void **state)
{
    (void)state;
    assert_true(app_wake(stage.app) == APP_WAKE_NEVER);
    stage_tap(&stage, "welcome.language.ar");
    stage_wait(&stage, APP_IDLE_READING_S * 1000);
    assert_int_equal(stage.app->visitor.language, LANGUAGE_DUTCH);
    assert_true(app_wake(stage.app) == APP_WAKE_NEVER);
}

/* ---- wiping ------------------------------------------------------------------------------ */

static void assert_fresh(void)
{
    static const AppVisitor fresh;

    assert_memory_equal(&stage.app->visitor, &fresh, sizeof fresh);
    assert_true(app_wake(stage.app) == APP_WAKE_NEVER);
}

static void test_stop_wipes_and_shows_welcome_at_once(void **state)
{
    (void)state;
    to_check();
    stage_tap(&stage, "bar.stop");
    assert_int_equal(stage_screen(&stage), SCREEN_WELCOME);
    assert_non_null(stage_node(&stage, "welcome.parent"));
    assert_int_equal(stage_effects(&stage, EFFECT_WIPE), 1);
    assert_fresh();
}

/* ---- the request is the check screen ----------------------------------------------------- */

static const char *shown(const char *id)
{
    const UiNode *node = stage_node(&stage, id);

    assert_non_null(node);
    return node->box.label;
}

/* People check a number by its groups; what was typed, and what is sent, has none. */
static void test_a_mobile_number_stands_in_pairs_while_it_is_typed(void **state)
{
    static const struct {
        const char *typed, *seen;
    } cases[] = {{"0", "0"},
                 {"061", "06 1"},
                 {"0612345678", "06 12 34 56 78"},
                 {"06123456789", "06123456789"}, /* too long: no known groups */
                 {"0201234567", "0201234567"},   /* how long the first group is, differs */
                 {"06-12345678", "06-12345678"}};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        stage_fresh(&stage);
        to_number();
        stage_type(&stage, cases[i].typed);
        assert_string_equal(stage_node(&stage, "call_number.field")->box.value, cases[i].seen);
        assert_string_equal(stage.app->visitor.draft.phone, cases[i].typed);
    }
}

/* No subject is an answer too: nobody is told that a form was not filled in. */
static void test_a_subject_tapped_away_is_told_later(void **state)
{
    (void)state;
    to_check();
    stage_tap(&stage, "call_check.change.about");
    stage_tap(&stage, "call_about.thuis");
    stage_tap(&stage, "call_about.next");
    assert_int_equal(stage_screen(&stage), SCREEN_CALL_CHECK);
    assert_string_equal(shown("call_check.value.about"), "Dat vertelt u ons zelf");
    assert_int_equal(stage.app->visitor.request.topic_count, 0);
}

static void test_the_request_is_what_the_check_screen_shows(void **state)
{
    const Request *request;

    (void)state;
    to_check();
    stage_tap(&stage, "call_check.voicemail.second");
    stage_tap(&stage, "call_check.answer.first");
    request = &stage.app->visitor.request;
    assert_int_equal(request_check(request), REQUEST_FAULT_NONE);
    assert_string_equal(request->topics[0], "thuis");
    assert_int_equal(request->topic_count, 1);
    assert_string_equal(shown("call_check.value.about"), "Mijn kind zit thuis");
    assert_int_equal(request->sector, REQUEST_SECTOR_PO);
    assert_string_equal(shown("call_check.value.sector"), "Basisschool");
    assert_string_equal(request->phone, "0612345678");
    assert_string_equal(shown("call_check.value.reach"), "06 12345678");
    assert_int_equal(request->moment_count, 1);
    assert_int_equal(request->moments[0].date.day, 25);
    assert_int_equal(request->moments[0].part, REQUEST_PART_AM);
    assert_int_equal(request->due.day, 25);
    assert_string_equal(shown("call_check.value.when"), "di 25 november, ochtend");
    assert_string_equal(request->name, "Amina");
    assert_string_equal(shown("call_check.value.name"), "Amina");
    assert_string_equal(request->lang, "nl");
    assert_int_equal(request->voicemail, REQUEST_ANSWER_NO);
    assert_int_equal(request->answer, REQUEST_PICKUP_ME);
}

static void test_what_was_not_asked_is_absent(void **state)
{
    const Request *request;

    (void)state;
    to_check();
    request = &stage.app->visitor.request;
    assert_int_equal(request->voicemail, REQUEST_ANSWER_NONE);
    assert_int_equal(request->answer, REQUEST_PICKUP_NONE);
    assert_int_equal(request->interpreter, REQUEST_ANSWER_NONE);
    assert_string_equal(request->mail, "");
    assert_string_equal(request->note, "");
    stage_tap(&stage, "call_check.voicemail.first");
    stage_tap(&stage, "call_check.voicemail.first");
    assert_int_equal(stage.app->visitor.request.voicemail, REQUEST_ANSWER_NONE);
}

static void test_every_branch_gives_a_request_that_may_be_sent(void **state)
{
    static const int channels[] = {CHANNEL_CALL, CHANNEL_SMS, CHANNEL_APP, CHANNEL_MAIL};
    Region *region = (Region *)content_region(stage.content);

    (void)state;
    region->channels = (1U << CHANNEL_COUNT) - 1;
    for (size_t i = 0; i < sizeof channels / sizeof channels[0]; i++) {
        stage_fresh(&stage);
        stage_tap(&stage, "welcome.parent");
        stage_tap(&stage, "home.call");
        stage_tap(&stage, "call_about.unknown");
        stage_tap(&stage, "call_about.next");
        stage_tap(&stage, "call_sector.next");
        stage_act(&stage, ACT_CALL_HOW, channels[i]);
        stage_tap(&stage, "call_how.next");
        stage_type(&stage, channels[i] == CHANNEL_MAIL ? "a@b.nl" : "+31612345678");
        stage_act(&stage, ACT_CALL_NEXT, 0);
        if (channels[i] == CHANNEL_CALL) {
            stage_tap(&stage, "call_when.next");
        }
        stage_tap(&stage, "call_name.talk.tr");
        stage_tap(&stage, "call_name.interpreter.yes");
        stage_tap(&stage, "call_name.next");
        assert_int_equal(stage_screen(&stage), SCREEN_CALL_CHECK);
        assert_int_equal(request_check(&stage.app->visitor.request), REQUEST_FAULT_NONE);
        assert_string_equal(stage.app->visitor.request.lang, "tr");
        assert_string_equal(stage.app->visitor.request.topics[0], APP_REQUEST_UNKNOWN);
        stage_tap(&stage, "call_check.send");
        assert_int_equal(stage_effects(&stage, EFFECT_SAVE), 1);
        stage_send(&stage, saved_msg());
    }
}

/* ---- a child asks for a talk -------------------------------------------------------------- */

static void to_ask_how(const char *about)
{
    stage_tap(&stage, "welcome.child");
    stage_tap(&stage, "child_entry.young");
    stage_tap(&stage, "child_entry.go");
    stage_tap(&stage, "child_home.ask");
    stage_tap(&stage, "child_home.go");
    stage_tap(&stage, about);
    stage_tap(&stage, "ask_about.go");
}

static void via(const char *who)
{
    stage_tap(&stage, "ask_how.via");
    stage_tap(&stage, "ask_how.go");
    stage_tap(&stage, who);
    stage_tap(&stage, "ask_via.go");
    stage_type(&stage, "juf Els");
    stage_tap(&stage, "ask_person.key.done");
}

/* Fourteen years old: no juf, no grote mens, and no group of the primary school. */
static void test_a_teenager_chooses_an_adult_and_a_class(void **state)
{
    const Request *request = &stage.app->visitor.request;

    (void)state;
    stage.app->setup.at_school = true;
    stage_tap(&stage, "welcome.child");
    stage_tap(&stage, "child_entry.reading");
    stage_tap(&stage, "child_entry.go");
    stage_tap(&stage, "reading_home.ask");
    stage_tap(&stage, "ask_about.gepest");
    stage_tap(&stage, "ask_how.via");
    assert_string_equal(shown("ask_via.title"), "Welke volwassene kies je?");
    stage_tap(&stage, "ask_via.teacher");
    assert_string_equal(shown("ask_person.title"), "Hoe heet die volwassene?");
    stage_type(&stage, "mevrouw Bos");
    stage_tap(&stage, "ask_person.key.done");
    stage_tap(&stage, "ask_group.group.6");
    stage_tap(&stage, "ask_name.nameless");
    assert_string_equal(request->find, "mevrouw Bos, klas 2");
    assert_string_equal(shown("ask_check.value.who"), request->find);
}

static void test_a_child_is_found_through_a_teacher_at_this_school(void **state)
{
    const Request *request = &stage.app->visitor.request;

    (void)state;
    stage.app->setup.at_school = true;
    to_ask_how("ask_about.gepest");
    via("ask_via.teacher");
    stage_tap(&stage, "ask_group.group.6");
    stage_tap(&stage, "ask_group.go");
    stage_tap(&stage, "ask_name.nameless");
    assert_int_equal(stage_screen(&stage), SCREEN_ASK_CHECK);
    assert_int_equal(request_check(request), REQUEST_FAULT_NONE);
    assert_string_equal(request->find, "juf Els, groep 6");
    assert_string_equal(shown("ask_check.value.who"), request->find);
    assert_string_equal(request->with, "juf-of-meester");
    assert_string_equal(request->topics[0], "gepest");
    assert_string_equal(shown("ask_check.value.about"), "gepest");
    assert_string_equal(request->phone, "");
    stage_wait(&stage, APP_CALM_REST_MS);
    stage_tap(&stage, "ask_check.send");
    assert_int_equal(stage_effects(&stage, EFFECT_SAVE), 1);
    stage_send(&stage, saved_msg());
    assert_int_equal(stage_screen(&stage), SCREEN_ASK_DONE);
}

static void test_elsewhere_a_grown_up_is_found_by_number(void **state)
{
    (void)state;
    to_ask_how("ask_about.vrienden");
    via("ask_via.parent");
    assert_int_equal(stage_screen(&stage), SCREEN_ASK_NUMBER);
    stage_act(&stage, ACT_ASK_NEXT, 0);
    assert_int_equal(stage_screen(&stage), SCREEN_ASK_NUMBER);
    stage_type(&stage, "0612345678");
    stage_tap(&stage, "ask_number.go");
    stage_type(&stage, "Noor");
    stage_tap(&stage, "ask_name.go");
    assert_int_equal(request_check(&stage.app->visitor.request), REQUEST_FAULT_NONE);
    assert_string_equal(stage.app->visitor.request.find, "juf Els, 0612345678");
    assert_string_equal(shown("ask_check.value.name"), "Noor");
}

static void test_a_child_is_called_without_a_voice_message(void **state)
{
    const Request *request = &stage.app->visitor.request;

    (void)state;
    to_ask_how("ask_about.te-druk");
    stage_tap(&stage, "ask_how.call");
    stage_tap(&stage, "ask_how.go");
    stage_type(&stage, "0612345678");
    stage_tap(&stage, "ask_number.whose.2");
    stage_tap(&stage, "ask_number.go");
    stage_type(&stage, "Noor");
    stage_tap(&stage, "ask_name.go");
    assert_int_equal(request_check(request), REQUEST_FAULT_NONE);
    assert_int_equal(request->voicemail, REQUEST_ANSWER_NO);
    assert_string_equal(request->phone, "0612345678");
    assert_string_equal(shown("ask_check.value.say"), request->say);
    assert_non_null(strstr(request->say, "Noor"));
}

static void test_a_route_through_the_subject_is_not_offered(void **state)
{
    (void)state;
    to_ask_how("ask_about.juf-of-meester");
    stage_tap(&stage, "ask_how.via");
    stage_tap(&stage, "ask_how.go");
    assert_null(stage_node(&stage, "ask_via.teacher"));
    stage_act(&stage, ACT_PICK, 0);
    stage_act(&stage, ACT_PICK_GO, 0);
    assert_int_equal(stage_screen(&stage), SCREEN_ASK_VIA);
    stage_fresh(&stage);
    to_ask_how("ask_about.thuis");
    stage_tap(&stage, "ask_how.via");
    stage_tap(&stage, "ask_how.go");
    assert_null(stage_node(&stage, "ask_via.parent"));
}

static void test_without_a_route_nothing_is_sent_and_the_card_is_offered(void **state)
{
    (void)state;
    stage.app->setup.staffed = false;
    ((Region *)content_region(stage.content))->visit_count = 0;
    stage_send(&stage, (Msg){.kind = MSG_STATUS});
    to_ask_how("ask_about.gepest");
    assert_non_null(stage_node(&stage, "ask_how.card"));
    stage_act(&stage, ACT_PICK, CHILD_ROUTE_CALL);
    stage_act(&stage, ACT_PICK_GO, 0);
    stage_act(&stage, ACT_SEND, 0);
    assert_int_equal(stage_effects(&stage, EFFECT_SAVE), 0);
    assert_int_equal(stage_screen(&stage), SCREEN_ASK_HOW);
}

static void test_a_child_comes_back_to_its_picture_of_a_story(void **state)
{
    (void)state;
    stage_tap(&stage, "welcome.child");
    stage_tap(&stage, "child_entry.young");
    stage_tap(&stage, "child_entry.go");
    stage_tap(&stage, "child_home.zeggen");
    stage_tap(&stage, "child_home.go");
    stage_tap(&stage, "child_story.panel.2");
    stage_tap(&stage, "bar.help");
    stage_tap(&stage, "bar.back");
    assert_int_equal(stage.app->visitor.picked, 3);
    stage_tap(&stage, "bar.display");
    assert_non_null(stage_node(&stage, "display.done"));
    stage_tap(&stage, "display.done");
    assert_int_equal(stage.app->visitor.picked, 3);
}

/* Who reads opens by tapping: no check waits for it. */
static void test_a_check_waits_only_for_who_does_not_read(void **state)
{
    (void)state;
    stage_tap(&stage, "welcome.child");
    stage_tap(&stage, "child_entry.young");
    stage_tap(&stage, "child_entry.go");
    stage_tap(&stage, "child_home.feelings");
    stage_tap(&stage, "child_home.go");
    assert_non_null(stage_node(&stage, "feelings.go"));
    stage_tap(&stage, "bar.back");
    stage_tap(&stage, "bar.back");
    stage_tap(&stage, "child_entry.reading");
    stage_tap(&stage, "child_entry.go");
    stage_tap(&stage, "reading_home.feelings");
    assert_null(stage_node(&stage, "feelings.go"));
}

static void test_the_card_and_feelings_leave_nothing_behind(void **state)
{
    (void)state;
    stage_tap(&stage, "welcome.child");
    stage_tap(&stage, "child_entry.reading");
    stage_tap(&stage, "child_entry.go");
    stage_tap(&stage, "reading_home.feelings");
    stage_tap(&stage, "feelings.verdrietig");
    assert_non_null(stage_node(&stage, "feeling.help"));
    assert_int_equal(stage_effects(&stage, EFFECT_COUNT), 0);
    stage_tap(&stage, "bar.stop");
    assert_fresh();
}

/* ---- a toddler ---------------------------------------------------------------------------- */

enum { TAPS = 10000, SEEDS = 1 };

static uint32_t random_next(uint32_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed;
}

static int targets_of(int targets[UI_NODES_MAX])
{
    int count = 0;

    for (int i = 0; i < stage.ui->count; i++) {
        if (ui_is_interactive(ui_node(stage.ui, i))) {
            targets[count++] = i;
        }
    }
    return count;
}

static void assert_sound(uint32_t seed, int tap)
{
    UiFinding findings[UI_FINDINGS_MAX];
    int count = ui_check(stage.ui, findings);

    for (int i = 0; i < count; i++) {
        const UiNode *node = ui_node(stage.ui, findings[i].node);
        fail_msg("seed %u tap %d: %s on %s: %s [%s]", seed, tap, ui_fault_word(findings[i].fault),
                 stage.ui->settings.screen, node->box.id == NULL ? "-" : node->box.id,
                 node->box.label == NULL ? "" : node->box.label);
    }
}

static void tap_at_random(uint32_t *seed)
{
    int targets[UI_NODES_MAX];
    int count = targets_of(targets);
    const UiNode *node;

    assert_true(count > 0);
    node = ui_node(stage.ui, targets[(int)(random_next(seed) % (uint32_t)count)]);
    if (node->box.action.kind == ACT_SEND && random_next(seed) % 2 == 0) {
        stage_act(&stage, ACT_SEND, 0);
        stage_send(&stage, saved_msg());
        return;
    }
    stage_act(&stage, node->box.action.kind, node->box.action.arg);
    if (stage.app->visitor.sending != APP_SENDING_NO) {
        stage_send(&stage, (Msg){.kind = MSG_SAVE_FAILED, .error = "store.io"});
    }
}

static void test_ten_thousand_random_taps_break_nothing(void **state)
{
    const char *given = getenv("OKSP_SEED");
    uint32_t seed = given == NULL ? 20251121 : (uint32_t)strtoul(given, NULL, 10);
    uint32_t first = seed;

    (void)state;
    printf("seed %u\n", seed);
    for (int tap = 0; tap < TAPS; tap++) {
        tap_at_random(&seed);
        stage_wait(&stage, random_next(&seed) % 3000);
        if (tap % 10 == 0) {
            assert_sound(first, tap);
        }
    }
    stage_send(&stage, (Msg){.kind = MSG_WIPE});
    assert_fresh();
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(test_the_whole_road_asks_for_one_save),
        TEST(test_after_many_misses_a_parent_looks_before_sending),
        TEST(test_a_few_misses_cost_a_parent_nothing),
        TEST(test_the_saved_screen_comes_only_after_the_disk),
        TEST(test_saving_says_so_after_150_ms),
        TEST(test_a_failed_save_keeps_every_answer),
        TEST(test_nothing_typed_stands_on_the_saved_screen),
        TEST(test_done_and_the_end_of_the_ring_wipe),
        TEST(test_offline_is_told_honestly),
        TEST(test_a_number_that_cannot_be_called_is_refused_and_kept),
        TEST(test_digits_of_every_script_are_taken),
        TEST(test_a_bsn_is_pointed_out_once),
        TEST(test_a_note_holds_300_signs),
        TEST(test_signing_never_leads_to_a_phone_call),
        TEST(test_coming_along_sends_nothing),
        TEST(test_every_back_is_the_inverse_with_values_kept),
        TEST(test_change_returns_to_the_check_screen),
        TEST(test_the_situation_is_carried_along_visibly),
        TEST(test_without_a_key_there_is_no_call_button_but_a_phone),
        TEST(test_a_child_sees_112_and_a_way_back),
        TEST(test_idle_veils_then_wipes),
        TEST(test_a_touch_anywhere_goes_on_where_we_were),
        TEST(test_going_on_after_the_warning_begins_covered),
        TEST(test_the_clock_stands_still_while_speaking),
        TEST(test_welcome_at_rest_never_wakes),
        TEST(test_stop_wipes_and_shows_welcome_at_once),
        TEST(test_a_mobile_number_stands_in_pairs_while_it_is_typed),
        TEST(test_a_subject_tapped_away_is_told_later),
        TEST(test_the_request_is_what_the_check_screen_shows),
        TEST(test_what_was_not_asked_is_absent),
        TEST(test_every_branch_gives_a_request_that_may_be_sent),
        TEST(test_a_child_is_found_through_a_teacher_at_this_school),
        TEST(test_a_teenager_chooses_an_adult_and_a_class),
        TEST(test_elsewhere_a_grown_up_is_found_by_number),
        TEST(test_a_child_is_called_without_a_voice_message),
        TEST(test_a_route_through_the_subject_is_not_offered),
        TEST(test_without_a_route_nothing_is_sent_and_the_card_is_offered),
        TEST(test_a_child_comes_back_to_its_picture_of_a_story),
        TEST(test_a_check_waits_only_for_who_does_not_read),
        TEST(test_the_card_and_feelings_leave_nothing_behind),
        TEST(test_ten_thousand_random_taps_break_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
