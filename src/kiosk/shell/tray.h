/* tray.h - what lies between the screen and the disk: jobs one way, answers the other.
 * Owns the jobs and answers in it, by value. No lock and no disk: worker.c holds its lock around
 * every call. Only ever sees sealed bytes.
 * A slow disk must never cost a request its place: what can be asked or told again gives way. */
#ifndef OKSP_TRAY_H
#define OKSP_TRAY_H

#include <stdbool.h>

#include "envelope.h"
#include "kept.h"
#include "msg.h"
#include "worker.h"

enum {
    TRAY_JOBS_MAX = WORKER_JOBS_MAX,
    TRAY_COUNTS_MAX = TRAY_JOBS_MAX / 2, /* with more jobs than this, a count is not taken */
    /* Every request kept in memory and every job may end while nobody looks; of a status, of the
     * facts and of a PIN only the newest lies there. */
    TRAY_ANSWERS_MAX = KEPT_MAX + TRAY_JOBS_MAX + 3
};

typedef enum TrayJobKind {
    TRAY_SAVE,
    TRAY_FORGET,
    TRAY_LOOK,
    TRAY_LOCK,
    TRAY_PIN,
    TRAY_FACTS,
    TRAY_COUNT
} TrayJobKind;

typedef struct TrayJob {
    TrayJobKind kind;
    EnvelopeId id;
    Envelope envelope;
    unsigned asked;
    char key[MSG_ID_BYTES_MAX]; /* of a count */
} TrayJob;

typedef struct Tray {
    TrayJob jobs[TRAY_JOBS_MAX];
    int job_first, job_count;
    WorkerAnswer answers[TRAY_ANSWERS_MAX];
    int answer_first, answer_count;
} Tray;

/* Behind the others. To look, or to read the facts, is there once however often it is asked. False:
 * there is no room, or it is a count and the disk is far behind. */
bool tray_give_job(Tray *tray, const TrayJob *job);

/* The oldest, taken out; false when there is none. */
bool tray_take_job(Tray *tray, TrayJob *job);

/* Behind the others. A status, facts and what is known of a PIN take the place of an older one that
 * nobody took. Should all the room be full, the oldest goes: whoever waited for it left long ago.
 */
void tray_give_answer(Tray *tray, const WorkerAnswer *answer);

/* The oldest, taken out; false when there is none. */
bool tray_take_answer(Tray *tray, WorkerAnswer *answer);

#endif
