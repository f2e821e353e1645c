/* test_pixels.c - boxes, shadows, masks and pictures against what their definitions say pixel by
 * pixel, never against a recording of themselves. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "blit.h"
#include "box.h"
#include "canvas.h"
#include "picture.h"
#include "qr.h"
#include "shadow.h"

enum { SIDE = 160, TOLERANCE = 1 };
static const uint32_t PAPER = 0xFFFBF5EAu, INK = 0xFF0E5A63u;

static Canvas fresh(void)
{
    Canvas canvas;
    assert_true(canvas_init(&canvas, SIDE, SIDE, NULL));
    canvas_fill(&canvas, canvas.clip, PAPER);
    return canvas;
}

static int channel(uint32_t argb, int shift)
{
    return (int)(argb >> shift & 0xFF);
}

static void assert_pixel(uint32_t got, uint32_t wanted, int x, int y)
{
    for (int shift = 0; shift <= 16; shift += 8) {
        if (abs(channel(got, shift) - channel(wanted, shift)) > TOLERANCE)
            fail_msg("(%d,%d) is %08X, must be %08X", x, y, got, wanted);
    }
}

/* Paper and ink mixed by a share of 0 to 1, in floating point: the definition of blending. */
static uint32_t mixed(uint32_t under, uint32_t over, double share)
{
    uint32_t out = 0xFF000000u;
    for (int shift = 0; shift <= 16; shift += 8) {
        double value = channel(under, shift) * (1 - share) + channel(over, shift) * share;
        out |= (uint32_t)lround(value) << shift;
    }
    return out;
}

static void test_blending_is_within_one_step_of_the_exact_mix(void **state)
{
    (void)state;
    for (unsigned alpha = 0; alpha < 256; alpha++) {
        uint32_t got = canvas_blend(PAPER, INK, alpha);
        assert_pixel(got, mixed(PAPER, INK, alpha / 255.0), (int)alpha, 0);
        assert_int_equal(got >> 24, 255);
    }
    assert_int_equal(canvas_blend(PAPER, INK, 0), PAPER);
    assert_int_equal(canvas_blend(PAPER, INK, 255), INK);
}

/* Distance to the outline of a box with one radius per corner, the usual way. */
static double distance(const Box *box, int x, int y)
{
    double px = x + 0.5 - box->rect.x, py = y + 0.5 - box->rect.y;
    bool right = px > box->rect.w / 2.0, low = py > box->rect.h / 2.0;
    int corner =
        low ? (right ? BOX_BOTTOM_RIGHT : BOX_BOTTOM_LEFT) : (right ? BOX_TOP_RIGHT : BOX_TOP_LEFT);
    double r = box->radius[corner];
    double qx = fabs(px - box->rect.w / 2.0) - box->rect.w / 2.0 + r;
    double qy = fabs(py - box->rect.h / 2.0) - box->rect.h / 2.0 + r;
    return fmin(fmax(qx, qy), 0) + hypot(fmax(qx, 0), fmax(qy, 0)) - r;
}

static double covered(const Box *box, int x, int y)
{
    return fmin(fmax(0.5 - distance(box, x, y), 0), 1);
}

static void assert_box(const Box *box)
{
    Canvas canvas = fresh();
    box_fill(&canvas, box, INK);
    for (int y = 0; y < SIDE; y++)
        for (int x = 0; x < SIDE; x++)
            assert_pixel(canvas.pixels[y * SIDE + x], mixed(PAPER, INK, covered(box, x, y)), x, y);
    canvas_free(&canvas);
}

static void test_a_box_covers_every_pixel_as_its_distance_says(void **state)
{
    (void)state;
    const Box boxes[] = {
        box_round((CanvasRect){10, 12, 90, 60}, 0),   box_round((CanvasRect){10, 12, 90, 60}, 20),
        box_round((CanvasRect){3, 5, 100, 100}, 50),  box_round((CanvasRect){0, 0, 151, 41}, 99),
        box_round((CanvasRect){-20, 70, 80, 80}, 32), box_top((CanvasRect){20, 20, 120, 100}, 44),
        box_round((CanvasRect){7, 7, 1, 1}, 0),       box_round((CanvasRect){50, 50, 9, 9}, 4),
    };
    for (size_t i = 0; i < sizeof boxes / sizeof boxes[0]; i++)
        assert_box(&boxes[i]);
}

static void test_an_arch_is_a_half_circle_on_a_rectangle(void **state)
{
    (void)state;
    Box arch = box_top((CanvasRect){10, 10, 100, 120}, 50);
    Canvas canvas = fresh();
    box_fill(&canvas, &arch, INK);
    for (int y = 10; y < 130; y++) {
        double dy = fmax(60 - (y + 0.5), 0);
        for (int x = 10; x < 110; x++) {
            double share = fmin(fmax(0.5 - (hypot(x + 0.5 - 60, dy) - 50), 0), 1);
            if (y >= 60)
                share = 1;
            assert_pixel(canvas.pixels[y * SIDE + x], mixed(PAPER, INK, share), x, y);
        }
    }
    canvas_free(&canvas);
}

static void test_a_ring_is_the_box_without_the_smaller_box(void **state)
{
    (void)state;
    Box outer = box_round((CanvasRect){8, 8, 130, 90}, 30), inner = box_grow(outer, -8);
    Canvas canvas = fresh();
    box_ring(&canvas, &outer, 8, INK);
    for (int y = 0; y < SIDE; y++)
        for (int x = 0; x < SIDE; x++) {
            double share = fmax(covered(&outer, x, y) - covered(&inner, x, y), 0);
            assert_pixel(canvas.pixels[y * SIDE + x], mixed(PAPER, INK, share), x, y);
        }
    canvas_free(&canvas);
}

static void test_dashes_leave_gaps_on_all_four_sides(void **state)
{
    (void)state;
    Box box = box_round((CanvasRect){10, 10, 140, 120}, 20);
    Canvas canvas = fresh();
    box_dashes(&canvas, &box, 3, INK);
    int drawn[4] = {0}, left_out[4] = {0};
    for (int i = 35; i < 115; i++) {
        const uint32_t side[4] = {canvas.pixels[11 * SIDE + i], canvas.pixels[128 * SIDE + i],
                                  canvas.pixels[i * SIDE + 11], canvas.pixels[i * SIDE + 148]};
        for (int s = 0; s < 4; s++) {
            drawn[s] += side[s] == INK;
            left_out[s] += side[s] == PAPER;
        }
    }
    for (int s = 0; s < 4; s++)
        assert_true(drawn[s] > 30 && left_out[s] > 15);
    assert_int_equal(canvas.pixels[70 * SIDE + 80], PAPER);
    canvas_free(&canvas);
}

/* The blur of a half plane over the signed distance, written out. */
static double shade(CanvasRect box, const ShadowLook *look, int x, int y)
{
    Box shape = box_round(box, look->radius);
    double d = distance(&shape, x, y - look->offset_y);
    return 0.5 * erfc(d / (look->blur / 2.0 * sqrt(2))) * (look->argb >> 24) / 255.0;
}

static void assert_shadow(CanvasRect box, const ShadowLook *look)
{
    Canvas canvas = fresh();
    ShadowCache cache = {0};
    shadow_draw(&canvas, &cache, box, look);
    int margin = look->blur;
    for (int y = 0; y < SIDE; y++)
        for (int x = 0; x < SIDE; x++) {
            bool near = x >= box.x - margin && x < box.x + box.w + margin;
            if (near && y >= box.y - margin + look->offset_y &&
                y < box.y + box.h + margin + look->offset_y)
                assert_pixel(canvas.pixels[y * SIDE + x],
                             mixed(PAPER, look->argb, shade(box, look, x, y)), x, y);
            else
                assert_int_equal(canvas.pixels[y * SIDE + x], PAPER);
        }
    shadow_free(&cache);
    canvas_free(&canvas);
}

static void test_a_shadow_is_the_formula_also_when_sliced(void **state)
{
    (void)state;
    const ShadowLook soft = {.offset_y = 2, .blur = 6, .radius = 10, .argb = 0x804A3414u};
    assert_shadow((CanvasRect){20, 20, 120, 100}, &soft); /* larger than two corners: slices */
    assert_shadow((CanvasRect){40, 40, 30, 26}, &soft);   /* smaller: baked whole */
    const ShadowLook wide = {.offset_y = 8, .blur = 24, .radius = 32, .argb = 0x1A4A3414u};
    assert_shadow((CanvasRect){40, 40, 80, 70}, &wide);
}

static void test_a_mask_is_tinted_and_flipped_inside_the_clip(void **state)
{
    (void)state;
    const uint8_t coverage[6] = {0, 128, 255, 255, 0, 64};
    BlitMask mask = {coverage, 3, 2};
    for (int flip = 0; flip < 2; flip++) {
        Canvas canvas = fresh();
        canvas_clip(&canvas, (CanvasRect){11, 0, SIDE, SIDE});
        blit_mask(&canvas, &mask, (BlitAt){10, 5, flip == 1}, INK);
        for (int i = 0; i < 6; i++) {
            int column = flip ? 2 - i % 3 : i % 3;
            int x = 10 + column, y = 5 + i / 3;
            double share = x < 11 ? 0 : coverage[i] / 255.0;
            assert_pixel(canvas.pixels[y * SIDE + x], mixed(PAPER, INK, share), x, y);
        }
        canvas_free(&canvas);
    }
}

static void test_an_icon_keeps_its_size_and_is_drawn_once(void **state)
{
    (void)state;
    Picture *picture = picture_open("assets", NULL);
    assert_non_null(picture);
    PictureKey key = {.name = "phone", .width = 52, .height = 52};
    BlitMask first, second;
    assert_true(picture_icon(picture, &key, &first));
    assert_true(picture_icon(picture, &key, &second));
    assert_int_equal(first.width, 52);
    assert_int_equal(first.height, 52);
    assert_ptr_equal(first.coverage, second.coverage);
    assert_int_equal(picture_drawn(picture), 1);
    int opaque = 0;
    for (int i = 0; i < 52 * 52; i++)
        opaque += first.coverage[i] == 255;
    assert_in_range(opaque, 200, 1400);
    picture_close(picture);
}

static void test_no_name_leads_out_of_the_asset_folder(void **state)
{
    (void)state;
    const char *names[] = {"../icons/phone", "a/b", "", "PHONE", "phone.svg", "absent", NULL};
    Picture *picture = picture_open("assets", NULL);
    BlitMask mask;
    for (int i = 0; names[i] != NULL; i++)
        assert_false(picture_icon(picture, &(PictureKey){names[i], NULL, 8, 8}, &mask));
    Err err = {0};
    assert_null(picture_open("no/such/folder", &err));
    assert_string_equal(err.code, "asset.missing");
    picture_close(picture);
}

static void test_a_background_covers_and_a_drawing_fits(void **state)
{
    (void)state;
    Picture *picture = picture_open("assets", NULL);
    PictureKey key = {"q-zelf-wil", "light", 200, 90};
    BlitPicture inside, cover;
    assert_true(picture_drawing(picture, &key, &inside));
    assert_true(picture_cover(picture, &key, &cover));
    assert_true(inside.width <= 200 && inside.height <= 90 && inside.height >= 89);
    assert_true(cover.width >= 200 && cover.height >= 90);
    picture_close(picture);
}

static void test_a_qr_code_has_whole_modules_in_the_middle_of_white(void **state)
{
    (void)state;
    Canvas canvas = fresh();
    assert_true(qr_draw(&canvas, (CanvasRect){0, 0, SIDE, SIDE}, "https://example.org"));
    int left = SIDE;
    for (int i = 0; i < SIDE * SIDE; i++) {
        if (canvas.pixels[i] == 0xFF1F2D33u && i % SIDE < left)
            left = i % SIDE;
    }
    /* 19 bytes at level M need version 2: 25 modules */
    int module = SIDE / (25 + 2 * QR_QUIET_MODULES);
    assert_int_equal(left, (SIDE - 25 * module) / 2);
    assert_int_equal(canvas.pixels[(SIDE / 2) * SIDE + left - QR_QUIET_MODULES * module],
                     0xFFFFFFFFu);
    assert_int_equal(canvas.pixels[(SIDE / 2) * SIDE + left - QR_QUIET_MODULES * module - 1],
                     PAPER);
    assert_false(qr_draw(&canvas, (CanvasRect){0, 0, 40, 40}, "https://example.org"));
    canvas_free(&canvas);
}

/* The rows and columns in which something dark stands. */
static CanvasRect dark_part(const Canvas *canvas, int side)
{
    int first_x = side, first_y = side, last_x = -1, last_y = -1;
    for (int y = 0; y < side; y++) {
        for (int x = 0; x < side; x++) {
            if (canvas->pixels[y * canvas->width + x] != 0xFF1F2D33u)
                continue;
            first_x = x < first_x ? x : first_x;
            last_x = x > last_x ? x : last_x;
            first_y = y < first_y ? y : first_y;
            last_y = y;
        }
    }
    return (CanvasRect){first_x, first_y, last_x - first_x + 1, last_y - first_y + 1};
}

/* The fullest card that a screen makes (vcard.h), at every size prep_take.c gives it: at least
 * 480 px of modules on the panel of the mock-ups, with four modules of white round them. */
static void test_the_fullest_card_keeps_wide_modules_and_a_quiet_zone(void **state)
{
    enum { CARD_BYTES = 997, MODULES = 117, WIDE_PX = 480 };
    static const int sides[] = {820, 800, 720, 640};
    char card[CARD_BYTES + 1];
    (void)state;
    for (int i = 0; i < CARD_BYTES; i++)
        card[i] = (char)('a' + i % 26);
    card[CARD_BYTES] = '\0';
    for (size_t i = 0; i < sizeof sides / sizeof sides[0]; i++) {
        int side = sides[i];
        Canvas canvas;
        assert_true(canvas_init(&canvas, side, side, NULL));
        canvas_fill(&canvas, canvas.clip, INK);
        assert_true(qr_draw(&canvas, (CanvasRect){0, 0, side, side}, card));
        CanvasRect dark = dark_part(&canvas, side);
        int module = dark.w / MODULES;
        assert_int_equal(dark.w, module * MODULES);
        assert_int_equal(dark.h, dark.w);
        assert_true(dark.w >= WIDE_PX);
        for (int px = 1; px <= 4 * module; px++)
            assert_int_equal(canvas.pixels[dark.y * canvas.width + dark.x - px], 0xFFFFFFFFu);
        canvas_free(&canvas);
    }
}

static void test_wiping_leaves_no_pixel(void **state)
{
    (void)state;
    Canvas canvas = fresh();
    canvas_clip(&canvas, (CanvasRect){5, 5, 2, 2});
    canvas_wipe(&canvas);
    for (int i = 0; i < SIDE * SIDE; i++)
        assert_int_equal(canvas.pixels[i], 0xFF000000u);
    canvas_free(&canvas);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_blending_is_within_one_step_of_the_exact_mix),
        cmocka_unit_test(test_a_box_covers_every_pixel_as_its_distance_says),
        cmocka_unit_test(test_an_arch_is_a_half_circle_on_a_rectangle),
        cmocka_unit_test(test_a_ring_is_the_box_without_the_smaller_box),
        cmocka_unit_test(test_dashes_leave_gaps_on_all_four_sides),
        cmocka_unit_test(test_a_shadow_is_the_formula_also_when_sliced),
        cmocka_unit_test(test_a_mask_is_tinted_and_flipped_inside_the_clip),
        cmocka_unit_test(test_an_icon_keeps_its_size_and_is_drawn_once),
        cmocka_unit_test(test_no_name_leads_out_of_the_asset_folder),
        cmocka_unit_test(test_a_background_covers_and_a_drawing_fits),
        cmocka_unit_test(test_a_qr_code_has_whole_modules_in_the_middle_of_white),
        cmocka_unit_test(test_the_fullest_card_keeps_wide_modules_and_a_quiet_zone),
        cmocka_unit_test(test_wiping_leaves_no_pixel),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
