/* staff_place.h - a running kiosk with a PIN that nobody wrote down, on a store of its own.
 * Owns its folder; each test makes and removes one. */
#ifndef OKSP_STAFF_PLACE_H
#define OKSP_STAFF_PLACE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "kiosk.h"
#include "kv.h"

enum {
    STAFF_PLACE_DIGITS = APP_STAFF_PIN_DIGITS,
    STAFF_PLACE_MASK = 0x5A,
    STAFF_PLACE_STEPS = 1000,
    STAFF_PLACE_STEP_NS = 10000000
};

typedef struct Place {
    char folder[64], data[96];
    Settings settings;
    Kiosk *kiosk;
    unsigned char masked[STAFF_PLACE_DIGITS]; /* the PIN: the test itself holds no copy of it */
} Place;

/* cmocka setup and teardown; no kiosk yet. */
int staff_place_open(void **state);
int staff_place_close(void **state);

/* Start the kiosk; start it again. */
void staff_place_begin(Place *place);
void staff_place_again(Place *place);

/* Do something; wait until the disk thread made `done` true. */
void staff_place_act(Place *place, int kind, int arg);
void staff_place_until(Place *place, bool (*done)(const Place *place));
void staff_place_rest(void); /* one step */

/* A fresh PIN screen; a PIN handed in; the same and waited for; all the way to the status. */
void staff_place_pin(Place *place);
void staff_place_hand_in(Place *place, bool right);
void staff_place_try(Place *place, bool right);
void staff_place_come_in(Place *place);

bool staff_place_has_lock(const Place *place);
bool staff_place_is_judged(const Place *place);
const AppStaff *staff_place_staff(const Place *place);
ScreenId staff_place_screen(const Place *place);

/* The words of a node that must be there. */
const char *staff_place_words(const Place *place, const char *id);

/* Write to the store from outside, while the kiosk has it open too. */
void staff_place_kv(const Place *place, KvKey key, const char *value);

#endif
