/* test_api_signals.c - what people told without a name: read by colleagues, sealed, and nothing
 * around it that tells when it came or from where. */
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cmocka_first.h"
#include "world.h"

enum { TARGET_BYTES = 128, PAGE_SIGNALS = 200, BATCH = 50 };

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

static void send_signals(World *world, size_t count)
{
    Envelope *envelopes = calloc(count, sizeof *envelopes);
    assert_non_null(envelopes);
    for (size_t i = 0; i < count; i++)
        world_seal(world, ENVELOPE_KIND_SIGNAL, "{\"v\":1,\"t\":\"story\"}", &envelopes[i]);
    char *body = world_sync_body(world, envelopes, count);
    Answer answer = world_kiosk_call(world, "/v1/sync", body);
    world_expect(&answer, 200, NULL);
    world_forget(&answer);
    free(body);
    free(envelopes);
}

static void test_a_signal_is_read_as_it_was_sealed(void **state)
{
    World *world = *state;
    char payload[ENVELOPE_PAYLOAD_BYTES_MAX + 1], id[ENVELOPE_ID_TEXT_BYTES];
    Envelope envelope = {0};
    size_t size = 0;
    send_signals(world, 1);
    world_send(world, "{\"v\":1,\"name\":\"Fatima\"}", id);
    Answer list = world_call(world, "GET", "/v1/signals", NULL);
    world_expect(&list, 200, NULL);
    assert_int_equal(json_array_size(json_object_get(list.json, "items")), 1);
    const char *sealed = world_json_text(world_item(&list, 0), "envelope");
    assert_int_equal(sodium_base642bin(envelope.bytes, sizeof envelope.bytes, sealed,
                                       strlen(sealed), NULL, &envelope.size, NULL,
                                       sodium_base64_VARIANT_URLSAFE_NO_PADDING),
                     0);
    assert_int_equal(envelope_open(&envelope, &world->org, payload, &size), ENVELOPE_FAULT_NONE);
    assert_string_equal(payload, "{\"v\":1,\"t\":\"story\"}");
    world_forget(&list);
}

/* data design, signals: a moment or a kiosk beside it would lead to a person. */
static void test_nothing_says_when_it_came_or_from_where(void **state)
{
    static const char *const known[] = {"id", "key_id", "envelope"};
    World *world = *state;
    send_signals(world, 1);
    Answer list = world_call(world, "GET", "/v1/signals", NULL);
    json_t *item = world_item(&list, 0);
    assert_int_equal(json_object_size(item), sizeof known / sizeof known[0]);
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        assert_non_null(json_object_get(item, known[i]));
    world_forget(&list);
}

static void test_pages_give_each_signal_once_in_an_order_that_tells_nothing(void **state)
{
    World *world = *state;
    char target[TARGET_BYTES] = "/v1/signals", last[ENVELOPE_ID_TEXT_BYTES] = "";
    size_t seen = 0;
    bool more = true;
    for (int i = 0; i < PAGE_SIGNALS / BATCH; i++)
        send_signals(world, BATCH);
    send_signals(world, 3);
    while (more) {
        Answer page = world_call(world, "GET", target, NULL);
        world_expect(&page, 200, NULL);
        size_t count = json_array_size(json_object_get(page.json, "items"));
        for (size_t i = 0; i < count; i++, seen++) {
            const char *id = world_json_text(world_item(&page, i), "id");
            assert_true(strcmp(last, id) < 0);
            snprintf(last, sizeof last, "%s", id);
        }
        snprintf(target, sizeof target, "/v1/signals?after=%s", world_text(&page, "next"));
        more = json_is_true(json_object_get(page.json, "more"));
        world_forget(&page);
    }
    assert_int_equal(seen, PAGE_SIGNALS + 3);
}

static void test_a_wrong_cursor_is_400_and_a_stranger_is_401(void **state)
{
    static const char *const targets[] = {"/v1/signals?after=", "/v1/signals?after=12",
                                          "/v1/signals?after=0123456789ABCDEF0123456789ABCDEF"};
    World *world = *state;
    for (size_t i = 0; i < sizeof targets / sizeof targets[0]; i++) {
        Answer answer = world_call(world, "GET", targets[i], NULL);
        world_expect(&answer, 400, "bad-request");
        world_forget(&answer);
    }
    world->cookie[0] = '\0';
    assert_int_equal(world_status(world, "GET", "/v1/signals", NULL), 401);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_a_signal_is_read_as_it_was_sealed, open_world,
                                        close_world),
        cmocka_unit_test_setup_teardown(test_nothing_says_when_it_came_or_from_where, open_world,
                                        close_world),
        cmocka_unit_test_setup_teardown(
            test_pages_give_each_signal_once_in_an_order_that_tells_nothing, open_world,
            close_world),
        cmocka_unit_test_setup_teardown(test_a_wrong_cursor_is_400_and_a_stranger_is_401,
                                        open_world, close_world),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
