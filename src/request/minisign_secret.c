/* minisign_secret.c - reading secret keys as `minisign -G` writes them, with or without a password.
 * Owns the key bytes only while it works; wipes them. */
#include "minisign.h"

#include <sodium.h>
#include <string.h>

/* The 158 bytes behind the base64: all lengths from minisign's own key file format. */
enum {
    AT_ALGORITHM = 0,          /* "Ed" */
    AT_KDF = 2,                /* "Sc", or two zeros when there is no password */
    AT_CHECKSUM_ALGORITHM = 4, /* "B2" */
    AT_SALT = 6,
    AT_OPS = 38,
    AT_MEM = 46,
    AT_SECRET = 54, /* number 8, key 64, checksum 32; xored with the password stream */
    SECRET_BYTES = 104,
    FILE_BYTES = 158,
    AT_NUMBER = 54,
    AT_KEY = 62,
    AT_CHECKSUM = 126,
    CHECKSUM_BYTES = 32,
    PK_IN_KEY = 32,
    KDF_MEM_BYTES_MAX = 1 << 30 /* minisign's own default is 1 GiB */
};

void minisign_secret_of(const unsigned char seed[32], MinisignSecret *out)
{
    unsigned char pk[MINISIGN_PK_BYTES];
    crypto_sign_seed_keypair(pk, out->sk, seed);
    out->key = minisign_key_of(pk);
}

static uint64_t little_endian(const unsigned char *bytes)
{
    uint64_t value = 0;
    for (int i = 7; i >= 0; i--) {
        value = value << 8 | bytes[i];
    }
    return value;
}

/* Undo the password: xor with scrypt(password, salt). */
static bool unlock(unsigned char *bytes, Str password)
{
    if (memcmp(bytes + AT_KDF, "\0\0", 2) == 0) {
        return true;
    }
    unsigned char stream[SECRET_BYTES];
    uint64_t memory = little_endian(bytes + AT_MEM);
    if (memcmp(bytes + AT_KDF, "Sc", 2) != 0 || memory > KDF_MEM_BYTES_MAX ||
        crypto_pwhash_scryptsalsa208sha256(stream, sizeof stream, password.data, password.size,
                                           bytes + AT_SALT, little_endian(bytes + AT_OPS),
                                           (size_t)memory) != 0) {
        return false;
    }
    for (size_t i = 0; i < sizeof stream; i++) {
        bytes[AT_SECRET + i] ^= stream[i];
    }
    sodium_memzero(stream, sizeof stream);
    return true;
}

/* A key without password carries no checksum: its public half must then belong to its secret one.
 */
static bool is_consistent(const unsigned char *bytes)
{
    unsigned char pk[MINISIGN_PK_BYTES], sk[MINISIGN_SK_BYTES];
    crypto_sign_seed_keypair(pk, sk, bytes + AT_KEY);
    sodium_memzero(sk, sizeof sk);
    return memcmp(pk, bytes + AT_KEY + PK_IN_KEY, sizeof pk) == 0;
}

static bool has_checksum(const unsigned char *bytes)
{
    unsigned char sum[CHECKSUM_BYTES];
    crypto_generichash_state state;
    crypto_generichash_init(&state, NULL, 0, sizeof sum);
    crypto_generichash_update(&state, bytes + AT_ALGORITHM, 2);
    crypto_generichash_update(&state, bytes + AT_NUMBER, MINISIGN_NUMBER_BYTES);
    crypto_generichash_update(&state, bytes + AT_KEY, MINISIGN_SK_BYTES);
    crypto_generichash_final(&state, sum, sizeof sum);
    return sodium_memcmp(sum, bytes + AT_CHECKSUM, sizeof sum) == 0;
}

static bool take(unsigned char *bytes, Str password, MinisignSecret *out, Err *err)
{
    if (memcmp(bytes + AT_ALGORITHM, "Ed", 2) != 0 ||
        memcmp(bytes + AT_CHECKSUM_ALGORITHM, "B2", 2) != 0) {
        return err_set(err, "sign.key", "this is not a minisign secret key");
    }
    bool is_plain = memcmp(bytes + AT_KDF, "\0\0", 2) == 0;
    if (!unlock(bytes, password) || !(is_plain || has_checksum(bytes)) || !is_consistent(bytes)) {
        return err_set(err, "sign.password", "the password does not open this secret key");
    }
    memcpy(out->key.number, bytes + AT_NUMBER, sizeof out->key.number);
    memcpy(out->sk, bytes + AT_KEY, sizeof out->sk);
    memcpy(out->key.pk, out->sk + PK_IN_KEY, sizeof out->key.pk);
    return true;
}

bool minisign_secret_parse(Str file, Str password, MinisignSecret *out, Err *err)
{
    unsigned char bytes[FILE_BYTES];
    size_t size = 0;
    Str rest = file;
    (void)str_cut(&rest, '\n'); /* the untrusted comment */
    Str line = str_trim(str_cut(&rest, '\n'));
    if (sodium_init() < 0 || line.size == 0 || !str_is_ascii(line) ||
        sodium_base642bin(bytes, sizeof bytes, line.data, line.size, NULL, &size, NULL,
                          sodium_base64_VARIANT_ORIGINAL) != 0 ||
        size != sizeof bytes) {
        return err_set(err, "sign.key", "this is not a minisign secret key file");
    }
    bool good = take(bytes, password, out, err);
    sodium_memzero(bytes, sizeof bytes);
    return good;
}
