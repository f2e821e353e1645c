/* app.h - the whole state of the kiosk and the only function that changes it.
 * Owns App: everything a visitor did and typed stands in it, in locked memory (the caller allocates
 * it with sodium_malloc and zeroes it), and in no other place of the program.
 * Never reads a clock, a file, the network or randomness: all of it arrives as a Msg, and what must
 * be done leaves as an Effect, so the same messages always give the same state. No malloc.
 *
 *   idle machine (App.visitor.idle; times of flows.md "Limits settled")
 *     AWAKE --app_time_tick, no input for the screen's idle time--> WARNING (veil at once)
 *     WARNING --any activation--> AWAKE            WARNING --60 s--> app_wipe
 *   sending machine (App.visitor.sending)
 *     NO --ACT_SEND--> WAITING --150 ms--> SLOW    WAITING, SLOW --MSG_SAVED--> NO, saved screen
 *     WAITING, SLOW --MSG_SAVE_FAILED--> NO, cannot-save screen */
#ifndef OKSP_APP_H
#define OKSP_APP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "act.h"
#include "app_child.h"
#include "app_draft.h"
#include "app_fix.h"
#include "app_staff.h"
#include "app_prep.h"
#include "app_share.h"
#include "app_typing.h"
#include "content.h"
#include "msg.h"
#include "request.h"
#include "signal.h"
#include "ui.h"

enum {
    APP_HISTORY_MAX = 32,     /* screens that Back can walk through; older ones are forgotten */
    APP_IDLE_READING_S = 120, /* flows.md "Limits settled" */
    APP_IDLE_FORM_S = 180,
    APP_IDLE_HELP_S = 300,
    APP_IDLE_WARN_S = 60,      /* SES-03: at least 60 s */
    APP_SAVED_RING_S = 120,    /* the calm ring of a done screen */
    APP_CALM_REST_MS = 2000,   /* a child that looks before it sends rests this long */
    APP_CALM_PRESS_MS = 1500,  /* ... and then has this long to press */
    APP_CALM_MISSES_MAX = 12,  /* touches beside every target: more are no parent in a hurry */
    APP_SAVING_SHOWN_MS = 150, /* "Even opslaan..." only when saving takes longer */
    APP_OFFLINE_S = 24 * 3600, /* last contact longer ago: the honest sentence */
    APP_QUERY_POINTS_MAX = 60,
    APP_PAGES_MAX = 40 /* pages of one screen: a card with every sentence, in the largest letters */
};

#define APP_WAKE_NEVER INT64_MAX

typedef enum ScreenId {
#define SCREEN(name, lower, home, idle, back) SCREEN_##name,
#include "screens.def"
#undef SCREEN
    SCREEN_COUNT
} ScreenId;

typedef enum ScreenHome {
    SCREEN_HOME_NONE,
    SCREEN_HOME_PARENT,
    SCREEN_HOME_CHILD,
    SCREEN_HOME_KEEP
} ScreenHome;
typedef enum ScreenIdle {
    SCREEN_IDLE_NONE,
    SCREEN_IDLE_READING,
    SCREEN_IDLE_FORM,
    SCREEN_IDLE_HELP
} ScreenIdle;

/* A row of screens.def. `prefix` opens every node id of that screen: "home". */
typedef struct ScreenInfo {
    const char *prefix;
    ScreenHome home;
    ScreenIdle idle;
    bool has_back;
} ScreenInfo;

const ScreenInfo *app_screen(ScreenId id);

/* Where the visitor is: a screen, what it is about, and which of its pages. */
typedef struct AppPlace {
    ScreenId screen;
    int arg;    /* situation, topic ...; meaning per screen */
    int page;   /* 0 = first */
    bool dutch; /* this topic in Dutch, whatever the language of the screen */
    int picked; /* what was outlined when Taal or Weergave was opened over it; 0 = nothing */
} AppPlace;

/* Why the cannot-save screen stands there: AppPlace.arg of SCREEN_CANNOT_SAVE. */
typedef enum AppCannot {
    APP_CANNOT_STORE, /* a request */
    APP_CANNOT_FLOODED,
    APP_CANNOT_SHARE, /* an experience */
    APP_CANNOT_FIX    /* a fault in a page */
} AppCannot;

/* What EFFECT_SAVE seals: the one thing that the last check screen showed. */
typedef enum AppPost { APP_POST_REQUEST, APP_POST_STORY, APP_POST_FIX } AppPost;

typedef enum AppMode { APP_MODE_NONE, APP_MODE_PARENT, APP_MODE_YOUNG, APP_MODE_READING } AppMode;

/* What belongs to this kiosk and not to a visitor (kiosk.ini); survives every wipe. */
typedef struct AppSetup {
    Panel panel; /* pixels, millimetres, mount height */
    UiMeasure measure;
    void *measure_context;
    bool staffed;                        /* somebody is here to ask */
    bool at_school;                      /* the kiosk stands in a school */
    bool audio;                          /* a voice and a loudspeaker or headset */
    bool has_pin;                        /* colleagues can come in: there is a hash of their PIN */
    char org[REQUEST_ORG_BYTES_MAX];     /* organisation id, from the keyring */
    char place[REQUEST_PLACE_BYTES_MAX]; /* kiosk id, from enrolment */
} AppSetup;

/* How the screen looks for this visitor. */
typedef struct AppLook {
    ThemeLook theme;
    ThemeText size;
    bool low; /* every target in the lower part */
} AppLook;

typedef enum AppIdle { APP_IDLE_AWAKE, APP_IDLE_WARNING } AppIdle;
typedef enum AppSending { APP_SENDING_NO, APP_SENDING_WAITING, APP_SENDING_SLOW } AppSending;

/* What may stand on the saved screen: nothing that was typed (flows.md "No name after sending"). */
typedef struct AppSaved {
    MsgReceipt receipt;
    RequestHow how;
    RequestTold told;
    Date due;
    bool interpreter;
    int talk; /* row of the list of languages to talk in, -1 = none */
} AppSaved;

/* Everything of one visitor. Zero is a fresh visitor, except where app_wipe says otherwise. */
typedef struct AppVisitor {
    AppMode mode;
    Language language;
    AppLook look;
    bool reading_aloud;                /* Voorlezen is on */
    bool speaking;                     /* a voice is talking now: the idle clock stands still */
    AppPlace history[APP_HISTORY_MAX]; /* [depth] is now; below it what Back returns to */
    int depth;
    int word; /* hard word whose pop-up is open, as content_word index + 1; 0 = none */
    char focus[MSG_ID_BYTES_MAX];
    bool touched; /* anything happened since the last wipe */
    AppIdle idle;
    AppSending sending;
    int64_t active_ms;    /* running ms of the last sign of life */
    int misses;           /* touches of this visit that met no target */
    int64_t calm_ms;      /* ... of the last one on this screen after APP_CALM_REST_MS of rest */
    int64_t idle_from_ms; /* when the warning began */
    int64_t sent_ms;      /* when Verstuur was tapped */
    int64_t ring_from_ms; /* when the ring of the done screen (re)started */
    AppDraft draft;
    char query[CONTENT_QUERY_BYTES_MAX]; /* what is searched for */
    AppChild child;
    AppPrep prep; /* a talk with school: chosen sentences and own words; never leaves App */
    int picked;   /* outlined tile of this screen + 1; 0 = none */
    AppTyping typing;
    AppStaff staff;
    Request request; /* what the check screen shows, and what is sealed: one and the same */
    AppSaved saved;  /* what the saved screen says */
    AppPost post;    /* which of request, story and fault was sent last */
    AppShare share;
    SignalStory story; /* as request: an experience, as its check screen shows it */
    AppFix fix;
    SignalFix fault; /* as request: a fault in a page, as its form shows it */
} AppVisitor;

/* Survive a wipe: setup, status, now, wake. Everything else is the visitor. */
typedef struct App {
    AppSetup setup;
    MsgStatus status;
    MsgTick now;
    int64_t wake_ms; /* running ms at which a MSG_TICK must come; APP_WAKE_NEVER = none */
    AppVisitor visitor;
} App;

/* A fresh kiosk on the welcome screen. `app` is zeroed locked memory of the caller. */
void app_init(App *app, const AppSetup *setup);

/* Carry out one message. `effects` is emptied first; the shell performs them in order. */
void app_update(App *app, const Content *content, Msg msg, Effects *effects);

/* Overwrite everything of the visitor and stand on welcome, exactly as after app_init. */
void app_wipe(App *app);

/* Fill `ui` with the nodes of the present screen (defined in screens/app_view.c). The nodes point
 * into `app`, `content` and `ui`'s own text store, and live until the next call. */
void app_view(Ui *ui, const App *app, const Content *content);

/* Running ms at which something must happen by itself, or APP_WAKE_NEVER. */
int64_t app_wake(const App *app);

/* The present place, screen and language. */
const AppPlace *app_place(const App *app);

/* How far a ring has run down, 1 (full) to 0; the shell redraws it at app.wake_ms. */
float app_ring(const App *app);

/* The theme of this panel with what the visitor chose. */
Theme app_theme(const App *app);

/* Dates as the region counts them: today in the Netherlands. False when the clock is unknown. */
bool app_today(const App *app, Date *today);

/* The last contact with the hub is over 24 h ago, or never was (flows.md "offline sentence"). */
bool app_is_offline(const App *app);

#endif
