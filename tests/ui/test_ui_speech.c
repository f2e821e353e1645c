/* test_ui_speech.c - what a node says, and what is kept quiet. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#include "fake.h"
#include "tile.h"
#include "ui_speech.h"

static Ui ui;
static UiSpeech speech;

static void test_a_choice_says_label_role_position_and_state(void **state)
{
    (void)state;
    UiSettings settings = fake_settings();
    ui_begin(&ui, &settings);
    ui_open(&ui, (UiBox){0});
    for (int i = 0; i < 3; i++)
        ui_leaf(&ui, (UiBox){.id = ui_format(&ui, "c.%d", i),
                             .role = ROLE_CHOICE,
                             .label = "Dat heet " UI_WORD_ON "\u2066OPP\u2069" UI_WORD_OFF,
                             .hint = "U mag er meer kiezen",
                             .state = i == 1 ? STATE_SELECTED : 0,
                             .action = {FAKE_ACTION, i}});
    ui_close(&ui);
    ui_end(&ui);
    ui_speech(&ui, ui_find(&ui, "c.1"), &speech);
    assert_int_equal(speech.count, 5);
    assert_string_equal(speech.pieces[0].text, "Dat heet OPP");
    assert_int_equal(speech.pieces[1].word, WORD_CHOICE);
    assert_int_equal(speech.pieces[2].word, WORD_POSITION);
    assert_int_equal(speech.pieces[2].number, 2);
    assert_int_equal(speech.pieces[2].count, 3);
    assert_int_equal(speech.pieces[3].word, WORD_SELECTED);
    assert_string_equal(speech.pieces[4].text, "U mag er meer kiezen");
}

static void test_a_box_says_the_words_inside_it_but_not_its_buttons(void **state)
{
    (void)state;
    build_tile(&ui);
    ui_speech(&ui, ui_find(&ui, "tile"), &speech);
    assert_int_equal(speech.count, 3);
    assert_string_equal(speech.pieces[0].text, "Bel mij terug");
    assert_string_equal(speech.pieces[1].text, "Gratis.");
    assert_int_equal(speech.pieces[2].word, WORD_BUTTON);
    ui_speech(&ui, ui_find(&ui, "say"), &speech);
    assert_string_equal(speech.pieces[0].text, "Lees voor");
}

static void test_a_field_says_its_name_aloud_and_its_value_in_private(void **state)
{
    (void)state;
    build_tile(&ui);
    ui_speech(&ui, ui_find(&ui, "field"), &speech);
    assert_string_equal(speech.pieces[0].text, "Uw nummer");
    assert_false(speech.pieces[0].private);
    const UiSpeechPiece *last = &speech.pieces[speech.count - 1];
    assert_string_equal(last->text, "0612");
    assert_true(last->private);
}

static void test_reading_goes_through_targets_once_and_skips_the_bar(void **state)
{
    (void)state;
    int nodes[UI_NODES_MAX];
    UiSettings settings = fake_settings();
    ui_begin(&ui, &settings);
    ui_open(&ui, (UiBox){0});
    ui_heading(&ui, TYPE_H1, "Titel");
    ui_open(&ui, (UiBox){.id = "t", .role = ROLE_BUTTON, .action = {FAKE_ACTION, 0}});
    ui_text(&ui, TYPE_BODY, "Woorden");
    ui_close(&ui);
    ui_text(&ui, TYPE_BODY, "Slot");
    ui_open(&ui, (UiBox){.face = FACE_BAR});
    ui_leaf(&ui, fake_button("back", "Terug"));
    ui_close(&ui);
    ui_close(&ui);
    ui_end(&ui);
    assert_int_equal(ui_reading(&ui, nodes), 3);
    assert_int_equal(nodes[1], ui_find(&ui, "t"));
    assert_string_equal(ui_node(&ui, nodes[2])->box.label, "Slot");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_choice_says_label_role_position_and_state),
        cmocka_unit_test(test_a_box_says_the_words_inside_it_but_not_its_buttons),
        cmocka_unit_test(test_a_field_says_its_name_aloud_and_its_value_in_private),
        cmocka_unit_test(test_reading_goes_through_targets_once_and_skips_the_bar),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
