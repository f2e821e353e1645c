/* staff_pin.c - the PIN of colleagues (mock-up 17a). Digits stand in fixed places, so that a hand
 * finds them without eyes; what was typed is only ever shown as dots, and never spoken. */
#include "parts.h"
#include "screens.h"
#include "staff.h"

enum { MINUTE_S = 60, COLUMNS = 3, LAST_ROW = 9 };

static int minutes(int seconds)
{
    return (seconds + MINUTE_S - 1) / MINUTE_S;
}

static const char *lead(const View *view)
{
    const AppStaff *staff = &view->app->visitor.staff;
    int wait_s = app_staff_wait_s(view->app);
    MessageArg args[] = {message_number("count", staff->lock.tries),
                         message_number("minutes", minutes(staff->lock.after_s))};

    if (staff->is_checking || !staff->has_lock) {
        return view_text(view, TEXT_STAFF_PIN_CHECKING);
    }
    if (wait_s > 0) {
        args[1].number = minutes(wait_s);
        return view_fill(view, TEXT_STAFF_PIN_WAIT, args, 2);
    }
    return view_fill(view, staff->was_wrong ? TEXT_STAFF_PIN_WRONG : TEXT_STAFF_PIN_TRIES, args, 2);
}

static void words(const View *view)
{
    parts_disc(view, "lock", HUE_PETROL, STAFF_PIN_LOCK);
    ui_leaf(view->ui, (UiBox){.role = ROLE_HEADING,
                              .type = TYPE_H1_TOPIC,
                              .text = ALIGN_CENTER,
                              .label = view_text(view, TEXT_STAFF_PIN_TITLE),
                              .min_w = view_is_tall(view) ? STAFF_PIN_TITLE_W : 0,
                              .margin = {.top = STAFF_PIN_TITLE_TOP}});
    ui_leaf(view->ui, (UiBox){.id = view_id(view, "lead"),
                              .role = ROLE_TEXT,
                              .type = TYPE_BODY,
                              .text = ALIGN_CENTER,
                              .label = lead(view),
                              .max_w = STAFF_PIN_WORDS_W,
                              .margin = {.top = STAFF_PIN_LEAD_TOP},
                              .state = STATE_LIVE});
}

static void dots(const View *view)
{
    int typed = app_staff_digits(view->app);
    MessageArg args[] = {message_number("count", typed),
                         message_number("all", APP_STAFF_PIN_DIGITS)};

    ui_open(view->ui, (UiBox){.id = view_id(view, "dots"),
                              .role = ROLE_FIELD,
                              .label = view_fill(view, TEXT_STAFF_PIN_DOTS, args, 2),
                              .axis = AXIS_ROW,
                              .justify = ALIGN_CENTER,
                              .gap = STAFF_PIN_DOT_GAP,
                              .margin = {.top = STAFF_PIN_DOTS_TOP},
                              .state = STATE_LTR | STATE_CARET});
    for (int i = 0; i < APP_STAFF_PIN_DIGITS; i++) {
        ui_leaf(view->ui, (UiBox){.face = i < typed ? FACE_MARK : FACE_RADIO,
                                  .w = STAFF_PIN_DOT,
                                  .h = STAFF_PIN_DOT,
                                  .state = STATE_SILENT});
    }
    ui_close(view->ui);
}

/* ---- the pad ----------------------------------------------------------------------------- */

static unsigned asleep(const View *view)
{
    const AppStaff *staff = &view->app->visitor.staff;

    return staff->is_checking || app_staff_wait_s(view->app) > 0 ? (unsigned)STATE_DISABLED : 0U;
}

static void digit(const View *view, int value)
{
    ui_leaf(view->ui, (UiBox){.id = view_id_of(view, "key", value),
                              .role = ROLE_KEY,
                              .face = FACE_PAD,
                              .type = TYPE_LETTER,
                              .label = ui_format(view->ui, "%d", value),
                              .action = {ACT_STAFF_DIGIT, value},
                              .state = STATE_LTR | asleep(view)});
}

/* A key with only an icon: its words are spoken. */
static void icon_key(const View *view, UiBox box)
{
    box.role = ROLE_KEY;
    box.axis = AXIS_LAYER;
    const char *icon = box.icon;
    box.icon = NULL;
    ui_open(view->ui, box);
    ui_leaf(view->ui, (UiBox){.role = ROLE_IMAGE,
                              .icon = icon,
                              .icon_size = U_ICON_PAD,
                              .w = U_ICON_PAD,
                              .h = U_ICON_PAD,
                              .self = ALIGN_CENTER,
                              .self_y = ALIGN_CENTER,
                              .ink = box.ink,
                              .state = STATE_SILENT});
    ui_close(view->ui);
}

static void last_row(const View *view)
{
    bool ready = app_staff_is_ready(view->app);

    icon_key(view, (UiBox){.id = view_id(view, "erase"),
                           .face = FACE_PAD_QUIET,
                           .icon = "backspace",
                           .ink = INK_TEXT,
                           .label = view_text(view, TEXT_STAFF_PIN_ERASE),
                           .action = {ACT_STAFF_ERASE, 0},
                           .state = STATE_LTR | asleep(view)});
    digit(view, 0);
    icon_key(view, (UiBox){.id = view_id(view, "enter"),
                           .face = FACE_BUTTON_PRIMARY,
                           .icon = "check",
                           .ink = ready ? INK_ON_PETROL : INK_DISABLED,
                           .label = view_text(view, TEXT_STAFF_PIN_ENTER),
                           .action = {ACT_STAFF_ENTER, 0},
                           .state = ready ? 0U : (unsigned)STATE_DISABLED});
}

static void pad(const View *view, UiBox box)
{
    box.axis = AXIS_GRID;
    box.columns = COLUMNS;
    box.gap = U_GAP;
    box.state = STATE_LTR;
    ui_open(view->ui, box);
    for (int i = 1; i <= LAST_ROW; i++) {
        digit(view, i);
    }
    last_row(view);
    ui_close(view->ui);
}

static void tall(const View *view)
{
    enum { ROWS = 4 };

    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN,
                              .align = ALIGN_CENTER,
                              .grow = GROW,
                              .pad = {.top = STAFF_PIN_LOCK_TOP, .bottom = U_EDGE_BAR}});
    words(view);
    dots(view);
    pad(view, (UiBox){.w = COLUMNS * U_PIN_KEY_W + (COLUMNS - 1) * U_GAP,
                      .h = ROWS * U_PIN_KEY_H + (ROWS - 1) * U_GAP,
                      .margin = {.top = STAFF_PIN_PAD_TOP}});
    ui_close(view->ui);
}

/* Landscape: the words beside the pad. */
static void wide(const View *view)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW,
                              .grow = GROW,
                              .pad = {U_EDGE_WIDE, U_TOP_WIDE, U_EDGE_WIDE, U_FOOT_WIDE}});
    ui_open(
        view->ui,
        (UiBox){.axis = AXIS_COLUMN, .align = ALIGN_CENTER, .justify = ALIGN_CENTER, .grow = GROW});
    words(view);
    dots(view);
    ui_close(view->ui);
    pad(view, (UiBox){.w = COLUMNS * STAFF_PIN_WIDE_KEY_W + (COLUMNS - 1) * U_GAP});
    ui_close(view->ui);
}

void staff_pin_view(const View *view)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW});
    staff_head(view, view_text(view, TEXT_STAFF_WHO), STAFF_GOOD, NULL);
    if (view_is_tall(view)) {
        tall(view);
    } else {
        wide(view);
    }
    ui_close(view->ui);
}
