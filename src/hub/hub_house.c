/* hub_house.c - heartbeat every 20 s, retention and a backup every hour. */
#include "hub_house.h"

#include <dirent.h>
#include <fcntl.h>
#include <pthread.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "buf.h"
#include "check.h"
#include "hub.h"
#include "log.h"
#include "retention.h"
#include "when.h"

enum {
    SECONDS_PER_HOUR = 3600,
    SECONDS_PER_DAY = 86400,
    RETAIN_ROUNDS_MAX = 100,
    BACKUPS_HOURLY = 24, /* one for each hour of the day, written over on the next */
    PATH_BYTES_MAX = 320,
};

struct HubHouse {
    Store *store;
    HubWriter *writer;
    char folder[PATH_BYTES_MAX]; /* of the backups */
    pthread_t thread;
    pthread_mutex_t mutex;
    pthread_cond_t wake;
    bool stopping;
};

static int64_t now_s(clockid_t clock)
{
    struct timespec now;
    check(clock_gettime(clock, &now) == 0);
    return now.tv_sec;
}

static bool beat(HubHouse *house)
{
    char fresh[STORE_MARK_BYTES];
    uint8_t random[(STORE_MARK_BYTES - 1) / 2];
    randombytes_buf(random, sizeof random);
    sodium_bin2hex(fresh, sizeof fresh, random, sizeof random);
    StoreOp op = {.kind = STORE_OP_HEARTBEAT,
                  .at = now_s(CLOCK_REALTIME),
                  .heartbeat = {.fresh = fresh, .gap_max_s = HUB_HEARTBEAT_GAP_S_MAX}};
    bool applied = hub_writer_apply(house->writer, &op);
    if (applied && op.heartbeat.changed) {
        log_event("store.id-changed");
    }
    return applied;
}

static void retain(HubHouse *house)
{
    char text[STORE_META_BYTES_MAX + 1];
    int64_t erased = 0;
    if (!store_meta(house->store, "settings", text, NULL)) {
        return;
    }
    Policy policy = policy_parse(text);
    for (int round = 0; round < RETAIN_ROUNDS_MAX; round++) {
        int64_t at = now_s(CLOCK_REALTIME);
        StoreOp op = {.kind = STORE_OP_RETAIN, .at = at, .retain = retention_plan(&policy, at)};
        if (!hub_writer_apply(house->writer, &op)) {
            return;
        }
        erased += op.retain.erased;
        if (op.retain.erased < op.retain.rows_max) {
            break;
        }
    }
    log_number("retention.done", "erased", erased);
}

/* The copy must survive a power cut before it replaces the one of yesterday. */
static bool make_durable(const char *from, const char *to, const char *folder)
{
    int fd = open(from, O_RDONLY | O_CLOEXEC);
    bool safe = fd >= 0 && fsync(fd) == 0 && rename(from, to) == 0;
    if (fd >= 0) {
        close(fd);
    }
    fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    safe = fd >= 0 && fsync(fd) == 0 && safe;
    if (fd >= 0) {
        close(fd);
    }
    return safe;
}

/* hub-h13.db for the hour, and at the first hour of a day hub-d<day of 14>.db: 24 + 14 copies. */
static void back_up(HubHouse *house)
{
    enum { DAYS_KEPT = 14 };
    char part[PATH_BYTES_MAX + 16], whole[PATH_BYTES_MAX + 16];
    Err err = {0};
    int64_t at = now_s(CLOCK_REALTIME), hour = at / SECONDS_PER_HOUR % BACKUPS_HOURLY;
    Buf to = buf_init(whole, sizeof whole), from = buf_init(part, sizeof part);
    buf_format(&from, "%s/hub.part", house->folder);
    if (hour == 0) {
        buf_format(&to, "%s/hub-d%02d.db", house->folder, (int)(at / SECONDS_PER_DAY % DAYS_KEPT));
    } else {
        buf_format(&to, "%s/hub-h%02d.db", house->folder, (int)hour);
    }
    check(!to.overflow && !from.overflow);
    unlink(part);
    if (!store_backup(house->store, part, &err)) {
        log_error("backup.failed", &err);
    } else if (!make_durable(part, whole, house->folder)) {
        log_event("backup.failed");
    }
}

/* Sleep; false when the house is closed. */
static bool rest(HubHouse *house)
{
    struct timespec until;
    check(clock_gettime(CLOCK_MONOTONIC, &until) == 0);
    until.tv_sec += HUB_HEARTBEAT_S;
    pthread_mutex_lock(&house->mutex);
    int woken = 0;
    while (!house->stopping && woken == 0) {
        woken = pthread_cond_timedwait(&house->wake, &house->mutex, &until);
    }
    bool open = !house->stopping;
    pthread_mutex_unlock(&house->mutex);
    return open;
}

static void *run(void *context)
{
    HubHouse *house = context;
    int64_t next_s = now_s(CLOCK_BOOTTIME);
    do {
        beat(house);
        if (now_s(CLOCK_BOOTTIME) >= next_s) {
            next_s = now_s(CLOCK_BOOTTIME) + SECONDS_PER_HOUR;
            retain(house);
            back_up(house);
        }
    } while (rest(house));
    return NULL;
}

HubHouse *hub_house_start(Store *store, HubWriter *writer, const HubConfig *config, Err *err)
{
    pthread_condattr_t attributes;
    HubHouse *house = calloc(1, sizeof *house);
    check(house != NULL);
    house->store = store;
    house->writer = writer;
    Buf folder = buf_init(house->folder, sizeof house->folder);
    buf_format(&folder, "%s/backup", config->data_dir);
    check(!folder.overflow);
    (void)mkdir(house->folder, 0700);
    if (!beat(house)) {
        err_set(err, "store.full", "the heartbeat cannot be written: is the disk full?");
        free(house);
        return NULL;
    }
    pthread_mutex_init(&house->mutex, NULL);
    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_cond_init(&house->wake, &attributes);
    pthread_condattr_destroy(&attributes);
    check(pthread_create(&house->thread, NULL, run, house) == 0);
    return house;
}

void hub_house_stop(HubHouse *house)
{
    pthread_mutex_lock(&house->mutex);
    house->stopping = true;
    pthread_cond_signal(&house->wake);
    pthread_mutex_unlock(&house->mutex);
    pthread_join(house->thread, NULL);
    pthread_cond_destroy(&house->wake);
    pthread_mutex_destroy(&house->mutex);
    free(house);
}
