/* test_ways_on.c - whoever fills something in gets on: on every panel and in every size of letters
 * a request can be sent, and no button stands there without effect. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "stage.h"

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

static void press_all(const char *const *ids)
{
    for (; *ids != NULL; ids++) {
        stage_press(&stage, *ids);
    }
}

static void to_check(void)
{
    static const char *const before[] = {"welcome.parent",  "home.call",      "call_about.thuis",
                                         "call_about.next", "call_sector.po", "call_sector.next",
                                         "call_how.call",   "call_how.next",  NULL};
    static const char *const after[] = {"call_number.next", "call_when.am", "call_when.next",
                                        "call_name.next", NULL};

    press_all(before);
    stage_type(&stage, "0612345678");
    press_all(after);
    assert_int_equal(stage_screen(&stage), SCREEN_CALL_CHECK);
}

static bool is_selected(const char *id)
{
    const UiNode *node = stage_node(&stage, id);

    assert_non_null(node);
    return (node->box.state & STATE_SELECTED) != 0;
}

static void test_on_every_panel_and_in_every_size_a_request_is_sent(void **state)
{
    const Panel panels[] = {STAGE_PORTRAIT,
                            STAGE_LANDSCAPE,
                            STAGE_SMALL,
                            {1366, 768, 3.95, 800},
                            {1920, 1080, 4.03, 850}};

    (void)state;
    for (size_t i = 0; i < sizeof panels / sizeof panels[0]; i++) {
        for (int size = 0; size < TEXT_SIZE_COUNT; size++) {
            stage_fresh(&stage);
            stage.app->setup.panel = panels[i];
            stage_act(&stage, ACT_SIZE, size);
            to_check();
            stage_press(&stage, "call_check.answer.first");
            stage_press(&stage, "call_check.send");
            assert_int_equal(stage_effects(&stage, EFFECT_SAVE), 1);
            stage_send(&stage, (Msg){.kind = MSG_SAVED, .saved = {"47291638", {1, 2, 3, 4}}});
            assert_int_equal(stage_screen(&stage), SCREEN_CALL_SAVED);
        }
    }
}

/* Wijzig, another way to be reached, and Terug: Verstuur then leads to what is missing. */
static void test_verstuur_without_an_address_leads_to_the_address(void **state)
{
    static const char *const there_and_back[] = {"call_check.change.reach", "call_how.mail",
                                                 "bar.back", "call_check.send", NULL};

    (void)state;
    to_check();
    press_all(there_and_back);
    assert_int_equal(stage_effects(&stage, EFFECT_SAVE), 0);
    assert_int_equal(stage_screen(&stage), SCREEN_CALL_MAIL);
    stage_type(&stage, "amina@voorbeeld.nl");
    stage_press(&stage, "call_mail.key.done");
    assert_int_equal(stage_screen(&stage), SCREEN_CALL_CHECK);
    stage_press(&stage, "call_check.send");
    assert_int_equal(stage_effects(&stage, EFFECT_SAVE), 1);
}

static void to_name(void)
{
    static const char *const back[] = {"bar.back", NULL};

    to_check();
    press_all(back);
    assert_int_equal(stage_screen(&stage), SCREEN_CALL_NAME);
}

static void test_zonder_naam_says_that_it_was_heard(void **state)
{
    (void)state;
    to_name();
    assert_false(is_selected("call_name.nameless"));
    stage_press(&stage, "call_name.nameless");
    assert_true(is_selected("call_name.nameless"));
    stage_press(&stage, "call_name.name");
    stage_type(&stage, "Amina");
    stage_press(&stage, "call_type_name.key.done");
    assert_false(is_selected("call_name.nameless"));
}

static void test_zonder_naam_closes_the_keyboard(void **state)
{
    (void)state;
    to_name();
    stage_press(&stage, "call_name.name");
    stage_type(&stage, "Ami");
    stage_press(&stage, "call_type_name.nameless");
    assert_int_equal(stage_screen(&stage), SCREEN_CALL_NAME);
    assert_true(is_selected("call_name.nameless"));
    assert_string_equal(stage.app->visitor.draft.name, "");
}

static void test_a_language_that_was_chosen_says_so(void **state)
{
    static const char *const others[] = {"call_name.sign", "call_name.other"};

    (void)state;
    to_name();
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        assert_false(is_selected(others[i]));
        stage_press(&stage, others[i]);
        assert_true(is_selected(others[i]));
    }
}

static bool is_disabled(const char *id)
{
    const UiNode *node = stage_node(&stage, id);

    assert_non_null(node);
    return (node->box.state & STATE_DISABLED) != 0;
}

static void test_klaar_waits_for_the_name_of_a_grown_up(void **state)
{
    static const char *const to_person[] = {
        "welcome.child",    "child_entry.reading", "child_entry.go",  "reading_home.ask",
        "ask_about.gepest", "ask_how.via",         "ask_via.teacher", NULL};

    (void)state;
    press_all(to_person);
    assert_true(is_disabled("ask_person.key.done"));
    stage_type(&stage, "E");
    assert_false(is_disabled("ask_person.key.done"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_on_every_panel_and_in_every_size_a_request_is_sent,
                                        setup, teardown),
        cmocka_unit_test_setup_teardown(test_verstuur_without_an_address_leads_to_the_address,
                                        setup, teardown),
        cmocka_unit_test_setup_teardown(test_zonder_naam_says_that_it_was_heard, setup, teardown),
        cmocka_unit_test_setup_teardown(test_zonder_naam_closes_the_keyboard, setup, teardown),
        cmocka_unit_test_setup_teardown(test_a_language_that_was_chosen_says_so, setup, teardown),
        cmocka_unit_test_setup_teardown(test_klaar_waits_for_the_name_of_a_grown_up, setup,
                                        teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
