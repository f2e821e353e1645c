/* envelope.c - sealing, checking and opening envelopes with libsodium.
 * Owns the plain bytes between padding and sealing, in locked memory, and wipes them. */
#include "envelope.h"

#include <sodium.h>
#include <string.h>

#include "check.h"

enum {
    MAGIC_BYTES = 4,
    KIND_AT = 4,
    RESERVED_AT = 5,
    KEY_ID_AT = 8,
    FIXED_BYTES = ENVELOPE_HEADER_BYTES + (int)crypto_box_SEALBYTES,
    PADDED_BYTES_MAX = ENVELOPE_BLOCK_BYTES * ENVELOPE_BLOCKS_MAX,
};
_Static_assert(ENVELOPE_BYTES_MIN == FIXED_BYTES + ENVELOPE_BLOCK_BYTES, "shortest envelope");
_Static_assert(ENVELOPE_BYTES_MAX == FIXED_BYTES + PADDED_BYTES_MAX, "longest envelope");
_Static_assert(ENVELOPE_PAYLOAD_BYTES_MAX == PADDED_BYTES_MAX - ENVELOPE_HEADER_BYTES - 1,
               "sodium_pad adds at least one byte");
_Static_assert(ENVELOPE_KEY_BYTES == crypto_box_PUBLICKEYBYTES, "X25519");

static const unsigned char magic[MAGIC_BYTES] = {'O', 'K', 'E', '1'};

void envelope_key_id(const EnvelopeKey *key, unsigned char out[ENVELOPE_KEY_ID_BYTES])
{
    /* The length is part of BLAKE2b: this is not the start of a longer hash. libsodium's general
     * minimum is 16 bytes, but 8 are well defined and both libraries compute them. */
    crypto_generichash(out, ENVELOPE_KEY_ID_BYTES, key->public_key, sizeof key->public_key, NULL,
                       0);
}

static void write_header(EnvelopeKind kind, const EnvelopeKey *key,
                         unsigned char out[ENVELOPE_HEADER_BYTES])
{
    memset(out, 0, ENVELOPE_HEADER_BYTES);
    memcpy(out, magic, sizeof magic);
    out[KIND_AT] = (unsigned char)kind;
    envelope_key_id(key, out + KEY_ID_AT);
}

/* `plain` has room for PADDED_BYTES_MAX bytes. */
static bool seal_padded(unsigned char *plain, size_t plain_size, const EnvelopeKey *key,
                        Envelope *out)
{
    size_t padded = 0;
    if (sodium_pad(&padded, plain, plain_size, ENVELOPE_BLOCK_BYTES, PADDED_BYTES_MAX) != 0) {
        return false;
    }
    memcpy(out->bytes, plain, ENVELOPE_HEADER_BYTES);
    out->size = FIXED_BYTES + padded;
    return crypto_box_seal(out->bytes + ENVELOPE_HEADER_BYTES, plain, padded, key->public_key) == 0;
}

bool envelope_seal(EnvelopeKind kind, Str payload, const EnvelopeKey *key, Envelope *out, Err *err)
{
    *out = (Envelope){0};
    if (payload.size == 0 || payload.size > ENVELOPE_PAYLOAD_BYTES_MAX) {
        return err_set(err, "envelope.size", "a payload of %zu bytes", payload.size);
    }
    unsigned char *plain = sodium_init() < 0 ? NULL : sodium_malloc(PADDED_BYTES_MAX);
    if (plain == NULL) {
        return err_set(err, "envelope.seal", "no locked memory");
    }
    write_header(kind, key, plain);
    memcpy(plain + ENVELOPE_HEADER_BYTES, payload.data, payload.size);
    bool good = seal_padded(plain, ENVELOPE_HEADER_BYTES + payload.size, key, out);
    sodium_free(plain);
    if (!good) {
        *out = (Envelope){0};
        return err_set(err, "envelope.seal", "the seal key is not a usable key");
    }
    check(envelope_check(out->bytes, out->size) == ENVELOPE_FAULT_NONE);
    return true;
}

EnvelopeFault envelope_check(const unsigned char *bytes, size_t size)
{
    if (size < ENVELOPE_BYTES_MIN || size > ENVELOPE_BYTES_MAX ||
        (size - FIXED_BYTES) % ENVELOPE_BLOCK_BYTES != 0) {
        return ENVELOPE_FAULT_SIZE;
    }
    if (memcmp(bytes, magic, sizeof magic) != 0) {
        return ENVELOPE_FAULT_MAGIC;
    }
    if (bytes[KIND_AT] < ENVELOPE_KIND_REQUEST || bytes[KIND_AT] > ENVELOPE_KIND_NOTE) {
        return ENVELOPE_FAULT_KIND;
    }
    if (!sodium_is_zero(bytes + RESERVED_AT, KEY_ID_AT - RESERVED_AT)) {
        return ENVELOPE_FAULT_RESERVED;
    }
    return ENVELOPE_FAULT_NONE;
}

const char *envelope_fault_word(EnvelopeFault fault)
{
    static const char *const words[ENVELOPE_FAULT_COUNT] = {
        "none", "size", "magic", "kind", "reserved", "key", "seal", "header",
    };
    check(fault < ENVELOPE_FAULT_COUNT);
    return words[fault];
}

EnvelopeKind envelope_kind(const Envelope *envelope)
{
    check(envelope_check(envelope->bytes, envelope->size) == ENVELOPE_FAULT_NONE);
    return (EnvelopeKind)envelope->bytes[KIND_AT];
}

EnvelopeId envelope_id(const unsigned char *bytes, size_t size)
{
    EnvelopeId id;
    crypto_generichash(id.bytes, sizeof id.bytes, bytes, size, NULL, 0);
    return id;
}

void envelope_id_format(const EnvelopeId *id, char out[ENVELOPE_ID_TEXT_BYTES])
{
    sodium_bin2hex(out, ENVELOPE_ID_TEXT_BYTES, id->bytes, sizeof id->bytes);
}

bool envelope_id_parse(Str text, EnvelopeId *out)
{
    size_t written = 0;
    if (text.size != ENVELOPE_ID_TEXT_BYTES - 1) {
        return false;
    }
    for (size_t i = 0; i < text.size; i++) {
        char c = text.data[i];
        if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'f')) {
            return false;
        }
    }
    return sodium_hex2bin(out->bytes, sizeof out->bytes, text.data, text.size, NULL, &written,
                          NULL) == 0 &&
           written == sizeof out->bytes;
}

bool envelope_copy(const unsigned char *bytes, size_t size, Envelope *out)
{
    if (envelope_check(bytes, size) != ENVELOPE_FAULT_NONE) {
        return false;
    }
    memcpy(out->bytes, bytes, size);
    out->size = size;
    return true;
}

/* `plain` has room for PADDED_BYTES_MAX bytes; `*size` is that of header and payload. */
static EnvelopeFault open_padded(const Envelope *envelope, const EnvelopePair *pair,
                                 unsigned char *plain, size_t *size)
{
    const unsigned char *sealed = envelope->bytes + ENVELOPE_HEADER_BYTES;
    size_t sealed_size = envelope->size - ENVELOPE_HEADER_BYTES;
    if (crypto_box_seal_open(plain, sealed, sealed_size, pair->public_key, pair->secret_key) != 0) {
        return ENVELOPE_FAULT_SEAL;
    }
    size_t padded = sealed_size - crypto_box_SEALBYTES;
    if (sodium_unpad(size, plain, padded, ENVELOPE_BLOCK_BYTES) != 0) {
        return ENVELOPE_FAULT_SEAL;
    }
    if (*size < ENVELOPE_HEADER_BYTES ||
        memcmp(plain, envelope->bytes, ENVELOPE_HEADER_BYTES) != 0) {
        return ENVELOPE_FAULT_HEADER;
    }
    return ENVELOPE_FAULT_NONE;
}

static EnvelopeFault check_for(const Envelope *envelope, const EnvelopePair *pair)
{
    EnvelopeFault fault = envelope_check(envelope->bytes, envelope->size);
    if (fault != ENVELOPE_FAULT_NONE) {
        return fault;
    }
    EnvelopeKey key;
    memcpy(key.public_key, pair->public_key, sizeof key.public_key);
    unsigned char id[ENVELOPE_KEY_ID_BYTES];
    envelope_key_id(&key, id);
    bool same = memcmp(id, envelope->bytes + KEY_ID_AT, sizeof id) == 0;
    return same ? ENVELOPE_FAULT_NONE : ENVELOPE_FAULT_KEY;
}

EnvelopeFault envelope_open(const Envelope *envelope, const EnvelopePair *pair,
                            char payload[ENVELOPE_PAYLOAD_BYTES_MAX + 1], size_t *size)
{
    *size = 0;
    payload[0] = '\0';
    EnvelopeFault fault = check_for(envelope, pair);
    if (fault != ENVELOPE_FAULT_NONE) {
        return fault;
    }
    unsigned char *plain = sodium_malloc(PADDED_BYTES_MAX);
    check(plain != NULL);
    size_t whole = 0;
    fault = open_padded(envelope, pair, plain, &whole);
    if (fault == ENVELOPE_FAULT_NONE) {
        *size = whole - ENVELOPE_HEADER_BYTES;
        memcpy(payload, plain + ENVELOPE_HEADER_BYTES, *size);
        payload[*size] = '\0';
    }
    sodium_free(plain);
    return fault;
}
