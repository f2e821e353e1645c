/* perform.c - effects become calls. See perform.h. */
#include "perform.h"

#include <sodium.h>
#include <string.h>

#include "harden.h"
#include "log.h"
#include "refcode.h"
#include "request.h"
#include "signal.h"

/* ---- saving ------------------------------------------------------------------------------------
 */

/* What the check screen showed, as its payload. */
static bool write_json(Kiosk *kiosk, size_t *size, Err *err)
{
    const AppVisitor *visitor = &kiosk->app->visitor;

    switch (visitor->post) {
    case APP_POST_REQUEST:
        return request_to_json(&visitor->request, kiosk->json, REQUEST_JSON_BYTES_MAX, size, err);
    case APP_POST_STORY:
        return signal_story_to_json(&visitor->story, kiosk->json, REQUEST_JSON_BYTES_MAX, size,
                                    err);
    case APP_POST_FIX:
        return signal_fix_to_json(&visitor->fault, kiosk->json, REQUEST_JSON_BYTES_MAX, size, err);
    }
    return false;
}

/* It, sealed: a request for colleagues, or a signal without a name, which the store holds back. The
 * plain JSON exists only inside this call, in locked memory. */
static bool seal(Kiosk *kiosk, Err *err)
{
    EnvelopeKind kind =
        kiosk->app->visitor.post == APP_POST_REQUEST ? ENVELOPE_KIND_REQUEST : ENVELOPE_KIND_SIGNAL;
    size_t size = 0;
    bool sealed =
        kiosk->can_seal && write_json(kiosk, &size, err) &&
        envelope_seal(kind, (Str){kiosk->json, size}, &kiosk->seal_key, &kiosk->sealed, err);
    sodium_memzero(kiosk->json, REQUEST_JSON_BYTES_MAX);
    if (!sealed)
        return err_set(err, "kiosk.no-key", "there is no key to seal to");
    kiosk->sealed_id = envelope_id(kiosk->sealed.bytes, kiosk->sealed.size);
    return true;
}

static void save_fails(Kiosk *kiosk, const char *code)
{
    Msg msg = {.kind = MSG_SAVE_FAILED};
    (void)str_copy(str_of(code), msg.error, sizeof msg.error);
    kiosk_answer(kiosk, msg);
}

/* A second try of the same request uses the same bytes, so that it cannot be there twice. */
static void save(Kiosk *kiosk, bool again)
{
    Err err = {0};
    bool have = again && kiosk->sealed.size > 0;
    if (!have && !seal(kiosk, &err)) {
        log_error("kiosk.seal", &err);
        save_fails(kiosk, err.code);
        return;
    }
    kiosk->is_waiting = true;
    if (!worker_save(kiosk->worker, &kiosk->sealed))
        save_fails(kiosk, "worker.busy");
}

static void forget(Kiosk *kiosk)
{
    if (kiosk->sealed.size > 0)
        (void)worker_forget(kiosk->worker, &kiosk->sealed_id);
    kiosk->is_waiting = false;
    sodium_memzero(&kiosk->sealed, sizeof kiosk->sealed);
}

/* ---- colleagues --------------------------------------------------------------------------------
 */

/* Judged on the disk thread, in locked memory; a full queue is as good as a wrong PIN. */
static void ask_pin(Kiosk *kiosk, bool hand_in)
{
    const char *pin = hand_in ? kiosk->app->visitor.staff.pin : NULL;
    kiosk->pin_asked++;
    if (!worker_pin(kiosk->worker, pin, kiosk->pin_asked))
        kiosk_answer(kiosk,
                     (Msg){.kind = MSG_PIN, .pin = {.was_checked = true, .wait_s = 1, .tries = 1}});
}

/* ---- the end of a visit ------------------------------------------------------------------------
 */

/* App is wiped already; here goes what the shell holds: nodes, pixels, text buffers, fingers, and
 * what all of it left on the stack. What is sealed and not yet on disk stays with the disk thread.
 */
static void wipe(Kiosk *kiosk)
{
    ui_wipe(kiosk->ui);
    paint_wipe(kiosk->paint);
    gesture_reset(&kiosk->gesture);
    kiosk->is_waiting = false;
    kiosk->pin_asked++; /* an answer on its way is for somebody who left */
    sodium_memzero(&kiosk->sealed, sizeof kiosk->sealed);
    harden_scrub_stack();
    kiosk->wiped = true;
}

static void perform(Kiosk *kiosk, const Effect *effect)
{
    switch (effect->kind) {
    case EFFECT_NONE: return;
    case EFFECT_SAVE: save(kiosk, effect->arg == 1); return;
    case EFFECT_FORGET: forget(kiosk); return;
    case EFFECT_WIPE: wipe(kiosk); return;
    /* The view is rebuilt after every message with the fonts, theme and language of App. */
    case EFFECT_LANGUAGE:
    case EFFECT_LOOK: return;
    /* This kiosk has no voice and no loudspeaker: nothing answers. */
    case EFFECT_SOUND:
    case EFFECT_READ:
    case EFFECT_SAY:
    case EFFECT_HUSH: return;
    case EFFECT_COUNT: (void)worker_count(kiosk->worker, str_of(effect->id)); return;
    case EFFECT_PIN: ask_pin(kiosk, effect->arg == 1); return;
    case EFFECT_STAFF: (void)worker_facts(kiosk->worker); return;
    }
}

void perform_effects(Kiosk *kiosk, const Effects *effects)
{
    for (int i = 0; i < effects->count; i++)
        perform(kiosk, &effects->items[i]);
}

/* ---- answers ------------------------------------------------------------------------------------
 */

static bool is_awaited(const Kiosk *kiosk, const EnvelopeId *id)
{
    return kiosk->is_waiting && memcmp(id, &kiosk->sealed_id, sizeof *id) == 0;
}

static Msg receipt_of(const EnvelopeId *id)
{
    Msg msg = {.kind = MSG_SAVED};
    _Static_assert(sizeof msg.saved.code == REFCODE_BYTES, "a code is a code");
    refcode_of(id, msg.saved.code);
    refcode_pictures(id, msg.saved.pictures);
    return msg;
}

void perform_answer(Kiosk *kiosk, const WorkerAnswer *answer)
{
    switch (answer->kind) {
    case WORKER_STATUS:
        kiosk->clock = answer->clock;
        kiosk_answer(kiosk, (Msg){.kind = MSG_STATUS, .status = answer->status});
        return;
    case WORKER_SAVED:
        if (is_awaited(kiosk, &answer->id)) {
            kiosk->is_waiting = false;
            kiosk_answer(kiosk, receipt_of(&answer->id));
        }
        return;
    case WORKER_FAILED:
        if (is_awaited(kiosk, &answer->id))
            save_fails(kiosk, answer->error);
        return;
    case WORKER_PIN:
        if (answer->asked == kiosk->pin_asked)
            kiosk_answer(kiosk, (Msg){.kind = MSG_PIN, .pin = answer->pin});
        return;
    case WORKER_FACTS:
        kiosk_answer(kiosk, (Msg){.kind = MSG_STAFF, .staff = answer->facts});
        return;
    }
}
