/* hub_admin.c - init, recover, doctor. */
#include "hub_admin.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <time.h>
#include <unistd.h>

#include "buf.h"
#include "call.h"
#include "check.h"
#include "file.h"
#include "keyring.h"

enum {
    KEY_TEXT_BYTES = 2 * HUB_KEY_BYTES,
    KEY_FILE_BYTES_MAX = KEY_TEXT_BYTES + 2,
    PATH_BYTES_MAX = 320,
    DISK_FREE_MIB_MIN = 200,
    BYTES_PER_MIB = 1024 * 1024,
};

static int64_t now_s(void)
{
    struct timespec now;
    check(clock_gettime(CLOCK_REALTIME, &now) == 0);
    return now.tv_sec;
}

static void key_path(const HubConfig *config, Buf *out)
{
    const char *credentials = getenv("CREDENTIALS_DIRECTORY");
    buf_format(out, "%s/hub.key", credentials ? credentials : config->data_dir);
}

bool hub_admin_key(const HubConfig *config, uint8_t key[HUB_KEY_BYTES], Err *err)
{
    char memory[PATH_BYTES_MAX];
    Buf path = buf_init(memory, sizeof memory);
    size_t size = 0, read = 0;
    key_path(config, &path);
    char *text = path.overflow ? NULL : file_read(path.data, KEY_FILE_BYTES_MAX, &size, err);
    bool fine = text != NULL && size >= KEY_TEXT_BYTES &&
                sodium_hex2bin(key, HUB_KEY_BYTES, text, KEY_TEXT_BYTES, NULL, &read, NULL) == 0 &&
                read == HUB_KEY_BYTES;
    free(text);
    return fine || err_set(err, "hub.key", "the key file holds no 64 hex digits");
}

bool hub_admin_lock(const HubConfig *config, Err *err)
{
    char memory[PATH_BYTES_MAX];
    Buf path = buf_init(memory, sizeof memory);
    buf_format(&path, "%s.lock", config->database);
    check(!path.overflow);
    int fd = open(memory, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (fd < 0) {
        return err_set(err, "hub.folder", "the data folder cannot be written (errno %d)", errno);
    }
    if (flock(fd, LOCK_EX | LOCK_NB) != 0) {
        close(fd);
        return err_set(err, "hub.locked", "another hub serves this database");
    }
    return true; /* the descriptor stays open on purpose: the lock ends with the process */
}

static bool make_key(const HubConfig *config, Err *err)
{
    char memory[PATH_BYTES_MAX], text[KEY_TEXT_BYTES + 1];
    uint8_t key[HUB_KEY_BYTES];
    Buf path = buf_init(memory, sizeof memory);
    if (hub_admin_key(config, key, NULL)) {
        return true;
    }
    buf_format(&path, "%s/hub.key", config->data_dir);
    randombytes_buf(key, sizeof key);
    sodium_bin2hex(text, sizeof text, key, sizeof key);
    sodium_memzero(key, sizeof key);
    return file_write(path.data, str_of(text), 0600, err);
}

static bool make_folder(const HubConfig *config, Err *err)
{
    if (mkdir(config->data_dir, 0700) == 0 || errno == EEXIST) {
        return true;
    }
    return err_set(err, "hub.folder", "the data folder cannot be made (errno %d)", errno);
}

static Store *open_store(const HubConfig *config, bool create, Err *err)
{
    StoreOptions options = {.path = config->database, .create = create};
    return store_open(&options, err);
}

/* Which one-time token: where it is kept, how the audit log calls it, when it ends (0 = never). */
typedef struct Token {
    const char *key, *action;
    int64_t until;
} Token;

/* A fresh token: its text for the operator, its hash and its end into the store. */
static bool put_token(Store *store, const Token *kind, char token[HUB_ADMIN_TOKEN_TEXT_BYTES],
                      Err *err)
{
    char hex[2 * STORE_HASH_BYTES + 1], value[2 * STORE_HASH_BYTES + 32];
    StoreHash hash;
    call_token(token, &hash);
    sodium_bin2hex(hex, sizeof hex, hash.bytes, sizeof hash.bytes);
    Buf text = buf_init(value, sizeof value);
    buf_format(&text, "%s %lld", hex, (long long)kind->until);
    StoreOp op = {.kind = STORE_OP_META,
                  .at = now_s(),
                  .audit = {.action = kind->action, .actor = "console"},
                  .meta = {kind->key, value}};
    return store_apply(store, &op, 1, err);
}

static bool is_set_up(Store *store, bool *out, Err *err)
{
    char org[STORE_META_BYTES_MAX + 1];
    bool answered = store_meta(store, "org", org, err);
    *out = answered && org[0] != '\0';
    return answered;
}

bool hub_admin_init(const HubConfig *config, char token[HUB_ADMIN_TOKEN_TEXT_BYTES], Err *err)
{
    bool set_up = false;
    if (!make_folder(config, err) || !make_key(config, err)) {
        return false;
    }
    Store *store = open_store(config, true, err);
    bool done = store != NULL && is_set_up(store, &set_up, err);
    if (done && set_up) {
        done = err_set(err, "admin.set-up", "this hub belongs to an organisation already");
    }
    done = done && put_token(store, &(Token){"setup", "setup.token", 0}, token, err);
    store_close(store);
    return done;
}

bool hub_admin_recover(const HubConfig *config, char token[HUB_ADMIN_TOKEN_TEXT_BYTES], Err *err)
{
    bool set_up = false;
    Store *store = open_store(config, false, err);
    bool done = store != NULL && is_set_up(store, &set_up, err);
    if (done && !set_up) {
        done = err_set(err, "admin.not-set-up", "no organisation was set up on this hub yet");
    }
    Token kind = {"recover", "recover.token", now_s() + HUB_ADMIN_RECOVER_S};
    done = done && put_token(store, &kind, token, err);
    store_close(store);
    return done;
}

typedef struct Doctor {
    HubFinding *rows;
    size_t count;
} Doctor;

static void find(Doctor *doctor, const char *what, bool fine, const char *text)
{
    check(doctor->count < HUB_ADMIN_FINDINGS_MAX);
    HubFinding *row = &doctor->rows[doctor->count++];
    *row = (HubFinding){.what = what, .fine = fine};
    (void)str_copy(str_of(text), row->text, sizeof row->text);
}

static void look_at_key(Doctor *doctor, const HubConfig *config)
{
    uint8_t key[HUB_KEY_BYTES];
    Err err = {0};
    bool fine = hub_admin_key(config, key, &err);
    sodium_memzero(key, sizeof key);
    find(doctor, "key file", fine, fine ? "present" : err.text);
}

static void look_at_disk(Doctor *doctor, const HubConfig *config)
{
    struct statvfs info;
    char text[64];
    Buf buf = buf_init(text, sizeof text);
    if (statvfs(config->data_dir, &info) != 0) {
        find(doctor, "disk", false, "the data folder is not there");
        return;
    }
    uint64_t free_mib = (uint64_t)info.f_bavail * info.f_frsize / BYTES_PER_MIB;
    buf_format(&buf, "%llu MiB free", (unsigned long long)free_mib);
    find(doctor, "disk", free_mib >= DISK_FREE_MIB_MIN, text);
}

static void look_at_keyring(Doctor *doctor, Store *store)
{
    StoreDocument document = {0};
    bool found = false;
    Keyring *keyring = calloc(1, sizeof *keyring);
    check(keyring != NULL);
    bool answered = store_document(store, "keyring", &document, &found);
    bool fine = answered && found && keyring_parse(str_of(document.body), keyring, NULL);
    if (fine) {
        KeyringPin pin = {.root = keyring_fingerprint(keyring->root)};
        fine = keyring_accept(str_of(document.body), str_of(document.sig), &pin, keyring, NULL);
    }
    const char *text = fine    ? "signed by its root"
                       : found ? "the signature does not fit"
                               : "none yet: finish the setup in the browser";
    find(doctor, "keyring", fine, text);
    store_document_free(&document);
    free(keyring);
}

static void look_at_audit(Doctor *doctor, Store *store)
{
    char text[64];
    int64_t broken = 0, rows = 0;
    Buf buf = buf_init(text, sizeof text);
    bool answered = store_audit_check(store, &broken, &rows);
    if (broken > 0) {
        buf_format(&buf, "row %lld does not continue the chain", (long long)broken);
    } else {
        buf_format(&buf, "%lld rows, chain whole", (long long)rows);
    }
    find(doctor, "audit log", answered && broken == 0, answered ? text : "does not answer");
}

static void look_at_heartbeat(Doctor *doctor, Store *store)
{
    char text[STORE_META_BYTES_MAX + 1];
    int64_t at = 0;
    bool answered = store_meta(store, "heartbeat", text, NULL);
    bool fresh = answered && str_to_int(str_of(text), 0, INT64_MAX, &at) &&
                 llabs(now_s() - at) <= HUB_HEARTBEAT_READY_S_MAX;
    find(doctor, "heartbeat", fresh, fresh ? "the hub is running" : "no hub is running");
}

size_t hub_admin_doctor(const HubConfig *config, HubFinding out[HUB_ADMIN_FINDINGS_MAX])
{
    Doctor doctor = {out, 0};
    Err err = {0};
    look_at_key(&doctor, config);
    look_at_disk(&doctor, config);
    Store *store = open_store(config, false, &err);
    find(&doctor, "database", store != NULL, store ? "opens, quick_check ok" : err.text);
    if (store != NULL) {
        look_at_keyring(&doctor, store);
        look_at_audit(&doctor, store);
        look_at_heartbeat(&doctor, store);
    }
    store_close(store);
    return doctor.count;
}
