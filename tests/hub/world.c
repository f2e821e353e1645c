/* world.c - building the small world of the hub's tests. */
#include "world.h"

#include <ftw.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "buf.h"
#include "check.h"
#include "cmocka_first.h"
#include "hub_admin.h"
#include "minisign.h"

enum { B64_BYTES_MAX = 256, HEADERS_MAX = 32, BODY_BYTES_MAX = 16384 };

#define ORG "9b1c6c1e5f1f4c0e"
#define MEMBER "22222222222222222222222222222222"
#define ZERO_ID "00000000000000000000000000000000"

static int remove_entry(const char *path, const struct stat *info, int flag, struct FTW *walk)
{
    (void)info;
    (void)flag;
    (void)walk;
    return remove(path);
}

static void open_store(World *world)
{
    Err err = {0};
    StoreOptions options = {world->database, true, world->db_pages_max};
    world->hub.store = store_open(&options, &err);
    if (world->hub.store == NULL) {
        fail_msg("store: %s %s", err.code, err.text);
    }
}

static void beat(World *world)
{
    StoreOp op = {.kind = STORE_OP_HEARTBEAT,
                  .at = world->now_s,
                  .heartbeat = {.fresh = "00112233aabbccdd", .gap_max_s = 90}};
    assert_true(store_apply(world->hub.store, &op, 1, NULL));
}

void world_open(World *world)
{
    HubConfig config = {0};
    Err err = {0};
    assert_true(sodium_init() >= 0);
    *world = (World){.now_s = WORLD_NOW_S, .now_ms = 1000000};
    snprintf(world->folder, sizeof world->folder, "/tmp/oksp-hub-XXXXXX");
    assert_non_null(mkdtemp(world->folder));
    snprintf(world->database, sizeof world->database, "%.32s/hub.db", world->folder);
    snprintf(config.data_dir, sizeof config.data_dir, "%s", world->folder);
    snprintf(config.database, sizeof config.database, "%s", world->database);
    assert_true(hub_admin_init(&config, world->setup_token, &err));
    assert_true(hub_admin_key(&config, world->hub.options.key, &err));
    crypto_box_keypair(world->org.public_key, world->org.secret_key);
    world->hub.rates = rates_new();
    open_store(world);
    beat(world);
}

void world_close(World *world)
{
    store_close(world->hub.store);
    rates_free(world->hub.rates);
    nftw(world->folder, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
}

void world_restart(World *world)
{
    store_close(world->hub.store);
    open_store(world);
}

/* "Name: value\n" lines to headers; the text must outlive them. */
static size_t split_headers(const char *text, HubHeader *out)
{
    Str rest = str_of(text);
    size_t count = 0;
    while (rest.size > 0) {
        Str value = str_cut(&rest, '\n');
        Str name = str_cut(&value, ':');
        check(count < HEADERS_MAX);
        out[count++] = (HubHeader){name, str_trim(value)};
    }
    return count;
}

Answer world_raw(World *world, const char *method, const char *target, const char *headers,
                 const char *body)
{
    Answer answer = {0};
    HubHeader list[HEADERS_MAX];
    HubRequest request = {.method = str_of(method),
                          .target = str_of(target),
                          .headers = list,
                          .header_count = split_headers(headers, list),
                          .body = str_of(body ? body : ""),
                          .now_s = world->now_s,
                          .now_ms = world->now_ms};
    world->failed = !hub_handle(&world->hub, &request, &answer.raw, NULL);
    answer.status = answer.raw.status;
    if (answer.raw.body != NULL) {
        answer.json = json_loadb(answer.raw.body, answer.raw.body_size, 0, NULL);
    }
    return answer;
}

static Answer call_with(World *world, const char *const head[2], const char *more, const char *body)
{
    char headers[1024];
    snprintf(headers, sizeof headers, "Host: hub.example\n%s", more);
    if (strcmp(head[0], "GET") != 0) {
        size_t used = strlen(headers);
        snprintf(headers + used, sizeof headers - used,
                 "Content-Type: application/json\nContent-Length: %zu\n", strlen(body ? body : ""));
    }
    return world_raw(world, head[0], head[1], headers, body);
}

Answer world_call(World *world, const char *method, const char *target, const char *body)
{
    char more[256];
    /* Far apart, so that only the tests of the rates meet them. */
    world->now_ms += 5000;
    snprintf(more, sizeof more, "Sec-Fetch-Site: same-origin\nCookie: a=b; __Host-oksp=%s\n",
             world->cookie);
    return call_with(world, (const char *const[]){method, target}, more, body);
}

Answer world_kiosk_call(World *world, const char *target, const char *body)
{
    char more[256];
    world->now_ms += 5000;
    snprintf(more, sizeof more, "Authorization: Bearer %s\n", world->bearer);
    return call_with(world, (const char *const[]){"POST", target}, more, body);
}

void world_forget(Answer *answer)
{
    json_decref(answer->json);
    hub_reply_free(&answer->raw);
    *answer = (Answer){0};
}

int world_status(World *world, const char *method, const char *target, const char *body)
{
    Answer answer = world_call(world, method, target, body);
    int status = answer.status;
    world_forget(&answer);
    return status;
}

void world_expect(Answer *answer, int status, const char *type)
{
    if (answer->status != status) {
        fail_msg("status %d, wanted %d: %s", answer->status, status,
                 answer->raw.body ? answer->raw.body : "(no body)");
    }
    if (type != NULL) {
        char urn[64];
        snprintf(urn, sizeof urn, "urn:oksp:%s", type);
        assert_string_equal(world_text(answer, "type"), urn);
        assert_string_equal(answer->raw.content_type, "application/problem+json");
        assert_int_equal(world_number(answer, "status"), status);
    }
}

const char *world_text(const Answer *answer, const char *member)
{
    const char *text = json_string_value(json_object_get(answer->json, member));
    return text ? text : "";
}

int64_t world_number(const Answer *answer, const char *member)
{
    return json_integer_value(json_object_get(answer->json, member));
}

char *world_b64(const unsigned char *bytes, size_t size)
{
    size_t room = sodium_base64_encoded_len(size, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    char *text = malloc(room);
    assert_non_null(text);
    return sodium_bin2base64(text, room, bytes, size, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

/* `size` bytes of `fill` as base64url. */
static const char *filled(unsigned char fill, size_t size, char out[B64_BYTES_MAX])
{
    unsigned char bytes[160];
    check(size <= sizeof bytes);
    memset(bytes, fill, size);
    return sodium_bin2base64(out, B64_BYTES_MAX, bytes, size,
                             sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

/* A keyring of this world's organisation, signed by a root made for it. */
static void make_keyring(const World *world, char document[2048],
                         char signature[MINISIGN_TEXT_BYTES_MAX])
{
    unsigned char seed[32];
    MinisignSecret root;
    char recovery[B64_BYTES_MAX];
    memset(seed, 7, sizeof seed);
    minisign_secret_of(seed, &root);
    char *pk = world_b64(root.key.pk, sizeof root.key.pk);
    char *seal = world_b64(world->org.public_key, sizeof world->org.public_key);
    snprintf(document, 2048,
             "{\"type\":\"oksp-keyring\",\"v\":1,\"org\":\"" ORG "\",\"name\":\"OKSP Test\","
             "\"seq\":1,\"issued\":\"2026-11-02\",\"root\":\"%s\",\"next_root\":null,"
             "\"recovery\":\"%s\",\"seal\":[{\"epoch\":1,\"pk\":\"%s\",\"use\":true}],"
             "\"content_signers\":[],\"hubs\":[\"https://oksp.example.nl\"]}\n",
             pk, filled(9, 32, recovery), seal);
    free(pk);
    free(seal);
    MinisignDigest digest = minisign_digest(str_of(document));
    assert_true(minisign_sign(&digest, &root, STR("oksp-keyring seq:1"), signature, NULL));
}

char *world_setup_body(World *world)
{
    char document[2048], signature[MINISIGN_TEXT_BYTES_MAX];
    char salt[B64_BYTES_MAX], ak[B64_BYTES_MAX], wrapped[B64_BYTES_MAX], sealed[B64_BYTES_MAX];
    make_keyring(world, document, signature);
    json_t *member =
        json_pack("{s:s,s:s,s:s,s:i,s:s,s:i,s:i,s:s,s:s,s:s,s:s,s:i}", "id", MEMBER, "email",
                  "Noor@Example.nl ", "name", "Noor", "role", 3, "salt", filled(1, 16, salt), "t",
                  3, "m_kib", 65536, "ak", filled(5, 32, ak), "box_pk", ak, "wrapped",
                  filled(3, 104, wrapped), "attest", ak, "attest_epoch", 1);
    filled(4, 80, sealed);
    json_t *grants = json_pack("[{s:s,s:i,s:s},{s:s,s:i,s:s}]", "member", MEMBER, "epoch", 1,
                               "sealed", sealed, "member", ZERO_ID, "epoch", 1, "sealed", sealed);
    json_t *body =
        json_pack("{s:i,s:s,s:s,s:s,s:s,s:s,s:o,s:o,s:{s:i}}", "v", 1, "token", world->setup_token,
                  "org", ORG, "name", "OKSP Test", "keyring", document, "keyring_sig", signature,
                  "member", member, "grants", grants, "settings", "retention_days", 28);
    assert_non_null(body);
    char *text = json_dumps(body, JSON_COMPACT);
    json_decref(body);
    return text;
}

/* The value of the cookie in a Set-Cookie header. */
static void keep_cookie(World *world, const HubReply *reply)
{
    for (size_t i = 0; i < reply->header_count; i++) {
        if (strcmp(reply->headers[i].name, "Set-Cookie") == 0) {
            Str rest = str_of(reply->headers[i].value);
            Str pair = str_cut(&rest, ';');
            assert_true(str_equal(str_cut(&pair, '='), STR("__Host-oksp")));
            assert_true(str_copy(pair, world->cookie, sizeof world->cookie));
        }
    }
}

static void log_in(World *world)
{
    char ak[B64_BYTES_MAX], body[256];
    snprintf(body, sizeof body, "{\"email\":\"noor@example.nl\",\"ak\":\"%s\"}", filled(5, 32, ak));
    Answer answer = world_call(world, "POST", "/v1/login", body);
    world_expect(&answer, 204, NULL);
    keep_cookie(world, &answer.raw);
    world_forget(&answer);
}

static void enrol(World *world)
{
    char body[256];
    Answer made = world_call(world, "POST", "/v1/kiosks", "{\"label\":\"Stadhuis, hal\"}");
    world_expect(&made, 201, NULL);
    snprintf(world->kiosk, sizeof world->kiosk, "%s", world_text(&made, "kiosk"));
    snprintf(body, sizeof body,
             "{\"v\":1,\"code\":\"%s\",\"hw\":\"0011223344556677\",\"app\":\"1.0.0\"}",
             world_text(&made, "code"));
    Answer answer = world_kiosk_call(world, "/v1/enrol", body);
    world_expect(&answer, 201, NULL);
    snprintf(world->bearer, sizeof world->bearer, "%s", world_text(&answer, "token"));
    world_forget(&answer);
    world_forget(&made);
}

void world_ready(World *world)
{
    world_open(world);
    char *body = world_setup_body(world);
    Answer answer = world_call(world, "POST", "/v1/setup", body);
    world_expect(&answer, 201, NULL);
    world_forget(&answer);
    free(body);
    log_in(world);
    enrol(world);
}

void world_seal(const World *world, EnvelopeKind kind, const char *text, Envelope *out)
{
    EnvelopeKey key;
    memcpy(key.public_key, world->org.public_key, sizeof key.public_key);
    assert_true(envelope_seal(kind, str_of(text), &key, out, NULL));
}

void world_id(const Envelope *envelope, char out[ENVELOPE_ID_TEXT_BYTES])
{
    EnvelopeId id = envelope_id(envelope->bytes, envelope->size);
    envelope_id_format(&id, out);
}

char *world_sync_body(const World *world, const Envelope *envelopes, size_t count)
{
    (void)world;
    json_t *items = json_array();
    for (size_t i = 0; i < count; i++) {
        char *text = world_b64(envelopes[i].bytes, envelopes[i].size);
        json_array_append_new(items, json_pack("{s:s,s:i}", "e", text, "w", 60));
        free(text);
    }
    json_t *body = json_pack("{s:i,s:s,s:s,s:s,s:s,s:i,s:i,s:i,s:i,s:i,s:i,s:s,s:s,s:[s],s:o,s:s}",
                             "v", 1, "app", "1.0.0", "hw", "0011223344556677", "boot", "01234567",
                             "store", "", "keyring", 1, "pack", 42, "depth", (int)count, "refused",
                             0, "disk_mb", 812, "up_s", 86400, "clock", "2026-11-24T10:00:00Z",
                             "cq", "ok", "err", "disk.low", "items", items, "pad", "000");
    assert_non_null(body);
    char *text = json_dumps(body, JSON_COMPACT);
    json_decref(body);
    return text;
}

char *world_event_body(int type, int64_t rev, const char *more)
{
    unsigned char random[16];
    char id[33];
    char *text = malloc(BODY_BYTES_MAX);
    assert_non_null(text);
    randombytes_buf(random, sizeof random);
    sodium_bin2hex(id, sizeof id, random, sizeof random);
    snprintf(text, BODY_BYTES_MAX, "{\"event\":\"%s\",\"rev\":%lld,\"type\":%d%s}", id,
             (long long)rev, type, more);
    return text;
}

void world_send(World *world, const char *text, char id[ENVELOPE_ID_TEXT_BYTES])
{
    Envelope envelope;
    world_seal(world, ENVELOPE_KIND_REQUEST, text, &envelope);
    world_id(&envelope, id);
    char *body = world_sync_body(world, &envelope, 1);
    Answer answer = world_kiosk_call(world, "/v1/sync", body);
    world_expect(&answer, 200, NULL);
    assert_string_equal(json_string_value(json_array_get(json_object_get(answer.json, "ack"), 0)),
                        id);
    world_forget(&answer);
    free(body);
}

const char *world_json_text(json_t *object, const char *member)
{
    const char *value = json_string_value(json_object_get(object, member));
    return value ? value : "";
}

int64_t world_json_number(json_t *object, const char *member)
{
    return json_integer_value(json_object_get(object, member));
}

json_t *world_item(const Answer *answer, size_t at)
{
    return json_array_get(json_object_get(answer->json, "items"), at);
}

Answer world_post_event(World *world, const char *id, const char *body)
{
    char target[128];
    snprintf(target, sizeof target, "/v1/requests/%s/events", id);
    return world_call(world, "POST", target, body);
}

int world_do(World *world, const char *id, int type, int64_t rev, const char *more)
{
    char *body = world_event_body(type, rev, more);
    Answer answer = world_post_event(world, id, body);
    int status = answer.status;
    world_forget(&answer);
    free(body);
    return status;
}
