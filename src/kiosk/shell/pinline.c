/* pinline.c - see pinline.h. */
#include "pinline.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

enum { TYPED_BYTES_MAX = 64 };

typedef struct Typed {
    char first[TYPED_BYTES_MAX], again[TYPED_BYTES_MAX];
} Typed;

/* One byte at a time, so that nothing of it stays in a buffer of stdio. */
static void line_read(char out[TYPED_BYTES_MAX])
{
    size_t used = 0;
    char c = '\0';
    while (used + 1 < TYPED_BYTES_MAX && read(STDIN_FILENO, &c, 1) == 1 && c != '\n')
        out[used++] = c;
    out[used] = '\0';
}

static void ask(const char *words, char out[TYPED_BYTES_MAX])
{
    struct termios before, quiet;
    bool is_terminal = tcgetattr(STDIN_FILENO, &before) == 0;
    if (is_terminal) {
        quiet = before;
        quiet.c_lflag &= ~(tcflag_t)ECHO;
        (void)tcsetattr(STDIN_FILENO, TCSADRAIN, &quiet);
        fprintf(stderr, "%s: ", words);
    }
    line_read(out);
    if (is_terminal) {
        (void)tcsetattr(STDIN_FILENO, TCSADRAIN, &before);
        fprintf(stderr, "\n");
    }
}

static bool typed_read(Typed *typed, char line[PINCHECK_LINE_BYTES_MAX], Err *err)
{
    ask("New PIN, six digits", typed->first);
    if (isatty(STDIN_FILENO)) {
        ask("The same PIN again", typed->again);
        if (strcmp(typed->first, typed->again) != 0)
            return err_set(err, "pin.differs", "the two are not the same");
    }
    return pincheck_make(typed->first, line, err);
}

bool pinline_read(char line[PINCHECK_LINE_BYTES_MAX], Err *err)
{
    Typed *typed = sodium_init() < 0 ? NULL : sodium_malloc(sizeof *typed);
    if (typed == NULL)
        return err_set(err, "memory.full", "no locked memory");
    bool made = typed_read(typed, line, err);
    sodium_free(typed);
    return made;
}
