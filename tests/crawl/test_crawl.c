/* test_crawl.c - from welcome, every action of every screen; then every state in every form.
 * Prints what was done as a table, and every failure as a line that a person can work with.
 * In every pair of values of two factors of a form; with OKSP_CRAWL_PART=2/4 (scripts/test --all
 * runs all four) in every form of that part. OKSP_CRAWL_FORMS=n stops after n of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "judge.h"
#include "plants.h"

static Judge judge;
static Graph *graph;

/* Which part of all forms: number 1 of 4; number 0 of 0 = the pairs. */
typedef struct CrawlPart {
    int number, count;
} CrawlPart;

static int open_all(void **state)
{
    FormRow plain = {{0}};
    WorldForm base = form_of(plain);

    (void)state;
    judge_open(&judge);
    graph = graph_crawl(&judge.world, &base, GRAPH_STATES_MAX);
    return 0;
}

static int close_all(void **state)
{
    (void)state;
    graph_free(graph);
    judge_close(&judge);
    return 0;
}

static void test_every_screen_is_reached_from_welcome(void **state)
{
    int missing = 0;

    (void)state;
    for (int i = 0; i < SCREEN_COUNT; i++) {
        if (graph_visits(graph, (ScreenId)i) == 0) {
            print_error("never reached: %s\n", app_screen((ScreenId)i)->prefix);
            missing++;
        }
    }
    assert_int_equal(missing, 0);
}

/* Some are only offered in another form: the Dutch text of an Arabic page. */
static void test_every_kind_of_action_is_offered_somewhere(void **state)
{
    int missing = 0;

    (void)state;
    for (int i = ACT_NONE + 1; i < ACT_COUNT; i++) {
        if (!graph_followed(graph, i) && !judge.turned[i]) {
            print_error("never offered: action %d of act.h\n", i);
            missing++;
        }
    }
    assert_int_equal(missing, 0);
}

static void test_every_step_keeps_what_it_promises(void **state)
{
    char path[REPORT_PATH_BYTES_MAX];

    (void)state;
    for (int i = 0; i < graph_fault_count(graph); i++) {
        const GraphFault *fault = graph_fault(graph, i);
        graph_path(graph, fault->state, path, sizeof path);
        print_error("%s | %s | %s\n", fault->rule, fault->what, path);
    }
    assert_int_equal(graph_fault_count(graph), 0);
}

static void test_the_pairs_of_forms_are_all_there(void **state)
{
    FormRow rows[FORM_ROWS_MAX];
    int count = form_pairs(rows);

    (void)state;
    assert_int_equal(form_missing(rows, count), 0);
    assert_true(form_missing(rows, count - 1) > 0);
}

/* Rewritten after every form, so that a long crawl can be read while it goes on. */
static void write_report(CrawlPart part)
{
    char path[REPORT_PATH_BYTES_MAX];

    snprintf(path, sizeof path, OKSP_BINARY_DIR "/crawl%.0d.txt", part.number);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    report_print(&judge.report, file);
    fclose(file);
}

static void print_progress(const WorldForm *form, int number, int count)
{
    char name[REPORT_FORM_BYTES_MAX];

    form_name(form, name, sizeof name);
    print_message("form %3d of %d: %-40s %8ld screens, %6ld failures so far\n", number, count, name,
                  judge.screens, judge.report.failures);
    fflush(stdout);
}

static void print_visits(void)
{
    for (int i = 0; i < SCREEN_COUNT; i++) {
        int judged = 0;
        for (int j = 0; j < graph_count(graph); j++) {
            const GraphState *state = graph_state(graph, j);
            judged += state->judged && app_place(state->app)->screen == (ScreenId)i ? 1 : 0;
        }
        print_message("  %-16s %5d states, %5d looks\n", app_screen((ScreenId)i)->prefix,
                      graph_visits(graph, (ScreenId)i), judged);
    }
}

static void print_table(int forms)
{
    int judged = 0, typical = 0;

    for (int i = 0; i < graph_count(graph); i++) {
        judged += graph_state(graph, i)->judged ? 1 : 0;
        typical += graph_state(graph, i)->typical ? 1 : 0;
    }
    print_message("screens   %7d of %d\n", SCREEN_COUNT, SCREEN_COUNT);
    print_message("states    %7d, %d steps\n", graph_count(graph), graph_steps(graph));
    print_message("looks     %7d, %d of them in every form\n", judged, typical);
    print_message("forms     %7d\n", forms);
    print_message("judged    %7ld screens, %ld of them painted\n", judge.screens, judge.painted);
    print_message("assertions %10ld\n", judge.asserted + graph_asserted(graph));
    print_message("failures  %7ld in %d groups\n", judge.report.failures, judge.report.count);
}

/* Every shape of screen is judged in every form. Of the screens of a known shape (one topic more),
 * and of all for painting, each form of the pairs takes another share, so that each panel,
 * language, look and size meets all shapes; of all forms, each judges every screen. */
enum { REST_SHARE = 8, PAINT_SHARE = 19 };

static CrawlPart read_part(void)
{
    const char *said = getenv("OKSP_CRAWL_PART");
    CrawlPart part = {0, 0};

    if (said != NULL) {
        assert_int_equal(sscanf(said, "%d/%d", &part.number, &part.count), 2);
        assert_in_range(part.number, 1, part.count);
    }
    return part;
}

/* The forms of a part lie apart, so that each part has all panels, languages and sizes. */
static int choose_forms(FormRow rows[FORM_ROWS_MAX], CrawlPart part)
{
    int count = 0;

    if (part.count == 0) {
        return form_pairs(rows);
    }
    int every = form_all(rows);
    for (int i = part.number - 1; i < every; i += part.count) {
        rows[count++] = rows[i];
    }
    return count;
}

static void test_every_state_keeps_the_rules_in_every_form(void **state)
{
    FormRow rows[FORM_ROWS_MAX];
    CrawlPart part = read_part();
    int count = choose_forms(rows, part), rest = part.count == 0 ? REST_SHARE : 1;
    const char *only = getenv("OKSP_CRAWL_FORMS");

    (void)state;
    count = only != NULL && atoi(only) < count ? atoi(only) : count;
    for (int i = 0; i < count; i++) {
        JudgeForm form = {form_of(rows[i]), rest, PAINT_SHARE, i};
        judge_form(&judge, graph, &form);
        write_report(part);
        print_progress(&form.form, i + 1, count);
    }
    print_visits();
    print_table(count);
    report_print(&judge.report, stdout);
    fflush(stdout);
    assert_int_equal(judge.report.failures, 0);
}

/* ---- planted faults ---------------------------------------------------------------------- */

static bool finds(const Plant *plant)
{
    for (int i = 0; i < judge.rules.count; i++) {
        if (strcmp(judge.rules.faults[i].rule, plant->rule) == 0) {
            return true;
        }
    }
    return false;
}

typedef enum Outcome { OUTCOME_NO_PLACE, OUTCOME_FOUND, OUTCOME_MISSED } Outcome;

/* One screen without and with the fault. The bar's slots are learnt from the good one; a screen
 * that has the fault of its own says nothing about a planted one. */
static Outcome try_on(const Plant *plant, const App *app)
{
    RulesSlots slots = {.count = 0};

    for (int planted = 0; planted < 2; planted++) {
        world_view(&judge.world, app);
        if (planted == 1 && !plant->plant(judge.world.ui)) {
            return OUTCOME_NO_PLACE;
        }
        judge.rules = (Rules){.ui = judge.world.ui, .app = app, .slots = &slots};
        rules_judge(&judge.rules);
        if (plant->in_pixels) {
            pixels_judge(&judge.pixels, &judge.rules);
        }
        if (planted == 0 && finds(plant)) {
            return OUTCOME_NO_PLACE;
        }
    }
    return finds(plant) ? OUTCOME_FOUND : OUTCOME_MISSED;
}

/* Found on each of the first screens that have a place for it; screens that are met one after the
 * other are much alike, so they are looked at with a stride. */
static bool is_found(const Plant *plant)
{
    enum { SCREENS = 5, STRIDE = 7 };
    int found = 0, count = graph_count(graph);

    for (int i = 0; i < STRIDE * count && found < SCREENS; i += STRIDE) {
        Outcome outcome = try_on(plant, graph_state(graph, i % count)->app);
        if (outcome == OUTCOME_MISSED) {
            print_error("%s: missed on %s\n", plant->fault, judge.world.ui->settings.screen);
            return false;
        }
        found += outcome == OUTCOME_FOUND ? 1 : 0;
    }
    return found == SCREENS;
}

static void test_every_planted_fault_is_found(void **state)
{
    int missed = 0;

    (void)state;
    for (int i = 0; i < PLANTS_COUNT; i++) {
        bool found = is_found(&PLANTS[i]);
        print_message("planted: %-44s %s by \"%s\"\n", PLANTS[i].fault,
                      found ? "found" : "NOT FOUND", PLANTS[i].rule);
        missed += found ? 0 : 1;
    }
    assert_int_equal(missed, 0);
}

/* A part of the kiosk is enough: every one of these is met early. */
static bool is_step_found(const PlantStep *plant)
{
    enum { STATES = 400 };
    FormRow plain = {{0}};
    WorldForm base = form_of(plain);
    bool found = false;

    judge.world.spoil = plant->spoil;
    Graph *spoilt = graph_crawl(&judge.world, &base, STATES);
    judge.world.spoil = NULL;
    for (int i = 0; i < graph_fault_count(spoilt); i++) {
        found = found || strcmp(graph_fault(spoilt, i)->rule, plant->rule) == 0;
    }
    graph_free(spoilt);
    return found;
}

static void test_every_planted_fault_of_a_step_is_found(void **state)
{
    int missed = 0;

    (void)state;
    for (int i = 0; i < PLANT_STEPS_COUNT; i++) {
        bool found = is_step_found(&PLANT_STEPS[i]);
        print_message("planted: %-44s %s by \"%s\"\n", PLANT_STEPS[i].fault,
                      found ? "found" : "NOT FOUND", PLANT_STEPS[i].rule);
        missed += found ? 0 : 1;
    }
    assert_int_equal(missed, 0);
}

/* In the largest letters many screens have more than one page. */
static int screens_where_a_page_stays(void)
{
    FormRow largest = {{0, 0, TEXT_SIZE_175, 0, 0}};
    WorldForm form = form_of(largest);
    int found = 0;

    for (int i = 0; i < graph_count(graph); i++) {
        App app = *graph_state(graph, i)->app;
        if (!graph_state(graph, i)->typical || app_place(&app)->page > 0) {
            continue;
        }
        world_wear(&judge.world, &app, &form);
        Offer good = offer_of(&judge.world, &app);
        judge.world.spoil = plants_page_stays;
        Offer bad = offer_of(&judge.world, &app);
        judge.world.spoil = NULL;
        assert_int_equal(good.stuck[0], '\0');
        found += bad.stuck[0] != '\0' && offer_lacks(&bad, &good) != NULL ? 1 : 0;
        offer_free(&good);
        offer_free(&bad);
    }
    return found;
}

static void test_a_page_that_does_not_turn_is_found(void **state)
{
    int found = screens_where_a_page_stays();

    (void)state;
    print_message("planted: %-44s %s on %d states\n", "a page that does not turn",
                  found > 0 ? "found" : "NOT FOUND", found);
    assert_true(found > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_screen_is_reached_from_welcome),
        cmocka_unit_test(test_every_step_keeps_what_it_promises),
        cmocka_unit_test(test_the_pairs_of_forms_are_all_there),
        cmocka_unit_test(test_every_planted_fault_is_found),
        cmocka_unit_test(test_every_planted_fault_of_a_step_is_found),
        cmocka_unit_test(test_a_page_that_does_not_turn_is_found),
        cmocka_unit_test(test_every_state_keeps_the_rules_in_every_form),
        cmocka_unit_test(test_every_kind_of_action_is_offered_somewhere),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
