/* hub_admin.h - what the operator does on the console: make the store, look after it, open the way
 * back in. No command shows or needs a key of the organisation. */
#ifndef OKSP_HUB_ADMIN_H
#define OKSP_HUB_ADMIN_H

#include "hub_config.h"

enum { HUB_ADMIN_TOKEN_TEXT_BYTES = 44, HUB_ADMIN_RECOVER_S = 3600 };

/* Folder, key file and database, and a fresh setup token (43 characters) for POST /v1/setup.
 * Errors: admin.set-up when an organisation is there already; store.*; file.*. */
bool hub_admin_init(const HubConfig *config, char token[HUB_ADMIN_TOKEN_TEXT_BYTES], Err *err);

/* A one-time token for the recovery page, good for HUB_ADMIN_RECOVER_S. Opens nothing without the
 * recovery sheet. Error admin.not-set-up. */
bool hub_admin_recover(const HubConfig *config, char token[HUB_ADMIN_TOKEN_TEXT_BYTES], Err *err);

/* One finding of the doctor: what was looked at, and whether it is fine. */
typedef struct HubFinding {
    const char *what;
    bool fine;
    char text[ERR_TEXT_BYTES_MAX];
} HubFinding;
enum { HUB_ADMIN_FINDINGS_MAX = 8 };

/* Look at everything that can be seen from here; returns how many findings. */
size_t hub_admin_doctor(const HubConfig *config, HubFinding out[HUB_ADMIN_FINDINGS_MAX]);

/* One hub per database: take the lock beside it until the process ends. False with err hub.locked
 * when another hub serves. */
bool hub_admin_lock(const HubConfig *config, Err *err);

/* The secret of the fake salts: systemd's credential hub.key, else <data_dir>/hub.key. */
bool hub_admin_key(const HubConfig *config, uint8_t key[HUB_KEY_BYTES], Err *err);

#endif
