/* offer.h - what a visitor can do from one state, on all pages that it has in a form.
 * Owns the memory of an Offer until offer_free. Turns pages only; never judges a layout. */
#ifndef OKSP_CRAWL_OFFER_H
#define OKSP_CRAWL_OFFER_H

#include "world.h"

enum { OFFER_ID_BYTES_MAX = 64 };

typedef struct OfferItem {
    UiAction action;
    char id[OFFER_ID_BYTES_MAX]; /* of the node that offers it */
} OfferItem;

typedef struct Offer {
    OfferItem *items;
    int count;
    char stuck[OFFER_ID_BYTES_MAX]; /* a button that turns to the very page it stands on; "" = none
                                     */
} Offer;

/* Everything that can be pressed from here on the pages of this screen, each action once; without
 * turning itself, without keys, which depend on the keyboard of a language, and without what is
 * offered as far as there is room (offer.c). */
Offer offer_of(World *world, const App *app);
void offer_free(Offer *offer);

/* The first thing of `all` that `some` lacks, or NULL. */
const OfferItem *offer_lacks(const Offer *some, const Offer *all);

#endif
