/* doc.h - a YAML file as a tree that remembers its lines. Owns nothing: all lies in an arena.
 * Anchors, aliases, tags and several documents are refused: an editor has no use for them. */
#ifndef OKSP_DOC_H
#define OKSP_DOC_H

#include "problem.h"

enum { DOC_DEPTH_MAX = 8, DOC_NODES_MAX = 100 * 1000 };

typedef enum DocKind { DOC_TEXT, DOC_LIST, DOC_MAP } DocKind;

typedef struct DocNode {
    DocKind kind;
    Str key; /* in a map; else empty */
    Place key_at;
    Str text; /* DOC_TEXT */
    Place at;
    struct DocNode *first, *next;
} DocNode;

typedef struct DocInput {
    const char *file;
    Str text;
    int first_line; /* line number of the first line: front matter does not start the file */
} DocInput;

/* NULL when there is nothing or when it is not YAML (then a problem says so). */
DocNode *doc_parse(Arena *arena, Problems *problems, DocInput input);

/* The value of a key of a map; NULL when it is not there (or `map` is NULL). */
const DocNode *doc_get(const DocNode *map, const char *key);

/* Is it of that kind? NULL is fine and false; a wrong kind is a problem (yaml.shape). */
bool doc_is(Problems *problems, const DocNode *node, DocKind kind);

/* Each key of `map` is one of the space-separated `keys`; every other one is a problem. */
void doc_only(Problems *problems, const DocNode *map, const char *keys);

int doc_count(const DocNode *list);

#endif
