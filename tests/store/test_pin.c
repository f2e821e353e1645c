/* test_pin.c - the lock of the PIN: it grows, survives every restart, and no clock shortens it. */
#include "store_fixture.h"

#include <string.h>

#include "kv.h"
#include "pin.h"

static RunBoot boot_of(const char *id, int64_t now_s)
{
    RunBoot boot = {.now_s = now_s};
    assert_true(str_copy(str_of(id), boot.id, sizeof boot.id));
    return boot;
}

static PinLock read_lock(Fixture *fixture, const RunBoot *boot)
{
    PinLock lock;
    Err err = {0};
    assert_true(pin_read(fixture->db, boot, &lock, &err));
    return lock;
}

static PinLock wrong_times(Fixture *fixture, const RunBoot *boot, int times)
{
    PinLock lock = read_lock(fixture, boot);
    for (int i = 0; i < times; i++) {
        pin_count(&lock, boot);
        assert_true(pin_write(fixture->db, &lock, NULL));
    }
    return lock;
}

static void reopen(Fixture *fixture)
{
    db_close(fixture->db);
    fixture->db = db_open(fixture->folder, NULL);
    assert_non_null(fixture->db);
}

static void test_five_wrong_tries_are_free_and_then_the_wait_grows(void **state)
{
    Fixture *fixture = *state;
    RunBoot boot = boot_of("a", 1000);
    static const struct {
        int tries;
        int64_t wait_s, after_s;
    } rows[] = {{5, 0, 300},   {4, 0, 300},    {3, 0, 300},     {2, 0, 300},     {1, 0, 300},
                {1, 300, 900}, {1, 900, 1800}, {1, 1800, 3600}, {1, 3600, 3600}, {1, 3600, 3600}};
    PinLock lock = read_lock(fixture, &boot);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        assert_int_equal(pin_tries(&lock), rows[i].tries);
        assert_int_equal(pin_wait_s(&lock, &boot), rows[i].wait_s);
        assert_int_equal(pin_after_s(&lock), rows[i].after_s);
        pin_count(&lock, &boot);
    }
}

static void test_the_wait_survives_a_restart_of_program_and_machine(void **state)
{
    Fixture *fixture = *state;
    RunBoot boot = boot_of("a", 1000), later = boot_of("a", 1200), next = boot_of("b", 20);
    (void)wrong_times(fixture, &boot, 5);
    reopen(fixture);
    PinLock lock = read_lock(fixture, &later);
    assert_int_equal(lock.wrong, 5);
    assert_int_equal(pin_wait_s(&lock, &later), 100);
    /* Another boot: only its own time is certain, so the wait is longer, never shorter. */
    assert_int_equal(pin_wait_s(&lock, &next), 280);
    next.now_s = 300;
    assert_int_equal(pin_wait_s(&lock, &next), 0);
}

static void test_no_clock_shortens_the_wait(void **state)
{
    Fixture *fixture = *state;
    RunBoot boot = boot_of("a", 1000), back = boot_of("a", 10);
    PinLock lock = wrong_times(fixture, &boot, 6);
    /* The wall clock of the store jumps to 2099: it is not even asked. */
    assert_true(kv_write_int(fixture->db, KV_TIME_FLOOR, 4102444800, NULL));
    assert_true(kv_write_int(fixture->db, KV_LAST_OK_UTC, 4102444800, NULL));
    lock = read_lock(fixture, &boot);
    assert_int_equal(pin_wait_s(&lock, &boot), 900);
    assert_int_equal(pin_wait_s(&lock, &back), 900);
}

static void test_a_right_pin_forgets_the_wrong_ones(void **state)
{
    Fixture *fixture = *state;
    RunBoot boot = boot_of("a", 1000);
    PinLock lock = wrong_times(fixture, &boot, 4);
    lock = (PinLock){0};
    assert_true(pin_write(fixture->db, &lock, NULL));
    reopen(fixture);
    lock = read_lock(fixture, &boot);
    assert_int_equal(pin_tries(&lock), PIN_TRIES_FREE);
    assert_int_equal(pin_wait_s(&lock, &boot), 0);
}

static void test_a_damaged_row_locks_instead_of_opening(void **state)
{
    Fixture *fixture = *state;
    RunBoot boot = boot_of("a", 1000);
    static const char *const lines[] = {"x", "0", "0 0", "-1 0 0 a", "0 99999 0 a", "1 2 3"};
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        KvPair pair = {KV_PIN, str_of(lines[i])};
        assert_true(kv_write(fixture->db, &pair, 1, NULL));
        PinLock lock = read_lock(fixture, &boot);
        assert_true(pin_wait_s(&lock, &boot) >= PIN_WAIT_FIRST_S || lock.wrong > 0);
        assert_int_equal(lock.wrong == 0, false);
    }
}

static void test_a_closed_store_locks_and_says_so(void **state)
{
    Fixture *fixture = *state;
    RunBoot boot = boot_of("a", 1000);
    PinLock lock = {0};
    Err err = {0};
    store_fixture_shell(fixture, "chmod 755 %s");
    assert_false(db_reopen(fixture->db, NULL));
    assert_false(pin_read(fixture->db, &boot, &lock, &err));
    assert_string_equal(err.code, "store.closed");
    assert_int_equal(pin_wait_s(&lock, &boot), PIN_WAIT_FIRST_S);
    assert_false(pin_write(fixture->db, &lock, NULL));
    store_fixture_shell(fixture, "chmod 700 %s");
}

int main(void)
{
#define PIN_TEST(name)                                                                             \
    cmocka_unit_test_setup_teardown(name, store_fixture_open, store_fixture_close)
    const struct CMUnitTest tests[] = {
        PIN_TEST(test_five_wrong_tries_are_free_and_then_the_wait_grows),
        PIN_TEST(test_the_wait_survives_a_restart_of_program_and_machine),
        PIN_TEST(test_no_clock_shortens_the_wait),
        PIN_TEST(test_a_right_pin_forgets_the_wrong_ones),
        PIN_TEST(test_a_damaged_row_locks_instead_of_opening),
        PIN_TEST(test_a_closed_store_locks_and_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
