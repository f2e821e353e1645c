/* share_parts.h - what the screens of an experience share: the head that says "Zonder naam", the
 * plum ring and check, and the words of what is sealed. Plum is the colour of telling us things.
 * Owns nothing. */
#ifndef OKSP_SHARE_PARTS_H
#define OKSP_SHARE_PARTS_H

#include "view.h"

/* "Zonder naam", "2 van 4", the question and a line under it; the caller closes the region. */
void share_parts_head(const View *view, TextKey title, TextKey lead, int step);

/* The words of that head alone, inside a region that is already open. */
void share_parts_words(const View *view, TextKey title, TextKey lead, int step);

/* The ring of a choice, or its check, in plum. */
void share_parts_mark(const View *view, bool chosen, int size_u);

/* Verder, in plum; dashed while `ready` is false. */
void share_parts_next(const View *view, bool ready);

/* Toch niet beside the button that sends; `ready` false = dashed. */
typedef struct SharePartsSend {
    const char *not_id, *send_id;
    UiAction not_action;
    TextKey label;
    bool ready;
} SharePartsSend;
void share_parts_send(const View *view, SharePartsSend send);

/* Who reads what is sent; after a press too soon: look first, then press again. */
void share_parts_reads(const View *view, TextKey text);

/* A screen to write own words on, with the keyboard; a number that looks like a burgerservicenummer
 * is pointed out, and the visitor decides. */
typedef struct SharePartsWrite {
    TextKey title;
    const char *text; /* as typed */
    TextKey warning;
} SharePartsWrite;
void share_parts_write(const View *view, SharePartsWrite write);

/* One line of a check screen: what it is, its value (id "<screen>.value.<id>"), Wijzig; above own
 * words that are covered, a way to uncover them. */
typedef struct SharePartsRow {
    const char *id;
    const char *icon;
    const char *picture; /* instead of an icon; NULL = none */
    TextKey caption;
    const char *value;
    UiAction change; /* kind 0 = it cannot be changed */
    unsigned state;  /* of the value */
} SharePartsRow;
void share_parts_row(const View *view, SharePartsRow row);

/* "Gaat wel" of 1 to 5; the picture of that face. */
const char *share_parts_mood(const View *view, int mood);
const char *share_parts_face(int mood);

/* What the story is about; all its ready sentences, each on a line; the language and the week that
 * go along. Read from what is sealed, and nothing else. */
const char *share_parts_topic(const View *view, const SignalStory *story);
const char *share_parts_lines(const View *view, const SignalStory *story);
const char *share_parts_along(const View *view, const char *lang, const char *week);

#endif
