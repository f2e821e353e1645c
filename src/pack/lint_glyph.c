/* lint_glyph.c - every character a visitor can meet has a glyph in the fonts of its language.
 * Owns the text engine while it runs. */
#include "lint_screen.h"
#include "text.h"
#include "utf8.h"
#include "walk.h"

typedef struct GlyphLint {
    Source *source;
    TextEngine *engine;
} GlyphLint;

static void check_text(void *context, const WalkText *text)
{
    const GlyphLint *lint = context;
    const char *language = lint->source->languages[text->language].code.text.data;
    for (size_t at = 0; at < text->plain.size;) {
        size_t from = at;
        uint32_t point = utf8_next(text->plain, &at);
        if (!text_covers(lint->engine, language, point)) {
            problem_add(lint->source->problems, RULE_GLYPH, text->raw.at,
                        "no font has '%.*s' (U+%04X)", (int)(at - from), text->plain.data + from,
                        (unsigned)point);
            return;
        }
    }
}

/* The names of the languages stand on every screen of choice, each in its own script. */
static void check_names(GlyphLint *lint)
{
    for (int i = 0; i < lint->source->language_count; i++) {
        const SourceLanguage *row = &lint->source->languages[i];
        WalkText name = {.language = i, .raw = row->name, .plain = row->name.text};
        WalkText hello = {.language = i, .raw = row->hello, .plain = row->hello.text};
        check_text(lint, &name);
        check_text(lint, &hello);
    }
}

void lint_screen_glyphs(Source *source, const char *fonts)
{
    Err err = {0};
    GlyphLint lint = {source, text_open(fonts, &err)};
    if (lint.engine == NULL) {
        problem_add(source->problems, RULE_FILE_MISSING, (Place){fonts, 0}, "%s", err.text);
        return;
    }
    walk_all(source, check_text, &lint);
    check_names(&lint);
    text_close(lint.engine);
}
