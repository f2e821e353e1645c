/* test_api_inbox.c - the inbox: what changed, what colleagues do with it, erasing, the log of it.
 */
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

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

static void test_a_request_arrives_in_the_inbox_as_it_was_sealed(void **state)
{
    World *world = *state;
    char id[ENVELOPE_ID_TEXT_BYTES], payload[ENVELOPE_PAYLOAD_BYTES_MAX + 1];
    Envelope envelope = {0};
    size_t size = 0;
    world_send(world, "{\"v\":1,\"name\":\"Fatima\"}", id);
    Answer list = world_call(world, "GET", "/v1/requests", NULL);
    world_expect(&list, 200, NULL);
    json_t *row = world_item(&list, 0);
    assert_string_equal(world_json_text(row, "id"), id);
    assert_string_equal(world_json_text(row, "state"), "new");
    assert_string_equal(world_json_text(row, "kiosk"), world->kiosk);
    assert_string_equal(world_json_text(row, "kiosk_label"), "Stadhuis, hal");
    assert_int_equal(world_json_number(row, "received_at"), WORLD_NOW_S);
    assert_int_equal(world_json_number(row, "waited_s"), 60);
    /* Tuesday: due on Thursday 26 November 2026, 17:00 in Leiden, winter time. */
    assert_int_equal(world_json_number(row, "due_at"), 1795708800);
    assert_true(json_is_null(json_object_get(row, "assignee")));
    assert_true(json_is_null(json_object_get(row, "outcome")));
    const char *sealed = world_json_text(row, "envelope");
    assert_int_equal(sodium_base642bin(envelope.bytes, sizeof envelope.bytes, sealed,
                                       strlen(sealed), NULL, &envelope.size, NULL,
                                       sodium_base64_VARIANT_URLSAFE_NO_PADDING),
                     0);
    assert_int_equal(envelope_open(&envelope, &world->org, payload, &size), ENVELOPE_FAULT_NONE);
    assert_string_equal(payload, "{\"v\":1,\"name\":\"Fatima\"}");
    world_forget(&list);
}

static void test_polling_gives_304_until_something_changes(void **state)
{
    World *world = *state;
    char id[ENVELOPE_ID_TEXT_BYTES], headers[512], target[TARGET_BYTES];
    world_send(world, "{\"v\":1}", id);
    Answer first = world_call(world, "GET", "/v1/requests", NULL);
    const char *etag = NULL;
    for (size_t i = 0; i < first.raw.header_count; i++) {
        etag = strcmp(first.raw.headers[i].name, "ETag") == 0 ? first.raw.headers[i].value : etag;
    }
    assert_non_null(etag);
    snprintf(headers, sizeof headers, "Host: h\nCookie: __Host-oksp=%s\nIf-None-Match: %s\n",
             world->cookie, etag);
    snprintf(target, sizeof target, "/v1/requests?since=%s&limit=10", world_text(&first, "next"));
    Answer same = world_raw(world, "GET", target, headers, NULL);
    assert_int_equal(same.status, 304);
    world_forget(&same);
    assert_int_equal(world_do(world, id, 1, 0, ""), 200);
    Answer more = world_raw(world, "GET", target, headers, NULL);
    assert_int_equal(more.status, 200);
    assert_string_equal(world_json_text(world_item(&more, 0), "state"), "claimed");
    assert_int_equal(json_array_size(json_object_get(world_item(&more, 0), "events")), 1);
    world_forget(&more);
    world_forget(&first);
}

static void test_pages_follow_each_other_without_gap_or_repeat(void **state)
{
    enum { REQUESTS = 7 };
    World *world = *state;
    char id[ENVELOPE_ID_TEXT_BYTES], cursor[32] = "0", target[TARGET_BYTES];
    size_t seen = 0;
    bool more = true;
    for (int i = 0; i < REQUESTS; i++) {
        world_send(world, "{\"v\":1}", id);
    }
    while (more && seen <= REQUESTS) {
        snprintf(target, sizeof target, "/v1/requests?since=%s&limit=3", cursor);
        Answer page = world_call(world, "GET", target, NULL);
        world_expect(&page, 200, NULL);
        seen += json_array_size(json_object_get(page.json, "items"));
        snprintf(cursor, sizeof cursor, "%s", world_text(&page, "next"));
        more = json_is_true(json_object_get(page.json, "more"));
        world_forget(&page);
    }
    assert_int_equal(seen, REQUESTS);
}

static void test_a_wrong_cursor_or_limit_is_400(void **state)
{
    static const char *const targets[] = {
        "/v1/requests?limit=0",   "/v1/requests?limit=201",
        "/v1/requests?limit=x",   "/v1/requests?since=-1",
        "/v1/requests?since=12x", "/v1/requests?since=99999999999999999999",
    };
    World *world = *state;
    for (size_t i = 0; i < sizeof targets / sizeof targets[0]; i++) {
        Answer answer = world_call(world, "GET", targets[i], NULL);
        world_expect(&answer, 400, "bad-request");
        world_forget(&answer);
    }
}

static void test_a_request_goes_from_new_to_closed_with_a_sealed_note(void **state)
{
    World *world = *state;
    char id[ENVELOPE_ID_TEXT_BYTES], more[16384];
    Envelope note;
    world_send(world, "{\"v\":1}", id);
    world_seal(world, ENVELOPE_KIND_NOTE, "{\"v\":1,\"text\":\"gebeld\"}", &note);
    char *sealed = world_b64(note.bytes, note.size);
    assert_int_equal(world_do(world, id, 1, 0, ""), 200);
    snprintf(more, sizeof more, ",\"outcome\":\"not_reached\",\"note\":\"%s\"", sealed);
    assert_int_equal(world_do(world, id, 3, 1, more), 200);
    snprintf(more, sizeof more, ",\"note\":\"%s\"", sealed);
    assert_int_equal(world_do(world, id, 4, 0, more), 200);
    assert_int_equal(world_do(world, id, 5, 2, ",\"outcome\":\"reached\""), 200);
    Answer list = world_call(world, "GET", "/v1/requests", NULL);
    json_t *row = world_item(&list, 0), *events = json_object_get(row, "events");
    assert_string_equal(world_json_text(row, "state"), "closed");
    assert_string_equal(world_json_text(row, "outcome"), "reached");
    assert_int_equal(world_json_number(row, "closed_at"), WORLD_NOW_S);
    assert_int_equal(world_json_number(row, "rev"), 3);
    assert_int_equal(json_array_size(events), 4);
    assert_string_equal(world_json_text(json_array_get(events, 1), "outcome"), "not_reached");
    assert_string_equal(world_json_text(json_array_get(events, 2), "note"), sealed);
    assert_string_equal(world_json_text(json_array_get(events, 0), "actor"),
                        "22222222222222222222222222222222");
    world_forget(&list);
    assert_int_equal(world_do(world, id, 6, 3, ""), 200);
    list = world_call(world, "GET", "/v1/requests", NULL);
    assert_string_equal(world_json_text(world_item(&list, 0), "state"), "claimed");
    assert_true(json_is_null(json_object_get(world_item(&list, 0), "closed_at")));
    world_forget(&list);
    free(sealed);
}

static void test_who_comes_second_hears_who_was_first(void **state)
{
    World *world = *state;
    char id[ENVELOPE_ID_TEXT_BYTES];
    world_send(world, "{\"v\":1}", id);
    char *first = world_event_body(1, 0, ""), *second = world_event_body(1, 0, "");
    Answer won = world_post_event(world, id, first), lost = world_post_event(world, id, second);
    Answer again = world_post_event(world, id, first);
    world_expect(&won, 200, NULL);
    world_expect(&lost, 409, "rev-conflict");
    assert_int_equal(world_number(&lost, "rev"), 1);
    assert_string_equal(world_text(&lost, "state"), "claimed");
    assert_string_equal(world_text(&lost, "assignee"), "22222222222222222222222222222222");
    world_expect(&again, 200, NULL);
    assert_int_equal(world_number(&again, "rev"), 1);
    world_forget(&won);
    world_forget(&lost);
    world_forget(&again);
    free(first);
    free(second);
}

static void test_every_wrong_event_is_refused(void **state)
{
    static const struct {
        int type;
        const char *more;
    } rows[] = {
        {0, ""},
        {7, ""},
        {1, ",\"outcome\":\"reached\""},
        {3, ",\"outcome\":\"spam\""},
        {4, ""},
        {4, ",\"note\":\"AAAA\""},
        {4, ",\"note\":\"Fatima wil gebeld worden\""},
        {4, ",\"note\":null"},
        {5, ""},
        {5, ",\"outcome\":\"happy\""},
        {6, ",\"outcome\":\"reached\""},
    };
    World *world = *state;
    char id[ENVELOPE_ID_TEXT_BYTES];
    world_send(world, "{\"v\":1}", id);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char *body = world_event_body(rows[i].type, 0, rows[i].more);
        Answer answer = world_post_event(world, id, body);
        world_expect(&answer, 422, "invalid");
        world_forget(&answer);
        free(body);
    }
    assert_int_equal(world_do(world, "00000000000000000000000000000000", 1, 0, ""), 404);
}

/* A request envelope is no note: the page would show it as a colleague's words. */
static void test_a_note_must_be_sealed_as_a_note(void **state)
{
    World *world = *state;
    char id[ENVELOPE_ID_TEXT_BYTES], more[16384];
    Envelope request;
    world_send(world, "{\"v\":1}", id);
    world_seal(world, ENVELOPE_KIND_REQUEST, "{\"v\":1}", &request);
    char *sealed = world_b64(request.bytes, request.size);
    snprintf(more, sizeof more, ",\"note\":\"%s\"", sealed);
    assert_int_equal(world_do(world, id, 4, 0, more), 422);
    free(sealed);
}

static void test_an_erased_request_is_gone_for_everybody(void **state)
{
    World *world = *state;
    char id[ENVELOPE_ID_TEXT_BYTES], target[TARGET_BYTES], poll[TARGET_BYTES];
    static const char stale[] = "{\"rev\":4,\"reason\":\"spam\"}";
    static const char right[] = "{\"rev\":0,\"reason\":\"erasure\"}";
    world_send(world, "{\"v\":1}", id);
    Answer before = world_call(world, "GET", "/v1/requests", NULL);
    snprintf(poll, sizeof poll, "/v1/requests?since=%s", world_text(&before, "next"));
    snprintf(target, sizeof target, "/v1/requests/%s", id);
    assert_int_equal(world_status(world, "DELETE", target, stale), 409);
    assert_int_equal(world_status(world, "DELETE", target, "{\"rev\":0,\"reason\":\"x\"}"), 422);
    assert_int_equal(world_status(world, "DELETE", target, right), 204);
    assert_int_equal(world_status(world, "DELETE", target, right), 204);
    assert_int_equal(world_do(world, id, 1, 0, ""), 404);
    Answer after = world_call(world, "GET", poll, NULL);
    assert_string_equal(world_json_text(world_item(&after, 0), "id"), id);
    assert_true(json_is_true(json_object_get(world_item(&after, 0), "gone")));
    world_forget(&before);
    world_forget(&after);
}

static void test_what_colleagues_do_stands_in_the_audit_log_without_content(void **state)
{
    World *world = *state;
    char id[ENVELOPE_ID_TEXT_BYTES];
    int64_t broken = 0, before = 0, after = 0;
    world_send(world, "{\"v\":1}", id);
    assert_true(store_audit_check(world->hub.store, &broken, &before));
    assert_int_equal(world_do(world, id, 1, 0, ""), 200);
    Answer list = world_call(world, "GET", "/v1/requests", NULL);
    world_forget(&list);
    assert_true(store_audit_check(world->hub.store, &broken, &after));
    assert_int_equal(after, before + 2);
    assert_int_equal(broken, 0);
}

int main(void)
{
#define WITH_WORLD(test) cmocka_unit_test_setup_teardown(test, open_world, close_world)
    const struct CMUnitTest tests[] = {
        WITH_WORLD(test_a_request_arrives_in_the_inbox_as_it_was_sealed),
        WITH_WORLD(test_polling_gives_304_until_something_changes),
        WITH_WORLD(test_pages_follow_each_other_without_gap_or_repeat),
        WITH_WORLD(test_a_wrong_cursor_or_limit_is_400),
        WITH_WORLD(test_a_request_goes_from_new_to_closed_with_a_sealed_note),
        WITH_WORLD(test_who_comes_second_hears_who_was_first),
        WITH_WORLD(test_every_wrong_event_is_refused),
        WITH_WORLD(test_a_note_must_be_sealed_as_a_note),
        WITH_WORLD(test_an_erased_request_is_gone_for_everybody),
        WITH_WORLD(test_what_colleagues_do_stands_in_the_audit_log_without_content),
    };
    return cmocka_run_group_tests_name("api inbox", tests, NULL, NULL);
}
