/* test_keyring.c - accepting, reopening and moving to a next root. The bad documents stand in the
 * vectors; here are the rules around them. */
#include "cmocka_first.h"

#include <sodium.h>
#include <string.h>

#include "keyring.h"
#include "vectors.h"

static VectorKeys keys;
static json_t *row;
static Str document, signature;
static KeyringPin pin;

static int prepare(void **state)
{
    (void)state;
    assert_true(sodium_init() >= 0);
    json_decref(vectors_keys(&keys));
    row = vectors_keyring(&keys);
    document = str_of(json_string_value(json_object_get(row, "doc")));
    signature = str_of(json_string_value(json_object_get(row, "sig")));
    pin = (KeyringPin){.root = keyring_fingerprint(keys.root.key.pk), .seq = 13};
    return 0;
}

static int clean(void **state)
{
    (void)state;
    json_decref(row);
    return 0;
}

static void test_the_first_keyring_fits_any_organisation(void **state)
{
    (void)state;
    Keyring keyring;
    Err err = {0};
    KeyringPin first = {.root = pin.root};
    assert_true(keyring_accept(document, signature, &first, &keyring, &err));
    assert_string_equal(keyring.org, "9b1c6c1e5f1f4c0e");
    assert_int_equal(keyring.seq, 14);
    assert_int_equal(keyring.seal_count, 2);
    assert_string_equal(keyring.hubs[0], "https://oksp.example.nl");
}

static void test_the_keyring_in_use_may_be_opened_again_but_not_accepted_again(void **state)
{
    (void)state;
    Keyring keyring;
    Err err = {0};
    KeyringPin known = pin;
    known.seq = 14;
    assert_true(keyring_reopen(document, signature, &known, &keyring, &err));
    assert_false(keyring_accept(document, signature, &known, &keyring, &err));
    assert_string_equal(err.code, "keyring.old");
    known.seq = 15;
    err_clear(&err);
    assert_false(keyring_reopen(document, signature, &known, &keyring, &err));
    assert_string_equal(err.code, "keyring.old");
}

static void test_another_root_is_not_believed_however_well_it_signs(void **state)
{
    (void)state;
    Keyring keyring;
    Err err = {0};
    KeyringPin other = pin;
    other.root.bytes[0] ^= 1;
    assert_false(keyring_accept(document, signature, &other, &keyring, &err));
    assert_string_equal(err.code, "keyring.root");
    assert_int_equal(keyring.seal_count, 0);
}

static void test_no_changed_byte_of_the_document_is_believed(void **state)
{
    (void)state;
    char changed[KEYRING_BYTES_MAX];
    Keyring keyring;
    for (size_t i = 0; i < document.size; i++) {
        memcpy(changed, document.data, document.size);
        changed[i] ^= 1;
        Str bad = {changed, document.size};
        assert_false(keyring_accept(bad, signature, &pin, &keyring, NULL));
    }
}

static void test_signers_are_found_by_their_number(void **state)
{
    (void)state;
    Keyring keyring;
    unsigned char other[MINISIGN_NUMBER_BYTES] = {0};
    assert_true(keyring_parse(document, &keyring, NULL));
    const KeyringSigner *signer = keyring_signer(&keyring, keys.root.key.number);
    assert_non_null(signer);
    assert_string_equal(signer->name, "Landelijke redactie");
    assert_null(keyring_signer(&keyring, other));
}

static void test_a_next_root_is_pinned_from_then_on(void **state)
{
    (void)state;
    Keyring keyring;
    assert_true(keyring_parse(document, &keyring, NULL));
    KeyringFingerprint now = keyring_next_pin(&keyring);
    assert_memory_equal(now.bytes, pin.root.bytes, sizeof now.bytes);
    keyring.has_next_root = true;
    memset(keyring.next_root, 7, sizeof keyring.next_root);
    KeyringFingerprint next = keyring_next_pin(&keyring);
    KeyringFingerprint expected = keyring_fingerprint(keyring.next_root);
    assert_memory_equal(next.bytes, expected.bytes, sizeof next.bytes);
    assert_memory_not_equal(next.bytes, now.bytes, sizeof next.bytes);
}

static void test_a_document_over_the_limit_is_refused(void **state)
{
    (void)state;
    static char big[KEYRING_BYTES_MAX + 1];
    Keyring keyring;
    Err err = {0};
    memset(big, ' ', sizeof big);
    memcpy(big, document.data, document.size);
    assert_true(keyring_parse((Str){big, KEYRING_BYTES_MAX}, &keyring, &err));
    assert_false(keyring_parse((Str){big, sizeof big}, &keyring, &err));
    assert_string_equal(err.code, "keyring.bad");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_first_keyring_fits_any_organisation),
        cmocka_unit_test(test_the_keyring_in_use_may_be_opened_again_but_not_accepted_again),
        cmocka_unit_test(test_another_root_is_not_believed_however_well_it_signs),
        cmocka_unit_test(test_no_changed_byte_of_the_document_is_believed),
        cmocka_unit_test(test_signers_are_found_by_their_number),
        cmocka_unit_test(test_a_next_root_is_pinned_from_then_on),
        cmocka_unit_test(test_a_document_over_the_limit_is_refused),
    };
    return cmocka_run_group_tests(tests, prepare, clean);
}
