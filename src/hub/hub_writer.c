/* hub_writer.c - queue, thread, group commit. */
#include "hub_writer.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "log.h"

struct HubWriter {
    Store *store;
    pthread_t thread;
    pthread_mutex_t mutex; /* of everything below */
    pthread_cond_t work;
    HubJob *first, **last;
    size_t queued_ops;
    bool stopping;
    StoreOp *batch; /* the writer thread's own */
};

/* The unknown outcome. abort() and not exit(): no handler may touch the store any more. */
static void end_process(const Err *err)
{
    log_error("store.failed", err);
    abort();
}

/* One transaction for these jobs; false when the disk is full (nothing was written). */
static bool apply_jobs(HubWriter *writer, HubJob *first, size_t jobs)
{
    Err err = {0};
    size_t total = 0, at = 0;
    HubJob *job = first;
    for (size_t i = 0; i < jobs; i++, job = job->next) {
        memcpy(&writer->batch[total], job->ops, job->count * sizeof *job->ops);
        total += job->count;
    }
    if (!store_apply(writer->store, writer->batch, total, &err)) {
        if (strcmp(err.code, "store.full") != 0) {
            end_process(&err);
        }
        log_error("store.full", &err);
        return false;
    }
    job = first;
    for (size_t i = 0; i < jobs; i++, job = job->next) {
        memcpy(job->ops, &writer->batch[at], job->count * sizeof *job->ops);
        at += job->count;
    }
    return true;
}

/* Tell `jobs` jobs; each may be gone the moment it was told. */
static HubJob *tell(HubJob *job, size_t jobs, bool applied)
{
    for (size_t i = 0; i < jobs; i++) {
        HubJob *next = job->next;
        job->done(job, applied);
        job = next;
    }
    return job;
}

/* As many jobs as fit into one batch. When the disk is full for all together, each gets its own
 * chance: an erasure must not fail because a large batch did. */
static HubJob *work_batch(HubWriter *writer, HubJob *first)
{
    size_t jobs = 0, ops = 0;
    for (HubJob *job = first; job != NULL && ops + job->count <= HUB_WRITER_BATCH_OPS_MAX;
         job = job->next) {
        ops += job->count;
        jobs++;
    }
    check(jobs > 0);
    if (apply_jobs(writer, first, jobs)) {
        return tell(first, jobs, true);
    }
    if (jobs == 1) {
        return tell(first, 1, false);
    }
    HubJob *job = first;
    for (size_t i = 0; i < jobs; i++) {
        bool applied = apply_jobs(writer, job, 1);
        job = tell(job, 1, applied);
    }
    return job;
}

static HubJob *take_all(HubWriter *writer)
{
    pthread_mutex_lock(&writer->mutex);
    while (writer->first == NULL && !writer->stopping) {
        pthread_cond_wait(&writer->work, &writer->mutex);
    }
    HubJob *jobs = writer->first;
    writer->first = NULL;
    writer->last = &writer->first;
    writer->queued_ops = 0;
    pthread_mutex_unlock(&writer->mutex);
    return jobs;
}

static void *run(void *context)
{
    HubWriter *writer = context;
    for (HubJob *jobs = take_all(writer); jobs != NULL; jobs = take_all(writer)) {
        while (jobs != NULL) {
            jobs = work_batch(writer, jobs);
        }
    }
    return NULL;
}

HubWriter *hub_writer_start(Store *store)
{
    HubWriter *writer = calloc(1, sizeof *writer);
    check(writer != NULL);
    writer->store = store;
    writer->last = &writer->first;
    writer->batch = calloc(HUB_WRITER_BATCH_OPS_MAX, sizeof *writer->batch);
    check(writer->batch != NULL);
    pthread_mutex_init(&writer->mutex, NULL);
    pthread_cond_init(&writer->work, NULL);
    check(pthread_create(&writer->thread, NULL, run, writer) == 0);
    return writer;
}

bool hub_writer_submit(HubWriter *writer, HubJob *job)
{
    check(job->count > 0 && job->count <= HUB_WRITER_BATCH_OPS_MAX);
    pthread_mutex_lock(&writer->mutex);
    bool room = !writer->stopping && writer->queued_ops + job->count <= HUB_WRITER_QUEUE_OPS_MAX;
    if (room) {
        job->next = NULL;
        *writer->last = job;
        writer->last = &job->next;
        writer->queued_ops += job->count;
        pthread_cond_signal(&writer->work);
    }
    pthread_mutex_unlock(&writer->mutex);
    return room;
}

typedef struct Waiter {
    pthread_mutex_t mutex;
    pthread_cond_t told;
    bool done, applied;
} Waiter;

static void wake(HubJob *job, bool applied)
{
    Waiter *waiter = job->context;
    pthread_mutex_lock(&waiter->mutex);
    waiter->done = true;
    waiter->applied = applied;
    pthread_cond_signal(&waiter->told);
    pthread_mutex_unlock(&waiter->mutex);
}

bool hub_writer_apply(HubWriter *writer, StoreOp *op)
{
    Waiter waiter = {PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, false, false};
    HubJob job = {.ops = op, .count = 1, .done = wake, .context = &waiter};
    if (!hub_writer_submit(writer, &job)) {
        return false;
    }
    pthread_mutex_lock(&waiter.mutex);
    while (!waiter.done) {
        pthread_cond_wait(&waiter.told, &waiter.mutex);
    }
    pthread_mutex_unlock(&waiter.mutex);
    return waiter.applied;
}

void hub_writer_stop(HubWriter *writer)
{
    pthread_mutex_lock(&writer->mutex);
    writer->stopping = true;
    pthread_cond_signal(&writer->work);
    pthread_mutex_unlock(&writer->mutex);
    pthread_join(writer->thread, NULL);
}

void hub_writer_free(HubWriter *writer)
{
    pthread_cond_destroy(&writer->work);
    pthread_mutex_destroy(&writer->mutex);
    free(writer->batch);
    free(writer);
}
