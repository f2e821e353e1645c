/* note.c - see note.h. */
#include "note.h"

#include "keyboard.h"
#include "lengths.h"
#include "parts.h"
#include "utf8.h"

/* From LONG_POINTS on own words are written smaller, so that all of them stay in sight. */
enum { LONG_POINTS = 90 };

static bool is_small(const View *view)
{
    return view->theme->layout == LAYOUT_SMALL;
}

bool note_is_long(const char *text)
{
    return utf8_count(str_of(text)) > LONG_POINTS;
}

bool note_is_tight(const View *view, const char *text)
{
    bool largest = view->theme->wish.text == TEXT_SIZE_175;

    if (is_small(view) && largest) {
        return text[0] != '\0';
    }
    return (is_small(view) || largest) && note_is_long(text);
}

void note_open(const View *view)
{
    int small_u =
        view->app->visitor.typing.hidden ? U_TOP_WIDE : U_S; /* a button needs its place */
    int top_u = is_small(view) ? small_u : LENGTH_NOTE_TOP;

    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN,
                              .gap = is_small(view) ? U_GAP_BAR : 0,
                              .pad = {parts_edge(view), top_u, parts_edge(view), 0}});
}

void note_warning(const View *view, TextKey text, const char *typed)
{
    bool bsn = view->app->visitor.typing.notice == APP_NOTICE_BSN;

    if (note_is_tight(view, typed) && !bsn) {
        return;
    }
    ui_leaf(view->ui, (UiBox){.id = view_id(view, "warning"),
                              .role = ROLE_TEXT,
                              .face = FACE_NOTE,
                              .type = TYPE_BODY_LIST,
                              .hue = bsn ? HUE_CORAL : HUE_SUN,
                              .icon = "alert-triangle",
                              .label = view_text(view, bsn ? TEXT_NOTE_BSN : text),
                              .state = STATE_LIVE});
}

/* ---- the field and its count ------------------------------------------------------------- */

static const char *count_words(const View *view, const NoteField *note)
{
    MessageArg args[] = {message_number("count", (int)utf8_count(str_of(note->text))),
                         message_number("max", note->points_max)};

    return view_fill(view, TEXT_NOTE_COUNT, args, 2);
}

static ThemeType type_of(const View *view, const NoteField *note)
{
    bool steps_down = note->steps_down || !view_is_tall(view);

    return steps_down && note_is_long(note->text) ? TYPE_MIN : TYPE_DEFAULT;
}

static UiBox field_of(const View *view, const NoteField *note)
{
    return (UiBox){.id = view_id(view, "field"),
                   .role = ROLE_FIELD,
                   .face = FACE_FIELD_NOTE,
                   .type = type_of(view, note),
                   .label = note->label,
                   .value = keyboard_shown(view, note->text),
                   .state = STATE_PRIVATE | STATE_CARET};
}

static UiBox count_of(const View *view, const NoteField *note)
{
    return (UiBox){.role = ROLE_TEXT,
                   .type = TYPE_NOTE,
                   .ink = INK_QUIET,
                   .text = ALIGN_END,
                   .label = count_words(view, note)};
}

/* Each line that stands above the keys of a small panel takes one from the words. Covered words
 * are no use to count: what uncovers them stands there. */
static void beside(const View *view, const NoteField *note)
{
    UiBox field = field_of(view, note), count = count_of(view, note);
    bool hidden = view->app->visitor.typing.hidden && note->text[0] != '\0';

    field.grow = GROW;
    field.min_h = U_5XL;
    field.pad = (UiEdges){U_L, LENGTH_NOTE_SMALL_PAD, U_L, LENGTH_NOTE_SMALL_PAD};
    field.type = field.type == TYPE_DEFAULT ? TYPE_LEAD : field.type;
    count.nowrap = true;
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .align = ALIGN_END, .gap = U_GAP});
    ui_leaf(view->ui, field);
    if (hidden) {
        keyboard_field_button(view, "reveal", "eye", TEXT_KEY_REVEAL, (UiAction){ACT_KEY_HIDE, 0});
    } else {
        ui_leaf(view->ui, count);
    }
    ui_close(view->ui);
}

static void under(const View *view, const NoteField *note)
{
    UiBox field = field_of(view, note), count = count_of(view, note);
    int wide_u = note->wide_h_u > 0 ? note->wide_h_u : LENGTH_NOTE_WIDE_H;
    int height_u = view_is_tall(view) ? note->tall_h_u : wide_u;
    bool grows = note->grows || !view_is_tall(view);

    field.h = grows ? 0 : height_u;
    field.min_h = grows ? height_u : 0;
    field.margin.top = note->grows ? 0 : LENGTH_NAMELESS_TOP;
    count.margin.top = LENGTH_NOTE_COUNT_TOP;
    ui_leaf(view->ui, field);
    ui_leaf(view->ui, count);
    keyboard_reveal(view);
}

void note_field(const View *view, NoteField note)
{
    if (is_small(view)) {
        beside(view, &note);
    } else {
        under(view, &note);
    }
}
