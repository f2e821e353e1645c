/* pin.c - the lock of the PIN as one line of text: "wrong wait at boot". */
#include "pin.h"

#include <stdio.h>
#include <string.h>

#include "kv.h"
#include "str.h"

enum { LINE_BYTES_MAX = 128, WRONG_MAX = 1000000 };

static int64_t wait_after(int wrong)
{
    static const int64_t waits_s[] = {PIN_WAIT_FIRST_S, 900, 1800, PIN_WAIT_MAX_S};
    enum { WAITS = sizeof waits_s / sizeof waits_s[0] };
    int at = wrong - PIN_TRIES_FREE;

    if (at < 0) {
        return 0;
    }
    return waits_s[at < WAITS ? at : WAITS - 1];
}

int64_t pin_wait_s(const PinLock *lock, const RunBoot *boot)
{
    bool same = strcmp(lock->boot, boot->id) == 0;
    int64_t gone_s = same ? boot->now_s - lock->at_s : boot->now_s;
    int64_t left_s = lock->wait_s - (gone_s > 0 ? gone_s : 0);
    return left_s > 0 ? left_s : 0;
}

int pin_tries(const PinLock *lock)
{
    return lock->wrong < PIN_TRIES_FREE ? PIN_TRIES_FREE - lock->wrong : 1;
}

int64_t pin_after_s(const PinLock *lock)
{
    return wait_after(lock->wrong + pin_tries(lock));
}

void pin_count(PinLock *lock, const RunBoot *boot)
{
    lock->wrong = lock->wrong < WRONG_MAX ? lock->wrong + 1 : WRONG_MAX;
    lock->wait_s = wait_after(lock->wrong);
    lock->at_s = boot->now_s;
    memcpy(lock->boot, boot->id, sizeof lock->boot);
}

PinLock pin_strict(const RunBoot *boot)
{
    PinLock lock = {.wrong = PIN_TRIES_FREE - 1};
    pin_count(&lock, boot);
    return lock;
}

static bool parse(const char *line, PinLock *lock)
{
    Str rest = str_of(line);
    int64_t wrong = 0;
    bool good = str_to_int(str_cut(&rest, ' '), 0, WRONG_MAX, &wrong) &&
                str_to_int(str_cut(&rest, ' '), 0, PIN_WAIT_MAX_S, &lock->wait_s) &&
                str_to_int(str_cut(&rest, ' '), 0, INT64_MAX, &lock->at_s) &&
                str_copy(rest, lock->boot, sizeof lock->boot);
    lock->wrong = (int)wrong;
    return good;
}

bool pin_read(Db *db, const RunBoot *boot, PinLock *lock, Err *err)
{
    char line[LINE_BYTES_MAX];
    Err why = {0};
    *lock = (PinLock){0};
    if (!kv_read(db, KV_PIN, line, sizeof line, &why)) {
        *lock = pin_strict(boot);
        return strcmp(why.code, "store.value") == 0 || err_set(err, why.code, "%s", why.text);
    }
    if (line[0] != '\0' && !parse(line, lock)) {
        *lock = pin_strict(boot);
    }
    return true;
}

bool pin_write(Db *db, const PinLock *lock, Err *err)
{
    char line[LINE_BYTES_MAX];
    snprintf(line, sizeof line, "%d %lld %lld %s", lock->wrong, (long long)lock->wait_s,
             (long long)lock->at_s, lock->boot);
    KvPair pair = {KV_PIN, str_of(line)};
    return kv_write(db, &pair, 1, err);
}
