/* log.h - one line per event on standard error, for the journal.
 * Has no way to pass text a visitor typed: callers give constant words, codes and numbers. */
#ifndef OKSP_LOG_H
#define OKSP_LOG_H

#include <stdint.h>

#include "err.h"

/* "kiosk store.opened rows=3": program, event word, one optional number with its name. */
void log_start(const char *program);
void log_event(const char *event);
void log_number(const char *event, const char *name, int64_t value);
void log_error(const char *event, const Err *err);

#endif
