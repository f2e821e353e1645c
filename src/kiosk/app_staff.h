/* app_staff.h - colleagues at the kiosk: the PIN, the status, the self-tests.
 * Owns AppStaff, a part of the visitor that is wiped with it, and whenever the staff screens are
 * left. Knows no request and no visitor: only how this machine is doing.
 *
 *   welcome --Medewerker--> PIN --MSG_PIN right--> status --> tests
 *   Any other screen, the idle warning and every wipe end it: the PIN is asked again. */
#ifndef OKSP_APP_STAFF_H
#define OKSP_APP_STAFF_H

#include <stdbool.h>
#include <stdint.h>

#include "msg.h"

struct App;

enum {
    APP_STAFF_PIN_DIGITS = 6,
    APP_STAFF_CELLS_MAX = 128,  /* of the touch test */
    APP_STAFF_RULER_MAX = 150,  /* steps of the ruler, to either side */
    APP_STAFF_RULER_COARSE = 8, /* steps of "veel groter" */
    APP_STAFF_RENEW_S = 60,     /* the status is read again this often while it is looked at */
    APP_STAFF_CARD_UM = 85600,  /* width of a bank card: ISO/IEC 7810 ID-1 */
    APP_STAFF_CARD_HIGH_UM = 53980
};

typedef struct AppStaff {
    bool is_in;                         /* the right PIN was typed */
    bool is_checking;                   /* the PIN is with the worker */
    bool was_wrong;                     /* said until the next digit */
    bool has_lock, has_facts;           /* the two below were told */
    char pin[APP_STAFF_PIN_DIGITS + 1]; /* in locked memory, gone as soon as it was judged */
    MsgPin lock;
    int64_t lock_ms; /* running ms when `lock` was told */
    MsgStaff facts;
    int64_t facts_ms;                         /* running ms when the facts were asked for */
    uint64_t cells[APP_STAFF_CELLS_MAX / 64]; /* touch test: cells that answered */
    int ruler;                                /* steps away from the setting */
    int seen;                                 /* ScreenId that was arrived at last */
} AppStaff;

/* An action of the staff screens. */
void app_staff_act(struct App *app, MsgAct act, Effects *effects);

/* A digit of a real keyboard; false when it is not for us. */
bool app_staff_point(struct App *app, uint32_t point);

/* The answers of the shell. */
void app_staff_pin(struct App *app, const MsgPin *pin);
void app_staff_facts(struct App *app, const MsgStaff *facts);

/* After every message: who is not in does not stay, and who left is forgotten. */
void app_staff_guard(struct App *app, Effects *effects);

/* The idle warning: whoever comes back types the PIN again. */
void app_staff_veil(struct App *app);

/* Running ms at which a staff screen must be shown anew; APP_WAKE_NEVER = not. */
int64_t app_staff_wake(const struct App *app);

/* Seconds until the next try is allowed; 0 = now. */
int app_staff_wait_s(const struct App *app);

/* How many digits stand there, and may they be handed in? */
int app_staff_digits(const struct App *app);
bool app_staff_is_ready(const struct App *app);

/* Touch test: did this cell answer? */
bool app_staff_cell(const struct App *app, int cell);

/* Pixels per millimetre by the setting, moved by the steps of the ruler. */
double app_staff_px_per_mm(const struct App *app);

#endif
