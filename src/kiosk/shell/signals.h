/* signals.h - SIGTERM, SIGINT and SIGUSR1 as calls from a thread of their own.
 * Owns that thread. Call signals_start before any other thread exists. */
#ifndef OKSP_SIGNALS_H
#define OKSP_SIGNALS_H

#include <stdbool.h>

/* `end`: stop cleanly. `renew`: oksp-sync has something new. Both are called from the thread. */
typedef struct SignalsWish {
    void (*end)(void *context);
    void (*renew)(void *context);
    void *context;
} SignalsWish;

/* False when the thread does not start. */
bool signals_start(const SignalsWish *wish);

#endif
