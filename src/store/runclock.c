/* runclock.c - the running clock out of the boot clock. Between boots it stands still; the first
 * tick of a boot starts it again where the last tick of the boot before left it. */
#include "runclock.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "file.h"
#include "kv.h"

enum { INT_BYTES_MAX = 24 };

bool runclock_boot(RunBoot *out, Err *err)
{
    struct timespec now;
    size_t size = 0;
    *out = (RunBoot){0};
    char *text = file_read("/proc/sys/kernel/random/boot_id", RUNCLOCK_BOOT_BYTES, &size, NULL);
    bool good = text != NULL && str_copy(str_trim((Str){text, size}), out->id, sizeof out->id) &&
                clock_gettime(CLOCK_BOOTTIME, &now) == 0;
    free(text);
    if (!good) {
        return err_set(err, "clock.boot", "the kernel does not tell its boot");
    }
    out->now_s = now.tv_sec;
    return true;
}

typedef struct Stored {
    char boot_id[RUNCLOCK_BOOT_BYTES];
    int64_t base_s, at_s, last_s;
} Stored;

static bool read_stored(Db *db, Stored *out, Err *err)
{
    return kv_read(db, KV_BOOT_ID, out->boot_id, sizeof out->boot_id, err) &&
           kv_read_int(db, KV_RUN_BASE, &out->base_s, err) &&
           kv_read_int(db, KV_BOOT_AT, &out->at_s, err) &&
           kv_read_int(db, KV_RUN_LAST, &out->last_s, err);
}

/* Never less than what was written last. */
static int64_t run_of(const Stored *stored, const RunBoot *boot)
{
    int64_t run_s = stored->last_s;
    if (strcmp(stored->boot_id, boot->id) == 0) {
        run_s = stored->base_s + (boot->now_s - stored->at_s);
    }
    return run_s < stored->last_s ? stored->last_s : run_s;
}

bool runclock_read(Db *db, const RunBoot *boot, int64_t *run_s, Err *err)
{
    Stored stored;
    *run_s = 0;
    if (!read_stored(db, &stored, err)) {
        return false;
    }
    *run_s = run_of(&stored, boot);
    return true;
}

bool runclock_tick(Db *db, const RunBoot *boot, int64_t *run_s, Err *err)
{
    char base[INT_BYTES_MAX], at[INT_BYTES_MAX], last[INT_BYTES_MAX];
    if (!runclock_read(db, boot, run_s, err)) {
        return false;
    }
    snprintf(base, sizeof base, "%lld", (long long)*run_s);
    snprintf(at, sizeof at, "%lld", (long long)boot->now_s);
    snprintf(last, sizeof last, "%lld", (long long)*run_s);
    const KvPair pairs[] = {{KV_RUN_BASE, str_of(base)},
                            {KV_BOOT_AT, str_of(at)},
                            {KV_RUN_LAST, str_of(last)},
                            {KV_BOOT_ID, str_of(boot->id)}};
    return kv_write(db, pairs, (int)(sizeof pairs / sizeof pairs[0]), err);
}
