/* hub_writer.h - the one thread that writes. It takes everything that is queued, puts it into one
 * transaction and tells each job how it went: a commit under way is what collects the next batch.
 * A store that fails in an unknown way ends the process: nothing was acknowledged, and the kiosks
 * still have every row. */
#ifndef OKSP_HUB_WRITER_H
#define OKSP_HUB_WRITER_H

#include "store.h"

enum { HUB_WRITER_BATCH_OPS_MAX = 1024, HUB_WRITER_QUEUE_OPS_MAX = 4096 };

typedef struct HubWriter HubWriter;

/* done() runs on the writer's thread; afterwards the job is the caller's again. */
typedef struct HubJob {
    StoreOp *ops;
    size_t count; /* at most HUB_WRITER_BATCH_OPS_MAX */
    void (*done)(struct HubJob *job, bool applied);
    void *context;
    struct HubJob *next; /* the writer's */
} HubJob;

HubWriter *hub_writer_start(Store *store);

/* False when too much is queued: answer 503. */
bool hub_writer_submit(HubWriter *writer, HubJob *job);

/* The same for one operation, waiting for it. */
bool hub_writer_apply(HubWriter *writer, StoreOp *op);

/* Apply what is queued, then end the thread; later submissions are refused. */
void hub_writer_stop(HubWriter *writer);

/* After stop, and after nobody can submit any more. */
void hub_writer_free(HubWriter *writer);

#endif
