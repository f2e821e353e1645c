/* table.h - writing the tables of a pack, the same bytes for the same rows.
 * Owns the database in memory until table_close. Knows the schema from content/pack_read. */
#ifndef OKSP_TABLE_H
#define OKSP_TABLE_H

#include <stdint.h>

#include "err.h"
#include "str.h"

typedef enum Table {
    TABLE_ASSET,
    TABLE_BLOCK,
    TABLE_CLIP,
    TABLE_FACT,
    TABLE_GLOSSARY,
    TABLE_PACK,
    TABLE_SEARCH_TRI,
    TABLE_SEARCH_WORD,
    TABLE_TEXT,
    TABLE_TOPIC,
    TABLE_TOPIC_TEXT,
    TABLE_TREE,
    TABLE_COUNT
} Table;

typedef enum CellKind { CELL_TEXT, CELL_INT, CELL_BYTES } CellKind;

typedef struct Cell {
    CellKind kind;
    Str text;
    int64_t number;
} Cell;

Cell table_text(Str text);
Cell table_c(const char *text);
Cell table_int(int64_t number);
Cell table_bytes(Str bytes);

typedef struct Tables Tables;

/* An empty pack in memory; NULL with `err`. The caller closes it. */
Tables *table_open(Err *err);
void table_close(Tables *tables);

/* Add a row, one cell per column. The first error stays (table_save reports it). */
void table_add(Tables *tables, Table table, const Cell *cells, int count);

/* Write everything to `path`, atomically. */
bool table_save(Tables *tables, const char *path, Err *err);

#endif
