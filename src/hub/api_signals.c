/* api_signals.c - GET /v1/signals: what parents and children told without a name, sealed as it
 * came. Never says when a signal came or from which kiosk: only its seal knows the week. */
#include "api.h"

#include "buf.h"
#include "head.h"

enum { PAGE_SIGNALS = 200 };

typedef struct Signals {
    json_t *items;
    StoreId last;
    bool more;
} Signals;

static bool add_signal(void *context, const StoreSignal *signal)
{
    Signals *page = context;
    page->more = json_array_size(page->items) >= PAGE_SIGNALS;
    if (page->more) {
        return false;
    }
    page->last = signal->id;
    return json_array_append_new(
               page->items, json_pack("{s:o, s:o, s:o}", "id", CALL_HEX(signal->id), "key_id",
                                      call_hex(signal->key_id, sizeof signal->key_id), "envelope",
                                      call_b64(signal->body, signal->body_size))) == 0;
}

static bool read_after(Call *call, StoreId *after)
{
    Str text;
    if (!head_query(call->query, "after", &text)) {
        return true;
    }
    if (call_id(text, after)) {
        return true;
    }
    call_problem(call, REFUSAL_BAD_REQUEST, NULL);
    return false;
}

/* Somebody looked at what people told: written down like every reading of sealed things. */
static void add_audit(Call *call, const Signals *page)
{
    if (json_array_size(page->items) == 0) {
        return;
    }
    StoreOp *op = call_op(call, STORE_OP_NOTHING);
    call_audit(call, op, "signals.read", NULL);
    Buf detail = buf_init(op->audit.detail, sizeof op->audit.detail);
    buf_format(&detail, "n=%zu", json_array_size(page->items));
    call->ops_optional = true;
}

void api_signals(Call *call)
{
    Signals page = {0};
    if (!read_after(call, &page.last)) {
        return;
    }
    page.items = json_array();
    if (store_signals(call->hub->store, &page.last, add_signal, &page)) {
        call_json(call, 200,
                  json_pack("{s:i, s:I, s:O, s:o, s:b}", "v", 1, "now",
                            (json_int_t)call->request->now_s, "items", page.items, "next",
                            CALL_HEX(page.last), "more", page.more));
        add_audit(call, &page);
    } else {
        call_retry(call, REFUSAL_STORE_UNAVAILABLE, HUB_RETRY_S);
    }
    json_decref(page.items);
}
