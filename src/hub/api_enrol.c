/* api_enrol.c - a kiosk comes with its code and gets a token; and the signed documents it fetches.
 */
#include "api.h"

#include <string.h>

#include "buf.h"
#include "code.h"
#include "fields.h"
#include "version.h"

typedef struct Enrol {
    StoreHash code;
    const char *hw, *app;
    char token[CALL_TOKEN_TEXT_BYTES];
    StoreKioskRow kiosk;
    StoreDocument keyring;
} Enrol;

static void enrol_reply(Call *call)
{
    const Enrol *enrol = call->context;
    const char *org = call_meta(call, "org");
    if (org != NULL) {
        call_json(call, 201,
                  json_pack("{s:i, s:o, s:s, s:s, s:s, s:s, s:o}", "v", 1, "kiosk",
                            CALL_HEX(enrol->kiosk.id), "token", enrol->token, "org", org, "keyring",
                            enrol->keyring.body, "keyring_sig", enrol->keyring.sig, "time",
                            call_time(call->request->now_s)));
    }
}

/* The document is read only now: between begin and end nothing may own memory outside the call. */
static void enrol_done(Call *call)
{
    Enrol *enrol = call->context;
    bool found = false;
    if (call->ops[0].result != STORE_DONE) {
        call_problem(call, REFUSAL_UNAUTHENTICATED, NULL);
    } else if (!store_document(call->hub->store, "keyring", &enrol->keyring, &found)) {
        call_retry(call, REFUSAL_STORE_UNAVAILABLE, HUB_RETRY_S);
    } else if (!found) {
        call_problem(call, REFUSAL_NOT_FOUND, NULL);
    } else {
        enrol_reply(call);
    }
    store_document_free(&enrol->keyring);
}

static void read_enrol(Fields *fields, Enrol *enrol)
{
    uint8_t mark[(STORE_MARK_BYTES - 1) / 2];
    int64_t version;
    fields_int(fields, "v", (FieldsRange){1, 1}, &version);
    const char *code = fields_text(fields, "code", (FieldsText){1, 64, false});
    if (fields_hex(fields, "hw", mark, sizeof mark)) {
        enrol->hw = json_string_value(json_object_get(fields->object, "hw"));
    }
    enrol->app = version_field(fields, "app");
    if (code != NULL && !code_read(str_of(code), &enrol->code)) {
        /* No code at all and a wrong code are the same answer: 401 below. */
        memset(&enrol->code, 0, sizeof enrol->code);
    }
}

void api_enrol(Call *call)
{
    Fields fields = fields_begin(call->body);
    Enrol *enrol = call->context = call_alloc(call, sizeof *enrol);
    json_t *problem = NULL;
    bool found = false;
    read_enrol(&fields, enrol);
    if (!fields_end(&fields, &problem)) {
        call_problem(call, REFUSAL_INVALID, problem);
        return;
    }
    if (!call_app_is_current(call, enrol->app)) {
        return;
    }
    if (!store_kiosk_by_code(call->hub->store, &enrol->code, &enrol->kiosk, &found)) {
        call_retry(call, REFUSAL_STORE_UNAVAILABLE, HUB_RETRY_S);
        return;
    }
    if (!found) {
        call_problem(call, REFUSAL_UNAUTHENTICATED, NULL);
        return;
    }
    StoreOp *op = call_op(call, STORE_OP_KIOSK_ENROL);
    op->kiosk = (StoreKioskOp){.code = enrol->code, .hw = enrol->hw, .app = enrol->app};
    call_token(enrol->token, &op->kiosk.token);
    call_audit(call, op, "kiosk.enrol", &enrol->kiosk.id);
    call->finish = enrol_done;
}

/* The signed text as it is, or 304 when the caller has this sequence number. */
static void reply_document(Call *call, bool signature)
{
    StoreDocument keyring;
    bool found = false;
    char tag[32];
    Buf etag = buf_init(tag, sizeof tag);
    if (!store_document(call->hub->store, "keyring", &keyring, &found)) {
        call_retry(call, REFUSAL_STORE_UNAVAILABLE, HUB_RETRY_S);
        return;
    }
    if (!found) {
        call_problem(call, REFUSAL_NOT_FOUND, NULL);
        return;
    }
    buf_format(&etag, "\"%lld\"", (long long)keyring.seq);
    bool same = str_equal(call_header(call->request, "If-None-Match"), buf_str(&etag));
    call->reply.status = same ? 304 : 200;
    call_reply_header(&call->reply, "ETag", "%s", tag);
    if (!same) {
        call->reply.content_type = "application/octet-stream";
        call->reply.body = signature ? keyring.sig : keyring.body;
        call->reply.body_size = strlen(call->reply.body);
        *(signature ? &keyring.sig : &keyring.body) = NULL;
    }
    store_document_free(&keyring);
}

void api_keyring(Call *call)
{
    reply_document(call, false);
}

void api_keyring_sig(Call *call)
{
    reply_document(call, true);
}
