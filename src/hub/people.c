/* people.c - reading members and grants strictly. */
#include "people.h"

#include <ctype.h>
#include <sodium.h>
#include <string.h>

#include "call.h"

bool people_email(Str text, char out[STORE_EMAIL_BYTES_MAX + 1])
{
    Str trimmed = str_trim(text), rest = trimmed;
    Str local = str_cut(&rest, '@');
    if (local.size == 0 || rest.size == 0 || memchr(rest.data, '@', rest.size) != NULL ||
        !str_copy(trimmed, out, (size_t)STORE_EMAIL_BYTES_MAX + 1)) {
        return false;
    }
    for (char *c = out; *c != '\0'; c++) {
        *c = (char)tolower((unsigned char)*c);
    }
    return true;
}

static void copy_text(Fields *fields, const char *member, char *out, size_t out_bytes)
{
    const char *text = fields_text(fields, member, (FieldsText){1, out_bytes - 1, false});
    if (text != NULL) {
        str_copy(str_of(text), out, out_bytes);
    }
}

static void read_email(Fields *fields, StoreMember *out)
{
    const char *text = fields_text(fields, "email", (FieldsText){3, STORE_EMAIL_BYTES_MAX, false});
    if (text != NULL && !people_email(str_of(text), out->email)) {
        fields_fault(fields, "email", "is no e-mail address");
    }
}

void people_member(Fields *fields, StoreMember *out)
{
    uint8_t ak[STORE_HASH_BYTES] = {0};
    int64_t role = STORE_ROLE_ADMIN;
    *out = (StoreMember){.role = STORE_ROLE_ADMIN, .state = 1};
    fields_hex(fields, "id", out->id.bytes, sizeof out->id.bytes);
    if (sodium_is_zero(out->id.bytes, sizeof out->id.bytes)) {
        fields_fault(fields, "id", "is the recovery recipient's");
    }
    read_email(fields, out);
    copy_text(fields, "name", out->name, sizeof out->name);
    fields_int(fields, "role", (FieldsRange){STORE_ROLE_ADMIN, STORE_ROLE_ADMIN}, &role);
    fields_b64(fields, "salt", out->salt, sizeof out->salt);
    fields_int(fields, "t", (FieldsRange){PEOPLE_KDF_T_MIN, PEOPLE_KDF_T_MAX}, &out->kdf_t);
    fields_int(fields, "m_kib", (FieldsRange){PEOPLE_KDF_M_KIB_MIN, PEOPLE_KDF_M_KIB_MAX},
               &out->kdf_m_kib);
    fields_b64(fields, "ak", ak, sizeof ak);
    out->auth_hash = call_hash(ak, sizeof ak);
    sodium_memzero(ak, sizeof ak);
    fields_b64(fields, "box_pk", out->box_pk.bytes, sizeof out->box_pk.bytes);
    fields_b64(fields, "wrapped", out->wrapped, sizeof out->wrapped);
    fields_b64(fields, "attest", out->attest.bytes, sizeof out->attest.bytes);
    fields_int(fields, "attest_epoch", (FieldsRange){1, PEOPLE_EPOCH_MAX}, &out->attest_epoch);
}

size_t people_grants(Fields *fields, StoreGrant *out)
{
    json_t *list = fields_array(fields, "grants", STORE_GRANTS_MAX);
    size_t i;
    json_t *row;
    json_array_foreach(list, i, row)
    {
        Fields below = fields_below(fields, row, "grants", (int)i);
        fields_hex(&below, "member", out[i].member.bytes, sizeof out[i].member.bytes);
        fields_int(&below, "epoch", (FieldsRange){1, PEOPLE_EPOCH_MAX}, &out[i].epoch);
        fields_b64(&below, "sealed", out[i].sealed, sizeof out[i].sealed);
    }
    return list ? json_array_size(list) : 0;
}
