/* refusal.h - every refusal of the hub, as RFC 9457 problem+json (docs/protocol.md, section 2).
 * Owns the table of types. Never says anything about SQL, paths or what a visitor wrote. */
#ifndef OKSP_REFUSAL_H
#define OKSP_REFUSAL_H

#include <jansson.h>

#include "hub.h"

typedef enum RefusalKind {
    REFUSAL_BAD_REQUEST,
    REFUSAL_UNAUTHENTICATED,
    REFUSAL_FORBIDDEN,
    REFUSAL_NOT_FOUND,
    REFUSAL_METHOD_NOT_ALLOWED,
    REFUSAL_REV_CONFLICT,
    REFUSAL_SEQ_CONFLICT,
    REFUSAL_ALREADY_SET_UP,
    REFUSAL_LENGTH_REQUIRED,
    REFUSAL_TOO_LARGE,
    REFUSAL_UNSUPPORTED_MEDIA,
    REFUSAL_INVALID,
    REFUSAL_UPGRADE_REQUIRED,
    REFUSAL_RATE_LIMITED,
    REFUSAL_INTERNAL,
    REFUSAL_STORE_UNAVAILABLE,
    REFUSAL_COUNT
} RefusalKind;

/* Make `reply` this problem, dropping what it held. `extra` (may be NULL) is an object whose
 * members are added; the reference is taken over. */
void refusal_reply(HubReply *reply, RefusalKind kind, json_t *extra);

#endif
