/* prep_panels.c - see prep_panels.h. Own words stand as they were typed and say that nobody
 * translated them. */
#include "prep_panels.h"

#include "keyboard.h"
#include "lengths.h"
#include "parts.h"
#include "prep_parts.h"

/* Between the columns the strip lies, with room at both sides. */
enum { STRIP_GAP_U = LENGTH_PREP_STRIP_W + 2 * LENGTH_PREP_CARD_PAD };

/* The same words twice: `own` in the visitor's language, `dutch` for school. */
typedef struct Pair {
    const char *own, *own_lang, *dutch;
    UiBox box; /* how both look */
    int gap_u; /* between them, side by side */
} Pair;

static bool is_shown(const PrepPanels *drawn, int line)
{
    return drawn->pages->lines[line].page == drawn->page;
}

/* ---- lines ------------------------------------------------------------------------------- */

static void words(const PrepPanels *drawn, UiBox box, const char *label, const char *lang)
{
    box.role = ROLE_TEXT;
    box.label = label;
    box.lang = lang;
    ui_leaf(drawn->view->ui, box);
}

/* The Dutch is left out where it is the only language. Side by side, both begin at one height. */
static void pair(const PrepPanels *drawn, Pair item)
{
    bool beside = drawn->pages->form == PREP_PAGES_BESIDE;
    const char *dutch_lang = prep_words_lang(drawn->view, LANGUAGE_DUTCH);
    UiBox box = item.box;

    box.grow = beside ? GROW : 0;
    if (drawn->pages->form == PREP_PAGES_ALONE) {
        words(drawn, box, item.dutch, dutch_lang);
        return;
    }
    ui_open(drawn->view->ui, (UiBox){.axis = beside ? AXIS_ROW : AXIS_COLUMN,
                                     .align = beside ? ALIGN_START : ALIGN_DEFAULT,
                                     .gap = beside ? item.gap_u : UI_ZERO});
    words(drawn, box, item.own, item.own_lang);
    if (beside && drawn->view->ui->settings.rtl) {
        box.text = ALIGN_END; /* from the left, as Dutch is read, and not against the strip */
        box.icon_place = ICON_END;
    } else if (!beside) {
        box.ink = INK_QUIET;
    }
    words(drawn, box, item.dutch, dutch_lang);
    ui_close(drawn->view->ui);
}

static void heading(const PrepPanels *drawn, int part)
{
    Language language = drawn->view->app->visitor.language;

    pair(drawn, (Pair){prep_words_says(drawn->view, part, language),
                       prep_words_lang(drawn->view, language),
                       prep_words_says(drawn->view, part, LANGUAGE_DUTCH),
                       {.type = TYPE_NOTE, .ink = INK_QUIET},
                       STRIP_GAP_U});
}

static void sentence(const PrepPanels *drawn, const PrepPagesLine *line)
{
    const View *view = drawn->view;
    Language language = view->app->visitor.language;

    pair(drawn, (Pair){prep_words_row(view, line->part, line->row, language),
                       prep_words_row_lang(view, line->part, line->row, language),
                       prep_words_row(view, line->part, line->row, LANGUAGE_DUTCH),
                       {.type = drawn->pages->type},
                       STRIP_GAP_U});
}

static void moment(const PrepPanels *drawn, const PrepPagesLine *line)
{
    const View *view = drawn->view;
    Language language = view->app->visitor.language;

    pair(drawn, (Pair){prep_words_when(view, line->part, language),
                       prep_words_lang(view, language),
                       prep_words_when(view, line->part, LANGUAGE_DUTCH),
                       {.type = TYPE_LINK,
                        .ink = INK_PETROL_STRONG,
                        .icon = "clock",
                        .icon_size = U_ICON_SMALL,
                        .gap = LENGTH_OPTIONAL_SIDE},
                       STRIP_GAP_U});
}

static void own_words(const PrepPanels *drawn, const PrepPagesLine *line)
{
    const View *view = drawn->view;
    bool alone = drawn->pages->form == PREP_PAGES_ALONE;
    int side_u = drawn->pages->form == PREP_PAGES_BESIDE ? U_M : 0;
    TextKey says = alone ? TEXT_PREP_CARD_OWN : TEXT_PREP_CARD_OWN_FOREIGN;

    ui_open(view->ui, (UiBox){.face = FACE_ROW_OPEN,
                              .axis = AXIS_COLUMN,
                              .gap = UI_ZERO,
                              .min_h = U_BLOB,
                              .margin = {side_u, 0, side_u, side_u},
                              .pad = {LENGTH_PREP_CARD_PAD, U_S, LENGTH_PREP_CARD_PAD, U_S}});
    pair(drawn, (Pair){view_text(view, says),
                       prep_words_lang(view, view->app->visitor.language),
                       view_str(content_text(view->content, LANGUAGE_DUTCH, says)),
                       {.type = TYPE_NOTE, .ink = INK_QUIET},
                       U_GAP});
    ui_leaf(view->ui,
            (UiBox){.id = view_id(view, prep_words_part(line->part)->id),
                    .role = ROLE_TEXT,
                    .type = drawn->pages->type,
                    .label = prep_parts_typed(view, prep_words_said(view, line->part)->own),
                    .state = STATE_PRIVATE});
    ui_close(view->ui);
}

/* ---- panels ------------------------------------------------------------------------------ */

/* Lines of a part on this page that stand in both languages. */
static void lines(const PrepPanels *drawn, int part)
{
    for (int i = 0; i < drawn->pages->count; i++) {
        const PrepPagesLine *line = &drawn->pages->lines[i];
        if (line->part == part && is_shown(drawn, i) && line->kind == PREP_PAGES_ROW) {
            sentence(drawn, line);
        }
    }
    for (int i = 0; i < drawn->pages->count; i++) {
        const PrepPagesLine *line = &drawn->pages->lines[i];
        if (line->part == part && is_shown(drawn, i) && line->kind == PREP_PAGES_WHEN) {
            moment(drawn, line);
        }
    }
}

static void typed_lines(const PrepPanels *drawn, int part)
{
    for (int i = 0; i < drawn->pages->count; i++) {
        const PrepPagesLine *line = &drawn->pages->lines[i];
        if (line->part == part && is_shown(drawn, i) && line->kind == PREP_PAGES_OWN) {
            own_words(drawn, line);
        }
    }
}

static void strip(const PrepPanels *drawn, int part, UiBox box)
{
    const PrepWordsPart *look = prep_words_part(part);

    box.role = ROLE_IMAGE;
    box.face = FACE_PANEL_HUE;
    box.hue = look->hue;
    box.icon = look->icon;
    box.icon_size = LENGTH_PREP_STRIP_ICON;
    box.w = LENGTH_PREP_STRIP_W;
    box.pad = (UiEdges){UI_ZERO, UI_ZERO, UI_ZERO, UI_ZERO};
    box.text = ALIGN_CENTER;
    box.justify = ALIGN_CENTER;
    box.state = STATE_SILENT;
    ui_leaf(drawn->view->ui, box);
}

static void column_open(const PrepPanels *drawn, int grow)
{
    ui_open(drawn->view->ui,
            (UiBox){.axis = AXIS_COLUMN,
                    .justify = ALIGN_CENTER,
                    .grow = grow,
                    .gap = U_M,
                    .pad = {LENGTH_PREP_CARD_PAD, U_M, LENGTH_PREP_CARD_PAD, U_M}});
}

/* The strip lies under the lines, which leave its width free between the languages. */
static void beside(const PrepPanels *drawn, int part)
{
    ui_open(drawn->view->ui, (UiBox){.axis = AXIS_LAYER, .grow = GROW});
    strip(drawn, part, (UiBox){.self = ALIGN_CENTER, .self_y = ALIGN_STRETCH});
    column_open(drawn, 0);
    heading(drawn, part);
    lines(drawn, part);
    ui_close(drawn->view->ui);
    ui_close(drawn->view->ui);
    ui_open(drawn->view->ui, (UiBox){.axis = AXIS_COLUMN});
    typed_lines(drawn, part);
    ui_close(drawn->view->ui);
}

static void at_start(const PrepPanels *drawn, int part)
{
    ui_open(drawn->view->ui, (UiBox){.axis = AXIS_ROW, .grow = GROW});
    strip(drawn, part, (UiBox){.self = ALIGN_STRETCH});
    column_open(drawn, GROW);
    heading(drawn, part);
    lines(drawn, part);
    typed_lines(drawn, part);
    ui_close(drawn->view->ui);
    ui_close(drawn->view->ui);
}

/* What the lines of a part on this page need; 0 = it is not on this page. */
static int need_of(const PrepPanels *drawn, int part)
{
    int need_u = 0;

    for (int i = 0; i < drawn->pages->count; i++) {
        if (drawn->pages->lines[i].part == part && is_shown(drawn, i)) {
            need_u += drawn->pages->lines[i].height_u;
        }
    }
    return need_u == 0 ? 0 : need_u + prep_pages_panel(drawn->view, drawn->pages, part);
}

/* How the panels of a page share its height. */
typedef enum Share {
    SHARE_NONE,  /* a few lines do not become a page of white */
    SHARE_EQUAL, /* every panel holds about as much as the others */
    SHARE_BY_NEED
} Share;

static Share share_of(const PrepPanels *drawn)
{
    int most_u = 0;
    int sum_u = 0;
    int panels = 0;

    for (int part = drawn->card->first; part < drawn->card->first + drawn->card->count; part++) {
        int need_u = need_of(drawn, part);
        most_u = need_u > most_u ? need_u : most_u;
        sum_u += need_u;
        panels += need_u > 0 ? 1 : 0;
    }
    if (sum_u * 2 < drawn->pages->room_u) {
        return SHARE_NONE;
    }
    return most_u * panels < drawn->pages->room_u ? SHARE_EQUAL : SHARE_BY_NEED;
}

static void panel(const PrepPanels *drawn, int part, Share share)
{
    int need_u = need_of(drawn, part);
    int grow = share == SHARE_EQUAL ? GROW : need_u;

    ui_open(drawn->view->ui, (UiBox){.face = FACE_PANEL,
                                     .axis = AXIS_COLUMN,
                                     .min_h = need_u,
                                     .grow = share == SHARE_NONE ? 0 : grow,
                                     .pad = {UI_ZERO, UI_ZERO, UI_ZERO, UI_ZERO}});
    if (drawn->pages->form == PREP_PAGES_BESIDE) {
        beside(drawn, part);
    } else {
        at_start(drawn, part);
    }
    ui_close(drawn->view->ui);
}

void prep_panels_show(const PrepPanels *drawn)
{
    Share share = share_of(drawn);

    ui_open(drawn->view->ui,
            (UiBox){.axis = AXIS_COLUMN, .grow = GROW, .gap = LENGTH_PREP_CARD_GAP});
    for (int part = drawn->card->first; part < drawn->card->first + drawn->card->count; part++) {
        if (need_of(drawn, part) > 0) {
            panel(drawn, part, share);
        }
    }
    ui_close(drawn->view->ui);
}
