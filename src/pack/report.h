/* report.h - tables about the content as a whole. Owns nothing. */
#ifndef OKSP_REPORT_H
#define OKSP_REPORT_H

#include <stdio.h>

#include "source.h"

/* Languages, topics, words, facts and problems in two lines. */
void report_counts(const Source *source, const Problems *problems, FILE *out);

/* `check --coverage`: per language how much there is and how much somebody reviewed. */
void report_coverage(const Source *source, FILE *out);

#endif
