/* test_rules.c - each rule of rule.def against its fixtures: rules/<code>/bad breaks it at the file
 * and line of expect.txt, rules/<code>/good keeps it. edit.txt removes files or cuts lines. */
#include "cmocka_first.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "file.h"
#include "lint.h"
#include "tree.h"

#define FIXTURES OKSP_SOURCE_DIR "/tests/pack/fixtures"

enum { LINES_BYTES_MAX = 64 * 1024, WORDS_BYTES_MAX = 256 };

static const LintOptions options = {
    .assets = FIXTURES "/assets",
    .today = {2026, 11, 21},
    .dictionary = "/usr/share/hunspell/nl_NL",
};

/* ---- preparing a tree -------------------------------------------------------------------------
 */

static char *read_optional(const char *folder, const char *name, size_t *size)
{
    char path[TREE_PATH_BYTES_MAX];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    *size = 0;
    return access(path, R_OK) == 0 ? file_read(path, LINES_BYTES_MAX, size, NULL) : NULL;
}

/* Every line of a file that starts with `prefix` goes. */
static void cut_lines(Tree *tree, const char *relative, Str prefix)
{
    char path[TREE_PATH_BYTES_MAX * 2];
    snprintf(path, sizeof path, "%s/%s", tree->path, relative);
    size_t size = 0;
    char *text = file_read(path, LINES_BYTES_MAX, &size, NULL);
    assert_non_null(text);
    FILE *out = fopen(path, "wb");
    assert_non_null(out);
    Str rest = {text, size};
    while (rest.size > 0) {
        Str line = str_cut(&rest, '\n');
        if (!str_starts_with(line, prefix)) {
            fprintf(out, "%.*s\n", (int)line.size, line.data);
        }
    }
    fclose(out);
    free(text);
}

static void apply_edits(Tree *tree, const char *folder)
{
    size_t size = 0;
    char *text = read_optional(folder, "edit.txt", &size);
    Str rest = {text, size};
    while (rest.size > 0) {
        Str line = str_cut(&rest, '\n');
        Str command = str_cut(&line, ' ');
        char relative[WORDS_BYTES_MAX];
        assert_true(str_copy(str_cut(&line, ' '), relative, sizeof relative));
        if (str_equal(command, STR("remove"))) {
            tree_remove(tree, relative);
        } else {
            cut_lines(tree, relative, line);
        }
    }
    free(text);
}

/* The dictionary and the fonts are opened for the rules that need them: a tenth of a second, ninety
 * times. */
static Tree judged_tree(const char *folder, Rule rule)
{
    LintOptions chosen = options;
    chosen.dictionary = rule == RULE_SPELLING ? options.dictionary : NULL;
    Tree tree = tree_make();
    tree_overlay(&tree, folder);
    tree_fill_ui(&tree);
    apply_edits(&tree, folder);
    bool fonts = rule == RULE_GLYPH || rule == RULE_OVERFLOW;
    chosen.fonts = fonts ? OKSP_SOURCE_DIR "/assets/fonts" : NULL;
    if (rule == RULE_OVERFLOW) {
        assert_true(tree_build(&tree));
        chosen.pack = tree.pack;
    } else {
        tree_open(&tree);
    }
    lint_all(tree.source, &chosen);
    problem_sort(tree.problems);
    return tree;
}

/* ---- judging ------------------------------------------------------------------------------------
 */

static void problem_line(const Tree *tree, const Problem *problem, char *out, size_t out_bytes)
{
    const char *file = problem->at.file;
    size_t root = strlen(tree->path);
    if (strncmp(file, tree->path, root) == 0 && file[root] == '/') {
        file += root + 1;
    }
    snprintf(out, out_bytes, "%s:%d: %s", file, problem->at.line, problem_code(problem->rule));
}

static bool is_expected(Str expected, const char *line)
{
    while (expected.size > 0) {
        if (str_equal(str_cut(&expected, '\n'), str_of(line))) {
            return true;
        }
    }
    return false;
}

static bool is_also(Str expected, const char *code)
{
    while (expected.size > 0) {
        Str line = str_cut(&expected, '\n');
        bool also = str_equal(str_cut(&line, ' '), STR("also"));
        while (also && line.size > 0) {
            if (str_equal(str_cut(&line, ' '), str_of(code))) {
                return true;
            }
        }
    }
    return false;
}

/* "ignore nl/ui.yaml": what the base says there is no part of this fixture. */
static bool is_ignored(Str expected, const char *problem)
{
    while (expected.size > 0) {
        Str line = str_cut(&expected, '\n');
        bool ignore = str_equal(str_cut(&line, ' '), STR("ignore"));
        if (ignore && str_starts_with(str_of(problem), line)) {
            return true;
        }
    }
    return false;
}

static bool was_found(const Tree *tree, Str wanted)
{
    for (int i = 0; i < tree->problems->count; i++) {
        char line[TREE_PATH_BYTES_MAX];
        problem_line(tree, &tree->problems->list[i], line, sizeof line);
        if (str_equal(wanted, str_of(line))) {
            return true;
        }
    }
    return false;
}

/* How many problems were found that should not be, or not found that should. */
static int wrongs(const Tree *tree, Str expected, Rule rule)
{
    int wrong = 0;
    for (int i = 0; i < tree->problems->count; i++) {
        const Problem *problem = &tree->problems->list[i];
        char line[TREE_PATH_BYTES_MAX];
        problem_line(tree, problem, line, sizeof line);
        bool note = problem_level(problem->rule) == RULE_LEVEL_NOTE;
        bool allowed = note || is_expected(expected, line) || is_ignored(expected, line) ||
                       (problem->rule != rule && is_also(expected, problem_code(problem->rule)));
        if (!allowed) {
            print_message("    unexpected %s: %s\n", line, problem->text);
            wrong++;
        }
    }
    while (expected.size > 0) {
        Str line = str_cut(&expected, '\n');
        bool not = str_starts_with(line, STR("not "));
        Str wanted = not ? (Str){line.data + 4, line.size - 4} : line;
        bool remark = str_starts_with(line, STR("also ")) || str_starts_with(line, STR("ignore "));
        if (!remark && was_found(tree, wanted) == not ) {
            print_message("    %s %.*s\n", not ? "found" : "missed", (int)wanted.size, wanted.data);
            wrong++;
        }
    }
    return wrong;
}

static int judge(Rule rule, const char *kind)
{
    char folder[TREE_PATH_BYTES_MAX];
    snprintf(folder, sizeof folder, FIXTURES "/rules/%s/%s", problem_code(rule), kind);
    if (access(folder, R_OK) != 0) {
        print_message("  %s has no fixture %s\n", problem_code(rule), kind);
        return 1;
    }
    size_t size = 0;
    char *text = read_optional(folder, "expect.txt", &size);
    Tree tree = judged_tree(folder, rule);
    int wrong = wrongs(&tree, (Str){text, size}, rule);
    print_message("  %-20s %-5s %s\n", problem_code(rule), kind, wrong == 0 ? "ok" : "WRONG");
    wrong += strcmp(kind, "bad") == 0 && size == 0;
    tree_free(&tree);
    free(text);
    return wrong;
}

static void test_every_rule_fails_its_bad_fixture_at_the_right_line(void **state)
{
    (void)state;
    int wrong = 0;
    for (int rule = 0; rule < RULE_COUNT; rule++) {
        wrong += judge((Rule)rule, "bad");
    }
    assert_int_equal(wrong, 0);
}

static void test_every_rule_passes_its_good_fixture(void **state)
{
    (void)state;
    int wrong = 0;
    for (int rule = 0; rule < RULE_COUNT; rule++) {
        wrong += judge((Rule)rule, "good");
    }
    assert_int_equal(wrong, 0);
}

static void test_the_base_is_clean(void **state)
{
    (void)state;
    Tree tree = tree_make();
    tree_open(&tree);
    lint_all(tree.source, &options);
    problem_print(tree.problems, RULE_LEVEL_ERROR, stdout);
    assert_int_equal(tree.problems->levels[RULE_LEVEL_STRUCTURE], 0);
    assert_int_equal(tree.problems->levels[RULE_LEVEL_ERROR], 0);
    tree_free(&tree);
}

static void test_no_fixture_is_for_a_rule_that_is_gone(void **state)
{
    (void)state;
    DIR *folder = opendir(FIXTURES "/rules");
    assert_non_null(folder);
    for (struct dirent *entry = readdir(folder); entry != NULL; entry = readdir(folder)) {
        bool known = entry->d_name[0] == '.';
        for (int rule = 0; rule < RULE_COUNT && !known; rule++) {
            known = strcmp(entry->d_name, problem_code((Rule)rule)) == 0;
        }
        if (!known) {
            print_message("%s\n", entry->d_name);
        }
        assert_true(known);
    }
    closedir(folder);
}

static void test_the_guide_names_every_rule(void **state)
{
    (void)state;
    size_t size = 0;
    char *text = file_read(OKSP_SOURCE_DIR "/docs/content.md", LINES_BYTES_MAX, &size, NULL);
    assert_non_null(text);
    int missing = 0;
    for (int rule = 0; rule < RULE_COUNT; rule++) {
        char row[WORDS_BYTES_MAX];
        snprintf(row, sizeof row, "| `%s` |", problem_code((Rule)rule));
        if (strstr(text, row) == NULL) {
            print_message("docs/content.md lacks %s\n", row);
            missing++;
        }
    }
    free(text);
    assert_int_equal(missing, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_base_is_clean),
        cmocka_unit_test(test_every_rule_fails_its_bad_fixture_at_the_right_line),
        cmocka_unit_test(test_every_rule_passes_its_good_fixture),
        cmocka_unit_test(test_no_fixture_is_for_a_rule_that_is_gone),
        cmocka_unit_test(test_the_guide_names_every_rule),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
