/* app_staff.c - see app_staff.h. */
#include "app_staff.h"

#include <string.h>

#include "app.h"
#include "app_effects.h"
#include "app_nav.h"

enum { MS_PER_S = 1000, MINUTE_S = 60, CELL_BITS = 64 };

/* One step of the ruler: half a percent, less than half a millimetre of a card. */
static const double RULER_STEP = 1.005;
/* What counts while nobody measured (theme.h). */
static const double PX_PER_MM_UNKNOWN = 2.71;
/* A card that is drawn wider than this part of the panel cannot be read off any more. */
static const double CARD_WIDEST = 0.9;

static AppStaff *staff_of(App *app)
{
    return &app->visitor.staff;
}

static ScreenId screen_of(const App *app)
{
    return app_place(app)->screen;
}

static bool is_staff_screen(ScreenId screen)
{
    return screen >= SCREEN_STAFF_PIN && screen <= SCREEN_STAFF_REACH;
}

/* Sheets and help opened from a staff screen still belong to it. */
static bool is_staff_area(const App *app)
{
    const AppVisitor *visitor = &app->visitor;
    int at = visitor->depth;

    while (at > 0 && (visitor->history[at].screen == SCREEN_LANGUAGE ||
                      visitor->history[at].screen == SCREEN_DISPLAY ||
                      visitor->history[at].screen == SCREEN_HELP)) {
        at--;
    }
    return is_staff_screen(visitor->history[at].screen);
}

/* ---- the PIN ----------------------------------------------------------------------------- */

int app_staff_wait_s(const App *app)
{
    const AppStaff *staff = &app->visitor.staff;
    int64_t gone_s = (app->now.run_ms - staff->lock_ms) / MS_PER_S;
    int64_t left_s = staff->lock.wait_s - gone_s;

    return staff->has_lock && left_s > 0 ? (int)left_s : 0;
}

int app_staff_digits(const App *app)
{
    return (int)strnlen(app->visitor.staff.pin, APP_STAFF_PIN_DIGITS);
}

bool app_staff_is_ready(const App *app)
{
    const AppStaff *staff = &app->visitor.staff;

    return app_staff_digits(app) == APP_STAFF_PIN_DIGITS && staff->has_lock &&
           !staff->is_checking && app_staff_wait_s(app) == 0;
}

static void add_digit(App *app, int digit)
{
    AppStaff *staff = staff_of(app);
    int count = app_staff_digits(app);

    if (staff->is_checking || app_staff_wait_s(app) > 0 || digit < 0 || digit > 9) {
        return;
    }
    staff->was_wrong = false;
    if (count < APP_STAFF_PIN_DIGITS) {
        staff->pin[count] = (char)('0' + digit);
    }
}

static void take_digit(App *app)
{
    AppStaff *staff = staff_of(app);
    int count = app_staff_digits(app);

    if (!staff->is_checking && count > 0) {
        staff->pin[count - 1] = '\0';
    }
}

static void hand_in(App *app, Effects *effects)
{
    if (app_staff_is_ready(app)) {
        staff_of(app)->is_checking = true;
        app_effects_add(effects, EFFECT_PIN, 1);
    }
}

bool app_staff_point(App *app, uint32_t point)
{
    if (screen_of(app) != SCREEN_STAFF_PIN) {
        return false;
    }
    if (point >= '0' && point <= '9') {
        add_digit(app, (int)(point - '0'));
    }
    return true;
}

void app_staff_pin(App *app, const MsgPin *pin)
{
    AppStaff *staff = staff_of(app);

    if (screen_of(app) != SCREEN_STAFF_PIN) {
        return;
    }
    staff->lock = *pin;
    staff->lock_ms = app->now.run_ms;
    staff->has_lock = true;
    if (!pin->was_checked || !staff->is_checking) {
        return;
    }
    staff->is_checking = false;
    explicit_bzero(staff->pin, sizeof staff->pin);
    staff->was_wrong = !pin->right;
    if (pin->right) {
        staff->is_in = true;
        app_nav_replace(app, (AppPlace){.screen = SCREEN_STAFF});
    }
}

void app_staff_facts(App *app, const MsgStaff *facts)
{
    AppStaff *staff = staff_of(app);

    if (staff->is_in) {
        staff->facts = *facts;
        staff->has_facts = true;
    }
}

/* ---- tests ------------------------------------------------------------------------------- */

bool app_staff_cell(const App *app, int cell)
{
    const AppStaff *staff = &app->visitor.staff;

    return cell >= 0 && cell < APP_STAFF_CELLS_MAX &&
           (staff->cells[cell / CELL_BITS] >> (cell % CELL_BITS) & 1U) != 0;
}

static void touch_cell(App *app, int cell)
{
    if (cell >= 0 && cell < APP_STAFF_CELLS_MAX) {
        staff_of(app)->cells[cell / CELL_BITS] |= UINT64_C(1) << (cell % CELL_BITS);
    }
}

static double scaled(const App *app, int steps)
{
    double set = app->setup.panel.px_per_mm;
    double value = set > 0 ? set : PX_PER_MM_UNKNOWN;

    for (int i = 0; i < steps; i++) {
        value *= RULER_STEP;
    }
    for (int i = 0; i > steps; i--) {
        value /= RULER_STEP;
    }
    return value;
}

double app_staff_px_per_mm(const App *app)
{
    return scaled(app, app->visitor.staff.ruler);
}

static void turn_ruler(App *app, int steps)
{
    int ruler = staff_of(app)->ruler + steps;
    double wide_px = scaled(app, ruler) * APP_STAFF_CARD_UM / MS_PER_S;
    double high_px = scaled(app, ruler) * APP_STAFF_CARD_HIGH_UM / MS_PER_S;

    if (ruler >= -APP_STAFF_RULER_MAX && ruler <= APP_STAFF_RULER_MAX &&
        (steps < 0 || (wide_px <= app->setup.panel.width_px * CARD_WIDEST &&
                       high_px <= app->setup.panel.height_px / 2))) {
        staff_of(app)->ruler = ruler;
    }
}

/* ---- in and out -------------------------------------------------------------------------- */

void app_staff_act(App *app, MsgAct act, Effects *effects)
{
    switch (act.kind) {
    case ACT_STAFF: app_nav_screen(app, SCREEN_STAFF_PIN); break;
    case ACT_STAFF_DIGIT: add_digit(app, act.arg); break;
    case ACT_STAFF_ERASE: take_digit(app); break;
    case ACT_STAFF_ENTER: hand_in(app, effects); break;
    case ACT_STAFF_CELL: touch_cell(app, act.arg); break;
    case ACT_STAFF_AGAIN: memset(staff_of(app)->cells, 0, sizeof staff_of(app)->cells); break;
    case ACT_STAFF_RULER: turn_ruler(app, act.arg); break;
    }
}

void app_staff_veil(App *app)
{
    explicit_bzero(staff_of(app), sizeof *staff_of(app));
}

/* Ask the shell for what an arrival at this screen needs. */
static void ask(App *app, Effects *effects)
{
    AppStaff *staff = staff_of(app);
    bool is_new = staff->seen != (int)screen_of(app);
    int64_t old_ms = app->now.run_ms - staff->facts_ms;

    staff->seen = (int)screen_of(app);
    if (staff->seen == SCREEN_STAFF_PIN && is_new) {
        app_effects_add(effects, EFFECT_PIN, 0);
    }
    if (staff->seen == SCREEN_STAFF && (is_new || old_ms >= APP_STAFF_RENEW_S * MS_PER_S)) {
        staff->facts_ms = app->now.run_ms;
        app_effects_add(effects, EFFECT_STAFF, 0);
    }
}

void app_staff_guard(App *app, Effects *effects)
{
    if (!is_staff_area(app)) {
        app_staff_veil(app);
        return;
    }
    if (is_staff_screen(screen_of(app)) && !app->setup.has_pin) {
        app_nav_start(app);
        app_staff_veil(app);
        return;
    }
    if (is_staff_screen(screen_of(app)) && screen_of(app) != SCREEN_STAFF_PIN &&
        !staff_of(app)->is_in) {
        app_nav_replace(app, (AppPlace){.screen = SCREEN_STAFF_PIN});
    }
    if (screen_of(app) != SCREEN_STAFF_PIN) {
        staff_of(app)->is_checking = false;
        explicit_bzero(staff_of(app)->pin, sizeof staff_of(app)->pin);
    }
    ask(app, effects);
}

int64_t app_staff_wake(const App *app)
{
    const AppStaff *staff = &app->visitor.staff;
    int wait_s = app_staff_wait_s(app);

    if (screen_of(app) == SCREEN_STAFF_PIN && wait_s > 0) {
        int64_t end_ms = staff->lock_ms + (int64_t)staff->lock.wait_s * MS_PER_S;
        return end_ms - (int64_t)((wait_s - 1) / MINUTE_S) * MINUTE_S * MS_PER_S;
    }
    if (screen_of(app) == SCREEN_STAFF) {
        return staff->facts_ms + APP_STAFF_RENEW_S * MS_PER_S;
    }
    return APP_WAKE_NEVER;
}
