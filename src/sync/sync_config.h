/* sync_config.h - the settings of oksp-sync: /etc/oksp/sync.ini.
 *
 *   [sync]
 *   data_dir  = /var/lib/oksp/kiosk   the kiosk's store
 *   cadence_s = 600                   only to differ from what the hub asks (5 to 3600; a demo)
 *   ca_file   = /path/ca.pem          only for a hub with a certificate of an own authority
 *   proxy     = http://host:port      only where the network demands one */
#ifndef OKSP_SYNC_CONFIG_H
#define OKSP_SYNC_CONFIG_H

#include <stdbool.h>
#include <stdint.h>

#include "err.h"

enum { SYNC_CONFIG_BYTES_MAX = 16 * 1024, SYNC_CONFIG_TEXT_BYTES = 480 };

typedef struct SyncConfig {
    char data_dir[SYNC_CONFIG_TEXT_BYTES];
    char ca_file[SYNC_CONFIG_TEXT_BYTES]; /* "" = those of the system */
    char proxy[SYNC_CONFIG_TEXT_BYTES];   /* "" = none, whatever the environment says */
    int64_t cadence_s;                    /* 0 = as the hub asks */
} SyncConfig;

/* Errors: file.*, config.syntax, config.unknown, config.value, with file and line. */
bool sync_config_read(const char *path, SyncConfig *out, Err *err);

#endif
