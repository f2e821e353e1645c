/* envelope.h - the sealed envelope, version 1: what travels instead of a visitor's words.
 * Owns the byte layout. Never keeps a key or a payload.
 *
 *    0  4  "OKE1"
 *    4  1  kind
 *    5  3  zero
 *    8  8  key id: BLAKE2b-64 of the seal key
 *   16  n  crypto_box_seal(pad(header of 16 bytes, JSON), seal key); n = 48 + 1024 k, k = 1 to 8
 *
 * The seal has no associated data, so the header is repeated inside and compared when opened. */
#ifndef OKSP_ENVELOPE_H
#define OKSP_ENVELOPE_H

#include <stdbool.h>
#include <stddef.h>

#include "err.h"
#include "str.h"

enum {
    ENVELOPE_KEY_BYTES = 32,
    ENVELOPE_KEY_ID_BYTES = 8,
    ENVELOPE_ID_BYTES = 16,
    ENVELOPE_ID_TEXT_BYTES = 33, /* 32 hex digits and a terminator */
    ENVELOPE_HEADER_BYTES = 16,
    ENVELOPE_BLOCK_BYTES = 1024,
    ENVELOPE_BLOCKS_MAX = 8,
    ENVELOPE_BYTES_MIN = 1088,
    ENVELOPE_BYTES_MAX = 8256,
    ENVELOPE_PAYLOAD_BYTES_MAX = 8175 /* 8192 less the header less one byte of padding */
};

typedef enum EnvelopeKind {
    ENVELOPE_KIND_REQUEST = 1,
    ENVELOPE_KIND_SIGNAL = 2,
    ENVELOPE_KIND_NOTE = 3
} EnvelopeKind;

typedef struct Envelope {
    size_t size;
    unsigned char bytes[ENVELOPE_BYTES_MAX];
} Envelope;

/* BLAKE2b-128 of all bytes: idempotency key, primary key and integrity check in one. */
typedef struct EnvelopeId {
    unsigned char bytes[ENVELOPE_ID_BYTES];
} EnvelopeId;

/* The public half of an organisation's seal key, and the pair that opens (tests and tools). */
typedef struct EnvelopeKey {
    unsigned char public_key[ENVELOPE_KEY_BYTES];
} EnvelopeKey;
typedef struct EnvelopePair {
    unsigned char public_key[ENVELOPE_KEY_BYTES];
    unsigned char secret_key[ENVELOPE_KEY_BYTES];
} EnvelopePair;

typedef enum EnvelopeFault {
    ENVELOPE_FAULT_NONE,
    ENVELOPE_FAULT_SIZE,
    ENVELOPE_FAULT_MAGIC,
    ENVELOPE_FAULT_KIND,
    ENVELOPE_FAULT_RESERVED,
    /* Only found by opening: */
    ENVELOPE_FAULT_KEY,    /* sealed to another key */
    ENVELOPE_FAULT_SEAL,   /* broken, or padding that is none */
    ENVELOPE_FAULT_HEADER, /* the header inside differs */
    ENVELOPE_FAULT_COUNT
} EnvelopeFault;

/* Seal `payload` (1 to ENVELOPE_PAYLOAD_BYTES_MAX bytes) to `key`. The plain bytes in between are
 * in locked memory and wiped. Errors: envelope.size, envelope.seal. */
bool envelope_seal(EnvelopeKind kind, Str payload, const EnvelopeKey *key, Envelope *out, Err *err);

/* Everything that can be refused without a key. */
EnvelopeFault envelope_check(const unsigned char *bytes, size_t size);

/* The word of a fault on the wire: "size", "magic", "kind", "reserved", ... */
const char *envelope_fault_word(EnvelopeFault fault);

/* The kind of an envelope that passed envelope_check. */
EnvelopeKind envelope_kind(const Envelope *envelope);

EnvelopeId envelope_id(const unsigned char *bytes, size_t size);
void envelope_id_format(const EnvelopeId *id, char out[ENVELOPE_ID_TEXT_BYTES]);
bool envelope_id_parse(Str text, EnvelopeId *out);

/* Copy `size` bytes into `out` when they pass envelope_check; false otherwise. */
bool envelope_copy(const unsigned char *bytes, size_t size, Envelope *out);

/* BLAKE2b-64 of a seal key. */
void envelope_key_id(const EnvelopeKey *key, unsigned char out[ENVELOPE_KEY_ID_BYTES]);

/* Open into `payload` (ENVELOPE_PAYLOAD_BYTES_MAX + 1 bytes, terminated) and `*size`. For tests and
 * tools: no program that runs on a kiosk or hub has a secret key. */
EnvelopeFault envelope_open(const Envelope *envelope, const EnvelopePair *pair,
                            char payload[ENVELOPE_PAYLOAD_BYTES_MAX + 1], size_t *size);

#endif
