/* test_api_login.c - who comes in: setup, login, sessions, what the page gets to unlock. */
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "cmocka_first.h"
#include "world.h"

static const char wrong_ak[] = "{\"email\":\"noor@example.nl\",\"ak\":"
                               "\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}";
static const char right_ak[] = "{\"email\":\"noor@example.nl\",\"ak\":"
                               "\"BQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQU\"}";

static int open_world(void **state)
{
    World *world = malloc(sizeof *world);
    assert_non_null(world);
    world_ready(world);
    *state = world;
    return 0;
}

static int open_empty(void **state)
{
    World *world = malloc(sizeof *world);
    assert_non_null(world);
    world_open(world);
    *state = world;
    return 0;
}

static int close_world(void **state)
{
    world_close(*state);
    free(*state);
    return 0;
}

static void test_setup_happens_once_and_only_with_the_token(void **state)
{
    World *world = *state;
    char *body = world_setup_body(world), right[WORLD_TOKEN_BYTES];
    snprintf(right, sizeof right, "%s", world->setup_token);
    world->setup_token[0] = right[0] == 'A' ? 'B' : 'A';
    char *wrong = world_setup_body(world);
    Answer answer = world_call(world, "POST", "/v1/setup", wrong);
    world_expect(&answer, 401, "unauthenticated");
    world_forget(&answer);
    answer = world_call(world, "POST", "/v1/setup", body);
    world_expect(&answer, 201, NULL);
    assert_string_equal(world_text(&answer, "org"), "9b1c6c1e5f1f4c0e");
    assert_string_equal(world_text(&answer, "store"), "00112233aabbccdd");
    world_forget(&answer);
    answer = world_call(world, "POST", "/v1/setup", body);
    world_expect(&answer, 409, "already-set-up");
    world_forget(&answer);
    free(wrong);
    free(body);
}

/* Replace, in the setup body, the member at "a" or "a.b" by JSON (NULL = remove it). */
static char *changed_setup(World *world, const char *path, const char *value)
{
    char *body = world_setup_body(world);
    json_t *root = json_loads(body, 0, NULL), *object = root;
    Str rest = str_of(path);
    char name[32];
    Str first = str_cut(&rest, '.');
    str_copy(first, name, sizeof name);
    if (rest.data != NULL) {
        json_t *below = json_object_get(root, name);
        object = json_is_array(below) ? json_array_get(below, 0) : below;
        str_copy(rest, name, sizeof name);
    }
    json_object_del(object, name);
    if (value != NULL) {
        json_object_set_new(object, name, json_loads(value, JSON_DECODE_ANY, NULL));
    }
    free(body);
    body = json_dumps(root, JSON_COMPACT);
    json_decref(root);
    return body;
}

static void test_every_wrong_member_of_a_setup_is_named(void **state)
{
    static const struct {
        const char *path, *value, *pointer;
    } rows[] = {
        {"v", "2", "/v"},
        {"org", "\"9b1c\"", "/org"},
        {"org", "\"9b1c6c1e5f1f4c0f\"", "/keyring_sig"},
        {"name", "\"\"", "/name"},
        {"name", "\"a\\u0007b\"", "/name"},
        {"keyring", "\"{}\"", "/keyring"},
        {"keyring_sig", "\"untrusted comment: x\\nAAAA\\n\"", "/keyring_sig"},
        {"member", NULL, "/member"},
        {"member.id", "\"00000000000000000000000000000000\"", "/member/id"},
        {"member.email", "\"nobody\"", "/member/email"},
        {"member.email", "\"a@b@c\"", "/member/email"},
        {"member.role", "2", "/member/role"},
        {"member.salt", "\"AAAA\"", "/member/salt"},
        {"member.t", "2", "/member/t"},
        {"member.m_kib", "65535", "/member/m_kib"},
        {"member.ak", "\"AA\"", "/member/ak"},
        {"member.wrapped", "\"AA\"", "/member/wrapped"},
        {"member.attest_epoch", "0", "/member/attest_epoch"},
        {"grants", "[]", "/grants"},
        {"grants.sealed", "\"AA\"", "/grants/0/sealed"},
        {"settings.retention_days", "91", "/settings/retention_days"},
        {"settings.promise_days", "0", "/settings/promise_days"},
        {"settings.weekdays", "[8]", "/settings/weekdays"},
        {"settings.weekdays", "[]", "/settings/weekdays"},
        {"settings.next_s", "1", "/settings/next_s"},
        {"settings.closures", "[{\"from\":\"2026-02-30\",\"to\":\"2026-03-01\"}]",
         "/settings/closures/0/from"},
        {"settings.closures", "[{\"from\":\"2026-03-02\",\"to\":\"2026-03-01\"}]",
         "/settings/closures/0/to"},
    };
    World *world = *state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char *body = changed_setup(world, rows[i].path, rows[i].value);
        Answer answer = world_call(world, "POST", "/v1/setup", body);
        world_expect(&answer, 422, "invalid");
        bool named = false;
        size_t at;
        json_t *row;
        json_array_foreach(json_object_get(answer.json, "errors"), at, row)
        {
            named = named || strcmp(world_json_text(row, "pointer"), rows[i].pointer) == 0;
        }
        if (!named) {
            fail_msg("row %zu: %s", i, answer.raw.body);
        }
        world_forget(&answer);
        free(body);
    }
    /* None of them used the token up. */
    char *body = changed_setup(world, "settings", NULL);
    assert_int_equal(world_status(world, "POST", "/v1/setup", body), 201);
    free(body);
}

static void test_a_login_opens_and_a_logout_closes(void **state)
{
    World *world = *state;
    assert_int_equal(world_status(world, "GET", "/v1/me", NULL), 200);
    Answer out = world_call(world, "POST", "/v1/logout", "{}");
    world_expect(&out, 204, NULL);
    bool cleared = false;
    for (size_t i = 0; i < out.raw.header_count; i++) {
        cleared = cleared || strcmp(out.raw.headers[i].name, "Clear-Site-Data") == 0;
    }
    assert_true(cleared);
    world_forget(&out);
    assert_int_equal(world_status(world, "GET", "/v1/me", NULL), 401);
}

static void test_the_cookie_is_secure_unless_in_development(void **state)
{
    World *world = *state;
    Answer answer = world_call(world, "POST", "/v1/login", right_ak);
    const char *cookie = answer.raw.headers[1].value;
    assert_string_equal(answer.raw.headers[1].name, "Set-Cookie");
    assert_int_equal(strncmp(cookie, "__Host-oksp=", 12), 0);
    assert_non_null(strstr(cookie, "; Secure; HttpOnly; SameSite=Strict; Path=/"));
    world_forget(&answer);
    world->hub.options.dev = true;
    answer = world_call(world, "POST", "/v1/login", right_ak);
    cookie = answer.raw.headers[1].value;
    assert_int_equal(strncmp(cookie, "oksp-dev=", 9), 0);
    assert_null(strstr(cookie, "Secure"));
    assert_null(strstr(cookie, "Max-Age"));
    world_forget(&answer);
    /* The other cookie opens nothing. */
    assert_int_equal(world_status(world, "GET", "/v1/me", NULL), 401);
}

static void test_an_unknown_email_is_answered_like_a_known_one(void **state)
{
    World *world = *state;
    static const char nobody[] = "{\"email\":\"nobody@example.nl\"}";
    Answer first = world_call(world, "POST", "/v1/login/start", nobody);
    Answer again = world_call(world, "POST", "/v1/login/start", nobody);
    Answer other = world_call(world, "POST", "/v1/login/start", "{\"email\":\"x@example.nl\"}");
    Answer known = world_call(world, "POST", "/v1/login/start", "{\"email\":\" NOOR@example.nl\"}");
    world_expect(&first, 200, NULL);
    assert_string_equal(world_text(&first, "salt"), world_text(&again, "salt"));
    assert_string_not_equal(world_text(&first, "salt"), world_text(&other, "salt"));
    assert_int_equal(first.raw.body_size, known.raw.body_size);
    assert_string_equal(world_text(&known, "salt"), "AQEBAQEBAQEBAQEBAQEBAQ");
    Answer refused = world_call(world, "POST", "/v1/login", wrong_ak);
    world->now_ms += 100000;
    Answer unknown = world_call(
        world, "POST", "/v1/login",
        "{\"email\":\"nobody@example.nl\",\"ak\":\"BQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQU\"}");
    world_expect(&refused, 401, "unauthenticated");
    assert_string_equal(refused.raw.body, unknown.raw.body);
    world_forget(&first);
    world_forget(&again);
    world_forget(&other);
    world_forget(&known);
    world_forget(&refused);
    world_forget(&unknown);
}

static void test_failed_logins_wait_one_two_four_up_to_sixty_seconds(void **state)
{
    static const int waits[] = {1, 2, 4, 8, 16, 32, 60, 60};
    World *world = *state;
    for (size_t i = 0; i < sizeof waits / sizeof waits[0]; i++) {
        assert_int_equal(world_status(world, "POST", "/v1/login", wrong_ak), 401);
        world->now_ms -= 5000; /* world_call() moves on by 5 s before it calls */
        Answer early = world_call(world, "POST", "/v1/login", right_ak);
        world_expect(&early, 429, "rate-limited");
        char want[16];
        snprintf(want, sizeof want, "%d", waits[i]);
        assert_string_equal(early.raw.headers[0].value, want);
        world_forget(&early);
        world->now_ms += 60000;
    }
    assert_int_equal(world_status(world, "POST", "/v1/login", right_ak), 204);
    assert_int_equal(world_status(world, "POST", "/v1/login", wrong_ak), 401);
    world->now_ms -= 4000;
    assert_int_equal(world_status(world, "POST", "/v1/login", right_ak), 204);
}

static void test_one_address_may_try_twenty_logins_a_minute(void **state)
{
    World *world = *state;
    int status = 200, calls = 0;
    for (; status == 200 && calls < 60; calls++) {
        world->now_ms -= 5000;
        status = world_status(world, "POST", "/v1/login/start", "{\"email\":\"a@b.nl\"}");
    }
    assert_int_equal(status, 429);
    assert_true(calls > 15 && calls <= 21);
    /* Looking salts up used none of the logins up. */
    world->now_ms -= 5000;
    assert_int_equal(world_status(world, "POST", "/v1/login", right_ak), 204);
}

static void test_a_session_ends_after_half_an_hour_idle_and_ten_hours_at_all(void **state)
{
    World *world = *state;
    for (int minute = 0; minute < 600; minute += 25) {
        assert_int_equal(world_status(world, "GET", "/v1/me", NULL), 200);
        world->now_s += 25 * 60;
    }
    assert_int_equal(world_status(world, "GET", "/v1/me", NULL), 200);
    world->now_s += 1;
    assert_int_equal(world_status(world, "GET", "/v1/me", NULL), 401);
    assert_int_equal(world_status(world, "POST", "/v1/login", right_ak), 204);
}

static void test_an_idle_session_is_over(void **state)
{
    World *world = *state;
    world->now_s += 30 * 60 + 1;
    assert_int_equal(world_status(world, "GET", "/v1/me", NULL), 401);
}

static void test_me_gives_what_the_page_needs_to_unlock(void **state)
{
    World *world = *state;
    Answer me = world_call(world, "GET", "/v1/me", NULL);
    world_expect(&me, 200, NULL);
    json_t *member = json_object_get(me.json, "member");
    assert_string_equal(world_json_text(member, "email"), "noor@example.nl");
    assert_string_equal(world_json_text(member, "salt"), "AQEBAQEBAQEBAQEBAQEBAQ");
    assert_int_equal(world_json_number(member, "role"), 3);
    assert_int_equal(strlen(world_text(&me, "wrapped")), 139);
    assert_int_equal(json_array_size(json_object_get(me.json, "grants")), 1);
    assert_int_equal(json_array_size(json_object_get(me.json, "members")), 1);
    assert_int_equal(world_json_number(json_object_get(me.json, "settings"), "retention_days"), 28);
    assert_string_equal(world_text(&me, "org"), "9b1c6c1e5f1f4c0e");
    assert_true(strlen(world_text(&me, "keyring")) > 100);
    assert_null(json_object_get(member, "auth_hash"));
    assert_null(strstr(me.raw.body, "totp"));
    world_forget(&me);
}

int main(void)
{
#define WITH_WORLD(test) cmocka_unit_test_setup_teardown(test, open_world, close_world)
#define WITH_EMPTY(test) cmocka_unit_test_setup_teardown(test, open_empty, close_world)
    const struct CMUnitTest tests[] = {
        WITH_EMPTY(test_setup_happens_once_and_only_with_the_token),
        WITH_EMPTY(test_every_wrong_member_of_a_setup_is_named),
        WITH_WORLD(test_a_login_opens_and_a_logout_closes),
        WITH_WORLD(test_the_cookie_is_secure_unless_in_development),
        WITH_WORLD(test_an_unknown_email_is_answered_like_a_known_one),
        WITH_WORLD(test_failed_logins_wait_one_two_four_up_to_sixty_seconds),
        WITH_WORLD(test_one_address_may_try_twenty_logins_a_minute),
        WITH_WORLD(test_a_session_ends_after_half_an_hour_idle_and_ten_hours_at_all),
        WITH_WORLD(test_an_idle_session_is_over),
        WITH_WORLD(test_me_gives_what_the_page_needs_to_unlock),
    };
    return cmocka_run_group_tests_name("api login", tests, NULL, NULL);
}
