/* share_check.c - everything that goes along, then sending or not; and thanks (mock-up 07d). What
 * stands here is visitor.story, the very bytes that are sealed. */
#include "share_parts.h"

#include "lengths.h"
#include "parts.h"
#include "screens.h"

enum { STEP_CHECK = 4 };

static const SignalStory *story_of(const View *view)
{
    return &view->app->visitor.story;
}

static UiAction change(ScreenId screen)
{
    return (UiAction){ACT_SHARE_CHANGE, (int)screen};
}

static void said(const View *view)
{
    const SignalStory *story = story_of(view);

    share_parts_row(
        view, (SharePartsRow){.id = "mood",
                              .icon = "mood-heart",
                              .picture = story->mood == 0 ? NULL : share_parts_face(story->mood),
                              .caption = TEXT_SHARE_CHECK_MOOD,
                              .value = share_parts_mood(view, story->mood),
                              .change = change(SCREEN_SHARE_MOOD)});
    share_parts_row(view, (SharePartsRow){.id = "topic",
                                          .icon = "messages",
                                          .caption = TEXT_SHARE_CHECK_TOPIC,
                                          .value = share_parts_topic(view, story),
                                          .change = change(SCREEN_SHARE_TOPIC)});
    share_parts_row(view, (SharePartsRow){.id = "lines",
                                          .icon = "message-2",
                                          .caption = TEXT_SHARE_CHECK_SAY,
                                          .value = share_parts_lines(view, story),
                                          .change = change(SCREEN_SHARE_SAY)});
}

static void own_words(const View *view)
{
    const SignalStory *story = story_of(view);
    bool empty = story->text[0] == '\0';

    share_parts_row(view,
                    (SharePartsRow){.id = "text",
                                    .icon = "keyboard",
                                    .caption = TEXT_SHARE_CHECK_TEXT,
                                    .value = empty ? view_text(view, TEXT_SHARE_NONE) : story->text,
                                    .change = change(SCREEN_SHARE_WRITE),
                                    .state = empty ? 0 : STATE_PRIVATE});
}

static void along(const View *view)
{
    const SignalStory *story = story_of(view);

    ui_leaf(view->ui, (UiBox){.id = "share_check.value.along",
                              .role = ROLE_TEXT,
                              .type = TYPE_NOTE,
                              .ink = INK_QUIET,
                              .label = share_parts_along(view, story->lang, story->week),
                              .margin = {LENGTH_OPTIONAL_SIDE, U_S, 0, U_S}});
}

static void send(const View *view)
{
    own_words(view);
    if (view_is_tall(view)) {
        along(view);
        ui_spacer(view->ui);
        share_parts_reads(view, TEXT_SHARE_CHECK_PRIVACY);
    } else {
        ui_spacer(view->ui);
    }
    share_parts_send(view, (SharePartsSend){.not_id = "share_check.not",
                                            .send_id = "share_check.send",
                                            .not_action = {ACT_SHARE_NOT, 0},
                                            .label = TEXT_SHARE_SEND,
                                            .ready = signal_story_is_whole(story_of(view))});
}

/* Large letters take two pages: first what was tapped, then own words and sending. */
static void turn(const View *view)
{
    ui_spacer(view->ui);
    parts_button(view, (PartsButton){.id = "share_check.next",
                                     .face = FACE_BUTTON_SHARE,
                                     .icon = "arrow-right",
                                     .label = view_text(view, TEXT_CALL_NEXT),
                                     .action = {ACT_PAGE, 1},
                                     .height_u = U_FLOW_H,
                                     .after = true,
                                     .mirror = true});
}

void share_check_view(const View *view)
{
    bool paged = view->theme->wish.text > TEXT_SIZE_120 || view->theme->layout == LAYOUT_SMALL;
    bool second = paged && app_place(view->app)->page > 0;

    parts_body(view);
    share_parts_head(view, TEXT_SHARE_CHECK, TEXT_SHARE_CHECK_LEAD, STEP_CHECK);
    if (!view_is_tall(view)) {
        ui_spacer(view->ui);
        along(view);
        share_parts_reads(view, TEXT_SHARE_CHECK_PRIVACY);
    }
    ui_close(view->ui);
    parts_action(view, LENGTH_TOP_ABOUT, U_GAP);
    if (!second) {
        said(view);
    }
    if (paged && !second) {
        turn(view);
    } else {
        send(view);
    }
    ui_close(view->ui);
    ui_close(view->ui);
}

/* ---- thanks ------------------------------------------------------------------------------ */

static void head(const View *view)
{
    bool tall = view_is_tall(view);

    ui_open(view->ui, (UiBox){.face = FACE_READ,
                              .axis = AXIS_COLUMN,
                              .align = ALIGN_CENTER,
                              .min_h = parts_read_height(view),
                              .grow = tall ? 0 : LENGTH_SHARE_SIDE,
                              .pad = {.top = tall ? LENGTH_SHARED_TOP : U_L}});
    if (tall) {
        ui_picture(view->ui, "samen", LENGTH_SHARED_PICTURE_W, LENGTH_SHARED_PICTURE_H);
    } else {
        parts_side_picture(view, "samen");
    }
    ui_leaf(view->ui, (UiBox){.id = "share_done.title",
                              .role = ROLE_HEADING,
                              .type = TYPE_H1_DONE,
                              .text = ALIGN_CENTER,
                              .label = view_text(view, TEXT_SHARE_DONE),
                              .margin = {.top = LENGTH_SHARED_TITLE_TOP}});
    ui_leaf(view->ui,
            (UiBox){.id = "share_done.lead",
                    .role = ROLE_TEXT,
                    .type = TYPE_LEAD_BIG,
                    .text = ALIGN_CENTER,
                    .label = view_text(view, TEXT_SHARE_DONE_LEAD),
                    .margin = {.top = LENGTH_SAVED_LEAD_TOP, .bottom = LENGTH_SHARED_LEAD_BOTTOM}});
    ui_close(view->ui);
}

static void did(const View *view)
{
    ui_open(view->ui, (UiBox){.id = "share_done.did",
                              .role = ROLE_BUTTON,
                              .face = FACE_CARD,
                              .axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .gap = LENGTH_QUESTION_GAP,
                              .min_h = LENGTH_SHARED_CARD_H,
                              .action = {ACT_GO, SCREEN_DID}});
    parts_blob(view, "list-check", HUE_PLUM, LENGTH_SHARED_BLOB);
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW});
    ui_text(view->ui, TYPE_CARD, view_text(view, TEXT_HOME_DID));
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_SUB,
                              .ink = INK_QUIET,
                              .label = view_text(view, TEXT_SHARE_DONE_DID)});
    ui_close(view->ui);
    ui_leaf(view->ui, (UiBox){.role = ROLE_IMAGE,
                              .icon = "chevron-right",
                              .w = LENGTH_ICON_CHEVRON,
                              .h = LENGTH_ICON_CHEVRON,
                              .icon_size = LENGTH_ICON_CHEVRON,
                              .state = STATE_MIRROR | STATE_SILENT});
    ui_close(view->ui);
}

static void call(const View *view)
{
    ui_open(view->ui, (UiBox){.face = FACE_PANEL_HUE,
                              .hue = HUE_CORAL,
                              .axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .gap = LENGTH_GAP_HELP,
                              .pad = {LENGTH_HELP_CARD_PAD, LENGTH_GAP_HELP, LENGTH_GAP_HELP,
                                      LENGTH_GAP_HELP}});
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_LEAD_TOPIC,
                              .label = view_text(view, TEXT_SHARE_DONE_CALL),
                              .grow = GROW});
    ui_leaf(view->ui, (UiBox){.id = "share_done.call",
                              .role = ROLE_BUTTON,
                              .face = FACE_BUTTON_CALL,
                              .icon = "phone-call",
                              .label = view_text(view, TEXT_CALL_TITLE),
                              .action = {ACT_CALL_START, 0},
                              .min_w = LENGTH_SHARED_CALL_W});
    ui_close(view->ui);
}

static void ring(const View *view)
{
    enum { FULL = 1000 };

    ui_open(view->ui, (UiBox){.axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .gap = LENGTH_GAP_CHOICES,
                              .w = LENGTH_SAVED_RING_W});
    ui_leaf(view->ui, (UiBox){.id = "share_done.ring",
                              .role = ROLE_PROGRESS,
                              .face = FACE_RING,
                              .icon = "clock",
                              .amount = (int)(app_ring(view->app) * (float)FULL),
                              .w = U_RING,
                              .h = U_RING,
                              .state = STATE_SILENT});
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_SUB,
                              .label = view_text(view, TEXT_SAVED_EMPTIES),
                              .grow = GROW});
    ui_close(view->ui);
}

static void foot(const View *view)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .align = ALIGN_CENTER, .gap = U_GAP});
    ring(view);
    parts_button(view, (PartsButton){.id = "share_done.longer",
                                     .face = FACE_BUTTON,
                                     .icon = "plus",
                                     .label = view_text(view, TEXT_SAVED_LONGER),
                                     .action = {ACT_LONGER, 0},
                                     .grow = GROW,
                                     .tight = true,
                                     .height_u = U_FLOW_H});
    parts_button(view, (PartsButton){.id = "share_done.done",
                                     .face = FACE_BUTTON_PRIMARY,
                                     .icon = "check",
                                     .label = view_text(view, TEXT_SAVED_DONE),
                                     .action = {ACT_DONE, 0},
                                     .grow = LENGTH_SHARE_DONE,
                                     .height_u = U_FLOW_H});
    ui_close(view->ui);
}

void share_done_view(const View *view)
{
    parts_body(view);
    head(view);
    ui_open(view->ui, (UiBox){.face = FACE_ACTION,
                              .axis = AXIS_COLUMN,
                              .grow = GROW,
                              .gap = LENGTH_GAP_HELP,
                              .justify = ALIGN_END});
    did(view);
    if (view->app->status.can_save && !view->app->status.flooded) {
        call(view);
    }
    foot(view);
    ui_close(view->ui);
    ui_close(view->ui);
}
