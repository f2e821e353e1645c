/* test_kiosk.c - the running kiosk without a window, on a real store and the real content. */
#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <SDL.h>
#include <cmocka.h>

#include "ahead.h"
#include "enrolled.h"
#include "harden.h"
#include "input.h"
#include "kiosk.h"
#include "kv.h"
#include "outbox.h"
#include "refcode.h"
#include "request.h"
#include "script.h"

enum {
    PANEL_W = 540,
    PANEL_H = 960,
    REMOVE_FDS = 8,
    TOUCHES = 1200, /* twenty a second for a minute */
    CHORDS = 1500,
    SHOTS = 10, /* half a second and more */
    DUMP_BYTES_MAX = 128 * 1024
};

typedef struct Place {
    char folder[64], data[96];
    EnvelopePair pair;
    Settings settings;
    Kiosk *kiosk;
} Place;

static void no_bell(void *context)
{
    (void)context;
}

static void kiosk_begin(Place *place)
{
    Err err = {0};
    KioskSetup setup = {
        .settings = &place->settings, .width_px = PANEL_W, .height_px = PANEL_H, .bell = no_bell};
    place->kiosk = kiosk_open(&setup, &err);
    if (place->kiosk == NULL)
        fail_msg("%s: %s", err.code, err.text);
}

static int setup(void **state)
{
    Place *place = calloc(1, sizeof *place);
    const char *base = getenv("TMPDIR");
    snprintf(place->folder, sizeof place->folder, "%s/oksp-kiosk-XXXXXX",
             base == NULL ? "/tmp" : base);
    if (mkdtemp(place->folder) == NULL)
        return 1;
    snprintf(place->data, sizeof place->data, "%s/kiosk", place->folder);
    enrolled_make(place->data, &place->pair);
    settings_default(&place->settings);
    (void)str_copy(str_of(place->data), place->settings.data_dir, SETTINGS_PATH_BYTES_MAX);
    (void)str_copy(STR("assets"), place->settings.asset_dir, SETTINGS_PATH_BYTES_MAX);
    (void)str_copy(STR(OKSP_BINARY_DIR "/share/oksp.okp"), place->settings.pack,
                   SETTINGS_PATH_BYTES_MAX);
    (void)str_copy(STR(OKSP_BINARY_DIR "/share/fallback.okp"), place->settings.fallback,
                   SETTINGS_PATH_BYTES_MAX);
    place->settings.px_per_mm = 1.35;
    place->settings.mount_bottom_mm = 595;
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

static int teardown(void **state)
{
    Place *place = *state;
    kiosk_close(place->kiosk);
    (void)nftw(place->folder, remove_one, REMOVE_FDS, FTW_DEPTH | FTW_PHYS);
    free(place);
    return 0;
}

static void story(Place *place, const char *text)
{
    Err err = {0};
    Script script = {.name = "story", .rest = str_of(text)};
    if (script_play(&script, place->kiosk, &err) != SCRIPT_DONE)
        fail_msg("line %d: %s", err.line, err.text);
}

static const char ROAD[] = "tap welcome.parent\n"
                           "tap home.call\n"
                           "tap call_about.zorgen\n"
                           "tap call_about.next\n"
                           "tap call_sector.po\n"
                           "tap call_sector.next\n"
                           "tap call_how.call\n"
                           "tap call_how.next\n"
                           "type 0612345678\n"
                           "tap call_number.next\n"
                           "tap call_when.next\n"
                           "tap call_name.name\n"
                           "type Noor\n"
                           "tap call_type_name.key.done\n"
                           "tap call_name.next\n"
                           "tap call_check.send\n";

/* The rows in the store; the first one in `first` when there is any. */
static int rows_of(const Place *place, OutboxItem *first)
{
    Db *db = db_open(place->data, NULL);
    OutboxBatch *batch = calloc(1, sizeof *batch);
    OutboxQuery query = {.run_s = INT32_MAX, .items_max = OUTBOX_BATCH_ITEMS_MAX};
    assert_true(outbox_next_batch(db, &query, batch, NULL));
    int count = batch->count;
    if (count > 0 && first != NULL)
        *first = batch->items[0];
    free(batch);
    db_close(db);
    return count;
}

static void test_a_visit_ends_with_one_sealed_request_and_its_code(void **state)
{
    Place *place = *state;
    kiosk_begin(place);
    story(place, ROAD);
    story(place, "expect call_saved.done\n");
    OutboxItem item;
    assert_int_equal(rows_of(place, &item), 1);
    char code[REFCODE_BYTES], json[ENVELOPE_PAYLOAD_BYTES_MAX + 1];
    refcode_of(&item.id, code);
    assert_int_equal(app_place(place->kiosk->app)->screen, SCREEN_CALL_SAVED);
    size_t size = 0;
    assert_int_equal(envelope_open(&item.envelope, &place->pair, json, &size), ENVELOPE_FAULT_NONE);
    Request request;
    assert_true(request_from_json((Str){json, size}, &request, NULL));
    assert_string_equal(request.phone, "0612345678");
    assert_string_equal(request.name, "Noor");
    assert_string_equal(request.org, "00112233aabbccdd");
    assert_int_equal(request.sector, REQUEST_SECTOR_PO);
}

/* What stands in a file of the place, into `out`. */
static void read_back(const Place *place, const char *name, char out[DUMP_BYTES_MAX])
{
    char path[128];
    snprintf(path, sizeof path, "%s/%s", place->folder, name);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    out[fread(out, 1, DUMP_BYTES_MAX - 1, file)] = '\0';
    fclose(file);
}

/* Saving ends and its patience too (150 ms) while the pictures are taken. */
static void test_a_story_shows_one_screen_however_long_the_picture_takes(void **state)
{
    static char before[DUMP_BYTES_MAX], after[DUMP_BYTES_MAX];
    Place *place = *state;
    char text[sizeof ROAD + 1024], *at = text;
    const char *folder = place->folder;
    kiosk_begin(place);
    at += snprintf(at, 1024 + sizeof ROAD, "%sdump %s/before\n", ROAD, folder);
    for (int i = 0; i < SHOTS; i++)
        at += sprintf(at, "shot %s/shot.png\n", folder);
    sprintf(at, "dump %s/after\nexpect call_saved.done\n", folder);
    story(place, text);
    read_back(place, "before", before);
    read_back(place, "after", after);
    assert_non_null(strstr(before, "call_check"));
    assert_string_equal(before, after);
}

/* Another request takes the last place of the hour while this form is open. */
static void take_last_place(Place *place)
{
    Envelope other;
    EnvelopeKey key;
    memcpy(key.public_key, place->pair.public_key, sizeof key.public_key);
    assert_true(envelope_seal(ENVELOPE_KIND_REQUEST, STR("{}"), &key, &other, NULL));
    assert_true(worker_save(place->kiosk->worker, &other));
}

static void test_what_the_store_refuses_is_never_called_saved(void **state)
{
    Place *place = *state;
    char before_send[sizeof ROAD];
    memcpy(before_send, ROAD, sizeof ROAD);
    *strstr(before_send, "tap call_check.send") = '\0';
    place->settings.flood_max = 1;
    kiosk_begin(place);
    story(place, before_send);
    take_last_place(place);
    story(place, "tap call_check.send\nexpect-not call_check.send\nexpect-not call_saved.done\n");
    assert_int_equal(app_place(place->kiosk->app)->screen, SCREEN_CANNOT_SAVE);
    assert_int_equal(rows_of(place, NULL), 1);
    assert_true(place->kiosk->sealed.size > 0); /* for "Probeer nog een keer": the same bytes */
    story(place, "tap bar.stop\nexpect welcome.parent\n");
    assert_int_equal(place->kiosk->sealed.size, 0);
}

/* Plays the story; what the kiosk writes into its journal meanwhile is copied to `said`. */
static void story_said(Place *place, const char *text, char *said, size_t said_bytes)
{
    FILE *journal = tmpfile();
    int before = dup(STDERR_FILENO);
    assert_non_null(journal);
    assert_true(dup2(fileno(journal), STDERR_FILENO) >= 0);
    story(place, text);
    assert_true(dup2(before, STDERR_FILENO) >= 0);
    close(before);
    rewind(journal);
    said[fread(said, 1, said_bytes - 1, journal)] = '\0';
    fclose(journal);
}

/* The keyring on disk goes bad in the middle of a visit: nothing is sealed to a key that nobody
 * vouches for, and the visitor is told. */
static void test_a_key_that_goes_bad_during_a_visit_is_not_used(void **state)
{
    Place *place = *state;
    char said[1024];
    char before_send[sizeof ROAD];
    memcpy(before_send, ROAD, sizeof ROAD);
    *strstr(before_send, "tap call_check.send") = '\0';
    kiosk_begin(place);
    story(place, before_send);
    Db *db = db_open(place->data, NULL);
    KvPair forged = {KV_KEYRING_SIG, STR("no signature at all")};
    assert_true(kv_write(db, &forged, 1, NULL));
    db_close(db);
    kiosk_renew(place->kiosk);
    for (; place->kiosk->can_seal; SDL_Delay(1))
        kiosk_answers(place->kiosk); /* when it never comes, the limit of the test ends this */
    story_said(place, "tap call_check.send\nexpect-not call_check.send\n", said, sizeof said);
    assert_non_null(strstr(said, "kiosk.no-key"));
    assert_int_equal(app_place(place->kiosk->app)->screen, SCREEN_CANNOT_SAVE);
    assert_int_equal(rows_of(place, NULL), 0);
}

/* Everything a visitor did: after the end of a visit App is as after the start. */
static void test_after_stop_en_wis_app_equals_a_fresh_one(void **state)
{
    Place *place = *state;
    kiosk_begin(place);
    App *fresh = calloc(1, sizeof *fresh);
    app_init(fresh, &place->kiosk->app->setup);
    story(place, "tap bar.display\ntap display.size.2\ntap display.theme.1\ntap display.done\n");
    story(place, "tap welcome.parent\ntap home.call\ntap call_about.zorgen\n");
    assert_memory_not_equal(&place->kiosk->app->visitor, &fresh->visitor, sizeof fresh->visitor);
    story(place, "tap bar.stop\nexpect welcome.parent\n");
    assert_memory_equal(&place->kiosk->app->visitor, &fresh->visitor, sizeof fresh->visitor);
    assert_int_equal(place->kiosk->sealed.size, 0);
    free(fresh);
}

static void test_without_a_pack_the_small_one_speaks(void **state)
{
    Place *place = *state;
    (void)str_copy(STR("no/such.okp"), place->settings.pack, SETTINGS_PATH_BYTES_MAX);
    kiosk_begin(place);
    assert_true(content_info(place->kiosk->content).fallback);
    kiosk_close(place->kiosk);
    place->kiosk = NULL;
    (void)str_copy(STR("no/such.okp"), place->settings.fallback, SETTINGS_PATH_BYTES_MAX);
    Err err = {0};
    KioskSetup setup = {
        .settings = &place->settings, .width_px = PANEL_W, .height_px = PANEL_H, .bell = no_bell};
    assert_null(kiosk_open(&setup, &err));
    assert_string_equal(err.code, "pack.missing");
}

static void test_the_next_screen_finds_its_pictures_drawn(void **state)
{
    Place *place = *state;
    UiRect dirty[UI_DIRTY_MAX];
    kiosk_begin(place);
    (void)kiosk_show(place->kiosk, dirty);
    Ahead *ahead = ahead_open();
    unsigned before = paint_drawn(place->kiosk->paint);
    while (ahead_step(ahead, place->kiosk))
        ;
    unsigned drawn = paint_drawn(place->kiosk->paint);
    assert_true(drawn > before);
    story(place, "tap welcome.parent\n");
    assert_int_equal(paint_drawn(place->kiosk->paint), drawn);
    story(place, "tap home.call\ntap call_about.zorgen\n");
    assert_false(ahead_step(ahead, place->kiosk)); /* something was filled in */
    ahead_close(ahead);
}

static unsigned next_random(unsigned *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 16;
}

/* A finger anywhere, up to twenty times a second; some slide, some stay down. */
static void touch_randomly(Kiosk *kiosk, unsigned *seed)
{
    GestureTouch touch = {.id = next_random(seed) % 5,
                          .x = (int)(next_random(seed) % PANEL_W),
                          .y = (int)(next_random(seed) % PANEL_H),
                          .ms = watch_run_ms(&kiosk->watch)};
    gesture_down(&kiosk->gesture, kiosk->ui, &touch);
    if (next_random(seed) % 4 == 0)
        touch.x = (int)(next_random(seed) % PANEL_W);
    gesture_move(&kiosk->gesture, kiosk->ui, &touch);
    int node =
        next_random(seed) % 8 == 0 ? UI_NONE : gesture_up(&kiosk->gesture, kiosk->ui, &touch);
    kiosk->watch.skip_ms += 50;
    if (node != UI_NONE)
        kiosk_activate(kiosk, node);
    if (kiosk_wait_ms(kiosk) == 0)
        kiosk_send(kiosk, (Msg){.kind = MSG_TICK});
    kiosk_answers(kiosk);
}

static void test_a_toddler_sends_nothing(void **state)
{
    Place *place = *state;
    kiosk_begin(place);
    unsigned seed = 20261121;
    UiRect dirty[UI_DIRTY_MAX];
    story(place, "tap welcome.child\n");
    for (int i = 0; i < TOUCHES; i++) {
        touch_randomly(place->kiosk, &seed);
        (void)kiosk_show(place->kiosk, dirty);
    }
    assert_int_equal(rows_of(place, NULL), 0);
}

/* Any key with any modifiers, as SDL would report it; text for every letter key. */
static void chord_randomly(Kiosk *kiosk, unsigned *seed)
{
    static const SDL_Keycode special[] = {SDLK_TAB, SDLK_RETURN, SDLK_ESCAPE, SDLK_BACKSPACE,
                                          SDLK_UP,  SDLK_DOWN,   SDLK_LEFT,   SDLK_RIGHT,
                                          SDLK_F4,  SDLK_DELETE, SDLK_HOME,   SDLK_PRINTSCREEN};
    SDL_Event event = {.type = SDL_KEYDOWN};
    bool letter = next_random(seed) % 3 == 0;
    event.key.keysym.sym =
        letter ? (SDL_Keycode)('a' + next_random(seed) % 26) : special[next_random(seed) % 12];
    event.key.keysym.mod = (Uint16)(next_random(seed) % 4 == 0 ? next_random(seed) : 0);
    event.key.repeat = next_random(seed) % 8 == 0;
    input_event(kiosk, &event);
    if (letter) {
        SDL_Event text = {.type = SDL_TEXTINPUT};
        text.text.text[0] = (char)('a' + next_random(seed) % 26);
        input_event(kiosk, &text);
        assert_int_equal(text.text.text[0], 0);
    }
    kiosk->watch.skip_ms += 50;
    kiosk_answers(kiosk);
}

static void test_no_key_leaves_the_kiosk(void **state)
{
    Place *place = *state;
    kiosk_begin(place);
    unsigned seed = 7;
    for (int i = 0; i < CHORDS; i++)
        chord_randomly(place->kiosk, &seed);
    assert_true(place->kiosk->ui->count > 1);
    assert_int_equal(rows_of(place, NULL), 0);
    story(place, "tap bar.stop\nexpect welcome.parent\n");
}

int main(void)
{
    if (!harden_start(true, NULL))
        return 1;
#define ROW(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        ROW(test_a_visit_ends_with_one_sealed_request_and_its_code),
        ROW(test_a_story_shows_one_screen_however_long_the_picture_takes),
        ROW(test_what_the_store_refuses_is_never_called_saved),
        ROW(test_a_key_that_goes_bad_during_a_visit_is_not_used),
        ROW(test_after_stop_en_wis_app_equals_a_fresh_one),
        ROW(test_without_a_pack_the_small_one_speaks),
        ROW(test_the_next_screen_finds_its_pictures_drawn),
        ROW(test_a_toddler_sends_nothing),
        ROW(test_no_key_leaves_the_kiosk),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
