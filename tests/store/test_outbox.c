/* test_outbox.c - the life of a row: saved once, sent oldest first, kept 14 days, sent again when
 * the hub was restored. */
#include "store_fixture.h"

#include <string.h>

#include "ballast.h"
#include "kv.h"

enum { DAY_S = 24 * 3600 };

static OutboxStatus status_at(Fixture *fixture, int64_t run_s)
{
    OutboxStatus status;
    Err err = {0};
    assert_true(outbox_status(fixture->db, run_s, &status, &err));
    assert_true(outbox_check(fixture->db, &err));
    return status;
}

static void acknowledge(Fixture *fixture, unsigned number, int64_t run_s)
{
    EnvelopeId id = store_fixture_id(number, ENVELOPE_KIND_REQUEST);
    Err err = {0};
    assert_true(outbox_acknowledge(fixture->db, &id, 1, run_s, &err));
}

static void test_the_same_bytes_saved_again_are_one_row_and_still_a_success(void **state)
{
    Fixture *fixture = *state;
    store_fixture_save(fixture, 1, 100);
    store_fixture_save(fixture, 1, 160);
    assert_int_equal(status_at(fixture, 200).waiting, 1);
    assert_int_equal(status_at(fixture, 200).oldest_waiting_s, 100);
}

static void test_a_batch_is_the_oldest_rows_within_both_limits(void **state)
{
    Fixture *fixture = *state;
    static OutboxBatch batch;
    Err err = {0};
    for (unsigned i = 0; i < 120; i++) {
        store_fixture_save(fixture, i, (int64_t)i);
    }
    OutboxQuery query = {1000, 50};
    assert_true(outbox_next_batch(fixture->db, &query, &batch, &err));
    assert_int_equal(batch.count, 50);
    for (unsigned i = 0; i < 50; i++) {
        EnvelopeId id = store_fixture_id(i, ENVELOPE_KIND_REQUEST);
        assert_memory_equal(batch.items[i].id.bytes, id.bytes, sizeof id.bytes);
        assert_int_equal(batch.items[i].waited_s, 1000 - (int64_t)i);
    }
    query.items_max = 7;
    assert_true(outbox_next_batch(fixture->db, &query, &batch, &err));
    assert_int_equal(batch.count, 7);
}

static void test_a_batch_stays_under_its_bytes(void **state)
{
    Fixture *fixture = *state;
    static OutboxBatch batch;
    Err err = {0};
    Envelope envelope = store_fixture_envelope(1, ENVELOPE_KIND_REQUEST);
    envelope.size = ENVELOPE_BYTES_MAX;
    OutboxNew item = {.envelope = &envelope, .flood_max = OUTBOX_ROWS_MAX};
    for (unsigned char i = 0; i < 40; i++) {
        envelope.bytes[100] = i;
        assert_true(outbox_save(fixture->db, &item, &err));
    }
    OutboxQuery query = {0, 50};
    assert_true(outbox_next_batch(fixture->db, &query, &batch, &err));
    assert_int_equal(batch.count, OUTBOX_BATCH_BYTES_MAX / ENVELOPE_BYTES_MAX);
}

static void test_an_acknowledged_row_is_kept_fourteen_running_days(void **state)
{
    Fixture *fixture = *state;
    Err err = {0};
    int deleted = 0;
    store_fixture_save(fixture, 1, 100);
    store_fixture_save(fixture, 2, 100);
    acknowledge(fixture, 1, 5000);
    assert_false(store_fixture_is_waiting(fixture, 1, 5000));
    assert_true(outbox_expire(fixture->db, 5000 + 14 * DAY_S - 1, &deleted, &err));
    assert_int_equal(deleted, 0);
    assert_int_equal(status_at(fixture, 5000).acknowledged, 1);
    assert_true(outbox_expire(fixture->db, 5000 + 14 * DAY_S, &deleted, &err));
    assert_int_equal(deleted, 1);
    assert_int_equal(status_at(fixture, 5000).waiting, 1);
}

static void test_a_waiting_or_refused_row_is_never_deleted_by_age(void **state)
{
    Fixture *fixture = *state;
    Err err = {0};
    int deleted = 0;
    EnvelopeId id = store_fixture_id(2, ENVELOPE_KIND_REQUEST);
    store_fixture_save(fixture, 1, 100);
    store_fixture_save(fixture, 2, 100);
    assert_true(outbox_refuse(fixture->db, &id, STR("magic"), 200, &err));
    assert_true(outbox_expire(fixture->db, 4000 * (int64_t)DAY_S, &deleted, &err));
    assert_int_equal(deleted, 0);
    assert_int_equal(status_at(fixture, 200).waiting, 1);
    assert_int_equal(status_at(fixture, 200).refused, 1);
}

static void test_a_restored_hub_gets_everything_again(void **state)
{
    Fixture *fixture = *state;
    Err err = {0};
    int again = 9;
    store_fixture_save(fixture, 1, 100);
    store_fixture_save(fixture, 2, 100);
    assert_true(outbox_store_changed(fixture->db, STR("aaaaaaaaaaaaaaaa"), &again, &err));
    assert_int_equal(again, 0);
    acknowledge(fixture, 1, 500);
    assert_true(outbox_store_changed(fixture->db, STR("aaaaaaaaaaaaaaaa"), &again, &err));
    assert_int_equal(again, 0);
    assert_false(store_fixture_is_waiting(fixture, 1, 600));
    assert_true(outbox_store_changed(fixture->db, STR("bbbbbbbbbbbbbbbb"), &again, &err));
    assert_int_equal(again, 1);
    assert_true(store_fixture_is_waiting(fixture, 1, 600));
    assert_int_equal(status_at(fixture, 600).waiting, 2);
    char remembered[33];
    assert_true(kv_read(fixture->db, KV_STORE_ID, remembered, sizeof remembered, &err));
    assert_string_equal(remembered, "bbbbbbbbbbbbbbbb");
}

static void test_a_refused_row_is_tried_once_by_each_version(void **state)
{
    Fixture *fixture = *state;
    Err err = {0};
    EnvelopeId id = store_fixture_id(1, ENVELOPE_KIND_REQUEST);
    assert_true(outbox_retry_refused(fixture->db, STR("1.0.0"), &err));
    store_fixture_save(fixture, 1, 100);
    assert_true(outbox_refuse(fixture->db, &id, STR("kind"), 200, &err));
    assert_false(store_fixture_is_waiting(fixture, 1, 300));
    assert_true(outbox_retry_refused(fixture->db, STR("1.0.0"), &err));
    assert_false(store_fixture_is_waiting(fixture, 1, 300));
    assert_true(outbox_retry_refused(fixture->db, STR("1.0.1"), &err));
    assert_true(store_fixture_is_waiting(fixture, 1, 300));
    (void)status_at(fixture, 300);
}

static void test_a_signal_is_held_back_and_tells_no_time(void **state)
{
    Fixture *fixture = *state;
    static OutboxBatch batch;
    Err err = {0};
    Envelope envelope = store_fixture_envelope(1, ENVELOPE_KIND_SIGNAL);
    OutboxNew item = {.envelope = &envelope, .run_s = 100, .hold_until_s = 100 + 2 * DAY_S};
    assert_true(outbox_save(fixture->db, &item, &err));
    OutboxQuery query = {100 + 2 * DAY_S - 1, 50};
    assert_true(outbox_next_batch(fixture->db, &query, &batch, &err));
    assert_int_equal(batch.count, 0);
    query.run_s++;
    assert_true(outbox_next_batch(fixture->db, &query, &batch, &err));
    assert_int_equal(batch.count, 1);
    assert_int_equal(batch.items[0].waited_s, -1);
    assert_int_equal(status_at(fixture, query.run_s).oldest_waiting_s, 0);
}

static void test_a_flood_is_refused_after_the_limit_of_one_running_hour(void **state)
{
    Fixture *fixture = *state;
    Err err = {0};
    Envelope envelope;
    OutboxNew item = {.envelope = &envelope, .run_s = 1000};
    for (unsigned i = 0; i < OUTBOX_FLOOD_MAX; i++) {
        assert_false(outbox_is_flooded(fixture->db, 1000, 0));
        envelope = store_fixture_envelope(i, ENVELOPE_KIND_REQUEST);
        assert_true(outbox_save(fixture->db, &item, &err));
    }
    assert_true(outbox_is_flooded(fixture->db, 1000, 0));
    assert_false(outbox_is_flooded(fixture->db, 1000, OUTBOX_FLOOD_MAX + 1));
    envelope = store_fixture_envelope(100, ENVELOPE_KIND_REQUEST);
    assert_false(outbox_save(fixture->db, &item, &err));
    assert_string_equal(err.code, "store.flood");
    envelope =
        store_fixture_envelope(3, ENVELOPE_KIND_REQUEST); /* saved already: still a success */
    err_clear(&err);
    assert_true(outbox_save(fixture->db, &item, &err));
    envelope = store_fixture_envelope(101, ENVELOPE_KIND_REQUEST);
    item.run_s = 1000 + OUTBOX_FLOOD_S;
    assert_true(outbox_save(fixture->db, &item, &err));
}

static void test_a_full_outbox_refuses_and_warns_before(void **state)
{
    Fixture *fixture = *state;
    Err err = {0};
    store_fixture_sql(fixture, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
                               " WHERE i < 3999) INSERT INTO outbox (id, kind, envelope, born_run)"
                               " SELECT randomblob(16), 1, zeroblob(1088), 0 FROM n");
    OutboxStatus status;
    assert_true(outbox_status(fixture->db, 9000, &status, &err));
    assert_false(status.is_filling);
    store_fixture_save(fixture, 1, 9000);
    assert_true(outbox_status(fixture->db, 9000, &status, &err));
    assert_true(status.is_filling);
    store_fixture_sql(fixture, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
                               " WHERE i < 1000) INSERT INTO outbox (id, kind, envelope, born_run)"
                               " SELECT randomblob(16), 1, zeroblob(1088), 0 FROM n");
    Envelope envelope = store_fixture_envelope(2, ENVELOPE_KIND_REQUEST);
    OutboxNew item = {.envelope = &envelope, .run_s = 9000};
    assert_false(outbox_save(fixture->db, &item, &err));
    assert_string_equal(err.code, "store.rows");
}

static void test_a_row_whose_bytes_changed_is_never_sent(void **state)
{
    Fixture *fixture = *state;
    store_fixture_save(fixture, 0, 100);
    store_fixture_save(fixture, 1, 100);
    /* Still a whole envelope by its length and header; one byte of the box differs. */
    store_fixture_sql(fixture,
                      "UPDATE outbox SET envelope = CAST(substr(envelope, 1, length(envelope) - 1)"
                      " || x'00' AS BLOB) WHERE seq = 1");
    assert_true(store_fixture_is_waiting(fixture, 1, 100));
    assert_false(store_fixture_is_waiting(fixture, 0, 100));
    OutboxStatus status;
    Err err = {0};
    assert_true(outbox_status(fixture->db, 100, &status, &err));
    assert_int_equal(status.refused, 1);
    assert_false(outbox_check(fixture->db, &err));
    assert_string_equal(err.code, "store.rule");
}

static void test_two_programs_use_one_store_at_the_same_time(void **state)
{
    Fixture *fixture = *state;
    Err err = {0};
    Fixture sync = *fixture;
    sync.db = db_open(fixture->folder, &err);
    assert_non_null(sync.db);
    for (unsigned i = 0; i < 50; i++) {
        store_fixture_save(fixture, i, 100);
        assert_true(store_fixture_is_waiting(&sync, i, 200));
        acknowledge(&sync, i, 200);
        assert_false(store_fixture_is_waiting(fixture, i, 200));
    }
    db_close(sync.db);
    assert_int_equal(status_at(fixture, 300).acknowledged, 50);
}

static void test_acknowledging_what_is_not_here_does_nothing(void **state)
{
    Fixture *fixture = *state;
    store_fixture_save(fixture, 1, 100);
    acknowledge(fixture, 2, 200);
    acknowledge(fixture, 1, 200);
    acknowledge(fixture, 1, 99999); /* the first moment counts */
    int deleted = 0;
    Err err = {0};
    assert_true(outbox_expire(fixture->db, 200 + OUTBOX_KEEP_S, &deleted, &err));
    assert_int_equal(deleted, 1);
}

static void test_the_ballast_takes_real_room_and_is_given_up_once(void **state)
{
    Fixture *fixture = *state;
    Err err = {0};
    assert_false(ballast_is_there(fixture->folder));
    assert_true(ballast_make(fixture->folder, &err));
    assert_true(ballast_make(fixture->folder, &err));
    assert_true(ballast_is_there(fixture->folder));
    store_fixture_shell(fixture, "test $(du -k %s/ballast | cut -f1) -ge 16384");
    assert_true(ballast_drop(fixture->folder));
    assert_false(ballast_drop(fixture->folder));
    assert_false(ballast_is_there(fixture->folder));
}

#define STORE_TEST(name)                                                                           \
    cmocka_unit_test_setup_teardown(name, store_fixture_open, store_fixture_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_TEST(test_the_same_bytes_saved_again_are_one_row_and_still_a_success),
        STORE_TEST(test_a_batch_is_the_oldest_rows_within_both_limits),
        STORE_TEST(test_a_batch_stays_under_its_bytes),
        STORE_TEST(test_an_acknowledged_row_is_kept_fourteen_running_days),
        STORE_TEST(test_a_waiting_or_refused_row_is_never_deleted_by_age),
        STORE_TEST(test_a_restored_hub_gets_everything_again),
        STORE_TEST(test_a_refused_row_is_tried_once_by_each_version),
        STORE_TEST(test_a_signal_is_held_back_and_tells_no_time),
        STORE_TEST(test_a_flood_is_refused_after_the_limit_of_one_running_hour),
        STORE_TEST(test_a_full_outbox_refuses_and_warns_before),
        STORE_TEST(test_a_row_whose_bytes_changed_is_never_sent),
        STORE_TEST(test_two_programs_use_one_store_at_the_same_time),
        STORE_TEST(test_acknowledging_what_is_not_here_does_nothing),
        STORE_TEST(test_the_ballast_takes_real_room_and_is_given_up_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
