/* test_staff_pin.c - the PIN at the running kiosk: a real store, real Argon2id, the real disk
 * thread. The lock holds through restarts, kill -9 and wrong clocks. */
#include "staff_place.h"

#include <fcntl.h>
#include <signal.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "perform.h"
#include "pinline.h"

/* The wait is over: the lock was set that long ago. */
static void wait_over(const Place *place)
{
    Db *db = db_open(place->data, NULL);
    RunBoot boot;
    PinLock lock;
    assert_true(runclock_boot(&boot, NULL) && pin_read(db, &boot, &lock, NULL));
    lock.wait_s = 0;
    assert_true(pin_write(db, &lock, NULL));
    db_close(db);
}

/* ---- the PIN ------------------------------------------------------------------------------ */

static void test_without_a_hash_there_is_no_way_in(void **state)
{
    Place *place = *state;
    place->settings.pin_hash[0] = '\0';
    staff_place_begin(place);
    assert_int_equal(ui_find(place->kiosk->ui, "bar.staff"), UI_NONE);
    staff_place_act(place, ACT_STAFF, 0);
    assert_int_equal(staff_place_screen(place), SCREEN_WELCOME);
    staff_place_act(place, ACT_GO, SCREEN_STAFF);
    assert_int_equal(staff_place_screen(place), SCREEN_WELCOME);
}

static void test_the_right_pin_opens_the_status_and_forgets_wrong_ones(void **state)
{
    Place *place = *state;
    staff_place_begin(place);
    assert_int_not_equal(ui_find(place->kiosk->ui, "bar.staff"), UI_NONE);
    staff_place_try(place, false);
    assert_int_equal(staff_place_screen(place), SCREEN_STAFF_PIN);
    assert_int_equal(staff_place_staff(place)->lock.tries, PIN_TRIES_FREE - 1);
    staff_place_come_in(place);
    staff_place_pin(place);
    assert_int_equal(staff_place_staff(place)->lock.tries, PIN_TRIES_FREE);
}

static void test_a_wrong_pin_ten_times_waits_longer_and_longer(void **state)
{
    Place *place = *state;
    static const int waits_s[] = {0, 0, 0, 0, 300, 900, 1800, 3600, 3600, 3600};
    staff_place_begin(place);
    for (size_t i = 0; i < sizeof waits_s / sizeof waits_s[0]; i++) {
        staff_place_try(place, false);
        assert_int_equal(staff_place_screen(place), SCREEN_STAFF_PIN);
        assert_in_range(staff_place_staff(place)->lock.wait_s, waits_s[i] > 5 ? waits_s[i] - 5 : 0,
                        waits_s[i]);
        wait_over(place);
        /* what memory counted is never forgotten for what the disk says; the wait is the disk's */
    }
    staff_place_come_in(place);
}

/* The program's own clock runs ahead, while somebody keeps touching the screen. */
static void clock_ahead(Place *place, int seconds)
{
    for (int i = 0; i < seconds; i += APP_IDLE_READING_S / 2) {
        watch_skip(&place->kiosk->watch, APP_IDLE_READING_S / 2);
        kiosk_send(place->kiosk, (Msg){.kind = MSG_TOUCH});
    }
}

static void test_while_it_waits_even_the_right_pin_is_refused(void **state)
{
    Place *place = *state;
    staff_place_begin(place);
    for (int i = 0; i < PIN_TRIES_FREE; i++)
        staff_place_try(place, false);
    staff_place_pin(place);
    staff_place_hand_in(place, true);
    assert_false(staff_place_staff(place)->is_checking); /* the screen does not even ask */
    clock_ahead(place, 2 * PIN_WAIT_FIRST_S);
    assert_int_equal(app_staff_wait_s(place->kiosk->app), 0);
    staff_place_hand_in(place, true);
    assert_true(staff_place_staff(place)->is_checking); /* it does now; the disk thread refuses */
    staff_place_until(place, staff_place_is_judged);
    assert_int_equal(staff_place_screen(place), SCREEN_STAFF_PIN);
    assert_true(staff_place_staff(place)->lock.wait_s > 0);
}

static void test_a_wrong_wall_clock_changes_nothing(void **state)
{
    Place *place = *state;
    staff_place_begin(place);
    for (int i = 0; i < PIN_TRIES_FREE; i++)
        staff_place_try(place, false);
    staff_place_kv(place, KV_TIME_FLOOR, "4102444800");
    staff_place_kv(place, KV_LAST_OK_UTC, "4102444800");
    staff_place_again(place);
    staff_place_pin(place);
    assert_in_range(staff_place_staff(place)->lock.wait_s, PIN_WAIT_FIRST_S - 10, PIN_WAIT_FIRST_S);
}

static void test_the_lock_survives_a_restart(void **state)
{
    Place *place = *state;
    staff_place_begin(place);
    for (int i = 0; i < PIN_TRIES_FREE; i++)
        staff_place_try(place, false);
    staff_place_again(place);
    staff_place_pin(place);
    assert_in_range(staff_place_staff(place)->lock.wait_s, PIN_WAIT_FIRST_S - 10, PIN_WAIT_FIRST_S);
    assert_int_equal(staff_place_staff(place)->lock.tries, 1);
}

/* Killed while the fourth wrong one is being judged, which takes seconds with this hash. */
static _Noreturn void child_of(Place *place)
{
    staff_place_begin(place);
    for (int i = 0; i < 3; i++)
        staff_place_try(place, false);
    char *passes = strstr(place->settings.pin_hash, "t=2,");
    if (passes != NULL)
        passes[2] = '9';
    memmove(passes + 4, passes + 3, strlen(passes + 3) + 1);
    passes[3] = '9';
    staff_place_again(place);
    staff_place_pin(place);
    staff_place_hand_in(place, false);
    for (int i = 0; i < STAFF_PLACE_STEPS / 10; i++)
        staff_place_rest();
    (void)raise(SIGKILL);
    _exit(1);
}

static void test_kill_9_gives_no_try_back(void **state)
{
    Place *place = *state;
    int status = 0;
    fflush(NULL);
    pid_t child = fork();
    if (child == 0)
        child_of(place);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    staff_place_begin(place);
    staff_place_pin(place);
    assert_int_equal(staff_place_staff(place)->lock.tries, PIN_TRIES_FREE - 4);
}

static void test_without_a_store_the_first_try_waits(void **state)
{
    Place *place = *state;
    assert_int_equal(chmod(place->data, 0755), 0);
    staff_place_begin(place);
    staff_place_pin(place);
    assert_in_range(staff_place_staff(place)->lock.wait_s, PIN_WAIT_FIRST_S - 10, PIN_WAIT_FIRST_S);
    assert_int_equal(chmod(place->data, 0700), 0);
}

static void test_an_answer_to_somebody_who_left_opens_nothing(void **state)
{
    Place *place = *state;
    staff_place_begin(place);
    staff_place_pin(place);
    staff_place_hand_in(place, true);
    staff_place_act(place, ACT_STOP, 0);
    staff_place_act(place, ACT_STAFF, 0);
    staff_place_until(place, staff_place_has_lock);
    for (int i = 0; i < STAFF_PLACE_STEPS / 10; i++) {
        staff_place_rest();
        kiosk_answers(place->kiosk);
        assert_int_equal(staff_place_screen(place), SCREEN_STAFF_PIN);
    }
}

static void test_an_answer_to_an_older_question_is_not_taken_for_this_one(void **state)
{
    Place *place = *state;
    WorkerAnswer old = {.kind = WORKER_PIN, .pin = {.was_checked = true, .right = true}};
    staff_place_begin(place);
    staff_place_pin(place);
    staff_place_hand_in(place, false);
    old.asked = place->kiosk->pin_asked - 1;
    perform_answer(place->kiosk, &old);
    kiosk_send(place->kiosk, (Msg){.kind = MSG_NONE});
    assert_int_equal(staff_place_screen(place), SCREEN_STAFF_PIN);
    staff_place_until(place, staff_place_is_judged);
    assert_int_equal(staff_place_screen(place), SCREEN_STAFF_PIN);
}

static void test_only_six_digits_make_a_hash(void **state)
{
    static const char *const wrong[] = {"", "12345", "1234567", "12345a", "12 456", "１２３４５６"};
    char line[PINCHECK_LINE_BYTES_MAX];
    Err err = {0};
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        err_clear(&err);
        assert_false(pincheck_make(wrong[i], line, &err));
        assert_string_equal(err.code, "pin.digits");
    }
    assert_true(pincheck_make("246810", line, &err));
    assert_int_equal(strncmp(line, "pin_hash = $argon2id$", 21), 0);
    assert_int_equal(crypto_pwhash_str_verify(strchr(line, '$'), "246810", STAFF_PLACE_DIGITS), 0);
}

/* A terminal: the PIN is asked twice, and nothing of it is echoed. */
static const char *typed_on_a_terminal(const char *text, char echoed[64])
{
    static char code[ERR_CODE_BYTES_MAX];
    int master = posix_openpt(O_RDWR | O_NOCTTY), back[2], status = 0;
    assert_true(master >= 0 && grantpt(master) == 0 && unlockpt(master) == 0 && pipe(back) == 0);
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        char line[PINCHECK_LINE_BYTES_MAX] = "";
        Err err = {0};
        (void)dup2(open(ptsname(master), O_RDWR | O_NOCTTY), STDIN_FILENO);
        (void)pinline_read(line, &err);
        _exit(write(back[1], err.code, sizeof err.code) == sizeof err.code ? 0 : 1);
    }
    for (int i = 0; i < STAFF_PLACE_STEPS / 10; i++)
        staff_place_rest(); /* until it waits with echo off */
    assert_int_equal(write(master, text, strlen(text)), (ssize_t)strlen(text));
    assert_int_equal(read(back[0], code, sizeof code), sizeof code);
    assert_int_equal(waitpid(child, &status, 0), child);
    (void)fcntl(master, F_SETFL, O_NONBLOCK);
    ssize_t got = read(master, echoed, 63);
    echoed[got > 0 ? got : 0] = '\0';
    close(master);
    close(back[0]);
    close(back[1]);
    return code;
}

static void test_a_new_pin_is_asked_twice_without_showing_it(void **state)
{
    char echoed[64];
    (void)state;
    assert_string_equal(typed_on_a_terminal("246810\n246811\n", echoed), "pin.differs");
    assert_null(strstr(echoed, "2468"));
    assert_string_equal(typed_on_a_terminal("246810\n246810\n", echoed), "");
    assert_null(strstr(echoed, "2468"));
}

int main(void)
{
#define STAFF_TEST(name) cmocka_unit_test_setup_teardown(name, staff_place_open, staff_place_close)
    const struct CMUnitTest tests[] = {
        STAFF_TEST(test_kill_9_gives_no_try_back),
        STAFF_TEST(test_without_a_hash_there_is_no_way_in),
        STAFF_TEST(test_the_right_pin_opens_the_status_and_forgets_wrong_ones),
        STAFF_TEST(test_a_wrong_pin_ten_times_waits_longer_and_longer),
        STAFF_TEST(test_while_it_waits_even_the_right_pin_is_refused),
        STAFF_TEST(test_a_wrong_wall_clock_changes_nothing),
        STAFF_TEST(test_the_lock_survives_a_restart),
        STAFF_TEST(test_without_a_store_the_first_try_waits),
        STAFF_TEST(test_an_answer_to_somebody_who_left_opens_nothing),
        STAFF_TEST(test_an_answer_to_an_older_question_is_not_taken_for_this_one),
        STAFF_TEST(test_only_six_digits_make_a_hash),
        STAFF_TEST(test_a_new_pin_is_asked_twice_without_showing_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
