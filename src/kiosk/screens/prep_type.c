/* prep_type.c - own words for one part of a talk with school. They stay as they are typed. */
#include "keyboard.h"
#include "lengths.h"
#include "note.h"
#include "parts.h"
#include "prep_words.h"
#include "screens.h"

static const char *typed_of(const View *view)
{
    return prep_words_said(view, app_place(view->app)->arg)->own;
}

static void head(const View *view)
{
    bool dutch = view->app->visitor.language == LANGUAGE_DUTCH;

    parts_read(view);
    ui_heading(view->ui, TYPE_H1, prep_words_title(view, app_place(view->app)->arg));
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_LEAD,
                              .ink = INK_QUIET,
                              .label = view_text(view, dutch ? TEXT_PREP_TYPE_LEAD
                                                             : TEXT_PREP_TYPE_LEAD_FOREIGN),
                              .margin = {.top = LENGTH_LEAD_TOP}});
    ui_close(view->ui);
}

static void field(const View *view)
{
    note_field(view, (NoteField){.label = prep_words_title(view, app_place(view->app)->arg),
                                 .text = typed_of(view),
                                 .points_max = APP_PREP_OWN_POINTS_MAX,
                                 .tall_h_u = LENGTH_PREP_FIELD_H,
                                 .grows = true});
}

/* Empties the field: a sentence one regrets is gone with one tap. */
static void clear(const View *view)
{
    if (view->app->visitor.typing.hidden || typed_of(view)[0] == '\0' || !view_is_tall(view)) {
        return;
    }
    ui_leaf(view->ui, (UiBox){.id = view_id(view, "clear"),
                              .role = ROLE_BUTTON,
                              .face = FACE_LINK,
                              .icon = "eraser",
                              .label = view_text(view, TEXT_KEY_CLEAR),
                              .action = {ACT_KEY_CLEAR, 0}});
}

void prep_type_view(const View *view)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW});
    if (view_is_tall(view) ||
        (view->theme->layout == LAYOUT_LANDSCAPE && view->theme->wish.text == TEXT_SIZE_100)) {
        head(view);
    }
    note_open(view);
    field(view);
    clear(view);
    ui_close(view->ui);
    ui_spacer(view->ui);
    keyboard_letters(view);
    ui_close(view->ui);
}
