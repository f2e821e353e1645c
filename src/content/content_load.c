/* content_load.c - the tables of a pack into Content: texts, tree, glossary, facts.
 * Owns nothing: everything goes into the content's arena. Believes no row before it is checked. */
#include "content_load.h"

#include <stdlib.h>
#include <string.h>

#include "content_terms.h"
#include "log.h"

typedef struct Load {
    Content *content;
    TextKey keys[TEXT_COUNT]; /* sorted by name, once texts are read */
} Load;

static Str keep(Content *content, const PackRow *row, int column)
{
    return arena_str(&content->arena, pack_read_text(row, column));
}

static bool damaged(Err *err, const char *what)
{
    return err_set(err, "pack.damaged", "the pack holds %s that cannot be right", what);
}

/* ---- settings, languages, region -------------------------------------------------------- */

static bool take_setting(void *context, const PackRow *row, Err *err)
{
    Load *load = context;
    return content_load_setting(load->content, pack_read_text(row, 0), pack_read_text(row, 1), err);
}

/* ---- texts ------------------------------------------------------------------------------ */

static int by_name(const void *a, const void *b)
{
    return content_data_compare(content_text_name(*(const TextKey *)a),
                                content_text_name(*(const TextKey *)b));
}

/* Key to enum, by the names in order. */
static int find_key(const Load *load, Str key)
{
    int low = 0;
    int high = TEXT_COUNT;
    while (low < high) {
        int middle = (low + high) / 2;
        int order = content_data_compare(content_text_name(load->keys[middle]), key);
        if (order == 0) {
            return (int)load->keys[middle];
        }
        low = order < 0 ? middle + 1 : low;
        high = order < 0 ? high : middle;
    }
    return -1;
}

static void sort_keys(Load *load)
{
    for (int i = 0; i < TEXT_COUNT; i++) {
        load->keys[i] = (TextKey)i;
    }
    qsort(load->keys, TEXT_COUNT, sizeof load->keys[0], by_name);
}

static bool add_label(LanguageData *language, Str name, Str text)
{
    if (language->label_count == CONTENT_LABELS_MAX || language->labels == NULL) {
        return false;
    }
    language->labels[language->label_count++] = (Label){name, text};
    return true;
}

static bool take_text(void *context, const PackRow *row, Err *err)
{
    Content *content = ((Load *)context)->content;
    int index = content_data_language(content, pack_read_text(row, 0));
    if (index < 0) {
        return damaged(err, "a text in a language it does not name");
    }
    LanguageData *language = &content->languages[index];
    Str text = keep(content, row, 3);
    if (str_equal(pack_read_text(row, 1), STR("ui"))) {
        int key = find_key(context, pack_read_text(row, 2));
        if (key >= 0) { /* a newer pack may know more keys than this program */
            language->texts[key] = text;
        }
        return true;
    }
    if (!str_equal(pack_read_text(row, 1), STR("tree"))) {
        return damaged(err, "a text of an unknown kind");
    }
    return add_label(language, keep(content, row, 2), text) || damaged(err, "too many labels");
}

static bool prepare_labels(Content *content)
{
    for (int i = 0; i < content->language_count; i++) {
        LanguageData *language = &content->languages[i];
        language->labels = arena_alloc(&content->arena, CONTENT_LABELS_MAX, sizeof(Label));
    }
    return !content->arena.full;
}

/* ---- the tree --------------------------------------------------------------------------- */

static int audience_of(Str list)
{
    static const char *const names[AUDIENCE_COUNT] = {"parent", "child", "youth"};
    for (int i = 0; i < AUDIENCE_COUNT; i++) {
        if (str_equal(list, str_of(names[i]))) {
            return i;
        }
    }
    return -1;
}

static Situation *find_situation(Content *content, int audience, Str id)
{
    for (int i = 0; i < content->situation_count[audience]; i++) {
        if (str_equal(content->situations[audience][i].id, id)) {
            return &content->situations[audience][i];
        }
    }
    return NULL;
}

static bool add_question(Content *content, int audience, const PackRow *row)
{
    Situation *situation = find_situation(content, audience, pack_read_text(row, 1));
    int topic = pack_read_int(row, 5, 0, content->topic_count - 1);
    if (situation == NULL || situation->question_count == CONTENT_QUESTIONS_MAX) {
        return false;
    }
    situation->questions[situation->question_count++] = (Question){keep(content, row, 2), topic};
    return true;
}

static bool add_situation(Content *content, int audience, const PackRow *row)
{
    if (content->situation_count[audience] == CONTENT_SITUATIONS_MAX) {
        return false;
    }
    content->situations[audience][content->situation_count[audience]++] = (Situation){
        .id = keep(content, row, 2),
        .picture = keep(content, row, 3),
        .icon = keep(content, row, 4),
    };
    return true;
}

/* The list of that id, made when it is new; rows of one list follow each other. */
static List *list_of(Content *content, Str id)
{
    List *last = content->list_count > 0 ? &content->lists[content->list_count - 1] : NULL;
    if (last != NULL && str_equal(last->id, id)) {
        return last;
    }
    if (content->list_count == CONTENT_LISTS_MAX) {
        return NULL;
    }
    List *list = &content->lists[content->list_count++];
    list->id = arena_str(&content->arena, id);
    list->items = arena_alloc(&content->arena, CONTENT_ITEMS_MAX, sizeof(ListItem));
    return list;
}

static bool add_item(Content *content, const PackRow *row)
{
    List *list = list_of(content, pack_read_text(row, 0));
    if (list == NULL || list->items == NULL || list->count == CONTENT_ITEMS_MAX) {
        return false;
    }
    ListItem *items = (ListItem *)list->items;
    items[list->count++] = (ListItem){
        .id = keep(content, row, 2),
        .picture = keep(content, row, 3),
        .icon = keep(content, row, 4),
        .topic = pack_read_int(row, 5, -1, content->topic_count - 1),
        .value = keep(content, row, 6),
    };
    return true;
}

static bool take_tree(void *context, const PackRow *row, Err *err)
{
    Content *content = ((Load *)context)->content;
    int audience = audience_of(pack_read_text(row, 0));
    bool ok = false;
    if (audience < 0) {
        ok = add_item(content, row);
    } else if (pack_read_text(row, 1).size > 0) {
        ok = add_question(content, audience, row);
    } else {
        ok = add_situation(content, audience, row);
    }
    return ok || damaged(err, "a tree");
}

/* ---- glossary and facts ----------------------------------------------------------------- */

static bool take_word(void *context, const PackRow *row, Err *err)
{
    Content *content = ((Load *)context)->content;
    int language = content_data_language(content, pack_read_text(row, 0));
    int index = pack_read_int(row, 1, 0, CONTENT_GLOSSARY_MAX - 1);
    if (language < 0) {
        return damaged(err, "a glossary");
    }
    content->languages[language].words[index] = (Word){
        .id = keep(content, row, 2),
        .shown = keep(content, row, 3),
        .say = keep(content, row, 4),
        .full = keep(content, row, 5),
        .language = language,
    };
    if (language == LANGUAGE_DUTCH) {
        content->word_ids[index] = content->languages[language].words[index].id;
        content->word_count = index + 1 > content->word_count ? index + 1 : content->word_count;
    }
    return true;
}

static bool load_glossary(Content *content, PackRead *pack, Err *err)
{
    Load load = {.content = content};
    content->word_ids = arena_alloc(&content->arena, CONTENT_GLOSSARY_MAX, sizeof(Str));
    for (int i = 0; i < content->language_count; i++) {
        content->languages[i].words =
            arena_alloc(&content->arena, CONTENT_GLOSSARY_MAX, sizeof(Word));
    }
    if (content->arena.full) {
        return err_set(err, "memory.full", "no memory for the glossary");
    }
    if (!pack_read_rows(pack, (PackAsk){PACK_QUERY_GLOSSARY, STR("")}, take_word, &load, err)) {
        return false;
    }
    for (int i = 0; i < content->word_count; i++) {
        if (content->word_ids[i].size == 0) {
            return damaged(err, "a word without Dutch");
        }
    }
    return true;
}

static bool take_fact(void *context, const PackRow *row, Err *err)
{
    Content *content = ((Load *)context)->content;
    if (content->fact_count == CONTENT_FACTS_MAX) {
        return damaged(err, "too many facts");
    }
    Fact *fact = &content->facts[content->fact_count++];
    fact->text = STR("");
    fact->id = keep(content, row, 0);
    fact->is_phone = pack_read_int(row, 1, 0, 1) == 1;
    fact->keep = pack_read_int(row, 2, 0, 1) == 1;
    fact->hours_count = content_load_hours(pack_read_text(row, 3), fact->hours, REGION_HOURS_MAX);
    bool ok = fact->hours_count >= 0 && when_parse(pack_read_text(row, 4), &fact->verified_on) &&
              when_parse(pack_read_text(row, 5), &fact->review_by);
    return ok || damaged(err, "a fact");
}

/* The words of a fact in Dutch stand in the text table as kind "fact". */
static bool take_fact_text(void *context, const PackRow *row, Err *err)
{
    Load *load = context;
    if (!str_equal(pack_read_text(row, 1), STR("fact"))) {
        return take_text(context, row, err);
    }
    for (int i = 0; i < load->content->fact_count; i++) {
        Fact *fact = &load->content->facts[i];
        if (str_equal(fact->id, pack_read_text(row, 2)) &&
            content_data_language(load->content, pack_read_text(row, 0)) == LANGUAGE_DUTCH) {
            fact->text = keep(load->content, row, 3);
        }
    }
    return true;
}

/* ---- assets ------------------------------------------------------------------ */

static bool take_asset(void *context, const PackRow *row, Err *err)
{
    Content *content = ((Load *)context)->content;
    if (content->asset_count == PACK_READ_ASSETS_MAX) {
        return damaged(err, "too many pictures");
    }
    Asset *asset = &content->assets[content->asset_count++];
    asset->name = keep(content, row, 0);
    asset->data = arena_str(&content->arena, pack_read_bytes(row, 1));
    return !content->arena.full || err_set(err, "memory.full", "no memory for a picture");
}

/* ---- everything ------------------------------------------------------------------------- */

static bool load_base(Content *content, PackRead *pack, Err *err)
{
    Load load = {.content = content};
    sort_keys(&load);
    content->languages = arena_alloc(&content->arena, CONTENT_LANGUAGES_MAX, sizeof(LanguageData));
    content->facts = arena_alloc(&content->arena, CONTENT_FACTS_MAX, sizeof(Fact));
    if (content->arena.full) {
        return err_set(err, "memory.full", "no memory for the content");
    }
    content_load_defaults(content);
    if (!pack_read_rows(pack, (PackAsk){PACK_QUERY_PACK, STR("")}, take_setting, &load, err)) {
        return false;
    }
    if (content->language_count == 0 ||
        !str_equal(content->languages[LANGUAGE_DUTCH].info.code, STR("nl"))) {
        return err_set(err, "pack.incomplete", "the first language of the pack is not Dutch");
    }
    if (!prepare_labels(content)) {
        return err_set(err, "memory.full", "no memory for the texts");
    }
    return pack_read_rows(pack, (PackAsk){PACK_QUERY_FACT, STR("")}, take_fact, &load, err) &&
           pack_read_rows(pack, (PackAsk){PACK_QUERY_TEXT, STR("")}, take_fact_text, &load, err);
}

static bool load_assets(Content *content, PackRead *pack, Err *err)
{
    Load load = {.content = content};
    size_t count = (size_t)pack_read_asset_count(pack);
    content->assets = arena_alloc(&content->arena, count + 1, sizeof(Asset));
    if (content->assets == NULL) {
        return err_set(err, "memory.full", "no memory for the pictures");
    }
    return pack_read_rows(pack, (PackAsk){PACK_QUERY_ASSET, STR("")}, take_asset, &load, err);
}

/* Screens ask for these lists by name and could not be drawn without them. */
static bool lists_are_there(const Content *content, Err *err)
{
    static const Str names[] = {
#define LIST(name, id) {id, sizeof(id) - 1},
#include "lists.def"
#undef LIST
    };
    for (size_t i = 0; !content->info.fallback && i < sizeof names / sizeof names[0]; i++) {
        if (content_list(content, names[i]) == NULL) {
            return err_set(err, "pack.incomplete", "the pack lacks the list %s", names[i].data);
        }
    }
    return true;
}

/* Every Dutch text this program needs must be there; a fallback pack needs the failure words. */
static bool is_complete(const Content *content, Err *err)
{
    for (int i = 0; i < TEXT_COUNT; i++) {
        Str name = content_text_name((TextKey)i);
        bool needed = !content->info.fallback || str_starts_with(name, STR("fail."));
        if (needed && content->languages[LANGUAGE_DUTCH].texts[i].data == NULL) {
            return err_set(err, "pack.incomplete", "the pack lacks the text %s", name.data);
        }
    }
    return content->region.phone.size > 0 ||
           err_set(err, "pack.incomplete", "the pack has no phone number of the region");
}

static bool load_language(const Content *content, int language, Err *err)
{
    LanguageData *data = &content->languages[language];
    data->loaded = true;
    bool ok =
        content_load_topics(content, language, err) && content_terms_load(content, language, err);
    return data->arena.full ? err_set(err, "memory.full", "no memory for a language") : ok;
}

LanguageData *content_data_loaded(const Content *content, Language language)
{
    LanguageData *data = &content->languages[language];
    Err err = {0};
    if (!data->loaded && !load_language(content, language, &err)) {
        log_error("content.language", &err);
        arena_free(&data->arena);
        data->topics = NULL;
        memset(data->search_words, 0, sizeof data->search_words);
        memset(data->search_trigrams, 0, sizeof data->search_trigrams);
    }
    return data;
}

bool content_load(Content *content, Err *err)
{
    PackRead *pack = content->pack;
    Load load = {.content = content};
    return load_base(content, pack, err) && load_glossary(content, pack, err) &&
           content_load_heads(content, pack, err) && load_language(content, LANGUAGE_DUTCH, err) &&
           pack_read_rows(pack, (PackAsk){PACK_QUERY_TREE, STR("")}, take_tree, &load, err) &&
           load_assets(content, pack, err) && lists_are_there(content, err) &&
           is_complete(content, err);
}
