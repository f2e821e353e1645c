/* input.h - SDL's events become gestures, keys and code points, and those become messages.
 * Owns nothing. The safe key subset is all there is: Tab, Shift+Tab, arrows, Enter, Space, Escape,
 * Backspace, Help, and letters while a field is being typed in. Chords with Ctrl, Alt or the logo
 * key are ignored, and no key ends or leaves the program. */
#ifndef OKSP_INPUT_H
#define OKSP_INPUT_H

#include <SDL.h>

#include "kiosk.h"

/* Carry out one event; the event's text is overwritten. Events of no concern do nothing. */
void input_event(Kiosk *kiosk, SDL_Event *event);

/* A key of the safe subset, also for scripts. `shift` reverses Tab. */
void input_key(Kiosk *kiosk, SDL_Keycode key, bool shift, bool repeat);

/* Typed text (UTF-8), also for scripts. */
void input_text(Kiosk *kiosk, const char *text);

/* After a wipe: forget events of the visitor who left. */
void input_forget(void);

#endif
