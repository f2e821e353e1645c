/* sign.c - reading keys, signing and checking. Owns nothing afterwards. */
#include "sign.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "content.h"
#include "file.h"
#include "minisign.h"

enum { FILE_MODE = 0644 };

static bool signature_path(const char *path, char out[SIGN_PATH_BYTES_MAX], Err *err)
{
    Buf buf = buf_init(out, SIGN_PATH_BYTES_MAX);
    buf_format(&buf, "%s.minisig", path);
    return !buf.overflow || err_set(err, "sign.path", "the path is too long");
}

static bool digest_file(const char *path, MinisignDigest *digest, Err *err)
{
    size_t size = 0;
    char *data = file_read(path, CONTENT_PACK_BYTES_MAX, &size, err);
    if (data == NULL) {
        return false;
    }
    *digest = minisign_digest((Str){data, size});
    free(data);
    return true;
}

/* What is signed says which pack it is: a number that only rises, for whom. */
static bool make_comment(const char *path, char out[MINISIGN_COMMENT_BYTES_MAX], Err *err)
{
    Content *content = content_open(path, err);
    if (content == NULL) {
        return false;
    }
    ContentInfo info = content_info(content);
    Buf buf = buf_init(out, MINISIGN_COMMENT_BYTES_MAX);
    buf_format(&buf, "oksp-pack seq=%lld org=%s", (long long)info.seq, info.org.data);
    content_close(content);
    return !buf.overflow || err_set(err, "sign.comment", "the comment is too long");
}

/* A secret file in locked memory: `out` has SIGN_KEY_BYTES_MAX bytes and gets a NUL. */
static bool read_secret(const char *path, char *out, size_t *size, Err *err)
{
    char *text = file_read(path, SIGN_KEY_BYTES_MAX - 1, size, err);
    if (text == NULL) {
        return false;
    }
    memcpy(out, text, *size + 1);
    sodium_memzero(text, *size);
    free(text);
    return true;
}

typedef struct Secrets {
    char key[SIGN_KEY_BYTES_MAX], password[SIGN_KEY_BYTES_MAX];
    MinisignSecret secret;
} Secrets;

static bool load_secret(Secrets *secrets, const char *key, const char *password_file, Err *err)
{
    size_t key_size = 0;
    size_t password_size = 0;
    if (!read_secret(key, secrets->key, &key_size, err) ||
        (password_file != NULL &&
         !read_secret(password_file, secrets->password, &password_size, err))) {
        return false;
    }
    Str password = {secrets->password, password_size};
    password = str_cut(&password, '\n');
    return minisign_secret_parse((Str){secrets->key, key_size}, password, &secrets->secret, err);
}

static bool sign_with(const Secrets *secrets, const char *path, Err *err)
{
    char comment[MINISIGN_COMMENT_BYTES_MAX];
    char text[MINISIGN_TEXT_BYTES_MAX];
    char target[SIGN_PATH_BYTES_MAX];
    MinisignDigest digest;
    return make_comment(path, comment, err) && digest_file(path, &digest, err) &&
           minisign_sign(&digest, &secrets->secret, str_of(comment), text, err) &&
           signature_path(path, target, err) && file_write(target, str_of(text), FILE_MODE, err);
}

bool sign_pack(const char *key, const char *password_file, const char *path, Err *err)
{
    Secrets *secrets = sodium_init() < 0 ? NULL : sodium_malloc(sizeof *secrets);
    if (secrets == NULL) {
        return err_set(err, "memory.full", "no locked memory for the key");
    }
    memset(secrets, 0, sizeof *secrets);
    bool ok = load_secret(secrets, key, password_file, err) && sign_with(secrets, path, err);
    sodium_free(secrets);
    return ok;
}

bool sign_verify(const char *key, const char *path, FILE *out, Err *err)
{
    char target[SIGN_PATH_BYTES_MAX];
    char comment[MINISIGN_COMMENT_BYTES_MAX];
    MinisignKey public_key;
    MinisignDigest digest;
    size_t key_size = 0;
    size_t size = 0;
    char *text = file_read(key, SIGN_KEY_BYTES_MAX, &key_size, err);
    bool ok = text != NULL && (minisign_key_parse((Str){text, key_size}, &public_key) ||
                               err_set(err, "sign.key", "%s is not a public key", key));
    free(text);
    char *signature = ok && signature_path(path, target, err)
                          ? file_read(target, MINISIGN_TEXT_BYTES_MAX, &size, err)
                          : NULL;
    ok = signature != NULL && digest_file(path, &digest, err) &&
         minisign_verify_digest(&digest, (Str){signature, size}, &public_key, comment, err);
    free(signature);
    if (ok) {
        fprintf(out, "good signature: %s\n", comment);
    }
    return ok;
}
