/* prose.h - sentences, words and syllables of a text, as ICU and Dutch spelling cut them.
 * Owns nothing; words point into the text they were cut from. */
#ifndef OKSP_PROSE_H
#define OKSP_PROSE_H

#include "str.h"
#include <stdbool.h>

typedef struct Prose Prose;

/* For texts of a language; the caller closes it. NULL when ICU cannot. */
Prose *prose_open(Str language);
void prose_close(Prose *words);

/* Calls `visit` for each sentence, or for each word (letters or digits, no punctuation). */
typedef void ProseFn(void *context, Str piece);
void prose_each_sentence(Prose *words, Str text, ProseFn *visit, void *context);
void prose_each(Prose *words, Str text, ProseFn *visit, void *context);

int prose_count(Prose *words, Str text);

/* Syllables of a Dutch word: vowel groups; a letter each in an abbreviation, 1 per number. */
int prose_syllables(Str word);

/* Does `phrase` stand in `text` as whole words, in any case? Returns its byte position or -1. */
int prose_find(Str text, Str phrase);

/* Two or more capitals and nothing else: OPP, TLV. */
bool prose_is_abbreviation(Str word);

#endif
