/* topic_pages.h - which pieces of a topic stand on which page. Nothing scrolls: what does not fit
 * goes to a next page, measured with the real fonts at the chosen text size.
 * Owns nothing. */
#ifndef OKSP_TOPIC_PAGES_H
#define OKSP_TOPIC_PAGES_H

#include "view.h"

enum {
    TOPIC_PIECES_MAX = PART_COUNT * CONTENT_BLOCKS_MAX,
    TOPIC_SECTIONS = 5,
    TOPIC_COLUMNS = -1 /* TopicPiece.block: steps and helpers side by side */
};

typedef struct TopicPiece {
    Part part;
    int block;
    int page;
} TopicPiece;

typedef struct TopicPages {
    TopicPiece pieces[TOPIC_PIECES_MAX];
    int count;
    int page_count;
} TopicPages;

/* Lay the pieces of `topic` on pages. */
TopicPages topic_pages(const View *view, const Topic *topic);

/* Across a step's number, in u: larger for large letters. */
int topic_pages_dot(const View *view);

/* From one point of a list to the next, in u: both may hold a hard word to be touched. */
int topic_pages_apart(const View *view);

/* Across the actions beside a topic in landscape: wider where reach leaves them less height. */
int topic_pages_side(const View *view);

/* How tall the head is at least, so that no hard word stands out of reach. */
int topic_pages_head(const View *view, const Topic *topic);

/* BCP 47 of the topic's words. */
const char *topic_pages_lang(const View *view, const Topic *topic);

#endif
