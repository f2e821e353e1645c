/* prep_card.c - the card for a talk with school: what the visitor chose, line by line in two
 * languages so that a finger can point (mock-up 04c); in Dutch alone and larger. Own words stand
 * as they were typed and say that nobody translated them. */
#include "prep_card.h"

#include "keyboard.h"
#include "lengths.h"
#include "parts.h"
#include "prep_pages.h"
#include "prep_parts.h"
#include "screens.h"

/* Between the columns the strip lies, with room at both sides. */
enum { STRIP_GAP_U = LENGTH_PREP_STRIP_W + 2 * LENGTH_PREP_CARD_PAD };

/* One card being drawn. */
typedef struct Drawn {
    const View *view;
    const PrepCard *card;
    const PrepPages *pages;
    int page;
} Drawn;

/* The same words twice: `own` in the visitor's language, `dutch` for school. */
typedef struct Pair {
    const char *own, *own_lang, *dutch;
    UiBox box; /* how both look */
    int gap_u; /* between them, side by side */
} Pair;

static bool is_shown(const Drawn *drawn, int line)
{
    return drawn->pages->lines[line].page == drawn->page;
}

/* ---- lines ------------------------------------------------------------------------------- */

static void words(const Drawn *drawn, UiBox box, const char *label, const char *lang)
{
    box.role = ROLE_TEXT;
    box.label = label;
    box.lang = lang;
    ui_leaf(drawn->view->ui, box);
}

/* The Dutch is left out where it is the only language. Side by side, both begin at one height. */
static void pair(const Drawn *drawn, Pair item)
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

static void heading(const Drawn *drawn, int part)
{
    Language language = drawn->view->app->visitor.language;

    pair(drawn, (Pair){prep_words_says(drawn->view, part, language),
                       prep_words_lang(drawn->view, language),
                       prep_words_says(drawn->view, part, LANGUAGE_DUTCH),
                       {.type = TYPE_NOTE, .ink = INK_QUIET},
                       STRIP_GAP_U});
}

static void sentence(const Drawn *drawn, const PrepPagesLine *line)
{
    const View *view = drawn->view;
    Language language = view->app->visitor.language;

    pair(drawn, (Pair){prep_words_row(view, line->part, line->row, language),
                       prep_words_row_lang(view, line->part, line->row, language),
                       prep_words_row(view, line->part, line->row, LANGUAGE_DUTCH),
                       {.type = drawn->pages->type},
                       STRIP_GAP_U});
}

static void moment(const Drawn *drawn, const PrepPagesLine *line)
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

static void own_words(const Drawn *drawn, const PrepPagesLine *line)
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
static void lines(const Drawn *drawn, int part)
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

static void typed_lines(const Drawn *drawn, int part)
{
    for (int i = 0; i < drawn->pages->count; i++) {
        const PrepPagesLine *line = &drawn->pages->lines[i];
        if (line->part == part && is_shown(drawn, i) && line->kind == PREP_PAGES_OWN) {
            own_words(drawn, line);
        }
    }
}

static void strip(const Drawn *drawn, int part, UiBox box)
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

static void column_open(const Drawn *drawn, int grow)
{
    ui_open(drawn->view->ui,
            (UiBox){.axis = AXIS_COLUMN,
                    .justify = ALIGN_CENTER,
                    .grow = grow,
                    .gap = U_M,
                    .pad = {LENGTH_PREP_CARD_PAD, U_M, LENGTH_PREP_CARD_PAD, U_M}});
}

/* The strip lies under the lines, which leave its width free between the languages. */
static void beside(const Drawn *drawn, int part)
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

static void at_start(const Drawn *drawn, int part)
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
static int need_of(const Drawn *drawn, int part)
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

static Share share_of(const Drawn *drawn)
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

static void panel(const Drawn *drawn, int part, Share share)
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

static void panels(const Drawn *drawn)
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

/* ---- head and foot ----------------------------------------------------------------------- */

static void lead(const Drawn *drawn, UiEdges margin)
{
    bool dutch = drawn->pages->form == PREP_PAGES_ALONE;
    TextKey words = dutch ? drawn->card->lead : drawn->card->lead_foreign;

    ui_leaf(drawn->view->ui, (UiBox){.role = ROLE_TEXT,
                                     .type = TYPE_LEAD,
                                     .ink = INK_QUIET,
                                     .label = view_text(drawn->view, words),
                                     .margin = margin});
}

/* In landscape the line stands beside the picture: height is what a card needs there. */
static void head(const Drawn *drawn)
{
    const View *view = drawn->view;
    bool tall = view_is_tall(view);

    ui_open(view->ui, (UiBox){.face = FACE_READ,
                              .min_h = parts_read_height(view),
                              .axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .gap = LENGTH_HEAD_GAP,
                              .pad = {.top = tall ? 0 : U_M}});
    parts_blob(view, drawn->card->icon, HUE_PETROL, LENGTH_PREP_CARD_BLOB);
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW});
    ui_heading(view->ui, TYPE_H1, view_text(view, drawn->card->title));
    if (!tall) {
        lead(drawn, (UiEdges){0});
    }
    ui_close(view->ui);
    ui_close(view->ui);
    if (tall) {
        lead(drawn, (UiEdges){U_EDGE_READ, LENGTH_PREP_CARD_LEAD_TOP, U_EDGE_READ, 0});
    }
}

static void change(const Drawn *drawn)
{
    parts_button(drawn->view, (PartsButton){.id = view_id(drawn->view, "change"),
                                            .face = FACE_BUTTON,
                                            .icon = "pencil",
                                            .label = view_text(drawn->view, TEXT_CHECK_CHANGE),
                                            .action = {ACT_PREP_CHANGE, (int)drawn->card->change},
                                            .grow = GROW,
                                            .tight = true,
                                            .height_u = U_FLOW_H});
}

static void call(const Drawn *drawn)
{
    if (!drawn->view->app->status.can_save) {
        return;
    }
    parts_button(drawn->view, (PartsButton){.id = view_id(drawn->view, "call"),
                                            .face = FACE_BUTTON_CALL,
                                            .icon = "phone-call",
                                            .label = view_text(drawn->view, TEXT_CALL_TITLE),
                                            .action = {ACT_CALL_START, 0},
                                            .grow = GROW,
                                            .tight = true,
                                            .height_u = U_FLOW_H});
}

static void take(const Drawn *drawn)
{
    if (!drawn->card->take) {
        return;
    }
    parts_button(drawn->view, (PartsButton){.id = view_id(drawn->view, "take"),
                                            .face = FACE_BUTTON_PRIMARY,
                                            .icon = "qrcode",
                                            .label = view_text(drawn->view, TEXT_PREP_CARD_TAKE),
                                            .action = {ACT_GO, SCREEN_PREP_TAKE},
                                            .grow = GROW,
                                            .tight = true,
                                            .height_u = U_FLOW_H});
}

/* The buttons keep their order in every form: take along, call me, change. */
static void foot(const Drawn *drawn)
{
    bool tall = view_is_tall(drawn->view);

    keyboard_reveal(drawn->view);
    ui_open(drawn->view->ui, (UiBox){.axis = tall ? AXIS_ROW : AXIS_COLUMN, .gap = U_GAP});
    take(drawn);
    call(drawn);
    change(drawn);
    ui_close(drawn->view->ui);
    prep_parts_private(drawn->view);
}

static void tall(const Drawn *drawn)
{
    ui_open(drawn->view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW});
    head(drawn);
    parts_action(drawn->view, U_L, U_GAP);
    panels(drawn);
    prep_parts_pager(drawn->view, drawn->page, drawn->pages->page_count);
    foot(drawn);
    ui_close(drawn->view->ui);
    ui_close(drawn->view->ui);
}

static void wide(const Drawn *drawn)
{
    const View *view = drawn->view;

    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .grow = GROW});
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW});
    head(drawn);
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN,
                              .grow = GROW,
                              .gap = U_GAP,
                              .pad = {U_EDGE, U_M, U_EDGE, U_EDGE}});
    panels(drawn);
    prep_parts_pager(view, drawn->page, drawn->pages->page_count);
    ui_close(view->ui);
    ui_close(view->ui);
    ui_open(view->ui, (UiBox){.face = FACE_ACTION,
                              .axis = AXIS_COLUMN,
                              .w = LENGTH_HOME_SIDE_W,
                              .gap = U_GAP,
                              .justify = ALIGN_END});
    foot(drawn);
    ui_close(view->ui);
    ui_close(view->ui);
}

void prep_card_show(const View *view, const PrepCard *card)
{
    PrepPages pages = prep_pages(view, card->first, card->count);
    int page = app_place(view->app)->page;
    Drawn drawn = {view, card, &pages, page < pages.page_count ? page : pages.page_count - 1};

    if (view_is_tall(view)) {
        tall(&drawn);
    } else {
        wide(&drawn);
    }
}

void prep_card_view(const View *view)
{
    prep_card_show(view, &(PrepCard){.first = 0,
                                     .count = APP_PREP_TALK_PARTS,
                                     .icon = "cards",
                                     .title = TEXT_PREP_CARD_TITLE,
                                     .lead = TEXT_PREP_CARD_LEAD,
                                     .lead_foreign = TEXT_PREP_CARD_POINT,
                                     .change = SCREEN_PREP,
                                     .take = true});
}
