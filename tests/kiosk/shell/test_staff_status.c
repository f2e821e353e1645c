/* test_staff_status.c - what the status says of a machine: green only of what is well, and never
 * over lost data. */
#include "staff_place.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "ballast.h"
#include "enrolled.h"
#include "facts.h"
#include "runclock.h"
#include "salvage.h"

enum { DAMAGE_AT = 100, DAMAGE_BYTES = 3000, LOG_BYTES_MAX = 4096 };

/* ---- the status --------------------------------------------------------------------------- */

/* A machine on which everything is as it should be. */
static void make_well(const Place *place)
{
    Db *db = db_open(place->data, NULL);
    RunBoot boot;
    char at[32], utc[32];
    assert_true(runclock_boot(&boot, NULL));
    snprintf(at, sizeof at, "%lld", (long long)boot.now_s);
    snprintf(utc, sizeof utc, "%lld", (long long)time(NULL) - 60);
    const KvPair pairs[] = {{KV_RUN_BASE, STR("100000")},       {KV_RUN_LAST, STR("100000")},
                            {KV_BOOT_AT, str_of(at)},           {KV_BOOT_ID, str_of(boot.id)},
                            {KV_LAST_OK_RUN, STR("99940")},     {KV_LAST_OK_UTC, str_of(utc)},
                            {KV_TIME_FLOOR, STR("1763700000")}, {KV_NEXT_S, STR("600")}};
    assert_true(kv_write(db, pairs, sizeof pairs / sizeof pairs[0], NULL));
    assert_true(ballast_make(place->data, NULL));
    db_close(db);
}

static void assert_red(Place *place, const char *banner)
{
    staff_place_come_in(place);
    assert_string_equal(staff_place_words(place, "staff.state"), "Er is iets mis");
    assert_string_equal(staff_place_words(place, "staff.banner"), banner);
}

static void test_green_is_said_of_a_machine_that_is_well(void **state)
{
    Place *place = *state;
    make_well(place);
    staff_place_begin(place);
    staff_place_come_in(place);
    assert_string_equal(staff_place_words(place, "staff.banner"), "Er wacht geen verzoek");
    assert_string_equal(staff_place_words(place, "staff.state"), "Alles in orde");
}

static void damage(const Place *place)
{
    char path[128];
    snprintf(path, sizeof path, "%s/kiosk.db", place->data);
    FILE *file = fopen(path, "r+b");
    assert_non_null(file);
    assert_int_equal(fseek(file, DAMAGE_AT, SEEK_SET), 0);
    for (int i = 0; i < DAMAGE_BYTES; i++)
        (void)fputc('x', file);
    fclose(file);
}

static void test_a_damaged_store_is_red_also_when_it_was_salvaged(void **state)
{
    Place *place = *state;
    char command[160];
    int found = 0;
    make_well(place);
    damage(place);
    enrolled_make(place->data, NULL); /* opening puts the damaged one aside; enrolled anew */
    make_well(place);
    staff_place_begin(place);
    assert_red(place, "Een opslag was beschadigd");
    Db *db = db_open(place->data, NULL);
    assert_true(salvage_all(db, 0, &found, NULL));
    assert_false(salvage_is_wanted(db));
    db_close(db);
    assert_red(place, "Een opslag was beschadigd");
    snprintf(command, sizeof command, "rm -r %s/quarantine", place->data);
    assert_int_equal(system(command), 0);
    staff_place_come_in(place);
    assert_string_equal(staff_place_words(place, "staff.state"), "Alles in orde");
}

static void test_a_foreign_key_and_no_enrolment_are_red(void **state)
{
    Place *place = *state;
    make_well(place);
    staff_place_begin(place);
    staff_place_kv(place, KV_ROOT_FP, "00112233445566778899aabbccddeeff");
    assert_red(place, "De sleutels kloppen niet");
    staff_place_kv(place, KV_KIOSK, "");
    assert_red(place, "Deze zuil is nog niet aangemeld");
}

static void test_a_store_that_cannot_be_read_is_red(void **state)
{
    Place *place = *state;
    Err why = {0};
    err_set(&why, "store.open", "not there");
    MsgStaff facts = facts_read(NULL, &why, place->data);
    assert_int_equal(facts.store, MSG_STORE_CLOSED);
    assert_string_equal(facts.store_error, "store.open");
    make_well(place);
    staff_place_begin(place);
    staff_place_come_in(place);
    kiosk_send(place->kiosk, (Msg){.kind = MSG_STAFF, .staff = facts});
    assert_string_equal(staff_place_words(place, "staff.state"), "Er is iets mis");
    assert_string_equal(staff_place_words(place, "staff.banner"), "De opslag is niet te lezen");
}

/* The running clock stands still when sync never came in this boot: the contact must not look
 * fresh for that. */
static void test_a_sync_that_died_with_the_last_boot_is_not_fresh(void **state)
{
    Place *place = *state;
    RunBoot boot;
    make_well(place);
    staff_place_kv(place, KV_BOOT_ID, "another-boot");
    staff_place_kv(place, KV_LAST_OK_UTC, "0");
    assert_true(runclock_boot(&boot, NULL));
    Db *db = db_open(place->data, NULL);
    Err why = {0};
    MsgStaff facts = facts_read(db, &why, place->data);
    assert_true(facts.contact_s >= boot.now_s);
    MsgStatus status = {0};
    RequestClock clock;
    assert_true(facts_status(db, 0, &status, &clock, NULL));
    assert_true(status.last_contact_s <= time(NULL) - boot.now_s);
    db_close(db);
}

/* ---- the mounting ------------------------------------------------------------------------- */

/* What the program says while it starts with its panel this high; freed by the caller. */
static char *log_of_start(Place *place, int bottom_mm)
{
    FILE *said = tmpfile();
    int before = dup(STDERR_FILENO);
    char *log = calloc(1, LOG_BYTES_MAX);
    assert_true(said != NULL && before >= 0 && log != NULL);
    place->settings.mount_bottom_mm = bottom_mm;
    fflush(stderr);
    assert_int_equal(dup2(fileno(said), STDERR_FILENO), STDERR_FILENO);
    staff_place_begin(place);
    fflush(stderr);
    assert_int_equal(dup2(before, STDERR_FILENO), STDERR_FILENO);
    kiosk_close(place->kiosk);
    place->kiosk = NULL;
    rewind(said);
    assert_true(fread(log, 1, LOG_BYTES_MAX - 1, said) < LOG_BYTES_MAX - 1);
    fclose(said);
    close(before);
    return log;
}

static void test_a_panel_that_hangs_out_of_reach_is_said_in_the_log(void **state)
{
    static const struct {
        int bottom_mm;
        const char *event; /* NULL = none */
    } rows[] = {{595, NULL},
                {0, NULL}, /* nobody measured: the screen of colleagues asks for it */
                {360, "kiosk.mount-too-low bottom_mm=360"},
                {640, "kiosk.mount-too-high-for-children bottom_mm=640"},
                {1000, "kiosk.mount-too-high bottom_mm=1000"}};
    Place *place = *state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char *log = log_of_start(place, rows[i].bottom_mm);
        bool good = rows[i].event == NULL ? strstr(log, "mount") == NULL
                                          : strstr(log, rows[i].event) != NULL;
        if (!good)
            fail_msg("at %d mm the log says: %s", rows[i].bottom_mm, log);
        free(log);
    }
}

int main(void)
{
#define STAFF_TEST(name) cmocka_unit_test_setup_teardown(name, staff_place_open, staff_place_close)
    const struct CMUnitTest tests[] = {
        STAFF_TEST(test_green_is_said_of_a_machine_that_is_well),
        STAFF_TEST(test_a_damaged_store_is_red_also_when_it_was_salvaged),
        STAFF_TEST(test_a_foreign_key_and_no_enrolment_are_red),
        STAFF_TEST(test_a_store_that_cannot_be_read_is_red),
        STAFF_TEST(test_a_sync_that_died_with_the_last_boot_is_not_fresh),
        STAFF_TEST(test_a_panel_that_hangs_out_of_reach_is_said_in_the_log),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
