/* test_quiet.c - what people tell without a name, on the running kiosk with a real store: the
 * sealed bytes hold exactly what the check screen showed, nothing tells when they were made, the
 * counts of a week are added up, and who looks for help leaves not one byte behind. */
#include <dirent.h>
#include <ftw.h>
#include <setjmp.h>
#include <sodium.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <cmocka.h>

#include "db.h"
#include "enrolled.h"
#include "kiosk.h"
#include "outbox.h"
#include "quiet.h"
#include "script.h"
#include "tally.h"
#include "when.h"

enum { PANEL_W = 540, PANEL_H = 960, REMOVE_FDS = 8, HOLDS = 200, HASH_BYTES = 32, WAITS = 300 };

typedef struct Place {
    char folder[64], data[96];
    EnvelopePair pair;
    Settings settings;
    Kiosk *kiosk;
    char json[ENVELOPE_PAYLOAD_BYTES_MAX + 1]; /* of the last envelope that was opened */
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

static void path_set(char *out, Str path)
{
    assert_true(str_copy(path, out, SETTINGS_PATH_BYTES_MAX));
}

static int setup(void **state)
{
    Place *place = calloc(1, sizeof *place);
    snprintf(place->folder, sizeof place->folder, "/tmp/oksp-quiet-XXXXXX");
    if (mkdtemp(place->folder) == NULL)
        return 1;
    snprintf(place->data, sizeof place->data, "%s/kiosk", place->folder);
    enrolled_make(place->data, &place->pair);
    settings_default(&place->settings);
    path_set(place->settings.data_dir, str_of(place->data));
    path_set(place->settings.asset_dir, STR("assets"));
    path_set(place->settings.pack, STR(OKSP_BINARY_DIR "/share/oksp.okp"));
    path_set(place->settings.fallback, STR(OKSP_BINARY_DIR "/share/fallback.okp"));
    place->settings.px_per_mm = 1.35;
    place->settings.mount_bottom_mm = 595;
    *state = place;
    kiosk_begin(place);
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

static int rows_at(const Place *place, int64_t run_s, OutboxItem *first)
{
    Db *db = db_open(place->data, NULL);
    OutboxBatch *batch = calloc(1, sizeof *batch);
    OutboxQuery query = {.run_s = run_s, .items_max = OUTBOX_BATCH_ITEMS_MAX};
    assert_true(outbox_next_batch(db, &query, batch, NULL));
    int count = batch->count;
    if (count > 0 && first != NULL)
        *first = batch->items[0];
    free(batch);
    db_close(db);
    return count;
}

/* The words of a node, as it stands on the screen now. */
static const char *shown(const Place *place, const char *id)
{
    int node = ui_find(place->kiosk->ui, id);
    if (node == UI_NONE)
        fail_msg("there is no %s", id);
    return ui_node(place->kiosk->ui, node)->box.label;
}

/* The only row, a signal, opened into place->json. */
static void open_signal(Place *place)
{
    OutboxItem item;
    size_t size = 0;
    assert_int_equal(rows_at(place, INT32_MAX, &item), 1);
    assert_int_equal(item.kind, ENVELOPE_KIND_SIGNAL);
    assert_int_equal(item.waited_s, -1);
    assert_int_equal(envelope_open(&item.envelope, &place->pair, place->json, &size),
                     ENVELOPE_FAULT_NONE);
    place->json[size] = '\0';
}

/* The week of the wall clock, as the screens and the payloads have it. */
static void week_now(char week[WHEN_WEEK_BYTES])
{
    when_format_week(when_local(time(NULL)).date, week);
}

static const char STORY[] = "{\"v\":1,\"t\":\"story\",\"week\":\"";

/* `head` and `tail` stand before and behind the week. */
static void assert_payload(Place *place, const char *head, const char *tail)
{
    char wanted[1024], week[WHEN_WEEK_BYTES];
    week_now(week);
    snprintf(wanted, sizeof wanted, "%s%s%s", head, week, tail);
    open_signal(place);
    assert_string_equal(place->json, wanted);
}

static void test_a_parents_sealed_story_is_what_was_shown(void **state)
{
    Place *place = *state;
    char own[256], tail[512];
    story(place, "tap welcome.parent\ntap home.share\ntap share_mood.mood.2\n"
                 "tap share_mood.next\ntap share_topic.thuis\ntap share_topic.next\n"
                 "tap share_say.wachten\ntap share_say.thuis\ntap share_say.write\n"
                 "type Niemand belt.\ntap share_write.key.done\ntap share_say.next\n");
    assert_string_equal(shown(place, "share_check.value.mood"), "Niet goed");
    assert_string_equal(shown(place, "share_check.value.topic"), "Mijn kind zit thuis");
    assert_string_equal(shown(place, "share_check.value.lines"),
                        "We wachten al lang.\nMijn kind zit thuis zonder hulp.");
    snprintf(own, sizeof own, "%s", shown(place, "share_check.value.text"));
    story(place, "wait 3\ntap share_check.send\nexpect share_done.done\n");
    snprintf(tail, sizeof tail,
             "\",\"who\":\"parent\",\"lang\":\"nl\",\"mood\":2,\"topic\":[\"thuis\"],"
             "\"line\":[\"wachten\",\"thuis\"],\"text\":\"%s\"}",
             own);
    assert_payload(place, STORY, tail);
}

static void test_a_childs_sealed_story_is_what_was_shown(void **state)
{
    Place *place = *state;
    story(place, "tap welcome.child\ntap child_entry.young\ntap child_entry.go\n"
                 "tap child_home.zeggen\ntap child_home.go\ntap child_story.panel.3\n"
                 "tap child_story.tell\ntap tell_mood.mood.1\ntap tell_mood.go\n"
                 "tap tell_topic.gepest\ntap tell_topic.go\ntap tell_say.druk\ntap tell_say.go\n");
    assert_string_equal(shown(place, "tell_check.value.mood"), "Heel slecht");
    assert_string_equal(shown(place, "tell_check.value.topic"), "gepest");
    assert_string_equal(shown(place, "tell_check.value.lines"), "Het is te druk op school.");
    story(place, "wait 3\ntap tell_check.send\nexpect tell_done.done\n");
    assert_payload(place, STORY,
                   "\",\"who\":\"child\",\"lang\":\"nl\",\"mood\":1,"
                   "\"topic\":[\"gepest\"],\"line\":[\"druk\"]}");
}

static void test_a_sealed_fault_is_what_was_shown(void **state)
{
    Place *place = *state;
    char own[256], tail[512];
    story(place, "tap welcome.parent\ntap home.tile.extra-hulp\ntap questions.opp\n"
                 "tap topic.more\ntap topic.wrong\ntap fix.wrong\ntap fix.write\n"
                 "type De link is stuk\ntap fix_write.key.done\n");
    snprintf(own, sizeof own, "%s", shown(place, "fix.value.text"));
    story(place, "wait 3\ntap fix.send\nexpect fix_done.title\n");
    snprintf(tail, sizeof tail,
             "\",\"who\":\"parent\",\"lang\":\"nl\",\"page\":\"parent.opp\","
             "\"choice\":\"wrong\",\"text\":\"%s\"}",
             own);
    assert_payload(place, "{\"v\":1,\"t\":\"fix\",\"week\":\"", tail);
}

/* ---- no moment --------------------------------------------------------------------------- */

static void test_a_signal_is_held_back_one_to_four_days(void **state)
{
    const Place *place = *state;
    Envelope signal, request;
    EnvelopeKey key;
    int64_t least = INT64_MAX, most = 0;
    memcpy(key.public_key, place->pair.public_key, sizeof key.public_key);
    assert_true(envelope_seal(ENVELOPE_KIND_SIGNAL, STR("{}"), &key, &signal, NULL));
    assert_true(envelope_seal(ENVELOPE_KIND_REQUEST, STR("{}"), &key, &request, NULL));
    assert_int_equal(quiet_hold_s(&request, 1000), 0);
    for (int i = 0; i < HOLDS; i++) {
        int64_t hold_s = quiet_hold_s(&signal, 1000) - 1000;
        least = hold_s < least ? hold_s : least;
        most = hold_s > most ? hold_s : most;
        assert_in_range(hold_s, OUTBOX_HOLD_MIN_S, OUTBOX_HOLD_MAX_S);
    }
    assert_true(most - least > (OUTBOX_HOLD_MAX_S - OUTBOX_HOLD_MIN_S) / 2); /* random, not one */
}

static void test_a_story_of_today_is_not_sent_today(void **state)
{
    Place *place = *state;
    story(place, "tap welcome.parent\ntap home.share\ntap share_mood.mood.5\n"
                 "tap share_mood.next\ntap share_topic.next\ntap share_say.next\n"
                 "wait 3\ntap share_check.send\nexpect share_done.done\n");
    assert_int_equal(rows_at(place, OUTBOX_HOLD_MIN_S - 1, NULL), 0);
    assert_int_equal(rows_at(place, INT32_MAX, NULL), 1);
}

/* ---- counts and traces ------------------------------------------------------------------- */

/* Waits for the disk thread: everything that was asked before is done when a status comes. */
static void settle(Place *place)
{
    unsigned before = place->kiosk->views;
    assert_true(worker_look(place->kiosk->worker));
    for (int i = 0; i < WAITS && place->kiosk->views == before; i++) {
        const struct timespec step = {.tv_nsec = 10000000};
        nanosleep(&step, NULL);
        kiosk_answers(place->kiosk);
    }
    assert_int_not_equal(place->kiosk->views, before);
}

/* The counts of every week, sealed as sync would seal them and opened again. */
static void counts_of(Place *place, const char *week)
{
    EnvelopeKey key;
    int closed = 0;
    memcpy(key.public_key, place->pair.public_key, sizeof key.public_key);
    TallySeal seal = {.key = &key, .week_now = str_of(week), .run_s = 1, .random = 7};
    Db *db = db_open(place->data, NULL);
    assert_true(tally_close(db, &seal, &closed, NULL));
    db_close(db);
    place->json[0] = '\0';
    if (closed > 0)
        open_signal(place);
}

static void test_openings_are_added_up_per_week(void **state)
{
    Place *place = *state;
    char wanted[256], week[WHEN_WEEK_BYTES];
    story(place, "tap welcome.parent\ntap home.tile.extra-hulp\ntap questions.opp\ntap topic.more\n"
                 "tap bar.back\ntap bar.back\ntap questions.hoorrecht\ntap bar.back\n"
                 "tap questions.opp\ntap bar.stop\n");
    settle(place);
    week_now(week);
    counts_of(place, week);
    assert_string_equal(place->json, ""); /* this week is not over */
    counts_of(place, "2099-W01");
    snprintf(wanted, sizeof wanted,
             "{\"v\":1,\"t\":\"tally\",\"week\":\"%s\",\"n\":{\"topic.hoorrecht\":1,"
             "\"topic.opp\":2}}",
             week);
    assert_string_equal(place->json, wanted);
}

static void hash_file(crypto_generichash_state *hash, const char *folder, const char *name)
{
    char path[512], bytes[4096];
    size_t size;
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return;
    crypto_generichash_update(hash, (const unsigned char *)name, strlen(name));
    while ((size = fread(bytes, 1, sizeof bytes, file)) > 0)
        crypto_generichash_update(hash, (const unsigned char *)bytes, size);
    fclose(file);
}

static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

/* Every byte of the data folder but the map of shared memory, which reading changes too. */
static void hash_folder(const Place *place, unsigned char out[HASH_BYTES])
{
    struct dirent **items = NULL;
    crypto_generichash_state hash;
    int count = scandir(place->data, &items, NULL, by_name);
    crypto_generichash_init(&hash, NULL, 0, HASH_BYTES);
    for (int i = 0; i < count; i++) {
        if (strstr(items[i]->d_name, "-shm") == NULL)
            hash_file(&hash, place->data, items[i]->d_name);
        free(items[i]);
    }
    free(items);
    crypto_generichash_final(&hash, out, HASH_BYTES);
}

static void test_looking_for_help_leaves_not_one_byte(void **state)
{
    Place *place = *state;
    unsigned char before[HASH_BYTES], after[HASH_BYTES];
    settle(place);
    hash_folder(place, before);
    story(place, "tap welcome.child\ntap child_entry.young\ntap child_entry.go\n"
                 "tap child_home.feelings\ntap child_home.go\ntap feelings.bang\n"
                 "tap feelings.go\ntap bar.help\ntap bar.stop\n");
    story(place, "tap welcome.child\ntap child_entry.reading\ntap child_entry.go\n"
                 "tap reading_home.niet-fijn-op-school\ntap bar.help\ntap bar.start\n"
                 "tap reading_home.more\ntap reading_more.hulplijnen\ntap bar.stop\n");
    story(place, "tap welcome.parent\ntap home.tile.zorgen\ntap questions.onveilig\n"
                 "tap bar.help\ntap bar.stop\n");
    settle(place);
    hash_folder(place, after);
    assert_memory_equal(before, after, HASH_BYTES);
    story(place, "tap welcome.parent\ntap home.tile.extra-hulp\ntap questions.opp\ntap bar.stop\n");
    settle(place);
    hash_folder(place, after);
    assert_memory_not_equal(before, after, HASH_BYTES); /* it would have been seen */
}

int main(void)
{
#define ROW(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
    const struct CMUnitTest tests[] = {
        ROW(test_a_parents_sealed_story_is_what_was_shown),
        ROW(test_a_childs_sealed_story_is_what_was_shown),
        ROW(test_a_sealed_fault_is_what_was_shown),
        ROW(test_a_signal_is_held_back_one_to_four_days),
        ROW(test_a_story_of_today_is_not_sent_today),
        ROW(test_openings_are_added_up_per_week),
        ROW(test_looking_for_help_leaves_not_one_byte),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
