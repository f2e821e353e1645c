/* sign.h - signatures on packs, in the format of minisign. Owns the secret key only while it signs,
 * in locked memory. */
#ifndef OKSP_SIGN_H
#define OKSP_SIGN_H

#include <stdbool.h>
#include <stdio.h>

#include "err.h"

enum { SIGN_PATH_BYTES_MAX = 4096, SIGN_KEY_BYTES_MAX = 4096 };

/* Sign the pack `path` with the `minisign -G` key file `key` and write `path`.minisig. The password
 * is the first line of `password_file` (NULL = a key without one). A pack that the kiosk would
 * refuse is not signed. The trusted comment names its number and organisation. */
bool sign_pack(const char *key, const char *password_file, const char *path, Err *err);

/* Check `path`.minisig against the public key file `key`; prints the trusted comment to `out`. */
bool sign_verify(const char *key, const char *path, FILE *out, Err *err);

#endif
