/* refusal.c - the table of refusals. */
#include "refusal.h"

#include <stdlib.h>
#include <string.h>

#include "check.h"

static const struct {
    int status;
    const char *type, *title;
} problems[REFUSAL_COUNT] = {
    [REFUSAL_BAD_REQUEST] = {400, "urn:oksp:bad-request", "The request is malformed"},
    [REFUSAL_UNAUTHENTICATED] = {401, "urn:oksp:unauthenticated", "Not logged in, or not known"},
    [REFUSAL_FORBIDDEN] = {403, "urn:oksp:forbidden", "This is not allowed"},
    [REFUSAL_NOT_FOUND] = {404, "urn:oksp:not-found", "There is no such thing here"},
    [REFUSAL_METHOD_NOT_ALLOWED] = {405, "urn:oksp:method-not-allowed",
                                    "This method is not for this address"},
    [REFUSAL_REV_CONFLICT] = {409, "urn:oksp:rev-conflict", "Someone else changed this request"},
    [REFUSAL_SEQ_CONFLICT] = {409, "urn:oksp:seq-conflict", "A newer version exists"},
    [REFUSAL_ALREADY_SET_UP] = {409, "urn:oksp:already-set-up",
                                "This hub belongs to an organisation already"},
    [REFUSAL_LENGTH_REQUIRED] = {411, "urn:oksp:length-required", "Content-Length is missing"},
    [REFUSAL_TOO_LARGE] = {413, "urn:oksp:too-large", "The request is too large"},
    [REFUSAL_UNSUPPORTED_MEDIA] = {415, "urn:oksp:unsupported-media",
                                   "The body must be application/json"},
    [REFUSAL_INVALID] = {422, "urn:oksp:invalid", "A field is missing or wrong"},
    [REFUSAL_UPGRADE_REQUIRED] = {426, "urn:oksp:upgrade-required", "This program is too old"},
    [REFUSAL_RATE_LIMITED] = {429, "urn:oksp:rate-limited", "Too many requests"},
    [REFUSAL_INTERNAL] = {500, "urn:oksp:internal", "The hub failed"},
    [REFUSAL_STORE_UNAVAILABLE] = {503, "urn:oksp:store-unavailable",
                                   "The store does not answer now"},
};

void refusal_reply(HubReply *reply, RefusalKind kind, json_t *extra)
{
    check(kind < REFUSAL_COUNT);
    json_t *body = json_pack("{s:s, s:s, s:i}", "type", problems[kind].type, "title",
                             problems[kind].title, "status", problems[kind].status);
    check(body != NULL);
    if (extra != NULL) {
        json_object_update_new(body, extra);
    }
    hub_reply_free(reply);
    reply->status = problems[kind].status;
    reply->content_type = "application/problem+json";
    reply->body = json_dumps(body, JSON_COMPACT);
    check(reply->body != NULL);
    reply->body_size = strlen(reply->body);
    json_decref(body);
}
