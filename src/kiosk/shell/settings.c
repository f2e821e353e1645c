/* settings.c - kiosk.ini through inih. See settings.h. */
#include "settings.h"

#include <ini.h>
#include <math.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "buf.h"
#include "file.h"
#include "str.h"

enum {
    SIDE_PX_MIN = 320,
    SIDE_PX_MAX = 8192,
    MOUNT_MM_MAX = 2000,
    DIAGONAL_INCH_MAX = 120,
    PX_PER_MM_MAX = 40,
    FLOOD_MAX = 10000,
    PARENTS_MAX = 6 /* folders above the program in which a source tree is looked for */
};

typedef enum SettingKind {
    SETTING_PATH,
    SETTING_HASH,
    SETTING_BOOL,
    SETTING_INT,
    SETTING_REAL,
    SETTING_DIAGONAL
} SettingKind;

typedef struct Setting {
    const char *section, *name;
    SettingKind kind;
    size_t at;    /* offset in Settings */
    int min, max; /* numbers */
} Setting;

#define AT(field) offsetof(Settings, field)
static const Setting SETTINGS[] = {
    {"kiosk", "data_dir", SETTING_PATH, AT(data_dir), 0, 0},
    {"kiosk", "asset_dir", SETTING_PATH, AT(asset_dir), 0, 0},
    {"kiosk", "pack", SETTING_PATH, AT(pack), 0, 0},
    {"kiosk", "fallback", SETTING_PATH, AT(fallback), 0, 0},
    {"kiosk", "flood_max", SETTING_INT, AT(flood_max), 0, FLOOD_MAX},
    {"kiosk", "allow_dumps", SETTING_BOOL, AT(allow_dumps), 0, 0},
    {"panel", "width_px", SETTING_INT, AT(width_px), SIDE_PX_MIN, SIDE_PX_MAX},
    {"panel", "height_px", SETTING_INT, AT(height_px), SIDE_PX_MIN, SIDE_PX_MAX},
    {"panel", "px_per_mm", SETTING_REAL, AT(px_per_mm), 0, PX_PER_MM_MAX},
    {"panel", "diagonal_inch", SETTING_DIAGONAL, AT(px_per_mm), 0, DIAGONAL_INCH_MAX},
    {"panel", "mount_bottom_mm", SETTING_INT, AT(mount_bottom_mm), 0, MOUNT_MM_MAX},
    {"place", "staffed", SETTING_BOOL, AT(staffed), 0, 0},
    {"place", "at_school", SETTING_BOOL, AT(at_school), 0, 0},
    {"place", "audio", SETTING_BOOL, AT(audio), 0, 0},
    {"staff", "pin_hash", SETTING_HASH, AT(pin_hash), 0, 0},
};
enum { SETTING_COUNT = sizeof SETTINGS / sizeof SETTINGS[0] };

/* One reading: where it is and what went wrong first. */
typedef struct Reading {
    Settings *settings;
    double diagonal_inch;
    char code[ERR_CODE_BYTES_MAX];
    char text[ERR_TEXT_BYTES_MAX];
} Reading;

/* ---- where things are without a file --------------------------------------------------------- */

/* `name` beside the program: in <folder>/share/oksp (installed) or in <folder> itself (the source
 * tree), for the folders above the program; empty when it is nowhere. */
static bool is_in(const char *folder, const char *between, const char *name,
                  char out[SETTINGS_PATH_BYTES_MAX])
{
    Buf path = buf_init(out, SETTINGS_PATH_BYTES_MAX);
    buf_format(&path, "%s/%s%s", folder, between, name);
    return !path.overflow && access(out, R_OK) == 0;
}

static void find_near_program(const char *name, char out[SETTINGS_PATH_BYTES_MAX])
{
    char folder[SETTINGS_PATH_BYTES_MAX] = "";
    ssize_t size = readlink("/proc/self/exe", folder, sizeof folder - 1);
    folder[size > 0 ? size : 0] = '\0';
    for (int up = 0; up < PARENTS_MAX; up++) {
        char *slash = strrchr(folder, '/');
        if (slash == NULL)
            break;
        *slash = '\0';
        if (is_in(folder, "share/oksp/", name, out) || is_in(folder, "", name, out))
            return;
    }
    out[0] = '\0';
}

void settings_default(Settings *settings)
{
    *settings = (Settings){.data_dir = "/var/lib/oksp/kiosk"};
    find_near_program("assets", settings->asset_dir);
    find_near_program("oksp.okp", settings->pack);
    find_near_program("fallback.okp", settings->fallback);
}

/* ---- values ---------------------------------------------------------------------------------- */

static bool real_read(const char *value, double *out)
{
    char *end = NULL;
    double number = strtod(value, &end);
    if (end == value || *end != '\0' || !isfinite(number))
        return false;
    *out = number;
    return true;
}

static bool bool_read(const char *value, bool *out)
{
    *out = strcmp(value, "yes") == 0;
    return *out || strcmp(value, "no") == 0;
}

static bool int_read(const Setting *setting, const char *value, int *out)
{
    int64_t number = 0;
    if (!str_to_int(str_of(value), setting->min, setting->max, &number))
        return false;
    *out = (int)number;
    return true;
}

static bool value_read(Reading *reading, const Setting *setting, const char *value)
{
    char *at = (char *)reading->settings + setting->at;
    double number = 0;
    switch (setting->kind) {
    case SETTING_PATH:
        return *value != '\0' && str_copy(str_of(value), at, SETTINGS_PATH_BYTES_MAX);
    case SETTING_HASH:
        return strncmp(value, "$argon2id$", 10) == 0 &&
               str_copy(str_of(value), at, SETTINGS_HASH_BYTES_MAX);
    case SETTING_BOOL: return bool_read(value, (bool *)(void *)at);
    case SETTING_INT: return int_read(setting, value, (int *)(void *)at);
    case SETTING_REAL:
    case SETTING_DIAGONAL:
        if (!real_read(value, &number) || number <= setting->min || number > setting->max)
            return false;
        if (setting->kind == SETTING_DIAGONAL)
            reading->diagonal_inch = number;
        else
            *(double *)(void *)at = number;
        return true;
    }
    return false;
}

/* ---- the file -------------------------------------------------------------------------------- */

static int reading_fails(Reading *reading, const char *code, const char *format, const char *word)
{
    if (reading->code[0] != '\0')
        return 0;
    (void)str_copy(str_of(code), reading->code, sizeof reading->code);
    Buf text = buf_init(reading->text, sizeof reading->text);
    buf_format(&text, "%s %s", format, word);
    return 0;
}

/* inih calls this for every "name = value"; 0 marks the line as the first wrong one. */
static int line_read(void *context, const char *section, const char *name, const char *value)
{
    Reading *reading = context;
    for (int i = 0; i < SETTING_COUNT; i++) {
        const Setting *setting = &SETTINGS[i];
        if (strcmp(setting->section, section) != 0 || strcmp(setting->name, name) != 0)
            continue;
        if (value_read(reading, setting, value))
            return 1;
        return reading_fails(reading, "settings.value", "this is not a value for", name);
    }
    return reading_fails(reading, "settings.name",
                         "there is no such setting in its section:", name);
}

/* Pixels per millimetre follow from the diagonal when both sides are known. */
static void diagonal_apply(Settings *settings, double inch)
{
    if (inch > 0 && settings->px_per_mm <= 0 && settings->width_px > 0 && settings->height_px > 0)
        settings->px_per_mm = hypot(settings->width_px, settings->height_px) / (inch * 25.4);
}

bool settings_read(const char *path, Settings *settings, Err *err)
{
    size_t size = 0;
    char *text = file_read(path, SETTINGS_FILE_BYTES_MAX, &size, NULL);
    if (text == NULL)
        return err_at(err, "settings.missing", path, 0, "%s cannot be read", path);
    Reading reading = {.settings = settings};
    int line = ini_parse_string(text, line_read, &reading);
    free(text);
    if (line > 0 && reading.code[0] != '\0')
        return err_at(err, reading.code, path, line, "%s", reading.text);
    if (line != 0)
        return err_at(err, "settings.line", path, line > 0 ? line : 0, "not \"name = value\"");
    diagonal_apply(settings, reading.diagonal_inch);
    return true;
}
