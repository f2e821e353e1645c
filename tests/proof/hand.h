/* hand.h - a hand on the glass without a window: contacts become gestures, gestures become hits on
 * nodes, hits become messages, in the order of the real kiosk (kiosk_send) and in simulated time.
 * Owns the contacts and the screens it remembers. Never acts on App but through app_update.
 *
 * A screen that was built once for the same state is not built again: a million taps must fit in a
 * test. The key is every byte of the visitor except clocks and the order of the way here, and
 * what the clocks mean (the quarter of an hour, without contact, waiting for the next PIN); now and
 * then a remembered screen is compared with a fresh one, node by node with their places. */
#ifndef OKSP_TEST_HAND_H
#define OKSP_TEST_HAND_H

#include "gesture.h"
#include "stage.h"

typedef struct HandShown HandShown;

typedef struct Hand {
    Stage *stage;
    Gesture gesture;
    const Ui *ui;    /* what stands on the glass now */
    AppVisitor now;  /* what it was built from, without clocks */
    uint64_t moment; /* and what the clocks meant then */
    HandShown *shown;
    struct HandSize *sizes;
    UiMeasure measure; /* of the stage */
    void *measure_context;
    uint64_t random;
    int dirt; /* of this byte the stack is full before every message; 0 = as it comes */
    /* what came of it */
    long taps, activations, built, recalled;
    long saves[APP_POST_FIX + 1]; /* EFFECT_SAVE, by what was sent */
    long pins, staff;             /* PINs handed in; moments on a staff screen beyond the PIN */
    int64_t pin_ms;               /* the next PIN may be handed in from then on */
    bool seen[SCREEN_COUNT];
    uint64_t digest; /* of everything that was shown, in order: the same seeds give the same */
    bool stale;      /* a remembered screen differed from a fresh one */
} Hand;

void hand_open(Hand *hand, Stage *stage);
void hand_close(Hand *hand);

/* Begin again on what the stage shows now, with another row of random numbers. */
void hand_begin(Hand *hand, uint64_t seed);

/* A screen of colleagues beyond the PIN. */
bool hand_is_staff(ScreenId screen);

/* A number from 0 up to `below`. */
int hand_random(Hand *hand, int below);

/* Let `ms` go by; what wakes by itself does. */
void hand_wait(Hand *hand, int64_t ms);

/* A message as kiosk_send delivers it. */
void hand_send(Hand *hand, Msg msg);

/* One contact; `width` in px, 0 = the device does not tell. */
typedef struct HandPoint {
    int64_t finger;
    int x, y, width;
} HandPoint;

void hand_down(Hand *hand, HandPoint point);
void hand_up(Hand *hand, HandPoint point);

/* A point anywhere on the glass. */
HandPoint hand_anywhere(Hand *hand, int64_t finger);

#endif
