/* settings.h - kiosk.ini: what belongs to this machine and place, read once at the start.
 * Owns plain data. Never holds a region's words (they are content) or a key. */
#ifndef OKSP_SETTINGS_H
#define OKSP_SETTINGS_H

#include <stdbool.h>

#include "err.h"

enum {
    SETTINGS_PATH_BYTES_MAX = 512,
    SETTINGS_HASH_BYTES_MAX = 129, /* crypto_pwhash_STRBYTES and a terminator */
    SETTINGS_FILE_BYTES_MAX = 64 * 1024
};

typedef struct Settings {
    char data_dir[SETTINGS_PATH_BYTES_MAX];
    char asset_dir[SETTINGS_PATH_BYTES_MAX];
    char pack[SETTINGS_PATH_BYTES_MAX];
    char fallback[SETTINGS_PATH_BYTES_MAX]; /* the small pack for when the other cannot be read */
    int width_px, height_px;                /* of the panel; 0 = ask the display */
    double px_per_mm;                       /* 0 = not known */
    int mount_bottom_mm;                    /* floor to the lower edge of the picture */
    bool staffed;                           /* somebody is here to ask */
    bool at_school;
    bool audio;
    char pin_hash[SETTINGS_HASH_BYTES_MAX]; /* Argon2id string of the staff PIN; "" = no staff */
    int flood_max;                          /* requests in a running hour; 0 = the usual */
    bool allow_dumps;                       /* only for tests that look into the memory */
} Settings;

/* What counts without a file. */
void settings_default(Settings *settings);

/* Read `path` over the defaults. False with the file and line of the first mistake:
 * settings.missing (cannot be read), settings.line (not "name = value"), settings.name (no such
 * setting), settings.value (not a value for that setting). */
bool settings_read(const char *path, Settings *settings, Err *err);

#endif
