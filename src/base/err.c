/* err.c - filling an operating error. The first cause that was set wins. Owns nothing. */
#include "err.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "str.h"

/* A text that does not fit is cut: an error message is for people, its code is for programs. */
static void copy_cut(const char *text, char *buffer, size_t buffer_bytes)
{
    size_t size = strlen(text);
    if (size >= buffer_bytes) {
        size = buffer_bytes - 1;
    }
    memcpy(buffer, text, size);
    buffer[size] = '\0';
}

__attribute__((format(printf, 3, 0))) static void fill(Err *err, const char *code,
                                                       const char *format, va_list arguments)
{
    *err = (Err){0};
    copy_cut(code, err->code, sizeof err->code);
    int written = vsnprintf(err->text, sizeof err->text, format, arguments);
    if (written < 0) {
        err->text[0] = '\0';
    }
}

bool err_set(Err *err, const char *code, const char *format, ...)
{
    if (err == NULL || err_is_set(err)) {
        return false;
    }
    va_list arguments;
    va_start(arguments, format);
    fill(err, code, format, arguments);
    va_end(arguments);
    return false;
}

bool err_at(Err *err, const char *code, const char *file, int line, const char *format, ...)
{
    if (err == NULL || err_is_set(err)) {
        return false;
    }
    va_list arguments;
    va_start(arguments, format);
    fill(err, code, format, arguments);
    va_end(arguments);
    copy_cut(file, err->file, sizeof err->file);
    err->line = line;
    return false;
}

void err_clear(Err *err)
{
    if (err != NULL) {
        *err = (Err){0};
    }
}

bool err_is_set(const Err *err)
{
    return err != NULL && err->code[0] != '\0';
}
