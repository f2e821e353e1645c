/* pincheck.h - is this the PIN of colleagues? Judged on the disk thread, because Argon2id takes its
 * time and the lock stands in the store.
 * Owns two cells of locked memory that hold a PIN on its way, and the lock while there is no store.
 * Never tells or logs what was typed; every cell is zero as soon as it was judged. */
#ifndef OKSP_PINCHECK_H
#define OKSP_PINCHECK_H

#include <stdbool.h>

#include "db.h"
#include "err.h"
#include "msg.h"
#include "pin.h"

enum { PINCHECK_BYTES_MAX = 16, PINCHECK_HASH_BYTES_MAX = 129 };

typedef struct Pincheck {
    char hash[PINCHECK_HASH_BYTES_MAX]; /* Argon2id; "" = nobody comes in */
    char *given;                        /* from the screen, under the worker's lock */
    char *judged;                       /* the disk thread's own */
    PinLock last;                       /* what was last known or counted */
    bool has_last;
} Pincheck;

/* False with memory.full. pincheck_close takes a zeroed Pincheck too. */
bool pincheck_open(Pincheck *check, const char *hash, Err *err);
void pincheck_close(Pincheck *check);

/* Put a PIN into the cell; take it out on the other side, false when there is none. The caller
 * holds a lock that both sides share. */
void pincheck_give(Pincheck *check, const char *pin);
bool pincheck_take(Pincheck *check);

/* How the lock stands. `db` may be NULL: then it stands in memory, and begins with a wait. */
MsgPin pincheck_look(Pincheck *check, Db *db);

/* Judge what was taken: counted on the disk first, then compared in constant time. */
MsgPin pincheck_judge(Pincheck *check, Db *db);

/* The line "pin_hash = ..." for a new PIN of six digits, into `out`. False with pin.digits, or
 * memory.full. */
enum { PINCHECK_LINE_BYTES_MAX = PINCHECK_HASH_BYTES_MAX + 16 };
bool pincheck_make(const char *pin, char out[PINCHECK_LINE_BYTES_MAX], Err *err);

#endif
