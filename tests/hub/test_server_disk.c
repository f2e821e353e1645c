/* test_server_disk.c - the real program and its disk: many writers, kill, full, failing, restored.
 */
#include <pthread.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "cmocka_first.h"
#include "program.h"

enum { WAIT_MS = 3000 };

/* A set-up organisation on disk; the program serves it, the test's own store is closed. */
static int open_world(void **state)
{
    World *world = malloc(sizeof *world);
    assert_non_null(world);
    world_ready(world);
    store_close(world->hub.store);
    world->hub.store = NULL;
    *state = world;
    return 0;
}

static int close_world(void **state)
{
    world_close(*state);
    free(*state);
    return 0;
}

static void expect_clean(int status)
{
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
}

#define GET_LIVEZ "GET /livez HTTP/1.1\r\nHost: h\r\n\r\n"

static void expect_alive(const Program *program)
{
    assert_int_equal(program_status(program_say(program, PROGRAM_BYTES(GET_LIVEZ), WAIT_MS)), 200);
}

static void seal(const World *world, Envelope *out)
{
    world_seal(world, ENVELOPE_KIND_REQUEST, "{\"v\":1}", out);
}

static bool count_one(void *context, const StoreRequest *request)
{
    (void)request;
    ++*(size_t *)context;
    return true;
}

/* Requests on disk, and whether this one is there; the program must not run. */
static size_t count_requests(World *world)
{
    size_t count = 0;
    StoreOptions options = {world->database, false, 0};
    Store *store = store_open(&options, NULL);
    assert_non_null(store);
    assert_true(store_requests(store, 0, count_one, &count));
    store_close(store);
    return count;
}

enum { SENDERS = 4, SENDS = 6 };

typedef struct Sender {
    const World *world;
    const Program *program;
    size_t acked;
} Sender;

static void *send_some(void *context)
{
    Sender *sender = context;
    for (int i = 0; i < SENDS; i++) {
        Envelope envelopes[5];
        for (int at = 0; at < 5; at++) {
            seal(sender->world, &envelopes[at]);
        }
        sender->acked += program_sync(sender->program, sender->world, envelopes, 5) == 200 ? 5 : 0;
    }
    return NULL;
}

static void test_many_at_once_are_all_kept(void **state)
{
    World *world = *state;
    Program program;
    Sender senders[SENDERS];
    pthread_t threads[SENDERS];
    size_t acked = 0;
    program_start(&program, world, "", false);
    for (int i = 0; i < SENDERS; i++) {
        senders[i] = (Sender){world, &program, 0};
        assert_int_equal(pthread_create(&threads[i], NULL, send_some, &senders[i]), 0);
    }
    for (int i = 0; i < SENDERS; i++) {
        pthread_join(threads[i], NULL);
        acked += senders[i].acked;
    }
    expect_clean(program_stop(&program));
    assert_int_equal(acked, SENDERS * SENDS * 5);
    assert_int_equal(count_requests(world), acked);
}

static void test_what_was_acknowledged_survives_a_kill(void **state)
{
    enum { KILLS = 6 };
    World *world = *state;
    Program program;
    size_t acked = 0, sent = 0;
    for (int i = 0; i < KILLS; i++) {
        program_start(&program, world, "", false);
        /* Some before, some after, and the last as the program dies. */
        for (int at = 0; at <= i; at++, sent++) {
            Envelope envelope;
            seal(world, &envelope);
            acked += program_sync(&program, world, &envelope, 1) == 200;
        }
        program_kill(&program);
    }
    assert_int_equal(acked, sent);
    assert_int_equal(count_requests(world), acked);
}

static void test_a_full_disk_is_said_and_nothing_is_acknowledged(void **state)
{
    World *world = *state;
    Program program;
    size_t acked = 0;
    int status = 200;
    Envelope last;
    program_start(&program, world, "db_pages_max = 90\n", false);
    for (int i = 0; i < 25 && status == 200; i++) {
        Envelope envelopes[10];
        for (int at = 0; at < 10; at++) {
            seal(world, &envelopes[at]);
        }
        last = envelopes[0];
        status = program_sync(&program, world, envelopes, 10);
        acked += status == 200 ? 10 : 0;
    }
    assert_int_equal(status, 503);
    expect_alive(&program);
    expect_clean(program_stop(&program));
    assert_non_null(strstr(program.log, "store.full"));
    assert_int_equal(count_requests(world), acked);
    program_start(&program, world, "", false);
    assert_int_equal(program_sync(&program, world, &last, 1), 200);
    expect_clean(program_stop(&program));
    assert_int_equal(count_requests(world), acked + 1);
}

/* A write that fails for another reason than room: the outcome is unknown, so the hub ends without
 * a word and the kiosk sends again. */
static void test_a_failing_disk_ends_the_hub_and_acknowledges_nothing(void **state)
{
    World *world = *state;
    Program program;
    Envelope first, second;
    struct rlimit limit = {4096, 4096};
    seal(world, &first);
    seal(world, &second);
    program_start(&program, world, "", false);
    assert_int_equal(program_sync(&program, world, &first, 1), 200);
    assert_int_equal(prlimit(program.pid, RLIMIT_FSIZE, &limit, NULL), 0);
    assert_int_equal(program_sync(&program, world, &second, 1), 0);
    int status = program_wait(&program);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
    assert_non_null(strstr(program.log, "store.failed"));
    program_start(&program, world, "", false);
    assert_int_equal(program_sync(&program, world, &second, 1), 200);
    assert_int_equal(program_sync(&program, world, &second, 1), 200);
    expect_clean(program_stop(&program));
    assert_int_equal(count_requests(world), 2);
}

/* The store id as it stands on disk, and the heartbeat moved `back_s` seconds. */
static void look_at_store(const World *world, int64_t back_s, char id[32])
{
    sqlite3 *db = NULL;
    sqlite3_stmt *row = NULL;
    char sql[128];
    assert_int_equal(sqlite3_open(world->database, &db), SQLITE_OK);
    assert_int_equal(
        sqlite3_prepare_v2(db, "SELECT v FROM meta WHERE k = 'store_id'", -1, &row, NULL),
        SQLITE_OK);
    assert_int_equal(sqlite3_step(row), SQLITE_ROW);
    snprintf(id, 32, "%s", (const char *)sqlite3_column_text(row, 0));
    sqlite3_finalize(row);
    snprintf(sql, sizeof sql, "UPDATE meta SET v = cast(v AS INTEGER) - %lld WHERE k = 'heartbeat'",
             (long long)back_s);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}

static void test_a_restored_backup_gets_a_new_store_id_and_a_restart_keeps_it(void **state)
{
    World *world = *state;
    Program program;
    char first[32], second[32], third[32];
    program_start(&program, world, "", false);
    expect_clean(program_stop(&program));
    look_at_store(world, 0, first);
    program_start(&program, world, "", false);
    expect_clean(program_stop(&program));
    look_at_store(world, 20 * 3600, second);
    assert_string_equal(first, second);
    program_start(&program, world, "", false);
    expect_clean(program_stop(&program));
    look_at_store(world, 0, third);
    assert_string_not_equal(second, third);
    assert_int_equal(strlen(third), 16);
}

static void test_a_backup_is_made_and_opens(void **state)
{
    World *world = *state;
    Program program;
    Err err = {0};
    char command[WORLD_PATH_BYTES + 64], path[WORLD_PATH_BYTES + 64] = "";
    program_start(&program, world, "", false);
    for (int waited = 0; waited < 200 && path[0] == '\0'; waited++) {
        struct timespec now;
        clock_gettime(CLOCK_REALTIME, &now);
        long hour = now.tv_sec / 3600 % 24;
        if (hour == 0) {
            snprintf(command, sizeof command, "%s/backup/hub-d%02ld.db", world->folder,
                     now.tv_sec / 86400 % 14);
        } else {
            snprintf(command, sizeof command, "%s/backup/hub-h%02ld.db", world->folder, hour);
        }
        if (access(command, R_OK) == 0) {
            snprintf(path, sizeof path, "%s", command);
        }
        usleep(20000);
    }
    expect_clean(program_stop(&program));
    StoreOptions options = {path, false, 0};
    Store *copy = store_open(&options, &err);
    assert_non_null(copy);
    store_close(copy);
}

int main(void)
{
#define WITH_WORLD(test) cmocka_unit_test_setup_teardown(test, open_world, close_world)
    const struct CMUnitTest tests[] = {
        WITH_WORLD(test_many_at_once_are_all_kept),
        WITH_WORLD(test_what_was_acknowledged_survives_a_kill),
        WITH_WORLD(test_a_full_disk_is_said_and_nothing_is_acknowledged),
        WITH_WORLD(test_a_failing_disk_ends_the_hub_and_acknowledges_nothing),
        WITH_WORLD(test_a_restored_backup_gets_a_new_store_id_and_a_restart_keeps_it),
        WITH_WORLD(test_a_backup_is_made_and_opens),
    };
    return cmocka_run_group_tests_name("server disk", tests, NULL, NULL);
}
