/* report.h - failures, so that a person can work with them: grouped by screen, rule, node, and the
 * panel and language they were met in.
 * Owns the groups. */
#ifndef OKSP_CRAWL_REPORT_H
#define OKSP_CRAWL_REPORT_H

#include <stdio.h>

#include "rules.h"
#include "table.h"

enum { REPORT_GROUPS_MAX = 6000, REPORT_FORM_BYTES_MAX = 80, REPORT_PATH_BYTES_MAX = 400 };

typedef struct ReportGroup {
    char screen[RULES_ID_BYTES_MAX];
    char rule[RULES_ID_BYTES_MAX];
    char node[RULES_ID_BYTES_MAX];
    char measure[RULES_MEASURE_BYTES_MAX];
    char form[REPORT_FORM_BYTES_MAX]; /* the first of them */
    char path[REPORT_PATH_BYTES_MAX];
    int times;
} ReportGroup;

typedef struct Report {
    ReportGroup *groups;
    int count;
    Table index;
    long failures;
} Report;

void report_open(Report *report);
void report_close(Report *report);

/* Note a failure; `path` is how to get there. */
typedef struct ReportItem {
    const char *screen, *rule, *node, *measure, *form, *path;
    const char *panel, *language; /* of the form */
} ReportItem;
void report_add(Report *report, const ReportItem *item);

/* One line a group: screen | rule | node | times | measure | form | path. */
void report_print(const Report *report, FILE *out);

#endif
