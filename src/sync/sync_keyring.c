/* sync_keyring.c - enrolment, and newer keyrings: believed by the pinned root only, stored whole.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kv.h"
#include "log.h"
#include "sync_cycle_private.h"

enum { STATUS_OK = 200, STATUS_CREATED = 201, HEX_BYTES = 33 };

/* Room for what is on its way; too large for the stack. */
typedef struct Documents {
    char known[KEYRING_BYTES_MAX + 1];
    SyncHttpReply document, signature;
    Keyring keyring;
} Documents;

static void hex_of(const KeyringFingerprint *fingerprint, char out[HEX_BYTES])
{
    EnvelopeId same_form;
    _Static_assert(sizeof same_form.bytes == sizeof fingerprint->bytes, "16 bytes both");
    memcpy(same_form.bytes, fingerprint->bytes, sizeof same_form.bytes);
    envelope_id_format(&same_form, out);
}

/* ---- a newer keyring ---- */

/* The root the next keyring must be of: the one that the keyring in use announces, if it does. */
static bool read_pin(SyncCycle *cycle, Documents *documents, KeyringPin *pin, Err *err)
{
    Keyring known;
    *pin = (KeyringPin){.seq = cycle->keyring_seq};
    Db *db = db_open(cycle->config.data_dir, err);
    if (db == NULL) {
        return false;
    }
    bool good = kv_read(db, KV_KEYRING, documents->known, sizeof documents->known, err) &&
                kv_read(db, KV_ORG, pin->org, sizeof pin->org, err) &&
                keyring_parse(str_of(documents->known), &known, err);
    db_close(db);
    if (good) {
        pin->root = keyring_next_pin(&known);
    }
    return good;
}

static bool fetch(SyncCycle *cycle, const char *path, SyncHttpReply *reply, Err *err)
{
    SyncHttpCall call = {.path = path};
    if (!sync_cycle_call(cycle, call, reply, err)) {
        return false;
    }
    return reply->status == STATUS_OK ||
           err_set(err, "keyring.fetch", "%s: status %ld", path, reply->status);
}

static bool store_keyring(SyncCycle *cycle, const Documents *documents, Err *err)
{
    char seq[SYNC_CYCLE_INT_BYTES], root[HEX_BYTES];
    KeyringFingerprint fingerprint = keyring_fingerprint(documents->keyring.root);
    hex_of(&fingerprint, root);
    snprintf(seq, sizeof seq, "%lld", (long long)documents->keyring.seq);
    const KvPair pairs[] = {
        {KV_KEYRING, {documents->document.body, documents->document.size}},
        {KV_KEYRING_SIG, {documents->signature.body, documents->signature.size}},
        {KV_KEYRING_SEQ, str_of(seq)},
        {KV_ROOT_FP, str_of(root)}};
    Db *db = db_open(cycle->config.data_dir, err);
    bool good = db != NULL && kv_write(db, pairs, (int)(sizeof pairs / sizeof pairs[0]), err);
    db_close(db);
    return good;
}

static bool take_newer(SyncCycle *cycle, Documents *documents, Err *err)
{
    KeyringPin pin;
    if (!read_pin(cycle, documents, &pin, err) ||
        !fetch(cycle, "/v1/keyring", &documents->document, err) ||
        !fetch(cycle, "/v1/keyring.minisig", &documents->signature, err)) {
        return false;
    }
    Str document = {documents->document.body, documents->document.size};
    Str signature = {documents->signature.body, documents->signature.size};
    if (!keyring_accept(document, signature, &pin, &documents->keyring, err) ||
        !store_keyring(cycle, documents, err)) {
        return false;
    }
    log_number("sync.keyring", "seq", documents->keyring.seq);
    return true;
}

bool sync_cycle_keyring(SyncCycle *cycle, Err *err)
{
    if (cycle->reply.keyring_seq <= cycle->keyring_seq) {
        return true;
    }
    Documents *documents = calloc(1, sizeof *documents);
    if (documents == NULL) {
        return err_set(err, "memory.full", "out of memory");
    }
    bool good = take_newer(cycle, documents, err);
    sync_http_free(&documents->document);
    sync_http_free(&documents->signature);
    free(documents);
    return good;
}

/* ---- enrolment ---- */

static bool ask(SyncCycle *cycle, const SyncEnrolString *string, SyncEnrolled *out, Err *err)
{
    size_t size = 0;
    char *body = sync_wire_enrol_body(str_of(string->code), cycle->hw, &size, err);
    if (body == NULL) {
        return false;
    }
    SyncHttpReply reply = {0};
    SyncHttpCall call = {.path = "/v1/enrol", .body = {body, size}};
    bool good = sync_cycle_call(cycle, call, &reply, err);
    if (good && reply.status == 401) {
        good = err_set(err, "enrol.code", "the hub does not know this code, or it was used");
    }
    good = good && sync_cycle_is_good(&reply, STATUS_CREATED, err) &&
           sync_wire_read_enrolled((Str){reply.body, reply.size}, out, err);
    sync_http_free(&reply);
    free(body);
    return good;
}

/* Rows that wait are sealed to the organisation of before: they must not go to another. */
static bool may_change_org(Db *db, const char *org, Err *err)
{
    char before[KEYRING_ORG_BYTES];
    OutboxStatus status;
    if (!kv_read(db, KV_ORG, before, sizeof before, err) || !outbox_status(db, 0, &status, err)) {
        return false;
    }
    bool same = before[0] == '\0' || strcmp(before, org) == 0;
    return same || status.waiting == 0 ||
           err_set(err, "enrol.other-org", "%d requests for another organisation wait here",
                   status.waiting);
}

static bool store_enrolment(Db *db, const SyncEnrolString *string, const SyncEnrolled *enrolled,
                            const Keyring *keyring, Err *err)
{
    char seq[SYNC_CYCLE_INT_BYTES], floor[SYNC_CYCLE_INT_BYTES];
    snprintf(seq, sizeof seq, "%lld", (long long)keyring->seq);
    snprintf(floor, sizeof floor, "%lld", (long long)enrolled->time_utc_s);
    const KvPair pairs[] = {{KV_TOKEN, str_of(enrolled->token)},
                            {KV_KIOSK, str_of(enrolled->kiosk)},
                            {KV_ORG, str_of(enrolled->org)},
                            {KV_HUB_URL, str_of(string->url)},
                            {KV_ROOT_FP, str_of(string->root_hex)},
                            {KV_KEYRING, str_of(enrolled->keyring)},
                            {KV_KEYRING_SIG, str_of(enrolled->keyring_sig)},
                            {KV_KEYRING_SEQ, str_of(seq)},
                            {KV_TIME_FLOOR, str_of(floor)},
                            {KV_LAST_ERROR, STR("")}};
    return may_change_org(db, enrolled->org, err) &&
           kv_write(db, pairs, (int)(sizeof pairs / sizeof pairs[0]), err);
}

/* The keyring comes from the same reply as the token, but is believed by the string alone. */
static bool believe_and_store(Db *db, const SyncEnrolString *string, const SyncEnrolled *enrolled,
                              Err *err)
{
    Keyring keyring;
    KeyringPin pin = {.root = string->root};
    memcpy(pin.org, enrolled->org, sizeof pin.org);
    return keyring_accept(str_of(enrolled->keyring), str_of(enrolled->keyring_sig), &pin, &keyring,
                          err) &&
           store_enrolment(db, string, enrolled, &keyring, err);
}

bool sync_cycle_enrol(SyncCycle *cycle, const SyncEnrolString *string, Err *err)
{
    SyncEnrolled *enrolled = calloc(1, sizeof *enrolled);
    Db *db = db_open(cycle->config.data_dir, err);
    bool good = enrolled != NULL && db != NULL;
    memcpy(cycle->url, string->url, sizeof cycle->url);
    good = good && kv_read_int(db, KV_TIME_FLOOR, &cycle->clock.floor_s, err) &&
           ask(cycle, string, enrolled, err) && believe_and_store(db, string, enrolled, err);
    db_close(db);
    free(enrolled);
    return good;
}
