/* test_api_sync_wrong.c - sync bodies that are wrong: named, refused, survived. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cmocka_first.h"
#include "world.h"

enum { BODY_BYTES_MAX = 1024 };

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

static size_t list_size(const Answer *answer, const char *list)
{
    return json_array_size(json_object_get(answer->json, list));
}

/* A sync body with one member replaced (or removed, value NULL). */
static Answer sync_changed(World *world, const char *member, const char *value)
{
    char *body = world_sync_body(world, NULL, 0);
    json_t *json = json_loads(body, 0, NULL);
    json_object_del(json, member);
    if (value != NULL) {
        json_object_set_new(json, member, json_loads(value, JSON_DECODE_ANY, NULL));
    }
    free(body);
    body = json_dumps(json, JSON_COMPACT);
    json_decref(json);
    Answer answer = world_kiosk_call(world, "/v1/sync", body);
    free(body);
    return answer;
}

static void test_every_wrong_member_of_a_sync_is_named(void **state)
{
    static const struct {
        const char *member, *value;
    } rows[] = {
        {"v", "2"},
        {"v", "\"1\""},
        {"v", NULL},
        {"app", "\"1.0\""},
        {"app", "\"1.0.0.0.0.0.0.0.0\""},
        {"app", NULL},
        {"hw", "\"0011\""},
        {"hw", "\"00112233445566GG\""},
        {"hw", "\"00112233AABBCCDD\""},
        {"boot", "\"012345678\""},
        {"store", "\"abc\""},
        {"store", NULL},
        {"keyring", "-1"},
        {"keyring", "1.5"},
        {"keyring", "99999999999999"},
        {"pack", "null"},
        {"depth", "\"3\""},
        {"refused", NULL},
        {"disk_mb", "true"},
        {"up_s", "-5"},
        {"clock", "\"2026-11-24T10:00:00Z and more\""},
        {"cq", "\"good\""},
        {"err", "\"disk.low\""},
        {"err", "[\"Disk low\"]"},
        {"err", "[1]"},
        {"err", "[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\",\"h\",\"i\"]"},
        {"items", "{}"},
        {"items", NULL},
        {"items", "[1]"},
        {"items", "[{}]"},
        {"items", "[{\"e\":\"****\"}]"},
        {"items", "[{\"e\":\"AAA=\"}]"},
        {"items", "[{\"e\":\"\"}]"},
        {"items", "[{\"e\":\"AAAA\",\"w\":-1}]"},
        {"items", "[{\"e\":\"AAAA\",\"w\":\"1\"}]"},
    };
    World *world = *state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        Answer answer = sync_changed(world, rows[i].member, rows[i].value);
        world_expect(&answer, 422, "invalid");
        json_t *first = json_array_get(json_object_get(answer.json, "errors"), 0);
        const char *pointer = json_string_value(json_object_get(first, "pointer"));
        assert_non_null(pointer);
        assert_int_equal(strncmp(pointer + 1, rows[i].member, strlen(rows[i].member)), 0);
        world_forget(&answer);
    }
    Answer fine = sync_changed(world, "store", "\"00112233aabbccdd\"");
    assert_int_equal(fine.status, 200);
    world_forget(&fine);
    fine = sync_changed(world, "from_the_future", "[{\"any\":1}]");
    assert_int_equal(fine.status, 200);
    world_forget(&fine);
}

static void test_a_wrong_sync_keeps_nothing_of_itself(void **state)
{
    World *world = *state;
    Envelope envelope;
    world_seal(world, ENVELOPE_KIND_REQUEST, "{\"v\":1}", &envelope);
    char *good = world_b64(envelope.bytes, envelope.size), *items = malloc(BODY_BYTES_MAX * 16);
    snprintf(items, BODY_BYTES_MAX * 16, "[{\"e\":\"%s\"},{\"e\":\"?\"}]", good);
    Answer answer = sync_changed(world, "items", items);
    world_expect(&answer, 422, "invalid");
    world_forget(&answer);
    Answer list = world_call(world, "GET", "/v1/requests", NULL);
    assert_int_equal(list_size(&list, "items"), 0);
    world_forget(&list);
    free(good);
    free(items);
}

/* Any byte of a good body broken: an answer, never a crash, and never an id that was not sent. */
static void test_a_thousand_broken_bodies_get_a_thousand_answers(void **state)
{
    World *world = *state;
    Envelope envelope;
    uint32_t random = 12345;
    size_t refused = 0;
    world_seal(world, ENVELOPE_KIND_REQUEST, "{\"v\":1}", &envelope);
    char *good = world_sync_body(world, &envelope, 1);
    size_t size = strlen(good);
    for (int i = 0; i < 1000; i++) {
        char *bad = strdup(good);
        assert_non_null(bad);
        for (int flips = 0; flips <= i % 3; flips++) {
            random = random * 1664525u + 1013904223u;
            bad[random % size] = (char)(1 + (random >> 24) % 255);
        }
        Answer answer = world_kiosk_call(world, "/v1/sync", bad);
        assert_true(answer.status == 200 || answer.status == 400 || answer.status == 422);
        assert_true(list_size(&answer, "ack") + list_size(&answer, "refuse") <= 1);
        refused += answer.status != 200;
        world_forget(&answer);
        free(bad);
    }
    assert_true(refused > 100);
    free(good);
}

int main(void)
{
#define WITH_WORLD(test) cmocka_unit_test_setup_teardown(test, open_world, close_world)
    const struct CMUnitTest tests[] = {
        WITH_WORLD(test_every_wrong_member_of_a_sync_is_named),
        WITH_WORLD(test_a_wrong_sync_keeps_nothing_of_itself),
        WITH_WORLD(test_a_thousand_broken_bodies_get_a_thousand_answers),
    };
    return cmocka_run_group_tests_name("api sync wrong", tests, NULL, NULL);
}
