/* known.c - see known.h. */
#include "known.h"

#include <string.h>

#include "check.h"

enum { LINE_BYTES_MAX = 512 };

/* The first fields of a line; what follows them says why. */
static bool read_row(char *line, KnownRow *row)
{
    char *at = line;

    for (int i = 0; i < KNOWN_FIELDS; i++) {
        char *end = strchr(at, ',');
        if (end == NULL || end - at >= KNOWN_FIELD_BYTES_MAX) {
            return false;
        }
        memcpy(row->field[i], at, (size_t)(end - at)); /* the rest of the row is zero */
        at = end + 1;
    }
    return at[0] != '\0';
}

void known_open(Known *known, const char *path)
{
    char line[LINE_BYTES_MAX];
    FILE *file = fopen(path, "r");

    check(file != NULL);
    memset(known, 0, sizeof *known);
    while (fgets(line, sizeof line, file) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        if (line[0] != '#' && line[0] != '\0') {
            check(known->count < KNOWN_ROWS_MAX);
            check(read_row(line, &known->rows[known->count++]));
        }
    }
    fclose(file);
}

static bool fits(const char *pattern, const char *text)
{
    size_t size = strlen(pattern);
    bool open = size > 0 && pattern[size - 1] == '*';

    return open ? strncmp(pattern, text, size - 1) == 0 : strcmp(pattern, text) == 0;
}

bool known_has(Known *known, const ReportItem *item)
{
    for (int i = 0; i < known->count; i++) {
        KnownRow *row = &known->rows[i];
        if (fits(row->field[0], item->screen) && fits(row->field[1], item->rule) &&
            fits(row->field[2], item->node) && fits(row->field[3], item->form)) {
            row->times++;
            return true;
        }
    }
    return false;
}
