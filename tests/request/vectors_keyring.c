/* vectors_keyring.c - a keyring signed by the root of the vectors, what must not be believed, and
 * the string a kiosk is enrolled with. */
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "check.h"
#include "keyring.h"
#include "vectors.h"

enum { DOCUMENT_BYTES_MAX = 2048, KEY_TEXT_BYTES = 44 };

/* The members that the bad documents change. */
typedef struct Shape {
    int seq;
    const char *org;
    bool old_in_use; /* two seal keys in use */
    const char *extra;
} Shape;

static void base64url(const unsigned char *bytes, char out[KEY_TEXT_BYTES])
{
    sodium_bin2base64(out, KEY_TEXT_BYTES, bytes, 32, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

static void write_document(const VectorKeys *keys, const Shape *shape, char *out)
{
    char root[KEY_TEXT_BYTES], recovery[KEY_TEXT_BYTES], seal[KEY_TEXT_BYTES];
    char signer[MINISIGN_KEY_TEXT_BYTES];
    base64url(keys->root.key.pk, root);
    base64url(keys->recovery_pk, recovery);
    base64url(keys->org.public_key, seal);
    minisign_key_format(&keys->root.key, signer);
    int size = snprintf(
        out, DOCUMENT_BYTES_MAX,
        "{\"type\":\"oksp-keyring\",\"v\":1,\"org\":\"%s\",\"name\":\"OKSP regio Voorbeeld\","
        "\"seq\":%d,\"issued\":\"2026-11-02\",\"root\":\"%s\",\"next_root\":null,"
        "\"recovery\":\"%s\",\"seal\":[{\"epoch\":2,\"pk\":\"%s\",\"use\":true},"
        "{\"epoch\":1,\"pk\":\"%s\",\"use\":%s}],"
        "\"content_signers\":[{\"pk\":\"%s\",\"name\":\"Landelijke redactie\"}],"
        "\"hubs\":[\"https://oksp.example.nl\"]%s}\n",
        shape->org, shape->seq, root, recovery, seal, recovery,
        shape->old_in_use ? "true" : "false", signer, shape->extra);
    check(size > 0 && size < DOCUMENT_BYTES_MAX);
}

static json_t *signed_by(const MinisignSecret *secret, const char *document, int seq)
{
    char text[MINISIGN_TEXT_BYTES_MAX], comment[64];
    Err err = {0};
    snprintf(comment, sizeof comment, "oksp-keyring seq:%d", seq);
    MinisignDigest digest = minisign_digest(str_of(document));
    check(minisign_sign(&digest, secret, str_of(comment), text, &err));
    return json_string(text);
}

typedef struct Bad {
    const char *name, *fault;
    Shape shape;
} Bad;

static json_t *bad_keyrings(const VectorKeys *keys)
{
    static const Bad rows[] = {
        {"older than the one in use", "keyring.old", {12, "9b1c6c1e5f1f4c0e", false, ""}},
        {"the same again", "keyring.old", {13, "9b1c6c1e5f1f4c0e", false, ""}},
        {"another organisation", "keyring.org", {14, "9b1c6c1e5f1f4c0f", false, ""}},
        {"two keys in use", "keyring.bad", {14, "9b1c6c1e5f1f4c0e", true, ""}},
        {"duplicate member", "keyring.bad", {14, "9b1c6c1e5f1f4c0e", false, ",\"seq\":14"}},
    };
    json_t *array = json_array();
    char document[DOCUMENT_BYTES_MAX];
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        json_t *o = json_object();
        write_document(keys, &rows[i].shape, document);
        vectors_put(o, "name", json_string(rows[i].name));
        vectors_put(o, "fault", json_string(rows[i].fault));
        vectors_put(o, "doc", json_string(document));
        vectors_put(o, "sig", signed_by(&keys->root, document, rows[i].shape.seq));
        json_array_append_new(array, o);
    }
    return array;
}

/* A good document, signed by a root that nobody pinned. */
static json_t *foreign_signature(const char *document)
{
    unsigned char seed[32];
    MinisignSecret other;
    memset(seed, 0x77, sizeof seed);
    minisign_secret_of(seed, &other);
    return signed_by(&other, document, 14);
}

json_t *vectors_keyring(const VectorKeys *keys)
{
    static const Shape good = {14, "9b1c6c1e5f1f4c0e", false, ""};
    static const Shape next = {15, "9b1c6c1e5f1f4c0e", false, ""};
    static const char hub[] = "https://oksp.example.nl";
    char document[DOCUMENT_BYTES_MAX], public_text[MINISIGN_KEY_TEXT_BYTES];
    char enrol[256], url[64], fingerprint_hex[33];
    write_document(keys, &good, document);
    minisign_key_format(&keys->root.key, public_text);
    KeyringFingerprint fingerprint = keyring_fingerprint(keys->root.key.pk);
    sodium_bin2hex(fingerprint_hex, sizeof fingerprint_hex, fingerprint.bytes,
                   sizeof fingerprint.bytes);
    sodium_bin2base64(url, sizeof url, (const unsigned char *)hub, sizeof hub - 1,
                      sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    snprintf(enrol, sizeof enrol, "OKSP1.%s.K7M4-4PXQ-9T2B-0RWZ-5HCD.%s", url, fingerprint_hex);
    json_t *o = json_object();
    vectors_put(o, "known_seq", json_integer(13));
    vectors_put(o, "org", json_string(good.org));
    vectors_put(o, "doc", json_string(document));
    vectors_put(o, "sig", signed_by(&keys->root, document, good.seq));
    vectors_put(o, "foreign_sig", foreign_signature(document));
    write_document(keys, &next, document);
    vectors_put(o, "next_doc", json_string(document));
    vectors_put(o, "next_sig", signed_by(&keys->root, document, next.seq));
    vectors_put(o, "next_foreign_sig", foreign_signature(document));
    vectors_put(o, "root_minisign", json_string(public_text));
    vectors_put(o, "fingerprint", json_string(fingerprint_hex));
    vectors_put(o, "enrol_url", json_string(hub));
    vectors_put(o, "enrol", json_string(enrol));
    vectors_put(o, "bad", bad_keyrings(keys));
    return o;
}
