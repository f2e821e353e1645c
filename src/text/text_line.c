/* text_line.c - lines in visual order: runs, the boxes of words, the place of the caret.
 * Owns nothing. Order comes from ICU (UAX #9), isolates included; shapes come later. */
#include <string.h>

#include "text_work.h"

/* A line being set: its points, where it stands, and how far the pen is. */
typedef struct Setting {
    TextEngine *engine;
    TextLayout *layout;
    int line, from, to; /* points */
    int x, first_run;
    size_t used; /* bytes of layout->text */
    bool rtl;
} Setting;

static TextRun *new_run(Setting *set, const TextStretch *stretch, int width)
{
    TextLayout *layout = set->layout;
    size_t size = strlen(stretch->bytes);
    if (layout->run_count == TEXT_RUNS_MAX || set->used + size + 1 > TEXT_BYTES_MAX) {
        layout->cut = true;
        return NULL;
    }
    TextRun *run = &layout->runs[layout->run_count++];
    *run =
        (TextRun){.line = set->line,
                  .from = (int)set->used,
                  .to = (int)(set->used + size),
                  .face = stretch->face,
                  .flags = (stretch->bold ? TEXT_RUN_BOLD : 0) | (stretch->rtl ? TEXT_RUN_RTL : 0)};
    run->box = (TextBox){set->x, set->line * layout->line_px, width, layout->line_px};
    memcpy(layout->text + set->used, stretch->bytes, size + 1);
    memcpy(run->script, stretch->script, 4);
    set->used += size;
    set->x += width;
    return run;
}

static bool is_gap(uint32_t point)
{
    return point == ' ' || point == '\n' || point == 0x200b;
}

static TextBox joined(TextBox a, TextBox b)
{
    int x0 = a.x < b.x ? a.x : b.x;
    int x1 = a.x + a.w > b.x + b.w ? a.x + a.w : b.x + b.w;
    return (TextBox){x0, a.y, x1 - x0, a.h};
}

/* A word that changes style or face in the middle is one word. */
static bool extend_word(TextLayout *layout, TextWord word)
{
    for (int i = layout->word_count - 1; i >= 0; i--) {
        TextWord *other = &layout->words[i];
        if (other->box.y != word.box.y)
            return false;
        if (other->to != word.from && other->from != word.to)
            continue;
        other->from = other->from < word.from ? other->from : word.from;
        other->to = other->to > word.to ? other->to : word.to;
        other->box = joined(other->box, word.box);
        other->hard = other->hard || word.hard;
        return true;
    }
    return false;
}

static void add_word(Setting *set, const TextRun *run, int from, int to, TextBox box)
{
    TextLayout *layout = set->layout;
    const TextWork *work = &set->engine->work;
    TextWord word = {.from = work->source[from],
                     .to = work->source[to - 1] + 1,
                     .box = box,
                     .hard = (run->flags & TEXT_RUN_WORD) != 0};
    if (extend_word(layout, word))
        return;
    if (layout->word_count == TEXT_WORDS_MAX)
        layout->cut = true;
    else
        layout->words[layout->word_count++] = word;
}

static int width_to(Setting *set, int from, int to, bool rtl)
{
    if (to <= from)
        return 0;
    TextStretch stretch = text_points_stretch(set->engine, from, to, rtl);
    return text_stretch_width(set->engine, &stretch);
}

/* The words of a run, by the width of what stands before them in reading order. */
static void add_words(Setting *set, const TextRun *run, int from, int to)
{
    const TextWork *work = &set->engine->work;
    bool rtl = (run->flags & TEXT_RUN_RTL) != 0;
    if (work->wish->private)
        return; /* nothing a visitor typed is read along */
    for (int at = from; at < to;) {
        if (is_gap(work->points[at])) {
            at++;
            continue;
        }
        int end = at;
        while (end < to && !is_gap(work->points[end]))
            end++;
        int before = width_to(set, from, at, rtl), behind = width_to(set, from, end, rtl);
        int x = rtl ? run->box.x + run->box.w - behind : run->box.x + before;
        TextBox box = {x, run->box.y, behind - before, run->box.h};
        add_word(set, run, at, end, box);
        at = end;
    }
}

static void add_stretch(Setting *set, int from, int to, bool rtl)
{
    TextStretch stretch = text_points_stretch(set->engine, from, to, rtl);
    int width = text_stretch_width(set->engine, &stretch);
    if (!stretch.bytes[0] || width == 0)
        return; /* only joiners and isolates: nothing to draw */
    TextRun *run = new_run(set, &stretch, width);
    if (!run)
        return;
    if (set->engine->work.styles[from] & TEXT_RUN_WORD)
        run->flags |= TEXT_RUN_WORD;
    add_words(set, run, from, to);
}

/* One bidi run may need several fonts: from the left in reading order, or against it. */
static void add_visual_run(Setting *set, int from, int to, bool rtl)
{
    int parts[TEXT_RUNS_MAX + 1], count = 0;
    const TextWork *work = &set->engine->work;
    for (int at = from; at < to && count < TEXT_RUNS_MAX;) {
        parts[count++] = at;
        at = text_points_same(work, at, to);
    }
    parts[count] = to;
    for (int i = 0; i < count; i++) {
        int part = rtl ? count - 1 - i : i;
        add_stretch(set, parts[part], parts[part + 1], rtl);
    }
}

static void add_hyphen(Setting *set)
{
    const TextWork *work = &set->engine->work;
    TextStretch hyphen = {.bytes = "-",
                          .face = TEXT_FACE_ANDIKA,
                          .bold = (work->styles[set->to - 1] & TEXT_RUN_BOLD) != 0,
                          .private = work->wish->private,
                          .size_px = work->wish->size_px,
                          .script = "Latn"};
    new_run(set, &hyphen, text_stretch_width(set->engine, &hyphen));
}

/* The direction of the paragraph. ICU makes the level of a line even when all of it runs from left
 * to right, so a number alone on an Arabic line would stand at the wrong side: what was asked for
 * counts, and a level only where nothing was. */
static bool is_rtl(const TextEngine *engine, const UBiDi *bidi)
{
    if (engine->work.wish->direction != TEXT_AUTO)
        return engine->work.wish->direction == TEXT_RTL;
    return ubidi_getParaLevel(bidi) % 2 == 1;
}

static void set_runs(Setting *set)
{
    TextEngine *engine = set->engine;
    const TextWork *work = &engine->work;
    UErrorCode status = U_ZERO_ERROR;
    int base = work->unit[set->from];
    ubidi_setLine(engine->bidi, base, work->unit[set->to], engine->line, &status);
    int count = U_SUCCESS(status) ? ubidi_countRuns(engine->line, &status) : 0;
    if (U_FAILURE(status)) {
        add_visual_run(set, set->from, set->to, false);
        return;
    }
    set->rtl = is_rtl(engine, engine->line);
    for (int i = 0; i < count; i++) {
        int32_t start = 0, length = 0;
        UBiDiDirection direction = ubidi_getVisualRun(engine->line, i, &start, &length);
        int from = work->point_of[base + start], to = work->point_of[base + start + length];
        add_visual_run(set, from, to, direction == UBIDI_RTL);
    }
}

static void shift_line(Setting *set, int by)
{
    TextLayout *layout = set->layout;
    int y = set->line * layout->line_px;
    for (int i = set->first_run; i < layout->run_count; i++)
        layout->runs[i].box.x += by;
    for (int i = 0; i < layout->word_count; i++)
        if (layout->words[i].box.y == y)
            layout->words[i].box.x += by;
}

static int indent(const Setting *set, int width, int room)
{
    TextAlign align = set->engine->work.wish->align;
    int free = room - width;
    if (align == TEXT_CENTER)
        return free / 2;
    bool right = (align == TEXT_END) != set->rtl;
    return right ? free : 0;
}

static bool base_rtl(const TextEngine *engine)
{
    return is_rtl(engine, engine->bidi);
}

static void set_line(Setting *set, int room)
{
    const TextWork *work = &set->engine->work;
    const TextLine *line = &work->lines[set->line];
    const TextSegment *last = &work->segments[line->to - 1];
    set->from = work->segments[line->from].from;
    set->to = last->to;
    set->x = 0;
    set->first_run = set->layout->run_count;
    set->rtl = base_rtl(set->engine);
    if (set->to > set->from)
        set_runs(set);
    bool end_of_text = line->to == work->segment_count;
    if (last->hyphen && !end_of_text)
        add_hyphen(set);
    int width = set->x, by = indent(set, width, room);
    shift_line(set, by);
    set->layout->caret_x = set->rtl ? by - last->space : by + width + last->space;
    set->layout->caret_y = set->line * set->layout->line_px;
}

static void set_paragraph(TextEngine *engine)
{
    const TextWork *work = &engine->work;
    UErrorCode status = U_ZERO_ERROR;
    UBiDiLevel level = UBIDI_DEFAULT_LTR;
    if (work->wish->direction == TEXT_LTR)
        level = 0;
    if (work->wish->direction == TEXT_RTL)
        level = 1;
    ubidi_setPara(engine->bidi, work->units, work->unit_count, level, NULL, &status);
}

void text_line_all(TextEngine *engine, TextLayout *layout)
{
    const TextWork *work = &engine->work;
    Setting set = {.engine = engine, .layout = layout};
    int room = work->wish->width_px > 0 ? work->wish->width_px : layout->size.width_px;
    set_paragraph(engine);
    layout->rtl = base_rtl(engine);
    set.rtl = layout->rtl;
    layout->caret_x = indent(&set, 0, room);
    for (set.line = 0; set.line < work->line_count; set.line++)
        set_line(&set, room);
    bool open_end = work->segment_count > 0 && work->segments[work->segment_count - 1].hard;
    if (open_end) {
        set.rtl = layout->rtl;
        layout->caret_x = indent(&set, 0, room);
        layout->caret_y = work->line_count * layout->line_px;
    }
}
