/* keyring.c - when a keyring is believed. Pure; the caller stores what was accepted. */
#include "keyring.h"

#include <sodium.h>
#include <string.h>

#include "check.h"

KeyringFingerprint keyring_fingerprint(const unsigned char root[MINISIGN_PK_BYTES])
{
    KeyringFingerprint fingerprint;
    crypto_generichash(fingerprint.bytes, sizeof fingerprint.bytes, root, MINISIGN_PK_BYTES, NULL,
                       0);
    return fingerprint;
}

bool keyring_fingerprint_parse(Str hex, KeyringFingerprint *out)
{
    EnvelopeId same_form; /* 32 lower-case hex digits, as well */
    _Static_assert(sizeof same_form.bytes == sizeof out->bytes, "16 bytes both");
    if (!envelope_id_parse(hex, &same_form)) {
        return false;
    }
    memcpy(out->bytes, same_form.bytes, sizeof out->bytes);
    return true;
}

/* Fingerprint first: it says which root the signature must be of. */
static bool believe(Str document, Str signature, const KeyringPin *pin, Keyring *out, Err *err)
{
    if (!keyring_parse(document, out, err)) {
        return false;
    }
    KeyringFingerprint root = keyring_fingerprint(out->root);
    if (sodium_memcmp(root.bytes, pin->root.bytes, sizeof root.bytes) != 0) {
        return err_set(err, "keyring.root", "the keyring is of another root key");
    }
    MinisignKey key = minisign_key_of(out->root);
    if (!minisign_verify(document, signature, &key, NULL, NULL)) {
        return err_set(err, "keyring.signature", "the keyring is not signed by its root key");
    }
    if (pin->org[0] != '\0' && strcmp(pin->org, out->org) != 0) {
        return err_set(err, "keyring.org", "the keyring is of another organisation");
    }
    return true;
}

static bool accept_from(Str document, Str signature, const KeyringPin *pin, Keyring *out, Err *err)
{
    bool good = believe(document, signature, pin, out, err);
    if (good && out->seq < pin->seq) {
        good = err_set(err, "keyring.old", "keyring %lld is older than the one in use",
                       (long long)out->seq);
    }
    if (!good) {
        *out = (Keyring){0}; /* nobody can use by mistake what was not believed */
    }
    return good;
}

bool keyring_accept(Str document, Str signature, const KeyringPin *pin, Keyring *out, Err *err)
{
    KeyringPin newer = *pin;
    newer.seq = pin->seq + 1;
    return accept_from(document, signature, &newer, out, err);
}

bool keyring_reopen(Str document, Str signature, const KeyringPin *pin, Keyring *out, Err *err)
{
    return accept_from(document, signature, pin, out, err);
}

const EnvelopeKey *keyring_seal_key(const Keyring *keyring)
{
    int i = 0;
    while (i < keyring->seal_count && !keyring->seals[i].use) {
        i++;
    }
    check(i < keyring->seal_count); /* keyring_parse made sure */
    return &keyring->seals[i].key;
}

const KeyringSigner *keyring_signer(const Keyring *keyring,
                                    const unsigned char number[MINISIGN_NUMBER_BYTES])
{
    for (int i = 0; i < keyring->signer_count; i++) {
        if (memcmp(keyring->signers[i].key.number, number, MINISIGN_NUMBER_BYTES) == 0) {
            return &keyring->signers[i];
        }
    }
    return NULL;
}

KeyringFingerprint keyring_next_pin(const Keyring *keyring)
{
    return keyring_fingerprint(keyring->has_next_root ? keyring->next_root : keyring->root);
}
