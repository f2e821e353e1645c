/* problem.h - what is wrong with the content, with file and line. Owns the list of problems. */
#ifndef OKSP_PROBLEM_H
#define OKSP_PROBLEM_H

#include <stdbool.h>
#include <stdio.h>

#include "arena.h"
#include "str.h"

enum { PROBLEMS_MAX = 5000, PROBLEM_TEXT_BYTES_MAX = 400 };

typedef enum Rule {
#define RULE(name, code, level, asks) RULE_##name,
#include "rule.def"
#undef RULE
    RULE_COUNT
} Rule;

typedef enum RuleLevel { RULE_LEVEL_STRUCTURE, RULE_LEVEL_ERROR, RULE_LEVEL_NOTE } RuleLevel;

/* Where a text of the source stands; line 0 = the file as a whole. */
typedef struct Place {
    const char *file;
    int line;
} Place;

typedef struct Problem {
    Rule rule;
    Place at;
    const char *text;
} Problem;

typedef struct Problems {
    Arena arena;
    Problem list[PROBLEMS_MAX];
    int count;
    int levels[RULE_LEVEL_NOTE + 1]; /* how many of each level, those beyond the list too */
} Problems;

/* `at.file` must be set: a problem nobody can find is our own mistake. */
void problem_add(Problems *problems, Rule rule, Place at, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

const char *problem_code(Rule rule);
const char *problem_asks(Rule rule);
RuleLevel problem_level(Rule rule);

/* By file, line, rule. */
void problem_sort(Problems *problems);

/* "file:line: code: text" for every problem up to `worst_only` (notes are left out when it is
 * RULE_LEVEL_ERROR). */
void problem_print(const Problems *problems, RuleLevel least, FILE *out);

void problem_free(Problems *problems);

#endif
