/* test_sync_step.c - when the next sync comes: a table, and a thousand kiosks after an outage. */
#include "cmocka_first.h"

#include <stdlib.h>

#include "sync_step.h"

enum { LEAST = 0 };
#define MOST UINT32_MAX

static int64_t after(SyncStep *step, SyncOutcome outcome, uint32_t random)
{
    SyncEvent event = {.outcome = outcome};
    return sync_step_after_ms(step, &event, random);
}

static void test_the_cadence_has_a_jitter_of_a_fifth_to_both_sides(void **state)
{
    (void)state;
    SyncStep step = sync_step_start(0);
    assert_int_equal(after(&step, SYNC_OUTCOME_ACCEPTED, LEAST), 480000);
    assert_int_equal(after(&step, SYNC_OUTCOME_ACCEPTED, MOST), 720000);
    assert_int_equal(sync_step_first_wait_ms(&step, LEAST), 0);
    assert_int_equal(sync_step_first_wait_ms(&step, MOST), 60000);
    SyncStep demo = sync_step_start(5);
    assert_int_equal(sync_step_first_wait_ms(&demo, MOST), 5000);
    assert_int_equal(after(&demo, SYNC_OUTCOME_ACCEPTED, MOST), 6000);
}

static void test_the_hub_may_ask_for_another_cadence_within_limits(void **state)
{
    (void)state;
    static const struct {
        int64_t fixed_s, asked_s, least_ms;
    } rows[] = {{0, 1800, 1440000}, {0, 4, 480000},  {0, 3601, 480000},
                {0, 0, 480000},     {5, 1800, 4000}, {0, 3600, 2880000}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        SyncStep step = sync_step_start(rows[i].fixed_s);
        SyncEvent event = {.outcome = SYNC_OUTCOME_ACCEPTED, .next_s = rows[i].asked_s};
        assert_int_equal(sync_step_after_ms(&step, &event, LEAST), rows[i].least_ms);
    }
}

static void test_more_than_a_batch_waiting_goes_on_at_once(void **state)
{
    (void)state;
    SyncStep step = sync_step_start(0);
    SyncEvent event = {.outcome = SYNC_OUTCOME_ACCEPTED, .waiting = 51};
    assert_int_equal(sync_step_after_ms(&step, &event, MOST), 0);
    event.waiting = 50;
    assert_true(sync_step_after_ms(&step, &event, LEAST) >= 480000);
}

static void test_failures_back_off_further_each_time_and_are_forgotten(void **state)
{
    (void)state;
    static const int64_t most_s[] = {5, 10, 20, 40, 80, 160, 320, 640, 900, 900, 900};
    SyncStep step = sync_step_start(0);
    for (size_t i = 0; i < sizeof most_s / sizeof most_s[0]; i++) {
        SyncStep same = step;
        assert_int_equal(after(&same, SYNC_OUTCOME_FAILED, LEAST), 1000);
        assert_int_equal(after(&step, SYNC_OUTCOME_FAILED, MOST), 1000 + most_s[i] * 1000);
    }
    (void)after(&step, SYNC_OUTCOME_ACCEPTED, LEAST);
    assert_int_equal(after(&step, SYNC_OUTCOME_FAILED, MOST), 6000);
}

static void test_a_short_cadence_never_backs_off_for_long(void **state)
{
    (void)state;
    SyncStep step = sync_step_start(10);
    for (int i = 0; i < 40; i++) {
        assert_in_range(after(&step, SYNC_OUTCOME_FAILED, MOST), 1000, 16000);
    }
    assert_int_equal(after(&step, SYNC_OUTCOME_DENIED, MOST), 15000);
}

static void test_a_busy_hub_is_given_the_time_it_asks_for(void **state)
{
    (void)state;
    SyncStep step = sync_step_start(0);
    SyncEvent event = {.outcome = SYNC_OUTCOME_BUSY, .retry_after_s = 120};
    assert_int_equal(sync_step_after_ms(&step, &event, LEAST), 120000);
    event.retry_after_s = 1000000; /* an hour at most */
    assert_int_equal(sync_step_after_ms(&step, &event, LEAST), 3600000);
}

static void test_a_denied_kiosk_asks_every_quarter_of_an_hour(void **state)
{
    (void)state;
    SyncStep step = sync_step_start(0);
    assert_int_equal(after(&step, SYNC_OUTCOME_DENIED, LEAST), 900000);
    assert_int_equal(after(&step, SYNC_OUTCOME_TOO_OLD, MOST), 900000);
}

static void test_a_batch_that_is_too_large_is_halved_down_to_one(void **state)
{
    (void)state;
    static const int items[] = {25, 12, 6, 3, 1};
    SyncStep step = sync_step_start(0);
    assert_int_equal(step.items_max, 50);
    for (size_t i = 0; i < sizeof items / sizeof items[0]; i++) {
        assert_int_equal(after(&step, SYNC_OUTCOME_TOO_LARGE, MOST), 0);
        assert_int_equal(step.items_max, items[i]);
    }
    assert_true(after(&step, SYNC_OUTCOME_TOO_LARGE, LEAST) >= 1000); /* no endless loop */
    assert_int_equal(step.items_max, 1);
    (void)after(&step, SYNC_OUTCOME_ACCEPTED, LEAST);
    assert_int_equal(step.items_max, 50);
}

/* A thousand kiosks lose the hub for six hours. Afterwards they must not come at once, and all of
 * them must have come within a quarter of an hour and the longest wait. */
static void test_a_thousand_kiosks_do_not_come_at_once_after_an_outage(void **state)
{
    (void)state;
    enum { KIOSKS = 1000, OUTAGE_MS = 6 * 3600 * 1000, AFTER_S = 1000 };
    static int per_second[AFTER_S];
    unsigned seed = 7;
    int64_t latest = 0;
    for (int i = 0; i < KIOSKS; i++) {
        SyncStep step = sync_step_start(0);
        int64_t now = sync_step_first_wait_ms(&step, (uint32_t)rand_r(&seed) * 2u);
        while (now < OUTAGE_MS) {
            now += after(&step, SYNC_OUTCOME_FAILED, (uint32_t)rand_r(&seed) * 2u);
        }
        int64_t late = (now - OUTAGE_MS) / 1000;
        latest = late > latest ? late : latest;
        assert_in_range(late, 0, AFTER_S - 1);
        per_second[late]++;
    }
    for (int i = 0; i < AFTER_S; i++) {
        assert_true(per_second[i] <= 20);
    }
    assert_in_range(latest, 300, 901);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_cadence_has_a_jitter_of_a_fifth_to_both_sides),
        cmocka_unit_test(test_the_hub_may_ask_for_another_cadence_within_limits),
        cmocka_unit_test(test_more_than_a_batch_waiting_goes_on_at_once),
        cmocka_unit_test(test_failures_back_off_further_each_time_and_are_forgotten),
        cmocka_unit_test(test_a_short_cadence_never_backs_off_for_long),
        cmocka_unit_test(test_a_busy_hub_is_given_the_time_it_asks_for),
        cmocka_unit_test(test_a_denied_kiosk_asks_every_quarter_of_an_hour),
        cmocka_unit_test(test_a_batch_that_is_too_large_is_halved_down_to_one),
        cmocka_unit_test(test_a_thousand_kiosks_do_not_come_at_once_after_an_outage),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
