/* api_setup.c - an organisation comes to this hub, once; and an admin is put back with the recovery
 * sheet. All key work happens in the page: here are only public halves, hashes and ciphertexts. */
#include "api.h"

#include <sodium.h>
#include <string.h>

#include "check.h"
#include "fields.h"
#include "keyring.h"
#include "people.h"
#include "policy.h"

typedef struct Ceremony {
    char org[STORE_MARK_BYTES];
    StoreMember member;
    StoreGrant grants[STORE_GRANTS_MAX];
    size_t grant_count;
    int64_t keyring_seq;
} Ceremony;

static const StoreId recovery_recipient;

static void read_token(Fields *fields, StoreHash *out)
{
    const char *text = fields_text(fields, "token", (FieldsText){1, CALL_TOKEN_TEXT_BYTES, false});
    if (text != NULL && !call_token_read(str_of(text), out)) {
        /* Well-formed or not: a wrong token is a wrong token. */
        *out = call_hash((const uint8_t *)text, strlen(text));
    }
}

/* The keyring must be signed by the root it names: the kiosks will pin that root. */
static void read_keyring(Fields *fields, Ceremony *ceremony, StoreSetup *setup)
{
    Keyring *keyring = NULL;
    setup->keyring = fields_text(fields, "keyring", (FieldsText){1, KEYRING_BYTES_MAX, true});
    setup->keyring_sig = fields_text(fields, "keyring_sig", (FieldsText){1, 1024, true});
    if (setup->keyring == NULL || setup->keyring_sig == NULL) {
        return;
    }
    keyring = sodium_malloc(sizeof *keyring);
    check(keyring != NULL);
    Str document = str_of(setup->keyring);
    if (!keyring_parse(document, keyring, NULL)) {
        fields_fault(fields, "keyring", "is no keyring");
    } else {
        KeyringPin pin = {.root = keyring_fingerprint(keyring->root)};
        str_copy(str_of(ceremony->org), pin.org, sizeof pin.org);
        ceremony->keyring_seq = keyring->seq;
        if (!keyring_accept(document, str_of(setup->keyring_sig), &pin, keyring, NULL)) {
            fields_fault(fields, "keyring_sig", "does not fit the keyring and this org");
        }
    }
    sodium_free(keyring);
}

static bool has_grant(const Ceremony *ceremony, const StoreId *member)
{
    for (size_t i = 0; i < ceremony->grant_count; i++) {
        if (memcmp(&ceremony->grants[i].member, member, sizeof *member) == 0) {
            return true;
        }
    }
    return false;
}

static void read_member(Fields *fields, Ceremony *ceremony)
{
    json_t *object = fields_object(fields, "member");
    if (object != NULL) {
        Fields below = fields_below(fields, object, "member", -1);
        people_member(&below, &ceremony->member);
    }
    ceremony->grant_count = people_grants(fields, ceremony->grants);
    if (!has_grant(ceremony, &ceremony->member.id)) {
        fields_fault(fields, "grants", "hold none for the member");
    }
}

static const char *read_settings(Call *call, Fields *fields)
{
    Policy settings = policy_default();
    if (fields_has(fields, "settings")) {
        json_t *object = fields_object(fields, "settings");
        Fields below = fields_below(fields, object, "settings", -1);
        if (object != NULL) {
            policy_read(&below, &settings);
        }
    }
    json_t *json = policy_json(&settings);
    char *text = call_alloc(call, (size_t)STORE_META_BYTES_MAX + 1);
    size_t size = json_dumpb(json, text, STORE_META_BYTES_MAX, JSON_COMPACT);
    json_decref(json);
    check(size <= STORE_META_BYTES_MAX);
    return text;
}

static void setup_done(Call *call)
{
    StoreOpResult result = call->ops[0].result;
    if (result != STORE_DONE) {
        call_problem(call,
                     result == STORE_CONFLICT ? REFUSAL_ALREADY_SET_UP : REFUSAL_UNAUTHENTICATED,
                     NULL);
        return;
    }
    const char *store_id = call_meta(call, "store_id");
    const Ceremony *ceremony = call->context;
    if (store_id != NULL) {
        call_json(call, 201,
                  json_pack("{s:i, s:s, s:s, s:o}", "v", 1, "org", ceremony->org, "store", store_id,
                            "time", call_time(call->request->now_s)));
    }
}

static void read_setup(Call *call, Fields *fields, StoreSetup *setup)
{
    Ceremony *ceremony = call->context;
    uint8_t org[(STORE_MARK_BYTES - 1) / 2] = {0};
    int64_t version;
    fields_int(fields, "v", (FieldsRange){1, 1}, &version);
    read_token(fields, &setup->token);
    fields_hex(fields, "org", org, sizeof org);
    sodium_bin2hex(ceremony->org, sizeof ceremony->org, org, sizeof org);
    setup->name = fields_text(fields, "name", (FieldsText){1, STORE_ORG_NAME_BYTES_MAX, false});
    read_keyring(fields, ceremony, setup);
    read_member(fields, ceremony);
    if (!has_grant(ceremony, &recovery_recipient)) {
        fields_fault(fields, "grants", "hold none for the recovery recipient");
    }
    setup->settings = read_settings(call, fields);
}

/* Hand the ceremony to the operation, or refuse. */
static void submit(Call *call, Fields *fields, StoreOp *op, const char *action)
{
    const Ceremony *ceremony = call->context;
    json_t *problem = NULL;
    if (!fields_end(fields, &problem)) {
        call_problem(call, REFUSAL_INVALID, problem);
        return;
    }
    op->setup.member = &ceremony->member;
    op->setup.grants = ceremony->grants;
    op->setup.grant_count = ceremony->grant_count;
    op->setup.org = ceremony->org;
    op->setup.keyring_seq = ceremony->keyring_seq;
    call_audit(call, op, action, &ceremony->member.id);
}

/* A hub that is set up says so before it looks at anything: the answer hides nothing. */
static bool is_set_up(Call *call)
{
    const char *org = call_meta(call, "org");
    if (org != NULL && org[0] != '\0') {
        call_problem(call, REFUSAL_ALREADY_SET_UP, NULL);
    }
    return org == NULL || org[0] != '\0';
}

void api_setup(Call *call)
{
    if (is_set_up(call)) {
        return;
    }
    Fields fields = fields_begin(call->body);
    call->context = call_alloc(call, sizeof(Ceremony));
    StoreOp *op = call_op(call, STORE_OP_SETUP);
    call->finish = setup_done;
    read_setup(call, &fields, &op->setup);
    submit(call, &fields, op, "setup");
}

static bool add_grant(void *context, const StoreGrant *grant)
{
    return json_array_append_new(context, json_pack("{s:I, s:o}", "epoch", (json_int_t)grant->epoch,
                                                    "sealed", CALL_B64(grant->sealed))) == 0;
}

/* Is this the token of `oksp-hub recover`? The writer looks again when it is used up. */
static bool recover_token_fits(Call *call, const StoreHash *token)
{
    char hex[2 * STORE_HASH_BYTES + 1];
    int64_t until = 0;
    const char *text = call_meta(call, "recover");
    if (text == NULL) {
        return false;
    }
    sodium_bin2hex(hex, sizeof hex, token->bytes, sizeof token->bytes);
    Str rest = str_of(text), hash = str_cut(&rest, ' ');
    bool fits = hash.size == sizeof hex - 1 && sodium_memcmp(hash.data, hex, hash.size) == 0 &&
                str_to_int(rest, 0, INT64_MAX, &until) && call->request->now_s <= until;
    if (!fits) {
        call_problem(call, REFUSAL_UNAUTHENTICATED, NULL);
    }
    return fits;
}

static void open_reply(Call *call)
{
    StoreDocument keyring;
    bool found = false;
    json_t *grants = json_array();
    const char *org = call_meta(call, "org"), *name = call_meta(call, "name");
    bool answered = org != NULL && name != NULL &&
                    store_grants(call->hub->store, &recovery_recipient, add_grant, grants) &&
                    store_document(call->hub->store, "keyring", &keyring, &found);
    if (!answered || !found) {
        json_decref(grants);
        call_problem(call, answered ? REFUSAL_NOT_FOUND : REFUSAL_STORE_UNAVAILABLE, NULL);
        return;
    }
    call_json(call, 200,
              json_pack("{s:i, s:s, s:s, s:o, s:s, s:s}", "v", 1, "keyring", keyring.body,
                        "keyring_sig", keyring.sig, "grants", grants, "org", org, "name", name));
    store_document_free(&keyring);
}

void api_recover_open(Call *call)
{
    Fields fields = fields_begin(call->body);
    StoreHash token;
    json_t *problem = NULL;
    read_token(&fields, &token);
    if (!fields_end(&fields, &problem)) {
        call_problem(call, REFUSAL_INVALID, problem);
    } else if (recover_token_fits(call, &token)) {
        open_reply(call);
        if (call->reply.status == 200) {
            call_audit(call, call_op(call, STORE_OP_NOTHING), "recover.open", NULL);
        }
    }
}

static void recover_done(Call *call)
{
    StoreOpResult result = call->ops[0].result;
    if (result == STORE_REFUSED) {
        call_problem(call, REFUSAL_UNAUTHENTICATED, NULL);
    } else if (result == STORE_CONFLICT) {
        json_t *fault = json_pack("{s:[{s:s, s:s}]}", "errors", "pointer", "/member/email",
                                  "detail", "belongs to an active member");
        call_problem(call, REFUSAL_INVALID, fault);
    } else {
        call_json(call, 201, json_pack("{s:i}", "v", 1));
    }
}

static bool grants_are_own(const Ceremony *ceremony)
{
    for (size_t i = 0; i < ceremony->grant_count; i++) {
        if (memcmp(&ceremony->grants[i].member, &ceremony->member.id, sizeof(StoreId)) != 0) {
            return false;
        }
    }
    return true;
}

void api_recover(Call *call)
{
    Fields fields = fields_begin(call->body);
    Ceremony *ceremony = call->context = call_alloc(call, sizeof(Ceremony));
    StoreOp *op = call_op(call, STORE_OP_RECOVER);
    call->finish = recover_done;
    read_token(&fields, &op->setup.token);
    read_member(&fields, ceremony);
    if (!grants_are_own(ceremony)) {
        fields_fault(&fields, "grants", "hold one for somebody else");
    }
    submit(call, &fields, op, "recover");
}
