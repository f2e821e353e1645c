/* prep.c - a talk with school: six parts to choose sentences for (mock-up 04). Nothing of it is
 * kept. */
#include "lengths.h"
#include "parts.h"
#include "prep_parts.h"
#include "screens.h"

/* Large letters: every part is a line, and what one may do is left to the topic. */
static bool is_large(const View *view)
{
    return view->theme->wish.text > TEXT_SIZE_120;
}

/* What one may ask of a talk: under the question where there is a side, else above the buttons. */
static void may(const View *view, const char *icon, TextKey text)
{
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .face = FACE_NOTE,
                              .type = TYPE_NOTE,
                              .hue = HUE_SUN,
                              .icon = icon,
                              .icon_size = LENGTH_PREP_MAY_ICON,
                              .gap = LENGTH_STEP_GAP,
                              .pad = {U_M, U_M, U_M, U_M},
                              .label = view_text(view, text),
                              .grow = view_is_tall(view) ? GROW : 0});
}

static void rights(const View *view)
{
    bool tall = view_is_tall(view);

    if (is_large(view)) {
        return;
    }
    ui_open(view->ui, (UiBox){.axis = tall ? AXIS_ROW : AXIS_COLUMN,
                              .align = ALIGN_STRETCH,
                              .self = ALIGN_STRETCH,
                              .gap = U_GAP,
                              .margin = {.bottom = tall ? 0 : U_XL}});
    may(view, "users", TEXT_PREP_MAY_BRING);
    may(view, "language", TEXT_PREP_MAY_INTERPRETER);
    may(view, "clock-pause", TEXT_PREP_MAY_THINK);
    ui_close(view->ui);
}

static void head(const View *view)
{
    ui_open(view->ui, (UiBox){.face = FACE_READ,
                              .min_h = parts_read_height(view),
                              .axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .gap = U_GAP});
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW});
    parts_title(view, TEXT_PREP_TITLE, view_text(view, TEXT_PREP_LEAD));
    ui_close(view->ui);
    if (!is_large(view)) {
        ui_picture(view->ui, "gesprek", LENGTH_PREP_PICTURE_W, LENGTH_PREP_PICTURE_H);
    }
    ui_close(view->ui);
}

static void side(const View *view)
{
    ui_open(view->ui, (UiBox){.face = FACE_READ, .axis = AXIS_COLUMN, .grow = LENGTH_SHARE_SIDE});
    parts_title(view, TEXT_PREP_TITLE, view_text(view, TEXT_PREP_LEAD));
    parts_side_picture(view, "gesprek");
    rights(view);
    if (view_tight(view) > 0) {
        prep_parts_private(view);
    }
    ui_close(view->ui);
}

/* ---- the six parts ----------------------------------------------------------------------- */

static void title(const View *view, int part)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .align = ALIGN_CENTER, .gap = U_GAP});
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_CARD,
                              .label = prep_words_title(view, part),
                              .grow = GROW});
    prep_parts_chevron(view);
    ui_close(view->ui);
}

static UiBox card_box(const View *view, int part)
{
    return (UiBox){
        .id = view_id(view, prep_words_part(part)->id),
        .role = ROLE_BUTTON,
        .face = FACE_CARD,
        .action = {ACT_PREP_PART, part},
        .pad = {LENGTH_HELP_TOP, LENGTH_NAMELESS_TOP, LENGTH_HELP_TOP, LENGTH_HELP_CARD_PAD}};
}

static void card(const View *view, int part)
{
    const PrepWordsPart *words = prep_words_part(part);
    bool tall = view_is_tall(view);
    UiBox box = card_box(view, part);

    box.axis = AXIS_COLUMN;
    box.gap = U_S;
    ui_open(view->ui, box);
    ui_open(view->ui,
            (UiBox){.axis = AXIS_ROW, .align = ALIGN_START, .justify = ALIGN_BETWEEN, .gap = U_S});
    parts_blob(view, words->icon, words->hue, tall ? U_BLOB_BIG : U_BLOB);
    prep_parts_chosen(view, part);
    ui_close(view->ui);
    ui_spacer(view->ui);
    title(view, part);
    ui_close(view->ui);
}

/* A part as one line. Two of them beside each other leave large letters no room for an icon. */
static void line(const View *view, int part)
{
    const PrepWordsPart *words = prep_words_part(part);
    UiBox box = card_box(view, part);

    box.axis = AXIS_ROW;
    box.align = ALIGN_CENTER;
    box.gap = U_L;
    ui_open(view->ui, box);
    if (view_is_tall(view) || !is_large(view)) {
        parts_blob(view, words->icon, words->hue, U_BLOB);
    }
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW, .gap = U_S});
    title(view, part);
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW});
    prep_parts_chosen(view, part);
    ui_close(view->ui);
    ui_close(view->ui);
    ui_close(view->ui);
}

static void cards(const View *view)
{
    bool tall = view_is_tall(view);
    bool lines = is_large(view) || (!tall && view_tight(view) > 0);
    int columns = lines && tall ? 1 : 2;

    ui_open(view->ui, (UiBox){.axis = AXIS_GRID, .columns = columns, .gap = U_GAP, .grow = GROW});
    for (int part = 0; part < APP_PREP_TALK_PARTS; part++) {
        if (lines) {
            line(view, part);
        } else {
            card(view, part);
        }
    }
    ui_close(view->ui);
}

/* ---- on ---------------------------------------------------------------------------------- */

/* A card without a sentence is no card: the button is dashed until there is one. */
static void buttons(const View *view)
{
    bool ready = app_prep_any(view->app, 0, APP_PREP_TALK_PARTS);

    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .gap = U_GAP});
    parts_button(view, (PartsButton){.id = "prep.after",
                                     .face = FACE_BUTTON,
                                     .type = TYPE_BUTTON_SMALL,
                                     .icon = "clipboard-check",
                                     .label = view_text(view, TEXT_PREP_AFTER),
                                     .action = {ACT_GO, SCREEN_AGREE},
                                     .grow = GROW,
                                     .tight = true,
                                     .height_u = U_FLOW_H});
    ui_leaf(view->ui, (UiBox){.id = "prep.make",
                              .role = ROLE_BUTTON,
                              .face = FACE_BUTTON_PRIMARY,
                              .icon = "cards",
                              .label = view_text(view, TEXT_PREP_MAKE),
                              .action = {ACT_GO, SCREEN_PREP_CARD},
                              .grow = GROW,
                              .min_h = U_FLOW_H,
                              .state = ready ? 0 : STATE_DISABLED});
    ui_close(view->ui);
}

static void actions(const View *view)
{
    parts_action(view, LENGTH_HELP_CARD_PAD, U_GAP);
    cards(view);
    if (view_is_tall(view)) {
        rights(view);
    }
    buttons(view);
    if (view_is_tall(view) || (!is_large(view) && view_tight(view) == 0)) {
        prep_parts_private(view);
    }
    ui_close(view->ui);
}

void prep_view(const View *view)
{
    parts_body(view);
    if (view_is_tall(view)) {
        head(view);
    } else {
        side(view);
    }
    actions(view);
    ui_close(view->ui);
}
