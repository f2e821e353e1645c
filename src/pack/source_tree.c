/* source_tree.c - the tree without words. Owns nothing. */
#include "source_tree.h"

enum { ITEMS_MAX = CONTENT_SITUATIONS_MAX * (CONTENT_QUESTIONS_MAX + 1) };

static SourceList *add_list(Source *source, Said id, int room)
{
    if (source->list_count == CONTENT_LISTS_MAX) {
        problem_add(source->problems, RULE_LIMIT, id.at, "too many lists");
        return NULL;
    }
    SourceList *list = &source->lists[source->list_count++];
    list->id = id;
    list->items = arena_alloc(&source->arena, (size_t)room + 1, sizeof(SourceItem));
    return list->items == NULL ? NULL : list;
}

static SourceItem *add_item(Source *source, SourceList *list, const DocNode *row, Str parent)
{
    SourceItem *item = &list->items[list->count++];
    *item = (SourceItem){
        .id = source_said(source, row, "id"),
        .picture = source_said(source, row, "picture"),
        .icon = source_said(source, row, "icon"),
        .topic = source_said(source, row, "topic"),
        .value = source_said(source, row, "value"),
        .parent = parent,
    };
    source_id(source, item->id.text, item->id.at);
    for (SourceItem *other = list->items; other < item; other++) {
        if (str_equal(other->id.text, item->id.text) && str_equal(other->parent, parent)) {
            problem_add(source->problems, RULE_YAML_KEY, item->id.at, "'%s' stands here twice",
                        item->id.text.data);
        }
    }
    return item;
}

static void check_topic(Source *source, Audience audience, const Said *topic, bool must)
{
    if (topic->text.size == 0 && !must) {
        return;
    }
    if (source_topic(source, audience, topic->text) < 0) {
        problem_add(source->problems, RULE_REF_TOPIC, topic->at, "there is no %s topic '%s'",
                    source_audience(audience), topic->text.data);
    }
}

static void read_questions(Source *source, SourceList *list, Audience audience, const DocNode *row)
{
    const DocNode *questions = doc_get(row, "questions");
    Str parent = source_said(source, row, "id").text;
    if (questions == NULL) {
        /* A tile with one topic: the question has the tile's id. */
        SourceItem *item = &list->items[list->count];
        *item = list->items[list->count - 1];
        list->count++;
        item->parent = parent;
        check_topic(source, audience, &item->topic, true);
        return;
    }
    if (!doc_is(source->problems, questions, DOC_LIST)) {
        return;
    }
    if (doc_count(questions) > CONTENT_QUESTIONS_MAX) {
        problem_add(source->problems, RULE_LIMIT, questions->at, "at most %d questions",
                    CONTENT_QUESTIONS_MAX);
        return;
    }
    for (const DocNode *node = questions->first; node != NULL; node = node->next) {
        if (doc_is(source->problems, node, DOC_MAP)) {
            doc_only(source->problems, node, "id topic icon picture");
            const SourceItem *item = add_item(source, list, node, parent);
            check_topic(source, audience, &item->topic, true);
        }
    }
}

static void read_tiles(Source *source, Audience audience, const DocNode *rows)
{
    const char *name = source_audience(audience);
    if (rows == NULL) {
        return;
    }
    SourceList *list = add_list(source, (Said){str_of(name), rows->key_at}, ITEMS_MAX);
    if (list == NULL || !doc_is(source->problems, rows, DOC_LIST)) {
        return;
    }
    if (doc_count(rows) > CONTENT_SITUATIONS_MAX) {
        problem_add(source->problems, RULE_LIMIT, rows->at, "at most %d tiles",
                    CONTENT_SITUATIONS_MAX);
        return;
    }
    for (const DocNode *row = rows->first; row != NULL; row = row->next) {
        if (doc_is(source->problems, row, DOC_MAP)) {
            doc_only(source->problems, row, "id picture icon questions topic");
            add_item(source, list, row, STR(""));
            read_questions(source, list, audience, row);
        }
    }
}

/* A list may name topics of any audience; the parents' come first. */
static void check_list_topic(Source *source, const SourceItem *item)
{
    bool found = item->topic.text.size == 0;
    for (int i = 0; i < AUDIENCE_COUNT && !found; i++) {
        found = source_topic(source, (Audience)i, item->topic.text) >= 0;
    }
    if (!found) {
        problem_add(source->problems, RULE_REF_TOPIC, item->topic.at, "there is no topic '%s'",
                    item->topic.text.data);
    }
}

static void read_list(Source *source, const DocNode *rows)
{
    if (!doc_is(source->problems, rows, DOC_LIST) || !source_id(source, rows->key, rows->key_at)) {
        return;
    }
    if (doc_count(rows) > CONTENT_ITEMS_MAX) {
        problem_add(source->problems, RULE_LIMIT, rows->at, "at most %d items", CONTENT_ITEMS_MAX);
        return;
    }
    SourceList *list = add_list(source, (Said){rows->key, rows->key_at}, CONTENT_ITEMS_MAX);
    for (const DocNode *row = rows->first; list != NULL && row != NULL; row = row->next) {
        if (doc_is(source->problems, row, DOC_MAP)) {
            doc_only(source->problems, row, "id picture icon topic value");
            check_list_topic(source, add_item(source, list, row, STR("")));
        }
    }
}

void source_tree_read(Source *source)
{
    const DocNode *map = source_yaml(source, "topics.yaml", true);
    if (map == NULL || !doc_is(source->problems, map, DOC_MAP)) {
        return;
    }
    doc_only(source->problems, map, "parent child youth lists");
    for (int i = 0; i < AUDIENCE_COUNT; i++) {
        read_tiles(source, (Audience)i, doc_get(map, source_audience((Audience)i)));
    }
    const DocNode *lists = doc_get(map, "lists");
    if (lists == NULL || !doc_is(source->problems, lists, DOC_MAP)) {
        return;
    }
    for (const DocNode *rows = lists->first; rows != NULL; rows = rows->next) {
        read_list(source, rows);
    }
}
