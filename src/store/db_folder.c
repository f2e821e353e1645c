/* db_folder.c - checks, locks and quarantine of a store's folder. */
#include "db_folder.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <time.h>
#include <unistd.h>

#include "db.h"
#include "log.h"

enum { QUARANTINES_MAX = 1000, WAIT_STEP_MS = 50, NS_PER_MS = 1000000 };

/* statfs(2): file systems on another machine, where SQLite's shared memory does not work. */
static const long remote_systems[] = {0x6969 /* NFS */, 0x517B /* SMB */, 0xFF534D42L /* CIFS */,
                                      0xFE534D42L /* SMB2 */, 0x5346414FL /* AFS */};

static const char *const db_files[] = {"kiosk.db", "kiosk.db-wal", "kiosk.db-shm"};

bool db_folder_path(const char *folder, const char *name, char *out, size_t out_bytes)
{
    int size = snprintf(out, out_bytes, "%s/%s", folder, name);
    return size > 0 && (size_t)size < out_bytes;
}

static bool is_remote(const char *folder)
{
    struct statfs info;
    if (statfs(folder, &info) != 0) {
        return true;
    }
    for (size_t i = 0; i < sizeof remote_systems / sizeof remote_systems[0]; i++) {
        if ((long)info.f_type == remote_systems[i]) {
            return true;
        }
    }
    return false;
}

static bool check_file(const char *folder, Err *err)
{
    char path[DB_PATH_BYTES_MAX];
    struct stat info;
    if (!db_folder_path(folder, db_files[0], path, sizeof path)) {
        return err_set(err, "store.folder", "the path of the store is too long");
    }
    if (lstat(path, &info) != 0) {
        return errno == ENOENT || err_set(err, "store.folder", "%s: %s", path, strerror(errno));
    }
    if (!S_ISREG(info.st_mode) || info.st_nlink != 1) {
        return err_set(err, "store.folder", "%s is a link or has a second name", path);
    }
    return true;
}

bool db_folder_prepare(const char *folder, Err *err)
{
    struct stat info;
    if (mkdir(folder, 0700) != 0 && errno != EEXIST) {
        return err_set(err, "store.folder", "cannot make %s: %s", folder, strerror(errno));
    }
    if (lstat(folder, &info) != 0 || !S_ISDIR(info.st_mode)) {
        return err_set(err, "store.folder", "%s is not a folder", folder);
    }
    if (info.st_uid != geteuid() || (info.st_mode & 077) != 0) {
        return err_set(err, "store.folder", "%s must be ours alone (mode 0700)", folder);
    }
    if (is_remote(folder)) {
        return err_set(err, "store.folder", "%s is not on a disk of this machine", folder);
    }
    return check_file(folder, err);
}

int db_folder_lock(const char *folder, Err *err)
{
    char path[DB_PATH_BYTES_MAX];
    int fd = -1;
    if (db_folder_path(folder, "lock", path, sizeof path)) {
        fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    }
    if (fd < 0 || flock(fd, LOCK_SH) != 0) {
        err_set(err, "store.folder", "cannot lock %s: %s", folder, strerror(errno));
        if (fd >= 0) {
            close(fd);
        }
        return -1;
    }
    return fd;
}

bool db_folder_alone(int lock_fd)
{
    for (int waited_ms = 0; waited_ms <= DB_QUARANTINE_WAIT_MS; waited_ms += WAIT_STEP_MS) {
        if (flock(lock_fd, LOCK_EX | LOCK_NB) == 0) {
            return true;
        }
        struct timespec step = {0, WAIT_STEP_MS * NS_PER_MS};
        nanosleep(&step, NULL);
    }
    /* Trying to change a lock may have given it up (flock(2)): take the shared one again. */
    db_folder_share(lock_fd);
    return false;
}

void db_folder_share(int lock_fd)
{
    (void)flock(lock_fd, LOCK_SH);
}

static bool sync_folder(const char *folder)
{
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool good = fd >= 0 && fsync(fd) == 0;
    if (fd >= 0) {
        close(fd);
    }
    return good;
}

/* quarantine/1, quarantine/2 ...: the first name that is free. */
static bool make_place(const char *folder, char *place, size_t place_bytes)
{
    char path[DB_PATH_BYTES_MAX];
    if (!db_folder_path(folder, "quarantine", path, sizeof path) ||
        (mkdir(path, 0700) != 0 && errno != EEXIST)) {
        return false;
    }
    for (int i = 1; i <= QUARANTINES_MAX; i++) {
        int size = snprintf(place, place_bytes, "%s/quarantine/%d", folder, i);
        if (size < 0 || (size_t)size >= place_bytes) {
            return false;
        }
        if (mkdir(place, 0700) == 0) {
            return true;
        }
        if (errno != EEXIST) {
            return false;
        }
    }
    return false;
}

static bool move_file(const char *folder, const char *place, const char *name)
{
    char from[DB_PATH_BYTES_MAX], to[DB_PATH_BYTES_MAX];
    if (!db_folder_path(folder, name, from, sizeof from) ||
        !db_folder_path(place, name, to, sizeof to)) {
        return false;
    }
    return rename(from, to) == 0 || errno == ENOENT;
}

bool db_folder_quarantine(const char *folder, char *place, Err *err)
{
    if (!make_place(folder, place, DB_PATH_BYTES_MAX)) {
        return err_set(err, "store.damaged", "no place for a damaged store: %s", strerror(errno));
    }
    /* The log first: a database without its log is older but whole, a log alone is nothing. */
    for (size_t i = sizeof db_files / sizeof db_files[0]; i > 0; i--) {
        if (!move_file(folder, place, db_files[i - 1])) {
            return err_set(err, "store.damaged", "cannot move a damaged store: %s",
                           strerror(errno));
        }
    }
    log_event("store.quarantined");
    return (sync_folder(place) && sync_folder(folder)) ||
           err_set(err, "store.damaged", "cannot sync the quarantine: %s", strerror(errno));
}
