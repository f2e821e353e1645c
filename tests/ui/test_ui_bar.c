/* test_ui_bar.c - what makes a bar the same on every screen: empty slots keep the room of what they
 * would hold, items give way to longer words, and 15 mm stay free round the exit at every scale. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#include "fake.h"

static Ui ui;

static void begin(const Panel *panel, ThemeText text)
{
    UiSettings settings = fake_settings();

    settings.theme = theme_scale(panel, (ThemeWish){.text = text});
    ui_begin(&ui, &settings);
}

static UiRect rect(const char *id)
{
    int node = ui_find(&ui, id);

    assert_int_not_equal(node, UI_NONE);
    return ui_node(&ui, node)->rect;
}

static const Panel portrait_32 = {1080, 1920, 2.71, 595};
static const Panel portrait_21 = {1080, 1920, 4.03, 595};
static const Panel small_15 = {1280, 800, 3.81, 790};

static void item(const char *id, const char *label, bool gone)
{
    ui_leaf(&ui, (UiBox){.id = gone ? NULL : id,
                         .role = ROLE_BUTTON,
                         .face = FACE_BAR_ITEM,
                         .icon = "x",
                         .label = label,
                         .w = U_BAR_ITEM_W,
                         .min_w = U_BAR_LEAST_W,
                         .action = {FAKE_ACTION, 0},
                         .state = gone ? STATE_GONE : 0U});
}

/* Two slots and a third; the second may be empty. */
static UiRect third(ThemeText text, const char *words, bool gone)
{
    begin(&portrait_21, text);
    ui_open(&ui, (UiBox){.face = FACE_PAPER});
    ui_open(&ui, (UiBox){.id = "bar", .axis = AXIS_ROW, .face = FACE_BAR});
    item("back", "Terug", false);
    item("start", words, gone);
    item("help", "Hulp", false);
    ui_close(&ui);
    ui_close(&ui);
    ui_end(&ui);
    return rect("help");
}

static void test_nothing_shifts_when_a_slot_is_empty(void **state)
{
    const char *words[] = {"Start", "eenlangerwoord", "het staat op twee regels"};
    const ThemeText sizes[] = {TEXT_SIZE_100, TEXT_SIZE_175};

    (void)state;
    for (int w = 0; w < 3; w++) {
        for (int s = 0; s < 2; s++) {
            UiRect full = third(sizes[s], words[w], false), empty = third(sizes[s], words[w], true);
            assert_memory_equal(&full, &empty, sizeof full);
        }
    }
}

static void test_an_item_is_wider_for_its_longest_word(void **state)
{
    (void)state;
    third(TEXT_SIZE_100, "Start", false);
    assert_int_equal(rect("start").w, U_BAR_ITEM_W);
    third(TEXT_SIZE_100, "eenlangerwoord", false);
    assert_int_equal(rect("start").w, 14 * 28 / 2);
}

static void test_items_give_way_but_not_under_their_words_or_20_mm(void **state)
{
    (void)state;
    begin(&portrait_21, TEXT_SIZE_100);
    ui_open(&ui, (UiBox){.face = FACE_PAPER});
    ui_open(&ui, (UiBox){.axis = AXIS_ROW, .face = FACE_BAR, .w = 400});
    item("long", "eenlangerwoord", false);
    item("short", "Hulp", false);
    ui_close(&ui);
    ui_close(&ui);
    ui_end(&ui);
    assert_int_equal(rect("long").w, 14 * 28 / 2);
    assert_in_range(rect("short").w, 81, U_BAR_ITEM_W);
}

/* A body to the edge its face leaves free, and a bar under it. */
static void build_body(const Panel *panel, int paragraphs)
{
    ui_wipe(&ui);
    begin(panel, TEXT_SIZE_100);
    ui_open(&ui, (UiBox){.face = FACE_PAPER});
    ui_open(&ui, (UiBox){.grow = GROW, .pad = {.bottom = U_EDGE_BAR}});
    for (int i = 0; i < paragraphs; i++)
        ui_text(&ui, TYPE_BODY, "aaaa bbbb cccc");
    ui_spacer(&ui);
    ui_leaf(&ui, fake_button("next", "Verder"));
    ui_close(&ui);
    ui_open(&ui, (UiBox){.gap = UI_GAP_ROUND_EXIT});
    ui_leaf(&ui, (UiBox){0});
    ui_open(&ui, (UiBox){.id = "bar", .axis = AXIS_ROW, .face = FACE_BAR});
    item("stop", "Stop", false);
    ui_close(&ui);
    ui_close(&ui);
    ui_close(&ui);
    ui_end(&ui);
}

static void test_15_mm_stay_free_above_the_exit_at_every_scale(void **state)
{
    const Panel *panels[] = {&portrait_32, &portrait_21, &small_15};

    (void)state;
    for (int p = 0; p < 3; p++) {
        for (int paragraphs = 3; paragraphs <= 48; paragraphs += 45) {
            build_body(panels[p], paragraphs);
            UiRect next = rect("next"), stop = rect("stop");
            double mm = (stop.y - next.y - next.h) / panels[p]->px_per_mm;
            assert_true(mm > LIMIT_EXIT_GAP_MM - 0.5);
        }
        assert_true(ui.settings.theme.k < ui.settings.theme.panel_k); /* the second one shrank */
    }
}

static void test_what_is_steady_keeps_its_size_when_its_screen_shrinks(void **state)
{
    (void)state;
    ui_wipe(&ui);
    begin(&portrait_32, TEXT_SIZE_100);
    ui_open(&ui, (UiBox){.face = FACE_PAPER});
    ui_leaf(&ui, (UiBox){.id = "card",
                         .role = ROLE_IMAGE,
                         .w = 232,
                         .h = 146,
                         .self = ALIGN_CENTER,
                         .state = STATE_STEADY});
    for (int i = 0; i < 48; i++)
        ui_text(&ui, TYPE_BODY, "aaaa bbbb cccc");
    ui_close(&ui);
    ui_end(&ui);
    assert_true(ui.settings.theme.k < ui.settings.theme.panel_k);
    assert_int_equal(rect("card").w, 232);
    assert_int_equal(rect("card").h, 146);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing_shifts_when_a_slot_is_empty),
        cmocka_unit_test(test_an_item_is_wider_for_its_longest_word),
        cmocka_unit_test(test_items_give_way_but_not_under_their_words_or_20_mm),
        cmocka_unit_test(test_15_mm_stay_free_above_the_exit_at_every_scale),
        cmocka_unit_test(test_what_is_steady_keeps_its_size_when_its_screen_shrinks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
