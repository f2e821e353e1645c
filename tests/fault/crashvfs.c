/* crashvfs.c - the simulated disk and its methods for SQLite. One connection at a time. */
#include "crashvfs.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NODES_MAX = 8, NAME_BYTES = 64, SECTOR_BYTES = 512, REGIONS_MAX = 4 };

/* A write (or, with data NULL, a truncation to `offset`) that no sync has confirmed. */
typedef struct Pending {
    int64_t offset;
    int size;
    unsigned char *data;
} Pending;

typedef struct Content {
    unsigned char *bytes;
    int64_t size, capacity;
} Content;

typedef struct Node {
    char name[NAME_BYTES];
    Content seen;    /* what reads return */
    Content durable; /* what the medium holds for sure */
    bool exists, exists_durably;
    Pending *pending;
    int pending_count, pending_capacity;
    void *regions[REGIONS_MAX]; /* shared memory of the WAL index; gone without power */
} Node;

typedef struct File {
    sqlite3_file base;
    Node *node;
} File;

static Node nodes[NODES_MAX];
static uint64_t random_state;
static long operations, cut_at;
static bool is_off;
static CrashFault fault;
static long fault_countdown;
static int fault_times;
static bool fault_struck;

/* ---- small things ---- */

static uint32_t random_next(void)
{
    random_state ^= random_state << 13;
    random_state ^= random_state >> 7;
    random_state ^= random_state << 17;
    return (uint32_t)(random_state >> 32);
}

static void *grow(void *memory, size_t bytes)
{
    void *grown = realloc(memory, bytes == 0 ? 1 : bytes);
    if (grown == NULL) {
        abort();
    }
    return grown;
}

static void make_room(Content *content, int64_t size)
{
    if (size > content->capacity) {
        content->capacity = 2 * size;
        content->bytes = grow(content->bytes, (size_t)content->capacity);
    }
}

static void set_size(Content *content, int64_t size)
{
    if (size > content->size) {
        make_room(content, size);
        memset(content->bytes + content->size, 0, (size_t)(size - content->size));
    }
    content->size = size;
}

static void put(Content *content, int64_t offset, const unsigned char *data, int size)
{
    if (content->size < offset + size) {
        set_size(content, offset + size);
    }
    memcpy(content->bytes + offset, data, (size_t)size);
}

static void copy(Content *to, const Content *from)
{
    make_room(to, from->size);
    to->size = from->size;
    if (from->size > 0) {
        memcpy(to->bytes, from->bytes, (size_t)from->size);
    }
}

static Node *find(const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash == NULL ? path : slash + 1;
    for (int i = 0; i < NODES_MAX; i++) {
        if (strcmp(nodes[i].name, name) == 0) {
            return &nodes[i];
        }
    }
    for (int i = 0; i < NODES_MAX; i++) {
        if (nodes[i].name[0] == '\0') {
            snprintf(nodes[i].name, sizeof nodes[i].name, "%s", name);
            return &nodes[i];
        }
    }
    abort();
}

/* ---- pending writes ---- */

static void add_pending(Node *node, int64_t offset, const void *data, int size)
{
    if (node->pending_count == node->pending_capacity) {
        node->pending_capacity = node->pending_capacity == 0 ? 64 : 2 * node->pending_capacity;
        node->pending = grow(node->pending, (size_t)node->pending_capacity * sizeof(Pending));
    }
    Pending *pending = &node->pending[node->pending_count++];
    *pending = (Pending){offset, size, NULL};
    if (data != NULL) {
        pending->data = grow(NULL, (size_t)size);
        memcpy(pending->data, data, (size_t)size);
    }
}

static void forget_pending(Node *node)
{
    for (int i = 0; i < node->pending_count; i++) {
        free(node->pending[i].data);
    }
    node->pending_count = 0;
}

static void apply(Content *content, const Pending *pending)
{
    if (pending->data == NULL) {
        set_size(content, pending->offset);
    } else {
        put(content, pending->offset, pending->data, pending->size);
    }
}

/* Each sector on its own: kept (half of them), garbage (an eighth), lost. */
static void apply_by_chance(Content *content, const Pending *pending)
{
    if (pending->data == NULL) {
        if (random_next() % 2 == 0) {
            set_size(content, pending->offset);
        }
        return;
    }
    int64_t end = pending->offset + pending->size;
    for (int64_t at = pending->offset; at < end;) {
        int64_t next = (at / SECTOR_BYTES + 1) * SECTOR_BYTES;
        int size = (int)((next > end ? end : next) - at);
        unsigned char sector[SECTOR_BYTES];
        unsigned chance = random_next() % 8;
        for (int i = 0; i < size; i++) {
            sector[i] = chance == 4 ? (unsigned char)random_next()
                                    : pending->data[at - pending->offset + i];
        }
        if (chance <= 4) {
            put(content, at, sector, size);
        }
        at += size;
    }
}

static void lose_power(Node *node)
{
    if (node->exists != node->exists_durably && random_next() % 2 == 0) {
        node->exists_durably = node->exists;
    }
    for (int i = 0; i < node->pending_count; i++) {
        apply_by_chance(&node->durable, &node->pending[i]);
    }
    forget_pending(node);
    node->exists = node->exists_durably;
    if (!node->exists) {
        node->durable.size = 0;
    }
    copy(&node->seen, &node->durable);
}

static void drop_regions(Node *node)
{
    for (int i = 0; i < REGIONS_MAX; i++) {
        free(node->regions[i]);
        node->regions[i] = NULL;
    }
}

/* ---- power and faults ---- */

void crashvfs_format(uint64_t seed)
{
    for (int i = 0; i < NODES_MAX; i++) {
        forget_pending(&nodes[i]);
        drop_regions(&nodes[i]);
        free(nodes[i].pending);
        free(nodes[i].seen.bytes);
        free(nodes[i].durable.bytes);
        nodes[i] = (Node){0};
    }
    random_state = 0x9E3779B97F4A7C15ull * (seed + 1);
    operations = 0;
    cut_at = 0;
    is_off = false;
    crashvfs_fail_at(CRASH_FAULT_NONE, 0);
}

void crashvfs_cut_at(long operation)
{
    cut_at = operations + operation;
}

bool crashvfs_is_off(void)
{
    return is_off;
}

void crashvfs_power_on(void)
{
    for (int i = 0; i < NODES_MAX; i++) {
        if (nodes[i].name[0] != '\0') {
            lose_power(&nodes[i]);
            drop_regions(&nodes[i]);
        }
    }
    is_off = false;
    operations = 0;
    cut_at = 0;
    crashvfs_fail_at(CRASH_FAULT_NONE, 0);
}

void crashvfs_cut_and_power_on(void)
{
    is_off = true;
    crashvfs_power_on();
}

long crashvfs_operations(void)
{
    return operations;
}

void crashvfs_fail_at(CrashFault what, long operation)
{
    fault = what;
    fault_countdown = operation;
    fault_times = 1;
    fault_struck = false;
}

void crashvfs_fail_times(int times)
{
    fault_times = times;
}

bool crashvfs_has_failed(void)
{
    return fault_struck;
}

/* One more operation; false when there is no power for it any more. The operation during which the
 * power goes is still begun: its write is pending like the others. */
static bool begins(void)
{
    if (is_off) {
        return false;
    }
    operations++;
    is_off = operations == cut_at;
    return true;
}

/* Does the fault `what` strike now? */
static bool strikes(CrashFault what)
{
    if (fault != what || (fault_countdown > 0 && --fault_countdown > 0)) {
        return false;
    }
    fault_struck = true;
    fault_times--;
    if (what != CRASH_FAULT_FULL && fault_times <= 0) {
        fault = CRASH_FAULT_NONE;
    }
    return true;
}

/* ---- methods of an open file ---- */

static int file_close(sqlite3_file *file)
{
    (void)file;
    return SQLITE_OK;
}

static int file_read(sqlite3_file *file, void *out, int size, sqlite3_int64 offset)
{
    const Content *seen = &((File *)file)->node->seen;
    if (is_off) {
        return SQLITE_IOERR_READ;
    }
    memset(out, 0, (size_t)size);
    if (offset >= seen->size) {
        return SQLITE_IOERR_SHORT_READ;
    }
    int64_t there = seen->size - offset;
    memcpy(out, seen->bytes + offset, (size_t)(there < size ? there : size));
    return there < size ? SQLITE_IOERR_SHORT_READ : SQLITE_OK;
}

static int file_write(sqlite3_file *file, const void *data, int size, sqlite3_int64 offset)
{
    Node *node = ((File *)file)->node;
    if (!begins()) {
        return SQLITE_IOERR_WRITE;
    }
    bool longer = offset + size > node->seen.size;
    if (longer && (strikes(CRASH_FAULT_FULL) || strikes(CRASH_FAULT_FULL_ONCE))) {
        return SQLITE_FULL;
    }
    bool is_short = strikes(CRASH_FAULT_SHORT_ONCE);
    int written = is_short ? size / 2 : size;
    put(&node->seen, offset, data, written);
    add_pending(node, offset, data, written);
    return is_off || is_short ? SQLITE_IOERR_WRITE : SQLITE_OK;
}

static int file_truncate(sqlite3_file *file, sqlite3_int64 size)
{
    Node *node = ((File *)file)->node;
    if (!begins()) {
        return SQLITE_IOERR_TRUNCATE;
    }
    set_size(&node->seen, size);
    add_pending(node, size, NULL, 0);
    return is_off ? SQLITE_IOERR_TRUNCATE : SQLITE_OK;
}

static int file_sync(sqlite3_file *file, int flags)
{
    (void)flags;
    Node *node = ((File *)file)->node;
    if (!begins() || is_off) {
        return SQLITE_IOERR_FSYNC; /* the power went before the disk had it */
    }
    bool failed = strikes(CRASH_FAULT_SYNC);
    for (int i = 0; i < node->pending_count; i++) {
        if (failed) {
            apply_by_chance(&node->durable, &node->pending[i]);
        } else {
            apply(&node->durable, &node->pending[i]);
        }
    }
    forget_pending(node); /* also after a failure: the pages count as clean from now on */
    node->exists_durably = node->exists;
    return failed ? SQLITE_IOERR_FSYNC : SQLITE_OK;
}

static int file_size(sqlite3_file *file, sqlite3_int64 *size)
{
    *size = ((File *)file)->node->seen.size;
    return SQLITE_OK;
}

static int file_lock(sqlite3_file *file, int level)
{
    (void)file;
    (void)level;
    return SQLITE_OK;
}

static int file_check_reserved(sqlite3_file *file, int *is_reserved)
{
    (void)file;
    *is_reserved = 0;
    return SQLITE_OK;
}

static int file_control(sqlite3_file *file, int operation, void *argument)
{
    (void)file;
    (void)operation;
    (void)argument;
    return SQLITE_NOTFOUND;
}

static int file_sector_size(sqlite3_file *file)
{
    (void)file;
    return SECTOR_BYTES;
}

/* Nothing is promised: not even that a torn write leaves its neighbours alone. */
static int file_characteristics(sqlite3_file *file)
{
    (void)file;
    return 0;
}

static int shm_map(sqlite3_file *file, int region, int size, int extend, void volatile **out)
{
    Node *node = ((File *)file)->node;
    if (region >= REGIONS_MAX) {
        return SQLITE_IOERR_SHMMAP;
    }
    if (node->regions[region] == NULL && extend) {
        node->regions[region] = calloc(1, (size_t)size);
    }
    *out = node->regions[region];
    return SQLITE_OK;
}

static int shm_lock(sqlite3_file *file, int offset, int count, int flags)
{
    (void)file;
    (void)offset;
    (void)count;
    (void)flags;
    return SQLITE_OK;
}

static void shm_barrier(sqlite3_file *file)
{
    (void)file;
}

static int shm_unmap(sqlite3_file *file, int delete_it)
{
    if (delete_it) {
        drop_regions(((File *)file)->node);
    }
    return SQLITE_OK;
}

static const sqlite3_io_methods methods = {
    .iVersion = 2,
    .xClose = file_close,
    .xRead = file_read,
    .xWrite = file_write,
    .xTruncate = file_truncate,
    .xSync = file_sync,
    .xFileSize = file_size,
    .xLock = file_lock,
    .xUnlock = file_lock,
    .xCheckReservedLock = file_check_reserved,
    .xFileControl = file_control,
    .xSectorSize = file_sector_size,
    .xDeviceCharacteristics = file_characteristics,
    .xShmMap = shm_map,
    .xShmLock = shm_lock,
    .xShmBarrier = shm_barrier,
    .xShmUnmap = shm_unmap,
};

/* ---- methods of the disk ---- */

static int disk_open(sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *out)
{
    (void)vfs;
    file->pMethods = NULL;
    Node *node = find(path == NULL ? "temporary" : path);
    if (is_off || (!node->exists && (flags & SQLITE_OPEN_CREATE) == 0)) {
        return SQLITE_CANTOPEN;
    }
    node->exists = true;
    ((File *)file)->node = node;
    file->pMethods = &methods;
    if (out != NULL) {
        *out = flags;
    }
    return SQLITE_OK;
}

static int disk_delete(sqlite3_vfs *vfs, const char *path, int sync_folder)
{
    (void)vfs;
    Node *node = find(path);
    if (!begins() || is_off) {
        return SQLITE_IOERR_DELETE;
    }
    if (!node->exists) {
        return SQLITE_IOERR_DELETE_NOENT;
    }
    node->exists = false;
    forget_pending(node);
    set_size(&node->seen, 0);
    if (sync_folder) {
        node->exists_durably = false;
        set_size(&node->durable, 0);
    }
    return SQLITE_OK;
}

static int disk_access(sqlite3_vfs *vfs, const char *path, int flags, int *result)
{
    (void)vfs;
    const Node *node = find(path);
    *result = node->exists && (flags != SQLITE_ACCESS_EXISTS || node->seen.size > 0);
    return SQLITE_OK;
}

static int disk_full_path(sqlite3_vfs *vfs, const char *path, int bytes, char *out)
{
    (void)vfs;
    snprintf(out, (size_t)bytes, "%s", path);
    return SQLITE_OK;
}

static int disk_randomness(sqlite3_vfs *vfs, int bytes, char *out)
{
    (void)vfs;
    for (int i = 0; i < bytes; i++) {
        out[i] = (char)random_next();
    }
    return bytes;
}

static int disk_sleep(sqlite3_vfs *vfs, int us)
{
    (void)vfs;
    return us;
}

static int disk_time(sqlite3_vfs *vfs, double *days)
{
    (void)vfs;
    *days = 2460000.5;
    return SQLITE_OK;
}

static int disk_last_error(sqlite3_vfs *vfs, int bytes, char *out)
{
    (void)vfs;
    (void)bytes;
    (void)out;
    return 0;
}

void crashvfs_install(void)
{
    static sqlite3_vfs vfs = {
        .iVersion = 1,
        .szOsFile = sizeof(File),
        .mxPathname = 512,
        .zName = "crash",
        .xOpen = disk_open,
        .xDelete = disk_delete,
        .xAccess = disk_access,
        .xFullPathname = disk_full_path,
        .xRandomness = disk_randomness,
        .xSleep = disk_sleep,
        .xCurrentTime = disk_time,
        .xGetLastError = disk_last_error,
    };
    if (sqlite3_vfs_register(&vfs, 1) != SQLITE_OK) {
        abort();
    }
}
