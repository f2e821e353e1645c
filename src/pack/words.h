/* words.h - sentences, words and syllables of a text, as ICU and Dutch spelling cut them.
 * Owns nothing; words point into the text they were cut from. */
#ifndef OKSP_WORDS_H
#define OKSP_WORDS_H

#include "str.h"
#include <stdbool.h>

typedef struct Words Words;

/* For texts of a language; the caller closes it. NULL when ICU cannot. */
Words *words_open(Str language);
void words_close(Words *words);

/* Calls `visit` for each sentence, or for each word (letters or digits, no punctuation). */
typedef void WordsFn(void *context, Str piece);
void words_each_sentence(Words *words, Str text, WordsFn *visit, void *context);
void words_each(Words *words, Str text, WordsFn *visit, void *context);

int words_count(Words *words, Str text);

/* Syllables of a Dutch word: vowel groups; a letter each in an abbreviation, 1 per number. */
int words_syllables(Str word);

/* Does `phrase` stand in `text` as whole words, in any case? Returns its byte position or -1. */
int words_find(Str text, Str phrase);

/* Two or more capitals and nothing else: OPP, TLV. */
bool words_is_abbreviation(Str word);

#endif
