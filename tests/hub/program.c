/* program.c - starting, stopping and talking to the real hub. */
#include "program.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cmocka_first.h"

enum { START_WAIT_MS = 10000, STEP_MS = 20, REPLY_WAIT_MS = 10000, EXEC_FAILED = 99 };

#define HUB OKSP_BINARY_DIR "/bin/oksp-hub"

void program_config(Program *program, const World *world, const char *more)
{
    *program = (Program){.log_fd = -1};
    snprintf(program->config, sizeof program->config, "%s/hub.ini", world->folder);
    snprintf(program->socket_path, sizeof program->socket_path, "%s/hub.sock", world->folder);
    FILE *file = fopen(program->config, "w");
    assert_non_null(file);
    fprintf(file, "[hub]\ndata_dir = %s\n", world->folder);
    fprintf(file, "%s", strstr(more, "listen") ? "" : "listen = 127.0.0.1:0\n");
    fprintf(file, "%s", more);
    fclose(file);
}

static pid_t spawn(const char *const *arguments, int log_fd)
{
    pid_t pid = fork();
    assert_true(pid >= 0);
    if (pid == 0) {
        int nothing = open("/dev/null", O_RDWR);
        signal(SIGXFSZ, SIG_IGN); /* a write beyond the limit shall be an error, not a death */
        dup2(nothing, STDIN_FILENO);
        dup2(log_fd, STDERR_FILENO);
        dup2(log_fd, STDOUT_FILENO);
        execv(HUB, (char *const *)(uintptr_t)arguments);
        _exit(EXEC_FAILED);
    }
    return pid;
}

/* Collect what the program wrote, until `word` stands there or the time is over. */
static bool read_log(Program *program, const char *word, int wait_ms)
{
    for (int waited = 0; waited <= wait_ms; waited += STEP_MS) {
        size_t used = strlen(program->log);
        ssize_t got = read(program->log_fd, program->log + used, sizeof program->log - used - 1);
        if (got > 0) {
            program->log[used + (size_t)got] = '\0';
        }
        if (strstr(program->log, word) != NULL) {
            return true;
        }
        usleep(STEP_MS * 1000);
    }
    return false;
}

void program_start(Program *program, const World *world, const char *more, bool dev)
{
    int ends[2];
    program_config(program, world, more);
    assert_int_equal(pipe2(ends, O_CLOEXEC | O_NONBLOCK), 0);
    const char *const arguments[] = {
        HUB, "serve", "--config", program->config, dev ? "--dev" : NULL, NULL};
    program->pid = spawn(arguments, ends[1]);
    close(ends[1]);
    program->log_fd = ends[0];
    if (!read_log(program, "hub.listening", START_WAIT_MS)) {
        fail_msg("the hub does not start: %s", program->log);
    }
    const char *port = strstr(program->log, "port=");
    program->port = (int)strtol(port + 5, NULL, 10);
}

int program_run(const char *config, const char *command, const char *option)
{
    int nothing = open("/dev/null", O_WRONLY), status = 0;
    const char *const arguments[] = {HUB, command, "--config", config, option, NULL};
    pid_t pid = spawn(arguments, nothing);
    close(nothing);
    assert_int_equal(waitpid(pid, &status, 0), pid);
    return status;
}

int program_wait(Program *program)
{
    int status = 0;
    assert_int_equal(waitpid(program->pid, &status, 0), program->pid);
    read_log(program, "(all of it)", 0);
    close(program->log_fd);
    program->pid = 0;
    return status;
}

int program_stop(Program *program)
{
    assert_int_equal(kill(program->pid, SIGTERM), 0);
    return program_wait(program);
}

int program_kill(Program *program)
{
    assert_int_equal(kill(program->pid, SIGKILL), 0);
    return program_wait(program);
}

int program_connect(const Program *program)
{
    struct sockaddr_un name = {.sun_family = AF_UNIX};
    struct sockaddr_in address = {.sin_family = AF_INET,
                                  .sin_port = htons((uint16_t)program->port),
                                  .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    bool is_unix = program->port == 0;
    int fd = socket(is_unix ? AF_UNIX : AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    snprintf(name.sun_path, sizeof name.sun_path, "%s", program->socket_path);
    int failed = is_unix ? connect(fd, (struct sockaddr *)&name, sizeof name)
                         : connect(fd, (struct sockaddr *)&address, sizeof address);
    if (failed != 0) {
        close(fd);
        return -1;
    }
    return fd;
}

/* Is a whole reply there: head, and as many bytes as it promised? */
static bool is_whole(const char *reply, size_t size)
{
    const char *end = strstr(reply, "\r\n\r\n"), *length = strcasestr(reply, "content-length:");
    if (end == NULL) {
        return false;
    }
    size_t body = length && length < end ? (size_t)strtol(length + 15, NULL, 10) : 0;
    return size >= (size_t)(end - reply) + 4 + body;
}

const char *program_say(const Program *program, Bytes bytes, int wait_ms)
{
    static _Thread_local char reply[PROGRAM_REPLY_BYTES_MAX];
    size_t size = 0;
    int fd = program_connect(program);
    reply[0] = '\0';
    if (fd < 0) {
        return reply;
    }
    (void)!send(fd, bytes.data, bytes.size, MSG_NOSIGNAL);
    while (size < sizeof reply - 1 && !is_whole(reply, size)) {
        struct pollfd ready = {fd, POLLIN, 0};
        if (poll(&ready, 1, wait_ms) <= 0) {
            break;
        }
        ssize_t got = recv(fd, reply + size, sizeof reply - 1 - size, 0);
        if (got <= 0) {
            break;
        }
        size += (size_t)got;
        reply[size] = '\0';
    }
    close(fd);
    return reply;
}

int program_status(const char *reply)
{
    return strncmp(reply, "HTTP/1.", 7) == 0 ? (int)strtol(reply + 9, NULL, 10) : 0;
}

int program_sync(const Program *program, const World *world, const Envelope *envelopes,
                 size_t count)
{
    char *body = world_sync_body(world, envelopes, count);
    size_t room = strlen(body) + 512;
    char *request = malloc(room);
    assert_non_null(request);
    snprintf(request, room,
             "POST /v1/sync HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n"
             "Authorization: Bearer %s\r\nContent-Length: %zu\r\n\r\n%s",
             world->bearer, strlen(body), body);
    const char *reply = program_say(program, (Bytes){request, strlen(request)}, REPLY_WAIT_MS);
    free(request);
    free(body);
    return program_status(reply);
}
