/* keyring.h - the signed list of keys: to whom kiosks seal, who may sign content, where hubs are.
 * Owns the rules by which one is believed. Never trusts the network, the hub or a file name: only
 * the fingerprint of the root key that was pinned at enrolment. */
#ifndef OKSP_KEYRING_H
#define OKSP_KEYRING_H

#include <stdbool.h>
#include <stdint.h>

#include "envelope.h"
#include "err.h"
#include "minisign.h"
#include "str.h"
#include "when.h"

enum {
    KEYRING_BYTES_MAX = 16384,
    KEYRING_SEALS_MAX = 32,
    KEYRING_SIGNERS_MAX = 8,
    KEYRING_HUBS_MAX = 4,
    KEYRING_ORG_BYTES = 17, /* 16 hex digits */
    KEYRING_NAME_BYTES_MAX = 121,
    KEYRING_URL_BYTES_MAX = 201,
    KEYRING_FINGERPRINT_BYTES = 16 /* BLAKE2b-128 of the root key */
};

typedef struct KeyringFingerprint {
    unsigned char bytes[KEYRING_FINGERPRINT_BYTES];
} KeyringFingerprint;

typedef struct KeyringSeal {
    int64_t epoch;
    EnvelopeKey key;
    bool use;
} KeyringSeal;

typedef struct KeyringSigner {
    MinisignKey key;
    char name[KEYRING_NAME_BYTES_MAX];
} KeyringSigner;

typedef struct Keyring {
    char org[KEYRING_ORG_BYTES];
    char name[KEYRING_NAME_BYTES_MAX];
    int64_t seq;
    Date issued;
    unsigned char root[MINISIGN_PK_BYTES];
    bool has_next_root;
    unsigned char next_root[MINISIGN_PK_BYTES];
    unsigned char recovery[ENVELOPE_KEY_BYTES];
    KeyringSeal seals[KEYRING_SEALS_MAX];
    int seal_count;
    KeyringSigner signers[KEYRING_SIGNERS_MAX];
    int signer_count;
    char hubs[KEYRING_HUBS_MAX][KEYRING_URL_BYTES_MAX];
    int hub_count;
} Keyring;

/* What a program already believes. org "" = any (first enrolment); seq = the one it has, so that an
 * older one is never taken back; 0 = none. */
typedef struct KeyringPin {
    KeyringFingerprint root;
    char org[KEYRING_ORG_BYTES];
    int64_t seq;
} KeyringPin;

/* Read the document without believing it: shape, types, lengths, exactly one seal key in use.
 * Keys are base64url without padding, signers as minisign prints them. Error keyring.bad. */
bool keyring_parse(Str document, Keyring *out, Err *err);

/* Believe the document: keyring_parse, root = pinned root, signed by it, org equal, seq higher than
 * pin->seq. Errors: keyring.bad, keyring.root, keyring.signature, keyring.org, keyring.old. */
bool keyring_accept(Str document, Str signature, const KeyringPin *pin, Keyring *out, Err *err);

/* The same for a keyring that is already in use: its seq may equal pin->seq. */
bool keyring_reopen(Str document, Str signature, const KeyringPin *pin, Keyring *out, Err *err);

/* The key to seal to. Never NULL for a keyring that was parsed. */
const EnvelopeKey *keyring_seal_key(const Keyring *keyring);

/* The signer with this key number, or NULL. */
const KeyringSigner *keyring_signer(const Keyring *keyring,
                                    const unsigned char number[MINISIGN_NUMBER_BYTES]);

/* The fingerprint to pin from now on: of next_root when there is one, else of root. */
KeyringFingerprint keyring_next_pin(const Keyring *keyring);

KeyringFingerprint keyring_fingerprint(const unsigned char root[MINISIGN_PK_BYTES]);
bool keyring_fingerprint_parse(Str hex, KeyringFingerprint *out);

#endif
