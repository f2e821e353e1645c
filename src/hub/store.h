/* store.h - what the hub keeps, as one write and a dozen reads.
 * Owns the database behind `Store`. Writes are data: a list of operations that store_apply() puts
 * into one transaction; whoever calls it is the one writer. Reads may run on several threads.
 * Never sees a visitor's words (envelopes are sealed) and knows neither HTTP nor JSON.
 * The SQLite backend stands in store_*.c; another backend implements this same header. */
#ifndef OKSP_STORE_H
#define OKSP_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "err.h"

enum {
    STORE_ID_BYTES = 16,
    STORE_HASH_BYTES = 32,
    STORE_KEY_ID_BYTES = 8,
    STORE_SALT_BYTES = 16,
    STORE_SEALED_BYTES = 80,   /* crypto_box_seal of 32 bytes */
    STORE_WRAPPED_BYTES = 104, /* nonce 24, USK 32, root_pk 32, tag 16 */
    STORE_HEX_BYTES = 2 * STORE_ID_BYTES + 1,
    STORE_EMAIL_BYTES_MAX = 254,
    STORE_NAME_BYTES_MAX = 80,
    STORE_LABEL_BYTES_MAX = 80,
    STORE_ORG_NAME_BYTES_MAX = 120,
    STORE_MARK_BYTES = 17, /* org, store id, hardware mark: 16 hex digits and the end */
    STORE_APP_BYTES_MAX = 15,
    STORE_STATUS_BYTES_MAX = 511, /* a kiosk's last report, JSON made by the hub */
    STORE_META_BYTES_MAX = 4096,
    STORE_EVENTS_MAX = 500, /* of one request */
    STORE_GRANTS_MAX = 64,
    STORE_AUDIT_BYTES_MAX = 255,
    STORE_RETAIN_ROWS_MAX = 500, /* requests and signals erased in one transaction */
};

typedef struct StoreId {
    uint8_t bytes[STORE_ID_BYTES];
} StoreId;

typedef struct StoreHash {
    uint8_t bytes[STORE_HASH_BYTES];
} StoreHash;

typedef enum StoreRole {
    STORE_ROLE_TECHNICIAN = 1,
    STORE_ROLE_ADVISER,
    STORE_ROLE_ADMIN
} StoreRole;
typedef enum StoreState { STORE_STATE_NEW, STORE_STATE_CLAIMED, STORE_STATE_CLOSED } StoreState;
typedef enum StoreKioskState {
    STORE_KIOSK_REVOKED,
    STORE_KIOSK_INVITED,
    STORE_KIOSK_ACTIVE
} StoreKioskState;
typedef enum StoreEventType {
    STORE_EVENT_CLAIM = 1,
    STORE_EVENT_RELEASE,
    STORE_EVENT_ATTEMPT,
    STORE_EVENT_NOTE,
    STORE_EVENT_CLOSE,
    STORE_EVENT_REOPEN
} StoreEventType;

/* --- What is kept ------------------------------------------------------------------------- */

/* A colleague. Secrets are the page's: auth_hash is a hash, wrapped a ciphertext. */
typedef struct StoreMember {
    StoreId id;
    char email[STORE_EMAIL_BYTES_MAX + 1]; /* lower case */
    char name[STORE_NAME_BYTES_MAX + 1];
    int role;  /* StoreRole */
    int state; /* 1 active, 0 disabled */
    uint8_t salt[STORE_SALT_BYTES];
    int64_t kdf_t, kdf_m_kib;
    StoreHash auth_hash, box_pk, attest;
    int64_t attest_epoch;
    uint8_t wrapped[STORE_WRAPPED_BYTES];
} StoreMember;

/* A member id of 16 zero bytes is the recovery recipient. */
typedef struct StoreGrant {
    StoreId member;
    int64_t epoch;
    uint8_t sealed[STORE_SEALED_BYTES];
} StoreGrant;

typedef struct StoreSession {
    StoreId member;
    int role, member_state;
    int64_t created_at, seen_at; /* UTC seconds */
} StoreSession;

/* last_seen_at and the numbers behind it are -1 before the first sync. */
typedef struct StoreKioskRow {
    StoreId id;
    char label[STORE_LABEL_BYTES_MAX + 1];
    int state;     /* StoreKioskState */
    bool has_code; /* an enrolment code is open until code_until_at */
    int64_t code_until_at, created_at, last_seen_at, hw_changed_at;
    char app[STORE_APP_BYTES_MAX + 1];
    int64_t keyring_seq, pack_seq, depth;
    char status[STORE_STATUS_BYTES_MAX + 1];
} StoreKioskRow;

typedef struct StoreEvent {
    StoreId id, actor;
    int64_t at;
    int type;      /* StoreEventType */
    int outcome;   /* 0 = none */
    uint8_t *note; /* envelope of kind 3, or NULL */
    size_t note_size;
} StoreEvent;

/* One callback request as the inbox sees it. A request that was erased since `change` has gone set
 * and only its id. */
typedef struct StoreRequest {
    StoreId id;
    bool gone;
    int state; /* StoreState */
    bool has_assignee;
    StoreId assignee;
    int64_t rev, change;
    int64_t received_at, waited_s, due_at, closed_at; /* closed_at -1 = open */
    int outcome;                                      /* 0 = none */
    StoreId kiosk;
    const char *kiosk_label; /* NULL: unknown kiosk */
    uint8_t key_id[STORE_KEY_ID_BYTES];
    const uint8_t *body;
    size_t body_size;
    const StoreEvent *events; /* in order of time; valid during the visit */
    size_t event_count;
} StoreRequest;

/* A signed document; body and sig are freed by the caller. */
typedef struct StoreDocument {
    int64_t seq;
    char *body, *sig;
    size_t body_size;
} StoreDocument;

/* --- Writes are data ---------------------------------------------------------------------- */

typedef enum StoreOpKind {
    STORE_OP_NOTHING, /* only its audit row */
    STORE_OP_INGEST,
    STORE_OP_EVENT,
    STORE_OP_ERASE,
    STORE_OP_SETUP,
    STORE_OP_RECOVER,
    STORE_OP_SESSION_PUT,
    STORE_OP_SESSION_SEEN,
    STORE_OP_SESSION_END,
    STORE_OP_KIOSK_PUT,
    STORE_OP_KIOSK_CODE,
    STORE_OP_KIOSK_PATCH,
    STORE_OP_KIOSK_ENROL,
    STORE_OP_KIOSK_SEEN,
    STORE_OP_META,
    STORE_OP_HEARTBEAT,
    STORE_OP_RETAIN,
} StoreOpKind;

/* DONE: written. SAME: it stood there already. GONE: erased on purpose (tombstone). CONFLICT:
 * somebody was first. MISSING: what it speaks of does not exist. REFUSED: it may not be. */
typedef enum StoreOpResult {
    STORE_DONE,
    STORE_SAME,
    STORE_GONE,
    STORE_CONFLICT,
    STORE_MISSING,
    STORE_REFUSED
} StoreOpResult;

/* A sealed envelope from a kiosk. `id` is its hash; kind 1 also makes an open request. */
typedef struct StoreIngest {
    StoreId id, kiosk;
    int kind;
    uint8_t key_id[STORE_KEY_ID_BYTES];
    int64_t waited_s, due_at;
    const uint8_t *body;
    size_t body_size;
} StoreIngest;

/* Something a colleague did with a request. After DONE, SAME and CONFLICT the three last members
 * tell what stands. REFUSED: `id` belongs to another request, or the request has too many. */
typedef struct StoreEventOp {
    StoreId id, request, actor;
    int type, outcome;
    int64_t rev;
    const uint8_t *note;
    size_t note_size;
    int64_t rev_now;
    int state_now;
    bool has_assignee;
    StoreId assignee;
} StoreEventOp;

/* Setup, and an admin put back by recovery. `token` must be the one in meta `setup` / `recover`;
 * it is used up. CONFLICT: set up already, or the e-mail is taken. REFUSED: wrong token. */
typedef struct StoreSetup {
    StoreHash token;
    const char *org, *name, *settings; /* only setup */
    const StoreMember *member;
    const StoreGrant *grants;
    size_t grant_count;
    int64_t keyring_seq; /* only setup */
    const char *keyring, *keyring_sig;
} StoreSetup;

typedef struct StoreSessionOp {
    StoreHash token;
    StoreId member;
} StoreSessionOp;

/* A kiosk and its enrolment: PUT takes id, label, code, until; CODE id, code, until; PATCH id and
 * label or revoke; ENROL code, token, hw, app and gives back id. */
typedef struct StoreKioskOp {
    StoreId id;
    const char *label; /* NULL: unchanged */
    bool revoke;
    StoreHash code, token;
    int64_t until_at;
    const char *hw, *app;
} StoreKioskOp;

/* A sync arrived: how the kiosk is. Ends the enrolment code its token came from. */
typedef struct StoreSeen {
    StoreId id;
    const char *hw, *app, *status;
    int64_t keyring_seq, pack_seq, depth;
} StoreSeen;

typedef struct StoreMeta {
    const char *key, *value;
} StoreMeta;

/* "I am alive": when the last one is older than gap_max_s, or from the future, this database was
 * restored or stood still, and the store id becomes `fresh` (protocol.md, section 3.2). */
typedef struct StoreHeartbeat {
    const char *fresh; /* 16 hex digits */
    int64_t gap_max_s;
    bool changed; /* out */
} StoreHeartbeat;

/* Erase what is older than these moments, at most `rows_max` (1 to
 * STORE_RETAIN_ROWS_MAX) requests and signals. */
typedef struct StoreRetain {
    int64_t closed_before, received_before, signal_before, tombstone_before;
    int64_t session_seen_before, session_created_before;
    int64_t rows_max;
    int64_t erased; /* out */
} StoreRetain;

/* One row of the audit log, written when the operation is DONE. action NULL: no row.
 * Never anything a visitor typed; ids, numbers and constant words only. */
typedef struct StoreAudit {
    const char *action;
    char actor[STORE_HEX_BYTES];
    char subject[STORE_HEX_BYTES];
    char detail[STORE_AUDIT_BYTES_MAX + 1];
} StoreAudit;

/* Pointers inside stay the caller's and must live until store_apply() returned. */
typedef struct StoreOp {
    StoreOpKind kind;
    StoreOpResult result; /* out */
    int64_t at;           /* UTC seconds */
    StoreAudit audit;
    union {
        StoreIngest ingest;
        StoreEventOp event; /* EVENT and ERASE */
        StoreSetup setup;   /* SETUP and RECOVER */
        StoreSessionOp session;
        StoreKioskOp kiosk;
        StoreSeen seen;
        StoreMeta meta;
        StoreHeartbeat heartbeat;
        StoreRetain retain;
    };
} StoreOp;

typedef struct Store Store;

typedef struct StoreOptions {
    const char *path;
    bool create;          /* else a missing file is store.missing */
    int64_t db_pages_max; /* 0 = no limit; the operator's (and the tests') cap on the file */
} StoreOptions;

/* Open, check and migrate. NULL with `err`: store.missing, store.open, store.schema,
 * store.corrupt. */
Store *store_open(const StoreOptions *options, Err *err);
void store_close(Store *store);

/* Put all operations into one transaction, in order, and make it durable. True: every op->result
 * is set and what it says is on disk. False: nothing may be acknowledged; err is `store.full`
 * (nothing was written, ask again later) or `store.failed` (the outcome is unknown: end the
 * process, the kiosks still have everything). Only one thread may be inside. */
bool store_apply(Store *store, StoreOp *ops, size_t count, Err *err);

/* Write a consistent copy to `path` (which must not exist) while serving. */
bool store_backup(Store *store, const char *path, Err *err);

/* --- Reads. False with err `store.failed` when the database did not answer. ---------------- */

/* Text under `key` of at most STORE_META_BYTES_MAX; "" when there is none. Keys: org, name,
 * settings, store_id, heartbeat, setup, recover, audit_head. */
bool store_meta(Store *store, const char *key, char out[STORE_META_BYTES_MAX + 1], Err *err);

/* *found tells whether there is one. */
bool store_session(Store *store, const StoreHash *token, StoreSession *out, bool *found);
bool store_kiosk_by_token(Store *store, const StoreHash *token, StoreKioskRow *out, bool *found);
bool store_kiosk_by_code(Store *store, const StoreHash *code, StoreKioskRow *out, bool *found);
bool store_member_by_email(Store *store, const char *email, StoreMember *out, bool *found);
bool store_member(Store *store, const StoreId *id, StoreMember *out, bool *found);

/* The newest document of `kind` ("keyring"); *found false when none was published. */
bool store_document(Store *store, const char *kind, StoreDocument *out, bool *found);
void store_document_free(StoreDocument *document);

/* Its sequence number; 0 = none, -1 = the database did not answer. */
int64_t store_document_seq(Store *store, const char *kind);

/* Visits return false to stop early; the read itself then still succeeds. */
typedef bool (*StoreVisitMember)(void *context, const StoreMember *member);
typedef bool (*StoreVisitGrant)(void *context, const StoreGrant *grant);
typedef bool (*StoreVisitKiosk)(void *context, const StoreKioskRow *kiosk);
typedef bool (*StoreVisitRequest)(void *context, const StoreRequest *request);
bool store_members(Store *store, StoreVisitMember visit, void *context);
bool store_grants(Store *store, const StoreId *member, StoreVisitGrant visit, void *context);
bool store_kiosks(Store *store, StoreVisitKiosk visit, void *context);

/* Requests that changed after `since` (0 = all that are there), in the order they changed. */
bool store_requests(Store *store, int64_t since, StoreVisitRequest visit, void *context);

/* What people told without a name: the sealed signals whose id comes after `after` (all zero =
 * every one), in the order of their ids. The body lives until the visit returns. */
typedef struct StoreSignal {
    StoreId id;
    uint8_t key_id[STORE_KEY_ID_BYTES];
    const uint8_t *body;
    size_t body_size;
} StoreSignal;
typedef bool (*StoreVisitSignal)(void *context, const StoreSignal *signal);
bool store_signals(Store *store, const StoreId *after, StoreVisitSignal visit, void *context);

/* The newest change number; 0 in an empty store, -1 when the database did not answer. */
int64_t store_change_head(Store *store);

/* Walk the audit chain. *broken_seq = 0 when it holds, else the first row that does not fit. */
bool store_audit_check(Store *store, int64_t *broken_seq, int64_t *rows);

#endif
