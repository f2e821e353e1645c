/* test_forms.c - every drawn state on every panel, in every look, at every text size and in both
 * languages: sizes, gaps, reach, contrast and words as ui_check demands, and nothing cut off. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "mockup_states.h"
#include "ui_dump.h"

/* How a visitor has it; the pairs of the table below cover each value with each other one. */
typedef struct Way {
    const Panel *panel;
    ThemeText size;
    ThemeLook look;
    const char *language;
    bool low;
} Way;

/* 15.6 inch with few pixels: the smallest letters take more of it than of any other panel. */
static const Panel LOW = {1366, 768, 3.955, 790};

static int faults;

static void judge(const Stage *stage, const char *state, const Way *way)
{
    UiFinding findings[UI_FINDINGS_MAX];
    int count = ui_check(stage->ui, findings);

    for (int i = 0; i < count; i++) {
        const UiNode *node = ui_node(stage->ui, findings[i].node);
        print_error("%s %dx%d size %d look %d %s%s: %s %s [%s]\n", state, way->panel->width_px,
                    way->panel->height_px, (int)way->size, (int)way->look, way->language,
                    way->low ? " low" : "", ui_fault_word(findings[i].fault),
                    node->box.id == NULL ? "-" : node->box.id,
                    node->box.label == NULL ? "" : node->box.label);
        faults++;
    }
}

static void play(const MockupState *state, const Way *way)
{
    Stage stage;
    Language language;

    stage_open(&stage, *way->panel);
    assert_true(content_language_find(stage.content, str_of(way->language), &language));
    stage_act(&stage, ACT_LANGUAGE, language);
    stage_act(&stage, ACT_SIZE, (int)way->size);
    stage_act(&stage, ACT_THEME, (int)way->look);
    stage_act(&stage, ACT_LOW, way->low ? 1 : 0);
    state->go(&stage);
    judge(&stage, state->name, way);
    stage_close(&stage);
}

static void test_every_state_fits_in_every_form(void **state)
{
    static const Way ways[] = {
        {&STAGE_PORTRAIT, TEXT_SIZE_100, LOOK_LIGHT, "nl", false},
        {&STAGE_PORTRAIT, TEXT_SIZE_175, LOOK_HC, "ar", false},
        {&STAGE_PORTRAIT, TEXT_SIZE_145, LOOK_CALM, "nl", true},
        {&STAGE_PORTRAIT, TEXT_SIZE_120, LOOK_LIGHT, "ar", true},
        {&STAGE_LANDSCAPE, TEXT_SIZE_100, LOOK_HC, "nl", true},
        {&STAGE_LANDSCAPE, TEXT_SIZE_175, LOOK_LIGHT, "nl", false},
        {&STAGE_LANDSCAPE, TEXT_SIZE_120, LOOK_CALM, "ar", false},
        {&STAGE_SMALL, TEXT_SIZE_100, LOOK_CALM, "ar", false},
        {&STAGE_SMALL, TEXT_SIZE_145, LOOK_LIGHT, "nl", false},
        {&STAGE_SMALL, TEXT_SIZE_120, LOOK_HC, "nl", false},
        {&STAGE_SMALL, TEXT_SIZE_175, LOOK_LIGHT, "nl", false},
        {&STAGE_SMALL, TEXT_SIZE_175, LOOK_HC, "ar", true},
        {&LOW, TEXT_SIZE_100, LOOK_LIGHT, "nl", false},
        {&LOW, TEXT_SIZE_100, LOOK_CALM, "ar", false},
        {&LOW, TEXT_SIZE_120, LOOK_HC, "nl", true},
        {&LOW, TEXT_SIZE_145, LOOK_LIGHT, "ar", false},
        {&LOW, TEXT_SIZE_175, LOOK_CALM, "nl", false},
    };

    (void)state;
    for (size_t w = 0; w < sizeof ways / sizeof ways[0]; w++) {
        for (int i = 0; i < MOCKUP_STATE_COUNT; i++) {
            play(&MOCKUP_STATES[i], &ways[w]);
        }
    }
    assert_int_equal(faults, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_state_fits_in_every_form),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
