/* pack_read.h - the rows of a compiled pack, and the schema both sides share.
 * Owns the open database until pack_read_close. The only file of this folder with SQL. A pack is
 * hostile until proven otherwise: everything is checked, nothing in it is ever executed. */
#ifndef OKSP_PACK_READ_H
#define OKSP_PACK_READ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "err.h"
#include "str.h"

enum {
    PACK_READ_APPLICATION_ID = 0x4F4B5031, /* "OKP1" */
    PACK_READ_VERSION = 1,                 /* of the tables; rises when an old reader would fail */
    PACK_READ_ROWS_MAX = 4 * 1000 * 1000,
    PACK_READ_PAGE_BYTES = 4096
};

typedef struct PackRead PackRead;
typedef struct PackRow PackRow;

/* What can be asked, in an order that makes each answer loadable in one pass. */
typedef enum PackQuery {
    PACK_QUERY_PACK,     /* k, v */
    PACK_QUERY_TEXT,     /* lang, kind, key, text */
    PACK_QUERY_TREE,     /* list, parent, id, picture, icon, topic, value */
    PACK_QUERY_TOPIC,    /* audience, id, icon, picture, law, letter, related */
    PACK_QUERY_TITLE,    /* lang, topic, title, short, words, reviewed_by */
    PACK_QUERY_BLOCK,    /* lang, topic, part, kind, head, text, term, icon, picture, spans, hide */
    PACK_QUERY_FACT,     /* id, phone, keep, hours, verified_on, review_by */
    PACK_QUERY_GLOSSARY, /* lang, pos, id, shown, say, full */
    PACK_QUERY_ASSET,    /* name, data */
    PACK_QUERY_WORD,     /* lang, audience, word, hits */
    PACK_QUERY_TRIGRAM,  /* lang, audience, tri, hits */
    PACK_QUERY_COUNT
} PackQuery;

/* The CREATE statements of a pack, in order; `*count` of them. A pack with any other schema is
 * refused, so no view, trigger or index of a stranger ever runs. */
const char *const *pack_read_schema(int *count);

/* Open read-only and immutable, check identity, schema and integrity. NULL with pack.missing,
 * pack.damaged, pack.foreign, pack.newer or pack.too-large. */
PackRead *pack_read_open(const char *path, Err *err);
void pack_read_close(PackRead *pack);

/* Rows of one query in order, each to `take`; stops and returns false when `take` does (with `err`
 * set by it) or when the database fails (pack.damaged). */
typedef bool PackRowFn(void *context, const PackRow *row, Err *err);
bool pack_read_rows(PackRead *pack, PackQuery query, PackRowFn *take, void *context, Err *err);

/* The number of rows a query has, at most PACK_READ_ROWS_MAX. */
int64_t pack_read_count(PackRead *pack, PackQuery query);

/* Columns of the current row, valid until `take` returns. A text that is not UTF-8 or holds a NUL
 * reads as empty and damages the row: check pack_read_row_is_sound once per row. */
Str pack_read_text(const PackRow *row, int column);
Str pack_read_bytes(const PackRow *row, int column);
int pack_read_int(const PackRow *row, int column, int min, int max);
bool pack_read_row_is_sound(const PackRow *row);

#endif
