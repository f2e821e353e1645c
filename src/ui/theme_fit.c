/* theme_fit.c - how each face stands in the layout: padding, gap, height, icon and type.
 * Owns the table. Never lays out. */
#include "theme.h"

#include "check.h"

/* pad start, top, end, bottom, gap, min height, icon, type, centred, at the top, icon above */
static const ThemeFit FITS[FACE_COUNT] = {
    [FACE_NONE] = {0, 0, 0, 0, 0, 0, 0, TYPE_DEFAULT, false, false, false},
    [FACE_PAPER] = {0, 0, 0, 0, 0, 0, 0, TYPE_DEFAULT, false, false, false},
    [FACE_SAND] = {0, 0, 0, 0, 0, 0, 0, TYPE_DEFAULT, false, false, false},
    [FACE_READ] = {40, 36, 40, 0, 0, 0, 0, TYPE_DEFAULT, false, false, false},
    [FACE_ACTION] = {24, 20, 24, 20, 16, 0, 0, TYPE_DEFAULT, false, false, false},
    [FACE_STAGE] = {0, 0, 0, 0, 0, 0, 0, TYPE_DEFAULT, false, false, false},
    [FACE_STAGE_SIDE] = {0, 0, 0, 20, 0, 0, 0, TYPE_DEFAULT, false, false, false},
    [FACE_CHILD_ACTION] = {24, 24, 24, 20, 16, 0, 0, TYPE_DEFAULT, false, false, false},
    [FACE_PANEL] = {32, 32, 32, 32, 0, 0, 0, TYPE_DEFAULT, false, false, false},
    [FACE_PANEL_HUE] = {28, 18, 24, 22, 0, 0, 0, TYPE_DEFAULT, false, false, false},
    [FACE_PANEL_DANGER] = {44, 30, 44, 36, 14, 0, 0, TYPE_DEFAULT, false, false, false},
    [FACE_NOTE] = {24, 16, 24, 16, 18, 0, 52, TYPE_NOTE, false, false, false},
    [FACE_ROW] = {24, 14, 16, 14, 22, 0, 0, TYPE_DEFAULT, false, false, false},
    [FACE_ROW_OPEN] = {22, 8, 12, 8, 22, 112, 50, TYPE_BODY_TIGHT, false, false, false},
    [FACE_PICTURE] = {0, 0, 0, 0, 0, 0, 150, TYPE_DEFAULT, true, false, false},
    [FACE_BLOB] = {0, 0, 0, 0, 0, 0, 56, TYPE_DEFAULT, true, false, false},
    [FACE_BLOB_ROUND] = {0, 0, 0, 0, 0, 0, 43, TYPE_DEFAULT, true, false, false},
    [FACE_TAG] = {18, 2, 18, 4, 10, 0, 30, TYPE_SMALL_BOLD, false, false, false},
    [FACE_TITLE_CHILD] = {60, 36, 60, 0, 0, 0, 0, TYPE_CHILD_TITLE, true, false, false},
    [FACE_CARD] = {24, 24, 24, 30, 16, 0, 48, TYPE_CARD, false, false, false},
    [FACE_SITUATION] = {10, 10, 22, 18, 16, 0, 0, TYPE_SITUATION, false, false, false},
    [FACE_OPTION] = {24, 16, 30, 24, 24, 0, 0, TYPE_OPTION, false, false, false},
    [FACE_FEELING] = {40, 8, 40, 16, 44, 0, 0, TYPE_FEELING, false, false, false},
    [FACE_LANGUAGE] = {34, 10, 30, 20, 20, 0, 56, TYPE_H2, false, false, false},
    [FACE_TILE] = {0, 0, 0, 0, 0, 0, 0, TYPE_TILE, false, false, false},
    [FACE_TILE_LABEL] = {10, 6, 10, 18, 0, 62, 0, TYPE_TILE, true, false, false},
    [FACE_DOOR_PARENT] = {0, 0, 0, 0, 0, 0, 0, TYPE_DOOR, true, false, false},
    [FACE_DOOR_CHILD] = {0, 0, 0, 0, 0, 0, 0, TYPE_DOOR, true, false, false},
    [FACE_BUTTON] = {40, 16, 40, 24, 20, 112, 56, TYPE_BUTTON, true, false, false},
    [FACE_BUTTON_PRIMARY] = {40, 16, 40, 24, 20, 112, 56, TYPE_BUTTON, true, false, false},
    [FACE_BUTTON_CALL] = {40, 16, 40, 24, 20, 112, 56, TYPE_BUTTON, true, false, false},
    [FACE_BUTTON_SHARE] = {40, 16, 40, 24, 20, 112, 56, TYPE_BUTTON, true, false, false},
    [FACE_BUTTON_RED] = {40, 16, 40, 24, 20, 112, 56, TYPE_BUTTON, true, false, false},
    [FACE_BUTTON_QUIET] = {40, 16, 40, 24, 20, 112, 56, TYPE_BUTTON, true, false, false},
    [FACE_BUTTON_SUN] = {40, 16, 40, 24, 20, 112, 84, TYPE_HERO, true, false, false},
    [FACE_LINK] = {16, 6, 16, 8, 14, 88, 42, TYPE_LINK, true, false, false},
    [FACE_HERO] = {32, 14, 32, 24, 26, 148, 52, TYPE_HERO, false, false, false},
    [FACE_GO] = {0, 0, 0, 8, 28, 0, 140, TYPE_GO, true, false, false},
    [FACE_GO_SEND] = {0, 0, 0, 8, 28, 0, 110, TYPE_GO, true, false, false},
    [FACE_CHIP] = {34, 10, 34, 16, 14, 96, 44, TYPE_CHIP, true, false, false},
    [FACE_CHIP_TOPIC] = {12, 8, 14, 14, 12, 96, 0, TYPE_CHIP_TOPIC, false, false, false},
    [FACE_CHIP_CHANGE] = {24, 4, 24, 10, 14, 84, 36, TYPE_CHIP_SMALL, true, false, false},
    [FACE_CHIP_CHOICE] = {28, 4, 28, 10, 14, 88, 40, TYPE_CHIP, true, false, false},
    [FACE_CHIP_LANGUAGE] = {8, 6, 8, 12, 10, 104, 38, TYPE_CHIP, true, false, false},
    [FACE_SAY] = {0, 0, 0, 0, 0, 96, 52, TYPE_DEFAULT, true, false, false},
    [FACE_PLAYER] = {8, 6, 8, 6, 12, 0, 42, TYPE_DEFAULT, true, false, false},
    [FACE_KEYBOARD] = {20, 22, 20, 22, 10, 0, 0, TYPE_DEFAULT, false, false, false},
    [FACE_KEY] = {0, 0, 0, 6, 0, 112, 48, TYPE_KEY, true, false, false},
    [FACE_KEY_FUNCTION] = {0, 0, 0, 6, 0, 112, 48, TYPE_KEY_FUNCTION, true, false, false},
    [FACE_KEY_DONE] = {0, 0, 0, 6, 0, 112, 48, TYPE_CHIP, true, false, false},
    [FACE_PAD] = {0, 0, 0, 8, 0, 0, 76, TYPE_PAD, true, false, false},
    [FACE_PAD_QUIET] = {0, 0, 0, 8, 0, 0, 76, TYPE_PAD_SMALL, true, false, false},
    [FACE_LETTER] = {0, 0, 0, 6, 0, 0, 64, TYPE_LETTER, true, false, false},
    [FACE_LETTER_VOWEL] = {0, 0, 0, 6, 0, 0, 64, TYPE_LETTER, true, false, false},
    [FACE_FIELD] = {36, 0, 36, 0, 20, 128, 52, TYPE_FIELD, false, false, false},
    [FACE_FIELD_NOTE] = {34, 28, 34, 28, 20, 128, 0, TYPE_FIELD_NOTE, false, true, false},
    [FACE_FIELD_PLUM] = {36, 0, 36, 0, 20, 128, 52, TYPE_FIELD, false, false, false},
    [FACE_BAR] = {24, 20, 24, 24, 12, 0, 0, TYPE_DEFAULT, false, false, false},
    [FACE_BAR_ITEM] = {0, 0, 0, 6, 6, 116, 52, TYPE_BAR, true, false, true},
    [FACE_BAR_HELP] = {0, 0, 0, 6, 6, 116, 52, TYPE_BAR, true, false, true},
    [FACE_BAR_EXIT] = {0, 0, 0, 6, 0, 116, 40, TYPE_BAR_EXIT, true, false, true},
    [FACE_BAR_PLAIN] = {0, 0, 0, 6, 10, 116, 40, TYPE_BAR, true, false, false},
    [FACE_BUBBLE_START] = {28, 12, 28, 16, 0, 0, 0, TYPE_GREETING, true, false, false},
    [FACE_BUBBLE_END] = {28, 12, 28, 16, 0, 0, 0, TYPE_GREETING, true, false, false},
    [FACE_BUBBLE_SIDE] = {38, 26, 38, 30, 0, 0, 0, TYPE_CHILD_TEXT, false, false, false},
    [FACE_STEP_DONE] = {0, 0, 0, 0, 0, 0, 0, TYPE_DEFAULT, false, false, false},
    [FACE_STEP_NOW] = {0, 0, 0, 0, 0, 0, 0, TYPE_DEFAULT, false, false, false},
    [FACE_STEP_TODO] = {0, 0, 0, 0, 0, 0, 0, TYPE_DEFAULT, false, false, false},
    [FACE_STONE] = {0, 0, 0, 0, 0, 0, 32, TYPE_DEFAULT, true, false, false},
    [FACE_STONE_TODO] = {0, 0, 0, 0, 0, 0, 32, TYPE_DEFAULT, true, false, false},
    [FACE_STONE_PATH] = {0, 0, 0, 0, 0, 0, 0, TYPE_DEFAULT, false, false, false},
    [FACE_TIMELINE_DOT] = {0, 0, 0, 2, 0, 0, 36, TYPE_CHIP, true, false, false},
    [FACE_TIMELINE_LINE] = {0, 0, 0, 0, 0, 0, 0, TYPE_DEFAULT, false, false, false},
    [FACE_RADIO] = {0, 0, 0, 0, 0, 0, 0, TYPE_DEFAULT, false, false, false},
    [FACE_MARK] = {0, 0, 0, 0, 0, 0, 48, TYPE_DEFAULT, true, false, false},
    [FACE_MARK_PLUM] = {0, 0, 0, 0, 0, 0, 48, TYPE_DEFAULT, true, false, false},
    [FACE_RING] = {0, 0, 0, 0, 0, 0, 50, TYPE_DEFAULT, true, false, false},
    [FACE_DIALOG] = {56, 56, 56, 56, 24, 0, 0, TYPE_DEFAULT, false, false, false},
    [FACE_SHEET] = {40, 40, 40, 40, 24, 0, 0, TYPE_DEFAULT, false, false, false},
    [FACE_VEIL] = {0, 0, 0, 0, 0, 0, 0, TYPE_DEFAULT, false, false, false},
    [FACE_QR] = {8, 8, 8, 8, 0, 0, 0, TYPE_DEFAULT, false, false, false},
    [FACE_LINE] = {0, 0, 0, 0, 0, 0, 0, TYPE_DEFAULT, false, false, false},
    [FACE_SCENE] = {0, 0, 0, 0, 0, 0, 0, TYPE_DEFAULT, false, false, false},
    [FACE_PRIVACY] = {0, 0, 0, 0, 12, 0, 32, TYPE_MIN, true, false, false},
};

static bool is_bar_item(ThemeFace face)
{
    return face == FACE_BAR_ITEM || face == FACE_BAR_HELP || face == FACE_BAR_EXIT ||
           face == FACE_BAR_PLAIN;
}

/* Reading stands at the start of a wide panel, acting at its end, both as far from the edge as the
 * bar's items. */
static void fit_region(ThemeFace face, ThemeFit *fit)
{
    bool read = face == FACE_READ;
    fit->pad_start_u = read ? U_EDGE_WIDE : U_GUTTER_WIDE;
    fit->pad_end_u = read ? U_GUTTER_WIDE : U_EDGE_WIDE;
    fit->pad_top_u = U_TOP_WIDE;
    fit->pad_bottom_u = U_FOOT_WIDE;
}

/* Landscape and small: a lower bar, smaller icons, and room for the exit's words on one line. */
static void fit_wide(ThemeFace face, ThemeFit *fit)
{
    if (face == FACE_BAR)
        *fit = (ThemeFit){48, 16, 48, 18, 12, 0, 0, TYPE_DEFAULT, false, false, false};
    if (face == FACE_KEYBOARD) {
        fit->pad_top_u = U_GAP_TIGHT;
        fit->pad_bottom_u = U_FOOT_WIDE;
    }
    if (face == FACE_READ || face == FACE_ACTION || face == FACE_CHILD_ACTION)
        fit_region(face, fit);
    if (!is_bar_item(face))
        return;
    fit->min_h_u = U_BAR_TOP_ITEM_H;
    if (face == FACE_BAR_PLAIN)
        return;
    fit->icon_u = 46;
    fit->gap_u = 6;
    fit->type = TYPE_BAR;
}

ThemeFit theme_fit(const Theme *theme, ThemeFace face)
{
    check(face >= FACE_NONE && face < FACE_COUNT);
    ThemeFit fit = FITS[face];
    if (face == FACE_READ && theme->layout == LAYOUT_PORTRAIT && !theme->wish.child)
        fit.min_h_u = U_READ_MIN_H;
    if (theme->layout != LAYOUT_PORTRAIT)
        fit_wide(face, &fit);
    return fit;
}
