/* gesture.h - fingers and the mouse become "activate this node", forgivingly.
 * Owns the state of every contact and which node shows pressed. Knows nodes and places; never SDL,
 * a message or what an action means. Every rule is in one function, with its limit of limits.h.
 *
 *   contact machine (GestureContact.state)
 *     FREE --down on a target--> HELD             FREE --down elsewhere--> LOOSE
 *     FREE --down under a guard, or on a target another finger holds--> LOOSE
 *     HELD --up near the target--> FREE, activate HELD --up far from it--> FREE
 *     HELD --screen changed, turned out a palm--> LOOSE     LOOSE --up--> FREE */
#ifndef OKSP_GESTURE_H
#define OKSP_GESTURE_H

#include <stdbool.h>
#include <stdint.h>

#include "ui.h"

enum {
    GESTURE_CONTACTS_MAX = 16,
    GESTURE_PALM_CONTACTS = 3, /* so many contacts at once ... */
    GESTURE_PALM_MS = 120      /* ... begun within this time and LIMIT_PALM_MM are one palm */
};

typedef enum GestureState { GESTURE_FREE, GESTURE_LOOSE, GESTURE_HELD } GestureState;

/* One event of one contact. */
typedef struct GestureTouch {
    int64_t id; /* of the finger; GESTURE_MOUSE for the mouse */
    int x, y;   /* px */
    int width;  /* px of the contact, 0 = the device does not say */
    int64_t ms; /* running clock */
} GestureTouch;

#define GESTURE_MOUSE INT64_MIN

typedef struct GestureContact {
    GestureState state;
    int64_t id, down_ms;
    int x, y;                   /* where it came down, px */
    char node[UI_ID_BYTES_MAX]; /* HELD: the target */
    bool inside;                /* still near it: it shows pressed */
} GestureContact;

typedef struct Gesture {
    GestureContact contacts[GESTURE_CONTACTS_MAX];
    char last[UI_ID_BYTES_MAX]; /* target of the last activation */
    int64_t last_ms;
    int last_x, last_y;
    int64_t changed_ms; /* when the screen last changed after an activation */
    bool calm;          /* "rustig tikken": the same target rests longer */
} Gesture;

/* A zeroed Gesture is a fresh one, except for this. */
void gesture_reset(Gesture *gesture);

/* A contact begins, moves, ends or is taken away by the system. gesture_up returns the node to
 * activate, or UI_NONE. */
void gesture_down(Gesture *gesture, const Ui *ui, const GestureTouch *touch);
void gesture_move(Gesture *gesture, const Ui *ui, const GestureTouch *touch);
int gesture_up(Gesture *gesture, const Ui *ui, const GestureTouch *touch);
void gesture_cancel(Gesture *gesture, int64_t id);

/* Another screen stands there since `ms`: fingers that are down cannot activate anything on it. */
void gesture_screen_changed(Gesture *gesture, int64_t ms);

/* The node that shows pressed now, or UI_NONE. */
int gesture_pressed(const Gesture *gesture, const Ui *ui);

#endif
