/* kv.h - small settings and memories of the kiosk: token, keyring, clocks, last contact.
 * Owns the table kv. Never holds anything of a visitor. */
#ifndef OKSP_KV_H
#define OKSP_KV_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "db.h"
#include "err.h"
#include "str.h"

enum { KV_VALUE_BYTES_MAX = 17 * 1024 };

typedef enum KvKey {
    KV_TOKEN,       /* bearer token of the hub, base64url */
    KV_KIOSK,       /* 32 hex: this kiosk */
    KV_ORG,         /* 16 hex */
    KV_HUB_URL,     /* from the enrolment string */
    KV_ROOT_FP,     /* 32 hex: the pinned root */
    KV_KEYRING,     /* the signed text */
    KV_KEYRING_SIG, /* its minisign signature */
    KV_KEYRING_SEQ,
    KV_STORE_ID, /* 16 hex: the hub's store */
    KV_PACK_CURRENT,
    KV_PACK_PREVIOUS,
    KV_PACK_SEQ,
    KV_RUN_BASE, /* runclock.c */
    KV_RUN_LAST,
    KV_BOOT_ID,
    KV_BOOT_AT,
    KV_TIME_FLOOR,  /* UTC seconds; the clock cannot be earlier */
    KV_CLOCK,       /* ok, est or none: what sync thinks of the wall clock */
    KV_LAST_OK_RUN, /* running clock of the last answer of the hub */
    KV_LAST_OK_UTC, /* the hub's own time in that answer */
    KV_LAST_ERROR,  /* code of docs/errors.md, "" = none */
    KV_NEXT_S,      /* seconds between syncs, as the hub asked */
    KV_APP,         /* version that last ran, for retrying refused rows */
    KV_PIN,         /* pin.c */
    KV_COUNT
} KvKey;

/* Copy the value into `out`, terminated; "" when there is none. Errors: store.io, store.closed,
 * store.value (longer than `out_bytes` - 1). */
bool kv_read(Db *db, KvKey key, char *out, size_t out_bytes, Err *err);
bool kv_read_int(Db *db, KvKey key, int64_t *out, Err *err); /* 0 when there is none */

/* Several values in one transaction: all of them or none. */
typedef struct KvPair {
    KvKey key;
    Str value;
} KvPair;
bool kv_write(Db *db, const KvPair *pairs, int count, Err *err);
bool kv_write_int(Db *db, KvKey key, int64_t value, Err *err);

#endif
