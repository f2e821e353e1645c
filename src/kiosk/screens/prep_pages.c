/* prep_pages.c - see prep_pages.h. */
#include "prep_pages.h"

#include "check.h"
#include "lengths.h"
#include "prep_parts.h"

/* Which parts a card is about. */
typedef struct Parts {
    int first, count;
} Parts;

/* What is measured: words in a language, as wide as the column they stand in. */
typedef struct Measured {
    ThemeType type;
    const char *text, *lang;
    bool private;
} Measured;

static PrepPagesForm form_of(const View *view)
{
    if (view->app->visitor.language == LANGUAGE_DUTCH) {
        return PREP_PAGES_ALONE;
    }
    return view->theme->wish.text > TEXT_SIZE_120 ? PREP_PAGES_BELOW : PREP_PAGES_BESIDE;
}

/* ---- heights ----------------------------------------------------------------------------- */

/* All of it in portrait, beside the buttons otherwise. */
static int panel_width(const View *view)
{
    int side_u = view_is_tall(view) ? 0 : LENGTH_HOME_SIDE_W;

    return view->theme->width_u - 2 * U_EDGE - side_u;
}

static int column_width(const View *view, PrepPagesForm form)
{
    int free_u = panel_width(view) - LENGTH_PREP_STRIP_W;

    return (form == PREP_PAGES_BESIDE ? free_u / 2 : free_u) - 2 * LENGTH_PREP_CARD_PAD;
}

static int height_of(const View *view, Measured what, int width_u)
{
    const UiSettings *settings = &view->ui->settings;
    ThemeFont font = theme_font(view->theme, what.type, what.lang);
    UiWords words = {.text = what.text,
                     .lang = what.lang,
                     .size_px = font.size_px,
                     .line_px = font.line_px,
                     .spacing_x10_px = font.spacing_x10_px,
                     .bold = font.bold,
                     .balance = font.balance,
                     .private = what.private,
                     .direction = DIRECTION_AUTO,
                     .width_px = theme_px(view->theme, width_u)};

    if (what.text[0] == '\0') {
        return 0;
    }
    return theme_u(view->theme, settings->measure(settings->measure_context, &words).height_px);
}

/* The same line in the visitor's language and in Dutch. */
static int pair_height(const View *view, PrepPagesForm form, const Measured both[2])
{
    int width_u = column_width(view, form);
    int own_u = form == PREP_PAGES_ALONE ? 0 : height_of(view, both[0], width_u);
    int dutch_u = height_of(view, both[1], width_u);

    if (form == PREP_PAGES_BESIDE) {
        return own_u > dutch_u ? own_u : dutch_u;
    }
    return own_u + dutch_u;
}

static int row_height(const View *view, const PrepPages *pages, const PrepPagesLine *line)
{
    Language language = view->app->visitor.language;
    ThemeType type = pages->type;
    Measured both[2] = {{type, prep_words_row(view, line->part, line->row, language),
                         prep_words_row_lang(view, line->part, line->row, language), false},
                        {type, prep_words_row(view, line->part, line->row, LANGUAGE_DUTCH),
                         prep_words_lang(view, LANGUAGE_DUTCH), false}};

    return LENGTH_PREP_LINE_GAP + pair_height(view, pages->form, both);
}

static int own_height(const View *view, const PrepPages *pages, int part)
{
    PrepPagesForm form = pages->form;
    Language language = view->app->visitor.language;
    const char *lang = prep_words_lang(view, language);
    Measured typed = {pages->type, prep_parts_typed(view, prep_words_said(view, part)->own), lang,
                      true};
    Measured both[2] = {{TYPE_NOTE, view_text(view, TEXT_PREP_CARD_OWN_FOREIGN), lang, false},
                        {TYPE_NOTE, view_text(view, TEXT_PREP_CARD_OWN_FOREIGN), lang, false}};
    int width_u = column_width(view, form) +
                  (form == PREP_PAGES_BESIDE ? column_width(view, form) + LENGTH_PREP_STRIP_W : 0);

    return LENGTH_PREP_LINE_GAP + 2 * U_M + pair_height(view, form, both) +
           height_of(view, typed, width_u - 2 * LENGTH_PREP_CARD_PAD);
}

static int when_height(const View *view, const PrepPages *pages, int part)
{
    Language language = view->app->visitor.language;
    Measured both[2] = {{TYPE_SMALL_BOLD, prep_words_when(view, part, language),
                         prep_words_lang(view, language), false},
                        {TYPE_SMALL_BOLD, prep_words_when(view, part, LANGUAGE_DUTCH),
                         prep_words_lang(view, LANGUAGE_DUTCH), false}};

    return LENGTH_PREP_LINE_GAP + U_M + pair_height(view, pages->form, both);
}

int prep_pages_panel(const View *view, const PrepPages *pages, int part)
{
    Language language = view->app->visitor.language;
    Measured both[2] = {
        {TYPE_NOTE, prep_words_says(view, part, language), prep_words_lang(view, language), false},
        {TYPE_NOTE, prep_words_says(view, part, LANGUAGE_DUTCH),
         prep_words_lang(view, LANGUAGE_DUTCH), false}};

    return 2 * U_M + pair_height(view, pages->form, both);
}

/* ---- lines ------------------------------------------------------------------------------- */

static void add(PrepPages *pages, PrepPagesLine line)
{
    check(pages->count < PREP_PAGES_LINES_MAX);
    pages->lines[pages->count++] = line;
}

static void add_part(const View *view, PrepPages *pages, int part)
{
    const AppPrepSaid *said = prep_words_said(view, part);

    for (int row = 0; row < prep_words_rows(view, part); row++) {
        PrepPagesLine line = {PREP_PAGES_ROW, part, row, 0, 0};
        if ((said->chosen >> row & 1U) != 0) {
            line.height_u = row_height(view, pages, &line);
            add(pages, line);
        }
    }
    if (said->own[0] != '\0') {
        add(pages, (PrepPagesLine){PREP_PAGES_OWN, part, 0, 0, own_height(view, pages, part)});
    }
    if (said->when != 0) {
        add(pages, (PrepPagesLine){PREP_PAGES_WHEN, part, 0, 0, when_height(view, pages, part)});
    }
}

/* ---- pages ------------------------------------------------------------------------------- */

/* What a page has for panels: the glass without bar, head and buttons, and without the buttons
 * that turn pages where there are more. */
static int room_of(const View *view, bool paged)
{
    bool tall = view_is_tall(view);
    int used_u = tall ? LENGTH_PREP_CARD_USED : LENGTH_PREP_CARD_USED_WIDE;
    int over_u = view->theme->reach_u > U_READ_MIN_H ? view->theme->reach_u - U_READ_MIN_H : 0;

    used_u += paged ? U_BUTTON_H + U_GAP : 0;
    used_u += view->theme->wish.text > TEXT_SIZE_120 ? LENGTH_PREP_CARD_LARGE : 0;
    return view->theme->height_u - used_u - (tall ? over_u : 0);
}

/* Lines fill a page from the top; a part that goes on has its heading again. */
static int turn_pages(const View *view, PrepPages *pages, int room_u)
{
    int left_u = room_u;
    int part = -1;
    int page = 0;

    for (int i = 0; i < pages->count; i++) {
        PrepPagesLine *line = &pages->lines[i];
        int panel_u = prep_pages_panel(view, pages, line->part) + LENGTH_PREP_CARD_GAP;
        int need_u = line->height_u + (line->part == part ? 0 : panel_u);
        if (need_u > left_u && left_u < room_u) {
            page++;
            left_u = room_u;
            need_u = line->height_u + panel_u;
        }
        left_u -= need_u;
        part = line->part;
        line->page = page;
    }
    return page + 1;
}

static PrepPages filled(const View *view, Parts parts, ThemeType type, bool paged)
{
    PrepPages pages = {.form = form_of(view), .type = type, .room_u = room_of(view, paged)};

    for (int part = parts.first; part < parts.first + parts.count; part++) {
        add_part(view, &pages, part);
    }
    pages.page_count = turn_pages(view, &pages, pages.room_u);
    return pages;
}

/* As many pages as are needed, each about as full as the others: no page with one last line. */
static void even_out(const View *view, PrepPages *pages)
{
    int room_u = pages->room_u / pages->page_count;

    while (turn_pages(view, pages, room_u) > pages->page_count) {
        room_u += LENGTH_PREP_CARD_GAP;
    }
}

PrepPages prep_pages(const View *view, int first, int count)
{
    Parts parts = {first, count};
    PrepPages pages =
        filled(view, parts, form_of(view) == PREP_PAGES_ALONE ? TYPE_H2 : TYPE_CARD, false);

    if (pages.page_count > 1) {
        pages = filled(view, parts, TYPE_CARD, false);
    }
    if (pages.page_count > 1) {
        pages = filled(view, parts, TYPE_CARD, true);
        even_out(view, &pages);
    }
    return pages;
}
