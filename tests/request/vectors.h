/* vectors.h - the vectors that C and JavaScript must agree on, built from fixed seeds.
 * Owns nothing. The committed result is tests/vectors/vectors.json. Random numbers are replaced by
 * fixed ones here and nowhere else. */
#ifndef OKSP_VECTORS_H
#define OKSP_VECTORS_H

#include <jansson.h>

#include "envelope.h"
#include "minisign.h"

/* The keys everything is made from. */
typedef struct VectorKeys {
    EnvelopePair org;
    MinisignSecret root;
    unsigned char recovery_pk[32];
    unsigned char wrap_key[32];
} VectorKeys;

/* All vectors; the caller frees with json_decref. */
json_t *vectors_build(void);

/* The parts. */
json_t *vectors_keys(VectorKeys *keys);
json_t *vectors_requests(const VectorKeys *keys);
json_t *vectors_bad_envelopes(const VectorKeys *keys);
json_t *vectors_keyring(const VectorKeys *keys);
json_t *vectors_workdays(void);

/* Small tools for the parts. */
void vectors_put(json_t *object, const char *name, json_t *value);
json_t *vectors_hex(const unsigned char *bytes, size_t size);
json_t *vectors_base64url(const unsigned char *bytes, size_t size);

#endif
