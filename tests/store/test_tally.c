/* test_tally.c - counts of a week become one sealed signal, once, and later. */
#include "store_fixture.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "tally.h"
#include "vectors.h"

static OutboxBatch batch;

static TallySeal seal_of(const EnvelopeKey *key, const char *week_now)
{
    return (TallySeal){.key = key, .week_now = str_of(week_now), .run_s = 1000};
}

static EnvelopeKey key_of(const VectorKeys *keys)
{
    EnvelopeKey key;
    memcpy(key.public_key, keys->org.public_key, sizeof key.public_key);
    return key;
}

static void add(Fixture *fixture, const char *week, const char *key, int times)
{
    Err err = {0};
    for (int i = 0; i < times; i++) {
        assert_true(tally_add(fixture->db, str_of(week), str_of(key), &err));
    }
}

static int waiting_at(Fixture *fixture, int64_t run_s)
{
    OutboxQuery query = {run_s, OUTBOX_BATCH_ITEMS_MAX};
    assert_true(outbox_next_batch(fixture->db, &query, &batch, NULL));
    return batch.count;
}

static void test_a_week_that_is_over_becomes_one_signal_held_back(void **state)
{
    Fixture *fixture = *state;
    VectorKeys keys;
    Err err = {0};
    int closed = 0;
    char payload[ENVELOPE_PAYLOAD_BYTES_MAX + 1];
    size_t size = 0;
    json_decref(vectors_keys(&keys));
    EnvelopeKey key = key_of(&keys);
    add(fixture, "2026-W47", "topic.thuiszitten", 3);
    add(fixture, "2026-W47", "mood.4", 1);
    add(fixture, "2026-W48", "mood.4", 2);
    TallySeal seal = seal_of(&key, "2026-W48");
    assert_true(tally_close(fixture->db, &seal, &closed, &err));
    assert_int_equal(closed, 1);
    assert_int_equal(waiting_at(fixture, 1000 + OUTBOX_HOLD_MIN_S - 1), 0);
    assert_int_equal(waiting_at(fixture, 1000 + OUTBOX_HOLD_MAX_S), 1);
    assert_int_equal(batch.items[0].waited_s, -1);
    assert_int_equal(envelope_open(&batch.items[0].envelope, &keys.org, payload, &size),
                     ENVELOPE_FAULT_NONE);
    assert_string_equal(payload, "{\"v\":1,\"t\":\"tally\",\"week\":\"2026-W47\","
                                 "\"n\":{\"mood.4\":1,\"topic.thuiszitten\":3}}");
    assert_true(tally_close(fixture->db, &seal, &closed, &err)); /* nothing is left to close */
    assert_int_equal(closed, 0);
    assert_true(outbox_check(fixture->db, &err));
}

static void test_while_the_clock_is_unknown_nothing_is_closed(void **state)
{
    Fixture *fixture = *state;
    VectorKeys keys;
    int closed = 9;
    json_decref(vectors_keys(&keys));
    EnvelopeKey key = key_of(&keys);
    add(fixture, "?", "mood.4", 2);
    add(fixture, "2026-W47", "mood.4", 2);
    TallySeal seal = seal_of(&key, "?");
    assert_true(tally_close(fixture->db, &seal, &closed, NULL));
    assert_int_equal(closed, 0);
    seal = seal_of(&key, "2026-W48");
    assert_true(tally_close(fixture->db, &seal, &closed, NULL));
    assert_int_equal(closed, 2);
}

static void test_counts_that_cannot_be_sealed_stay_counts(void **state)
{
    Fixture *fixture = *state;
    EnvelopeKey zeros = {{0}}; /* no key at all: sealing fails */
    VectorKeys keys;
    Err err = {0};
    int closed = 9;
    add(fixture, "2026-W47", "mood.4", 2);
    TallySeal seal = seal_of(&zeros, "2026-W48");
    assert_false(tally_close(fixture->db, &seal, &closed, &err));
    assert_string_equal(err.code, "envelope.seal");
    assert_int_equal(closed, 0);
    assert_int_equal(waiting_at(fixture, 1000 + OUTBOX_HOLD_MAX_S), 0);
    json_decref(vectors_keys(&keys));
    EnvelopeKey key = key_of(&keys);
    seal = seal_of(&key, "2026-W48");
    assert_true(tally_close(fixture->db, &seal, &closed, NULL));
    assert_int_equal(closed, 1);
}

static void test_only_words_of_ours_are_counted_and_not_too_many(void **state)
{
    Fixture *fixture = *state;
    Err err = {0};
    char key[40];
    VectorKeys keys;
    int closed = 0;
    assert_false(tally_add(fixture->db, STR("2026-W47"), STR("Fatima"), &err));
    assert_string_equal(err.code, "tally.key");
    for (int i = 0; i < 200; i++) {
        snprintf(key, sizeof key, "topic.number-%d", i);
        add(fixture, "2026-W47", key, 1);
    }
    json_decref(vectors_keys(&keys));
    EnvelopeKey seal_key = key_of(&keys);
    TallySeal seal = seal_of(&seal_key, "2026-W48");
    assert_true(tally_close(fixture->db, &seal, &closed, NULL));
    assert_int_equal(closed, 1);
}

static void test_the_hold_is_between_one_and_four_days(void **state)
{
    Fixture *fixture = *state;
    VectorKeys keys;
    int closed = 0;
    json_decref(vectors_keys(&keys));
    EnvelopeKey key = key_of(&keys);
    add(fixture, "2026-W46", "mood.4", 1);
    TallySeal seal = seal_of(&key, "2026-W47");
    seal.random = OUTBOX_HOLD_MAX_S - OUTBOX_HOLD_MIN_S - 1;
    assert_true(tally_close(fixture->db, &seal, &closed, NULL));
    assert_int_equal(waiting_at(fixture, 1000 + OUTBOX_HOLD_MAX_S - 2), 0);
    assert_int_equal(waiting_at(fixture, 1000 + OUTBOX_HOLD_MAX_S - 1), 1);
}

#define STORE_TEST(name)                                                                           \
    cmocka_unit_test_setup_teardown(name, store_fixture_open, store_fixture_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_TEST(test_a_week_that_is_over_becomes_one_signal_held_back),
        STORE_TEST(test_while_the_clock_is_unknown_nothing_is_closed),
        STORE_TEST(test_counts_that_cannot_be_sealed_stay_counts),
        STORE_TEST(test_only_words_of_ours_are_counted_and_not_too_many),
        STORE_TEST(test_the_hold_is_between_one_and_four_days),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
