/* shell.h - the kiosk in a window: events in, dirty rectangles out, asleep in between.
 * Owns the window. Draws nothing itself and holds nothing of a visitor but what SDL passes on. */
#ifndef OKSP_SHELL_H
#define OKSP_SHELL_H

#include <stdbool.h>

#include "err.h"
#include "settings.h"

typedef struct ShellSetup {
    Settings settings;
    bool fullscreen; /* the whole display; else a window of width_px x height_px */
    int width_px, height_px;
    const char *pack; /* NULL = as the settings say */
} ShellSetup;

/* Run until SIGTERM, or until the window is closed (windows only). False with `err` set when the
 * kiosk cannot start: window.none and those of kiosk_open. */
bool shell_run(const ShellSetup *setup, Err *err);

#endif
