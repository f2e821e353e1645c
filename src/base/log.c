/* log.c - one line per event on standard error; systemd puts the time and the unit beside it.
 * Owns the program name. Takes no free text, so nothing a visitor typed can get here. */
#include "log.h"

#include <inttypes.h>
#include <stdio.h>

#include "str.h"

enum { PROGRAM_BYTES_MAX = 32 };

static char program_name[PROGRAM_BYTES_MAX] = "oksp";

void log_start(const char *program)
{
    (void)str_copy(str_of(program), program_name, sizeof program_name);
}

void log_event(const char *event)
{
    fprintf(stderr, "%s %s\n", program_name, event);
}

void log_number(const char *event, const char *name, int64_t value)
{
    fprintf(stderr, "%s %s %s=%" PRId64 "\n", program_name, event, name, value);
}

void log_error(const char *event, const Err *err)
{
    if (err->line > 0) {
        fprintf(stderr, "%s %s %s %s:%d %s\n", program_name, event, err->code, err->file, err->line,
                err->text);
        return;
    }
    fprintf(stderr, "%s %s %s %s\n", program_name, event, err->code, err->text);
}
