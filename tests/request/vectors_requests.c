/* vectors_requests.c - payloads and their envelopes, good and bad. The seal's ephemeral key is
 * fixed here; everything else is what libsodium's crypto_box_seal does. */
#include <sodium.h>
#include <string.h>

#include "check.h"
#include "refcode.h"
#include "vectors.h"

enum { PLAIN_BYTES_MAX = 8192, BAD_MAX = 16 };

typedef struct Payload {
    const char *name;
    const char *json;
} Payload;

#define ORIGIN                                                                                     \
    "{\"v\":1,\"org\":\"9b1c6c1e5f1f4c0e\",\"place\":\"00112233445566778899aabbccddeeff\","
#define AT "\"at\":\"2026-11-24T14:05\",\"q\":\"ok\","

static const Payload payloads[] = {
    {"parent-call", ORIGIN AT
     "\"who\":\"parent\",\"lang\":\"nl\",\"how\":\"call\",\"phone\":\"+31612345678\","
     "\"voicemail\":false,\"answer\":\"me\",\"when\":[\"2026-11-25/am\",\"2026-11-26/any\"],"
     "\"due\":\"2026-11-26\",\"told\":\"date\",\"topic\":[\"thuiszitten\",\"opp\"],"
     "\"sector\":\"po\",\"interp\":false,\"name\":\"Fatima \xC3\x96zdemir\","
     "\"note\":\"Mijn zoon wil niet meer naar school.\"}"},
    {"parent-mail",
     ORIGIN AT "\"who\":\"parent\",\"lang\":\"nl\",\"how\":\"mail\",\"mail\":\"ouder@example.nl\","
               "\"due\":\"2026-11-26\",\"told\":\"date\"}"},
    {"parent-arabic",
     ORIGIN AT "\"who\":\"parent\",\"lang\":\"ar\",\"how\":\"app\",\"phone\":\"0612345678\","
               "\"when\":[\"any\"],\"due\":\"2026-11-26\",\"told\":\"date\",\"interp\":true,"
               "\"name\":\"\xD9\x81\xD8\xA7\xD8\xB7\xD9\x85\xD8\xA9\",\"name_latin\":\"fatmt\"}"},
    {"parent-no-clock",
     ORIGIN "\"q\":\"none\",\"who\":\"parent\",\"lang\":\"nl\",\"how\":\"sms\","
            "\"phone\":\"0031612345678\",\"when\":[\"any/eve\"],\"told\":\"offline\"}"},
    {"child-via",
     ORIGIN AT "\"who\":\"child\",\"lang\":\"nl\",\"how\":\"via\",\"due\":\"2026-11-25\","
               "\"told\":\"date\",\"topic\":[\"gepest\"],\"name\":\"Noor\",\"with\":\"mentor\","
               "\"find\":\"Meester Ali, groep 7\",\"register\":\"young\"}"},
    {"child-call",
     ORIGIN AT "\"who\":\"child\",\"lang\":\"nl\",\"how\":\"call\",\"phone\":\"0612345678\","
               "\"voicemail\":false,\"answer\":\"me\",\"topic\":[\"thuis\"],\"with\":\"own\","
               "\"say\":\"Met Sanne. Ik zou Noor terugbellen.\",\"register\":\"reading\"}"},
};

/* What goes into an envelope before it is sealed. */
typedef struct Plain {
    unsigned char header[ENVELOPE_HEADER_BYTES]; /* the one outside */
    unsigned char bytes[PLAIN_BYTES_MAX];        /* header inside, JSON, padding */
    size_t size;                                 /* padded */
} Plain;

static void fill_plain(const VectorKeys *keys, const char *json, Plain *out)
{
    EnvelopeKey key;
    memcpy(key.public_key, keys->org.public_key, sizeof key.public_key);
    memcpy(out->header, "OKE1\1\0\0\0", 8);
    envelope_key_id(&key, out->header + 8);
    memcpy(out->bytes, out->header, sizeof out->header);
    memcpy(out->bytes + sizeof out->header, json, strlen(json));
    check(sodium_pad(&out->size, out->bytes, sizeof out->header + strlen(json),
                     ENVELOPE_BLOCK_BYTES, sizeof out->bytes) == 0);
}

/* crypto_box_seal with the ephemeral seed 20 21 22 ... 3f. */
static Envelope seal(const VectorKeys *keys, const Plain *plain)
{
    unsigned char seed[32], epk[32], esk[32], nonce[crypto_box_NONCEBYTES];
    for (size_t i = 0; i < sizeof seed; i++) {
        seed[i] = (unsigned char)(32 + i);
    }
    crypto_box_seed_keypair(epk, esk, seed);
    crypto_generichash_state state;
    crypto_generichash_init(&state, NULL, 0, sizeof nonce);
    crypto_generichash_update(&state, epk, sizeof epk);
    crypto_generichash_update(&state, keys->org.public_key, 32);
    crypto_generichash_final(&state, nonce, sizeof nonce);
    Envelope out = {.size = 64 + plain->size};
    memcpy(out.bytes, plain->header, sizeof plain->header);
    memcpy(out.bytes + 16, epk, sizeof epk);
    check(crypto_box_easy(out.bytes + 48, plain->bytes, plain->size, nonce, keys->org.public_key,
                          esk) == 0);
    return out;
}

static json_t *pictures_of(const EnvelopeId *id)
{
    unsigned char numbers[REFCODE_PICTURES];
    json_t *array = json_array();
    refcode_pictures(id, numbers);
    for (size_t i = 0; i < REFCODE_PICTURES; i++) {
        json_array_append_new(array, json_string(refcode_picture(numbers[i])));
    }
    return array;
}

static json_t *request_of(const VectorKeys *keys, const Payload *payload)
{
    Plain plain = {0};
    fill_plain(keys, payload->json, &plain);
    Envelope envelope = seal(keys, &plain);
    EnvelopeId id = envelope_id(envelope.bytes, envelope.size);
    char code[REFCODE_BYTES], shown[REFCODE_SHOWN_BYTES];
    refcode_of(&id, code);
    refcode_show(code, shown);
    json_t *o = json_object();
    vectors_put(o, "name", json_string(payload->name));
    vectors_put(o, "payload", json_string(payload->json));
    vectors_put(o, "envelope", vectors_hex(envelope.bytes, envelope.size));
    vectors_put(o, "id", vectors_hex(id.bytes, sizeof id.bytes));
    vectors_put(o, "ref", json_string(shown));
    vectors_put(o, "pictures", pictures_of(&id));
    return o;
}

json_t *vectors_requests(const VectorKeys *keys)
{
    json_t *array = json_array();
    for (size_t i = 0; i < sizeof payloads / sizeof payloads[0]; i++) {
        json_array_append_new(array, request_of(keys, &payloads[i]));
    }
    return array;
}

static void add_bad(json_t *array, const char *name, const char *fault, const Envelope *envelope)
{
    json_t *o = json_object();
    vectors_put(o, "name", json_string(name));
    vectors_put(o, "fault", json_string(fault));
    vectors_put(o, "envelope", vectors_hex(envelope->bytes, envelope->size));
    check(json_array_size(array) < BAD_MAX && json_array_append_new(array, o) == 0);
}

static void add_changed_byte(json_t *array, const char *name, const Envelope *good, size_t at)
{
    Envelope bad = *good;
    bad.bytes[at] ^= 1;
    const char *fault = at < 4 ? "magic" : at == 4 ? "kind" : at < 8 ? "reserved" : "seal";
    fault = at >= 8 && at < 16 ? "key" : fault;
    add_bad(array, name, fault, &bad);
}

/* Sealed correctly, but with something wrong inside. */
static void add_inside(json_t *array, const VectorKeys *keys)
{
    Plain plain = {0};
    fill_plain(keys, payloads[0].json, &plain);
    plain.header[4] = ENVELOPE_KIND_SIGNAL; /* outside says signal, inside says request */
    Envelope bad = seal(keys, &plain);
    add_bad(array, "kind outside changed before sealing", "header", &bad);
    memset(&plain, 0, sizeof plain);
    fill_plain(keys, payloads[1].json, &plain);
    size_t mark = plain.size - 1;
    while (plain.bytes[mark] == 0) {
        mark--;
    }
    check(plain.bytes[mark] == 0x80);
    plain.bytes[mark] = 0;
    bad = seal(keys, &plain);
    add_bad(array, "padding all zero", "seal", &bad);
    memset(&plain, 0, sizeof plain);
    fill_plain(keys, "{\"v\":1,\"v\":1}", &plain);
    bad = seal(keys, &plain);
    add_bad(array, "duplicate member", "json", &bad);
    memset(&plain, 0, sizeof plain);
    fill_plain(keys, "[1]", &plain);
    bad = seal(keys, &plain);
    add_bad(array, "not an object", "json", &bad);
}

json_t *vectors_bad_envelopes(const VectorKeys *keys)
{
    json_t *array = json_array();
    Plain plain = {0};
    fill_plain(keys, payloads[0].json, &plain);
    Envelope good = seal(keys, &plain), bad = good;
    bad.size--;
    add_bad(array, "one byte short", "size", &bad);
    bad.size = good.size + 1;
    add_bad(array, "one byte long", "size", &bad);
    bad.size = 64;
    add_bad(array, "no block", "size", &bad);
    add_changed_byte(array, "magic", &good, 3);
    bad = good;
    bad.bytes[4] = 4;
    add_bad(array, "unknown kind", "kind", &bad);
    bad.bytes[4] = 0;
    add_bad(array, "kind zero", "kind", &bad);
    bad.bytes[4] = ENVELOPE_KIND_NOTE;
    add_bad(array, "kind changed after sealing", "header", &bad);
    add_changed_byte(array, "reserved byte", &good, 6);
    add_changed_byte(array, "key id", &good, 8);
    add_changed_byte(array, "ephemeral key", &good, 16);
    add_changed_byte(array, "box", &good, 700);
    add_inside(array, keys);
    return array;
}
