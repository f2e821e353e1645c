/* test_salvage.c - whole requests come back out of a store that was put aside; broken ones do not.
 */
#include "store_fixture.h"

#include "salvage.h"

enum { ROWS = 40 };

static void damage_and_reopen(Fixture *fixture, const char *command)
{
    for (unsigned i = 0; i < ROWS; i++) {
        store_fixture_save(fixture, i, 100);
    }
    db_close(fixture->db);
    store_fixture_shell(fixture, command);
    fixture->db = db_open(fixture->folder, NULL);
    assert_non_null(fixture->db);
    assert_true(db_was_quarantined(fixture->db));
    assert_false(store_fixture_is_waiting(fixture, 1, 100));
}

static int waiting(Fixture *fixture)
{
    OutboxStatus status;
    assert_true(outbox_status(fixture->db, 100, &status, NULL));
    return status.waiting;
}

static void test_all_rows_come_back_when_only_the_head_is_damaged(void **state)
{
    Fixture *fixture = *state;
    int found = 0;
    damage_and_reopen(fixture,
                      "dd if=/dev/zero of=%s/kiosk.db bs=100 count=1 conv=notrunc status=none");
    assert_true(salvage_all(fixture->db, 100, &found, NULL));
    assert_true(found >= ROWS);
    assert_int_equal(waiting(fixture), ROWS);
    assert_true(outbox_check(fixture->db, NULL));
    assert_false(salvage_is_wanted(fixture->db)); /* read once, and kept */
    store_fixture_shell(fixture, "test -e %s/quarantine/1.salvaged/kiosk.db");
    store_fixture_shell(fixture, "mv %s/quarantine/1.salvaged %s/quarantine/7");
    assert_true(salvage_all(fixture->db, 100, &found, NULL)); /* again: nothing doubles */
    assert_int_equal(waiting(fixture), ROWS);
}

static void test_a_row_with_one_wrong_byte_stays_behind(void **state)
{
    Fixture *fixture = *state;
    int found = 0;
    store_fixture_save(fixture, 7, 100);
    store_fixture_sql(fixture,
                      "UPDATE outbox SET envelope = CAST(substr(envelope, 1, length(envelope) - 1)"
                      " || x'00' AS BLOB)");
    db_close(fixture->db);
    store_fixture_shell(fixture, "dd if=/dev/zero of=%s/kiosk.db bs=16 count=1 conv=notrunc "
                                 "status=none");
    fixture->db = db_open(fixture->folder, NULL);
    assert_true(db_was_quarantined(fixture->db));
    assert_true(salvage_all(fixture->db, 100, &found, NULL));
    assert_int_equal(found, 0);
    assert_int_equal(waiting(fixture), 0);
}

static void test_rows_on_overwritten_pages_are_gone_and_the_others_are_whole(void **state)
{
    Fixture *fixture = *state;
    int found = 0;
    damage_and_reopen(fixture, "dd if=/dev/urandom of=%s/kiosk.db bs=4096 seek=6 count=5 "
                               "conv=notrunc status=none");
    assert_true(salvage_all(fixture->db, 100, &found, NULL));
    assert_in_range(waiting(fixture), ROWS / 2, ROWS - 1);
    assert_true(outbox_check(fixture->db, NULL));
}

static void test_without_a_damaged_store_there_is_nothing_to_do(void **state)
{
    Fixture *fixture = *state;
    int found = 9;
    assert_false(salvage_is_wanted(fixture->db));
    assert_true(salvage_all(fixture->db, 100, &found, NULL));
    assert_int_equal(found, 0);
}

#define STORE_TEST(name)                                                                           \
    cmocka_unit_test_setup_teardown(name, store_fixture_open, store_fixture_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_TEST(test_all_rows_come_back_when_only_the_head_is_damaged),
        STORE_TEST(test_a_row_with_one_wrong_byte_stays_behind),
        STORE_TEST(test_rows_on_overwritten_pages_are_gone_and_the_others_are_whole),
        STORE_TEST(test_without_a_damaged_store_there_is_nothing_to_do),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
