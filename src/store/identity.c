/* identity.c - reading who this kiosk is. Verifies the keyring again: the disk is not the pin. */
#include "identity.h"

#include <stdlib.h>
#include <string.h>

#include "kv.h"

enum { HEX_FINGERPRINT_BYTES = 33 };

/* The signed texts, too large for the stack of a thread. */
typedef struct Texts {
    char keyring[KEYRING_BYTES_MAX + 1];
    char signature[MINISIGN_TEXT_BYTES_MAX];
} Texts;

static bool read_pin(Db *db, KeyringPin *pin, Err *err)
{
    char hex[HEX_FINGERPRINT_BYTES];
    *pin = (KeyringPin){0};
    if (!kv_read(db, KV_ROOT_FP, hex, sizeof hex, err) ||
        !kv_read(db, KV_ORG, pin->org, sizeof pin->org, err) ||
        !kv_read_int(db, KV_KEYRING_SEQ, &pin->seq, err)) {
        return false;
    }
    return keyring_fingerprint_parse(str_of(hex), &pin->root) ||
           err_set(err, "identity.none", "this kiosk is not enrolled");
}

static bool read_keyring(Db *db, const KeyringPin *pin, Texts *texts, Keyring *out, Err *err)
{
    return kv_read(db, KV_KEYRING, texts->keyring, sizeof texts->keyring, err) &&
           kv_read(db, KV_KEYRING_SIG, texts->signature, sizeof texts->signature, err) &&
           keyring_reopen(str_of(texts->keyring), str_of(texts->signature), pin, out, err);
}

bool identity_read(Db *db, Identity *out, Err *err)
{
    KeyringPin pin;
    *out = (Identity){0};
    if (!read_pin(db, &pin, err) || !kv_read(db, KV_KIOSK, out->kiosk, sizeof out->kiosk, err)) {
        return false;
    }
    memcpy(out->org, pin.org, sizeof out->org);
    Texts *texts = malloc(sizeof *texts);
    if (texts == NULL) {
        return err_set(err, "memory.full", "no memory for the identity");
    }
    bool good = read_keyring(db, &pin, texts, &out->keyring, err);
    free(texts);
    return good;
}
