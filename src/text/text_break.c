/* text_break.c - where lines may end, and where they do.
 * Owns nothing; uses the break rules of ICU (UAX #14) for the language of the wish. A word that is
 * wider than the box stays whole and is reported, except in what a visitor types. */
#include <string.h>

#include <unicode/uchar.h>

#include "text_work.h"

enum { SOFT_HYPHEN = 0xad, NO_BREAK_SPACE = 0xa0, ARABIC_QUESTION_MARK = 0x61f };
enum { ENDLESS_PX = 1 << 28, SENTENCES_LINES = 2 };

static bool is_space(uint32_t point)
{
    return point == ' ' || point == '\n' || point == 0x200b || point == 0x3000;
}

static int width_of(TextEngine *engine, int from, int to)
{
    int width = 0;
    for (int at = from; at < to;) {
        int end = text_points_same(&engine->work, at, to);
        TextFace face = (TextFace)engine->work.faces[at];
        bool rtl = face == TEXT_FACE_ARABIC || face == TEXT_FACE_VAZIRMATN;
        TextStretch stretch = text_points_stretch(engine, at, end, rtl);
        width += text_stretch_width(engine, &stretch);
        at = end;
    }
    return width;
}

static TextSegment *new_segment(TextWork *work)
{
    if (work->segment_count == TEXT_SEGMENTS_MAX) {
        work->cut = true;
        return NULL;
    }
    TextSegment *segment = &work->segments[work->segment_count++];
    *segment = (TextSegment){0};
    return segment;
}

/* What a visitor types may be one endless word: it is cut where it reaches the edge. */
static int cut_private(TextEngine *engine, int from, int to)
{
    const TextWish *wish = engine->work.wish;
    if (!wish->private || wish->width_px <= 0 || wish->nowrap)
        return to;
    int end = from + 1;
    while (end < to && width_of(engine, from, end + 1) <= wish->width_px)
        end++;
    return end;
}

static void add_segments(TextEngine *engine, int from, int end)
{
    TextWork *work = &engine->work;
    int to = end;
    while (to > from && is_space(work->points[to - 1]))
        to--;
    bool hard = end > from && work->points[end - 1] == '\n';
    bool hyphen = to > from && work->points[to - 1] == SOFT_HYPHEN;
    int width = width_of(engine, from, to);
    while (width > work->wish->width_px && cut_private(engine, from, to) < to) {
        int part = cut_private(engine, from, to);
        TextSegment *piece = new_segment(work);
        if (!piece)
            return;
        *piece = (TextSegment){.from = from, .to = part, .end = part};
        piece->width = width_of(engine, from, part);
        from = part;
        width = width_of(engine, from, to);
    }
    TextSegment *segment = new_segment(work);
    if (!segment)
        return;
    int visible_end = hard ? end - 1 : end;
    int space = visible_end > to ? width_of(engine, to, visible_end) : 0;
    *segment = (TextSegment){from, to, end, width, space, hard, hyphen};
}

static UBreakIterator *breaks_for(TextEngine *engine, const char *lang)
{
    char wanted[TEXT_LANG_BYTES_MAX] = "nl";
    if (lang && strlen(lang) < sizeof wanted)
        memcpy(wanted, lang, strlen(lang) + 1);
    if (engine->breaks && strcmp(wanted, engine->breaks_lang) == 0)
        return engine->breaks;
    if (engine->breaks)
        ubrk_close(engine->breaks);
    UErrorCode status = U_ZERO_ERROR;
    engine->breaks = ubrk_open(UBRK_LINE, wanted, NULL, 0, &status);
    memcpy(engine->breaks_lang, wanted, sizeof wanted);
    return engine->breaks;
}

/* UAX #14 breaks after a dash even before a no-break space: "9 - 17 uur" is one whole. */
static bool stays_together(const TextWork *work, int end)
{
    return end < work->count && work->points[end] == NO_BREAK_SPACE;
}

static void find_segments(TextEngine *engine)
{
    TextWork *work = &engine->work;
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator *breaks = breaks_for(engine, work->wish->lang);
    if (breaks)
        ubrk_setText(breaks, work->units, work->unit_count, &status);
    if (!breaks || U_FAILURE(status)) {
        add_segments(engine, 0, work->count);
        return;
    }
    int from = 0;
    ubrk_first(breaks);
    for (int32_t at = ubrk_next(breaks); at != UBRK_DONE; at = ubrk_next(breaks)) {
        int end = work->point_of[at];
        if (stays_together(work, end))
            continue;
        if (end > from)
            add_segments(engine, from, end);
        from = end;
    }
    static const UChar NOTHING[1] = {0};
    ubrk_setText(breaks, NOTHING, 0, &status); /* keep no hold on the words */
}

/* The segment behind the last one that fits on a line starting at `from`; at least one is taken.
 * A soft hyphen is a good end only where its hyphen fits too. */
static int fill_line(const TextWork *work, int from, int room, int *width)
{
    int x = 0, fits = from;
    for (int k = from; k < work->segment_count; k++) {
        const TextSegment *s = &work->segments[k];
        int wide = x + s->width;
        int shown = wide + (s->hyphen ? work->hyphen_px : 0);
        if (k > from && wide > room)
            break;
        if (k == from || shown <= room) {
            fits = k + 1;
            *width = shown;
        }
        if (s->hard)
            break;
        x = wide + s->space;
    }
    return fits;
}

static int fill_lines(TextWork *work, int room, bool keep)
{
    int count = 0;
    for (int from = 0; from < work->segment_count; count++) {
        int width = 0;
        int to = fill_line(work, from, room, &width);
        if (keep && count == TEXT_LINES_MAX) {
            work->cut = true;
            break;
        }
        if (keep)
            work->lines[count] = (TextLine){from, to, width};
        from = to;
    }
    return count;
}

static int widest_segment(const TextWork *work)
{
    int widest = 0;
    for (int k = 0; k < work->segment_count; k++) {
        const TextSegment *s = &work->segments[k];
        int width = s->width + (s->hyphen ? work->hyphen_px : 0);
        widest = width > widest ? width : widest;
    }
    return widest;
}

/* The narrowest box with as many lines: lines of even length, no single word on the last. */
static int balanced_room(TextWork *work, int room)
{
    int lines = fill_lines(work, room, false);
    int low = widest_segment(work), high = room;
    if (lines < 2 || low >= high)
        return room;
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (fill_lines(work, middle, false) <= lines)
            high = middle;
        else
            low = middle + 1;
    }
    return high;
}

/* A sentence ends behind this segment, and another begins. A small letter behind a full stop is an
 * abbreviation. */
static bool ends_sentence(const TextWork *work, int k)
{
    const TextSegment *s = &work->segments[k];
    if (k + 1 == work->segment_count || s->to == s->from || work->points[s->end - 1] != ' ')
        return false;
    uint32_t mark = work->points[s->to - 1];
    bool stop = mark == '.' && !u_islower((UChar32)work->points[work->segments[k + 1].from]);
    return stop || mark == '!' || mark == '?' || mark == ARABIC_QUESTION_MARK;
}

static void part_sentences(TextWork *work, bool hard)
{
    for (int k = 0; k < work->segment_count; k++)
        if (ends_sentence(work, k))
            work->segments[k].hard = hard;
}

/* "Hoi!" and "Ik ben Stip." rather than "Hoi! Ik" and "ben Stip.", where it takes no line more. On
 * more than two lines a last word would stand alone. */
static void keep_sentences(TextWork *work, int room)
{
    int lines = fill_lines(work, room, false);
    part_sentences(work, true);
    if (lines != SENTENCES_LINES || fill_lines(work, room, false) > lines)
        part_sentences(work, false);
}

static void measure_hyphen(TextEngine *engine)
{
    const TextWish *wish = engine->work.wish;
    TextStretch hyphen = {.bytes = "-",
                          .face = TEXT_FACE_ANDIKA,
                          .bold = wish->bold,
                          .size_px = wish->size_px,
                          .script = "Latn"};
    engine->work.hyphen_px = text_stretch_width(engine, &hyphen);
}

void text_break(TextEngine *engine)
{
    TextWork *work = &engine->work;
    const TextWish *wish = work->wish;
    measure_hyphen(engine);
    find_segments(engine);
    bool endless = wish->nowrap || wish->width_px <= 0;
    int room = endless ? ENDLESS_PX : wish->width_px;
    if (wish->balance && !endless) {
        keep_sentences(work, room);
        room = balanced_room(work, room);
    }
    work->line_count = fill_lines(work, room, true);
    if (work->line_count > TEXT_LINES_MAX)
        work->line_count = TEXT_LINES_MAX;
}

TextSize text_break_size(const TextWork *work)
{
    int lines = work->line_count;
    bool open_end = work->segment_count > 0 && work->segments[work->segment_count - 1].hard;
    if (lines == 0 || open_end)
        lines++; /* an empty text, or the empty line behind a final line feed */
    TextSize size = {.lines = lines, .height_px = lines * work->wish->line_px};
    for (int i = 0; i < work->line_count; i++)
        if (work->lines[i].width > size.width_px)
            size.width_px = work->lines[i].width;
    size.word_px = work->wish->private ? 0 : widest_segment(work);
    return size;
}
