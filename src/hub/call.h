/* call.h - one call on the hub while it is answered: who calls, what was read, what is to be
 * written, the reply so far.
 * Owns the memory a handler asks for, until hub_end(). Only hub.c and the api_*.c files include
 * this. */
#ifndef OKSP_CALL_H
#define OKSP_CALL_H

#include <jansson.h>

#include "hub.h"
#include "refusal.h"

enum {
    CALL_OPS_MAX = 56, /* 50 envelopes and what goes with them */
    CALL_BLOCKS_MAX = 112,
    CALL_TOKEN_BYTES = 32,
    CALL_TOKEN_TEXT_BYTES = 44, /* base64url without padding, and the end */
};

struct Call {
    Hub *hub;
    const HubRequest *request;
    Str path, query;
    StoreId path_id; /* the {id} of the address */
    json_t *body;    /* the parsed object; NULL without one */

    bool has_session;
    StoreHash session_token;
    StoreSession session;
    StoreKioskRow kiosk; /* of a kiosk's token */

    StoreOp ops[CALL_OPS_MAX];
    size_t op_count;
    bool ops_optional;          /* the reply stands even when the store could not write */
    void (*finish)(Call *call); /* after the operations were applied; NULL = reply is ready */
    void *context;              /* of the handler, from call_alloc */

    HubReply reply;
    void *blocks[CALL_BLOCKS_MAX];
    size_t block_count;
};

/* Zeroed memory that lives until the reply is made. */
void *call_alloc(Call *call, size_t size);

/* The next operation, stamped with the time; fill in the rest. */
StoreOp *call_op(Call *call, StoreOpKind kind);

/* Give the operation an audit row by the member of this session. subject may be NULL. */
void call_audit(Call *call, StoreOp *op, const char *action, const StoreId *subject);

/* The value of a header ("" when absent). Names compare without case. */
Str call_header(const HubRequest *request, const char *name);

/* Refuse. RETRY adds Retry-After. The operations are dropped. */
void call_problem(Call *call, RefusalKind kind, json_t *extra);
void call_retry(Call *call, RefusalKind kind, int wait_s);

/* Answer with a JSON object (reference taken over), or with nothing. */
void call_json(Call *call, int status, json_t *object);
void call_empty(Call *call, int status);
void call_reply_header(HubReply *reply, const char *name, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* "2026-03-02T13:05:12Z". */
json_t *call_time(int64_t utc_s);

/* An id as it stands in an address: exactly 32 lower-case hex digits. */
bool call_id(Str text, StoreId *out);

/* Bytes as JSON text. */
json_t *call_hex(const uint8_t *bytes, size_t size);
json_t *call_b64(const uint8_t *bytes, size_t size);
#define CALL_HEX(id) call_hex((id).bytes, sizeof(id).bytes)
#define CALL_B64(array) call_b64((array), sizeof(array))

/* Hash of a secret that came in: token, code, AK. */
StoreHash call_hash(const uint8_t *secret, size_t size);

/* 32 fresh random bytes as text; their hash goes into the store. */
void call_token(char text[CALL_TOKEN_TEXT_BYTES], StoreHash *hash);

/* Text of a token to its hash; false when it is not 43 symbols of base64url. */
bool call_token_read(Str text, StoreHash *hash);

/* Where the caller comes from, as nginx says; constant without nginx. */
Str call_source(const Call *call);

/* Read meta `key` into memory of this call; on failure the 503 stands and NULL returns. */
const char *call_meta(Call *call, const char *key);

/* May this kiosk program still talk to the hub? Else 426 stands and false returns. */
bool call_app_is_current(Call *call, const char *app);

#endif
