/* subjects.h - the eight situations to choose from, each with its picture, and one answer for who
 * knows better: where a callback and an experience are about (mock-ups 05a, 07b).
 * Owns nothing and decides nothing: what a tap does is said by the screen. */
#ifndef OKSP_SUBJECTS_H
#define OKSP_SUBJECTS_H

#include "view.h"

/* The last answer: "ik weet het niet", "iets anders". */
typedef struct SubjectsOther {
    const char *id; /* with the screen's name */
    const char *icon;
    TextKey text;
    UiAction action;
    bool chosen;
} SubjectsOther;

typedef struct Subjects {
    ActKind act;     /* its argument is the number of the situation */
    ThemeHue hue;    /* of what is chosen: HUE_NONE or HUE_PLUM */
    unsigned chosen; /* a bit for each situation */
    SubjectsOther other;
} Subjects;

/* Two columns of pictures; large letters get a row of their own, or no picture beside them. */
void subjects_show(const View *view, const Subjects *subjects);

#endif
