/* kiosk.c - the running kiosk without a window. See kiosk.h. */
#include "kiosk.h"

#include <sodium.h>
#include <string.h>

#include "check.h"
#include "keyring.h"
#include "log.h"
#include "perform.h"
#include "staff.h"
#include "words.h"

/* ---- opening ------------------------------------------------------------------------------------
 */

/* Packs in the order of trust: the command line, what sync brought, what the settings name, and the
 * small one that is always installed. */
static Content *content_find(Kiosk *kiosk, const char *given, Err *err)
{
    worker_pack(kiosk->worker, kiosk->synced_pack);
    const char *paths[] = {given, kiosk->synced_pack, kiosk->settings.pack,
                           kiosk->settings.fallback};
    for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++) {
        if (paths[i] == NULL || paths[i][0] == '\0')
            continue;
        Err why = {0};
        Content *content = content_open(paths[i], &why);
        if (content != NULL)
            return content;
        log_error("kiosk.pack", &why);
        err_clear(err);
        if (err != NULL)
            *err = why;
    }
    err_set(err, "pack.missing", "there is no content pack; name one with --pack");
    return NULL;
}

static AppSetup setup_of(Kiosk *kiosk, int width_px, int height_px)
{
    AppSetup setup = {.panel = {.width_px = width_px,
                                .height_px = height_px,
                                .px_per_mm = kiosk->settings.px_per_mm,
                                .mount_bottom_mm = kiosk->settings.mount_bottom_mm},
                      .measure = words_measure,
                      .measure_context = paint_text(kiosk->paint),
                      .staffed = kiosk->settings.staffed,
                      .at_school = kiosk->settings.at_school,
                      .audio = kiosk->settings.audio,
                      .has_pin = kiosk->settings.pin_hash[0] != '\0'};
    return setup;
}

/* Who this kiosk is may be known only after the start: enrolment is another program. */
static void identity_apply(Kiosk *kiosk, AppSetup *setup)
{
    Identity identity = {0};
    kiosk->can_seal = worker_identity(kiosk->worker, &identity);
    if (!kiosk->can_seal)
        return;
    kiosk->seal_key = *keyring_seal_key(&identity.keyring);
    (void)str_copy(str_of(identity.org), setup->org, sizeof setup->org);
    (void)str_copy(str_of(identity.kiosk), setup->place, sizeof setup->place);
}

static bool parts_open(Kiosk *kiosk, const KioskSetup *setup, Err *err)
{
    WorkerSetup worker = {.data_dir = kiosk->settings.data_dir,
                          .pin_hash = kiosk->settings.pin_hash,
                          .flood_max = kiosk->settings.flood_max,
                          .bell = setup->bell,
                          .context = setup->context};
    kiosk->app = sodium_malloc(sizeof *kiosk->app);
    kiosk->ui = sodium_malloc(sizeof *kiosk->ui);
    kiosk->json = sodium_malloc(REQUEST_JSON_BYTES_MAX);
    if (kiosk->app == NULL || kiosk->ui == NULL || kiosk->json == NULL)
        return err_set(err, "memory.full", "no locked memory");
    memset(kiosk->app, 0, sizeof *kiosk->app);
    memset(kiosk->ui, 0, sizeof *kiosk->ui);
    memset(kiosk->json, 0, REQUEST_JSON_BYTES_MAX);
    kiosk->worker = worker_open(&worker, err);
    if (kiosk->worker == NULL)
        return false;
    kiosk->content = content_find(kiosk, setup->pack, err);
    if (kiosk->content == NULL)
        return false;
    kiosk->paint = paint_open(setup->width_px, setup->height_px, kiosk->settings.asset_dir, err);
    return kiosk->paint != NULL;
}

static void view(Kiosk *kiosk)
{
    app_view(kiosk->ui, kiosk->app, kiosk->content);
    kiosk->views++;
    ui_press(kiosk->ui, gesture_pressed(&kiosk->gesture, kiosk->ui));
}

/* Who looks after kiosks from afar does not see the panel: a mounting that puts what must be
 * pressed out of reach is said once at the start, as the screen of colleagues says it. */
static void mount_log(const Panel *panel)
{
    static const char *const events[] = {[STAFF_REACH_GOOD] = NULL,
                                         [STAFF_REACH_NO_SIZE] = NULL,
                                         [STAFF_REACH_NO_MOUNT] = NULL,
                                         [STAFF_REACH_HIGH] = "kiosk.mount-too-high",
                                         [STAFF_REACH_HIGH_CHILD] =
                                             "kiosk.mount-too-high-for-children",
                                         [STAFF_REACH_LOW] = "kiosk.mount-too-low"};
    const char *event = events[staff_reach_of(panel)];
    if (event != NULL)
        log_number(event, "bottom_mm", panel->mount_bottom_mm);
}

Kiosk *kiosk_open(const KioskSetup *setup, Err *err)
{
    Kiosk *kiosk = sodium_init() < 0 ? NULL : sodium_malloc(sizeof *kiosk);
    if (kiosk == NULL) {
        err_set(err, "memory.full", "no locked memory");
        return NULL;
    }
    memset(kiosk, 0, sizeof *kiosk);
    kiosk->settings = *setup->settings;
    watch_start(&kiosk->watch);
    gesture_reset(&kiosk->gesture);
    if (!parts_open(kiosk, setup, err)) {
        kiosk_close(kiosk);
        return NULL;
    }
    if (!paint_is_locked(kiosk->paint))
        log_event("kiosk.pixels-not-locked");
    AppSetup app = setup_of(kiosk, setup->width_px, setup->height_px);
    mount_log(&app.panel);
    identity_apply(kiosk, &app);
    app_init(kiosk->app, &app);
    kiosk_answers(kiosk);
    view(kiosk);
    return kiosk;
}

void kiosk_close(Kiosk *kiosk)
{
    if (kiosk == NULL)
        return;
    worker_close(kiosk->worker);
    paint_close(kiosk->paint);
    content_close(kiosk->next);
    content_close(kiosk->content);
    sodium_free(kiosk->app);
    sodium_free(kiosk->ui);
    sodium_free(kiosk->json);
    sodium_free(kiosk);
}

/* ---- messages -----------------------------------------------------------------------------------
 */

void kiosk_answer(Kiosk *kiosk, Msg msg)
{
    check(kiosk->msg_count < KIOSK_MSGS_MAX);
    kiosk->msgs[kiosk->msg_count++] = msg;
}

static void deliver(Kiosk *kiosk, Msg msg)
{
    Effects effects;
    app_update(kiosk->app, kiosk->content, msg, &effects);
    perform_effects(kiosk, &effects);
}

static Msg tick(const Kiosk *kiosk)
{
    return (Msg){.kind = MSG_TICK,
                 .tick = {.run_ms = watch_run_ms(&kiosk->watch),
                          .utc_s = watch_utc_s(&kiosk->watch),
                          .clock = kiosk->clock}};
}

/* What effects answered at once; answers may answer again, but not for ever. */
static void deliver_answers(Kiosk *kiosk)
{
    for (int i = 0; i < KIOSK_MSGS_MAX && kiosk->msg_count > 0; i++) {
        Msg msg = kiosk->msgs[0];
        kiosk->msg_count--;
        memmove(&kiosk->msgs[0], &kiosk->msgs[1], (size_t)kiosk->msg_count * sizeof msg);
        deliver(kiosk, msg);
    }
}

/* What the visitor sees as one screen: fingers that are down when another one comes must not
 * activate anything on it. */
typedef struct Scene {
    AppPlace place;
    int word;
    AppIdle idle;
} Scene;

static Scene scene_now(const Kiosk *kiosk)
{
    const AppVisitor *visitor = &kiosk->app->visitor;
    return (Scene){*app_place(kiosk->app), visitor->word, visitor->idle};
}

static bool is_elsewhere(const Scene *a, const Scene *b)
{
    return a->place.screen != b->place.screen || a->place.arg != b->place.arg ||
           a->place.page != b->place.page || a->word != b->word || a->idle != b->idle;
}

/* The status may be old when a visit begins; another pack only comes between visits. */
static void after_move(Kiosk *kiosk, ScreenId from)
{
    ScreenId here = app_place(kiosk->app)->screen;
    if (from == SCREEN_WELCOME && here != SCREEN_WELCOME)
        (void)worker_look(kiosk->worker);
    if (kiosk->next == NULL || here != SCREEN_WELCOME || kiosk->app->visitor.touched)
        return;
    Content *old = kiosk->content;
    kiosk->content = kiosk->next;
    kiosk->next = NULL;
    ui_wipe(kiosk->ui);
    deliver(kiosk, (Msg){.kind = MSG_CONTENT});
    content_close(old);
    log_event("kiosk.pack-changed");
}

void kiosk_send(Kiosk *kiosk, Msg msg)
{
    Scene before = scene_now(kiosk);
    deliver(kiosk, tick(kiosk));
    if (msg.kind != MSG_TICK)
        deliver(kiosk, msg);
    deliver_answers(kiosk);
    Scene after = scene_now(kiosk);
    if (is_elsewhere(&before, &after))
        gesture_screen_changed(&kiosk->gesture, watch_run_ms(&kiosk->watch));
    after_move(kiosk, before.place.screen);
    view(kiosk);
}

void kiosk_activate(Kiosk *kiosk, int node)
{
    UiAction action = ui_node(kiosk->ui, node)->box.action;
    kiosk_send(kiosk, (Msg){.kind = MSG_ACT, .act = {action.kind, action.arg}});
}

/* Enrolled, or to another organisation, since the start: begin anew, as nobody is here. */
static void identity_renew(Kiosk *kiosk)
{
    AppSetup setup = kiosk->app->setup;
    setup.org[0] = setup.place[0] = '\0';
    identity_apply(kiosk, &setup);
    bool same = strcmp(setup.org, kiosk->app->setup.org) == 0 &&
                strcmp(setup.place, kiosk->app->setup.place) == 0;
    if (!same && !kiosk->app->visitor.touched)
        app_init(kiosk->app, &setup);
}

/* Sync put another pack in place: have it ready for the next time nobody is here. */
static void pack_renew(Kiosk *kiosk)
{
    char path[WORKER_PACK_BYTES_MAX] = "";
    worker_pack(kiosk->worker, path);
    if (path[0] == '\0' || strcmp(path, kiosk->synced_pack) == 0)
        return;
    memcpy(kiosk->synced_pack, path, sizeof path);
    Err err = {0};
    Content *next = content_open(path, &err);
    if (next == NULL) {
        log_error("kiosk.pack", &err);
        return;
    }
    content_close(kiosk->next);
    kiosk->next = next;
}

void kiosk_answers(Kiosk *kiosk)
{
    WorkerAnswer answer;
    while (worker_take(kiosk->worker, &answer)) {
        if (answer.kind == WORKER_STATUS) {
            identity_renew(kiosk);
            pack_renew(kiosk);
        }
        perform_answer(kiosk, &answer);
        kiosk_send(kiosk, (Msg){.kind = MSG_TICK});
    }
}

void kiosk_renew(Kiosk *kiosk)
{
    (void)worker_look(kiosk->worker);
}

int64_t kiosk_wait_ms(const Kiosk *kiosk)
{
    int64_t wake_ms = app_wake(kiosk->app);
    if (wake_ms == APP_WAKE_NEVER)
        return -1;
    int64_t left_ms = wake_ms - watch_run_ms(&kiosk->watch);
    return left_ms > 0 ? left_ms : 0;
}

int kiosk_show(Kiosk *kiosk, UiRect dirty[UI_DIRTY_MAX])
{
    return paint_screen(kiosk->paint, kiosk->ui, dirty);
}

bool kiosk_take_wiped(Kiosk *kiosk)
{
    bool wiped = kiosk->wiped;
    kiosk->wiped = false;
    return wiped;
}
