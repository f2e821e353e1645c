/* check.c - what happens when one of our own assumptions is false: one line, then abort, so that
 * the supervisor restarts the program and a core handler may look. Owns nothing. */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>

_Noreturn void check_failed(const char *file, int line, const char *what)
{
    fprintf(stderr, "check.failed %s:%d %s\n", file, line, what);
    abort();
}
