/* test_db.c - opening: the folder, the version, the damaged store. */
#include "store_fixture.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "err.h"
#include "kv.h"

static void close_store(Fixture *fixture)
{
    db_close(fixture->db);
    fixture->db = NULL;
}

static void assert_refused(Fixture *fixture, const char *code)
{
    Err err = {0};
    assert_null(db_open(fixture->folder, &err));
    assert_string_equal(err.code, code);
}

static void test_what_was_saved_is_there_after_closing_and_opening(void **state)
{
    Fixture *fixture = *state;
    Err err = {0};
    store_fixture_save(fixture, 1, 100);
    close_store(fixture);
    fixture->db = db_open(fixture->folder, &err);
    assert_non_null(fixture->db);
    assert_true(store_fixture_is_waiting(fixture, 1, 100));
    assert_false(db_was_quarantined(fixture->db));
    assert_true(outbox_check(fixture->db, &err));
}

static void test_the_folder_must_be_ours_alone(void **state)
{
    Fixture *fixture = *state;
    close_store(fixture);
    assert_int_equal(chmod(fixture->folder, 0750), 0);
    assert_refused(fixture, "store.folder");
    assert_int_equal(chmod(fixture->folder, 0700), 0);
}

static void test_a_linked_folder_or_database_is_refused(void **state)
{
    Fixture *fixture = *state;
    Fixture linked = *fixture;
    close_store(fixture);
    store_fixture_shell(fixture, "ln -s %s %s.link");
    snprintf(linked.folder, sizeof linked.folder, "%.50s.link", fixture->folder);
    assert_refused(&linked, "store.folder");
    unlink(linked.folder);
    store_fixture_shell(fixture, "ln %s/kiosk.db %s/second");
    assert_refused(fixture, "store.folder");
    store_fixture_shell(fixture, "mv %s/second %s/kiosk.real; rm %s/kiosk.db; "
                                 "ln -s kiosk.real %s/kiosk.db");
    assert_refused(fixture, "store.folder");
}

static void test_a_store_of_a_newer_program_is_left_alone(void **state)
{
    Fixture *fixture = *state;
    store_fixture_save(fixture, 1, 100);
    close_store(fixture);
    store_fixture_sql(fixture, "PRAGMA user_version = 2");
    assert_refused(fixture, "store.newer");
    store_fixture_shell(fixture, "test ! -e %s/quarantine");
    store_fixture_sql(fixture, "PRAGMA user_version = 1");
    fixture->db = db_open(fixture->folder, NULL);
    assert_true(store_fixture_is_waiting(fixture, 1, 100));
}

static void test_a_damaged_store_is_put_aside_whole_and_the_kiosk_goes_on(void **state)
{
    Fixture *fixture = *state;
    for (unsigned i = 0; i < 30; i++) {
        store_fixture_save(fixture, i, 100);
    }
    close_store(fixture);
    store_fixture_shell(fixture, "dd if=/dev/urandom of=%s/kiosk.db bs=4096 seek=3 count=4 "
                                 "conv=notrunc status=none");
    store_fixture_shell(fixture, "cp %s/kiosk.db %s/copy");
    fixture->db = db_open(fixture->folder, NULL);
    assert_non_null(fixture->db);
    assert_true(db_was_quarantined(fixture->db));
    store_fixture_shell(fixture, "cmp -s %s/copy %s/quarantine/1/kiosk.db");
    store_fixture_save(fixture, 99, 200);
    assert_true(store_fixture_is_waiting(fixture, 99, 200));
    assert_false(store_fixture_is_waiting(fixture, 1, 200));
}

static void test_a_damaged_store_keeps_its_enrolment(void **state)
{
    Fixture *fixture = *state;
    char text[40];
    const KvPair pairs[] = {{KV_TOKEN, STR("abc")}, {KV_KIOSK, STR("k")}};
    assert_true(kv_write(fixture->db, pairs, 2, NULL));
    for (unsigned i = 0; i < 30; i++) {
        store_fixture_save(fixture, i, 100);
    }
    close_store(fixture);
    /* The second page is the root of the outbox; settings stand elsewhere. */
    store_fixture_shell(fixture, "dd if=/dev/urandom of=%s/kiosk.db bs=4096 seek=1 count=1 "
                                 "conv=notrunc status=none");
    fixture->db = db_open(fixture->folder, NULL);
    assert_true(db_was_quarantined(fixture->db));
    assert_true(kv_read(fixture->db, KV_TOKEN, text, sizeof text, NULL));
    assert_string_equal(text, "abc");
    assert_true(kv_read(fixture->db, KV_KIOSK, text, sizeof text, NULL));
    assert_string_equal(text, "k");
}

static void test_damage_met_while_open_is_remembered_until_it_is_opened_again(void **state)
{
    Fixture *fixture = *state;
    Err err = {0};
    for (unsigned i = 0; i < 30; i++) {
        store_fixture_save(fixture, i, 100);
    }
    assert_true(db_reopen(fixture->db, &err));
    assert_true(db_is_good(fixture->db));
    store_fixture_shell(fixture, "dd if=/dev/urandom of=%s/kiosk.db bs=4096 seek=1 count=1 "
                                 "conv=notrunc status=none");
    /* What is in the cache is still whole: a write of the other program makes SQLite read again. */
    store_fixture_sql(fixture, "INSERT INTO kv (k, v) VALUES ('next_s', '600')");
    OutboxStatus status;
    for (int i = 0; i < 3 && db_is_good(fixture->db); i++) {
        (void)outbox_status(fixture->db, 100, &status, &err);
        (void)outbox_check(fixture->db, &err);
    }
    assert_false(db_is_good(fixture->db));
    assert_true(db_reopen(fixture->db, &err));
    assert_true(db_is_good(fixture->db));
    assert_true(db_was_quarantined(fixture->db));
}

static void test_a_foreign_file_is_put_aside_too(void **state)
{
    Fixture *fixture = *state;
    for (int i = 0; i < 2; i++) {
        close_store(fixture);
        store_fixture_shell(fixture, "rm %s/kiosk.db");
        if (i == 0) {
            store_fixture_shell(fixture, "echo 'a text file, longer than a header' > %s/kiosk.db");
        } else {
            store_fixture_sql(fixture, "CREATE TABLE other (x)");
        }
        fixture->db = db_open(fixture->folder, NULL);
        assert_non_null(fixture->db);
        assert_true(db_was_quarantined(fixture->db));
        store_fixture_save(fixture, 5, 0);
    }
    store_fixture_shell(fixture, "test -e %s/quarantine/1/kiosk.db -a -e %s/quarantine/2/kiosk.db");
}

static void test_a_damaged_store_is_not_taken_away_from_the_other_program(void **state)
{
    Fixture *fixture = *state;
    for (unsigned i = 0; i < 30; i++) {
        store_fixture_save(fixture, i, 100);
    }
    Err err = {0};
    assert_true(db_reopen(fixture->db, &err)); /* everything is in the database file now */
    store_fixture_shell(fixture, "dd if=/dev/urandom of=%s/kiosk.db bs=4096 seek=3 count=4 "
                                 "conv=notrunc status=none");
    assert_refused(fixture, "store.damaged");
    store_fixture_shell(fixture, "test ! -e %s/quarantine");
    assert_true(db_reopen(fixture->db, &err)); /* the one who has it may */
    assert_true(db_was_quarantined(fixture->db));
}

static void test_a_closed_store_says_so(void **state)
{
    Fixture *fixture = *state;
    Err err = {0};
    assert_int_equal(chmod(fixture->folder, 0755), 0);
    assert_false(db_reopen(fixture->db, &err));
    assert_string_equal(err.code, "store.folder");
    Envelope envelope = store_fixture_envelope(1, ENVELOPE_KIND_REQUEST);
    OutboxNew item = {.envelope = &envelope};
    err_clear(&err);
    assert_false(outbox_save(fixture->db, &item, &err));
    assert_string_equal(err.code, "store.closed");
    assert_false(db_is_good(fixture->db));
    assert_int_equal(chmod(fixture->folder, 0700), 0);
    err_clear(&err);
    assert_true(outbox_save(fixture->db, &item, &err)); /* opens again by itself */
    assert_true(store_fixture_is_waiting(fixture, 1, 0));
}

static void test_the_journal_is_a_synced_log(void **state)
{
    Fixture *fixture = *state;
    store_fixture_save(fixture, 1, 100);
    store_fixture_shell(fixture, "test -s %s/kiosk.db-wal");
    store_fixture_shell(fixture, "test $(stat -c %a %s) = 700");
}

static void test_a_value_survives_and_all_of_a_group_or_none_is_written(void **state)
{
    Fixture *fixture = *state;
    Err err = {0};
    char text[40];
    int64_t number = 7;
    assert_true(kv_read(fixture->db, KV_TOKEN, text, sizeof text, &err));
    assert_string_equal(text, "");
    assert_true(kv_read_int(fixture->db, KV_NEXT_S, &number, &err));
    assert_int_equal(number, 0);
    const KvPair pairs[] = {{KV_TOKEN, STR("abc")}, {KV_NEXT_S, STR("600")}};
    assert_true(kv_write(fixture->db, pairs, 2, &err));
    assert_true(kv_write_int(fixture->db, KV_KEYRING_SEQ, -3, &err));
    assert_true(db_reopen(fixture->db, &err));
    assert_true(kv_read(fixture->db, KV_TOKEN, text, sizeof text, &err));
    assert_string_equal(text, "abc");
    assert_true(kv_read_int(fixture->db, KV_NEXT_S, &number, &err));
    assert_int_equal(number, 600);
    assert_true(kv_read_int(fixture->db, KV_KEYRING_SEQ, &number, &err));
    assert_int_equal(number, -3);
    assert_false(kv_read(fixture->db, KV_TOKEN, text, 3, &err));
    assert_string_equal(err.code, "store.value");
    err_clear(&err);
    assert_false(kv_read_int(fixture->db, KV_TOKEN, &number, &err));
    assert_string_equal(err.code, "store.value");
}

#define STORE_TEST(name)                                                                           \
    cmocka_unit_test_setup_teardown(name, store_fixture_open, store_fixture_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_TEST(test_what_was_saved_is_there_after_closing_and_opening),
        STORE_TEST(test_the_folder_must_be_ours_alone),
        STORE_TEST(test_a_linked_folder_or_database_is_refused),
        STORE_TEST(test_a_store_of_a_newer_program_is_left_alone),
        STORE_TEST(test_a_damaged_store_is_put_aside_whole_and_the_kiosk_goes_on),
        STORE_TEST(test_a_damaged_store_keeps_its_enrolment),
        STORE_TEST(test_damage_met_while_open_is_remembered_until_it_is_opened_again),
        STORE_TEST(test_a_foreign_file_is_put_aside_too),
        STORE_TEST(test_a_damaged_store_is_not_taken_away_from_the_other_program),
        STORE_TEST(test_a_closed_store_says_so),
        STORE_TEST(test_the_journal_is_a_synced_log),
        STORE_TEST(test_a_value_survives_and_all_of_a_group_or_none_is_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
