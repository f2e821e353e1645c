/* test_vectors.c - the committed vectors are what this code makes, and this code reads them. */
#include "cmocka_first.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "envelope.h"
#include "file.h"
#include "keyring.h"
#include "refcode.h"
#include "request.h"
#include "vectors.h"

enum { FILE_BYTES_MAX = 1 << 20 };

static json_t *committed;
static VectorKeys keys;

static int load(void **state)
{
    (void)state;
    Err err = {0};
    size_t size = 0;
    char *text = file_read("tests/vectors/vectors.json", FILE_BYTES_MAX, &size, &err);
    assert_non_null(text);
    committed = json_loadb(text, size, JSON_REJECT_DUPLICATES, NULL);
    free(text);
    assert_non_null(committed);
    json_decref(vectors_keys(&keys));
    return 0;
}

static int unload(void **state)
{
    (void)state;
    json_decref(committed);
    return 0;
}

static const char *text_of(const json_t *object, const char *name)
{
    const char *text = json_string_value(json_object_get(object, name));
    assert_non_null(text);
    return text;
}

static void read_hex(const json_t *object, const char *name, Envelope *out)
{
    const char *text = text_of(object, name);
    assert_int_equal(
        sodium_hex2bin(out->bytes, sizeof out->bytes, text, strlen(text), NULL, &out->size, NULL),
        0);
}

static void test_the_committed_file_is_what_the_code_makes(void **state)
{
    (void)state;
    json_t *made = vectors_build();
    assert_true(json_equal(made, committed));
    json_decref(made);
}

static void test_frozen_derivations_have_their_frozen_values(void **state)
{
    (void)state;
    const json_t *all = json_object_get(committed, "keys");
    assert_string_equal(text_of(json_object_get(all, "org"), "key_id"), "ddf8df3f8ebe4091");
    assert_string_equal(text_of(json_object_get(all, "login"), "ak"),
                        "5fb5642a8e9372215443789df711fc2e0ff1454e3b59a195a351c46115992e39");
    assert_string_equal(text_of(json_object_get(all, "recovery"), "code"),
                        "M2GT-58X4-MPKA-FA59-NANT-SBDE-NYPC");
    assert_string_equal(text_of(json_object_get(all, "recovery"), "root_pk"),
                        "0592cf125c381d247c3addf461142db81c27fcf279468b5b687ebac8d919f434");
    assert_string_equal(text_of(json_object_get(all, "member"), "attest"),
                        "3f1fbe370b17f496ea8f94930df4fbcec65104a5146f4e621bc8c41ea77a949b");
}

static void test_every_request_opens_and_is_the_same_when_written_again(void **state)
{
    (void)state;
    const json_t *array = json_object_get(committed, "requests");
    assert_true(json_array_size(array) >= 6);
    for (size_t i = 0; i < json_array_size(array); i++) {
        const json_t *row = json_array_get(array, i);
        Envelope envelope;
        char payload[ENVELOPE_PAYLOAD_BYTES_MAX + 1], again[REQUEST_JSON_BYTES_MAX];
        size_t size = 0;
        Request request;
        Err err = {0};
        read_hex(row, "envelope", &envelope);
        assert_int_equal(envelope_open(&envelope, &keys.org, payload, &size), ENVELOPE_FAULT_NONE);
        assert_string_equal(payload, text_of(row, "payload"));
        assert_true(request_from_json((Str){payload, size}, &request, &err));
        assert_true(request_to_json(&request, again, sizeof again, &size, &err));
        assert_string_equal(again, payload);
    }
}

static void test_receipts_come_from_the_id(void **state)
{
    (void)state;
    const json_t *array = json_object_get(committed, "requests");
    for (size_t i = 0; i < json_array_size(array); i++) {
        const json_t *row = json_array_get(array, i);
        EnvelopeId id;
        char code[REFCODE_BYTES], shown[REFCODE_SHOWN_BYTES];
        unsigned char numbers[REFCODE_PICTURES];
        assert_true(envelope_id_parse(str_of(text_of(row, "id")), &id));
        refcode_of(&id, code);
        refcode_show(code, shown);
        assert_string_equal(shown, text_of(row, "ref"));
        refcode_pictures(&id, numbers);
        for (size_t n = 0; n < REFCODE_PICTURES; n++) {
            const json_t *word = json_array_get(json_object_get(row, "pictures"), n);
            assert_string_equal(refcode_picture(numbers[n]), json_string_value(word));
        }
    }
}

/* "json" is found behind the envelope, by the reader of the payload. */
static const char *fault_of(const Envelope *envelope)
{
    char payload[ENVELOPE_PAYLOAD_BYTES_MAX + 1];
    size_t size = 0;
    EnvelopeFault fault = envelope_open(envelope, &keys.org, payload, &size);
    if (fault != ENVELOPE_FAULT_NONE) {
        return envelope_fault_word(fault);
    }
    Request request;
    return request_from_json((Str){payload, size}, &request, NULL) ? "none" : "json";
}

static void test_every_bad_envelope_is_refused_for_its_own_reason(void **state)
{
    (void)state;
    const json_t *array = json_object_get(committed, "bad_envelopes");
    assert_true(json_array_size(array) >= 15);
    for (size_t i = 0; i < json_array_size(array); i++) {
        const json_t *row = json_array_get(array, i);
        Envelope envelope = {0};
        read_hex(row, "envelope", &envelope);
        assert_string_equal(fault_of(&envelope), text_of(row, "fault"));
    }
}

static KeyringPin pin_of(const json_t *row)
{
    KeyringPin pin = {.seq = json_integer_value(json_object_get(row, "known_seq"))};
    assert_true(keyring_fingerprint_parse(str_of(text_of(row, "fingerprint")), &pin.root));
    assert_true(str_copy(str_of(text_of(row, "org")), pin.org, sizeof pin.org));
    return pin;
}

static void test_the_keyring_is_believed_and_the_bad_ones_are_not(void **state)
{
    (void)state;
    const json_t *row = json_object_get(committed, "keyring");
    KeyringPin pin = pin_of(row);
    Keyring keyring;
    Err err = {0};
    Str document = str_of(text_of(row, "doc"));
    assert_true(keyring_accept(document, str_of(text_of(row, "sig")), &pin, &keyring, &err));
    assert_memory_equal(keyring_seal_key(&keyring)->public_key, keys.org.public_key, 32);
    assert_false(
        keyring_accept(document, str_of(text_of(row, "foreign_sig")), &pin, &keyring, &err));
    assert_string_equal(err.code, "keyring.signature");
    const json_t *bad = json_object_get(row, "bad");
    for (size_t i = 0; i < json_array_size(bad); i++) {
        const json_t *b = json_array_get(bad, i);
        err_clear(&err);
        assert_false(keyring_accept(str_of(text_of(b, "doc")), str_of(text_of(b, "sig")), &pin,
                                    &keyring, &err));
        assert_string_equal(err.code, text_of(b, "fault"));
        assert_int_equal(keyring.seal_count, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_committed_file_is_what_the_code_makes),
        cmocka_unit_test(test_frozen_derivations_have_their_frozen_values),
        cmocka_unit_test(test_every_request_opens_and_is_the_same_when_written_again),
        cmocka_unit_test(test_receipts_come_from_the_id),
        cmocka_unit_test(test_every_bad_envelope_is_refused_for_its_own_reason),
        cmocka_unit_test(test_the_keyring_is_believed_and_the_bad_ones_are_not),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
