/* walk.c - visiting texts. Owns nothing; patterns are filled with example values. */
#include "walk.h"

#include "markup.h"

typedef struct Walker {
    Source *source;
    WalkFn *visit;
    void *context;
    WalkText text; /* what is the same for the texts being visited */
} Walker;

/* ---- patterns ----------------------------------------------------------------------------- */

enum { EXAMPLE_NUMBER = 2 };

typedef struct Names {
    MessageArg args[MESSAGE_ARGS_MAX];
    char names[MESSAGE_ARGS_MAX][MESSAGE_NAME_BYTES_MAX + 1];
    int count;
} Names;

static void note_name(void *context, Str name)
{
    Names *names = context;
    for (int i = 0; i < names->count; i++) {
        if (str_equal(name, str_of(names->names[i]))) {
            return;
        }
    }
    if (names->count < MESSAGE_ARGS_MAX) {
        char *copy = names->names[names->count];
        str_copy(name, copy, sizeof names->names[0]);
        names->args[names->count++] = message_number(copy, EXAMPLE_NUMBER);
    }
}

/* A pattern as a sentence: every value is 2, every choice the general one. */
static Str example(Walker *walker, Str pattern)
{
    Names names = {0};
    if (!message_is_valid(pattern, note_name, &names) || names.count == 0) {
        return pattern;
    }
    const SourceLanguage *language = &walker->source->languages[walker->text.language];
    MessageLocale *locale = message_open(language->code.text);
    char memory[CONTENT_TEXT_BYTES_MAX];
    Buf buf = buf_init(memory, sizeof memory);
    if (locale != NULL) {
        message_format(locale, pattern, (MessageArgs){names.args, names.count}, &buf);
    }
    message_close(locale);
    return arena_str(&walker->source->arena, buf_str(&buf));
}

/* Interface texts mark bold with **, as topics do; readers see no stars. */
static void without_stars(Str text, Buf *out)
{
    for (size_t at = 0; at < text.size; at++) {
        if (text.data[at] == '*' && at + 1 < text.size && text.data[at + 1] == '*') {
            at++;
        } else {
            buf_add_char(out, text.data[at]);
        }
    }
}

/* ---- one text ----------------------------------------------------------------------------- */

static void visit(Walker *walker, WalkKind kind, Said raw)
{
    if (raw.text.size == 0) {
        return;
    }
    unsigned flags = MARKUP_WORDS | MARKUP_QUIET;
    if (kind == WALK_UI) {
        flags = MARKUP_PATTERN | MARKUP_QUIET;
    }
    Markup markup = markup_resolve(walker->source, walker->text.language, raw, (MarkupFlags)flags);
    Str text = kind == WALK_UI ? example(walker, markup.text) : markup.text;
    char starless[CONTENT_TEXT_BYTES_MAX];
    char memory[CONTENT_TEXT_BYTES_MAX];
    Buf cleared = buf_init(starless, sizeof starless);
    Buf plain = buf_init(memory, sizeof memory);
    without_stars(text, &cleared);
    message_plain(buf_str(&cleared), &plain);
    walker->text.kind = kind;
    walker->text.raw = raw;
    walker->text.plain = arena_str(&walker->source->arena, buf_str(&plain));
    walker->visit(walker->context, &walker->text);
}

/* ---- topics ------------------------------------------------------------------------------- */

static void visit_topic(Walker *walker, const SourceTopic *topic)
{
    const SourceText *text = topic->texts[walker->text.language];
    if (text == NULL) {
        return;
    }
    walker->text.audience = topic->audience;
    walker->text.topic = topic;
    walker->text.text = text;
    visit(walker, WALK_TITLE, text->title);
    visit(walker, WALK_SHORT, text->short_title);
    visit(walker, WALK_ANSWER, text->answer);
    for (int part = 0; part < PART_COUNT; part++) {
        walker->text.part = (Part)part;
        for (int i = 0; i < text->parts[part].count; i++) {
            visit(walker, WALK_LINE, text->parts[part].lines[i].text);
            visit(walker, WALK_TERM, text->parts[part].lines[i].term);
        }
    }
    walker->text.topic = NULL;
    walker->text.text = NULL;
    walker->text.audience = AUDIENCE_PARENT;
}

void walk_topic(Source *source, const SourceTopic *topic, int language, WalkFn *visit_text,
                void *context)
{
    Walker walker = {source, visit_text, context, {.language = language}};
    visit_topic(&walker, topic);
}

/* ---- everything --------------------------------------------------------------------------- */

static Audience label_audience(Str name)
{
    if (str_starts_with(name, STR("child."))) {
        return AUDIENCE_CHILD;
    }
    return str_starts_with(name, STR("youth.")) ? AUDIENCE_YOUTH : AUDIENCE_PARENT;
}

static void visit_entries(Walker *walker, WalkKind kind, const SourceEntries *entries)
{
    for (int i = 0; i < entries->count; i++) {
        walker->text.audience = label_audience(entries->at[i].key.text);
        visit(walker, kind, entries->at[i].value);
    }
    walker->text.audience = AUDIENCE_PARENT;
}

static void visit_glossary(Walker *walker)
{
    for (int i = 0; i < walker->source->word_count; i++) {
        const SourceWordText *word = walker->source->words[i].texts[walker->text.language];
        if (word != NULL) {
            visit(walker, WALK_SAY, word->say);
            visit(walker, WALK_FULL, word->full);
        }
    }
}

void walk_all(Source *source, WalkFn *visit_text, void *context)
{
    for (int language = 0; language < source->language_count; language++) {
        Walker walker = {source, visit_text, context, {.language = language}};
        visit_entries(&walker, WALK_UI, &source->languages[language].ui);
        visit_entries(&walker, WALK_LABEL, &source->languages[language].tree);
        visit_glossary(&walker);
        for (int i = 0; i < source->topic_count; i++) {
            visit_topic(&walker, &source->topics[i]);
        }
    }
}
