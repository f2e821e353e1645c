/* sync_offline.c - export and import-acks. The reply is read as strictly as one from the network,
 * except that it may answer an export of long ago. */
#include "sync_offline.h"

#include <stdlib.h>
#include <string.h>

#include "db.h"
#include "file.h"
#include "kv.h"
#include "runclock.h"
#include "sync_clock.h"
#include "sync_machine.h"
#include "sync_wire.h"

enum { FILE_BYTES_MAX = 1024 * 1024, FILE_MODE = 0600 };

typedef struct Export {
    SyncReport report;
    OutboxBatch batch;
} Export;

static bool collect(Db *db, Export *out, Err *err)
{
    RunBoot boot;
    OutboxStatus status;
    SyncClock clock = {0};
    OutboxQuery query = {.items_max = OUTBOX_BATCH_ITEMS_MAX};
    if (!runclock_boot(&boot, err) || !runclock_read(db, &boot, &query.run_s, err) ||
        !outbox_status(db, query.run_s, &status, err) ||
        !outbox_next_batch(db, &query, &out->batch, err) ||
        !kv_read(db, KV_STORE_ID, out->report.store, sizeof out->report.store, err) ||
        !kv_read_int(db, KV_KEYRING_SEQ, &out->report.keyring_seq, err) ||
        !kv_read_int(db, KV_TIME_FLOOR, &clock.floor_s, err)) {
        return false;
    }
    sync_clock_read(&clock);
    out->report.clock_quality = sync_clock_quality(&clock);
    out->report.waiting = status.waiting;
    out->report.refused = status.refused;
    out->report.run_s = query.run_s;
    out->report.disk_mb = sync_machine_disk_mb(db_folder(db));
    sync_machine_mark(out->report.hw);
    return str_copy((Str){boot.id, SYNC_WIRE_BOOT_BYTES - 1}, out->report.boot,
                    sizeof out->report.boot);
}

static bool write_body(const Export *export, const char *path, Err *err)
{
    size_t size = 0;
    char *body = sync_wire_body(&export->report, &export->batch, &size, err);
    bool good = body != NULL && file_write(path, (Str){body, size}, FILE_MODE, err);
    free(body);
    return good;
}

bool sync_offline_export(const SyncConfig *config, const char *path, int *rows, int *waiting,
                         Err *err)
{
    *rows = 0;
    *waiting = 0;
    Export *export = calloc(1, sizeof *export);
    Db *db = db_open(config->data_dir, err);
    bool good =
        export != NULL && db != NULL && collect(db, export, err) && write_body(export, path, err);
    if (good) {
        *rows = export->batch.count;
        *waiting = (int)export->report.waiting;
    }
    db_close(db);
    free(export);
    return good;
}

static bool take(Db *db, const SyncReply *reply, Err *err)
{
    RunBoot boot;
    int64_t run_s = 0;
    int again = 0;
    return runclock_boot(&boot, err) && runclock_read(db, &boot, &run_s, err) &&
           outbox_store_changed(db, str_of(reply->store), &again, err) &&
           outbox_acknowledge(db, reply->acknowledged, reply->acknowledged_count, run_s, err);
}

bool sync_offline_import(const SyncConfig *config, const char *path, int *rows, Err *err)
{
    size_t size = 0;
    SyncReply reply;
    *rows = 0;
    char *text = file_read(path, FILE_BYTES_MAX, &size, err);
    bool good = text != NULL && sync_wire_read((Str){text, size}, NULL, &reply, err);
    free(text);
    if (!good) {
        return false;
    }
    Db *db = db_open(config->data_dir, err);
    good = db != NULL && take(db, &reply, err);
    db_close(db);
    *rows = good ? reply.acknowledged_count : 0;
    return good;
}
