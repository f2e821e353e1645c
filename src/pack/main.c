/* main.c - oksp-pack: build, check, sign, verify and compare content. Owns the exit code:
 * 0 fine, 1 the content has problems, 2 wrong use or an operating error. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "build.h"
#include "diff.h"
#include "lint.h"
#include "lint_facts.h"
#include "log.h"
#include "report.h"
#include "sign.h"

enum { EXIT_PROBLEMS = 1, EXIT_USE = 2 };

#define DICTIONARY "/usr/share/hunspell/nl_NL"

typedef struct Arguments {
    const char *command, *path;
    const char *second; /* of sign, verify and diff */
    const char *region, *assets, *password_file;
    Date today;
    bool due, coverage, notes;
    BuildOptions build;
} Arguments;

static int usage(void)
{
    fputs("usage: oksp-pack build DIR -o FILE [--fallback FILE] [--region FILE] [--seq N]\n"
          "                 [--org ID] [--built DATE] [--draft]\n"
          "       oksp-pack check DIR [--due] [--coverage] [--notes] [--region FILE]\n"
          "                 [--assets DIR] [--today DATE]\n"
          "       oksp-pack sign KEY FILE [--password-file FILE]\n"
          "       oksp-pack verify PUBLIC-KEY FILE\n"
          "       oksp-pack diff OLD NEW\n",
          stderr);
    return EXIT_USE;
}

/* ---- arguments --------------------------------------------------------------------------- */

static bool take_flag(Arguments *arguments, const char *name)
{
    arguments->due = arguments->due || strcmp(name, "--due") == 0;
    arguments->coverage = arguments->coverage || strcmp(name, "--coverage") == 0;
    arguments->notes = arguments->notes || strcmp(name, "--notes") == 0;
    arguments->build.draft = arguments->build.draft || strcmp(name, "--draft") == 0;
    return strcmp(name, "--draft") == 0 || strcmp(name, "--due") == 0 ||
           strcmp(name, "--coverage") == 0 || strcmp(name, "--notes") == 0;
}

static bool take_option(Arguments *arguments, const char *name, const char *value)
{
    BuildOptions *build = &arguments->build;
    const struct {
        const char *name;
        const char **field;
    } texts[] = {{"-o", &build->output},
                 {"--fallback", &build->fallback},
                 {"--region", &arguments->region},
                 {"--assets", &arguments->assets},
                 {"--password-file", &arguments->password_file},
                 {"--org", &build->org},
                 {"--built", &build->built}};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        if (strcmp(name, texts[i].name) == 0) {
            *texts[i].field = value;
            return true;
        }
    }
    if (strcmp(name, "--today") == 0) {
        return when_parse(str_of(value), &arguments->today);
    }
    return strcmp(name, "--seq") == 0 && str_to_int(str_of(value), 1, INT64_MAX, &build->seq);
}

static bool parse(int count, char **words, Arguments *arguments)
{
    *arguments = (Arguments){.build.seq = 1};
    if (count < 3) {
        return false;
    }
    arguments->command = words[1];
    arguments->path = words[2];
    for (int i = 3; i < count; i++) {
        if (i == 3 && words[i][0] != '-') {
            arguments->second = words[i];
            continue;
        }
        if (take_flag(arguments, words[i])) {
            continue;
        }
        if (i + 1 == count || !take_option(arguments, words[i], words[i + 1])) {
            return false;
        }
        i++;
    }
    return true;
}

static Date today(const Arguments *arguments)
{
    struct timespec now;
    if (arguments->today.year != 0) {
        return arguments->today;
    }
    clock_gettime(CLOCK_REALTIME, &now);
    return when_local(now.tv_sec).date;
}

/* In a draft a text may still be missing; nothing else may. */
static int count_fatal(const Problems *problems, bool draft)
{
    int missing = 0;
    for (int i = 0; draft && i < problems->count; i++) {
        Rule rule = problems->list[i].rule;
        missing += rule == RULE_TEXT_MISSING || rule == RULE_FALLBACK;
    }
    return problems->levels[RULE_LEVEL_STRUCTURE] - missing;
}

/* ---- commands ---------------------------------------------------------------------------- */

static int run_build(const Arguments *arguments, Source *source, Problems *problems)
{
    build_check(source);
    problem_sort(problems);
    problem_print(problems, RULE_LEVEL_STRUCTURE, stderr);
    report_counts(source, problems, stdout);
    if (count_fatal(problems, arguments->build.draft) > 0) {
        return EXIT_PROBLEMS;
    }
    Err err = {0};
    if (!build_write(source, &arguments->build, &err)) {
        log_error("pack.build", &err);
        return EXIT_USE;
    }
    return EXIT_SUCCESS;
}

/* What overflows is seen only in a pack: a temporary one, when the source can be built. */
static bool build_temporary(Source *source, const Problems *problems, char *path)
{
    int file = count_fatal(problems, true) == 0 ? mkstemp(path) : -1;
    if (file < 0) {
        return false;
    }
    close(file);
    BuildOptions build = {.output = path, .seq = 1};
    Err err = {0};
    if (!build_write(source, &build, &err)) {
        log_error("pack.build", &err);
        unlink(path);
        return false;
    }
    return true;
}

static void judge(const Arguments *arguments, Source *source, Problems *problems, Date day)
{
    const char *assets = arguments->assets != NULL
                             ? arguments->assets
                             : source_format(source, "%s/../assets", source->root);
    const char *temporary = getenv("TMPDIR") == NULL ? "/tmp" : getenv("TMPDIR");
    char pack[SIGN_PATH_BYTES_MAX];
    snprintf(pack, sizeof pack, "%s/oksp-pack-XXXXXX", temporary);
    build_check(source);
    bool built = build_temporary(source, problems, pack);
    LintOptions options = {.assets = assets,
                           .today = day,
                           .fonts = source_format(source, "%s/fonts", assets),
                           .pack = built ? pack : NULL,
                           .dictionary = DICTIONARY};
    lint_all(source, &options);
    if (built) {
        unlink(pack);
    }
}

static int run_check(const Arguments *arguments, Source *source, Problems *problems)
{
    Date day = today(arguments);
    judge(arguments, source, problems, day);
    problem_sort(problems);
    problem_print(problems, arguments->notes ? RULE_LEVEL_NOTE : RULE_LEVEL_ERROR, stdout);
    if (arguments->due) {
        lint_facts_print_due(source, day, stdout);
    }
    if (arguments->coverage) {
        report_coverage(source, stdout);
    }
    report_counts(source, problems, stdout);
    printf("%d facts due on this day\n", lint_facts_due(source, day));
    bool clean = problems->levels[RULE_LEVEL_STRUCTURE] + problems->levels[RULE_LEVEL_ERROR] == 0;
    return clean ? EXIT_SUCCESS : EXIT_PROBLEMS;
}

static int run_content(const Arguments *arguments, bool build)
{
    Problems *problems = calloc(1, sizeof *problems);
    Source *source =
        problems == NULL ? NULL : source_open(arguments->path, arguments->region, problems);
    int code = EXIT_USE;
    if (source != NULL) {
        code =
            build ? run_build(arguments, source, problems) : run_check(arguments, source, problems);
        source_close(source);
        problem_free(problems);
    }
    free(problems);
    return code;
}

/* sign, verify and diff, on files that are built. */
static int run_files(const Arguments *arguments)
{
    Err err = {0};
    bool ok = false;
    int changes = 0;
    if (strcmp(arguments->command, "sign") == 0) {
        ok = sign_pack(arguments->path, arguments->password_file, arguments->second, &err);
    } else if (strcmp(arguments->command, "verify") == 0) {
        ok = sign_verify(arguments->path, arguments->second, stdout, &err);
    } else if (strcmp(arguments->command, "diff") == 0) {
        changes = diff_packs(arguments->path, arguments->second, stdout, &err);
        ok = changes >= 0;
        if (ok) {
            printf("%d texts differ\n", changes);
        }
    } else {
        return usage();
    }
    if (!ok) {
        log_error("pack.failed", &err);
        return EXIT_PROBLEMS;
    }
    return changes > 0 ? EXIT_PROBLEMS : EXIT_SUCCESS;
}

int main(int count, char **words)
{
    Arguments arguments;
    log_start("pack");
    if (!parse(count, words, &arguments)) {
        return usage();
    }
    bool build = strcmp(arguments.command, "build") == 0;
    if (build || strcmp(arguments.command, "check") == 0) {
        return arguments.second == NULL ? run_content(&arguments, build) : usage();
    }
    return arguments.second != NULL ? run_files(&arguments) : usage();
}
