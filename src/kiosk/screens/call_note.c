/* call_note.c - something to add, at most 300 signs (mock-up 06a). A number that looks like a
 * burgerservicenummer is pointed out; the visitor decides. */
#include "keyboard.h"
#include "note.h"
#include "parts.h"
#include "screens.h"

static void field(const View *view)
{
    note_field(view, (NoteField){.label = view_text(view, TEXT_NOTE_TITLE),
                                 .text = view->app->visitor.draft.note,
                                 .points_max = REQUEST_NOTE_POINTS_MAX,
                                 .tall_h_u = U_NOTE_FIELD_H});
}

void call_note_view(const View *view)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW});
    if (view_is_tall(view)) {
        parts_read(view);
        parts_title(view, TEXT_NOTE_TITLE, view_text(view, TEXT_NOTE_LEAD));
        ui_close(view->ui);
    }
    note_open(view);
    note_warning(view, TEXT_NOTE_WARNING, view->app->visitor.draft.note);
    field(view);
    ui_close(view->ui);
    ui_spacer(view->ui);
    keyboard_letters(view);
    ui_close(view->ui);
}
