/* table.h - a growing table from a hash to a number.
 * Owns its memory until table_free. */
#ifndef OKSP_CRAWL_TABLE_H
#define OKSP_CRAWL_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct TableRow {
    uint64_t key;
    int value;
    bool used;
} TableRow;

typedef struct Table {
    TableRow *rows;
    size_t room, used;
} Table;

/* The number of `key`, -1 when it is new; valid until the next call. */
int *table_at(Table *table, uint64_t key);

/* Note `value` for `key`; false when it had one, which stays. */
bool table_add(Table *table, uint64_t key, int value);

void table_free(Table *table);

#endif
