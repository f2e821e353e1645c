/* test_pack_read.c - hostile packs: cut off, bit flips, foreign schemas, lies in the rows. Each is
 * refused with a code, or loads as something harmless; none may crash under the sanitizers. */
#include "cmocka_first.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "content.h"
#include "file.h"
#include "tree.h"

enum { PACK_BYTES_MAX = 8 * 1024 * 1024, FLIPS = 1500, CUTS = 60 };

static Tree tree;
static char *pack;
static size_t pack_size;
static char hostile[TREE_PATH_BYTES_MAX + 16];

static int make_pack(void **state)
{
    (void)state;
    Err err = {0};
    tree = tree_make();
    assert_true(tree_build(&tree));
    pack = file_read(tree.pack, PACK_BYTES_MAX, &pack_size, &err);
    assert_non_null(pack);
    snprintf(hostile, sizeof hostile, "%s/h.okp", tree.path);
    return 0;
}

static int drop_pack(void **state)
{
    (void)state;
    free(pack);
    tree_free(&tree);
    return 0;
}

static void write_hostile(const char *bytes, size_t size)
{
    FILE *file = fopen(hostile, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    fclose(file);
}

/* Opens the hostile pack; when it opens, touches everything in it. True when it opened. */
static bool opens(Err *err)
{
    err_clear(err);
    Content *content = content_open(hostile, err);
    if (content == NULL) {
        assert_true(err_is_set(err));
        return false;
    }
    size_t seen = 0;
    for (int i = 0; i < content_topic_count(content); i++) {
        for (int language = 0; language < content_language_count(content); language++) {
            const Topic *topic = content_topic(content, language, i);
            seen += strlen(topic->title.data) + strlen(topic->answer.text.data);
            for (int part = 0; part < PART_COUNT; part++) {
                for (int j = 0; j < topic->parts[part].count; j++) {
                    seen += strlen(topic->parts[part].blocks[j].text.data);
                }
            }
        }
    }
    const Region *region = content_region(content);
    seen += strlen(region->shown_name.data) + strlen(region->mail.data) + strlen(region->site.data);
    for (int i = 0; i < content_word_count(content); i++) {
        seen += strlen(content_word(content, LANGUAGE_DUTCH, i)->say.data);
    }
    for (int i = 0; i < TEXT_COUNT; i++) {
        seen += strlen(content_text(content, LANGUAGE_DUTCH, (TextKey)i).data);
    }
    ContentHit hits[CONTENT_RESULTS_MAX];
    content_search(content, LANGUAGE_DUTCH, AUDIENCE_PARENT, STR("plan"), hits,
                   CONTENT_RESULTS_MAX);
    content_close(content);
    return seen < SIZE_MAX;
}

static void expect_refused(const char *code)
{
    Err err = {0};
    assert_false(opens(&err));
    print_message("%s: %s\n", err.code, err.text);
    assert_string_equal(err.code, code);
}

static void test_no_file_a_folder_and_an_empty_file_are_refused(void **state)
{
    (void)state;
    unlink(hostile);
    expect_refused("pack.missing");
    write_hostile("", 0);
    expect_refused("pack.foreign");
    write_hostile("dit is geen pack, maar gewoon een stuk tekst van iemand", 55);
    expect_refused("pack.damaged");
    Err err = {0};
    assert_null(content_open(tree.path, &err));
    assert_string_equal(err.code, "pack.missing");
}

static void test_a_pack_over_the_limit_is_not_even_opened(void **state)
{
    (void)state;
    write_hostile(pack, pack_size);
    assert_int_equal(truncate(hostile, (off_t)CONTENT_PACK_BYTES_MAX + 1), 0);
    expect_refused("pack.too-large");
}

static void test_a_cut_pack_is_refused_at_every_length(void **state)
{
    (void)state;
    for (size_t i = 1; i < CUTS; i++) {
        Err err = {0};
        write_hostile(pack, pack_size * i / CUTS);
        assert_false(opens(&err));
    }
}

/* Byte by byte at fixed places: the same faults on every machine. */
static void test_flipped_bits_never_crash_the_reader(void **state)
{
    (void)state;
    unsigned seed = 1;
    int refused = 0;
    for (int i = 0; i < FLIPS; i++) {
        Err err = {0};
        char *copy = malloc(pack_size);
        assert_non_null(copy);
        memcpy(copy, pack, pack_size);
        for (int flips = 0; flips < 1 + i % 8; flips++) {
            seed = seed * 1664525u + 1013904223u;
            size_t at = seed % (i % 4 == 0 ? 4096 : pack_size);
            copy[at] = (char)(copy[at] ^ (1 << (seed >> 29)));
        }
        write_hostile(copy, pack_size);
        refused += !opens(&err);
        free(copy);
    }
    print_message("%d of %d damaged packs refused\n", refused, FLIPS);
    assert_true(refused > FLIPS / 10);
}

typedef struct Lie {
    const char *sql, *code; /* code NULL = must open */
} Lie;

#define LINE(part, kind, text, spans, hide)                                                        \
    "UPDATE block SET lines='" part "' || char(31) || '" kind "' || char(31, 31) || '" text        \
    "' || char(31, 31, 31, 31) || '" spans "' || char(31) || '" hide "'"

static const Lie lies[] = {
    {"PRAGMA application_id=1", "pack.foreign"},
    {"PRAGMA user_version=99", "pack.newer"},
    {"PRAGMA user_version=0", "pack.damaged"},
    {"CREATE VIEW v AS SELECT 1", "pack.foreign"},
    {"CREATE TRIGGER t INSERT ON pack BEGIN SELECT 1; END", "pack.foreign"},
    {"CREATE TABLE extra(x)", "pack.foreign"},
    {"DROP TABLE clip", "pack.foreign"},
    {"DROP TABLE text; CREATE VIEW text AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1"
     " FROM c) SELECT x AS lang, x AS kind, x AS key, x AS text FROM c",
     "pack.foreign"},
    {"UPDATE pack SET v='iets' WHERE k='type'", "pack.foreign"},
    {"UPDATE pack SET v='0' WHERE k='seq'", "pack.damaged"},
    {"UPDATE pack SET v='91' WHERE k='region.retention_days'", "pack.damaged"},
    {"UPDATE pack SET v='' WHERE k='region.phone'", "pack.incomplete"},
    {"UPDATE pack SET v='31 1020 540' WHERE k='region.hours'", "pack.damaged"},
    {"UPDATE pack SET v='31 0 9999' WHERE k='region.visit.00'", "pack.damaged"},
    {"UPDATE pack SET v='2026-13-01 2026-12-01' WHERE k='region.closure.00'", "pack.damaged"},
    {"DELETE FROM pack WHERE k='language.00'", "pack.incomplete"},
    {"DELETE FROM pack", "pack.incomplete"},
    {"DELETE FROM text WHERE lang='nl' AND key='bar.back'", "pack.incomplete"},
    {"UPDATE text SET lang='xx' WHERE lang='ar'", "pack.damaged"},
    {"UPDATE text SET kind='vreemd' WHERE kind='tree'", "pack.damaged"},
    {"UPDATE text SET text=CAST(x'ff' AS TEXT) WHERE key='bar.back'", "pack.damaged"},
    {"UPDATE text SET text=CAST(x'610061' AS TEXT) WHERE key='bar.back'", "pack.damaged"},
    {"UPDATE text SET text=CAST(zeroblob(20000) AS TEXT) WHERE key='bar.back'", "pack.damaged"},
    {"UPDATE topic SET audience=9", "pack.damaged"},
    {"UPDATE topic SET related='500'", "pack.damaged"},
    {"UPDATE topic SET related='1 1 1 1 1 1 1'", "pack.damaged"},
    {"UPDATE topic_text SET words='999'", "pack.damaged"},
    {"UPDATE topic_text SET topic=400+topic", "pack.damaged"},
    {"DELETE FROM topic_text WHERE lang='nl'", "pack.damaged"},
    {"UPDATE topic_text SET title=''", "pack.incomplete"},
    {"DELETE FROM block; DELETE FROM topic_text WHERE lang='nl'", "pack.incomplete"},
    {"DELETE FROM block WHERE lang='nl'", "pack.incomplete"}, /* no answers */
    {"DELETE FROM block WHERE lang='ar'", NULL},
    {"UPDATE block SET lines='niet goed'", "pack.damaged"},
    {"UPDATE block SET lines=lines || char(30)", NULL},
    {"UPDATE block SET lines=lines || char(30) || char(30)", "pack.damaged"},
    {"UPDATE block SET lines=replace(lines, char(31), '')", "pack.damaged"},
    {"UPDATE block SET lines=replace(lines, char(31), char(31) || char(31))", "pack.damaged"},
    {"UPDATE block SET lines=replace(hex(zeroblob(150000)), '0', 'x')", "pack.damaged"},
    {"UPDATE block SET lines=replace(hex(zeroblob(60)), '00', lines || char(30))", "pack.damaged"},
    {"DELETE FROM pack WHERE k IN ('region.name', 'region.mail', 'region.hours')", NULL},
    {"DELETE FROM text WHERE kind='fact'", NULL},
    {LINE("6", "0", "Een tekst", "", "2027-01-01"), NULL},
    {LINE("6", "0", "Een tekst", "w 0 99999 0", ""), "pack.damaged"},
    {LINE("6", "0", "Een tekst", "w 5000 1 0", ""), "pack.damaged"},
    {LINE("6", "0", "Een tekst", "w 0 1 77", ""), "pack.damaged"},
    {LINE("6", "0", "Een tekst", "b -1 1", ""), "pack.damaged"},
    {LINE("6", "0", "Een tekst", "w 0 1 0;w 0 1 0", ""), "pack.damaged"},
    {LINE("6", "0", "Een tekst", "x", ""), "pack.damaged"},
    {LINE("6", "0", "Een tekst", "b 0 3;w 4 5 0", ""), NULL},
    {LINE("6", "0", "Een tekst", "", "morgen"), "pack.damaged"},
    {LINE("7", "0", "Een tekst", "", ""), "pack.damaged"},
    {LINE("6", "3", "Een tekst", "", ""), "pack.damaged"},
    {LINE("-1", "0", "Een tekst", "", ""), "pack.damaged"},
    {LINE("6", "0", "één", "b 0 1", ""), "pack.damaged"}, /* ends inside a character */
    {LINE("6", "0", "één", "b 1 1", ""), "pack.damaged"}, /* starts inside a character */
    {"DELETE FROM tree WHERE list='talk'", "pack.incomplete"},
    {"UPDATE fact SET hours='0 0 0'", "pack.damaged"},
    {"UPDATE fact SET review_by='nooit'", "pack.damaged"},
    {"UPDATE glossary SET pos=200000+pos", "pack.damaged"},
    {"DELETE FROM glossary WHERE lang='nl'", "pack.damaged"},
    {"UPDATE tree SET topic=300 WHERE list='parent'", "pack.damaged"},
    {"UPDATE tree SET parent='weg' WHERE parent='hulp'", "pack.damaged"},
    {"UPDATE search_word SET terms=x''", NULL},
    {"UPDATE search_word SET terms=x'0161000000'", "pack.damaged"},
    {"UPDATE search_word SET terms=x'01610000'", NULL},
    {"UPDATE search_word SET terms=x'016101000000ff'", NULL},
    {"UPDATE search_word SET terms=x'01610100ffff01'", "pack.damaged"},
    {"UPDATE search_word SET terms=x'0161ffff'", "pack.damaged"},
    {"UPDATE search_word SET terms=x'ff61'", "pack.damaged"},
    {"UPDATE search_word SET terms=x'00'", "pack.damaged"},
    {"UPDATE search_word SET terms=x'01ff0000'", "pack.damaged"},
    {"UPDATE search_word SET terms=x'0162000001610000'", "pack.damaged"},
    {"UPDATE search_word SET terms=x'0161000001610000'", "pack.damaged"},
    {"UPDATE search_word SET terms=x'0161000001620000'", NULL},
    {"UPDATE search_word SET terms=zeroblob(1000000)", "pack.damaged"},
    {"INSERT INTO search_word VALUES(99, 'nl', 0, x'01610000')", "pack.damaged"}, /* twice */
    {"INSERT INTO block SELECT 9000 + pos, lang, topic, lines FROM block", "pack.damaged"},
    {"UPDATE search_tri SET terms=x'016101000200'", "pack.damaged"},
    {"INSERT INTO search_word VALUES(99, 'xx', 0, x'')", NULL}, /* nobody asks for it */
    {"INSERT INTO search_word VALUES(99, 'nl', 7, x'')", "pack.damaged"},
    {"WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c WHERE x<600)"
     " INSERT INTO topic SELECT 1000+x, 0, 'a', '', '', 0, 0, '' FROM c",
     "pack.damaged"},
    {"WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c WHERE x<3000)"
     " INSERT INTO text SELECT 'nl', 'tree', 'a' || x, '' FROM c",
     "pack.damaged"},
    {"WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c WHERE x<40)"
     " INSERT INTO pack SELECT 'language.' || (10+x), 'nl' || char(9) FROM c",
     "pack.damaged"},
    {"INSERT INTO text VALUES('nl', 'ui', 'een.nieuwe.sleutel', 'later')", NULL},
    {"INSERT INTO pack VALUES('later', 'een nieuwe instelling')", NULL},
    {"INSERT INTO asset VALUES('x.svg', 'image/svg+xml', zeroblob(100000))", NULL},
    {"VACUUM", NULL},
};

static void test_every_lie_in_a_pack_has_its_code(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof lies / sizeof lies[0]; i++) {
        sqlite3 *db = NULL;
        write_hostile(pack, pack_size);
        assert_int_equal(sqlite3_open(hostile, &db), SQLITE_OK);
        int status = sqlite3_exec(db, lies[i].sql, NULL, NULL, NULL);
        if (status != SQLITE_OK) {
            print_message("%s: %s\n", lies[i].sql, sqlite3_errmsg(db));
        }
        assert_int_equal(status, SQLITE_OK);
        sqlite3_close(db);
        Err err = {0};
        bool opened = opens(&err);
        print_message("%-16s %.100s\n", opened ? "opens" : err.code, lies[i].sql);
        assert_int_equal(opened, lies[i].code == NULL);
        assert_string_equal(err.code, lies[i].code == NULL ? "" : lies[i].code);
    }
}

static void test_a_language_that_cannot_be_read_becomes_dutch(void **state)
{
    (void)state;
    sqlite3 *db = NULL;
    write_hostile(pack, pack_size);
    assert_int_equal(sqlite3_open(hostile, &db), SQLITE_OK);
    assert_int_equal(
        sqlite3_exec(db, "UPDATE block SET lines='kapot' WHERE lang='ar'", NULL, NULL, NULL),
        SQLITE_OK);
    sqlite3_close(db);
    Err err = {0};
    Language arabic = LANGUAGE_DUTCH;
    Content *content = content_open(hostile, &err);
    assert_non_null(content);
    assert_true(content_language_find(content, STR("ar"), &arabic));
    int plan = content_topic_find(content, AUDIENCE_PARENT, STR("plan"));
    assert_int_equal(content_topic(content, arabic, plan)->language, LANGUAGE_DUTCH);
    assert_false(content_text_is_dutch(content, arabic, TEXT_BAR_BACK));
    content_close(content);
}

static void test_a_path_with_special_characters_is_a_path(void **state)
{
    (void)state;
    char odd[TREE_PATH_BYTES_MAX + 64];
    snprintf(odd, sizeof odd, "%s/vreemd%%20?mode=rwc&x#y.okp", tree.path);
    Err err = {0};
    write_hostile(pack, pack_size);
    assert_int_equal(rename(hostile, odd), 0);
    Content *content = content_open(odd, &err);
    assert_non_null(content);
    content_close(content);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_no_file_a_folder_and_an_empty_file_are_refused),
        cmocka_unit_test(test_a_pack_over_the_limit_is_not_even_opened),
        cmocka_unit_test(test_a_cut_pack_is_refused_at_every_length),
        cmocka_unit_test(test_flipped_bits_never_crash_the_reader),
        cmocka_unit_test(test_every_lie_in_a_pack_has_its_code),
        cmocka_unit_test(test_a_language_that_cannot_be_read_becomes_dutch),
        cmocka_unit_test(test_a_path_with_special_characters_is_a_path),
    };
    return cmocka_run_group_tests(tests, make_pack, drop_pack);
}
