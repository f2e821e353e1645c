/* test_status.c - the running clock, the identity and the status as the screens see them. */
#include "store_fixture.h"

#include <string.h>

#include "identity.h"
#include "kv.h"
#include "runclock.h"
#include "status.h"
#include "vectors.h"

static void test_the_running_clock_adds_up_boots_and_never_goes_back(void **state)
{
    Fixture *fixture = *state;
    Err err = {0};
    int64_t run_s = -1;
    static const struct {
        const char *boot;
        int64_t now_s;
        bool tick;
        int64_t run_s;
    } rows[] = {
        {"a", 5000, false, 0}, /* nothing written yet: stands still */
        {"a", 5000, true, 0},  /* counts from the first tick, not from the boot before it */
        {"a", 5100, false, 100}, {"a", 5600, true, 600},
        {"a", 5700, false, 700}, /* read, not written ... */
        {"b", 10, false, 600},   /* ... so the next boot goes on from the last tick */
        {"b", 40, true, 600},    {"b", 100, true, 660},
        {"b", 50, true, 660}, /* a boot clock that jumps back changes nothing */
        {"c", 0, true, 660},     {"c", 5, false, 665},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        RunBoot boot = {.now_s = rows[i].now_s};
        assert_true(str_copy(str_of(rows[i].boot), boot.id, sizeof boot.id));
        bool good = rows[i].tick ? runclock_tick(fixture->db, &boot, &run_s, &err)
                                 : runclock_read(fixture->db, &boot, &run_s, &err);
        assert_true(good);
        assert_int_equal(run_s, rows[i].run_s);
    }
}

static void test_the_kernel_tells_its_boot(void **state)
{
    (void)state;
    RunBoot first, second;
    Err err = {0};
    assert_true(runclock_boot(&first, &err));
    assert_true(runclock_boot(&second, &err));
    assert_int_equal(strlen(first.id), 36);
    assert_string_equal(first.id, second.id);
    assert_true(second.now_s >= first.now_s && first.now_s > 0);
}

static const char *member(const json_t *row, const char *name)
{
    return json_string_value(json_object_get(row, name));
}

static void enrol(Fixture *fixture, const json_t *row, const char *seq)
{
    Err err = {0};
    const KvPair pairs[] = {{KV_KIOSK, STR("00112233445566778899aabbccddeeff")},
                            {KV_ORG, str_of(member(row, "org"))},
                            {KV_ROOT_FP, str_of(member(row, "fingerprint"))},
                            {KV_KEYRING, str_of(member(row, "doc"))},
                            {KV_KEYRING_SIG, str_of(member(row, "sig"))},
                            {KV_KEYRING_SEQ, str_of(seq)}};
    assert_true(kv_write(fixture->db, pairs, 6, &err));
}

static void test_an_identity_is_read_only_with_a_keyring_that_verifies(void **state)
{
    Fixture *fixture = *state;
    Err err = {0};
    Identity identity;
    VectorKeys keys;
    json_decref(vectors_keys(&keys));
    json_t *row = vectors_keyring(&keys);
    assert_false(identity_read(fixture->db, &identity, &err));
    assert_string_equal(err.code, "identity.none");
    enrol(fixture, row, "14");
    err_clear(&err);
    assert_true(identity_read(fixture->db, &identity, &err));
    assert_string_equal(identity.kiosk, "00112233445566778899aabbccddeeff");
    assert_memory_equal(keyring_seal_key(&identity.keyring)->public_key, keys.org.public_key, 32);
    KvPair forged = {KV_KEYRING_SIG, str_of(member(row, "foreign_sig"))};
    assert_true(kv_write(fixture->db, &forged, 1, &err));
    assert_false(identity_read(fixture->db, &identity, &err));
    assert_string_equal(err.code, "keyring.signature");
    enrol(fixture, row, "15"); /* an older keyring put back onto the disk */
    err_clear(&err);
    assert_false(identity_read(fixture->db, &identity, &err));
    assert_string_equal(err.code, "keyring.old");
    json_decref(row);
}

static void test_the_status_of_a_fresh_and_of_a_used_kiosk(void **state)
{
    Fixture *fixture = *state;
    Err err = {0};
    Status status;
    RunBoot boot = {.id = "a", .now_s = 1000};
    assert_true(status_read(fixture->db, &boot, &status, &err));
    assert_false(status.is_enrolled);
    assert_false(status.has_ballast);
    assert_int_equal(status.clock, REQUEST_CLOCK_NONE);
    assert_int_equal(status.last_ok_utc_s, 0);
    const KvPair pairs[] = {{KV_KIOSK, STR("00112233445566778899aabbccddeeff")},
                            {KV_CLOCK, STR("ok")},
                            {KV_LAST_OK_UTC, STR("1795000000")},
                            {KV_LAST_ERROR, STR("sync.offline")}};
    assert_true(kv_write(fixture->db, pairs, 4, &err));
    store_fixture_save(fixture, 1, 0);
    int64_t run_s = 0;
    assert_true(runclock_tick(fixture->db, &boot, &run_s, &err));
    boot.now_s = 1300;
    assert_true(status_read(fixture->db, &boot, &status, &err));
    assert_true(status.is_enrolled);
    assert_int_equal(status.run_s, 300);
    assert_int_equal(status.clock, REQUEST_CLOCK_OK);
    assert_int_equal(status.last_ok_utc_s, 1795000000);
    assert_string_equal(status.last_error, "sync.offline");
    assert_int_equal(status.outbox.waiting, 1);
    assert_int_equal(status.outbox.oldest_waiting_s, 300);
}

#define STORE_TEST(name)                                                                           \
    cmocka_unit_test_setup_teardown(name, store_fixture_open, store_fixture_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        STORE_TEST(test_the_running_clock_adds_up_boots_and_never_goes_back),
        STORE_TEST(test_the_kernel_tells_its_boot),
        STORE_TEST(test_an_identity_is_read_only_with_a_keyring_that_verifies),
        STORE_TEST(test_the_status_of_a_fresh_and_of_a_used_kiosk),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
