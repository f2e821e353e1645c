/* err.h - an operating error: a code that docs/errors.md lists, and a sentence for the operator.
 * Owns its text. Never holds anything a visitor typed. */
#ifndef OKSP_ERR_H
#define OKSP_ERR_H

#include <stdbool.h>

enum { ERR_CODE_BYTES_MAX = 32, ERR_TEXT_BYTES_MAX = 256, ERR_FILE_BYTES_MAX = 160 };

/* code is a dotted word such as "store.full"; "" means no error. line 0 means no file position. */
typedef struct Err {
    char code[ERR_CODE_BYTES_MAX];
    char text[ERR_TEXT_BYTES_MAX];
    char file[ERR_FILE_BYTES_MAX];
    int line;
} Err;

/* Fill `err` (may be NULL) and return false, so that a failing function can `return err_set(...)`.
 * An error that is already set is kept: the lowest cause is the one that tells most. */
bool err_set(Err *err, const char *code, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The same, with the file and line of the input that was wrong. */
bool err_at(Err *err, const char *code, const char *file, int line, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

/* Forget the error. */
void err_clear(Err *err);

/* Is an error set? */
bool err_is_set(const Err *err);

#endif
