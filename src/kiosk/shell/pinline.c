/* pinline.c - see pinline.h. */
#include "pinline.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "pincheck.h"

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
        (void)tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
        fprintf(stderr, "%s: ", words);
    }
    line_read(out);
    if (is_terminal) {
        (void)tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
        fprintf(stderr, "\n");
    }
}

static bool typed_print(Typed *typed, Err *err)
{
    char line[PINCHECK_LINE_BYTES_MAX];
    ask("New PIN, six digits", typed->first);
    if (isatty(STDIN_FILENO)) {
        ask("The same PIN again", typed->again);
        if (strcmp(typed->first, typed->again) != 0)
            return err_set(err, "pin.differs", "the two are not the same");
    }
    if (!pincheck_make(typed->first, line, err))
        return false;
    printf("%s\n", line);
    return true;
}

bool pinline_print(Err *err)
{
    Typed *typed = sodium_init() < 0 ? NULL : sodium_malloc(sizeof *typed);
    if (typed == NULL)
        return err_set(err, "memory.full", "no locked memory");
    bool printed = typed_print(typed, err);
    sodium_free(typed);
    return printed;
}
