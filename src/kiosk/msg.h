/* msg.h - everything that can happen to the kiosk (Msg) and everything it may ask for (Effect).
 * Owns nothing: both are plain data, copied by value. Never holds what a visitor typed, except the
 * one code point of MSG_POINT.
 * Rule for the shell: a MSG_TICK goes before every other message, so that app_update knows now. */
#ifndef OKSP_MSG_H
#define OKSP_MSG_H

#include <stdbool.h>
#include <stdint.h>

#include "request.h"

enum {
    MSG_CODE_BYTES_MAX = 9,   /* eight digits (data.md: code with check digit) and a terminator */
    MSG_PICTURES = 4,         /* pictures of a receipt */
    MSG_ID_BYTES_MAX = 48,    /* a node id, as in ui.h */
    MSG_ERROR_BYTES_MAX = 32, /* an error code, as in err.h */
    EFFECTS_MAX = 8           /* effects of one message */
};

typedef enum MsgKind {
    MSG_NONE,        /* nothing happened: rebuild the view only */
    MSG_ACT,         /* a node was activated (touch, mouse, keypad, script): its action, by value */
    MSG_TOUCH,       /* a finger lifted where no node is: a sign of life */
    MSG_POINT,       /* a code point of a real keyboard, already valid Unicode */
    MSG_KEY,         /* a key of the safe subset of a real keyboard */
    MSG_FOCUS,       /* keyboard focus moved to the node `id`; "" = focus is gone (a touch) */
    MSG_TICK,        /* the clocks; sent before every other message and at app.wake */
    MSG_SAVED,       /* the sealed request is committed and synced to disk: its receipt */
    MSG_SAVE_FAILED, /* it is not on disk and will not be sent: an error code for staff */
    MSG_STATUS,      /* what the shell knows of this kiosk: enrolled, key, last contact, staffed */
    MSG_SPEECH,      /* speech started (on) or ended (off); the idle clock stops while it is on */
    MSG_PIN,         /* the answer to EFFECT_PIN */
    MSG_STAFF,       /* the answer to EFFECT_STAFF */
    MSG_CONTENT,     /* another content pack was loaded; only ever sent on the welcome screen */
    MSG_WIPE         /* wipe the visitor and show welcome, as Stop en wis does */
} MsgKind;

typedef enum MsgKey {
    MSG_KEY_BACK,   /* Escape, Backspace outside a field, or the keypad's Back */
    MSG_KEY_DELETE, /* Backspace while a field is on the screen */
    MSG_KEY_HELP,   /* the keypad's Help */
    MSG_KEY_SPEAK   /* the keypad's read-aloud key */
} MsgKey;

typedef struct MsgTick {
    int64_t run_ms;     /* monotonic milliseconds since the program started */
    int64_t utc_s;      /* wall clock, seconds since 1970 */
    RequestClock clock; /* how far utc_s can be trusted; dates are promised only when OK */
} MsgTick;

typedef struct MsgReceipt {
    char code[MSG_CODE_BYTES_MAX];        /* "47291638" */
    unsigned char pictures[MSG_PICTURES]; /* numbers 0-15 of request/pictures.def */
} MsgReceipt;

typedef struct MsgStatus {
    bool can_save;          /* enrolled, a verified keyring with a key, and an open store */
    int64_t last_contact_s; /* wall clock of the last answer of the hub; 0 = never */
    bool flooded;           /* the flood limit is reached: "call us" instead of a form */
} MsgStatus;

typedef struct MsgPin {
    bool was_checked; /* false: only how the lock stands */
    bool right;
    int wait_s;  /* seconds until the next try is allowed; 0 = now */
    int tries;   /* tries from then on, before the next wait; at least 1 */
    int after_s; /* how long that next wait is */
} MsgPin;

/* How far the kiosk's store can be believed, from best to worst. */
typedef enum MsgStore {
    MSG_STORE_GOOD,
    MSG_STORE_SALVAGED, /* one was damaged; what was whole in it was brought back */
    MSG_STORE_DAMAGED,  /* one was damaged, and was not read yet */
    MSG_STORE_CLOSED    /* it cannot be opened or read */
} MsgStore;

/* What a colleague may see of this machine: nothing of a visitor, and no numbers of them. */
typedef struct MsgStaff {
    MsgStore store;
    char store_error[MSG_ERROR_BYTES_MAX]; /* "" = none */
    bool is_enrolled;
    bool has_key;                        /* the keyring verifies against the pinned root */
    char key_error[MSG_ERROR_BYTES_MAX]; /* why not; "" = it does, or not enrolled */
    int64_t keyring_seq, pack_seq;
    Date keyring_issued;                     /* year 0 = none */
    int64_t contact_s;                       /* seconds since the hub last answered; -1 = never */
    char contact_error[MSG_ERROR_BYTES_MAX]; /* of the last sync; "" = it went well */
    int64_t next_s;                          /* seconds between two syncs */
    bool is_waiting;                         /* a request or signal waits here */
    bool is_refused;                         /* the hub will never take something that is here */
    int64_t oldest_s;                        /* age of the oldest waiting request */
    bool is_filling;                         /* there is little room left for rows */
    bool has_ballast;                        /* the reserve for a full disk is there */
    int64_t disk_free_mb, disk_mb;           /* -1 = not known */
    RequestClock clock;
} MsgStaff;

/* The action of a node (ui.h's UiAction, by value): kind is an ActKind of act.h. */
typedef struct MsgAct {
    int kind;
    int arg;
} MsgAct;

typedef struct Msg {
    MsgKind kind;
    union {
        MsgAct act;
        uint32_t point;
        MsgKey key;
        char id[MSG_ID_BYTES_MAX];
        MsgTick tick;
        MsgReceipt saved;
        char error[MSG_ERROR_BYTES_MAX];
        MsgStatus status;
        bool speaking;
        MsgPin pin;
        MsgStaff staff;
    };
} Msg;

typedef enum EffectKind {
    EFFECT_NONE,
    EFFECT_SAVE,     /* seal and store what app->visitor.post says (copy it, into locked memory,
                        before the next app_update); answer MSG_SAVED or MSG_SAVE_FAILED. arg 1 =
                        the visitor tries the same again: same bytes, same id */
    EFFECT_FORGET,   /* nobody waits for that request any more: forget its bytes */
    EFFECT_LANGUAGE, /* the language is now app->language: choose fonts, voice, direction */
    EFFECT_LOOK,     /* theme, text size or button place changed: rebuild with app->look */
    EFFECT_WIPE,     /* the visitor is gone: overwrite pictures, text caches and typed bytes */
    EFFECT_SOUND,    /* a short sound; arg = EffectSound */
    EFFECT_READ,     /* read the screen aloud, from its first node */
    EFFECT_SAY,      /* say the node `id` */
    EFFECT_HUSH,     /* silence, at once */
    EFFECT_COUNT,    /* add one to the weekly tally `id` (data.md 6.4) */
    EFFECT_PIN,      /* arg 1: check app->visitor.staff.pin against the setting; 0: only tell how
                        the lock stands; answer MSG_PIN */
    EFFECT_STAFF     /* read how this machine is doing; answer MSG_STAFF */
} EffectKind;

typedef enum EffectSound { EFFECT_SOUND_KEY, EFFECT_SOUND_REFUSED, EFFECT_SOUND_SAVED } EffectSound;

typedef struct Effect {
    EffectKind kind;
    int arg;
    char id[MSG_ID_BYTES_MAX];
} Effect;

typedef struct Effects {
    Effect items[EFFECTS_MAX];
    int count;
} Effects;

#endif
