/* display.c - the sheet Weergave: letters, colours, place of the buttons (mock-up 19b). The next
 * visitor starts plain again. */
#include "board.h"
#include "lengths.h"
#include "parts.h"
#include "screens.h"

/* Where reach leaves less room, the cards are lower; in portrait they share what there is. */
static bool is_drawn(const View *view)
{
    return parts_reach(view) == 0 && view_is_tall(view);
}

static void row_open(const View *view, int drawn_u)
{
    bool shares = view_is_tall(view) && !is_drawn(view);

    ui_open(view->ui, (UiBox){.axis = AXIS_ROW,
                              .gap = U_GAP_TILE,
                              .min_h = is_drawn(view) ? drawn_u : LENGTH_COMPACT_H,
                              .grow = shares ? drawn_u : 0});
}

/* With least room the cards speak for themselves. */
static void title(const View *view, TextKey text, int top_u)
{
    if (view_tight(view) == UI_TIGHT_MAX) {
        return;
    }
    ui_leaf(view->ui, (UiBox){.role = ROLE_HEADING,
                              .type = TYPE_H2,
                              .label = view_text(view, text),
                              .pad = {LENGTH_TITLE_SIDE, top_u, LENGTH_TITLE_SIDE, 0}});
}

typedef struct Card {
    const char *id;
    TextKey text;
    UiAction action;
    bool chosen;
} Card;

static void card_open(const View *view, Card card)
{
    ui_open(view->ui,
            (UiBox){.id = card.id,
                    .role = ROLE_CHOICE,
                    .face = FACE_OPTION,
                    .axis = AXIS_COLUMN,
                    .align = ALIGN_CENTER,
                    .grow = GROW,
                    .gap = LENGTH_LEAD_TOP,
                    .pad = {LENGTH_OPTIONAL_SIDE, LENGTH_MARK_INSET, LENGTH_OPTIONAL_SIDE, U_L},
                    .action = card.action,
                    .state = card.chosen ? STATE_SELECTED : 0});
}

static void card_close(const View *view, Card card)
{
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_CHIP,
                              .text = ALIGN_CENTER,
                              .label = view_text(view, card.text)});
    ui_close(view->ui);
}

/* What a choice looks like. Words in large letters leave it standing: a row where one card shows
 * and the next one only tells is harder to read than smaller words. */
static void sample(const View *view, const char *picture)
{
    ui_leaf(view->ui, (UiBox){.role = ROLE_IMAGE,
                              .picture = picture,
                              .grow = GROW,
                              .min_h = U_PICTURE_MIN_H,
                              .self = ALIGN_STRETCH,
                              .state = STATE_SILENT});
}

/* ---- letters ----------------------------------------------------------------------------- */

static void size(const View *view, ThemeText which, TextKey text, ThemeType type)
{
    Card card = {view_id_of(view, "size", (int)which),
                 text,
                 {ACT_SIZE, (int)which},
                 view->app->visitor.look.size == which};

    card_open(view, card);
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW, .justify = ALIGN_CENTER});
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = type,
                              .label = view_text(view, TEXT_DISPLAY_SAMPLE),
                              .state = STATE_SILENT});
    ui_close(view->ui);
    card_close(view, card);
}

static void sizes(const View *view)
{
    title(view, TEXT_DISPLAY_LETTERS, 0);
    row_open(view, LENGTH_SIZE_H);
    size(view, TEXT_SIZE_100, TEXT_DISPLAY_PLAIN, TYPE_H2);
    size(view, TEXT_SIZE_120, TEXT_DISPLAY_LARGE, TYPE_FIELD);
    size(view, TEXT_SIZE_145, TEXT_DISPLAY_LARGER, TYPE_CHILD_TITLE_BIG);
    size(view, TEXT_SIZE_175, TEXT_DISPLAY_LARGEST, TYPE_DISPLAY);
    ui_close(view->ui);
}

/* ---- colours ----------------------------------------------------------------------------- */

static void theme(const View *view, ThemeLook look, TextKey text, const char *picture)
{
    Card card = {view_id_of(view, "theme", (int)look),
                 text,
                 {ACT_THEME, (int)look},
                 view->app->visitor.look.theme == look};

    card_open(view, card);
    sample(view, picture);
    card_close(view, card);
}

/* Colours and buttons stand beside each other where there is no height for three rows. */
static bool beside(const View *view)
{
    return !view_is_tall(view) && view_tight(view) > 0;
}

static void group_open(const View *view, int grow)
{
    if (beside(view)) {
        ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = grow, .gap = U_GAP});
    }
}

static void group_close(const View *view)
{
    if (beside(view)) {
        ui_close(view->ui);
    }
}

static void themes(const View *view)
{
    group_open(view, GROW + GROW / 2);
    title(view, TEXT_DISPLAY_COLOURS, LENGTH_GROUP_TOP);
    row_open(view, LENGTH_THEME_H);
    theme(view, LOOK_LIGHT, TEXT_DISPLAY_WARM, "look-light");
    theme(view, LOOK_HC, TEXT_DISPLAY_CONTRAST, "look-hc");
    theme(view, LOOK_CALM, TEXT_DISPLAY_CALM, "look-calm");
    ui_close(view->ui);
    group_close(view);
}

/* ---- place of the buttons ---------------------------------------------------------------- */

static void place(const View *view, bool low, TextKey text, const char *picture)
{
    Card card = {view_id(view, low ? "low" : "plain"),
                 text,
                 {ACT_LOW, low ? 1 : 0},
                 view->app->visitor.look.low == low};

    card_open(view, card);
    sample(view, picture);
    card_close(view, card);
}

static void places(const View *view)
{
    group_open(view, GROW);
    title(view, TEXT_DISPLAY_BUTTONS, LENGTH_GROUP_TOP);
    row_open(view, LENGTH_LOW_H);
    place(view, false, TEXT_DISPLAY_BUTTONS_PLAIN, "knoppen-gewoon");
    place(view, true, TEXT_DISPLAY_BUTTONS_LOW, "knoppen-laag");
    ui_close(view->ui);
    group_close(view);
}

static bool is_child(const View *view)
{
    AppMode mode = view->app->visitor.mode;

    return mode == APP_MODE_YOUNG || mode == APP_MODE_READING;
}

static TextKey title_key(const View *view)
{
    return is_child(view) ? TEXT_DISPLAY_TITLE_CHILD : TEXT_DISPLAY_TITLE;
}

/* A child is spoken to as a child, and Stip stands where it does not reach. */
static void head(const View *view)
{
    parts_title(view, title_key(view), NULL);
    parts_side_picture(view, "stip-happy-rest");
    if (is_child(view) && view_is_tall(view) && parts_reach(view) > 0) {
        ui_leaf(view->ui, (UiBox){.role = ROLE_IMAGE,
                                  .picture = board_host(view, "stip-happy-rest"),
                                  .grow = GROW,
                                  .self = ALIGN_STRETCH,
                                  .margin = {.top = U_M},
                                  .state = STATE_SILENT});
    }
}

/* Where large letters leave least width, the cards have all of it, and say themselves what they
 * are for. */
static bool is_flat(const View *view)
{
    return beside(view) && view->theme->layout == LAYOUT_SMALL;
}

static void flat_open(const View *view)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN,
                              .grow = GROW,
                              .pad = {U_EDGE_WIDE, 0, U_EDGE_WIDE, U_FOOT_WIDE}});
    ui_open(
        view->ui,
        (UiBox){.axis = AXIS_COLUMN, .grow = GROW, .gap = U_GAP, .margin = parts_wide_reach(view)});
}

static void regions_open(const View *view)
{
    if (is_flat(view)) {
        flat_open(view);
        return;
    }
    parts_body(view);
    parts_read(view);
    head(view);
    ui_close(view->ui);
    parts_action(view, LENGTH_TOP_DISPLAY, U_GAP);
}

void display_view(const View *view)
{
    regions_open(view);
    sizes(view);
    if (beside(view)) {
        ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .gap = U_GAP});
    }
    themes(view);
    places(view);
    if (beside(view)) {
        ui_close(view->ui);
    }
    if (is_drawn(view) || !view_is_tall(view)) {
        ui_spacer(view->ui);
    }
    if (view_is_tall(view) && view->theme->wish.text <= TEXT_SIZE_120) {
        parts_note(view, HUE_LEAF, "info-circle", view_text(view, TEXT_DISPLAY_NEXT));
    }
    ui_leaf(view->ui, (UiBox){.id = "display.done",
                              .role = ROLE_BUTTON,
                              .face = FACE_BUTTON_PRIMARY,
                              .type = TYPE_BUTTON_FLOW,
                              .icon = "check",
                              .label = view_text(view, TEXT_DISPLAY_DONE),
                              .action = {ACT_BACK, 0},
                              .min_h = U_FLOW_H});
    ui_close(view->ui);
    ui_close(view->ui);
}
