/* api_events.c - what a colleague does with a request: claim, release, attempt, note, close,
 * reopen, erase. The page makes the event's id, so a repeated POST is the same event. */
#include "api.h"

#include <sodium.h>
#include <string.h>

#include "check.h"
#include "envelope.h"
#include "fields.h"
#include "outcome.h"

enum { REV_MAX = 1000000 };

static const char *const actions[] = {
    [STORE_EVENT_CLAIM] = "request.claim",     [STORE_EVENT_RELEASE] = "request.release",
    [STORE_EVENT_ATTEMPT] = "request.attempt", [STORE_EVENT_NOTE] = "request.note",
    [STORE_EVENT_CLOSE] = "request.close",     [STORE_EVENT_REOPEN] = "request.reopen",
};

static json_t *assignee_json(const StoreEventOp *event)
{
    return event->has_assignee ? CALL_HEX(event->assignee) : json_null();
}

static json_t *current_json(const StoreEventOp *event)
{
    return json_pack("{s:I, s:s, s:o}", "rev", (json_int_t)event->rev_now, "state",
                     outcome_state(event->state_now), "assignee", assignee_json(event));
}

static void event_done(Call *call)
{
    const StoreOp *op = &call->ops[0];
    switch (op->result) {
    case STORE_DONE:
    case STORE_SAME: call_json(call, 200, current_json(&op->event)); break;
    case STORE_CONFLICT: call_problem(call, REFUSAL_REV_CONFLICT, current_json(&op->event)); break;
    case STORE_GONE:
    case STORE_MISSING: call_problem(call, REFUSAL_NOT_FOUND, NULL); break;
    case STORE_REFUSED:
        call_problem(call, REFUSAL_INVALID,
                     json_pack("{s:[{s:s, s:s}]}", "errors", "pointer", "/event", "detail",
                               "belongs to another request, or this one has too many"));
        break;
    }
}

/* A sealed note: an envelope of kind 3, never plain words. */
static void read_note(Call *call, Fields *fields, StoreEventOp *event)
{
    size_t room = ENVELOPE_BYTES_MAX;
    size_t text_max = sodium_base64_encoded_len(room, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    const char *text = fields_text(fields, "note", (FieldsText){1, text_max, false}), *end = NULL;
    if (text == NULL) {
        return;
    }
    Envelope *envelope = call_alloc(call, sizeof *envelope);
    uint8_t *bytes = call_alloc(call, room);
    if (sodium_base642bin(bytes, room, text, strlen(text), NULL, &event->note_size, &end,
                          sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0 ||
        end != text + strlen(text) || !envelope_copy(bytes, event->note_size, envelope) ||
        envelope_kind(envelope) != ENVELOPE_KIND_NOTE) {
        fields_fault(fields, "note", "is no sealed note");
        return;
    }
    event->note = bytes;
}

static void read_outcome(Fields *fields, StoreEventOp *event)
{
    bool given = fields_has(fields, "outcome");
    if (event->type == STORE_EVENT_CLOSE || (event->type == STORE_EVENT_ATTEMPT && given)) {
        event->outcome = fields_word(fields, "outcome", outcome_words) + OUTCOME_REACHED;
        if (event->type == STORE_EVENT_ATTEMPT && event->outcome > OUTCOME_NOT_REACHED) {
            fields_fault(fields, "outcome", "of an attempt is reached or not_reached");
        }
    } else if (given) {
        fields_fault(fields, "outcome", "goes with close or attempt only");
    }
}

static void read_event(Call *call, Fields *fields, StoreEventOp *event)
{
    int64_t type = 0;
    fields_hex(fields, "event", event->id.bytes, sizeof event->id.bytes);
    fields_int(fields, "rev", (FieldsRange){0, REV_MAX}, &event->rev);
    if (!fields_int(fields, "type", (FieldsRange){STORE_EVENT_CLAIM, STORE_EVENT_REOPEN}, &type)) {
        return;
    }
    event->type = (int)type;
    read_outcome(fields, event);
    if (fields_has(fields, "note") || event->type == STORE_EVENT_NOTE) {
        read_note(call, fields, event);
    }
}

void api_event(Call *call)
{
    Fields fields = fields_begin(call->body);
    json_t *problem = NULL;
    StoreOp *op = call_op(call, STORE_OP_EVENT);
    op->event.request = call->path_id;
    op->event.actor = call->session.member;
    read_event(call, &fields, &op->event);
    if (!fields_end(&fields, &problem)) {
        call_problem(call, REFUSAL_INVALID, problem);
        return;
    }
    call_audit(call, op, actions[op->event.type], &call->path_id);
    call->finish = event_done;
}

static void erase_done(Call *call)
{
    const StoreOp *op = &call->ops[0];
    if (op->result == STORE_DONE || op->result == STORE_SAME) {
        call_empty(call, 204);
    } else if (op->result == STORE_CONFLICT) {
        call_problem(call, REFUSAL_REV_CONFLICT, current_json(&op->event));
    } else {
        call_problem(call, REFUSAL_NOT_FOUND, NULL);
    }
}

void api_erase(Call *call)
{
    static const char *const reasons[] = {"erasure", "spam", "duplicate", "test", NULL};
    Fields fields = fields_begin(call->body);
    json_t *problem = NULL;
    StoreOp *op = call_op(call, STORE_OP_ERASE);
    op->event.request = call->path_id;
    op->event.actor = call->session.member;
    fields_int(&fields, "rev", (FieldsRange){0, REV_MAX}, &op->event.rev);
    int reason = fields_word(&fields, "reason", reasons);
    if (!fields_end(&fields, &problem)) {
        call_problem(call, REFUSAL_INVALID, problem);
        return;
    }
    call_audit(call, op, "request.erase", &call->path_id);
    str_copy(str_of(reasons[reason]), op->audit.detail, sizeof op->audit.detail);
    call->finish = erase_done;
}
