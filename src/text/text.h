/* text.h - words into line boxes, and line boxes into an alpha mask.
 * Owns the fonts and bounded caches of glyph runs and widths; nothing marked private enters a cache
 * and what held it is wiped. Uses ICU for order and line breaks, SDL_ttf (HarfBuzz) for shapes.
 * Never opens a window, a renderer or a sound device, and never knows a screen or a colour. */
#ifndef OKSP_TEXT_H
#define OKSP_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "err.h"

enum {
    TEXT_BYTES_MAX = 4096, /* of one text; what is longer is cut at a line end */
    TEXT_LINES_MAX = 64,
    TEXT_RUNS_MAX = 192,
    TEXT_WORDS_MAX = 320,
    TEXT_SIZE_MIN_PX = 6,
    TEXT_SIZE_MAX_PX = 512
};

/* Marks inside a text; ui.h names the same bytes UI_BOLD_ON … */
enum { TEXT_BOLD_ON = 0x02, TEXT_BOLD_OFF = 0x03, TEXT_WORD_ON = 0x0e, TEXT_WORD_OFF = 0x0f };

/* The typefaces, by what they cover. Each exists in regular and bold. */
typedef enum TextFace {
    TEXT_FACE_ANDIKA,    /* Latin, Cyrillic: first choice for every language */
    TEXT_FACE_ARABIC,    /* Noto Sans Arabic */
    TEXT_FACE_VAZIRMATN, /* Persian and its relatives: fa prs ps ckb ku-Arab */
    TEXT_FACE_ETHIOPIC,  /* Noto Sans Ethiopic */
    TEXT_FACE_COUNT
} TextFace;

typedef enum TextDirection { TEXT_LTR, TEXT_RTL, TEXT_AUTO } TextDirection;
typedef enum TextAlign { TEXT_START, TEXT_CENTER, TEXT_END } TextAlign;

/* What to set. */
typedef struct TextWish {
    const char
        *text; /* valid UTF-8; line feeds break; isolates U+2066-2069 are obeyed, not drawn */
    const char *lang;   /* BCP 47 or NULL */
    int size_px;        /* em */
    int line_px;        /* height of a line box, whatever the font says */
    int spacing_x10_px; /* between letters, tenths; ignored in joined scripts */
    int width_px;       /* lines are broken at this width; 0 or less = never */
    bool bold;
    bool balance; /* lines of even length */
    bool nowrap;
    bool private;
    TextDirection direction; /* of the paragraph; TEXT_AUTO: its first strong letter */
    TextAlign align;         /* inside width_px */
} TextWish;

typedef struct TextSize {
    int width_px, height_px, lines;
    int word_px; /* the widest part that cannot be broken */
} TextSize;

typedef struct TextBox {
    int x, y, w, h; /* px, from the top left of the text's box */
} TextBox;

enum { TEXT_RUN_BOLD = 1, TEXT_RUN_WORD = 2, TEXT_RUN_RTL = 4 };

/* A stretch of one font, direction and style on one line, in visual order from the left. */
typedef struct TextRun {
    int line;
    int from, to; /* bytes in TextLayout.text */
    TextBox box;  /* full height of the line box */
    TextFace face;
    unsigned flags; /* TEXT_RUN_* */
    char script[5]; /* ISO 15924 for HarfBuzz */
} TextRun;

/* One word as it stands in the source, for the highlight while reading aloud. A word that is broken
 * over two lines has two entries. */
typedef struct TextWord {
    int from, to; /* code points; marks, isolates, soft hyphens not counted */
    TextBox box;
    bool hard; /* between TEXT_WORD_ON and TEXT_WORD_OFF */
} TextWord;

typedef struct TextLayout {
    TextSize size;
    TextRun runs[TEXT_RUNS_MAX];
    int run_count;
    TextWord words[TEXT_WORDS_MAX];
    int word_count;
    int caret_x, caret_y; /* where a caret behind the last letter stands */
    int size_px, line_px, spacing_x10_px;
    bool rtl; /* direction of the paragraph */
    bool private;
    bool cut;                  /* a limit of this header was reached */
    char text[TEXT_BYTES_MAX]; /* without marks and isolates; wipe with text_layout_wipe */
} TextLayout;

typedef struct TextEngine TextEngine;

/* Open the fonts named in this file from `folder` (assets/fonts). NULL with err text.font-missing.
 * SDL_ttf is initialised here and given back in text_close. */
TextEngine *text_open(const char *folder, Err *err);
void text_close(TextEngine *engine);

/* How large would it be? Never fails; an empty text has one line of width 0. */
TextSize text_measure(TextEngine *engine, const TextWish *wish);

/* Where does everything stand? `layout` is the caller's, in locked memory when wish->private. */
void text_layout(TextEngine *engine, const TextWish *wish, TextLayout *layout);
void text_layout_wipe(TextLayout *layout);

/* An 8-bit coverage mask of the caller. Drawing takes the larger of what stands there and the
 * glyph, so runs may touch. Everything outside is clipped. */
typedef struct TextMask {
    uint8_t *alpha;
    int width, height, stride;
} TextMask;

/* Draw all runs with the top left of the text's box at (x, y). With `flags` not 0 only the runs
 * that have all of these TEXT_RUN_* bits. */
void text_render(TextEngine *engine, const TextLayout *layout, TextMask *mask, int x, int y,
                 unsigned flags);

/* Has a font of this language's set a glyph for `point`? Controls and spaces count as covered. */
bool text_covers(TextEngine *engine, const char *lang, uint32_t point);

/* Height of the capitals of the main face at `size_px`, in hundredths of a px. */
int text_cap_x100_px(TextEngine *engine, int size_px);

/* Empty every cache: at the end of a session. */
void text_forget(TextEngine *engine);

#endif
