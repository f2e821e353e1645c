/* main.c - oksp-kiosk: the touch program of the support point. Has no network at all.
 *
 *     oksp-kiosk [--fullscreen | --window WxH] [--config FILE] [--pack FILE]
 *     oksp-kiosk --pin
 *
 * Ends with 0 after SIGTERM (or the closed window), 1 when it cannot start. */
#include <stdio.h>

#include "harden.h"
#include "log.h"
#include "options.h"
#include "pinline.h"
#include "settings.h"
#include "shell.h"

enum { WINDOW_W_PX = 1080, WINDOW_H_PX = 1920 };

static const char HELP[] =
    "oksp-kiosk [--fullscreen | --window WxH] [--config FILE] [--pack FILE]\n"
    "  --fullscreen   the whole display, without a way out\n"
    "  --window WxH   a window of that many pixels (1080x1920)\n"
    "  --config FILE  settings of this kiosk (kiosk.ini)\n"
    "  --pack FILE    content pack, instead of the one in the settings\n"
    "oksp-kiosk --pin\n"
    "  --pin          read a new PIN of colleagues, print its line for kiosk.ini\n";

static int fail(const Err *err)
{
    log_error("kiosk.failed", err);
    if (err->line > 0)
        fprintf(stderr, "oksp-kiosk: %s:%d: %s\n", err->file, err->line, err->text);
    else
        fprintf(stderr, "oksp-kiosk: %s\n", err->text);
    return 1;
}

static int or_else(int value, int other)
{
    return value > 0 ? value : other;
}

static ShellSetup setup_of(const Options *options, const Settings *settings)
{
    ShellSetup setup = {
        .settings = *settings, .fullscreen = options->fullscreen, .pack = options->pack};
    setup.width_px = or_else(options->width_px, or_else(settings->width_px, WINDOW_W_PX));
    setup.height_px = or_else(options->height_px, or_else(settings->height_px, WINDOW_H_PX));
    return setup;
}

static int pin_print(void)
{
    char line[PINCHECK_LINE_BYTES_MAX];
    Err err = {0};
    if (!pinline_read(line, &err))
        return fail(&err);
    printf("%s\n", line);
    return 0;
}

int main(int argc, char **argv)
{
    Options options;
    Settings settings;
    Err err = {0};
    log_start("kiosk");
    settings_default(&settings);
    if (!options_read(argc, argv, false, &options, &err))
        return fail(&err);
    if (options.help || options.version) {
        printf("%s", options.help ? HELP : "oksp-kiosk " OKSP_VERSION "\n");
        return 0;
    }
    if (options.pin)
        return pin_print();
    if (options.config != NULL && !settings_read(options.config, &settings, &err))
        return fail(&err);
    if (!harden_start(settings.allow_dumps, &err))
        return fail(&err);
    ShellSetup setup = setup_of(&options, &settings);
    return shell_run(&setup, &err) ? 0 : fail(&err);
}
