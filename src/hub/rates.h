/* rates.h - how often somebody may: token buckets and login back-off, in memory.
 * Owns a fixed table; a restart forgets it, which is harmless. Keys are hashed with a secret of
 * this process, so the table holds no e-mail and no address. Safe from several threads. */
#ifndef OKSP_RATES_H
#define OKSP_RATES_H

#include <stdint.h>

#include "str.h"

typedef struct Rates Rates;

typedef enum RatesKind {
    RATES_KIOSK,   /* 30 a minute for each kiosk */
    RATES_SESSION, /* 10 a second, 40 at once, for each staff session */
    RATES_SOURCE,  /* 20 a minute for each source and address: login, enrol, setup */
    RATES_ACCOUNT  /* back-off of failed logins */
} RatesKind;

Rates *rates_new(void);
void rates_free(Rates *rates);

/* Take one from the bucket of `who`. 0 = go on, else the seconds to wait. */
int rates_take(Rates *rates, RatesKind kind, Str who, int64_t now_ms);

/* Seconds this account still waits after failed logins; 0 = may try. */
int rates_wait(Rates *rates, Str account, int64_t now_ms);

/* A login failed: the next may come after 1, 2, 4 ... 60 s. It succeeded: forget. */
void rates_failed(Rates *rates, Str account, int64_t now_ms);
void rates_succeeded(Rates *rates, Str account);

#endif
