/* main.c - oksp-hub: the central store of one organisation and its API.
 *
 *   oksp-hub init    --config FILE        make the store; prints the setup token, alone on stdout
 *   oksp-hub serve   --config FILE [--dev]  serve until SIGTERM; --dev also serves the inbox page
 *   oksp-hub doctor  --config FILE        look at key, disk, database, keyring, audit log,
 * heartbeat oksp-hub recover --config FILE        a one-time token to put an admin back; needs the
 * sheet
 *
 * The operator's guide is docs/operator.md, the wire docs/protocol.md. */
#include <jansson.h>
#include <pthread.h>
#include <signal.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "check.h"
#include "hub.h"
#include "hub_admin.h"
#include "hub_config.h"
#include "hub_house.h"
#include "hub_server.h"
#include "hub_writer.h"
#include "log.h"

enum { EXIT_USAGE = 2, HASH_SEED_FROM_SYSTEM = 0 };

typedef struct Arguments {
    const char *command, *config;
    bool dev;
} Arguments;

static int usage(void)
{
    fputs("usage: oksp-hub serve|init|doctor|recover --config FILE [--dev]\n", stderr);
    return EXIT_USAGE;
}

static bool read_arguments(int count, char **values, Arguments *out)
{
    *out = (Arguments){0};
    for (int i = 1; i < count; i++) {
        if (strcmp(values[i], "--dev") == 0) {
            out->dev = true;
        } else if (strcmp(values[i], "--config") == 0 && i + 1 < count) {
            out->config = values[++i];
        } else if (out->command == NULL && values[i][0] != '-') {
            out->command = values[i];
        } else {
            return false;
        }
    }
    return out->command != NULL && out->config != NULL;
}

static int fail(const Err *err)
{
    log_error("failed", err);
    return EXIT_FAILURE;
}

/* Ciphertexts and hashes are all there is in memory, but no core of it is wanted on a disk. */
static void no_core(void)
{
    struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
#ifndef __SANITIZE_ADDRESS__ /* the leak checker must be able to look at its own process */
    prctl(PR_SET_DUMPABLE, 0);
#endif
}

/* Block the signals that end us in every thread; main waits for them. */
static sigset_t hold_signals(void)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    pthread_sigmask(SIG_BLOCK, &set, NULL);
    signal(SIGPIPE, SIG_IGN);
    return set;
}

/* Serve until a signal; the order of stopping leaves nobody waiting. */
static bool serve_on(Hub *hub, const HubConfig *config, Err *err)
{
    sigset_t ends = hold_signals();
    int got = 0;
    HubWriter *writer = hub_writer_start(hub->store);
    HubHouse *house = hub_house_start(hub->store, writer, config, err);
    HubServer *server = house ? hub_server_start(hub, writer, config, err) : NULL;
    if (server != NULL) {
        log_number("hub.listening", "port", hub_server_port(server));
        while (sigwait(&ends, &got) != 0) {
        }
        hub_server_drain(server);
    }
    if (house != NULL) {
        hub_house_stop(house);
    }
    hub_writer_stop(writer);
    if (server != NULL) {
        hub_server_stop(server);
        log_event("hub.stopped");
    }
    hub_writer_free(writer);
    return server != NULL;
}

static bool dev_is_allowed(const Arguments *arguments, const HubConfig *config, Err *err)
{
    if (!arguments->dev || config->listen == HUB_LISTEN_LOOPBACK) {
        return true;
    }
    return err_set(err, "hub.dev", "--dev serves on 127.0.0.1 only: set listen=127.0.0.1:PORT");
}

static int serve(const Arguments *arguments, const HubConfig *config)
{
    Err err = {0};
    Hub hub = {.rates = rates_new()};
    StoreOptions options = {.path = config->database, .db_pages_max = config->db_pages_max};
    hub.options = (HubOptions){.dev = arguments->dev,
                               .inbox_dir = config->inbox_dir[0] ? config->inbox_dir : NULL,
                               .cadence_s = config->cadence_s,
                               .app_min = config->app_min[0] ? config->app_min : NULL};
    bool served = dev_is_allowed(arguments, config, &err) && hub_admin_lock(config, &err) &&
                  hub_admin_key(config, hub.options.key, &err) &&
                  (hub.store = store_open(&options, &err)) != NULL && serve_on(&hub, config, &err);
    store_close(hub.store);
    rates_free(hub.rates);
    return served ? EXIT_SUCCESS : fail(&err);
}

static int init(const HubConfig *config)
{
    Err err = {0};
    char token[HUB_ADMIN_TOKEN_TEXT_BYTES];
    if (!hub_admin_init(config, token, &err)) {
        return fail(&err);
    }
    fputs(
        "The store is ready. Open the inbox page with #setup=TOKEN behind its address; the token\n"
        "below works once. Another `oksp-hub init` makes another token and voids this one.\n",
        stderr);
    puts(token);
    sodium_memzero(token, sizeof token);
    return EXIT_SUCCESS;
}

static int recover(const HubConfig *config)
{
    Err err = {0};
    char token[HUB_ADMIN_TOKEN_TEXT_BYTES];
    if (!hub_admin_recover(config, token, &err)) {
        return fail(&err);
    }
    fputs("This token works once, for one hour, and opens nothing without the recovery sheet.\n"
          "Open the inbox page with #recover=TOKEN behind its address; have the sheet at hand.\n",
          stderr);
    puts(token);
    sodium_memzero(token, sizeof token);
    return EXIT_SUCCESS;
}

static int doctor(const HubConfig *config)
{
    HubFinding findings[HUB_ADMIN_FINDINGS_MAX];
    bool fine = true;
    size_t count = hub_admin_doctor(config, findings);
    for (size_t i = 0; i < count; i++) {
        printf("%-4s %-10s %s\n", findings[i].fine ? "ok" : "BAD", findings[i].what,
               findings[i].text);
        fine = fine && findings[i].fine;
    }
    return fine ? EXIT_SUCCESS : EXIT_FAILURE;
}

int main(int count, char **values)
{
    Arguments arguments;
    HubConfig config;
    Err err = {0};
    umask(S_IRWXG | S_IRWXO);
    log_start("oksp-hub");
    if (!read_arguments(count, values, &arguments)) {
        return usage();
    }
    check(sodium_init() >= 0);
    json_object_seed(HASH_SEED_FROM_SYSTEM);
    no_core();
    if (!hub_config_read(arguments.config, &config, &err)) {
        return fail(&err);
    }
    if (strcmp(arguments.command, "serve") == 0) {
        return serve(&arguments, &config);
    }
    if (strcmp(arguments.command, "init") == 0) {
        return init(&config);
    }
    if (strcmp(arguments.command, "doctor") == 0) {
        return doctor(&config);
    }
    return strcmp(arguments.command, "recover") == 0 ? recover(&config) : usage();
}
