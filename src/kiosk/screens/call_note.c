/* call_note.c - something to add, at most 300 signs (mock-up 06a). A number that looks like a
 * burgerservicenummer is pointed out; the visitor decides. */
#include "keyboard.h"
#include "lengths.h"
#include "parts.h"
#include "screens.h"
#include "utf8.h"

static void warning(const View *view)
{
    bool bsn = view->app->visitor.typing.notice == APP_NOTICE_BSN;

    ui_leaf(view->ui, (UiBox){.id = view_id(view, "warning"),
                              .role = ROLE_TEXT,
                              .face = FACE_NOTE,
                              .type = TYPE_BODY_LIST,
                              .hue = bsn ? HUE_CORAL : HUE_SUN,
                              .icon = "alert-triangle",
                              .label = view_text(view, bsn ? TEXT_NOTE_BSN : TEXT_NOTE_WARNING),
                              .state = STATE_LIVE});
}

static void field(const View *view)
{
    bool tall = view_is_tall(view);

    ui_leaf(view->ui, (UiBox){.id = view_id(view, "field"),
                              .role = ROLE_FIELD,
                              .face = FACE_FIELD_NOTE,
                              .label = view_text(view, TEXT_NOTE_TITLE),
                              .value = keyboard_shown(view, view->app->visitor.draft.note),
                              .h = tall ? U_NOTE_FIELD_H : LENGTH_NOTE_WIDE_H,
                              .margin = {.top = LENGTH_NAMELESS_TOP},
                              .state = STATE_PRIVATE | STATE_CARET});
}

static void count(const View *view)
{
    int typed = (int)utf8_count(str_of(view->app->visitor.draft.note));

    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_NOTE,
                              .ink = INK_QUIET,
                              .text = ALIGN_END,
                              .label = view_fill(
                                  view, TEXT_NOTE_COUNT,
                                  (MessageArg[]){message_number("count", typed),
                                                 message_number("max", REQUEST_NOTE_POINTS_MAX)},
                                  2),
                              .margin = {.top = LENGTH_NOTE_COUNT_TOP}});
}

void call_note_view(const View *view)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW});
    if (view_is_tall(view)) {
        parts_read(view);
        parts_title(view, TEXT_NOTE_TITLE, view_text(view, TEXT_NOTE_LEAD));
        ui_close(view->ui);
    }
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN,
                              .pad = {parts_edge(view), LENGTH_NOTE_TOP, parts_edge(view), 0}});
    warning(view);
    field(view);
    count(view);
    keyboard_reveal(view);
    ui_close(view->ui);
    ui_spacer(view->ui);
    keyboard_letters(view);
    ui_close(view->ui);
}
