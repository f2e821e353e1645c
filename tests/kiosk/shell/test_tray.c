/* test_tray.c - a slow disk: what can be asked or told again gives way to requests. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "tray.h"

static int setup(void **state)
{
    *state = calloc(1, sizeof(Tray));
    return *state == NULL ? -1 : 0;
}

static int teardown(void **state)
{
    free(*state);
    return 0;
}

static bool give(Tray *tray, TrayJobKind kind)
{
    TrayJob job = {.kind = kind};
    return tray_give_job(tray, &job);
}

static EnvelopeId id_of(int number)
{
    EnvelopeId id = {{0}};
    id.bytes[0] = (uint8_t)number;
    return id;
}

/* A visitor who taps faster than the disk writes: every topic is a count, every visit a look. */
static void test_counts_leave_room_for_a_request(void **state)
{
    Tray *tray = *state;
    int taken = 0;

    for (int i = 0; i < 10 * TRAY_JOBS_MAX; i++) {
        taken += give(tray, TRAY_COUNT);
        assert_true(give(tray, TRAY_LOOK));
        assert_true(give(tray, TRAY_FACTS));
    }
    assert_in_range(taken, 1, TRAY_COUNTS_MAX);
    assert_true(give(tray, TRAY_PIN));
    assert_true(give(tray, TRAY_SAVE));
}

static void test_jobs_are_done_in_the_order_they_were_given(void **state)
{
    static const TrayJobKind kinds[] = {TRAY_SAVE, TRAY_LOOK, TRAY_FORGET, TRAY_COUNT, TRAY_PIN};
    Tray *tray = *state;
    TrayJob job;

    for (int round = 0; round < TRAY_JOBS_MAX; round++) {
        for (int i = 0; i < (int)(sizeof kinds / sizeof kinds[0]); i++)
            assert_true(give(tray, kinds[i]));
        for (int i = 0; i < (int)(sizeof kinds / sizeof kinds[0]); i++) {
            assert_true(tray_take_job(tray, &job));
            assert_int_equal(job.kind, kinds[i]);
        }
        assert_false(tray_take_job(tray, &job));
    }
}

static void test_a_look_that_began_can_be_asked_again(void **state)
{
    Tray *tray = *state;
    TrayJob job;

    assert_true(give(tray, TRAY_LOOK));
    assert_true(tray_take_job(tray, &job));
    assert_true(give(tray, TRAY_LOOK));
    assert_true(tray_take_job(tray, &job));
}

/* The disk thread answers more than the screen asks: a status with every save that it retries. */
static void test_old_statuses_push_nothing_out(void **state)
{
    Tray *tray = *state;
    WorkerAnswer answer = {.kind = WORKER_SAVED, .id = id_of(1)};

    tray_give_answer(tray, &answer);
    for (unsigned i = 0; i < 10 * TRAY_ANSWERS_MAX; i++) {
        tray_give_answer(tray, &(WorkerAnswer){.kind = WORKER_STATUS, .status.flooded = i % 2});
        tray_give_answer(tray, &(WorkerAnswer){.kind = WORKER_PIN, .asked = i});
        tray_give_answer(tray, &(WorkerAnswer){.kind = WORKER_FACTS});
    }
    assert_true(tray_take_answer(tray, &answer));
    assert_int_equal(answer.kind, WORKER_SAVED);
    assert_true(tray_take_answer(tray, &answer));
    assert_int_equal(answer.kind, WORKER_STATUS);
    assert_true(answer.status.flooded);
    assert_true(tray_take_answer(tray, &answer));
    assert_int_equal(answer.kind, WORKER_PIN);
    assert_int_equal(answer.asked, 10 * TRAY_ANSWERS_MAX - 1);
    assert_true(tray_take_answer(tray, &answer));
    assert_int_equal(answer.kind, WORKER_FACTS);
    assert_false(tray_take_answer(tray, &answer));
}

static void test_the_newest_saved_is_never_the_one_that_goes(void **state)
{
    enum { SAVES = TRAY_ANSWERS_MAX + 5 };
    Tray *tray = *state;
    WorkerAnswer answer;
    int count = 0;

    for (int i = 0; i < SAVES; i++)
        tray_give_answer(tray, &(WorkerAnswer){.kind = WORKER_SAVED, .id = id_of(i)});
    for (; tray_take_answer(tray, &answer); count++) {
        EnvelopeId expected = id_of(SAVES - TRAY_ANSWERS_MAX + count);
        assert_memory_equal(&answer.id, &expected, sizeof expected);
    }
    assert_int_equal(count, TRAY_ANSWERS_MAX);
}

int main(void)
{
#define ROW(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        ROW(test_counts_leave_room_for_a_request),
        ROW(test_jobs_are_done_in_the_order_they_were_given),
        ROW(test_a_look_that_began_can_be_asked_again),
        ROW(test_old_statuses_push_nothing_out),
        ROW(test_the_newest_saved_is_never_the_one_that_goes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
