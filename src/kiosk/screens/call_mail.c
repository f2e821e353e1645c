/* call_mail.c - callback d, for e-mail: the address (in the language of mock-up 06c). */
#include "app_call.h"
#include "keyboard.h"
#include "keycap.h"
#include "lengths.h"
#include "parts.h"
#include "screens.h"

static void field(const View *view, int grow)
{
    ui_open(view->ui, (UiBox){.face = FACE_FIELD,
                              .axis = AXIS_ROW,
                              .grow = grow,
                              .align = ALIGN_CENTER,
                              .pad = {.end = U_M},
                              .state = STATE_LTR});
    ui_leaf(view->ui, (UiBox){.id = view_id(view, "field"),
                              .role = ROLE_FIELD,
                              .type = TYPE_FIELD_NOTE,
                              .label = view_text(view, TEXT_MAIL_FIELD),
                              .value = keyboard_shown(view, view->app->visitor.draft.mail),
                              .grow = GROW,
                              .state = STATE_PRIVATE | STATE_LTR | STATE_CARET});
    keyboard_field_clear(view);
    ui_close(view->ui);
}

static void hint(const View *view, UiBox box)
{
    bool ready = app_call_can_go_on(view->app);
    bool asked = view->app->visitor.typing.notice != APP_NOTICE_NONE;
    TextKey words = ready ? TEXT_MAIL_GOOD : asked ? TEXT_MAIL_NOTICE : TEXT_MAIL_HINT;

    box.axis = AXIS_ROW;
    box.align = ALIGN_CENTER;
    box.gap = LENGTH_STEP_GAP;
    ui_open(view->ui, box);
    ui_icon(view->ui, ready ? "check" : "info-circle", LENGTH_ICON_HINT, INK_PETROL_STRONG);
    ui_leaf(view->ui, (UiBox){.id = view_id(view, "hint"),
                              .role = ROLE_TEXT,
                              .type = TYPE_BODY_LIST,
                              .label = view_text(view, words),
                              .grow = GROW,
                              .state = STATE_LIVE});
    ui_close(view->ui);
}

static void question(const View *view)
{
    if (!view_is_tall(view) && !keycap_are_all(view)) {
        parts_question_row(view, SCREEN_CALL_MAIL, view_text(view, TEXT_MAIL_TITLE));
    }
}

/* The keys of a small panel leave no room for a line under the field. */
static void beside(const View *view)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .gap = U_GAP});
    field(view, LENGTH_SHARE_FIELD);
    hint(view, (UiBox){.grow = GROW});
    ui_close(view->ui);
}

static void under(const View *view)
{
    field(view, 0);
    hint(view, (UiBox){.margin = {.top = LENGTH_HINT_TOP}});
}

/* On a small panel the room round the exit is above the title already; its descenders need the
 * room under it. */
static int top_of(const View *view)
{
    if (view->theme->layout == LAYOUT_SMALL) {
        return 0;
    }
    return view_is_tall(view) ? LENGTH_FIELD_TOP : LENGTH_NAMELESS_TOP;
}

void call_mail_view(const View *view)
{
    int foot_u = view_is_tall(view) ? U_L : 0;
    int gap_u = view_is_tall(view) ? 0 : U_M;

    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW});
    if (view_is_tall(view)) {
        parts_read(view);
        parts_question(view, SCREEN_CALL_MAIL, view_text(view, TEXT_MAIL_TITLE), NULL);
        ui_close(view->ui);
    }
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN,
                              .gap = gap_u,
                              .pad = {parts_edge(view), top_of(view), parts_edge(view), foot_u}});
    question(view);
    if (view->theme->layout == LAYOUT_SMALL) {
        beside(view);
    } else {
        under(view);
    }
    ui_close(view->ui);
    ui_spacer(view->ui);
    keyboard_letters(view);
    ui_close(view->ui);
}
