/* prep_card.h - a card to show: the chosen sentences in the visitor's language and in Dutch.
 * Owns nothing; used before a talk and after it. */
#ifndef OKSP_PREP_CARD_H
#define OKSP_PREP_CARD_H

#include "view.h"

typedef struct PrepCard {
    int first, count; /* its parts */
    const char *icon;
    TextKey title, lead, lead_foreign;
    ScreenId change; /* where Wijzig leads */
    bool take;       /* the questions can be taken along as a QR code */
} PrepCard;

void prep_card_show(const View *view, const PrepCard *card);

#endif
