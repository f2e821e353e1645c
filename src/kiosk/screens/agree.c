/* agree.c - what was agreed in a talk with school: who does what, and when. Filled in after the
 * talk, and shown as a card of its own. Nothing of it is kept. */
#include "lengths.h"
#include "parts.h"
#include "prep_card.h"
#include "prep_parts.h"
#include "screens.h"

static void head(const View *view)
{
    bool tall = view_is_tall(view);

    ui_open(view->ui, (UiBox){.face = FACE_READ,
                              .min_h = parts_read_height(view),
                              .axis = tall ? AXIS_ROW : AXIS_COLUMN,
                              .align = tall ? ALIGN_CENTER : ALIGN_START,
                              .grow = tall ? 0 : LENGTH_SHARE_SIDE,
                              .gap = LENGTH_HEAD_GAP});
    parts_blob(view, "clipboard-check", HUE_PETROL, U_BLOB_TOPIC);
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = tall ? GROW : 0});
    parts_title(view, TEXT_AGREE_TITLE, view_text(view, TEXT_AGREE_LEAD));
    ui_close(view->ui);
    parts_side_picture(view, "s3-plan");
    ui_close(view->ui);
}

/* How many things, and when. */
static void tags(const View *view, int part)
{
    const char *when = prep_words_when(view, part, view->app->visitor.language);

    ui_open(view->ui, (UiBox){.axis = AXIS_WRAP, .gap = U_GAP, .row_gap = U_S});
    prep_parts_chosen(view, part);
    if (when[0] != '\0') {
        ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                                  .face = FACE_TAG,
                                  .hue = HUE_SUN,
                                  .icon = "clock",
                                  .icon_size = U_ICON_SMALL,
                                  .label = when,
                                  .min_h = LENGTH_PREP_TAG_H});
    }
    ui_close(view->ui);
}

static void card(const View *view, int part)
{
    const PrepWordsPart *words = prep_words_part(part);

    ui_open(view->ui, (UiBox){.id = view_id(view, words->id),
                              .role = ROLE_BUTTON,
                              .face = FACE_CARD,
                              .axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .gap = LENGTH_QUESTION_GAP,
                              .action = {ACT_PREP_PART, part}});
    parts_blob(view, words->icon, words->hue, view_is_tall(view) ? U_BLOB_BIG : U_BLOB);
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW, .gap = U_S});
    ui_text(view->ui, TYPE_CARD, prep_words_title(view, part));
    tags(view, part);
    ui_close(view->ui);
    prep_parts_chevron(view);
    ui_close(view->ui);
}

void agree_view(const View *view)
{
    bool ready = app_prep_any(view->app, APP_PREP_TALK_PARTS, APP_PREP_AGREE_PARTS);

    parts_body(view);
    head(view);
    parts_action(view, LENGTH_HELP_CARD_PAD, U_GAP);
    ui_open(view->ui, (UiBox){.axis = AXIS_GRID,
                              .columns = view_tight(view) == 0 ? 1 : 2,
                              .gap = U_GAP,
                              .grow = GROW});
    for (int part = APP_PREP_TALK_PARTS; part < APP_PREP_COUNT; part++) {
        card(view, part);
    }
    ui_close(view->ui);
    ui_leaf(view->ui, (UiBox){.id = "agree.make",
                              .role = ROLE_BUTTON,
                              .face = FACE_BUTTON_PRIMARY,
                              .icon = "cards",
                              .label = view_text(view, TEXT_AGREE_MAKE),
                              .action = {ACT_GO, SCREEN_AGREE_CARD},
                              .min_h = U_FLOW_H,
                              .state = ready ? 0 : STATE_DISABLED});
    prep_parts_private(view);
    ui_close(view->ui);
    ui_close(view->ui);
}

void agree_card_view(const View *view)
{
    prep_card_show(view, &(PrepCard){.first = APP_PREP_TALK_PARTS,
                                     .count = APP_PREP_AGREE_PARTS,
                                     .icon = "clipboard-check",
                                     .title = TEXT_AGREE_CARD_TITLE,
                                     .lead = TEXT_AGREE_CARD_LEAD,
                                     .lead_foreign = TEXT_AGREE_CARD_LEAD,
                                     .change = SCREEN_AGREE});
}
