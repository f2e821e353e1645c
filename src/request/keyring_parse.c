/* keyring_parse.c - the keyring document as JSON: shape, types, lengths. Believes nothing yet.
 * Unknown members are ignored: a later version may add some. */
#include "keyring.h"

#include <jansson.h>
#include <sodium.h>
#include <string.h>

enum { VERSION = 1, ORG_DIGITS = KEYRING_ORG_BYTES - 1 };

static Str text_of(const json_t *value)
{
    return (Str){json_string_value(value), json_string_length(value)};
}

static Str member_text(const json_t *object, const char *name)
{
    return text_of(json_object_get(object, name));
}

/* 32 bytes in base64url without padding (docs/protocol.md). */
static bool read_key(Str text, unsigned char out[32])
{
    size_t size = 0;
    return text.size > 0 && str_is_ascii(text) &&
           sodium_base642bin(out, 32, text.data, text.size, NULL, &size, NULL,
                             sodium_base64_VARIANT_URLSAFE_NO_PADDING) == 0 &&
           size == 32;
}

static bool read_org(Str text, char out[KEYRING_ORG_BYTES])
{
    if (text.size != ORG_DIGITS || !str_copy(text, out, KEYRING_ORG_BYTES)) {
        return false;
    }
    return strspn(out, "0123456789abcdef") == ORG_DIGITS;
}

static bool read_seal(const json_t *value, KeyringSeal *out)
{
    const json_t *epoch = json_object_get(value, "epoch");
    const json_t *use = json_object_get(value, "use");
    out->epoch = json_integer_value(epoch);
    out->use = json_is_true(use);
    return json_is_integer(epoch) && out->epoch > 0 && json_is_boolean(use) &&
           read_key(member_text(value, "pk"), out->key.public_key);
}

static bool read_seals(const json_t *array, Keyring *out)
{
    size_t count = json_array_size(array);
    int in_use = 0;
    if (count == 0 || count > KEYRING_SEALS_MAX) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        if (!read_seal(json_array_get(array, i), &out->seals[i])) {
            return false;
        }
        in_use += out->seals[i].use ? 1 : 0;
    }
    out->seal_count = (int)count;
    return in_use == 1;
}

static bool read_signers(const json_t *array, Keyring *out)
{
    size_t count = json_array_size(array);
    if (!json_is_array(array) || count > KEYRING_SIGNERS_MAX) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        const json_t *value = json_array_get(array, i);
        KeyringSigner *signer = &out->signers[i];
        if (!minisign_key_parse(member_text(value, "pk"), &signer->key) ||
            !str_copy(member_text(value, "name"), signer->name, sizeof signer->name)) {
            return false;
        }
    }
    out->signer_count = (int)count;
    return true;
}

static bool read_hubs(const json_t *array, Keyring *out)
{
    size_t count = json_array_size(array);
    if (!json_is_array(array) || count > KEYRING_HUBS_MAX) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        Str url = text_of(json_array_get(array, i));
        if (url.size == 0 || !str_copy(url, out->hubs[i], sizeof out->hubs[i])) {
            return false;
        }
    }
    out->hub_count = (int)count;
    return true;
}

static bool read_head(const json_t *object, Keyring *out)
{
    const json_t *version = json_object_get(object, "v");
    const json_t *seq = json_object_get(object, "seq");
    out->seq = json_integer_value(seq);
    return str_equal(member_text(object, "type"), STR("oksp-keyring")) &&
           json_is_integer(version) && json_integer_value(version) == VERSION &&
           json_is_integer(seq) && out->seq > 0 && read_org(member_text(object, "org"), out->org) &&
           str_copy(member_text(object, "name"), out->name, sizeof out->name) &&
           when_parse(member_text(object, "issued"), &out->issued);
}

static bool read_roots(const json_t *object, Keyring *out)
{
    const json_t *next = json_object_get(object, "next_root");
    out->has_next_root = next != NULL && !json_is_null(next);
    return read_key(member_text(object, "root"), out->root) &&
           read_key(member_text(object, "recovery"), out->recovery) &&
           (!out->has_next_root || read_key(text_of(next), out->next_root));
}

bool keyring_parse(Str document, Keyring *out, Err *err)
{
    *out = (Keyring){0};
    if (document.size == 0 || document.size > KEYRING_BYTES_MAX) {
        return err_set(err, "keyring.bad", "a keyring of %zu bytes", document.size);
    }
    json_t *object = json_loadb(document.data, document.size, JSON_REJECT_DUPLICATES, NULL);
    bool good = json_is_object(object) && read_head(object, out) && read_roots(object, out) &&
                read_seals(json_object_get(object, "seal"), out) &&
                read_signers(json_object_get(object, "content_signers"), out) &&
                read_hubs(json_object_get(object, "hubs"), out);
    json_decref(object);
    return good || err_set(err, "keyring.bad", "this is not a keyring of version 1");
}
