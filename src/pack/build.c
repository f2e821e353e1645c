/* build.c - rows of every table from the source, in a fixed order. Owns nothing. */
#include "build.h"

#include "build_index.h"
#include "build_topic.h"
#include "markup.h"
#include "table.h"

#define COUNT(array) ((int)(sizeof(array) / sizeof((array)[0])))

typedef struct Build {
    Source *source;
    const BuildOptions *options;
    Tables *tables;
    bool fallback;
} Build;

bool build_is_fallback_key(Str key)
{
    static const char *const prefixes[] = {"bar.", "fail.", "fallback.", "hours."};
    for (int i = 0; i < COUNT(prefixes); i++) {
        if (str_starts_with(key, str_of(prefixes[i]))) {
            return true;
        }
    }
    return false;
}

/* ---- the pack itself --------------------------------------------------------------------- */

static void put(Build *build, const char *key, Str value)
{
    Cell cells[] = {table_c(key), table_text(value)};
    table_add(build->tables, TABLE_PACK, cells, COUNT(cells));
}

/* The newest date on which a fact was verified: says how fresh the content is, and does not change
 * from one build to the next. */
static Str newest_date(Source *source)
{
    int64_t newest = 0;
    char text[WHEN_DATE_BYTES];
    for (int i = 0; i < source->fact_count; i++) {
        int64_t days = when_days(source->facts[i].verified_on);
        newest = days > newest ? days : newest;
    }
    when_format(when_date(newest), text);
    return arena_str(&source->arena, str_of(text));
}

static void put_language(Build *build, int index)
{
    const SourceLanguage *language = &build->source->languages[index];
    const char *key = source_format(build->source, "language.%02d", index);
    const char *row = source_format(
        build->source, "%s\t%s\t%s\t%s\t%s\t%d\t%d\t%s", language->code.text.data,
        language->name.text.data, language->hello.text.data, language->font.text.data,
        language->voice.text.data, language->rtl, language->welcome,
        language->reviewed_by.text.data == NULL ? "" : language->reviewed_by.text.data);
    put(build, key, str_of(row));
}

static void put_settings(Build *build)
{
    Source *source = build->source;
    const BuildOptions *options = build->options;
    const Said *org = source_entry(&source->region, STR("region.org"));
    const Said *name = source_entry(&source->region, STR("region.region"));
    put(build, "type", STR("oksp-pack"));
    put(build, "v", STR("1"));
    put(build, "seq", str_of(source_format(source, "%lld", (long long)options->seq)));
    put(build, "org", options->org != NULL ? str_of(options->org) : org->text);
    put(build, "name", name->text);
    put(build, "built", options->built != NULL ? str_of(options->built) : newest_date(source));
    put(build, "min_app", STR(OKSP_VERSION));
    put(build, "fallback", build->fallback ? STR("1") : STR("0"));
    for (int i = 0; i < source->language_count; i++) {
        put_language(build, i);
    }
    for (int i = 0; i < source->region.count; i++) {
        put(build, source->region.at[i].key.text.data, source->region.at[i].value.text);
    }
}

/* ---- texts ------------------------------------------------------------------------------- */

static void put_text(Build *build, int language, const char *kind, const SourceEntry *entry)
{
    bool ui = kind[0] == 'u';
    Markup text = markup_resolve(build->source, language, entry->value,
                                 (MarkupFlags)(ui ? MARKUP_PATTERN | MARKUP_QUIET : MARKUP_QUIET));
    Cell cells[] = {table_text(build->source->languages[language].code.text), table_c(kind),
                    table_text(entry->key.text), table_text(text.text)};
    table_add(build->tables, TABLE_TEXT, cells, COUNT(cells));
}

static void put_fact_texts(Build *build, int language)
{
    for (int i = 0; i < build->source->fact_count; i++) {
        const SourceFact *fact = &build->source->facts[i];
        SourceEntry entry = {{fact->id, fact->at}, fact->texts[language]};
        bool wanted = fact->texts[language].text.size > 0 && (fact->is_phone || !build->fallback);
        if (wanted) {
            put_text(build, language, "fact", &entry);
        }
    }
}

/* A draft shows the key where its text is missing, so that nobody takes it for finished. */
static void put_missing(Build *build)
{
    const SourceEntries *ui = &build->source->languages[LANGUAGE_DUTCH].ui;
    for (int i = 0; i < TEXT_COUNT; i++) {
        Str key = content_text_name((TextKey)i);
        bool wanted = !build->fallback || build_is_fallback_key(key);
        if (wanted && source_entry(ui, key) == NULL) {
            SourceEntry entry = {{key, {0}}, {key, {0}}};
            put_text(build, LANGUAGE_DUTCH, "ui", &entry);
        }
    }
}

static void put_texts(Build *build)
{
    put_missing(build);
    for (int i = 0; i < build->source->language_count; i++) {
        const SourceLanguage *language = &build->source->languages[i];
        put_fact_texts(build, i);
        for (int j = 0; j < language->ui.count; j++) {
            if (!build->fallback || build_is_fallback_key(language->ui.at[j].key.text)) {
                put_text(build, i, "ui", &language->ui.at[j]);
            }
        }
        for (int j = 0; !build->fallback && j < language->tree.count; j++) {
            put_text(build, i, "tree", &language->tree.at[j]);
        }
    }
}

/* ---- facts, glossary, tree --------------------------------------------------------------- */

static void put_facts(Build *build)
{
    for (int i = 0; i < build->source->fact_count; i++) {
        const SourceFact *fact = &build->source->facts[i];
        char verified[WHEN_DATE_BYTES];
        char review[WHEN_DATE_BYTES];
        when_format(fact->verified_on, verified);
        when_format(fact->review_by, review);
        Cell cells[] = {
            table_text(fact->id),    table_int(fact->is_phone),        table_int(fact->keep),
            table_text(fact->hours), table_text(fact->source.text),    table_c(verified),
            table_c(review),         table_text(fact->confidence.text)};
        if (fact->is_phone || !build->fallback) {
            table_add(build->tables, TABLE_FACT, cells, COUNT(cells));
        }
    }
}

static void put_word(Build *build, int index, int language)
{
    Source *source = build->source;
    const SourceWordText *word = source->words[index].texts[language];
    if (word == NULL) {
        return;
    }
    Cell cells[] = {
        table_text(source->languages[language].code.text),
        table_int(index),
        table_text(source->words[index].id),
        table_text(word->shown.text),
        table_text(markup_resolve(source, language, word->say, MARKUP_QUIET).text),
        table_text(markup_resolve(source, language, word->full, MARKUP_QUIET).text),
    };
    table_add(build->tables, TABLE_GLOSSARY, cells, COUNT(cells));
}

static int item_topic(const Source *source, const SourceList *list, const SourceItem *item)
{
    int found = -1;
    for (int i = 0; i < AUDIENCE_COUNT; i++) {
        if (str_equal(list->id.text, str_of(source_audience((Audience)i)))) {
            return source_topic(source, (Audience)i, item->topic.text);
        }
    }
    for (int i = 0; i < AUDIENCE_COUNT && found < 0 && item->topic.text.size > 0; i++) {
        found = source_topic(source, (Audience)i, item->topic.text);
    }
    return found;
}

static void put_list(Build *build, const SourceList *list)
{
    for (int i = 0; i < list->count; i++) {
        const SourceItem *item = &list->items[i];
        Cell cells[] = {table_text(list->id.text),
                        table_text(item->parent),
                        table_int(i),
                        table_text(item->id.text),
                        table_text(item->picture.text),
                        table_text(item->icon.text),
                        table_int(item_topic(build->source, list, item)),
                        table_text(item->value.text)};
        table_add(build->tables, TABLE_TREE, cells, COUNT(cells));
    }
}

static void put_content(Build *build)
{
    Source *source = build->source;
    for (int i = 0; i < source->word_count; i++) {
        for (int language = 0; language < source->language_count; language++) {
            put_word(build, i, language);
        }
    }
    for (int i = 0; i < source->list_count; i++) {
        put_list(build, &source->lists[i]);
    }
    build_topic_write(source, build->tables);
}

/* ---- writing ----------------------------------------------------------------------------- */

static bool write_one(Build *build, const char *path, Err *err)
{
    build->tables = table_open(err);
    if (build->tables == NULL) {
        return false;
    }
    put_settings(build);
    put_texts(build);
    put_facts(build);
    bool ok = true;
    if (!build->fallback) {
        put_content(build);
        ok = build_index_write(build->source, build->tables, err);
    }
    ok = ok && table_save(build->tables, path, err);
    table_close(build->tables);
    return ok;
}

bool build_write(Source *source, const BuildOptions *options, Err *err)
{
    Build whole = {.source = source, .options = options};
    Build fallback = {.source = source, .options = options, .fallback = true};
    return (options->output == NULL || write_one(&whole, options->output, err)) &&
           (options->fallback == NULL || write_one(&fallback, options->fallback, err));
}
