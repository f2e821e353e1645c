/* theme_color.h - the colours by name, in three looks, and how far two of them are apart.
 * Owns nothing. Part of theme.h, which includes it. */
#ifndef OKSP_THEME_COLOR_H
#define OKSP_THEME_COLOR_H

#include <stdint.h>

typedef enum ThemeLook { LOOK_LIGHT, LOOK_CALM, LOOK_HC, LOOK_COUNT } ThemeLook;

typedef enum ThemeInk {
    INK_DEFAULT, /* what the face says */
    INK_TEXT,
    INK_QUIET,
    INK_PAPER,
    INK_SURFACE,
    INK_SAND,
    INK_LINE,
    INK_EDGE,
    INK_LIP,
    INK_PETROL,
    INK_PETROL_DARK,
    INK_PETROL_SOFT,
    INK_PETROL_STRONG,
    INK_ON_PETROL,
    INK_CORAL,
    INK_CORAL_DARK,
    INK_CORAL_SOFT,
    INK_CORAL_STRONG,
    INK_ON_CORAL,
    INK_PLUM,
    INK_PLUM_DARK,
    INK_PLUM_SOFT,
    INK_PLUM_STRONG,
    INK_ON_PLUM,
    INK_SUN,
    INK_SUN_DARK,
    INK_SUN_SOFT,
    INK_SUN_STRONG,
    INK_SKY,
    INK_SKY_SOFT,
    INK_SKY_STRONG,
    INK_LEAF,
    INK_LEAF_SOFT,
    INK_LEAF_STRONG,
    INK_RED,
    INK_RED_DARK,
    INK_RED_SOFT,
    INK_RED_STRONG,
    INK_ON_RED,
    INK_FOCUS,
    INK_MARK,
    INK_MARK_LINE,
    INK_DISABLED,
    INK_DISABLED_EDGE,
    INK_ON_SUN, /* dark on sun in every look */
    INK_BLACK,  /* #1F2D33, the dark disc on coral; black on white in hc */
    INK_WHITE,
    INK_DOOR_PARENT, /* doors of the welcome screen: face, frame, inside */
    INK_DOOR_PARENT_FRAME,
    INK_DOOR_PARENT_INSIDE,
    INK_DOOR_CHILD,
    INK_DOOR_CHILD_FRAME,
    INK_DOOR_CHILD_INSIDE,
    INK_SENTENCE, /* tint under the sentence being spoken */
    INK_CHOSEN,   /* fill of something selected */
    INK_CHOSEN_PLUM,
    INK_KEY_FUNCTION, /* shift, backspace */
    INK_KEY_FUNCTION_LIP,
    INK_EXIT_LIP,
    INK_COUNT
} ThemeInk;

/* 0xRRGGBB. */
uint32_t theme_color(ThemeLook look, ThemeInk ink);

/* Opacity 0-255 of the veil behind dialogs (drawn in INK_TEXT, black in hc). */
int theme_dim_alpha(ThemeLook look);

/* WCAG 2.2 contrast ratio times ten, rounded down, of two 0xRRGGBB colours. */
int theme_contrast_x10(uint32_t a, uint32_t b);

/* The family of a picture ground, a blob, a note or a tag: soft fill, strong ink. */
typedef enum ThemeHue {
    HUE_NONE,
    HUE_PETROL,
    HUE_SKY,
    HUE_SUN,
    HUE_LEAF,
    HUE_CORAL,
    HUE_PLUM,
    HUE_RED,
    HUE_SAND,
    HUE_WHITE, /* surface with ink */
    HUE_BLACK, /* INK_BLACK with white: the phone disc */
    HUE_COUNT
} ThemeHue;

#endif
