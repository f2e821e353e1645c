/* sync_step.h - when to sync next: a pure state machine, no clock, no socket, no disk.
 * Owns nothing but its own small state.
 *
 *   START --random 0-60 s--> SENDING
 *   SENDING --accepted, little waits--> RESTING (cadence +- 20 %) --> SENDING
 *   SENDING --accepted, more than 50 wait--> SENDING at once
 *   SENDING --too large--> SENDING at once, with half the rows
 *   SENDING --failed, busy--> BACKING OFF (1 + random of 5, 10, 20 ... 900 s; Retry-After) -->
 * SENDING SENDING --denied, too old--> BACKING OFF (15 minutes) --> SENDING
 *
 * The cadence is fixed and jittered so that the wire tells nobody when a visitor was there, and so
 * that thousands of kiosks do not come at once after an outage. */
#ifndef OKSP_SYNC_STEP_H
#define OKSP_SYNC_STEP_H

#include <stdbool.h>
#include <stdint.h>

enum {
    SYNC_STEP_FIRST_MS_MAX = 60 * 1000,
    SYNC_STEP_CADENCE_S = 600,
    SYNC_STEP_CADENCE_S_MIN = 5, /* docs/protocol.md: next_s 5 to 3600 */
    SYNC_STEP_CADENCE_S_MAX = 3600,
    SYNC_STEP_BACKOFF_S_MAX = 900,
    SYNC_STEP_RETRY_AFTER_S_MAX = 3600,
    SYNC_STEP_ITEMS_MAX = 50,
    SYNC_STEP_AT_ONCE_ROWS = 50 /* more than this many waiting: go on without resting */
};

typedef enum SyncOutcome {
    SYNC_OUTCOME_ACCEPTED,  /* a reply of the hub, acknowledgements stored */
    SYNC_OUTCOME_TOO_LARGE, /* 413 */
    SYNC_OUTCOME_DENIED,    /* 401, 403: enrol again; rows stay */
    SYNC_OUTCOME_TOO_OLD,   /* 426: install a newer version; rows stay */
    SYNC_OUTCOME_BUSY,      /* 429, 503: come back later */
    SYNC_OUTCOME_FAILED     /* everything else: no network, wrong certificate, not our JSON */
} SyncOutcome;

/* What happened. retry_after_s and next_s are 0 when the hub said nothing about them. */
typedef struct SyncEvent {
    SyncOutcome outcome;
    int64_t retry_after_s;
    int64_t next_s;
    int64_t waiting; /* rows still to be sent */
} SyncEvent;

typedef struct SyncStep {
    int64_t fixed_cadence_s; /* from the settings; 0 = as the hub asks */
    int64_t cadence_s;       /* in use */
    int failures;            /* in a row */
    int items_max;           /* rows of the next batch */
} SyncStep;

/* fixed_cadence_s 0: ten minutes until the hub asks for something else. */
SyncStep sync_step_start(int64_t fixed_cadence_s);

/* `random` is any 32 random bits. Both answer in milliseconds. */
int64_t sync_step_first_wait_ms(const SyncStep *step, uint32_t random);
int64_t sync_step_after_ms(SyncStep *step, const SyncEvent *event, uint32_t random);

#endif
