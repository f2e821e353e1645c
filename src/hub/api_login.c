/* api_login.c - coming in and going out. The passphrase never comes here: the page derives AK from
 * it, the hub keeps a hash of AK. An e-mail that nobody has is answered like one that somebody has.
 */
#include "api.h"

#include <sodium.h>

#include "fields.h"
#include "people.h"

enum { KDF_T = 3, KDF_M_KIB = 65536 }; /* what a fake answer shows: the floor every page uses */

typedef struct Login {
    char email[STORE_EMAIL_BYTES_MAX + 1];
    char token[CALL_TOKEN_TEXT_BYTES];
} Login;

static bool read_email(Fields *fields, char out[STORE_EMAIL_BYTES_MAX + 1])
{
    const char *text = fields_text(fields, "email", (FieldsText){1, STORE_EMAIL_BYTES_MAX, false});
    if (text == NULL) {
        return false;
    }
    if (!people_email(str_of(text), out)) {
        fields_fault(fields, "email", "is no e-mail address");
        return false;
    }
    return true;
}

static bool member_lookup(Call *call, const char *email, StoreMember *out, bool *found)
{
    if (!store_member_by_email(call->hub->store, email, out, found)) {
        call_retry(call, REFUSAL_STORE_UNAVAILABLE, HUB_RETRY_S);
        return false;
    }
    *found = *found && out->state == 1;
    return true;
}

/* Nobody can tell from the answer whether the e-mail is known: the salt is as stable. */
static void fake_member(const Call *call, const char *email, StoreMember *out)
{
    *out = (StoreMember){.kdf_t = KDF_T, .kdf_m_kib = KDF_M_KIB};
    crypto_generichash(out->salt, sizeof out->salt, (const uint8_t *)email, str_of(email).size,
                       call->hub->options.key, sizeof call->hub->options.key);
}

void api_login_start(Call *call)
{
    Fields fields = fields_begin(call->body);
    char email[STORE_EMAIL_BYTES_MAX + 1];
    StoreMember member;
    bool found = false;
    json_t *problem = NULL;
    read_email(&fields, email);
    if (!fields_end(&fields, &problem)) {
        call_problem(call, REFUSAL_INVALID, problem);
        return;
    }
    if (!member_lookup(call, email, &member, &found)) {
        return;
    }
    if (!found) {
        fake_member(call, email, &member);
    }
    call_json(call, 200,
              json_pack("{s:o, s:I, s:I}", "salt", CALL_B64(member.salt), "t",
                        (json_int_t)member.kdf_t, "m_kib", (json_int_t)member.kdf_m_kib));
}

/* `more` is "" or "; Max-Age=0": without an age the cookie ends with the browser. */
static void set_cookie(Call *call, const char *token, const char *more)
{
    HubReply *reply = &call->reply;
    if (call->hub->options.dev) {
        call_reply_header(reply, "Set-Cookie", "oksp-dev=%s; HttpOnly; SameSite=Strict; Path=/%s",
                          token, more);
    } else {
        call_reply_header(reply, "Set-Cookie",
                          "__Host-oksp=%s; Secure; HttpOnly; SameSite=Strict; Path=/%s", token,
                          more);
    }
}

static void login_done(Call *call)
{
    const Login *login = call->context;
    rates_succeeded(call->hub->rates, str_of(login->email));
    call_empty(call, 204);
    set_cookie(call, login->token, "");
}

/* Compare with the member's hash, or with one that never fits. */
static bool ak_fits(const StoreMember *member, bool found, const uint8_t ak[STORE_HASH_BYTES])
{
    StoreHash given = call_hash(ak, STORE_HASH_BYTES);
    static const StoreHash nobody;
    const StoreHash *wanted = found ? &member->auth_hash : &nobody;
    return sodium_memcmp(given.bytes, wanted->bytes, sizeof given.bytes) == 0 && found;
}

static void let_in(Call *call, Login *login, const StoreMember *member)
{
    StoreOp *op = call_op(call, STORE_OP_SESSION_PUT);
    op->session.member = member->id;
    call_token(login->token, &op->session.token);
    call_audit(call, op, "login", &member->id);
    sodium_bin2hex(op->audit.actor, sizeof op->audit.actor, member->id.bytes, STORE_ID_BYTES);
    call->finish = login_done;
}

static void judge(Call *call, const uint8_t ak[STORE_HASH_BYTES])
{
    Login *login = call->context;
    StoreMember member;
    bool found = false;
    int64_t now_ms = call->request->now_ms;
    int wait_s = rates_wait(call->hub->rates, str_of(login->email), now_ms);
    if (wait_s > 0) {
        call_retry(call, REFUSAL_RATE_LIMITED, wait_s);
        return;
    }
    if (!member_lookup(call, login->email, &member, &found)) {
        return;
    }
    if (ak_fits(&member, found, ak)) {
        let_in(call, login, &member);
        return;
    }
    rates_failed(call->hub->rates, str_of(login->email), now_ms);
    call_problem(call, REFUSAL_UNAUTHENTICATED, NULL);
}

void api_login(Call *call)
{
    Fields fields = fields_begin(call->body);
    Login *login = call->context = call_alloc(call, sizeof *login);
    uint8_t ak[STORE_HASH_BYTES] = {0};
    json_t *problem = NULL;
    read_email(&fields, login->email);
    fields_b64(&fields, "ak", ak, sizeof ak);
    if (fields_end(&fields, &problem)) {
        judge(call, ak);
    } else {
        call_problem(call, REFUSAL_INVALID, problem);
    }
    sodium_memzero(ak, sizeof ak);
}

static void logout_done(Call *call)
{
    call_empty(call, 204);
    call_reply_header(&call->reply, "Clear-Site-Data", "\"*\"");
    set_cookie(call, "", "; Max-Age=0");
}

void api_logout(Call *call)
{
    StoreOp *op = call_op(call, STORE_OP_SESSION_END);
    op->session.token = call->session_token;
    call_audit(call, op, "logout", &call->session.member);
    call->finish = logout_done;
}
