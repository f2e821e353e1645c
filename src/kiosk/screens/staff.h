/* staff.h - what the screens of colleagues share: their lengths, their heads, and the judgement of
 * this machine: what is good, what wants attention, what is wrong.
 * Owns nothing. Never shows anything of a visitor, nor how many there were. */
#ifndef OKSP_STAFF_H
#define OKSP_STAFF_H

#include "lengths.h"
#include "view.h"

/* Lengths of these screens, in u; mm and hours where the name says so. */
enum {
    STAFF_EDGE = 40,
    STAFF_HEAD_TOP = 41,
    STAFF_HEAD_BOTTOM = 17,
    STAFF_PIN_LOCK = 130,
    STAFF_PIN_LOCK_TOP = 223,
    STAFF_PIN_TITLE_W = 648,
    STAFF_PIN_TITLE_TOP = 34,
    STAFF_PIN_LEAD_TOP = 4,
    STAFF_PIN_WORDS_W = 1000,
    STAFF_PIN_DOT = 60,
    STAFF_PIN_DOT_GAP = 28,
    STAFF_PIN_DOTS_TOP = 34,
    STAFF_PIN_PAD_TOP = 44,
    STAFF_PIN_WIDE_KEY_W = 220,
    STAFF_BANNER_H = 164,
    STAFF_BANNER_GAP = 18,
    STAFF_TILE_H = 162,
    STAFF_TILE_PAD = 26,
    STAFF_TILE_TOP = 22,
    STAFF_TILE_BLOB = 72,
    STAFF_TILE_GAP = 18,
    STAFF_TILE_ICON = 30,
    STAFF_TILE_WORDS_TOP = 6,
    STAFF_TILES_WIDE_W = 1120,
    STAFF_TESTS_TOP = 10,
    STAFF_TESTS_BOTTOM = 2,
    STAFF_NEVER_H = 84,
    STAFF_OUT_H = 116,
    STAFF_OUT_BOTTOM = 20,
    STAFF_CELL = 130, /* touch test: the side of a cell, at least */
    STAFF_CELL_HEAD = 330,
    STAFF_CELL_HEAD_WIDE = 190,
    STAFF_CELLS_FEW = 6, /* named one by one when no more are left */
    STAFF_SWATCH_H = 200,
    STAFF_SCALE_H = 900, /* heights: what stands for STAFF_SCALE_MM */
    STAFF_SCALE_WIDE_H = 620,
    STAFF_SCALE_MM = 1900,
    STAFF_SCALE_PANEL_W = 250,
    STAFF_SCALE_LINE = 6,
    STAFF_SCALE_WORDS = 52,
    /* how much of the panel screens can leave free of targets: parents as with low buttons, which
     * every state is tested with; children as far as their stage */
    STAFF_REACH_PARENT = LENGTH_LOW_READ_H,
    STAFF_REACH_CHILD = 835,
    STAFF_REACH_CHILD_WIDE = 230,
    STAFF_PACK_DAYS_MAX = 183,
    STAFF_DISK_LOW_MB = 1024,
    STAFF_LATE_FACTOR = 6 /* syncs that may be missed before somebody should look */
};

typedef enum StaffLight { STAFF_READING, STAFF_GOOD, STAFF_WATCH, STAFF_BAD } StaffLight;

/* A line of the status: what it is about, what it is now, and how good that is, in words. */
typedef struct StaffRow {
    const char *icon;
    ThemeHue hue;
    TextKey caption;
    const char *value;
    StaffLight light;
    const char *words;
} StaffRow;

enum { STAFF_ROWS = 6 };

/* The judgement. `rows` in the order of the screen; `banner` says the most important thing first.
 * Returns the worst of everything: that is never better than what a colleague should know. */
typedef struct StaffBanner {
    StaffLight light;
    const char *icon;
    const char *title, *sub;
} StaffBanner;
StaffLight staff_judge(const View *view, StaffRow rows[STAFF_ROWS], StaffBanner *banner);

/* Does the panel hang where everybody reaches it? */
typedef enum StaffReach {
    STAFF_REACH_GOOD,
    STAFF_REACH_NO_SIZE,
    STAFF_REACH_NO_MOUNT,
    STAFF_REACH_HIGH,
    STAFF_REACH_HIGH_CHILD,
    STAFF_REACH_LOW
} StaffReach;
StaffReach staff_reach_of(const Panel *panel);

/* Icon and hue of a light: never a colour alone. */
const char *staff_icon(StaffLight light);
ThemeHue staff_hue(StaffLight light);

/* The support point and who looks (`sub` NULL = not said); the light of everything (`words` NULL =
 * none). */
void staff_head(const View *view, const char *sub, StaffLight light, const char *words);

/* Title and lead of a test. */
void staff_title(const View *view, TextKey title, const char *lead);

/* "2 uur en 14 minuten" */
const char *staff_age(const View *view, int64_t seconds);

#endif
