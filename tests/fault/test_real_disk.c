/* test_real_disk.c - real files: a disk of 8 MiB that is full, a reserve that is given up, a
 * program killed at any moment. The small disk is a tmpfs when we may mount one; otherwise a limit
 * on the size of files stands in for it, which the same code meets as the same error. */
#include "store_fixture.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "ballast.h"

enum { KILLS = 60, ROWS_MAX = 4000, MIB = 1024 * 1024 };

static char place[64];
static bool is_mounted;

/* A small disk of its own, or only a folder. */
static void make_disk(const char *options)
{
    snprintf(place, sizeof place, "%s", "/tmp/oksp-disk-XXXXXX");
    assert_non_null(mkdtemp(place));
    is_mounted = mount("oksp-test", place, "tmpfs", 0, options) == 0;
    print_message("%s: %s\n", place, is_mounted ? options : "no tmpfs, a file size limit instead");
}

static void remove_disk(void)
{
    char command[96];
    if (is_mounted) {
        assert_int_equal(umount(place), 0);
        is_mounted = false;
    }
    snprintf(command, sizeof command, "rm -rf %s", place);
    assert_int_equal(system(command), 0);
}

/* A test that failed halfway leaves no disk mounted. */
static int unmount_disk(void **state)
{
    (void)state;
    if (is_mounted) {
        (void)umount2(place, MNT_DETACH);
        is_mounted = false;
    }
    return 0;
}

static void limit_file_size(rlim_t bytes)
{
    struct rlimit limit = {bytes, RLIM_INFINITY};
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

static bool save(Db *db, unsigned number, Err *err)
{
    Envelope envelope = store_fixture_envelope(number, ENVELOPE_KIND_REQUEST);
    OutboxNew item = {.envelope = &envelope, .run_s = 100, .flood_max = OUTBOX_ROWS_MAX};
    return outbox_save(db, &item, err);
}

static Db *open_store(char folder[96])
{
    Err err = {0};
    snprintf(folder, 96, "%s/kiosk", place);
    Db *db = db_open(folder, &err);
    if (db == NULL) {
        fail_msg("%s %s", err.code, err.text);
    }
    return db;
}

static void assert_rows(Db *db, int waiting)
{
    OutboxStatus status;
    Err err = {0};
    assert_true(outbox_check(db, &err));
    assert_true(outbox_status(db, 100, &status, &err));
    assert_int_equal(status.waiting, waiting);
}

static void test_a_full_disk_of_8_mib_loses_nothing_that_was_told(void **state)
{
    (void)state;
    char folder[96], filler[96];
    Err err = {0};
    make_disk("size=8m");
    if (!is_mounted) {
        signal(SIGXFSZ, SIG_IGN);
        limit_file_size(3 * MIB);
    }
    Db *db = open_store(folder);
    snprintf(filler, sizeof filler, "%s/filler", place);
    int told = 0;
    while (told < ROWS_MAX && save(db, (unsigned)told, &err)) {
        told++;
    }
    assert_in_range(told, 100, ROWS_MAX - 1);
    assert_string_equal(err.code, "store.full");
    assert_false(save(db, 100000, NULL)); /* and it stays full */
    if (!is_mounted) {
        limit_file_size(RLIM_INFINITY);
    } else {
        assert_int_equal(mount("oksp-test", place, "tmpfs", MS_REMOUNT, "size=32m"), 0);
    }
    assert_true(db_reopen(db, NULL));
    assert_false(db_was_quarantined(db));
    assert_rows(db, told);
    assert_true(save(db, 100000, NULL)); /* room was made: it goes on */
    assert_rows(db, told + 1);
    db_close(db);
    remove_disk();
}

static void fill_disk(const char *path)
{
    static const char zeros[4096];
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    assert_true(fd >= 0);
    while (write(fd, zeros, sizeof zeros) > 0) {
    }
    assert_int_equal(errno, ENOSPC);
    close(fd);
}

static void test_the_reserve_is_given_up_for_the_next_request(void **state)
{
    (void)state;
    char folder[96], filler[96];
    Err err = {0};
    make_disk("size=64m");
    if (!is_mounted) {
        /* Without a disk of our own there is nothing to fill; the reserve itself is tested in
         * test_outbox, the second try in test_faults. */
        remove_disk();
        return;
    }
    Db *db = open_store(folder);
    assert_true(ballast_make(folder, &err));
    assert_true(save(db, 1, &err));
    snprintf(filler, sizeof filler, "%s/filler", place);
    fill_disk(filler);
    for (unsigned i = 2; i < 40; i++) {
        assert_true(save(db, i, &err));
    }
    assert_false(ballast_is_there(folder));
    assert_false(ballast_make(folder, &err)); /* the alarm stays until there is room */
    assert_string_equal(err.code, "disk.low");
    assert_rows(db, 39);
    assert_int_equal(unlink(filler), 0);
    assert_true(ballast_make(folder, NULL));
    db_close(db);
    remove_disk();
}

/* The child saves and tells each number through the pipe, only after it was told itself. */
static void child(const char *folder, unsigned from, int pipe_fd)
{
    Db *db = db_open(folder, NULL);
    for (unsigned number = from; db != NULL; number++) {
        if (!save(db, number, NULL) ||
            write(pipe_fd, &number, sizeof number) != (ssize_t)sizeof number) {
            break;
        }
    }
    _exit(1);
}

static int kill_one(const char *folder, unsigned from, long delay_us, bool told[])
{
    int fds[2], count = 0;
    assert_int_equal(pipe(fds), 0);
    pid_t pid = fork();
    assert_true(pid >= 0);
    if (pid == 0) {
        close(fds[0]);
        child(folder, from, fds[1]);
    }
    close(fds[1]);
    struct timespec delay = {0, delay_us * 1000};
    nanosleep(&delay, NULL);
    assert_int_equal(kill(pid, SIGKILL), 0);
    assert_int_equal(waitpid(pid, NULL, 0), pid);
    unsigned number;
    while (read(fds[0], &number, sizeof number) == (ssize_t)sizeof number) {
        told[number] = true;
        count++;
    }
    close(fds[0]);
    return count;
}

static void test_a_killed_program_loses_nothing_that_was_told(void **state)
{
    (void)state;
    static bool told[KILLS * 100000];
    static OutboxBatch batch;
    char folder[96];
    int count = 0, found = 0;
    snprintf(place, sizeof place, "%s", "/tmp/oksp-disk-XXXXXX");
    assert_non_null(mkdtemp(place));
    is_mounted = false;
    db_close(open_store(folder));
    for (unsigned i = 0; i < KILLS && count < 2000; i++) {
        count += kill_one(folder, i * 100000, 5000 + (long)(i * 1777 % 60000), told);
    }
    Db *db = open_store(folder);
    assert_false(db_was_quarantined(db));
    assert_true(outbox_check(db, NULL));
    OutboxQuery query = {1000, OUTBOX_BATCH_ITEMS_MAX};
    for (unsigned i = 0; i < KILLS * 100000u; i++) {
        if (told[i]) {
            EnvelopeId id = store_fixture_id(i, ENVELOPE_KIND_REQUEST);
            OutboxStatus before, after;
            assert_true(outbox_status(db, 100, &before, NULL));
            assert_true(outbox_acknowledge(db, &id, 1, 100, NULL));
            assert_true(outbox_status(db, 100, &after, NULL));
            found += after.acknowledged - before.acknowledged;
        }
    }
    assert_true(outbox_next_batch(db, &query, &batch, NULL));
    print_message("%d told saved before %d kills, %d found, %d more\n", count, KILLS, found,
                  batch.count);
    assert_true(count > KILLS);
    assert_int_equal(found, count);
    db_close(db);
    remove_disk();
}

enum { TOGETHER_ROWS = 300 };

/* The kiosk saves while sync takes batches and acknowledges: nothing waits for ever, nothing is
 * lost, nothing is sent that was not saved. */
static void test_saving_and_sending_at_the_same_time_lose_nothing(void **state)
{
    (void)state;
    static OutboxBatch batch;
    char folder[96];
    snprintf(place, sizeof place, "%s", "/tmp/oksp-disk-XXXXXX");
    assert_non_null(mkdtemp(place));
    is_mounted = false;
    db_close(open_store(folder));
    pid_t pid = fork(); /* with nothing open: a connection does not survive it */
    assert_true(pid >= 0);
    if (pid == 0) {
        Db *kiosk = db_open(folder, NULL);
        bool good = kiosk != NULL;
        for (unsigned i = 0; i < TOGETHER_ROWS && good; i++) {
            good = save(kiosk, i, NULL);
        }
        _exit(good ? 0 : 1);
    }
    Db *db = open_store(folder);
    int sent = 0, status = -1;
    for (bool alive = true; alive || batch.count > 0;) {
        OutboxQuery query = {1000, OUTBOX_BATCH_ITEMS_MAX};
        alive = alive && waitpid(pid, &status, WNOHANG) == 0;
        assert_true(outbox_next_batch(db, &query, &batch, NULL));
        for (int i = 0; i < batch.count; i++) {
            assert_true(outbox_acknowledge(db, &batch.items[i].id, 1, 1000, NULL));
            sent++;
        }
    }
    assert_int_equal(status, 0);
    assert_int_equal(sent, TOGETHER_ROWS);
    assert_rows(db, 0);
    db_close(db);
    remove_disk();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(test_a_full_disk_of_8_mib_loses_nothing_that_was_told,
                                  unmount_disk),
        cmocka_unit_test_teardown(test_the_reserve_is_given_up_for_the_next_request, unmount_disk),
        cmocka_unit_test(test_a_killed_program_loses_nothing_that_was_told),
        cmocka_unit_test(test_saving_and_sending_at_the_same_time_lose_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
