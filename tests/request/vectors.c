/* vectors.c - puts the vectors together, and the tools the parts share. */
#include "vectors.h"

#include <sodium.h>

#include "check.h"

enum { TEXT_BYTES_MAX = 20000 };

void vectors_put(json_t *object, const char *name, json_t *value)
{
    check(value != NULL && json_object_set_new(object, name, value) == 0);
}

json_t *vectors_hex(const unsigned char *bytes, size_t size)
{
    char text[TEXT_BYTES_MAX];
    check(size * 2 < sizeof text);
    return json_string(sodium_bin2hex(text, sizeof text, bytes, size));
}

json_t *vectors_base64url(const unsigned char *bytes, size_t size)
{
    char text[TEXT_BYTES_MAX];
    return json_string(sodium_bin2base64(text, sizeof text, bytes, size,
                                         sodium_base64_VARIANT_URLSAFE_NO_PADDING));
}

json_t *vectors_build(void)
{
    check(sodium_init() >= 0);
    VectorKeys keys;
    json_t *all = json_object();
    vectors_put(all, "about",
                json_string("Made by tests/request/make_vectors.c from fixed seeds; read by the C "
                            "and JavaScript tests."));
    vectors_put(all, "keys", vectors_keys(&keys));
    vectors_put(all, "requests", vectors_requests(&keys));
    vectors_put(all, "bad_envelopes", vectors_bad_envelopes(&keys));
    vectors_put(all, "keyring", vectors_keyring(&keys));
    vectors_put(all, "workdays", vectors_workdays());
    return all;
}
