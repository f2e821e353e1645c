/* lint_spelling.h - Dutch spelling through hunspell. Adds problems, owns nothing afterwards. */
#ifndef OKSP_LINT_SPELLING_H
#define OKSP_LINT_SPELLING_H

#include "lint.h"

/* `dictionary` without extension: /usr/share/hunspell/nl_NL. Words of words.txt, glossary words
 * and names of the region are right too. */
void lint_spelling_all(Source *source, const char *dictionary);

#endif
