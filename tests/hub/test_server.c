/* test_server.c - the real program on a real socket: hostile bytes, crashes, a full disk, a disk
 * that fails, a restored backup, many at once. */
#include <pthread.h>
#include <signal.h>
#include <sodium.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "cmocka_first.h"
#include "program.h"

enum { WAIT_MS = 3000, QUIET_MS = 300 };

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

static void test_hostile_bytes_get_a_refusal_and_the_hub_goes_on(void **state)
{
#define CL "Host: h\r\nContent-Type: application/json\r\nContent-Length: "
    const struct {
        const char *name;
        Bytes bytes;
        bool may_be_silent; /* the library closes without a word */
    } rows[] = {
        {"both lengths",
         PROGRAM_BYTES("POST /v1/sync HTTP/1.1\r\n" CL "5\r\nTransfer-Encoding: chunked\r\n\r\n"
                       "0\r\n\r\n"),
         false},
        {"two lengths",
         PROGRAM_BYTES("POST /v1/sync HTTP/1.1\r\n" CL "2\r\nContent-Length: 5\r\n\r\n{}abc"),
         false},
        {"a list of lengths", PROGRAM_BYTES("POST /v1/sync HTTP/1.1\r\n" CL "2, 5\r\n\r\n{}abc"),
         false},
        {"chunks",
         PROGRAM_BYTES("POST /v1/sync HTTP/1.1\r\nHost: h\r\n"
                       "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"),
         false},
        {"a bad chunk",
         PROGRAM_BYTES("POST /v1/sync HTTP/1.1\r\nHost: h\r\n"
                       "Transfer-Encoding: chunked\r\n\r\nzz\r\n"),
         false},
        {"identity",
         PROGRAM_BYTES("POST /v1/sync HTTP/1.1\r\nHost: h\r\n"
                       "Transfer-Encoding: identity\r\n\r\n"),
         false},
        {"no host", PROGRAM_BYTES("GET /livez HTTP/1.1\r\n\r\n"), false},
        {"two hosts", PROGRAM_BYTES("GET /livez HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"), false},
        {"absolute form", PROGRAM_BYTES("GET http://h/livez HTTP/1.1\r\nHost: h\r\n\r\n"), false},
        {"a host of words", PROGRAM_BYTES("CONNECT h:80 HTTP/1.1\r\nHost: h\r\n\r\n"), false},
        {"an escape", PROGRAM_BYTES("GET /%6civez HTTP/1.1\r\nHost: h\r\n\r\n"), false},
        /* The library ends the target at the NUL: no more opens than what stands before it. */
        {"a NUL in the target", PROGRAM_BYTES("GET /v1/me\0x HTTP/1.1\r\nHost: h\r\n\r\n"), true},
        {"a control byte", PROGRAM_BYTES("GET /liv\x01z HTTP/1.1\r\nHost: h\r\n\r\n"), false},
        {"a space before the colon",
         PROGRAM_BYTES("POST /v1/sync HTTP/1.1\r\nHost: h\r\nContent-Length : 2\r\n\r\n{}"), true},
        {"too much promised", PROGRAM_BYTES("POST /v1/sync HTTP/1.1\r\n" CL "524289\r\n\r\n{}"),
         false},
        {"an unknown method", PROGRAM_BYTES("BREW /livez HTTP/1.1\r\nHost: h\r\n\r\n"), false},
        {"no protocol", PROGRAM_BYTES("GET /livez\r\n\r\n"), true},
        {"not HTTP", PROGRAM_BYTES("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n"), true},
    };
    Program program;
    program_start(&program, *state, "", false);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const char *reply =
            program_say(&program, rows[i].bytes, rows[i].may_be_silent ? QUIET_MS : WAIT_MS);
        int status = program_status(reply);
        bool refused = (status >= 400 && status < 500) || (rows[i].may_be_silent && status == 0);
        if (!refused) {
            fail_msg("%s: %.200s", rows[i].name, reply);
        }
        expect_alive(&program);
    }
    expect_clean(program_stop(&program));
}

static void test_a_huge_header_is_refused(void **state)
{
    enum { HEAD_BYTES = 100000 };
    Program program;
    char *head = malloc(HEAD_BYTES + 64);
    assert_non_null(head);
    int at = snprintf(head, HEAD_BYTES, "GET /livez HTTP/1.1\r\nHost: h\r\nX: ");
    memset(head + at, 'a', HEAD_BYTES);
    memcpy(head + HEAD_BYTES, "\r\n\r\n", 5);
    program_start(&program, *state, "", false);
    int status = program_status(program_say(&program, (Bytes){head, HEAD_BYTES + 4}, WAIT_MS));
    assert_true(status == 0 || (status >= 400 && status < 500));
    expect_alive(&program);
    expect_clean(program_stop(&program));
    free(head);
}

/* Somebody who never finishes must not stop the others. */
static void test_a_caller_that_drips_holds_nobody_up(void **state)
{
    enum { DRIPPERS = 40 };
    static const char half[] = "POST /v1/sync HTTP/1.1\r\nHost: h\r\nContent-Type: "
                               "application/json\r\nContent-Length: 100000\r\n\r\n{\"v\":";
    Program program;
    int fds[DRIPPERS];
    program_start(&program, *state, "", false);
    for (int i = 0; i < DRIPPERS; i++) {
        fds[i] = program_connect(&program);
        assert_true(fds[i] >= 0);
        assert_int_equal(send(fds[i], half, sizeof half - 1, MSG_NOSIGNAL), sizeof half - 1);
    }
    for (int i = 0; i < 10; i++) {
        expect_alive(&program);
    }
    expect_clean(program_stop(&program));
    for (int i = 0; i < DRIPPERS; i++) {
        close(fds[i]);
    }
}

static void test_a_caller_that_leaves_while_we_write_does_no_harm(void **state)
{
    World *world = *state;
    Program program;
    program_start(&program, world, "", false);
    for (int i = 0; i < 25; i++) {
        Envelope envelope;
        char request[16384];
        seal(world, &envelope);
        char *body = world_sync_body(world, &envelope, 1);
        int size = snprintf(request, sizeof request,
                            "POST /v1/sync HTTP/1.1\r\nHost: h\r\nContent-Type: application/json"
                            "\r\nAuthorization: Bearer %s\r\nContent-Length: %zu\r\n\r\n%s",
                            world->bearer, strlen(body), body);
        int fd = program_connect(&program);
        struct linger at_once = {1, 0};
        setsockopt(fd, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
        (void)!send(fd, request, (size_t)size, MSG_NOSIGNAL);
        close(fd);
        free(body);
    }
    expect_alive(&program);
    expect_clean(program_stop(&program));
}

typedef struct Sender {
    const World *world;
    const Program *program;
    size_t acked;
} Sender;

enum { SENDERS = 4, SENDS = 6 };

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

static void test_it_serves_on_a_unix_socket_too(void **state)
{
    World *world = *state;
    Program program;
    char more[WORLD_PATH_BYTES + 64];
    snprintf(more, sizeof more, "listen = unix:%s/hub.sock\n", world->folder);
    for (int i = 0; i < 2; i++) { /* the second finds the socket file of the first */
        program_start(&program, world, more, false);
        assert_int_equal(program.port, 0);
        expect_alive(&program);
        program_kill(&program);
    }
}

static int exit_of(int status)
{
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void test_commands_say_by_their_exit_how_it_went(void **state)
{
    World *world = *state;
    Program program;
    char more[WORLD_PATH_BYTES + 64];
    snprintf(more, sizeof more, "listen = unix:%s/hub.sock\n", world->folder);
    program_config(&program, world, more);
    assert_int_equal(exit_of(program_run(program.config, "serve", "--dev")), 1);
    assert_int_equal(exit_of(program_run(program.config, "init", NULL)), 1);
    assert_int_equal(exit_of(program_run(program.config, "recover", NULL)), 0);
    assert_int_equal(exit_of(program_run(program.config, "dance", NULL)), 2);
    assert_int_equal(exit_of(program_run(program.config, "serve", "--loud")), 2);
    assert_int_equal(exit_of(program_run("/nonexistent.ini", "serve", NULL)), 1);
    /* Nobody serves: the doctor misses the heartbeat. Then somebody does. */
    assert_int_equal(exit_of(program_run(program.config, "doctor", NULL)), 1);
    program_start(&program, world, more, false);
    assert_int_equal(exit_of(program_run(program.config, "doctor", NULL)), 0);
    expect_clean(program_stop(&program));
}

static void test_the_log_names_nobody(void **state)
{
    World *world = *state;
    Program program;
    Envelope envelope;
    seal(world, &envelope);
    program_start(&program, world, "", false);
    assert_int_equal(program_sync(&program, world, &envelope, 1), 200);
    program_say(&program,
                PROGRAM_BYTES("POST /v1/login HTTP/1.1\r\nHost: h\r\nContent-Length: 90\r\n"
                              "Content-Type: application/json\r\nSec-Fetch-Site: same-origin\r\n"
                              "\r\n{\"email\":\"canary@example.nl\",\"ak\":\"AAAAAAAAAAAAAAAAAAAAAA"
                              "AAAAAAAAAAAAAAAAAAAAA\"}    "),
                WAIT_MS);
    expect_clean(program_stop(&program));
    assert_null(strstr(program.log, "canary"));
    assert_null(strstr(program.log, world->bearer));
    assert_null(strstr(program.log, "Noor"));
}

int main(void)
{
#define WITH_WORLD(test) cmocka_unit_test_setup_teardown(test, open_world, close_world)
    const struct CMUnitTest tests[] = {
        WITH_WORLD(test_hostile_bytes_get_a_refusal_and_the_hub_goes_on),
        WITH_WORLD(test_a_huge_header_is_refused),
        WITH_WORLD(test_a_caller_that_drips_holds_nobody_up),
        WITH_WORLD(test_a_caller_that_leaves_while_we_write_does_no_harm),
        WITH_WORLD(test_many_at_once_are_all_kept),
        WITH_WORLD(test_what_was_acknowledged_survives_a_kill),
        WITH_WORLD(test_a_full_disk_is_said_and_nothing_is_acknowledged),
        WITH_WORLD(test_a_failing_disk_ends_the_hub_and_acknowledges_nothing),
        WITH_WORLD(test_a_restored_backup_gets_a_new_store_id_and_a_restart_keeps_it),
        WITH_WORLD(test_a_backup_is_made_and_opens),
        WITH_WORLD(test_it_serves_on_a_unix_socket_too),
        WITH_WORLD(test_commands_say_by_their_exit_how_it_went),
        WITH_WORLD(test_the_log_names_nobody),
    };
    return cmocka_run_group_tests_name("server", tests, NULL, NULL);
}
