/* test_fuzz.c - every reader of foreign bytes, fed with thousands of damaged documents under the
 * sanitizers: nothing crashes, and nothing that was changed is believed. A run is repeated with
 * OKSP_SEED=<the printed number>. */
#include "cmocka_first.h"

#include <inttypes.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "envelope.h"
#include "keyring.h"
#include "mail.h"
#include "minisign.h"
#include "phone.h"
#include "request.h"
#include "sync_wire.h"
#include "utf8.h"
#include "vectors.h"

enum { ROUNDS = 20000, TEXT_BYTES_MAX = 20000, CHANGES_MAX = 6 };

static uint64_t seed;
static json_t *vectors;
static VectorKeys keys;

static uint32_t next_random(void)
{
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(seed >> 33);
}

static int prepare(void **state)
{
    (void)state;
    const char *wanted = getenv("OKSP_SEED");
    assert_true(sodium_init() >= 0);
    seed = wanted == NULL ? randombytes_random() : strtoull(wanted, NULL, 10);
    print_message("OKSP_SEED=%" PRIu64 "\n", seed);
    vectors = vectors_build();
    json_decref(vectors_keys(&keys));
    return 0;
}

static int clean(void **state)
{
    (void)state;
    json_decref(vectors);
    return 0;
}

static const char *text_of(const char *part, const char *name)
{
    return json_string_value(json_object_get(json_object_get(vectors, part), name));
}

/* Change, cut, double or insert at random places; false when nothing differs. */
static bool damage(const char *good, char *out, size_t *size)
{
    static const char spice[] = "{}[]\",:\\u0000\xFF\x80-e9.";
    size_t length = strlen(good);
    memcpy(out, good, length);
    for (uint32_t i = next_random() % CHANGES_MAX + 1; i > 0 && length > 0; i--) {
        size_t at = next_random() % length;
        switch (next_random() % 4) {
        case 0: out[at] = (char)next_random(); break;
        case 1: out[at] = spice[next_random() % (sizeof spice - 1)]; break;
        case 2:
            memmove(out + at, out + at + 1, length - at - 1);
            length--;
            break;
        default:
            memmove(out + at + 1, out + at, length - at);
            length++;
            break;
        }
    }
    *size = length;
    return length != strlen(good) || memcmp(out, good, length) != 0;
}

/* Exactly as many bytes as there are, so that the sanitizer sees one read too many. */
static Str exact(const char *bytes, size_t size, char **owned)
{
    *owned = malloc(size == 0 ? 1 : size);
    memcpy(*owned, bytes, size);
    return (Str){*owned, size};
}

typedef void (*Reader)(Str bytes);

static void feed(const char *good, Reader reader)
{
    static char bytes[TEXT_BYTES_MAX];
    size_t size = 0;
    assert_true(strlen(good) + CHANGES_MAX < sizeof bytes);
    for (int i = 0; i < ROUNDS; i++) {
        if (damage(good, bytes, &size)) {
            char *owned = NULL;
            reader(exact(bytes, size, &owned));
            free(owned);
        }
    }
}

static void read_request(Str bytes)
{
    Request request;
    char json[REQUEST_JSON_BYTES_MAX];
    size_t size = 0;
    if (request_from_json(bytes, &request, NULL)) {
        /* Still a payload: then it can be written, too. */
        assert_true(request_to_json(&request, json, sizeof json, &size, NULL));
    }
}

static void test_no_damaged_payload_crashes_or_is_half_read(void **state)
{
    (void)state;
    const json_t *requests = json_object_get(vectors, "requests");
    for (size_t i = 0; i < json_array_size(requests); i++) {
        feed(json_string_value(json_object_get(json_array_get(requests, i), "payload")),
             read_request);
    }
}

static KeyringPin pin(void)
{
    return (KeyringPin){.root = keyring_fingerprint(keys.root.key.pk), .seq = 13};
}

static void read_keyring(Str bytes)
{
    Keyring keyring;
    KeyringPin known = pin();
    (void)keyring_parse(bytes, &keyring, NULL);
    assert_false(keyring_accept(bytes, str_of(text_of("keyring", "sig")), &known, &keyring, NULL));
}

static void test_no_damaged_keyring_is_believed(void **state)
{
    (void)state;
    feed(text_of("keyring", "doc"), read_keyring);
}

/* The untrusted comment is not signed: a signature that differs only there is still good. */
static void read_signature(Str bytes)
{
    Keyring keyring;
    KeyringPin known = pin();
    Str document = str_of(text_of("keyring", "doc"));
    if (keyring_accept(document, bytes, &known, &keyring, NULL)) {
        Str good = str_of(text_of("keyring", "sig")), rest = bytes;
        (void)str_cut(&good, '\n');
        (void)str_cut(&rest, '\n');
        assert_true(str_equal(str_trim(good), str_trim(rest)));
    }
}

static void test_no_damaged_signature_is_believed(void **state)
{
    (void)state;
    feed(text_of("keyring", "sig"), read_signature);
}

static void read_reply(Str bytes)
{
    static OutboxBatch sent;
    SyncReply reply;
    sent.count = 1;
    memset(sent.items[0].id.bytes, 0x11, sizeof sent.items[0].id.bytes);
    if (sync_wire_read(bytes, &sent, &reply, NULL)) {
        /* Whatever else changed: no other id is ever acknowledged. */
        for (int i = 0; i < reply.acknowledged_count; i++) {
            assert_memory_equal(reply.acknowledged[i].bytes, sent.items[0].id.bytes, 16);
        }
    }
}

static void test_no_damaged_reply_acknowledges_another_row(void **state)
{
    (void)state;
    feed("{\"v\":1,\"time\":\"2026-11-24T13:05:12Z\",\"store\":\"0011223344556677\","
         "\"ack\":[\"11111111111111111111111111111111\"],\"refuse\":[{\"id\":"
         "\"11111111111111111111111111111111\",\"reason\":\"magic\"}],\"keyring\":13,"
         "\"pack\":null,\"next_s\":600,\"pad\":\"000000000000\"}",
         read_reply);
}

static void read_enrolment(Str bytes)
{
    static SyncEnrolled enrolled;
    SyncEnrolString string;
    (void)sync_wire_read_enrolled(bytes, &enrolled, NULL);
    (void)sync_wire_read_enrol_string(bytes, &string, NULL);
}

static void test_no_damaged_enrolment_crashes(void **state)
{
    (void)state;
    feed(text_of("keyring", "enrol"), read_enrolment);
    feed("{\"v\":1,\"kiosk\":\"00112233445566778899aabbccddeeff\","
         "\"token\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\",\"org\":\"9b1c6c1e5f1f4c0e\","
         "\"keyring\":\"{}\",\"keyring_sig\":\"x\",\"time\":\"2026-11-24T13:05:12Z\"}",
         read_enrolment);
}

static void read_typed(Str bytes)
{
    char phone[PHONE_BYTES_MAX], mail[MAIL_BYTES_MAX];
    if (utf8_is_valid(bytes) && phone_read(bytes, phone) == PHONE_OK) {
        assert_true(phone_is_stored(str_of(phone)));
    }
    (void)mail_read(bytes, mail);
}

static void test_whatever_is_typed_a_stored_number_has_the_stored_form(void **state)
{
    (void)state;
    static const char *const typed[] = {"+31 (0)6-12 34 56 78", "0031(0)71 512 34 56",
                                        "ouder.van+school@mail.example.nl",
                                        "\xD9\xA0\xD9\xA6\xD9\xA1\xD9\xA2\xD9\xA3\xD9\xA4"};
    for (size_t i = 0; i < sizeof typed / sizeof typed[0]; i++) {
        feed(typed[i], read_typed);
    }
}

static void test_no_changed_bit_of_an_envelope_opens(void **state)
{
    (void)state;
    static char payload[ENVELOPE_PAYLOAD_BYTES_MAX + 1];
    Envelope good;
    EnvelopeKey key;
    size_t size = 0;
    memcpy(key.public_key, keys.org.public_key, sizeof key.public_key);
    assert_true(envelope_seal(ENVELOPE_KIND_REQUEST, STR("{\"v\":1}"), &key, &good, NULL));
    for (int i = 0; i < ROUNDS; i++) {
        Envelope bad = good;
        uint32_t bit = next_random() % (uint32_t)(good.size * 8);
        bad.bytes[bit / 8] ^= (unsigned char)(1u << bit % 8);
        assert_int_not_equal(envelope_open(&bad, &keys.org, payload, &size), ENVELOPE_FAULT_NONE);
        bad.size = next_random() % (ENVELOPE_BYTES_MAX + 1);
        (void)envelope_open(&bad, &keys.org, payload, &size);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_no_damaged_payload_crashes_or_is_half_read),
        cmocka_unit_test(test_no_damaged_keyring_is_believed),
        cmocka_unit_test(test_no_damaged_signature_is_believed),
        cmocka_unit_test(test_no_damaged_reply_acknowledges_another_row),
        cmocka_unit_test(test_no_damaged_enrolment_crashes),
        cmocka_unit_test(test_whatever_is_typed_a_stored_number_has_the_stored_form),
        cmocka_unit_test(test_no_changed_bit_of_an_envelope_opens),
    };
    return cmocka_run_group_tests(tests, prepare, clean);
}
