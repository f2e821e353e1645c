/* topic_scene.c - see topic_scene.h. */
#include "topic_scene.h"

#include "lengths.h"
#include "parts.h"

enum { SLOTS = 3, SLOTS_FEW = 2 }; /* of the row of chips */

UiAction topic_scene_act(const TopicScene *scene, int kind, int arg)
{
    return scene->covered ? (UiAction){0, 0} : (UiAction){kind, arg};
}

bool topic_scene_is_child(const TopicScene *scene)
{
    AppMode mode = scene->view->app->visitor.mode;

    return mode == APP_MODE_YOUNG || mode == APP_MODE_READING;
}

typedef struct Chip {
    const char *id;
    const char *icon;
    ThemeHue hue;
    const char *label;
    const char *lang; /* NULL = of the screen */
    UiAction action;
} Chip;

static void chip(const TopicScene *scene, Chip item)
{
    Ui *ui = scene->view->ui;

    ui_open(ui, (UiBox){.id = item.id,
                        .role = ROLE_BUTTON,
                        .face = FACE_CHIP_TOPIC,
                        .axis = AXIS_ROW,
                        .align = ALIGN_CENTER,
                        .grow = GROW,
                        .action = item.action});
    parts_disc(scene->view, item.icon, item.hue, U_BLOB_SMALL);
    ui_leaf(ui, (UiBox){.role = ROLE_TEXT,
                        .type = TYPE_CHIP_TOPIC,
                        .label = item.label,
                        .lang = item.lang,
                        .grow = GROW});
    ui_close(ui);
}

static void related(const TopicScene *scene, int index)
{
    static const ThemeHue hues[] = {HUE_LEAF, HUE_SUN, HUE_PETROL};
    const View *view = scene->view;
    int number = scene->topic->related[index];
    const Topic *topic = content_topic(view->content, view->app->visitor.language, number);
    Str label = topic->short_title.size > 0 ? topic->short_title : topic->title;

    chip(scene, (Chip){.id = ui_format(view->ui, "topic.related.%s", view_str(topic->id)),
                       .icon = topic->icon.size > 0 ? view_str(topic->icon) : "info-circle",
                       .hue = hues[index],
                       .label = view_str(label),
                       .lang = view_str(content_language(view->content, topic->language)->code),
                       .action = topic_scene_act(scene, ACT_TOPIC, number)});
}

/* Where a visitor says that something is not right. */
static void wrong(const TopicScene *scene)
{
    chip(scene, (Chip){.id = "topic.wrong",
                       .icon = "pencil",
                       .hue = HUE_SAND,
                       .label = view_text(scene->view, TEXT_CONTENT_WRONG),
                       .action = topic_scene_act(scene, ACT_FIX_START, 0)});
}

static bool is_last_page(const TopicScene *scene)
{
    return scene->page + 1 >= scene->pages->page_count;
}

/* The other page of a topic: always in the last slot, so that two taps in a row do no harm. */
static void pager(const TopicScene *scene)
{
    bool last = is_last_page(scene);

    chip(scene, (Chip){.id = last ? "topic.less" : "topic.more",
                       .icon = last ? "chevron-up" : "chevron-down",
                       .hue = HUE_PETROL,
                       .label = view_text(scene->view, last ? TEXT_PAGE_LESS : TEXT_PAGE_MORE),
                       .action = topic_scene_act(scene, ACT_PAGE,
                                                 last ? scene->page - 1 : scene->page + 1)});
}

/* Beside the text, under the line of reach: two and two beside each other. */
static bool is_low(const View *view)
{
    return !view_is_tall(view) && view->theme->reach_u > 0;
}

/* Beside the text large letters leave room for two. */
static int slots(const View *view)
{
    bool large = view->theme->wish.text > TEXT_SIZE_120 || is_low(view) || view_tight(view) > 0;

    return !view_is_tall(view) && large ? SLOTS_FEW : SLOTS;
}

/* Getting ready for a talk with school, as a button. Where there is little room only its own topic
 * has that, and where there is least only the first page of it; the others have a chip. */
static bool offers_prepare(const TopicScene *scene)
{
    const View *view = scene->view;
    int own = content_topic_find(view->content, AUDIENCE_PARENT, STR("gesprek-voorbereiden"));

    if (view_tight(view) > 0 && scene->page > 0) {
        return false;
    }
    return slots(view) == SLOTS || own == app_place(view->app)->arg;
}

/* Least room: what a topic offers itself stands in the place of a related one. */
static int chips_taken(const TopicScene *scene)
{
    bool offers = topic_scene_is_child(scene) || offers_prepare(scene);

    return view_tight(scene->view) > 0 && offers ? 1 : 0;
}

/* What has no button here stands in the place of a related topic, on the first page: getting ready
 * for parents, the card for children. */
static bool has_own_chip(const TopicScene *scene)
{
    const View *view = scene->view;

    if (scene->page > 0) {
        return false;
    }
    if (topic_scene_is_child(scene)) {
        return view_tight(view) == UI_TIGHT_MAX;
    }
    return !offers_prepare(scene) && view->app->status.can_save;
}

static void own_chip(const TopicScene *scene)
{
    bool child = topic_scene_is_child(scene);
    ScreenId screen = child ? SCREEN_CARD_WHERE : SCREEN_PREP;

    chip(scene,
         (Chip){.id = child ? "topic.card" : "topic.prepare",
                .icon = child ? "cards" : "list-check",
                .hue = HUE_PETROL,
                .label = view_text(scene->view, child ? TEXT_CHILD_HOME_CARD : TEXT_TOPIC_PREPARE),
                .action = topic_scene_act(scene, ACT_GO, (int)screen)});
}

/* Slots: what has no button or related topics, on the last page what is wrong here, and the other
 * page. */
static void chips(const TopicScene *scene)
{
    bool paged = scene->pages->page_count > 1, own = has_own_chip(scene);
    bool faults = is_last_page(scene) && scene->view->app->visitor.mode != APP_MODE_YOUNG;
    int taken = (paged ? 1 : 0) + (faults ? 1 : 0) + (own ? 1 : 0) + chips_taken(scene);
    int count = slots(scene->view) - taken;

    bool beside = view_is_tall(scene->view) || is_low(scene->view);

    ui_open(scene->view->ui,
            (UiBox){.axis = beside ? AXIS_ROW : AXIS_COLUMN, .gap = LENGTH_TOPIC_CHIP_GAP});
    if (own) {
        own_chip(scene);
    }
    for (int i = 0; i < count && i < scene->topic->related_count; i++) {
        related(scene, i);
    }
    if (faults) {
        wrong(scene);
    }
    if (paged) {
        pager(scene);
    }
    ui_close(scene->view->ui);
}

/* A translation nobody checked says so; what states rights has its Dutch text one tap away. */
static void review(const TopicScene *scene)
{
    const View *view = scene->view;
    const Topic *topic = scene->topic;
    bool foreign = view->app->visitor.language != LANGUAGE_DUTCH;

    if (!foreign) {
        return;
    }
    if (topic->language == LANGUAGE_DUTCH && !app_place(view->app)->dutch) {
        parts_note(view, HUE_SAND, "info-circle", view_text(view, TEXT_CONTENT_ONLY_DUTCH));
    } else if (topic->reviewed_by.size == 0 || app_place(view->app)->dutch) {
        bool dutch = app_place(view->app)->dutch;
        parts_button(view,
                     (PartsButton){.id = "topic.dutch",
                                   .face = FACE_LINK,
                                   .icon = "info-circle",
                                   .label = view_text(view, dutch ? TEXT_TOPIC_OWN_LANGUAGE
                                                                  : TEXT_TOPIC_UNREVIEWED),
                                   .action = topic_scene_act(scene, ACT_DUTCH, dutch ? 0 : 1)});
    }
}

static void prepare(const TopicScene *scene)
{
    const View *view = scene->view;

    if (!offers_prepare(scene)) {
        return;
    }
    parts_button(view, (PartsButton){.id = "topic.prepare",
                                     .face = FACE_BUTTON_PRIMARY,
                                     .icon = "list-check",
                                     .label = view_text(view, TEXT_TOPIC_PREPARE),
                                     .action = topic_scene_act(scene, ACT_GO, SCREEN_PREP),
                                     .grow = LENGTH_SHARE_PREPARE,
                                     .height_u = U_TOPIC_BUTTON_H});
}

static void card(const TopicScene *scene)
{
    parts_button(scene->view,
                 (PartsButton){.id = "topic.card",
                               .face = FACE_BUTTON,
                               .icon = "cards",
                               .label = view_text(scene->view, TEXT_CHILD_HOME_CARD),
                               .action = topic_scene_act(scene, ACT_GO, SCREEN_CARD_WHERE),
                               .grow = GROW,
                               .height_u = U_TOPIC_BUTTON_H});
}

static void talk(const TopicScene *scene)
{
    parts_button(scene->view,
                 (PartsButton){.id = "topic.ask",
                               .face = FACE_BUTTON_CALL,
                               .icon = "messages",
                               .label = view_text(scene->view, TEXT_ASK_HOME),
                               .action = topic_scene_act(scene, ACT_GO, SCREEN_ASK_ABOUT),
                               .grow = GROW,
                               .height_u = U_TOPIC_BUTTON_H});
}

/* A child is offered people and the card, never a form of its parents; help stands in the bar.
 * Talking stays where there is least room. */
static void child_foot(const TopicScene *scene)
{
    const View *view = scene->view;
    bool beside = view_is_tall(view) || is_low(view);

    ui_open(view->ui, (UiBox){.axis = beside ? AXIS_ROW : AXIS_COLUMN, .gap = U_GAP});
    talk(scene);
    if (view_tight(view) < UI_TIGHT_MAX) {
        card(scene);
    }
    ui_close(view->ui);
}

static void call(const TopicScene *scene)
{
    const View *view = scene->view;

    if (topic_scene_is_child(scene)) {
        child_foot(scene);
        return;
    }
    if (!view->app->status.can_save) {
        MessageArg phone = view_phone(view);
        parts_note(view, HUE_CORAL, "phone", view_fill(view, TEXT_HOME_PHONE, &phone, 1));
        return;
    }
    ui_open(view->ui, (UiBox){.axis = view_is_tall(view) ? AXIS_ROW : AXIS_COLUMN, .gap = U_GAP});
    parts_button(view, (PartsButton){.id = "topic.call",
                                     .face = FACE_BUTTON_CALL,
                                     .icon = "phone-call",
                                     .label = view_text(view, TEXT_CALL_TITLE),
                                     .action = topic_scene_act(scene, ACT_CALL_START, 0),
                                     .grow = GROW,
                                     .height_u = U_TOPIC_BUTTON_H});
    prepare(scene);
    ui_close(view->ui);
}

void topic_scene_foot(const TopicScene *scene)
{
    bool tall = view_is_tall(scene->view);

    ui_open(scene->view->ui, (UiBox){.face = FACE_ACTION,
                                     .margin = parts_wide_reach(scene->view),
                                     .axis = AXIS_COLUMN,
                                     .gap = U_GAP,
                                     .w = tall ? 0 : topic_pages_side(scene->view),
                                     .justify = ALIGN_END});
    review(scene);
    chips(scene);
    call(scene);
    ui_close(scene->view->ui);
}
