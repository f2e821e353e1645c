/* test_api_staff.c - what a colleague gets to hear: setup, login, the inbox, the fleet, recovery.
 */
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <string.h>

#include "cmocka_first.h"
#include "hub_admin.h"
#include "world.h"

enum { TARGET_BYTES = 128, BODY_BYTES = 512 };

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

static json_t *item(const Answer *answer, size_t at)
{
    return json_array_get(json_object_get(answer->json, "items"), at);
}

static const char *text(json_t *object, const char *member)
{
    const char *value = json_string_value(json_object_get(object, member));
    return value ? value : "";
}

static int64_t number(json_t *object, const char *member)
{
    return json_integer_value(json_object_get(object, member));
}

static Answer do_event(World *world, const char *id, const char *body)
{
    char target[TARGET_BYTES];
    snprintf(target, sizeof target, "/v1/requests/%s/events", id);
    return world_call(world, "POST", target, body);
}

/* An event with a fresh id; returns the status. */
static int do_type(World *world, const char *id, int type, int64_t rev, const char *more)
{
    char *body = world_event_body(type, rev, more);
    Answer answer = do_event(world, id, body);
    int status = answer.status;
    world_forget(&answer);
    free(body);
    return status;
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
            named = named || strcmp(text(row, "pointer"), rows[i].pointer) == 0;
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
    assert_string_equal(text(member, "email"), "noor@example.nl");
    assert_string_equal(text(member, "salt"), "AQEBAQEBAQEBAQEBAQEBAQ");
    assert_int_equal(number(member, "role"), 3);
    assert_int_equal(strlen(world_text(&me, "wrapped")), 139);
    assert_int_equal(json_array_size(json_object_get(me.json, "grants")), 1);
    assert_int_equal(json_array_size(json_object_get(me.json, "members")), 1);
    assert_int_equal(number(json_object_get(me.json, "settings"), "retention_days"), 28);
    assert_string_equal(world_text(&me, "org"), "9b1c6c1e5f1f4c0e");
    assert_true(strlen(world_text(&me, "keyring")) > 100);
    assert_null(json_object_get(member, "auth_hash"));
    assert_null(strstr(me.raw.body, "totp"));
    world_forget(&me);
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
    json_t *row = item(&list, 0);
    assert_string_equal(text(row, "id"), id);
    assert_string_equal(text(row, "state"), "new");
    assert_string_equal(text(row, "kiosk"), world->kiosk);
    assert_string_equal(text(row, "kiosk_label"), "Stadhuis, hal");
    assert_int_equal(number(row, "received_at"), WORLD_NOW_S);
    assert_int_equal(number(row, "waited_s"), 60);
    /* Tuesday: due on Thursday 26 November 2026, 17:00 in Leiden, winter time. */
    assert_int_equal(number(row, "due_at"), 1795708800);
    assert_true(json_is_null(json_object_get(row, "assignee")));
    assert_true(json_is_null(json_object_get(row, "outcome")));
    const char *sealed = text(row, "envelope");
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
    assert_int_equal(do_type(world, id, 1, 0, ""), 200);
    Answer more = world_raw(world, "GET", target, headers, NULL);
    assert_int_equal(more.status, 200);
    assert_string_equal(text(item(&more, 0), "state"), "claimed");
    assert_int_equal(json_array_size(json_object_get(item(&more, 0), "events")), 1);
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
    assert_int_equal(do_type(world, id, 1, 0, ""), 200);
    snprintf(more, sizeof more, ",\"outcome\":\"not_reached\",\"note\":\"%s\"", sealed);
    assert_int_equal(do_type(world, id, 3, 1, more), 200);
    snprintf(more, sizeof more, ",\"note\":\"%s\"", sealed);
    assert_int_equal(do_type(world, id, 4, 0, more), 200);
    assert_int_equal(do_type(world, id, 5, 2, ",\"outcome\":\"reached\""), 200);
    Answer list = world_call(world, "GET", "/v1/requests", NULL);
    json_t *row = item(&list, 0), *events = json_object_get(row, "events");
    assert_string_equal(text(row, "state"), "closed");
    assert_string_equal(text(row, "outcome"), "reached");
    assert_int_equal(number(row, "closed_at"), WORLD_NOW_S);
    assert_int_equal(number(row, "rev"), 3);
    assert_int_equal(json_array_size(events), 4);
    assert_string_equal(text(json_array_get(events, 1), "outcome"), "not_reached");
    assert_string_equal(text(json_array_get(events, 2), "note"), sealed);
    assert_string_equal(text(json_array_get(events, 0), "actor"),
                        "22222222222222222222222222222222");
    world_forget(&list);
    assert_int_equal(do_type(world, id, 6, 3, ""), 200);
    list = world_call(world, "GET", "/v1/requests", NULL);
    assert_string_equal(text(item(&list, 0), "state"), "claimed");
    assert_true(json_is_null(json_object_get(item(&list, 0), "closed_at")));
    world_forget(&list);
    free(sealed);
}

static void test_who_comes_second_hears_who_was_first(void **state)
{
    World *world = *state;
    char id[ENVELOPE_ID_TEXT_BYTES];
    world_send(world, "{\"v\":1}", id);
    char *first = world_event_body(1, 0, ""), *second = world_event_body(1, 0, "");
    Answer won = do_event(world, id, first), lost = do_event(world, id, second);
    Answer again = do_event(world, id, first);
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
        Answer answer = do_event(world, id, body);
        world_expect(&answer, 422, "invalid");
        world_forget(&answer);
        free(body);
    }
    assert_int_equal(do_type(world, "00000000000000000000000000000000", 1, 0, ""), 404);
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
    assert_int_equal(do_type(world, id, 4, 0, more), 422);
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
    assert_int_equal(do_type(world, id, 1, 0, ""), 404);
    Answer after = world_call(world, "GET", poll, NULL);
    assert_string_equal(text(item(&after, 0), "id"), id);
    assert_true(json_is_true(json_object_get(item(&after, 0), "gone")));
    world_forget(&before);
    world_forget(&after);
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
    assert_int_equal(do_type(world, "00000000000000000000000000000000", 1, 0, ""), 403);
    Answer me = world_call(world, "GET", "/v1/me", NULL);
    assert_int_equal(json_array_size(json_object_get(me.json, "grants")), 0);
    world_forget(&me);
}

static void test_the_fleet_shows_how_each_kiosk_is(void **state)
{
    World *world = *state;
    char id[ENVELOPE_ID_TEXT_BYTES], target[TARGET_BYTES];
    Answer before = world_call(world, "GET", "/v1/kiosks", NULL);
    assert_string_equal(text(item(&before, 0), "state"), "invited");
    assert_true(json_is_null(json_object_get(item(&before, 0), "last_seen")));
    world_forget(&before);
    world_send(world, "{\"v\":1}", id);
    Answer after = world_call(world, "GET", "/v1/kiosks", NULL);
    json_t *kiosk = item(&after, 0);
    assert_string_equal(text(kiosk, "state"), "active");
    assert_string_equal(text(kiosk, "app"), "1.0.0");
    assert_int_equal(number(kiosk, "last_seen"), WORLD_NOW_S);
    assert_int_equal(number(kiosk, "pack"), 42);
    json_t *status = json_object_get(kiosk, "status");
    assert_int_equal(number(status, "disk_mb"), 812);
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
    assert_string_equal(text(item(&after, 0), "label"), "Bieb");
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

static void test_what_colleagues_do_stands_in_the_audit_log_without_content(void **state)
{
    World *world = *state;
    char id[ENVELOPE_ID_TEXT_BYTES];
    int64_t broken = 0, before = 0, after = 0;
    world_send(world, "{\"v\":1}", id);
    assert_true(store_audit_check(world->hub.store, &broken, &before));
    assert_int_equal(do_type(world, id, 1, 0, ""), 200);
    Answer list = world_call(world, "GET", "/v1/requests", NULL);
    world_forget(&list);
    assert_true(store_audit_check(world->hub.store, &broken, &after));
    assert_int_equal(after, before + 2);
    assert_int_equal(broken, 0);
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
        WITH_WORLD(test_a_request_arrives_in_the_inbox_as_it_was_sealed),
        WITH_WORLD(test_polling_gives_304_until_something_changes),
        WITH_WORLD(test_pages_follow_each_other_without_gap_or_repeat),
        WITH_WORLD(test_a_wrong_cursor_or_limit_is_400),
        WITH_WORLD(test_a_request_goes_from_new_to_closed_with_a_sealed_note),
        WITH_WORLD(test_who_comes_second_hears_who_was_first),
        WITH_WORLD(test_every_wrong_event_is_refused),
        WITH_WORLD(test_a_note_must_be_sealed_as_a_note),
        WITH_WORLD(test_an_erased_request_is_gone_for_everybody),
        WITH_WORLD(test_a_technician_sees_the_fleet_and_no_request),
        WITH_WORLD(test_the_fleet_shows_how_each_kiosk_is),
        WITH_WORLD(test_a_lost_organisation_comes_back_with_the_console_and_the_sheet),
        WITH_WORLD(test_a_recovery_token_ends_after_an_hour),
        WITH_EMPTY(test_init_and_recover_know_what_was_set_up),
        WITH_WORLD(test_what_colleagues_do_stands_in_the_audit_log_without_content),
    };
    return cmocka_run_group_tests_name("api staff", tests, NULL, NULL);
}
