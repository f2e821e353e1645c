/* script.h - visitor stories: one command a line, played on the real kiosk without a window.
 * Owns nothing. Part of the test program only.
 *
 *     tap ID              finger down and up on the middle of the node; it must be hit there
 *     find ID             turn the pages of this screen until the node is there
 *     type TEXT           a real keyboard; the rest of the line
 *     key NAME            tab, back-tab, left, right, up, down, enter, space, escape, backspace
 *     wait SECONDS        both clocks move on; nobody waits
 *     expect ID "label"   the node is there with these words (label or value; may be left out)
 *     expect-not ID       no such node
 *     expect-focus ID     it has the keyboard focus
 *     dump FILE           the nodes as JSON lines, typed words included
 *     shot FILE           the pixels as PNG, or plain when its name ends with .ppm
 *     offline / online    the last contact with the hub is two days ago / now
 *     kill                die here without a word, start again
 * An empty line or one that begins with # is skipped. Time is the story's: a tap, words typed and a
 * turned page take a second, waiting what it says, and a slow machine adds nothing. What the disk
 * thread answers is heard by the next expectation, which waits for it (up to 10 s); until then the
 * visitor's tap is still at work. A dump and a shot change nothing: all between two other lines
 * show one and the same screen. */
#ifndef OKSP_SCRIPT_H
#define OKSP_SCRIPT_H

#include <stdbool.h>

#include "err.h"
#include "kiosk.h"

enum { SCRIPT_BYTES_MAX = 256 * 1024, SCRIPT_LINE_BYTES_MAX = 1024 };

typedef enum ScriptEnd { SCRIPT_DONE, SCRIPT_FAILED, SCRIPT_KILLED } ScriptEnd;

typedef struct Script {
    const char *name; /* for messages */
    Str rest;         /* what is still to be played */
    int line;         /* number of the last line taken */
} Script;

/* Play until the end, the first failure (script.failed, with the line) or a kill. */
ScriptEnd script_play(Script *script, Kiosk *kiosk, Err *err);

/* The nodes as JSON lines to `path` ("-" = standard output). */
bool script_dump(const Kiosk *kiosk, const char *path, Err *err);

#endif
