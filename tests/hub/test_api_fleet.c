/* test_api_fleet.c - kiosks as staff see them, roles, and the way back in. */
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "cmocka_first.h"
#include "hub_admin.h"
#include "world.h"

enum { TARGET_BYTES = 128, BODY_BYTES = 512 };

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

static void test_a_technician_sees_the_fleet_and_no_request(void **state)
{
    World *world = *state;
    StoreMember technician = {.role = STORE_ROLE_TECHNICIAN, .state = 1, .kdf_t = 3};
    StoreSetup recover = {.member = &technician};
    snprintf(technician.email, sizeof technician.email, "t@example.nl");
    snprintf(technician.name, sizeof technician.name, "Tom");
    memset(technician.id.bytes, 8, sizeof technician.id.bytes);
    uint8_t ak[32];
    memset(ak, 5, sizeof ak);
    crypto_generichash(technician.auth_hash.bytes, 32, ak, sizeof ak, NULL, 0);
    /* The recovery operation puts a member in; here the shortest way to a second one. */
    char hex[65], value[80];
    sodium_bin2hex(hex, sizeof hex, recover.token.bytes, sizeof recover.token.bytes);
    snprintf(value, sizeof value, "%s 0", hex);
    StoreOp ops[2] = {
        {.kind = STORE_OP_META, .at = world->now_s, .meta = {"recover", value}},
        {.kind = STORE_OP_RECOVER, .at = world->now_s, .setup = recover},
    };
    assert_true(store_apply(world->hub.store, ops, 2, NULL));
    assert_int_equal(ops[1].result, STORE_DONE);
    Answer in = world_call(
        world, "POST", "/v1/login",
        "{\"email\":\"t@example.nl\",\"ak\":\"BQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQU\"}");
    world_expect(&in, 204, NULL);
    assert_true(str_copy((Str){in.raw.headers[1].value + 12, 43}, world->cookie, 44));
    world_forget(&in);
    assert_int_equal(world_status(world, "GET", "/v1/kiosks", NULL), 200);
    assert_int_equal(world_status(world, "GET", "/v1/requests", NULL), 403);
    assert_int_equal(world_do(world, "00000000000000000000000000000000", 1, 0, ""), 403);
    Answer me = world_call(world, "GET", "/v1/me", NULL);
    assert_int_equal(json_array_size(json_object_get(me.json, "grants")), 0);
    world_forget(&me);
}

static void test_the_fleet_shows_how_each_kiosk_is(void **state)
{
    World *world = *state;
    char id[ENVELOPE_ID_TEXT_BYTES], target[TARGET_BYTES];
    Answer before = world_call(world, "GET", "/v1/kiosks", NULL);
    assert_string_equal(world_json_text(world_item(&before, 0), "state"), "invited");
    assert_true(json_is_null(json_object_get(world_item(&before, 0), "last_seen")));
    world_forget(&before);
    world_send(world, "{\"v\":1}", id);
    Answer after = world_call(world, "GET", "/v1/kiosks", NULL);
    json_t *kiosk = world_item(&after, 0);
    assert_string_equal(world_json_text(kiosk, "state"), "active");
    assert_string_equal(world_json_text(kiosk, "app"), "1.0.0");
    assert_int_equal(world_json_number(kiosk, "last_seen"), WORLD_NOW_S);
    assert_int_equal(world_json_number(kiosk, "pack"), 42);
    json_t *status = json_object_get(kiosk, "status");
    assert_int_equal(world_json_number(status, "disk_mb"), 812);
    assert_string_equal(json_string_value(json_array_get(json_object_get(status, "err"), 0)),
                        "disk.low");
    world_forget(&after);
    snprintf(target, sizeof target, "/v1/kiosks/%s", world->kiosk);
    assert_int_equal(world_status(world, "PATCH", target, "{\"label\":\"Bieb\"}"), 204);
    assert_int_equal(world_status(world, "PATCH", target, "{\"label\":\"\"}"), 422);
    assert_int_equal(world_status(world, "PATCH", target, "{}"), 422);
    assert_int_equal(world_status(world, "PATCH", target, "{\"state\":\"active\"}"), 422);
    assert_int_equal(world_status(world, "PATCH", "/v1/kiosks/00000000000000000000000000000000",
                                  "{\"label\":\"x\"}"),
                     404);
    after = world_call(world, "GET", "/v1/kiosks", NULL);
    assert_string_equal(world_json_text(world_item(&after, 0), "label"), "Bieb");
    world_forget(&after);
}

static json_t *recovery_body(World *world, const char *token)
{
    char *setup = world_setup_body(world);
    json_t *root = json_loads(setup, 0, NULL);
    json_t *member = json_object_get(root, "member");
    json_object_set_new(root, "token", json_string(token));
    json_object_set_new(member, "id", json_string("33333333333333333333333333333333"));
    json_object_set_new(member, "email", json_string("bestuur@example.nl"));
    json_t *grants = json_object_get(root, "grants");
    json_array_remove(grants, 1);
    json_object_set_new(json_array_get(grants, 0), "member",
                        json_string("33333333333333333333333333333333"));
    free(setup);
    return root;
}

static void test_a_lost_organisation_comes_back_with_the_console_and_the_sheet(void **state)
{
    World *world = *state;
    HubConfig config = {0};
    char token[HUB_ADMIN_TOKEN_TEXT_BYTES], open[BODY_BYTES];
    snprintf(config.data_dir, sizeof config.data_dir, "%s", world->folder);
    snprintf(config.database, sizeof config.database, "%s", world->database);
    assert_true(hub_admin_recover(&config, token, NULL));
    snprintf(open, sizeof open, "{\"token\":\"%s\"}", token);
    world->now_s = (int64_t)time(NULL);
    assert_int_equal(world_status(world, "POST", "/v1/recover/open", "{\"token\":\"AAAA\"}"), 401);
    Answer opened = world_call(world, "POST", "/v1/recover/open", open);
    world_expect(&opened, 200, NULL);
    assert_int_equal(json_array_size(json_object_get(opened.json, "grants")), 1);
    world_forget(&opened);
    json_t *body = recovery_body(world, token);
    char *taken = NULL, *free_text = json_dumps(body, 0);
    json_object_set_new(json_object_get(body, "member"), "email", json_string("noor@example.nl"));
    taken = json_dumps(body, 0);
    assert_int_equal(world_status(world, "POST", "/v1/recover", taken), 422);
    assert_int_equal(world_status(world, "POST", "/v1/recover", free_text), 201);
    assert_int_equal(world_status(world, "POST", "/v1/recover", free_text), 401);
    assert_int_equal(world_status(world, "POST", "/v1/login",
                                  "{\"email\":\"bestuur@example.nl\",\"ak\":"
                                  "\"BQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQU\"}"),
                     204);
    json_decref(body);
    free(taken);
    free(free_text);
}

static void test_a_recovery_token_ends_after_an_hour(void **state)
{
    World *world = *state;
    HubConfig config = {0};
    char token[HUB_ADMIN_TOKEN_TEXT_BYTES], open[BODY_BYTES];
    snprintf(config.data_dir, sizeof config.data_dir, "%s", world->folder);
    snprintf(config.database, sizeof config.database, "%s", world->database);
    assert_true(hub_admin_recover(&config, token, NULL));
    snprintf(open, sizeof open, "{\"token\":\"%s\"}", token);
    world->now_s = (int64_t)time(NULL) + 3602;
    assert_int_equal(world_status(world, "POST", "/v1/recover/open", open), 401);
}

static void test_init_and_recover_know_what_was_set_up(void **state)
{
    World *world = *state;
    HubConfig config = {0};
    char token[HUB_ADMIN_TOKEN_TEXT_BYTES];
    Err err = {0};
    snprintf(config.data_dir, sizeof config.data_dir, "%s", world->folder);
    snprintf(config.database, sizeof config.database, "%s", world->database);
    assert_false(hub_admin_recover(&config, token, &err));
    assert_string_equal(err.code, "admin.not-set-up");
    /* Before the setup a second init just gives a new token. */
    assert_true(hub_admin_init(&config, token, NULL));
    char *body = world_setup_body(world);
    assert_int_equal(world_status(world, "POST", "/v1/setup", body), 401);
    free(body);
    snprintf(world->setup_token, sizeof world->setup_token, "%s", token);
    body = world_setup_body(world);
    assert_int_equal(world_status(world, "POST", "/v1/setup", body), 201);
    free(body);
    err_clear(&err);
    assert_false(hub_admin_init(&config, token, &err));
    assert_string_equal(err.code, "admin.set-up");
}

int main(void)
{
#define WITH_WORLD(test) cmocka_unit_test_setup_teardown(test, open_world, close_world)
#define WITH_EMPTY(test) cmocka_unit_test_setup_teardown(test, open_empty, close_world)
    const struct CMUnitTest tests[] = {
        WITH_WORLD(test_a_technician_sees_the_fleet_and_no_request),
        WITH_WORLD(test_the_fleet_shows_how_each_kiosk_is),
        WITH_WORLD(test_a_lost_organisation_comes_back_with_the_console_and_the_sheet),
        WITH_WORLD(test_a_recovery_token_ends_after_an_hour),
        WITH_EMPTY(test_init_and_recover_know_what_was_set_up),
    };
    return cmocka_run_group_tests_name("api fleet", tests, NULL, NULL);
}
