/* prep_take.c - the questions of a visitor in a phone: a full-screen QR code that is a visiting
 * card of the support point with the questions as its note (mock-up 04d). Nothing is sent and
 * nothing is looked up: the code itself is the card. */
#include <string.h>

#include "check.h"
#include "keyboard.h"
#include "lengths.h"
#include "parts.h"
#include "prep_parts.h"
#include "screens.h"
#include "vcard.h"

typedef struct Taken {
    const char *card; /* what the code holds */
    int count, shown; /* questions chosen, and those that fit */
} Taken;

/* ---- what the code holds ----------------------------------------------------------------- */

static void add_row(const View *view, VcardMore *more, int row)
{
    Language language = view->app->visitor.language;

    check(more->count < VCARD_NOTES_MAX);
    more->notes[more->count++] =
        (VcardNote){str_of(prep_words_row(view, APP_PREP_ASK, row, language)),
                    str_of(prep_words_row(view, APP_PREP_ASK, row, LANGUAGE_DUTCH))};
}

/* A question in the visitor's own words goes along, but not while typed words are covered: a code
 * can be read from across the room. */
static VcardMore questions_of(const View *view, Str hours)
{
    const AppPrepSaid *said = prep_words_said(view, APP_PREP_ASK);
    VcardMore more = {.title = str_of(view_text(view, TEXT_PREP_TAKE_NOTE)), .last = hours};

    for (int row = 0; row < prep_words_rows(view, APP_PREP_ASK); row++) {
        if ((said->chosen >> row & 1U) != 0) {
            add_row(view, &more, row);
        }
    }
    if (said->own[0] != '\0' && !view->app->visitor.typing.hidden) {
        check(more.count < VCARD_NOTES_MAX);
        more.notes[more.count++] = (VcardNote){.own = str_of(said->own)};
    }
    return more;
}

static Taken taken_of(const View *view)
{
    char memory[VCARD_BYTES_MAX + 1];
    Buf buf = buf_init(memory, sizeof memory);
    MessageArg hours = message_text("hours", str_of(view_hours_short(view)));
    VcardMore more = questions_of(view, str_of(view_fill(view, TEXT_PREP_TAKE_HOURS, &hours, 1)));
    Taken taken = {.count = more.count};

    taken.shown = vcard_full(content_region(view->content), &more, &buf);
    taken.card = ui_format(view->ui, "%s", memory);
    explicit_bzero(memory, sizeof memory);
    return taken;
}

/* ---- what is shown ----------------------------------------------------------------------- */

static const char *said_of(const View *view, const Taken *taken)
{
    MessageArg args[] = {message_number("count", taken->count),
                         message_number("shown", taken->shown)};

    if (taken->count == 0) {
        return view_text(view, TEXT_PREP_TAKE_NONE);
    }
    return view_fill(view, taken->shown < taken->count ? TEXT_PREP_TAKE_SOME : TEXT_PREP_TAKE_ALL,
                     args, 2);
}

static void head(const View *view, const Taken *taken)
{
    bool any = taken->count > 0;
    UiAlign text = view_is_tall(view) ? ALIGN_CENTER : ALIGN_DEFAULT;

    ui_open(view->ui, (UiBox){.face = FACE_READ,
                              .axis = AXIS_COLUMN,
                              .min_h = parts_read_height(view),
                              .pad = {.top = LENGTH_PREP_TAKE_TOP}});
    ui_leaf(view->ui, (UiBox){.role = ROLE_HEADING,
                              .type = TYPE_CHILD_TITLE_BIG,
                              .text = text,
                              .label = view_text(view, any ? TEXT_PREP_TAKE_TITLE
                                                           : TEXT_PREP_TAKE_TITLE_NONE)});
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_CHILD_TEXT_SMALL,
                              .ink = INK_QUIET,
                              .text = text,
                              .label = view_text(view, TEXT_PREP_TAKE_LEAD)});
    ui_close(view->ui);
}

/* Large letters leave less for the code; its modules stay wider than 480 u together. */
static int side_of(const View *view)
{
    ThemeText size = view->theme->wish.text;

    if (size <= TEXT_SIZE_120) {
        return view_is_tall(view) ? U_QR_FULL : LENGTH_PREP_TAKE_QR_WIDE;
    }
    return view_is_tall(view) && size == TEXT_SIZE_175 ? LENGTH_PREP_TAKE_QR_LARGER
                                                       : LENGTH_PREP_TAKE_QR_LARGE;
}

static void code(const View *view, const Taken *taken)
{
    ui_leaf(view->ui, (UiBox){.id = "prep_take.qr",
                              .role = ROLE_IMAGE,
                              .face = FACE_QR,
                              .picture = "qr",
                              .value = taken->card,
                              .w = side_of(view),
                              .h = side_of(view),
                              .pad = {UI_ZERO, UI_ZERO, UI_ZERO, UI_ZERO},
                              .state = STATE_SILENT | STATE_PRIVATE});
}

static void line(const View *view, const char *icon, ThemeHue hue, const char *label)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .gap = U_L,
                              .w = view_is_tall(view) ? LENGTH_PREP_TAKE_LINE_W : 0});
    parts_disc(view, icon, hue, U_BLOB);
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT, .type = TYPE_LEAD, .label = label, .grow = GROW});
    ui_close(view->ui);
}

static void lines(const View *view, const Taken *taken)
{
    MessageArg number = view_phone(view);

    line(view, "address-book", HUE_PETROL, said_of(view, taken));
    line(view, "phone", HUE_CORAL, view_fill(view, TEXT_PREP_TAKE_PHONE, &number, 1));
}

static void done(const View *view)
{
    keyboard_reveal(view);
    ui_leaf(view->ui, (UiBox){.id = "prep_take.done",
                              .role = ROLE_BUTTON,
                              .face = FACE_BUTTON_PRIMARY,
                              .icon = "check",
                              .label = view_text(view, TEXT_PREP_TAKE_DONE),
                              .action = {ACT_START, 0},
                              .min_h = U_FLOW_H,
                              .self = ALIGN_STRETCH});
}

static void tall(const View *view, const Taken *taken)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW});
    head(view, taken);
    ui_open(view->ui, (UiBox){.face = FACE_ACTION,
                              .axis = AXIS_COLUMN,
                              .grow = GROW,
                              .align = ALIGN_CENTER,
                              .justify = ALIGN_EVENLY,
                              .pad = {.top = UI_ZERO}});
    code(view, taken);
    lines(view, taken);
    done(view);
    ui_close(view->ui);
    ui_close(view->ui);
}

static void wide(const View *view, const Taken *taken)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .align = ALIGN_CENTER, .grow = GROW});
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN,
                              .align = ALIGN_CENTER,
                              .justify = ALIGN_CENTER,
                              .pad = {U_EDGE_WIDE, 0, 0, 0}});
    code(view, taken);
    ui_close(view->ui);
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW, .self = ALIGN_STRETCH});
    head(view, taken);
    ui_open(view->ui, (UiBox){.face = FACE_ACTION,
                              .axis = AXIS_COLUMN,
                              .grow = GROW,
                              .gap = U_XL,
                              .pad = {U_EDGE_READ, U_XL, U_EDGE_READ, U_XL}});
    lines(view, taken);
    ui_spacer(view->ui);
    done(view);
    ui_close(view->ui);
    ui_close(view->ui);
    ui_close(view->ui);
}

void prep_take_view(const View *view)
{
    Taken taken = taken_of(view);

    if (view_is_tall(view)) {
        tall(view, &taken);
    } else {
        wide(view, &taken);
    }
}
