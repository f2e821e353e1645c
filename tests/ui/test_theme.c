/* test_theme.c - the scale of real panels, and the contrast of every pair that meets. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <math.h>

#include <cmocka.h>

#include "theme.h"
#include "ui.h"

static Theme scaled(int w, int h, double px_per_mm, int mount_mm, ThemeWish wish)
{
    Panel panel = {w, h, px_per_mm, mount_mm};
    return theme_scale(&panel, wish);
}

static const ThemeWish PARENT = {0};
static const ThemeWish CHILD = {.child = true};

static void test_the_layouts_follow_the_panel(void **state)
{
    (void)state;
    Theme p32 = scaled(1080, 1920, 2.71, 595, PARENT);
    assert_int_equal(p32.layout, LAYOUT_PORTRAIT);
    assert_int_equal(p32.width_u, 1080);
    assert_false(p32.bar_at_top);
    Theme p4k = scaled(2160, 3840, 5.42, 595, PARENT);
    assert_int_equal(theme_px(&p4k, 100), 200);
    assert_int_equal(p4k.height_u, 1920);
    Theme p15 = scaled(1920, 1080, 5.57, 900, PARENT);
    assert_int_equal(p15.layout, LAYOUT_LANDSCAPE);
    assert_true(p15.bar_at_top);
    Theme p10 = scaled(1280, 800, 5.88, 950, PARENT);
    assert_int_equal(p10.layout, LAYOUT_SMALL);
    assert_int_equal(p10.width_u, 1730);
}

static void test_reach_is_a_line_on_the_panel(void **state)
{
    (void)state;
    Theme parent = scaled(1080, 1920, 2.71, 595, PARENT);
    assert_in_range(parent.reach_u, 220, 232); /* drawn: first target at y >= 226 */
    Theme child = scaled(1080, 1920, 2.71, 595, CHILD);
    assert_in_range(child.reach_u, 770, 835); /* drawn: first target at y 835 */
    Theme low = scaled(1920, 1080, 5.57, 900, PARENT);
    assert_int_equal(low.reach_u, 0); /* 900 + 194 mm: all of it is within reach */
    Theme high = scaled(1920, 1080, 5.57, 1100, PARENT);
    assert_true(high.reach_u > 0);
    assert_false(high.bar_at_top); /* so the bar goes down */
}

static void test_low_buttons_bring_the_bar_down(void **state)
{
    (void)state;
    ThemeWish wish = {.low = true};
    assert_false(scaled(1920, 1080, 5.57, 900, wish).bar_at_top);
}

static void test_targets_are_millimetres_on_the_glass(void **state)
{
    (void)state;
    ThemeWish wish = {0};
    Theme p15 = scaled(1920, 1080, 5.57, 900, wish);
    assert_true(theme_px(&p15, p15.target_min_u) / p15.panel.px_per_mm >=
                LIMIT_TARGET_MIN_MM - 0.1);
    wish.text = TEXT_SIZE_175;
    Theme big = scaled(1080, 1920, 2.71, 595, wish);
    assert_true(theme_px(&big, big.target_min_u) / big.panel.px_per_mm >=
                LIMIT_TARGET_BIG_MM - 0.1);
    Theme p10 = scaled(1280, 800, 5.88, 950, PARENT);
    assert_true(p10.key_min_u <= p10.target_min_u); /* keys may be 18 mm on a narrow panel */
}

static void test_no_text_is_under_the_legal_capital(void **state)
{
    (void)state;
    const struct {
        int w, h;
        double px_per_mm;
    } PANELS[] = {{1080, 1920, 2.71}, {1920, 1080, 4.03}, {1080, 1920, 4.03}, {1920, 1080, 5.57}};
    for (size_t p = 0; p < sizeof PANELS / sizeof PANELS[0]; p++) {
        Theme theme = scaled(PANELS[p].w, PANELS[p].h, PANELS[p].px_per_mm, 700, PARENT);
        for (int type = TYPE_DEFAULT + 1; type < TYPE_COUNT; type++) {
            double cap_mm = theme_font(&theme, (ThemeType)type, "nl").size_px * 1485.0 / 2048 /
                            theme.panel.px_per_mm;
            assert_true(cap_mm >= LIMIT_CAP_MIN_UM / 1000.0 - 0.01);
        }
    }
}

static void test_a_shrunken_screen_keeps_the_floors(void **state)
{
    (void)state;
    Theme theme = scaled(1920, 1080, 5.57, 900, PARENT);
    theme_set_scale(&theme, theme.k * 0.65);
    assert_true(theme_px(&theme, theme.target_min_u) / theme.panel.px_per_mm >= 19.9);
    for (int type = TYPE_DEFAULT + 1; type < TYPE_COUNT; type++) {
        int size_px = theme_font(&theme, (ThemeType)type, "nl").size_px;
        assert_true(size_px * 1485.0 / 2048 / theme.panel.px_per_mm >= 4.79);
    }
}

static void test_every_style_is_at_least_28_and_lines_leave_room(void **state)
{
    (void)state;
    for (int type = TYPE_DEFAULT + 1; type < TYPE_COUNT; type++) {
        ThemeStyle style = theme_style((ThemeType)type);
        assert_true(style.size_u >= LIMIT_TEXT_MIN_U);
        assert_true(style.line_u > style.size_u);
    }
}

static void test_arabic_lines_are_higher_and_letters_keep_together(void **state)
{
    (void)state;
    Theme theme = scaled(1080, 1920, 2.71, 595, PARENT);
    ThemeFont latin = theme_font(&theme, TYPE_CODE, "nl");
    ThemeFont arabic = theme_font(&theme, TYPE_CODE, "ar");
    assert_int_equal(arabic.line_px, (int)lround(latin.line_px * 1.15));
    assert_true(latin.spacing_x10_px > 0);
    assert_int_equal(arabic.spacing_x10_px, 0);
    assert_int_equal(theme_font(&theme, TYPE_H1, "arn").line_px, 72); /* another language */
}

static void test_text_sizes_scale_every_style(void **state)
{
    (void)state;
    ThemeWish wish = {.text = TEXT_SIZE_145};
    Theme theme = scaled(1080, 1920, 2.71, 595, wish);
    assert_int_equal(theme_font(&theme, TYPE_BODY, "nl").size_px, 46);
    assert_int_equal(theme_font(&theme, TYPE_BODY, "nl").line_px, 67);
}

static int needed_x10(ThemeLook look)
{
    return look == LOOK_HC ? LIMIT_CONTRAST_HC_X10 : LIMIT_CONTRAST_TEXT_X10;
}

/* EN 301 549 V3.2.1 5.1.4: a size with capitals of 0.7 degrees. Bar and keys do not grow. */
static void test_the_largest_letters_have_the_capitals_of_the_law(void **state)
{
    (void)state;
    ThemeWish wish = {.text = TEXT_SIZE_175};
    Theme large[] = {scaled(1080, 1920, 2.71, 595, wish), scaled(1080, 1920, 4.03, 595, wish),
                     scaled(1920, 1080, 4.03, 700, wish)};
    Theme gated = scaled(1920, 1080, 5.56, 700, wish); /* 15.6 inch */
    static const ThemeType READ[] = {TYPE_BODY, TYPE_STEP,      TYPE_NOTE, TYPE_SMALL,
                                     TYPE_MIN,  TYPE_LEAD,      TYPE_H1,   TYPE_OPTION,
                                     TYPE_TILE, TYPE_CHILD_TEXT};
    for (size_t i = 0; i < sizeof READ / sizeof READ[0]; i++) {
        for (size_t j = 0; j < sizeof large / sizeof large[0]; j++) {
            double px = theme_font(&large[j], READ[i], "nl").size_px;
            assert_true(px * 0.7251 / large[j].panel.px_per_mm * 1000 >= LIMIT_CAP_LARGE_UM);
        }
        double px = theme_font(&gated, READ[i], "nl").size_px;
        assert_true(px * 0.7251 / gated.panel.px_per_mm >= 6.3);
    }
}

static void test_words_on_every_face_are_readable_in_every_look_and_state(void **state)
{
    (void)state;
    static const unsigned STATES[] = {0, STATE_SELECTED, STATE_ON, STATE_DISABLED, STATE_PRESSED};
    for (int look = 0; look < LOOK_COUNT; look++)
        for (int child = 0; child < 2; child++)
            for (int face = FACE_NONE + 1; face < FACE_COUNT; face++)
                for (size_t s = 0; s < sizeof STATES / sizeof STATES[0]; s++) {
                    ThemeWish wish = {.look = (ThemeLook)look, .child = child == 1};
                    Theme theme = scaled(1080, 1920, 2.71, 595, wish);
                    bool step = face == FACE_STEP_NOW || face == FACE_STEP_TODO ||
                                face == FACE_STEP_DONE || face == FACE_STONE_PATH ||
                                face == FACE_TIMELINE_LINE || face == FACE_LINE ||
                                face == FACE_VEIL || face == FACE_RING || face == FACE_STONE;
                    ThemePaint paint = theme_paint(&theme, (ThemeFace)face, HUE_NONE, STATES[s]);
                    if (step || paint.shape == SHAPE_NONE || (paint.flags & PAINT_NO_FILL))
                        continue;
                    int ratio = theme_contrast_x10(paint.ink, paint.fill);
                    int needed = needed_x10((ThemeLook)look);
                    if (ratio < needed)
                        print_error("look %d face %d state %u: %d\n", look, face, STATES[s], ratio);
                    assert_true(ratio >= needed);
                }
}

static void test_every_hue_carries_its_own_ink_and_the_text_ink(void **state)
{
    (void)state;
    for (int look = 0; look < LOOK_COUNT; look++)
        for (int hue = HUE_PETROL; hue < HUE_COUNT; hue++) {
            ThemeWish wish = {.look = (ThemeLook)look};
            Theme theme = scaled(1080, 1920, 2.71, 595, wish);
            ThemePaint tag = theme_paint(&theme, FACE_TAG, (ThemeHue)hue, 0);
            assert_true(theme_contrast_x10(tag.ink, tag.fill) >= needed_x10((ThemeLook)look));
            if (hue == HUE_BLACK)
                continue; /* a disc: never under text ink */
            ThemePaint note = theme_paint(&theme, FACE_NOTE, (ThemeHue)hue, 0);
            assert_true(theme_contrast_x10(note.ink, note.fill) >= LIMIT_CONTRAST_TEXT_X10);
        }
}

static void test_high_contrast_gives_every_target_a_border_and_no_lip(void **state)
{
    (void)state;
    ThemeWish wish = {.look = LOOK_HC};
    Theme theme = scaled(1080, 1920, 2.71, 595, wish);
    static const ThemeFace TARGETS[] = {FACE_CARD, FACE_BUTTON, FACE_BUTTON_CALL, FACE_CHIP,
                                        FACE_KEY,  FACE_TILE,   FACE_BAR_ITEM,    FACE_PAD};
    for (size_t i = 0; i < sizeof TARGETS / sizeof TARGETS[0]; i++) {
        ThemePaint paint = theme_paint(&theme, TARGETS[i], HUE_NONE, 0);
        assert_int_equal(paint.lip_u, 0);
        assert_true(paint.border_u >= 3);
        assert_int_equal(paint.shadow, SHADOW_NONE);
    }
}

static void test_state_is_never_colour_alone(void **state)
{
    (void)state;
    Theme theme = scaled(1080, 1920, 2.71, 595, PARENT);
    ThemePaint off = theme_paint(&theme, FACE_BUTTON_PRIMARY, HUE_NONE, STATE_DISABLED);
    assert_true(off.flags & PAINT_DASHED);
    assert_int_equal(off.lip_u, 0);
    ThemePaint chosen = theme_paint(&theme, FACE_SITUATION, HUE_NONE, STATE_SELECTED);
    assert_int_equal(chosen.ring_count, 1);
    ThemePaint all = theme_paint(&theme, FACE_SITUATION, HUE_NONE,
                                 STATE_SELECTED | STATE_SPEAKING | STATE_FOCUSED);
    assert_int_equal(all.ring_count, THEME_RINGS_MAX);
    assert_true(all.rings[THEME_RINGS_MAX - 1].width_u >= 6); /* 2 mm on this panel */
    ThemePaint plain = theme_paint(&theme, FACE_BUTTON, HUE_NONE, 0);
    ThemePaint down = theme_paint(&theme, FACE_BUTTON, HUE_NONE, STATE_PRESSED);
    assert_true(down.drop_u > 0 && down.lip_u < plain.lip_u);
}

/* Filled, filled with a ring, hollow: in high contrast done and now have one colour. */
static void test_the_step_that_is_answered_has_a_ring_in_every_look(void **state)
{
    (void)state;
    for (int look = 0; look < LOOK_COUNT; look++) {
        ThemeWish wish = {.look = (ThemeLook)look};
        Theme theme = scaled(1080, 1920, 2.71, 595, wish);
        ThemePaint done = theme_paint(&theme, FACE_STEP_DONE, HUE_NONE, 0);
        ThemePaint now = theme_paint(&theme, FACE_STEP_NOW, HUE_NONE, 0);
        ThemePaint todo = theme_paint(&theme, FACE_STEP_TODO, HUE_NONE, 0);
        assert_int_equal(now.ring_count, 1);
        assert_int_equal(done.ring_count + todo.ring_count, 0);
        assert_int_not_equal(done.fill, todo.fill);
        assert_true(look != LOOK_HC || todo.fill == theme_color(LOOK_HC, INK_PAPER));
    }
}

/* Millimetres on every panel, and apart from the ground in every look. */
static void test_the_focus_ring_is_two_millimetres_and_stands_out(void **state)
{
    (void)state;
    static const ThemeFace FACES[] = {FACE_CARD, FACE_BUTTON_PRIMARY, FACE_BAR_ITEM, FACE_TILE};
    static const ThemeLook LOOKS[] = {LOOK_LIGHT, LOOK_CALM, LOOK_HC};
    for (size_t i = 0; i < sizeof LOOKS / sizeof LOOKS[0]; i++) {
        ThemeWish wish = {.look = LOOKS[i]};
        Theme themes[] = {scaled(1080, 1920, 2.71, 595, wish), scaled(1920, 1080, 5.56, 700, wish)};
        for (size_t j = 0; j < 2 * sizeof FACES / sizeof FACES[0]; j++) {
            const Theme *theme = &themes[j % 2];
            ThemePaint paint = theme_paint(theme, FACES[j / 2], HUE_NONE, STATE_FOCUSED);
            double mm = paint.rings[0].width_u * theme->k / theme->panel.px_per_mm;
            int contrast =
                theme_contrast_x10(paint.rings[0].color, theme_color(LOOKS[i], INK_PAPER));
            assert_int_equal(paint.ring_count, 1);
            assert_true(mm >= 2.0);
            assert_true(contrast >= 45);
        }
    }
}

static void test_calm_pictures_all_stand_on_one_ground(void **state)
{
    static const ThemeFace FACES[] = {FACE_PICTURE, FACE_STAGE, FACE_STAGE_SIDE};
    Theme calm = scaled(1080, 1920, 2.71, 595, (ThemeWish){.look = LOOK_CALM});
    Theme light = scaled(1080, 1920, 2.71, 595, (ThemeWish){.look = LOOK_LIGHT});

    (void)state;
    for (size_t i = 0; i < sizeof FACES / sizeof FACES[0]; i++) {
        for (int hue = HUE_NONE; hue < HUE_COUNT; hue++) {
            assert_int_equal(theme_paint(&calm, FACES[i], (ThemeHue)hue, 0).fill,
                             theme_color(LOOK_CALM, INK_SAND));
        }
        assert_int_not_equal(theme_paint(&light, FACES[i], HUE_SKY, 0).fill,
                             theme_paint(&light, FACES[i], HUE_SUN, 0).fill);
    }
}

static void test_contrast_is_the_formula_of_wcag(void **state)
{
    (void)state;
    assert_int_equal(theme_contrast_x10(0xFFFFFF, 0x000000), 210);
    assert_int_equal(theme_contrast_x10(0x777777, 0xFFFFFF), 44);
    assert_int_equal(theme_contrast_x10(0x123456, 0x123456), 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_layouts_follow_the_panel),
        cmocka_unit_test(test_reach_is_a_line_on_the_panel),
        cmocka_unit_test(test_low_buttons_bring_the_bar_down),
        cmocka_unit_test(test_targets_are_millimetres_on_the_glass),
        cmocka_unit_test(test_no_text_is_under_the_legal_capital),
        cmocka_unit_test(test_a_shrunken_screen_keeps_the_floors),
        cmocka_unit_test(test_every_style_is_at_least_28_and_lines_leave_room),
        cmocka_unit_test(test_arabic_lines_are_higher_and_letters_keep_together),
        cmocka_unit_test(test_text_sizes_scale_every_style),
        cmocka_unit_test(test_the_largest_letters_have_the_capitals_of_the_law),
        cmocka_unit_test(test_words_on_every_face_are_readable_in_every_look_and_state),
        cmocka_unit_test(test_every_hue_carries_its_own_ink_and_the_text_ink),
        cmocka_unit_test(test_high_contrast_gives_every_target_a_border_and_no_lip),
        cmocka_unit_test(test_state_is_never_colour_alone),
        cmocka_unit_test(test_the_step_that_is_answered_has_a_ring_in_every_look),
        cmocka_unit_test(test_the_focus_ring_is_two_millimetres_and_stands_out),
        cmocka_unit_test(test_calm_pictures_all_stand_on_one_ground),
        cmocka_unit_test(test_contrast_is_the_formula_of_wcag),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
