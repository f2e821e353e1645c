/* text_work.h - what the files of text/ share; not for other folders.
 * One text at a time is worked on, in TextWork: code points, their style and face, then segments
 * between break opportunities, then lines. The work of a private text is wiped when it is done. */
#ifndef OKSP_TEXT_WORK_H
#define OKSP_TEXT_WORK_H

#include <SDL.h>
#include <SDL_ttf.h>
#include <unicode/ubidi.h>
#include <unicode/ubrk.h>

#include "text.h"

enum {
    TEXT_POINTS_MAX = TEXT_BYTES_MAX,
    TEXT_SEGMENTS_MAX = 1024,
    TEXT_FONTS_MAX = 96,    /* open at one time; the least used is closed */
    TEXT_WIDTHS_MAX = 4096, /* remembered widths: a hash and a number, no text */
    TEXT_SIZES_MAX = 1024,  /* remembered measures, the same */
    TEXT_MASKS_MAX = 384,   /* drawn runs */
    TEXT_MASK_BYTES_MAX = 12 << 20,
    TEXT_LANG_BYTES_MAX = 16
};

typedef struct TextFont {
    TTF_Font *font;
    TextFace face;
    bool bold;
    int size_px;
    uint64_t used;
} TextFont;

typedef struct TextWidth {
    uint64_t key;
    int width;
} TextWidth;

typedef struct TextMeasured {
    uint64_t key;
    TextSize size;
} TextMeasured;

/* A drawn run: coverage only. */
typedef struct TextDrawn {
    uint64_t key, used;
    int width, height;
    uint8_t *alpha;
} TextDrawn;

/* A stretch that stays on one line; `end` includes the spaces behind it. */
typedef struct TextSegment {
    int from, to, end; /* points */
    int width, space;  /* px of [from, to) and of the spaces behind */
    bool hard;         /* the line ends here in any case */
    bool hyphen;       /* ends with a soft hyphen: a hyphen shows when the line ends here */
} TextSegment;

typedef struct TextLine {
    int from, to; /* segments */
    int width;    /* without the spaces at its end */
} TextLine;

typedef struct TextWork {
    const TextWish *wish;
    uint32_t points[TEXT_POINTS_MAX];
    uint8_t styles[TEXT_POINTS_MAX]; /* TEXT_RUN_BOLD, TEXT_RUN_WORD */
    uint8_t faces[TEXT_POINTS_MAX];
    int source[TEXT_POINTS_MAX];   /* code point of the wish, marks and isolates not counted */
    int unit[TEXT_POINTS_MAX + 1]; /* where the point starts in `units` */
    UChar units[TEXT_POINTS_MAX * 2 + 1];
    int point_of[TEXT_POINTS_MAX * 2 + 1];
    int count, unit_count;
    TextSegment segments[TEXT_SEGMENTS_MAX];
    int segment_count;
    TextLine lines[TEXT_LINES_MAX];
    int line_count;
    int hyphen_px;
    bool cut;
} TextWork;

struct TextEngine {
    char *files[TEXT_FACE_COUNT][2]; /* font files in memory: regular, bold */
    size_t file_bytes[TEXT_FACE_COUNT][2];
    TextFont fonts[TEXT_FONTS_MAX];
    TTF_Font *probes[TEXT_FACE_COUNT]; /* small, for the question "does it have this letter" */
    TextWidth widths[TEXT_WIDTHS_MAX];
    TextMeasured sizes[TEXT_SIZES_MAX];
    TextDrawn masks[TEXT_MASKS_MAX];
    size_t mask_bytes;
    uint64_t clock; /* counts uses, for the least used */
    UBreakIterator *breaks;
    char breaks_lang[TEXT_LANG_BYTES_MAX];
    UBiDi *bidi, *line; /* of the whole text, of one line */
    TextWork work;
    char scratch[TEXT_BYTES_MAX + 8];
};

/* text_font.c */
bool text_font_load(TextEngine *engine, const char *folder, Err *err);
void text_font_free(TextEngine *engine);
TTF_Font *text_font(TextEngine *engine, TextFace face, bool bold, int size_px);
TextFace text_font_face(TextEngine *engine, const char *lang, uint32_t point, int before);
bool text_font_has(TextEngine *engine, TextFace face, uint32_t point);
bool text_is_isolate(uint32_t point);
bool text_is_invisible(uint32_t point);

/* A stretch of one font, ready for SDL_ttf. */
typedef struct TextStretch {
    const char *bytes; /* NUL-terminated, without isolates and soft hyphens */
    TextFace face;
    bool bold, rtl, private;
    int size_px, spacing_x10_px;
    const char *script;
} TextStretch;
TTF_Font *text_font_for(TextEngine *engine, const TextStretch *stretch);
int text_stretch_width(TextEngine *engine, const TextStretch *stretch);
uint64_t text_stretch_key(const TextStretch *stretch);
uint64_t text_hash(uint64_t hash, const void *data, size_t size);

/* text_points.c: wish to points, styles, faces, UTF-16. */
void text_points(TextEngine *engine, const TextWish *wish);
/* Points [from, to) of one face and style into engine->scratch; the stretch is filled in. */
TextStretch text_points_stretch(TextEngine *engine, int from, int to, bool rtl);
int text_points_same(const TextWork *work, int from, int to); /* end of the same face and style */

/* text_break.c: segments and lines. */
void text_break(TextEngine *engine);
TextSize text_break_size(const TextWork *work);

/* text_line.c: lines in visual order. */
void text_line_all(TextEngine *engine, TextLayout *layout);

/* text_mask.c */
void text_mask_forget(TextEngine *engine);

#endif
