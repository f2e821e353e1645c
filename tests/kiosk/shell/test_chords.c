/* test_chords.c - no key and no event of the window leads out of the kiosk or behind the PIN: ten
 * thousand chords through SDL's own queue into the real loop, full screen on SDL's dummy display,
 * begun on every screen that a visitor can stand on, on a real store and the real content. */
#include "staff_place.h"

#include <SDL.h>
#include <string.h>

#include "harden.h"
#include "outbox.h"
#include "shell.h"

enum {
    CHORDS = 10000,
    CHORD_MS = 300, /* simulated time between two: longer than any guard */
    RUN_S = 3600,
    KEYS_OF_OURS = 10, /* at the head of KEYS: what this kiosk answers to */
    WINDOW_EVERY = 10  /* chords between two events of the window */
};

typedef struct Chord {
    SDL_Keycode key;
    Uint16 mod;
} Chord;

/* What is known to lead out of some program or other. */
static const Chord KNOWN[] = {
    {SDLK_F4, KMOD_LALT},
    {SDLK_DELETE, KMOD_LCTRL | KMOD_LALT},
    {SDLK_BACKSPACE, KMOD_LCTRL | KMOD_LALT},
    {SDLK_c, KMOD_LCTRL},
    {SDLK_q, KMOD_LCTRL},
    {SDLK_w, KMOD_LCTRL},
    {SDLK_z, KMOD_LCTRL},
    {SDLK_d, KMOD_LCTRL},
    {SDLK_BACKSLASH, KMOD_LCTRL},
    {SDLK_TAB, KMOD_LALT},
    {SDLK_TAB, KMOD_LGUI},
    {SDLK_ESCAPE, KMOD_LCTRL},
    {SDLK_ESCAPE, KMOD_LALT},
    {SDLK_ESCAPE, KMOD_LCTRL | KMOD_LSHIFT},
    {SDLK_SPACE, KMOD_LALT},
    {SDLK_RETURN, KMOD_LALT},
    {SDLK_F10, KMOD_LSHIFT},
    {SDLK_d, KMOD_LGUI},
    {SDLK_r, KMOD_LGUI},
    {SDLK_l, KMOD_LGUI},
    {SDLK_F1, KMOD_LCTRL | KMOD_LALT},
    {SDLK_F2, KMOD_LCTRL | KMOD_LALT},
    {SDLK_F3, KMOD_LCTRL | KMOD_LALT},
    {SDLK_F4, KMOD_LCTRL | KMOD_LALT},
    {SDLK_F5, KMOD_LCTRL | KMOD_LALT},
    {SDLK_F6, KMOD_LCTRL | KMOD_LALT},
    {SDLK_F7, KMOD_LCTRL | KMOD_LALT},
    {SDLK_F8, KMOD_LCTRL | KMOD_LALT},
    {SDLK_F9, KMOD_LCTRL | KMOD_LALT},
    {SDLK_F10, KMOD_LCTRL | KMOD_LALT},
    {SDLK_F11, KMOD_LCTRL | KMOD_LALT},
    {SDLK_F12, KMOD_LCTRL | KMOD_LALT},
    {SDLK_SYSREQ, KMOD_LALT},
    {SDLK_POWER, KMOD_NONE},
    {SDLK_SLEEP, KMOD_NONE},
    {SDLK_F11, KMOD_NONE},
};

/* Letters and digits aside, every kind of key that keyboards have. */
static const SDL_Keycode KEYS[] = {
    SDLK_TAB,
    SDLK_RETURN,
    SDLK_KP_ENTER,
    SDLK_ESCAPE,
    SDLK_BACKSPACE,
    SDLK_SPACE,
    SDLK_UP,
    SDLK_DOWN,
    SDLK_LEFT,
    SDLK_RIGHT,
    SDLK_TAB,
    SDLK_RETURN,
    SDLK_TAB,
    SDLK_RETURN,
    SDLK_F1,
    SDLK_F2,
    SDLK_F3,
    SDLK_F4,
    SDLK_F5,
    SDLK_F6,
    SDLK_F7,
    SDLK_F8,
    SDLK_F9,
    SDLK_F10,
    SDLK_F11,
    SDLK_F12,
    SDLK_F13,
    SDLK_F14,
    SDLK_F15,
    SDLK_F16,
    SDLK_F17,
    SDLK_F18,
    SDLK_F19,
    SDLK_F20,
    SDLK_F21,
    SDLK_F22,
    SDLK_F23,
    SDLK_F24,
    SDLK_PRINTSCREEN,
    SDLK_SCROLLLOCK,
    SDLK_PAUSE,
    SDLK_INSERT,
    SDLK_HOME,
    SDLK_END,
    SDLK_PAGEUP,
    SDLK_PAGEDOWN,
    SDLK_DELETE,
    SDLK_CAPSLOCK,
    SDLK_NUMLOCKCLEAR,
    SDLK_APPLICATION,
    SDLK_MENU,
    SDLK_HELP,
    SDLK_EXECUTE,
    SDLK_SELECT,
    SDLK_STOP,
    SDLK_AGAIN,
    SDLK_UNDO,
    SDLK_CUT,
    SDLK_COPY,
    SDLK_PASTE,
    SDLK_FIND,
    SDLK_CANCEL,
    SDLK_CLEAR,
    SDLK_SYSREQ,
    SDLK_POWER,
    SDLK_SLEEP,
    SDLK_EJECT,
    SDLK_MUTE,
    SDLK_VOLUMEUP,
    SDLK_VOLUMEDOWN,
    SDLK_AUDIOPLAY,
    SDLK_AUDIOSTOP,
    SDLK_AUDIONEXT,
    SDLK_AUDIOPREV,
    SDLK_AUDIOMUTE,
    SDLK_MEDIASELECT,
    SDLK_WWW,
    SDLK_MAIL,
    SDLK_CALCULATOR,
    SDLK_COMPUTER,
    SDLK_AC_SEARCH,
    SDLK_AC_HOME,
    SDLK_AC_BACK,
    SDLK_AC_FORWARD,
    SDLK_AC_STOP,
    SDLK_AC_REFRESH,
    SDLK_AC_BOOKMARKS,
    SDLK_BRIGHTNESSUP,
    SDLK_BRIGHTNESSDOWN,
    SDLK_DISPLAYSWITCH,
    SDLK_APP1,
    SDLK_APP2,
    SDLK_LGUI,
    SDLK_RGUI,
};

static const Uint16 MODS[] = {KMOD_LCTRL, KMOD_LALT, KMOD_LSHIFT, KMOD_LGUI,
                              KMOD_RCTRL, KMOD_RALT, KMOD_RSHIFT, KMOD_RGUI};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

typedef struct Count {
    int chords, understood, windows, starts, beyond, digits;
    bool ended;
} Count;

static Shell *shell;
static unsigned chance = 22112026;

static unsigned random_of(size_t below)
{
    chance = chance * 1664525u + 1013904223u;
    return (chance >> 8) % (unsigned)below;
}

/* ---- the kiosk ------------------------------------------------------------------------------- */

static void begin(const Place *place, bool fullscreen)
{
    Err err = {0};
    ShellSetup setup = {
        .settings = place->settings, .fullscreen = fullscreen, .width_px = 540, .height_px = 960};

    shell = shell_open(&setup, &err);
    if (shell == NULL)
        fail_msg("%s: %s", err.code, err.text);
}

static int rows_of(const Place *place)
{
    Db *db = db_open(place->data, NULL);
    OutboxBatch *batch = calloc(1, sizeof *batch);
    OutboxQuery query = {.run_s = RUN_S, .items_max = OUTBOX_BATCH_ITEMS_MAX};

    assert_true(db != NULL && batch != NULL && outbox_next_batch(db, &query, batch, NULL));
    int count = batch->count;
    free(batch);
    db_close(db);
    return count;
}

static ScreenId here(void)
{
    return app_place(shell_kiosk(shell)->app)->screen;
}

static bool is_staff(ScreenId screen)
{
    return screen >= SCREEN_STAFF;
}

static void act(int kind, int arg)
{
    kiosk_send(shell_kiosk(shell), (Msg){.kind = MSG_ACT, .act = {kind, arg}});
}

/* As a visitor of that half stands there. */
static void stand_on(ScreenId screen)
{
    ScreenHome home = app_screen(screen)->home;

    act(ACT_STOP, 0);
    if (screen == SCREEN_STAFF_PIN) {
        act(ACT_STAFF, 0);
    } else if (screen != SCREEN_WELCOME) {
        act(home == SCREEN_HOME_CHILD ? ACT_CHILD : ACT_PARENT, 0);
        if (here() != screen)
            act(ACT_GO, (int)screen);
    }
}

/* ---- what happens to it ---------------------------------------------------------------------- */

static void push(SDL_Event event)
{
    assert_true(SDL_PushEvent(&event) >= 0);
}

static void push_key(Uint32 type, Chord chord)
{
    SDL_Event event = {.type = type};

    event.key.state = type == SDL_KEYDOWN ? SDL_PRESSED : SDL_RELEASED;
    event.key.keysym.sym = chord.key;
    event.key.keysym.mod = chord.mod;
    event.key.repeat = type == SDL_KEYDOWN && random_of(8) == 0;
    push(event);
}

/* Letters come as text too, also where SDL would hold it back: nothing may rest on that alone. */
static void push_chord(Chord chord)
{
    SDL_Event text = {.type = SDL_TEXTINPUT};

    SDL_SetModState((SDL_Keymod)chord.mod);
    push_key(SDL_KEYDOWN, chord);
    if (chord.key >= SDLK_SPACE && chord.key < SDLK_DELETE) {
        text.text.text[0] = (char)chord.key;
        push(text);
    }
    push_key(SDL_KEYUP, chord);
}

static Chord any_chord(void)
{
    Chord chord = {KEYS[random_of(COUNT(KEYS))], KMOD_NONE};

    switch (random_of(8)) {
    case 0: return KNOWN[random_of(COUNT(KNOWN))];
    case 1: chord.key = (SDL_Keycode)('a' + random_of(26)); break;
    case 2: chord.key = (SDL_Keycode)('0' + random_of(10)); break;
    case 3:
    case 4:
    case 5: chord.key = KEYS[random_of(KEYS_OF_OURS)]; break;
    }
    for (unsigned i = random_of(2) == 0 ? random_of(4) : 0; i > 0; i--)
        chord.mod |= MODS[random_of(COUNT(MODS))];
    return chord;
}

static void push_window(void)
{
    static const Uint8 events[] = {
        SDL_WINDOWEVENT_CLOSE,  SDL_WINDOWEVENT_MINIMIZED, SDL_WINDOWEVENT_FOCUS_LOST,
        SDL_WINDOWEVENT_HIDDEN, SDL_WINDOWEVENT_LEAVE,     SDL_WINDOWEVENT_TAKE_FOCUS,
        SDL_WINDOWEVENT_SHOWN,  SDL_WINDOWEVENT_EXPOSED,   SDL_WINDOWEVENT_FOCUS_GAINED};
    static const Uint32 others[] = {SDL_QUIT, SDL_APP_TERMINATING, SDL_APP_WILLENTERBACKGROUND,
                                    SDL_KEYMAPCHANGED, SDL_CLIPBOARDUPDATE};
    SDL_Event event = {.type = SDL_WINDOWEVENT};

    if (random_of(2) == 0)
        event.type = others[random_of(COUNT(others))];
    else
        event.window.event = events[random_of(COUNT(events))];
    push(event);
}

/* One turn of the loop with what was pushed, and what came of it. */
static void turn(Count *count)
{
    Kiosk *kiosk = shell_kiosk(shell);
    unsigned views = kiosk->views;

    kiosk->watch.skip_ms += CHORD_MS;
    if (!shell_turn(shell))
        count->ended = true;
    SDL_SetModState(KMOD_NONE);
    count->understood += kiosk->views != views ? 1 : 0;
    count->beyond += is_staff(here()) ? 1 : 0;
    if (here() == SCREEN_STAFF_PIN && app_staff_digits(kiosk->app) > count->digits)
        count->digits = app_staff_digits(kiosk->app);
}

static void play(int chords, Count *count)
{
    for (int i = 0; i < chords && !count->ended; i++) {
        if (random_of(WINDOW_EVERY) == 0) {
            push_window();
            count->windows++;
        }
        push_chord(any_chord());
        count->chords++;
        turn(count);
    }
}

/* ---- the proof ------------------------------------------------------------------------------- */

static void test_ten_thousand_chords_never_leave_the_kiosk_or_pass_the_pin(void **state)
{
    Place *place = *state;
    const int each = CHORDS / (int)SCREEN_STAFF + 1;
    Count count = {0};

    begin(place, true);
    for (int screen = SCREEN_WELCOME; screen < SCREEN_STAFF; screen++) {
        stand_on((ScreenId)screen);
        count.starts += here() == (ScreenId)screen ? 1 : 0;
        play(each, &count);
    }
    int saved = rows_of(place);
    printf("  %d chords from %d of %d screens and %d events of the window: %d understood, %d PIN "
           "digits at most, %d moments beyond the PIN, %d saved, %s\n",
           count.chords, count.starts, (int)SCREEN_STAFF, count.windows, count.understood,
           count.digits, count.beyond, saved, count.ended ? "ENDED" : "still running");
    assert_false(count.ended);
    act(ACT_STOP, 0);
    assert_int_equal(here(), SCREEN_WELCOME);
    shell_close(shell);
    assert_int_equal(count.beyond, 0);
    assert_int_equal(saved, 0);
    assert_true(count.chords >= CHORDS && count.understood > 0 && count.digits > 0);
    assert_int_equal(count.starts, (int)SCREEN_STAFF);
}

/* SDL would put a full screen with a grabbed keyboard away at Alt+Tab, before we see a key. */
static void test_sdl_itself_keeps_the_window_where_it_is(void **state)
{
    begin(*state, true);
    assert_false(SDL_GetHintBoolean(SDL_HINT_ALLOW_ALT_TAB_WHILE_GRABBED, SDL_TRUE));
    assert_false(SDL_GetHintBoolean(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, SDL_TRUE));
    shell_close(shell);
}

/* The events do arrive: a demo in a window ends when it is closed, and only then. */
static void test_a_window_of_a_demo_can_be_closed(void **state)
{
    Count count = {0};

    begin(*state, false);
    push_chord((Chord){SDLK_F4, KMOD_LALT});
    turn(&count);
    assert_false(count.ended);
    push((SDL_Event){.type = SDL_QUIT});
    turn(&count);
    assert_true(count.ended);
    shell_close(shell);
}

int main(void)
{
    if (setenv("SDL_VIDEODRIVER", "dummy", 1) != 0 || !harden_start(true, NULL))
        return 1;
#define ROW(name) cmocka_unit_test_setup_teardown(name, staff_place_open, staff_place_close)
    const struct CMUnitTest tests[] = {
        ROW(test_ten_thousand_chords_never_leave_the_kiosk_or_pass_the_pin),
        ROW(test_sdl_itself_keeps_the_window_where_it_is),
        ROW(test_a_window_of_a_demo_can_be_closed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
