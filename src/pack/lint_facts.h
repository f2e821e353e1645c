/* lint_facts.h - facts in time, facts in use, phone numbers in their place; and the table of facts
 * by date. Owns nothing. */
#ifndef OKSP_LINT_FACTS_H
#define OKSP_LINT_FACTS_H

#include <stdio.h>

#include "lint.h"

void lint_facts_all(Source *source, Date today);
void lint_facts_phones(Source *source);

/* `check --due`: every fact by review date. */
void lint_facts_print_due(const Source *source, Date today, FILE *out);

/* Facts whose review date has passed on `today`. */
int lint_facts_due(const Source *source, Date today);

#endif
