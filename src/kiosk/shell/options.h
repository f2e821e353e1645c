/* options.h - the command line of the kiosk. Owns plain data that points into argv. */
#ifndef OKSP_OPTIONS_H
#define OKSP_OPTIONS_H

#include <stdbool.h>

#include "err.h"

typedef struct Options {
    const char *config; /* kiosk.ini; NULL = the defaults */
    const char *pack;   /* NULL = as the settings say */
    bool fullscreen;
    int width_px, height_px; /* of the window; 0 = not said */
    bool help, version;
    bool pin; /* make the line of a new PIN, and end */
    /* the test program only */
    const char *script; /* "-" = standard input */
    bool dump;          /* print the first screen and end */
    bool headless;      /* no window */
} Options;

/* Read the arguments; `is_test` allows those of the test program. False with options.bad. */
bool options_read(int argc, char **argv, bool is_test, Options *options, Err *err);

#endif
