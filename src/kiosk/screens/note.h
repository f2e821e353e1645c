/* note.h - own words of some length above a keyboard: a line of warning, the field, how much was
 * typed. In portrait as on mock-up 06a; on a small panel field and count beside each other.
 * Owns nothing. Never composes what was typed: it stands in the node as the pointer it is. */
#ifndef OKSP_NOTE_H
#define OKSP_NOTE_H

#include "view.h"

typedef struct NoteField {
    const char *label; /* only spoken */
    const char *text;  /* what was typed; belongs to the caller */
    int points_max;
    int tall_h_u;    /* height in portrait */
    int wide_h_u;    /* in landscape; 0 = LENGTH_NOTE_WIDE_H */
    bool grows;      /* higher with its words in portrait too, where it would show their end */
    bool steps_down; /* long words are written smaller in portrait too */
} NoteField;

/* The column above the keys; close it with ui_close. */
void note_open(const View *view);

/* Names and numbers of others are left out; what looks like a burgerservicenummer is pointed out.
 * Drawn while there is room: where keys leave little, long words come before a warning that was
 * read by then, never before a burgerservicenummer. */
void note_warning(const View *view, TextKey text, const char *typed);

/* Field, count, and what uncovers the words after the idle warning. */
void note_field(const View *view, NoteField note);

/* Do long words stand where there is little room for them? */
bool note_is_tight(const View *view, const char *text);
bool note_is_long(const char *text);

#endif
