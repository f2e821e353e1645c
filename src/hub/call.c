/* call.c - what every handler needs: memory, operations, replies, tokens. */
#include "call.h"

#include <inttypes.h>
#include <sodium.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "buf.h"
#include "check.h"
#include "fields.h"
#include "version.h"
#include "when.h"

enum { SECONDS_PER_DAY = 86400, SECONDS_PER_HOUR = 3600, SECONDS_PER_MINUTE = 60 };

void *call_alloc(Call *call, size_t size)
{
    check(call->block_count < CALL_BLOCKS_MAX);
    void *block = calloc(1, size > 0 ? size : 1);
    check(block != NULL);
    call->blocks[call->block_count++] = block;
    return block;
}

StoreOp *call_op(Call *call, StoreOpKind kind)
{
    check(call->op_count < CALL_OPS_MAX);
    StoreOp *op = &call->ops[call->op_count++];
    *op = (StoreOp){.kind = kind, .at = call->request->now_s};
    return op;
}

void call_audit(Call *call, StoreOp *op, const char *action, const StoreId *subject)
{
    op->audit.action = action;
    if (call->has_session) {
        sodium_bin2hex(op->audit.actor, sizeof op->audit.actor, call->session.member.bytes,
                       STORE_ID_BYTES);
    }
    if (subject != NULL) {
        sodium_bin2hex(op->audit.subject, sizeof op->audit.subject, subject->bytes, STORE_ID_BYTES);
    }
}

Str call_header(const HubRequest *request, const char *name)
{
    size_t size = strlen(name);
    for (size_t i = 0; i < request->header_count; i++) {
        Str have = request->headers[i].name;
        if (have.size == size && strncasecmp(have.data, name, size) == 0) {
            return request->headers[i].value;
        }
    }
    return STR("");
}

void call_problem(Call *call, RefusalKind kind, json_t *extra)
{
    call->op_count = 0;
    call->finish = NULL;
    refusal_reply(&call->reply, kind, extra);
}

void call_retry(Call *call, RefusalKind kind, int wait_s)
{
    call_problem(call, kind, NULL);
    call_reply_header(&call->reply, "Retry-After", "%d", wait_s);
}

void call_json(Call *call, int status, json_t *object)
{
    check(object != NULL);
    HubReply *reply = &call->reply;
    reply->status = status;
    reply->content_type = "application/json";
    reply->body = json_dumps(object, JSON_COMPACT);
    check(reply->body != NULL);
    reply->body_size = strlen(reply->body);
    call_reply_header(reply, "Cache-Control", "no-store");
    json_decref(object);
}

void call_empty(Call *call, int status)
{
    call->reply.status = status;
    call_reply_header(&call->reply, "Cache-Control", "no-store");
}

void call_reply_header(HubReply *reply, const char *name, const char *format, ...)
{
    check(reply->header_count < HUB_REPLY_HEADERS_MAX);
    HubReplyHeader *header = &reply->headers[reply->header_count++];
    header->name = name;
    va_list args;
    va_start(args, format);
    int size = vsnprintf(header->value, sizeof header->value, format, args);
    va_end(args);
    check(size >= 0 && (size_t)size < sizeof header->value);
}

json_t *call_time(int64_t utc_s)
{
    char date[WHEN_DATE_BYTES], text[WHEN_DATE_BYTES + 16];
    int64_t days = utc_s / SECONDS_PER_DAY, rest = utc_s % SECONDS_PER_DAY;
    when_format(when_date(days), date);
    Buf buf = buf_init(text, sizeof text);
    buf_format(&buf, "%sT%02" PRId64 ":%02" PRId64 ":%02" PRId64 "Z", date, rest / SECONDS_PER_HOUR,
               rest / SECONDS_PER_MINUTE % SECONDS_PER_MINUTE, rest % SECONDS_PER_MINUTE);
    return json_string(text);
}

bool call_id(Str text, StoreId *out)
{
    char hex[2 * STORE_ID_BYTES + 1];
    return str_copy(text, hex, sizeof hex) && fields_is_hex(hex, sizeof hex - 1) &&
           sodium_hex2bin(out->bytes, sizeof out->bytes, hex, sizeof hex - 1, NULL, NULL, NULL) ==
               0;
}

json_t *call_hex(const uint8_t *bytes, size_t size)
{
    char text[2 * STORE_HASH_BYTES + 1];
    check(size <= STORE_HASH_BYTES);
    sodium_bin2hex(text, sizeof text, bytes, size);
    return json_string(text);
}

json_t *call_b64(const uint8_t *bytes, size_t size)
{
    size_t room = sodium_base64_encoded_len(size, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    char *text = malloc(room);
    check(text != NULL);
    sodium_bin2base64(text, room, bytes, size, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    json_t *string = json_string(text);
    free(text);
    return string;
}

StoreHash call_hash(const uint8_t *secret, size_t size)
{
    StoreHash hash;
    crypto_generichash(hash.bytes, sizeof hash.bytes, secret, size, NULL, 0);
    return hash;
}

void call_token(char text[CALL_TOKEN_TEXT_BYTES], StoreHash *hash)
{
    uint8_t token[CALL_TOKEN_BYTES];
    randombytes_buf(token, sizeof token);
    *hash = call_hash(token, sizeof token);
    sodium_bin2base64(text, CALL_TOKEN_TEXT_BYTES, token, sizeof token,
                      sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    sodium_memzero(token, sizeof token);
}

bool call_token_read(Str text, StoreHash *hash)
{
    uint8_t token[CALL_TOKEN_BYTES];
    size_t size = 0;
    const char *end = NULL;
    if (text.size != CALL_TOKEN_TEXT_BYTES - 1 ||
        sodium_base642bin(token, sizeof token, text.data, text.size, NULL, &size, &end,
                          sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0 ||
        size != sizeof token || end != text.data + text.size) {
        return false;
    }
    *hash = call_hash(token, sizeof token);
    return true;
}

/* The hub listens on loopback or a unix socket only, so this header is nginx's word. */
Str call_source(const Call *call)
{
    Str source = call_header(call->request, "X-Real-IP");
    return source.size > 0 ? source : STR("local");
}

const char *call_meta(Call *call, const char *key)
{
    char *text = call_alloc(call, (size_t)STORE_META_BYTES_MAX + 1);
    if (!store_meta(call->hub->store, key, text, NULL)) {
        call_retry(call, REFUSAL_STORE_UNAVAILABLE, HUB_RETRY_S);
        return NULL;
    }
    return text;
}

bool call_app_is_current(Call *call, const char *app)
{
    const char *oldest = call->hub->options.app_min;
    if (oldest == NULL || !version_is_older(str_of(app), str_of(oldest))) {
        return true;
    }
    call_problem(call, REFUSAL_UPGRADE_REQUIRED, json_pack("{s:s}", "min_app", oldest));
    return false;
}
