/* make_vectors.c - prints tests/vectors/vectors.json. Run it only when a format changes on purpose:
 * what it prints is what C and JavaScript are held to. */
#include <stdio.h>

#include "vectors.h"

int main(void)
{
    json_t *all = vectors_build();
    int failed = json_dumpf(all, stdout, JSON_INDENT(1) | JSON_ENSURE_ASCII);
    json_decref(all);
    return failed != 0 || putchar('\n') == EOF;
}
