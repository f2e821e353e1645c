/* main.c - oksp-pack: build, check, sign, verify and compare content. Owns the exit code:
 * 0 fine, 1 the content has problems, 2 wrong use or an operating error. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "build.h"
#include "log.h"

enum { EXIT_PROBLEMS = 1, EXIT_USE = 2 };

typedef struct Arguments {
    const char *command, *path;
    const char *region, *today;
    BuildOptions build;
} Arguments;

static int usage(void)
{
    fputs("usage: oksp-pack build DIR -o FILE [--fallback FILE] [--region FILE] [--seq N]\n"
          "                 [--org ID] [--built DATE]\n"
          "       oksp-pack check DIR [--region FILE]\n",
          stderr);
    return EXIT_USE;
}

static bool take_option(Arguments *arguments, const char *name, const char *value)
{
    int64_t seq = 0;
    if (strcmp(name, "-o") == 0) {
        arguments->build.output = value;
    } else if (strcmp(name, "--fallback") == 0) {
        arguments->build.fallback = value;
    } else if (strcmp(name, "--region") == 0) {
        arguments->region = value;
    } else if (strcmp(name, "--org") == 0) {
        arguments->build.org = value;
    } else if (strcmp(name, "--built") == 0) {
        arguments->build.built = value;
    } else if (strcmp(name, "--seq") == 0 && str_to_int(str_of(value), 1, INT64_MAX, &seq)) {
        arguments->build.seq = seq;
    } else {
        return false;
    }
    return true;
}

static bool parse(int count, char **words, Arguments *arguments)
{
    *arguments = (Arguments){.build.seq = 1};
    if (count < 3) {
        return false;
    }
    arguments->command = words[1];
    arguments->path = words[2];
    for (int i = 3; i < count; i += 2) {
        if (i + 1 == count || !take_option(arguments, words[i], words[i + 1])) {
            return false;
        }
    }
    return true;
}

static void print_counts(const Source *source, const Problems *problems, FILE *out)
{
    fprintf(out, "%d languages, %d topics, %d hard words, %d facts; %d structural problems\n",
            source->language_count, source->topic_count, source->word_count, source->fact_count,
            problems->levels[RULE_LEVEL_STRUCTURE]);
}

static int run_build(const Arguments *arguments, Problems *problems)
{
    Source *source = source_open(arguments->path, arguments->region, problems);
    if (source == NULL) {
        return EXIT_USE;
    }
    build_check(source);
    problem_sort(problems);
    problem_print(problems, RULE_LEVEL_STRUCTURE, stderr);
    print_counts(source, problems, stdout);
    int code = problems->levels[RULE_LEVEL_STRUCTURE] > 0 ? EXIT_PROBLEMS : EXIT_SUCCESS;
    Err err = {0};
    if (code == EXIT_SUCCESS && !build_write(source, &arguments->build, &err)) {
        log_error("pack.build", &err);
        code = EXIT_USE;
    }
    source_close(source);
    return code;
}

int main(int count, char **words)
{
    Arguments arguments;
    log_start("pack");
    if (!parse(count, words, &arguments)) {
        return usage();
    }
    Problems *problems = calloc(1, sizeof *problems);
    if (problems == NULL) {
        return EXIT_USE;
    }
    int code = EXIT_USE;
    if (strcmp(arguments.command, "build") == 0) {
        code = run_build(&arguments, problems);
    } else {
        code = usage();
    }
    problem_free(problems);
    free(problems);
    return code;
}
