/* test_cold.c - whoever comes next finds a kiosk where nobody was: after every kind of ending all
 * bytes of App are those of a fresh start, except the fields named below.
 *
 * Before each ending every byte of the visitor is made dirty, but for the few that decide where the
 * visitor is: no field can be forgotten here, also not one that is added tomorrow. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "stage.h"

enum {
    DIRT = 0xa5,
    HOUR_MS = 3600 * 1000,
    MS_PER_S = 1000,
    /* the clocks of a visit stand side by side */
    CLOCKS_BYTES = offsetof(AppVisitor, draft) - offsetof(AppVisitor, active_ms)
};

static Stage stage;
static App *fresh; /* as it was when nobody had been here */

/* ---- the fields that survive ----------------------------------------------------------------- */

typedef struct Field {
    const char *name;
    size_t from, size;
    const char *why;
} Field;

#define FIELD(name, why)                                                                           \
    {                                                                                              \
#name, offsetof(App, name), sizeof((App *)NULL)->name, why                                 \
    }

static const Field SURVIVORS[] = {
    FIELD(setup, "the panel and the place of this kiosk (kiosk.ini)"),
    FIELD(status, "enrolled, key, last contact, flood limit: of this kiosk"),
    FIELD(now, "the clocks"),
    FIELD(wake_ms, "when the next tick must come: follows from the clocks"),
};
enum { SURVIVOR_COUNT = sizeof SURVIVORS / sizeof SURVIVORS[0] };

static const Field *survivor_at(size_t at)
{
    for (int i = 0; i < SURVIVOR_COUNT; i++) {
        if (at >= SURVIVORS[i].from && at < SURVIVORS[i].from + SURVIVORS[i].size) {
            return &SURVIVORS[i];
        }
    }
    return NULL;
}

/* Of all bytes that do not survive: a copy in which the survivors are zero, word by word. */
static uint64_t hash_of(const App *app)
{
    static uint64_t words[sizeof *app / sizeof(uint64_t) + 1];
    uint64_t hash = 14695981039346656037U;

    memcpy(words, app, sizeof *app);
    for (int i = 0; i < SURVIVOR_COUNT; i++) {
        memset((unsigned char *)words + SURVIVORS[i].from, 0, SURVIVORS[i].size);
    }
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        hash = (hash ^ words[i]) * 0xff51afd7ed558ccdU;
        hash ^= hash >> 32;
    }
    return hash;
}

/* ---- a dirty visitor ------------------------------------------------------------------------- */

/* What decides where the visitor is and which ending comes; everything else may hold anything. */
static void dirty(App *app)
{
    static AppVisitor was;
    AppVisitor *now = &app->visitor;

    memcpy(&was, now, sizeof was);
    memset(now, DIRT, sizeof *now);
    memcpy(now->history, was.history, sizeof was.history);
    now->depth = was.depth;
    now->mode = was.mode;
    now->language = was.language;
    now->look = was.look;
    now->reading_aloud = true;
    now->speaking = false;
    now->touched = true;
    now->idle = was.idle;
    now->sending = was.sending;
    memcpy(&now->active_ms, &was.active_ms, CLOCKS_BYTES);
}

/* A screen as a visitor of `mode` in another language and look stands on it. */
static void stand_on(ScreenId screen, AppMode mode)
{
    AppVisitor *visitor = &stage.app->visitor;

    app_wipe(stage.app);
    visitor->mode = mode;
    visitor->language = content_language_count(stage.content) - 1;
    visitor->look = (AppLook){LOOK_COUNT - 1, TEXT_SIZE_COUNT - 1, true};
    if (screen != SCREEN_WELCOME) {
        visitor->depth = 1;
        visitor->history[1] = (AppPlace){.screen = screen};
    }
    visitor->active_ms = visitor->ring_from_ms = stage.run_ms;
    dirty(stage.app);
}

/* ---- endings --------------------------------------------------------------------------------- */

static int wipes; /* EFFECT_WIPE since the ending began */

static void send(Msg msg)
{
    app_update(stage.app, stage.content, msg, &stage.effects);
    wipes += stage_effects(&stage, EFFECT_WIPE);
}

static void tick_at(int64_t ms)
{
    stage.run_ms = ms;
    send((Msg){.kind = MSG_TICK, .tick = {ms, STAGE_UTC_S + ms / MS_PER_S, REQUEST_CLOCK_OK}});
}

static void end_stop(void)
{
    send((Msg){.kind = MSG_ACT, .act = {ACT_STOP, 0}});
}

static void end_stop_while_sending(void)
{
    stage.app->visitor.sending = APP_SENDING_SLOW;
    end_stop();
}

static void end_stop_of_the_veil(void)
{
    stage.app->visitor.idle = APP_IDLE_WARNING;
    end_stop();
}

static void end_done(void)
{
    send((Msg){.kind = MSG_ACT, .act = {ACT_DONE, 0}});
}

static void end_wipe(void)
{
    send((Msg){.kind = MSG_WIPE});
}

static void end_idle(void)
{
    stage.app->visitor.idle = APP_IDLE_WARNING;
    stage.app->visitor.idle_from_ms = stage.run_ms;
    tick_at(stage.run_ms + APP_IDLE_WARN_S * MS_PER_S);
}

/* Back to the start by its own means: on a screen where nothing is protected it just ends. */
static void end_forgotten(void)
{
    tick_at(stage.run_ms + HOUR_MS);
    tick_at(stage.run_ms + HOUR_MS);
}

/* What this visitor asked to be saved gets its answer. */
static void answer(Msg msg)
{
    AppVisitor *visitor = &stage.app->visitor;

    visitor->sending = APP_SENDING_SLOW;
    visitor->post = (AppPost)((int)app_place(stage.app)->screen % (APP_POST_FIX + 1));
    send(msg);
}

static void save_fails(void)
{
    answer((Msg){.kind = MSG_SAVE_FAILED, .error = "store.full"});
    assert_int_equal(stage_screen(&stage), SCREEN_CANNOT_SAVE);
}

static void end_failed(void)
{
    save_fails();
    end_stop();
}

static void end_failed_and_left(void)
{
    save_fails();
    end_idle();
}

static void end_saved(void)
{
    answer((Msg){.kind = MSG_SAVED, .saved = {.code = "47291638"}});
    end_done();
}

static void end_saved_and_left(void)
{
    answer((Msg){.kind = MSG_SAVED, .saved = {.code = "47291638"}});
    end_forgotten();
}

typedef struct Ending {
    const char *name;
    void (*end)(void);
    bool clean; /* the way there reads what was filled in: that is not made dirty */
} Ending;

static const Ending ENDINGS[] = {
    {"Stop en wis", end_stop, false},
    {"Stop en wis while a request is being saved", end_stop_while_sending, false},
    {"Stop en wis on the idle warning", end_stop_of_the_veil, false},
    {"Klaar", end_done, false},
    {"nobody answered the idle warning", end_idle, false},
    {"left alone for two hours", end_forgotten, true},
    {"saving failed, and Stop en wis", end_failed, true},
    {"saving failed, and nobody was there any more", end_failed_and_left, true},
    {"saved, and Klaar", end_saved, true},
    {"saved, and left alone for two hours", end_saved_and_left, true},
    {"MSG_WIPE", end_wipe, false},
};

/* ---- the proof ------------------------------------------------------------------------------- */

static void compare(const char *ending, ScreenId screen)
{
    const unsigned char *now = (const unsigned char *)stage.app;
    const unsigned char *was = (const unsigned char *)fresh;

    for (size_t at = 0; at < sizeof *fresh; at++) {
        if (now[at] != was[at] && survivor_at(at) == NULL) {
            fail_msg("%s on %s: byte %zu of App is 0x%02x, fresh 0x%02x", ending,
                     app_screen(screen)->prefix, at, now[at], was[at]);
        }
    }
    assert_true(hash_of(stage.app) == hash_of(fresh));
    assert_int_equal(wipes, 1);
}

/* The visitor as realistic answers instead of dirt: for endings that show the screen once more. */
static void fill(void)
{
    AppVisitor *visitor = &stage.app->visitor;
    AppPlace history[2] = {visitor->history[0], visitor->history[1]};
    int depth = visitor->depth;
    AppMode mode = visitor->mode;

    memset(visitor, 0, sizeof *visitor);
    memcpy(visitor->history, history, sizeof history);
    visitor->depth = depth;
    visitor->mode = mode;
    visitor->touched = true;
    visitor->active_ms = visitor->ring_from_ms = stage.run_ms;
    strcpy(visitor->draft.phone, "0612345678");
    strcpy(visitor->draft.name, "Noor");
    strcpy(visitor->child.adult, "juf Els");
}

static void test_after_every_ending_on_every_screen_nobody_was_here(void **state)
{
    (void)state;
    const AppMode modes[] = {APP_MODE_PARENT, APP_MODE_YOUNG, APP_MODE_READING};
    int count = 0;

    for (size_t e = 0; e < sizeof ENDINGS / sizeof ENDINGS[0]; e++) {
        for (int screen = 0; screen < SCREEN_COUNT; screen++) {
            for (size_t m = 0; m < sizeof modes / sizeof modes[0]; m++) {
                stand_on((ScreenId)screen, modes[m]);
                if (ENDINGS[e].clean) {
                    fill();
                }
                assert_true(hash_of(stage.app) != hash_of(fresh));
                wipes = 0;
                ENDINGS[e].end();
                compare(ENDINGS[e].name, (ScreenId)screen);
                count++;
            }
        }
        printf("%s: %d screens x 3 modes\n", ENDINGS[e].name, (int)SCREEN_COUNT);
    }
    printf("%d endings; of %zu bytes of App these survive:\n", count, sizeof *fresh);
    for (int i = 0; i < SURVIVOR_COUNT; i++) {
        printf("  %-8s %5zu bytes: %s\n", SURVIVORS[i].name, SURVIVORS[i].size, SURVIVORS[i].why);
    }
}

/* The survivors belong to the kiosk: no ending changes setup and status, and the next tick is due
 * when that of a fresh kiosk is: never. */
static void test_what_survives_is_what_was_there_before_the_visitor(void **state)
{
    (void)state;
    stand_on(SCREEN_CALL_CHECK, APP_MODE_PARENT);
    end_stop();
    assert_memory_equal(&stage.app->setup, &fresh->setup, sizeof fresh->setup);
    assert_memory_equal(&stage.app->status, &fresh->status, sizeof fresh->status);
    assert_true(stage.app->wake_ms == fresh->wake_ms);
    for (size_t i = 0; i + 1 < SURVIVOR_COUNT; i++) {
        assert_true(SURVIVORS[i].from + SURVIVORS[i].size <= SURVIVORS[i + 1].from);
    }
}

static void test_any_other_byte_changes_the_hash_and_goes_with_the_wipe(void **state)
{
    (void)state;
    unsigned char *bytes = (unsigned char *)stage.app;
    size_t walked = 0, padding = offsetof(App, visitor);

    app_wipe(stage.app);
    const uint64_t hash = hash_of(stage.app);
    for (int i = 0; i < SURVIVOR_COUNT; i++) {
        padding -= SURVIVORS[i].size;
    }
    for (size_t at = offsetof(App, visitor); at < sizeof *stage.app; at++) {
        bytes[at] ^= 0xff;
        if (hash_of(stage.app) == hash) {
            fail_msg("byte %zu of App is in no hash", at);
        }
        app_wipe(stage.app);
        if (hash_of(stage.app) != hash) {
            fail_msg("byte %zu of App survives a wipe", at);
        }
        walked++;
    }
    assert_int_equal(walked, sizeof(AppVisitor));
    printf("%zu bytes of the visitor: each changes the hash, each is wiped; %zu bytes between the "
           "survivors are padding\n",
           walked, padding);
}

/* A request that was saved leaves the saved screen only: nothing that was typed. */
static void test_after_saving_only_the_receipt_is_left(void **state)
{
    (void)state;
    const Msg saved = {.kind = MSG_SAVED, .saved = {.code = "12345678", .pictures = {1, 2, 3, 4}}};
    static AppVisitor left;

    app_wipe(stage.app);
    stage_act(&stage, ACT_PARENT, 0);
    stage_act(&stage, ACT_CALL_START, 0);
    fill();
    stage.app->visitor.draft.how = REQUEST_HOW_CALL;
    strcpy(stage.app->visitor.draft.note, "graag niet voor tienen");
    stage_act(&stage, ACT_GO, SCREEN_CALL_CHECK);
    stage_act(&stage, ACT_SEND, 0);
    assert_int_equal(stage_effects(&stage, EFFECT_SAVE), 1);
    send(saved);
    assert_int_equal(stage_screen(&stage), SCREEN_CALL_SAVED);
    left = stage.app->visitor;
    memset(left.history, 0, sizeof left.history);
    left.depth = 0;
    left.mode = APP_MODE_NONE;
    left.touched = false;
    memset(&left.active_ms, 0, CLOCKS_BYTES);
    memset(&left.saved, 0, sizeof left.saved);
    for (size_t at = 0; at < sizeof left; at++) {
        if (((const unsigned char *)&left)[at] != 0) {
            fail_msg("byte %zu of the visitor is left after saving", at);
        }
    }
}

static int setup(void **state)
{
    (void)state;
    stage_open(&stage, STAGE_PORTRAIT);
    fresh = calloc(1, sizeof *fresh);
    memcpy(fresh, stage.app, sizeof *fresh);
    return fresh == NULL ? 1 : 0;
}

static int teardown(void **state)
{
    (void)state;
    free(fresh);
    stage_close(&stage);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_after_every_ending_on_every_screen_nobody_was_here),
        cmocka_unit_test(test_what_survives_is_what_was_there_before_the_visitor),
        cmocka_unit_test(test_any_other_byte_changes_the_hash_and_goes_with_the_wipe),
        cmocka_unit_test(test_after_saving_only_the_receipt_is_left),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
