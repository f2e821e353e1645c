/* text.c - the engine: open, measure, lay out, forget.
 * Owns everything of the engine. One thread uses it. Never keeps a text it was given. */
#include "text.h"

#include <stdlib.h>
#include <string.h>

#include "text_work.h"

TextEngine *text_open(const char *folder, Err *err)
{
    if (TTF_Init() != 0) {
        err_set(err, "memory.full", "SDL_ttf does not start: %s", TTF_GetError());
        return NULL;
    }
    TextEngine *engine = calloc(1, sizeof *engine);
    if (!engine) {
        err_set(err, "memory.full", "no memory for the text engine");
        TTF_Quit();
        return NULL;
    }
    engine->bidi = ubidi_open();
    engine->line = ubidi_open();
    if (!engine->bidi || !engine->line || !text_font_load(engine, folder, err)) {
        err_set(err, "memory.full", "no memory for the order of letters");
        text_close(engine);
        return NULL;
    }
    return engine;
}

void text_close(TextEngine *engine)
{
    if (!engine)
        return;
    text_forget(engine);
    text_font_free(engine);
    if (engine->breaks)
        ubrk_close(engine->breaks);
    if (engine->line)
        ubidi_close(engine->line);
    if (engine->bidi)
        ubidi_close(engine->bidi);
    free(engine);
    TTF_Quit();
}

void text_forget(TextEngine *engine)
{
    text_mask_forget(engine);
    explicit_bzero(engine->widths, sizeof engine->widths);
    explicit_bzero(engine->sizes, sizeof engine->sizes);
    TextWork *work = &engine->work;
    explicit_bzero(work, sizeof *work);
    explicit_bzero(engine->scratch, sizeof engine->scratch);
}

/* The work of a private text is wiped as soon as it is done. */
static void finish(TextEngine *engine)
{
    UErrorCode status = U_ZERO_ERROR;
    static const UChar NOTHING[1] = {0};
    TextWork *work = &engine->work;
    bool private = work->wish->private;
    ubidi_setPara(engine->bidi, NOTHING, 0, 0, NULL, &status);
    if (private) {
        explicit_bzero(work, sizeof *work);
        explicit_bzero(engine->scratch, sizeof engine->scratch);
    }
    work->wish = NULL;
}

static uint64_t wish_key(const TextWish *wish)
{
    const int numbers[] = {wish->size_px, wish->line_px, wish->spacing_x10_px, wish->width_px,
                           wish->bold,    wish->balance, wish->nowrap,         wish->direction};
    uint64_t hash = text_hash(0xcbf29ce484222325u, numbers, sizeof numbers);
    if (wish->lang)
        hash = text_hash(hash, wish->lang, strlen(wish->lang) + 1);
    if (wish->text)
        hash = text_hash(hash, wish->text, strlen(wish->text));
    return hash ? hash : 1;
}

TextSize text_measure(TextEngine *engine, const TextWish *wish)
{
    uint64_t key = wish->private ? 0 : wish_key(wish);
    TextMeasured *known = &engine->sizes[key % TEXT_SIZES_MAX];
    if (key && known->key == key)
        return known->size;
    text_points(engine, wish);
    text_break(engine);
    TextSize size = text_break_size(&engine->work);
    if (key)
        *known = (TextMeasured){key, size};
    finish(engine);
    return size;
}

void text_layout(TextEngine *engine, const TextWish *wish, TextLayout *layout)
{
    text_layout_wipe(layout);
    text_points(engine, wish);
    text_break(engine);
    layout->size = text_break_size(&engine->work);
    layout->size_px = wish->size_px;
    layout->line_px = wish->line_px;
    layout->spacing_x10_px = wish->spacing_x10_px;
    layout->private = wish->private;
    layout->cut = engine->work.cut;
    text_line_all(engine, layout);
    finish(engine);
}

void text_layout_wipe(TextLayout *layout)
{
    explicit_bzero(layout, sizeof *layout);
}
