/* main.c - oksp-sync: brings sealed requests to the hub and keyrings back.
 *
 *   oksp-sync run                 until SIGTERM, at the hub's cadence
 *   oksp-sync once                one exchange now
 *   oksp-sync enrol STRING        make this kiosk one of an organisation (string from the inbox)
 *   oksp-sync status              what the store knows
 *   oksp-sync export FILE         the body of a sync, for a kiosk without network
 *   oksp-sync import-acks FILE    the reply to it
 *   oksp-sync salvage             put whole requests of damaged stores back (run does it, too)
 *
 * every one with --config FILE (/etc/oksp/sync.ini). Exit status: 0 done, 1 failed, 2 not
 * understood. The wire is docs/protocol.md, the error codes are docs/errors.md. */
#include <signal.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <time.h>

#include "db.h"
#include "log.h"
#include "runclock.h"
#include "salvage.h"
#include "status.h"
#include "sync_config.h"
#include "sync_cycle.h"
#include "sync_offline.h"

enum { EXIT_DONE = 0, EXIT_FAILED = 1, EXIT_USAGE = 2, MS_PER_S = 1000, NS_PER_MS = 1000000 };

typedef struct Arguments {
    const char *command, *value, *config;
} Arguments;

static int fail(const char *event, const Err *err)
{
    log_error(event, err);
    return EXIT_FAILED;
}

/* ---- run ---- */

static volatile sig_atomic_t must_stop;

static void stop(int signal_number)
{
    (void)signal_number;
    must_stop = 1;
}

/* SIGTERM is blocked except while waiting, so none is missed and no exchange is cut in two. */
static void block_stop(sigset_t *while_waiting)
{
    sigset_t blocked;
    struct sigaction action = {.sa_handler = stop};
    sigemptyset(&blocked);
    sigaddset(&blocked, SIGTERM);
    sigaddset(&blocked, SIGINT);
    sigaction(SIGTERM, &action, NULL);
    sigaction(SIGINT, &action, NULL);
    signal(SIGPIPE, SIG_IGN);
    sigprocmask(SIG_BLOCK, &blocked, while_waiting);
    sigdelset(while_waiting, SIGTERM);
    sigdelset(while_waiting, SIGINT);
}

static void wait_ms(int64_t ms, const sigset_t *while_waiting)
{
    struct timespec rest = {ms / MS_PER_S, ms % MS_PER_S * NS_PER_MS};
    if (must_stop == 0) {
        (void)pselect(0, NULL, NULL, NULL, &rest, while_waiting);
    }
}

static void log_result(bool good, const SyncEvent *event, const Err *err)
{
    if (good) {
        log_number("sync.done", "waiting", event->waiting);
    } else {
        log_error("sync.failed", err);
    }
}

static int run(const SyncConfig *config)
{
    Err err = {0};
    sigset_t while_waiting;
    SyncCycle *cycle = sync_cycle_open(config, &err);
    if (cycle == NULL) {
        return fail("sync.start", &err);
    }
    block_stop(&while_waiting);
    SyncStep step = sync_step_start(config->cadence_s);
    int64_t ms = sync_step_first_wait_ms(&step, randombytes_random());
    log_number("sync.started", "first_ms", ms);
    for (wait_ms(ms, &while_waiting); must_stop == 0; wait_ms(ms, &while_waiting)) {
        SyncEvent event;
        err_clear(&err);
        bool good = sync_cycle_run(cycle, step.items_max, &event, &err);
        log_result(good, &event, &err);
        ms = sync_step_after_ms(&step, &event, randombytes_random());
    }
    sync_cycle_close(cycle);
    log_event("sync.stopped");
    return EXIT_DONE;
}

static int once(const SyncConfig *config)
{
    Err err = {0};
    SyncEvent event = {0};
    SyncCycle *cycle = sync_cycle_open(config, &err);
    bool good = cycle != NULL && sync_cycle_run(cycle, SYNC_STEP_ITEMS_MAX, &event, &err);
    sync_cycle_close(cycle);
    log_result(good, &event, &err);
    return good ? EXIT_DONE : EXIT_FAILED;
}

/* ---- the other commands ---- */

static int enrol(const SyncConfig *config, const char *text)
{
    Err err = {0};
    SyncEnrolString string;
    if (!sync_wire_read_enrol_string(str_of(text), &string, &err)) {
        return fail("sync.enrol", &err);
    }
    SyncCycle *cycle = sync_cycle_open(config, &err);
    bool good = cycle != NULL && sync_cycle_enrol(cycle, &string, &err);
    sync_cycle_close(cycle);
    if (!good) {
        return fail("sync.enrol", &err);
    }
    log_event("sync.enrolled");
    return EXIT_DONE;
}

static void print_status(const Status *status)
{
    static const char *const clocks[] = {"ok", "est", "none"};
    char time[SYNC_WIRE_TIME_BYTES] = "never";
    if (status->last_ok_utc_s > 0) {
        sync_wire_format_time(status->last_ok_utc_s, time);
    }
    printf("enrolled     %s\n", status->is_enrolled ? "yes" : "no");
    printf("keyring      %lld\n", (long long)status->keyring_seq);
    printf("pack         %lld\n", (long long)status->pack_seq);
    printf("last contact %s\n", time);
    printf("last error   %s\n", status->last_error[0] == '\0' ? "none" : status->last_error);
    printf("clock        %s\n", clocks[status->clock]);
    printf("waiting      %d (oldest %lld s)\n", status->outbox.waiting,
           (long long)status->outbox.oldest_waiting_s);
    printf("acknowledged %d\n", status->outbox.acknowledged);
    printf("refused      %d\n", status->outbox.refused);
    printf("reserve      %s\n", status->has_ballast ? "there" : "given up or never made");
}

static int show_status(const SyncConfig *config)
{
    Err err = {0};
    RunBoot boot;
    Status status;
    Db *db = db_open(config->data_dir, &err);
    bool good = db != NULL && runclock_boot(&boot, &err) && status_read(db, &boot, &status, &err);
    db_close(db);
    if (!good) {
        return fail("sync.status", &err);
    }
    print_status(&status);
    return EXIT_DONE;
}

static int export_body(const SyncConfig *config, const char *path)
{
    Err err = {0};
    int rows = 0, waiting = 0;
    if (!sync_offline_export(config, path, &rows, &waiting, &err)) {
        return fail("sync.export", &err);
    }
    printf("%d of %d waiting requests are in %s\n", rows, waiting, path);
    return EXIT_DONE;
}

static int import_acks(const SyncConfig *config, const char *path)
{
    Err err = {0};
    int rows = 0;
    if (!sync_offline_import(config, path, &rows, &err)) {
        return fail("sync.import", &err);
    }
    printf("%d requests are with the hub\n", rows);
    return EXIT_DONE;
}

static int salvage(const SyncConfig *config)
{
    Err err = {0};
    int found = 0;
    Db *db = db_open(config->data_dir, &err);
    RunBoot boot;
    int64_t run_s = 0;
    bool good = db != NULL && runclock_boot(&boot, &err) &&
                runclock_read(db, &boot, &run_s, &err) && salvage_all(db, run_s, &found, &err);
    db_close(db);
    if (!good) {
        return fail("sync.salvage", &err);
    }
    printf("%d whole requests found in damaged stores\n", found);
    return EXIT_DONE;
}

/* ---- main ---- */

static int usage(void)
{
    fputs("usage: oksp-sync run|once|status|salvage [--config FILE]\n"
          "       oksp-sync enrol STRING [--config FILE]\n"
          "       oksp-sync export|import-acks FILE [--config FILE]\n",
          stderr);
    return EXIT_USAGE;
}

static bool read_arguments(int count, char **values, Arguments *out)
{
    *out = (Arguments){.config = "/etc/oksp/sync.ini"};
    for (int i = 1; i < count; i++) {
        if (strcmp(values[i], "--config") == 0 && i + 1 < count) {
            out->config = values[++i];
        } else if (out->command == NULL && values[i][0] != '-') {
            out->command = values[i];
        } else if (out->command != NULL && out->value == NULL && values[i][0] != '-') {
            out->value = values[i];
        } else {
            return false;
        }
    }
    return out->command != NULL;
}

typedef struct Command {
    const char *name;
    int (*plain)(const SyncConfig *);
    int (*valued)(const SyncConfig *, const char *);
} Command;

/* NULL when there is no such command, or not with these arguments. */
static const Command *find_command(const Arguments *arguments)
{
    static const Command commands[] = {{"run", run, NULL},
                                       {"once", once, NULL},
                                       {"status", show_status, NULL},
                                       {"salvage", salvage, NULL},
                                       {"enrol", NULL, enrol},
                                       {"export", NULL, export_body},
                                       {"import-acks", NULL, import_acks}};
    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
        bool has_value = arguments->value != NULL;
        if (strcmp(arguments->command, commands[i].name) == 0 &&
            has_value == (commands[i].valued != NULL)) {
            return &commands[i];
        }
    }
    return NULL;
}

static int perform(const Command *command, const Arguments *arguments, const SyncConfig *config)
{
    return command->plain != NULL ? command->plain(config)
                                  : command->valued(config, arguments->value);
}

int main(int count, char **values)
{
    Arguments arguments;
    SyncConfig config;
    Err err = {0};
    struct rlimit no_core = {0, 0};
    log_start("oksp-sync");
    const Command *command =
        read_arguments(count, values, &arguments) ? find_command(&arguments) : NULL;
    if (command == NULL) {
        return usage();
    }
    /* The token must not end up in a core dump. */
    (void)setrlimit(RLIMIT_CORE, &no_core);
    (void)prctl(PR_SET_DUMPABLE, 0);
    if (sodium_init() < 0 || !sync_config_read(arguments.config, &config, &err)) {
        return fail("sync.config", &err);
    }
    return perform(command, &arguments, &config);
}
