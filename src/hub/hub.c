/* hub.c - the table of addresses, who may use them, and the way of one call through the hub:
 * head, address, door (origin, token or session, role, rate), body, handler, operations, reply. */
#include "hub.h"

#include <stdlib.h>
#include <string.h>

#include "api.h"
#include "buf.h"
#include "check.h"
#include "fields.h"
#include "head.h"

/* Who may come in. A page call comes from the page but without a session yet. */
typedef enum RouteDoor { DOOR_OPEN, DOOR_SOURCE, DOOR_PAGE, DOOR_KIOSK, DOOR_STAFF } RouteDoor;

typedef struct Route {
    const char *method, *path; /* {id} = 32 hex digits */
    RouteDoor door;
    int role_min; /* of DOOR_STAFF */
    void (*handle)(Call *call);
} Route;

enum {
    ANYONE = STORE_ROLE_TECHNICIAN,
    ADVISER = STORE_ROLE_ADVISER,
    SEEN_EVERY_S = 60,
    SOURCE_BYTES_MAX = 128
};

static const Route routes[] = {
    {"GET", "/livez", DOOR_OPEN, 0, api_livez},
    {"GET", "/readyz", DOOR_OPEN, 0, api_readyz},
    {"POST", "/v1/enrol", DOOR_SOURCE, 0, api_enrol},
    {"POST", "/v1/sync", DOOR_KIOSK, 0, api_sync},
    {"GET", "/v1/keyring", DOOR_OPEN, 0, api_keyring},
    {"GET", "/v1/keyring.minisig", DOOR_OPEN, 0, api_keyring_sig},
    {"POST", "/v1/setup", DOOR_SOURCE, 0, api_setup},
    {"POST", "/v1/recover/open", DOOR_SOURCE, 0, api_recover_open},
    {"POST", "/v1/recover", DOOR_SOURCE, 0, api_recover},
    {"POST", "/v1/login/start", DOOR_PAGE, 0, api_login_start},
    {"POST", "/v1/login", DOOR_PAGE, 0, api_login},
    {"POST", "/v1/logout", DOOR_STAFF, ANYONE, api_logout},
    {"GET", "/v1/me", DOOR_STAFF, ANYONE, api_me},
    {"GET", "/v1/requests", DOOR_STAFF, ADVISER, api_requests},
    {"POST", "/v1/requests/{id}/events", DOOR_STAFF, ADVISER, api_event},
    {"DELETE", "/v1/requests/{id}", DOOR_STAFF, ADVISER, api_erase},
    {"GET", "/v1/signals", DOOR_STAFF, ADVISER, api_signals},
    {"GET", "/v1/kiosks", DOOR_STAFF, ANYONE, api_kiosks},
    {"POST", "/v1/kiosks", DOOR_STAFF, ANYONE, api_kiosk_create},
    {"POST", "/v1/kiosks/{id}/code", DOOR_STAFF, ANYONE, api_kiosk_code},
    {"PATCH", "/v1/kiosks/{id}", DOOR_STAFF, ANYONE, api_kiosk_patch},
};

static const Route page_route = {"GET", "/", DOOR_OPEN, 0, api_page};

/* Does `path` fit? {id} must be 32 lower-case hex digits and goes to *id. */
static bool path_fits(const char *pattern, Str path, StoreId *id)
{
    const char *hole = strstr(pattern, "{id}");
    if (hole == NULL) {
        return str_equal(path, str_of(pattern));
    }
    Str before = {pattern, (size_t)(hole - pattern)}, after = str_of(hole + strlen("{id}"));
    size_t digits = 2 * STORE_ID_BYTES;
    return path.size == before.size + digits + after.size && str_starts_with(path, before) &&
           str_ends_with(path, after) && call_id((Str){path.data + before.size, digits}, id);
}

/* The route, or NULL with the problem in place. */
static const Route *find_route(Call *call)
{
    const char *other = NULL;
    for (size_t i = 0; i < sizeof routes / sizeof routes[0]; i++) {
        if (!path_fits(routes[i].path, call->path, &call->path_id)) {
            continue;
        }
        if (str_equal(call->request->method, str_of(routes[i].method))) {
            return &routes[i];
        }
        other = routes[i].method;
    }
    if (other != NULL) {
        call_problem(call, REFUSAL_METHOD_NOT_ALLOWED, NULL);
        call_reply_header(&call->reply, "Allow", "%s", other);
        return NULL;
    }
    bool page = call->hub->options.dev && call->hub->options.inbox_dir != NULL &&
                !str_starts_with(call->path, STR("/v1/")) &&
                str_equal(call->request->method, STR("GET"));
    if (!page) {
        call_problem(call, REFUSAL_NOT_FOUND, NULL);
    }
    return page ? &page_route : NULL;
}

static bool rate_is_fine(Call *call, RatesKind kind, Str who)
{
    int wait_s = rates_take(call->hub->rates, kind, who, call->request->now_ms);
    if (wait_s > 0) {
        call_retry(call, REFUSAL_RATE_LIMITED, wait_s);
    }
    return wait_s == 0;
}

/* Every open address counts each source by itself: looking up a salt is not a login. */
static bool source_is_fine(Call *call)
{
    char memory[SOURCE_BYTES_MAX];
    Buf who = buf_init(memory, sizeof memory);
    buf_add(&who, call->path);
    buf_add_char(&who, ' ');
    buf_add(&who, call_source(call));
    return rate_is_fine(call, RATES_SOURCE, buf_str(&who));
}

/* A browser says truthfully which page sends; nothing but our own may. */
static bool comes_from_page(Call *call)
{
    if (str_equal(call->request->method, STR("GET")) ||
        str_equal(call_header(call->request, "Sec-Fetch-Site"), STR("same-origin"))) {
        return true;
    }
    call_problem(call, REFUSAL_FORBIDDEN, NULL);
    return false;
}

static bool store_answered(Call *call, bool answered)
{
    if (!answered) {
        call_retry(call, REFUSAL_STORE_UNAVAILABLE, HUB_RETRY_S);
    }
    return answered;
}

static bool kiosk_is_known(Call *call)
{
    Str auth = call_header(call->request, "Authorization");
    StoreHash token;
    bool found = false;
    if (str_starts_with(auth, STR("Bearer ")) &&
        call_token_read((Str){auth.data + 7, auth.size - 7}, &token) &&
        !store_answered(call,
                        store_kiosk_by_token(call->hub->store, &token, &call->kiosk, &found))) {
        return false;
    }
    if (!found || call->kiosk.state == STORE_KIOSK_REVOKED) {
        call_problem(call, found ? REFUSAL_FORBIDDEN : REFUSAL_UNAUTHENTICATED, NULL);
        return false;
    }
    Str who = {(const char *)call->kiosk.id.bytes, STORE_ID_BYTES};
    return rate_is_fine(call, RATES_KIOSK, who);
}

static bool session_lives(const StoreSession *session, int64_t now_s)
{
    return session->member_state == 1 && now_s - session->seen_at <= HUB_SESSION_IDLE_S_MAX &&
           now_s - session->created_at <= HUB_SESSION_S_MAX;
}

static bool session_is_known(Call *call, int role_min)
{
    Str text;
    bool found = false;
    const char *name = call->hub->options.dev ? "oksp-dev" : "__Host-oksp";
    if (head_cookie(call->request, name, &text) && call_token_read(text, &call->session_token) &&
        !store_answered(
            call, store_session(call->hub->store, &call->session_token, &call->session, &found))) {
        return false;
    }
    if (!found || !session_lives(&call->session, call->request->now_s)) {
        call_problem(call, REFUSAL_UNAUTHENTICATED, NULL);
        return false;
    }
    call->has_session = true;
    if (call->session.role < role_min) {
        call_problem(call, REFUSAL_FORBIDDEN, NULL);
        return false;
    }
    Str who = {(const char *)call->session_token.bytes, STORE_HASH_BYTES};
    return rate_is_fine(call, RATES_SESSION, who);
}

static bool door_opens(Call *call, const Route *route)
{
    switch (route->door) {
    case DOOR_OPEN: return true;
    case DOOR_SOURCE: return source_is_fine(call);
    case DOOR_PAGE: return comes_from_page(call) && source_is_fine(call);
    case DOOR_KIOSK: return kiosk_is_known(call);
    case DOOR_STAFF: return comes_from_page(call) && session_is_known(call, route->role_min);
    }
    return false;
}

static bool read_body(Call *call)
{
    if (str_equal(call->request->method, STR("GET"))) {
        return true;
    }
    if (!head_is_json(call->request)) {
        call_problem(call, REFUSAL_UNSUPPORTED_MEDIA, NULL);
        return false;
    }
    call->body = fields_parse(call->request->body);
    if (call->body == NULL) {
        call_problem(call, REFUSAL_BAD_REQUEST, NULL);
    }
    return call->body != NULL;
}

/* Remember that the session is used, once a minute. */
static void touch_session(Call *call)
{
    if (!call->has_session || call->op_count >= CALL_OPS_MAX ||
        call->request->now_s - call->session.seen_at < SEEN_EVERY_S || call->reply.status >= 400) {
        return;
    }
    call->ops_optional = call->ops_optional || call->op_count == 0;
    StoreOp *op = call_op(call, STORE_OP_SESSION_SEEN);
    op->session.token = call->session_token;
}

static void refuse_head(Call *call, RefusalKind kind)
{
    json_t *extra =
        kind == REFUSAL_TOO_LARGE ? json_pack("{s:i}", "limit", HUB_BODY_BYTES_MAX) : NULL;
    call_problem(call, kind, extra);
    if (kind == REFUSAL_METHOD_NOT_ALLOWED) {
        call_reply_header(&call->reply, "Allow", "GET, POST, PATCH, DELETE");
    }
}

static void work(Call *call)
{
    RefusalKind kind;
    if (!head_is_fine(call->request, &kind)) {
        refuse_head(call, kind);
        return;
    }
    if (call->request->body.size > HUB_BODY_BYTES_MAX) {
        refuse_head(call, REFUSAL_TOO_LARGE);
        return;
    }
    call->query = call->request->target;
    call->path = str_cut(&call->query, '?');
    const Route *route = find_route(call);
    if (route != NULL && door_opens(call, route) && read_body(call)) {
        route->handle(call);
        touch_session(call);
    }
}

Call *hub_begin(Hub *hub, const HubRequest *request)
{
    Call *call = calloc(1, sizeof *call);
    check(call != NULL);
    call->hub = hub;
    call->request = request;
    work(call);
    return call;
}

StoreOp *hub_ops(Call *call, size_t *count)
{
    *count = call->op_count;
    return call->ops;
}

void hub_end(Call *call, bool applied, HubReply *reply)
{
    if (!applied && !call->ops_optional) {
        call_retry(call, REFUSAL_STORE_UNAVAILABLE, HUB_RETRY_S);
    } else if (call->finish != NULL) {
        call->finish(call);
    }
    check(call->reply.status != 0);
    *reply = call->reply;
    json_decref(call->body);
    for (size_t i = 0; i < call->block_count; i++) {
        free(call->blocks[i]);
    }
    free(call);
}

bool hub_handle(Hub *hub, const HubRequest *request, HubReply *reply, Err *err)
{
    size_t count = 0;
    Call *call = hub_begin(hub, request);
    StoreOp *ops = hub_ops(call, &count);
    bool applied = count == 0 || store_apply(hub->store, ops, count, err);
    hub_end(call, applied, reply);
    return applied;
}

void hub_reply_free(HubReply *reply)
{
    free(reply->body);
    *reply = (HubReply){0};
}

bool hub_head(const HubRequest *request, HubReply *reply)
{
    RefusalKind kind;
    Call call = {.request = request};
    if (head_is_fine(request, &kind)) {
        return false;
    }
    refuse_head(&call, kind);
    *reply = call.reply;
    return true;
}
