/* mark.h - when two visits are the same to the crawl.
 * Owns nothing. Compares bytes and nodes; never knows what a field of a visitor is for, so that a
 * new field counts by itself. */
#ifndef OKSP_CRAWL_MARK_H
#define OKSP_CRAWL_MARK_H

#include "app.h"

/* Three views of one visit, as hashes.
 *   bytes: everything a visitor did and typed, and where they stand, but no clock and no way back.
 *   place: the screen, what it is about, its page, the dialog over it, sending.
 *   facts: the place with those answers that decide which screens come later (channel, route). */
typedef struct Mark {
    uint64_t bytes, place, facts;
} Mark;

Mark mark_of(const App *app);

/* What can be pressed: ids, actions, what is disabled or wrong, and what is selected (several
 * selected choices are one class). */
uint64_t mark_actions(const Ui *ui, const App *app);

/* How it looks: the actions with every word that is drawn, but not what was typed, and of what is
 * selected only whether it is nothing, one or several. */
uint64_t mark_words(const Ui *ui, const App *app);

/* What kind of screen it is: the screen with its kinds of controls, one after another, whatever
 * they are about and however many of a kind follow each other. */
uint64_t mark_shape(const Ui *ui, const App *app);

/* The same screen when it was left and when Terug led back to it: ids, words, places of the nodes;
 * what was chosen meanwhile may be shown chosen. */
uint64_t mark_nodes(const Ui *ui);

/* Is everything that was filled in the same? */
bool mark_same_values(const App *a, const App *b);

/* Is it the same place? */
bool mark_same_place(const App *a, const App *b);

/* Is nothing of a visitor left but the place (after a wipe)? */
bool mark_is_fresh(const App *app);

uint64_t mark_add(uint64_t hash, const void *bytes, size_t size);
uint64_t mark_add_text(uint64_t hash, const char *text);
#define MARK_EMPTY 0xcbf29ce484222325u

#endif
