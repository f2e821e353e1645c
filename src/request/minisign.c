/* minisign.c - reading, checking and writing .minisig files (prehashed "ED" only; the older "Ed"
 * over the whole document is refused). Owns nothing. */
#include "minisign.h"

#include <sodium.h>
#include <string.h>

#include "buf.h"
#include "check.h"

enum {
    ALGORITHM_BYTES = 2,
    KEY_BYTES = ALGORITHM_BYTES + MINISIGN_NUMBER_BYTES + MINISIGN_PK_BYTES,
    SIGNATURE_BYTES = crypto_sign_BYTES,
    FIRST_BYTES = ALGORITHM_BYTES + MINISIGN_NUMBER_BYTES + SIGNATURE_BYTES,
    BASE64_BYTES_MAX = 160,
    LINES = 4,
};
_Static_assert(MINISIGN_PK_BYTES == crypto_sign_PUBLICKEYBYTES, "Ed25519");
_Static_assert(MINISIGN_SK_BYTES == crypto_sign_SECRETKEYBYTES, "Ed25519");
_Static_assert(MINISIGN_KEY_TEXT_BYTES ==
                   sodium_base64_ENCODED_LEN(KEY_BYTES, sodium_base64_VARIANT_ORIGINAL),
               "length of a key text");

static const Str untrusted_prefix = {"untrusted comment: ", 19};
static const Str trusted_prefix = {"trusted comment: ", 17};

/* The four lines of a signature file, taken apart. */
typedef struct Parts {
    unsigned char number[MINISIGN_NUMBER_BYTES];
    unsigned char signature[SIGNATURE_BYTES];
    Str comment;
    unsigned char global[SIGNATURE_BYTES];
} Parts;

/* libsodium 1.0.18 takes the byte 0x80 for a slash: a signature must have one spelling. */
static bool decode(Str text, unsigned char *out, size_t bytes)
{
    size_t size = 0;
    return str_is_ascii(text) &&
           sodium_base642bin(out, bytes, text.data, text.size, NULL, &size, NULL,
                             sodium_base64_VARIANT_ORIGINAL) == 0 &&
           size == bytes;
}

/* Without the carriage return that an editor on Windows leaves. */
static Str next_line(Str *rest)
{
    Str line = str_cut(rest, '\n');
    if (str_ends_with(line, STR("\r"))) {
        line.size--;
    }
    return line;
}

bool minisign_key_parse(Str text, MinisignKey *out)
{
    unsigned char bytes[KEY_BYTES];
    Str rest = text;
    Str line = next_line(&rest);
    if (str_starts_with(line, untrusted_prefix)) {
        line = next_line(&rest);
    }
    if (!decode(str_trim(line), bytes, sizeof bytes) || memcmp(bytes, "Ed", ALGORITHM_BYTES) != 0) {
        return false;
    }
    memcpy(out->number, bytes + ALGORITHM_BYTES, sizeof out->number);
    memcpy(out->pk, bytes + ALGORITHM_BYTES + MINISIGN_NUMBER_BYTES, sizeof out->pk);
    return true;
}

void minisign_key_format(const MinisignKey *key, char out[MINISIGN_KEY_TEXT_BYTES])
{
    unsigned char bytes[KEY_BYTES] = {'E', 'd'};
    memcpy(bytes + ALGORITHM_BYTES, key->number, sizeof key->number);
    memcpy(bytes + ALGORITHM_BYTES + MINISIGN_NUMBER_BYTES, key->pk, sizeof key->pk);
    sodium_bin2base64(out, MINISIGN_KEY_TEXT_BYTES, bytes, sizeof bytes,
                      sodium_base64_VARIANT_ORIGINAL);
}

MinisignKey minisign_key_of(const unsigned char pk[MINISIGN_PK_BYTES])
{
    MinisignKey key;
    crypto_generichash(key.number, sizeof key.number, pk, MINISIGN_PK_BYTES, NULL, 0);
    memcpy(key.pk, pk, sizeof key.pk);
    return key;
}

MinisignDigest minisign_digest(Str document)
{
    MinisignDigest digest;
    crypto_generichash(digest.bytes, sizeof digest.bytes, (const unsigned char *)document.data,
                       document.size, NULL, 0);
    return digest;
}

static bool parse_first(Str line, Parts *out)
{
    unsigned char first[FIRST_BYTES];
    if (!decode(line, first, sizeof first) || memcmp(first, "ED", ALGORITHM_BYTES) != 0) {
        return false;
    }
    memcpy(out->number, first + ALGORITHM_BYTES, sizeof out->number);
    memcpy(out->signature, first + ALGORITHM_BYTES + MINISIGN_NUMBER_BYTES, sizeof out->signature);
    return true;
}

static bool parse(Str text, Parts *out)
{
    Str lines[LINES];
    Str rest = text;
    if (text.size >= MINISIGN_TEXT_BYTES_MAX) {
        return false;
    }
    for (int i = 0; i < LINES; i++) {
        lines[i] = next_line(&rest);
    }
    if (!str_starts_with(lines[0], untrusted_prefix) || !parse_first(lines[1], out) ||
        !str_starts_with(lines[2], trusted_prefix) || str_trim(rest).size != 0) {
        return false;
    }
    out->comment = (Str){lines[2].data + trusted_prefix.size, lines[2].size - trusted_prefix.size};
    return out->comment.size < MINISIGN_COMMENT_BYTES_MAX &&
           decode(lines[3], out->global, sizeof out->global);
}

/* What the second signature covers: the first one and the trusted comment. */
static size_t global_message(const unsigned char *signature, Str comment, unsigned char *out)
{
    memcpy(out, signature, SIGNATURE_BYTES);
    if (comment.size > 0) {
        memcpy(out + SIGNATURE_BYTES, comment.data, comment.size);
    }
    return SIGNATURE_BYTES + comment.size;
}

static bool verify_parts(const MinisignDigest *digest, const Parts *parts, const MinisignKey *key)
{
    unsigned char message[SIGNATURE_BYTES + MINISIGN_COMMENT_BYTES_MAX];
    size_t size = global_message(parts->signature, parts->comment, message);
    return memcmp(parts->number, key->number, sizeof parts->number) == 0 &&
           crypto_sign_verify_detached(parts->signature, digest->bytes, sizeof digest->bytes,
                                       key->pk) == 0 &&
           crypto_sign_verify_detached(parts->global, message, size, key->pk) == 0;
}

bool minisign_verify_digest(const MinisignDigest *digest, Str signature, const MinisignKey *key,
                            char *comment, Err *err)
{
    Parts parts = {0};
    if (comment != NULL) {
        comment[0] = '\0';
    }
    if (sodium_init() < 0 || !parse(signature, &parts)) {
        return err_set(err, "sign.bad", "this is not a minisign signature");
    }
    if (!verify_parts(digest, &parts, key)) {
        return err_set(err, "sign.bad", "the signature is not of this key over this document");
    }
    if (comment != NULL) {
        (void)str_copy(parts.comment, comment, MINISIGN_COMMENT_BYTES_MAX);
    }
    return true;
}

bool minisign_verify(Str document, Str signature, const MinisignKey *key, char *comment, Err *err)
{
    MinisignDigest digest = minisign_digest(document);
    return minisign_verify_digest(&digest, signature, key, comment, err);
}

static void add_base64(Buf *buf, const unsigned char *bytes, size_t size)
{
    char text[BASE64_BYTES_MAX];
    sodium_bin2base64(text, sizeof text, bytes, size, sodium_base64_VARIANT_ORIGINAL);
    buf_format(buf, "%s\n", text);
}

static bool is_one_line(Str text)
{
    for (size_t i = 0; i < text.size; i++) {
        if ((unsigned char)text.data[i] < ' ') {
            return false;
        }
    }
    return true;
}

bool minisign_sign(const MinisignDigest *digest, const MinisignSecret *secret, Str comment,
                   char out[MINISIGN_TEXT_BYTES_MAX], Err *err)
{
    if (comment.size >= MINISIGN_COMMENT_BYTES_MAX || !is_one_line(comment)) {
        return err_set(err, "sign.comment", "a trusted comment is one short line");
    }
    unsigned char first[FIRST_BYTES] = {'E', 'D'};
    unsigned char *signature = first + ALGORITHM_BYTES + MINISIGN_NUMBER_BYTES;
    memcpy(first + ALGORITHM_BYTES, secret->key.number, MINISIGN_NUMBER_BYTES);
    crypto_sign_detached(signature, NULL, digest->bytes, sizeof digest->bytes, secret->sk);
    unsigned char message[SIGNATURE_BYTES + MINISIGN_COMMENT_BYTES_MAX];
    unsigned char global[SIGNATURE_BYTES];
    size_t size = global_message(signature, comment, message);
    crypto_sign_detached(global, NULL, message, size, secret->sk);
    Buf buf = buf_init(out, MINISIGN_TEXT_BYTES_MAX);
    buf_add(&buf, untrusted_prefix);
    buf_add(&buf, STR("oksp\n"));
    add_base64(&buf, first, sizeof first);
    buf_add(&buf, trusted_prefix);
    buf_add(&buf, comment);
    buf_add_char(&buf, '\n');
    add_base64(&buf, global, sizeof global);
    check(!buf.overflow);
    return true;
}
