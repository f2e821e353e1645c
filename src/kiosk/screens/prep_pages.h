/* prep_pages.h - the lines of a card for a talk, and on which page each of them stands.
 * Owns nothing: plain data, made anew for every view. A line is never cut in two. */
#ifndef OKSP_PREP_PAGES_H
#define OKSP_PREP_PAGES_H

#include "prep_words.h"

/* All sentences, own words and moments of the six parts before a talk. */
enum { PREP_PAGES_LINES_MAX = 80 };

typedef enum PrepPagesKind {
    PREP_PAGES_ROW,  /* a ready sentence */
    PREP_PAGES_WHEN, /* the moment of what was agreed */
    PREP_PAGES_OWN   /* own words */
} PrepPagesKind;

typedef struct PrepPagesLine {
    PrepPagesKind kind;
    int part, row, page;
    int height_u; /* with the gap above it */
} PrepPagesLine;

/* How the two languages stand: Dutch alone, side by side, or below each other (large letters). */
typedef enum PrepPagesForm { PREP_PAGES_ALONE, PREP_PAGES_BESIDE, PREP_PAGES_BELOW } PrepPagesForm;

typedef struct PrepPages {
    PrepPagesForm form;
    PrepPagesLine lines[PREP_PAGES_LINES_MAX];
    int count, page_count; /* at least one page */
    int room_u;            /* for panels, on one page */
    ThemeType type;        /* of the sentences */
} PrepPages;

/* The lines of the parts [first, first + count). */
PrepPages prep_pages(const View *view, int first, int count);

/* Height of a panel round its lines: padding, and what stands above the sentences. */
int prep_pages_panel(const View *view, const PrepPages *pages, int part);

#endif
