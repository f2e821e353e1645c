/* problem.c - collecting, sorting and printing problems. Judges nothing. */
#include "problem.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"

typedef struct RuleRow {
    const char *code, *asks;
    RuleLevel level;
} RuleRow;

static const RuleRow rules[RULE_COUNT] = {
#define RULE(name, code, level, asks) [RULE_##name] = {code, asks, RULE_LEVEL_##level},
#include "rule.def"
#undef RULE
};

const char *problem_code(Rule rule)
{
    return rules[rule].code;
}

const char *problem_asks(Rule rule)
{
    return rules[rule].asks;
}

RuleLevel problem_level(Rule rule)
{
    return rules[rule].level;
}

void problem_add(Problems *problems, Rule rule, Place at, const char *format, ...)
{
    check(at.file != NULL);
    problems->levels[rules[rule].level]++;
    if (problems->count == PROBLEMS_MAX) {
        return;
    }
    char text[PROBLEM_TEXT_BYTES_MAX];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    problems->list[problems->count++] =
        (Problem){rule, at, arena_str(&problems->arena, str_of(text)).data};
}

static int compare(const void *a, const void *b)
{
    const Problem *first = a;
    const Problem *second = b;
    int order = strcmp(first->at.file, second->at.file);
    if (order == 0) {
        order = first->at.line - second->at.line;
    }
    if (order == 0) {
        order = (int)first->rule - (int)second->rule;
    }
    return order != 0 ? order : strcmp(first->text, second->text);
}

void problem_sort(Problems *problems)
{
    qsort(problems->list, (size_t)problems->count, sizeof problems->list[0], compare);
}

void problem_print(const Problems *problems, RuleLevel least, FILE *out)
{
    for (int i = 0; i < problems->count; i++) {
        const Problem *problem = &problems->list[i];
        if (rules[problem->rule].level <= least) {
            fprintf(out, "%s:%d: %s: %s\n", problem->at.file, problem->at.line,
                    rules[problem->rule].code, problem->text);
        }
    }
}

void problem_free(Problems *problems)
{
    arena_free(&problems->arena);
}
