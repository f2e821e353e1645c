/* source_language.c - what each language says outside its topics, and the facts. Owns nothing. */
#include "source_language.h"

#include <stdlib.h>

/* ---- languages.yaml --------------------------------------------------------------------- */

static void read_language(Source *source, const DocNode *row)
{
    if (!doc_is(source->problems, row, DOC_MAP)) {
        return;
    }
    if (source->language_count == CONTENT_LANGUAGES_MAX) {
        problem_add(source->problems, RULE_LIMIT, row->at, "too many languages");
        return;
    }
    doc_only(source->problems, row, "code name hello font voice rtl welcome");
    SourceLanguage *language = &source->languages[source->language_count++];
    language->at = row->at;
    language->code = source_said(source, row, "code");
    language->name = source_said(source, row, "name");
    language->hello = source_said(source, row, "hello");
    language->font = source_said(source, row, "font");
    language->voice = source_said(source, row, "voice");
    language->rtl = source_yes(source, row, "rtl", false);
    language->welcome = source_yes(source, row, "welcome", true);
    source_id(source, language->code.text, language->code.at);
    if (language->name.text.size == 0 || language->font.text.size == 0) {
        problem_add(source->problems, RULE_YAML_SHAPE, row->at, "a language needs name and font");
    }
}

/* A flat map of texts; reviewed_by is not one of them. */
static void read_flat(Source *source, const DocNode *map, SourceEntries *entries, Said *reviewed_by)
{
    if (map == NULL || !doc_is(source->problems, map, DOC_MAP)) {
        return;
    }
    for (const DocNode *node = map->first; node != NULL; node = node->next) {
        if (!doc_is(source->problems, node, DOC_TEXT)) {
            continue;
        }
        if (node->text.size > CONTENT_TEXT_BYTES_MAX) {
            problem_add(source->problems, RULE_LIMIT, node->at, "the text is too long");
            continue;
        }
        Said value = {str_trim(node->text), node->at};
        if (!str_equal(node->key, STR("reviewed_by"))) {
            source_add_entry(source, entries, (Said){node->key, node->key_at}, value);
        } else if (reviewed_by != NULL) {
            *reviewed_by = value;
        }
    }
}

/* One line = one word that the spelling checker does not know; # starts a comment. */
static void read_right_words(Source *source, SourceLanguage *language, const char *name)
{
    SourceFile file = source_file(source, name, false);
    Str rest = file.text;
    int room = 1;
    for (size_t i = 0; i < file.text.size; i++) {
        room += file.text.data[i] == '\n';
    }
    language->right_words.at = arena_alloc(&source->arena, (size_t)room, sizeof(Said));
    for (int line = 1; rest.size > 0 && language->right_words.count < room; line++) {
        Str row = str_cut(&rest, '\n');
        Str word = str_trim(str_cut(&row, '#'));
        if (word.size > 0) {
            language->right_words.at[language->right_words.count++] =
                (Said){arena_str(&source->arena, word), {file.name, line}};
        }
    }
}

static void read_banned(Source *source, SourceLanguage *language, const DocNode *map)
{
    if (map == NULL || !doc_is(source->problems, map, DOC_MAP)) {
        return;
    }
    doc_only(source->problems, map, "parent child youth");
    for (int i = 0; i < AUDIENCE_COUNT; i++) {
        language->banned[i] =
            source_list(source, map, source_audience((Audience)i), SOURCE_BANNED_MAX);
    }
}

/* ---- glossary --------------------------------------------------------------------------- */

static SourceWord *word_of(Source *source, const DocNode *row, int language)
{
    int index = source_word(source, row->key);
    if (index >= 0) {
        return &source->words[index];
    }
    if (language != LANGUAGE_DUTCH) {
        problem_add(source->problems, RULE_TOPIC_DUTCH, row->key_at,
                    "'%s' is not in the Dutch glossary", row->key.data);
        return NULL;
    }
    if (source->word_count == CONTENT_GLOSSARY_MAX) {
        problem_add(source->problems, RULE_LIMIT, row->key_at, "too many glossary words");
        return NULL;
    }
    source_id(source, row->key, row->key_at);
    SourceWord *word = &source->words[source->word_count++];
    word->id = row->key;
    return word;
}

static void read_word(Source *source, const DocNode *row, int language)
{
    if (!doc_is(source->problems, row, DOC_MAP)) {
        return;
    }
    doc_only(source->problems, row, "shown say full forms confidence note reviewed_by");
    SourceWord *word = word_of(source, row, language);
    SourceWordText *text = arena_alloc(&source->arena, 1, sizeof *text);
    if (word == NULL || text == NULL) {
        return;
    }
    word->texts[language] = text;
    text->at = row->key_at;
    text->shown = source_said(source, row, "shown");
    text->say = source_said(source, row, "say");
    text->full = source_said(source, row, "full");
    text->forms = source_list(source, row, "forms", SOURCE_SYNONYMS_MAX);
    if (text->shown.text.size == 0) {
        text->shown = (Said){word->id, row->key_at};
    }
    if (text->say.text.size == 0) {
        problem_add(source->problems, RULE_YAML_SHAPE, row->key_at, "%s needs say", row->key.data);
    }
}

static int by_word_id(const void *a, const void *b)
{
    Str first = ((const SourceWord *)a)->id;
    Str second = ((const SourceWord *)b)->id;
    size_t shorter = first.size < second.size ? first.size : second.size;
    for (size_t i = 0; i < shorter; i++) {
        if (first.data[i] != second.data[i]) {
            return (unsigned char)first.data[i] < (unsigned char)second.data[i] ? -1 : 1;
        }
    }
    return first.size == second.size ? 0 : (first.size < second.size ? -1 : 1);
}

static void read_glossary(Source *source, int language, const DocNode *map)
{
    if (map == NULL || !doc_is(source->problems, map, DOC_MAP)) {
        return;
    }
    for (const DocNode *row = map->first; row != NULL; row = row->next) {
        read_word(source, row, language);
    }
    if (language == LANGUAGE_DUTCH) {
        qsort(source->words, (size_t)source->word_count, sizeof source->words[0], by_word_id);
    }
}

/* ---- one language ----------------------------------------------------------------------- */

static void read_folder(Source *source, int index)
{
    SourceLanguage *language = &source->languages[index];
    const char *code = language->code.text.data;
    bool must = index == LANGUAGE_DUTCH;
    read_flat(source, source_yaml(source, source_format(source, "%s/ui.yaml", code), true),
              &language->ui, &language->reviewed_by);
    read_flat(source, source_yaml(source, source_format(source, "%s/tree.yaml", code), must),
              &language->tree, NULL);
    read_glossary(source, index,
                  source_yaml(source, source_format(source, "%s/glossary.yaml", code), must));
    read_banned(source, language,
                source_yaml(source, source_format(source, "%s/banned.yaml", code), false));
    read_right_words(source, language, source_format(source, "%s/words.txt", code));
}

void source_language_read_all(Source *source)
{
    const DocNode *list = source_yaml(source, "languages.yaml", true);
    if (list == NULL || !doc_is(source->problems, list, DOC_LIST)) {
        return;
    }
    for (const DocNode *row = list->first; row != NULL; row = row->next) {
        read_language(source, row);
    }
    if (source->language_count == 0 || !str_equal(source->languages[0].code.text, STR("nl"))) {
        problem_add(source->problems, RULE_YAML_SHAPE, list->at, "the first language is nl");
        source->language_count = 0;
    }
    for (int i = 0; i < source->language_count; i++) {
        read_folder(source, i);
    }
}

/* ---- facts ------------------------------------------------------------------------------ */

static bool read_date(Source *source, const DocNode *row, const char *key, Date *out)
{
    Said said = source_said(source, row, key);
    bool ok = when_parse(said.text, out);
    if (!ok) {
        *out = (Date){9999, 12, 31};
        problem_add(source->problems, RULE_FACT_FIELD, said.at, "%s: %s must be a date",
                    row->key.data, key);
    }
    return ok;
}

static void read_fact_hours(Source *source, const DocNode *row, SourceFact *fact)
{
    const DocNode *list = doc_get(row, "hours");
    fact->hours = STR("");
    if (list == NULL || !doc_is(source->problems, list, DOC_LIST)) {
        return;
    }
    for (const DocNode *node = list->first; node != NULL; node = node->next) {
        Str hours = source_hours(source, node);
        fact->hours = str_of(source_format(source, "%s%s%s", fact->hours.data,
                                           fact->hours.size > 0 ? ";" : "", hours.data));
    }
}

static void read_fact_texts(Source *source, const DocNode *row, SourceFact *fact)
{
    Said phone = source_said(source, row, "phone");
    fact->is_phone = phone.text.size > 0;
    for (int i = 0; i < source->language_count; i++) {
        const char *key = i == LANGUAGE_DUTCH ? "text" : source->languages[i].code.text.data;
        fact->texts[i] = fact->is_phone ? phone : source_said(source, row, key);
    }
    if (fact->texts[LANGUAGE_DUTCH].text.size == 0) {
        problem_add(source->problems, RULE_FACT_FIELD, row->key_at, "%s: text or phone is needed",
                    row->key.data);
    }
    Said overdue = source_said(source, row, "overdue");
    fact->keep = fact->is_phone ? str_equal(overdue.text, STR("keep")) : true;
    bool known = overdue.text.size == 0 || str_equal(overdue.text, STR("keep")) ||
                 str_equal(overdue.text, STR("hide"));
    if (!known) {
        problem_add(source->problems, RULE_FACT_FIELD, overdue.at, "overdue: hide or keep");
    }
}

static void check_fact_keys(Source *source, const DocNode *row)
{
    const char *keys = "text phone hours overdue source verified_on review_by confidence note";
    for (int i = 1; i < source->language_count; i++) {
        keys = source_format(source, "%s %s", keys, source->languages[i].code.text.data);
    }
    doc_only(source->problems, row, keys);
}

static void read_fact(Source *source, const DocNode *row)
{
    if (!doc_is(source->problems, row, DOC_MAP) || !source_id(source, row->key, row->key_at)) {
        return;
    }
    if (source->fact_count == CONTENT_FACTS_MAX) {
        problem_add(source->problems, RULE_LIMIT, row->key_at, "too many facts");
        return;
    }
    check_fact_keys(source, row);
    SourceFact *fact = &source->facts[source->fact_count++];
    fact->id = row->key;
    fact->at = row->key_at;
    fact->source = source_said(source, row, "source");
    fact->confidence = source_said(source, row, "confidence");
    read_fact_texts(source, row, fact);
    read_fact_hours(source, row, fact);
    read_date(source, row, "verified_on", &fact->verified_on);
    read_date(source, row, "review_by", &fact->review_by);
    bool known = str_equal(fact->confidence.text, STR("sure")) ||
                 str_equal(fact->confidence.text, STR("likely")) ||
                 str_equal(fact->confidence.text, STR("unsure"));
    if (fact->source.text.size == 0 || !known) {
        problem_add(source->problems, RULE_FACT_FIELD, row->key_at,
                    "%s: source and confidence (sure, likely or unsure) are needed", row->key.data);
    }
}

static int by_fact_id(const void *a, const void *b)
{
    SourceWord first = {.id = ((const SourceFact *)a)->id};
    SourceWord second = {.id = ((const SourceFact *)b)->id};
    return by_word_id(&first, &second);
}

void source_language_read_facts(Source *source)
{
    const DocNode *map = source_yaml(source, "facts.yaml", true);
    if (map == NULL || !doc_is(source->problems, map, DOC_MAP)) {
        return;
    }
    for (const DocNode *row = map->first; row != NULL; row = row->next) {
        read_fact(source, row);
    }
    qsort(source->facts, (size_t)source->fact_count, sizeof source->facts[0], by_fact_id);
}
