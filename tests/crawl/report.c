/* report.c - see report.h. */
#include "report.h"

#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "mark.h"

void report_open(Report *report)
{
    memset(report, 0, sizeof *report);
    report->groups = calloc(REPORT_GROUPS_MAX, sizeof *report->groups);
    check(report->groups != NULL);
}

void report_close(Report *report)
{
    table_free(&report->index);
    free(report->groups);
}

static void fill(ReportGroup *group, const ReportItem *item)
{
    snprintf(group->screen, sizeof group->screen, "%s", item->screen);
    snprintf(group->rule, sizeof group->rule, "%s", item->rule);
    snprintf(group->node, sizeof group->node, "%s", item->node);
    snprintf(group->measure, sizeof group->measure, "%s", item->measure);
    snprintf(group->form, sizeof group->form, "%s", item->form);
    snprintf(group->path, sizeof group->path, "%s", item->path);
}

void report_add(Report *report, const ReportItem *item)
{
    uint64_t key = mark_add_text(MARK_EMPTY, item->screen);
    key = mark_add_text(mark_add_text(key, item->rule), item->node);
    key = mark_add_text(mark_add_text(key, item->panel), item->language);

    report->failures++;
    if (table_add(&report->index, key, report->count) && report->count < REPORT_GROUPS_MAX) {
        fill(&report->groups[report->count++], item);
    }
    int group = *table_at(&report->index, key);
    if (group < report->count) {
        report->groups[group].times++;
    }
}

static int by_screen(const void *a, const void *b)
{
    const ReportGroup *one = a, *other = b;
    int order = strcmp(one->screen, other->screen);

    order = order != 0 ? order : strcmp(one->rule, other->rule);
    return order != 0 ? order : strcmp(one->node, other->node);
}

void report_print(const Report *report, FILE *out)
{
    ReportGroup *sorted = calloc((size_t)report->count + 1, sizeof *sorted);

    check(sorted != NULL);
    memcpy(sorted, report->groups, (size_t)report->count * sizeof *sorted);
    qsort(sorted, (size_t)report->count, sizeof *sorted, by_screen);
    for (int i = 0; i < report->count; i++) {
        const ReportGroup *group = &sorted[i];
        fprintf(out, "%s | %s | %s | %d x | %s | %s | %s\n", group->screen, group->rule,
                group->node, group->times, group->measure, group->form, group->path);
    }
    free(sorted);
}
