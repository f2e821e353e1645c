/* text_points.c - a wish as code points with style and face, and as UTF-16 for ICU.
 * Owns nothing; fills engine->work. Marks become styles here, tabs and carriage returns spaces. */
#include <string.h>
#include <unicode/uscript.h>
#include <unicode/utf16.h>

#include "text_work.h"
#include "utf8.h"

static void add_point(TextEngine *engine, uint32_t point, unsigned style, int source)
{
    TextWork *work = &engine->work;
    int i = work->count;
    work->points[i] = point;
    work->styles[i] = (uint8_t)style;
    work->source[i] = source;
    int before = i > 0 ? work->faces[i - 1] : -1;
    work->faces[i] = (uint8_t)text_font_face(engine, work->wish->lang, point, before);
    work->unit[i] = work->unit_count;
    work->point_of[work->unit_count] = i;
    if (U_IS_BMP(point)) {
        work->units[work->unit_count++] = (UChar)point;
    } else {
        work->units[work->unit_count++] = U16_LEAD(point);
        work->point_of[work->unit_count] = i;
        work->units[work->unit_count++] = U16_TRAIL(point);
    }
    work->count++;
}

/* A mark changes the style and is no letter. */
static bool take_mark(uint32_t point, unsigned *style)
{
    switch (point) {
    case TEXT_BOLD_ON: *style |= TEXT_RUN_BOLD; return true;
    case TEXT_BOLD_OFF: *style &= ~(unsigned)TEXT_RUN_BOLD; return true;
    case TEXT_WORD_ON: *style |= TEXT_RUN_BOLD | TEXT_RUN_WORD; return true;
    case TEXT_WORD_OFF: *style &= ~(unsigned)(TEXT_RUN_BOLD | TEXT_RUN_WORD); return true;
    case '\r':
    case 0xfeff: return true;
    }
    return false;
}

static void finish(TextWork *work)
{
    work->unit[work->count] = work->unit_count;
    work->units[work->unit_count] = 0;
    work->point_of[work->unit_count] = work->count;
}

void text_points(TextEngine *engine, const TextWish *wish)
{
    TextWork *work = &engine->work;
    work->wish = wish;
    work->count = work->unit_count = work->segment_count = work->line_count = 0;
    work->cut = false;
    Str text = str_of(wish->text);
    if (!utf8_is_valid(text))
        text = (Str){0};
    unsigned style = wish->bold ? TEXT_RUN_BOLD : 0;
    int source = 0;
    for (size_t at = 0; at < text.size;) {
        uint32_t point = utf8_next(text, &at);
        if (take_mark(point, &style)) {
            if (wish->bold)
                style |= TEXT_RUN_BOLD;
            continue;
        }
        if (work->count + 1 >= TEXT_POINTS_MAX) {
            work->cut = true;
            break;
        }
        bool silent = point == 0xad || (point >= 0x2066 && point <= 0x2069);
        add_point(engine, point == '\t' ? ' ' : point, style, source);
        source += silent ? 0 : 1;
    }
    finish(work);
}

int text_points_same(const TextWork *work, int from, int to)
{
    int end = from + 1;
    while (end < to && work->faces[end] == work->faces[from] &&
           work->styles[end] == work->styles[from])
        end++;
    return end;
}

static const char *script_of(const TextWork *work, int from, int to, TextFace face)
{
    if (face == TEXT_FACE_ARABIC || face == TEXT_FACE_VAZIRMATN)
        return "Arab";
    if (face == TEXT_FACE_ETHIOPIC)
        return "Ethi";
    for (int i = from; i < to; i++) {
        UErrorCode status = U_ZERO_ERROR;
        UScriptCode script = uscript_getScript((UChar32)work->points[i], &status);
        if (U_SUCCESS(status) && script == USCRIPT_CYRILLIC)
            return "Cyrl";
        if (U_SUCCESS(status) && script == USCRIPT_LATIN)
            break;
    }
    return "Latn";
}

TextStretch text_points_stretch(TextEngine *engine, int from, int to, bool rtl)
{
    const TextWork *work = &engine->work;
    size_t size = 0;
    bool visible = false;
    for (int i = from; i < to && size + UTF8_BYTES_MAX < TEXT_BYTES_MAX; i++) {
        uint32_t p = work->points[i];
        bool joiner = p == 0x200c || p == 0x200d;
        visible = visible || !text_is_invisible(p);
        if (!text_is_invisible(p) || joiner)
            size += utf8_encode(p, engine->scratch + size);
    }
    engine->scratch[visible ? size : 0] = '\0'; /* SDL_ttf refuses what has no width */
    TextFace face = (TextFace)work->faces[from];
    bool joined = face == TEXT_FACE_ARABIC || face == TEXT_FACE_VAZIRMATN;
    return (TextStretch){
        .bytes = engine->scratch,
        .face = face,
        .bold = (work->styles[from] & TEXT_RUN_BOLD) != 0,
        .rtl = rtl,
        .private = work->wish->private,
        .size_px = work->wish->size_px,
        .spacing_x10_px = joined ? 0 : work->wish->spacing_x10_px,
        .script = script_of(work, from, to, face),
    };
}
