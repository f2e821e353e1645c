/* test_paint.c - the dirty rectangles: whatever changes, the pixels equal a full repaint. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <cmocka.h>

#include "paint.h"
#include "words.h"

enum { PANEL_W = 540, PANEL_H = 960, STEPS = 120, ACT_TEST = 7, REDRAWS = 5 };

/* Everything that may change from one picture to the next. */
typedef struct Look {
    unsigned selected, disabled; /* bit per tile */
    int focus, pressed, look, text, amount, typed;
    bool rtl, dialog;
} Look;

static void tile(Ui *ui, const Look *look, int number)
{
    static const char *const pictures[] = {"sit-zorgen", "sit-thuis", "sit-hulp", "sit-school"};
    unsigned bit = 1u << number;
    unsigned state =
        (look->selected & bit ? STATE_SELECTED : 0u) | (look->disabled & bit ? STATE_DISABLED : 0u);
    ui_open(ui, (UiBox){.id = ui_format(ui, "t.%d", number),
                        .role = ROLE_CHOICE,
                        .face = FACE_SITUATION,
                        .axis = AXIS_ROW,
                        .state = state,
                        .action = {ACT_TEST, number}});
    ui_leaf(ui, (UiBox){.role = ROLE_IMAGE,
                        .face = FACE_PICTURE,
                        .hue = HUE_SUN,
                        .picture = pictures[number],
                        .w = 214});
    ui_leaf(ui, (UiBox){.role = ROLE_TEXT, .label = "Ik maak me zorgen", .grow = GROW});
    ui_close(ui);
}

static void tiles(Ui *ui, const Look *look)
{
    ui_open(ui, (UiBox){.axis = AXIS_GRID, .columns = 2, .gap = 16, .h = 540});
    for (int i = 0; i < 4; i++)
        tile(ui, look, i);
    ui_close(ui);
}

/* A dialog never comes without the veil behind it. */
static void dialog(Ui *ui)
{
    ui_leaf(ui, (UiBox){.face = FACE_VEIL, .self = ALIGN_STRETCH, .self_y = ALIGN_STRETCH});
    ui_leaf(ui, (UiBox){.role = ROLE_TEXT,
                        .face = FACE_DIALOG,
                        .label = "Stoppen?",
                        .w = 700,
                        .h = 400,
                        .self = ALIGN_CENTER,
                        .self_y = ALIGN_CENTER});
}

static void screen_build(Ui *ui, Paint *paint, const Look *look)
{
    static const char *const typed[] = {"", "A", "Am", "Ami", "Amina de Vries"};
    Panel panel = {.width_px = PANEL_W, .height_px = PANEL_H, .px_per_mm = 1.4};
    UiSettings settings = {.screen = "t", .lang = look->rtl ? "ar" : "nl", .rtl = look->rtl};
    settings.measure = words_measure;
    settings.measure_context = paint_text(paint);
    settings.theme = theme_scale(
        &panel, (ThemeWish){.look = (ThemeLook)look->look, .text = (ThemeText)look->text});
    char focus[8];
    snprintf(focus, sizeof focus, "t.%d", look->focus);
    settings.focus = look->focus < 0 ? NULL : focus;
    settings.show_focus = look->focus >= 0;
    ui_begin(ui, &settings);
    ui_open(ui, (UiBox){.face = FACE_PAPER, .axis = AXIS_LAYER});
    ui_open(ui, (UiBox){.axis = AXIS_COLUMN, .gap = 24, .pad = {24, 24, 24, 24}});
    ui_heading(ui, TYPE_H1, "Waar gaat het over?");
    tiles(ui, look);
    ui_leaf(ui, (UiBox){.id = "t.field",
                        .role = ROLE_FIELD,
                        .face = FACE_FIELD,
                        .label = "Naam",
                        .value = typed[look->typed],
                        .state = STATE_CARET | STATE_PRIVATE,
                        .action = {ACT_TEST, 9}});
    ui_leaf(
        ui,
        (UiBox){
            .role = ROLE_PROGRESS, .face = FACE_RING, .amount = look->amount, .w = 104, .h = 104});
    ui_close(ui);
    if (look->dialog)
        dialog(ui);
    ui_close(ui);
    ui_end(ui);
    ui_press(ui, look->pressed < 0 ? UI_NONE : ui_find(ui, ui_format(ui, "t.%d", look->pressed)));
}

static unsigned next_random(unsigned *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 16;
}

static void look_change(Look *look, unsigned *seed)
{
    switch (next_random(seed) % 9) {
    case 0: look->selected ^= 1u << (next_random(seed) % 4); break;
    case 1: look->disabled ^= 1u << (next_random(seed) % 4); break;
    case 2: look->focus = (int)(next_random(seed) % 5) - 1; break;
    case 3: look->pressed = (int)(next_random(seed) % 5) - 1; break;
    case 4: look->look = (int)(next_random(seed) % LOOK_COUNT); break;
    case 5: look->amount = (int)(next_random(seed) % 1001); break;
    case 6: look->typed = (int)(next_random(seed) % 5); break;
    case 7: look->rtl = !look->rtl; break;
    case 8: look->dialog = !look->dialog; break;
    }
}

static void assert_same_pixels(const Canvas *a, const Canvas *b, int step)
{
    for (int i = 0; i < PANEL_W * PANEL_H; i++) {
        if (a->pixels[i] != b->pixels[i])
            fail_msg("step %d: (%d,%d) is %08X, a full repaint gives %08X", step, i % PANEL_W,
                     i / PANEL_W, a->pixels[i], b->pixels[i]);
    }
}

static void test_repainting_what_changed_equals_repainting_all(void **state)
{
    (void)state;
    Paint *part = paint_open(PANEL_W, PANEL_H, "assets", NULL);
    Paint *full = paint_open(PANEL_W, PANEL_H, "assets", NULL);
    Ui *ui = calloc(1, sizeof *ui);
    assert_true(part != NULL && full != NULL && ui != NULL);
    Look look = {.focus = -1, .pressed = -1};
    unsigned seed = 20261121;
    UiRect dirty[UI_DIRTY_MAX];
    for (int step = 0; step < STEPS; step++) {
        screen_build(ui, part, &look);
        (void)paint_screen(part, ui, dirty);
        paint_again(full);
        assert_int_equal(paint_screen(full, ui, dirty), 1);
        assert_same_pixels(paint_canvas(part), paint_canvas(full), step);
        look_change(&look, &seed);
    }
    free(ui);
    paint_close(part);
    paint_close(full);
}

static void test_the_same_screen_again_paints_nothing(void **state)
{
    (void)state;
    Paint *paint = paint_open(PANEL_W, PANEL_H, "assets", NULL);
    Ui *ui = calloc(1, sizeof *ui);
    Look look = {.focus = -1, .pressed = -1};
    UiRect dirty[UI_DIRTY_MAX];
    screen_build(ui, paint, &look);
    assert_int_equal(paint_screen(paint, ui, dirty), 1);
    unsigned drawn = paint_drawn(paint);
    screen_build(ui, paint, &look);
    assert_int_equal(paint_screen(paint, ui, dirty), 0);
    look.pressed = 2;
    screen_build(ui, paint, &look);
    int count = paint_screen(paint, ui, dirty);
    assert_in_range(count, 1, 2);
    assert_true(dirty[0].w < PANEL_W && dirty[0].h < PANEL_H / 2);
    assert_int_equal(paint_drawn(paint), drawn);
    free(ui);
    paint_close(paint);
}

static void test_wiping_leaves_black_and_the_next_screen_is_whole(void **state)
{
    (void)state;
    Paint *paint = paint_open(PANEL_W, PANEL_H, "assets", NULL);
    Ui *ui = calloc(1, sizeof *ui);
    Look look = {.focus = -1, .pressed = -1, .typed = 4};
    UiRect dirty[UI_DIRTY_MAX];
    screen_build(ui, paint, &look);
    (void)paint_screen(paint, ui, dirty);
    paint_wipe(paint);
    for (int i = 0; i < PANEL_W * PANEL_H; i++)
        assert_int_equal(paint_canvas(paint)->pixels[i], 0xFF000000u);
    assert_int_equal(paint_screen(paint, ui, dirty), 1);
    assert_int_equal(dirty[0].w * dirty[0].h, PANEL_W * PANEL_H);
    free(ui);
    paint_close(paint);
}

/* As over a topic: the veil ends where the bar begins, and the dialog stands near its end. */
static void topic_build(Ui *ui, Paint *paint, bool asked)
{
    enum { BAR_H = 160, DIALOG_H = 500, DIALOG_OUT = 24 };
    Panel panel = {.width_px = PANEL_W, .height_px = PANEL_H, .px_per_mm = 1.4};
    UiSettings settings = {.screen = "t", .lang = "nl", .measure = words_measure};
    settings.measure_context = paint_text(paint);
    settings.theme = theme_scale(&panel, (ThemeWish){.look = LOOK_LIGHT});
    ui_begin(ui, &settings);
    ui_open(ui, (UiBox){.face = FACE_PAPER, .axis = AXIS_LAYER});
    ui_open(ui, (UiBox){.axis = AXIS_COLUMN, .justify = ALIGN_END});
    ui_leaf(ui, (UiBox){.id = "bar", .face = FACE_BAR, .h = BAR_H});
    ui_close(ui);
    if (asked) {
        ui_open(ui, (UiBox){.face = FACE_VEIL,
                            .axis = AXIS_COLUMN,
                            .justify = ALIGN_END,
                            .margin = {.bottom = BAR_H}});
        ui_leaf(ui, (UiBox){.face = FACE_DIALOG,
                            .h = DIALOG_H,
                            .margin = {DIALOG_OUT, 0, DIALOG_OUT, DIALOG_OUT}});
        ui_close(ui);
    }
    ui_close(ui);
    ui_end(ui);
}

static void test_the_shadow_of_a_dialog_stays_on_its_veil(void **state)
{
    (void)state;
    Paint *plain = paint_open(PANEL_W, PANEL_H, "assets", NULL);
    Paint *over = paint_open(PANEL_W, PANEL_H, "assets", NULL);
    Ui *ui = calloc(1, sizeof *ui);
    UiRect dirty[UI_DIRTY_MAX];
    topic_build(ui, plain, false);
    (void)paint_screen(plain, ui, dirty);
    topic_build(ui, over, true);
    (void)paint_screen(over, ui, dirty);
    const uint32_t *a = paint_canvas(plain)->pixels, *b = paint_canvas(over)->pixels;
    int bar_y = ui_node(ui, ui_find(ui, "bar"))->rect.y;
    for (int i = bar_y * PANEL_W; i < PANEL_H * PANEL_W; i++)
        assert_int_equal(a[i], b[i]);
    int on_veil = (bar_y - 2) * PANEL_W, middle = on_veil + PANEL_W / 2;
    assert_true(b[middle] < b[on_veil]); /* there is a shadow: darker than the veil beside it */
    topic_build(ui, over, false);
    (void)paint_screen(over, ui, dirty);
    assert_same_pixels(paint_canvas(plain), paint_canvas(over), 0);
    free(ui);
    paint_close(plain);
    paint_close(over);
}

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void test_the_cost_of_a_repaint_is_printed(void **state)
{
    (void)state;
    Paint *paint = paint_open(PANEL_W, PANEL_H, "assets", NULL);
    Ui *ui = calloc(1, sizeof *ui);
    Look look = {.focus = -1, .pressed = -1};
    UiRect dirty[UI_DIRTY_MAX];
    screen_build(ui, paint, &look);
    for (int i = 0; i < REDRAWS; i++) {
        paint_again(paint);
        double from = now_ms();
        assert_int_equal(paint_screen(paint, ui, dirty), 1);
        print_message("full repaint of %d x %d: %.2f ms of thread CPU\n", PANEL_W, PANEL_H,
                      now_ms() - from);
    }
    free(ui);
    paint_close(paint);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_repainting_what_changed_equals_repainting_all),
        cmocka_unit_test(test_the_same_screen_again_paints_nothing),
        cmocka_unit_test(test_wiping_leaves_black_and_the_next_screen_is_whole),
        cmocka_unit_test(test_the_shadow_of_a_dialog_stays_on_its_veil),
        cmocka_unit_test(test_the_cost_of_a_repaint_is_printed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
