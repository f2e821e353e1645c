/* call_number.c - callback d: the number (mock-up 05d). As typed, in any spelling; a number that
 * cannot be called back is refused kindly, at once, and stays to be changed. */
#include "app_call.h"
#include "keyboard.h"
#include "lengths.h"
#include "parts.h"
#include "screens.h"

enum { DUTCH_DIGITS = 10 };

static void field(const View *view)
{
    const AppTyping *typing = &view->app->visitor.typing;
    bool hidden = typing->hidden;

    ui_open(view->ui, (UiBox){.face = FACE_FIELD,
                              .axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .pad = {.end = U_M},
                              .state = STATE_LTR});
    ui_leaf(view->ui, (UiBox){.id = view_id(view, "field"),
                              .role = ROLE_FIELD,
                              .type = TYPE_FIELD_NUMBER,
                              .label = view_text(view, TEXT_NUMBER_FIELD),
                              .value = keyboard_number(view, view->app->visitor.draft.phone),
                              .nowrap = true,
                              .grow = GROW,
                              .state = STATE_PRIVATE | STATE_LTR | STATE_CARET});
    keyboard_field_button(view, "hide", hidden ? "eye" : "eye-off",
                          hidden ? TEXT_KEY_REVEAL : TEXT_KEY_COVER, (UiAction){ACT_KEY_HIDE, 0});
    ui_close(view->ui);
}

/* "Nog 2 cijfers": only where we know how long the number becomes. */
static const char *missing(const View *view)
{
    const char *typed = view->app->visitor.draft.phone;
    int left = DUTCH_DIGITS - app_typing_digits(view->app);
    MessageArg arg = message_number("count", left);

    if (typed[0] == '0' && typed[1] != '0' && left > 0) {
        return view_fill(view, TEXT_NUMBER_LEFT, &arg, 1);
    }
    return view_text(view, TEXT_NUMBER_SHORT);
}

static const char *hint_words(const View *view)
{
    switch (app_typing_phone(view->app)) {
    case PHONE_OK: return view_text(view, TEXT_NUMBER_GOOD);
    case PHONE_EMPTY: return view_text(view, TEXT_NUMBER_EMPTY);
    case PHONE_SHORT: return missing(view);
    case PHONE_LONG: return view_text(view, TEXT_NUMBER_LONG);
    case PHONE_UNREADABLE: return view_text(view, TEXT_NUMBER_STRANGE);
    case PHONE_SERVICE: return view_text(view, TEXT_NUMBER_SERVICE);
    case PHONE_EMERGENCY: return view_text(view, TEXT_NUMBER_EMERGENCY);
    }
    return "";
}

static void hint(const View *view)
{
    bool good = app_typing_phone(view->app) == PHONE_OK;

    ui_open(view->ui, (UiBox){.axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .gap = LENGTH_STEP_GAP,
                              .margin = {.top = LENGTH_HINT_TOP}});
    ui_icon(view->ui, good ? "check" : "info-circle", LENGTH_ICON_HINT, INK_PETROL_STRONG);
    ui_leaf(view->ui, (UiBox){.id = view_id(view, "hint"),
                              .role = ROLE_TEXT,
                              .type = TYPE_BODY_LIST,
                              .label = hint_words(view),
                              .grow = GROW,
                              .state = STATE_LIVE});
    ui_close(view->ui);
}

static TextKey title_of(const View *view)
{
    return view->app->visitor.draft.how == REQUEST_HOW_CALL ? TEXT_NUMBER_TITLE
                                                            : TEXT_NUMBER_TITLE_MESSAGE;
}

static void head(const View *view)
{
    parts_question(view, SCREEN_CALL_NUMBER, view_text(view, title_of(view)), NULL);
}

static void field_and_hint(const View *view)
{
    int side_u = view_is_tall(view) ? U_EDGE_READ : 0;

    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .pad = {side_u, LENGTH_FIELD_TOP, side_u, 0}});
    field(view);
    hint(view);
    ui_close(view->ui);
}

/* Landscape: question, field and Verder at the start, the pad beside them. */
static void wide(const View *view)
{
    bool ready = app_call_can_go_on(view->app);

    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .grow = GROW});
    ui_open(view->ui, (UiBox){.face = FACE_READ,
                              .axis = AXIS_COLUMN,
                              .grow = LENGTH_SHARE_FIELD,
                              .pad = {.bottom = U_L}});
    head(view);
    field_and_hint(view);
    ui_spacer(view->ui);
    parts_next(view, ready);
    ui_close(view->ui);
    parts_action(view, U_L, U_GAP);
    keyboard_pad(view);
    ui_close(view->ui);
    ui_close(view->ui);
}

void call_number_view(const View *view)
{
    if (!view_is_tall(view)) {
        wide(view);
        return;
    }
    parts_body(view);
    parts_read(view);
    head(view);
    ui_close(view->ui);
    field_and_hint(view);
    parts_action(view, LENGTH_TOP_NUMBER, LENGTH_PAD_FOOT);
    keyboard_pad(view);
    parts_next(view, app_call_can_go_on(view->app));
    ui_close(view->ui);
    ui_close(view->ui);
}
