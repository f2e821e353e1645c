/* text_font.c - the font files, which of them has a letter, and how wide a stretch is.
 * Owns the files in memory, the open fonts and the remembered widths (hashes, never text). */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "file.h"
#include "text_work.h"

enum { FONT_BYTES_MAX = 16 << 20, PATH_BYTES_MAX = 512, PROBE_PX = 16 };

static const char *const FILES[TEXT_FACE_COUNT][2] = {
    [TEXT_FACE_ANDIKA] = {"Andika-Regular.ttf", "Andika-Bold.ttf"},
    [TEXT_FACE_ARABIC] = {"NotoSansArabic-Regular.ttf", "NotoSansArabic-Bold.ttf"},
    [TEXT_FACE_VAZIRMATN] = {"Vazirmatn-Regular.ttf", "Vazirmatn-Bold.ttf"},
    [TEXT_FACE_ETHIOPIC] = {"NotoSansEthiopic-Regular.ttf", "NotoSansEthiopic-Bold.ttf"},
};

static TTF_Font *open_font(TextEngine *engine, TextFace face, bool bold, int size_px)
{
    SDL_RWops *file =
        SDL_RWFromConstMem(engine->files[face][bold], (int)engine->file_bytes[face][bold]);
    TTF_Font *font = file ? TTF_OpenFontRW(file, 1, size_px) : NULL;
    if (font) {
        TTF_SetFontHinting(font, TTF_HINTING_LIGHT_SUBPIXEL);
        TTF_SetFontKerning(font, 1);
    }
    return font;
}

static bool load_file(TextEngine *engine, const char *folder, int face, int bold, Err *err)
{
    char path[PATH_BYTES_MAX];
    int size = snprintf(path, sizeof path, "%s/%s", folder, FILES[face][bold]);
    if (size < 0 || (size_t)size >= sizeof path)
        return err_set(err, "text.font-missing", "the folder name of the fonts is too long");
    Err cause = {0};
    engine->files[face][bold] =
        file_read(path, FONT_BYTES_MAX, &engine->file_bytes[face][bold], &cause);
    if (!engine->files[face][bold])
        return err_set(err, "text.font-missing", "cannot read the font %s in %s: %s",
                       FILES[face][bold], folder, cause.text);
    return true;
}

bool text_font_load(TextEngine *engine, const char *folder, Err *err)
{
    for (int face = 0; face < TEXT_FACE_COUNT; face++) {
        for (int bold = 0; bold < 2; bold++)
            if (!load_file(engine, folder, face, bold, err))
                return false;
        engine->probes[face] = open_font(engine, (TextFace)face, false, PROBE_PX);
        if (!engine->probes[face])
            return err_set(err, "text.font-broken", "the font %s in %s does not open: %s",
                           FILES[face][0], folder, TTF_GetError());
    }
    return true;
}

void text_font_free(TextEngine *engine)
{
    for (int i = 0; i < TEXT_FONTS_MAX; i++)
        if (engine->fonts[i].font)
            TTF_CloseFont(engine->fonts[i].font);
    for (int face = 0; face < TEXT_FACE_COUNT; face++) {
        if (engine->probes[face])
            TTF_CloseFont(engine->probes[face]);
        free(engine->files[face][0]);
        free(engine->files[face][1]);
    }
}

static TextFont *least_used(TextEngine *engine)
{
    TextFont *least = &engine->fonts[0];
    for (int i = 0; i < TEXT_FONTS_MAX; i++) {
        if (!engine->fonts[i].font)
            return &engine->fonts[i];
        if (engine->fonts[i].used < least->used)
            least = &engine->fonts[i];
    }
    TTF_CloseFont(least->font);
    least->font = NULL;
    return least;
}

TTF_Font *text_font(TextEngine *engine, TextFace face, bool bold, int size_px)
{
    if (size_px < TEXT_SIZE_MIN_PX)
        size_px = TEXT_SIZE_MIN_PX;
    if (size_px > TEXT_SIZE_MAX_PX)
        size_px = TEXT_SIZE_MAX_PX;
    for (int i = 0; i < TEXT_FONTS_MAX; i++) {
        TextFont *font = &engine->fonts[i];
        if (font->font && font->face == face && font->bold == bold && font->size_px == size_px) {
            font->used = ++engine->clock;
            return font->font;
        }
    }
    TextFont *slot = least_used(engine);
    *slot =
        (TextFont){open_font(engine, face, bold, size_px), face, bold, size_px, ++engine->clock};
    check(slot->font); /* it opened in text_font_load; only memory can fail here */
    return slot->font;
}

bool text_font_has(TextEngine *engine, TextFace face, uint32_t point)
{
    return TTF_GlyphIsProvided32(engine->probes[face], point) != 0;
}

bool text_is_isolate(uint32_t point)
{
    return (point >= 0x2066 && point <= 0x2069) || (point >= 0x202a && point <= 0x202e) ||
           point == 0x200e || point == 0x200f || point == 0x061c;
}

/* Formatting characters that no font needs to draw. */
bool text_is_invisible(uint32_t point)
{
    return point < 0x20 || point == 0xad || point == 0x200b || point == 0x200c || point == 0x200d ||
           point == 0x2060 || point == 0xfeff || text_is_isolate(point);
}

static bool is_space(uint32_t point)
{
    return point == ' ' || point == 0xa0 || point == 0x202f || point == 0x2009;
}

static TextFace arabic_face(const char *lang)
{
    static const char *const PERSIAN[] = {"fa", "prs", "ps", "ckb", "ku-Arab", "ur"};
    for (size_t i = 0; lang && i < sizeof PERSIAN / sizeof PERSIAN[0]; i++) {
        size_t size = strlen(PERSIAN[i]);
        if (strncmp(lang, PERSIAN[i], size) == 0 && (!lang[size] || lang[size] == '-'))
            return TEXT_FACE_VAZIRMATN;
    }
    return TEXT_FACE_ARABIC;
}

static bool is_arabic(uint32_t p)
{
    return (p >= 0x600 && p <= 0x77f) || (p >= 0x8a0 && p <= 0x8ff) ||
           (p >= 0xfb50 && p <= 0xfdff) || (p >= 0xfe70 && p <= 0xfefc);
}

static bool is_mark(uint32_t p)
{
    return (p >= 0x300 && p <= 0x36f) || (p >= 0x1ab0 && p <= 0x1aff) ||
           (p >= 0x20d0 && p <= 0x20f0);
}

/* `before` is the face of the letter in front (-1 at the start): spaces, joiners and combining
 * marks stay with it. */
TextFace text_font_face(TextEngine *engine, const char *lang, uint32_t point, int before)
{
    bool follows = text_is_invisible(point) || is_space(point) || is_mark(point);
    if (follows && before >= 0 &&
        (text_is_invisible(point) || text_font_has(engine, (TextFace)before, point)))
        return (TextFace)before;
    TextFace arabic = arabic_face(lang);
    if (is_arabic(point) && text_font_has(engine, arabic, point))
        return arabic;
    if (text_font_has(engine, TEXT_FACE_ANDIKA, point))
        return TEXT_FACE_ANDIKA;
    for (int face = 0; face < TEXT_FACE_COUNT; face++)
        if (text_font_has(engine, (TextFace)face, point))
            return (TextFace)face;
    return TEXT_FACE_ANDIKA;
}

bool text_covers(TextEngine *engine, const char *lang, uint32_t point)
{
    if (text_is_invisible(point) || is_space(point))
        return true;
    return text_font_has(engine, text_font_face(engine, lang, point, -1), point);
}

int text_cap_x100_px(TextEngine *engine, int size_px)
{
    TTF_Font *font = text_font(engine, TEXT_FACE_ANDIKA, false, TEXT_SIZE_MAX_PX);
    int min_x, max_x, min_y, max_y, advance;
    if (TTF_GlyphMetrics32(font, 'H', &min_x, &max_x, &min_y, &max_y, &advance) != 0)
        return 0;
    return max_y * 100 * size_px / TEXT_SIZE_MAX_PX;
}

uint64_t text_hash(uint64_t hash, const void *data, size_t size)
{
    const unsigned char *bytes = data;
    for (size_t i = 0; i < size; i++)
        hash = (hash ^ bytes[i]) * 0x100000001b3u;
    return hash;
}

uint64_t text_stretch_key(const TextStretch *stretch)
{
    const int numbers[] = {stretch->face, stretch->bold, stretch->rtl, stretch->size_px,
                           stretch->spacing_x10_px};
    uint64_t hash = text_hash(0xcbf29ce484222325u, numbers, sizeof numbers);
    hash = text_hash(hash, stretch->script, 4);
    hash = text_hash(hash, stretch->bytes, strlen(stretch->bytes));
    return hash ? hash : 1;
}

/* Direction and script stick to a TTF_Font, so they are set before every use. */
TTF_Font *text_font_for(TextEngine *engine, const TextStretch *stretch)
{
    TTF_Font *font = text_font(engine, stretch->face, stretch->bold, stretch->size_px);
    TTF_SetFontDirection(font, stretch->rtl ? TTF_DIRECTION_RTL : TTF_DIRECTION_LTR);
    TTF_SetFontScriptName(font, stretch->script);
    return font;
}

static int spaced_width(TTF_Font *font, const TextStretch *stretch)
{
    int width_x10 = 0;
    for (const char *c = stretch->bytes; *c;) {
        char letter[8] = {0};
        size_t size = 1;
        while ((c[size] & 0xc0) == 0x80 && size < 4)
            size++;
        memcpy(letter, c, size);
        int w = 0;
        TTF_SizeUTF8(font, letter, &w, NULL);
        width_x10 += w * 10 + stretch->spacing_x10_px;
        c += size;
    }
    return (width_x10 + 9) / 10;
}

int text_stretch_width(TextEngine *engine, const TextStretch *stretch)
{
    if (!stretch->bytes[0])
        return 0;
    uint64_t key = text_stretch_key(stretch);
    TextWidth *known = &engine->widths[key % TEXT_WIDTHS_MAX];
    if (!stretch->private && known->key == key)
        return known->width;
    TTF_Font *font = text_font_for(engine, stretch);
    int width = 0;
    if (stretch->spacing_x10_px != 0)
        width = spaced_width(font, stretch);
    else if (TTF_SizeUTF8(font, stretch->bytes, &width, NULL) != 0)
        width = 0;
    if (!stretch->private)
        *known = (TextWidth){key, width};
    return width;
}
