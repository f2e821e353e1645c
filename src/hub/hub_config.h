/* hub_config.h - the operator's settings file of the hub (docs/operator.md). */
#ifndef OKSP_HUB_CONFIG_H
#define OKSP_HUB_CONFIG_H

#include <stdbool.h>
#include <stdint.h>

#include "err.h"
#include "hub.h"
#include "str.h"

enum { HUB_CONFIG_PATH_BYTES_MAX = 256, HUB_CONFIG_BYTES_MAX = 65536 };

typedef enum HubListen { HUB_LISTEN_LOOPBACK, HUB_LISTEN_UNIX } HubListen;

typedef struct HubConfig {
    HubListen listen;
    int port;                                    /* of 127.0.0.1; 0 = any free one */
    char socket_path[HUB_CONFIG_PATH_BYTES_MAX]; /* of HUB_LISTEN_UNIX */
    char data_dir[HUB_CONFIG_PATH_BYTES_MAX];
    char database[HUB_CONFIG_PATH_BYTES_MAX]; /* whole path */
    char inbox_dir[HUB_CONFIG_PATH_BYTES_MAX];
    char app_min[STORE_APP_BYTES_MAX + 1]; /* "" = any */
    int64_t cadence_s;                     /* 0 = as the organisation decided */
    int64_t db_pages_max;                  /* 0 = no limit */
} HubConfig;

/* Read `path`. Errors carry file and line: config.missing, config.syntax, config.unknown,
 * config.value. */
bool hub_config_read(const char *path, HubConfig *out, Err *err);

#endif
