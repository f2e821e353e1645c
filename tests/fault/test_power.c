/* test_power.c - the power goes anywhere around outbox_save, thousands of times. Linked with the
 * production store; nothing of it is replaced but the disk.
 *
 * Every cut: what the visitor was told is saved must be there, byte for byte, and the store must
 * open without being put aside. Most cuts fall inside a save: the length of each save is measured
 * first (in operations), then the same save is run again and cut somewhere within. */
#include "store_fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "crashvfs.h"
#include "kv.h"

enum {
    CUTS = 2100,
    ROWS_BEFORE_MAX = 8, /* saved before the cut, so that the log has all kinds of lengths */
    NUMBERS_MAX = 64,
    SAVE_OPERATIONS_MAX = 64,
};

typedef struct Totals {
    int cuts, inside_save, acknowledged, unknown, lost, damaged;
} Totals;

typedef struct Run {
    uint64_t seed;
    unsigned numbers;              /* rows tried so far: 0 .. numbers - 1 */
    bool told_saved[NUMBERS_MAX];  /* outbox_save returned true */
    bool may_be_gone[NUMBERS_MAX]; /* acknowledged by the hub and expired */
} Run;

static Totals totals;

static bool save(Db *db, Run *run)
{
    unsigned number = run->numbers++;
    Envelope envelope =
        store_fixture_envelope((unsigned)run->seed * 1000 + number, ENVELOPE_KIND_REQUEST);
    OutboxNew item = {.envelope = &envelope, .run_s = 100, .flood_max = OUTBOX_ROWS_MAX};
    run->told_saved[number] = outbox_save(db, &item, NULL);
    totals.acknowledged += run->told_saved[number] ? 1 : 0;
    return run->told_saved[number];
}

/* What else happens to the store between saves. */
static void live(Db *db, Run *run)
{
    unsigned number = (unsigned)rand() % run->numbers;
    EnvelopeId id = store_fixture_id((unsigned)run->seed * 1000 + number, ENVELOPE_KIND_REQUEST);
    int count = 0;
    switch (rand() % 5) {
    case 0: (void)outbox_acknowledge(db, &id, 1, 200, NULL); break;
    case 1:
        run->may_be_gone[number] = true;
        (void)outbox_acknowledge(db, &id, 1, 200, NULL);
        /* This expires everything that was acknowledged before, too. */
        for (unsigned i = 0; i < run->numbers; i++) {
            run->may_be_gone[i] = true;
        }
        (void)outbox_expire(db, 200 + OUTBOX_KEEP_S, &count, NULL);
        break;
    case 2: (void)kv_write_int(db, KV_LAST_OK_RUN, rand(), NULL); break;
    case 3:
        (void)outbox_store_changed(db, rand() % 2 == 0 ? STR("a") : STR("b"), &count, NULL);
        break;
    default: (void)db_reopen(db, NULL); break;
    }
}

static bool has_row(Db *db, EnvelopeId *ids, int count, const EnvelopeId *id)
{
    (void)db;
    for (int i = 0; i < count; i++) {
        if (memcmp(ids[i].bytes, id->bytes, sizeof id->bytes) == 0) {
            return true;
        }
    }
    return false;
}

/* Every row there is, in whatever state: a changed store id makes all of them wait again. */
static int all_rows(Db *db, EnvelopeId ids[NUMBERS_MAX])
{
    static OutboxBatch batch;
    int count = 0, again = 0;
    OutboxQuery query = {1000, OUTBOX_BATCH_ITEMS_MAX};
    assert_true(outbox_store_changed(db, STR("check"), &again, NULL));
    do {
        assert_true(outbox_next_batch(db, &query, &batch, NULL));
        for (int i = 0; i < batch.count; i++) {
            assert_true(count < NUMBERS_MAX);
            ids[count++] = batch.items[i].id;
            assert_true(outbox_acknowledge(db, &batch.items[i].id, 1, 300, NULL));
        }
    } while (batch.count > 0);
    return count;
}

/* After the power is back. */
static void judge(const char *folder, const Run *run)
{
    EnvelopeId ids[NUMBERS_MAX];
    Err err = {0};
    Db *db = db_open(folder, &err);
    if (db == NULL || db_was_quarantined(db) || !outbox_check(db, &err)) {
        print_message("seed %llu: damaged %s %s\n", (unsigned long long)run->seed, err.code,
                      err.text);
        totals.damaged++;
        db_close(db);
        return;
    }
    int count = all_rows(db, ids);
    for (unsigned i = 0; i < run->numbers; i++) {
        EnvelopeId id = store_fixture_id((unsigned)run->seed * 1000 + i, ENVELOPE_KIND_REQUEST);
        bool there = has_row(db, ids, count, &id);
        if (run->told_saved[i] && !run->may_be_gone[i] && !there) {
            print_message("seed %llu: row %u is lost\n", (unsigned long long)run->seed, i);
            totals.lost++;
        }
        totals.unknown += !run->told_saved[i] && there ? 1 : 0;
    }
    db_close(db);
}

/* Some life before the cut, always the same for one seed. */
static Db *begin(const char *folder, Run *run, uint64_t seed)
{
    *run = (Run){.seed = seed};
    crashvfs_format(seed);
    srand((unsigned)seed);
    Db *db = db_open(folder, NULL);
    assert_non_null(db);
    int rows = 1 + rand() % ROWS_BEFORE_MAX;
    for (int i = 0; i < rows; i++) {
        assert_true(save(db, run));
        if (rand() % 4 == 0) {
            live(db, run);
        }
    }
    return db;
}

static void cut_inside_a_save(const char *folder, uint64_t seed)
{
    Run run;
    Db *db = begin(folder, &run, seed);
    long before = crashvfs_operations();
    assert_true(save(db, &run));
    long length = crashvfs_operations() - before;
    assert_in_range(length, 1, SAVE_OPERATIONS_MAX);
    db_close(db);
    int acknowledged = totals.acknowledged;
    db = begin(folder, &run, seed);
    totals.acknowledged = acknowledged;
    crashvfs_cut_at(1 + rand() % length);
    bool told = save(db, &run);
    totals.inside_save += crashvfs_is_off() ? 1 : 0;
    if (told && crashvfs_is_off()) {
        /* It was told while the disk was already off: that alone is a lie. */
        totals.lost++;
    }
    db_close(db);
    crashvfs_power_on();
    judge(folder, &run);
}

/* Anywhere: opening, life, closing, right after the visitor was told. */
static void cut_anywhere(const char *folder, uint64_t seed)
{
    Run run;
    Db *db = begin(folder, &run, seed);
    crashvfs_cut_at(1 + rand() % 60);
    while (!crashvfs_is_off() && run.numbers < NUMBERS_MAX) {
        if (rand() % 2 == 0) {
            (void)save(db, &run);
        } else {
            live(db, &run);
        }
    }
    db_close(db);
    crashvfs_power_on();
    judge(folder, &run);
}

static void cut_while_opening(const char *folder, uint64_t seed)
{
    Run run = {.seed = seed};
    crashvfs_format(seed);
    srand((unsigned)seed);
    crashvfs_cut_at(1 + rand() % 50);
    Db *db = db_open(folder, NULL);
    for (int i = 0; i < 10 && db != NULL && !crashvfs_is_off(); i++) {
        (void)save(db, &run);
    }
    db_close(db);
    if (!crashvfs_is_off()) {
        crashvfs_cut_and_power_on();
    } else {
        crashvfs_power_on();
    }
    judge(folder, &run);
}

static void test_no_cut_of_the_power_loses_what_a_visitor_was_told_is_saved(void **state)
{
    (void)state;
    char folder[] = "/tmp/oksp-power-XXXXXX";
    assert_non_null(mkdtemp(folder));
    totals = (Totals){0};
    for (uint64_t seed = 0; seed < CUTS; seed++) {
        if (seed % 10 < 7) {
            cut_inside_a_save(folder, seed);
        } else if (seed % 10 < 9) {
            cut_anywhere(folder, seed);
        } else {
            cut_while_opening(folder, seed);
        }
        totals.cuts++;
    }
    print_message(
        "%d cuts, %d inside a save, %d told saved, %d there untold, %d lost, %d damaged\n",
        totals.cuts, totals.inside_save, totals.acknowledged, totals.unknown, totals.lost,
        totals.damaged);
    char command[64];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    assert_int_equal(system(command), 0);
    assert_true(totals.cuts >= 2000);
    assert_true(totals.inside_save * 10 >= totals.cuts * 6);
    assert_true(totals.acknowledged > totals.cuts);
    assert_true(totals.unknown > 0); /* or the cuts never fall between commit and answer */
    assert_int_equal(totals.lost, 0);
    assert_int_equal(totals.damaged, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_no_cut_of_the_power_loses_what_a_visitor_was_told_is_saved),
    };
    crashvfs_install();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
