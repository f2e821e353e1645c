/* test_staff_forms.c - the screens of colleagues: the self-tests, lengths on the glass, and every
 * screen on every panel, in every look, at every text size. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "staff_stage.h"
#include "ui_dump.h"

enum { DAY_S = 86400 };

static Stage stage;

static int setup(void **state)
{
    (void)state;
    stage_open(&stage, STAGE_PORTRAIT);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    stage_close(&stage);
    return 0;
}

/* ---- tests ------------------------------------------------------------------------------- */

static void test_cells_that_never_answered_are_named(void **state)
{
    MsgStaff facts = staff_stage_well();
    int cells = 0;

    (void)state;
    staff_stage_come_in(&stage, &facts);
    stage_tap(&stage, "staff.touch");
    for (int i = 1; i <= APP_STAFF_CELLS_MAX; i++) {
        char id[32];
        snprintf(id, sizeof id, "staff_touch.cell.%d", i);
        if (stage_node(&stage, id) == NULL) {
            break;
        }
        cells = i;
        if (i != 3 && i != 17) {
            stage_tap(&stage, id);
        }
    }
    assert_true(cells > 40);
    assert_string_equal(staff_stage_words(&stage, "staff_touch.lead"),
                        "Nog niet geraakt: 3 en 17. Blijft een vak wit? Bel de beheerder.");
    stage_tap(&stage, "staff_touch.cell.3");
    stage_tap(&stage, "staff_touch.cell.17");
    assert_string_equal(staff_stage_words(&stage, "staff_touch.lead"), "Alle vakken werken.");
    stage_tap(&stage, "staff_touch.again");
    assert_false(app_staff_cell(stage.app, 0));
}

/* On the glass the card is a card, whatever the panel and the letters. */
static void test_the_card_is_85_6_mm_on_every_panel_at_every_size(void **state)
{
    const Panel *panels[] = {&STAGE_PORTRAIT, &STAGE_LANDSCAPE, &STAGE_SMALL};
    MsgStaff facts = staff_stage_well();

    (void)state;
    for (size_t p = 0; p < sizeof panels / sizeof panels[0]; p++) {
        for (int size = 0; size < TEXT_SIZE_COUNT; size++) {
            stage_close(&stage);
            stage_open(&stage, *panels[p]);
            staff_stage_come_in(&stage, &facts);
            stage_act(&stage, ACT_SIZE, size);
            stage_act(&stage, ACT_GO, SCREEN_STAFF_RULER);
            UiRect card = stage_node(&stage, "staff_ruler.card")->rect;
            assert_true(fabs(card.w - 85.6 * panels[p]->px_per_mm) < 1.5);
            assert_true(fabs(card.h - 53.98 * panels[p]->px_per_mm) < 1.5);
        }
    }
}

static void test_the_ruler_names_the_setting_that_makes_it_fit(void **state)
{
    MsgStaff facts = staff_stage_well();

    (void)state;
    staff_stage_come_in(&stage, &facts);
    stage_tap(&stage, "staff.ruler");
    stage_tap(&stage, "staff_ruler.much-larger");
    stage_tap(&stage, "staff_ruler.larger");
    /* 2.71 px per mm, nine steps of half a percent */
    assert_non_null(strstr(staff_stage_words(&stage, "staff_ruler.advice"), "2.83"));
    UiRect card = stage_node(&stage, "staff_ruler.card")->rect;
    assert_true(fabs(card.w - 85.6 * 2.834) < 1.5);
    for (int i = 0; i < APP_STAFF_RULER_MAX; i++) {
        stage_tap(&stage, "staff_ruler.much-larger");
    }
    card = stage_node(&stage, "staff_ruler.card")->rect;
    assert_true(card.w <= 1080 * 9 / 10);
}

static void test_the_mounting_is_judged_by_who_reaches_what(void **state)
{
    static const struct {
        Panel panel;
        const char *begins;
    } rows[] = {
        {{1080, 1920, 2.71, 595}, "Deze zuil hangt goed."},
        {{1080, 1920, 2.71, 720}, "Deze zuil hangt te hoog. "},
        {{1080, 1920, 2.71, 640}, "Deze zuil hangt te hoog voor kinderen."},
        {{1080, 1920, 2.71, 340}, "Deze zuil hangt te laag."},
        {{1080, 1920, 2.71, 0}, "Meet van de vloer"},
        {{1080, 1920, 0, 595}, "De maat is nog niet ingesteld."},
        {{1920, 1080, 2.71, 700}, "Deze zuil hangt goed."},
        {{1920, 1080, 2.71, 900}, "Deze zuil hangt te hoog. "},
    };
    MsgStaff facts = staff_stage_well();

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        stage_close(&stage);
        stage_open(&stage, rows[i].panel);
        staff_stage_come_in(&stage, &facts);
        stage_act(&stage, ACT_GO, SCREEN_STAFF_REACH);
        if (strstr(staff_stage_words(&stage, "staff_reach.verdict"), rows[i].begins) == NULL) {
            fail_msg("%zu: %s", i, staff_stage_words(&stage, "staff_reach.verdict"));
        }
    }
}

/* ---- every form -------------------------------------------------------------------------- */

static void judge(const char *where, const Panel *panel, int size)
{
    UiFinding findings[UI_FINDINGS_MAX];
    int count = ui_check(stage.ui, findings);

    for (int i = 0; i < count; i++) {
        const UiNode *node = ui_node(stage.ui, findings[i].node);
        print_error("%s %dx%d size %d: %s %s [%s]\n", where, panel->width_px, panel->height_px,
                    size, ui_fault_word(findings[i].fault),
                    node->box.id == NULL ? "-" : node->box.id,
                    node->box.label == NULL ? "" : node->box.label);
    }
    assert_int_equal(count, 0);
}

static void show_all(const Panel *panel, int size, int look)
{
    MsgStaff facts = staff_stage_well();

    stage_close(&stage);
    stage_open(&stage, *panel);
    stage_act(&stage, ACT_SIZE, size);
    stage_act(&stage, ACT_THEME, look);
    stage_act(&stage, ACT_STAFF, 0);
    staff_stage_lock(&stage, 0);
    judge("pin", panel, size);
    stage_type(&stage, "246810");
    judge("pin full", panel, size);
    staff_stage_lock(&stage, 200);
    judge("pin waiting", panel, size);
    facts.contact_s = 3 * DAY_S;
    staff_stage_come_in(&stage, &facts);
    stage_act(&stage, ACT_SIZE, size);
    stage_act(&stage, ACT_THEME, look);
    judge("status", panel, size);
    stage_act(&stage, ACT_PAGE, 1);
    judge("tests", panel, size);
    for (int screen = SCREEN_STAFF_TOUCH; screen <= SCREEN_STAFF_REACH; screen++) {
        stage_act(&stage, ACT_GO, screen);
        judge(app_screen((ScreenId)screen)->prefix, panel, size);
        stage_act(&stage, ACT_BACK, 0);
    }
}

static void test_every_staff_screen_fits_in_every_form(void **state)
{
    const Panel mounted = {1080, 1920, 2.71, 595};
    const Panel *panels[] = {&STAGE_PORTRAIT, &mounted, &STAGE_LANDSCAPE, &STAGE_SMALL};

    (void)state;
    for (size_t p = 0; p < sizeof panels / sizeof panels[0]; p++) {
        for (int size = 0; size < TEXT_SIZE_COUNT; size++) {
            show_all(panels[p], size, size % LOOK_COUNT);
        }
    }
}

int main(void)
{
#define STAFF_TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        STAFF_TEST(test_cells_that_never_answered_are_named),
        STAFF_TEST(test_the_card_is_85_6_mm_on_every_panel_at_every_size),
        STAFF_TEST(test_the_ruler_names_the_setting_that_makes_it_fit),
        STAFF_TEST(test_the_mounting_is_judged_by_who_reaches_what),
        STAFF_TEST(test_every_staff_screen_fits_in_every_form),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
