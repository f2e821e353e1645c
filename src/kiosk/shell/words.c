/* words.c - the words of a node. See words.h. */
#include "words.h"

#include <sodium.h>
#include <string.h>

#include "blit.h"
#include "box.h"
#include "text.h"

/* Drawing of marks, in u and per cent of the line box (visual design, reading aloud). */
enum {
    MARK_OUT_U = 6,
    MARK_CORNER_U = 10,
    MARK_LINE_U = 4,
    MARK_TOP_PERCENT = 11,
    MARK_BOTTOM_PERCENT = 9,
    DOT_U = 5,
    DOT_BELOW_U = 2, /* under the line, clear of descenders */
    CARET_W_U = 5,
    CARET_GAP_U = 4
};

struct Words {
    TextEngine *engine;
    uint8_t *mask;
    size_t mask_bytes;
    int width, height; /* px the mask can hold, margins included */
    TextLayout *layout;
};

Words *words_open(TextEngine *engine, int width, int height)
{
    Words *words = sodium_malloc(sizeof *words);
    if (words == NULL)
        return NULL;
    *words = (Words){.engine = engine,
                     .width = width + 2 * WORDS_MARGIN_PX,
                     .height = height + 2 * WORDS_MARGIN_PX};
    words->mask_bytes = (size_t)words->width * (size_t)words->height;
    words->mask = sodium_malloc(words->mask_bytes);
    words->layout = sodium_malloc(sizeof *words->layout);
    if (words->mask == NULL || words->layout == NULL) {
        words_close(words);
        return NULL;
    }
    words_wipe(words);
    return words;
}

void words_close(Words *words)
{
    if (words == NULL)
        return;
    sodium_free(words->mask);
    sodium_free(words->layout);
    sodium_free(words);
}

void words_wipe(Words *words)
{
    sodium_memzero(words->mask, words->mask_bytes);
    sodium_memzero(words->layout, sizeof *words->layout);
}

static TextWish wish_of(const UiWords *from)
{
    static const TextDirection directions[] = {
        [DIRECTION_LTR] = TEXT_LTR, [DIRECTION_RTL] = TEXT_RTL, [DIRECTION_AUTO] = TEXT_AUTO};
    return (TextWish){.text = from->text,
                      .lang = from->lang,
                      .size_px = from->size_px,
                      .line_px = from->line_px,
                      .spacing_x10_px = from->spacing_x10_px,
                      .width_px = from->width_px,
                      .bold = from->bold,
                      .balance = from->balance,
                      .nowrap = from->nowrap,
                      .private = from->private,
                      .direction = directions[from->direction]};
}

UiExtent words_measure(void *context, const UiWords *words)
{
    TextWish wish = wish_of(words);
    TextSize size = text_measure(context, &wish);
    return (UiExtent){.width_px = size.width_px,
                      .height_px = size.height_px,
                      .lines = size.lines,
                      .word_px = size.word_px};
}

static TextAlign align_of(const Ui *ui, int node)
{
    UiAlign align = ui_words_align(ui, node);
    if (align == ALIGN_CENTER)
        return TEXT_CENTER;
    return align == ALIGN_END ? TEXT_END : TEXT_START;
}

/* ui asks for start and end in the direction it expects; only the layout tells which one the
 * paragraph has: a Dutch name on an Arabic screen still stands at the right. */
static void lay_out(Words *words, const Ui *ui, int node, TextWish *wish)
{
    bool expected = wish->direction == TEXT_AUTO ? ui->settings.rtl : wish->direction == TEXT_RTL;
    wish->align = align_of(ui, node);
    text_layout(words->engine, wish, words->layout);
    if (wish->align == TEXT_CENTER || words->layout->rtl == expected)
        return;
    wish->align = wish->align == TEXT_START ? TEXT_END : TEXT_START;
    text_layout(words->engine, wish, words->layout);
}

/* One drawing of words: everything the helpers below need. */
typedef struct WordsJob {
    Words *words;
    Canvas *canvas;
    const Ui *ui;
    int node;
    int x, y; /* top left of the words, px */
    uint32_t ink;
} WordsJob;

static uint32_t opaque(const WordsJob *job, ThemeInk ink)
{
    return 0xFF000000u | theme_color(job->ui->settings.theme.wish.look, ink);
}

static int px(const WordsJob *job, int u)
{
    return theme_px(&job->ui->settings.theme, u);
}

static void mark_draw(const WordsJob *job, const TextBox *box)
{
    int out = px(job, MARK_OUT_U), line = px(job, MARK_LINE_U);
    int top = box->h * MARK_TOP_PERCENT / 100, bottom = box->h * MARK_BOTTOM_PERCENT / 100;
    CanvasRect rect = {job->x + box->x - out, job->y + box->y + top, box->w + 2 * out,
                       box->h - top - bottom};
    CanvasRect low = rect;
    low.y += line;
    Box under = box_round(low, px(job, MARK_CORNER_U));
    Box over = box_round(rect, px(job, MARK_CORNER_U));
    box_fill(job->canvas, &under, opaque(job, INK_MARK_LINE));
    box_fill(job->canvas, &over, opaque(job, INK_MARK));
}

/* Under all words, so that descenders stay whole. */
static void marks_draw(const WordsJob *job)
{
    const Ui *ui = job->ui;
    if (ui->speaking != job->node)
        return;
    const TextLayout *layout = job->words->layout;
    for (int i = 0; i < layout->word_count; i++) {
        const TextWord *word = &layout->words[i];
        if (word->from < ui->word_to && word->to > ui->word_from)
            mark_draw(job, &word->box);
    }
}

/* A dotted line under every hard word: it can be tapped for an explanation. */
static void dots_draw(const WordsJob *job)
{
    const TextLayout *layout = job->words->layout;
    int dot = px(job, DOT_U), below = px(job, DOT_BELOW_U);
    for (int i = 0; i < layout->run_count && dot > 0; i++) {
        const TextBox *box = &layout->runs[i].box;
        if (!(layout->runs[i].flags & TEXT_RUN_WORD))
            continue;
        for (int x = 0; x + dot <= box->w; x += 2 * dot) {
            CanvasRect at = {job->x + box->x + x, job->y + box->y + box->h + below, dot, dot};
            box_ellipse(job->canvas, at, opaque(job, INK_PETROL_STRONG));
        }
    }
}

static void caret_draw(const WordsJob *job)
{
    const UiNode *node = ui_node(job->ui, job->node);
    if (!(node->box.state & STATE_CARET))
        return;
    const TextLayout *layout = job->words->layout;
    int width = px(job, CARET_W_U), gap = px(job, CARET_GAP_U);
    int x = job->x + layout->caret_x + (layout->rtl ? -gap - width : gap);
    CanvasRect rect = {x, job->y + layout->caret_y, width, layout->line_px};
    Box caret = box_round(rect, width / 2);
    box_fill(job->canvas, &caret, opaque(job, INK_CORAL_STRONG));
}

static void glyphs_draw(const WordsJob *job, CanvasRect area)
{
    Words *words = job->words;
    size_t bytes = (size_t)area.w * (size_t)area.h;
    memset(words->mask, 0, bytes);
    TextMask mask = {.alpha = words->mask, .width = area.w, .height = area.h, .stride = area.w};
    text_render(words->engine, words->layout, &mask, WORDS_MARGIN_PX, WORDS_MARGIN_PX, 0);
    BlitMask ready = {words->mask, area.w, area.h};
    blit_mask(job->canvas, &ready, (BlitAt){.x = area.x, .y = area.y}, job->ink);
    if (words->layout->private)
        sodium_memzero(words->mask, bytes);
}

/* The part of the glass that the words may touch, no larger than the mask. */
static CanvasRect area_of(const WordsJob *job, const UiRect *rect)
{
    const Words *words = job->words;
    int height = words->layout->size.height_px;
    CanvasRect area = {job->x - WORDS_MARGIN_PX, job->y - WORDS_MARGIN_PX,
                       rect->w + 2 * WORDS_MARGIN_PX,
                       (height > rect->h ? height : rect->h) + 2 * WORDS_MARGIN_PX};
    area.w = area.w > words->width ? words->width : area.w;
    area.h = area.h > words->height ? words->height : area.h;
    return area;
}

void words_draw(Words *words, Canvas *canvas, const Ui *ui, int node, int down, uint32_t ink)
{
    UiWords shown = ui_words(ui, node);
    const UiRect *rect = &ui_node(ui, node)->words;
    CanvasRect near = {rect->x - WORDS_MARGIN_PX, rect->y + down - WORDS_MARGIN_PX,
                       rect->w + 2 * WORDS_MARGIN_PX, rect->h + 2 * WORDS_MARGIN_PX};
    CanvasRect seen = canvas_meet(near, canvas->clip);
    if (shown.text == NULL || seen.w == 0 || seen.h == 0)
        return;
    TextWish wish = wish_of(&shown);
    wish.width_px = rect->w;
    lay_out(words, ui, node, &wish);
    WordsJob job = {words, canvas, ui, node, rect->x, rect->y + down, ink};
    marks_draw(&job);
    glyphs_draw(&job, area_of(&job, rect));
    dots_draw(&job);
    caret_draw(&job);
    if (shown.private)
        text_layout_wipe(words->layout);
}
