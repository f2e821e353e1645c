/* board_pages.h - calm: four tiles on a page at most, far from each other, the rest on next pages.
 * A board has three of its tiles and, as the fourth, the way on (mock-up 15b); from the last page
 * it leads to the first. Terug walks back page by page. Owns nothing: plain data, made anew for
 * every view. Never knows what a tile shows. */
#ifndef OKSP_BOARD_PAGES_H
#define OKSP_BOARD_PAGES_H

#include "view.h"

typedef struct BoardPage {
    int first, end; /* the items [first, end) stand on this page */
    int next;       /* where the way on leads: from the last page to the first */
    int room;       /* how many items a page holds */
    bool turns;     /* there is more than this page */
} BoardPage;

/* The page on the screen of `count` items, `most` on each. A page that is no longer there, because
 * the look or the letters changed, is the first one. */
BoardPage board_pages_of(const View *view, int count, int most);

/* The same for the tiles of a board: all of them, or three and the way on. */
BoardPage board_pages_tiles(const View *view, int count);

/* How many of `count` stand on a page where `usual` do in other looks: even pages of four at most
 * in calm. */
int board_pages_most(const View *view, int count, int usual);

/* Columns of a board with `count` tiles, `usual` where they stand on one page. */
int board_pages_columns(const View *view, int count, int usual);

/* Between tiles, in u. */
int board_pages_gap(const View *view, int usual);

/* Behind the tiles of a board: the way on, always in the fourth cell. Nothing on a board of one
 * page. */
void board_pages_turn(const View *view, const BoardPage *page);

#endif
