/* known.h - faults of screens that were found and are not repaired yet: the table known.csv.
 * Owns the rows. A row excuses nothing but what it names; the crawl says which rows excuse nothing
 * any more. */
#ifndef OKSP_CRAWL_KNOWN_H
#define OKSP_CRAWL_KNOWN_H

#include <stdbool.h>

#include "report.h"

enum { KNOWN_ROWS_MAX = 200, KNOWN_FIELD_BYTES_MAX = 80, KNOWN_FIELDS = 4 };

/* Screen, rule, node, form; "*" is any, "small*" what begins so. */
typedef struct KnownRow {
    char field[KNOWN_FIELDS][KNOWN_FIELD_BYTES_MAX];
    int times;
} KnownRow;

typedef struct Known {
    KnownRow rows[KNOWN_ROWS_MAX];
    int count;
} Known;

/* Read the table; a row that cannot be read ends the process. */
void known_open(Known *known, const char *path);

/* Is this failure in the table? Counts it. */
bool known_has(Known *known, const ReportItem *item);

#endif
