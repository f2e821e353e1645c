/* sync_wire_read.c - replies of the hub, or of whatever stands between: a captive portal, a proxy's
 * error page, a hub of another version. Everything that is not exactly the reply is refused. */
#include <jansson.h>
#include <string.h>

#include "sync_wire.h"

enum { WIRE_VERSION = 1, HEX16_DIGITS = 16, TOKEN_SYMBOLS = 43 };

static Str text_of(const json_t *value)
{
    return (Str){json_string_value(value), json_string_length(value)};
}

static Str member(const json_t *object, const char *name)
{
    return text_of(json_object_get(object, name));
}

static bool consists_of(Str text, size_t size, const char *symbols)
{
    if (text.size != size) {
        return false;
    }
    for (size_t i = 0; i < size; i++) {
        if (text.data[i] == '\0' || strchr(symbols, text.data[i]) == NULL) {
            return false;
        }
    }
    return true;
}

static bool is_hex(Str text, size_t digits)
{
    return consists_of(text, digits, "0123456789abcdef");
}

static bool is_version_1(const json_t *object)
{
    const json_t *version = json_object_get(object, "v");
    return json_is_object(object) && json_is_integer(version) &&
           json_integer_value(version) == WIRE_VERSION;
}

static bool read_number(const json_t *object, const char *name, int64_t *out)
{
    const json_t *value = json_object_get(object, name);
    *out = json_integer_value(value);
    return json_is_integer(value) && *out >= 0;
}

static bool was_sent(const OutboxBatch *sent, const EnvelopeId *id)
{
    if (sent == NULL) {
        return true;
    }
    for (int i = 0; i < sent->count; i++) {
        if (memcmp(sent->items[i].id.bytes, id->bytes, sizeof id->bytes) == 0) {
            return true;
        }
    }
    return false;
}

static bool read_acknowledged(const json_t *array, const OutboxBatch *sent, SyncReply *out)
{
    size_t count = json_array_size(array);
    if (!json_is_array(array) || count > OUTBOX_BATCH_ITEMS_MAX) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        EnvelopeId *id = &out->acknowledged[i];
        if (!envelope_id_parse(text_of(json_array_get(array, i)), id) || !was_sent(sent, id)) {
            return false;
        }
    }
    out->acknowledged_count = (int)count;
    return true;
}

static bool read_refused(const json_t *array, const OutboxBatch *sent, SyncReply *out)
{
    size_t count = json_array_size(array);
    if (!json_is_array(array) || count > OUTBOX_BATCH_ITEMS_MAX) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        const json_t *value = json_array_get(array, i);
        SyncRefusal *refusal = &out->refused[i];
        if (!envelope_id_parse(member(value, "id"), &refusal->id) ||
            !was_sent(sent, &refusal->id) || member(value, "reason").size == 0 ||
            !str_copy(member(value, "reason"), refusal->reason, sizeof refusal->reason)) {
            return false;
        }
    }
    out->refused_count = (int)count;
    return true;
}

static bool read_reply(const json_t *object, const OutboxBatch *sent, SyncReply *out)
{
    return is_version_1(object) && sync_wire_parse_time(member(object, "time"), &out->time_utc_s) &&
           is_hex(member(object, "store"), HEX16_DIGITS) &&
           str_copy(member(object, "store"), out->store, sizeof out->store) &&
           read_acknowledged(json_object_get(object, "ack"), sent, out) &&
           read_refused(json_object_get(object, "refuse"), sent, out) &&
           read_number(object, "keyring", &out->keyring_seq) &&
           read_number(object, "next_s", &out->next_s);
}

bool sync_wire_read(Str json, const OutboxBatch *sent, SyncReply *out, Err *err)
{
    *out = (SyncReply){0};
    json_t *object = json_loadb(json.data, json.size, JSON_REJECT_DUPLICATES, NULL);
    bool good = object != NULL && read_reply(object, sent, out);
    json_decref(object);
    if (!good) {
        *out = (SyncReply){0};
        return err_set(err, "sync.reply", "this is not a reply of the hub");
    }
    return true;
}

static bool read_enrolled(const json_t *object, SyncEnrolled *out)
{
    static const char base64url[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    EnvelopeId kiosk; /* the same form: 32 hex digits */
    return is_version_1(object) && envelope_id_parse(member(object, "kiosk"), &kiosk) &&
           str_copy(member(object, "kiosk"), out->kiosk, sizeof out->kiosk) &&
           consists_of(member(object, "token"), TOKEN_SYMBOLS, base64url) &&
           str_copy(member(object, "token"), out->token, sizeof out->token) &&
           is_hex(member(object, "org"), HEX16_DIGITS) &&
           str_copy(member(object, "org"), out->org, sizeof out->org) &&
           str_copy(member(object, "keyring"), out->keyring, sizeof out->keyring) &&
           str_copy(member(object, "keyring_sig"), out->keyring_sig, sizeof out->keyring_sig) &&
           sync_wire_parse_time(member(object, "time"), &out->time_utc_s);
}

bool sync_wire_read_enrolled(Str json, SyncEnrolled *out, Err *err)
{
    *out = (SyncEnrolled){0};
    json_t *object = json_loadb(json.data, json.size, JSON_REJECT_DUPLICATES, NULL);
    bool good = object != NULL && read_enrolled(object, out);
    json_decref(object);
    return good || err_set(err, "sync.reply", "this is not a reply of the hub");
}
