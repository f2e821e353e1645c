/* board.h - the children's screens: a stage with a title and a large picture, tiles to choose from,
 * and one large check (visual language of mock-ups 08 to 11).
 * Owns nothing. */
#ifndef OKSP_BOARD_H
#define OKSP_BOARD_H

#include "view.h"

typedef struct BoardStage {
    const char *title;   /* NULL = none */
    ThemeType type;      /* of the title */
    const char *picture; /* NULL = none */
    const char *icon;    /* when there is no picture */
    const char *caption; /* under the picture; NULL = none */
    ThemeHue hue;
    bool title_below; /* the title stands under the picture */
    int step;         /* of asking for a talk, from 1: the way is shown; 0 = no way */
} BoardStage;

typedef struct BoardTile {
    int index;
    const char *id;
    const char *picture;
    const char *icon; /* when there is no picture */
    ThemeHue hue;     /* HUE_NONE: no ground */
    const char *label;
    ThemeType type;
} BoardTile;

/* Open a board: the stage, and a grid of `columns` in which tiles and the check are put. */
void board_open(const View *view, BoardStage stage, int columns);
void board_close(const View *view);

/* The least height of a picture on a tile. */
int board_picture_min(const View *view);

/* A tile; outlined when it is the picked one. */
void board_tile(const View *view, BoardTile tile);

/* The large check over `span` columns; dashed while nothing is picked. `height_u` 0 = as the row.
 */
void board_go(const View *view, int span, int height_u);

/* The check in what is left of the last row of `count` tiles, or in a row of its own. `columns` as
 * on a board of one page. */
void board_rest(const View *view, int count, int columns);

/* How many items a list has. */
int board_count(const View *view, const char *list);

/* A picture of what was answered, with a pencil: pressed, it leads to its question. */
typedef struct BoardAnswer {
    const char *id; /* "about": ask_check.change.about, and its words ask_check.value.about */
    const char *picture;
    const char *icon; /* when there is no picture */
    ThemeHue hue;
    const char *label;
    UiAction change;
    unsigned state; /* of the words: STATE_PRIVATE */
    int span;       /* columns; 0 = one */
} BoardAnswer;
void board_answer(const View *view, BoardAnswer item);

/* How far a child is with asking: stones, and Stip on the one of `step`. Nothing where letters are
 * large or the panel is full: the way is an extra. */
void board_way(const View *view, int step);

/* The items of a list as tiles: all of them, or those of this page and the way on (board_pages.h).
 */
void board_list(const View *view, const char *list, ThemeType type);

/* The label of a row of a list, with a part of its words ("hint"); row from 0. */
const char *board_label(const View *view, const char *list, int row, const char *part);

/* The picture of a row of a list; NULL when it has only an icon, or there is no such row. */
const char *board_picture(const View *view, const char *list, int row);

/* The stage of a screen that fills it itself: above in portrait; in landscape at the side, inset
 * and round. `share` is its part of the width there; 0 = as wide as on a board. Close it with
 * ui_close. */
void board_stage_open(const View *view, ThemeHue hue, int share);

/* Who speaks on a stage: Stip as drawn; to who reads, somebody of their age. */
const char *board_host(const View *view, const char *stip);

/* Words for who does not read yet, or for who does. */
TextKey board_words(const View *view, TextKey young, TextKey reading);

/* Does this visitor tap and open at once? */
bool board_reads(const View *view);

#endif
