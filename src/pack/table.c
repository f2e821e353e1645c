/* table.c - SQLite in memory, serialised at the end. Nothing of the machine gets into the bytes:
 * no time, no path, no order but that of the rows. */
#include "table.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

#include "check.h"
#include "file.h"
#include "pack_read.h"

enum { SQL_BYTES_MAX = 256, FILE_MODE = 0644 };

typedef struct TableRow {
    const char *name;
    int columns;
} TableRow;

static const TableRow table_rows[TABLE_COUNT] = {
    [TABLE_ASSET] = {"asset", 3},
    [TABLE_BLOCK] = {"block", 4},
    [TABLE_CLIP] = {"clip", 4},
    [TABLE_FACT] = {"fact", 8},
    [TABLE_GLOSSARY] = {"glossary", 6},
    [TABLE_PACK] = {"pack", 2},
    [TABLE_SEARCH_TRI] = {"search_tri", 4},
    [TABLE_SEARCH_WORD] = {"search_word", 4},
    [TABLE_TEXT] = {"text", 4},
    [TABLE_TOPIC] = {"topic", 8},
    [TABLE_TOPIC_TEXT] = {"topic_text", 6},
    [TABLE_TREE] = {"tree", 8},
};

struct Tables {
    sqlite3 *db;
    sqlite3_stmt *inserts[TABLE_COUNT];
    Err err;
};

Cell table_text(Str text)
{
    return (Cell){.kind = CELL_TEXT, .text = text};
}

Cell table_c(const char *text)
{
    return table_text(str_of(text));
}

Cell table_int(int64_t number)
{
    return (Cell){.kind = CELL_INT, .number = number};
}

Cell table_bytes(Str bytes)
{
    return (Cell){.kind = CELL_BYTES, .text = bytes};
}

static bool run(Tables *tables, const char *sql)
{
    return sqlite3_exec(tables->db, sql, NULL, NULL, NULL) == SQLITE_OK ||
           err_set(&tables->err, "pack.write", "sqlite: %s", sqlite3_errmsg(tables->db));
}

static bool prepare(Tables *tables, Table table)
{
    char sql[SQL_BYTES_MAX];
    int size = snprintf(sql, sizeof sql, "INSERT INTO %s VALUES(", table_rows[table].name);
    for (int i = 0; i < table_rows[table].columns; i++) {
        size += snprintf(sql + size, sizeof sql - (size_t)size, i > 0 ? ",?" : "?");
    }
    snprintf(sql + size, sizeof sql - (size_t)size, ")");
    return sqlite3_prepare_v2(tables->db, sql, -1, &tables->inserts[table], NULL) == SQLITE_OK ||
           err_set(&tables->err, "pack.write", "sqlite: %s", sqlite3_errmsg(tables->db));
}

static bool make_schema(Tables *tables)
{
    char sql[SQL_BYTES_MAX];
    snprintf(sql, sizeof sql,
             "PRAGMA page_size=%d; PRAGMA encoding='UTF-8'; PRAGMA application_id=%d;"
             "PRAGMA user_version=%d; BEGIN",
             PACK_READ_PAGE_BYTES, PACK_READ_APPLICATION_ID, PACK_READ_VERSION);
    bool ok = run(tables, sql);
    int count = 0;
    const char *const *schema = pack_read_schema(&count);
    for (int i = 0; ok && i < count; i++) {
        ok = run(tables, schema[i]);
    }
    for (int i = 0; ok && i < TABLE_COUNT; i++) {
        ok = prepare(tables, (Table)i);
    }
    return ok;
}

Tables *table_open(Err *err)
{
    Tables *tables = calloc(1, sizeof *tables);
    if (tables == NULL || sqlite3_open(":memory:", &tables->db) != SQLITE_OK) {
        err_set(err, "memory.full", "no memory for the pack");
        table_close(tables);
        return NULL;
    }
    if (!make_schema(tables)) {
        err_set(err, tables->err.code, "%s", tables->err.text);
        table_close(tables);
        return NULL;
    }
    return tables;
}

void table_close(Tables *tables)
{
    if (tables == NULL) {
        return;
    }
    for (int i = 0; i < TABLE_COUNT; i++) {
        sqlite3_finalize(tables->inserts[i]);
    }
    sqlite3_close(tables->db);
    free(tables);
}

static void bind(sqlite3_stmt *insert, int index, const Cell *cell)
{
    switch (cell->kind) {
    case CELL_TEXT:
        sqlite3_bind_text(insert, index, cell->text.data == NULL ? "" : cell->text.data,
                          (int)cell->text.size, SQLITE_STATIC);
        break;
    case CELL_INT: sqlite3_bind_int64(insert, index, cell->number); break;
    case CELL_BYTES:
        sqlite3_bind_blob(insert, index, cell->text.size == 0 ? "" : cell->text.data,
                          (int)cell->text.size, SQLITE_STATIC);
        break;
    }
}

void table_add(Tables *tables, Table table, const Cell *cells, int count)
{
    sqlite3_stmt *insert = tables->inserts[table];
    check(count == table_rows[table].columns);
    for (int i = 0; i < count; i++) {
        bind(insert, i + 1, &cells[i]);
    }
    if (sqlite3_step(insert) != SQLITE_DONE) {
        err_set(&tables->err, "pack.write", "%s: %s", table_rows[table].name,
                sqlite3_errmsg(tables->db));
    }
    sqlite3_reset(insert);
}

bool table_save(Tables *tables, const char *path, Err *err)
{
    if (err_is_set(&tables->err) || !run(tables, "COMMIT")) {
        return err_set(err, tables->err.code, "%s", tables->err.text);
    }
    sqlite3_int64 size = 0;
    unsigned char *bytes = sqlite3_serialize(tables->db, "main", &size, 0);
    if (bytes == NULL) {
        return err_set(err, "memory.full", "no memory for the pack");
    }
    bool ok = file_write(path, (Str){(const char *)bytes, (size_t)size}, FILE_MODE, err);
    sqlite3_free(bytes);
    return ok;
}
