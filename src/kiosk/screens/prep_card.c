/* prep_card.c - the card for a talk with school: what the visitor chose, line by line in two
 * languages so that a finger can point (mock-up 04c); in Dutch alone and larger. */
#include "prep_card.h"

#include "keyboard.h"
#include "lengths.h"
#include "parts.h"
#include "prep_pages.h"
#include "prep_panels.h"
#include "prep_parts.h"
#include "screens.h"

/* ---- head and foot ----------------------------------------------------------------------- */

static void lead(const PrepPanels *drawn, UiEdges margin)
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
static void head(const PrepPanels *drawn)
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

static void change(const PrepPanels *drawn)
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

static void call(const PrepPanels *drawn)
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

static void take(const PrepPanels *drawn)
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
static void foot(const PrepPanels *drawn)
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

static void tall(const PrepPanels *drawn)
{
    ui_open(drawn->view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW});
    head(drawn);
    parts_action(drawn->view, U_L, U_GAP);
    prep_panels_show(drawn);
    prep_parts_pager(drawn->view, drawn->page, drawn->pages->page_count);
    foot(drawn);
    ui_close(drawn->view->ui);
    ui_close(drawn->view->ui);
}

static void wide(const PrepPanels *drawn)
{
    const View *view = drawn->view;

    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .grow = GROW});
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW});
    head(drawn);
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN,
                              .grow = GROW,
                              .gap = U_GAP,
                              .pad = {U_EDGE, U_M, U_EDGE, U_EDGE}});
    prep_panels_show(drawn);
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
    PrepPanels drawn = {view, card, &pages, page < pages.page_count ? page : pages.page_count - 1};

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
