/* kiosk.h - the running kiosk without a window: state, view, painter, disk, all in one hand.
 * Owns everything below. Used by the real window and by the script runner in the same way: a
 * message goes in, effects are carried out, the view is rebuilt, pixels are asked for.
 * Lives in locked memory, as do App and Ui. */
#ifndef OKSP_KIOSK_H
#define OKSP_KIOSK_H

#include "app.h"
#include "content.h"
#include "envelope.h"
#include "err.h"
#include "gesture.h"
#include "paint.h"
#include "settings.h"
#include "ui.h"
#include "watch.h"
#include "worker.h"

enum { KIOSK_MSGS_MAX = 8 };

typedef struct Kiosk {
    Settings settings;
    Watch watch;
    Paint *paint;
    Worker *worker;
    Content *content;
    Content *next;                           /* another pack, waiting for the welcome screen */
    char synced_pack[WORKER_PACK_BYTES_MAX]; /* what sync last put in place */
    App *app;
    Ui *ui;
    Gesture gesture;
    RequestClock clock;
    /* sealing */
    bool can_seal;
    EnvelopeKey seal_key;
    char *json; /* locked; REQUEST_JSON_BYTES_MAX, zero outside kiosk_seal */
    Envelope sealed;
    EnvelopeId sealed_id;
    bool is_waiting;    /* for the answer about `sealed` */
    unsigned pin_asked; /* number of the last question about the PIN */
    /* messages that effects give back at once */
    Msg msgs[KIOSK_MSGS_MAX];
    int msg_count;
    bool wiped;     /* since kiosk_take_wiped */
    unsigned views; /* how often the view was rebuilt */
} Kiosk;

typedef struct KioskSetup {
    const Settings *settings;
    int width_px, height_px;
    const char *pack;            /* from the command line; NULL = as the settings say */
    void (*bell)(void *context); /* the disk thread has an answer: call kiosk_answers soon */
    void *context;
} KioskSetup;

/* Open store, content and pictures, and stand on the welcome screen. NULL with `err` set: content,
 * fonts or memory are missing. A kiosk that cannot save is not an error: it says so itself. */
Kiosk *kiosk_open(const KioskSetup *setup, Err *err);
void kiosk_close(Kiosk *kiosk);

/* Something happened: the clocks, then `msg`, then what came of it; then the view is new. */
void kiosk_send(Kiosk *kiosk, Msg msg);

/* A node was activated; its action by value. */
void kiosk_activate(Kiosk *kiosk, int node);

/* Take the answers of the disk thread. */
void kiosk_answers(Kiosk *kiosk);

/* Read identity, status and content pack again (oksp-sync says that something is new). */
void kiosk_renew(Kiosk *kiosk);

/* Milliseconds until something must happen by itself; -1 = never. 0 = kiosk_send a MSG_TICK now. */
int64_t kiosk_wait_ms(const Kiosk *kiosk);

/* Bring the pixels up to date; see paint_screen. */
int kiosk_show(Kiosk *kiosk, UiRect dirty[UI_DIRTY_MAX]);

/* Was everything of a visitor wiped since the last call? Then whoever holds events of theirs must
 * forget them too. */
bool kiosk_take_wiped(Kiosk *kiosk);

/* For perform.c: have `msg` delivered after the present one. */
void kiosk_answer(Kiosk *kiosk, Msg msg);

#endif
