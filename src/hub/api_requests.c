/* api_requests.c - GET /v1/requests: what changed, sealed as it came. */
#include "api.h"

#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "head.h"
#include "outcome.h"

enum {
    LIMIT_MAX = 200,
    ITEM_BYTES_MAX = 4 * 1024 * 1024, /* of envelopes and notes in one answer, about */
    CURSOR_DIGITS_MAX = 19,
    AUDIT_IDS_MAX = 20,
    AUDIT_ID_DIGITS = 8,
};

typedef struct Page {
    json_t *items;
    int64_t limit, next;
    size_t bytes, envelopes;
    bool more;
    char ids_memory[AUDIT_IDS_MAX * (AUDIT_ID_DIGITS + 1) + 1];
    Buf ids;
} Page;

static json_t *or_null(bool present, json_t *value)
{
    if (present) {
        return value;
    }
    json_decref(value);
    return json_null();
}

static json_t *event_json(const StoreEvent *event)
{
    return json_pack("{s:o, s:I, s:o, s:i, s:o, s:o}", "id", CALL_HEX(event->id), "at",
                     (json_int_t)event->at, "actor", CALL_HEX(event->actor), "type", event->type,
                     "outcome", outcome_json(event->outcome), "note",
                     or_null(event->note != NULL, call_b64(event->note, event->note_size)));
}

static json_t *events_json(const StoreRequest *request, size_t *bytes)
{
    json_t *list = json_array();
    for (size_t i = 0; i < request->event_count; i++) {
        json_array_append_new(list, event_json(&request->events[i]));
        *bytes += request->events[i].note_size;
    }
    return list;
}

static json_t *request_json(const StoreRequest *r, size_t *bytes)
{
    *bytes += r->body_size;
    return json_pack("{s:o, s:s, s:o, s:I, s:I, s:I, s:I, s:o, s:s?, s:o, s:o, s:o, s:o, s:o}",
                     "id", CALL_HEX(r->id), "state", outcome_state(r->state), "assignee",
                     or_null(r->has_assignee, CALL_HEX(r->assignee)), "rev", (json_int_t)r->rev,
                     "received_at", (json_int_t)r->received_at, "waited_s", (json_int_t)r->waited_s,
                     "due_at", (json_int_t)r->due_at, "kiosk", CALL_HEX(r->kiosk), "kiosk_label",
                     r->kiosk_label, "key_id", call_hex(r->key_id, sizeof r->key_id), "envelope",
                     call_b64(r->body, r->body_size), "events", events_json(r, bytes), "closed_at",
                     or_null(r->closed_at >= 0, json_integer(r->closed_at)), "outcome",
                     outcome_json(r->outcome));
}

static void note_id(Page *page, const StoreRequest *request)
{
    if (page->envelopes++ < AUDIT_IDS_MAX) {
        const uint8_t *b = request->id.bytes;
        buf_format(&page->ids, "%02x%02x%02x%02x ", b[0], b[1], b[2], b[3]);
    }
}

static bool add_request(void *context, const StoreRequest *request)
{
    Page *page = context;
    if (json_array_size(page->items) >= (size_t)page->limit || page->bytes > ITEM_BYTES_MAX) {
        page->more = true;
        return false;
    }
    json_t *item = NULL;
    if (request->gone) {
        item = json_pack("{s:o, s:b}", "id", CALL_HEX(request->id), "gone", 1);
    } else {
        item = request_json(request, &page->bytes);
        note_id(page, request);
    }
    page->next = request->change;
    return json_array_append_new(page->items, item) == 0;
}

/* Who fetched which envelopes: ids only, as far as they fit. The answer stands without it. */
static void add_audit(Call *call, const Page *page)
{
    if (page->envelopes == 0) {
        return;
    }
    StoreOp *op = call_op(call, STORE_OP_NOTHING);
    call_audit(call, op, "requests.read", NULL);
    Buf detail = buf_init(op->audit.detail, sizeof op->audit.detail);
    buf_format(&detail, "n=%zu %s", page->envelopes, page->ids_memory);
    call->ops_optional = true;
}

static bool read_number(Call *call, const char *name, int64_t range[2], int64_t *out)
{
    Str text;
    if (!head_query(call->query, name, &text)) {
        return true;
    }
    if (text.size <= CURSOR_DIGITS_MAX && str_to_int(text, range[0], range[1], out)) {
        return true;
    }
    call_problem(call, REFUSAL_BAD_REQUEST, NULL);
    return false;
}

static void reply_page(Call *call, Page *page, const char *store_id, const char *etag)
{
    char next[CURSOR_DIGITS_MAX + 2];
    Buf text = buf_init(next, sizeof next);
    buf_format(&text, "%lld", (long long)page->next);
    call_json(call, 200,
              json_pack("{s:i, s:I, s:s, s:O, s:s, s:b}", "v", 1, "now",
                        (json_int_t)call->request->now_s, "store", store_id, "items", page->items,
                        "next", next, "more", page->more));
    call_reply_header(&call->reply, "ETag", "%s", etag);
    add_audit(call, page);
}

/* The tag is read before the rows: a change in between makes the next poll fetch again. */
static bool make_tag(Call *call, const char *store_id, Buf *out)
{
    int64_t head = store_change_head(call->hub->store);
    if (head < 0) {
        call_retry(call, REFUSAL_STORE_UNAVAILABLE, HUB_RETRY_S);
        return false;
    }
    buf_format(out, "\"%s-%lld\"", store_id, (long long)head);
    return true;
}

static void answer(Call *call, Page *page, const char *store_id)
{
    char tag[64];
    Buf etag = buf_init(tag, sizeof tag);
    if (!make_tag(call, store_id, &etag)) {
        return;
    }
    if (str_equal(call_header(call->request, "If-None-Match"), buf_str(&etag))) {
        call_empty(call, 304);
        call_reply_header(&call->reply, "ETag", "%s", tag);
        return;
    }
    page->items = json_array();
    if (store_requests(call->hub->store, page->next, add_request, page)) {
        reply_page(call, page, store_id, tag);
    } else {
        call_retry(call, REFUSAL_STORE_UNAVAILABLE, HUB_RETRY_S);
    }
    json_decref(page->items);
}

void api_requests(Call *call)
{
    Page *page = call_alloc(call, sizeof *page);
    page->limit = LIMIT_MAX;
    page->ids = buf_init(page->ids_memory, sizeof page->ids_memory);
    if (!read_number(call, "limit", (int64_t[]){1, LIMIT_MAX}, &page->limit) ||
        !read_number(call, "since", (int64_t[]){0, INT64_MAX}, &page->next)) {
        return;
    }
    const char *store_id = call_meta(call, "store_id");
    if (store_id != NULL) {
        answer(call, page, store_id);
    }
}
