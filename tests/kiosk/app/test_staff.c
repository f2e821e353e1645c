/* test_staff.c - colleagues in the state machine: who may stay, what is forgotten, and what the
 * judgement of a machine says. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "staff_stage.h"

enum { MS_PER_S = 1000, DAY_S = 86400, HOUR_S = 3600 };

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

static bool is_zero(const void *bytes, size_t size)
{
    const unsigned char *at = bytes;

    for (size_t i = 0; i < size; i++) {
        if (at[i] != 0) {
            return false;
        }
    }
    return true;
}

static bool is_forgotten(void)
{
    return is_zero(&stage.app->visitor.staff, sizeof stage.app->visitor.staff);
}

/* ---- who may stay ------------------------------------------------------------------------ */

static void test_no_message_opens_a_staff_screen_without_the_pin(void **state)
{
    MsgPin right = {.was_checked = true, .right = true, .tries = 5};

    (void)state;
    for (int screen = SCREEN_STAFF; screen <= SCREEN_STAFF_REACH; screen++) {
        stage_fresh(&stage);
        stage_act(&stage, ACT_GO, screen);
        assert_int_equal(stage_screen(&stage), SCREEN_STAFF_PIN);
        /* An answer nobody waits for, and facts nobody asked for. */
        stage_send(&stage, (Msg){.kind = MSG_PIN, .pin = right});
        stage_send(&stage, (Msg){.kind = MSG_STAFF, .staff = staff_stage_well()});
        assert_int_equal(stage_screen(&stage), SCREEN_STAFF_PIN);
        assert_false(stage.app->visitor.staff.has_facts);
    }
}

static void test_every_way_out_asks_the_pin_again(void **state)
{
    static const int outs[] = {ACT_BACK, ACT_STOP};
    MsgStaff facts = staff_stage_well();

    (void)state;
    for (size_t i = 0; i < sizeof outs / sizeof outs[0]; i++) {
        staff_stage_come_in(&stage, &facts);
        stage_act(&stage, outs[i], 0);
        assert_int_equal(stage_screen(&stage), SCREEN_WELCOME);
        assert_true(is_forgotten());
        stage_act(&stage, ACT_GO, SCREEN_STAFF);
        assert_int_equal(stage_screen(&stage), SCREEN_STAFF_PIN);
    }
    staff_stage_come_in(&stage, &facts);
    stage_tap(&stage, "bar.help");
    stage_act(&stage, ACT_START, 0);
    assert_int_equal(stage_screen(&stage), SCREEN_HOME);
    assert_true(is_forgotten());
}

static void test_help_and_sheets_lead_back_to_the_status(void **state)
{
    static const char *const ids[] = {"bar.help", "bar.language", "bar.display"};
    MsgStaff facts = staff_stage_well();

    (void)state;
    for (size_t i = 0; i < sizeof ids / sizeof ids[0]; i++) {
        staff_stage_come_in(&stage, &facts);
        stage_tap(&stage, ids[i]);
        stage_act(&stage, ACT_BACK, 0);
        assert_int_equal(stage_screen(&stage), SCREEN_STAFF);
    }
}

static void test_walking_away_ends_it_and_staying_asks_the_pin(void **state)
{
    MsgStaff facts = staff_stage_well();

    (void)state;
    staff_stage_come_in(&stage, &facts);
    stage_wait(&stage, APP_IDLE_READING_S * MS_PER_S);
    assert_int_equal(stage.app->visitor.idle, APP_IDLE_WARNING);
    assert_false(stage.app->visitor.staff.is_in);
    stage_tap(&stage, "idle.stay");
    assert_int_equal(stage_screen(&stage), SCREEN_STAFF_PIN);
    staff_stage_come_in(&stage, &facts);
    stage_wait(&stage, APP_IDLE_READING_S * MS_PER_S);
    stage_wait(&stage, APP_IDLE_WARN_S * MS_PER_S);
    assert_int_equal(stage_screen(&stage), SCREEN_WELCOME);
    assert_true(is_forgotten());
}

static void test_two_taps_on_stop_never_reach_the_pin(void **state)
{
    (void)state;
    stage_act(&stage, ACT_PARENT, 0);
    UiRect stop = stage_node(&stage, "bar.stop")->rect;
    stage_act(&stage, ACT_STOP, 0);
    int under = ui_find_at(stage.ui, stop.x + stop.w / 2, stop.y + stop.h / 2);
    assert_int_equal(under, UI_NONE);
    assert_true(stage_node(&stage, "bar.staff")->hit.x + stage_node(&stage, "bar.staff")->hit.w <
                stop.x);
}

/* ---- the PIN ----------------------------------------------------------------------------- */

static void test_digits_are_dots_and_never_stand_on_the_screen(void **state)
{
    (void)state;
    stage_tap(&stage, "bar.staff");
    staff_stage_lock(&stage, 0);
    stage_type(&stage, "97");
    assert_string_equal(staff_stage_words(&stage, "staff_pin.dots"), "2 van 6 cijfers");
    for (int i = 0; i < stage.ui->count; i++) {
        const char *label = ui_node(stage.ui, i)->box.label;
        assert_true(label == NULL || strstr(label, "97") == NULL);
    }
    stage_tap(&stage, "staff_pin.erase");
    stage_send(&stage, (Msg){.kind = MSG_KEY, .key = MSG_KEY_DELETE});
    assert_string_equal(staff_stage_words(&stage, "staff_pin.dots"), "0 van 6 cijfers");
    stage_type(&stage, "12a3456789");
    assert_string_equal(staff_stage_words(&stage, "staff_pin.dots"), "6 van 6 cijfers");
    assert_string_equal(stage.app->visitor.staff.pin, "123456");
}

static void test_the_pin_is_gone_when_it_was_judged_or_left(void **state)
{
    MsgPin wrong = {.was_checked = true, .tries = 4, .after_s = 300};

    (void)state;
    stage_tap(&stage, "bar.staff");
    staff_stage_lock(&stage, 0);
    stage_type(&stage, "246810");
    stage_tap(&stage, "staff_pin.enter");
    stage_send(&stage, (Msg){.kind = MSG_PIN, .pin = wrong});
    assert_true(is_zero(stage.app->visitor.staff.pin, sizeof stage.app->visitor.staff.pin));
    assert_string_equal(staff_stage_words(&stage, "staff_pin.lead"),
                        "Deze pincode klopt niet. Nog 4 pogingen, daarna wacht u 5 minuten.");
    stage_type(&stage, "246");
    stage_tap(&stage, "bar.language");
    assert_true(is_zero(stage.app->visitor.staff.pin, sizeof stage.app->visitor.staff.pin));
}

static void test_a_wait_counts_down_and_the_pad_sleeps(void **state)
{
    (void)state;
    stage_tap(&stage, "bar.staff");
    staff_stage_lock(&stage, 290);
    assert_string_equal(staff_stage_words(&stage, "staff_pin.lead"),
                        "Te vaak fout. Probeer het over 5 minuten opnieuw.");
    assert_false(ui_is_interactive(stage_node(&stage, "staff_pin.key.1")));
    stage_type(&stage, "1");
    assert_string_equal(staff_stage_words(&stage, "staff_pin.dots"), "0 van 6 cijfers");
    assert_int_equal(app_wake(stage.app) - stage.app->now.run_ms, 50 * MS_PER_S);
    stage_wait(&stage, 50 * MS_PER_S);
    assert_string_equal(staff_stage_words(&stage, "staff_pin.lead"),
                        "Te vaak fout. Probeer het over 4 minuten opnieuw.");
}

/* ---- the judgement ----------------------------------------------------------------------- */

static void test_only_a_machine_that_is_well_is_green(void **state)
{
    typedef struct Row {
        const char *state, *banner;
        MsgStaff facts;
    } Row;
    Row rows[] = {
        {"Alles in orde", "Er wacht geen verzoek", staff_stage_well()},
        {"Alles in orde", "Er wachten verzoeken, veilig op slot", staff_stage_well()},
        {"Let op", "Er wachten verzoeken, veilig op slot", staff_stage_well()},
        {"Er is iets mis", "Al 2 dagen geen contact", staff_stage_well()},
        {"Er is iets mis", "Nog nooit contact", staff_stage_well()},
        {"Er is iets mis", "Een bericht kan niet weg", staff_stage_well()},
        {"Er is iets mis", "De opslag is niet te lezen", staff_stage_well()},
        {"Er is iets mis", "Een opslag was beschadigd", staff_stage_well()},
        {"Er is iets mis", "Een opslag was beschadigd", staff_stage_well()},
        {"Er is iets mis", "De sleutels kloppen niet", staff_stage_well()},
        {"Er is iets mis", "Deze zuil is nog niet aangemeld", staff_stage_well()},
        {"Let op", "Er wacht geen verzoek", staff_stage_well()},
        {"Let op", "Er wacht geen verzoek", staff_stage_well()},
        {"Let op", "Er wacht geen verzoek", staff_stage_well()},
        {"Er is iets mis", "Er wacht geen verzoek", staff_stage_well()},
    };
    int at = 1;

    (void)state;
    rows[at].facts.is_waiting = true;
    rows[at++].facts.oldest_s = 120;
    rows[at].facts.is_waiting = true;
    rows[at++].facts.oldest_s = 2 * HOUR_S + 14 * 60;
    rows[at].facts.is_waiting = true;
    rows[at++].facts.contact_s = 2 * DAY_S;
    rows[at++].facts.contact_s = -1;
    rows[at++].facts.is_refused = true;
    rows[at++].facts = (MsgStaff){.store = MSG_STORE_CLOSED, .contact_s = -1};
    rows[at++].facts.store = MSG_STORE_DAMAGED;
    rows[at++].facts.store = MSG_STORE_SALVAGED;
    rows[at++].facts.has_key = false;
    rows[at].facts.has_key = false;
    rows[at++].facts.is_enrolled = false;
    strcpy(rows[at++].facts.contact_error, "sync.offline");
    rows[at++].facts.disk_free_mb = 500;
    rows[at++].facts.clock = REQUEST_CLOCK_EST;
    rows[at++].facts.clock = REQUEST_CLOCK_NONE;
    assert_int_equal(at, sizeof rows / sizeof rows[0]);
    for (int i = 0; i < at; i++) {
        staff_stage_come_in(&stage, &rows[i].facts);
        assert_string_equal(staff_stage_words(&stage, "staff.banner"), rows[i].banner);
        assert_string_equal(staff_stage_words(&stage, "staff.state"), rows[i].state);
    }
}

static void test_nothing_is_green_before_it_was_read(void **state)
{
    MsgStaff facts = staff_stage_well();

    (void)state;
    staff_stage_come_in(&stage, &facts);
    stage.app->visitor.staff.has_facts = false;
    stage_send(&stage, (Msg){.kind = MSG_NONE});
    assert_string_equal(staff_stage_words(&stage, "staff.state"), "Even kijken…");
    assert_null(stage_node(&stage, "staff.banner"));
}

static void test_the_status_says_ages_and_errors_in_words_and_no_numbers_of_visitors(void **state)
{
    MsgStaff facts = staff_stage_well();

    (void)state;
    facts.is_waiting = true;
    facts.oldest_s = 2 * HOUR_S + 14 * 60;
    strcpy(facts.contact_error, "sync.tls");
    staff_stage_come_in(&stage, &facts);
    assert_string_equal(staff_stage_words(&stage, "staff.banner.sub"),
                        "Oudste: 2 uur en 14 minuten. De zuil probeert het zelf opnieuw.");
    assert_string_equal(staff_stage_words(&stage, "staff.value.0"), "4 minuten geleden");
    assert_string_equal(staff_stage_words(&stage, "staff.words.0"), "Het certificaat klopt niet");
    assert_string_equal(staff_stage_words(&stage, "staff.value.2"), "19 dagen oud");
    assert_string_equal(staff_stage_words(&stage, "staff.value.3"), "38 van 64 GB vrij");
    assert_string_equal(staff_stage_words(&stage, "staff.words.5"), "vrijdag 21 november");
}

int main(void)
{
#define STAFF_TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        STAFF_TEST(test_no_message_opens_a_staff_screen_without_the_pin),
        STAFF_TEST(test_every_way_out_asks_the_pin_again),
        STAFF_TEST(test_help_and_sheets_lead_back_to_the_status),
        STAFF_TEST(test_walking_away_ends_it_and_staying_asks_the_pin),
        STAFF_TEST(test_two_taps_on_stop_never_reach_the_pin),
        STAFF_TEST(test_digits_are_dots_and_never_stand_on_the_screen),
        STAFF_TEST(test_the_pin_is_gone_when_it_was_judged_or_left),
        STAFF_TEST(test_a_wait_counts_down_and_the_pad_sleeps),
        STAFF_TEST(test_only_a_machine_that_is_well_is_green),
        STAFF_TEST(test_nothing_is_green_before_it_was_read),
        STAFF_TEST(test_the_status_says_ages_and_errors_in_words_and_no_numbers_of_visitors),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
