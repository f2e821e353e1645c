/* program.h - the real oksp-hub as a child process, and a raw socket to it. */
#ifndef OKSP_PROGRAM_H
#define OKSP_PROGRAM_H

#include <sys/types.h>

#include "world.h"

enum { PROGRAM_LOG_BYTES_MAX = 16384, PROGRAM_REPLY_BYTES_MAX = 1 << 16 };

typedef struct Program {
    pid_t pid;
    int port;
    int log_fd;
    char config[WORLD_PATH_BYTES + 16], socket_path[WORLD_PATH_BYTES + 16];
    char log[PROGRAM_LOG_BYTES_MAX];
} Program;

/* Write a settings file for the folder of `world` with `more` lines, and serve. `dev` adds --dev.
 * Waits until it listens; fails the test when it does not. */
void program_start(Program *program, const World *world, const char *more, bool dev);

/* Start without waiting; the exit status of a program that ends by itself. */
int program_run(const char *config, const char *command, const char *option);
void program_config(Program *program, const World *world, const char *more);

/* SIGTERM and wait: the wait status. */
int program_stop(Program *program);
int program_kill(Program *program);
/* Wait for an end that comes by itself. */
int program_wait(Program *program);

/* Send bytes, return what comes back until the end, a pause of `wait_ms`, or one whole reply.
 * "" when nothing came. Static memory of the calling thread. */
typedef struct Bytes {
    const char *data;
    size_t size;
} Bytes;
const char *program_say(const Program *program, Bytes bytes, int wait_ms);
#define PROGRAM_BYTES(literal) ((Bytes){(literal), sizeof(literal) - 1})

int program_connect(const Program *program);

/* The status of the first reply; 0 = none. */
int program_status(const char *reply);

/* One sync of `envelopes`; the status, and the acknowledged ids' count to *acked. */
int program_sync(const Program *program, const World *world, const Envelope *envelopes,
                 size_t count);

#endif
