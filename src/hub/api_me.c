/* api_me.c - everything the page needs once after login: who I am, my wrapped key and grants, the
 * colleagues, the signed keyring, the settings. */
#include "api.h"

#include "fields.h"
#include "policy.h"

static json_t *colleague_json(const StoreMember *member)
{
    return json_pack("{s:o, s:s, s:s, s:i, s:i, s:o, s:o, s:I}", "id", CALL_HEX(member->id),
                     "email", member->email, "name", member->name, "role", member->role, "state",
                     member->state, "box_pk", CALL_B64(member->box_pk.bytes), "attest",
                     CALL_B64(member->attest.bytes), "attest_epoch",
                     (json_int_t)member->attest_epoch);
}

static bool add_member(void *context, const StoreMember *member)
{
    return json_array_append_new(context, colleague_json(member)) == 0;
}

static bool add_grant(void *context, const StoreGrant *grant)
{
    return json_array_append_new(context, json_pack("{s:I, s:o}", "epoch", (json_int_t)grant->epoch,
                                                    "sealed", CALL_B64(grant->sealed))) == 0;
}

static json_t *self_json(const StoreMember *member)
{
    json_t *self = colleague_json(member);
    json_object_set_new(self, "salt", CALL_B64(member->salt));
    json_object_set_new(self, "t", json_integer(member->kdf_t));
    json_object_set_new(self, "m_kib", json_integer(member->kdf_m_kib));
    return self;
}

static bool add_meta(Call *call, json_t *out)
{
    const char *org = call_meta(call, "org"), *name = org ? call_meta(call, "name") : NULL;
    const char *store_id = name ? call_meta(call, "store_id") : NULL;
    const char *text = store_id ? call_meta(call, "settings") : NULL;
    if (text == NULL) {
        return false;
    }
    Policy settings = policy_parse(text);
    json_object_set_new(out, "org", json_string(org));
    json_object_set_new(out, "name", json_string(name));
    json_object_set_new(out, "store", json_string(store_id));
    json_object_set_new(out, "settings", policy_json(&settings));
    return true;
}

static bool add_keyring(Call *call, json_t *out)
{
    StoreDocument keyring;
    bool found = false;
    if (!store_document(call->hub->store, "keyring", &keyring, &found)) {
        return false;
    }
    json_object_set_new(out, "keyring", json_string(found ? keyring.body : ""));
    json_object_set_new(out, "keyring_sig", json_string(found ? keyring.sig : ""));
    store_document_free(&keyring);
    return true;
}

static bool add_people(Call *call, json_t *out)
{
    Store *store = call->hub->store;
    StoreMember self;
    bool found = false;
    json_t *grants = json_array(), *members = json_array();
    bool answered = store_member(store, &call->session.member, &self, &found) && found &&
                    store_grants(store, &self.id, add_grant, grants) &&
                    store_members(store, add_member, members);
    if (answered) {
        json_object_set_new(out, "member", self_json(&self));
        json_object_set_new(out, "wrapped", CALL_B64(self.wrapped));
    }
    json_object_set_new(out, "grants", grants);
    json_object_set_new(out, "members", members);
    return answered;
}

void api_me(Call *call)
{
    json_t *out = json_pack("{s:i, s:I}", "v", 1, "now", (json_int_t)call->request->now_s);
    if (add_meta(call, out) && add_keyring(call, out) && add_people(call, out)) {
        call_json(call, 200, out);
        return;
    }
    json_decref(out);
    call_retry(call, REFUSAL_STORE_UNAVAILABLE, HUB_RETRY_S);
}
