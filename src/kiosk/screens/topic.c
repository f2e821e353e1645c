/* topic.c - a topic: the answer first, then in short, steps, helpers, what to do (mock-up 03).
 * Pages instead of scrolling. A line with a hard word opens its explanation. */
#include "lengths.h"
#include "parts.h"
#include "points.h"
#include "screens.h"
#include "topic_scene.h"
#include "topic_words.h"

/* ---- lines ------------------------------------------------------------------------------- */

/* Words of a block of `part`; with a hard word inside, the whole line opens its explanation. */
typedef struct Line {
    Part part;
    const Block *block;
    const char *id; /* when it opens something */
} Line;

static void words(const TopicScene *scene, Line line, UiBox box)
{
    int word = topic_words_hard(line.block);

    box.role = word >= 0 ? ROLE_BUTTON : ROLE_TEXT;
    box.label = topic_words(scene->view, line.part, line.block);
    box.lang = scene->lang;
    if (word >= 0) {
        box.id = line.id;
        box.action = topic_scene_act(scene, ACT_WORD, word);
        box.hint = view_text(scene->view, TEXT_WORD_HINT);
    }
    ui_leaf(scene->view->ui, box);
}

static void point(const TopicScene *scene, Part part, int index, const char *icon)
{
    Ui *ui = scene->view->ui;

    ui_open(ui, (UiBox){.axis = AXIS_ROW,
                        .gap = U_M,
                        .margin = {.top = topic_pages_apart(scene->view) + UI_STEADY}});
    points_mark(scene->view, icon, part == PART_DOEN ? STATE_MIRROR : 0);
    words(scene,
          (Line){part, &scene->topic->parts[part].blocks[index],
                 ui_format(ui, "topic.word.%d.%d", (int)part, index)},
          (UiBox){.type = TYPE_BODY_LIST, .grow = GROW});
    ui_close(ui);
}

static void term(const TopicScene *scene, const Block *block)
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

static void step(const TopicScene *scene, int index, bool last)
{
    Ui *ui = scene->view->ui;
    const Block *block = &scene->topic->parts[PART_STAPPEN].blocks[index];
    int dot_u = topic_pages_dot(scene->view);

    ui_open(ui, (UiBox){.axis = AXIS_ROW, .gap = LENGTH_TOPIC_STEP_GAP});
    ui_open(ui, (UiBox){.axis = AXIS_COLUMN, .align = ALIGN_CENTER, .w = dot_u});
    ui_leaf(ui, (UiBox){.role = ROLE_TEXT,
                        .face = FACE_TIMELINE_DOT,
                        .label = ui_format(ui, "%d", index + 1),
                        .w = dot_u,
                        .h = dot_u});
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
    words(scene, (Line){PART_STAPPEN, block, ui_format(ui, "topic.word.step.%d", index)},
          (UiBox){.type = TYPE_STEP});
    term(scene, block);
    ui_close(ui);
    ui_close(ui);
}

static void helper(const TopicScene *scene, int index)
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
    words(scene, (Line){PART_HELPT, block, ui_format(ui, "topic.word.helper.%d", index)},
          (UiBox){.type = TYPE_SUB, .grow = GROW});
    ui_close(ui);
}

/* ---- sections ---------------------------------------------------------------------------- */

static bool has_part(const TopicScene *scene, Part part)
{
    for (int i = 0; i < scene->pages->count; i++) {
        const TopicPiece *piece = &scene->pages->pieces[i];
        if (piece->part == part && piece->page == scene->page && piece->block >= 0) {
            return true;
        }
    }
    return false;
}

static bool has_columns(const TopicScene *scene)
{
    for (int i = 0; i < scene->pages->count; i++) {
        const TopicPiece *piece = &scene->pages->pieces[i];
        if (piece->block == TOPIC_COLUMNS && piece->page == scene->page) {
            return true;
        }
    }
    return false;
}

static void title(const TopicScene *scene, Part part, TextKey text)
{
    bool plain = part == PART_STAPPEN || part == PART_HELPT;

    ui_leaf(scene->view->ui, (UiBox){.role = ROLE_HEADING,
                                     .type = TYPE_H2_TIGHT,
                                     .ink = plain ? INK_TEXT : INK_PETROL_STRONG,
                                     .label = view_text(scene->view, text),
                                     .margin = {.bottom = part == PART_STAPPEN ? U_S : 0}});
}

static void section_open(const TopicScene *scene, ThemeFace face, ThemeHue hue)
{
    ui_open(scene->view->ui, (UiBox){.face = face,
                                     .hue = hue,
                                     .axis = AXIS_COLUMN,
                                     .margin = {.top = LENGTH_TOPIC_SHORT_TOP}});
}

/* The blocks of one part on this page. */
static void blocks(const TopicScene *scene, Part part)
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

static void list(const TopicScene *scene, Part part, TextKey text)
{
    if (!has_part(scene, part)) {
        return;
    }
    section_open(scene, FACE_PANEL_HUE, part == PART_KORT ? HUE_PETROL : HUE_LEAF);
    title(scene, part, text);
    blocks(scene, part);
    ui_close(scene->view->ui);
}

static void plain(const TopicScene *scene, Part part, TextKey text)
{
    if (!has_part(scene, part)) {
        return;
    }
    section_open(scene, part == PART_HELPT ? FACE_PANEL : FACE_NONE, HUE_NONE);
    title(scene, part, text);
    blocks(scene, part);
    ui_close(scene->view->ui);
}

static void steps_column(const TopicScene *scene)
{
    ui_open(scene->view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = LENGTH_SHARE_STEPS});
    ui_leaf(scene->view->ui, (UiBox){.role = ROLE_HEADING,
                                     .type = TYPE_H2,
                                     .label = view_text(scene->view, TEXT_TOPIC_STEPS),
                                     .margin = {.bottom = LENGTH_OPTIONAL_SIDE}});
    blocks(scene, PART_STAPPEN);
    ui_close(scene->view->ui);
}

static void helpers_column(const TopicScene *scene)
{
    ui_open(scene->view->ui, (UiBox){.face = FACE_PANEL,
                                     .axis = AXIS_COLUMN,
                                     .grow = GROW,
                                     .self = ALIGN_START,
                                     .pad = {U_L, LENGTH_GAP_HELP, U_L, U_L}});
    ui_leaf(scene->view->ui, (UiBox){.role = ROLE_HEADING,
                                     .type = TYPE_H2,
                                     .label = view_text(scene->view, TEXT_TOPIC_HELPERS)});
    blocks(scene, PART_HELPT);
    ui_close(scene->view->ui);
}

static void columns(const TopicScene *scene)
{
    ui_open(scene->view->ui, (UiBox){.axis = AXIS_ROW,
                                     .align = ALIGN_START,
                                     .gap = LENGTH_TOPIC_COLUMNS_GAP,
                                     .margin = {.top = LENGTH_TOPIC_COLUMNS_TOP}});
    steps_column(scene);
    helpers_column(scene);
    ui_close(scene->view->ui);
}

static void body(const TopicScene *scene)
{
    ui_open(scene->view->ui, (UiBox){.axis = AXIS_COLUMN,
                                     .grow = GROW,
                                     .pad = {U_EDGE_READ, LENGTH_TOPIC_LEAD_TOP, U_EDGE_READ, 0}});
    if (scene->page == 0) {
        words(scene, (Line){PART_KORT, &scene->topic->answer, "topic.word.answer"},
              (UiBox){.type = TYPE_LEAD_TOPIC});
    }
    list(scene, PART_KORT, TEXT_TOPIC_SHORT);
    if (has_columns(scene)) {
        columns(scene);
    } else {
        plain(scene, PART_STAPPEN, TEXT_TOPIC_STEPS);
        plain(scene, PART_HELPT, TEXT_TOPIC_HELPERS);
    }
    list(scene, PART_DOEN, topic_scene_is_child(scene) ? TEXT_TOPIC_DO_CHILD : TEXT_TOPIC_DO);
    list(scene, PART_MEE, TEXT_TOPIC_TAKE);
    ui_close(scene->view->ui);
}

/* Above what a child can reach there is room for a picture. */
static void child_picture(const TopicScene *scene)
{
    Str picture = scene->topic->picture;

    ui_leaf(scene->view->ui,
            (UiBox){.role = ROLE_IMAGE,
                    .picture = picture.size > 0 ? view_str(picture) : "mensen-tiener",
                    .grow = GROW,
                    .self = ALIGN_STRETCH,
                    .margin = {.bottom = U_M},
                    .state = STATE_SILENT});
}

static void head(const TopicScene *scene)
{
    const Topic *topic = scene->topic;
    const char *icon = topic->icon.size > 0 ? view_str(topic->icon) : "info-circle";
    int head_u = topic_pages_head(scene->view, topic);

    bool low = topic_scene_is_child(scene); /* its text begins low: the title stands right above */

    ui_open(scene->view->ui, (UiBox){.face = FACE_READ,
                                     .min_h = head_u > 0 ? head_u + UI_STEADY : 0,
                                     .axis = AXIS_COLUMN,
                                     .justify = low ? ALIGN_END : ALIGN_CENTER,
                                     .pad = {.top = LENGTH_TOPIC_TOP}});
    if (low && view_is_tall(scene->view)) {
        child_picture(scene);
    }
    ui_open(scene->view->ui,
            (UiBox){.axis = AXIS_ROW, .align = ALIGN_CENTER, .gap = LENGTH_TOPIC_HEAD_GAP});
    parts_blob(scene->view, icon, HUE_PETROL, U_BLOB_TOPIC);
    ui_leaf(scene->view->ui, (UiBox){.id = "topic.title",
                                     .role = ROLE_HEADING,
                                     .type = TYPE_H1_TOPIC,
                                     .label = view_str(topic->title),
                                     .label_short = view_str(topic->short_title),
                                     .lang = scene->lang,
                                     .grow = GROW});
    ui_close(scene->view->ui);
    ui_close(scene->view->ui);
}

void topic_view(const View *view)
{
    const AppPlace *place = app_place(view->app);
    Language language = place->dutch ? LANGUAGE_DUTCH : view->app->visitor.language;
    const Topic *topic = content_topic(view->content, language, place->arg);
    TopicPages pages = topic_pages(view, topic);
    int page = place->page < pages.page_count ? place->page : pages.page_count - 1;
    TopicScene scene = {
        view, topic, &pages, topic_pages_lang(view, topic), page, view->app->visitor.word != 0};

    ui_open(view->ui, (UiBox){.axis = view_is_tall(view) ? AXIS_COLUMN : AXIS_ROW, .grow = GROW});
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW});
    head(&scene);
    body(&scene);
    ui_close(view->ui);
    topic_scene_foot(&scene);
    ui_close(view->ui);
}
