/* test_crawl.c - from welcome, every action of every screen; then every state in every form.
 * Prints what was done as a table, and every failure as a line that a person can work with.
 * With OKSP_TEST_ALL set (scripts/test --all) every form there is, else every pair of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "judge.h"

static Judge judge;
static Graph *graph;

static int open_all(void **state)
{
    FormRow plain = {{0}};
    WorldForm base = form_of(plain);

    (void)state;
    judge_open(&judge);
    graph = graph_crawl(&judge.world, &base);
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

static void print_table(int forms)
{
    int judged = 0;

    for (int i = 0; i < graph_count(graph); i++) {
        judged += graph_state(graph, i)->judged ? 1 : 0;
    }
    print_message("screens   %7d of %d\n", SCREEN_COUNT, SCREEN_COUNT);
    print_message("states    %7d (%d looks), %d steps\n", graph_count(graph), judged,
                  graph_steps(graph));
    print_message("forms     %7d\n", forms);
    print_message("judged    %7ld screens, %ld of them painted\n", judge.screens, judge.painted);
    print_message("assertions %10ld\n", judge.asserted + graph_asserted(graph));
    print_message("failures  %7ld in %d groups\n", judge.report.failures, judge.report.count);
}

/* Painting costs more than judging: by default each form paints another share of the states. */
static void test_every_state_keeps_the_rules_in_every_form(void **state)
{
    FormRow rows[FORM_ROWS_MAX];
    bool all = getenv("OKSP_TEST_ALL") != NULL;
    int count = all ? form_all(rows) : form_pairs(rows);
    const char *only = getenv("OKSP_CRAWL_FORMS");

    (void)state;
    count = only != NULL && atoi(only) < count ? atoi(only) : count;
    for (int i = 0; i < count; i++) {
        JudgeForm form = {form_of(rows[i]), count, i};
        judge_form(&judge, graph, &form);
    }
    print_table(count);
    report_print(&judge.report, stdout);
    fflush(stdout);
    assert_int_equal(judge.report.failures, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_screen_is_reached_from_welcome),
        cmocka_unit_test(test_every_step_keeps_what_it_promises),
        cmocka_unit_test(test_the_pairs_of_forms_are_all_there),
        cmocka_unit_test(test_every_state_keeps_the_rules_in_every_form),
        cmocka_unit_test(test_every_kind_of_action_is_offered_somewhere),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
