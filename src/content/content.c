/* content.c - looking up what content.h promises. Owns the Content and its arena. */
#include "content.h"

#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "content_load.h"

/* The names of the text keys; pointer and size from one literal each. */
static const Str text_names[TEXT_COUNT] = {
#define TEXT_KEY(name, key) [TEXT_##name] = {key, sizeof(key) - 1},
#include "text_keys.def"
#undef TEXT_KEY
};

/* ---- opening ---------------------------------------------------------------------------- */

Content *content_open(const char *path, Err *err)
{
    Content *content = calloc(1, sizeof *content);
    if (content == NULL) {
        err_set(err, "memory.full", "no memory for the content");
        return NULL;
    }
    content->pack = pack_read_open(path, err);
    bool ok = content->pack != NULL && content_load(content, err);
    if (ok && content->arena.full) {
        ok = err_set(err, "memory.full", "no memory for the content");
    }
    if (!ok) {
        content_close(content);
        return NULL;
    }
    return content;
}

void content_close(Content *content)
{
    if (content == NULL) {
        return;
    }
    for (int i = 0; i < content->language_count; i++) {
        message_close(content->languages[i].locale);
        arena_free(&content->languages[i].arena);
    }
    pack_read_close(content->pack);
    arena_free(&content->arena);
    free(content);
}

ContentInfo content_info(const Content *content)
{
    return content->info;
}

const Region *content_region(const Content *content)
{
    return &content->region;
}

/* ---- languages -------------------------------------------------------------------------- */

int content_data_compare(Str a, Str b)
{
    size_t shorter = a.size < b.size ? a.size : b.size;
    int order = shorter == 0 ? 0 : memcmp(a.data, b.data, shorter);
    if (order != 0) {
        return order < 0 ? -1 : 1;
    }
    return a.size == b.size ? 0 : (a.size < b.size ? -1 : 1);
}

int content_data_language(const Content *content, Str code)
{
    for (int i = 0; i < content->language_count; i++) {
        if (str_equal(content->languages[i].info.code, code)) {
            return i;
        }
    }
    return -1;
}

static const LanguageData *language_data(const Content *content, Language language)
{
    check(language >= 0 && language < content->language_count);
    return &content->languages[language];
}

int content_language_count(const Content *content)
{
    return content->language_count;
}

const LanguageInfo *content_language(const Content *content, Language language)
{
    return &language_data(content, language)->info;
}

bool content_language_find(const Content *content, Str code, Language *out)
{
    int index = content_data_language(content, code);
    *out = index < 0 ? LANGUAGE_DUTCH : index;
    return index >= 0;
}

MessageLocale *content_locale(const Content *content, Language language)
{
    return language_data(content, language)->locale;
}

/* ---- texts ------------------------------------------------------------------------------ */

Str content_text_name(TextKey key)
{
    return text_names[key];
}

bool content_text_is_dutch(const Content *content, Language language, TextKey key)
{
    return language != LANGUAGE_DUTCH && language_data(content, language)->texts[key].data == NULL;
}

Str content_text(const Content *content, Language language, TextKey key)
{
    Str text = language_data(content, language)->texts[key];
    if (text.data == NULL) {
        text = content->languages[LANGUAGE_DUTCH].texts[key];
    }
    return text.data == NULL ? STR("") : text;
}

bool content_format(const Content *content, Language language, TextKey key, MessageArgs args,
                    Buf *out)
{
    bool dutch = content_text_is_dutch(content, language, key);
    MessageLocale *locale = content_locale(content, dutch ? LANGUAGE_DUTCH : language);
    return message_format(locale, content_text(content, language, key), args, out);
}

static Str find_label(const LanguageData *data, Str name)
{
    int low = 0;
    int high = data->label_count;
    while (low < high) {
        int middle = (low + high) / 2;
        int order = content_data_compare(data->labels[middle].name, name);
        if (order == 0) {
            return data->labels[middle].text;
        }
        low = order < 0 ? middle + 1 : low;
        high = order < 0 ? high : middle;
    }
    return STR("");
}

Str content_label(const Content *content, Language language, Str name)
{
    Str text = find_label(language_data(content, language), name);
    return text.size > 0 ? text : find_label(&content->languages[LANGUAGE_DUTCH], name);
}

Str content_item_label(const Content *content, Language language, Str list, Str id, Str part)
{
    char memory[CONTENT_NAME_BYTES_MAX * 3];
    Buf name = buf_init(memory, sizeof memory);
    buf_add(&name, list);
    buf_add_char(&name, '.');
    buf_add(&name, id);
    if (part.size > 0) {
        buf_add_char(&name, '.');
        buf_add(&name, part);
    }
    return content_label(content, language, buf_str(&name));
}

/* ---- the tree --------------------------------------------------------------------------- */

int content_situation_count(const Content *content, Audience audience)
{
    return content->situation_count[audience];
}

const Situation *content_situation(const Content *content, Audience audience, int index)
{
    check(index >= 0 && index < content->situation_count[audience]);
    return &content->situations[audience][index];
}

Str content_question_text(const Content *content, Language language, const Question *question)
{
    Str label = content_item_label(content, language, STR("question"), question->id, STR(""));
    return label.size > 0 ? label : content_topic(content, language, question->topic)->title;
}

const List *content_list(const Content *content, Str id)
{
    for (int i = 0; i < content->list_count; i++) {
        if (str_equal(content->lists[i].id, id)) {
            return &content->lists[i];
        }
    }
    return NULL;
}

/* ---- topics, words, facts --------------------------------------------------------------- */

int content_topic_count(const Content *content)
{
    return content->topic_count;
}

const Topic *content_topic(const Content *content, Language language, int index)
{
    check(index >= 0 && index < content->topic_count);
    check(language >= 0 && language < content->language_count);
    Topic **topics = content_data_loaded(content, language)->topics;
    const Topic *topic = topics == NULL ? NULL : topics[index];
    return topic != NULL ? topic : content->languages[LANGUAGE_DUTCH].topics[index];
}

static int find_topic(const Content *content, Audience audience, Str id)
{
    for (int i = 0; i < content->topic_count; i++) {
        if (content->topics[i].audience == audience && str_equal(content->topics[i].id, id)) {
            return i;
        }
    }
    return -1;
}

int content_topic_find(const Content *content, Audience audience, Str id)
{
    int index = find_topic(content, audience, id);
    return index < 0 && audience == AUDIENCE_YOUTH ? find_topic(content, AUDIENCE_CHILD, id)
                                                   : index;
}

static bool is_past(Date limit, Date today)
{
    return limit.year != 0 && when_days(today) > when_days(limit);
}

bool content_block_is_shown(const Block *block, Date today)
{
    return !is_past(block->hide_after, today);
}

int content_word_count(const Content *content)
{
    return content->word_count;
}

const Word *content_word(const Content *content, Language language, int index)
{
    check(index >= 0 && index < content->word_count);
    const Word *word = &language_data(content, language)->words[index];
    return word->id.data != NULL ? word : &content->languages[LANGUAGE_DUTCH].words[index];
}

int content_word_find(const Content *content, Str id)
{
    for (int i = 0; i < content->word_count; i++) {
        if (str_equal(content->word_ids[i], id)) {
            return i;
        }
    }
    return -1;
}

const Fact *content_fact(const Content *content, Str id)
{
    for (int i = 0; i < content->fact_count; i++) {
        if (str_equal(content->facts[i].id, id)) {
            return &content->facts[i];
        }
    }
    return NULL;
}

bool content_fact_is_shown(const Fact *fact, Date today)
{
    return fact->keep || !fact->is_phone || !is_past(fact->review_by, today);
}

bool content_fact_is_open(const Fact *fact, LocalTime at)
{
    return fact->hours_count == 0 || region_is_open(NULL, fact->hours, fact->hours_count, at);
}

Str content_asset(const Content *content, Str name)
{
    for (int i = 0; i < content->asset_count; i++) {
        if (str_equal(content->assets[i].name, name)) {
            return content->assets[i].data;
        }
    }
    return STR("");
}
