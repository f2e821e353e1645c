/* sync_wire.h - the JSON of docs/protocol.md, kiosk side: bodies built, replies read strictly.
 * Pure: no socket, no disk, no clock. */
#ifndef OKSP_SYNC_WIRE_H
#define OKSP_SYNC_WIRE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "err.h"
#include "keyring.h"
#include "outbox.h"
#include "str.h"

enum {
    SYNC_WIRE_BLOCK_BYTES = 8192, /* bodies are padded to a multiple of this */
    SYNC_WIRE_ALARMS_MAX = 8,
    SYNC_WIRE_STORE_BYTES = 17,
    SYNC_WIRE_HW_BYTES = 17,
    SYNC_WIRE_BOOT_BYTES = 9,
    SYNC_WIRE_TIME_BYTES = 21,
    SYNC_WIRE_TOKEN_BYTES = 44,
    SYNC_WIRE_CODE_BYTES_MAX = 32,
    SYNC_WIRE_KIOSK_BYTES = 33
};

/* Everything a sync tells about the kiosk. */
typedef struct SyncReport {
    char hw[SYNC_WIRE_HW_BYTES];
    char boot[SYNC_WIRE_BOOT_BYTES];
    char store[SYNC_WIRE_STORE_BYTES];
    char clock[SYNC_WIRE_TIME_BYTES]; /* wall clock, or "" */
    const char *clock_quality;        /* ok, est, none */
    int64_t keyring_seq, pack_seq, waiting, refused, disk_mb, run_s;
    const char *alarms[SYNC_WIRE_ALARMS_MAX]; /* codes of docs/errors.md */
    int alarm_count;
} SyncReport;

/* The body of a sync, padded: the caller frees. NULL with memory.full. */
char *sync_wire_body(const SyncReport *report, const OutboxBatch *batch, size_t *size, Err *err);

/* The body of an enrolment. */
char *sync_wire_enrol_body(Str code, const char *hw, size_t *size, Err *err);

typedef struct SyncRefusal {
    EnvelopeId id;
    char reason[OUTBOX_REASON_BYTES_MAX];
} SyncRefusal;

typedef struct SyncReply {
    int64_t time_utc_s;
    char store[SYNC_WIRE_STORE_BYTES];
    EnvelopeId acknowledged[OUTBOX_BATCH_ITEMS_MAX];
    int acknowledged_count;
    SyncRefusal refused[OUTBOX_BATCH_ITEMS_MAX];
    int refused_count;
    int64_t keyring_seq;
    int64_t next_s;
} SyncReply;

/* Read a reply. `sent` is the batch it answers; an id that was not in it makes the whole reply
 * worthless (NULL = any id, for import-acks). Error sync.reply: nothing of it may be used. */
bool sync_wire_read(Str json, const OutboxBatch *sent, SyncReply *out, Err *err);

typedef struct SyncEnrolled {
    char kiosk[SYNC_WIRE_KIOSK_BYTES];
    char token[SYNC_WIRE_TOKEN_BYTES];
    char org[KEYRING_ORG_BYTES];
    char keyring[KEYRING_BYTES_MAX + 1];
    char keyring_sig[MINISIGN_TEXT_BYTES_MAX];
    int64_t time_utc_s;
} SyncEnrolled;

bool sync_wire_read_enrolled(Str json, SyncEnrolled *out, Err *err);

/* "OKSP1.<base64url(url)>.<code>.<32 hex>". Error enrol.string. */
typedef struct SyncEnrolString {
    char url[KEYRING_URL_BYTES_MAX];
    char code[SYNC_WIRE_CODE_BYTES_MAX];
    char root_hex[SYNC_WIRE_KIOSK_BYTES];
    KeyringFingerprint root;
} SyncEnrolString;

bool sync_wire_read_enrol_string(Str text, SyncEnrolString *out, Err *err);

/* "2026-03-02T13:05:12Z" and back. */
void sync_wire_format_time(int64_t utc_s, char out[SYNC_WIRE_TIME_BYTES]);
bool sync_wire_parse_time(Str text, int64_t *utc_s);

#endif
