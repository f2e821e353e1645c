/* test_build.c - what the compiler writes: the same bytes every time, signatures that minisign
 * takes, differences that an editor can read, tables of facts and coverage. */
#include "cmocka_first.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "build.h"
#include "diff.h"
#include "file.h"
#include "lint_facts.h"
#include "report.h"
#include "sign.h"
#include "tree.h"

enum { PACK_BYTES_MAX = 16 * 1024 * 1024, PATH_BYTES_MAX = TREE_PATH_BYTES_MAX + 64 };

/* Run a program to its end; its exit code. */
static int run(const char *const words[])
{
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        freopen("/dev/null", "w", stdout);
        freopen("/dev/null", "w", stderr);
        execvp(words[0], (char *const *)words);
        _exit(127);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static bool same_bytes(const char *first, const char *second)
{
    size_t first_size = 0;
    size_t second_size = 0;
    char *a = file_read(first, PACK_BYTES_MAX, &first_size, NULL);
    char *b = file_read(second, PACK_BYTES_MAX, &second_size, NULL);
    assert_non_null(a);
    assert_non_null(b);
    bool same = first_size == second_size && memcmp(a, b, first_size) == 0;
    free(a);
    free(b);
    return same;
}

static void test_the_same_source_gives_the_same_bytes(void **state)
{
    (void)state;
    Tree first = tree_make();
    Tree second = tree_make();
    assert_true(tree_build(&first));
    setenv("LC_ALL", "nl_NL.UTF-8", 1);
    setenv("TZ", "Pacific/Kiritimati", 1);
    assert_true(tree_build(&second));
    assert_true(same_bytes(first.pack, second.pack));
    assert_true(same_bytes(first.fallback, second.fallback));
    assert_false(same_bytes(first.pack, first.fallback));
    tree_free(&first);
    tree_free(&second);
}

static void test_another_region_replaces_the_example(void **state)
{
    (void)state;
    Tree tree = tree_make();
    char region[PATH_BYTES_MAX];
    Err err = {0};
    assert_true(tree_build(&tree));
    snprintf(region, sizeof region, "%s/elders.yaml", tree.path);
    size_t size = 0;
    char *text = file_read(OKSP_SOURCE_DIR "/tests/pack/fixtures/base/region.yaml", PACK_BYTES_MAX,
                           &size, NULL);
    assert_non_null(text);
    tree_write(&tree, "elders.yaml", text);
    free(text);
    tree_change(&tree, "elders.yaml", "06-11122233", "06-99988877");
    source_close(tree.source);
    tree.source = source_open(tree.path, region, tree.problems);
    build_check(tree.source);
    assert_int_equal(tree.problems->levels[RULE_LEVEL_STRUCTURE], 0);
    BuildOptions options = {.output = tree.pack, .seq = 1};
    assert_true(build_write(tree.source, &options, &err));
    Content *content = content_open(tree.pack, &err);
    assert_non_null(content);
    assert_string_equal(content_region(content)->phone.data, "06-99988877");
    content_close(content);
    tree_free(&tree);
}

static void test_one_changed_letter_changes_the_pack(void **state)
{
    (void)state;
    Tree first = tree_make();
    Tree second = tree_make();
    tree_change(&second, "nl/parent/plan.md", "U zegt ja of nee.", "U zegt ja of nee!");
    assert_true(tree_build(&first));
    assert_true(tree_build(&second));
    assert_false(same_bytes(first.pack, second.pack));
    tree_free(&first);
    tree_free(&second);
}

static void test_a_draft_shows_the_key_and_a_release_does_not_build(void **state)
{
    (void)state;
    Tree tree = tree_make();
    tree_change(&tree, "nl/ui.yaml", "\nbar.back:", "\nbar.anders:");
    assert_false(tree_build(&tree));
    assert_true(tree.problems->levels[RULE_LEVEL_STRUCTURE] > 0);
    BuildOptions options = {.output = tree.pack, .seq = 1, .draft = true};
    Err err = {0};
    assert_true(build_write(tree.source, &options, &err));
    Content *content = content_open(tree.pack, &err);
    assert_non_null(content);
    assert_string_equal(content_text(content, LANGUAGE_DUTCH, TEXT_BAR_BACK).data, "bar.back");
    content_close(content);
    tree_free(&tree);
}

static void test_a_signature_holds_for_us_and_for_minisign(void **state)
{
    (void)state;
    Tree tree = tree_make();
    char key[PATH_BYTES_MAX];
    char public_key[PATH_BYTES_MAX];
    Err err = {0};
    assert_true(tree_build(&tree));
    snprintf(key, sizeof key, "%s/k.key", tree.path);
    snprintf(public_key, sizeof public_key, "%s/k.pub", tree.path);
    const char *make[] = {"minisign", "-G", "-W", "-f", "-p", public_key, "-s", key, NULL};
    assert_int_equal(run(make), 0);
    assert_true(sign_pack(key, NULL, tree.pack, &err));
    const char *check_it[] = {"minisign", "-V", "-p", public_key, "-m", tree.pack, NULL};
    assert_int_equal(run(check_it), 0);
    FILE *out = tmpfile();
    char comment[128] = "";
    assert_true(sign_verify(public_key, tree.pack, out, &err));
    rewind(out);
    assert_non_null(fgets(comment, sizeof comment, out));
    assert_string_equal(comment, "good signature: oksp-pack seq=7 org=proef\n");
    fclose(out);
    FILE *pack = fopen(tree.pack, "r+b");
    fseek(pack, -1, SEEK_END);
    fputc('x', pack);
    fclose(pack);
    assert_false(sign_verify(public_key, tree.pack, stdout, &err));
    assert_string_equal(err.code, "sign.bad");
    assert_int_not_equal(run(check_it), 0);
    tree_free(&tree);
}

static void test_what_the_kiosk_would_refuse_is_not_signed(void **state)
{
    (void)state;
    Tree tree = tree_make();
    char key[PATH_BYTES_MAX];
    char public_key[PATH_BYTES_MAX];
    char other[PATH_BYTES_MAX];
    Err err = {0};
    snprintf(key, sizeof key, "%s/k.key", tree.path);
    snprintf(public_key, sizeof public_key, "%s/k.pub", tree.path);
    snprintf(other, sizeof other, "%s/topics.yaml", tree.path);
    const char *make[] = {"minisign", "-G", "-W", "-f", "-p", public_key, "-s", key, NULL};
    assert_int_equal(run(make), 0);
    assert_false(sign_pack(key, NULL, other, &err));
    assert_string_equal(err.code, "pack.damaged");
    err_clear(&err);
    assert_false(sign_pack(other, NULL, other, &err));
    assert_true(err_is_set(&err));
    tree_free(&tree);
}

/* Everything a FILE printer printed. */
static char *printed(FILE *out)
{
    long size = ftell(out);
    char *text = calloc(1, (size_t)size + 1);
    assert_non_null(text);
    rewind(out);
    assert_int_equal(fread(text, 1, (size_t)size, out), size);
    fclose(out);
    return text;
}

static void test_a_difference_names_the_text(void **state)
{
    (void)state;
    Tree first = tree_make();
    Tree second = tree_make();
    Err err = {0};
    tree_change(&second, "nl/parent/plan.md", "U zegt ja of nee.", "U zegt ja.");
    tree_change(&second, "nl/tree.yaml", "brieven.plan: Plan", "brieven.plan: OPP");
    tree_remove(&second, "nl/words.txt");
    assert_true(tree_build(&first));
    assert_true(tree_build(&second));
    FILE *out = tmpfile();
    assert_int_equal(diff_packs(first.pack, second.pack, out, &err), 2);
    char *text = printed(out);
    assert_non_null(strstr(text, "~ nl/parent/plan kort 02: U zegt ja of nee. -> U zegt ja.\n"));
    assert_non_null(strstr(text, "~ nl/tree brieven.plan: Plan -> OPP\n"));
    free(text);
    out = tmpfile();
    assert_int_equal(diff_packs(first.pack, first.pack, out, &err), 0);
    fclose(out);
    tree_free(&first);
    tree_free(&second);
}

static void test_the_tables_say_what_is_due_and_what_is_missing(void **state)
{
    (void)state;
    Tree tree = tree_make();
    tree_open(&tree);
    FILE *out = tmpfile();
    lint_facts_print_due(tree.source, (Date){2027, 3, 1}, out);
    report_coverage(tree.source, out);
    char *text = printed(out);
    print_message("%s", text);
    const char *first = strstr(text, "2027-02-01 OVERDUE sure    alarm");
    const char *last = strstr(text, "2027-11-01         sure    plan-termijn");
    assert_true(first != NULL && last != NULL && first < last);
    assert_non_null(strstr(text, "3 facts, 2 overdue"));
    assert_non_null(strstr(text, "    1 of   5     1 of   2     0 of   1  nobody"));
    assert_non_null(strstr(text, "Redactie"));
    free(text);
    tree_free(&tree);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_same_source_gives_the_same_bytes),
        cmocka_unit_test(test_another_region_replaces_the_example),
        cmocka_unit_test(test_one_changed_letter_changes_the_pack),
        cmocka_unit_test(test_a_draft_shows_the_key_and_a_release_does_not_build),
        cmocka_unit_test(test_a_signature_holds_for_us_and_for_minisign),
        cmocka_unit_test(test_what_the_kiosk_would_refuse_is_not_signed),
        cmocka_unit_test(test_a_difference_names_the_text),
        cmocka_unit_test(test_the_tables_say_what_is_due_and_what_is_missing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
