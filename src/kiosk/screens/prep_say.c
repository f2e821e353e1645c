/* prep_say.c - the sentences of one part of a talk with school, to be tapped; own words beside
 * them; and for what was agreed, when. Part number = AppPlace.arg. */
#include "keyboard.h"
#include "lengths.h"
#include "parts.h"
#include "prep_parts.h"
#include "screens.h"

/* Sentences on a page: what fits in one column, or in two of a wide screen. */
enum { COLUMNS_WIDE = 2, ROWS_ALL = 10, ROWS_SMALL = 6, ROWS_LARGE = 5, ROWS_LARGER = 4 };
enum { ROWS_WIDE_LARGE = 6, ROWS_WIDE_LARGER = 4 };

typedef struct Pages {
    int rows;      /* sentences on a page */
    int sentences; /* pages of sentences */
    int count;     /* with the page of moments */
    int now;
} Pages;

static int part_of(const View *view)
{
    return app_place(view->app)->arg;
}

static int rows_drawn(const View *view)
{
    bool tall = view_is_tall(view);

    switch (view->theme->wish.text) {
    case TEXT_SIZE_145: return tall ? ROWS_LARGE : ROWS_WIDE_LARGE;
    case TEXT_SIZE_175: return tall ? ROWS_LARGER : ROWS_WIDE_LARGER;
    case TEXT_SIZE_100:
    case TEXT_SIZE_120:
    case TEXT_SIZE_COUNT: break;
    }
    return view->theme->layout == LAYOUT_SMALL ? ROWS_SMALL : ROWS_ALL;
}

static int rows_on_page(const View *view)
{
    int line = view_is_tall(view) ? 1 : COLUMNS_WIDE;

    return view_room(view, (ViewRoom){rows_drawn(view), line, line});
}

/* Pages about as full as each other, in whole lines. */
static int evened(int rows, int columns)
{
    return (rows + columns - 1) / columns * columns;
}

/* A size of letters chosen on a later page may have left that page empty. */
static Pages pages_of(const View *view)
{
    int all = prep_words_rows(view, part_of(view));
    int sentences = (all + rows_on_page(view) - 1) / rows_on_page(view);
    int rows = evened((all + sentences - 1) / sentences, view_is_tall(view) ? 1 : COLUMNS_WIDE);
    int count = sentences + (app_prep_has_when(part_of(view)) ? 1 : 0);
    int now = app_place(view->app)->page;

    return (Pages){rows, sentences, count, now < count ? now : count - 1};
}

/* ---- what is shown ----------------------------------------------------------------------- */

static void head(const View *view, bool when)
{
    const PrepWordsPart *words = prep_words_part(part_of(view));

    ui_open(view->ui, (UiBox){.face = FACE_READ,
                              .min_h = parts_read_height(view),
                              .axis = view_is_tall(view) ? AXIS_ROW : AXIS_COLUMN,
                              .align = view_is_tall(view) ? ALIGN_CENTER : ALIGN_START,
                              .grow = view_is_tall(view) ? 0 : LENGTH_SHARE_SIDE,
                              .gap = LENGTH_HEAD_GAP});
    parts_blob(view, when ? "clock" : words->icon, words->hue, U_BLOB_TOPIC);
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = view_is_tall(view) ? GROW : 0});
    ui_heading(view->ui, TYPE_H1,
               when ? view_text(view, TEXT_PREP_SAY_WHEN) : prep_words_title(view, part_of(view)));
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_LEAD,
                              .ink = INK_QUIET,
                              .label = view_text(view, when || part_of(view) == APP_PREP_AGAIN
                                                           ? TEXT_PREP_SAY_WHEN_LEAD
                                                           : TEXT_PREP_SAY_LEAD)});
    ui_close(view->ui);
    parts_side_picture(view, when ? "s3-plan" : "gesprek");
    ui_close(view->ui);
}

typedef struct Row {
    const char *id;
    const char *words, *lang;
    UiAction action;
    bool chosen;
} Row;

static void row(const View *view, Row item)
{
    ui_open(view->ui, (UiBox){.id = item.id,
                              .role = ROLE_CHOICE,
                              .face = FACE_OPTION,
                              .axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .min_h = LENGTH_PREP_SAY_H,
                              .action = item.action,
                              .state = item.chosen ? STATE_SELECTED : 0});
    parts_mark(view, item.chosen, LENGTH_PREP_MARK);
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_OPTION,
                              .label = item.words,
                              .lang = item.lang,
                              .grow = GROW});
    ui_close(view->ui);
}

static const char *row_id(const View *view, int part, int which)
{
    const List *list = content_list(view->content, str_of(app_prep_list(part)));

    return view_id(view, view_str(list->items[which].id));
}

static void sentence(const View *view, int which)
{
    int part = part_of(view);
    Language language = view->app->visitor.language;

    row(view, (Row){row_id(view, part, which),
                    prep_words_row(view, part, which, language),
                    prep_words_row_lang(view, part, which, language),
                    {ACT_PREP_SAY, which},
                    (prep_words_said(view, part)->chosen >> which & 1U) != 0});
}

static void moment(const View *view, int which)
{
    Language language = view->app->visitor.language;

    row(view, (Row){row_id(view, APP_PREP_AGAIN, which),
                    prep_words_row(view, APP_PREP_AGAIN, which, language),
                    prep_words_row_lang(view, APP_PREP_AGAIN, which, language),
                    {ACT_PREP_WHEN, which},
                    prep_words_said(view, part_of(view))->when == which + 1});
}

static void grid_open(const View *view)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_GRID,
                              .columns = view_is_tall(view) ? 1 : COLUMNS_WIDE,
                              .gap = LENGTH_PREP_SAY_GAP});
}

static void sentences(const View *view, const Pages *pages)
{
    int count = prep_words_rows(view, part_of(view));
    int first = pages->now * pages->rows;

    grid_open(view);
    for (int i = first; i < count && i < first + pages->rows; i++) {
        sentence(view, i);
    }
    ui_close(view->ui);
}

static void moments(const View *view)
{
    grid_open(view);
    for (int i = 0; i < prep_words_rows(view, APP_PREP_AGAIN); i++) {
        moment(view, i);
    }
    ui_close(view->ui);
}

/* ---- own words --------------------------------------------------------------------------- */

/* Typed words stand in the node as the pointer they are; the button is spoken by its own words. */
static void own(const View *view)
{
    const char *typed = prep_words_said(view, part_of(view))->own;
    bool empty = typed[0] == '\0';

    ui_open(view->ui,
            (UiBox){.id = view_id(view, "own"),
                    .role = ROLE_BUTTON,
                    .face = FACE_OPTION,
                    .axis = AXIS_ROW,
                    .align = ALIGN_CENTER,
                    .min_h = LENGTH_PREP_SAY_H,
                    .label = view_text(view, empty ? TEXT_PREP_SAY_OWN : TEXT_PREP_SAY_CHANGE),
                    .action = {ACT_PREP_WRITE, part_of(view)},
                    .state = empty ? 0 : STATE_SELECTED});
    ui_icon(view->ui, "pencil", LENGTH_PREP_MARK, INK_PETROL_STRONG);
    ui_leaf(view->ui, (UiBox){.id = view_id(view, "typed"),
                              .role = ROLE_TEXT,
                              .type = TYPE_OPTION,
                              .label = empty ? view_text(view, TEXT_PREP_SAY_OWN)
                                             : prep_parts_typed(view, typed),
                              .grow = GROW,
                              .state = empty ? STATE_SILENT : STATE_PRIVATE});
    ui_close(view->ui);
    if (!empty) {
        keyboard_reveal(view);
    }
}

/* ---- on ---------------------------------------------------------------------------------- */

/* More sentences, as long as there are any; round again from the last page of them. */
static void more(const View *view, const Pages *pages)
{
    if (pages->sentences < 2 || pages->now >= pages->sentences) {
        return;
    }
    parts_button(view, (PartsButton){.id = "prep_say.more",
                                     .face = FACE_BUTTON,
                                     .icon = "chevron-down",
                                     .label = view_text(view, TEXT_PAGE_MORE),
                                     .action = {ACT_PAGE, (pages->now + 1) % pages->sentences},
                                     .grow = GROW,
                                     .height_u = U_FLOW_H});
}

static void on(const View *view, const Pages *pages)
{
    bool asks_when = pages->now < pages->sentences && pages->count > pages->sentences;
    int overview = part_of(view) < APP_PREP_TALK_PARTS ? SCREEN_PREP : SCREEN_AGREE;

    parts_button(view, (PartsButton){.id = asks_when ? "prep_say.next" : "prep_say.ready",
                                     .face = FACE_BUTTON_PRIMARY,
                                     .icon = asks_when ? "arrow-right" : "check",
                                     .label = view_text(view, asks_when ? TEXT_CALL_NEXT
                                                                        : TEXT_PREP_SAY_READY),
                                     .action = asks_when ? (UiAction){ACT_PAGE, pages->sentences}
                                                         : (UiAction){ACT_PREP_CHANGE, overview},
                                     .grow = GROW,
                                     .height_u = U_FLOW_H,
                                     .after = asks_when,
                                     .mirror = asks_when});
}

void prep_say_view(const View *view)
{
    Pages pages = pages_of(view);
    bool when = pages.now >= pages.sentences;

    parts_body(view);
    head(view, when);
    parts_action(view, LENGTH_TOP_PLAIN, LENGTH_PREP_SAY_GAP);
    if (when) {
        moments(view);
    } else {
        sentences(view, &pages);
        own(view);
    }
    ui_spacer(view->ui);
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .gap = U_GAP});
    more(view, &pages);
    on(view, &pages);
    ui_close(view->ui);
    ui_close(view->ui);
    ui_close(view->ui);
}
