/* facts.c - see facts.h. */
#include "facts.h"

#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>
#include <time.h>

#include "identity.h"
#include "kv.h"
#include "runclock.h"
#include "salvage.h"
#include "status.h"
#include "str.h"

enum { MIB = 1024 * 1024 };

static void take_error(const char *code, char out[MSG_ERROR_BYTES_MAX])
{
    (void)str_copy(str_of(code), out, MSG_ERROR_BYTES_MAX);
}

static void read_disk(const char *folder, MsgStaff *facts)
{
    struct statvfs info;
    facts->disk_free_mb = facts->disk_mb = -1;
    if (statvfs(folder, &info) != 0)
        return;
    facts->disk_free_mb = (int64_t)((uint64_t)info.f_bavail * info.f_frsize / MIB);
    facts->disk_mb = (int64_t)((uint64_t)info.f_blocks * info.f_frsize / MIB);
}

/* Enrolled, and to whom: the keyring is verified again, now. */
static void read_identity(Db *db, bool is_enrolled, MsgStaff *facts)
{
    Identity *identity = calloc(1, sizeof *identity);
    Err err = {0};
    facts->is_enrolled = is_enrolled;
    facts->has_key = identity != NULL && identity_read(db, identity, &err);
    if (facts->has_key)
        facts->keyring_issued = identity->keyring.issued;
    else if (is_enrolled)
        take_error(identity == NULL ? "memory.full" : err.code, facts->key_error);
    free(identity);
}

static int64_t wall_s(void)
{
    struct timespec now = {0};
    (void)clock_gettime(CLOCK_REALTIME, &now);
    return now.tv_sec;
}

static RequestClock clock_now(const Status *status)
{
    return wall_s() >= status->time_floor_s ? status->clock : REQUEST_CLOCK_NONE;
}

/* Seconds since the hub last answered. The running clock stands still until sync has been there
 * in this boot: then all of this boot counts too. A trusted wall clock may know of more. */
static int64_t contact_s(Db *db, const Status *status, const RunBoot *boot)
{
    char ticked[RUNCLOCK_BOOT_BYTES] = "";
    if (status->last_ok_run_s <= 0)
        return -1;
    int64_t age_s = status->run_s - status->last_ok_run_s;
    if (!kv_read(db, KV_BOOT_ID, ticked, sizeof ticked, NULL) || strcmp(ticked, boot->id) != 0)
        age_s += boot->now_s;
    int64_t wall_age_s = wall_s() - status->last_ok_utc_s;
    if (status->last_ok_utc_s > 0 && clock_now(status) == REQUEST_CLOCK_OK && wall_age_s > age_s)
        age_s = wall_age_s;
    return age_s;
}

static void take_status(Db *db, const Status *status, const RunBoot *boot, MsgStaff *facts)
{
    facts->keyring_seq = status->keyring_seq;
    facts->pack_seq = status->pack_seq;
    facts->contact_s = contact_s(db, status, boot);
    take_error(status->last_error, facts->contact_error);
    facts->oldest_s = status->outbox.oldest_waiting_s;
    facts->is_waiting = facts->oldest_s > 0; /* signals wait on purpose, nobody waits for them */
    facts->is_refused = status->outbox.refused > 0;
    facts->is_filling = status->outbox.is_filling;
    facts->has_ballast = status->has_ballast;
    facts->clock = clock_now(status);
    (void)kv_read_int(db, KV_NEXT_S, &facts->next_s, NULL);
}

static MsgStore store_of(const Db *db)
{
    if (salvage_is_wanted(db))
        return MSG_STORE_DAMAGED;
    return salvage_is_there(db) ? MSG_STORE_SALVAGED : MSG_STORE_GOOD;
}

MsgStaff facts_read(Db *db, const Err *why, const char *data_dir)
{
    MsgStaff facts = {.store = MSG_STORE_CLOSED, .contact_s = -1, .clock = REQUEST_CLOCK_NONE};
    Status status;
    RunBoot boot;
    Err err = {0};
    read_disk(data_dir, &facts);
    if (db == NULL) {
        take_error(why->code, facts.store_error);
        return facts;
    }
    if (!runclock_boot(&boot, &err) || !status_read(db, &boot, &status, &err)) {
        take_error(err.code, facts.store_error);
        return facts;
    }
    facts.store = store_of(db);
    take_status(db, &status, &boot, &facts);
    read_identity(db, status.is_enrolled, &facts);
    return facts;
}

/* The last contact on this machine's wall clock: how long ago counts, whatever was set since. */
bool facts_status(Db *db, int flood_max, MsgStatus *status, RequestClock *clock, Err *err)
{
    Status all;
    RunBoot boot;
    if (!runclock_boot(&boot, err) || !status_read(db, &boot, &all, err))
        return false;
    int64_t age_s = contact_s(db, &all, &boot);
    status->last_contact_s = age_s < 0 ? all.last_ok_utc_s : wall_s() - age_s;
    status->flooded = outbox_is_flooded(db, all.run_s, flood_max);
    *clock = clock_now(&all);
    return true;
}
