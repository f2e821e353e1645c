/* share.c - an experience of a parent, without a name: a face, a subject, sentences to tap or own
 * words (mock-ups 07a, 07b, 07c). */
#include "share_parts.h"

#include "lengths.h"
#include "parts.h"
#include "screens.h"
#include "subjects.h"

enum { STEP_MOOD = 1, STEP_TOPIC, STEP_SAY };

static const AppShare *share_of(const View *view)
{
    return &view->app->visitor.share;
}

/* ---- a face ------------------------------------------------------------------------------ */

static void face(const View *view, int mood)
{
    bool chosen = share_of(view)->mood == mood;

    ui_open(view->ui, (UiBox){.id = view_id_of(view, "mood", mood),
                              .role = ROLE_CHOICE,
                              .face = FACE_OPTION,
                              .hue = HUE_PLUM,
                              .axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .gap = LENGTH_SHARE_FACE_GAP,
                              .grow = GROW,
                              .pad = {.end = LENGTH_SHARE_FACE_PAD},
                              .action = {ACT_SHARE_MOOD, mood},
                              .state = chosen ? STATE_SELECTED : 0});
    ui_leaf(view->ui, (UiBox){.role = ROLE_IMAGE,
                              .picture = share_parts_face(mood),
                              .w = LENGTH_SHARE_FACE_W,
                              .self = ALIGN_STRETCH,
                              .state = STATE_SILENT});
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_HERO,
                              .label = share_parts_mood(view, mood),
                              .grow = GROW});
    share_parts_mark(view, chosen, LENGTH_SHARE_FACE_MARK);
    ui_close(view->ui);
}

/* A step as those of the callback: in landscape Verder stands under the question, at the start, and
 * the answers have all of the height. */
typedef struct Step {
    TextKey title, lead;
    int number;
    const char *picture;
} Step;

static void step_open(const View *view, Step step)
{
    if (view_is_tall(view)) {
        parts_body(view);
        share_parts_head(view, step.title, step.lead, step.number);
    } else {
        parts_side_open(view);
        share_parts_words(view, step.title, step.lead, step.number);
        parts_side_picture(view, step.picture);
    }
    ui_close(view->ui);
    parts_action(view, view_is_tall(view) ? LENGTH_TOP_NUMBER : 0, U_GAP);
}

static void step_close(const View *view, bool ready)
{
    if (view_is_tall(view)) {
        share_parts_next(view, ready);
        ui_close(view->ui);
        ui_close(view->ui);
        return;
    }
    ui_close(view->ui);
    parts_side_foot(view);
    share_parts_next(view, ready);
    parts_side_close(view);
}

void share_mood_view(const View *view)
{
    step_open(view, (Step){TEXT_SHARE_MOOD, TEXT_SHARE_MOOD_LEAD, STEP_MOOD, "samen"});
    ui_open(view->ui, (UiBox){.axis = view_tight(view) > 0 ? AXIS_GRID : AXIS_COLUMN,
                              .columns = 2,
                              .gap = U_GAP,
                              .grow = GROW});
    for (int mood = SIGNAL_MOOD_MAX; mood > 0; mood--) {
        face(view, mood);
    }
    ui_close(view->ui);
    step_close(view, share_of(view)->mood > 0);
}

/* ---- a subject --------------------------------------------------------------------------- */

void share_topic_view(const View *view)
{
    int count = content_situation_count(view->content, AUDIENCE_PARENT);
    int topic = share_of(view)->topic; /* counted from 1; the last is something else */
    Subjects subjects = {.act = ACT_SHARE_TOPIC,
                         .hue = HUE_PLUM,
                         .chosen = topic > 0 && topic <= count ? 1U << (topic - 1) : 0,
                         .other = {.id = "share_topic.other",
                                   .icon = "dots",
                                   .text = TEXT_SHARE_OTHER,
                                   .action = {ACT_SHARE_TOPIC, count},
                                   .chosen = topic == count + 1}};

    step_open(view, (Step){TEXT_SHARE_TOPIC, TEXT_SHARE_TOPIC_LEAD, STEP_TOPIC, "gesprek"});
    subjects_show(view, &subjects);
    step_close(view, true);
}

/* ---- sentences --------------------------------------------------------------------------- */

/* Large letters on a wide panel have the room of what only decorates. */
static bool is_large(const View *view)
{
    return !view_is_tall(view) && view->theme->wish.text > TEXT_SIZE_120;
}

static void sentence(const View *view, const ListItem *item, int row)
{
    bool chosen = (share_of(view)->lines & (1U << row)) != 0;
    Str list = STR("share-say");

    ui_open(view->ui, (UiBox){.id = ui_format(view->ui, "share_say.%s", view_str(item->id)),
                              .role = ROLE_CHOICE,
                              .face = FACE_OPTION,
                              .hue = HUE_PLUM,
                              .axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .grow = GROW,
                              .action = {ACT_SHARE_LINE, row},
                              .state = chosen ? STATE_SELECTED : 0});
    if (!is_large(view) && view_tight(view) < UI_TIGHT_MAX) {
        parts_blob(view, item->icon.size > 0 ? view_str(item->icon) : "message-2", HUE_PLUM,
                   LENGTH_SHARE_BLOB);
    }
    ui_leaf(view->ui,
            (UiBox){.role = ROLE_TEXT,
                    .type = TYPE_OPTION,
                    .label = view_str(content_item_label(view->content, view->app->visitor.language,
                                                         list, item->id, STR(""))),
                    .lang = view_label_lang(view, list, item->id, STR("")),
                    .grow = GROW});
    share_parts_mark(view, chosen, LENGTH_SHARE_MARK);
    ui_close(view->ui);
}

/* Least room: own words stand in the row of the two ways on. */
static bool writes_beside(const View *view)
{
    return is_large(view) || (!view_is_tall(view) && view_tight(view) == UI_TIGHT_MAX);
}

static void write_button(const View *view)
{
    bool empty = share_of(view)->text[0] == '\0';

    parts_button(
        view, (PartsButton){.id = "share_say.write",
                            .face = FACE_BUTTON,
                            .icon = empty ? "keyboard" : "pencil",
                            .label = view_text(view, empty ? TEXT_SHARE_WRITE : TEXT_SHARE_WROTE),
                            .action = {ACT_GO, SCREEN_SHARE_WRITE},
                            .grow = writes_beside(view) ? GROW : 0});
}

/* Two ways on, as wide as on the drawing; everything is looked at once more before it is sent. */
static void look(const View *view)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .gap = U_GAP});
    if (writes_beside(view)) {
        write_button(view);
    }
    parts_button(view, (PartsButton){.id = "share_say.not",
                                     .face = FACE_BUTTON,
                                     .label = view_text(view, TEXT_CHECK_NOT),
                                     .action = {ACT_SHARE_NOT, 0},
                                     .grow = LENGTH_SHARE_NOT,
                                     .height_u = U_FLOW_H});
    ui_leaf(view->ui, (UiBox){.id = "share_say.next",
                              .role = ROLE_BUTTON,
                              .face = FACE_BUTTON_SHARE,
                              .icon = "arrow-right",
                              .icon_place = ICON_END,
                              .label = view_text(view, TEXT_SHARE_LOOK),
                              .action = {ACT_SHARE_NEXT, 0},
                              .grow = LENGTH_SHARE_SEND,
                              .min_h = U_FLOW_H,
                              .state = STATE_MIRROR});
    ui_close(view->ui);
}

void share_say_view(const View *view)
{
    const List *list = content_list(view->content, STR("share-say"));

    parts_body(view);
    share_parts_head(view, TEXT_SHARE_SAY, TEXT_SHARE_SAY_LEAD, STEP_SAY);
    if (!view_is_tall(view)) {
        ui_spacer(view->ui);
        parts_note(view, HUE_LEAF, "lock", view_text(view, TEXT_SHARE_PRIVACY));
    }
    ui_close(view->ui);
    parts_action(view, LENGTH_TOP_ABOUT, U_GAP);
    ui_open(view->ui, (UiBox){.axis = view_is_tall(view) ? AXIS_COLUMN : AXIS_GRID,
                              .columns = view_tight(view) == 0 ? 2 : LENGTH_COLUMNS_TIGHT,
                              .gap = U_GAP_TILE,
                              .grow = GROW});
    for (int i = 0; list != NULL && i < list->count && i < SIGNAL_LINES_MAX; i++) {
        sentence(view, &list->items[i], i);
    }
    ui_close(view->ui);
    if (!writes_beside(view)) {
        write_button(view);
    }
    if (view_is_tall(view)) {
        parts_note(view, HUE_LEAF, "lock", view_text(view, TEXT_SHARE_PRIVACY));
    }
    look(view);
    ui_close(view->ui);
    ui_close(view->ui);
}

/* ---- own words: of parents, and of children who read ------------------------------------- */

void share_write_view(const View *view)
{
    AppMode mode = view->app->visitor.mode;
    bool child = mode == APP_MODE_YOUNG || mode == APP_MODE_READING;

    share_parts_write(view, (SharePartsWrite){.title = child ? TEXT_TELL_SAY : TEXT_SHARE_SAY,
                                              .text = view->app->visitor.share.text,
                                              .warning = TEXT_SHARE_WRITE_WARNING});
}
