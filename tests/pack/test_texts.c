/* test_texts.c - ten good and ten bad texts per audience, written for the purpose: every good one
 * passes all rules, every bad one is refused by the rule and on the line of texts/bad.tsv. */
#include "cmocka_first.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "lint.h"
#include "tree.h"

#define FIXTURES OKSP_SOURCE_DIR "/tests/pack/fixtures"

enum { TEXTS = 10, FILE_BYTES_MAX = 64 * 1024, NAME_BYTES_MAX = 64 };

/* A tree with all texts of a kind as topics parent-01 ... youth-10, each in a list of its audience:
 * judged at once, because the dictionary is slow to open. */
static Tree tree;

static void add_text(const char *audience, const char *kind, int number, FILE *lists)
{
    char path[TREE_PATH_BYTES_MAX];
    char target[NAME_BYTES_MAX * 2];
    size_t size = 0;
    snprintf(path, sizeof path, FIXTURES "/texts/%s/%s/%02d.md", audience, kind, number);
    snprintf(target, sizeof target, "nl/%s/%s-%02d.md", audience, audience, number);
    char *text = file_read(path, FILE_BYTES_MAX, &size, NULL);
    assert_non_null(text);
    tree_write(&tree, target, text);
    free(text);
    fprintf(lists, "    - {id: t%02d, topic: %s-%02d}\n", number, audience, number);
}

static FILE *append(const char *relative)
{
    char path[TREE_PATH_BYTES_MAX * 2];
    snprintf(path, sizeof path, "%s/%s", tree.path, relative);
    FILE *file = fopen(path, "ab");
    assert_non_null(file);
    return file;
}

static void judge(const char *kind)
{
    tree = tree_make();
    FILE *lists = append("topics.yaml");
    FILE *labels = append("nl/tree.yaml");
    for (int audience = 0; audience < AUDIENCE_COUNT; audience++) {
        const char *name = source_audience((Audience)audience);
        fprintf(lists, "  lijst-%s:\n", name);
        for (int i = 1; i <= TEXTS; i++) {
            add_text(name, kind, i, lists);
            fprintf(labels, "lijst-%s.t%02d: Een tekst\n", name, i);
        }
    }
    fclose(lists);
    fclose(labels);
    tree_open(&tree);
    LintOptions options = {.assets = FIXTURES "/assets",
                           .today = {2026, 11, 21},
                           .dictionary = "/usr/share/hunspell/nl_NL"};
    lint_all(tree.source, &options);
    problem_sort(tree.problems);
}

static void test_every_good_text_passes(void **state)
{
    (void)state;
    judge("good");
    problem_print(tree.problems, RULE_LEVEL_ERROR, stdout);
    assert_int_equal(tree.source->topic_count, TEXTS * AUDIENCE_COUNT + 5);
    assert_int_equal(tree.problems->levels[RULE_LEVEL_STRUCTURE], 0);
    assert_int_equal(tree.problems->levels[RULE_LEVEL_ERROR], 0);
    tree_free(&tree);
}

/* Is there a problem of that code at that line of a text? */
static bool has(const char *file, int line, Str code)
{
    for (int i = 0; i < tree.problems->count; i++) {
        const Problem *problem = &tree.problems->list[i];
        if (problem->at.line == line && str_ends_with(str_of(problem->at.file), str_of(file)) &&
            str_equal(code, str_of(problem_code(problem->rule)))) {
            return true;
        }
    }
    return false;
}

/* "parent/bad/03.md <tab> 1 <tab> readability" */
static int judge_row(Str row)
{
    Str path = str_cut(&row, '\t');
    char audience[NAME_BYTES_MAX];
    int64_t line = 0;
    int64_t number = 0;
    assert_true(str_copy(str_cut(&path, '/'), audience, sizeof audience));
    str_cut(&path, '/');
    assert_true(str_to_int(str_cut(&path, '.'), 1, TEXTS, &number));
    assert_true(str_to_int(str_cut(&row, '\t'), 0, INT32_MAX, &line));
    char file[NAME_BYTES_MAX * 3];
    snprintf(file, sizeof file, "/nl/%s/%s-%02d.md", audience, audience, (int)number);
    bool right = has(file, (int)line, row);
    if (!right) {
        print_message("%s: no %.*s at line %d\n", file, (int)row.size, row.data, (int)line);
    }
    return !right;
}

static void test_every_bad_text_is_refused_for_its_reason(void **state)
{
    (void)state;
    size_t size = 0;
    char *text = file_read(FIXTURES "/texts/bad.tsv", FILE_BYTES_MAX, &size, NULL);
    assert_non_null(text);
    judge("bad");
    Str rest = {text, size};
    int rows = 0;
    int wrong = 0;
    while (rest.size > 0) {
        Str row = str_cut(&rest, '\n');
        if (row.size > 0 && row.data[0] != '#') {
            rows++;
            wrong += judge_row(row);
        }
    }
    if (wrong > 0) {
        problem_print(tree.problems, RULE_LEVEL_ERROR, stdout);
    }
    free(text);
    tree_free(&tree);
    assert_int_equal(rows, TEXTS * AUDIENCE_COUNT);
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_good_text_passes),
        cmocka_unit_test(test_every_bad_text_is_refused_for_its_reason),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
