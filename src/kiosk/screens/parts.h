/* parts.h - the pieces that several screens share: regions, heads, cards, choices, lines.
 * Owns nothing and decides nothing: every function only adds nodes. */
#ifndef OKSP_PARTS_H
#define OKSP_PARTS_H

#include "view.h"

/* The bar, in the same slots on every screen. */
void parts_bar(const View *view);

/* The body of a screen: a reading region and an action region, one above the other in portrait,
 * side by side in landscape. Close each with ui_close. */
void parts_body(const View *view);
void parts_read(const View *view);

/* How tall the reading region must be at least, so that nothing to press stands out of reach, and
 * lower still when the visitor asked for low buttons; 0 = as its face says. */
int parts_read_height(const View *view);

/* The same as a number of u, for who reckons with it. */
int parts_reach(const View *view);

/* How far the targets of a wide screen stay from its top, so that they are within reach. */
UiEdges parts_wide_reach(const View *view);
void parts_action(const View *view, int top_u, int gap_u);

/* Title and a line under it (`lead` may be NULL). */
void parts_title(const View *view, TextKey title, const char *lead);

/* Title with a lead in its own row of the head: stepper, "3 van 7", question, lead. */
void parts_question(const View *view, ScreenId step, const char *title, const char *lead);

/* How far words and fields stay from the sides of a screen that is not split in regions. */
int parts_edge(const View *view);

/* Fills what is left of a reading region beside its action region: a picture that says what the
 * screen is about. Nothing in portrait, and nothing in calm colours, where less is better. */
void parts_side_picture(const View *view, const char *picture);

/* Landscape: a reading region at the start with a button under it that is read last. Open; fill the
 * reading region and ui_close it; an action region; foot, with the button; close. */
void parts_side_open(const View *view);
void parts_side_foot(const View *view);
void parts_side_close(const View *view);

/* A step of the callback: its question, and the region in which it is answered. In portrait they
 * stand above each other with Verder at the end; in landscape the question stands at the start,
 * with a picture, and Verder under it (mock-up 05d), so that the answers have all of the height.
 * Everything between open and close is an answer. */
typedef struct PartsStep {
    ScreenId screen;
    const char *title;
    const char *lead; /* NULL = none */
    const char *picture;
    int top_u, gap_u; /* of the answers, as parts_action has them */
} PartsStep;
void parts_step_open(const View *view, PartsStep step);
void parts_step_close(const View *view, bool ready);

/* The same without a lead, in one row: for the check screen in landscape (mock-up 05g). */
void parts_question_row(const View *view, ScreenId step, const char *title);

/* A disc or rounded square with an icon. */
void parts_blob(const View *view, const char *icon, ThemeHue hue, int size_u);
void parts_disc(const View *view, const char *icon, ThemeHue hue, int size_u);

/* The ring of a choice, or its check. */
void parts_mark(const View *view, bool chosen, int size_u);

/* Verder; dashed while `ready` is false, but still there to be asked why. */
void parts_next(const View *view, bool ready);

/* A large button with two lines. */
typedef struct PartsHero {
    const char *id;
    TextKey title;
    const char *sub;
    int height_u;
} PartsHero;
void parts_call(const View *view, PartsHero hero);

/* A choice that fills a row: icon, words, ring. */
typedef struct PartsChoice {
    const char *id;
    const char *icon;
    ThemeHue hue;
    const char *title;
    const char *sub; /* NULL = none */
    bool chosen;
    UiAction action;
} PartsChoice;
void parts_choice(const View *view, PartsChoice choice);

/* A button with an icon at its start. */
typedef struct PartsButton {
    const char *id;
    ThemeFace face;
    const char *icon;
    const char *label;
    UiAction action;
    int grow;
    int height_u;
    bool after;     /* the icon stands behind the words, as on Verder */
    bool mirror;    /* the icon is an arrow */
    bool tight;     /* little room beside the words */
    bool choice;    /* one of several answers */
    bool chosen;    /* the one that was given: filled */
    ThemeType type; /* 0 = as its face says */
} PartsButton;
void parts_button(const View *view, PartsButton button);

/* A soft line of advice. */
void parts_note(const View *view, ThemeHue hue, const char *icon, const char *label);

/* Icon, and a sentence beside it. */
void parts_line(const View *view, ThemeHue hue, const char *icon, const char *label);

/* The phone of the support point as a large panel (failure screens). */
void parts_phone(const View *view);

/* "Wij bellen u binnen 2 werkdagen. Gratis." */
const char *parts_promise(const View *view);

#endif
