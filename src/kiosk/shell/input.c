/* input.c - SDL's events become messages. See input.h. */
#include "input.h"

#include <sodium.h>
#include <string.h>

#include "str.h"
#include "utf8.h"

enum { TEXT_POINTS_MAX = 32 /* code points of one event that are taken */ };

/* ---- fingers and mouse -------------------------------------------------------------------------
 */

static GestureTouch finger_of(const Kiosk *kiosk, const SDL_TouchFingerEvent *finger)
{
    const Canvas *canvas = paint_canvas(kiosk->paint);
    return (GestureTouch){.id = finger->fingerId,
                          .x = (int)(finger->x * (float)canvas->width),
                          .y = (int)(finger->y * (float)canvas->height),
                          .ms = watch_run_ms(&kiosk->watch)};
}

static GestureTouch mouse_of(const Kiosk *kiosk, int x, int y)
{
    return (GestureTouch){.id = GESTURE_MOUSE, .x = x, .y = y, .ms = watch_run_ms(&kiosk->watch)};
}

/* The ring of the keyboard focus goes at the first touch. */
static void focus_leave(Kiosk *kiosk)
{
    if (kiosk->ui->settings.show_focus)
        kiosk_send(kiosk, (Msg){.kind = MSG_FOCUS});
}

static void show_pressed(Kiosk *kiosk)
{
    ui_press(kiosk->ui, gesture_pressed(&kiosk->gesture, kiosk->ui));
}

static void touch_down(Kiosk *kiosk, GestureTouch touch)
{
    focus_leave(kiosk);
    gesture_down(&kiosk->gesture, kiosk->ui, &touch);
    show_pressed(kiosk);
}

static void touch_move(Kiosk *kiosk, GestureTouch touch)
{
    gesture_move(&kiosk->gesture, kiosk->ui, &touch);
    show_pressed(kiosk);
}

static void touch_up(Kiosk *kiosk, GestureTouch touch)
{
    int node = gesture_up(&kiosk->gesture, kiosk->ui, &touch);
    show_pressed(kiosk);
    if (node != UI_NONE)
        kiosk_activate(kiosk, node);
    else
        kiosk_send(kiosk, (Msg){.kind = MSG_TOUCH});
}

/* ---- keys
 * ---------------------------------------------------------------------------------------- */

/* The field that is being typed in, or UI_NONE. */
static int field_of(const Kiosk *kiosk)
{
    for (int i = 0; i < kiosk->ui->count; i++) {
        const UiBox *box = &ui_node(kiosk->ui, i)->box;
        if (box->role == ROLE_FIELD && (box->state & STATE_CARET))
            return i;
    }
    return UI_NONE;
}

static void focus_move(Kiosk *kiosk, UiMove move)
{
    int from = kiosk->ui->settings.show_focus ? kiosk->ui->focused : UI_NONE;
    int to = ui_focus_move(kiosk->ui, from, move);
    if (to == UI_NONE || to == from)
        return;
    Msg msg = {.kind = MSG_FOCUS};
    if (str_copy(str_of(ui_node(kiosk->ui, to)->box.id), msg.id, sizeof msg.id))
        kiosk_send(kiosk, msg);
}

static void focus_activate(Kiosk *kiosk, bool repeat)
{
    int node = kiosk->ui->focused;
    if (!repeat && kiosk->ui->settings.show_focus && node != UI_NONE &&
        ui_is_interactive(ui_node(kiosk->ui, node)))
        kiosk_activate(kiosk, node);
}

static void key_send(Kiosk *kiosk, MsgKey key)
{
    kiosk_send(kiosk, (Msg){.kind = MSG_KEY, .key = key});
}

static void key_backspace(Kiosk *kiosk, bool repeat)
{
    if (field_of(kiosk) != UI_NONE)
        key_send(kiosk, MSG_KEY_DELETE);
    else if (!repeat)
        key_send(kiosk, MSG_KEY_BACK);
}

void input_key(Kiosk *kiosk, SDL_Keycode key, bool shift, bool repeat)
{
    switch (key) {
    case SDLK_TAB: focus_move(kiosk, shift ? MOVE_PREVIOUS : MOVE_NEXT); return;
    case SDLK_LEFT: focus_move(kiosk, MOVE_LEFT); return;
    case SDLK_RIGHT: focus_move(kiosk, MOVE_RIGHT); return;
    case SDLK_UP: focus_move(kiosk, MOVE_UP); return;
    case SDLK_DOWN: focus_move(kiosk, MOVE_DOWN); return;
    case SDLK_BACKSPACE: key_backspace(kiosk, repeat); return;
    case SDLK_SPACE: /* a letter while typing */
        if (field_of(kiosk) == UI_NONE)
            focus_activate(kiosk, repeat);
        return;
    case SDLK_RETURN:
    case SDLK_KP_ENTER: focus_activate(kiosk, repeat); return;
    case SDLK_ESCAPE:
    case SDLK_AC_BACK:
        if (!repeat)
            key_send(kiosk, MSG_KEY_BACK);
        return;
    case SDLK_HELP:
    case SDLK_F1:
        if (!repeat)
            key_send(kiosk, MSG_KEY_HELP);
        return;
    }
}

static void key_event(Kiosk *kiosk, const SDL_KeyboardEvent *event)
{
    Uint16 modifiers = event->keysym.mod;
    if (modifiers & (KMOD_CTRL | KMOD_ALT | KMOD_GUI))
        return;
    input_key(kiosk, event->keysym.sym, (modifiers & KMOD_SHIFT) != 0, event->repeat != 0);
}

void input_text(Kiosk *kiosk, const char *text)
{
    Str all = str_of(text);
    size_t at = 0;
    if (!utf8_is_valid(all))
        return;
    for (int i = 0; i < TEXT_POINTS_MAX && at < all.size; i++) {
        if (field_of(kiosk) == UI_NONE)
            return;
        Msg msg = {.kind = MSG_POINT, .point = utf8_next(all, &at)};
        kiosk_send(kiosk, msg);
        sodium_memzero(&msg, sizeof msg);
    }
}

static bool is_chord(void)
{
    SDL_Keymod modifiers = SDL_GetModState();
    bool alt_gr = (modifiers & KMOD_MODE) || (modifiers & KMOD_RALT);
    return (modifiers & (KMOD_CTRL | KMOD_GUI)) || ((modifiers & KMOD_ALT) && !alt_gr);
}

/* ---- events
 * -------------------------------------------------------------------------------------- */

static bool is_real_mouse(Uint32 which, Uint8 button)
{
    return which != SDL_TOUCH_MOUSEID && button == SDL_BUTTON_LEFT;
}

static void mouse_event(Kiosk *kiosk, const SDL_Event *event)
{
    const SDL_MouseButtonEvent *button = &event->button;
    if (event->type == SDL_MOUSEMOTION) {
        if (event->motion.which != SDL_TOUCH_MOUSEID && (event->motion.state & SDL_BUTTON_LMASK))
            touch_move(kiosk, mouse_of(kiosk, event->motion.x, event->motion.y));
    } else if (is_real_mouse(button->which, button->button)) {
        if (event->type == SDL_MOUSEBUTTONDOWN)
            touch_down(kiosk, mouse_of(kiosk, button->x, button->y));
        else
            touch_up(kiosk, mouse_of(kiosk, button->x, button->y));
    }
}

void input_event(Kiosk *kiosk, SDL_Event *event)
{
    switch (event->type) {
    case SDL_FINGERDOWN: touch_down(kiosk, finger_of(kiosk, &event->tfinger)); return;
    case SDL_FINGERMOTION: touch_move(kiosk, finger_of(kiosk, &event->tfinger)); return;
    case SDL_FINGERUP: touch_up(kiosk, finger_of(kiosk, &event->tfinger)); return;
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
    case SDL_MOUSEMOTION: mouse_event(kiosk, event); return;
    case SDL_KEYDOWN: key_event(kiosk, &event->key); return;
    case SDL_TEXTINPUT:
        if (!is_chord())
            input_text(kiosk, event->text.text);
        sodium_memzero(event->text.text, sizeof event->text.text);
        return;
    }
}

void input_forget(void)
{
    SDL_FlushEvents(SDL_KEYDOWN, SDL_TEXTEDITING);
    SDL_FlushEvents(SDL_TEXTINPUT, SDL_TEXTINPUT);
}
