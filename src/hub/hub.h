/* hub.h - the hub without sockets: a request in, operations for the writer, a reply out.
 * Owns nothing but the pointers given to it. Reads no clock, opens no file except the inbox page
 * with --dev, starts no thread: the server (server.h) and the tests call exactly this. */
#ifndef OKSP_HUB_H
#define OKSP_HUB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "rates.h"
#include "store.h"
#include "str.h"

enum {
    HUB_BODY_BYTES_MAX = 512 * 1024,
    HUB_TARGET_BYTES_MAX = 1024,
    HUB_HEADERS_MAX = 64,
    HUB_REPLY_HEADERS_MAX = 16,
    HUB_HEADER_VALUE_BYTES_MAX = 511,
    HUB_KEY_BYTES = 32,
    HUB_CADENCE_S_MIN = 5,
    HUB_CADENCE_S_MAX = 3600,
    HUB_RETRY_S = 5,                  /* Retry-After of a store that does not answer */
    HUB_HEARTBEAT_S = 20,             /* how often the store's heartbeat is written */
    HUB_HEARTBEAT_GAP_S_MAX = 90,     /* older: the store was restored (protocol 3.2) */
    HUB_HEARTBEAT_READY_S_MAX = 60,   /* older: not ready */
    HUB_SESSION_IDLE_S_MAX = 30 * 60, /* ASVS 5, 7.3 */
    HUB_SESSION_S_MAX = 10 * 3600,
};

typedef struct HubOptions {
    bool dev;                   /* loopback: cookie without Secure, serve the page */
    const char *inbox_dir;      /* only with dev; NULL = none */
    int64_t cadence_s;          /* 0 = as the settings of the organisation say */
    const char *app_min;        /* oldest kiosk program that may sync; NULL = any */
    uint8_t key[HUB_KEY_BYTES]; /* of the fake salts */
} HubOptions;

typedef struct Hub {
    Store *store;
    Rates *rates;
    HubOptions options;
} Hub;

typedef struct HubHeader {
    Str name, value;
} HubHeader;

/* Everything is the caller's and lives until hub_end(). */
typedef struct HubRequest {
    Str method, target; /* target as it came, undecoded */
    const HubHeader *headers;
    size_t header_count;
    Str body;
    int64_t now_s;  /* wall clock, UTC seconds */
    int64_t now_ms; /* running clock, for rates and back-off */
} HubRequest;

typedef struct HubReplyHeader {
    const char *name;
    char value[HUB_HEADER_VALUE_BYTES_MAX + 1];
} HubReplyHeader;

/* body is freed by hub_reply_free(). */
typedef struct HubReply {
    int status;
    const char *content_type; /* NULL without a body */
    char *body;
    size_t body_size;
    HubReplyHeader headers[HUB_REPLY_HEADERS_MAX];
    size_t header_count;
} HubReply;

typedef struct Call Call;

/* Judge the request as far as reading goes. The operations that hub_ops() then shows must be
 * applied (all or none) before hub_end(). Never NULL; freed by hub_end(). */
Call *hub_begin(Hub *hub, const HubRequest *request);

/* The operations to apply; *count 0 = none. */
StoreOp *hub_ops(Call *call, size_t *count);

/* Make the reply; `applied` says whether store_apply() succeeded. Frees `call`. */
void hub_end(Call *call, bool applied, HubReply *reply);

/* The three above in one, for a caller that is the only writer. True: applied (or nothing to
 * apply); false with `err` when the store failed - the reply then acknowledges nothing. */
bool hub_handle(Hub *hub, const HubRequest *request, HubReply *reply, Err *err);

void hub_reply_free(HubReply *reply);

/* What can be said before the body is read: a reply when the head is refused (400, 405, 411, 413),
 * else false. */
bool hub_head(const HubRequest *request, HubReply *reply);

#endif
