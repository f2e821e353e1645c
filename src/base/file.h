/* file.h - whole files, with a limit and with durability. */
#ifndef OKSP_FILE_H
#define OKSP_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "err.h"
#include "str.h"

/* Read all of `path`; more than `bytes_max` is an error (file.too-large). The result ends with a
 * NUL that `*size` does not count; the caller frees it. NULL with `err` set on failure. */
char *file_read(const char *path, size_t bytes_max, size_t *size, Err *err);

/* Replace `path` by `data` so that a power cut leaves the old or the new content: write beside it
 * with `mode`, fsync, rename, fsync the folder. */
bool file_write(const char *path, Str data, unsigned mode, Err *err);

#endif
