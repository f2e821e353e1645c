/* shown.h - what a check screen shows beside what is sealed, over many visits: a table with a row
 * per visit and a column per node and per member of the payload.
 * Owns its cells. Never knows what a value should look like: it only asks whether the two sides
 * always change together, which needs no second copy of the screens' words. */
#ifndef OKSP_TEST_SHOWN_H
#define OKSP_TEST_SHOWN_H

#include "envelope.h"
#include "stage.h"

enum { SHOWN_ROWS_MAX = 1600, SHOWN_COLUMNS_MAX = 160, SHOWN_NAME_BYTES = 64 };

typedef struct ShownColumn {
    char name[SHOWN_NAME_BYTES];
    char *cells[SHOWN_ROWS_MAX]; /* NULL = not there in that visit */
} ShownColumn;

typedef struct ShownSide {
    ShownColumn columns[SHOWN_COLUMNS_MAX];
    int count;
} ShownSide;

typedef struct Shown {
    ShownSide nodes, members;
    int languages[SHOWN_ROWS_MAX]; /* of the screen */
    int rows;
    EnvelopePair pair;
} Shown;

void shown_open(Shown *shown);
void shown_close(Shown *shown);

/* A row: what stands on the check screen now; then `send` is tapped (a child taps again after a
 * moment), the asked-for bytes are sealed, opened again and read. Fails the test when nothing is
 * asked to be saved. */
void shown_add(Shown *shown, Stage *stage, const char *send);

/* Members that no visitor filled in, with where else they are told. */
typedef struct ShownElse {
    const char *member, *why;
} ShownElse;

/* Both directions over all rows. Every member but `elses` is told by one node: whenever that node
 * shows the same, the member is the same. Every node is told by one to three members in the same
 * sense. Prints a line per member; fails with the two values. */
void shown_compare(const Shown *shown, const ShownElse *elses, int else_count);

/* `member`, whenever it is there, stands word for word on the screen. */
void shown_literal(const Shown *shown, const char *member);

#endif
