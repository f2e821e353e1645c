/* child_story.c - a question answered in four pictures (mock-up 10). */
#include "board.h"
#include "lengths.h"
#include "parts.h"
#include "screens.h"

enum { PANELS = 4, NONE = -1 };

static const ThemeHue HUES[PANELS] = {HUE_SKY, HUE_SUN, HUE_PETROL, HUE_LEAF};

static const TopicPart *story_of(const View *view)
{
    const Topic *topic =
        content_topic(view->content, view->app->visitor.language, app_place(view->app)->arg);

    return &topic->parts[PART_VERHAAL];
}

static int panel_count(const View *view)
{
    return story_of(view)->count < PANELS ? story_of(view)->count : PANELS;
}

static int shown(const View *view)
{
    int picked = view->app->visitor.picked;

    return picked > 0 && picked <= panel_count(view) ? picked - 1 : 0;
}

/* The row of child-more that comes after this story, or nothing: only the stories about ourselves
 * stand there, and lead to each other. */
static int following(const View *view, const List *more)
{
    for (int i = 0; more != NULL && i + 1 < more->count; i++) {
        if (more->items[i].topic == app_place(view->app)->arg) {
            return i + 1;
        }
    }
    return NONE;
}

/* Where a story leads: to the next one, else to talking. */
static PartsButton onward(const View *view)
{
    static const char name[] = "child-more";
    const List *more = content_list(view->content, STR("child-more"));
    int row = following(view, more);

    if (row == NONE) {
        return (PartsButton){.id = "child_story.ask",
                             .face = FACE_BUTTON_CALL,
                             .icon = "messages",
                             .label = view_text(view, TEXT_ASK_HOME),
                             .action = {ACT_GO, SCREEN_ASK_ABOUT}};
    }
    return (PartsButton){.id = "child_story.on",
                         .face = FACE_BUTTON_QUIET,
                         .icon = view_str(more->items[row].icon),
                         .label = board_label(view, name, row, ""),
                         .action = {ACT_TOPIC, more->items[row].topic}};
}

/* After the last picture a child has heard something, and may tell something. */
static void tell(const View *view)
{
    if (!view->app->status.can_save) {
        return;
    }
    parts_button(view, (PartsButton){.id = "child_story.tell",
                                     .face = FACE_BUTTON_SHARE,
                                     .icon = "mood-heart",
                                     .label = view_text(view, TEXT_TELL_HOME),
                                     .action = {ACT_SHARE_START, 0},
                                     .grow = GROW,
                                     .height_u = U_CHILD_SEND_H,
                                     .tight = true});
}

static void foot(const View *view)
{
    int next = (shown(view) + 1) % (panel_count(view) > 0 ? panel_count(view) : 1);
    PartsButton button = onward(view);

    button.grow = GROW;
    button.height_u = U_CHILD_SEND_H;
    ui_open(view->ui,
            (UiBox){.axis = AXIS_ROW, .gap = U_GAP, .span = UI_SPAN_ALL, .h = U_CHILD_SEND_H});
    parts_button(view, button);
    if (shown(view) + 1 == panel_count(view)) {
        tell(view);
    } else if (board_reads(view)) {
        parts_button(view, (PartsButton){.id = "child_story.wrong",
                                         .face = FACE_BUTTON,
                                         .icon = "pencil",
                                         .label = view_text(view, TEXT_CONTENT_WRONG),
                                         .action = {ACT_FIX_START, 0},
                                         .grow = GROW,
                                         .height_u = U_CHILD_SEND_H,
                                         .tight = true});
    }
    ui_open(view->ui, (UiBox){.id = "child_story.next",
                              .role = ROLE_BUTTON,
                              .face = FACE_GO,
                              .axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .justify = ALIGN_CENTER,
                              .label = view_text(view, TEXT_CHILD_NEXT),
                              .action = {ACT_PICK, next},
                              .grow = GROW});
    ui_leaf(view->ui, (UiBox){.role = ROLE_IMAGE,
                              .icon = "player-skip-forward-filled",
                              .icon_size = U_5XL,
                              .w = U_5XL,
                              .h = U_5XL,
                              .ink = INK_ON_PETROL,
                              .state = STATE_MIRROR | STATE_SILENT});
    ui_close(view->ui);
    ui_close(view->ui);
}

/* Large letters: the stage says the sentence, the tile has its number, so that pictures stay. */
static const char *panel_label(const View *view, const Block *panel, int index)
{
    return view->theme->wish.text > TEXT_SIZE_120 ? ui_format(view->ui, "%d", index + 1)
                                                  : view_str(panel->text);
}

void child_story_view(const View *view)
{
    const TopicPart *story = story_of(view);
    const Block *now = story->count > 0 ? &story->blocks[shown(view)] : NULL;

    board_open(view,
               (BoardStage){.title = now == NULL ? "" : view_str(now->text),
                            .type = TYPE_CHILD_TITLE_SMALL,
                            .picture = now == NULL ? NULL : view_str(now->picture),
                            .hue = HUES[shown(view)]},
               2);
    for (int i = 0; i < panel_count(view); i++) {
        board_tile(view, (BoardTile){i, ui_format(view->ui, "panel.%d", i),
                                     view_str(story->blocks[i].picture), NULL, HUES[i],
                                     panel_label(view, &story->blocks[i], i), TYPE_TILE});
    }
    foot(view);
    board_close(view);
}
