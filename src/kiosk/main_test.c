/* main_test.c - oksp-kiosk-test: the kiosk with story scripts and dumps, never packaged.
 *
 *     oksp-kiosk-test --headless WxH [--config FILE] [--pack FILE] (--script FILE | --dump)
 *
 * Ends with 0 when the story was played, 1 when it failed (the line is named). Without --headless
 * it is the kiosk itself. A `kill` in a story really kills: every part between two kills is played
 * by a process of its own. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "file.h"
#include "harden.h"
#include "log.h"
#include "options.h"
#include "script.h"
#include "settings.h"
#include "shell.h"

enum { WINDOW_W_PX = 1080, WINDOW_H_PX = 1920, KILLS_MAX = 100 };

static const char HELP[] =
    "oksp-kiosk-test --headless WxH [--config FILE] [--pack FILE] (--script FILE | --dump)\n"
    "oksp-kiosk-test [--fullscreen | --window WxH] [--config FILE] [--pack FILE]\n";

static int fail(const Err *err)
{
    if (err->line > 0)
        fprintf(stderr, "%s:%d: %s (%s)\n", err->file, err->line, err->text, err->code);
    else
        fprintf(stderr, "oksp-kiosk-test: %s (%s)\n", err->text, err->code);
    return 1;
}

static void no_bell(void *context)
{
    (void)context;
}

static Kiosk *kiosk_start(const Options *options, const Settings *settings, Err *err)
{
    KioskSetup setup = {.settings = settings,
                        .width_px = options->width_px,
                        .height_px = options->height_px,
                        .pack = options->pack,
                        .bell = no_bell};
    return kiosk_open(&setup, err);
}

static int dump(const Options *options, const Settings *settings)
{
    Err err = {0};
    Kiosk *kiosk = kiosk_start(options, settings, &err);
    bool done = kiosk != NULL && script_dump(kiosk, "-", &err);
    kiosk_close(kiosk);
    return done ? 0 : fail(&err);
}

/* What a part tells the next one before it is killed. */
typedef struct Mark {
    size_t rest_bytes;
    int line;
} Mark;

/* One part of a story, up to its end or a kill. Never returns. */
static _Noreturn void part_play(const Options *options, const Settings *settings, Script *script,
                                int mark_fd)
{
    Err err = {0};
    Kiosk *kiosk = kiosk_start(options, settings, &err);
    ScriptEnd end = kiosk == NULL ? SCRIPT_FAILED : script_play(script, kiosk, &err);
    if (end == SCRIPT_KILLED) {
        Mark mark = {script->rest.size, script->line};
        if (write(mark_fd, &mark, sizeof mark) == (ssize_t)sizeof mark)
            (void)raise(SIGKILL);
    }
    kiosk_close(kiosk);
    exit(end == SCRIPT_DONE ? 0 : fail(&err));
}

/* Play one part in a child; true when it was killed and the story goes on. */
static bool part_run(const Options *options, const Settings *settings, Script *script, int *status)
{
    int pipe_fds[2];
    Mark mark = {0};
    fflush(NULL);
    if (pipe(pipe_fds) != 0)
        return false;
    pid_t child = fork();
    if (child == 0)
        part_play(options, settings, script, pipe_fds[1]);
    close(pipe_fds[1]);
    bool goes_on = read(pipe_fds[0], &mark, sizeof mark) == (ssize_t)sizeof mark;
    close(pipe_fds[0]);
    (void)waitpid(child, status, 0);
    if (goes_on) {
        script->rest.data += script->rest.size - mark.rest_bytes;
        script->rest.size = mark.rest_bytes;
        script->line = mark.line;
    }
    return goes_on;
}

static int story(const Options *options, const Settings *settings)
{
    Err err = {0};
    size_t size = 0;
    char *text = file_read(options->script, SCRIPT_BYTES_MAX, &size, &err);
    if (text == NULL)
        return fail(&err);
    Script script = {.name = options->script, .rest = {text, size}};
    int status = -1;
    for (int i = 0; i < KILLS_MAX && part_run(options, settings, &script, &status); i++)
        ;
    free(text);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

static int window(const Options *options, const Settings *settings)
{
    Err err = {0};
    ShellSetup setup = {.settings = *settings,
                        .fullscreen = options->fullscreen,
                        .width_px = options->width_px > 0 ? options->width_px : WINDOW_W_PX,
                        .height_px = options->height_px > 0 ? options->height_px : WINDOW_H_PX,
                        .pack = options->pack};
    return shell_run(&setup, &err) ? 0 : fail(&err);
}

int main(int argc, char **argv)
{
    Options options;
    Settings settings;
    Err err = {0};
    log_start("kiosk-test");
    settings_default(&settings);
    if (!options_read(argc, argv, true, &options, &err))
        return fail(&err);
    if (options.help) {
        printf("%s", HELP);
        return 0;
    }
    if (options.config != NULL && !settings_read(options.config, &settings, &err))
        return fail(&err);
    if (!harden_start(settings.allow_dumps, &err))
        return fail(&err);
    if (!options.headless)
        return window(&options, &settings);
    return options.dump ? dump(&options, &settings) : story(&options, &settings);
}
