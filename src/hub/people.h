/* people.h - colleagues and their key grants as they come over the wire. */
#ifndef OKSP_PEOPLE_H
#define OKSP_PEOPLE_H

#include "fields.h"
#include "store.h"

enum {
    PEOPLE_KDF_T_MIN = 3, /* Argon2id floor; the page enforces it too (threat T10) */
    PEOPLE_KDF_T_MAX = 64,
    PEOPLE_KDF_M_KIB_MIN = 65536,
    PEOPLE_KDF_M_KIB_MAX = 1048576,
    PEOPLE_EPOCH_MAX = 1000000,
};

/* Trimmed and in lower case (ASCII); false when it has no single @ between two parts, or is too
 * long. */
bool people_email(Str text, char out[STORE_EMAIL_BYTES_MAX + 1]);

/* Read an admin (role 3, active) from `fields`; the hash of `ak` is what stays. */
void people_member(Fields *fields, StoreMember *out);

/* Read "grants" into `out` (room for STORE_GRANTS_MAX); returns how many. */
size_t people_grants(Fields *fields, StoreGrant *out);

#endif
