/* ballast.c - a file that can be given up. Its content does not matter, its blocks do. */
#include "ballast.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "db.h"
#include "db_folder.h"

static bool path_of(const char *folder, char path[DB_PATH_BYTES_MAX])
{
    return db_folder_path(folder, "ballast", path, DB_PATH_BYTES_MAX);
}

bool ballast_is_there(const char *folder)
{
    char path[DB_PATH_BYTES_MAX];
    struct stat info;
    return path_of(folder, path) && stat(path, &info) == 0 && info.st_size == BALLAST_BYTES;
}

/* Blocks are really taken (posix_fallocate), or there would be nothing to give up. */
static bool fill(const char *path)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0) {
        return false;
    }
    int failed = posix_fallocate(fd, 0, BALLAST_BYTES);
    bool good = failed == 0 && fsync(fd) == 0;
    close(fd);
    if (!good) {
        unlink(path);
    }
    return good;
}

static bool has_room(const char *folder)
{
    struct statvfs info;
    return statvfs(folder, &info) == 0 &&
           (uint64_t)info.f_bavail * info.f_frsize >= 2 * (uint64_t)BALLAST_BYTES;
}

bool ballast_make(const char *folder, Err *err)
{
    char path[DB_PATH_BYTES_MAX];
    if (ballast_is_there(folder)) {
        return true;
    }
    if (!has_room(folder) || !path_of(folder, path) || !fill(path)) {
        return err_set(err, "disk.low", "no room for the reserve of %d bytes", BALLAST_BYTES);
    }
    return true;
}

bool ballast_drop(const char *folder)
{
    char path[DB_PATH_BYTES_MAX];
    return path_of(folder, path) && unlink(path) == 0;
}
