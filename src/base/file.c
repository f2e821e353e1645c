/* file.c - reading and replacing whole files. Owns the memory of file_read until it is returned. */
#include "file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PATH_BYTES_MAX = 4096 };

/* Read until the end or until `capacity` bytes; false with errno on a read error. */
static bool read_all(int fd, char *data, size_t capacity, size_t *size)
{
    *size = 0;
    while (*size < capacity) {
        ssize_t got = read(fd, data + *size, capacity - *size);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return false;
        }
        if (got == 0) {
            return true;
        }
        *size += (size_t)got;
    }
    return true;
}

/* One byte more than allowed is asked for: that one tells "too large" from "exactly full". */
static char *read_open(int fd, const char *path, size_t bytes_max, size_t *size, Err *err)
{
    struct stat info;
    if (fstat(fd, &info) != 0 || !S_ISREG(info.st_mode)) {
        err_set(err, "file.read", "%s is not a readable file", path);
        return NULL;
    }
    size_t expected = (size_t)info.st_size;
    if (expected > bytes_max) {
        err_set(err, "file.too-large", "%s has more than %zu bytes", path, bytes_max);
        return NULL;
    }
    /* Files in /proc say size 0: take the limit then. */
    size_t capacity = (expected == 0 ? bytes_max : expected) + 1;
    char *data = malloc(capacity + 1);
    if (data == NULL || !read_all(fd, data, capacity, size)) {
        err_set(err, "file.read", "cannot read %s: %s", path, strerror(errno));
        free(data);
        return NULL;
    }
    if (*size > bytes_max) {
        err_set(err, "file.too-large", "%s has more than %zu bytes", path, bytes_max);
        free(data);
        return NULL;
    }
    data[*size] = '\0';
    return data;
}

char *file_read(const char *path, size_t bytes_max, size_t *size, Err *err)
{
    *size = 0;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        err_set(err, errno == ENOENT ? "file.missing" : "file.read", "cannot open %s: %s", path,
                strerror(errno));
        return NULL;
    }
    char *data = read_open(fd, path, bytes_max, size, err);
    close(fd);
    if (data == NULL) {
        *size = 0;
    }
    return data;
}

static bool write_all(int fd, Str data)
{
    while (data.size > 0) {
        ssize_t put = write(fd, data.data, data.size);
        if (put < 0 && errno == EINTR) {
            continue;
        }
        if (put <= 0) {
            return false;
        }
        data.data += put;
        data.size -= (size_t)put;
    }
    return true;
}

/* Write and sync `temporary`, made with exactly `mode` whatever the umask is. */
static bool write_beside(const char *temporary, Str data, unsigned mode)
{
    int fd = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode);
    if (fd < 0) {
        return false;
    }
    bool good = fchmod(fd, mode) == 0 && write_all(fd, data) && fsync(fd) == 0;
    int kept = errno;
    if (close(fd) != 0 && good) {
        return false;
    }
    errno = kept;
    return good;
}

/* The new name is only durable once the folder is. */
static bool sync_folder(const char *path)
{
    const char *slash = strrchr(path, '/');
    char folder[PATH_BYTES_MAX] = ".";
    if (slash != NULL) {
        size_t size = slash == path ? 1 : (size_t)(slash - path);
        if (!str_copy((Str){path, size}, folder, sizeof folder)) {
            errno = ENAMETOOLONG;
            return false;
        }
    }
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) {
        return false;
    }
    bool good = fsync(fd) == 0;
    close(fd);
    return good;
}

bool file_write(const char *path, Str data, unsigned mode, Err *err)
{
    char temporary[PATH_BYTES_MAX];
    int length = snprintf(temporary, sizeof temporary, "%s.new", path);
    if (length < 0 || (size_t)length >= sizeof temporary) {
        return err_set(err, "file.write", "the path is too long: %.80s", path);
    }
    if (!write_beside(temporary, data, mode) || rename(temporary, path) != 0) {
        err_set(err, "file.write", "cannot write %s: %s", path, strerror(errno));
        unlink(temporary);
        return false;
    }
    if (!sync_folder(path)) {
        return err_set(err, "file.write", "cannot make %s durable: %s", path, strerror(errno));
    }
    return true;
}
