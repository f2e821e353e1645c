/* prep_panels.h - the panels of a card for a talk: each part with its sentences, in two languages
 * side by side or below each other, or in Dutch alone.
 * Owns nothing. Never decides which line stands on which page: prep_pages does. */
#ifndef OKSP_PREP_PANELS_H
#define OKSP_PREP_PANELS_H

#include "prep_card.h"
#include "prep_pages.h"

/* One page of a card being drawn. */
typedef struct PrepPanels {
    const View *view;
    const PrepCard *card;
    const PrepPages *pages;
    int page;
} PrepPanels;

void prep_panels_show(const PrepPanels *drawn);

#endif
