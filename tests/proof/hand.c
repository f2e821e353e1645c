/* hand.c - see hand.h. */
#include "hand.h"

#include <stdlib.h>
#include <string.h>

#include "app_staff.h"
#include "check.h"

enum {
    SHOWN_SLOTS = 256,   /* screens that are remembered */
    HOURS_STEP_S = 900,  /* opening hours begin and end on a quarter of an hour */
    COMPARE_EVERY = 256, /* recalled screens between two comparisons */
    PIN_TRIES = 5,       /* before the first wait */
    PIN_WAIT_MS = 300 * 1000,
    STACK_BYTES = 32768,
    WAKES_MAX = 64,     /* wakes that one wait carries out */
    SIZES_SLOTS = 65536 /* measured texts that are remembered */
};

typedef struct HandSize {
    uint64_t key; /* 0 = free */
    UiExtent extent;
} HandSize;

struct HandShown {
    uint64_t key; /* 0 = free */
    Ui ui;
};

/* ---- remembered sizes of texts -------------------------------------------------------------- */

static uint64_t mixed(uint64_t key, uint64_t word)
{
    key = (key ^ word) * 0xff51afd7ed558ccdU;
    return key ^ (key >> 32);
}

static uint64_t text_key(uint64_t key, const char *text)
{
    for (; text != NULL && *text != '\0'; text++) {
        key = mixed(key, (unsigned char)*text);
    }
    return mixed(key, 0xff);
}

/* As the text engine measured these words before, whatever the size of its own memory. */
static UiExtent measure(void *context, const UiWords *words)
{
    Hand *hand = context;
    unsigned flags = (words->bold ? 1U : 0) | (words->balance ? 2U : 0) | (words->nowrap ? 4U : 0);
    uint64_t key = text_key(text_key(1, words->text), words->lang);

    key = mixed(key, (uint64_t)words->size_px << 32 | (uint64_t)words->line_px);
    key =
        mixed(key, (uint64_t)words->spacing_x10_px << 32 | (uint64_t)words->direction << 8 | flags);
    key = mixed(key, (uint64_t)words->width_px) | 1U;
    HandSize *slot = &hand->sizes[key / 2 % SIZES_SLOTS];
    if (slot->key != key) {
        *slot = (HandSize){key, hand->measure(hand->measure_context, words)};
    }
    return slot->extent;
}

/* ---- remembered screens -------------------------------------------------------------------- */

/* Of the way here a screen shows at most which screens lie on it, not their order. */
static void history_flatten(AppVisitor *visitor)
{
    AppPlace here = visitor->history[visitor->depth];
    bool passed[SCREEN_COUNT] = {false};

    for (int i = 0; i < visitor->depth; i++) {
        passed[visitor->history[i].screen] = true;
    }
    memset(visitor->history, 0, sizeof visitor->history);
    visitor->history[0].screen = here.screen;
    visitor->history[0].arg = here.arg;
    visitor->history[0].page = here.page;
    visitor->history[0].dutch = here.dutch;
    memcpy(&visitor->history[1], passed, sizeof passed);
    visitor->depth = visitor->depth > 0 ? 1 : 0;
}

static uint64_t bytes_key(uint64_t key, const void *bytes, size_t size)
{
    const unsigned char *from = bytes;
    uint64_t word = 0;

    for (; size >= sizeof word; size -= sizeof word, from += sizeof word) {
        memcpy(&word, from, sizeof word);
        key = mixed(key, word);
    }
    word = 0;
    memcpy(&word, from, size);
    return mixed(key, word);
}

/* What the clocks mean to a screen. */
static uint64_t moment_of(const App *app)
{
    uint64_t key = mixed(0x9e3779b97f4a7c15U, (uint64_t)(app->now.utc_s / HOURS_STEP_S));

    return mixed(key, (uint64_t)app_staff_wait_s(app) << 1 | (app_is_offline(app) ? 1U : 0));
}

/* Everything a screen is made of. */
static uint64_t key_of(const Hand *hand)
{
    return bytes_key(hand->moment, &hand->now, sizeof hand->now) | 1U;
}

static bool same_node(const UiNode *a, const UiNode *b)
{
    return a->box.state == b->box.state && a->box.action.kind == b->box.action.kind &&
           a->box.action.arg == b->box.action.arg && a->hash == b->hash &&
           memcmp(&a->hit, &b->hit, sizeof a->hit) == 0;
}

/* The same nodes with the same words in the same places. A ring that runs down is no target. */
static bool same_screen(const Ui *a, const Ui *b)
{
    bool same = a->count == b->count;

    for (int i = 0; same && i < a->count; i++) {
        same = a->nodes[i].box.role == ROLE_PROGRESS || same_node(&a->nodes[i], &b->nodes[i]);
    }
    return same;
}

/* As if it were the first screen of a visit: the kiosk remembers per screen what fitted, and what
 * order screens came in is nothing that is remembered here. */
static void build(const Hand *hand, Ui *ui)
{
    memset(ui->fits, 0, sizeof ui->fits);
    app_view(ui, hand->stage->app, hand->stage->content);
}

static void show(Hand *hand)
{
    uint64_t key = key_of(hand);
    HandShown *slot = &hand->shown[key / 2 % SHOWN_SLOTS];

    if (slot->key != key) {
        slot->key = key;
        build(hand, &slot->ui);
        hand->built++;
    } else if (++hand->recalled % COMPARE_EVERY == 0) {
        build(hand, hand->stage->ui);
        hand->stale = hand->stale || !same_screen(hand->stage->ui, &slot->ui);
    }
    hand->ui = &slot->ui;
    hand->digest = mixed(hand->digest, key);
}

/* The visitor without what no screen reads: clocks, and how calm the hand is. Nothing to do when
 * all is as it was. */
static void look(Hand *hand)
{
    static AppVisitor now;
    uint64_t moment = moment_of(hand->stage->app);

    now = hand->stage->app->visitor;
    now.active_ms = now.idle_from_ms = now.sent_ms = now.ring_from_ms = now.calm_ms = 0;
    now.staff.lock_ms = now.staff.facts_ms = 0;
    now.misses = 0;
    history_flatten(&now);
    if (hand->ui == NULL || moment != hand->moment || memcmp(&now, &hand->now, sizeof now) != 0) {
        memcpy(&hand->now, &now, sizeof now);
        hand->moment = moment;
        show(hand);
    }
}

/* ---- messages ------------------------------------------------------------------------------ */

/* What the visitor sees as one screen, as in kiosk.c. */
typedef struct Scene {
    AppPlace place;
    int word;
    AppIdle idle;
} Scene;

static Scene scene_of(const App *app)
{
    return (Scene){*app_place(app), app->visitor.word, app->visitor.idle};
}

static bool is_elsewhere(const Scene *a, const Scene *b)
{
    return a->place.screen != b->place.screen || a->place.arg != b->place.arg ||
           a->place.page != b->place.page || a->word != b->word || a->idle != b->idle;
}

/* Whoever leaves a local variable as it was found finds this in it. */
static __attribute__((noinline)) void stack_fill(int byte)
{
    volatile unsigned char rest[STACK_BYTES];

    for (size_t i = 0; i < sizeof rest; i++) {
        rest[i] = (unsigned char)byte;
    }
}

static void deliver(Hand *hand, Msg msg)
{
    Stage *stage = hand->stage;

    if (hand->dirt != 0) {
        stack_fill(hand->dirt);
    }
    app_update(stage->app, stage->content, msg, &stage->effects);
    if (stage_effects(stage, EFFECT_SAVE) > 0) {
        hand->saves[stage->app->visitor.post]++;
    }
    if (stage_effects(stage, EFFECT_WIPE) > 0) {
        gesture_reset(&hand->gesture);
    }
}

bool hand_is_staff(ScreenId screen)
{
    const char *prefix = app_screen(screen)->prefix;

    return strncmp(prefix, "staff", strlen("staff")) == 0 && strcmp(prefix, "staff_pin") != 0;
}

/* As the store would: every PIN is wrong, and from the fifth on the next one waits. */
static void judge(Hand *hand)
{
    Stage *stage = hand->stage;
    bool handed_in = stage->app->visitor.staff.is_checking;

    if (!handed_in &&
        (stage_screen(stage) != SCREEN_STAFF_PIN || stage->app->visitor.staff.has_lock)) {
        return;
    }
    hand->pins += handed_in ? 1 : 0;
    hand->pin_ms =
        handed_in && hand->pins % PIN_TRIES == 0 ? stage->run_ms + PIN_WAIT_MS : hand->pin_ms;
    int64_t wait_ms = hand->pin_ms - stage->run_ms;
    deliver(hand, (Msg){.kind = MSG_PIN,
                        .pin = {.was_checked = handed_in,
                                .wait_s = wait_ms > 0 ? (int)(wait_ms / 1000) + 1 : 0,
                                .tries = 1,
                                .after_s = PIN_WAIT_MS / 1000}});
}

static void count(Hand *hand)
{
    ScreenId screen = stage_screen(hand->stage);

    hand->seen[screen] = true;
    hand->staff += hand_is_staff(screen) ? 1 : 0;
}

void hand_send(Hand *hand, Msg msg)
{
    Stage *stage = hand->stage;
    Scene before = scene_of(stage->app), after;

    deliver(hand,
            (Msg){.kind = MSG_TICK,
                  .tick = {stage->run_ms, STAGE_UTC_S + stage->run_ms / 1000, REQUEST_CLOCK_OK}});
    if (msg.kind != MSG_TICK) {
        deliver(hand, msg);
    }
    if (stage->app->visitor.sending != APP_SENDING_NO) {
        deliver(hand, (Msg){.kind = MSG_SAVE_FAILED, .error = "test"});
    }
    judge(hand);
    after = scene_of(stage->app);
    if (is_elsewhere(&before, &after)) {
        gesture_screen_changed(&hand->gesture, stage->run_ms);
    }
    count(hand);
    look(hand);
}

/* ---- contacts ------------------------------------------------------------------------------ */

static GestureTouch touch_of(const Hand *hand, HandPoint point)
{
    return (GestureTouch){.id = point.finger,
                          .x = point.x,
                          .y = point.y,
                          .width = point.width,
                          .ms = hand->stage->run_ms};
}

void hand_down(Hand *hand, HandPoint point)
{
    GestureTouch touch = touch_of(hand, point);

    gesture_down(&hand->gesture, hand->ui, &touch);
    hand->taps++;
}

void hand_up(Hand *hand, HandPoint point)
{
    GestureTouch touch = touch_of(hand, point);
    int node = gesture_up(&hand->gesture, hand->ui, &touch);

    if (node == UI_NONE) {
        hand_send(hand, (Msg){.kind = MSG_TOUCH});
        return;
    }
    UiAction action = ui_node(hand->ui, node)->box.action;
    hand->activations++;
    hand_send(hand, (Msg){.kind = MSG_ACT, .act = {action.kind, action.arg}});
}

HandPoint hand_anywhere(Hand *hand, int64_t finger)
{
    const Panel *panel = &hand->stage->app->setup.panel;

    return (HandPoint){.finger = finger,
                       .x = hand_random(hand, panel->width_px),
                       .y = hand_random(hand, panel->height_px)};
}

/* ---- time, chance, beginning --------------------------------------------------------------- */

void hand_wait(Hand *hand, int64_t ms)
{
    Stage *stage = hand->stage;
    int64_t until_ms = stage->run_ms + ms;

    for (int i = 0; i < WAKES_MAX && app_wake(stage->app) <= until_ms; i++) {
        int64_t wake_ms = app_wake(stage->app);
        stage->run_ms = wake_ms > stage->run_ms ? wake_ms : stage->run_ms;
        hand_send(hand, (Msg){.kind = MSG_TICK});
    }
    stage->run_ms = until_ms;
    stage->utc_s = STAGE_UTC_S + until_ms / 1000;
}

/* splitmix64 */
int hand_random(Hand *hand, int below)
{
    uint64_t z = hand->random += 0x9e3779b97f4a7c15U;

    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    return (int)((z >> 33) % (uint64_t)below);
}

void hand_begin(Hand *hand, uint64_t seed)
{
    hand->random = seed * 0xd1342543de82ef95U + 1;
    gesture_reset(&hand->gesture);
    hand->ui = NULL;
    look(hand);
}

void hand_open(Hand *hand, Stage *stage)
{
    memset(hand, 0, sizeof *hand);
    hand->stage = stage;
    hand->shown = calloc(SHOWN_SLOTS, sizeof *hand->shown);
    hand->sizes = calloc(SIZES_SLOTS, sizeof *hand->sizes);
    check(hand->shown != NULL && hand->sizes != NULL);
    hand->measure = stage->app->setup.measure;
    hand->measure_context = stage->app->setup.measure_context;
    stage->app->setup.measure = measure;
    stage->app->setup.measure_context = hand;
    hand_begin(hand, 0);
}

void hand_close(Hand *hand)
{
    if (hand->shown == NULL) {
        return;
    }
    hand->stage->app->setup.measure = hand->measure;
    hand->stage->app->setup.measure_context = hand->measure_context;
    free(hand->shown);
    free(hand->sizes);
    hand->shown = NULL;
}
