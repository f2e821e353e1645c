/* drawn.c - see drawn.h. */
#include "drawn.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>
#include <jansson.h>

#include "real_measure.h"

enum { TOLERANCE_U = 8 };

Ui drawn;
static TextEngine *engine;

void drawn_begin(const char *screen)
{
    Panel panel = {1080, 1920, 2.71, 595};
    UiSettings settings = {.screen = screen,
                           .lang = "nl",
                           .theme = theme_scale(&panel, (ThemeWish){0}),
                           .measure = real_measure,
                           .measure_context = engine};
    ui_begin(&drawn, &settings);
}

const char *drawn_id(int item)
{
    return ui_format(&drawn, "box.%d", item);
}

static int number_at(json_t *item, const char *key)
{
    return (int)json_integer_value(json_object_get(item, key));
}

static int compare_side(const char *side, int is, int wished, int item)
{
    if (abs(is - wished) <= TOLERANCE_U)
        return 0;
    print_error("item %d: %s is %d, drawn %d\n", item, side, is, wished);
    return 1;
}

void drawn_compare(const char *screen)
{
    char path[256];
    snprintf(path, sizeof path, "tests/mockups/boxes/%s.json", screen);
    json_t *file = json_load_file(path, 0, NULL);
    assert_non_null(file);
    json_t *items = json_object_get(file, "items");
    int wrong = 0;
    for (int i = 0; i < (int)json_array_size(items); i++) {
        json_t *item = json_array_get(items, (size_t)i);
        int node = ui_find(&drawn, drawn_id(i));
        if (node == UI_NONE) {
            print_error("item %d (%s) is not built\n", i,
                        json_string_value(json_object_get(item, "t")));
            wrong++;
            continue;
        }
        UiRect r = ui_node(&drawn, node)->rect;
        wrong += compare_side("x", r.x, number_at(item, "x"), i);
        wrong += compare_side("y", r.y, number_at(item, "y"), i);
        wrong += compare_side("w", r.w, number_at(item, "w"), i);
        wrong += compare_side("h", r.h, number_at(item, "h"), i);
    }
    json_decref(file);
    assert_int_equal(wrong, 0);
}

void drawn_no_overflow(void)
{
    for (int i = 0; i < drawn.count; i++) {
        const UiNode *node = ui_node(&drawn, i);
        if (node->truncated || node->outside)
            print_error("node %d %s %s: truncated %d outside %d\n", i,
                        node->box.id ? node->box.id : "", node->shown ? node->shown : "",
                        node->truncated, node->outside);
        assert_false(node->truncated);
        assert_false(node->outside);
    }
}

static void bar_item(const char *label, const char *icon, int item, int w)
{
    ui_leaf(&drawn, (UiBox){.id = item ? drawn_id(item) : NULL,
                            .role = ROLE_BUTTON,
                            .face = FACE_BAR_ITEM,
                            .icon = icon,
                            .label = label,
                            .w = w,
                            .action = {item ? DRAWN_ACTION : 0, 0},
                            .state = item ? 0 : STATE_GONE});
}

void drawn_bar(int first, bool with_start)
{
    int item = first + 1;
    ui_open(&drawn, (UiBox){.id = drawn_id(first),
                            .axis = AXIS_ROW,
                            .face = FACE_BAR,
                            .align = ALIGN_CENTER,
                            .h = U_BAR_H});
    bar_item("Terug", "arrow-left", item++, U_BAR_ITEM_W);
    bar_item("Start", "home", with_start ? item++ : 0, U_BAR_ITEM_W);
    bar_item("Taal", "language", item++, U_BAR_ITEM_W);
    bar_item("Voorlezen", "volume", item++, U_BAR_ITEM_WIDE_W);
    bar_item("Weergave", "adjustments-horizontal", item++, U_BAR_ITEM_WIDE_W);
    bar_item("Hulp", "lifebuoy", item++, U_BAR_ITEM_W);
    ui_spacer(&drawn);
    ui_leaf(&drawn, (UiBox){.id = drawn_id(item),
                            .role = ROLE_BUTTON,
                            .face = FACE_BAR_EXIT,
                            .icon = "door-exit",
                            .label = "Stop\nen wis",
                            .w = U_BAR_EXIT_W,
                            .action = {DRAWN_ACTION, 0}});
    ui_close(&drawn);
}

void drawn_blob(int item, int size, ThemeHue hue)
{
    ui_leaf(&drawn, (UiBox){.id = item ? drawn_id(item) : NULL,
                            .role = ROLE_IMAGE,
                            .face = FACE_BLOB_ROUND,
                            .hue = hue,
                            .icon = "user",
                            .w = size,
                            .h = size});
}

int drawn_open(void **state)
{
    (void)state;
    Err err = {0};
    engine = text_open("assets/fonts", &err);
    return engine ? 0 : -1;
}

int drawn_close(void **state)
{
    (void)state;
    text_close(engine);
    return 0;
}
