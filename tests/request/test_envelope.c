/* test_envelope.c - sealing and opening with fresh keys; what was changed does not open. */
#include "cmocka_first.h"

#include <sodium.h>
#include <string.h>

#include "envelope.h"

static EnvelopePair pair;
static EnvelopeKey key;

static int make_pair(void **state)
{
    (void)state;
    assert_true(sodium_init() >= 0);
    crypto_box_keypair(pair.public_key, pair.secret_key);
    memcpy(key.public_key, pair.public_key, sizeof key.public_key);
    return 0;
}

static Envelope sealed(Str payload)
{
    Envelope envelope;
    Err err = {0};
    assert_true(envelope_seal(ENVELOPE_KIND_REQUEST, payload, &key, &envelope, &err));
    return envelope;
}

static void test_every_length_opens_again_and_is_padded_to_whole_blocks(void **state)
{
    (void)state;
    static const size_t sizes[] = {1, 500, 1006, 1007, 1008, 2031, 2032, 8174, 8175};
    char text[ENVELOPE_PAYLOAD_BYTES_MAX + 1], back[ENVELOPE_PAYLOAD_BYTES_MAX + 1];
    randombytes_buf(text, sizeof text);
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        Envelope envelope = sealed((Str){text, sizes[i]});
        size_t blocks = (sizes[i] + 16) / 1024 + 1, size = 0;
        assert_int_equal(envelope.size, 64 + 1024 * blocks);
        assert_int_equal(envelope_open(&envelope, &pair, back, &size), ENVELOPE_FAULT_NONE);
        assert_int_equal(size, sizes[i]);
        assert_memory_equal(back, text, size);
    }
}

static void test_too_long_and_empty_payloads_are_refused(void **state)
{
    (void)state;
    char text[ENVELOPE_PAYLOAD_BYTES_MAX + 1] = {0};
    Envelope envelope;
    Err err = {0};
    assert_false(
        envelope_seal(ENVELOPE_KIND_REQUEST, (Str){text, sizeof text}, &key, &envelope, &err));
    assert_string_equal(err.code, "envelope.size");
    err_clear(&err);
    assert_false(envelope_seal(ENVELOPE_KIND_REQUEST, STR(""), &key, &envelope, &err));
    assert_string_equal(err.code, "envelope.size");
    assert_int_equal(envelope.size, 0);
}

static void test_a_seal_key_of_zeros_is_refused(void **state)
{
    (void)state;
    EnvelopeKey zeros = {{0}};
    Envelope envelope;
    Err err = {0};
    assert_false(envelope_seal(ENVELOPE_KIND_REQUEST, STR("{}"), &zeros, &envelope, &err));
    assert_string_equal(err.code, "envelope.seal");
    assert_int_equal(envelope.size, 0);
}

static void test_no_flipped_bit_survives(void **state)
{
    (void)state;
    Envelope good = sealed(STR("{\"v\":1}"));
    char back[ENVELOPE_PAYLOAD_BYTES_MAX + 1];
    size_t size = 0;
    for (size_t i = 0; i < good.size; i += i < 64 ? 1 : 37) {
        for (int bit = 0; bit < 8; bit++) {
            Envelope bad = good;
            bad.bytes[i] ^= (unsigned char)(1 << bit);
            assert_int_not_equal(envelope_open(&bad, &pair, back, &size), ENVELOPE_FAULT_NONE);
            assert_int_equal(size, 0);
        }
    }
}

static void test_sealing_twice_gives_two_ids(void **state)
{
    (void)state;
    Envelope a = sealed(STR("{}")), b = sealed(STR("{}"));
    EnvelopeId ia = envelope_id(a.bytes, a.size), ib = envelope_id(b.bytes, b.size);
    assert_memory_not_equal(ia.bytes, ib.bytes, sizeof ia.bytes);
}

static void test_ids_are_read_and_written_as_hex(void **state)
{
    (void)state;
    EnvelopeId id;
    char text[ENVELOPE_ID_TEXT_BYTES];
    assert_true(envelope_id_parse(STR("00112233445566778899aabbccddeeff"), &id));
    envelope_id_format(&id, text);
    assert_string_equal(text, "00112233445566778899aabbccddeeff");
    static const char *const bad[] = {"", "0011", "00112233445566778899AABBCCDDEEFF",
                                      "00112233445566778899aabbccddeefg",
                                      "00112233445566778899aabbccddeeff0"};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        assert_false(envelope_id_parse(str_of(bad[i]), &id));
    }
}

static void test_only_whole_envelopes_are_copied(void **state)
{
    (void)state;
    Envelope good = sealed(STR("{}")), copy = {0};
    assert_true(envelope_copy(good.bytes, good.size, &copy));
    assert_int_equal(copy.size, good.size);
    assert_int_equal(envelope_kind(&copy), ENVELOPE_KIND_REQUEST);
    copy.size = 0;
    assert_false(envelope_copy(good.bytes, good.size - 1, &copy));
    assert_int_equal(copy.size, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_length_opens_again_and_is_padded_to_whole_blocks),
        cmocka_unit_test(test_too_long_and_empty_payloads_are_refused),
        cmocka_unit_test(test_a_seal_key_of_zeros_is_refused),
        cmocka_unit_test(test_no_flipped_bit_survives),
        cmocka_unit_test(test_sealing_twice_gives_two_ids),
        cmocka_unit_test(test_ids_are_read_and_written_as_hex),
        cmocka_unit_test(test_only_whole_envelopes_are_copied),
    };
    return cmocka_run_group_tests(tests, make_pair, NULL);
}
