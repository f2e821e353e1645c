/* rates.c - a table of buckets in sets of eight; the one unused longest makes room. */
#include "rates.h"

#include <pthread.h>
#include <sodium.h>
#include <stdlib.h>

#include "check.h"

enum {
    SETS = 1024,
    WAYS = 8,
    MS_PER_S = 1000,
    BACKOFF_S_MAX = 60,
    FAILS_MAX = 7, /* 2^6 s is over the limit already */
};

typedef struct Slot {
    uint64_t key; /* 0 = free */
    int64_t used_ms;
    int64_t spent_ms; /* bucket: how far in the future the last allowed call stands */
    int fails;
} Slot;

struct Rates {
    pthread_mutex_t mutex;
    uint8_t secret[crypto_generichash_KEYBYTES];
    Slot slots[SETS][WAYS];
};

/* One call costs `cost_ms`; up to `burst` calls may come at once. */
static const struct {
    int64_t cost_ms, burst;
} rules[] = {
    [RATES_KIOSK] = {2000, 30},
    [RATES_SESSION] = {100, 40},
    [RATES_SOURCE] = {3000, 20},
    [RATES_ACCOUNT] = {0, 1},
};

Rates *rates_new(void)
{
    Rates *rates = calloc(1, sizeof *rates);
    check(rates != NULL);
    pthread_mutex_init(&rates->mutex, NULL);
    randombytes_buf(rates->secret, sizeof rates->secret);
    return rates;
}

void rates_free(Rates *rates)
{
    if (rates != NULL) {
        pthread_mutex_destroy(&rates->mutex);
        free(rates);
    }
}

static uint64_t key_of(const Rates *rates, RatesKind kind, Str who)
{
    uint8_t hash[crypto_generichash_BYTES_MIN];
    uint8_t tag = (uint8_t)kind;
    crypto_generichash_state state;
    crypto_generichash_init(&state, rates->secret, sizeof rates->secret, sizeof hash);
    crypto_generichash_update(&state, &tag, 1);
    crypto_generichash_update(&state, (const uint8_t *)who.data, who.size);
    crypto_generichash_final(&state, hash, sizeof hash);
    uint64_t key = 0;
    for (size_t i = 0; i < sizeof key; i++) {
        key = key << 8 | hash[i];
    }
    return key != 0 ? key : 1;
}

/* The slot of `key`, or the one that makes room for it. */
static Slot *slot_of(Rates *rates, uint64_t key, int64_t now_ms)
{
    Slot *set = rates->slots[key % SETS];
    Slot *oldest = &set[0];
    for (size_t i = 0; i < WAYS; i++) {
        if (set[i].key == key) {
            set[i].used_ms = now_ms;
            return &set[i];
        }
        if (set[i].used_ms < oldest->used_ms) {
            oldest = &set[i];
        }
    }
    *oldest = (Slot){.key = key, .used_ms = now_ms};
    return oldest;
}

static int seconds_up(int64_t ms)
{
    return (int)((ms + MS_PER_S - 1) / MS_PER_S);
}

int rates_take(Rates *rates, RatesKind kind, Str who, int64_t now_ms)
{
    pthread_mutex_lock(&rates->mutex);
    Slot *slot = slot_of(rates, key_of(rates, kind, who), now_ms);
    int64_t from = slot->spent_ms > now_ms ? slot->spent_ms : now_ms;
    int64_t ahead = from + rules[kind].cost_ms - now_ms;
    int wait = 0;
    if (ahead > rules[kind].cost_ms * rules[kind].burst) {
        wait = seconds_up(ahead - rules[kind].cost_ms * rules[kind].burst);
    } else {
        slot->spent_ms = now_ms + ahead;
    }
    pthread_mutex_unlock(&rates->mutex);
    return wait;
}

int rates_wait(Rates *rates, Str account, int64_t now_ms)
{
    pthread_mutex_lock(&rates->mutex);
    Slot *slot = slot_of(rates, key_of(rates, RATES_ACCOUNT, account), now_ms);
    int64_t left_ms = slot->spent_ms - now_ms;
    pthread_mutex_unlock(&rates->mutex);
    return left_ms > 0 ? seconds_up(left_ms) : 0;
}

void rates_failed(Rates *rates, Str account, int64_t now_ms)
{
    pthread_mutex_lock(&rates->mutex);
    Slot *slot = slot_of(rates, key_of(rates, RATES_ACCOUNT, account), now_ms);
    slot->fails = slot->fails < FAILS_MAX ? slot->fails + 1 : FAILS_MAX;
    int64_t wait_s = (int64_t)1 << (slot->fails - 1);
    slot->spent_ms = now_ms + (wait_s < BACKOFF_S_MAX ? wait_s : BACKOFF_S_MAX) * MS_PER_S;
    pthread_mutex_unlock(&rates->mutex);
}

void rates_succeeded(Rates *rates, Str account)
{
    pthread_mutex_lock(&rates->mutex);
    Slot *slot = slot_of(rates, key_of(rates, RATES_ACCOUNT, account), 0);
    *slot = (Slot){0};
    pthread_mutex_unlock(&rates->mutex);
}
