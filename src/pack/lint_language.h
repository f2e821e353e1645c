/* lint_language.h - how the words read: sentences, readability, spelling, banned and hard words.
 * Adds problems, owns nothing. */
#ifndef OKSP_LINT_LANGUAGE_H
#define OKSP_LINT_LANGUAGE_H

#include "lint.h"

/* What is asked of a text for an audience (accessibility requirements TXT-01 and TXT-02). */
typedef struct LintBars {
    int sentence_words_max;
    int mean_words_x10_max; /* mean words per sentence of a topic, times ten */
    int readability_min;    /* Flesch-Douma */
} LintBars;
const LintBars *lint_language_bars(Audience audience);

/* Flesch-Douma of a whole text: 206.84 - 0.93 words/sentence - 77 syllables/word, rounded. */
typedef struct LintCounts {
    int sentences, words, syllables;
} LintCounts;
int lint_language_readability(const LintCounts *counts);

void lint_language_sentences(Source *source);
void lint_language_banned(Source *source);
void lint_language_hard_words(Source *source);

#endif
