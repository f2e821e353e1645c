/* api_sync.c - POST /v1/sync: sealed rows come in, acknowledgements go out. A row is acknowledged
 * only after store_apply() made it durable, or because it was erased here on purpose. */
#include "api.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "check.h"
#include "envelope.h"
#include "fields.h"
#include "policy.h"
#include "version.h"

enum {
    ITEMS_MAX = 50,
    ERRORS_MAX = 8,
    REPLY_BLOCK_BYTES = 4096,
    ERROR_BYTES_MAX = 31,
    CLOCK_BYTES_MAX = 20,
    ENVELOPE_TEXT_BYTES_MAX = 65536, /* longer is no envelope of any version */
    EMPTY_PAD_BYTES = sizeof ",\"pad\":\"\"" - 1,
};

typedef struct Sync {
    const char *hw, *app, *cq, *store_id;
    int64_t keyring, pack, depth, refused, disk_mb, up_s, keyring_now;
    json_t *err; /* borrowed from the body */
    Policy settings;
    char status[STORE_STATUS_BYTES_MAX + 1];
    size_t refused_count;
    struct {
        StoreId id;
        EnvelopeFault fault;
    } refusals[ITEMS_MAX];
} Sync;

static const char *const clock_words[] = {"ok", "est", "none", NULL};
static const FieldsRange counter = {0, INT32_MAX};

/* Codes of docs/errors.md: lower-case words with dots. */
static void read_errors(Fields *fields, Sync *sync)
{
    size_t i;
    json_t *value;
    sync->err = fields_array(fields, "err", ERRORS_MAX);
    json_array_foreach(sync->err, i, value)
    {
        const char *text = json_string_value(value);
        size_t size = text ? strlen(text) : 0;
        if (size == 0 || size > ERROR_BYTES_MAX ||
            strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789.-") != size) {
            fields_fault(fields, "err", "holds something that is no error code");
        }
    }
}

static const char *read_mark(Fields *fields, const char *member, size_t bytes)
{
    uint8_t mark[(STORE_MARK_BYTES - 1) / 2];
    bool fine = fields_hex(fields, member, mark, bytes);
    return fine ? json_string_value(json_object_get(fields->object, member)) : NULL;
}

static void read_head(Fields *fields, Sync *sync)
{
    int64_t version;
    fields_int(fields, "v", (FieldsRange){1, 1}, &version);
    sync->app = version_field(fields, "app");
    sync->hw = read_mark(fields, "hw", (STORE_MARK_BYTES - 1) / 2);
    read_mark(fields, "boot", 4);
    const char *store = fields_text(fields, "store", (FieldsText){0, STORE_MARK_BYTES - 1, false});
    if (store != NULL && store[0] != '\0' && !fields_is_hex(store, STORE_MARK_BYTES - 1)) {
        fields_fault(fields, "store", "must be 16 lower-case hex digits, or empty");
    }
    fields_int(fields, "keyring", counter, &sync->keyring);
    fields_int(fields, "pack", counter, &sync->pack);
    fields_int(fields, "depth", counter, &sync->depth);
    fields_int(fields, "refused", counter, &sync->refused);
    fields_int(fields, "disk_mb", counter, &sync->disk_mb);
    fields_int(fields, "up_s", counter, &sync->up_s);
    fields_text(fields, "clock", (FieldsText){0, CLOCK_BYTES_MAX, false});
    int word = fields_word(fields, "cq", clock_words);
    sync->cq = word < 0 ? NULL : clock_words[word];
    read_errors(fields, sync);
}

/* The bytes of an item, in memory of the call; NULL with a fault noted. */
static uint8_t *read_envelope(Call *call, Fields *item, size_t *size)
{
    const char *text = fields_text(item, "e", (FieldsText){1, ENVELOPE_TEXT_BYTES_MAX, false});
    const char *end = NULL;
    if (text == NULL) {
        return NULL;
    }
    size_t length = strlen(text);
    uint8_t *bytes = call_alloc(call, length);
    if (sodium_base642bin(bytes, length, text, length, NULL, size, &end,
                          sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0 ||
        end != text + length) {
        fields_fault(item, "e", "is not base64url without padding");
        return NULL;
    }
    return bytes;
}

/* What cannot be an envelope of a kiosk is refused for good: staff notes come from the page. */
static EnvelopeFault judge(const uint8_t *bytes, size_t size, Envelope *out)
{
    EnvelopeFault fault = envelope_check(bytes, size);
    if (fault == ENVELOPE_FAULT_NONE && envelope_copy(bytes, size, out) &&
        envelope_kind(out) == ENVELOPE_KIND_NOTE) {
        return ENVELOPE_FAULT_KIND;
    }
    return fault;
}

static void add_ingest(Call *call, const Envelope *envelope, StoreIngest ingest)
{
    const Sync *sync = call->context;
    StoreOp *op = call_op(call, STORE_OP_INGEST);
    op->ingest = ingest;
    op->ingest.kiosk = call->kiosk.id;
    op->ingest.kind = (int)envelope_kind(envelope);
    memcpy(op->ingest.key_id, ingest.body + 8, sizeof op->ingest.key_id);
    /* A stored request is at least as old as it says, so this is the latest it can be due. */
    op->ingest.due_at = policy_due(&sync->settings, op->at - ingest.waited_s);
}

static void read_item(Call *call, Fields *item)
{
    Sync *sync = call->context;
    Envelope envelope;
    StoreIngest ingest = {0};
    uint8_t *bytes = read_envelope(call, item, &ingest.body_size);
    if (fields_has(item, "w")) {
        fields_int(item, "w", counter, &ingest.waited_s);
    }
    if (bytes == NULL) {
        return;
    }
    EnvelopeId id = envelope_id(bytes, ingest.body_size);
    EnvelopeFault fault = judge(bytes, ingest.body_size, &envelope);
    memcpy(ingest.id.bytes, id.bytes, sizeof ingest.id.bytes);
    ingest.body = bytes;
    if (fault == ENVELOPE_FAULT_NONE) {
        add_ingest(call, &envelope, ingest);
        return;
    }
    sync->refusals[sync->refused_count].id = ingest.id;
    sync->refusals[sync->refused_count++].fault = fault;
}

static void read_items(Call *call, Fields *fields)
{
    json_t *items = fields_array(fields, "items", ITEMS_MAX), *item;
    size_t i;
    json_array_foreach(items, i, item)
    {
        Fields below = fields_below(fields, item, "items", (int)i);
        read_item(call, &below);
    }
}

static void add_seen(Call *call)
{
    Sync *sync = call->context;
    json_t *status = json_pack("{s:I, s:I, s:I, s:s, s:O}", "refused", (json_int_t)sync->refused,
                               "disk_mb", (json_int_t)sync->disk_mb, "up_s", (json_int_t)sync->up_s,
                               "cq", sync->cq, "err", sync->err);
    size_t size = json_dumpb(status, sync->status, STORE_STATUS_BYTES_MAX, JSON_COMPACT);
    check(size <= STORE_STATUS_BYTES_MAX);
    json_decref(status);
    StoreOp *op = call_op(call, STORE_OP_KIOSK_SEEN);
    op->seen = (StoreSeen){.id = call->kiosk.id,
                           .hw = sync->hw,
                           .app = sync->app,
                           .status = sync->status,
                           .keyring_seq = sync->keyring,
                           .pack_seq = sync->pack,
                           .depth = sync->depth};
}

static json_t *acknowledged(Call *call)
{
    json_t *list = json_array();
    for (size_t i = 0; i < call->op_count; i++) {
        if (call->ops[i].kind == STORE_OP_INGEST) {
            json_array_append_new(list, CALL_HEX(call->ops[i].ingest.id));
        }
    }
    return list;
}

static json_t *refused(const Sync *sync)
{
    json_t *list = json_array();
    for (size_t i = 0; i < sync->refused_count; i++) {
        json_array_append_new(list,
                              json_pack("{s:o, s:s}", "id", CALL_HEX(sync->refusals[i].id),
                                        "reason", envelope_fault_word(sync->refusals[i].fault)));
    }
    return list;
}

/* Bring the reply to whole blocks, so that its size says nothing about what was in it. */
static void add_pad(json_t *reply)
{
    char pad[REPLY_BLOCK_BYTES];
    size_t size = json_dumpb(reply, NULL, 0, JSON_COMPACT) + EMPTY_PAD_BYTES;
    size_t fill = (REPLY_BLOCK_BYTES - size % REPLY_BLOCK_BYTES) % REPLY_BLOCK_BYTES;
    memset(pad, '0', fill);
    json_object_set_new(reply, "pad", json_stringn(pad, fill));
}

static void sync_done(Call *call)
{
    const Sync *sync = call->context;
    int64_t cadence = call->hub->options.cadence_s;
    json_t *reply = json_pack("{s:i, s:o, s:s, s:o, s:o, s:I, s:n, s:I}", "v", 1, "time",
                              call_time(call->request->now_s), "store", sync->store_id, "ack",
                              acknowledged(call), "refuse", refused(sync), "keyring",
                              (json_int_t)sync->keyring_now, "pack", "next_s",
                              (json_int_t)(cadence > 0 ? cadence : sync->settings.next_s));
    check(reply != NULL);
    add_pad(reply);
    call_json(call, 200, reply);
}

/* What the reply and the due date need from the store. */
static bool load(Call *call, Sync *sync)
{
    const char *settings = call_meta(call, "settings");
    sync->store_id = settings ? call_meta(call, "store_id") : NULL;
    if (sync->store_id == NULL) {
        return false;
    }
    sync->settings = policy_parse(settings);
    sync->keyring_now = store_document_seq(call->hub->store, "keyring");
    if (sync->keyring_now < 0) {
        call_retry(call, REFUSAL_STORE_UNAVAILABLE, HUB_RETRY_S);
    }
    return sync->keyring_now >= 0;
}

void api_sync(Call *call)
{
    Sync *sync = call->context = call_alloc(call, sizeof *sync);
    json_t *problem = NULL;
    if (!load(call, sync)) {
        return;
    }
    Fields fields = fields_begin(call->body);
    read_head(&fields, sync);
    read_items(call, &fields);
    if (!fields_end(&fields, &problem)) {
        call_problem(call, REFUSAL_INVALID, problem);
    } else if (call_app_is_current(call, sync->app)) {
        add_seen(call);
        call->finish = sync_done;
    }
}
