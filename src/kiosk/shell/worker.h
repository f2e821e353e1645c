/* worker.h - the one thread that touches the disk: it keeps sealed requests and reads the status.
 * Owns the kiosk's store and its thread. Takes jobs by value and gives answers by value; only ever
 * sees sealed bytes. All locks of the kiosk are in worker.c.
 * A request that cannot be kept stays in memory, sealed, and is tried again every 30 s with the
 * same bytes, so that it can never be there twice (data design, saving a request). */
#ifndef OKSP_WORKER_H
#define OKSP_WORKER_H

#include <stdbool.h>
#include <stdint.h>

#include "envelope.h"
#include "err.h"
#include "identity.h"
#include "msg.h"

enum { WORKER_JOBS_MAX = 16, WORKER_RETRY_S = 30, WORKER_PACK_BYTES_MAX = 512 };

typedef enum WorkerAnswerKind {
    WORKER_SAVED,  /* on the disk, survives a power cut */
    WORKER_FAILED, /* not on the disk; tried again unless forgotten */
    WORKER_STATUS,
    WORKER_PIN,  /* how the lock of the PIN stands, and whether it was right */
    WORKER_FACTS /* how this machine is doing */
} WorkerAnswerKind;

typedef struct WorkerAnswer {
    WorkerAnswerKind kind;
    EnvelopeId id;                  /* saved, failed */
    char error[ERR_CODE_BYTES_MAX]; /* failed */
    MsgStatus status;               /* status */
    RequestClock clock;             /* status: can the wall clock be trusted? */
    unsigned asked;                 /* pin: as in worker_pin */
    MsgPin pin;                     /* pin */
    MsgStaff facts;                 /* facts */
} WorkerAnswer;

typedef struct WorkerSetup {
    const char *data_dir;
    const char *pin_hash;        /* Argon2id of the PIN of colleagues; NULL or "" = none */
    int flood_max;               /* 0 = the usual limit */
    void (*bell)(void *context); /* called from the worker's thread: there is an answer */
    void *context;
} WorkerSetup;

typedef struct Worker Worker;

/* Open the store and start the thread. A store that cannot be opened is not an error here: the
 * kiosk then says that it cannot save, and the store is tried again. NULL with memory.full or
 * worker.thread. */
Worker *worker_open(const WorkerSetup *setup, Err *err);

/* Let the present job finish, stop, close the store. NULL is fine. */
void worker_close(Worker *worker);

/* The content pack that sync put in place ("" = none), as of the last look. */
void worker_pack(Worker *worker, char out[WORKER_PACK_BYTES_MAX]);

/* Who this kiosk is, as of the last look; false when it is not enrolled. */
bool worker_identity(Worker *worker, Identity *out);

/* Jobs. False when the queue is full: nothing was taken. Counts are refused first, so that a
 * request always finds its place (tray.h). */
bool worker_save(Worker *worker, const Envelope *envelope);
bool worker_forget(Worker *worker, const EnvelopeId *id);
bool worker_look(Worker *worker);           /* read identity and status again */
bool worker_count(Worker *worker, Str key); /* add one to a weekly count (quiet.h); no answer */
bool worker_facts(Worker *worker);          /* read what the staff screen shows */

/* Judge a PIN (wiped here as soon as that is done), or with NULL only tell how the lock stands.
 * `asked` comes back in the answer, so that an answer to an earlier visitor can be told apart. */
bool worker_pin(Worker *worker, const char *pin, unsigned asked);

/* The next answer; false when there is none. */
bool worker_take(Worker *worker, WorkerAnswer *answer);

#endif
