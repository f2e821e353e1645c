/* test_worker.c - the disk thread: an answer for every save, and nothing twice. */
#include <ftw.h>
#include <setjmp.h>
#include <sodium.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include <cmocka.h>

#include "db.h"
#include "enrolled.h"
#include "kv.h"
#include "outbox.h"
#include "worker.h"

enum { WAIT_STEPS = 500, WAIT_STEP_NS = 10000000, REMOVE_FDS = 8, SAVES = 20 };

typedef struct Place {
    char folder[64]; /* of this test */
    char data[96];   /* of the store in it */
    EnvelopePair pair;
} Place;

static void no_bell(void *context)
{
    (void)context;
}

static int setup(void **state)
{
    Place *place = calloc(1, sizeof *place);
    snprintf(place->folder, sizeof place->folder, "/tmp/oksp-worker-XXXXXX");
    if (mkdtemp(place->folder) == NULL)
        return 1;
    snprintf(place->data, sizeof place->data, "%s/kiosk", place->folder);
    *state = place;
    return 0;
}

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *at)
{
    (void)info;
    (void)kind;
    (void)at;
    return remove(path);
}

static int teardown(void **state)
{
    Place *place = *state;
    (void)nftw(place->folder, remove_one, REMOVE_FDS, FTW_DEPTH | FTW_PHYS);
    free(place);
    return 0;
}

static Worker *worker_on(const Place *place)
{
    Err err = {0};
    Worker *worker = worker_open(
        &(WorkerSetup){.data_dir = place->data, .flood_max = 1000, .bell = no_bell}, &err);
    assert_non_null(worker);
    return worker;
}

/* The next answer that is no status. */
static WorkerAnswer answer_of(Worker *worker)
{
    WorkerAnswer answer;
    for (int i = 0; i < WAIT_STEPS; i++) {
        while (worker_take(worker, &answer)) {
            if (answer.kind != WORKER_STATUS)
                return answer;
        }
        const struct timespec step = {.tv_nsec = WAIT_STEP_NS};
        nanosleep(&step, NULL);
    }
    fail_msg("the disk thread does not answer");
    return answer;
}

static MsgStatus status_of(Worker *worker)
{
    WorkerAnswer answer = {0};
    for (int i = 0; i < WAIT_STEPS; i++) {
        while (worker_take(worker, &answer)) {
            if (answer.kind == WORKER_STATUS)
                return answer.status;
        }
        const struct timespec step = {.tv_nsec = WAIT_STEP_NS};
        nanosleep(&step, NULL);
    }
    fail_msg("the disk thread has no status");
    return answer.status;
}

static Envelope sealed(const Place *place, const char *words)
{
    Envelope envelope;
    EnvelopeKey key;
    memcpy(key.public_key, place->pair.public_key, sizeof key.public_key);
    assert_true(envelope_seal(ENVELOPE_KIND_REQUEST, str_of(words), &key, &envelope, NULL));
    return envelope;
}

static int rows_waiting(const Place *place)
{
    Db *db = db_open(place->data, NULL);
    OutboxStatus status = {0};
    assert_non_null(db);
    assert_true(outbox_status(db, 0, &status, NULL));
    db_close(db);
    return status.waiting;
}

static void test_an_enrolled_kiosk_can_save_and_says_so_after_the_disk_has_it(void **state)
{
    Place *place = *state;
    enrolled_make(place->data, &place->pair);
    Worker *worker = worker_on(place);
    Identity identity;
    assert_true(worker_identity(worker, &identity));
    assert_string_equal(identity.org, "00112233aabbccdd");
    assert_true(status_of(worker).can_save);
    for (int i = 0; i < SAVES; i++) {
        Envelope envelope = sealed(place, "{}");
        EnvelopeId id = envelope_id(envelope.bytes, envelope.size);
        assert_true(worker_save(worker, &envelope));
        WorkerAnswer answer = answer_of(worker);
        assert_int_equal(answer.kind, WORKER_SAVED);
        assert_memory_equal(&answer.id, &id, sizeof id);
    }
    worker_close(worker);
    assert_int_equal(rows_waiting(place), SAVES);
}

static void test_the_same_bytes_twice_are_one_request(void **state)
{
    Place *place = *state;
    enrolled_make(place->data, &place->pair);
    Worker *worker = worker_on(place);
    Envelope envelope = sealed(place, "{}");
    for (int i = 0; i < 2; i++) {
        assert_true(worker_save(worker, &envelope));
        assert_int_equal(answer_of(worker).kind, WORKER_SAVED);
    }
    worker_close(worker);
    assert_int_equal(rows_waiting(place), 1);
}

static void test_a_kiosk_that_is_not_enrolled_says_that_it_cannot_save(void **state)
{
    Place *place = *state;
    Worker *worker = worker_on(place);
    Identity identity;
    assert_false(worker_identity(worker, &identity));
    assert_false(status_of(worker).can_save);
    worker_close(worker);
}

static void test_without_a_store_a_save_fails_and_succeeds_when_it_is_back(void **state)
{
    Place *place = *state;
    FILE *in_the_way = fopen(place->data, "w"); /* a file where the folder must be */
    fclose(in_the_way);
    Worker *worker = worker_on(place);
    assert_false(status_of(worker).can_save);
    assert_int_equal(crypto_box_keypair(place->pair.public_key, place->pair.secret_key), 0);
    Envelope envelope = sealed(place, "{}");
    assert_true(worker_save(worker, &envelope));
    WorkerAnswer answer = answer_of(worker);
    assert_int_equal(answer.kind, WORKER_FAILED);
    assert_string_equal(answer.error, "store.folder");
    assert_int_equal(unlink(place->data), 0);
    assert_true(worker_save(worker, &envelope));
    assert_int_equal(answer_of(worker).kind, WORKER_SAVED);
    worker_close(worker);
    assert_int_equal(rows_waiting(place), 1);
}

/* The store is damaged and its folder unusable under a running kiosk, then usable again. */
static void test_a_store_that_was_lost_while_running_is_opened_again(void **state)
{
    Place *place = *state;
    enrolled_make(place->data, &place->pair);
    Worker *worker = worker_on(place);
    Db *sync = db_open(place->data, NULL); /* the other program */
    char command[sizeof place->data + 80];
    snprintf(command, sizeof command,
             "dd if=/dev/urandom of=%s/kiosk.db bs=4096 seek=1 count=1 conv=notrunc status=none",
             place->data);
    assert_int_equal(system(command), 0);
    assert_true(kv_write_int(sync, KV_NEXT_S, 600, NULL)); /* now the kiosk reads again, too */
    db_close(sync);
    assert_int_equal(chmod(place->data, 0755), 0);
    Envelope envelope = sealed(place, "{}");
    assert_true(worker_save(worker, &envelope));
    assert_int_equal(answer_of(worker).kind, WORKER_FAILED);
    assert_int_equal(chmod(place->data, 0700), 0);
    assert_true(worker_save(worker, &envelope));
    assert_int_equal(answer_of(worker).kind, WORKER_SAVED);
    worker_close(worker);
    assert_int_equal(rows_waiting(place), 1);
}

static void test_a_full_queue_refuses_instead_of_forgetting(void **state)
{
    Place *place = *state;
    enrolled_make(place->data, &place->pair);
    Worker *worker = worker_on(place);
    int taken = 0, saved = 0;
    Envelope envelope = sealed(place, "{}");
    for (int i = 0; i < 4 * WORKER_JOBS_MAX; i++)
        taken += worker_save(worker, &envelope);
    for (; saved < taken; saved++)
        assert_int_equal(answer_of(worker).kind, WORKER_SAVED);
    assert_in_range(taken, WORKER_JOBS_MAX, 4 * WORKER_JOBS_MAX);
    worker_close(worker);
}

int main(void)
{
#define ROW(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        ROW(test_an_enrolled_kiosk_can_save_and_says_so_after_the_disk_has_it),
        ROW(test_the_same_bytes_twice_are_one_request),
        ROW(test_a_kiosk_that_is_not_enrolled_says_that_it_cannot_save),
        ROW(test_without_a_store_a_save_fails_and_succeeds_when_it_is_back),
        ROW(test_a_store_that_was_lost_while_running_is_opened_again),
        ROW(test_a_full_queue_refuses_instead_of_forgetting),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
