/* options.c - the command line of the kiosk. See options.h. */
#include "options.h"

#include <string.h>

#include "str.h"

enum { SIDE_PX_MIN = 320, SIDE_PX_MAX = 8192 };

static bool size_read(const char *text, Options *options)
{
    Str rest = str_of(text);
    Str width = str_cut(&rest, 'x');
    int64_t w = 0, h = 0;
    if (!str_to_int(width, SIDE_PX_MIN, SIDE_PX_MAX, &w) ||
        !str_to_int(rest, SIDE_PX_MIN, SIDE_PX_MAX, &h))
        return false;
    options->width_px = (int)w;
    options->height_px = (int)h;
    return true;
}

/* Options without a value. */
static bool flag_read(const char *name, bool is_test, Options *options)
{
    if (strcmp(name, "--fullscreen") == 0)
        options->fullscreen = true;
    else if (strcmp(name, "--help") == 0)
        options->help = true;
    else if (strcmp(name, "--version") == 0)
        options->version = true;
    else if (strcmp(name, "--pin") == 0)
        options->pin = true;
    else if (is_test && strcmp(name, "--dump") == 0)
        options->dump = true;
    else
        return false;
    return true;
}

static bool value_read(const char *name, const char *value, bool is_test, Options *options)
{
    if (strcmp(name, "--config") == 0)
        options->config = value;
    else if (strcmp(name, "--pack") == 0)
        options->pack = value;
    else if (strcmp(name, "--window") == 0)
        return size_read(value, options);
    else if (is_test && strcmp(name, "--script") == 0)
        options->script = value;
    else if (is_test && strcmp(name, "--headless") == 0)
        return options->headless = size_read(value, options);
    else
        return false;
    return true;
}

bool options_read(int argc, char **argv, bool is_test, Options *options, Err *err)
{
    *options = (Options){0};
    for (int i = 1; i < argc; i++) {
        if (flag_read(argv[i], is_test, options))
            continue;
        if (i + 1 == argc || !value_read(argv[i], argv[i + 1], is_test, options))
            return err_set(err, "options.bad", "%s is not an option here; see --help", argv[i]);
        i++;
    }
    return true;
}
