/* text_mask.c - runs drawn into a coverage mask, and the drawn runs that are remembered.
 * Owns the remembered masks (coverage and a hash, never text; never anything private). */
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "text_work.h"

static void drop(TextEngine *engine, TextDrawn *drawn)
{
    if (!drawn->alpha)
        return;
    size_t size = (size_t)drawn->width * (size_t)drawn->height;
    explicit_bzero(drawn->alpha, size);
    free(drawn->alpha);
    engine->mask_bytes -= size;
    *drawn = (TextDrawn){0};
}

void text_mask_forget(TextEngine *engine)
{
    for (int i = 0; i < TEXT_MASKS_MAX; i++)
        drop(engine, &engine->masks[i]);
}

static TextDrawn *find(TextEngine *engine, uint64_t key)
{
    for (int i = 0; i < TEXT_MASKS_MAX; i++)
        if (engine->masks[i].alpha && engine->masks[i].key == key)
            return &engine->masks[i];
    return NULL;
}

static TextDrawn *make_room(TextEngine *engine, size_t size)
{
    for (int round = 0; round < TEXT_MASKS_MAX; round++) {
        TextDrawn *oldest = NULL, *empty = NULL;
        for (int i = 0; i < TEXT_MASKS_MAX; i++) {
            TextDrawn *drawn = &engine->masks[i];
            if (!drawn->alpha)
                empty = drawn;
            else if (!oldest || drawn->used < oldest->used)
                oldest = drawn;
        }
        if (empty && engine->mask_bytes + size <= TEXT_MASK_BYTES_MAX)
            return empty;
        if (!oldest)
            return NULL;
        drop(engine, oldest);
    }
    return NULL;
}

/* Coverage is the alpha channel of what SDL_ttf blends in white. */
static uint8_t *coverage(const SDL_Surface *surface)
{
    size_t w = (size_t)surface->w, h = (size_t)surface->h;
    uint8_t *alpha = malloc(w * h);
    check(alpha);
    for (size_t y = 0; y < h; y++) {
        const uint8_t *row = (const uint8_t *)surface->pixels + y * (size_t)surface->pitch;
        for (size_t x = 0; x < w; x++) {
            uint32_t pixel;
            memcpy(&pixel, row + x * 4, sizeof pixel);
            alpha[y * w + x] = (uint8_t)(pixel >> 24);
        }
    }
    return alpha;
}

static bool draw(TextEngine *engine, const TextStretch *stretch, TextDrawn *drawn)
{
    TTF_Font *font = text_font_for(engine, stretch);
    SDL_Surface *surface =
        TTF_RenderUTF8_Blended(font, stretch->bytes, (SDL_Color){255, 255, 255, 255});
    if (!surface)
        return false; /* a run without width draws nothing */
    drawn->alpha = coverage(surface);
    drawn->width = surface->w;
    drawn->height = surface->h;
    if (stretch->private)
        explicit_bzero(surface->pixels, (size_t)surface->pitch * (size_t)surface->h);
    SDL_FreeSurface(surface);
    return true;
}

static void blend(TextMask *mask, const TextDrawn *drawn, int x, int y)
{
    for (int row = 0; row < drawn->height; row++) {
        int to_y = y + row;
        if (to_y < 0 || to_y >= mask->height)
            continue;
        const uint8_t *from = drawn->alpha + (size_t)row * (size_t)drawn->width;
        uint8_t *to = mask->alpha + (size_t)to_y * (size_t)mask->stride;
        int first = x < 0 ? -x : 0;
        int last = x + drawn->width > mask->width ? mask->width - x : drawn->width;
        for (int column = first; column < last; column++)
            if (from[column] > to[x + column])
                to[x + column] = from[column];
    }
}

static void put(TextEngine *engine, const TextStretch *stretch, TextMask *mask, int x, int y)
{
    uint64_t key = text_stretch_key(stretch);
    TextDrawn *known = stretch->private ? NULL : find(engine, key);
    if (known) {
        known->used = ++engine->clock;
        blend(mask, known, x, y);
        return;
    }
    TextDrawn drawn = {.key = key, .used = ++engine->clock};
    if (!draw(engine, stretch, &drawn))
        return;
    blend(mask, &drawn, x, y);
    size_t size = (size_t)drawn.width * (size_t)drawn.height;
    TextDrawn *slot =
        stretch->private || size > TEXT_MASK_BYTES_MAX ? NULL : make_room(engine, size);
    if (slot) {
        *slot = drawn;
        engine->mask_bytes += size;
    } else {
        explicit_bzero(drawn.alpha, size);
        free(drawn.alpha);
    }
}

/* Letter by letter where letters stand apart. */
static void put_spaced(TextEngine *engine, TextStretch stretch, TextMask *mask, int x, int y)
{
    const char *c = stretch.bytes;
    int spacing_x10 = stretch.spacing_x10_px, x_x10 = x * 10;
    stretch.spacing_x10_px = 0;
    while (*c) {
        char letter[8] = {0};
        size_t size = 1;
        while ((c[size] & 0xc0) == 0x80 && size < 4)
            size++;
        memcpy(letter, c, size);
        stretch.bytes = letter;
        put(engine, &stretch, mask, x_x10 / 10, y);
        x_x10 += text_stretch_width(engine, &stretch) * 10 + spacing_x10;
        c += size;
    }
}

/* All faces of a line stand on the base line of the main face, centred in the line box. */
static int top_of(TextEngine *engine, const TextLayout *layout, const TextRun *run)
{
    TTF_Font *main = text_font(engine, TEXT_FACE_ANDIKA, false, layout->size_px);
    int base = (layout->line_px - TTF_FontHeight(main)) / 2 + TTF_FontAscent(main);
    bool bold = (run->flags & TEXT_RUN_BOLD) != 0;
    TTF_Font *font = text_font(engine, run->face, bold, layout->size_px);
    return run->box.y + base - TTF_FontAscent(font);
}

void text_render(TextEngine *engine, const TextLayout *layout, TextMask *mask, int x, int y,
                 unsigned flags)
{
    for (int i = 0; i < layout->run_count; i++) {
        const TextRun *run = &layout->runs[i];
        size_t size = (size_t)(run->to - run->from);
        if ((run->flags & flags) != flags || size >= sizeof engine->scratch)
            continue;
        memcpy(engine->scratch, layout->text + run->from, size);
        engine->scratch[size] = '\0';
        bool joined = run->face == TEXT_FACE_ARABIC || run->face == TEXT_FACE_VAZIRMATN;
        TextStretch stretch = {.bytes = engine->scratch,
                               .face = run->face,
                               .bold = (run->flags & TEXT_RUN_BOLD) != 0,
                               .rtl = (run->flags & TEXT_RUN_RTL) != 0,
                               .private = layout->private,
                               .size_px = layout->size_px,
                               .spacing_x10_px = joined ? 0 : layout->spacing_x10_px,
                               .script = run->script};
        int top = y + top_of(engine, layout, run);
        if (stretch.spacing_x10_px != 0)
            put_spaced(engine, stretch, mask, x + run->box.x, top);
        else
            put(engine, &stretch, mask, x + run->box.x, top);
    }
    if (layout->private)
        explicit_bzero(engine->scratch, sizeof engine->scratch);
}
