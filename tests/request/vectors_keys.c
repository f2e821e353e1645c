/* vectors_keys.c - derivations of keys: organisation, passphrase, recovery sheet, member. The
 * values of these are frozen. */
#include <sodium.h>
#include <string.h>

#include "check.h"
#include "vectors.h"

enum { CODE_SYMBOLS = 28, CODE_BYTES_MAX = 40, SECRET_BYTES = 16, KEY_BYTES = 32 };

static void count_up(unsigned char *bytes, size_t size, unsigned char from)
{
    for (size_t i = 0; i < size; i++) {
        bytes[i] = (unsigned char)(from + i);
    }
}

static json_t *org(VectorKeys *keys)
{
    unsigned char seed[KEY_BYTES], id[ENVELOPE_KEY_ID_BYTES];
    EnvelopeKey key;
    count_up(seed, sizeof seed, 0);
    crypto_box_seed_keypair(keys->org.public_key, keys->org.secret_key, seed);
    memcpy(key.public_key, keys->org.public_key, sizeof key.public_key);
    envelope_key_id(&key, id);
    json_t *o = json_object();
    vectors_put(o, "seal_seed", vectors_hex(seed, sizeof seed));
    vectors_put(o, "seal_pk", vectors_hex(keys->org.public_key, KEY_BYTES));
    vectors_put(o, "seal_sk", vectors_hex(keys->org.secret_key, KEY_BYTES));
    vectors_put(o, "key_id", vectors_hex(id, sizeof id));
    return o;
}

/* Argon2id13, t 3, 64 MiB: MK; AK is sent at login, WK never leaves the page. */
static json_t *passphrase(VectorKeys *keys)
{
    static const char text[] = "correct horse battery staple";
    unsigned char salt[crypto_pwhash_SALTBYTES], mk[KEY_BYTES], ak[KEY_BYTES];
    count_up(salt, sizeof salt, 0);
    check(crypto_pwhash(mk, sizeof mk, text, sizeof text - 1, salt, 3, 64 << 20,
                        crypto_pwhash_ALG_ARGON2ID13) == 0);
    crypto_kdf_derive_from_key(ak, sizeof ak, 1, "oksp-aut", mk);
    crypto_kdf_derive_from_key(keys->wrap_key, sizeof keys->wrap_key, 2, "oksp-wrp", mk);
    json_t *o = json_object();
    vectors_put(o, "passphrase", json_string(text));
    vectors_put(o, "salt", vectors_hex(salt, sizeof salt));
    vectors_put(o, "t", json_integer(3));
    vectors_put(o, "m_kib", json_integer(65536));
    vectors_put(o, "mk", vectors_hex(mk, sizeof mk));
    vectors_put(o, "ak", vectors_hex(ak, sizeof ak));
    vectors_put(o, "wk", vectors_hex(keys->wrap_key, KEY_BYTES));
    return o;
}

/* 128 bits of secret and 12 of BLAKE2b-128(secret) as 28 Crockford symbols in groups of four. */
static void recovery_code(const unsigned char secret[SECRET_BYTES], char out[CODE_BYTES_MAX])
{
    static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    unsigned char hash[16], bits[SECRET_BYTES + 2];
    crypto_generichash(hash, sizeof hash, secret, SECRET_BYTES, NULL, 0);
    memcpy(bits, secret, SECRET_BYTES);
    memcpy(bits + SECRET_BYTES, hash, 2);
    size_t size = 0;
    for (int i = 0; i < CODE_SYMBOLS; i++) {
        unsigned value = 0;
        for (int bit = i * 5; bit < i * 5 + 5; bit++) {
            value = value << 1 | ((unsigned)bits[bit / 8] >> (7 - bit % 8) & 1u);
        }
        if (i > 0 && i % 4 == 0) {
            out[size++] = '-';
        }
        out[size++] = alphabet[value];
    }
    out[size] = '\0';
}

static json_t *recovery(VectorKeys *keys)
{
    unsigned char secret[SECRET_BYTES], rk[KEY_BYTES], root_seed[KEY_BYTES], box_seed[KEY_BYTES];
    unsigned char box_sk[KEY_BYTES];
    char code[CODE_BYTES_MAX], bad[CODE_BYTES_MAX];
    count_up(secret, sizeof secret, 0xA0);
    recovery_code(secret, code);
    memcpy(bad, code, sizeof bad);
    bad[5] = bad[5] == '7' ? '8' : '7';
    crypto_generichash(rk, sizeof rk, secret, sizeof secret,
                       (const unsigned char *)"oksp-recovery-v1", 16);
    crypto_kdf_derive_from_key(root_seed, sizeof root_seed, 1, "oksproot", rk);
    crypto_kdf_derive_from_key(box_seed, sizeof box_seed, 2, "oksprecv", rk);
    minisign_secret_of(root_seed, &keys->root);
    crypto_box_seed_keypair(keys->recovery_pk, box_sk, box_seed);
    json_t *o = json_object();
    vectors_put(o, "secret", vectors_hex(secret, sizeof secret));
    vectors_put(o, "code", json_string(code));
    vectors_put(o, "bad_code", json_string(bad));
    vectors_put(o, "root_seed", vectors_hex(root_seed, sizeof root_seed));
    vectors_put(o, "root_pk", vectors_hex(keys->root.key.pk, KEY_BYTES));
    vectors_put(o, "box_pk", vectors_hex(keys->recovery_pk, KEY_BYTES));
    vectors_put(o, "box_sk", vectors_hex(box_sk, KEY_BYTES));
    return o;
}

/* BLAKE2b-256(key = kdf(OSK, 1, "okspmemb"), "OKM1" | member id | public key | role) */
static void attest(const VectorKeys *keys, const unsigned char id[16], const unsigned char pk[32],
                   unsigned char out[KEY_BYTES])
{
    unsigned char key[KEY_BYTES], message[4 + 16 + 32 + 1] = {'O', 'K', 'M', '1'};
    crypto_kdf_derive_from_key(key, sizeof key, 1, "okspmemb", keys->org.secret_key);
    memcpy(message + 4, id, 16);
    memcpy(message + 20, pk, 32);
    message[52] = 2;
    crypto_generichash(out, KEY_BYTES, message, sizeof message, key, sizeof key);
}

/* nonce | XChaCha20-Poly1305(WK, AD "OKU1" | member id, secret key | root key) */
static json_t *wrapped(const VectorKeys *keys, const unsigned char id[16],
                       const unsigned char sk[KEY_BYTES])
{
    unsigned char out[24 + 2 * KEY_BYTES + 16], plain[2 * KEY_BYTES];
    unsigned char context[4 + 16] = {'O', 'K', 'U', '1'};
    unsigned long long size = 0;
    memcpy(context + 4, id, 16);
    memcpy(plain, sk, KEY_BYTES);
    memcpy(plain + KEY_BYTES, keys->root.key.pk, KEY_BYTES);
    count_up(out, 24, 0x40);
    crypto_aead_xchacha20poly1305_ietf_encrypt(out + 24, &size, plain, sizeof plain, context,
                                               sizeof context, NULL, out, keys->wrap_key);
    check(size == sizeof out - 24);
    return vectors_hex(out, sizeof out);
}

static json_t *member(const VectorKeys *keys)
{
    unsigned char id[16], seed[KEY_BYTES], pk[KEY_BYTES], sk[KEY_BYTES], tag[KEY_BYTES];
    memset(id, 0x11, sizeof id);
    memset(seed, 0x22, sizeof seed);
    crypto_box_seed_keypair(pk, sk, seed);
    attest(keys, id, pk, tag);
    json_t *o = json_object();
    vectors_put(o, "id", vectors_hex(id, sizeof id));
    vectors_put(o, "role", json_integer(2));
    vectors_put(o, "box_seed", vectors_hex(seed, sizeof seed));
    vectors_put(o, "box_pk", vectors_hex(pk, sizeof pk));
    vectors_put(o, "box_sk", vectors_hex(sk, sizeof sk));
    vectors_put(o, "attest", vectors_hex(tag, sizeof tag));
    vectors_put(o, "wrapped", wrapped(keys, id, sk));
    return o;
}

json_t *vectors_keys(VectorKeys *keys)
{
    json_t *o = json_object();
    vectors_put(o, "org", org(keys));
    vectors_put(o, "login", passphrase(keys));
    vectors_put(o, "recovery", recovery(keys));
    vectors_put(o, "member", member(keys));
    return o;
}
