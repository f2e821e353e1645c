/* ui.h - a screen as data: a flat array of nodes, filled after every message, laid out, and then
 * read by painting, touch, focus, speech and tests alike.
 * Owns the nodes and the texts composed with ui_format; every other string belongs to the caller
 * and must live until the next ui_begin. A Ui lives in locked memory and is wiped with ui_wipe.
 * Never knows a topic, a word of Dutch, SDL, a file or a clock.
 *
 *     ui_begin(ui, &settings);
 *     ui_open(ui, (UiBox){.id = "home", .axis = AXIS_COLUMN, .face = FACE_PAPER});
 *         ui_leaf(ui, (UiBox){.role = ROLE_HEADING, .type = TYPE_H1, .label = title});
 *         ui_leaf(ui, (UiBox){.id = "home.call", .role = ROLE_BUTTON, .face = FACE_BUTTON_CALL,
 *                             .icon = "phone-call", .label = words, .action = {MSG_CALL, 0}});
 *     ui_close(ui);
 *     ui_end(ui);   // layout, mirror, hit rectangles, overflow, focus */
#ifndef OKSP_UI_H
#define OKSP_UI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "theme.h"

enum {
    UI_NODES_MAX = 256, /* a larger screen is a design error */
    UI_DEPTH_MAX = 16,
    UI_ARENA_BYTES_MAX = 32768, /* texts composed on one screen */
    UI_ID_BYTES_MAX = 64,
    UI_DIRTY_MAX = 16,
    UI_FITS_MAX = 64, /* screens whose size is remembered */
    UI_TIGHT_MAX = 3,
    UI_NONE = -1 /* no node */
};

/* Marks inside a label: bold, and a hard word that is explained on the spot (bold, dotted line).
 * The text engine knows the same four characters; speech and dumps leave them out. */
#define UI_BOLD_ON "\x02"
#define UI_BOLD_OFF "\x03"
#define UI_WORD_ON "\x0e"
#define UI_WORD_OFF "\x0f"

/* A number with this value in pad or gap means "really 0", where 0 means "as the face says". */
enum { UI_ZERO = -32000 };

/* Added to a length: it hangs on the glass, as the line of reach does, and stays where it is when
 * everything else shrinks. */
enum { UI_STEADY = 1 << 20 };

/* ---- what a screen says about a node ---- */

typedef enum UiRole {
    ROLE_GROUP, /* a box; spoken only when it has a label */
    ROLE_HEADING,
    ROLE_TEXT,
    ROLE_BUTTON,
    ROLE_CHOICE, /* may be STATE_SELECTED */
    ROLE_FIELD,  /* draws `value`, speaks `label` */
    ROLE_KEY,
    ROLE_IMAGE,    /* `picture` or `icon`; spoken only when it has a label */
    ROLE_PROGRESS, /* `amount` of 1000 */
    ROLE_COUNT
} UiRole;

enum {
    STATE_DISABLED = 1 << 0, /* keeps its place and is spoken, does nothing */
    STATE_SELECTED = 1 << 1,
    STATE_FOCUSED = 1 << 2, /* set by ui_end from settings.focus */
    STATE_PRESSED = 1 << 3, /* set by ui_press */
    STATE_SPEAKING = 1 << 4,
    STATE_LIVE = 1 << 5,    /* spoken when it changes */
    STATE_LTR = 1 << 6,     /* a number, a code, a keypad: never mirrored inside, left to right */
    STATE_MIRROR = 1 << 7,  /* icon or picture is flipped in right-to-left (arrows, send) */
    STATE_PRIVATE = 1 << 8, /* what a visitor typed: veiled in dumps, never cached */
    STATE_ON = 1 << 9,      /* a bar item whose sheet or mode is active */
    STATE_GONE = 1 << 10,   /* an empty slot: as wide as its words, draws and says nothing */
    STATE_CARET = 1 << 11,  /* a field that is being typed in */
    STATE_ERROR = 1 << 12,  /* a field whose value cannot be used yet */
    STATE_SILENT = 1 << 13, /* decoration or doubled words: drawn, never spoken */
    STATE_FIRST = 1 << 14,  /* laid out before its elder siblings, read after them (bar at top) */
    STATE_STEADY = 1 << 15, /* keeps the panel's scale when its screen shrinks (a card in mm) */
    STATE_APART = 1 << 16   /* in a layer: no word and no target of its elder siblings under it */
};

/* kind 0 = not interactive. What a kind means belongs to the program. */
typedef struct UiAction {
    int kind, arg;
} UiAction;

typedef enum UiAxis {
    AXIS_COLUMN,
    AXIS_ROW,
    AXIS_GRID,  /* `columns` equal columns, rows share the height equally; a row with a child of
                   fixed `h` has that height */
    AXIS_LAYER, /* children lie over each other, in order */
    AXIS_WRAP   /* a row that goes on in a next line */
} UiAxis;

typedef enum UiAlign {
    ALIGN_DEFAULT, /* stretch across, start along, words as the face says */
    ALIGN_START,
    ALIGN_CENTER,
    ALIGN_END,
    ALIGN_STRETCH,
    ALIGN_BETWEEN, /* along only: space between, none outside */
    ALIGN_EVENLY   /* along only: equal space everywhere */
} UiAlign;

typedef enum UiIconPlace { ICON_DEFAULT, ICON_START, ICON_END, ICON_TOP } UiIconPlace;

typedef struct UiEdges {
    int start, top, end, bottom; /* u */
} UiEdges;

enum { GROW = 100 }; /* one share; 135 = 1.35 shares. A growing child starts from its padding. */

/* Everything a node is told. Zero always means "nothing special". Sizes in u. */
typedef struct UiBox {
    const char *id; /* "home.call": ASCII, unique on the screen; needed when interactive */
    UiRole role;
    const char *label;       /* drawn and spoken; on a node with children only spoken */
    const char *label_short; /* drawn when `label` does not fit even at 85 % */
    const char *hint;        /* spoken only */
    const char *value;       /* ROLE_FIELD: what was typed. picture "qr": the content */
    const char *icon;        /* white icon, tinted */
    const char *picture;     /* illustration; "qr" draws `value` as a QR code */
    const char *lang;        /* when the label is in another language than the screen */
    UiAction action;
    unsigned state;
    ThemeFace face;
    ThemeHue hue;
    ThemeType type;
    ThemeInk ink;
    int amount; /* ROLE_PROGRESS: 0 to 1000 */

    UiAxis axis;
    int w, h; /* fixed; with min_w too, w is wished: wider for its longest word, and may give way */
    int min_w, min_h;
    int max_w;
    int grow;    /* shares along the parent's axis, GROW = 1 */
    int columns; /* AXIS_GRID */
    int span;    /* columns this child takes in a grid; UI_SPAN_ALL = the whole row */
    int gap;     /* between children; between icon and words in a leaf; UI_GAP_ROUND_EXIT */
    int row_gap; /* grids and wraps; 0 = gap */
    UiEdges pad, margin;
    UiAlign align;   /* children across the axis */
    UiAlign justify; /* children along the axis */
    UiAlign self;    /* this child across its parent's axis; in a layer: horizontally */
    UiAlign self_y;  /* in a layer: vertically */
    UiAlign text;    /* words in their box */
    bool nowrap;     /* one line while there is room; with STATE_LTR in any case */
    int icon_size;
    UiIconPlace icon_place;
    int aspect_x1000; /* height = width * 1000 / aspect when no height is given */
} UiBox;

enum { UI_SPAN_ALL = 99 };

/* Between the body and the bar: what is missing to 15 mm round the exit on this panel. */
enum { UI_GAP_ROUND_EXIT = -1 };

/* ---- the node: what was told, and what came of it ---- */

typedef struct UiRect {
    int x, y, w, h; /* px */
} UiRect;

typedef struct UiNode {
    UiBox box; /* face defaults already filled in, sizes still in u */
    int parent, first_child, last_child, next; /* indexes, UI_NONE */
    int depth;
    bool steady;   /* STATE_STEADY, the bar and what is in it: never shrinks */
    uint64_t hash; /* of everything drawn or spoken, taken when the node was built */
    /* results of ui_end */
    UiRect rect;       /* px */
    UiRect hit;        /* px; empty when not interactive */
    UiRect icon;       /* px, where the icon of a leaf goes */
    UiRect words;      /* px, where the words of a leaf go: line boxes from its top */
    const char *shown; /* the words that are drawn: label, label_short or value; NULL = none */
    ThemeFont font;    /* of `shown`, step-down included */
    int lines;
    bool one_line;
    bool truncated; /* the words do not fit their box */
    bool outside;   /* the node stands outside its parent */
    /* work of ui_end: natural sizes in px */
    int want_w, least_w, want_h;
} UiNode;

/* ---- measuring text: injected ---- */

typedef enum UiDirection { DIRECTION_LTR, DIRECTION_RTL, DIRECTION_AUTO } UiDirection;

typedef struct UiWords {
    const char *text; /* UTF-8, may hold UI_BOLD_ON … marks and line feeds */
    const char *lang; /* BCP 47, decides the face of Arabic script and the line breaks */
    int size_px, line_px, spacing_x10_px;
    bool bold, balance, nowrap;
    bool private; /* keep no trace of it */
    UiDirection direction;
    int width_px; /* wrap at this width */
} UiWords;

typedef struct UiExtent {
    int width_px;  /* widest line */
    int height_px; /* lines * line_px */
    int lines;
    int word_px; /* widest part that cannot be broken */
} UiExtent;

typedef UiExtent (*UiMeasure)(void *context, const UiWords *words);

/* ---- the screen --------------------------------------------------------------------------------
 */

typedef struct UiSettings {
    const char *screen; /* "home": the first part of the ids, for dumps */
    const char *lang;   /* of the screen */
    bool rtl;
    Theme theme;
    int about;         /* which topic, question or page: what else tells this screen from others */
    int tight;         /* 0, or how much less this screen puts on a page: see ui_tight */
    const char *focus; /* id that has the keyboard focus, or NULL */
    bool show_focus;   /* a key was used: draw the ring */
    UiMeasure measure;
    void *measure_context;
} UiSettings;

/* What fitted on a screen: a hash of its name and a level, see ui_fit.c. */
typedef struct UiFit {
    uint64_t key;
    int level;
    bool settled; /* it fits at no level: this one is the least bad */
} UiFit;

/* How much less a screen puts on a page: a hash of its name and of what it is about. */
typedef struct UiTight {
    uint64_t key;
    int tight;
} UiTight;

typedef struct Ui {
    UiSettings settings;
    UiNode nodes[UI_NODES_MAX]; /* in reading order; node 0 is the root */
    int count;
    int open[UI_DEPTH_MAX], depth;
    char arena[UI_ARENA_BYTES_MAX];
    size_t arena_used;
    bool arena_full; /* a text did not fit and became "" */
    UiFit fits[UI_FITS_MAX];
    UiTight tights[UI_FITS_MAX];
    int focused, pressed;             /* node indexes or UI_NONE */
    int speaking, word_from, word_to; /* node, and code points [from, to) of its label */
} Ui;

/* Start an empty screen. The caller's Ui is large: keep it in one locked allocation. */
void ui_begin(Ui *ui, const UiSettings *settings);

/* Open a box; everything until its ui_close stands inside. Returns the node's index.
 * More than UI_NODES_MAX nodes or UI_DEPTH_MAX levels ends the process (check.h). */
int ui_open(Ui *ui, UiBox box);
void ui_close(Ui *ui);

/* A node without children. */
int ui_leaf(Ui *ui, UiBox box);

/* Shorthands. `id` may be NULL where nothing is interactive. */
int ui_text(Ui *ui, ThemeType type, const char *label);
int ui_heading(Ui *ui, ThemeType type, const char *label);
int ui_icon(Ui *ui, const char *icon, int size_u, ThemeInk ink);
int ui_picture(Ui *ui, const char *picture, int w_u, int h_u);
int ui_button(Ui *ui, ThemeFace face, const char *id, const char *label, UiAction action);
int ui_spacer(Ui *ui); /* takes one share of what is left */

/* Compose a text in the Ui's own memory (printf formats); valid until the next ui_begin. */
const char *ui_format(Ui *ui, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* All boxes are closed: lay out, mirror, find hit rectangles, set the focus. When larger letters do
 * not fit they become as large as fits; when a screen does not fit at 100 % either, everything
 * shrinks to 50 % at most, but no target under 20 mm and no capital under 4.8 mm. What came of it
 * stands in settings.theme (text_percent, k); what was wished in settings.theme.wish. */
void ui_end(Ui *ui);

/* What fits at no size needs less on a page. Before a screen is built: how much less it is known to
 * need. After ui_end: true when something still stands outside or is cut off, and the screen is to
 * be built again with the next ui_tight. It only grows, so that all pages of a screen agree. */
int ui_tight(const Ui *ui, const UiSettings *settings);
bool ui_tighten(Ui *ui);

/* Forget everything, also what ui_format composed. */
void ui_wipe(Ui *ui);

/* ---- reading the screen ------------------------------------------------------------------------
 */

const UiNode *ui_node(const Ui *ui, int node);

/* The words of a laid out leaf exactly as they were measured: what the painter hands to the text
 * engine. `text` is NULL when the node draws no words. */
UiWords ui_words(const Ui *ui, int node);

/* Where lines of this node's words begin, seen from their own direction: ALIGN_START, ALIGN_CENTER
 * or ALIGN_END. Words of another direction stand at the side where the screen begins. */
UiAlign ui_words_align(const Ui *ui, int node);

bool ui_is_interactive(const UiNode *node); /* has an action, is neither disabled nor gone */
bool ui_is_target(const UiNode *node);      /* has an action, is not gone (may be disabled) */

/* 0xRRGGBB of the words and of the icon of a node, and of what stands under them: its own face or
 * the nearest one it stands on. */
uint32_t ui_ink(const Ui *ui, int node);
uint32_t ui_icon_ink(const Ui *ui, int node);
uint32_t ui_ground(const Ui *ui, int node);

/* By id; by the finger: the deepest target whose hit rectangle holds the point. UI_NONE if none. */
int ui_find(const Ui *ui, const char *id);
int ui_find_at(const Ui *ui, int x_px, int y_px);

/* Is the point within `slop_u` of this node's hit rectangle (release inside, with slop)? */
bool ui_is_near(const Ui *ui, int node, int x_px, int y_px, int slop_u);

/* Show a node pressed (UI_NONE: none). Show a node being spoken, with a range of its label. */
void ui_press(Ui *ui, int node);
void ui_speaking(Ui *ui, int node, int word_from, int word_to);

/* ---- focus ---- */

typedef enum UiMove { MOVE_NEXT, MOVE_PREVIOUS, MOVE_LEFT, MOVE_RIGHT, MOVE_UP, MOVE_DOWN } UiMove;

/* The node the focus goes to from `node` (UI_NONE: from nowhere): Tab by reading order with wrap,
 * arrows to the nearest target that way, staying put at the edge. UI_NONE without any target. */
int ui_focus_move(const Ui *ui, int node, UiMove move);

/* The node that keeps the focus after a rebuild: the same id (also when it is disabled now), else
 * the first target. UI_NONE when nothing can have it. */
int ui_focus_keep(const Ui *ui, const char *id);

/* ---- repaint ---- */

/* What was on the glass: hashes and rectangles, no text. */
typedef struct UiFrame {
    uint64_t hash[UI_NODES_MAX];
    UiRect rect[UI_NODES_MAX];
    uint64_t live[UI_NODES_MAX]; /* hash of id of live nodes, else 0 */
    bool dialog[UI_NODES_MAX];   /* its shadow reaches further */
    int count;
    uint64_t settings; /* look, text size, language, panel */
} UiFrame;

/* Remember a laid out screen. A zeroed UiFrame is "nothing was shown". */
void ui_frame(const Ui *ui, UiFrame *frame);

/* Rectangles (px, clipped to the panel, not overlapping when merged) that differ from `before`;
 * returns how many, at most UI_DIRTY_MAX. Rings, lips and shadows are included. */
int ui_diff(const Ui *ui, const UiFrame *before, UiRect dirty[UI_DIRTY_MAX]);

/* The live nodes that are new or changed since `before`, in order; returns how many. */
int ui_live(const Ui *ui, const UiFrame *before, int nodes[UI_NODES_MAX]);

#endif
