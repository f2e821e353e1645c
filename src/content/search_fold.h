/* search_fold.h - words as the search compares them: small letters, no accents, no vowel signs,
 * one form for the letters of Arabic that people write in several ways. The pack's index and the
 * visitor's question go through the same function. Owns nothing, allocates nothing. */
#ifndef OKSP_SEARCH_FOLD_H
#define OKSP_SEARCH_FOLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "str.h"

enum {
    SEARCH_FOLD_WORD_BYTES_MAX = 64, /* longer words are cut */
    SEARCH_FOLD_TRIGRAMS_MAX = 64,
    SEARCH_FOLD_TRIGRAM_BYTES_MAX = 13
};

typedef struct SearchWord {
    char text[SEARCH_FOLD_WORD_BYTES_MAX];
    size_t size;      /* bytes */
    int points;       /* code points */
    uint64_t letters; /* one bit per letter it has, for quick refusals */
} SearchWord;

/* Take the next word of at least two characters (or any number) from *rest, which must be valid
 * UTF-8; false at the end. */
bool search_fold_next(Str *rest, SearchWord *out);

Str search_fold_str(const SearchWord *word);

/* The bits of `letters` for a folded word. */
uint64_t search_fold_letters(Str folded);

/* Three characters, as UTF-8; the start of the word counts as a character. */
typedef struct SearchTrigram {
    char text[SEARCH_FOLD_TRIGRAM_BYTES_MAX];
    size_t size;
} SearchTrigram;

/* The trigrams of a folded word; returns how many (≤ SEARCH_FOLD_TRIGRAMS_MAX). */
int search_fold_trigrams(Str folded, SearchTrigram out[SEARCH_FOLD_TRIGRAMS_MAX]);

/* Typing mistakes between two folded words (missing, extra, wrong, swapped letters), or
 * `max` + 1 when there are more. */
int search_fold_mistakes(Str a, Str b, int max);

#endif
