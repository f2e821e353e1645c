/* test_ui_read.c - focus, repaint, speech, dump and the rules of a screen. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>
#include <jansson.h>

#include "fake.h"
#include "ui_dump.h"
#include "ui_speech.h"

static Ui ui;
static UiSpeech speech;

static void begin_focus(const char *focus)
{
    UiSettings settings = fake_settings();
    settings.focus = focus;
    settings.show_focus = focus != NULL;
    ui_begin(&ui, &settings);
}

static int sized(const char *id, int w, int h)
{
    UiBox box = fake_button(id, id);
    box.w = w;
    box.h = h;
    return ui_leaf(&ui, box);
}

/* Two rows of two, and a wide one below. */
static void build_grid(const char *focus)
{
    begin_focus(focus);
    ui_open(&ui, (UiBox){.pad = {24, 300, 24, 0}, .gap = 20});
    ui_open(&ui, (UiBox){.axis = AXIS_ROW, .gap = 20});
    sized("a", 400, 200);
    sized("b", 400, 200);
    ui_close(&ui);
    ui_open(&ui, (UiBox){.axis = AXIS_ROW, .gap = 20});
    sized("c", 400, 200);
    sized("d", 400, 200);
    ui_close(&ui);
    sized("e", 820, 120);
    ui_close(&ui);
    ui_end(&ui);
}

static const char *moved(const char *from, UiMove move)
{
    return ui_node(&ui, ui_focus_move(&ui, ui_find(&ui, from), move))->box.id;
}

static void test_tab_follows_reading_order_and_wraps(void **state)
{
    (void)state;
    build_grid(NULL);
    assert_string_equal(moved("b", MOVE_NEXT), "c");
    assert_string_equal(moved("e", MOVE_NEXT), "a");
    assert_string_equal(moved("a", MOVE_PREVIOUS), "e");
    assert_string_equal(ui_node(&ui, ui_focus_move(&ui, UI_NONE, MOVE_DOWN))->box.id, "a");
}

static void test_arrows_go_to_the_nearest_that_way_and_stay_at_the_edge(void **state)
{
    (void)state;
    build_grid(NULL);
    assert_string_equal(moved("a", MOVE_RIGHT), "b");
    assert_string_equal(moved("b", MOVE_LEFT), "a");
    assert_string_equal(moved("a", MOVE_DOWN), "c");
    assert_string_equal(moved("b", MOVE_DOWN), "d");
    assert_string_equal(moved("d", MOVE_DOWN), "e");
    assert_string_equal(moved("d", MOVE_UP), "b");
    assert_string_equal(moved("b", MOVE_RIGHT), "b");
    assert_string_equal(moved("e", MOVE_DOWN), "e");
}

static void test_an_arrow_never_goes_more_beside_than_ahead(void **state)
{
    (void)state;
    begin_focus(NULL);
    ui_open(&ui, (UiBox){.axis = AXIS_LAYER});
    for (int i = 0; i < 2; i++)
        ui_leaf(&ui, (UiBox){.id = i ? "far" : "here",
                             .role = ROLE_BUTTON,
                             .hint = "x",
                             .w = 100,
                             .h = 100,
                             .self = ALIGN_START,
                             .self_y = ALIGN_START,
                             .margin = {.start = i * 800, .top = i * 120},
                             .action = {FAKE_ACTION, i}});
    ui_close(&ui);
    ui_end(&ui);
    assert_string_equal(moved("here", MOVE_DOWN), "here");
    assert_string_equal(moved("here", MOVE_RIGHT), "far");
}

static void test_focus_survives_a_rebuild_and_finds_a_new_home(void **state)
{
    (void)state;
    build_grid("d");
    assert_int_equal(ui.focused, ui_find(&ui, "d"));
    assert_true(ui_node(&ui, ui.focused)->box.state & STATE_FOCUSED);
    build_grid("no.longer.here");
    assert_int_equal(ui.focused, ui_find(&ui, "a"));
    begin_focus("off");
    ui_open(&ui, (UiBox){0});
    UiBox off = fake_button("off", "Verder");
    off.state = STATE_DISABLED;
    sized("first", 200, 200);
    ui_leaf(&ui, off);
    ui_close(&ui);
    ui_end(&ui);
    assert_int_equal(ui.focused, ui_find(&ui, "off")); /* kept, so that it is spoken as disabled */
}

/* ---- repaint ---- */

static UiFrame frame;

static void build_words(const char *first, const char *second)
{
    UiSettings settings = fake_settings();
    ui_begin(&ui, &settings);
    ui_open(&ui, (UiBox){.id = "root"});
    ui_leaf(&ui, (UiBox){.id = "one", .role = ROLE_TEXT, .label = first, .h = 100});
    ui_leaf(&ui, (UiBox){.id = "gap", .h = 400});
    ui_leaf(
        &ui,
        (UiBox){.id = "two", .role = ROLE_TEXT, .label = second, .h = 100, .state = STATE_LIVE});
    ui_close(&ui);
    ui_end(&ui);
}

static void test_nothing_changed_is_nothing_to_paint(void **state)
{
    (void)state;
    UiRect dirty[UI_DIRTY_MAX];
    build_words("a", "b");
    ui_frame(&ui, &frame);
    build_words("a", "b");
    assert_int_equal(ui_diff(&ui, &frame, dirty), 0);
}

static void test_one_change_paints_one_place(void **state)
{
    (void)state;
    UiRect dirty[UI_DIRTY_MAX];
    int live[UI_NODES_MAX];
    build_words("a", "b");
    ui_frame(&ui, &frame);
    build_words("a", "c");
    assert_int_equal(ui_diff(&ui, &frame, dirty), 1);
    assert_true(dirty[0].y > 400 && dirty[0].y <= 500);
    assert_true(dirty[0].y + dirty[0].h >= 600);
    assert_int_equal(ui_live(&ui, &frame, live), 1);
    assert_int_equal(live[0], ui_find(&ui, "two"));
}

static void test_a_label_in_changed_memory_is_seen(void **state)
{
    (void)state;
    UiRect dirty[UI_DIRTY_MAX];
    char typed[8] = "06";
    build_words(typed, "b");
    ui_frame(&ui, &frame);
    memcpy(typed, "061", 4);
    build_words(typed, "b");
    assert_int_equal(ui_diff(&ui, &frame, dirty), 1);
}

static void test_a_first_frame_and_another_look_paint_everything(void **state)
{
    (void)state;
    UiRect dirty[UI_DIRTY_MAX];
    build_words("a", "b");
    frame = (UiFrame){0};
    assert_int_equal(ui_diff(&ui, &frame, dirty), 1);
    assert_int_equal(dirty[0].w, 1080);
    assert_int_equal(dirty[0].h, 1920);
    ui_frame(&ui, &frame);
    ui.settings.theme.wish.look = LOOK_HC;
    assert_int_equal(ui_diff(&ui, &frame, dirty), 1);
    assert_int_equal(dirty[0].h, 1920);
}

static void test_dirty_places_never_overlap_and_are_few(void **state)
{
    (void)state;
    UiRect dirty[UI_DIRTY_MAX];
    UiSettings settings = fake_settings();
    for (int pass = 0; pass < 2; pass++) {
        ui_begin(&ui, &settings);
        ui_open(&ui, (UiBox){.axis = AXIS_GRID, .columns = 8});
        for (int i = 0; i < 80; i++)
            ui_leaf(&ui,
                    (UiBox){.role = ROLE_TEXT, .label = ui_format(&ui, "%d", i + pass * i % 3)});
        ui_close(&ui);
        ui_end(&ui);
        if (pass == 0)
            ui_frame(&ui, &frame);
    }
    int count = ui_diff(&ui, &frame, dirty);
    assert_in_range(count, 1, UI_DIRTY_MAX);
    for (int i = 0; i < count; i++)
        for (int j = i + 1; j < count; j++) {
            bool apart =
                dirty[i].x + dirty[i].w <= dirty[j].x || dirty[j].x + dirty[j].w <= dirty[i].x ||
                dirty[i].y + dirty[i].h <= dirty[j].y || dirty[j].y + dirty[j].h <= dirty[i].y;
            assert_true(apart);
        }
}

static void test_pressing_and_speaking_change_only_their_node(void **state)
{
    (void)state;
    UiRect dirty[UI_DIRTY_MAX];
    build_grid(NULL);
    ui_frame(&ui, &frame);
    ui_press(&ui, ui_find(&ui, "a"));
    assert_int_equal(ui_diff(&ui, &frame, dirty), 1);
    assert_true(dirty[0].x + dirty[0].w < 600);
    ui_press(&ui, UI_NONE);
    assert_int_equal(ui_diff(&ui, &frame, dirty), 0);
    ui_speaking(&ui, ui_find(&ui, "e"), 0, 4);
    ui_frame(&ui, &frame);
    ui_speaking(&ui, ui_find(&ui, "e"), 5, 9);
    assert_int_equal(ui_diff(&ui, &frame, dirty), 1);
}

/* ---- speech ---- */

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

static void build_tile(void)
{
    UiSettings settings = fake_settings();
    ui_begin(&ui, &settings);
    ui_open(&ui, (UiBox){0});
    ui_open(&ui, (UiBox){.id = "tile",
                         .role = ROLE_BUTTON,
                         .face = FACE_CARD,
                         .h = 400,
                         .action = {FAKE_ACTION, 1}});
    ui_leaf(&ui, (UiBox){.role = ROLE_IMAGE,
                         .picture = "p",
                         .h = 50,
                         .label = "tekening",
                         .state = STATE_SILENT});
    ui_text(&ui, TYPE_HERO, "Bel mij terug");
    ui_text(&ui, TYPE_SUB, "Gratis.");
    ui_leaf(&ui, (UiBox){.id = "say",
                         .role = ROLE_BUTTON,
                         .label = "Lees voor",
                         .icon = "volume",
                         .w = 96,
                         .h = 96,
                         .action = {FAKE_ACTION, 2}});
    ui_close(&ui);
    ui_leaf(&ui, (UiBox){.id = "field",
                         .role = ROLE_FIELD,
                         .face = FACE_FIELD,
                         .label = "Uw nummer",
                         .value = "0612",
                         .state = STATE_PRIVATE,
                         .action = {FAKE_ACTION, 3}});
    ui_close(&ui);
    ui_end(&ui);
}

static void test_a_box_says_the_words_inside_it_but_not_its_buttons(void **state)
{
    (void)state;
    build_tile();
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
    build_tile();
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

/* ---- dump ---- */

typedef struct Text {
    char data[65536];
    size_t size;
} Text;

static bool collect(void *context, const char *text, size_t size)
{
    Text *out = context;
    if (out->size + size + 1 > sizeof out->data)
        return false;
    memcpy(out->data + out->size, text, size);
    out->size += size;
    out->data[out->size] = '\0';
    return true;
}

static void test_a_dump_is_json_lines_and_veils_what_is_private(void **state)
{
    (void)state;
    static Text text;
    text = (Text){0};
    build_tile();
    assert_true(ui_dump(&ui, false, collect, &text));
    assert_null(strstr(text.data, "0612"));
    assert_non_null(strstr(text.data, "\u2022\u2022\u2022"));
    text = (Text){0};
    assert_true(ui_dump(&ui, true, collect, &text));
    assert_non_null(strstr(text.data, "0612"));
    const char *at = text.data;
    int lines = 0;
    for (; *at; lines++) {
        const char *end = strchr(at, '\n');
        json_t *line = json_loadb(at, (size_t)(end - at), 0, NULL);
        assert_non_null(line);
        if (lines > 0)
            assert_int_equal(json_array_size(json_object_get(line, "rect")), 4);
        json_decref(line);
        at = end + 1;
    }
    assert_int_equal(lines, ui.count + 1);
}

/* ---- rules ---- */

static UiFinding findings[UI_FINDINGS_MAX];

static bool found(UiFault fault)
{
    int count = ui_check(&ui, findings);
    for (int i = 0; i < count; i++)
        if (findings[i].fault == fault)
            return true;
    return false;
}

static void build_one(UiBox box)
{
    UiSettings settings = fake_settings();
    ui_begin(&ui, &settings);
    ui_open(&ui, (UiBox){.face = FACE_PAPER, .align = ALIGN_START, .pad = {24, 400, 24, 24}});
    ui_leaf(&ui, box);
    ui_close(&ui);
    ui_end(&ui);
}

static void test_a_good_screen_has_no_findings(void **state)
{
    (void)state;
    build_one(fake_button("good", "Verder"));
    assert_int_equal(ui_check(&ui, findings), 0);
}

static void test_every_rule_finds_its_breach(void **state)
{
    (void)state;
    UiBox bad = fake_button(NULL, "Verder");
    build_one(bad);
    assert_true(found(FAULT_ID_MISSING));
    bad = fake_button("Not.Lower", "Verder");
    build_one(bad);
    assert_true(found(FAULT_ID_MISSING));
    bad = fake_button("mute", NULL);
    build_one(bad);
    assert_true(found(FAULT_UNSPOKEN));
    bad = fake_button("wide", "Ontwikkelingsperspectief");
    bad.w = 200;
    build_one(bad);
    assert_true(found(FAULT_TRUNCATED));
    bad = fake_button("out", "Verder");
    bad.w = 2000;
    build_one(bad);
    assert_true(found(FAULT_OUTSIDE));
    bad = fake_button("small", "x");
    bad.face = FACE_NONE;
    bad.w = 40;
    bad.h = 40;
    build_one(bad);
    assert_true(found(FAULT_SMALL));
    build_one((UiBox){.role = ROLE_TEXT, .label = "vaag", .ink = INK_LIP});
    assert_true(found(FAULT_CONTRAST));
}

static void build_two(UiBox a, UiBox b, int gap, int top)
{
    UiSettings settings = fake_settings();
    ui_begin(&ui, &settings);
    ui_open(&ui, (UiBox){.face = FACE_PAPER, .axis = AXIS_ROW, .gap = gap, .pad = {.top = top}});
    ui_leaf(&ui, a);
    ui_leaf(&ui, b);
    ui_close(&ui);
    ui_end(&ui);
}

static void test_rules_between_two_targets(void **state)
{
    (void)state;
    UiBox a = fake_button("a", "a"), b = fake_button("b", "b");
    build_two(a, b, U_GAP, 400);
    assert_int_equal(ui_check(&ui, findings), 0);
    build_two(a, b, 4, 400);
    assert_true(found(FAULT_GAP));
    build_two(a, b, U_GAP, 100);
    assert_true(found(FAULT_REACH));
    b.id = "a";
    build_two(a, b, U_GAP, 400);
    assert_true(found(FAULT_ID_TWICE));
    b = fake_button("exit", "Stop en wis");
    b.face = FACE_BAR_EXIT;
    build_two(a, b, U_GAP, 400);
    assert_true(found(FAULT_EXIT));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tab_follows_reading_order_and_wraps),
        cmocka_unit_test(test_arrows_go_to_the_nearest_that_way_and_stay_at_the_edge),
        cmocka_unit_test(test_an_arrow_never_goes_more_beside_than_ahead),
        cmocka_unit_test(test_focus_survives_a_rebuild_and_finds_a_new_home),
        cmocka_unit_test(test_nothing_changed_is_nothing_to_paint),
        cmocka_unit_test(test_one_change_paints_one_place),
        cmocka_unit_test(test_a_label_in_changed_memory_is_seen),
        cmocka_unit_test(test_a_first_frame_and_another_look_paint_everything),
        cmocka_unit_test(test_dirty_places_never_overlap_and_are_few),
        cmocka_unit_test(test_pressing_and_speaking_change_only_their_node),
        cmocka_unit_test(test_a_choice_says_label_role_position_and_state),
        cmocka_unit_test(test_a_box_says_the_words_inside_it_but_not_its_buttons),
        cmocka_unit_test(test_a_field_says_its_name_aloud_and_its_value_in_private),
        cmocka_unit_test(test_reading_goes_through_targets_once_and_skips_the_bar),
        cmocka_unit_test(test_a_dump_is_json_lines_and_veils_what_is_private),
        cmocka_unit_test(test_a_good_screen_has_no_findings),
        cmocka_unit_test(test_every_rule_finds_its_breach),
        cmocka_unit_test(test_rules_between_two_targets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
