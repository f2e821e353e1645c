/* staff_place.c - see staff_place.h. */
#include "staff_place.h"

#include <ftw.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "enrolled.h"
#include "harden.h"
#include "pincheck.h"

enum { PANEL_W = 540, PANEL_H = 960, REMOVE_FDS = 8 };

static void no_bell(void *context)
{
    (void)context;
}

void staff_place_begin(Place *place)
{
    Err err = {0};
    KioskSetup setup = {
        .settings = &place->settings, .width_px = PANEL_W, .height_px = PANEL_H, .bell = no_bell};
    place->kiosk = kiosk_open(&setup, &err);
    if (place->kiosk == NULL)
        fail_msg("%s: %s", err.code, err.text);
}

void staff_place_again(Place *place)
{
    kiosk_close(place->kiosk);
    staff_place_begin(place);
}

/* A PIN nobody wrote down: its hash into the settings, its digits masked. */
static void pin_make(Place *place)
{
    char pin[STAFF_PLACE_DIGITS + 1] = "", line[PINCHECK_LINE_BYTES_MAX];
    for (int i = 0; i < STAFF_PLACE_DIGITS; i++) {
        pin[i] = (char)('0' + randombytes_uniform(10));
        place->masked[i] = (unsigned char)(pin[i] ^ STAFF_PLACE_MASK);
    }
    assert_true(pincheck_make(pin, line, NULL));
    sodium_memzero(pin, sizeof pin);
    assert_true(
        str_copy(str_of(strchr(line, '$')), place->settings.pin_hash, SETTINGS_HASH_BYTES_MAX));
    harden_scrub_stack();
}

int staff_place_open(void **state)
{
    Place *place = calloc(1, sizeof *place);
    const char *base = getenv("TMPDIR");
    snprintf(place->folder, sizeof place->folder, "%s/oksp-staff-XXXXXX",
             base == NULL ? "/tmp" : base);
    if (sodium_init() < 0 || mkdtemp(place->folder) == NULL)
        return 1;
    snprintf(place->data, sizeof place->data, "%s/kiosk", place->folder);
    enrolled_make(place->data, NULL);
    settings_default(&place->settings);
    (void)str_copy(str_of(place->data), place->settings.data_dir, SETTINGS_PATH_BYTES_MAX);
    (void)str_copy(STR("assets"), place->settings.asset_dir, SETTINGS_PATH_BYTES_MAX);
    (void)str_copy(STR(OKSP_BINARY_DIR "/share/oksp.okp"), place->settings.pack,
                   SETTINGS_PATH_BYTES_MAX);
    place->settings.px_per_mm = 1.35;
    place->settings.mount_bottom_mm = 595;
    pin_make(place);
    *state = place;
    return 0;
}

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *at)
{
    (void)info;
    (void)kind;
    (void)at;
    return remove(path);
}

int staff_place_close(void **state)
{
    Place *place = *state;
    kiosk_close(place->kiosk);
    (void)nftw(place->folder, remove_one, REMOVE_FDS, FTW_DEPTH | FTW_PHYS);
    free(place);
    return 0;
}

/* ---- doing -------------------------------------------------------------------------------- */

const AppStaff *staff_place_staff(const Place *place)
{
    return &place->kiosk->app->visitor.staff;
}

ScreenId staff_place_screen(const Place *place)
{
    return app_place(place->kiosk->app)->screen;
}

void staff_place_act(Place *place, int kind, int arg)
{
    kiosk_send(place->kiosk, (Msg){.kind = MSG_ACT, .act = {kind, arg}});
}

void staff_place_rest(void)
{
    const struct timespec step = {.tv_nsec = STAFF_PLACE_STEP_NS};
    (void)nanosleep(&step, NULL);
}

/* Until `done` says so: the disk thread answers in its own time. */
void staff_place_until(Place *place, bool (*done)(const Place *place))
{
    for (int i = 0; i < STAFF_PLACE_STEPS; i++) {
        kiosk_answers(place->kiosk);
        if (done(place))
            return;
        staff_place_rest();
    }
    fail_msg("the disk thread does not answer");
}

bool staff_place_has_lock(const Place *place)
{
    return staff_place_staff(place)->has_lock;
}

bool staff_place_is_judged(const Place *place)
{
    return !staff_place_staff(place)->is_checking;
}

static bool has_facts(const Place *place)
{
    return staff_place_staff(place)->has_facts;
}

void staff_place_pin(Place *place)
{
    staff_place_act(place, ACT_STOP, 0);
    staff_place_act(place, ACT_STAFF, 0);
    staff_place_until(place, staff_place_has_lock);
}

void staff_place_hand_in(Place *place, bool right)
{
    for (int i = 0; i < STAFF_PLACE_DIGITS; i++) {
        int digit = (place->masked[i] ^ STAFF_PLACE_MASK) - '0';
        staff_place_act(place, ACT_STAFF_DIGIT, right || i > 0 ? digit : (digit + 1) % 10);
    }
    staff_place_act(place, ACT_STAFF_ENTER, 0);
}

void staff_place_try(Place *place, bool right)
{
    staff_place_pin(place);
    staff_place_hand_in(place, right);
    staff_place_until(place, staff_place_is_judged);
}

void staff_place_come_in(Place *place)
{
    staff_place_try(place, true);
    assert_int_equal(staff_place_screen(place), SCREEN_STAFF);
    staff_place_until(place, has_facts);
}

const char *staff_place_words(const Place *place, const char *id)
{
    int node = ui_find(place->kiosk->ui, id);
    assert_int_not_equal(node, UI_NONE);
    return ui_node(place->kiosk->ui, node)->box.label;
}

/* The store from outside, while the kiosk has it open too. */
void staff_place_kv(const Place *place, KvKey key, const char *value)
{
    Db *db = db_open(place->data, NULL);
    KvPair pair = {key, str_of(value)};
    assert_non_null(db);
    assert_true(kv_write(db, &pair, 1, NULL));
    db_close(db);
}
