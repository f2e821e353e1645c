/* theme_face.c - the face table: how each thing is painted in each state.
 * Owns the table. Never paints and never lays out. */
#include "theme.h"

#include "check.h"
#include "ui.h"

/* A colour of a face that follows the node's hue. */
enum { INK_HUE = INK_COUNT };

/* The step that is being answered: a ring this wide, as far off its bar. */
enum { STEP_RING_U = 4 };

typedef struct FaceRow {
    ThemeShape shape;
    int fill, lip, border, ink, icon; /* ThemeInk, INK_HUE, or INK_DEFAULT for none */
    int border_u, corner_u, lip_u;
    ThemeShadow shadow;
} FaceRow;

/* shape, fill, lip, border, words, icon, border width, corner, lip height, shadow */
static const FaceRow ROWS[FACE_COUNT] = {
    [FACE_PAPER] = {SHAPE_BOX, INK_PAPER, INK_DEFAULT, INK_DEFAULT, INK_TEXT, INK_TEXT, 0, 0, 0,
                    SHADOW_NONE},
    [FACE_SAND] = {SHAPE_BOX, INK_SAND, INK_DEFAULT, INK_DEFAULT, INK_TEXT, INK_TEXT, 0, 0, 0,
                   SHADOW_NONE},
    [FACE_STAGE] = {SHAPE_BOX_BOTTOM, INK_HUE, INK_DEFAULT, INK_DEFAULT, INK_TEXT, INK_HUE, 0, 64,
                    0, SHADOW_NONE},
    [FACE_STAGE_SIDE] = {SHAPE_BOX, INK_HUE, INK_DEFAULT, INK_DEFAULT, INK_TEXT, INK_HUE, 0, 48, 0,
                         SHADOW_NONE},
    [FACE_PANEL] = {SHAPE_BOX, INK_SURFACE, INK_DEFAULT, INK_DEFAULT, INK_TEXT, INK_TEXT, 0, 32, 0,
                    SHADOW_NONE},
    [FACE_PANEL_HUE] = {SHAPE_BOX, INK_HUE, INK_DEFAULT, INK_DEFAULT, INK_TEXT, INK_HUE, 0, 32, 0,
                        SHADOW_NONE},
    [FACE_PANEL_DANGER] = {SHAPE_BOX, INK_RED, INK_DEFAULT, INK_DEFAULT, INK_ON_RED, INK_ON_RED, 0,
                           56, 0, SHADOW_NONE},
    [FACE_NOTE] = {SHAPE_BOX, INK_HUE, INK_DEFAULT, INK_DEFAULT, INK_TEXT, INK_HUE, 0, 28, 0,
                   SHADOW_NONE},
    [FACE_ROW] = {SHAPE_BOX, INK_SURFACE, INK_DEFAULT, INK_DEFAULT, INK_TEXT, INK_TEXT, 0, 28, 0,
                  SHADOW_NONE},
    [FACE_ROW_OPEN] = {SHAPE_BOX, INK_DEFAULT, INK_DEFAULT, INK_LINE, INK_TEXT, INK_PETROL_STRONG,
                       3, 28, 0, SHADOW_NONE},
    [FACE_PICTURE] = {SHAPE_BOX, INK_HUE, INK_DEFAULT, INK_DEFAULT, INK_HUE, INK_HUE, 0, 24, 0,
                      SHADOW_NONE},
    [FACE_BLOB] = {SHAPE_BOX, INK_HUE, INK_DEFAULT, INK_DEFAULT, INK_HUE, INK_HUE, 0, 28, 0,
                   SHADOW_NONE},
    [FACE_BLOB_ROUND] = {SHAPE_ROUND, INK_HUE, INK_DEFAULT, INK_DEFAULT, INK_HUE, INK_HUE, 0, 0, 0,
                         SHADOW_NONE},
    [FACE_TAG] = {SHAPE_BOX, INK_HUE, INK_DEFAULT, INK_DEFAULT, INK_HUE, INK_HUE, 0, 18, 0,
                  SHADOW_NONE},
    [FACE_CARD] = {SHAPE_BOX, INK_SURFACE, INK_LIP, INK_DEFAULT, INK_TEXT, INK_PETROL_STRONG, 0, 32,
                   8, SHADOW_CARD},
    [FACE_SITUATION] = {SHAPE_BOX, INK_SURFACE, INK_LIP, INK_DEFAULT, INK_TEXT, INK_PETROL_STRONG,
                        0, 32, 8, SHADOW_CARD},
    [FACE_OPTION] = {SHAPE_BOX, INK_SURFACE, INK_LIP, INK_DEFAULT, INK_TEXT, INK_PETROL_STRONG, 0,
                     32, 8, SHADOW_CARD},
    [FACE_FEELING] = {SHAPE_BOX, INK_SURFACE, INK_LIP, INK_DEFAULT, INK_TEXT, INK_PETROL_STRONG, 0,
                      32, 8, SHADOW_CARD},
    [FACE_LANGUAGE] = {SHAPE_BOX, INK_SURFACE, INK_LIP, INK_DEFAULT, INK_TEXT, INK_PETROL_STRONG, 0,
                       32, 8, SHADOW_CARD},
    [FACE_TILE] = {SHAPE_BOX, INK_SURFACE, INK_LIP, INK_DEFAULT, INK_TEXT, INK_PETROL_STRONG, 0, 32,
                   8, SHADOW_CARD},
    [FACE_DOOR_PARENT] = {SHAPE_DOOR, INK_DOOR_PARENT, INK_DOOR_PARENT_FRAME, INK_DEFAULT,
                          INK_WHITE, INK_WHITE, 0, 0, 10, SHADOW_NONE},
    [FACE_DOOR_CHILD] = {SHAPE_DOOR, INK_DOOR_CHILD, INK_DOOR_CHILD_FRAME, INK_DEFAULT, INK_WHITE,
                         INK_WHITE, 0, 0, 10, SHADOW_NONE},
    [FACE_BUTTON] = {SHAPE_BOX, INK_SURFACE, INK_LIP, INK_DEFAULT, INK_TEXT, INK_TEXT, 0, 30, 8,
                     SHADOW_LOW},
    [FACE_BUTTON_PRIMARY] = {SHAPE_BOX, INK_PETROL, INK_PETROL_DARK, INK_DEFAULT, INK_ON_PETROL,
                             INK_ON_PETROL, 0, 30, 8, SHADOW_LOW},
    [FACE_BUTTON_CALL] = {SHAPE_BOX, INK_CORAL, INK_CORAL_DARK, INK_DEFAULT, INK_ON_CORAL,
                          INK_ON_CORAL, 0, 30, 8, SHADOW_LOW},
    [FACE_BUTTON_SHARE] = {SHAPE_BOX, INK_PLUM, INK_PLUM_DARK, INK_DEFAULT, INK_ON_PLUM,
                           INK_ON_PLUM, 0, 30, 8, SHADOW_LOW},
    [FACE_BUTTON_RED] = {SHAPE_BOX, INK_RED, INK_RED_DARK, INK_DEFAULT, INK_ON_RED, INK_ON_RED, 0,
                         30, 8, SHADOW_LOW},
    [FACE_BUTTON_QUIET] = {SHAPE_BOX, INK_SAND, INK_LIP, INK_DEFAULT, INK_TEXT, INK_TEXT, 0, 30, 8,
                           SHADOW_LOW},
    [FACE_BUTTON_SUN] = {SHAPE_BOX, INK_SUN, INK_SUN_DARK, INK_DEFAULT, INK_ON_SUN, INK_ON_SUN, 0,
                         36, 8, SHADOW_LOW},
    [FACE_LINK] = {SHAPE_BOX, INK_DEFAULT, INK_DEFAULT, INK_EDGE, INK_TEXT, INK_TEXT, 2, 30, 0,
                   SHADOW_NONE},
    [FACE_HERO] = {SHAPE_BOX, INK_CORAL, INK_CORAL_DARK, INK_DEFAULT, INK_ON_CORAL, INK_ON_CORAL, 0,
                   36, 8, SHADOW_LOW},
    [FACE_GO] = {SHAPE_BOX, INK_PETROL, INK_PETROL_DARK, INK_DEFAULT, INK_ON_PETROL, INK_ON_PETROL,
                 0, 36, 10, SHADOW_LOW},
    [FACE_GO_SEND] = {SHAPE_BOX, INK_CORAL, INK_CORAL_DARK, INK_DEFAULT, INK_ON_CORAL, INK_ON_CORAL,
                      0, 36, 10, SHADOW_LOW},
    [FACE_CHIP] = {SHAPE_BOX, INK_SURFACE, INK_LIP, INK_DEFAULT, INK_TEXT, INK_TEXT, 0, 48, 6,
                   SHADOW_LOW},
    [FACE_CHIP_TOPIC] = {SHAPE_BOX, INK_SURFACE, INK_LIP, INK_DEFAULT, INK_TEXT, INK_TEXT, 0, 32, 6,
                         SHADOW_LOW},
    [FACE_CHIP_CHANGE] = {SHAPE_BOX, INK_SAND, INK_LIP, INK_DEFAULT, INK_TEXT, INK_TEXT, 0, 26, 6,
                          SHADOW_LOW},
    [FACE_CHIP_CHOICE] = {SHAPE_BOX, INK_SURFACE, INK_LIP, INK_DEFAULT, INK_TEXT, INK_TEXT, 0, 28,
                          6, SHADOW_LOW},
    [FACE_CHIP_LANGUAGE] = {SHAPE_BOX, INK_SURFACE, INK_LIP, INK_DEFAULT, INK_TEXT, INK_TEXT, 0, 48,
                            6, SHADOW_LOW},
    [FACE_SAY] = {SHAPE_ROUND, INK_SURFACE, INK_LIP, INK_DEFAULT, INK_PETROL_STRONG,
                  INK_PETROL_STRONG, 0, 0, 5, SHADOW_LOW},
    [FACE_PLAYER] = {SHAPE_BOX, INK_SUN, INK_DEFAULT, INK_DEFAULT, INK_ON_SUN, INK_ON_SUN, 0, 54, 0,
                     SHADOW_NONE},
    [FACE_KEYBOARD] = {SHAPE_BOX_TOP, INK_SAND, INK_DEFAULT, INK_DEFAULT, INK_TEXT, INK_TEXT, 0, 40,
                       0, SHADOW_NONE},
    [FACE_KEY] = {SHAPE_BOX, INK_SURFACE, INK_LIP, INK_DEFAULT, INK_TEXT, INK_TEXT, 0, 20, 6,
                  SHADOW_NONE},
    [FACE_KEY_FUNCTION] = {SHAPE_BOX, INK_KEY_FUNCTION, INK_KEY_FUNCTION_LIP, INK_DEFAULT, INK_TEXT,
                           INK_TEXT, 0, 20, 6, SHADOW_NONE},
    [FACE_KEY_DONE] = {SHAPE_BOX, INK_PETROL, INK_PETROL_DARK, INK_DEFAULT, INK_ON_PETROL,
                       INK_ON_PETROL, 0, 20, 6, SHADOW_NONE},
    [FACE_PAD] = {SHAPE_BOX, INK_SURFACE, INK_LIP, INK_DEFAULT, INK_TEXT, INK_TEXT, 0, 32, 8,
                  SHADOW_CARD},
    [FACE_PAD_QUIET] = {SHAPE_BOX, INK_SAND, INK_LIP, INK_DEFAULT, INK_TEXT, INK_TEXT, 0, 32, 8,
                        SHADOW_CARD},
    [FACE_LETTER] = {SHAPE_BOX, INK_SURFACE, INK_LIP, INK_DEFAULT, INK_TEXT, INK_TEXT, 0, 20, 6,
                     SHADOW_NONE},
    [FACE_LETTER_VOWEL] = {SHAPE_BOX, INK_CORAL_SOFT, INK_LIP, INK_DEFAULT, INK_TEXT, INK_TEXT, 0,
                           20, 6, SHADOW_NONE},
    [FACE_FIELD] = {SHAPE_BOX, INK_SURFACE, INK_DEFAULT, INK_PETROL, INK_TEXT, INK_TEXT, 4, 28, 0,
                    SHADOW_NONE},
    [FACE_FIELD_NOTE] = {SHAPE_BOX, INK_SURFACE, INK_DEFAULT, INK_PETROL, INK_TEXT, INK_TEXT, 4, 28,
                         0, SHADOW_NONE},
    [FACE_FIELD_PLUM] = {SHAPE_BOX, INK_SURFACE, INK_DEFAULT, INK_PLUM, INK_TEXT, INK_TEXT, 4, 28,
                         0, SHADOW_NONE},
    [FACE_BAR] = {SHAPE_BOX_TOP, INK_SAND, INK_DEFAULT, INK_DEFAULT, INK_TEXT, INK_TEXT, 0, 44, 0,
                  SHADOW_NONE},
    [FACE_BAR_ITEM] = {SHAPE_BOX, INK_SURFACE, INK_LIP, INK_DEFAULT, INK_TEXT, INK_TEXT, 0, 28, 6,
                       SHADOW_NONE},
    [FACE_BAR_HELP] = {SHAPE_BOX, INK_CORAL_SOFT, INK_LIP, INK_DEFAULT, INK_CORAL_STRONG,
                       INK_CORAL_STRONG, 0, 28, 6, SHADOW_NONE},
    [FACE_BAR_EXIT] = {SHAPE_BOX, INK_TEXT, INK_EXIT_LIP, INK_DEFAULT, INK_PAPER, INK_PAPER, 0, 28,
                       6, SHADOW_NONE},
    [FACE_BAR_PLAIN] = {SHAPE_NONE, INK_DEFAULT, INK_DEFAULT, INK_DEFAULT, INK_TEXT, INK_TEXT, 0,
                        28, 0, SHADOW_NONE},
    [FACE_BUBBLE_START] = {SHAPE_BUBBLE_START, INK_SURFACE, INK_DEFAULT, INK_DEFAULT, INK_TEXT,
                           INK_TEXT, 0, 32, 0, SHADOW_LOW},
    [FACE_BUBBLE_END] = {SHAPE_BUBBLE_END, INK_SURFACE, INK_DEFAULT, INK_DEFAULT, INK_TEXT,
                         INK_TEXT, 0, 32, 0, SHADOW_LOW},
    [FACE_BUBBLE_SIDE] = {SHAPE_BUBBLE_SIDE, INK_SURFACE, INK_DEFAULT, INK_DEFAULT, INK_TEXT,
                          INK_TEXT, 0, 40, 0, SHADOW_LOW},
    [FACE_STEP_DONE] = {SHAPE_BOX, INK_PETROL, INK_DEFAULT, INK_DEFAULT, INK_TEXT, INK_TEXT, 0, 8,
                        0, SHADOW_NONE},
    [FACE_STEP_NOW] = {SHAPE_BOX, INK_CORAL, INK_DEFAULT, INK_DEFAULT, INK_TEXT, INK_TEXT, 0, 8, 0,
                       SHADOW_NONE},
    [FACE_STEP_TODO] = {SHAPE_BOX, INK_LIP, INK_DEFAULT, INK_DEFAULT, INK_TEXT, INK_TEXT, 0, 8, 0,
                        SHADOW_NONE},
    [FACE_STONE] = {SHAPE_ROUND, INK_CORAL, INK_DEFAULT, INK_DEFAULT, INK_ON_CORAL, INK_ON_CORAL, 0,
                    0, 0, SHADOW_NONE},
    [FACE_STONE_TODO] = {SHAPE_ROUND, INK_SURFACE, INK_DEFAULT, INK_EDGE, INK_TEXT, INK_TEXT, 4, 0,
                         0, SHADOW_NONE},
    [FACE_STONE_PATH] = {SHAPE_BOX, INK_CORAL, INK_DEFAULT, INK_DEFAULT, INK_TEXT, INK_TEXT, 0, 5,
                         0, SHADOW_NONE},
    [FACE_TIMELINE_DOT] = {SHAPE_ROUND, INK_PETROL, INK_DEFAULT, INK_DEFAULT, INK_ON_PETROL,
                           INK_ON_PETROL, 0, 0, 0, SHADOW_NONE},
    [FACE_TIMELINE_LINE] = {SHAPE_BOX, INK_PETROL_SOFT, INK_DEFAULT, INK_DEFAULT, INK_TEXT,
                            INK_TEXT, 0, 3, 0, SHADOW_NONE},
    [FACE_RADIO] = {SHAPE_ROUND, INK_SURFACE, INK_DEFAULT, INK_EDGE, INK_TEXT, INK_TEXT, 5, 0, 0,
                    SHADOW_NONE},
    [FACE_MARK] = {SHAPE_ROUND, INK_PETROL, INK_DEFAULT, INK_DEFAULT, INK_ON_PETROL, INK_ON_PETROL,
                   0, 0, 0, SHADOW_NONE},
    [FACE_MARK_PLUM] = {SHAPE_ROUND, INK_PLUM, INK_DEFAULT, INK_DEFAULT, INK_ON_PLUM, INK_ON_PLUM,
                        0, 0, 0, SHADOW_NONE},
    [FACE_RING] = {SHAPE_RING, INK_SURFACE, INK_DEFAULT, INK_PETROL, INK_TEXT, INK_PETROL_STRONG,
                   14, 0, 0, SHADOW_NONE},
    [FACE_DIALOG] = {SHAPE_BOX, INK_PAPER, INK_DEFAULT, INK_DEFAULT, INK_TEXT, INK_TEXT, 0, 56, 0,
                     SHADOW_DIALOG},
    [FACE_SHEET] = {SHAPE_BOX_TOP, INK_PAPER, INK_DEFAULT, INK_DEFAULT, INK_TEXT, INK_TEXT, 0, 56,
                    0, SHADOW_DIALOG},
    [FACE_VEIL] = {SHAPE_VEIL, INK_TEXT, INK_DEFAULT, INK_DEFAULT, INK_TEXT, INK_TEXT, 0, 0, 0,
                   SHADOW_NONE},
    [FACE_QR] = {SHAPE_BOX, INK_WHITE, INK_DEFAULT, INK_DEFAULT, INK_BLACK, INK_BLACK, 0, 28, 0,
                 SHADOW_NONE},
    [FACE_LINE] = {SHAPE_BOX, INK_LINE, INK_DEFAULT, INK_DEFAULT, INK_TEXT, INK_TEXT, 0, 0, 0,
                   SHADOW_NONE},
    [FACE_SCENE] = {SHAPE_SCENE, INK_PAPER, INK_DEFAULT, INK_DEFAULT, INK_TEXT, INK_TEXT, 0, 0, 0,
                    SHADOW_NONE},
    [FACE_PRIVACY] = {SHAPE_NONE, INK_DEFAULT, INK_DEFAULT, INK_DEFAULT, INK_QUIET, INK_QUIET, 0, 0,
                      0, SHADOW_NONE},
};

typedef struct HueRow {
    ThemeInk soft, strong;
} HueRow;

static const HueRow HUES[HUE_COUNT] = {
    [HUE_NONE] = {INK_SAND, INK_TEXT},
    [HUE_PETROL] = {INK_PETROL_SOFT, INK_PETROL_STRONG},
    [HUE_SKY] = {INK_SKY_SOFT, INK_SKY_STRONG},
    [HUE_SUN] = {INK_SUN_SOFT, INK_SUN_STRONG},
    [HUE_LEAF] = {INK_LEAF_SOFT, INK_LEAF_STRONG},
    [HUE_CORAL] = {INK_CORAL_SOFT, INK_CORAL_STRONG},
    [HUE_PLUM] = {INK_PLUM_SOFT, INK_PLUM_STRONG},
    [HUE_RED] = {INK_RED_SOFT, INK_RED_STRONG},
    [HUE_SAND] = {INK_SAND, INK_TEXT},
    [HUE_WHITE] = {INK_SURFACE, INK_TEXT},
    [HUE_BLACK] = {INK_BLACK, INK_WHITE},
};

static uint32_t resolve(ThemeLook look, int ink, ThemeInk hue)
{
    return theme_color(look, ink == INK_HUE ? hue : (ThemeInk)ink);
}

/* Calm: every picture stands on the same ground. */
static bool is_calm_ground(ThemeLook look, ThemeFace face)
{
    return look == LOOK_CALM &&
           (face == FACE_PICTURE || face == FACE_STAGE || face == FACE_STAGE_SIDE);
}

static ThemePaint plain_paint(const Theme *theme, ThemeFace face, ThemeHue wished)
{
    const FaceRow *row = &ROWS[face];
    ThemeLook look = theme->wish.look;
    ThemeHue hue = is_calm_ground(look, face) ? HUE_SAND : wished;
    ThemePaint paint = {.shape = row->shape,
                        .corner_u = row->corner_u,
                        .lip_u = row->lip == INK_DEFAULT ? 0 : row->lip_u,
                        .border_u = row->border_u,
                        .shadow = row->shadow};
    if (row->fill == INK_DEFAULT)
        paint.flags |= PAINT_NO_FILL;
    else
        paint.fill = resolve(look, row->fill, HUES[hue].soft);
    if (row->lip != INK_DEFAULT)
        paint.lip = resolve(look, row->lip, HUES[hue].soft);
    if (row->border != INK_DEFAULT)
        paint.border = resolve(look, row->border, HUES[hue].strong);
    ThemeInk words = row->ink == INK_DEFAULT ? INK_TEXT : (ThemeInk)row->ink;
    ThemeInk icon = row->icon == INK_DEFAULT ? words : (ThemeInk)row->icon;
    paint.ink = resolve(look, (int)words, HUES[hue].strong);
    paint.icon = resolve(look, (int)icon, HUES[hue].strong);
    return paint;
}

static void fill_with(ThemePaint *paint, ThemeLook look, const ThemeInk inks[3])
{
    paint->flags &= ~(unsigned)PAINT_NO_FILL;
    paint->fill = theme_color(look, inks[0]);
    paint->lip = theme_color(look, inks[1]);
    paint->ink = paint->icon = theme_color(look, inks[2]);
}

/* Filled with petrol (plum in sharing an experience): chips, keys of a mode, the language. */
static void fill_chosen(ThemePaint *paint, ThemeLook look, ThemeHue hue)
{
    static const ThemeInk PETROL[3] = {INK_PETROL, INK_PETROL_DARK, INK_ON_PETROL};
    static const ThemeInk PLUM[3] = {INK_PLUM, INK_PLUM_DARK, INK_ON_PLUM};
    fill_with(paint, look, hue == HUE_PLUM ? PLUM : PETROL);
}

static void add_ring(ThemePaint *paint, uint32_t color, int width_u, int out_u)
{
    check(paint->ring_count < THEME_RINGS_MAX);
    paint->rings[paint->ring_count++] = (ThemeRing){color, width_u, out_u};
}

static void ring_chosen(ThemePaint *paint, const Theme *theme, ThemeFace face, ThemeHue hue)
{
    ThemeLook look = theme->wish.look;
    bool plum = hue == HUE_PLUM;
    ThemeInk ring = plum ? INK_PLUM : INK_PETROL;
    paint->fill = theme_color(look, plum ? INK_CHOSEN_PLUM : INK_CHOSEN);
    int width_u = face == FACE_TILE ? 10 : 8;
    add_ring(paint, theme_color(look, look == LOOK_HC ? INK_FOCUS : ring), width_u,
             face == FACE_TILE ? -3 : -2);
}

/* Selected: a small face is filled, a card keeps its content readable and gets a ring. */
static void select_face(ThemePaint *paint, const Theme *theme, ThemeFace face, ThemeHue hue)
{
    bool card = face == FACE_CARD || face == FACE_SITUATION || face == FACE_OPTION ||
                face == FACE_FEELING || face == FACE_TILE || face == FACE_PANEL ||
                face == FACE_PICTURE;
    if (card)
        ring_chosen(paint, theme, face, hue);
    else if (face != FACE_NONE && !(paint->flags & PAINT_NO_FILL))
        fill_chosen(paint, theme->wish.look, hue);
}

static void switch_on(ThemePaint *paint, const Theme *theme, ThemeFace face)
{
    static const ThemeInk RED[3] = {INK_RED, INK_RED_DARK, INK_ON_RED};
    static const ThemeInk CORAL[3] = {INK_CORAL, INK_CORAL_DARK, INK_ON_CORAL};
    static const ThemeInk SUN[3] = {INK_SUN, INK_SUN_DARK, INK_ON_SUN};
    if (face == FACE_BAR_HELP)
        fill_with(paint, theme->wish.look, theme->wish.child ? RED : CORAL);
    else if (face == FACE_SAY)
        fill_with(paint, theme->wish.look, SUN);
    else
        fill_chosen(paint, theme->wish.look, HUE_NONE);
}

static void disable(ThemePaint *paint, ThemeLook look)
{
    paint->fill = theme_color(look, INK_SAND);
    paint->ink = paint->icon = theme_color(look, INK_DISABLED);
    paint->border = theme_color(look, INK_DISABLED_EDGE);
    paint->border_u = look == LOOK_HC ? 4 : 3;
    paint->flags = PAINT_DASHED;
    paint->lip_u = 0;
    paint->shadow = SHADOW_NONE;
}

static bool is_key(ThemeFace face)
{
    return face == FACE_KEY || face == FACE_KEY_FUNCTION || face == FACE_KEY_DONE ||
           face == FACE_PAD || face == FACE_PAD_QUIET || face == FACE_LETTER ||
           face == FACE_LETTER_VOWEL;
}

/* Down by what the lip gives way; petrol darkens, a key lights up. */
static void press(ThemePaint *paint, const Theme *theme, ThemeFace face)
{
    ThemeLook look = theme->wish.look;
    bool petrol = paint->fill == theme_color(look, INK_PETROL);
    paint->drop_u = is_key(face) ? 4 : 6;
    paint->lip_u = paint->lip_u > 2 ? 2 : paint->lip_u;
    paint->shadow = SHADOW_NONE;
    if (is_key(face)) {
        paint->fill = theme_color(look, INK_SUN);
        paint->ink = paint->icon = theme_color(look, INK_ON_SUN);
    } else if (petrol && look != LOOK_HC) {
        paint->fill = theme_color(look, INK_PETROL_DARK);
    } else if (look == LOOK_HC && !(paint->flags & PAINT_NO_FILL)) {
        paint->fill = theme_color(look, INK_FOCUS);
        paint->ink = paint->icon = theme_color(look, INK_ON_SUN);
    }
}

/* High contrast: no lip, no shadow, a border on every surface that has none. */
static void harden(ThemePaint *paint, ThemeFace face)
{
    bool ground = face == FACE_PAPER || face == FACE_SAND || face == FACE_VEIL ||
                  face == FACE_SCENE || face == FACE_LINE || face == FACE_QR ||
                  face == FACE_STEP_DONE || face == FACE_STEP_NOW || paint->shape == SHAPE_NONE;
    paint->lip_u = 0;
    if (face == FACE_STEP_TODO) /* hollow, and what is done is filled */
        paint->fill = theme_color(LOOK_HC, INK_PAPER);
    if (ground || paint->border_u > 0)
        return;
    bool blob = face == FACE_BLOB || face == FACE_BLOB_ROUND;
    paint->border = blob ? paint->icon : theme_color(LOOK_HC, INK_LINE);
    paint->border_u = blob || face == FACE_PANEL ? 3 : 4;
    if (face == FACE_BAR_HELP)
        paint->border = paint->ink;
}

static void add_rings(ThemePaint *paint, const Theme *theme, unsigned state)
{
    ThemeLook look = theme->wish.look;
    if (state & STATE_SPEAKING) {
        add_ring(paint, theme_color(look, INK_SUN), 8, 0);
        add_ring(paint, theme_color(look, INK_SUN_STRONG), 3, 8);
    }
    if (state & STATE_FOCUSED) {
        int wide_u = (int)(LIMIT_FOCUS_RING_MM * theme->panel.px_per_mm / theme->k + 0.999);
        add_ring(paint, theme_color(look, INK_FOCUS), wide_u > 8 ? wide_u : 8, 6);
    }
}

ThemePaint theme_paint(const Theme *theme, ThemeFace face, ThemeHue hue, unsigned state)
{
    check(face >= FACE_NONE && face < FACE_COUNT && hue >= HUE_NONE && hue < HUE_COUNT);
    ThemeLook look = theme->wish.look;
    ThemePaint paint = plain_paint(theme, face, hue);
    if (face == FACE_BAR_HELP && theme->wish.child) {
        paint.fill = theme_color(look, INK_RED_SOFT);
        paint.ink = paint.icon = theme_color(look, INK_RED_STRONG);
    }
    if (face == FACE_BAR && theme->layout != LAYOUT_PORTRAIT) {
        paint.corner_u = 40;
        paint.shape = theme->bar_at_top ? SHAPE_BOX_BOTTOM : SHAPE_BOX_TOP;
    }
    if (state & STATE_SELECTED)
        select_face(&paint, theme, face, hue);
    if (state & STATE_ON)
        switch_on(&paint, theme, face);
    if (look == LOOK_HC)
        harden(&paint, face);
    if (state & STATE_DISABLED)
        disable(&paint, look);
    else if (state & STATE_PRESSED)
        press(&paint, theme, face);
    if (state & STATE_ERROR)
        paint.border = theme_color(look, INK_CORAL_STRONG);
    if (look != LOOK_LIGHT)
        paint.shadow = SHADOW_NONE;
    if (face == FACE_STEP_NOW)
        add_ring(&paint, paint.fill, STEP_RING_U, STEP_RING_U);
    if (state & STATE_GONE)
        paint.shape = SHAPE_NONE;
    else
        add_rings(&paint, theme, state);
    return paint;
}
