/* doc.c - libyaml's events into nodes. Owns the parser while it runs, nothing after. */
#include "doc.h"

#include <string.h>
#include <yaml.h>

typedef struct DocParse {
    Arena *arena;
    Problems *problems;
    DocInput input;
    yaml_parser_t parser;
    int nodes;
    bool failed;
} DocParse;

static DocNode *parse_node(DocParse *parse, const yaml_event_t *event, int depth);

static Place place(const DocParse *parse, yaml_mark_t mark)
{
    return (Place){parse->input.file, (int)mark.line + parse->input.first_line};
}

static void fail(DocParse *parse, Place at, const char *why)
{
    if (!parse->failed) {
        problem_add(parse->problems, RULE_YAML_SYNTAX, at, "%s", why);
    }
    parse->failed = true;
}

static bool next_event(DocParse *parse, yaml_event_t *event)
{
    if (parse->failed) {
        return false;
    }
    if (!yaml_parser_parse(&parse->parser, event)) {
        const char *why = parse->parser.problem;
        fail(parse, place(parse, parse->parser.problem_mark), why ? why : "not YAML");
        return false;
    }
    return true;
}

static DocNode *new_node(DocParse *parse, const yaml_event_t *event, DocKind kind)
{
    DocNode *node = arena_alloc(parse->arena, 1, sizeof *node);
    if (node == NULL || ++parse->nodes > DOC_NODES_MAX) {
        fail(parse, place(parse, event->start_mark), "the file is too large");
        return NULL;
    }
    node->kind = kind;
    node->at = place(parse, event->start_mark);
    node->text = STR("");
    node->key = STR("");
    return node;
}

static void check_key(DocParse *parse, const DocNode *map, const DocNode *key)
{
    for (const DocNode *other = map->first; other != NULL; other = other->next) {
        if (str_equal(other->key, key->text)) {
            problem_add(parse->problems, RULE_YAML_KEY, key->at, "'%s' stands here twice",
                        key->text.data);
        }
    }
}

/* Children until the end event; in a map each child is preceded by its key. */
static void parse_children(DocParse *parse, DocNode *parent, int depth)
{
    DocNode **tail = &parent->first;
    yaml_event_t event;
    DocNode *key = NULL;
    while (next_event(parse, &event)) {
        if (event.type == YAML_SEQUENCE_END_EVENT || event.type == YAML_MAPPING_END_EVENT) {
            yaml_event_delete(&event);
            return;
        }
        DocNode *node = parse_node(parse, &event, depth + 1);
        yaml_event_delete(&event);
        if (node == NULL) {
            return;
        }
        if (parent->kind == DOC_MAP && key == NULL) {
            if (node->kind != DOC_TEXT) {
                fail(parse, node->at, "a key must be a word");
                return;
            }
            check_key(parse, parent, node);
            key = node;
            continue;
        }
        if (key != NULL) {
            node->key = key->text;
            node->key_at = key->at;
            key = NULL;
        }
        *tail = node;
        tail = &node->next;
    }
}

static DocNode *parse_text(DocParse *parse, const yaml_event_t *event)
{
    DocNode *node = new_node(parse, event, DOC_TEXT);
    if (node != NULL) {
        Str text = {(const char *)event->data.scalar.value, event->data.scalar.length};
        node->text = arena_str(parse->arena, text);
    }
    return node;
}

static DocNode *parse_node(DocParse *parse, const yaml_event_t *event, int depth)
{
    if (depth > DOC_DEPTH_MAX) {
        fail(parse, place(parse, event->start_mark), "too many levels");
        return NULL;
    }
    if (event->type == YAML_SCALAR_EVENT && event->data.scalar.anchor == NULL) {
        return parse_text(parse, event);
    }
    bool list = event->type == YAML_SEQUENCE_START_EVENT;
    if (!list && event->type != YAML_MAPPING_START_EVENT) {
        fail(parse, place(parse, event->start_mark), "anchors and aliases are not used here");
        return NULL;
    }
    DocNode *node = new_node(parse, event, list ? DOC_LIST : DOC_MAP);
    if (node != NULL) {
        parse_children(parse, node, depth);
    }
    return parse->failed ? NULL : node;
}

static bool is_frame(yaml_event_type_t type)
{
    return type == YAML_STREAM_START_EVENT || type == YAML_DOCUMENT_START_EVENT ||
           type == YAML_DOCUMENT_END_EVENT;
}

DocNode *doc_parse(Arena *arena, Problems *problems, DocInput input)
{
    DocParse parse = {.arena = arena, .problems = problems, .input = input};
    DocNode *root = NULL;
    yaml_event_t event;
    if (!yaml_parser_initialize(&parse.parser)) {
        return NULL;
    }
    yaml_parser_set_encoding(&parse.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parse.parser, (const unsigned char *)input.text.data,
                                 input.text.size);
    while (next_event(&parse, &event)) {
        bool end = event.type == YAML_STREAM_END_EVENT;
        if (!end && !is_frame(event.type)) {
            if (root != NULL) {
                fail(&parse, place(&parse, event.start_mark), "one document per file");
            } else {
                root = parse_node(&parse, &event, 0);
            }
        }
        yaml_event_delete(&event);
        if (end) {
            break;
        }
    }
    yaml_parser_delete(&parse.parser);
    return parse.failed ? NULL : root;
}

const DocNode *doc_get(const DocNode *map, const char *key)
{
    if (map == NULL || map->kind != DOC_MAP) {
        return NULL;
    }
    for (const DocNode *node = map->first; node != NULL; node = node->next) {
        if (str_equal(node->key, str_of(key))) {
            return node;
        }
    }
    return NULL;
}

bool doc_is(Problems *problems, const DocNode *node, DocKind kind)
{
    static const char *const names[] = {"a text", "a list", "a block of keys"};
    if (node == NULL) {
        return false;
    }
    if (node->kind != kind) {
        problem_add(problems, RULE_YAML_SHAPE, node->at, "%s%smust be %s", node->key.data,
                    node->key.size > 0 ? " " : "", names[kind]);
        return false;
    }
    return true;
}

static bool is_one_of(Str word, const char *words)
{
    Str rest = str_of(words);
    while (rest.size > 0) {
        if (str_equal(str_cut(&rest, ' '), word)) {
            return true;
        }
    }
    return false;
}

void doc_only(Problems *problems, const DocNode *map, const char *keys)
{
    for (const DocNode *node = map->first; node != NULL; node = node->next) {
        if (!is_one_of(node->key, keys)) {
            problem_add(problems, RULE_YAML_KEY, node->key_at, "'%s' is not a key here (%s)",
                        node->key.data, keys);
        }
    }
}

int doc_count(const DocNode *list)
{
    int count = 0;
    for (const DocNode *node = list == NULL ? NULL : list->first; node != NULL; node = node->next) {
        count++;
    }
    return count;
}
