/* status.c - one reading of everything the kiosk shows about itself. */
#include "status.h"

#include <string.h>

#include "ballast.h"
#include "kv.h"

enum { WORD_BYTES = 64 };

static RequestClock clock_of(const char *word)
{
    if (strcmp(word, "ok") == 0) {
        return REQUEST_CLOCK_OK;
    }
    return strcmp(word, "est") == 0 ? REQUEST_CLOCK_EST : REQUEST_CLOCK_NONE;
}

bool status_read(Db *db, const RunBoot *boot, Status *out, Err *err)
{
    char word[WORD_BYTES];
    *out = (Status){0};
    if (!kv_read(db, KV_KIOSK, word, sizeof word, err)) {
        return false;
    }
    out->is_enrolled = word[0] != '\0';
    if (!kv_read(db, KV_CLOCK, word, sizeof word, err)) {
        return false;
    }
    out->clock = clock_of(word);
    out->has_ballast = ballast_is_there(db_folder(db));
    return runclock_read(db, boot, &out->run_s, err) &&
           kv_read_int(db, KV_KEYRING_SEQ, &out->keyring_seq, err) &&
           kv_read_int(db, KV_PACK_SEQ, &out->pack_seq, err) &&
           kv_read_int(db, KV_LAST_OK_RUN, &out->last_ok_run_s, err) &&
           kv_read_int(db, KV_LAST_OK_UTC, &out->last_ok_utc_s, err) &&
           kv_read_int(db, KV_TIME_FLOOR, &out->time_floor_s, err) &&
           kv_read(db, KV_LAST_ERROR, out->last_error, sizeof out->last_error, err) &&
           outbox_status(db, out->run_s, &out->outbox, err);
}
