/* test_ui_mockups.c - three drawn screens built through ui.h, with real fonts, must stand where the
 * drawings stand. A node with the id "box.N" is item N of tests/mockups/boxes/<screen>.json. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <jansson.h>

#include "real_measure.h"

enum { TOLERANCE_U = 8, ACTION = 1 };

static TextEngine *engine;
static Ui ui;

static void begin(const char *screen)
{
    Panel panel = {1080, 1920, 2.71, 595};
    UiSettings settings = {.screen = screen,
                           .lang = "nl",
                           .theme = theme_scale(&panel, (ThemeWish){0}),
                           .measure = real_measure,
                           .measure_context = engine};
    ui_begin(&ui, &settings);
}

static const char *box_id(int item)
{
    return ui_format(&ui, "box.%d", item);
}

static int number_at(json_t *item, const char *key)
{
    return (int)json_integer_value(json_object_get(item, key));
}

static int compare_side(const char *side, int is, int drawn, int item)
{
    if (abs(is - drawn) <= TOLERANCE_U)
        return 0;
    print_error("item %d: %s is %d, drawn %d\n", item, side, is, drawn);
    return 1;
}

static void compare(const char *screen)
{
    char path[256];
    snprintf(path, sizeof path, "tests/mockups/boxes/%s.json", screen);
    json_t *file = json_load_file(path, 0, NULL);
    assert_non_null(file);
    json_t *items = json_object_get(file, "items");
    int wrong = 0;
    for (int i = 0; i < (int)json_array_size(items); i++) {
        json_t *item = json_array_get(items, (size_t)i);
        int node = ui_find(&ui, box_id(i));
        if (node == UI_NONE) {
            print_error("item %d (%s) is not built\n", i,
                        json_string_value(json_object_get(item, "t")));
            wrong++;
            continue;
        }
        UiRect r = ui_node(&ui, node)->rect;
        wrong += compare_side("x", r.x, number_at(item, "x"), i);
        wrong += compare_side("y", r.y, number_at(item, "y"), i);
        wrong += compare_side("w", r.w, number_at(item, "w"), i);
        wrong += compare_side("h", r.h, number_at(item, "h"), i);
    }
    json_decref(file);
    assert_int_equal(wrong, 0);
}

static void no_overflow(void)
{
    for (int i = 0; i < ui.count; i++) {
        const UiNode *node = ui_node(&ui, i);
        if (node->truncated || node->outside)
            print_error("node %d %s %s: truncated %d outside %d\n", i,
                        node->box.id ? node->box.id : "", node->shown ? node->shown : "",
                        node->truncated, node->outside);
        assert_false(node->truncated);
        assert_false(node->outside);
    }
}

/* ---- shared pieces of the drawings ---- */

static void bar_item(const char *label, const char *icon, int item, int w)
{
    ui_leaf(&ui, (UiBox){.id = item ? box_id(item) : NULL,
                         .role = ROLE_BUTTON,
                         .face = FACE_BAR_ITEM,
                         .icon = icon,
                         .label = label,
                         .w = w,
                         .action = {item ? ACTION : 0, 0},
                         .state = item ? 0 : STATE_GONE});
}

static void bar(int first, bool with_start)
{
    int item = first + 1;
    ui_open(&ui, (UiBox){.id = box_id(first),
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
    ui_spacer(&ui);
    ui_leaf(&ui, (UiBox){.id = box_id(item),
                         .role = ROLE_BUTTON,
                         .face = FACE_BAR_EXIT,
                         .icon = "door-exit",
                         .label = "Stop\nen wis",
                         .w = U_BAR_EXIT_W,
                         .action = {ACTION, 0}});
    ui_close(&ui);
}

static void blob(int item, int size, ThemeHue hue)
{
    ui_leaf(&ui, (UiBox){.id = item ? box_id(item) : NULL,
                         .role = ROLE_IMAGE,
                         .face = FACE_BLOB_ROUND,
                         .hue = hue,
                         .icon = "user",
                         .w = size,
                         .h = size});
}

/* ---- 02 parent home ---- */

static void situation(int item, const char *label)
{
    ui_open(&ui, (UiBox){.id = box_id(item),
                         .role = ROLE_BUTTON,
                         .axis = AXIS_ROW,
                         .align = ALIGN_CENTER,
                         .face = FACE_SITUATION,
                         .action = {ACTION, item}});
    ui_leaf(&ui, (UiBox){.role = ROLE_IMAGE,
                         .face = FACE_PICTURE,
                         .hue = HUE_SUN,
                         .picture = "zorgen",
                         .self = ALIGN_STRETCH,
                         .w = U_SITUATION_PICTURE_W});
    ui_leaf(&ui, (UiBox){.role = ROLE_TEXT, .type = TYPE_SITUATION, .label = label, .grow = GROW});
    ui_close(&ui);
}

static void home_head(void)
{
    ui_open(&ui, (UiBox){.id = box_id(0),
                         .axis = AXIS_ROW,
                         .align = ALIGN_CENTER,
                         .face = FACE_READ,
                         .pad = {.top = 28},
                         .gap = 20});
    ui_open(&ui, (UiBox){.grow = GROW, .gap = 8});
    ui_leaf(&ui, (UiBox){.id = box_id(1),
                         .role = ROLE_HEADING,
                         .type = TYPE_H1_HOME,
                         .label = "Waar kunnen wij u mee helpen?"});
    ui_leaf(&ui, (UiBox){.role = ROLE_TEXT,
                         .type = TYPE_NOTE,
                         .icon = "shield-check",
                         .icon_size = 44,
                         .gap = 14,
                         .label = "Wij zijn niet van school en niet van leerplicht."});
    ui_close(&ui);
    ui_picture(&ui, "stip", U_STIP_W, U_STIP_H);
    ui_close(&ui);
}

static void hero(int item)
{
    ui_open(&ui, (UiBox){.id = box_id(item),
                         .role = ROLE_BUTTON,
                         .axis = AXIS_ROW,
                         .align = ALIGN_CENTER,
                         .face = FACE_HERO,
                         .action = {ACTION, 0}});
    blob(item + 1, 96, HUE_BLACK);
    ui_open(&ui, (UiBox){.grow = GROW});
    ui_text(&ui, TYPE_HERO, "Bel mij terug");
    ui_text(&ui, TYPE_SUB, "Wij bellen u binnen 2 werkdagen. Gratis.");
    ui_close(&ui);
    ui_icon(&ui, "chevron-right", 52, INK_DEFAULT);
    ui_close(&ui);
}

static int button(ThemeFace face, int item, const char *label, int min_h, int grow)
{
    return ui_leaf(&ui, (UiBox){.id = box_id(item),
                                .role = ROLE_BUTTON,
                                .face = face,
                                .icon = "search",
                                .label = label,
                                .min_h = min_h,
                                .grow = grow,
                                .action = {ACTION, item}});
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
    begin("02-parent-home-portrait");
    ui_open(&ui, (UiBox){.face = FACE_PAPER});
    home_head();
    ui_open(&ui, (UiBox){.id = box_id(2), .face = FACE_ACTION, .gap = U_GAP_TILE, .grow = GROW});
    ui_open(&ui, (UiBox){.axis = AXIS_GRID, .columns = 2, .gap = U_GAP_TILE, .grow = GROW});
    for (int i = 0; i < 8; i++)
        situation(3 + i, SITUATIONS[i]);
    ui_close(&ui);
    hero(11);
    ui_open(&ui, (UiBox){.axis = AXIS_ROW, .gap = U_GAP});
    button(FACE_BUTTON_SHARE, 13, "Deel uw ervaring", U_SEARCH_H, 135);
    button(FACE_BUTTON, 14, "Zoek", U_SEARCH_H, GROW);
    ui_close(&ui);
    ui_open(&ui, (UiBox){.axis = AXIS_ROW, .gap = U_GAP});
    button(FACE_LINK, 15, "Over ons", U_LINK_H, GROW);
    button(FACE_LINK, 16, "Wat deden we ermee?", U_LINK_H, GROW);
    ui_close(&ui);
    ui_leaf(&ui, (UiBox){.role = ROLE_TEXT,
                         .face = FACE_PRIVACY,
                         .icon = "lock",
                         .label = "Wij bewaren alleen wat u zelf verstuurt."});
    ui_close(&ui);
    bar(17, false);
    ui_close(&ui);
    ui_end(&ui);
    compare("02-parent-home-portrait");
    no_overflow();
}

/* ---- 05d callback number ---- */

static void steps(int done, int count)
{
    ui_open(&ui, (UiBox){.axis = AXIS_ROW, .gap = U_GAP_TILE, .grow = GROW});
    for (int i = 0; i < count; i++)
        ui_leaf(&ui, (UiBox){.role = ROLE_GROUP,
                             .face = i < done    ? FACE_STEP_DONE
                                     : i == done ? FACE_STEP_NOW
                                                 : FACE_STEP_TODO,
                             .h = U_STEP_BAR_H,
                             .grow = GROW});
    ui_close(&ui);
}

static void number_head(void)
{
    ui_open(&ui, (UiBox){.id = box_id(0), .face = FACE_READ});
    ui_open(&ui, (UiBox){.axis = AXIS_ROW, .align = ALIGN_CENTER, .gap = U_GAP_WIDE});
    steps(3, 7);
    ui_text(&ui, TYPE_MIN_BOLD, "4 van 7");
    ui_close(&ui);
    ui_leaf(&ui, (UiBox){.id = box_id(1),
                         .role = ROLE_HEADING,
                         .type = TYPE_H1,
                         .margin = {.top = 26},
                         .label = "Op welk nummer bellen wij u?"});
    ui_close(&ui);
}

static void number_field(void)
{
    ui_open(&ui, (UiBox){.pad = {.start = U_EDGE_READ, .top = 30, .end = U_EDGE_READ}});
    ui_open(&ui, (UiBox){.id = box_id(2),
                         .axis = AXIS_ROW,
                         .face = FACE_FIELD,
                         .align = ALIGN_CENTER,
                         .justify = ALIGN_BETWEEN,
                         .state = STATE_LTR,
                         .pad = {.end = 16}});
    ui_leaf(&ui, (UiBox){.role = ROLE_FIELD,
                         .type = TYPE_FIELD_NUMBER,
                         .value = "06 12 34 56 7",
                         .state = STATE_LTR | STATE_PRIVATE});
    ui_leaf(&ui, (UiBox){.id = box_id(3),
                         .role = ROLE_BUTTON,
                         .face = FACE_BLOB_ROUND,
                         .hue = HUE_SAND,
                         .icon = "x",
                         .hint = "Wis alles",
                         .w = U_SAY,
                         .h = U_SAY,
                         .action = {ACTION, 3}});
    ui_close(&ui);
    ui_leaf(&ui, (UiBox){.role = ROLE_TEXT,
                         .type = TYPE_CHIP,
                         .icon = "device-mobile",
                         .icon_size = U_ICON_LINK,
                         .gap = 14,
                         .margin = {.top = 16},
                         .label = "Nog " UI_BOLD_ON "1 cijfer" UI_BOLD_OFF
                                  ". Een mobiel nummer heeft 10 cijfers."});
    ui_close(&ui);
}

static void pad(void)
{
    static const char *const KEYS[12] = {"1", "2", "3", "4",   "5", "6",
                                         "7", "8", "9", "+31", "0", NULL};
    ui_open(&ui, (UiBox){.axis = AXIS_GRID,
                         .columns = 3,
                         .gap = U_GAP_TILE,
                         .grow = GROW,
                         .state = STATE_LTR,
                         .pad = {.start = 60, .end = 60}});
    for (int i = 0; i < 12; i++)
        ui_leaf(&ui, (UiBox){.id = box_id(5 + i),
                             .role = ROLE_KEY,
                             .face = i == 9 || i == 11 ? FACE_PAD_QUIET : FACE_PAD,
                             .label = KEYS[i],
                             .icon = KEYS[i] ? NULL : "backspace",
                             .hint = KEYS[i] ? NULL : "Wis het laatste cijfer",
                             .action = {ACTION, i}});
    ui_close(&ui);
}

static void test_callback_number_stands_where_it_is_drawn(void **state)
{
    (void)state;
    begin("05d-callback-number-portrait");
    ui_open(&ui, (UiBox){.face = FACE_PAPER});
    number_head();
    number_field();
    ui_open(&ui, (UiBox){.id = box_id(4), .face = FACE_ACTION, .grow = GROW, .pad = {.top = 34}});
    pad();
    ui_leaf(&ui, (UiBox){.id = box_id(17),
                         .role = ROLE_BUTTON,
                         .face = FACE_BUTTON_PRIMARY,
                         .type = TYPE_BUTTON_FLOW,
                         .icon = "arrow-right",
                         .icon_place = ICON_END,
                         .label = "Verder",
                         .margin = {.top = 12},
                         .min_h = U_FLOW_H,
                         .state = STATE_DISABLED,
                         .action = {ACTION, 0}});
    ui_close(&ui);
    bar(18, true);
    ui_close(&ui);
    ui_end(&ui);
    compare("05d-callback-number-portrait");
    no_overflow();
}

/* ---- 03 topic ---- */

static void point(const char *label)
{
    ui_open(&ui, (UiBox){.axis = AXIS_ROW, .gap = U_GAP, .margin = {.top = 10}});
    ui_leaf(&ui, (UiBox){.role = ROLE_IMAGE,
                         .icon = "check",
                         .icon_size = U_ICON_SMALL,
                         .margin = {.top = 6},
                         .self = ALIGN_START});
    ui_text(&ui, TYPE_BODY_LIST, label);
    ui_close(&ui);
}

static void in_short(void)
{
    ui_open(
        &ui,
        (UiBox){.id = box_id(3), .face = FACE_PANEL_HUE, .hue = HUE_PETROL, .margin = {.top = 16}});
    ui_leaf(&ui, (UiBox){.id = box_id(4),
                         .role = ROLE_HEADING,
                         .type = TYPE_H2_TIGHT,
                         .label = "In het kort"});
    point("School praat met u én met uw kind. Uw kind mag zeggen wat het vindt. "
          "Dat heet " UI_WORD_ON "hoorrecht" UI_WORD_OFF ".");
    point("U zegt ja of nee tegen het deel over de hulp. Zonder uw ja geldt dat deel niet. "
          "Dat heet " UI_WORD_ON "instemmen" UI_WORD_OFF ".");
    point("Niet eens? Teken dan niet. De hulp stopt niet.");
    ui_close(&ui);
}

static void step(int number, const char *label, const char *term, bool last)
{
    ui_open(&ui, (UiBox){.axis = AXIS_ROW, .gap = 22});
    ui_open(&ui, (UiBox){.align = ALIGN_CENTER});
    ui_leaf(&ui, (UiBox){.role = ROLE_TEXT,
                         .face = FACE_TIMELINE_DOT,
                         .label = ui_format(&ui, "%d", number),
                         .w = U_TIMELINE_DOT,
                         .h = U_TIMELINE_DOT});
    if (!last)
        ui_leaf(
            &ui,
            (UiBox){.face = FACE_TIMELINE_LINE, .w = U_TIMELINE_LINE_W, .min_h = 10, .grow = GROW});
    ui_close(&ui);
    ui_open(&ui, (UiBox){.align = ALIGN_START, .pad = {.top = 6, .bottom = last ? 0 : 12}});
    ui_text(&ui, TYPE_STEP, label);
    if (term)
        ui_leaf(&ui, (UiBox){.role = ROLE_TEXT,
                             .face = FACE_TAG,
                             .hue = HUE_SUN,
                             .icon = "clock",
                             .margin = {.top = 4},
                             .label = term});
    ui_close(&ui);
    ui_close(&ui);
}

static void how_it_goes(void)
{
    ui_open(&ui, (UiBox){.grow = 130});
    ui_leaf(&ui, (UiBox){.id = box_id(5),
                         .role = ROLE_HEADING,
                         .type = TYPE_H2,
                         .margin = {.bottom = 12},
                         .label = "Zo gaat het"});
    step(1, "School ziet: uw kind heeft meer hulp nodig.", NULL, false);
    step(2, "School vraagt uw kind: wat vind jij? En praat met u.", NULL, false);
    step(3, "School schrijft het plan, samen met u.",
         "binnen 6 weken na de start van uw kind op school", false);
    step(4, "Eens met de hulp? Dan zegt u ja.", NULL, false);
    step(5, "U voert het samen uit en kijkt of het werkt.", "minstens 1 keer per schooljaar", true);
    ui_close(&ui);
}

static void helper(int item, const char *name, const char *what)
{
    ui_open(&ui, (UiBox){.axis = AXIS_ROW, .gap = U_GAP, .margin = {.top = 14}});
    blob(item, 68, HUE_CORAL);
    ui_open(&ui, (UiBox){0});
    ui_text(&ui, TYPE_NAME, name);
    ui_text(&ui, TYPE_MIN, what);
    ui_close(&ui);
    ui_close(&ui);
}

static void say(int item)
{
    ui_leaf(&ui, (UiBox){.id = box_id(item),
                         .role = ROLE_BUTTON,
                         .face = FACE_SAY,
                         .icon = "player-pause",
                         .icon_size = U_ICON_LINK,
                         .hint = "Wacht even",
                         .w = U_SAY,
                         .h = U_SAY,
                         .action = {ACTION, item}});
}

static void who_helps(void)
{
    ui_open(&ui, (UiBox){.grow = GROW, .gap = 26});
    ui_open(&ui, (UiBox){.id = box_id(6),
                         .face = FACE_PANEL,
                         .pad = {.start = 24, .top = 20, .end = 24, .bottom = 24}});
    ui_leaf(&ui,
            (UiBox){.id = box_id(7), .role = ROLE_HEADING, .type = TYPE_H2, .label = "Wie helpt?"});
    helper(8, "Ouderadviseur", "Denkt mee. Gratis.");
    helper(9, "Begeleider op school", "Intern begeleider (ib’er) of zorgcoördinator.");
    helper(10, "Onderwijsconsulent", "Als u er samen niet uitkomt.");
    ui_close(&ui);
    ui_open(&ui, (UiBox){.axis = AXIS_ROW,
                         .align = ALIGN_CENTER,
                         .justify = ALIGN_BETWEEN,
                         .face = FACE_PLAYER});
    say(11);
    ui_text(&ui, TYPE_CHIP, "Ik lees voor");
    say(12);
    ui_close(&ui);
    ui_close(&ui);
}

static void related(int item, const char *label)
{
    ui_open(&ui, (UiBox){.id = box_id(item),
                         .role = ROLE_BUTTON,
                         .axis = AXIS_ROW,
                         .align = ALIGN_CENTER,
                         .face = FACE_CHIP_TOPIC,
                         .grow = GROW,
                         .action = {ACTION, item}});
    blob(item + 1, U_BLOB_SMALL, HUE_LEAF);
    ui_text(&ui, TYPE_CHIP_TOPIC, label);
    ui_close(&ui);
}

static void topic_actions(void)
{
    ui_open(&ui,
            (UiBox){.id = box_id(13), .face = FACE_ACTION, .grow = GROW, .justify = ALIGN_END});
    ui_open(&ui, (UiBox){.axis = AXIS_ROW, .gap = U_GAP_TILE});
    related(14, "Praten met school");
    related(16, "Niet eens met school");
    related(18, "Extra hulp in de klas");
    ui_close(&ui);
    ui_open(&ui, (UiBox){.axis = AXIS_ROW, .gap = U_GAP});
    UiEdges pad_small = {16, 10, 16, 18};
    ui_leaf(&ui, (UiBox){.id = box_id(20),
                         .role = ROLE_BUTTON,
                         .face = FACE_BUTTON_CALL,
                         .icon = "phone-call",
                         .label = "Bel mij terug",
                         .pad = pad_small,
                         .min_h = U_TOPIC_BUTTON_H,
                         .grow = GROW,
                         .action = {ACTION, 0}});
    ui_leaf(&ui, (UiBox){.id = box_id(21),
                         .role = ROLE_BUTTON,
                         .face = FACE_BUTTON_PRIMARY,
                         .icon = "messages",
                         .label = "Gesprek voorbereiden",
                         .pad = pad_small,
                         .min_h = U_TOPIC_BUTTON_H,
                         .grow = 125,
                         .action = {ACTION, 0}});
    ui_close(&ui);
    ui_close(&ui);
}

static void test_topic_stands_where_it_is_drawn(void **state)
{
    (void)state;
    begin("03-topic-portrait");
    ui_open(&ui, (UiBox){.face = FACE_PAPER});
    ui_open(&ui, (UiBox){.id = box_id(0),
                         .axis = AXIS_ROW,
                         .align = ALIGN_CENTER,
                         .face = FACE_READ,
                         .gap = 26,
                         .pad = {.top = 28}});
    blob(1, U_BLOB_TOPIC, HUE_PETROL);
    ui_leaf(&ui, (UiBox){.id = box_id(2),
                         .role = ROLE_HEADING,
                         .type = TYPE_H1_TOPIC,
                         .grow = GROW,
                         .label = "Het plan voor uw kind (OPP)"});
    ui_close(&ui);
    ui_open(&ui, (UiBox){.pad = {.start = U_EDGE_READ, .top = 14, .end = U_EDGE_READ}});
    ui_text(&ui, TYPE_LEAD_TOPIC,
            "Krijgt uw kind extra hulp? Dan maakt school meestal een plan. Dat heet "
            "een " UI_WORD_ON "ontwikkelingsperspectief" UI_WORD_OFF ", of OPP.");
    in_short();
    ui_open(&ui, (UiBox){.axis = AXIS_ROW, .gap = U_XL, .margin = {.top = 22}});
    how_it_goes();
    who_helps();
    ui_close(&ui);
    ui_close(&ui);
    topic_actions();
    bar(22, true);
    ui_close(&ui);
    ui_end(&ui);
    compare("03-topic-portrait");
    no_overflow();
}

static int open_engine(void **state)
{
    (void)state;
    Err err = {0};
    engine = text_open("assets/fonts", &err);
    return engine ? 0 : -1;
}

static int close_engine(void **state)
{
    (void)state;
    text_close(engine);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parent_home_stands_where_it_is_drawn),
        cmocka_unit_test(test_callback_number_stands_where_it_is_drawn),
        cmocka_unit_test(test_topic_stands_where_it_is_drawn),
    };
    return cmocka_run_group_tests(tests, open_engine, close_engine);
}
