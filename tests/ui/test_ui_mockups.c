/* test_ui_mockups.c - drawn screens built through ui.h, with real fonts, stand where the drawings
 * do. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#include "drawn.h"

/* ---- 02 parent home ---- */

static void situation(int item, const char *label)
{
    ui_open(&drawn, (UiBox){.id = drawn_id(item),
                            .role = ROLE_BUTTON,
                            .axis = AXIS_ROW,
                            .align = ALIGN_CENTER,
                            .face = FACE_SITUATION,
                            .action = {DRAWN_ACTION, item}});
    ui_leaf(&drawn, (UiBox){.role = ROLE_IMAGE,
                            .face = FACE_PICTURE,
                            .hue = HUE_SUN,
                            .picture = "zorgen",
                            .self = ALIGN_STRETCH,
                            .w = U_SITUATION_PICTURE_W});
    ui_leaf(&drawn,
            (UiBox){.role = ROLE_TEXT, .type = TYPE_SITUATION, .label = label, .grow = GROW});
    ui_close(&drawn);
}

static void home_head(void)
{
    ui_open(&drawn, (UiBox){.id = drawn_id(0),
                            .axis = AXIS_ROW,
                            .align = ALIGN_CENTER,
                            .face = FACE_READ,
                            .pad = {.top = 28},
                            .gap = 20});
    ui_open(&drawn, (UiBox){.grow = GROW, .gap = 8});
    ui_leaf(&drawn, (UiBox){.id = drawn_id(1),
                            .role = ROLE_HEADING,
                            .type = TYPE_H1_HOME,
                            .label = "Waar kunnen wij u mee helpen?"});
    ui_leaf(&drawn, (UiBox){.role = ROLE_TEXT,
                            .type = TYPE_NOTE,
                            .icon = "shield-check",
                            .icon_size = 44,
                            .gap = 14,
                            .label = "Wij zijn niet van school en niet van leerplicht."});
    ui_close(&drawn);
    ui_picture(&drawn, "stip", U_STIP_W, U_STIP_H);
    ui_close(&drawn);
}

static void hero(int item)
{
    ui_open(&drawn, (UiBox){.id = drawn_id(item),
                            .role = ROLE_BUTTON,
                            .axis = AXIS_ROW,
                            .align = ALIGN_CENTER,
                            .face = FACE_HERO,
                            .action = {DRAWN_ACTION, 0}});
    drawn_blob(item + 1, 96, HUE_BLACK);
    ui_open(&drawn, (UiBox){.grow = GROW});
    ui_text(&drawn, TYPE_HERO, "Bel mij terug");
    ui_text(&drawn, TYPE_SUB, "Wij bellen u binnen 2 werkdagen. Gratis.");
    ui_close(&drawn);
    ui_icon(&drawn, "chevron-right", 52, INK_DEFAULT);
    ui_close(&drawn);
}

static int button(ThemeFace face, int item, const char *label, int min_h, int grow)
{
    return ui_leaf(&drawn, (UiBox){.id = drawn_id(item),
                                   .role = ROLE_BUTTON,
                                   .face = face,
                                   .icon = "search",
                                   .label = label,
                                   .min_h = min_h,
                                   .grow = grow,
                                   .action = {DRAWN_ACTION, item}});
}

static void test_parent_home_stands_where_it_is_drawn(void **state)
{
    (void)state;
    static const char *const SITUATIONS[8] = {"Ik maak me zorgen",
                                              "Mijn kind zit thuis",
                                              "Extra hulp op school",
                                              "Een (andere) school zoeken",
                                              "School en ik zijn het niet eens",
                                              "Zorg, vervoer en geld",
                                              "Naar de middelbare school of het mbo",
                                              "Rechten van mijn kind en mij"};
    drawn_begin("02-parent-home-portrait");
    ui_open(&drawn, (UiBox){.face = FACE_PAPER});
    home_head();
    ui_open(&drawn,
            (UiBox){.id = drawn_id(2), .face = FACE_ACTION, .gap = U_GAP_TILE, .grow = GROW});
    ui_open(&drawn, (UiBox){.axis = AXIS_GRID, .columns = 2, .gap = U_GAP_TILE, .grow = GROW});
    for (int i = 0; i < 8; i++)
        situation(3 + i, SITUATIONS[i]);
    ui_close(&drawn);
    hero(11);
    ui_open(&drawn, (UiBox){.axis = AXIS_ROW, .gap = U_GAP});
    button(FACE_BUTTON_SHARE, 13, "Deel uw ervaring", U_SEARCH_H, 135);
    button(FACE_BUTTON, 14, "Zoek", U_SEARCH_H, GROW);
    ui_close(&drawn);
    ui_open(&drawn, (UiBox){.axis = AXIS_ROW, .gap = U_GAP});
    button(FACE_LINK, 15, "Over ons", U_LINK_H, GROW);
    button(FACE_LINK, 16, "Wat deden we ermee?", U_LINK_H, GROW);
    ui_close(&drawn);
    ui_leaf(&drawn, (UiBox){.role = ROLE_TEXT,
                            .face = FACE_PRIVACY,
                            .icon = "lock",
                            .label = "Wij bewaren alleen wat u zelf verstuurt."});
    ui_close(&drawn);
    drawn_bar(17, false);
    ui_close(&drawn);
    ui_end(&drawn);
    drawn_compare("02-parent-home-portrait");
    drawn_no_overflow();
}

/* ---- 05d callback number ---- */

static void steps(int done, int count)
{
    ui_open(&drawn, (UiBox){.axis = AXIS_ROW, .gap = U_GAP_TILE, .grow = GROW});
    for (int i = 0; i < count; i++)
        ui_leaf(&drawn, (UiBox){.role = ROLE_GROUP,
                                .face = i < done    ? FACE_STEP_DONE
                                        : i == done ? FACE_STEP_NOW
                                                    : FACE_STEP_TODO,
                                .h = U_STEP_BAR_H,
                                .grow = GROW});
    ui_close(&drawn);
}

static void number_head(void)
{
    ui_open(&drawn, (UiBox){.id = drawn_id(0), .face = FACE_READ});
    ui_open(&drawn, (UiBox){.axis = AXIS_ROW, .align = ALIGN_CENTER, .gap = U_GAP_WIDE});
    steps(3, 7);
    ui_text(&drawn, TYPE_MIN_BOLD, "4 van 7");
    ui_close(&drawn);
    ui_leaf(&drawn, (UiBox){.id = drawn_id(1),
                            .role = ROLE_HEADING,
                            .type = TYPE_H1,
                            .margin = {.top = 26},
                            .label = "Op welk nummer bellen wij u?"});
    ui_close(&drawn);
}

static void number_field(void)
{
    ui_open(&drawn, (UiBox){.pad = {.start = U_EDGE_READ, .top = 30, .end = U_EDGE_READ}});
    ui_open(&drawn, (UiBox){.id = drawn_id(2),
                            .axis = AXIS_ROW,
                            .face = FACE_FIELD,
                            .align = ALIGN_CENTER,
                            .justify = ALIGN_BETWEEN,
                            .state = STATE_LTR,
                            .pad = {.end = 16}});
    ui_leaf(&drawn, (UiBox){.role = ROLE_FIELD,
                            .type = TYPE_FIELD_NUMBER,
                            .value = "06 12 34 56 7",
                            .state = STATE_LTR | STATE_PRIVATE});
    ui_leaf(&drawn, (UiBox){.id = drawn_id(3),
                            .role = ROLE_BUTTON,
                            .face = FACE_BLOB_ROUND,
                            .hue = HUE_SAND,
                            .icon = "x",
                            .hint = "Wis alles",
                            .w = U_SAY,
                            .h = U_SAY,
                            .action = {DRAWN_ACTION, 3}});
    ui_close(&drawn);
    ui_leaf(&drawn, (UiBox){.role = ROLE_TEXT,
                            .type = TYPE_CHIP,
                            .icon = "device-mobile",
                            .icon_size = U_ICON_LINK,
                            .gap = 14,
                            .margin = {.top = 16},
                            .label = "Nog " UI_BOLD_ON "1 cijfer" UI_BOLD_OFF
                                     ". Een mobiel nummer heeft 10 cijfers."});
    ui_close(&drawn);
}

static void pad(void)
{
    static const char *const KEYS[12] = {"1", "2", "3", "4",   "5", "6",
                                         "7", "8", "9", "+31", "0", NULL};
    ui_open(&drawn, (UiBox){.axis = AXIS_GRID,
                            .columns = 3,
                            .gap = U_GAP_TILE,
                            .grow = GROW,
                            .state = STATE_LTR,
                            .pad = {.start = 60, .end = 60}});
    for (int i = 0; i < 12; i++)
        ui_leaf(&drawn, (UiBox){.id = drawn_id(5 + i),
                                .role = ROLE_KEY,
                                .face = i == 9 || i == 11 ? FACE_PAD_QUIET : FACE_PAD,
                                .label = KEYS[i],
                                .icon = KEYS[i] ? NULL : "backspace",
                                .hint = KEYS[i] ? NULL : "Wis het laatste cijfer",
                                .action = {DRAWN_ACTION, i}});
    ui_close(&drawn);
}

static void test_callback_number_stands_where_it_is_drawn(void **state)
{
    (void)state;
    drawn_begin("05d-callback-number-portrait");
    ui_open(&drawn, (UiBox){.face = FACE_PAPER});
    number_head();
    number_field();
    ui_open(&drawn,
            (UiBox){.id = drawn_id(4), .face = FACE_ACTION, .grow = GROW, .pad = {.top = 34}});
    pad();
    ui_leaf(&drawn, (UiBox){.id = drawn_id(17),
                            .role = ROLE_BUTTON,
                            .face = FACE_BUTTON_PRIMARY,
                            .type = TYPE_BUTTON_FLOW,
                            .icon = "arrow-right",
                            .icon_place = ICON_END,
                            .label = "Verder",
                            .margin = {.top = 12},
                            .min_h = U_FLOW_H,
                            .state = STATE_DISABLED,
                            .action = {DRAWN_ACTION, 0}});
    ui_close(&drawn);
    drawn_bar(18, true);
    ui_close(&drawn);
    ui_end(&drawn);
    drawn_compare("05d-callback-number-portrait");
    drawn_no_overflow();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parent_home_stands_where_it_is_drawn),
        cmocka_unit_test(test_callback_number_stands_where_it_is_drawn),
    };
    return cmocka_run_group_tests(tests, drawn_open, drawn_close);
}
