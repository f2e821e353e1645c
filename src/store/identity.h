/* identity.h - who this kiosk is and to whom it seals, as enrolment and sync left it.
 * Owns nothing. Believes the stored keyring only after checking its signature again. */
#ifndef OKSP_IDENTITY_H
#define OKSP_IDENTITY_H

#include <stdbool.h>

#include "db.h"
#include "err.h"
#include "keyring.h"

enum { IDENTITY_KIOSK_BYTES = 33 };

typedef struct Identity {
    char kiosk[IDENTITY_KIOSK_BYTES]; /* 32 hex */
    char org[KEYRING_ORG_BYTES];      /* 16 hex */
    Keyring keyring;
} Identity;

/* Read and verify. Errors: identity.none (not enrolled), those of keyring_reopen, store.io,
 * store.closed. Without an identity the kiosk shows no call buttons. */
bool identity_read(Db *db, Identity *out, Err *err);

#endif
