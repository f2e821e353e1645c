/* enrolled.c - a kiosk store as enrolment would leave it. See enrolled.h. */
#include "enrolled.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "check.h"
#include "db.h"
#include "keyring.h"
#include "kv.h"

enum { DOCUMENT_BYTES = 1024, KEY_TEXT_BYTES = 44, HEX_BYTES = 33 };

static void key_text(const unsigned char key[32], char out[KEY_TEXT_BYTES])
{
    sodium_bin2base64(out, KEY_TEXT_BYTES, key, 32, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

static void document_write(const MinisignSecret *root, const EnvelopePair *pair, char *out)
{
    char root_text[KEY_TEXT_BYTES], seal[KEY_TEXT_BYTES], signer[MINISIGN_KEY_TEXT_BYTES];
    key_text(root->key.pk, root_text);
    key_text(pair->public_key, seal);
    minisign_key_format(&root->key, signer);
    int size =
        snprintf(out, DOCUMENT_BYTES,
                 "{\"type\":\"oksp-keyring\",\"v\":1,\"org\":\"00112233aabbccdd\","
                 "\"name\":\"Voorbeeld\",\"seq\":1,\"issued\":\"2026-11-02\",\"root\":\"%s\","
                 "\"next_root\":null,\"recovery\":\"%s\",\"seal\":[{\"epoch\":1,\"pk\":\"%s\","
                 "\"use\":true}],\"content_signers\":[{\"pk\":\"%s\",\"name\":\"Redactie\"}],"
                 "\"hubs\":[\"https://hub.example\"]}\n",
                 root_text, seal, seal, signer);
    check(size > 0 && size < DOCUMENT_BYTES);
}

void enrolled_make(const char *folder, EnvelopePair *pair)
{
    EnvelopePair made;
    MinisignSecret root;
    unsigned char seed[32];
    char document[DOCUMENT_BYTES], signature[MINISIGN_TEXT_BYTES_MAX], pin[HEX_BYTES];
    check(sodium_init() >= 0);
    randombytes_buf(seed, sizeof seed);
    minisign_secret_of(seed, &root);
    crypto_box_keypair(made.public_key, made.secret_key);
    document_write(&root, &made, document);
    MinisignDigest digest = minisign_digest(str_of(document));
    check(minisign_sign(&digest, &root, STR("oksp-keyring seq:1"), signature, NULL));
    KeyringFingerprint print = keyring_fingerprint(root.key.pk);
    sodium_bin2hex(pin, sizeof pin, print.bytes, sizeof print.bytes);
    Db *db = db_open(folder, NULL);
    check(db != NULL);
    const KvPair pairs[] = {{KV_ROOT_FP, str_of(pin)},
                            {KV_ORG, STR("00112233aabbccdd")},
                            {KV_KIOSK, STR("000102030405060708090a0b0c0d0e0f")},
                            {KV_KEYRING, str_of(document)},
                            {KV_KEYRING_SIG, str_of(signature)},
                            {KV_KEYRING_SEQ, STR("1")},
                            {KV_CLOCK, STR("ok")}};
    check(kv_write(db, pairs, sizeof pairs / sizeof pairs[0], NULL));
    db_close(db);
    if (pair != NULL)
        *pair = made;
}
