/* sync_cycle.c - prepare from the store, exchange, apply to the store. */
#include "sync_cycle.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ballast.h"
#include "identity.h"
#include "kv.h"
#include "log.h"
#include "salvage.h"
#include "sync_cycle_private.h"
#include "sync_machine.h"
#include "tally.h"

enum { STATUS_OK = 200 };

SyncCycle *sync_cycle_open(const SyncConfig *config, Err *err)
{
    SyncCycle *cycle = sodium_init() < 0 ? NULL : calloc(1, sizeof *cycle);
    if (cycle == NULL) {
        err_set(err, "memory.full", "out of memory");
        return NULL;
    }
    cycle->config = *config;
    cycle->http = sync_http_open(config, err);
    if (cycle->http == NULL) {
        free(cycle);
        return NULL;
    }
    sync_machine_mark(cycle->hw);
    return cycle;
}

void sync_cycle_close(SyncCycle *cycle)
{
    if (cycle != NULL) {
        sync_http_close(cycle->http);
        sodium_memzero(cycle->token, sizeof cycle->token);
        free(cycle);
    }
}

/* ---- the exchange ---- */

bool sync_cycle_call(SyncCycle *cycle, SyncHttpCall call, SyncHttpReply *reply, Err *err)
{
    sync_clock_read(&cycle->clock);
    call.url = cycle->url;
    call.dates = sync_clock_dates(&cycle->clock);
    call.at_utc_s = sync_clock_guess_s(&cycle->clock);
    return sync_http_call(cycle->http, &call, reply, err);
}

bool sync_cycle_is_good(const SyncHttpReply *reply, long status, Err *err)
{
    if (reply->status == status) {
        return strcmp(reply->type, "application/json") == 0 ||
               err_set(err, "sync.reply", "status %ld, but not JSON: something else answered",
                       status);
    }
    switch (reply->status) {
    case 401:
    case 403:
        return err_set(err, "sync.denied", "the hub does not know this kiosk: enrol it again");
    case 413: return err_set(err, "sync.too-large", "the batch was too large");
    case 426: return err_set(err, "sync.too-old", "the hub wants a newer oksp-sync");
    case 429:
    case 503: return err_set(err, "sync.busy", "the hub asks to come back later");
    default: return err_set(err, "sync.reply", "status %ld", reply->status);
    }
}

static SyncOutcome outcome_of(const Err *err)
{
    static const struct {
        const char *code;
        SyncOutcome outcome;
    } rows[] = {{"sync.denied", SYNC_OUTCOME_DENIED},
                {"sync.too-large", SYNC_OUTCOME_TOO_LARGE},
                {"sync.too-old", SYNC_OUTCOME_TOO_OLD},
                {"sync.busy", SYNC_OUTCOME_BUSY}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (strcmp(err->code, rows[i].code) == 0) {
            return rows[i].outcome;
        }
    }
    return SYNC_OUTCOME_FAILED;
}

static bool exchange(SyncCycle *cycle, SyncEvent *event, Err *err)
{
    size_t size = 0;
    char *body = sync_wire_body(&cycle->report, &cycle->batch, &size, err);
    if (body == NULL) {
        return false;
    }
    SyncHttpReply reply = {0};
    SyncHttpCall call = {.path = "/v1/sync", .token = cycle->token, .body = {body, size}};
    bool good = sync_cycle_call(cycle, call, &reply, err);
    event->retry_after_s = reply.retry_after_s;
    good = good && sync_cycle_is_good(&reply, STATUS_OK, err) &&
           sync_wire_read((Str){reply.body, reply.size}, &cycle->batch, &cycle->reply, err);
    sync_http_free(&reply);
    free(body);
    return good;
}

/* ---- before: out of the store ---- */

static void add_alarm(SyncReport *report, const char *code)
{
    if (report->alarm_count < SYNC_WIRE_ALARMS_MAX) {
        report->alarms[report->alarm_count++] = code;
    }
}

static bool care_for_rows(SyncCycle *cycle, Db *db, Err *err)
{
    int deleted = 0;
    return runclock_boot(&cycle->boot, err) &&
           runclock_tick(db, &cycle->boot, &cycle->run_s, err) &&
           outbox_retry_refused(db, STR(OKSP_VERSION), err) &&
           outbox_expire(db, cycle->run_s, &deleted, err);
}

static bool read_enrolment(SyncCycle *cycle, Db *db, Err *err)
{
    SyncReport *report = &cycle->report;
    if (!kv_read(db, KV_TOKEN, cycle->token, sizeof cycle->token, err) ||
        !kv_read(db, KV_HUB_URL, cycle->url, sizeof cycle->url, err) ||
        !kv_read(db, KV_STORE_ID, report->store, sizeof report->store, err) ||
        !kv_read_int(db, KV_KEYRING_SEQ, &report->keyring_seq, err) ||
        !kv_read_int(db, KV_PACK_SEQ, &report->pack_seq, err) ||
        !kv_read_int(db, KV_TIME_FLOOR, &cycle->clock.floor_s, err)) {
        return false;
    }
    cycle->keyring_seq = report->keyring_seq;
    return cycle->token[0] != '\0' ||
           err_set(err, "sync.not-enrolled", "this kiosk is not enrolled");
}

static bool fill_report(SyncCycle *cycle, Db *db, Err *err)
{
    SyncReport *report = &cycle->report;
    OutboxStatus status;
    if (!outbox_status(db, cycle->run_s, &status, err)) {
        return false;
    }
    memcpy(report->hw, cycle->hw, sizeof report->hw);
    (void)str_copy((Str){cycle->boot.id, SYNC_WIRE_BOOT_BYTES - 1}, report->boot,
                   sizeof report->boot);
    report->waiting = status.waiting;
    report->refused = status.refused;
    report->run_s = cycle->run_s;
    report->disk_mb = sync_machine_disk_mb(db_folder(db));
    cycle->clock.boot_s = cycle->boot.now_s;
    sync_clock_read(&cycle->clock);
    report->clock_quality = sync_clock_quality(&cycle->clock);
    if (cycle->clock.wall_s >= 0 && cycle->clock.wall_s < INT32_MAX * INT64_C(4)) {
        sync_wire_format_time(cycle->clock.wall_s, report->clock);
    }
    if (!ballast_make(db_folder(db), NULL)) {
        add_alarm(report, "disk.low");
    }
    if (status.is_filling) {
        add_alarm(report, "store.filling");
    }
    return true;
}

/* Counts of weeks that are over become sealed signals. Best effort: they can wait for a week whose
 * clock is right and a keyring that verifies. */
static void close_tally(SyncCycle *cycle, Db *db)
{
    Identity *identity = NULL;
    Err err = {0};
    int closed = 0;
    char week[WHEN_WEEK_BYTES];
    if (strcmp(cycle->report.clock_quality, "ok") == 0) {
        identity = calloc(1, sizeof *identity);
    }
    if (identity != NULL && identity_read(db, identity, &err)) {
        when_format_week(when_local(cycle->clock.wall_s).date, week);
        TallySeal seal = {.key = keyring_seal_key(&identity->keyring),
                          .week_now = str_of(week),
                          .run_s = cycle->run_s,
                          .random = randombytes_random()};
        (void)tally_close(db, &seal, &closed, &err);
    }
    free(identity);
    if (err_is_set(&err)) {
        log_error("sync.tally", &err);
    }
}

/* A store was put aside, by us or by the kiosk: somebody must know, and the requests in it were
 * promised to visitors. */
static void salvage_rows(SyncCycle *cycle, Db *db)
{
    Err err = {0};
    int found = 0;
    if (!salvage_is_wanted(db)) {
        return;
    }
    add_alarm(&cycle->report, "store.quarantined");
    if (salvage_all(db, cycle->run_s, &found, &err)) {
        log_number("store.salvaged", "rows", found);
    } else {
        log_error("store.salvage", &err);
    }
}

static bool prepare(SyncCycle *cycle, int items_max, Err *err)
{
    cycle->report = (SyncReport){0};
    Db *db = db_open(cycle->config.data_dir, err);
    if (db == NULL) {
        return false;
    }
    OutboxQuery query = {.items_max = items_max};
    bool good = care_for_rows(cycle, db, err);
    if (good) {
        salvage_rows(cycle, db);
    }
    good = good && read_enrolment(cycle, db, err) && fill_report(cycle, db, err);
    query.run_s = cycle->run_s;
    if (good) {
        close_tally(cycle, db);
    }
    good = good && outbox_next_batch(db, &query, &cycle->batch, err);
    db_close(db);
    return good;
}

/* ---- after: into the store ---- */

static bool store_rows(SyncCycle *cycle, Db *db, Err *err)
{
    const SyncReply *reply = &cycle->reply;
    int again = 0;
    /* The store first: it makes old rows wait again, and these are not among them. */
    bool good =
        outbox_store_changed(db, str_of(reply->store), &again, err) &&
        outbox_acknowledge(db, reply->acknowledged, reply->acknowledged_count, cycle->run_s, err);
    for (int i = 0; i < reply->refused_count && good; i++) {
        good = outbox_refuse(db, &reply->refused[i].id, str_of(reply->refused[i].reason),
                             cycle->run_s, err);
    }
    if (again > 0) {
        log_number("sync.hub-restored", "rows", again);
    }
    return good;
}

static bool store_contact(SyncCycle *cycle, Db *db, Err *err)
{
    char run[SYNC_CYCLE_INT_BYTES], hub[SYNC_CYCLE_INT_BYTES], floor[SYNC_CYCLE_INT_BYTES],
        next[SYNC_CYCLE_INT_BYTES];
    sync_clock_told(&cycle->clock, cycle->reply.time_utc_s);
    snprintf(run, sizeof run, "%lld", (long long)cycle->run_s);
    snprintf(hub, sizeof hub, "%lld", (long long)cycle->reply.time_utc_s);
    snprintf(floor, sizeof floor, "%lld", (long long)cycle->clock.floor_s);
    snprintf(next, sizeof next, "%lld", (long long)cycle->reply.next_s);
    const KvPair pairs[] = {
        {KV_LAST_OK_RUN, str_of(run)},  {KV_LAST_OK_UTC, str_of(hub)},
        {KV_TIME_FLOOR, str_of(floor)}, {KV_CLOCK, str_of(sync_clock_quality(&cycle->clock))},
        {KV_NEXT_S, str_of(next)},      {KV_LAST_ERROR, STR("")}};
    return kv_write(db, pairs, (int)(sizeof pairs / sizeof pairs[0]), err);
}

static bool apply(SyncCycle *cycle, SyncEvent *event, Err *err)
{
    Db *db = db_open(cycle->config.data_dir, err);
    if (db == NULL) {
        return false;
    }
    OutboxStatus status = {0};
    bool good = store_rows(cycle, db, err) && store_contact(cycle, db, err) &&
                outbox_status(db, cycle->run_s, &status, err);
    db_close(db);
    event->waiting = status.waiting;
    event->next_s = cycle->reply.next_s;
    return good;
}

/* Best effort: when the store cannot be opened there is no place to say so either. */
static void remember_error(SyncCycle *cycle, const Err *err)
{
    Db *db = db_open(cycle->config.data_dir, NULL);
    if (db == NULL) {
        return;
    }
    const KvPair pairs[] = {{KV_LAST_ERROR, str_of(err->code)},
                            {KV_CLOCK, str_of(sync_clock_quality(&cycle->clock))}};
    (void)kv_write(db, pairs, 2, NULL);
    db_close(db);
}

bool sync_cycle_run(SyncCycle *cycle, int items_max, SyncEvent *event, Err *err)
{
    Err local = {0};
    *event = (SyncEvent){.outcome = SYNC_OUTCOME_ACCEPTED};
    bool good = prepare(cycle, items_max, &local) && exchange(cycle, event, &local) &&
                apply(cycle, event, &local);
    if (!good) {
        event->outcome = outcome_of(&local);
        remember_error(cycle, &local);
        return err_set(err, local.code, "%s", local.text);
    }
    /* A keyring that cannot be had or believed does not undo what was acknowledged. */
    if (!sync_cycle_keyring(cycle, &local)) {
        log_error("sync.keyring", &local);
        remember_error(cycle, &local);
    }
    return true;
}
