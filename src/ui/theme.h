/* theme.h - how everything looks, as tables: colours, faces, type, sizes, and the scale of a panel.
 * Owns no memory. Knows no screen, no word and no library; a painter turns rows into pixels.
 * Unit: 1 u = 1 px on a 1080 px wide portrait panel; px = round(u * Theme.k). */
#ifndef OKSP_THEME_H
#define OKSP_THEME_H

#include <stdbool.h>
#include <stdint.h>

#include "limit.h"
#include "sizes.h"
#include "theme_color.h"

/* ---- choices of the visitor, facts of the panel ---- */

typedef enum ThemeText {
    TEXT_SIZE_100,
    TEXT_SIZE_120,
    TEXT_SIZE_145,
    TEXT_SIZE_175,
    TEXT_SIZE_COUNT
} ThemeText;
typedef enum ThemeLayout { LAYOUT_PORTRAIT, LAYOUT_LANDSCAPE, LAYOUT_SMALL } ThemeLayout;

typedef struct Panel {
    int width_px, height_px;
    double px_per_mm;    /* measured with the ruler of the staff screen; 0 means unknown (2.71) */
    int mount_bottom_mm; /* floor to the lower edge of the picture */
} Panel;

typedef struct ThemeWish {
    ThemeLook look;
    ThemeText text;
    bool low;   /* the visitor asked for low buttons: the bar goes to the bottom */
    bool child; /* the children's side: reach 1,015 mm, larger titles, red help */
} ThemeWish;

/* Everything a screen and a painter need to know about this panel and these choices. */
typedef struct Theme {
    ThemeWish wish;
    Panel panel;
    ThemeLayout layout;
    double k;              /* px per u */
    double panel_k;        /* what k is on this panel while a screen fits (see ui_end) */
    int width_u, height_u; /* the canvas: portrait is 1080 wide, landscape 1920, small 1730 */
    bool bar_at_top;       /* landscape and small, when the top is within reach and not `low` */
    int reach_u;           /* no target may start above this y (0 = all of the panel) */
    int reach_px;          /* the same on the glass, whatever the scale */
    int target_min_px;     /* 20 mm (30 at 175 %), smallest width and height of a target */
    int key_min_px;        /* the same for keys: 20 mm, or 18 on a narrow panel */
    int target_min_u;      /* the same in u, rounded up */
    int key_min_u;
    int gap_min_u;    /* 3 mm, at least U_GAP_TIGHT */
    int exit_gap_u;   /* 15 mm round the exit */
    int text_percent; /* 100 120 145 175; ui_end lowers it on a screen without room */
    int text_min_px;  /* em size whose capitals are 4.8 mm in the main face */
    int icon_percent; /* icons beside text: 100 105 113 120 */
} Theme;

/* Join the theme (u) and the floors (mm). A panel with a zero or negative size is our own mistake.
 * On panels under 300 mm wide the floors are met as far as 1.5 times the drawn size. */
Theme theme_scale(const Panel *panel, ThemeWish wish);

/* Another scale for the same panel: the canvas in u changes, the floors in millimetres do not. */
void theme_set_scale(Theme *theme, double k);

/* 100, 120, 145 or 175. */
int theme_text_percent(ThemeText text);

/* u to px, rounded to nearest, and back. */
int theme_px(const Theme *theme, int u);
int theme_u(const Theme *theme, int px);

/* ---- type ---- */

typedef enum ThemeType {
    TYPE_DEFAULT,           /* what the face says; TYPE_BODY without a face */
    TYPE_DISPLAY,           /* 84/98 bold: welcome */
    TYPE_DISPLAY_SMALL,     /* 80/96 bold: are you still there */
    TYPE_NUMBER_BIG,        /* 112/130 bold: the phone on a failure screen */
    TYPE_NUMBER_HELP,       /* 190/210 bold: 112 */
    TYPE_CODE,              /* 92/108 bold, spaced: the code of a request */
    TYPE_H1,                /* 60/72 bold, balanced: the question */
    TYPE_H1_HOME,           /* 58/68 */
    TYPE_H1_TOPIC,          /* 56/66 */
    TYPE_H1_SHEET,          /* 48/58 */
    TYPE_H1_DONE,           /* 64/76 */
    TYPE_H1_BIG,            /* 68/82 */
    TYPE_H2,                /* 42/54 bold */
    TYPE_H2_TIGHT,          /* 42/48 bold */
    TYPE_H3,                /* 34/44 bold */
    TYPE_CHILD_TITLE,       /* 62/74 bold, balanced, centred by its face */
    TYPE_CHILD_TITLE_BIG,   /* 66/80 bold */
    TYPE_CHILD_TITLE_SMALL, /* 56/68 bold */
    TYPE_CHILD_TEXT,        /* 41/54, balanced */
    TYPE_CHILD_TEXT_SMALL,  /* 38/50, balanced */
    TYPE_LEAD_BIG,          /* 40/56 */
    TYPE_LEAD,              /* 34/50 */
    TYPE_LEAD_TOPIC,        /* 33/46 */
    TYPE_BODY,              /* 32/46 */
    TYPE_BODY_LIST,         /* 32/44 */
    TYPE_BODY_TIGHT,        /* 32/38 */
    TYPE_STEP,              /* 31/42 */
    TYPE_NOTE,              /* 30/40 */
    TYPE_SUB,               /* 30/38, under a button's word */
    TYPE_SMALL,             /* 28/38 */
    TYPE_SMALL_BOLD,        /* 28/38 bold */
    TYPE_MIN,               /* 28/36 */
    TYPE_MIN_BOLD,          /* 28/36 bold */
    TYPE_CAPTION,           /* 28/32, above a checked value */
    TYPE_VALUE,             /* 33/41 bold, a checked value */
    TYPE_NAME,              /* 30/36 bold, a helper's name, a group heading */
    TYPE_BUTTON,            /* 36/44 bold */
    TYPE_BUTTON_SMALL,      /* 33/38 bold */
    TYPE_BUTTON_FLOW,       /* 40/44 bold: Verder */
    TYPE_BUTTON_SEND,       /* 42/44 bold: Verstuur */
    TYPE_BUTTON_CHILD,      /* 42/50 bold */
    TYPE_GO,                /* 48/56 bold */
    TYPE_HERO,              /* 44/52 bold: Bel mij terug */
    TYPE_DOOR,              /* 48/56 bold */
    TYPE_DOOR_SUB,          /* 34/42 bold */
    TYPE_LINK,              /* 30/36 bold */
    TYPE_CHIP,              /* 32/40 bold */
    TYPE_CHIP_SMALL,        /* 30/36 bold: Wijzig */
    TYPE_CHIP_TOPIC,        /* 28/33 bold: related topics */
    TYPE_SITUATION,         /* 33/40 bold, balanced */
    TYPE_OPTION,            /* 34/42 bold, balanced */
    TYPE_CARD,              /* 37/46 bold */
    TYPE_ROW,               /* 38/46 bold */
    TYPE_FEELING,           /* 46/54 bold, balanced */
    TYPE_TILE,              /* 30/35 bold, balanced: a child's tile in three columns */
    TYPE_TILE_WIDE,         /* 34/40 bold, balanced: in two columns */
    TYPE_GREETING,          /* 42/54 bold: bubbles on welcome */
    TYPE_BAR,               /* 28/32 bold */
    TYPE_BAR_EXIT,          /* 28/29 bold, two lines */
    TYPE_KEY,               /* 44/52 bold */
    TYPE_KEY_FUNCTION,      /* 30/36 bold */
    TYPE_PAD,               /* 76/88 bold */
    TYPE_PAD_SMALL,         /* 48/56 bold: +31 */
    TYPE_LETTER,            /* 72/84 bold */
    TYPE_FIELD,             /* 52/64 bold */
    TYPE_FIELD_NUMBER,      /* 62/74 bold, spaced */
    TYPE_FIELD_NOTE,        /* 42/60 */
    TYPE_COUNT
} ThemeType;

typedef struct ThemeStyle {
    int size_u, line_u;
    bool bold;
    bool balance;      /* even lines, no single word on the last */
    int spacing_x10_u; /* letter spacing, tenths of a u; 0 for joined scripts */
} ThemeStyle;

/* The row of the table, at 100 %. */
ThemeStyle theme_style(ThemeType type);

/* A style as pixels on this panel. Text sizes count whole for reading text, for 70 % over 34 u, for
 * half over 60 u, and not for bar and keys; nothing falls under the floor of 4.8 mm capitals.
 * `lang` (BCP 47, may be NULL) makes lines of Arabic, Persian and Ethiopic 15 % higher and takes
 * letter spacing away. */
typedef struct ThemeFont {
    int size_px, line_px, spacing_x10_px;
    bool bold, balance;
} ThemeFont;
ThemeFont theme_font(const Theme *theme, ThemeType type, const char *lang);

/* ---- faces ---- */

typedef enum ThemeFace {
    FACE_NONE,
    FACE_PAPER,        /* the screen */
    FACE_SAND,         /* a quiet screen or region */
    FACE_READ,         /* reading region: padding only */
    FACE_ACTION,       /* action region: padding and gap only */
    FACE_STAGE,        /* the child's stage: hue soft, lower corners 64 */
    FACE_STAGE_SIDE,   /* the same at the side: all corners 48 */
    FACE_CHILD_ACTION, /* the child's action region: padding and gap only */
    FACE_PANEL,        /* for reading: no lip */
    FACE_PANEL_HUE,    /* the same in a soft hue */
    FACE_PANEL_DANGER, /* red, with white: are you in danger now */
    FACE_NOTE,         /* a soft line of advice: hue, icon strong, text ink */
    FACE_ROW,          /* a checked line: white, no lip */
    FACE_ROW_OPEN,     /* an optional line: outline only */
    FACE_PICTURE,      /* ground of an illustration: hue soft, corner 24 */
    FACE_BLOB,         /* ground of an icon: hue soft, corner 28 */
    FACE_BLOB_ROUND,   /* the same, a disc */
    FACE_TAG,          /* a read-only label in a soft hue */
    FACE_TITLE_CHILD,  /* the title on a stage: padding, centred */
    FACE_CARD,         /* something to press with its own content */
    FACE_SITUATION,    /* picture and words side by side */
    FACE_OPTION,       /* a question card; selected = ring */
    FACE_FEELING,      /* a face and its word; selected = ring */
    FACE_LANGUAGE,     /* a language and its greeting; selected = filled */
    FACE_TILE,         /* a child's tile: picture above words */
    FACE_TILE_LABEL,   /* the words of a child's tile */
    FACE_DOOR_PARENT,
    FACE_DOOR_CHILD,
    FACE_BUTTON,         /* white */
    FACE_BUTTON_PRIMARY, /* petrol */
    FACE_BUTTON_CALL,    /* coral */
    FACE_BUTTON_SHARE,   /* plum */
    FACE_BUTTON_RED,     /* help only */
    FACE_BUTTON_QUIET,   /* sand */
    FACE_BUTTON_SUN,     /* read this aloud */
    FACE_LINK,           /* outline, small */
    FACE_HERO,           /* coral, large, words at the start */
    FACE_GO,             /* a child's big go: petrol */
    FACE_GO_SEND,        /* a child's big send: coral */
    FACE_CHIP,
    FACE_CHIP_TOPIC,  /* related topic: blob and two lines */
    FACE_CHIP_CHANGE, /* Wijzig */
    FACE_CHIP_CHOICE, /* Ja / Nee */
    FACE_CHIP_LANGUAGE,
    FACE_SAY,
    FACE_PLAYER, /* the sun pill of reading aloud */
    FACE_KEYBOARD,
    FACE_KEY,
    FACE_KEY_FUNCTION,
    FACE_KEY_DONE,
    FACE_PAD,
    FACE_PAD_QUIET,
    FACE_LETTER,
    FACE_LETTER_VOWEL,
    FACE_FIELD,
    FACE_FIELD_NOTE,
    FACE_FIELD_PLUM,
    FACE_BAR,
    FACE_BAR_ITEM,
    FACE_BAR_HELP,
    FACE_BAR_EXIT,
    FACE_BAR_PLAIN,    /* Medewerker */
    FACE_BUBBLE_START, /* tail down at the start */
    FACE_BUBBLE_END,   /* tail down at the end */
    FACE_BUBBLE_SIDE,  /* tail at the start side */
    FACE_STEP_DONE,
    FACE_STEP_NOW,
    FACE_STEP_TODO,
    FACE_STONE, /* a child's step: a round stone */
    FACE_STONE_TODO,
    FACE_STONE_PATH,
    FACE_TIMELINE_DOT,
    FACE_TIMELINE_LINE,
    FACE_RADIO, /* empty ring of a choice */
    FACE_MARK,  /* petrol disc with a check */
    FACE_MARK_PLUM,
    FACE_RING, /* clock without digits */
    FACE_DIALOG,
    FACE_SHEET,
    FACE_VEIL,    /* dims what is behind it */
    FACE_QR,      /* white in every look */
    FACE_LINE,    /* a divider */
    FACE_SCENE,   /* the hills of the welcome screen; paper in calm and hc */
    FACE_PRIVACY, /* lock and sentence, quiet */
    FACE_COUNT
} ThemeFace;

typedef enum ThemeShape {
    SHAPE_NONE,       /* nothing is drawn */
    SHAPE_BOX,        /* rounded box */
    SHAPE_BOX_TOP,    /* upper corners only (the bar at the bottom, trays) */
    SHAPE_BOX_BOTTOM, /* lower corners only (stage, the bar at the top) */
    SHAPE_ROUND,      /* corner = half of the shorter side */
    SHAPE_DOOR,
    SHAPE_BUBBLE_START,
    SHAPE_BUBBLE_END,
    SHAPE_BUBBLE_SIDE,
    SHAPE_RING,
    SHAPE_SCENE,
    SHAPE_VEIL
} ThemeShape;

/* Shadows of the look: offset y, blur and opacity are theme_shadow(). */
typedef enum ThemeShadow {
    SHADOW_NONE,
    SHADOW_LOW,
    SHADOW_CARD,
    SHADOW_DOCK,
    SHADOW_DIALOG
} ThemeShadow;

typedef struct ThemeShade {
    int offset_y_u, blur_u, alpha; /* alpha 0-255 of `color` */
    uint32_t color;
} ThemeShade;
ThemeShade theme_shadow(ThemeLook look, ThemeShadow shadow);

/* How a face stands in the layout: defaults that a node takes where it wishes nothing. */
typedef struct ThemeFit {
    int pad_start_u, pad_top_u, pad_end_u, pad_bottom_u;
    int gap_u, min_h_u, icon_u;
    ThemeType type;
    bool center;   /* words and icon in the middle, else at the start */
    bool top;      /* words at the top of their box, not in the middle of its height */
    bool icon_top; /* icon above the words */
} ThemeFit;
ThemeFit theme_fit(const Theme *theme, ThemeFace face);

/* How a face is painted. Colours are 0xRRGGBB. */
enum { PAINT_NO_FILL = 1, PAINT_DASHED = 2 };
enum { THEME_RINGS_MAX = 4 };
typedef struct ThemeRing {
    uint32_t color;
    int width_u;
    int out_u; /* from the box to the inner edge of the ring; negative = inside the box */
} ThemeRing;

typedef struct ThemePaint {
    ThemeShape shape;
    unsigned flags;                        /* PAINT_* */
    uint32_t fill, lip, border, ink, icon; /* ink of words, colour of the icon */
    int corner_u, lip_u, border_u;
    int drop_u; /* pressed: how far face and content move down */
    ThemeShadow shadow;
    ThemeRing rings[THEME_RINGS_MAX]; /* selected, speaking, focused; drawn in this order */
    int ring_count;
} ThemePaint;

/* The paint of a face. `state` are STATE_* bits of ui.h; `hue` counts for faces that have one. */
ThemePaint theme_paint(const Theme *theme, ThemeFace face, ThemeHue hue, unsigned state);

#endif
