/* shell.h - the kiosk in a window: events in, dirty rectangles out, asleep in between.
 * Owns the window. Draws nothing itself and holds nothing of a visitor but what SDL passes on. */
#ifndef OKSP_SHELL_H
#define OKSP_SHELL_H

#include <stdbool.h>

#include "err.h"
#include "kiosk.h"
#include "settings.h"

typedef struct ShellSetup {
    Settings settings;
    bool fullscreen; /* the whole display; else a window of width_px x height_px */
    int width_px, height_px;
    const char *pack; /* NULL = as the settings say */
} ShellSetup;

typedef struct Shell Shell;

/* Open the window and the kiosk in it. NULL with `err` set when it cannot start: window.none and
 * those of kiosk_open. */
Shell *shell_open(const ShellSetup *setup, Err *err);
void shell_close(Shell *shell);

/* Sleep until something happens, carry it out and show what came of it; false at the end. */
bool shell_turn(Shell *shell);

/* The kiosk in the window, for who looks at it from outside: tests. */
Kiosk *shell_kiosk(const Shell *shell);

/* All of it until SIGTERM, or until the window is closed (windows only). False with `err` set when
 * it cannot start. */
bool shell_run(const ShellSetup *setup, Err *err);

#endif
