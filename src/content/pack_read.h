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
    PACK_READ_ROWS_MAX = 1000 * 1000,
    PACK_READ_ASSETS_MAX = 4096,
    PACK_READ_PAGE_BYTES = 4096,
    PACK_READ_LINES_BYTES_MAX = 256 * 1024,
    PACK_READ_TERM_BYTES_MAX = 255,
    PACK_READ_HITS_MAX = 65535 /* of one term */
};

/* Many small things of one topic or one index stand in one row: checking and reading a pack costs
 * time per row, and a kiosk starts with it.
 *   block.lines: lines joined by LINE; fields joined by FIELD, in the order of PackField.
 *   terms: one after another: length of the term (1 byte), the term, the number of hits (2 bytes,
 *   little endian), the hits (topic in 2 bytes, weight in 1). Terms are sorted by their bytes. */
#define PACK_READ_LINE '\x1e'
#define PACK_READ_FIELD '\x1f'

typedef enum PackField {
    PACK_FIELD_PART, /* a Part, or PART_COUNT for the answer */
    PACK_FIELD_KIND, /* a BlockKind */
    PACK_FIELD_HEAD,
    PACK_FIELD_TEXT,
    PACK_FIELD_TERM,
    PACK_FIELD_ICON,
    PACK_FIELD_PICTURE,
    PACK_FIELD_SPANS, /* "w 12 9 3;b 0 5": a hard word from byte 12 of 9 bytes; bold */
    PACK_FIELD_HIDE,  /* a date or empty */
    PACK_FIELD_COUNT
} PackField;

typedef struct PackRead PackRead;
typedef struct PackRow PackRow;

/* What can be asked, in an order that makes each answer loadable in one pass. */
typedef enum PackQuery {
    PACK_QUERY_PACK,     /* k, v */
    PACK_QUERY_TEXT,     /* lang, kind, key, text */
    PACK_QUERY_TREE,     /* list, parent, id, picture, icon, topic, value */
    PACK_QUERY_TOPIC,    /* audience, id, icon, picture, law, letter, related */
    PACK_QUERY_TITLE,    /* of a language: topic, title, short, words, reviewed_by */
    PACK_QUERY_BLOCK,    /* of a language: topic, lines */
    PACK_QUERY_FACT,     /* id, phone, keep, hours, verified_on, review_by */
    PACK_QUERY_GLOSSARY, /* lang, pos, id, shown, say, full */
    PACK_QUERY_ASSET,    /* name, data */
    PACK_QUERY_WORD,     /* of a language: audience, terms */
    PACK_QUERY_TRIGRAM,  /* of a language: audience, terms */
    PACK_QUERY_COUNT
} PackQuery;

/* The CREATE statements of a pack, in order; `*count` of them. A pack with any other schema is
 * refused, so no view, trigger or index of a stranger ever runs. */
const char *const *pack_read_schema(int *count);

/* Open read-only and immutable, check identity, schema and integrity. NULL with pack.missing,
 * pack.damaged, pack.foreign, pack.newer or pack.too-large. */
PackRead *pack_read_open(const char *path, Err *err);
void pack_read_close(PackRead *pack);

/* What to read; `language` is a code for the queries "of a language", else empty. */
typedef struct PackAsk {
    PackQuery query;
    Str language;
} PackAsk;

/* Rows of one query in order, each to `take`; stops and returns false when `take` does (with `err`
 * set by it) or when the database fails (pack.damaged). */
typedef bool PackRowFn(void *context, const PackRow *row, Err *err);
bool pack_read_rows(PackRead *pack, PackAsk ask, PackRowFn *take, void *context, Err *err);

/* How many assets there are. */
int pack_read_asset_count(PackRead *pack);

/* Columns of the current row, valid until `take` returns. A text that is not UTF-8 or holds a NUL
 * reads as empty and damages the row: check pack_read_row_is_sound once per row. */
Str pack_read_text(const PackRow *row, int column);
Str pack_read_lines(const PackRow *row, int column); /* up to PACK_READ_LINES_BYTES_MAX */
Str pack_read_bytes(const PackRow *row, int column);
int pack_read_int(const PackRow *row, int column, int min, int max);
bool pack_read_row_is_sound(const PackRow *row);

#endif
