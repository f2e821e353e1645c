/* worker.c - the disk thread. See worker.h. */
#include "worker.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "kv.h"
#include "log.h"
#include "outbox.h"
#include "runclock.h"
#include "status.h"

typedef enum JobKind { JOB_SAVE, JOB_FORGET, JOB_LOOK } JobKind;

typedef struct Job {
    JobKind kind;
    EnvelopeId id;
    Envelope envelope;
} Job;

typedef struct Kept {
    bool used;
    EnvelopeId id;
    Envelope envelope;
} Kept;

struct Worker {
    WorkerSetup setup;
    char data_dir[DB_PATH_BYTES_MAX];
    pthread_t thread;
    bool started;
    /* the thread's own */
    Db *db;
    Kept kept[WORKER_KEPT_MAX];
    char told[ERR_CODE_BYTES_MAX]; /* last trouble in the log: the same is not told at every look */
    /* shared, under `lock` */
    pthread_mutex_t lock;
    pthread_cond_t wake;
    Job jobs[WORKER_JOBS_MAX];
    int job_first, job_count;
    WorkerAnswer answers[WORKER_ANSWERS_MAX];
    int answer_first, answer_count;
    Identity identity;
    bool enrolled;
    char pack[WORKER_PACK_BYTES_MAX];
    bool stop;
};

/* ---- answers -----------------------------------------------------------------------------------
 */

/* Only statuses are ever dropped: there is always a newer one. */
static void answer_add(Worker *worker, const WorkerAnswer *answer)
{
    pthread_mutex_lock(&worker->lock);
    if (worker->answer_count < WORKER_ANSWERS_MAX) {
        int at = (worker->answer_first + worker->answer_count) % WORKER_ANSWERS_MAX;
        worker->answers[at] = *answer;
        worker->answer_count++;
    }
    pthread_mutex_unlock(&worker->lock);
    worker->setup.bell(worker->setup.context);
}

bool worker_take(Worker *worker, WorkerAnswer *answer)
{
    pthread_mutex_lock(&worker->lock);
    bool there_is = worker->answer_count > 0;
    if (there_is) {
        *answer = worker->answers[worker->answer_first];
        worker->answer_first = (worker->answer_first + 1) % WORKER_ANSWERS_MAX;
        worker->answer_count--;
    }
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
    return store_ready(worker, err) && run_clock(worker, &item.run_s, err) &&
           outbox_save(worker->db, &item, err);
}

static int64_t wall_s(void)
{
    struct timespec now = {0};
    (void)clock_gettime(CLOCK_REALTIME, &now);
    return now.tv_sec;
}

/* The moment of the last answer of the hub on this machine's wall clock: running time does not care
 * about a clock that was set in between. */
static int64_t last_contact(const Status *status)
{
    if (status->last_ok_run_s > 0)
        return wall_s() - (status->run_s - status->last_ok_run_s);
    return status->last_ok_utc_s;
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
    Status status = {0};
    RunBoot boot;
    if (store_ready(worker, &err) && runclock_boot(&boot, &err) &&
        status_read(worker->db, &boot, &status, &err)) {
        answer.status.can_save = worker->enrolled;
        answer.status.last_contact_s = last_contact(&status);
        answer.status.flooded =
            outbox_is_flooded(worker->db, status.run_s, worker->setup.flood_max);
        answer.clock = wall_s() >= status.time_floor_s ? status.clock : REQUEST_CLOCK_NONE;
    }
    trouble_log(worker, &err);
    answer_add(worker, &answer);
}

/* ---- what waits for a disk ---------------------------------------------------------------------
 */

static Kept *kept_find(Worker *worker, const EnvelopeId *id)
{
    for (int i = 0; i < WORKER_KEPT_MAX; i++) {
        if (worker->kept[i].used && memcmp(&worker->kept[i].id, id, sizeof *id) == 0)
            return &worker->kept[i];
    }
    return NULL;
}

static bool is_keeping(const Worker *worker)
{
    for (int i = 0; i < WORKER_KEPT_MAX; i++) {
        if (worker->kept[i].used)
            return true;
    }
    return false;
}

static void keep(Worker *worker, const Job *job)
{
    for (int i = 0; i < WORKER_KEPT_MAX && kept_find(worker, &job->id) == NULL; i++) {
        if (!worker->kept[i].used)
            worker->kept[i] = (Kept){true, job->id, job->envelope};
    }
}

static void saved(Worker *worker, const EnvelopeId *id)
{
    Kept *kept = kept_find(worker, id);
    if (kept != NULL)
        *kept = (Kept){0};
    look(worker);
    WorkerAnswer answer = {.kind = WORKER_SAVED, .id = *id};
    answer_add(worker, &answer);
}

static void save(Worker *worker, const Job *job)
{
    Err err = {0};
    if (save_try(worker, &job->envelope, &err)) {
        saved(worker, &job->id);
        return;
    }
    log_error("kiosk.save", &err);
    keep(worker, job);
    WorkerAnswer answer = {.kind = WORKER_FAILED, .id = job->id};
    (void)str_copy(str_of(err.code), answer.error, sizeof answer.error);
    answer_add(worker, &answer);
}

static void retry_all(Worker *worker)
{
    for (int i = 0; i < WORKER_KEPT_MAX; i++) {
        Kept *kept = &worker->kept[i];
        Err err = {0};
        if (kept->used && save_try(worker, &kept->envelope, &err)) {
            EnvelopeId id = kept->id;
            saved(worker, &id);
        }
    }
}

/* ---- the thread --------------------------------------------------------------------------------
 */

static bool job_add(Worker *worker, const Job *job)
{
    pthread_mutex_lock(&worker->lock);
    bool room = worker->job_count < WORKER_JOBS_MAX;
    if (room) {
        worker->jobs[(worker->job_first + worker->job_count) % WORKER_JOBS_MAX] = *job;
        worker->job_count++;
        pthread_cond_signal(&worker->wake);
    }
    pthread_mutex_unlock(&worker->lock);
    return room;
}

/* Sleep until there is a job (true), it is time to try again (false), or the end (false). Without
 * anything kept there is nothing to try: the thread then sleeps for good. */
static bool job_wait(Worker *worker, Job *job)
{
    struct timespec until = {0};
    (void)clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_sec += WORKER_RETRY_S;
    bool retry = is_keeping(worker);
    pthread_mutex_lock(&worker->lock);
    int late = 0;
    while (worker->job_count == 0 && !worker->stop && late == 0) {
        late = retry ? pthread_cond_timedwait(&worker->wake, &worker->lock, &until)
                     : pthread_cond_wait(&worker->wake, &worker->lock);
    }
    bool there_is = worker->job_count > 0;
    if (there_is) {
        *job = worker->jobs[worker->job_first];
        worker->job_first = (worker->job_first + 1) % WORKER_JOBS_MAX;
        worker->job_count--;
    }
    pthread_mutex_unlock(&worker->lock);
    return there_is;
}

static void job_do(Worker *worker, const Job *job)
{
    Kept *kept = NULL;
    switch (job->kind) {
    case JOB_SAVE: save(worker, job); return;
    case JOB_LOOK: look(worker); return;
    case JOB_FORGET:
        kept = kept_find(worker, &job->id);
        if (kept != NULL)
            *kept = (Kept){0};
        return;
    }
}

static bool is_stopping(Worker *worker)
{
    pthread_mutex_lock(&worker->lock);
    bool stop = worker->stop && worker->job_count == 0;
    pthread_mutex_unlock(&worker->lock);
    return stop;
}

static void *thread_main(void *context)
{
    Worker *worker = context;
    Job *job = calloc(1, sizeof *job);
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
    Job job = {.kind = JOB_SAVE, .envelope = *envelope};
    job.id = envelope_id(envelope->bytes, envelope->size);
    return job_add(worker, &job);
}

bool worker_forget(Worker *worker, const EnvelopeId *id)
{
    Job job = {.kind = JOB_FORGET, .id = *id};
    return job_add(worker, &job);
}

bool worker_look(Worker *worker)
{
    Job job = {.kind = JOB_LOOK};
    return job_add(worker, &job);
}
