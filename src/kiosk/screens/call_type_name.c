/* call_type_name.c - typing a first name (mock-ups 06b, 06c). */
#include "keyboard.h"
#include "keycap.h"
#include "lengths.h"
#include "parts.h"
#include "screens.h"

static void field(const View *view)
{
    ui_open(
        view->ui,
        (UiBox){.face = FACE_FIELD, .axis = AXIS_ROW, .align = ALIGN_CENTER, .pad = {.end = U_M}});
    ui_leaf(view->ui, (UiBox){.id = view_id(view, "field"),
                              .role = ROLE_FIELD,
                              .type = TYPE_FIELD,
                              .label = view_text(view, TEXT_NAME_FIELD),
                              .value = keyboard_shown(view, view->app->visitor.draft.name),
                              .grow = GROW,
                              .state = STATE_PRIVATE | STATE_CARET});
    if (!keycap_are_all(view) || view->app->visitor.typing.hidden) {
        keyboard_field_clear(view); /* else 30 mm of it would touch the keys: a name is short */
    }
    ui_close(view->ui);
}

static void nameless(const View *view)
{
    ui_leaf(view->ui, (UiBox){.id = view_id(view, "nameless"),
                              .role = ROLE_BUTTON,
                              .face = FACE_BUTTON,
                              .icon = "user-off",
                              .label = view_text(view, TEXT_NAME_NONE),
                              .action = {ACT_CALL_NAMELESS, 0},
                              .min_h = LENGTH_TALK_OTHER_H,
                              .margin = {.top = LENGTH_NAMELESS_TOP}});
}

static void bubble(const View *view)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .gap = LENGTH_GAP_HELP,
                              .margin = {.top = LENGTH_BUBBLE_TOP}});
    ui_picture(view->ui, "stip-soft-rest", LENGTH_BUBBLE_STIP_W, LENGTH_BUBBLE_STIP_H);
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .face = FACE_BUBBLE_SIDE,
                              .type = TYPE_LEAD,
                              .pad = {LENGTH_HELP_CARD_GAP, LENGTH_BUBBLE_PAD, LENGTH_HELP_CARD_GAP,
                                      LENGTH_HELP_CARD_PAD},
                              .label = view_text(view, TEXT_NAME_WHY)});
    ui_spacer(view->ui);
    ui_close(view->ui);
}

/* Beside keys as wide as the panel only a large landscape has room for the row of steps. */
static bool has_steps(const View *view)
{
    return view_is_tall(view) ||
           (view->theme->layout == LAYOUT_LANDSCAPE && view->theme->wish.text == TEXT_SIZE_100);
}

void call_type_name_view(const View *view)
{
    bool small = view->theme->layout == LAYOUT_SMALL;
    int top_u = view_is_tall(view) ? LENGTH_NAME_TOP : LENGTH_NAMELESS_TOP;

    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW});
    if (has_steps(view)) {
        parts_read(view);
        parts_question(view, SCREEN_CALL_NAME, view_text(view, TEXT_NAME_TITLE),
                       view_text(view, TEXT_NAME_TYPE_LEAD));
        ui_close(view->ui);
    }
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN,
                              .gap = small ? U_M : 0, /* else descenders lie on the field */
                              .pad = {parts_edge(view), small ? 0 : top_u, parts_edge(view), 0}});
    if (!has_steps(view) && !keycap_are_all(view)) {
        ui_heading(view->ui, TYPE_H2, view_text(view, TEXT_NAME_TITLE));
    }
    field(view);
    if (view_is_tall(view)) {
        nameless(view);
        bubble(view);
    }
    ui_close(view->ui);
    ui_spacer(view->ui);
    keyboard_letters(view);
    ui_close(view->ui);
}
