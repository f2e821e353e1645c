/* table.c - see table.h: open addressing, doubled at half full. */
#include "table.h"

#include <stdlib.h>
#include <string.h>

#include "check.h"

enum { FIRST_ROOM = 1024 };

static TableRow *slot(const Table *table, uint64_t key)
{
    size_t at = (size_t)(key ^ (key >> 29)) & (table->room - 1);

    while (table->rows[at].used && table->rows[at].key != key) {
        at = (at + 1) & (table->room - 1);
    }
    return &table->rows[at];
}

static void grow(Table *table)
{
    Table larger = {.room = table->room == 0 ? FIRST_ROOM : table->room * 2, .used = table->used};

    larger.rows = calloc(larger.room, sizeof *larger.rows);
    check(larger.rows != NULL);
    for (size_t i = 0; i < table->room; i++) {
        if (table->rows[i].used) {
            *slot(&larger, table->rows[i].key) = table->rows[i];
        }
    }
    free(table->rows);
    *table = larger;
}

int *table_at(Table *table, uint64_t key)
{
    if (table->used * 2 >= table->room) {
        grow(table);
    }
    TableRow *row = slot(table, key);
    if (!row->used) {
        *row = (TableRow){key, -1, true};
        table->used++;
    }
    return &row->value;
}

bool table_add(Table *table, uint64_t key, int value)
{
    int *number = table_at(table, key);
    bool is_new = *number < 0;

    *number = is_new ? value : *number;
    return is_new;
}

void table_free(Table *table)
{
    free(table->rows);
    memset(table, 0, sizeof *table);
}
