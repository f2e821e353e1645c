/* api_fleet.c - the kiosks as staff see them: made, invited, watched, revoked. No numbers about
 * visitors anywhere. */
#include "api.h"

#include <sodium.h>

#include "code.h"
#include "fields.h"

enum { CODE_LIFE_S = 14 * 86400, CLONE_S = 86400 };

typedef struct Invitation {
    char code[CODE_TEXT_BYTES];
    StoreId kiosk;
    int64_t until_at;
} Invitation;

typedef struct Fleet {
    json_t *items;
    int64_t now_s;
} Fleet;

static json_t *number_or_null(int64_t number)
{
    return number >= 0 ? json_integer(number) : json_null();
}

static const char *state_word(int state)
{
    switch ((StoreKioskState)state) {
    case STORE_KIOSK_REVOKED: return "revoked";
    case STORE_KIOSK_INVITED: return "invited";
    case STORE_KIOSK_ACTIVE: return "active";
    }
    return "revoked";
}

/* The last report as JSON again; null before the first sync. */
static json_t *status_json(const StoreKioskRow *kiosk)
{
    json_t *status = fields_parse(str_of(kiosk->status));
    return status ? status : json_null();
}

static bool add_kiosk(void *context, const StoreKioskRow *kiosk)
{
    Fleet *fleet = context;
    bool clone = kiosk->hw_changed_at >= 0 && fleet->now_s - kiosk->hw_changed_at < CLONE_S;
    json_t *app = kiosk->app[0] ? json_string(kiosk->app) : json_null();
    json_t *item = json_pack(
        "{s:o, s:s, s:s, s:I, s:o, s:o, s:o, s:o, s:o, s:b, s:o, s:o}", "id", CALL_HEX(kiosk->id),
        "label", kiosk->label, "state", state_word(kiosk->state), "created_at",
        (json_int_t)kiosk->created_at, "last_seen", number_or_null(kiosk->last_seen_at), "app", app,
        "keyring", number_or_null(kiosk->keyring_seq), "pack", number_or_null(kiosk->pack_seq),
        "depth", number_or_null(kiosk->depth), "clone", clone, "code_until",
        number_or_null(kiosk->has_code ? kiosk->code_until_at : -1), "status", status_json(kiosk));
    return json_array_append_new(fleet->items, item) == 0;
}

void api_kiosks(Call *call)
{
    Fleet fleet = {json_array(), call->request->now_s};
    if (store_kiosks(call->hub->store, add_kiosk, &fleet)) {
        call_json(call, 200,
                  json_pack("{s:i, s:I, s:O}", "v", 1, "now", (json_int_t)fleet.now_s, "items",
                            fleet.items));
    } else {
        call_retry(call, REFUSAL_STORE_UNAVAILABLE, HUB_RETRY_S);
    }
    json_decref(fleet.items);
}

static void invited(Call *call)
{
    const Invitation *made = call->context;
    if (call->ops[0].result != STORE_DONE) {
        call_problem(call, REFUSAL_NOT_FOUND, NULL);
        return;
    }
    call_json(call, 201,
              json_pack("{s:o, s:s, s:I}", "kiosk", CALL_HEX(made->kiosk), "code", made->code,
                        "until", (json_int_t)made->until_at));
}

/* Put a fresh code into the operation. */
static void invite(Call *call, StoreOp *op, const char *action)
{
    Invitation *made = call->context = call_alloc(call, sizeof *made);
    made->kiosk = op->kiosk.id;
    made->until_at = op->kiosk.until_at = call->request->now_s + CODE_LIFE_S;
    code_make(made->code, &op->kiosk.code);
    call_audit(call, op, action, &op->kiosk.id);
    call->finish = invited;
}

static const char *read_label(Fields *fields)
{
    return fields_text(fields, "label", (FieldsText){1, STORE_LABEL_BYTES_MAX, false});
}

void api_kiosk_create(Call *call)
{
    Fields fields = fields_begin(call->body);
    json_t *problem = NULL;
    const char *label = read_label(&fields);
    if (!fields_end(&fields, &problem)) {
        call_problem(call, REFUSAL_INVALID, problem);
        return;
    }
    StoreOp *op = call_op(call, STORE_OP_KIOSK_PUT);
    randombytes_buf(op->kiosk.id.bytes, sizeof op->kiosk.id.bytes);
    op->kiosk.label = label;
    invite(call, op, "kiosk.create");
}

void api_kiosk_code(Call *call)
{
    StoreOp *op = call_op(call, STORE_OP_KIOSK_CODE);
    op->kiosk.id = call->path_id;
    invite(call, op, "kiosk.code");
}

static void patched(Call *call)
{
    if (call->ops[0].result == STORE_DONE) {
        call_empty(call, 204);
    } else {
        call_problem(call, REFUSAL_NOT_FOUND, NULL);
    }
}

void api_kiosk_patch(Call *call)
{
    static const char *const states[] = {"revoked", NULL};
    Fields fields = fields_begin(call->body);
    json_t *problem = NULL;
    const char *label = fields_has(&fields, "label") ? read_label(&fields) : NULL;
    bool revoke = fields_has(&fields, "state");
    if (revoke) {
        fields_word(&fields, "state", states);
    } else if (label == NULL && !fields_has(&fields, "label")) {
        fields_fault(&fields, "", "names nothing to change");
    }
    if (!fields_end(&fields, &problem)) {
        call_problem(call, REFUSAL_INVALID, problem);
        return;
    }
    StoreOp *op = call_op(call, STORE_OP_KIOSK_PATCH);
    op->kiosk = (StoreKioskOp){.id = call->path_id, .label = label, .revoke = revoke};
    call_audit(call, op, revoke ? "kiosk.revoke" : "kiosk.label", &call->path_id);
    call->finish = patched;
}
