/* sync_http.h - one HTTP exchange with the hub: TLS verified, nothing followed, everything limited.
 * Owns a libcurl handle. Never speaks plain http except to 127.0.0.1, never follows a redirect, and
 * never decides what an answer means: sync_wire.h does. */
#ifndef OKSP_SYNC_HTTP_H
#define OKSP_SYNC_HTTP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "err.h"
#include "str.h"
#include "sync_config.h"

enum {
    SYNC_HTTP_REPLY_BYTES_MAX = 1024 * 1024,
    SYNC_HTTP_CONNECT_S_MAX = 15,
    SYNC_HTTP_TOTAL_S_MAX = 60,
    SYNC_HTTP_URL_BYTES_MAX = 256,
    SYNC_HTTP_TYPE_BYTES_MAX = 64
};

typedef struct SyncHttp SyncHttp;

/* By which clock certificates are judged. */
typedef enum SyncHttpDates {
    SYNC_HTTP_DATES_NOW,    /* the machine's */
    SYNC_HTTP_DATES_AT,     /* the moment `at_utc_s` */
    SYNC_HTTP_DATES_IGNORED /* not at all: chain and host name only */
} SyncHttpDates;

typedef struct SyncHttpCall {
    const char *url;   /* of the hub, without a slash at the end */
    const char *path;  /* "/v1/sync" */
    const char *token; /* NULL = none */
    Str body;          /* POST as JSON; data NULL = GET */
    SyncHttpDates dates;
    int64_t at_utc_s;
} SyncHttpCall;

typedef struct SyncHttpReply {
    long status;
    int64_t retry_after_s;               /* 0 = not said */
    char type[SYNC_HTTP_TYPE_BYTES_MAX]; /* without parameters, "application/json" */
    char *body;                          /* terminated; freed by sync_http_free */
    size_t size;
} SyncHttpReply;

/* Error memory.full. */
SyncHttp *sync_http_open(const SyncConfig *config, Err *err);
void sync_http_close(SyncHttp *http);

/* Exchange. True = some answer came, whatever its status. Errors: sync.url, sync.offline (no
 * connection), sync.tls (certificate or host name), sync.timeout, sync.reply (too large, cut off),
 * sync.http. Free the reply in both cases. */
bool sync_http_call(SyncHttp *http, const SyncHttpCall *call, SyncHttpReply *reply, Err *err);
void sync_http_free(SyncHttpReply *reply);

/* Is this a hub we may talk to: https with a host, or http to 127.0.0.1; no user, query or
 * fragment. Error sync.url. */
bool sync_http_is_allowed(const char *url, Err *err);

#endif
