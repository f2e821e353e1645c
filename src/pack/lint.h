/* lint.h - `oksp-pack check`: every rule beyond the structure. Adds problems, owns nothing.
 * Each file lint_*.c holds one group of rules of rule.def. */
#ifndef OKSP_LINT_H
#define OKSP_LINT_H

#include "source.h"

typedef struct LintOptions {
    const char *assets; /* folder with icons/ and illustrations/ */
    Date today;
    const char *fonts;      /* folder; NULL = neither glyphs nor overflow */
    const char *pack;       /* the source as built; NULL = no overflow */
    const char *dictionary; /* hunspell, without .aff and .dic; NULL = no spelling */
} LintOptions;

/* Everything below, after build_check. */
void lint_all(Source *source, const LintOptions *options);

#endif
