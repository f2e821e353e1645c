/* test_api_sync.c - POST /v1/sync: what is kept, what is refused, what is acknowledged. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sodium.h>

#include "cmocka_first.h"
#include "world.h"

enum { REPLY_BLOCK_BYTES = 4096, BODY_BYTES_MAX = 1024, TARGET_BYTES = 128 };

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

static const char *list_text(const Answer *answer, const char *list, size_t at)
{
    json_t *value = json_array_get(json_object_get(answer->json, list), at);
    const char *text =
        json_string_value(json_is_object(value) ? json_object_get(value, "id") : value);
    return text ? text : "";
}

static size_t list_size(const Answer *answer, const char *list)
{
    return json_array_size(json_object_get(answer->json, list));
}

static void test_a_sync_acknowledges_what_it_kept(void **state)
{
    World *world = *state;
    Envelope envelopes[3];
    char id[ENVELOPE_ID_TEXT_BYTES];
    world_seal(world, ENVELOPE_KIND_REQUEST, "{\"v\":1}", &envelopes[0]);
    world_seal(world, ENVELOPE_KIND_SIGNAL, "{\"v\":1}", &envelopes[1]);
    envelopes[2] = envelopes[0];
    Answer answer = sync_with(world, envelopes, 3);
    world_expect(&answer, 200, NULL);
    assert_int_equal(list_size(&answer, "ack"), 3);
    assert_int_equal(list_size(&answer, "refuse"), 0);
    world_id(&envelopes[1], id);
    assert_string_equal(list_text(&answer, "ack", 1), id);
    assert_string_equal(world_text(&answer, "time"), "2026-11-24T10:00:00Z");
    assert_string_equal(world_text(&answer, "store"), "00112233aabbccdd");
    assert_int_equal(world_number(&answer, "keyring"), 1);
    assert_int_equal(world_number(&answer, "next_s"), 600);
    assert_true(json_is_null(json_object_get(answer.json, "pack")));
    assert_int_equal(answer.raw.body_size % REPLY_BLOCK_BYTES, 0);
    world_forget(&answer);
    Answer list = world_call(world, "GET", "/v1/requests", NULL);
    assert_int_equal(list_size(&list, "items"), 1);
    world_forget(&list);
}

static void test_an_empty_sync_is_as_large_as_one_with_a_request(void **state)
{
    World *world = *state;
    Envelope envelope;
    world_seal(world, ENVELOPE_KIND_REQUEST, "{\"v\":1}", &envelope);
    Answer none = sync_with(world, NULL, 0), one = sync_with(world, &envelope, 1);
    assert_int_equal(none.status, 200);
    assert_int_equal(none.raw.body_size, one.raw.body_size);
    world_forget(&none);
    world_forget(&one);
}

static void test_the_config_may_shorten_the_cadence(void **state)
{
    World *world = *state;
    world->hub.options.cadence_s = 5;
    Answer answer = sync_with(world, NULL, 0);
    assert_int_equal(world_number(&answer, "next_s"), 5);
    world_forget(&answer);
}

static void test_an_erased_request_is_acknowledged_and_stays_away(void **state)
{
    World *world = *state;
    Envelope envelope;
    char id[ENVELOPE_ID_TEXT_BYTES], target[TARGET_BYTES];
    world_seal(world, ENVELOPE_KIND_REQUEST, "{\"v\":1}", &envelope);
    world_id(&envelope, id);
    Answer first = sync_with(world, &envelope, 1);
    snprintf(target, sizeof target, "/v1/requests/%s", id);
    assert_int_equal(world_status(world, "DELETE", target, "{\"rev\":0,\"reason\":\"erasure\"}"),
                     204);
    Answer again = sync_with(world, &envelope, 1);
    assert_string_equal(list_text(&again, "ack", 0), id);
    Answer list = world_call(world, "GET", "/v1/requests", NULL);
    assert_int_equal(list_size(&list, "items"), 0);
    world_forget(&first);
    world_forget(&again);
    world_forget(&list);
}

/* One malformed envelope must not hold up the others, and is named with its reason. */
static void test_malformed_envelopes_are_refused_one_by_one(void **state)
{
    static const struct {
        size_t at;
        unsigned char value;
        const char *reason;
    } rows[] = {{0, 'X', "magic"}, {4, 9, "kind"}, {4, 3, "kind"}, {5, 1, "reserved"}};
    World *world = *state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        Envelope envelopes[2];
        char id[ENVELOPE_ID_TEXT_BYTES];
        world_seal(world, ENVELOPE_KIND_REQUEST, "{\"v\":1}", &envelopes[0]);
        world_seal(world, ENVELOPE_KIND_REQUEST, "{\"v\":2}", &envelopes[1]);
        envelopes[0].bytes[rows[i].at] = rows[i].value;
        world_id(&envelopes[0], id);
        Answer answer = sync_with(world, envelopes, 2);
        world_expect(&answer, 200, NULL);
        assert_int_equal(list_size(&answer, "ack"), 1);
        assert_string_equal(list_text(&answer, "refuse", 0), id);
        json_t *row = json_array_get(json_object_get(answer.json, "refuse"), 0);
        assert_string_equal(json_string_value(json_object_get(row, "reason")), rows[i].reason);
        world_forget(&answer);
    }
    Envelope envelope;
    world_seal(world, ENVELOPE_KIND_REQUEST, "{\"v\":1}", &envelope);
    envelope.size -= 1;
    Answer answer = sync_with(world, &envelope, 1);
    json_t *row = json_array_get(json_object_get(answer.json, "refuse"), 0);
    assert_string_equal(json_string_value(json_object_get(row, "reason")), "size");
    world_forget(&answer);
}

static void test_an_envelope_to_an_unknown_key_is_kept(void **state)
{
    World *world = *state;
    Envelope envelope;
    crypto_box_keypair(world->org.public_key, world->org.secret_key);
    world_seal(world, ENVELOPE_KIND_REQUEST, "{\"v\":1}", &envelope);
    Answer answer = sync_with(world, &envelope, 1);
    assert_int_equal(list_size(&answer, "ack"), 1);
    world_forget(&answer);
}

static void test_fifty_items_are_welcome_and_fifty_one_are_not(void **state)
{
    enum { ITEMS = 51 };
    World *world = *state;
    Envelope *envelopes = calloc(ITEMS, sizeof *envelopes);
    assert_non_null(envelopes);
    for (int i = 0; i < ITEMS; i++) {
        world_seal(world, ENVELOPE_KIND_REQUEST, "{\"v\":1}", &envelopes[i]);
    }
    Answer full = sync_with(world, envelopes, ITEMS - 1), over = sync_with(world, envelopes, ITEMS);
    world_expect(&full, 200, NULL);
    assert_int_equal(list_size(&full, "ack"), ITEMS - 1);
    world_expect(&over, 422, "invalid");
    free(envelopes);
    world_forget(&full);
    world_forget(&over);
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

static void test_a_row_that_waited_for_ever_is_kept_too(void **state)
{
    World *world = *state;
    Envelope envelope;
    world_seal(world, ENVELOPE_KIND_REQUEST, "{\"v\":1}", &envelope);
    char *good = world_b64(envelope.bytes, envelope.size), *items = malloc(BODY_BYTES_MAX * 16);
    assert_non_null(items);
    snprintf(items, BODY_BYTES_MAX * 16, "[{\"e\":\"%s\",\"w\":2147483647}]", good);
    Answer answer = sync_changed(world, "items", items);
    world_expect(&answer, 200, NULL);
    assert_int_equal(list_size(&answer, "ack"), 1);
    world_forget(&answer);
    free(good);
    free(items);
}

static void test_an_old_program_is_told_to_upgrade(void **state)
{
    World *world = *state;
    world->hub.options.app_min = "1.0.1";
    Answer answer = sync_with(world, NULL, 0);
    world_expect(&answer, 426, "upgrade-required");
    assert_string_equal(world_text(&answer, "min_app"), "1.0.1");
    world_forget(&answer);
    world->hub.options.app_min = "1.0.0";
    answer = sync_with(world, NULL, 0);
    assert_int_equal(answer.status, 200);
    world_forget(&answer);
}

static void test_a_token_that_nobody_gave_is_401_and_a_revoked_one_403(void **state)
{
    World *world = *state;
    char target[TARGET_BYTES];
    snprintf(target, sizeof target, "/v1/kiosks/%s", world->kiosk);
    assert_int_equal(world_status(world, "PATCH", target, "{\"state\":\"revoked\"}"), 204);
    Answer answer = sync_with(world, NULL, 0);
    world_expect(&answer, 403, "forbidden");
    world_forget(&answer);
    world->bearer[3] = world->bearer[3] == 'A' ? 'B' : 'A';
    answer = sync_with(world, NULL, 0);
    world_expect(&answer, 401, "unauthenticated");
    world_forget(&answer);
    snprintf(world->bearer, sizeof world->bearer, "short");
    answer = sync_with(world, NULL, 0);
    world_expect(&answer, 401, "unauthenticated");
    world_forget(&answer);
}

static void test_a_kiosk_may_sync_thirty_times_a_minute(void **state)
{
    World *world = *state;
    int status = 200, calls = 0;
    for (; status == 200 && calls < 100; calls++) {
        world->now_ms -= 5000; /* undo what world_kiosk_call() adds: all at one moment */
        Answer answer = sync_with(world, NULL, 0);
        status = answer.status;
        if (status != 200) {
            world_expect(&answer, 429, "rate-limited");
            assert_string_equal(answer.raw.headers[0].name, "Retry-After");
            assert_string_equal(answer.raw.headers[0].value, "2");
        }
        world_forget(&answer);
    }
    assert_int_equal(calls, 31);
    Answer answer = sync_with(world, NULL, 0);
    assert_int_equal(answer.status, 200);
    world_forget(&answer);
}

static void test_two_machines_with_one_token_are_seen_as_a_clone(void **state)
{
    World *world = *state;
    Answer first = sync_with(world, NULL, 0);
    Answer fleet = world_call(world, "GET", "/v1/kiosks", NULL);
    json_t *kiosk = json_array_get(json_object_get(fleet.json, "items"), 0);
    assert_true(json_is_false(json_object_get(kiosk, "clone")));
    world_forget(&fleet);
    Answer other = sync_changed(world, "hw", "\"ffeeddccbbaa9988\"");
    assert_int_equal(other.status, 200);
    fleet = world_call(world, "GET", "/v1/kiosks", NULL);
    kiosk = json_array_get(json_object_get(fleet.json, "items"), 0);
    assert_true(json_is_true(json_object_get(kiosk, "clone")));
    world_forget(&fleet);
    world_forget(&first);
    world_forget(&other);
}

/* What the hub's own files hold after a request: the sealed bytes, never the words. */
static void test_a_full_store_acknowledges_nothing(void **state)
{
    World *world = *state;
    world->db_pages_max = 1; /* SQLite takes the present size when that is larger */
    world_restart(world);
    int status = 200;
    for (int i = 0; i < 200 && status == 200; i++) {
        Envelope envelope;
        world_seal(world, ENVELOPE_KIND_REQUEST, "{\"v\":1}", &envelope);
        Answer answer = sync_with(world, &envelope, 1);
        status = answer.status;
        if (status != 200) {
            world_expect(&answer, 503, "store-unavailable");
            assert_true(world->failed);
            assert_null(json_object_get(answer.json, "ack"));
        }
        world_forget(&answer);
    }
    assert_int_equal(status, 503);
    /* Reading goes on, though its audit row has no room. */
    world->now_s += 120;
    Answer list = world_call(world, "GET", "/v1/requests", NULL);
    assert_int_equal(list.status, 200);
    world_forget(&list);
}

int main(void)
{
#define WITH_WORLD(test) cmocka_unit_test_setup_teardown(test, open_world, close_world)
    const struct CMUnitTest tests[] = {
        WITH_WORLD(test_a_sync_acknowledges_what_it_kept),
        WITH_WORLD(test_an_empty_sync_is_as_large_as_one_with_a_request),
        WITH_WORLD(test_the_config_may_shorten_the_cadence),
        WITH_WORLD(test_an_erased_request_is_acknowledged_and_stays_away),
        WITH_WORLD(test_malformed_envelopes_are_refused_one_by_one),
        WITH_WORLD(test_an_envelope_to_an_unknown_key_is_kept),
        WITH_WORLD(test_fifty_items_are_welcome_and_fifty_one_are_not),
        WITH_WORLD(test_a_row_that_waited_for_ever_is_kept_too),
        WITH_WORLD(test_an_old_program_is_told_to_upgrade),
        WITH_WORLD(test_a_token_that_nobody_gave_is_401_and_a_revoked_one_403),
        WITH_WORLD(test_a_kiosk_may_sync_thirty_times_a_minute),
        WITH_WORLD(test_two_machines_with_one_token_are_seen_as_a_clone),
        WITH_WORLD(test_a_full_store_acknowledges_nothing),
    };
    return cmocka_run_group_tests_name("api sync", tests, NULL, NULL);
}
