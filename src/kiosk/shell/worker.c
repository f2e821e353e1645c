/* worker.c - the disk thread. See worker.h. */
#include "worker.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "facts.h"
#include "kept.h"
#include "kv.h"
#include "log.h"
#include "outbox.h"
#include "pincheck.h"
#include "quiet.h"
#include "runclock.h"
#include "tray.h"

struct Worker {
    WorkerSetup setup;
    char data_dir[DB_PATH_BYTES_MAX];
    pthread_t thread;
    bool started;
    /* the thread's own */
    Db *db;
    KeptList kept;
    RequestClock clock;            /* as of the last look */
    char told[ERR_CODE_BYTES_MAX]; /* last trouble in the log: the same is not told at every look */
    Pincheck pincheck;             /* its cell `given` is shared, under `lock` */
    /* shared, under `lock` */
    pthread_mutex_t lock;
    pthread_cond_t wake;
    Tray tray;
    Identity identity;
    bool enrolled;
    char pack[WORKER_PACK_BYTES_MAX];
    bool stop;
};

/* ---- answers -----------------------------------------------------------------------------------
 */

static void answer_add(Worker *worker, const WorkerAnswer *answer)
{
    pthread_mutex_lock(&worker->lock);
    tray_give_answer(&worker->tray, answer);
    pthread_mutex_unlock(&worker->lock);
    worker->setup.bell(worker->setup.context);
}

bool worker_take(Worker *worker, WorkerAnswer *answer)
{
    pthread_mutex_lock(&worker->lock);
    bool there_is = tray_take_answer(&worker->tray, answer);
    pthread_mutex_unlock(&worker->lock);
    return there_is;
}

/* ---- the store ---------------------------------------------------------------------------------
 */

static bool store_ready(Worker *worker, Err *err)
{
    if (worker->db == NULL)
        worker->db = db_open(worker->data_dir, err);
    else if (!db_is_good(worker->db))
        (void)db_reopen(worker->db, err);
    return worker->db != NULL && db_is_good(worker->db);
}

static bool run_clock(Worker *worker, int64_t *run_s, Err *err)
{
    RunBoot boot;
    return runclock_boot(&boot, err) && runclock_read(worker->db, &boot, run_s, err);
}

static bool save_try(Worker *worker, const Envelope *envelope, Err *err)
{
    OutboxNew item = {.envelope = envelope, .flood_max = worker->setup.flood_max};
    if (!store_ready(worker, err) || !run_clock(worker, &item.run_s, err))
        return false;
    item.hold_until_s = quiet_hold_s(envelope, item.run_s);
    return outbox_save(worker->db, &item, err);
}

static void look_identity(Worker *worker, Err *err)
{
    Identity identity = {0};
    char pack[WORKER_PACK_BYTES_MAX] = "";
    bool enrolled = store_ready(worker, err) && identity_read(worker->db, &identity, err);
    if (worker->db != NULL)
        (void)kv_read(worker->db, KV_PACK_CURRENT, pack, sizeof pack, NULL);
    pthread_mutex_lock(&worker->lock);
    worker->enrolled = enrolled;
    worker->identity = identity;
    memcpy(worker->pack, pack, sizeof pack);
    pthread_mutex_unlock(&worker->lock);
}

static void trouble_log(Worker *worker, const Err *err)
{
    if (strcmp(worker->told, err->code) == 0)
        return;
    (void)str_copy(str_of(err->code), worker->told, sizeof worker->told);
    if (err_is_set(err))
        log_error("kiosk.store", err);
    else
        log_event("kiosk.store-is-good-again");
}

static void look(Worker *worker)
{
    WorkerAnswer answer = {.kind = WORKER_STATUS, .clock = REQUEST_CLOCK_NONE};
    Err err = {0};
    look_identity(worker, &err);
    if (store_ready(worker, &err) &&
        facts_status(worker->db, worker->setup.flood_max, &answer.status, &answer.clock, &err))
        answer.status.can_save = worker->enrolled;
    worker->clock = answer.clock;
    trouble_log(worker, &err);
    answer_add(worker, &answer);
}

/* ---- what waits for a disk ---------------------------------------------------------------------
 */

static void saved(Worker *worker, const EnvelopeId *id)
{
    kept_drop(&worker->kept, id);
    look(worker);
    WorkerAnswer answer = {.kind = WORKER_SAVED, .id = *id};
    answer_add(worker, &answer);
}

static void save(Worker *worker, const TrayJob *job)
{
    Err err = {0};
    if (save_try(worker, &job->envelope, &err)) {
        saved(worker, &job->id);
        return;
    }
    log_error("kiosk.save", &err);
    kept_add(&worker->kept, &job->id, &job->envelope);
    WorkerAnswer answer = {.kind = WORKER_FAILED, .id = job->id};
    (void)str_copy(str_of(err.code), answer.error, sizeof answer.error);
    answer_add(worker, &answer);
}

static void retry_all(Worker *worker)
{
    for (int i = 0; i < KEPT_MAX; i++) {
        Kept *kept = &worker->kept.items[i];
        Err err = {0};
        if (kept->used && save_try(worker, &kept->envelope, &err)) {
            EnvelopeId id = kept->id;
            saved(worker, &id);
        }
    }
}

/* A count that cannot be kept is lost: nobody waits for it, and nothing of it may linger. */
static void count(Worker *worker, const TrayJob *job)
{
    Err err = {0};
    if (!store_ready(worker, &err) ||
        !quiet_count(worker->db, worker->clock, str_of(job->key), &err))
        log_error("kiosk.count", &err);
}

/* ---- colleagues --------------------------------------------------------------------------------
 */

static Db *db_or_none(Worker *worker, Err *err)
{
    return store_ready(worker, err) ? worker->db : NULL;
}

static void tell_lock(Worker *worker, const TrayJob *job)
{
    WorkerAnswer answer = {.kind = WORKER_PIN, .asked = job->asked};
    answer.pin = pincheck_look(&worker->pincheck, db_or_none(worker, NULL));
    answer_add(worker, &answer);
}

static void judge(Worker *worker, const TrayJob *job)
{
    WorkerAnswer answer = {.kind = WORKER_PIN, .asked = job->asked};
    pthread_mutex_lock(&worker->lock);
    bool there_is = pincheck_take(&worker->pincheck);
    pthread_mutex_unlock(&worker->lock);
    if (there_is) {
        answer.pin = pincheck_judge(&worker->pincheck, db_or_none(worker, NULL));
        answer_add(worker, &answer);
    }
}

static void tell_facts(Worker *worker)
{
    WorkerAnswer answer = {.kind = WORKER_FACTS};
    Err err = {0};
    Db *db = db_or_none(worker, &err);
    answer.facts = facts_read(db, &err, worker->data_dir);
    answer_add(worker, &answer);
}

/* ---- the thread --------------------------------------------------------------------------------
 */

static bool job_add(Worker *worker, const TrayJob *job)
{
    pthread_mutex_lock(&worker->lock);
    bool room = tray_give_job(&worker->tray, job);
    pthread_cond_signal(&worker->wake);
    pthread_mutex_unlock(&worker->lock);
    return room;
}

/* Sleep until there is a job (true), it is time to try again (false), or the end (false). Without
 * anything kept there is nothing to try: the thread then sleeps for good. */
static bool job_wait(Worker *worker, TrayJob *job)
{
    struct timespec until = {0};
    (void)clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_sec += WORKER_RETRY_S;
    bool retry = !kept_is_empty(&worker->kept);
    pthread_mutex_lock(&worker->lock);
    int late = 0;
    while (worker->tray.job_count == 0 && !worker->stop && late == 0) {
        late = retry ? pthread_cond_timedwait(&worker->wake, &worker->lock, &until)
                     : pthread_cond_wait(&worker->wake, &worker->lock);
    }
    bool there_is = tray_take_job(&worker->tray, job);
    pthread_mutex_unlock(&worker->lock);
    return there_is;
}

static void job_do(Worker *worker, const TrayJob *job)
{
    switch (job->kind) {
    case TRAY_SAVE: save(worker, job); return;
    case TRAY_LOOK: look(worker); return;
    case TRAY_LOCK: tell_lock(worker, job); return;
    case TRAY_PIN: judge(worker, job); return;
    case TRAY_FACTS: tell_facts(worker); return;
    case TRAY_COUNT: count(worker, job); return;
    case TRAY_FORGET: kept_drop(&worker->kept, &job->id); return;
    }
}

static bool is_stopping(Worker *worker)
{
    pthread_mutex_lock(&worker->lock);
    bool stop = worker->stop && worker->tray.job_count == 0;
    pthread_mutex_unlock(&worker->lock);
    return stop;
}

static void *thread_main(void *context)
{
    Worker *worker = context;
    TrayJob *job = calloc(1, sizeof *job);
    while (job != NULL && !is_stopping(worker)) {
        if (job_wait(worker, job))
            job_do(worker, job);
        else
            retry_all(worker);
    }
    free(job);
    return NULL;
}

/* Signals belong to the main thread. */
static bool thread_start(Worker *worker)
{
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    worker->started = pthread_create(&worker->thread, NULL, thread_main, worker) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return worker->started;
}

Worker *worker_open(const WorkerSetup *setup, Err *err)
{
    Worker *worker = calloc(1, sizeof *worker);
    if (worker == NULL || !str_copy(str_of(setup->data_dir), worker->data_dir, DB_PATH_BYTES_MAX)) {
        free(worker);
        err_set(err, "memory.full", "no memory for the disk thread");
        return NULL;
    }
    worker->setup = *setup;
    pthread_mutex_init(&worker->lock, NULL);
    pthread_condattr_t monotonic;
    pthread_condattr_init(&monotonic);
    pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
    pthread_cond_init(&worker->wake, &monotonic);
    pthread_condattr_destroy(&monotonic);
    if (!pincheck_open(&worker->pincheck, setup->pin_hash, err)) {
        worker_close(worker);
        return NULL;
    }
    look(worker);
    if (!thread_start(worker)) {
        worker_close(worker);
        err_set(err, "worker.thread", "the disk thread does not start");
        return NULL;
    }
    return worker;
}

void worker_close(Worker *worker)
{
    if (worker == NULL)
        return;
    pthread_mutex_lock(&worker->lock);
    worker->stop = true;
    pthread_cond_signal(&worker->wake);
    pthread_mutex_unlock(&worker->lock);
    if (worker->started)
        pthread_join(worker->thread, NULL);
    db_close(worker->db);
    pincheck_close(&worker->pincheck);
    pthread_cond_destroy(&worker->wake);
    pthread_mutex_destroy(&worker->lock);
    free(worker);
}

bool worker_identity(Worker *worker, Identity *out)
{
    pthread_mutex_lock(&worker->lock);
    *out = worker->identity;
    bool enrolled = worker->enrolled;
    pthread_mutex_unlock(&worker->lock);
    return enrolled;
}

void worker_pack(Worker *worker, char out[WORKER_PACK_BYTES_MAX])
{
    pthread_mutex_lock(&worker->lock);
    memcpy(out, worker->pack, WORKER_PACK_BYTES_MAX);
    pthread_mutex_unlock(&worker->lock);
}

bool worker_save(Worker *worker, const Envelope *envelope)
{
    TrayJob job = {.kind = TRAY_SAVE, .envelope = *envelope};
    job.id = envelope_id(envelope->bytes, envelope->size);
    return job_add(worker, &job);
}

bool worker_forget(Worker *worker, const EnvelopeId *id)
{
    TrayJob job = {.kind = TRAY_FORGET, .id = *id};
    return job_add(worker, &job);
}

bool worker_look(Worker *worker)
{
    TrayJob job = {.kind = TRAY_LOOK};
    return job_add(worker, &job);
}

bool worker_count(Worker *worker, Str key)
{
    TrayJob job = {.kind = TRAY_COUNT};
    return str_copy(key, job.key, sizeof job.key) && job_add(worker, &job);
}

bool worker_facts(Worker *worker)
{
    TrayJob job = {.kind = TRAY_FACTS};
    return job_add(worker, &job);
}

bool worker_pin(Worker *worker, const char *pin, unsigned asked)
{
    TrayJob job = {.kind = pin == NULL ? TRAY_LOCK : TRAY_PIN, .asked = asked};
    pthread_mutex_lock(&worker->lock);
    if (pin != NULL)
        pincheck_give(&worker->pincheck, pin);
    pthread_mutex_unlock(&worker->lock);
    return job_add(worker, &job);
}
