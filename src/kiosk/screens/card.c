/* card.c - mijn kaartje: where, what, who may know, and a card to show or have read aloud
 * (mock-ups K1 to K4). Nothing is stored; this is the way to a teacher. */
#include "board.h"
#include "board_pages.h"
#include "lengths.h"
#include "parts.h"
#include "screens.h"

enum { COLUMNS = 3, MANY_COLUMNS = 4, LOW_COLUMNS = 6 };

typedef struct CardStep {
    const char *list;
    TextKey title;
    const char *picture; /* while nothing is picked */
    ThemeHue hue;
} CardStep;

static const CardStep WHERE = {"card-where", TEXT_CARD_WHERE, "kaart-waar-plein", HUE_SKY};
static const CardStep WHAT = {"card-what", TEXT_CARD_WHAT, "kaart-wat-snap-het-niet", HUE_CORAL};
static const CardStep WHO = {"card-who", TEXT_CARD_WHO, "kaart-wie-juf", HUE_SUN};

static void step(const View *view, const CardStep *item)
{
    int picked = view->app->visitor.picked;
    int count = board_count(view, item->list);
    int many = !view_is_tall(view) && view->theme->reach_u > 0 ? LOW_COLUMNS : MANY_COLUMNS;
    int wide = view_is_tall(view) ? 0 : view_tight(view);
    int columns = count > COLUMNS * COLUMNS ? many - wide : COLUMNS + wide;
    const char *shown = picked == 0 ? item->picture : board_picture(view, item->list, picked - 1);

    board_open(
        view,
        (BoardStage){.title = view_text(view, item->title),
                     .type = TYPE_CHILD_TITLE,
                     .picture = shown,
                     .icon = "help-circle",
                     .caption = picked == 0 ? NULL : board_label(view, item->list, picked - 1, ""),
                     .hue = item->hue},
        board_pages_columns(view, count, columns));
    board_list(view, item->list, TYPE_TILE);
    board_rest(view, count, columns);
    board_close(view);
}

void card_where_view(const View *view)
{
    step(view, &WHERE);
}

void card_what_view(const View *view)
{
    step(view, &WHAT);
}

void card_who_view(const View *view)
{
    step(view, &WHO);
}

/* ---- the card itself --------------------------------------------------------------------- */

static void line(const View *view, const CardStep *item, int row)
{
    const char *picture = board_picture(view, item->list, row - 1);

    ui_open(
        view->ui,
        (UiBox){.axis = AXIS_ROW, .align = ALIGN_CENTER, .gap = LENGTH_CHOICE_GAP, .grow = GROW});
    ui_leaf(view->ui, (UiBox){.role = ROLE_IMAGE,
                              .face = FACE_PICTURE,
                              .hue = item->hue,
                              .picture = picture,
                              .icon = picture == NULL ? "help-circle" : NULL,
                              .w = LENGTH_CARD_PICTURE_W,
                              .self = ALIGN_STRETCH,
                              .state = STATE_SILENT});
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_FEELING,
                              .label = board_label(view, item->list, row - 1, "hint"),
                              .grow = GROW});
    ui_close(view->ui);
}

static void title(const View *view)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .align = ALIGN_CENTER, .gap = LENGTH_HELP_TOP});
    ui_picture(view->ui, "stip-soft-rest", LENGTH_CARD_STIP_W, LENGTH_CARD_STIP_H);
    ui_leaf(view->ui, (UiBox){.role = ROLE_HEADING,
                              .type = TYPE_CHILD_TITLE_SMALL,
                              .label = view_text(view, TEXT_CARD_TITLE),
                              .grow = GROW});
    ui_close(view->ui);
}

static void foot(const View *view)
{
    bool tall = view_is_tall(view);

    if (!tall) {
        ui_leaf(view->ui, (UiBox){.role = ROLE_IMAGE,
                                  .picture = "stip-listen-ear",
                                  .grow = GROW,
                                  .state = STATE_SILENT});
    }
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_CHILD_TEXT_SMALL,
                              .text = ALIGN_CENTER,
                              .label = view_text(view, TEXT_CARD_SHOW)});
    ui_open(view->ui,
            (UiBox){.axis = tall ? AXIS_ROW : AXIS_COLUMN, .gap = U_GAP, .grow = tall ? GROW : 0});
    parts_button(view, (PartsButton){.id = "card.anew",
                                     .face = FACE_BUTTON,
                                     .icon = "pencil",
                                     .label = view_text(view, TEXT_CARD_ANEW),
                                     .action = {ACT_CARD_ANEW, 0},
                                     .grow = tall ? GROW : 0,
                                     .height_u = U_CHILD_GO_H});
    if (view->app->setup.audio) {
        parts_button(view, (PartsButton){.id = "card.read",
                                         .face = FACE_BUTTON_PRIMARY,
                                         .icon = "ear",
                                         .label = view_text(view, TEXT_CARD_READ),
                                         .action = {ACT_READ, 0},
                                         .grow = tall ? GROW : 0,
                                         .height_u = U_CHILD_GO_H});
    }
    ui_close(view->ui);
}

void card_view(const View *view)
{
    const AppChild *child = &view->app->visitor.child;
    UiEdges tall = {LENGTH_HELP_CARD_GAP, LENGTH_HELP_CARD_GAP, LENGTH_HELP_CARD_GAP, 0};
    UiEdges wide = {U_EDGE_WIDE, U_TOP_WIDE, 0, U_FOOT_WIDE};

    parts_body(view);
    ui_open(view->ui, (UiBox){.face = FACE_PANEL,
                              .axis = AXIS_COLUMN,
                              .gap = U_L,
                              .h = view_is_tall(view) ? LENGTH_CARD_H : 0,
                              .grow = view_is_tall(view) ? 0 : LENGTH_SHARE_FIELD,
                              .margin = view_is_tall(view) ? tall : wide});
    title(view);
    line(view, &WHERE, child->where);
    line(view, &WHAT, child->what);
    line(view, &WHO, child->who);
    ui_close(view->ui);
    ui_open(view->ui, (UiBox){.face = FACE_CHILD_ACTION,
                              .margin = parts_wide_reach(view),
                              .axis = AXIS_COLUMN,
                              .gap = U_GAP,
                              .grow = GROW});
    foot(view);
    ui_close(view->ui);
    ui_close(view->ui);
}
