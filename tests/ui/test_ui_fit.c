/* test_ui_fit.c - screens without room, and the life of composed texts. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#include "fake.h"

static Ui ui;

static void begin(void)
{
    UiSettings settings = fake_settings();
    ui_begin(&ui, &settings);
}

static void begin_with(bool rtl, ThemeText text)
{
    UiSettings settings = fake_settings();
    ThemeWish wish = {.text = text};
    settings.rtl = rtl;
    settings.theme = theme_scale(&settings.theme.panel, wish);
    ui_begin(&ui, &settings);
}

static UiRect rect(const char *id)
{
    int node = ui_find(&ui, id);
    assert_int_not_equal(node, UI_NONE);
    return ui_node(&ui, node)->rect;
}

/* Paragraphs of one line each, and a button under them. */
static void build_long(ThemeText text, int paragraphs)
{
    begin_with(false, text);
    ui_open(&ui, (UiBox){.face = FACE_PAPER});
    ui_heading(&ui, TYPE_H1, "Titel");
    for (int i = 0; i < paragraphs; i++)
        ui_text(&ui, TYPE_BODY, "aaaa bbbb cccc");
    UiBox small = {.id = "small", .role = ROLE_BUTTON, .icon = "x", .hint = "sluit"};
    small.action.kind = FAKE_ACTION;
    ui_leaf(&ui, small);
    ui_close(&ui);
    ui_end(&ui);
}

static int count_faults(void)
{
    int count = 0;
    for (int i = 0; i < ui.count; i++)
        count += ui_node(&ui, i)->outside || ui_node(&ui, i)->truncated;
    return count;
}

static void test_larger_letters_become_as_large_as_fits(void **state)
{
    (void)state;
    ui_wipe(&ui);
    build_long(TEXT_SIZE_175, 10);
    assert_int_equal(ui.settings.theme.text_percent, 175); /* there is room */
    build_long(TEXT_SIZE_175, 30);
    assert_int_equal(count_faults(), 0);
    assert_in_range(ui.settings.theme.text_percent, 100, 170);
    assert_true(ui.settings.theme.k == 1.0);
    int fitted = ui.settings.theme.text_percent;
    build_long(TEXT_SIZE_175, 29); /* the same screen: the size does not jump back */
    assert_int_equal(ui.settings.theme.text_percent, fitted);
    ui_wipe(&ui);
    build_long(TEXT_SIZE_100, 30);
    assert_int_equal(ui.settings.theme.text_percent, 100);
}

static void test_a_screen_without_room_shrinks_but_never_under_a_finger(void **state)
{
    (void)state;
    ui_wipe(&ui);
    build_long(TEXT_SIZE_100, 50);
    assert_int_equal(count_faults(), 0);
    assert_true(ui.settings.theme.k < 1.0 && ui.settings.theme.k >= 0.5);
    UiRect small = rect("small");
    assert_true(small.h >= 20 * 2.71 && small.w >= 20 * 2.71);
    build_long(TEXT_SIZE_100, 90); /* hopeless: it says so */
    assert_true(count_faults() > 0);
}

/* Words in a layer, and over them, at the end, what may have to lie apart from them. */
static void build_over(unsigned state, int paragraphs)
{
    begin_with(false, TEXT_SIZE_175);
    ui_open(&ui, (UiBox){.axis = AXIS_LAYER});
    ui_open(&ui, (UiBox){.axis = AXIS_COLUMN});
    for (int i = 0; i < paragraphs; i++)
        ui_leaf(&ui, (UiBox){.id = ui_format(&ui, "words.%d", i),
                             .role = ROLE_TEXT,
                             .type = TYPE_BODY,
                             .label = "aaaa bbbb cccc"});
    ui_close(&ui);
    ui_leaf(&ui, (UiBox){.id = "foot", .h = 400, .self_y = ALIGN_END, .state = state});
    ui_close(&ui);
    ui_end(&ui);
}

static void test_what_lies_apart_covers_no_words(void **state)
{
    enum { FULL = 29 }; /* as many as fit without the foot */
    const char *last = "words.28";
    (void)state;
    ui_wipe(&ui);
    build_over(0, FULL);
    UiRect words = rect(last), foot = rect("foot");
    assert_true(words.y + words.h > foot.y); /* nobody asked: it covers them */
    ui_wipe(&ui);
    build_over(STATE_APART, FULL);
    words = rect(last);
    foot = rect("foot");
    assert_true(words.y + words.h + 3 * 2.71 <= foot.y + 1);
    assert_true(ui.settings.theme.text_percent < 175);
    ui_wipe(&ui);
    build_over(STATE_APART, 3);
    assert_int_equal(ui.settings.theme.text_percent, 175); /* there is room: nothing shrinks */
}

/* A screen that puts 20 paragraphs less on a page each time; it fits with 50, not with 90. */
static void build_page(UiSettings settings)
{
    settings.tight = ui_tight(&ui, &settings);
    ui_begin(&ui, &settings);
    ui_open(&ui, (UiBox){.face = FACE_PAPER});
    for (int i = 0; i < 90 - 20 * settings.tight; i++)
        ui_text(&ui, TYPE_BODY, "aaaa bbbb cccc");
    ui_close(&ui);
    ui_end(&ui);
}

static void test_what_fits_at_no_size_puts_less_on_a_page_and_keeps_to_it(void **state)
{
    UiSettings settings = fake_settings();
    int builds = 1;
    (void)state;
    ui_wipe(&ui);
    for (build_page(settings); ui_tighten(&ui) && builds < 10; builds++)
        build_page(settings);
    assert_int_equal(count_faults(), 0);
    assert_in_range(builds, 2, UI_TIGHT_MAX + 1);
    assert_int_equal(ui_tight(&ui, &settings), builds - 1); /* all its pages agree */
    build_page(settings);
    assert_false(ui_tighten(&ui));
    settings.about = 1; /* another topic has a page of its own */
    assert_int_equal(ui_tight(&ui, &settings), 0);
}

static void test_a_hopeless_screen_is_not_built_for_ever(void **state)
{
    int builds = 0;
    (void)state;
    ui_wipe(&ui);
    do {
        UiSettings settings = fake_settings();
        settings.tight = ui_tight(&ui, &settings);
        ui_begin(&ui, &settings);
        ui_open(&ui, (UiBox){.face = FACE_PAPER});
        ui_leaf(&ui, (UiBox){.h = U_CANVAS_PORTRAIT_H * 4});
        ui_close(&ui);
        ui_end(&ui);
        builds++;
    } while (ui_tighten(&ui) && builds < 10);
    assert_int_equal(builds, UI_TIGHT_MAX + 1);
}

static void test_what_hangs_on_the_glass_stays_when_a_screen_shrinks(void **state)
{
    (void)state;
    ui_wipe(&ui);
    begin();
    ui_open(&ui, (UiBox){.face = FACE_PAPER});
    ui_open(&ui, (UiBox){.axis = AXIS_COLUMN, .margin = {.top = 300 + UI_STEADY}});
    UiBox small = fake_button("small", "Verder");
    ui_leaf(&ui, small);
    for (int i = 0; i < 45; i++)
        ui_text(&ui, TYPE_BODY, "aaaa bbbb cccc");
    ui_close(&ui);
    ui_close(&ui);
    ui_end(&ui);
    assert_true(ui.settings.theme.k < 1.0);
    assert_int_equal(rect("small").y, 300);
}

static void test_a_fixed_row_gives_way_to_the_finger(void **state)
{
    (void)state;
    ui_wipe(&ui);
    begin();
    ui_open(&ui, (UiBox){.face = FACE_PAPER});
    ui_open(&ui, (UiBox){.axis = AXIS_ROW, .h = 20});
    ui_leaf(&ui, fake_button("in_row", "Verder"));
    ui_close(&ui);
    ui_open(&ui, (UiBox){.axis = AXIS_GRID, .columns = 2});
    ui_leaf(&ui, (UiBox){.role = ROLE_TEXT, .label = "aaaa", .h = 20});
    ui_leaf(&ui, fake_button("in_grid", "Verder"));
    ui_close(&ui);
    ui_close(&ui);
    ui_end(&ui);
    assert_true(rect("in_row").h >= 20 * 2.71);
    assert_true(rect("in_grid").h >= 20 * 2.71);
}

static void test_the_bar_stands_where_it_stood(void **state)
{
    (void)state;
    UiRect bars[2];
    for (int i = 0; i < 2; i++) {
        ui_wipe(&ui);
        begin();
        ui_open(&ui, (UiBox){.face = FACE_PAPER});
        ui_open(&ui, (UiBox){.grow = GROW});
        for (int p = 0; p < (i == 0 ? 3 : 45); p++)
            ui_text(&ui, TYPE_BODY, "aaaa bbbb cccc");
        ui_close(&ui);
        ui_open(&ui, (UiBox){.id = "bar", .axis = AXIS_ROW, .face = FACE_BAR, .h = U_BAR_H});
        ui_leaf(&ui, (UiBox){.id = "back",
                             .role = ROLE_BUTTON,
                             .face = FACE_BAR_ITEM,
                             .label = "Terug",
                             .icon = "x",
                             .w = U_BAR_ITEM_W,
                             .action = {FAKE_ACTION, 0}});
        ui_close(&ui);
        ui_close(&ui);
        ui_end(&ui);
        bars[i] = rect("back");
    }
    assert_true(ui.settings.theme.k < 1.0); /* the second screen had to shrink */
    assert_int_equal(count_faults(), 0);
    assert_memory_equal(&bars[0], &bars[1], sizeof bars[0]);
}

static void test_typing_never_shrinks_the_screen(void **state)
{
    (void)state;
    ui_wipe(&ui);
    begin_with(false, TEXT_SIZE_145);
    ui_open(&ui, (UiBox){0});
    int field =
        ui_leaf(&ui, (UiBox){.role = ROLE_FIELD,
                             .type = TYPE_FIELD,
                             .value = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                             .nowrap = true,
                             .h = 128,
                             .state = STATE_LTR | STATE_PRIVATE});
    ui_close(&ui);
    ui_end(&ui);
    assert_true(ui_node(&ui, field)->truncated); /* it says so */
    assert_int_equal(ui.settings.theme.text_percent, 145);
}

static void test_composed_texts_end_with_the_screen_and_overflow_is_remembered(void **state)
{
    (void)state;
    begin();
    const char *text = ui_format(&ui, "%d van %d", 4, 7);
    assert_string_equal(text, "4 van 7");
    assert_false(ui.arena_full);
    static char large[UI_ARENA_BYTES_MAX];
    memset(large, 'x', sizeof large - 1);
    assert_string_equal(ui_format(&ui, "%s", large), "");
    assert_true(ui.arena_full);
    begin();
    for (size_t i = 0; i < 8; i++)
        assert_int_equal(ui.arena[i], 0); /* begun anew: what stood there is gone */
    ui_wipe(&ui);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_larger_letters_become_as_large_as_fits),
        cmocka_unit_test(test_a_screen_without_room_shrinks_but_never_under_a_finger),
        cmocka_unit_test(test_what_fits_at_no_size_puts_less_on_a_page_and_keeps_to_it),
        cmocka_unit_test(test_a_hopeless_screen_is_not_built_for_ever),
        cmocka_unit_test(test_what_lies_apart_covers_no_words),
        cmocka_unit_test(test_what_hangs_on_the_glass_stays_when_a_screen_shrinks),
        cmocka_unit_test(test_a_fixed_row_gives_way_to_the_finger),
        cmocka_unit_test(test_the_bar_stands_where_it_stood),
        cmocka_unit_test(test_typing_never_shrinks_the_screen),
        cmocka_unit_test(test_composed_texts_end_with_the_screen_and_overflow_is_remembered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
