/* world.h - a whole hub in memory of the test: a real store in a folder of its own, an
 * organisation, a colleague, a kiosk; time stands still until the test moves it. Every call goes
 * through hub_handle(), as the server's does. */
#ifndef OKSP_WORLD_H
#define OKSP_WORLD_H

#include <jansson.h>

#include "envelope.h"
#include "hub.h"

enum { WORLD_PATH_BYTES = 64, WORLD_TOKEN_BYTES = 64, WORLD_REPLY_BYTES_MAX = 1 << 20 };

/* 2026-11-24 10:00 UTC, a Tuesday. */
#define WORLD_NOW_S INT64_C(1795514400)

typedef struct World {
    char folder[WORLD_PATH_BYTES], database[WORLD_PATH_BYTES];
    Hub hub;
    int64_t now_s, now_ms;
    EnvelopePair org;
    char setup_token[WORLD_TOKEN_BYTES];
    char cookie[WORLD_TOKEN_BYTES]; /* of the colleague; "" = nobody */
    char kiosk[WORLD_TOKEN_BYTES];  /* id */
    char bearer[WORLD_TOKEN_BYTES]; /* of the kiosk */
    int64_t db_pages_max;
    bool failed; /* what hub_handle() said last */
} World;

/* What came back. `json` is NULL for an empty or foreign body. */
typedef struct Answer {
    int status;
    json_t *json;
    HubReply raw;
} Answer;

/* An empty store with a setup token; world_ready() also sets up, logs in and enrols a kiosk. */
void world_open(World *world);
void world_ready(World *world);
void world_close(World *world);

/* Close the store and open it again, as a restart does. */
void world_restart(World *world);

/* A call as the page makes it: JSON type, same origin, the cookie. `body` NULL = none. */
Answer world_call(World *world, const char *method, const char *target, const char *body);
/* As a kiosk makes it: with its token. */
Answer world_kiosk_call(World *world, const char *target, const char *body);
/* As somebody makes it: exactly these headers ("Name: value" lines). */
Answer world_raw(World *world, const char *method, const char *target, const char *headers,
                 const char *body);
void world_forget(Answer *answer);

/* The status alone. */
int world_status(World *world, const char *method, const char *target, const char *body);

/* Fail unless the status is `status` and, for a refusal, the type is urn:oksp:`type`. */
void world_expect(Answer *answer, int status, const char *type);

/* Text of a JSON pointer-less member, "" when missing. */
const char *world_text(const Answer *answer, const char *member);
int64_t world_number(const Answer *answer, const char *member);

/* The same of a JSON object; and an element of the list "items". */
const char *world_json_text(json_t *object, const char *member);
int64_t world_json_number(json_t *object, const char *member);
json_t *world_item(const Answer *answer, size_t at);

/* Do something with request `id`: with this body, or an event of `type` with a fresh id and `more`
 * members; the status. */
Answer world_post_event(World *world, const char *id, const char *body);
int world_do(World *world, const char *id, int type, int64_t rev, const char *more);

/* Bodies; the caller frees. */
char *world_setup_body(World *world);
char *world_sync_body(const World *world, const Envelope *envelopes, size_t count);
char *world_event_body(int type, int64_t rev, const char *more);

/* A sealed envelope with `text` in it. */
void world_seal(const World *world, EnvelopeKind kind, const char *text, Envelope *out);
void world_id(const Envelope *envelope, char out[ENVELOPE_ID_TEXT_BYTES]);
char *world_b64(const unsigned char *bytes, size_t size);

/* Send one request with `text`; its id to `id`. */
void world_send(World *world, const char *text, char id[ENVELOPE_ID_TEXT_BYTES]);

#endif
