/* markup.c - facts, region values and hard words into plain text with spans. Owns nothing. */
#include "markup.h"

#include <string.h>

#define ISOLATE_LTR "\xE2\x81\xA6"
#define ISOLATE_END "\xE2\x81\xA9"

typedef struct Resolve {
    Source *source;
    int language;
    Said said;
    MarkupFlags flags;
    Markup out;
    char memory[CONTENT_TEXT_BYTES_MAX];
    Buf buf;
    int bold_from; /* -1 = not bold */
} Resolve;

static void wrong(Resolve *resolve, Rule rule, const char *what, Str name)
{
    if ((resolve->flags & MARKUP_QUIET) == 0) {
        problem_add(resolve->source->problems, rule, resolve->said.at, "%s '%.*s'", what,
                    (int)name.size, name.data);
    }
}

static void add_span(Resolve *resolve, SpanKind kind, int from, int word)
{
    int size = (int)resolve->buf.size - from;
    if (resolve->out.span_count == CONTENT_SPANS_MAX) {
        wrong(resolve, RULE_LIMIT, "too many marked words in", resolve->said.text);
        return;
    }
    if (size > 0) {
        resolve->out.spans[resolve->out.span_count++] = (Span){kind, from, size, word};
    }
}

/* Numbers, addresses and times keep their order in a right-to-left sentence. */
static void add_isolated(Resolve *resolve, Str text)
{
    buf_add(&resolve->buf, STR(ISOLATE_LTR));
    buf_add(&resolve->buf, text);
    buf_add(&resolve->buf, STR(ISOLATE_END));
}

/* ---- {fact:x} and {region:x} ------------------------------------------------------------- */

static void note_fact(Resolve *resolve, const SourceFact *fact)
{
    Markup *out = &resolve->out;
    if (out->fact_count < MARKUP_FACTS_MAX) {
        out->facts[out->fact_count++] = (int)(fact - resolve->source->facts);
    }
    bool sooner =
        out->hide_after.year == 0 || when_days(fact->review_by) < when_days(out->hide_after);
    if (fact->is_phone && !fact->keep && sooner) {
        out->hide_after = fact->review_by;
    }
}

static void add_fact(Resolve *resolve, Str id)
{
    const SourceFact *fact = source_fact(resolve->source, id);
    if (fact == NULL) {
        wrong(resolve, RULE_REF_FACT, "there is no fact", id);
        return;
    }
    Str text = fact->texts[resolve->language].text;
    if (text.size == 0) {
        text = fact->texts[LANGUAGE_DUTCH].text;
        wrong(resolve, RULE_UNTRANSLATED, "this language lacks the fact", id);
    }
    note_fact(resolve, fact);
    if (fact->is_phone) {
        add_isolated(resolve, text);
    } else {
        buf_add(&resolve->buf, text);
    }
}

static void add_region(Resolve *resolve, Str name)
{
    static const char *const isolated[] = {"phone", "mail", "site", "fg_phone", "fg_mail"};
    static const char *const plain[] = {
        "name",          "region",         "organisation",    "fg_name",
        "call_attempts", "retention_days", "promise_workdays"};
    char key[CONTENT_NAME_BYTES_MAX * 2];
    Buf buf = buf_init(key, sizeof key);
    buf_format(&buf, "region.%.*s", (int)name.size, name.data);
    const Said *value = source_entry(&resolve->source->region, buf_str(&buf));
    for (size_t i = 0; i < sizeof isolated / sizeof isolated[0]; i++) {
        if (value != NULL && str_equal(name, str_of(isolated[i]))) {
            add_isolated(resolve, value->text);
            return;
        }
    }
    for (size_t i = 0; i < sizeof plain / sizeof plain[0]; i++) {
        if (value != NULL && str_equal(name, str_of(plain[i]))) {
            buf_add(&resolve->buf, value->text);
            return;
        }
    }
    wrong(resolve, RULE_REF_REGION, "the region has no", name);
}

/* At a '{'. Returns the bytes consumed; 0 when it is not ours. */
static size_t brace(Resolve *resolve, Str rest)
{
    const char *end = memchr(rest.data, '}', rest.size);
    bool fact = str_starts_with(rest, STR("{fact:"));
    bool region = str_starts_with(rest, STR("{region:"));
    if (end == NULL || (!fact && !region)) {
        if ((resolve->flags & MARKUP_PATTERN) == 0) {
            wrong(resolve, RULE_MARK, "a brace that means nothing here:", rest);
        }
        return 0;
    }
    size_t size = (size_t)(end - rest.data) + 1;
    Str inside = {rest.data + 1, size - 2};
    str_cut(&inside, ':');
    if (fact) {
        add_fact(resolve, str_trim(inside));
    } else {
        add_region(resolve, str_trim(inside));
    }
    return size;
}

/* ---- [[word]] ---------------------------------------------------------------------------- */

static Str shown_word(const Resolve *resolve, int word)
{
    const SourceWord *entry = &resolve->source->words[word];
    const SourceWordText *text = entry->texts[resolve->language];
    text = text == NULL ? entry->texts[LANGUAGE_DUTCH] : text;
    return text->shown.text;
}

static size_t brackets(Resolve *resolve, Str rest)
{
    if (!str_starts_with(rest, STR("[["))) {
        wrong(resolve, RULE_MARK, "a bracket that means nothing here:", rest);
        return 0;
    }
    size_t size = 2;
    while (size + 1 < rest.size && !(rest.data[size] == ']' && rest.data[size + 1] == ']')) {
        size++;
    }
    Str inside = {rest.data + 2, size - 2};
    if (size + 1 >= rest.size || (resolve->flags & MARKUP_WORDS) == 0) {
        wrong(resolve, RULE_MARK, "a hard word cannot be marked here:", rest);
        return 0;
    }
    Str id = str_trim(str_cut(&inside, '|'));
    int word = source_word(resolve->source, id);
    int from = (int)resolve->buf.size;
    if (word < 0) {
        wrong(resolve, RULE_REF_WORD, "the glossary has no", id);
        buf_add(&resolve->buf, id);
    } else {
        buf_add(&resolve->buf, inside.size > 0 ? str_trim(inside) : shown_word(resolve, word));
        add_span(resolve, SPAN_WORD, from, word);
    }
    return size + 2;
}

/* ---- the whole text ---------------------------------------------------------------------- */

static size_t special(Resolve *resolve, Str rest)
{
    switch (rest.data[0]) {
    case '{': return brace(resolve, rest);
    case '[': return brackets(resolve, rest);
    case SOURCE_BOLD_ON: resolve->bold_from = (int)resolve->buf.size; return 1;
    case SOURCE_BOLD_OFF:
        if (resolve->bold_from >= 0) {
            add_span(resolve, SPAN_STRONG, resolve->bold_from, 0);
        }
        resolve->bold_from = -1;
        return 1;
    default: return 0;
    }
}

static bool spans_overlap(const Markup *markup)
{
    for (int i = 1; i < markup->span_count; i++) {
        const Span *last = &markup->spans[i - 1];
        if (markup->spans[i].from_bytes < last->from_bytes + last->size_bytes) {
            return true;
        }
    }
    return false;
}

Markup markup_resolve(Source *source, int language, Said said, MarkupFlags flags)
{
    Resolve resolve = {
        .source = source, .language = language, .said = said, .flags = flags, .bold_from = -1};
    resolve.buf = buf_init(resolve.memory, sizeof resolve.memory);
    for (size_t at = 0; at < said.text.size;) {
        size_t used = special(&resolve, (Str){said.text.data + at, said.text.size - at});
        if (used == 0) {
            buf_add_char(&resolve.buf, said.text.data[at]);
        }
        at += used == 0 ? 1 : used;
    }
    if (resolve.buf.overflow) {
        wrong(&resolve, RULE_LIMIT, "the text becomes too long", STR(""));
    }
    if (spans_overlap(&resolve.out)) {
        wrong(&resolve, RULE_MARK, "a hard word inside bold in", said.text);
        resolve.out.span_count = 0;
    }
    resolve.out.text = arena_str(&source->arena, buf_str(&resolve.buf));
    return resolve.out;
}

Str markup_spans(Source *source, const Markup *markup)
{
    char memory[CONTENT_SPANS_MAX * 32];
    Buf buf = buf_init(memory, sizeof memory);
    for (int i = 0; i < markup->span_count; i++) {
        const Span *span = &markup->spans[i];
        buf_add(&buf, i > 0 ? STR(";") : STR(""));
        if (span->kind == SPAN_WORD) {
            buf_format(&buf, "w %d %d %d", span->from_bytes, span->size_bytes, span->word);
        } else {
            buf_format(&buf, "b %d %d", span->from_bytes, span->size_bytes);
        }
    }
    return arena_str(&source->arena, buf_str(&buf));
}
