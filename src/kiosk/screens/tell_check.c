/* tell_check.c - what a child tells, as pictures, then sending or not; and thanks. What stands here
 * is visitor.story, the very bytes that are sealed. Says that nobody can call back, and where help
 * is: what is told here is read days later. */
#include "board.h"
#include "keyboard.h"
#include "lengths.h"
#include "parts.h"
#include "screens.h"
#include "share_parts.h"

enum { ANSWERS = 3 };

static const SignalStory *story_of(const View *view)
{
    return &view->app->visitor.story;
}

/* ---- the stage --------------------------------------------------------------------------- */

static void line(const View *view, const char *icon, TextKey text)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .gap = LENGTH_LINE_GAP,
                              .margin = {U_4XL, 0, U_4XL, 0}});
    parts_disc(view, icon, HUE_WHITE, LENGTH_DISC_PHONE_HELP);
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_CHILD_TEXT,
                              .label = view_text(view, text),
                              .grow = GROW});
    ui_close(view->ui);
}

static void along(const View *view)
{
    const SignalStory *story = story_of(view);

    if (view->app->visitor.picked != 0) {
        ui_leaf(view->ui, (UiBox){.id = "tell_check.look",
                                  .role = ROLE_TEXT,
                                  .type = TYPE_CHILD_TEXT,
                                  .text = ALIGN_CENTER,
                                  .label = view_text(view, TEXT_TELL_CHECK_LOOK),
                                  .margin = {U_4XL, 0, U_4XL, U_S},
                                  .state = STATE_LIVE});
    }
    ui_leaf(view->ui, (UiBox){.id = "tell_check.value.along",
                              .role = ROLE_TEXT,
                              .type = TYPE_SUB,
                              .text = ALIGN_CENTER,
                              .label = share_parts_along(view, story->lang, story->week),
                              .margin = {U_4XL, 0, U_4XL, U_L}});
}

static void stage(const View *view)
{
    board_stage_open(view, HUE_PLUM, LENGTH_SHARE_SIDE);
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .gap = U_L, .grow = GROW});
    ui_leaf(view->ui, (UiBox){.id = "tell_check.title",
                              .role = ROLE_HEADING,
                              .face = FACE_TITLE_CHILD,
                              .type = TYPE_CHILD_TITLE,
                              .label = view_text(view, TEXT_TELL_CHECK)});
    ui_spacer(view->ui);
    line(view, "user-off", TEXT_TELL_CHECK_WHO);
    line(view, "users", TEXT_TELL_CHECK_READ);
    line(view, "lifebuoy", TEXT_TELL_CHECK_HELP);
    ui_spacer(view->ui);
    along(view);
    ui_close(view->ui);
    ui_close(view->ui);
}

/* ---- the answers ------------------------------------------------------------------------- */

/* The picture of the first sentence that was tapped. */
static const char *say_picture(const View *view)
{
    const List *list = content_list(view->content, STR("share-say-child"));

    for (int i = 0; list != NULL && i < list->count; i++) {
        if ((view->app->visitor.share.lines & (1U << i)) != 0) {
            return view_str(list->items[i].picture);
        }
    }
    return NULL;
}

static void own_words(const View *view)
{
    const SignalStory *story = story_of(view);

    if (story->text[0] == '\0') {
        return;
    }
    share_parts_row(view, (SharePartsRow){.id = "text",
                                          .icon = "keyboard",
                                          .caption = TEXT_TELL_CHECK_TEXT,
                                          .value = story->text,
                                          .change = {ACT_SHARE_CHANGE, SCREEN_SHARE_WRITE},
                                          .state = STATE_PRIVATE});
}

static UiAction to(ScreenId change)
{
    return (UiAction){ACT_SHARE_CHANGE, (int)change};
}

/* In portrait two beside each other and what is said under them: side by side they would be narrow
 * and their pictures small. */
static void tiles(const View *view)
{
    const SignalStory *story = story_of(view);
    int columns = view_is_tall(view) && story->text[0] == '\0' ? ANSWERS - 1 : ANSWERS;

    ui_open(view->ui, (UiBox){.axis = AXIS_GRID, .columns = columns, .gap = U_GAP, .grow = GROW});
    board_answer(view,
                 (BoardAnswer){"mood", story->mood == 0 ? NULL : share_parts_face(story->mood),
                               "mood-heart", HUE_SUN, share_parts_mood(view, story->mood),
                               to(SCREEN_TELL_MOOD), 0, 0});
    board_answer(
        view, (BoardAnswer){
                  "topic", board_picture(view, "child-about", view->app->visitor.share.topic - 1),
                  "dots", HUE_SKY, share_parts_topic(view, story), to(SCREEN_TELL_TOPIC), 0, 0});
    board_answer(view, (BoardAnswer){"lines", say_picture(view), "message-2", HUE_LEAF,
                                     share_parts_lines(view, story), to(SCREEN_TELL_SAY), 0,
                                     columns < ANSWERS ? columns : 0});
    ui_close(view->ui);
}

/* Own words need the room of the tiles where panel or letters leave little: two pages then. */
static bool is_paged(const View *view)
{
    bool little = !view_is_tall(view) || view->theme->wish.text > TEXT_SIZE_120;

    return little && story_of(view)->text[0] != '\0';
}

static void turn(const View *view)
{
    ui_open(view->ui, (UiBox){.id = "tell_check.next",
                              .role = ROLE_BUTTON,
                              .face = FACE_GO,
                              .axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .justify = ALIGN_CENTER,
                              .label = view_text(view, TEXT_CHILD_GO),
                              .action = {ACT_PAGE, 1},
                              .h = U_CHILD_GO_H});
    ui_icon(view->ui, "check", U_ICON_GO, INK_ON_PETROL);
    ui_close(view->ui);
}

static void send(const View *view)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .gap = U_GAP, .h = U_CHILD_SEND_H});
    parts_button(view, (PartsButton){.id = "tell_check.not",
                                     .face = FACE_BUTTON,
                                     .icon = "x",
                                     .label = view_text(view, TEXT_ASK_NOT),
                                     .action = {ACT_SHARE_NOT, 0},
                                     .grow = GROW});
    ui_leaf(view->ui, (UiBox){.id = "tell_check.send",
                              .role = ROLE_BUTTON,
                              .face = FACE_BUTTON_SHARE,
                              .icon = "send",
                              .label = view_text(view, TEXT_ASK_SEND),
                              .action = {ACT_SEND, 0},
                              .grow = LENGTH_SHARE_SEND_CHILD,
                              .state = STATE_MIRROR});
    ui_close(view->ui);
}

static void answers(const View *view)
{
    bool second = is_paged(view) && app_place(view->app)->page > 0;

    if (!second) {
        tiles(view);
    }
    if (is_paged(view) && !second) {
        turn(view);
        return;
    }
    if (second) {
        ui_spacer(view->ui);
    }
    own_words(view);
    send(view);
}

void tell_check_view(const View *view)
{
    parts_body(view);
    stage(view);
    ui_open(view->ui, (UiBox){.face = FACE_CHILD_ACTION,
                              .margin = parts_wide_reach(view),
                              .axis = AXIS_COLUMN,
                              .gap = U_GAP,
                              .grow = GROW});
    answers(view);
    ui_close(view->ui);
    ui_close(view->ui);
}

/* ---- thanks ------------------------------------------------------------------------------ */

static void ring(const View *view)
{
    enum { FULL = 1000 };

    ui_leaf(view->ui, (UiBox){.id = "tell_done.ring",
                              .role = ROLE_PROGRESS,
                              .face = FACE_RING,
                              .icon = "clock",
                              .amount = (int)(app_ring(view->app) * (float)FULL),
                              .w = U_RING,
                              .h = U_RING,
                              .state = STATE_SILENT});
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_SUB,
                              .label = view_text(view, TEXT_ASK_EMPTIES),
                              .grow = GROW});
}

static void foot(const View *view)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .align = ALIGN_CENTER, .gap = U_GAP});
    ring(view);
    parts_button(view, (PartsButton){.id = "tell_done.longer",
                                     .face = FACE_BUTTON,
                                     .icon = "plus",
                                     .label = view_text(view, TEXT_SAVED_LONGER),
                                     .action = {ACT_LONGER, 0},
                                     .grow = GROW,
                                     .tight = true,
                                     .height_u = U_CHILD_GO_H});
    parts_button(view, (PartsButton){.id = "tell_done.done",
                                     .face = FACE_BUTTON_PRIMARY,
                                     .icon = "check",
                                     .label = view_text(view, TEXT_SAVED_DONE),
                                     .action = {ACT_DONE, 0},
                                     .grow = GROW,
                                     .tight = true,
                                     .height_u = U_CHILD_GO_H});
    ui_close(view->ui);
}

static void thanks(const View *view)
{
    board_stage_open(view, HUE_PLUM, LENGTH_SHARE_SIDE);
    ui_leaf(view->ui,
            (UiBox){.role = ROLE_IMAGE,
                    .picture = board_reads(view) ? "mensen-tiener-mentor" : "stip-soft-wave",
                    .grow = GROW,
                    .margin = {.top = U_L},
                    .state = STATE_SILENT});
    ui_leaf(view->ui, (UiBox){.id = "tell_done.title",
                              .role = ROLE_HEADING,
                              .type = TYPE_CHILD_TITLE_BIG,
                              .text = ALIGN_CENTER,
                              .label = view_text(view, TEXT_TELL_DONE)});
    ui_leaf(view->ui, (UiBox){.id = "tell_done.lead",
                              .role = ROLE_TEXT,
                              .type = TYPE_CHILD_TEXT,
                              .text = ALIGN_CENTER,
                              .label = view_text(view, TEXT_TELL_DONE_LEAD),
                              .margin = {U_3XL, U_GAP_TIGHT, U_3XL, U_3XL}});
    ui_close(view->ui);
}

/* Who told something may want more than telling: a talk, or help at once. */
static void more(const View *view)
{
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_CHILD_TEXT,
                              .text = ALIGN_CENTER,
                              .label = view_text(view, TEXT_TELL_DONE_MORE)});
    ui_open(view->ui, (UiBox){.axis = view_tight(view) > 0 ? AXIS_ROW : AXIS_COLUMN, .gap = U_GAP});
    int grow = view_tight(view) > 0 ? GROW : 0;
    parts_button(view, (PartsButton){.id = "tell_done.ask",
                                     .face = FACE_BUTTON_CALL,
                                     .icon = "messages",
                                     .label = view_text(view, TEXT_ASK_HOME),
                                     .action = {ACT_GO, SCREEN_ASK_ABOUT},
                                     .grow = grow,
                                     .height_u = U_CHILD_SEND_H});
    parts_button(view, (PartsButton){.id = "tell_done.help",
                                     .face = FACE_BUTTON,
                                     .icon = "lifebuoy",
                                     .label = view_text(view, TEXT_BAR_HELP),
                                     .action = {ACT_HELP, 0},
                                     .grow = grow,
                                     .height_u = U_CHILD_SEND_H});
    ui_close(view->ui);
}

void tell_done_view(const View *view)
{
    parts_body(view);
    thanks(view);
    ui_open(view->ui, (UiBox){.face = FACE_CHILD_ACTION,
                              .margin = parts_wide_reach(view),
                              .axis = AXIS_COLUMN,
                              .gap = U_GAP,
                              .grow = GROW});
    ui_spacer(view->ui);
    more(view);
    ui_spacer(view->ui);
    foot(view);
    ui_close(view->ui);
    ui_close(view->ui);
}
