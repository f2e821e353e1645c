/* hub_config.c - the [hub] section of the settings file, through inih. */
#include "hub_config.h"

#include <ini.h>
#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "file.h"
#include "version.h"

enum { PORT_MAX = 65535, DEFAULT_PORT = 8087 };

typedef struct Reader {
    HubConfig *out;
    char database[HUB_CONFIG_PATH_BYTES_MAX];
    const char *wrong; /* the first key that was not understood */
    bool unknown;
    char wrong_memory[64];
} Reader;

static bool set_listen(HubConfig *out, Str value)
{
    int64_t port = 0;
    if (str_starts_with(value, STR("unix:"))) {
        out->listen = HUB_LISTEN_UNIX;
        Str path = {value.data + 5, value.size - 5};
        return path.size > 0 && str_copy(path, out->socket_path, sizeof out->socket_path);
    }
    Str host = str_cut(&value, ':');
    if (!str_equal(host, STR("127.0.0.1")) || !str_to_int(value, 0, PORT_MAX, &port)) {
        return false;
    }
    out->listen = HUB_LISTEN_LOOPBACK;
    out->port = (int)port;
    return true;
}

static bool set_path(char out[HUB_CONFIG_PATH_BYTES_MAX], Str value)
{
    return value.size > 0 && str_copy(value, out, HUB_CONFIG_PATH_BYTES_MAX);
}

/* One key; false when its value is wrong. Sets reader->unknown for a key nobody knows. */
static bool set_key(Reader *reader, Str key, Str value)
{
    HubConfig *out = reader->out;
    if (str_equal(key, STR("listen"))) {
        return set_listen(out, value);
    }
    if (str_equal(key, STR("data_dir"))) {
        return set_path(out->data_dir, value);
    }
    if (str_equal(key, STR("database"))) {
        return set_path(reader->database, value);
    }
    if (str_equal(key, STR("inbox_dir"))) {
        return set_path(out->inbox_dir, value);
    }
    if (str_equal(key, STR("app_min"))) {
        return version_is_valid(value) && str_copy(value, out->app_min, sizeof out->app_min);
    }
    if (str_equal(key, STR("cadence_s"))) {
        return str_to_int(value, HUB_CADENCE_S_MIN, HUB_CADENCE_S_MAX, &out->cadence_s);
    }
    if (str_equal(key, STR("db_pages_max"))) {
        return str_to_int(value, 0, INT32_MAX, &out->db_pages_max);
    }
    reader->unknown = true;
    return false;
}

/* inih's handler: 1 = understood. */
static int take(void *user, const char *section, const char *name, const char *value)
{
    Reader *reader = user;
    reader->unknown = strcmp(section, "hub") != 0;
    if (!reader->unknown && set_key(reader, str_of(name), str_of(value))) {
        return 1;
    }
    if (reader->wrong == NULL) {
        Str shown = str_of(name);
        shown.size = shown.size < sizeof reader->wrong_memory ? shown.size : 0;
        str_copy(shown, reader->wrong_memory, sizeof reader->wrong_memory);
        reader->wrong = reader->unknown ? "config.unknown" : "config.value";
    }
    return 0;
}

/* The database stands in the data folder unless its path is absolute. */
static bool place_database(Reader *reader)
{
    HubConfig *out = reader->out;
    const char *name = reader->database[0] ? reader->database : "hub.db";
    Buf path = buf_init(out->database, sizeof out->database);
    if (name[0] != '/') {
        buf_format(&path, "%s/", out->data_dir);
    }
    buf_add(&path, str_of(name));
    return !path.overflow;
}

bool hub_config_read(const char *path, HubConfig *out, Err *err)
{
    Reader reader = {.out = out};
    size_t size = 0;
    *out = (HubConfig){.port = DEFAULT_PORT, .data_dir = "/var/lib/oksp/hub"};
    char *text = file_read(path, HUB_CONFIG_BYTES_MAX, &size, err);
    if (text == NULL) {
        return false;
    }
    int line = ini_parse_string(text, take, &reader);
    free(text);
    if (line != 0) {
        return err_at(err, reader.wrong ? reader.wrong : "config.syntax", path, line,
                      reader.wrong ? "`%s` is not understood" : "this is no setting%s",
                      reader.wrong ? reader.wrong_memory : "");
    }
    return place_database(&reader) ||
           err_at(err, "config.value", path, 0, "the path of the database is too long");
}
