/* app_fix.h - "Klopt iets niet?": a reader says what is the matter with the page before it.
 * Owns AppFix. The form shows which page it is about and everything that is sealed; after sending
 * or Toch niet the visitor stands on that page again. */
#ifndef OKSP_APP_FIX_H
#define OKSP_APP_FIX_H

#include "content.h"
#include "msg.h"
#include "signal.h"

struct App;

typedef struct AppFix {
    SignalFault fault;                /* NONE = not chosen */
    char text[SIGNAL_TEXT_BYTES_MAX]; /* own words, as typed */
} AppFix;

/* An action of this flow. */
void app_fix_act(struct App *app, MsgAct act, Effects *effects);

/* The form as what is sealed; the page is the one below the form in the history. `out` is
 * overwritten. */
void app_fix_signal(const struct App *app, const Content *content, SignalFix *out);

/* The title of that page, in the language it was read in; `*lang` is that language. */
Str app_fix_title(const struct App *app, const Content *content, Language *lang);

/* It is on disk: forget what was typed, stand on thanks, with the page below it. */
void app_fix_done(struct App *app);

#endif
