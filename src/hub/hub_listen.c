/* hub_listen.c - making the socket. */
#include "hub_listen.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

enum { BACKLOG = 511, SYSTEMD_FD = 3, SOCKET_MODE = 0660 };

/* sd_listen_fds() without the library: one socket, meant for this very process. */
static bool has_systemd_socket(void)
{
    const char *pid = getenv("LISTEN_PID"), *count = getenv("LISTEN_FDS");
    int64_t pid_number = 0;
    return pid != NULL && count != NULL && strcmp(count, "1") == 0 &&
           str_to_int(str_of(pid), 1, INT32_MAX, &pid_number) && pid_number == getpid();
}

static bool bind_loopback(int fd, int *port)
{
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)*port)};
    socklen_t size = sizeof address;
    int yes = 1;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (bind(fd, (struct sockaddr *)&address, size) != 0 ||
        getsockname(fd, (struct sockaddr *)&address, &size) != 0) {
        return false;
    }
    *port = ntohs(address.sin_port);
    return true;
}

/* A socket that a killed hub left behind goes; anything else under that name stays. */
static bool bind_unix(int fd, const char *path)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    struct stat info;
    if (!str_copy(str_of(path), address.sun_path, sizeof address.sun_path)) {
        errno = ENAMETOOLONG;
        return false;
    }
    if (lstat(path, &info) == 0 && S_ISSOCK(info.st_mode)) {
        unlink(path);
    }
    return bind(fd, (struct sockaddr *)&address, sizeof address) == 0 &&
           chmod(path, SOCKET_MODE) == 0;
}

int hub_listen_open(const HubConfig *config, int *port, Err *err)
{
    bool is_unix = config->listen == HUB_LISTEN_UNIX;
    *port = is_unix ? 0 : config->port;
    if (has_systemd_socket()) {
        *port = 0;
        return SYSTEMD_FD;
    }
    int fd = socket(is_unix ? AF_UNIX : AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    bool bound =
        fd >= 0 && (is_unix ? bind_unix(fd, config->socket_path) : bind_loopback(fd, port));
    if (bound && listen(fd, BACKLOG) == 0) {
        return fd;
    }
    err_set(err, "server.listen", "cannot listen (errno %d): is another hub running?", errno);
    if (fd >= 0) {
        close(fd);
    }
    return -1;
}
