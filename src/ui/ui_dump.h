/* ui_dump.h - a screen as lines of JSON, and the rules that every screen keeps.
 * Owns nothing. Never writes private words unless a test program asks for them. */
#ifndef OKSP_UI_DUMP_H
#define OKSP_UI_DUMP_H

#include "ui.h"

typedef bool (*UiSink)(void *context, const char *text, size_t size);

/* One JSON object per line: first the screen, then every node: id, role, rect in px and u, hit,
 * label, hint, spoken, focus order, state, colours, text metrics. Private words are "•••" unless
 * `private` is set, which only test programs do. False when the sink refused or memory ran out. */
bool ui_dump(const Ui *ui, bool private, UiSink sink, void *context);

/* The rules every screen keeps. */
typedef enum UiFault {
    FAULT_NONE,
    FAULT_ID_MISSING, /* interactive without id, or not lower case ASCII */
    FAULT_ID_TWICE,
    FAULT_UNSPOKEN,  /* a target without words to speak */
    FAULT_OUTSIDE,   /* outside its parent or the panel */
    FAULT_TRUNCATED, /* words do not fit */
    FAULT_SMALL,     /* a target under 20 mm */
    FAULT_OVERLAP,   /* two hit rectangles touch the same point */
    FAULT_GAP,       /* two targets nearer than 3 mm, keys 2.5 mm */
    FAULT_REACH,     /* a target above the reach ceiling */
    FAULT_EXIT,      /* something within 15 mm of the exit */
    FAULT_CONTRAST,  /* words under 7:1 on their ground */
    FAULT_ARENA,     /* ui_format ran out of memory */
    FAULT_COUNT
} UiFault;

typedef struct UiFinding {
    UiFault fault;
    int node, other; /* other: the second node, or UI_NONE */
} UiFinding;

enum { UI_FINDINGS_MAX = 64 };

/* Everything wrong on this screen; returns how many (0 = good). */
int ui_check(const Ui *ui, UiFinding findings[UI_FINDINGS_MAX]);
const char *ui_fault_word(UiFault fault); /* "truncated": for reports */

#endif
