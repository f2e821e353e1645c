/* build_check.c - the problems that keep a pack from being built: references that lead nowhere,
 * keys without Dutch, patterns that cannot be formatted. Owns nothing. */
#include "build.h"
#include "markup.h"
#include "message.h"

/* ---- texts -------------------------------------------------------------------------------- */

static void check_keys(Source *source)
{
    const SourceLanguage *dutch = &source->languages[LANGUAGE_DUTCH];
    const char *file = source_format(source, "%s/nl/ui.yaml", source->root);
    for (int i = 0; i < TEXT_COUNT; i++) {
        Str key = content_text_name((TextKey)i);
        if (source_entry(&dutch->ui, key) == NULL) {
            problem_add(source->problems, RULE_TEXT_MISSING, (Place){file, 0}, "%s is missing",
                        key.data);
        }
    }
}

static void check_lists(Source *source)
{
    static const char *const names[] = {
#define LIST(name, id) id,
#include "lists.def"
#undef LIST
    };
    const char *file = source_format(source, "%s/topics.yaml", source->root);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        bool found = false;
        for (int j = 0; j < source->list_count; j++) {
            bool same = str_equal(source->lists[j].id.text, str_of(names[i]));
            found = found || (same && source->lists[j].count > 0);
        }
        if (!found) {
            problem_add(source->problems, RULE_LIST_MISSING, (Place){file, 0},
                        "a screen needs the list %s", names[i]);
        }
    }
}

static void check_pattern(Source *source, int language, const SourceEntry *entry)
{
    Markup text = markup_resolve(source, language, entry->value, MARKUP_PATTERN);
    if (!message_is_valid(text.text, NULL, NULL)) {
        problem_add(source->problems, RULE_TEXT_PATTERN, entry->value.at,
                    "%s: the braces do not form a message", entry->key.text.data);
    }
    for (int i = 0; i < text.fact_count; i++) {
        if (source->facts[text.facts[i]].is_phone && !source->facts[text.facts[i]].keep) {
            problem_add(source->problems, RULE_MARK, entry->value.at,
                        "%s: a phone number that can expire does not stand in an interface text",
                        entry->key.text.data);
        }
    }
}

static void check_fallback(Source *source, int language)
{
    const SourceLanguage *row = &source->languages[language];
    for (int i = 0; i < TEXT_COUNT; i++) {
        Str key = content_text_name((TextKey)i);
        if (build_is_fallback_key(key) && source_entry(&row->ui, key) == NULL) {
            problem_add(source->problems, RULE_FALLBACK, row->at, "%s/ui.yaml lacks %s",
                        row->code.text.data, key.data);
        }
    }
}

static void check_language(Source *source, int language)
{
    SourceLanguage *row = &source->languages[language];
    for (int i = 0; i < row->ui.count; i++) {
        check_pattern(source, language, &row->ui.at[i]);
    }
    for (int i = 0; i < row->tree.count; i++) {
        markup_resolve(source, language, row->tree.at[i].value, MARKUP_PLAIN);
    }
    if (language != LANGUAGE_DUTCH) {
        check_fallback(source, language);
    }
    for (int i = 0; i < source->word_count; i++) {
        const SourceWordText *word = source->words[i].texts[language];
        if (word != NULL) {
            markup_resolve(source, language, word->say, MARKUP_PLAIN);
            markup_resolve(source, language, word->full, MARKUP_PLAIN);
        }
    }
}

/* ---- topics ------------------------------------------------------------------------------- */

static void check_topic_lists(Source *source, const SourceTopic *topic, const SourceText *text)
{
    for (int i = 0; i < text->related.count; i++) {
        const Said *id = &text->related.at[i];
        if (source_topic(source, topic->audience, id->text) < 0) {
            problem_add(source->problems, RULE_REF_TOPIC, id->at, "there is no %s topic '%s'",
                        source_audience(topic->audience), id->text.data);
        }
    }
    for (int i = 0; i < text->words.count; i++) {
        const Said *id = &text->words.at[i];
        if (source_word(source, id->text) < 0) {
            problem_add(source->problems, RULE_REF_WORD, id->at, "the glossary has no '%s'",
                        id->text.data);
        }
    }
}

static void check_topic(Source *source, const SourceTopic *topic, int language)
{
    const SourceText *text = topic->texts[language];
    check_topic_lists(source, topic, text);
    markup_resolve(source, language, text->title, MARKUP_PLAIN);
    markup_resolve(source, language, text->answer, MARKUP_WORDS);
    for (int part = 0; part < PART_COUNT; part++) {
        for (int i = 0; i < text->parts[part].count; i++) {
            markup_resolve(source, language, text->parts[part].lines[i].text, MARKUP_WORDS);
            markup_resolve(source, language, text->parts[part].lines[i].term, MARKUP_PLAIN);
        }
    }
}

void build_check(Source *source)
{
    if (source->language_count == 0) {
        return;
    }
    check_keys(source);
    check_lists(source);
    for (int language = 0; language < source->language_count; language++) {
        check_language(source, language);
        for (int i = 0; i < source->topic_count; i++) {
            if (source->topics[i].texts[language] != NULL) {
                check_topic(source, &source->topics[i], language);
            }
        }
    }
}
