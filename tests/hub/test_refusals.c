/* test_refusals.c - requests nobody should send: each gets the right problem, none gets through. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cmocka_first.h"
#include "world.h"

enum { HEADERS_BYTES = 1024 };

static int open_world(void **state)
{
    World *world = malloc(sizeof *world);
    assert_non_null(world);
    world_ready(world);
    *state = world;
    return 0;
}

static int close_world(void **state)
{
    world_close(*state);
    free(*state);
    return 0;
}

/* "@" in a header stands for the colleague's cookie, "#" for the kiosk's token. */
static void fill_in(const World *world, const char *from, char out[HEADERS_BYTES])
{
    size_t at = 0;
    for (; *from != '\0' && at < HEADERS_BYTES - 64; from++) {
        const char *value = *from == '@' ? world->cookie : *from == '#' ? world->bearer : NULL;
        if (value != NULL) {
            at += (size_t)snprintf(out + at, HEADERS_BYTES - at, "%s", value);
        } else {
            out[at++] = *from;
        }
    }
    out[at] = '\0';
}

typedef struct Row {
    const char *method, *target, *headers, *body;
    int status;
    const char *type;
} Row;

static void expect_rows(World *world, const Row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char headers[HEADERS_BYTES];
        fill_in(world, rows[i].headers, headers);
        world->now_ms += 5000;
        Answer answer = world_raw(world, rows[i].method, rows[i].target, headers, rows[i].body);
        if (answer.status != rows[i].status) {
            print_error("row %zu: %s %s\n", i, rows[i].method, rows[i].target);
        }
        world_expect(&answer, rows[i].status, rows[i].type);
        assert_non_null(answer.raw.body);
        world_forget(&answer);
    }
}

#define EXPECT(rows) expect_rows(*state, rows, sizeof rows / sizeof(rows)[0])
#define JSON "Host: h\nContent-Type: application/json\nContent-Length: 2\n"
#define PAGE JSON "Sec-Fetch-Site: same-origin\nCookie: __Host-oksp=@\n"

static void test_a_head_that_could_mean_two_things_is_refused(void **state)
{
    static const Row rows[] = {
        {"GET", "/livez", "", NULL, 400, "bad-request"},
        {"GET", "/livez", "Host: a\nHost: b\n", NULL, 400, "bad-request"},
        {"GET", "/livez", "host: a\nHOST: a\n", NULL, 400, "bad-request"},
        {"POST", "/v1/sync", JSON "Content-Length: 2\n", "{}", 400, "bad-request"},
        {"POST", "/v1/sync", JSON "Transfer-Encoding: chunked\n", "{}", 400, "bad-request"},
        {"GET", "/livez", "Host: h\nTransfer-Encoding: identity\n", NULL, 400, "bad-request"},
        {"POST", "/v1/sync", "Host: h\nContent-Length: +2\n", "{}", 400, "bad-request"},
        {"POST", "/v1/sync", "Host: h\nContent-Length: 2, 2\n", "{}", 400, "bad-request"},
        {"POST", "/v1/sync", "Host: h\nContent-Length: -1\n", "{}", 400, "bad-request"},
        {"POST", "/v1/sync", "Host: h\nContent-Type: application/json\n", "{}", 411,
         "length-required"},
        {"DELETE", "/v1/requests/x", "Host: h\n", NULL, 411, "length-required"},
        {"POST", "/v1/sync", JSON "Authorization: Bearer a\nAuthorization: Bearer b\n", "{}", 400,
         "bad-request"},
        {"GET", "/v1/me", "Host: h\nCookie: __Host-oksp=@\nCookie: a=b\n", NULL, 400,
         "bad-request"},
        {"GET", "/livez", "Host: h\nX: a\x01\n", NULL, 400, "bad-request"},
    };
    EXPECT(rows);
}

static void test_a_target_that_is_not_plain_is_refused(void **state)
{
    static const Row rows[] = {
        {"GET", "http://hub/livez", "Host: h\n", NULL, 400, "bad-request"},
        {"GET", "*", "Host: h\n", NULL, 400, "bad-request"},
        {"GET", "", "Host: h\n", NULL, 400, "bad-request"},
        {"GET", "/live\x01z", "Host: h\n", NULL, 400, "bad-request"},
        {"GET", "/livez\x7f", "Host: h\n", NULL, 400, "bad-request"},
        {"GET", "/%6civez", "Host: h\n", NULL, 400, "bad-request"},
        {"GET", "/..\\livez", "Host: h\n", NULL, 400, "bad-request"},
        {"GET", "/liv\xc3\xa9z", "Host: h\n", NULL, 400, "bad-request"},
        {"GET", "/livez/", "Host: h\n", NULL, 404, "not-found"},
        {"GET", "//livez", "Host: h\n", NULL, 404, "not-found"},
        {"GET", "/v1/../livez", "Host: h\n", NULL, 404, "not-found"},
        {"GET", "/v1/packs/00", "Host: h\n", NULL, 404, "not-found"},
        {"GET", "/", "Host: h\n", NULL, 404, "not-found"},
        {"GET", "/index.html", "Host: h\n", NULL, 404, "not-found"},
    };
    EXPECT(rows);
    char target[HUB_TARGET_BYTES_MAX + 2];
    memset(target, 'a', sizeof target);
    target[0] = '/';
    target[sizeof target - 1] = '\0';
    Answer answer = world_raw(*state, "GET", target, "Host: h\n", NULL);
    world_expect(&answer, 400, "bad-request");
    world_forget(&answer);
}

static void test_a_method_that_is_not_for_the_address_is_refused(void **state)
{
    static const Row rows[] = {
        {"HEAD", "/livez", "Host: h\n", NULL, 405, "method-not-allowed"},
        {"OPTIONS", "/v1/sync", "Host: h\n", NULL, 405, "method-not-allowed"},
        {"CONNECT", "/", "Host: h\n", NULL, 405, "method-not-allowed"},
        {"get", "/livez", "Host: h\n", NULL, 405, "method-not-allowed"},
        {"POST", "/livez", JSON, "{}", 405, "method-not-allowed"},
        {"GET", "/v1/sync", "Host: h\n", NULL, 405, "method-not-allowed"},
        {"PATCH", "/v1/requests", JSON, "{}", 405, "method-not-allowed"},
    };
    EXPECT(rows);
}

static void test_a_body_that_is_not_one_plain_object_is_refused(void **state)
{
#define SYNC "Authorization: Bearer #\n"
    static const Row rows[] = {
        {"POST", "/v1/sync", "Host: h\nContent-Length: 2\n" SYNC, "{}", 415, "unsupported-media"},
        {"POST", "/v1/sync", "Host: h\nContent-Length: 2\nContent-Type: text/plain\n" SYNC, "{}",
         415, "unsupported-media"},
        {"POST", "/v1/sync",
         "Host: h\nContent-Length: 2\nContent-Type: application/json; charset=utf-8\n" SYNC, "{}",
         422, "invalid"},
        {"POST", "/v1/sync", JSON SYNC, "", 400, "bad-request"},
        {"POST", "/v1/sync", JSON SYNC, "[]", 400, "bad-request"},
        {"POST", "/v1/sync", JSON SYNC, "\"a\"", 400, "bad-request"},
        {"POST", "/v1/sync", JSON SYNC, "{", 400, "bad-request"},
        {"POST", "/v1/sync", JSON SYNC, "{}x", 400, "bad-request"},
        {"POST", "/v1/sync", JSON SYNC, "{\"v\":1,\"v\":2}", 400, "bad-request"},
        {"POST", "/v1/sync", JSON SYNC, "{\"v\":\"\\u0000\"}", 400, "bad-request"},
        {"POST", "/v1/sync", JSON SYNC, "{\"v\":\"\xff\"}", 400, "bad-request"},
        {"POST", "/v1/sync", JSON SYNC, "{\"a\":[[[[[[[[1]]]]]]]]}", 400, "bad-request"},
        {"POST", "/v1/sync", JSON SYNC, "{\"a\":[[[[[[[1]]]]]]]}", 422, "invalid"},
        {"POST", "/v1/sync", JSON SYNC, "{\"a\":\"[[[[[[[[[[[[\\\"[[[[\"}", 422, "invalid"},
        {"POST", "/v1/sync", JSON SYNC, "<html>login</html>", 400, "bad-request"},
    };
    EXPECT(rows);
}

static void test_an_oversized_body_is_refused_with_its_limit(void **state)
{
    World *world = *state;
    Answer head =
        world_raw(world, "POST", "/v1/sync",
                  "Host: h\nContent-Length: 524289\nContent-Type: application/json\n", "{}");
    world_expect(&head, 413, "too-large");
    assert_int_equal(world_number(&head, "limit"), 524288);
    world_forget(&head);
    head = world_raw(world, "POST", "/v1/sync", "Host: h\nContent-Length: 99999999999999\n", "{}");
    world_expect(&head, 413, "too-large");
    world_forget(&head);
    /* One that lied about its length. */
    char *body = malloc((size_t)HUB_BODY_BYTES_MAX + 2);
    assert_non_null(body);
    memset(body, ' ', (size_t)HUB_BODY_BYTES_MAX + 1);
    body[HUB_BODY_BYTES_MAX + 1] = '\0';
    head = world_raw(world, "POST", "/v1/sync", JSON, body);
    world_expect(&head, 413, "too-large");
    world_forget(&head);
    free(body);
}

static void test_staff_addresses_need_page_type_session_in_this_order(void **state)
{
    static const Row rows[] = {
        {"POST", "/v1/logout", JSON "Cookie: __Host-oksp=@\n", "{}", 403, "forbidden"},
        {"POST", "/v1/logout", JSON "Sec-Fetch-Site: cross-site\nCookie: __Host-oksp=@\n", "{}",
         403, "forbidden"},
        {"POST", "/v1/logout", JSON "Sec-Fetch-Site: same-site\nCookie: __Host-oksp=@\n", "{}", 403,
         "forbidden"},
        {"POST", "/v1/login", JSON, "{}", 403, "forbidden"},
        {"POST", "/v1/login/start", JSON "Sec-Fetch-Site: none\n", "{}", 403, "forbidden"},
        {"POST", "/v1/logout", JSON "Sec-Fetch-Site: same-origin\n", "{}", 401, "unauthenticated"},
        {"POST", "/v1/logout", JSON "Sec-Fetch-Site: same-origin\nCookie: __Host-oksp=x\n", "{}",
         401, "unauthenticated"},
        {"POST", "/v1/logout",
         JSON "Sec-Fetch-Site: same-origin\nCookie: __Host-oksp="
              "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n",
         "{}", 401, "unauthenticated"},
        {"POST", "/v1/logout", JSON "Sec-Fetch-Site: same-origin\nCookie: x__Host-oksp=@\n", "{}",
         401, "unauthenticated"},
        {"POST", "/v1/logout",
         "Host: h\nContent-Length: 2\nContent-Type: text/plain\nSec-Fetch-Site: same-origin\n"
         "Cookie: __Host-oksp=@\n",
         "{}", 415, "unsupported-media"},
        {"GET", "/v1/me", "Host: h\n", NULL, 401, "unauthenticated"},
        {"GET", "/v1/requests", "Host: h\n", NULL, 401, "unauthenticated"},
        {"GET", "/v1/kiosks", "Host: h\nAuthorization: Bearer #\n", NULL, 401, "unauthenticated"},
        {"POST", "/v1/sync", PAGE, "{}", 401, "unauthenticated"},
        {"POST", "/v1/sync", JSON "Authorization: Basic #\n", "{}", 401, "unauthenticated"},
        {"POST", "/v1/kiosks", PAGE, "{}", 422, "invalid"},
        {"POST", "/v1/requests/00/events", PAGE, "{}", 404, "not-found"},
        {"POST", "/v1/requests/0000000000000000000000000000000G/events", PAGE, "{}", 404,
         "not-found"},
        {"POST", "/v1/requests/0000000000000000000000000000000A/events", PAGE, "{}", 404,
         "not-found"},
    };
    EXPECT(rows);
}

static void test_a_session_may_ask_ten_times_a_second(void **state)
{
    World *world = *state;
    int status = 200, calls = 0;
    for (; status == 200 && calls < 200; calls++) {
        world->now_ms -= 5000;
        status = world_status(world, "GET", "/v1/kiosks", NULL);
    }
    assert_int_equal(status, 429);
    assert_int_equal(calls, 41);
}

static void test_the_page_is_served_in_development_only_and_with_its_headers(void **state)
{
    World *world = *state;
    world->hub.options.dev = true;
    world->hub.options.inbox_dir = world->folder;
    char path[128];
    snprintf(path, sizeof path, "%s/index.html", world->folder);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs("<!doctype html>", file);
    fclose(file);
    Answer page = world_raw(world, "GET", "/", "Host: h\n", NULL);
    assert_int_equal(page.status, 200);
    assert_string_equal(page.raw.content_type, "text/html; charset=utf-8");
    assert_string_equal(page.raw.headers[0].name, "Content-Security-Policy");
    assert_non_null(strstr(page.raw.headers[0].value, "trusted-types 'none'"));
    assert_null(strstr(page.raw.headers[0].value, "unsafe-inline"));
    world_forget(&page);
    static const char *const bad[] = {"/hub.db",       "/hub.key",      "/../index.html",
                                      "/./index.html", "/.hidden.html", "/missing.html",
                                      "/a//b.html",    "/..html"};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        page = world_raw(world, "GET", bad[i], "Host: h\n", NULL);
        world_expect(&page, 404, "not-found");
        world_forget(&page);
    }
    world->hub.options.dev = false;
    page = world_raw(world, "GET", "/", "Host: h\n", NULL);
    world_expect(&page, 404, "not-found");
    world_forget(&page);
}

/* The value of a header in a reply, or NULL. */
static const char *header_of(const Answer *answer, Str name)
{
    for (size_t i = 0; i < answer->raw.header_count; i++) {
        if (str_equal(str_of(answer->raw.headers[i].name), name)) {
            return answer->raw.headers[i].value;
        }
    }
    return NULL;
}

/* "add_header Name value always;" of nginx: true when the page in development has the same. HSTS
 * is the proxy's alone: there is no TLS on loopback. */
static bool same_in_development(const Answer *page, char *line)
{
    Str rest = str_trim(str_of(line));
    if (!str_starts_with(rest, STR("add_header "))) {
        return true;
    }
    str_cut(&rest, ' ');
    Str name = str_cut(&rest, ' ');
    if (str_equal(name, STR("Strict-Transport-Security"))) {
        return true;
    }
    assert_true(str_ends_with(rest, STR(" always;")));
    rest.size -= strlen(" always;");
    if (rest.data[0] == '"') {
        rest = (Str){rest.data + 1, rest.size - 2};
    }
    const char *ours = header_of(page, name);
    return ours != NULL && str_equal(str_of(ours), rest);
}

static void test_the_page_has_the_same_headers_from_nginx_and_in_development(void **state)
{
    World *world = *state;
    char line[1024], path[128];
    int compared = 0;
    world->hub.options.dev = true;
    world->hub.options.inbox_dir = world->folder;
    snprintf(path, sizeof path, "%s/index.html", world->folder);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fclose(file);
    Answer page = world_raw(world, "GET", "/", "Host: h\n", NULL);
    file = fopen(OKSP_SOURCE_DIR "/deploy/nginx/oksp-page-headers.conf", "r");
    assert_non_null(file);
    while (fgets(line, sizeof line, file) != NULL) {
        if (!same_in_development(&page, line)) {
            fail_msg("differs: %s", line);
        }
        compared += strncmp(line, "add_header", 10) == 0;
    }
    fclose(file);
    assert_int_equal(compared, page.raw.header_count + 1);
    world_forget(&page);
}

static void test_ready_means_the_heartbeat_is_young(void **state)
{
    World *world = *state;
    Answer ready = world_raw(world, "GET", "/readyz", "Host: h\n", NULL);
    assert_int_equal(ready.status, 200);
    world_forget(&ready);
    world->now_s += 61;
    ready = world_raw(world, "GET", "/readyz", "Host: h\n", NULL);
    world_expect(&ready, 503, "store-unavailable");
    world_forget(&ready);
    world->now_s -= 122; /* a heartbeat from the future is none */
    ready = world_raw(world, "GET", "/readyz", "Host: h\n", NULL);
    world_expect(&ready, 503, "store-unavailable");
    world_forget(&ready);
    ready = world_raw(world, "GET", "/livez", "Host: h\n", NULL);
    assert_int_equal(ready.status, 200);
    world_forget(&ready);
}

int main(void)
{
#define WITH_WORLD(test) cmocka_unit_test_setup_teardown(test, open_world, close_world)
    const struct CMUnitTest tests[] = {
        WITH_WORLD(test_a_head_that_could_mean_two_things_is_refused),
        WITH_WORLD(test_a_target_that_is_not_plain_is_refused),
        WITH_WORLD(test_a_method_that_is_not_for_the_address_is_refused),
        WITH_WORLD(test_a_body_that_is_not_one_plain_object_is_refused),
        WITH_WORLD(test_an_oversized_body_is_refused_with_its_limit),
        WITH_WORLD(test_staff_addresses_need_page_type_session_in_this_order),
        WITH_WORLD(test_a_session_may_ask_ten_times_a_second),
        WITH_WORLD(test_the_page_is_served_in_development_only_and_with_its_headers),
        WITH_WORLD(test_the_page_has_the_same_headers_from_nginx_and_in_development),
        WITH_WORLD(test_ready_means_the_heartbeat_is_young),
    };
    return cmocka_run_group_tests_name("refusals", tests, NULL, NULL);
}
