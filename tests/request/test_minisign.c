/* test_minisign.c - both ways with the real minisign program: it believes ours, we believe its. */
#include "cmocka_first.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "minisign.h"

static char folder[64];
static MinisignSecret secret;

static int prepare(void **state)
{
    (void)state;
    unsigned char seed[32];
    assert_true(sodium_init() >= 0);
    randombytes_buf(seed, sizeof seed);
    minisign_secret_of(seed, &secret);
    snprintf(folder, sizeof folder, "%s", "/tmp/oksp-sign-XXXXXX");
    assert_non_null(mkdtemp(folder));
    return 0;
}

static int clean(void **state)
{
    (void)state;
    char command[128];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    return system(command);
}

/* Runs in the test's folder; true when the program said yes. */
static bool run(const char *command)
{
    char line[512];
    snprintf(line, sizeof line, "cd %s && %s >out.txt 2>&1", folder, command);
    return system(line) == 0;
}

static void write_file(const char *name, Str text)
{
    char path[128];
    Err err = {0};
    snprintf(path, sizeof path, "%s/%s", folder, name);
    assert_true(file_write(path, text, 0600, &err));
}

static char *read_text(const char *name)
{
    char path[128];
    Err err = {0};
    size_t size = 0;
    snprintf(path, sizeof path, "%s/%s", folder, name);
    char *text = file_read(path, 100000, &size, &err);
    assert_non_null(text);
    return text;
}

static void test_minisign_believes_our_signature(void **state)
{
    (void)state;
    char text[MINISIGN_TEXT_BYTES_MAX], key[MINISIGN_KEY_TEXT_BYTES], command[256];
    Err err = {0};
    MinisignDigest digest = minisign_digest(STR("a document\n"));
    assert_true(minisign_sign(&digest, &secret, STR("pack seq:7"), text, &err));
    write_file("doc", STR("a document\n"));
    write_file("doc.minisig", str_of(text));
    minisign_key_format(&secret.key, key);
    snprintf(command, sizeof command, "minisign -V -P %s -m doc", key);
    assert_true(run(command));
    write_file("doc", STR("a dokument\n"));
    assert_false(run(command));
}

static void test_we_believe_a_signature_of_minisign(void **state)
{
    (void)state;
    char comment[MINISIGN_COMMENT_BYTES_MAX];
    Err err = {0};
    MinisignKey key;
    write_file("doc", STR("their document\n"));
    assert_true(run("minisign -G -W -f -p key.pub -s key.sec && "
                    "minisign -S -H -s key.sec -t 'seq:9' -m doc"));
    char *key_text = read_text("key.pub"), *signature = read_text("doc.minisig");
    assert_true(minisign_key_parse(str_of(key_text), &key));
    assert_true(minisign_verify(STR("their document\n"), str_of(signature), &key, comment, &err));
    assert_string_equal(comment, "seq:9");
    assert_false(minisign_verify(STR("their document"), str_of(signature), &key, comment, &err));
    assert_string_equal(err.code, "sign.bad");
    assert_string_equal(comment, "");
    free(key_text);
    free(signature);
}

static void test_a_secret_key_file_of_minisign_signs_for_its_public_key(void **state)
{
    (void)state;
    MinisignSecret theirs;
    MinisignKey key;
    Err err = {0};
    char text[MINISIGN_TEXT_BYTES_MAX];
    assert_true(run("minisign -G -W -f -p key.pub -s key.sec"));
    char *key_text = read_text("key.pub"), *secret_text = read_text("key.sec");
    assert_true(minisign_secret_parse(str_of(secret_text), STR(""), &theirs, &err));
    assert_true(minisign_key_parse(str_of(key_text), &key));
    assert_memory_equal(theirs.key.pk, key.pk, sizeof key.pk);
    MinisignDigest digest = minisign_digest(STR("doc"));
    assert_true(minisign_sign(&digest, &theirs, STR("x"), text, &err));
    assert_true(minisign_verify(STR("doc"), str_of(text), &key, NULL, &err));
    free(key_text);
    free(secret_text);
}

static void test_a_password_opens_a_secret_key_and_a_wrong_one_does_not(void **state)
{
    (void)state;
    /* minisign asks for passwords on a terminal only, so the file is built here, at a low cost. */
    unsigned char file[158] = {'E', 'd', 'S', 'c', 'B', '2'};
    unsigned char stream[104], sum[32];
    char text[300] = "untrusted comment: minisign encrypted secret key\n";
    memset(file + 6, 0x5A, 32);
    file[38 + 2] = 8; /* 2^19 operations */
    file[46 + 3] = 1; /* 2^24 bytes */
    memcpy(file + 54, secret.key.number, 8);
    memcpy(file + 62, secret.sk, 64);
    crypto_generichash_state hash;
    crypto_generichash_init(&hash, NULL, 0, sizeof sum);
    crypto_generichash_update(&hash, file, 2);
    crypto_generichash_update(&hash, file + 54, 72);
    crypto_generichash_final(&hash, sum, sizeof sum);
    memcpy(file + 126, sum, sizeof sum);
    assert_int_equal(crypto_pwhash_scryptsalsa208sha256(stream, sizeof stream, "geheim", 6,
                                                        file + 6, 8u << 16, 1u << 24),
                     0);
    for (size_t i = 0; i < sizeof stream; i++) {
        file[54 + i] ^= stream[i];
    }
    size_t head = strlen(text);
    sodium_bin2base64(text + head, sizeof text - head, file, sizeof file,
                      sodium_base64_VARIANT_ORIGINAL);
    MinisignSecret opened;
    Err err = {0};
    assert_true(minisign_secret_parse(str_of(text), STR("geheim"), &opened, &err));
    assert_memory_equal(opened.sk, secret.sk, sizeof opened.sk);
    assert_false(minisign_secret_parse(str_of(text), STR("gehiem"), &opened, &err));
    assert_string_equal(err.code, "sign.password");
    err_clear(&err);
    assert_false(minisign_secret_parse(STR("x\ny\n"), STR(""), &opened, &err));
    assert_string_equal(err.code, "sign.key");
}

static void test_no_changed_byte_of_a_signature_is_believed(void **state)
{
    (void)state;
    char text[MINISIGN_TEXT_BYTES_MAX];
    Err err = {0};
    MinisignDigest digest = minisign_digest(STR("doc"));
    assert_true(minisign_sign(&digest, &secret, STR("seq:7"), text, &err));
    assert_true(minisign_verify(STR("doc"), str_of(text), &secret.key, NULL, &err));
    size_t untrusted = strlen("untrusted comment: oksp\n");
    size_t size = strlen(text);
    for (size_t i = untrusted; i < size - 1; i++) {
        char kept = text[i];
        text[i] = kept == 'A' ? 'B' : 'A';
        assert_false(minisign_verify(STR("doc"), str_of(text), &secret.key, NULL, NULL));
        text[i] = kept;
    }
}

static void test_comments_of_more_than_one_line_or_too_long_are_refused(void **state)
{
    (void)state;
    char text[MINISIGN_TEXT_BYTES_MAX], long_comment[MINISIGN_COMMENT_BYTES_MAX + 1];
    Err err = {0};
    MinisignDigest digest = minisign_digest(STR("doc"));
    assert_false(minisign_sign(&digest, &secret, STR("a\nb"), text, &err));
    assert_string_equal(err.code, "sign.comment");
    memset(long_comment, 'x', sizeof long_comment);
    Str too_long = {long_comment, MINISIGN_COMMENT_BYTES_MAX};
    assert_false(minisign_sign(&digest, &secret, too_long, text, &err));
    Str longest = {long_comment, MINISIGN_COMMENT_BYTES_MAX - 1};
    assert_true(minisign_sign(&digest, &secret, longest, text, &err));
    assert_true(minisign_verify(STR("doc"), str_of(text), &secret.key, NULL, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_minisign_believes_our_signature),
        cmocka_unit_test(test_we_believe_a_signature_of_minisign),
        cmocka_unit_test(test_a_secret_key_file_of_minisign_signs_for_its_public_key),
        cmocka_unit_test(test_a_password_opens_a_secret_key_and_a_wrong_one_does_not),
        cmocka_unit_test(test_no_changed_byte_of_a_signature_is_believed),
        cmocka_unit_test(test_comments_of_more_than_one_line_or_too_long_are_refused),
    };
    return cmocka_run_group_tests(tests, prepare, clean);
}
