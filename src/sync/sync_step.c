/* sync_step.c - the table of sync_step.h as code. */
#include "sync_step.h"

#include "check.h"

enum { MS_PER_S = 1000, JITTER_PERCENT = 20, BACKOFF_BASE_S = 5, BACKOFF_DOUBLINGS_MAX = 12 };

SyncStep sync_step_start(int64_t fixed_cadence_s)
{
    return (SyncStep){.fixed_cadence_s = fixed_cadence_s,
                      .cadence_s = fixed_cadence_s > 0 ? fixed_cadence_s : SYNC_STEP_CADENCE_S,
                      .items_max = SYNC_STEP_ITEMS_MAX};
}

/* 0 to `max`, both included. */
static int64_t random_up_to(uint32_t random, int64_t max)
{
    return (int64_t)((uint64_t)random * ((uint64_t)max + 1) >> 32);
}

static int64_t smaller(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

static int64_t larger(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

int64_t sync_step_first_wait_ms(const SyncStep *step, uint32_t random)
{
    return random_up_to(random, smaller(SYNC_STEP_FIRST_MS_MAX, step->cadence_s * MS_PER_S));
}

static int64_t rest_ms(const SyncStep *step, uint32_t random)
{
    int64_t whole = step->cadence_s * MS_PER_S;
    int64_t jitter = whole * JITTER_PERCENT / 100;
    return whole - jitter + random_up_to(random, 2 * jitter);
}

/* A kiosk with a short cadence of its own (a demo, a busy place) does not back off for a quarter of
 * an hour: never longer than one and a half cadences. */
static int64_t backoff_max_s(const SyncStep *step)
{
    return smaller(SYNC_STEP_BACKOFF_S_MAX, larger(1, step->cadence_s * 3 / 2));
}

/* Full jitter: 1 + random(min(max, 5 * 2^n)). */
static int64_t backoff_ms(SyncStep *step, uint32_t random)
{
    int doublings = step->failures < BACKOFF_DOUBLINGS_MAX ? step->failures : BACKOFF_DOUBLINGS_MAX;
    step->failures++;
    int64_t most_s = smaller(backoff_max_s(step), (int64_t)BACKOFF_BASE_S << doublings);
    return MS_PER_S + random_up_to(random, most_s * MS_PER_S);
}

static int64_t after_accepted(SyncStep *step, const SyncEvent *event, uint32_t random)
{
    step->failures = 0;
    step->items_max = SYNC_STEP_ITEMS_MAX;
    if (step->fixed_cadence_s == 0 && event->next_s >= SYNC_STEP_CADENCE_S_MIN &&
        event->next_s <= SYNC_STEP_CADENCE_S_MAX) {
        step->cadence_s = event->next_s;
    }
    return event->waiting > SYNC_STEP_AT_ONCE_ROWS ? 0 : rest_ms(step, random);
}

static int64_t after_too_large(SyncStep *step, uint32_t random)
{
    if (step->items_max == 1) {
        return backoff_ms(step, random); /* one row cannot be halved */
    }
    step->items_max /= 2;
    return 0;
}

static int64_t after_busy(SyncStep *step, const SyncEvent *event, uint32_t random)
{
    int64_t asked_s = smaller(event->retry_after_s, SYNC_STEP_RETRY_AFTER_S_MAX);
    return larger(backoff_ms(step, random), asked_s * MS_PER_S);
}

int64_t sync_step_after_ms(SyncStep *step, const SyncEvent *event, uint32_t random)
{
    check(step->items_max >= 1 && step->items_max <= SYNC_STEP_ITEMS_MAX);
    switch (event->outcome) {
    case SYNC_OUTCOME_ACCEPTED: return after_accepted(step, event, random);
    case SYNC_OUTCOME_TOO_LARGE: return after_too_large(step, random);
    case SYNC_OUTCOME_BUSY: return after_busy(step, event, random);
    case SYNC_OUTCOME_DENIED:
    case SYNC_OUTCOME_TOO_OLD: step->failures++; return backoff_max_s(step) * MS_PER_S;
    case SYNC_OUTCOME_FAILED: return backoff_ms(step, random);
    }
    check(false);
    return 0;
}
