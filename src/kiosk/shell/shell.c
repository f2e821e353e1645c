/* shell.c - the kiosk in a window. See shell.h. */
#include "shell.h"

#include <SDL.h>
#include <stdlib.h>

#include "ahead.h"
#include "input.h"
#include "kiosk.h"
#include "log.h"
#include "signals.h"

enum { SHELL_EVENTS_MAX = 64 /* taken before the next picture */ };
enum { BELL_ANSWER = 1, BELL_RENEW, BELL_END };

struct Shell {
    SDL_Window *window;
    Kiosk *kiosk;
    Ahead *ahead;
    bool fullscreen;
    bool end;
};

static Uint32 bell_event; /* one SDL event type, registered once, for all bells */

static void bell_ring(int code)
{
    SDL_Event event = {.type = bell_event};
    event.user.code = code;
    (void)SDL_PushEvent(&event);
}

static void bell_answer(void *context)
{
    (void)context;
    bell_ring(BELL_ANSWER);
}

static void bell_renew(void *context)
{
    (void)context;
    bell_ring(BELL_RENEW);
}

static void bell_end(void *context)
{
    (void)context;
    bell_ring(BELL_END);
}

/* ---- the window
 * ---------------------------------------------------------------------------------- */

/* Before the window exists: plain memory to the screen instead of a texture, touch events once, no
 * key or signal that SDL handles by itself (Alt+Tab would put a window with a grab away). */
static void hints_set(void)
{
    static const char *const hints[][2] = {
        {SDL_HINT_FRAMEBUFFER_ACCELERATION, "0"},
        {SDL_HINT_TOUCH_MOUSE_EVENTS, "0"},
        {SDL_HINT_MOUSE_TOUCH_EVENTS, "0"},
        {SDL_HINT_NO_SIGNAL_HANDLERS, "1"},
        {SDL_HINT_GRAB_KEYBOARD, "1"},
        {SDL_HINT_ALLOW_ALT_TAB_WHILE_GRABBED, "0"},
        {SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0"},
    };
    for (size_t i = 0; i < sizeof hints / sizeof hints[0]; i++)
        (void)SDL_SetHint(hints[i][0], hints[i][1]);
}

static bool window_open(Shell *shell, const ShellSetup *setup, Err *err)
{
    hints_set();
    if (SDL_Init(SDL_INIT_VIDEO) != 0)
        return err_set(err, "window.none", "no display: %s", SDL_GetError());
    bell_event = SDL_RegisterEvents(1);
    Uint32 flags = setup->fullscreen ? SDL_WINDOW_FULLSCREEN_DESKTOP | SDL_WINDOW_BORDERLESS : 0;
    shell->fullscreen = setup->fullscreen;
    shell->window = SDL_CreateWindow("oksp", SDL_WINDOWPOS_UNDEFINED, SDL_WINDOWPOS_UNDEFINED,
                                     setup->width_px, setup->height_px, flags);
    if (shell->window == NULL)
        return err_set(err, "window.none", "no window: %s", SDL_GetError());
    if (setup->fullscreen) {
        SDL_SetWindowKeyboardGrab(shell->window, SDL_TRUE);
        (void)SDL_ShowCursor(SDL_DISABLE);
    }
    return true;
}

static CanvasRect whole(const Canvas *canvas)
{
    return (CanvasRect){0, 0, canvas->width, canvas->height};
}

/* Back buffer to window surface; both are rows of 0xXXRRGGBB on every display we know, and where
 * they are not, SDL converts. */
static void rect_copy(const Canvas *canvas, SDL_Surface *surface, CanvasRect wanted)
{
    CanvasRect window = {0, 0, surface->w, surface->h};
    CanvasRect rect = canvas_meet(canvas_meet(wanted, whole(canvas)), window);
    if (rect.w == 0 || rect.h == 0)
        return;
    const uint32_t *from = canvas->pixels + (size_t)rect.y * (size_t)canvas->width + (size_t)rect.x;
    Uint8 *to = (Uint8 *)surface->pixels + rect.y * surface->pitch +
                rect.x * surface->format->BytesPerPixel;
    (void)SDL_ConvertPixels(rect.w, rect.h, SDL_PIXELFORMAT_RGB888, from,
                            canvas->width * (int)sizeof *from, surface->format->format, to,
                            surface->pitch);
}

static void present(Shell *shell, const UiRect *dirty, int count)
{
    const Canvas *canvas = paint_canvas(shell->kiosk->paint);
    SDL_Surface *surface = SDL_GetWindowSurface(shell->window);
    SDL_Rect rects[UI_DIRTY_MAX];
    if (surface == NULL)
        return;
    for (int i = 0; i < count; i++) {
        rects[i] = (SDL_Rect){dirty[i].x, dirty[i].y, dirty[i].w, dirty[i].h};
        rect_copy(canvas, surface, (CanvasRect){dirty[i].x, dirty[i].y, dirty[i].w, dirty[i].h});
    }
    (void)SDL_UpdateWindowSurfaceRects(shell->window, rects, count);
}

static void present_all(Shell *shell)
{
    const Canvas *canvas = paint_canvas(shell->kiosk->paint);
    UiRect all = {0, 0, canvas->width, canvas->height};
    present(shell, &all, 1);
}

static void show(Shell *shell)
{
    UiRect dirty[UI_DIRTY_MAX];
    int count = kiosk_show(shell->kiosk, dirty);
    if (count > 0)
        present(shell, dirty, count);
}

/* ---- the loop
 * ------------------------------------------------------------------------------------- */

static void bell_event_do(Shell *shell, Sint32 code)
{
    if (code == BELL_END)
        shell->end = true;
    else if (code == BELL_RENEW)
        kiosk_renew(shell->kiosk);
    else
        kiosk_answers(shell->kiosk);
}

static void event_do(Shell *shell, SDL_Event *event)
{
    if (event->type == bell_event) {
        bell_event_do(shell, event->user.code);
    } else if (event->type == SDL_QUIT) {
        shell->end = shell->end || !shell->fullscreen;
    } else if (event->type == SDL_WINDOWEVENT) {
        if (event->window.event == SDL_WINDOWEVENT_EXPOSED)
            present_all(shell);
    } else {
        input_event(shell->kiosk, event);
    }
    if (kiosk_take_wiped(shell->kiosk))
        input_forget();
}

/* Between two events: draw pictures ahead, one short step at a time, until an event comes. */
static bool event_meanwhile(Shell *shell, SDL_Event *event)
{
    while (ahead_step(shell->ahead, shell->kiosk)) {
        if (SDL_PollEvent(event) != 0)
            return true;
        if (kiosk_wait_ms(shell->kiosk) == 0)
            return false;
    }
    return false;
}

/* Asleep until something happens or the state machine wants to wake: nothing polls. */
static bool event_wait(Shell *shell, SDL_Event *event)
{
    if (event_meanwhile(shell, event))
        return true;
    int64_t wait_ms = kiosk_wait_ms(shell->kiosk);
    if (wait_ms < 0)
        return SDL_WaitEvent(event) != 0;
    if (wait_ms == 0)
        return SDL_PollEvent(event) != 0;
    return SDL_WaitEventTimeout(event, wait_ms < INT32_MAX ? (int)wait_ms : INT32_MAX) != 0;
}

static bool kiosk_start(Shell *shell, const ShellSetup *setup, Err *err)
{
    KioskSetup kiosk = {.settings = &setup->settings, .pack = setup->pack, .bell = bell_answer};
    SDL_GetWindowSize(shell->window, &kiosk.width_px, &kiosk.height_px);
    shell->kiosk = kiosk_open(&kiosk, err);
    return shell->kiosk != NULL;
}

void shell_close(Shell *shell)
{
    if (shell == NULL)
        return;
    ahead_close(shell->ahead);
    kiosk_close(shell->kiosk);
    if (shell->window != NULL)
        SDL_DestroyWindow(shell->window);
    SDL_Quit();
    free(shell);
}

Shell *shell_open(const ShellSetup *setup, Err *err)
{
    const SignalsWish signals = {.end = bell_end, .renew = bell_renew};
    Shell *shell = calloc(1, sizeof *shell);
    bool started = shell == NULL ? err_set(err, "memory.full", "no memory")
                                 : signals_start(&signals) && window_open(shell, setup, err) &&
                                       kiosk_start(shell, setup, err);
    if (!started) {
        shell_close(shell);
        return NULL;
    }
    shell->ahead = ahead_open();
    show(shell);
    return shell;
}

bool shell_turn(Shell *shell)
{
    SDL_Event event;
    bool there_is = event_wait(shell, &event);
    for (int i = 0; there_is && i < SHELL_EVENTS_MAX; i++) {
        event_do(shell, &event);
        there_is = i + 1 < SHELL_EVENTS_MAX && SDL_PollEvent(&event) != 0;
    }
    if (kiosk_wait_ms(shell->kiosk) == 0)
        kiosk_send(shell->kiosk, (Msg){.kind = MSG_TICK});
    if (kiosk_take_wiped(shell->kiosk))
        input_forget();
    show(shell);
    return !shell->end;
}

Kiosk *shell_kiosk(const Shell *shell)
{
    return shell->kiosk;
}

bool shell_run(const ShellSetup *setup, Err *err)
{
    Shell *shell = shell_open(setup, err);
    if (shell == NULL)
        return false;
    log_event("kiosk.started");
    while (shell_turn(shell))
        ;
    log_event("kiosk.ended");
    shell_close(shell);
    return true;
}
