/* prep_words.h - the parts of a talk with school as they are shown: icon, colour, question, and
 * what the card says above the sentences.
 * Owns nothing. What a visitor typed is handed on as the pointer it is. */
#ifndef OKSP_PREP_WORDS_H
#define OKSP_PREP_WORDS_H

#include "view.h"

typedef struct PrepWordsPart {
    const char *id; /* "good": the end of node ids */
    const char *icon;
    ThemeHue hue;
} PrepWordsPart;

const PrepWordsPart *prep_words_part(int part);

/* The question to the visitor: "Wat gaat al goed?" */
const char *prep_words_title(const View *view, int part);

/* What stands above the sentences of a card, in `language`: "Dit gaat al goed". */
const char *prep_words_says(const View *view, int part, Language language);

/* "2 zinnen", "4 vragen"; for one answer to "who comes along" that answer. */
const char *prep_words_count(const View *view, int part);

/* Row `row` of the list of a part, in `language`; "" when there is no such row. */
const char *prep_words_row(const View *view, int part, int row, Language language);

/* The moment of a part, in `language`; "" when none is chosen. */
const char *prep_words_when(const View *view, int part, Language language);

/* The code of `language`, and that of the very words of a row: Dutch where a language lacks it. */
const char *prep_words_lang(const View *view, Language language);
const char *prep_words_row_lang(const View *view, int part, int row, Language language);

/* What was chosen and typed in a part. */
const AppPrepSaid *prep_words_said(const View *view, int part);

/* How many rows the list of a part has. */
int prep_words_rows(const View *view, int part);

#endif
