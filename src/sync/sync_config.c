/* sync_config.c - reading sync.ini with inih. An unknown word is an error: a typing mistake must
 * not silently leave a default in force. */
#include "sync_config.h"

#include <ini.h>
#include <stdlib.h>

#include "file.h"
#include "str.h"
#include "sync_step.h"

typedef struct Reader {
    SyncConfig *out;
    Err *err;
    const char *path;
} Reader;

typedef enum Taken { TAKEN_YES, TAKEN_UNKNOWN, TAKEN_BAD } Taken;

static Taken take_text(Str value, char out[SYNC_CONFIG_TEXT_BYTES])
{
    return str_copy(value, out, SYNC_CONFIG_TEXT_BYTES) ? TAKEN_YES : TAKEN_BAD;
}

static Taken take_value(SyncConfig *out, Str name, Str value)
{
    if (str_equal(name, STR("data_dir"))) {
        return value.size == 0 ? TAKEN_BAD : take_text(value, out->data_dir);
    }
    if (str_equal(name, STR("ca_file"))) {
        return take_text(value, out->ca_file);
    }
    if (str_equal(name, STR("proxy"))) {
        return take_text(value, out->proxy);
    }
    if (str_equal(name, STR("cadence_s"))) {
        bool good = str_to_int(value, 1, SYNC_STEP_CADENCE_S_MAX, &out->cadence_s);
        return good ? TAKEN_YES : TAKEN_BAD;
    }
    return TAKEN_UNKNOWN;
}

static int take(void *context, const char *section, const char *name, const char *value)
{
    Reader *reader = context;
    Taken taken = TAKEN_UNKNOWN;
    if (str_equal(str_of(section), STR("sync"))) {
        taken = take_value(reader->out, str_of(name), str_of(value));
    }
    switch (taken) {
    case TAKEN_YES: return 1;
    case TAKEN_BAD:
        err_at(reader->err, "config.value", reader->path, 0, "%s = %.60s", name, value);
        return 0;
    case TAKEN_UNKNOWN:
        err_at(reader->err, "config.unknown", reader->path, 0, "[%s] %s", section, name);
        return 0;
    }
    return 0;
}

bool sync_config_read(const char *path, SyncConfig *out, Err *err)
{
    size_t size = 0;
    Err local = {0};
    *out = (SyncConfig){.data_dir = "/var/lib/oksp/kiosk"};
    char *text = file_read(path, SYNC_CONFIG_BYTES_MAX, &size, err);
    if (text == NULL) {
        return false;
    }
    Reader reader = {.out = out, .err = &local, .path = path};
    int line = ini_parse_string(text, take, &reader);
    free(text);
    if (line == 0) {
        return true;
    }
    if (!err_is_set(&local)) {
        return err_at(err, "config.syntax", path, line, "this is not a setting");
    }
    return err_at(err, local.code, path, line, "%s", local.text);
}
