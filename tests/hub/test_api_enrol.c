/* test_api_enrol.c - how a kiosk comes in, and the keyring it fetches. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cmocka_first.h"
#include "world.h"

enum { TARGET_BYTES = 128 };

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

static Answer sync_with(World *world, const Envelope *envelopes, size_t count)
{
    char *body = world_sync_body(world, envelopes, count);
    Answer answer = world_kiosk_call(world, "/v1/sync", body);
    free(body);
    return answer;
}

static Answer new_code(World *world)
{
    char target[TARGET_BYTES];
    snprintf(target, sizeof target, "/v1/kiosks/%s/code", world->kiosk);
    Answer answer = world_call(world, "POST", target, "{}");
    world_expect(&answer, 201, NULL);
    return answer;
}

static Answer enrol(World *world, const char *code)
{
    char body[256];
    snprintf(body, sizeof body,
             "{\"v\":1,\"code\":\"%s\",\"hw\":\"ffeeddccbbaa9988\",\"app\":\"1.0.0\"}", code);
    return world_kiosk_call(world, "/v1/enrol", body);
}

static void test_a_code_works_until_the_first_sync_with_its_token(void **state)
{
    World *world = *state;
    Answer code = new_code(world);
    const char *text = world_text(&code, "code");
    /* The old token goes on, and does not use the new code up. */
    Answer old = sync_with(world, NULL, 0);
    assert_int_equal(old.status, 200);
    Answer first = enrol(world, text), second = enrol(world, text);
    world_expect(&first, 201, NULL);
    world_expect(&second, 201, NULL);
    assert_string_equal(world_text(&second, "kiosk"), world->kiosk);
    assert_string_not_equal(world_text(&first, "token"), world_text(&second, "token"));
    snprintf(world->bearer, sizeof world->bearer, "%s", world_text(&first, "token"));
    Answer voided = sync_with(world, NULL, 0);
    world_expect(&voided, 401, "unauthenticated");
    snprintf(world->bearer, sizeof world->bearer, "%s", world_text(&second, "token"));
    Answer synced = sync_with(world, NULL, 0);
    world_expect(&synced, 200, NULL);
    Answer third = enrol(world, text);
    world_expect(&third, 401, "unauthenticated");
    world_forget(&code);
    world_forget(&old);
    world_forget(&first);
    world_forget(&second);
    world_forget(&voided);
    world_forget(&synced);
    world_forget(&third);
}

static void test_an_enrolment_carries_what_the_kiosk_must_believe(void **state)
{
    World *world = *state;
    Answer code = new_code(world), answer = enrol(world, world_text(&code, "code"));
    Answer keyring = world_call(world, "GET", "/v1/keyring", NULL);
    Answer signature = world_call(world, "GET", "/v1/keyring.minisig", NULL);
    assert_string_equal(world_text(&answer, "org"), "9b1c6c1e5f1f4c0e");
    assert_string_equal(world_text(&answer, "keyring"), keyring.raw.body);
    assert_string_equal(world_text(&answer, "keyring_sig"), signature.raw.body);
    assert_int_equal(strlen(world_text(&answer, "token")), 43);
    world_forget(&code);
    world_forget(&answer);
    world_forget(&keyring);
    world_forget(&signature);
}

static void test_a_code_is_read_forgivingly_and_ends_after_two_weeks(void **state)
{
    World *world = *state;
    Answer code = new_code(world);
    char typed[64] = "";
    const char *text = world_text(&code, "code");
    for (size_t i = 0; text[i] != '\0'; i++) {
        char c = text[i] == '0' ? 'o' : text[i] == '1' ? 'L' : text[i];
        typed[i] = c == '-' ? ' ' : c;
    }
    Answer answer = enrol(world, typed);
    world_expect(&answer, 201, NULL);
    world_forget(&answer);
    world->now_s += 14 * 86400 + 1;
    answer = enrol(world, text);
    world_expect(&answer, 401, "unauthenticated");
    world_forget(&answer);
    answer = enrol(world, "0000-0000-0000-0000-0000");
    world_expect(&answer, 401, "unauthenticated");
    world_forget(&answer);
    answer = enrol(world, "U");
    world_expect(&answer, 401, "unauthenticated");
    world_forget(&answer);
    world_forget(&code);
}

static void test_the_keyring_is_fetched_once_per_version(void **state)
{
    World *world = *state;
    Answer answer =
        world_raw(world, "GET", "/v1/keyring", "Host: hub.example\nIf-None-Match: \"1\"\n", NULL);
    assert_int_equal(answer.status, 304);
    assert_null(answer.raw.body);
    world_forget(&answer);
    answer = world_raw(world, "GET", "/v1/keyring", "Host: h\nIf-None-Match: \"0\"\n", NULL);
    assert_int_equal(answer.status, 200);
    assert_string_equal(answer.raw.headers[0].value, "\"1\"");
    world_forget(&answer);
}

int main(void)
{
#define WITH_WORLD(test) cmocka_unit_test_setup_teardown(test, open_world, close_world)
    const struct CMUnitTest tests[] = {
        WITH_WORLD(test_a_code_works_until_the_first_sync_with_its_token),
        WITH_WORLD(test_an_enrolment_carries_what_the_kiosk_must_believe),
        WITH_WORLD(test_a_code_is_read_forgivingly_and_ends_after_two_weeks),
        WITH_WORLD(test_the_keyring_is_fetched_once_per_version),
    };
    return cmocka_run_group_tests_name("api enrol", tests, NULL, NULL);
}
