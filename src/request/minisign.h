/* minisign.h - detached signatures in the format of minisign (prehashed, "ED"), so that anyone can
 * check ours with `minisign -V` and we can check theirs.
 * Owns the text format. Never decides whose key counts: keyring.h does. */
#ifndef OKSP_MINISIGN_H
#define OKSP_MINISIGN_H

#include <stdbool.h>
#include <stddef.h>

#include "err.h"
#include "str.h"

enum {
    MINISIGN_PK_BYTES = 32,
    MINISIGN_SK_BYTES = 64,
    MINISIGN_NUMBER_BYTES = 8,
    MINISIGN_DIGEST_BYTES = 64, /* BLAKE2b-512 of the document */
    MINISIGN_KEY_TEXT_BYTES = 57,
    MINISIGN_COMMENT_BYTES_MAX = 256,
    MINISIGN_TEXT_BYTES_MAX = 1024 /* a whole .minisig file, terminator included */
};

/* A public key: `number` names it, minisign chooses it at random, we take BLAKE2b-64 of pk. */
typedef struct MinisignKey {
    unsigned char number[MINISIGN_NUMBER_BYTES];
    unsigned char pk[MINISIGN_PK_BYTES];
} MinisignKey;

/* A secret key; lives in locked memory of the caller, who wipes it. */
typedef struct MinisignSecret {
    MinisignKey key;
    unsigned char sk[MINISIGN_SK_BYTES];
} MinisignSecret;

typedef struct MinisignDigest {
    unsigned char bytes[MINISIGN_DIGEST_BYTES];
} MinisignDigest;

/* The key text of `minisign -P` ("RW..."), and back. parse also takes a whole .pub file. */
bool minisign_key_parse(Str text, MinisignKey *out);
void minisign_key_format(const MinisignKey *key, char out[MINISIGN_KEY_TEXT_BYTES]);

/* Our own key with the number made from it. */
MinisignKey minisign_key_of(const unsigned char pk[MINISIGN_PK_BYTES]);

MinisignDigest minisign_digest(Str document);

/* Was `document` (or the file with `digest`) signed by `key`, trusted comment included? `comment`
 * (MINISIGN_COMMENT_BYTES_MAX, may be NULL) receives the trusted comment. Error sign.bad. */
bool minisign_verify(Str document, Str signature, const MinisignKey *key, char *comment, Err *err);
bool minisign_verify_digest(const MinisignDigest *digest, Str signature, const MinisignKey *key,
                            char *comment, Err *err);

/* Write a .minisig file into `out`. `comment` is one line of at most MINISIGN_COMMENT_BYTES_MAX - 1
 * bytes. Error sign.comment. */
bool minisign_sign(const MinisignDigest *digest, const MinisignSecret *secret, Str comment,
                   char out[MINISIGN_TEXT_BYTES_MAX], Err *err);

/* A secret key from a 32-byte Ed25519 seed, or from the text of a `minisign -G` key file (with its
 * password; empty for one made with -W). Errors: sign.key, sign.password. */
void minisign_secret_of(const unsigned char seed[32], MinisignSecret *out);
bool minisign_secret_parse(Str file, Str password, MinisignSecret *out, Err *err);

#endif
