/* topic.c - a topic: the answer first, then in short, steps, helpers, what to do (mock-up 03).
 * Pages instead of scrolling. A line with a hard word opens its explanation. */
#include "lengths.h"
#include "parts.h"
#include "screens.h"
#include "topic_pages.h"

typedef struct Scene {
    const View *view;
    const Topic *topic;
    const TopicPages *pages;
    const char *lang;
    int page;
    bool covered; /* a pop-up lies over it: nothing here can be pressed */
} Scene;

static UiAction unless_covered(const Scene *scene, int kind, int arg)
{
    return scene->covered ? (UiAction){0, 0} : (UiAction){kind, arg};
}

/* ---- lines ------------------------------------------------------------------------------- */

/* Words of a block; with a hard word inside, the whole line opens its explanation. */
static void words(const Scene *scene, const Block *block, UiBox box, const char *id)
{
    int word = topic_pages_word(block);

    box.role = word >= 0 ? ROLE_BUTTON : ROLE_TEXT;
    box.label = topic_pages_words(scene->view, block);
    box.lang = scene->lang;
    if (word >= 0) {
        box.id = id;
        box.action = unless_covered(scene, ACT_WORD, word);
        box.hint = view_text(scene->view, TEXT_WORD_HINT);
    }
    ui_leaf(scene->view->ui, box);
}

static void point(const Scene *scene, Part part, int index, const char *icon)
{
    Ui *ui = scene->view->ui;

    ui_open(ui, (UiBox){.axis = AXIS_ROW, .gap = U_M, .margin = {.top = LENGTH_TOPIC_POINT_TOP}});
    ui_leaf(ui, (UiBox){.role = ROLE_IMAGE,
                        .icon = icon,
                        .ink = INK_PETROL_STRONG,
                        .w = LENGTH_ICON_CHECK_LIST,
                        .h = LENGTH_ICON_CHECK_LIST,
                        .icon_size = LENGTH_ICON_CHECK_LIST,
                        .self = ALIGN_START,
                        .margin = {.top = LENGTH_LEAD_TOP},
                        .state = STATE_SILENT});
    words(scene, &scene->topic->parts[part].blocks[index],
          (UiBox){.type = TYPE_BODY_LIST, .grow = GROW},
          ui_format(ui, "topic.word.%d.%d", (int)part, index));
    ui_close(ui);
}

static void term(const Scene *scene, const Block *block)
{
    if (block->term.size == 0) {
        return;
    }
    ui_leaf(scene->view->ui, (UiBox){.role = ROLE_TEXT,
                                     .face = FACE_TAG,
                                     .hue = HUE_SUN,
                                     .icon = "calendar-event",
                                     .label = view_str(block->term),
                                     .lang = scene->lang,
                                     .self = ALIGN_START,
                                     .margin = {.top = LENGTH_TOPIC_TERM_TOP}});
}

static void step(const Scene *scene, int index, bool last)
{
    Ui *ui = scene->view->ui;
    const Block *block = &scene->topic->parts[PART_STAPPEN].blocks[index];

    ui_open(ui, (UiBox){.axis = AXIS_ROW, .gap = LENGTH_TOPIC_STEP_GAP});
    ui_open(ui, (UiBox){.axis = AXIS_COLUMN, .align = ALIGN_CENTER, .w = U_TIMELINE_DOT});
    ui_leaf(ui, (UiBox){.role = ROLE_TEXT,
                        .face = FACE_TIMELINE_DOT,
                        .label = ui_format(ui, "%d", index + 1),
                        .w = U_TIMELINE_DOT,
                        .h = U_TIMELINE_DOT});
    if (!last) {
        ui_leaf(ui, (UiBox){.face = FACE_TIMELINE_LINE,
                            .w = U_TIMELINE_LINE_W,
                            .min_h = LENGTH_LINE_MIN_H,
                            .grow = GROW,
                            .state = STATE_SILENT});
    }
    ui_close(ui);
    ui_open(ui, (UiBox){.axis = AXIS_COLUMN,
                        .grow = GROW,
                        .pad = {.top = LENGTH_TOPIC_STEP_TEXT_TOP,
                                .bottom = last ? 0 : LENGTH_TOPIC_STEP_BOTTOM}});
    words(scene, block, (UiBox){.type = TYPE_STEP}, ui_format(ui, "topic.word.step.%d", index));
    term(scene, block);
    ui_close(ui);
    ui_close(ui);
}

static void helper(const Scene *scene, int index)
{
    static const ThemeHue hues[] = {HUE_CORAL, HUE_SKY, HUE_LEAF, HUE_SUN};
    Ui *ui = scene->view->ui;
    const Block *block = &scene->topic->parts[PART_HELPT].blocks[index];
    const char *icon = block->icon.size > 0 ? view_str(block->icon) : "users";

    ui_open(ui, (UiBox){.axis = AXIS_ROW,
                        .align = ALIGN_START,
                        .gap = LENGTH_TOPIC_HELPER_GAP,
                        .margin = {.top = LENGTH_TOPIC_HELPER_TOP}});
    parts_disc(scene->view, icon, hues[index % (int)(sizeof hues / sizeof hues[0])],
               LENGTH_DISC_HELPER);
    words(scene, block, (UiBox){.type = TYPE_SUB, .grow = GROW},
          ui_format(ui, "topic.word.helper.%d", index));
    ui_close(ui);
}

/* ---- sections ---------------------------------------------------------------------------- */

static bool has_part(const Scene *scene, Part part)
{
    for (int i = 0; i < scene->pages->count; i++) {
        const TopicPiece *piece = &scene->pages->pieces[i];
        if (piece->part == part && piece->page == scene->page && piece->block >= 0) {
            return true;
        }
    }
    return false;
}

static bool has_columns(const Scene *scene)
{
    for (int i = 0; i < scene->pages->count; i++) {
        const TopicPiece *piece = &scene->pages->pieces[i];
        if (piece->block == TOPIC_COLUMNS && piece->page == scene->page) {
            return true;
        }
    }
    return false;
}

static void title(const Scene *scene, TextKey text, ThemeInk ink)
{
    ui_leaf(scene->view->ui, (UiBox){.role = ROLE_HEADING,
                                     .type = TYPE_H2_TIGHT,
                                     .ink = ink,
                                     .label = view_text(scene->view, text)});
}

static void section_open(const Scene *scene, ThemeFace face, ThemeHue hue)
{
    ui_open(scene->view->ui, (UiBox){.face = face,
                                     .hue = hue,
                                     .axis = AXIS_COLUMN,
                                     .margin = {.top = LENGTH_TOPIC_SHORT_TOP}});
}

/* The blocks of one part on this page. */
static void blocks(const Scene *scene, Part part)
{
    for (int i = 0; i < scene->pages->count; i++) {
        const TopicPiece *piece = &scene->pages->pieces[i];
        if (piece->part != part || piece->page != scene->page || piece->block < 0) {
            continue;
        }
        if (part == PART_STAPPEN) {
            step(scene, piece->block, piece->block + 1 == scene->topic->parts[part].count);
        } else if (part == PART_HELPT) {
            helper(scene, piece->block);
        } else {
            point(scene, part, piece->block,
                  part == PART_DOEN ? "arrow-right" : "circle-check-filled");
        }
    }
}

static void list(const Scene *scene, Part part, TextKey text)
{
    if (!has_part(scene, part)) {
        return;
    }
    section_open(scene, FACE_PANEL_HUE, part == PART_KORT ? HUE_PETROL : HUE_LEAF);
    title(scene, text, INK_PETROL_STRONG);
    blocks(scene, part);
    ui_close(scene->view->ui);
}

static void plain(const Scene *scene, Part part, TextKey text)
{
    if (!has_part(scene, part)) {
        return;
    }
    section_open(scene, part == PART_HELPT ? FACE_PANEL : FACE_NONE, HUE_NONE);
    title(scene, text, INK_TEXT);
    blocks(scene, part);
    ui_close(scene->view->ui);
}

static void steps_column(const Scene *scene)
{
    int count = scene->topic->parts[PART_STAPPEN].count;

    ui_open(scene->view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = LENGTH_SHARE_STEPS});
    ui_leaf(scene->view->ui, (UiBox){.role = ROLE_HEADING,
                                     .type = TYPE_H2,
                                     .label = view_text(scene->view, TEXT_TOPIC_STEPS),
                                     .margin = {.bottom = LENGTH_OPTIONAL_SIDE}});
    for (int i = 0; i < count; i++) {
        step(scene, i, i + 1 == count);
    }
    ui_close(scene->view->ui);
}

static void helpers_column(const Scene *scene)
{
    ui_open(scene->view->ui, (UiBox){.face = FACE_PANEL,
                                     .axis = AXIS_COLUMN,
                                     .grow = GROW,
                                     .self = ALIGN_START,
                                     .pad = {U_L, LENGTH_GAP_HELP, U_L, U_L}});
    ui_leaf(scene->view->ui, (UiBox){.role = ROLE_HEADING,
                                     .type = TYPE_H2,
                                     .label = view_text(scene->view, TEXT_TOPIC_HELPERS)});
    for (int i = 0; i < scene->topic->parts[PART_HELPT].count; i++) {
        helper(scene, i);
    }
    ui_close(scene->view->ui);
}

static void columns(const Scene *scene)
{
    ui_open(scene->view->ui, (UiBox){.axis = AXIS_ROW,
                                     .align = ALIGN_START,
                                     .gap = LENGTH_TOPIC_COLUMNS_GAP,
                                     .margin = {.top = LENGTH_TOPIC_COLUMNS_TOP}});
    steps_column(scene);
    helpers_column(scene);
    ui_close(scene->view->ui);
}

static void body(const Scene *scene)
{
    ui_open(scene->view->ui, (UiBox){.axis = AXIS_COLUMN,
                                     .grow = GROW,
                                     .pad = {U_EDGE_READ, LENGTH_TOPIC_LEAD_TOP, U_EDGE_READ, 0}});
    if (scene->page == 0) {
        words(scene, &scene->topic->answer, (UiBox){.type = TYPE_LEAD_TOPIC}, "topic.word.answer");
    }
    list(scene, PART_KORT, TEXT_TOPIC_SHORT);
    if (has_columns(scene)) {
        columns(scene);
    }
    plain(scene, PART_STAPPEN, TEXT_TOPIC_STEPS);
    plain(scene, PART_HELPT, TEXT_TOPIC_HELPERS);
    list(scene, PART_DOEN, TEXT_TOPIC_DO);
    list(scene, PART_MEE, TEXT_TOPIC_TAKE);
    ui_close(scene->view->ui);
}

static void head(const Scene *scene)
{
    const Topic *topic = scene->topic;
    const char *icon = topic->icon.size > 0 ? view_str(topic->icon) : "info-circle";

    ui_open(scene->view->ui, (UiBox){.face = FACE_READ,
                                     .min_h = parts_read_height(scene->view),
                                     .axis = AXIS_ROW,
                                     .align = ALIGN_CENTER,
                                     .gap = LENGTH_TOPIC_HEAD_GAP,
                                     .pad = {.top = LENGTH_TOPIC_TOP}});
    parts_blob(scene->view, icon, HUE_PETROL, U_BLOB_TOPIC);
    ui_leaf(scene->view->ui, (UiBox){.id = "topic.title",
                                     .role = ROLE_HEADING,
                                     .type = TYPE_H1_TOPIC,
                                     .label = view_str(topic->title),
                                     .label_short = view_str(topic->short_title),
                                     .lang = scene->lang,
                                     .grow = GROW});
    ui_close(scene->view->ui);
}

/* ---- actions ----------------------------------------------------------------------------- */

static void related(const Scene *scene, int index)
{
    static const ThemeHue hues[] = {HUE_LEAF, HUE_SUN, HUE_PETROL};
    const View *view = scene->view;
    int number = scene->topic->related[index];
    const Topic *topic = content_topic(view->content, view->app->visitor.language, number);

    ui_open(view->ui, (UiBox){.id = ui_format(view->ui, "topic.related.%s", view_str(topic->id)),
                              .role = ROLE_BUTTON,
                              .face = FACE_CHIP_TOPIC,
                              .axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .grow = GROW,
                              .action = unless_covered(scene, ACT_TOPIC, number)});
    parts_disc(view, topic->icon.size > 0 ? view_str(topic->icon) : "info-circle", hues[index],
               U_BLOB_SMALL);
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_CHIP_TOPIC,
                              .label = view_str(topic->short_title.size > 0 ? topic->short_title
                                                                            : topic->title),
                              .grow = GROW});
    ui_close(view->ui);
}

static void chips(const Scene *scene)
{
    enum { CHIPS = 3 };
    int count = scene->topic->related_count < CHIPS ? scene->topic->related_count : CHIPS;

    if (count == 0) {
        return;
    }
    ui_open(scene->view->ui, (UiBox){.axis = view_is_tall(scene->view) ? AXIS_ROW : AXIS_COLUMN,
                                     .gap = LENGTH_TOPIC_CHIP_GAP});
    for (int i = 0; i < count; i++) {
        related(scene, i);
    }
    ui_close(scene->view->ui);
}

static void page_button(const Scene *scene, const char *id, const char *icon, TextKey text,
                        int page)
{
    parts_button(scene->view, (PartsButton){.id = id,
                                            .face = FACE_BUTTON,
                                            .icon = icon,
                                            .label = view_text(scene->view, text),
                                            .action = unless_covered(scene, ACT_PAGE, page),
                                            .grow = GROW,
                                            .height_u = U_FLOW_H});
}

static void pager(const Scene *scene)
{
    if (scene->pages->page_count < 2) {
        return;
    }
    ui_open(scene->view->ui, (UiBox){.axis = AXIS_ROW, .gap = U_GAP});
    if (scene->page > 0) {
        page_button(scene, "topic.less", "chevron-up", TEXT_PAGE_LESS, scene->page - 1);
    }
    if (scene->page + 1 < scene->pages->page_count) {
        page_button(scene, "topic.more", "chevron-down", TEXT_PAGE_MORE, scene->page + 1);
    }
    ui_close(scene->view->ui);
}

/* A translation nobody checked says so; what states rights has its Dutch text one tap away. */
static void review(const Scene *scene)
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
                                   .action = unless_covered(scene, ACT_DUTCH, dutch ? 0 : 1)});
    }
}

static void call(const Scene *scene)
{
    const View *view = scene->view;

    if (!view->app->status.can_save) {
        MessageArg phone = view_phone(view);
        parts_note(view, HUE_CORAL, "phone", view_fill(view, TEXT_HOME_PHONE, &phone, 1));
        return;
    }
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .gap = U_GAP});
    parts_button(view, (PartsButton){.id = "topic.call",
                                     .face = FACE_BUTTON_CALL,
                                     .icon = "phone-call",
                                     .label = view_text(view, TEXT_CALL_TITLE),
                                     .action = unless_covered(scene, ACT_CALL_START, 0),
                                     .grow = GROW,
                                     .height_u = U_TOPIC_BUTTON_H});
    ui_close(view->ui);
}

static void actions(const Scene *scene)
{
    bool tall = view_is_tall(scene->view);

    ui_open(scene->view->ui, (UiBox){.face = FACE_ACTION,
                                     .axis = AXIS_COLUMN,
                                     .gap = U_GAP,
                                     .w = tall ? 0 : LENGTH_HOME_SIDE_W,
                                     .justify = ALIGN_END});
    pager(scene);
    review(scene);
    chips(scene);
    call(scene);
    ui_close(scene->view->ui);
}

void topic_view(const View *view)
{
    const AppPlace *place = app_place(view->app);
    Language language = place->dutch ? LANGUAGE_DUTCH : view->app->visitor.language;
    const Topic *topic = content_topic(view->content, language, place->arg);
    TopicPages pages = topic_pages(view, topic);
    int page = place->page < pages.page_count ? place->page : pages.page_count - 1;
    Scene scene = {
        view, topic, &pages, topic_pages_lang(view, topic), page, view->app->visitor.word != 0};

    ui_open(view->ui, (UiBox){.axis = view_is_tall(view) ? AXIS_COLUMN : AXIS_ROW, .grow = GROW});
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW});
    head(&scene);
    body(&scene);
    ui_close(view->ui);
    actions(&scene);
    ui_close(view->ui);
}
