/* pincheck.c - see pincheck.h. */
#include "pincheck.h"

#include <errno.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "app_staff.h"
#include "harden.h"
#include "log.h"
#include "str.h"

_Static_assert((int)PINCHECK_HASH_BYTES_MAX > (int)crypto_pwhash_STRBYTES, "a hash fits");

bool pincheck_open(Pincheck *check, const char *hash, Err *err)
{
    *check = (Pincheck){0};
    if (hash != NULL)
        (void)str_copy(str_of(hash), check->hash, sizeof check->hash);
    check->given = sodium_malloc(PINCHECK_BYTES_MAX);
    check->judged = sodium_malloc(PINCHECK_BYTES_MAX);
    if (check->given == NULL || check->judged == NULL)
        return err_set(err, "memory.full", "no locked memory");
    sodium_memzero(check->given, PINCHECK_BYTES_MAX);
    sodium_memzero(check->judged, PINCHECK_BYTES_MAX);
    return true;
}

void pincheck_close(Pincheck *check)
{
    sodium_free(check->given);
    sodium_free(check->judged);
    *check = (Pincheck){0};
}

void pincheck_give(Pincheck *check, const char *pin)
{
    (void)str_copy(str_of(pin), check->given, PINCHECK_BYTES_MAX);
}

bool pincheck_take(Pincheck *check)
{
    bool there_is = check->given[0] != '\0';
    memcpy(check->judged, check->given, PINCHECK_BYTES_MAX);
    sodium_memzero(check->given, PINCHECK_BYTES_MAX);
    return there_is;
}

/* ---- the lock ----------------------------------------------------------------------------- */

/* The lock of the store, or the one in memory when that counted more (the store failed in
 * between). Without both: no free tries. */
static PinLock lock_read(Pincheck *check, Db *db, const RunBoot *boot)
{
    PinLock lock;
    bool read = db != NULL && pin_read(db, boot, &lock, NULL);
    if (!read)
        lock = check->has_last ? check->last : pin_strict(boot);
    else if (check->has_last && check->last.wrong > lock.wrong)
        lock = check->last;
    check->last = lock;
    check->has_last = true;
    return lock;
}

static void lock_write(Pincheck *check, Db *db, const PinLock *lock)
{
    Err err = {0};
    check->last = *lock;
    if (db == NULL || !pin_write(db, lock, &err))
        log_error("kiosk.pin-lock", &err);
}

static MsgPin told(const PinLock *lock, const RunBoot *boot)
{
    return (MsgPin){.wait_s = (int)pin_wait_s(lock, boot),
                    .tries = pin_tries(lock),
                    .after_s = (int)pin_after_s(lock)};
}

/* Without a boot clock nothing can be measured: nobody comes in. */
static bool boot_read(RunBoot *boot, MsgPin *answer)
{
    Err err = {0};
    bool good = runclock_boot(boot, &err);
    if (!good)
        log_error("kiosk.pin-lock", &err);
    *answer = (MsgPin){.wait_s = PIN_WAIT_MAX_S, .tries = 1, .after_s = PIN_WAIT_MAX_S};
    return good;
}

MsgPin pincheck_look(Pincheck *check, Db *db)
{
    RunBoot boot;
    MsgPin answer;
    if (!boot_read(&boot, &answer))
        return answer;
    PinLock lock = lock_read(check, db, &boot);
    return told(&lock, &boot);
}

/* ---- the PIN ------------------------------------------------------------------------------ */

/* libsodium compares the hashes in constant time. Its hashing leaves words made of
 * the PIN on the stack (a whole block of Argon2), though not its digits. */
static bool is_right(const Pincheck *check)
{
    errno = 0;
    bool right = check->hash[0] != '\0' &&
                 crypto_pwhash_str_verify(check->hash, check->judged, strlen(check->judged)) == 0;
    if (!right && errno == ENOMEM)
        log_event("kiosk.pin-no-memory");
    sodium_memzero(check->judged, PINCHECK_BYTES_MAX);
    harden_scrub_stack();
    return right;
}

MsgPin pincheck_judge(Pincheck *check, Db *db)
{
    RunBoot boot;
    MsgPin answer;
    bool good = boot_read(&boot, &answer);
    PinLock lock = good ? lock_read(check, db, &boot) : (PinLock){0};
    if (!good || pin_wait_s(&lock, &boot) > 0) {
        sodium_memzero(check->judged, PINCHECK_BYTES_MAX);
        answer = good ? told(&lock, &boot) : answer;
        answer.was_checked = true;
        return answer;
    }
    pin_count(&lock, &boot);
    lock_write(check, db, &lock);
    bool right = is_right(check);
    if (right) {
        lock = (PinLock){0};
        lock_write(check, db, &lock);
    }
    log_event(right ? "kiosk.staff-in" : "kiosk.pin-wrong");
    answer = told(&lock, &boot);
    answer.was_checked = true;
    answer.right = right;
    return answer;
}

bool pincheck_make(const char *pin, char out[PINCHECK_LINE_BYTES_MAX], Err *err)
{
    char hash[crypto_pwhash_STRBYTES];
    size_t size = strlen(pin);
    if (size != APP_STAFF_PIN_DIGITS || strspn(pin, "0123456789") != size)
        return err_set(err, "pin.digits", "a PIN is %d digits", APP_STAFF_PIN_DIGITS);
    if (crypto_pwhash_str(hash, pin, size, crypto_pwhash_OPSLIMIT_INTERACTIVE,
                          crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
        return err_set(err, "memory.full", "no memory to hash a PIN");
    (void)snprintf(out, PINCHECK_LINE_BYTES_MAX, "pin_hash = %s", hash);
    return true;
}
