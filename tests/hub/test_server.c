/* test_server.c - the real program on a real socket: hostile bytes, slow callers, its commands, its
 * log. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
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
    /* Two hubs on one database would number changes twice. */
    assert_int_equal(exit_of(program_run(program.config, "serve", NULL)), 1);
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
        WITH_WORLD(test_it_serves_on_a_unix_socket_too),
        WITH_WORLD(test_commands_say_by_their_exit_how_it_went),
        WITH_WORLD(test_the_log_names_nobody),
    };
    return cmocka_run_group_tests_name("server", tests, NULL, NULL);
}
