/* diff.h - what changed for visitors between two packs. Owns nothing. */
#ifndef OKSP_DIFF_H
#define OKSP_DIFF_H

#include <stdio.h>

#include "err.h"

/* Print one line per text: "+" new, "-" gone, "~" changed (old and new). Returns how many, or -1
 * with `err` when a pack does not open. */
int diff_packs(const char *old_path, const char *new_path, FILE *out, Err *err);

#endif
