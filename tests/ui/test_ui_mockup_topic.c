/* test_ui_mockup_topic.c - the drawn topic page: text of every kind in columns that wrap. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>

#include <cmocka.h>

#include "drawn.h"

static void point(const char *label)
{
    ui_open(&drawn, (UiBox){.axis = AXIS_ROW, .gap = U_GAP, .margin = {.top = 10}});
    ui_leaf(&drawn, (UiBox){.role = ROLE_IMAGE,
                            .icon = "check",
                            .icon_size = U_ICON_SMALL,
                            .margin = {.top = 6},
                            .self = ALIGN_START});
    ui_text(&drawn, TYPE_BODY_LIST, label);
    ui_close(&drawn);
}

static void in_short(void)
{
    ui_open(&drawn, (UiBox){.id = drawn_id(3),
                            .face = FACE_PANEL_HUE,
                            .hue = HUE_PETROL,
                            .margin = {.top = 16}});
    ui_leaf(&drawn, (UiBox){.id = drawn_id(4),
                            .role = ROLE_HEADING,
                            .type = TYPE_H2_TIGHT,
                            .label = "In het kort"});
    point("School praat met u én met uw kind. Uw kind mag zeggen wat het vindt. "
          "Dat heet " UI_WORD_ON "hoorrecht" UI_WORD_OFF ".");
    point("U zegt ja of nee tegen het deel over de hulp. Zonder uw ja geldt dat deel niet. "
          "Dat heet " UI_WORD_ON "instemmen" UI_WORD_OFF ".");
    point("Niet eens? Teken dan niet. De hulp stopt niet.");
    ui_close(&drawn);
}

static void step(int number, const char *label, const char *term, bool last)
{
    ui_open(&drawn, (UiBox){.axis = AXIS_ROW, .gap = 22});
    ui_open(&drawn, (UiBox){.align = ALIGN_CENTER});
    ui_leaf(&drawn, (UiBox){.role = ROLE_TEXT,
                            .face = FACE_TIMELINE_DOT,
                            .label = ui_format(&drawn, "%d", number),
                            .w = U_TIMELINE_DOT,
                            .h = U_TIMELINE_DOT});
    if (!last)
        ui_leaf(
            &drawn,
            (UiBox){.face = FACE_TIMELINE_LINE, .w = U_TIMELINE_LINE_W, .min_h = 10, .grow = GROW});
    ui_close(&drawn);
    ui_open(&drawn, (UiBox){.align = ALIGN_START, .pad = {.top = 6, .bottom = last ? 0 : 12}});
    ui_text(&drawn, TYPE_STEP, label);
    if (term)
        ui_leaf(&drawn, (UiBox){.role = ROLE_TEXT,
                                .face = FACE_TAG,
                                .hue = HUE_SUN,
                                .icon = "clock",
                                .margin = {.top = 4},
                                .label = term});
    ui_close(&drawn);
    ui_close(&drawn);
}

static void how_it_goes(void)
{
    ui_open(&drawn, (UiBox){.grow = 130});
    ui_leaf(&drawn, (UiBox){.id = drawn_id(5),
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
    ui_close(&drawn);
}

static void helper(int item, const char *name, const char *what)
{
    ui_open(&drawn, (UiBox){.axis = AXIS_ROW, .gap = U_GAP, .margin = {.top = 14}});
    drawn_blob(item, 68, HUE_CORAL);
    ui_open(&drawn, (UiBox){0});
    ui_text(&drawn, TYPE_NAME, name);
    ui_text(&drawn, TYPE_MIN, what);
    ui_close(&drawn);
    ui_close(&drawn);
}

static void say(int item)
{
    ui_leaf(&drawn, (UiBox){.id = drawn_id(item),
                            .role = ROLE_BUTTON,
                            .face = FACE_SAY,
                            .icon = "player-pause",
                            .icon_size = U_ICON_LINK,
                            .hint = "Wacht even",
                            .w = U_SAY,
                            .h = U_SAY,
                            .action = {DRAWN_ACTION, item}});
}

static void who_helps(void)
{
    ui_open(&drawn, (UiBox){.grow = GROW, .gap = 26});
    ui_open(&drawn, (UiBox){.id = drawn_id(6),
                            .face = FACE_PANEL,
                            .pad = {.start = 24, .top = 20, .end = 24, .bottom = 24}});
    ui_leaf(
        &drawn,
        (UiBox){.id = drawn_id(7), .role = ROLE_HEADING, .type = TYPE_H2, .label = "Wie helpt?"});
    helper(8, "Ouderadviseur", "Denkt mee. Gratis.");
    helper(9, "Begeleider op school", "Intern begeleider (ib’er) of zorgcoördinator.");
    helper(10, "Onderwijsconsulent", "Als u er samen niet uitkomt.");
    ui_close(&drawn);
    ui_open(&drawn, (UiBox){.axis = AXIS_ROW,
                            .align = ALIGN_CENTER,
                            .justify = ALIGN_BETWEEN,
                            .face = FACE_PLAYER});
    say(11);
    ui_text(&drawn, TYPE_CHIP, "Ik lees voor");
    say(12);
    ui_close(&drawn);
    ui_close(&drawn);
}

static void related(int item, const char *label)
{
    ui_open(&drawn, (UiBox){.id = drawn_id(item),
                            .role = ROLE_BUTTON,
                            .axis = AXIS_ROW,
                            .align = ALIGN_CENTER,
                            .face = FACE_CHIP_TOPIC,
                            .grow = GROW,
                            .action = {DRAWN_ACTION, item}});
    drawn_blob(item + 1, U_BLOB_SMALL, HUE_LEAF);
    ui_text(&drawn, TYPE_CHIP_TOPIC, label);
    ui_close(&drawn);
}

static void topic_actions(void)
{
    ui_open(&drawn,
            (UiBox){.id = drawn_id(13), .face = FACE_ACTION, .grow = GROW, .justify = ALIGN_END});
    ui_open(&drawn, (UiBox){.axis = AXIS_ROW, .gap = U_GAP_TILE});
    related(14, "Praten met school");
    related(16, "Niet eens met school");
    related(18, "Extra hulp in de klas");
    ui_close(&drawn);
    ui_open(&drawn, (UiBox){.axis = AXIS_ROW, .gap = U_GAP});
    UiEdges pad_small = {16, 10, 16, 18};
    ui_leaf(&drawn, (UiBox){.id = drawn_id(20),
                            .role = ROLE_BUTTON,
                            .face = FACE_BUTTON_CALL,
                            .icon = "phone-call",
                            .label = "Bel mij terug",
                            .pad = pad_small,
                            .min_h = U_TOPIC_BUTTON_H,
                            .grow = GROW,
                            .action = {DRAWN_ACTION, 0}});
    ui_leaf(&drawn, (UiBox){.id = drawn_id(21),
                            .role = ROLE_BUTTON,
                            .face = FACE_BUTTON_PRIMARY,
                            .icon = "messages",
                            .label = "Gesprek voorbereiden",
                            .pad = pad_small,
                            .min_h = U_TOPIC_BUTTON_H,
                            .grow = 125,
                            .action = {DRAWN_ACTION, 0}});
    ui_close(&drawn);
    ui_close(&drawn);
}

static void test_topic_stands_where_it_is_drawn(void **state)
{
    (void)state;
    drawn_begin("03-topic-portrait");
    ui_open(&drawn, (UiBox){.face = FACE_PAPER});
    ui_open(&drawn, (UiBox){.id = drawn_id(0),
                            .axis = AXIS_ROW,
                            .align = ALIGN_CENTER,
                            .face = FACE_READ,
                            .gap = 26,
                            .pad = {.top = 28}});
    drawn_blob(1, U_BLOB_TOPIC, HUE_PETROL);
    ui_leaf(&drawn, (UiBox){.id = drawn_id(2),
                            .role = ROLE_HEADING,
                            .type = TYPE_H1_TOPIC,
                            .grow = GROW,
                            .label = "Het plan voor uw kind (OPP)"});
    ui_close(&drawn);
    ui_open(&drawn, (UiBox){.pad = {.start = U_EDGE_READ, .top = 14, .end = U_EDGE_READ}});
    ui_text(&drawn, TYPE_LEAD_TOPIC,
            "Krijgt uw kind extra hulp? Dan maakt school meestal een plan. Dat heet "
            "een " UI_WORD_ON "ontwikkelingsperspectief" UI_WORD_OFF ", of OPP.");
    in_short();
    ui_open(&drawn, (UiBox){.axis = AXIS_ROW, .gap = U_XL, .margin = {.top = 22}});
    how_it_goes();
    who_helps();
    ui_close(&drawn);
    ui_close(&drawn);
    topic_actions();
    drawn_bar(22, true);
    ui_close(&drawn);
    ui_end(&drawn);
    drawn_compare("03-topic-portrait");
    drawn_no_overflow();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_topic_stands_where_it_is_drawn),
    };
    return cmocka_run_group_tests(tests, drawn_open, drawn_close);
}
