/* sync_wire.c - bodies of the kiosk, and the small forms both directions share. */
#include "sync_wire.h"

#include <jansson.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"

enum { SECONDS_PER_DAY = 86400, WIRE_VERSION = 1 };

/* Envelope bytes as base64url without padding. */
enum { ENVELOPE_TEXT_BYTES = ENVELOPE_BYTES_MAX / 3 * 4 + 5 };

static const char pad_head[] = ",\"pad\":\"";
static const char pad_tail[] = "\"}";

void sync_wire_format_time(int64_t utc_s, char out[SYNC_WIRE_TIME_BYTES])
{
    int64_t day = utc_s / SECONDS_PER_DAY, second = utc_s % SECONDS_PER_DAY;
    char date[WHEN_DATE_BYTES];
    check(utc_s >= 0);
    when_format(when_date(day), date);
    snprintf(out, SYNC_WIRE_TIME_BYTES, "%sT%02u:%02u:%02uZ", date, (unsigned)(second / 3600 % 24),
             (unsigned)(second / 60 % 60), (unsigned)(second % 60));
}

bool sync_wire_parse_time(Str text, int64_t *utc_s)
{
    int64_t hour = 0, minute = 0, second = 0;
    Date date;
    if (text.size != SYNC_WIRE_TIME_BYTES - 1 || text.data[10] != 'T' || text.data[13] != ':' ||
        text.data[16] != ':' || text.data[19] != 'Z') {
        return false;
    }
    if (!when_parse((Str){text.data, 10}, &date) ||
        !str_to_int((Str){text.data + 11, 2}, 0, 23, &hour) ||
        !str_to_int((Str){text.data + 14, 2}, 0, 59, &minute) ||
        !str_to_int((Str){text.data + 17, 2}, 0, 60, &second)) {
        return false;
    }
    *utc_s = when_days(date) * SECONDS_PER_DAY + hour * 3600 + minute * 60 + second;
    return true;
}

static json_t *item_of(const OutboxItem *item)
{
    char text[ENVELOPE_TEXT_BYTES];
    sodium_bin2base64(text, sizeof text, item->envelope.bytes, item->envelope.size,
                      sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    /* A signal does not tell how long it waited: that would tell when it was made. */
    return item->waited_s < 0 ? json_pack("{s:s}", "e", text)
                              : json_pack("{s:s,s:I}", "e", text, "w", (json_int_t)item->waited_s);
}

static json_t *items_of(const OutboxBatch *batch)
{
    json_t *array = json_array();
    for (int i = 0; i < batch->count; i++) {
        if (json_array_append_new(array, item_of(&batch->items[i])) != 0) {
            json_decref(array);
            return NULL;
        }
    }
    return array;
}

static json_t *alarms_of(const SyncReport *report)
{
    json_t *array = json_array();
    check(report->alarm_count <= SYNC_WIRE_ALARMS_MAX);
    for (int i = 0; i < report->alarm_count; i++) {
        if (json_array_append_new(array, json_string(report->alarms[i])) != 0) {
            json_decref(array);
            return NULL;
        }
    }
    return array;
}

/* Add ,"pad":"000..." so that the whole is a multiple of SYNC_WIRE_BLOCK_BYTES: a heartbeat and a
 * sync with a request look the same on the wire. `body` ends in '}' and has room. */
static size_t pad(char *body, size_t size)
{
    size_t least = size - 1 + sizeof pad_head - 1 + sizeof pad_tail - 1;
    size_t whole =
        (least + SYNC_WIRE_BLOCK_BYTES - 1) / SYNC_WIRE_BLOCK_BYTES * SYNC_WIRE_BLOCK_BYTES;
    size_t at = size - 1;
    memcpy(body + at, pad_head, sizeof pad_head - 1);
    at += sizeof pad_head - 1;
    memset(body + at, '0', whole - least);
    at += whole - least;
    memcpy(body + at, pad_tail, sizeof pad_tail);
    return whole;
}

/* Takes `object`, also when it is NULL. */
static char *dump(json_t *object, bool padded, size_t *size, Err *err)
{
    char *body = NULL;
    *size = object == NULL ? 0 : json_dumpb(object, NULL, 0, JSON_COMPACT);
    if (*size > 0) {
        body = malloc(*size + 2 * SYNC_WIRE_BLOCK_BYTES);
    }
    if (body != NULL) {
        json_dumpb(object, body, *size, JSON_COMPACT);
        body[*size] = '\0';
        *size = padded ? pad(body, *size) : *size;
    } else {
        err_set(err, "memory.full", "no memory for the body");
    }
    json_decref(object);
    return body;
}

char *sync_wire_body(const SyncReport *report, const OutboxBatch *batch, size_t *size, Err *err)
{
    json_t *object = json_pack(
        "{s:i,s:s,s:s,s:s,s:s,s:I,s:I,s:I,s:I,s:I,s:I,s:s,s:s,s:o,s:o}", "v", WIRE_VERSION, "app",
        OKSP_VERSION, "hw", report->hw, "boot", report->boot, "store", report->store, "keyring",
        (json_int_t)report->keyring_seq, "pack", (json_int_t)report->pack_seq, "depth",
        (json_int_t)report->waiting, "refused", (json_int_t)report->refused, "disk_mb",
        (json_int_t)report->disk_mb, "up_s", (json_int_t)report->run_s, "clock", report->clock,
        "cq", report->clock_quality, "err", alarms_of(report), "items", items_of(batch));
    return dump(object, true, size, err);
}

char *sync_wire_enrol_body(Str code, const char *hw, size_t *size, Err *err)
{
    json_t *object = json_pack("{s:i,s:s%,s:s,s:s}", "v", WIRE_VERSION, "code", code.data,
                               code.size, "hw", hw, "app", OKSP_VERSION);
    return dump(object, false, size, err);
}

/* ---- the enrolment string ---- */

static bool read_url(Str text, char out[KEYRING_URL_BYTES_MAX])
{
    size_t size = 0;
    if (text.size == 0 || !str_is_ascii(text) ||
        sodium_base642bin((unsigned char *)out, KEYRING_URL_BYTES_MAX - 1, text.data, text.size,
                          NULL, &size, NULL, sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0) {
        return false;
    }
    out[size] = '\0';
    while (size > 0 && out[size - 1] == '/') {
        out[--size] = '\0';
    }
    return size > 0 && strlen(out) == size;
}

bool sync_wire_read_enrol_string(Str text, SyncEnrolString *out, Err *err)
{
    *out = (SyncEnrolString){0};
    Str rest = str_trim(text);
    Str kind = str_cut(&rest, '.'), url = str_cut(&rest, '.'), code = str_cut(&rest, '.');
    bool good = str_equal(kind, STR("OKSP1")) && read_url(url, out->url) && code.size > 0 &&
                str_copy(code, out->code, sizeof out->code) &&
                keyring_fingerprint_parse(rest, &out->root) &&
                str_copy(rest, out->root_hex, sizeof out->root_hex);
    return good || err_set(err, "enrol.string", "this is not an enrolment string (OKSP1...)");
}
