/* test_ui_diff.c - what must be painted again, and what must be said. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#include "fake.h"

static Ui ui;

static int sized(const char *id, int w, int h)
{
    UiBox box = fake_button(id, id);
    box.w = w;
    box.h = h;
    return ui_leaf(&ui, box);
}

/* Two rows of two, and a wide one below. */
static void build_grid(void)
{
    UiSettings settings = fake_settings();
    ui_begin(&ui, &settings);
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
    build_grid();
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing_changed_is_nothing_to_paint),
        cmocka_unit_test(test_one_change_paints_one_place),
        cmocka_unit_test(test_a_label_in_changed_memory_is_seen),
        cmocka_unit_test(test_a_first_frame_and_another_look_paint_everything),
        cmocka_unit_test(test_dirty_places_never_overlap_and_are_few),
        cmocka_unit_test(test_pressing_and_speaking_change_only_their_node),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
