/* questions.c - the questions of one situation, at most six (mock-up 02b). */
#include "lengths.h"
#include "parts.h"
#include "screens.h"

enum { CARDS_FEW = 3 }; /* on a page, with large letters beside the picture */

static const Situation *situation_of(const View *view)
{
    return content_situation(view->content, AUDIENCE_PARENT, app_place(view->app)->arg);
}

static void head(const View *view)
{
    const Situation *situation = situation_of(view);
    Str title = content_item_label(view->content, view->app->visitor.language, STR("parent"),
                                   situation->id, STR(""));

    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = view_is_tall(view) ? GROW : 0});
    ui_heading(view->ui, TYPE_H1, view_str(title));
    ui_text(view->ui, TYPE_LEAD, view_text(view, TEXT_QUESTIONS_LEAD));
    ui_close(view->ui);
}

static void picture(const View *view, UiBox box)
{
    box.role = ROLE_IMAGE;
    box.face = FACE_PICTURE;
    box.hue = HUE_SKY;
    box.picture = view_str(situation_of(view)->picture);
    box.state = STATE_SILENT;
    ui_leaf(view->ui, box);
}

static const char *icon_of(const View *view, const Topic *topic)
{
    (void)view;
    return topic->icon.size == 0 ? "help-circle" : view_str(topic->icon);
}

/* A question has words of its own, or those of its topic. */
static const char *lang_of(const View *view, const Question *question, const Topic *topic)
{
    Str own =
        content_item_label(view->content, LANGUAGE_DUTCH, STR("question"), question->id, STR(""));

    return own.size > 0 ? view_label_lang(view, STR("question"), question->id, STR(""))
                        : view_str(content_language(view->content, topic->language)->code);
}

static void words(const View *view, const Question *question, const Topic *topic)
{
    Language language = view->app->visitor.language;
    Str hint =
        content_item_label(view->content, language, STR("question"), question->id, STR("hint"));

    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW});
    ui_leaf(view->ui,
            (UiBox){.role = ROLE_TEXT,
                    .type = TYPE_CARD,
                    .label = view_str(content_question_text(view->content, language, question)),
                    .label_short = view_str(topic->short_title),
                    .lang = lang_of(view, question, topic)});
    if (hint.size > 0) {
        ui_leaf(view->ui,
                (UiBox){.role = ROLE_TEXT,
                        .type = TYPE_NOTE,
                        .ink = INK_QUIET,
                        .label = view_str(hint),
                        .lang = view_label_lang(view, STR("question"), question->id, STR("hint"))});
    }
    ui_close(view->ui);
}

static void card(const View *view, const Question *question, int index)
{
    const Topic *topic = content_topic(view->content, view->app->visitor.language, question->topic);

    ui_open(view->ui, (UiBox){.id = ui_format(view->ui, "questions.%s", view_str(question->id)),
                              .role = ROLE_BUTTON,
                              .face = FACE_CARD,
                              .axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .gap = LENGTH_QUESTION_GAP,
                              .grow = GROW,
                              .pad = {.top = LENGTH_QUESTION_PAD_TOP,
                                      .end = LENGTH_QUESTION_PAD_END,
                                      .bottom = LENGTH_QUESTION_PAD_BOTTOM},
                              .action = {ACT_QUESTION, index}});
    parts_blob(view, icon_of(view, topic), HUE_SKY, LENGTH_BLOB_QUESTION);
    words(view, question, topic);
    ui_leaf(view->ui, (UiBox){.role = ROLE_IMAGE,
                              .icon = "chevron-right",
                              .w = LENGTH_ICON_CHEVRON,
                              .h = LENGTH_ICON_CHEVRON,
                              .icon_size = LENGTH_ICON_CHEVRON,
                              .ink = INK_TEXT,
                              .state = STATE_MIRROR | STATE_SILENT});
    ui_close(view->ui);
}

static int cards_on_page(const View *view)
{
    bool few = !view_is_tall(view) && view->theme->wish.text > TEXT_SIZE_120;

    return view_room(view, (ViewRoom){few ? CARDS_FEW : CONTENT_QUESTIONS_MAX, 2, 2});
}

static void cards(const View *view, int page)
{
    const Situation *situation = situation_of(view);
    int most = cards_on_page(view);
    int next = (page + 1) * most < situation->question_count ? page + 1 : 0;

    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW, .gap = U_GAP});
    for (int i = page * most; i < situation->question_count && i < (page + 1) * most; i++) {
        card(view, &situation->questions[i], i);
    }
    ui_close(view->ui);
    if (situation->question_count > most) {
        parts_button(view, (PartsButton){.id = "questions.more",
                                         .face = FACE_BUTTON,
                                         .icon = "chevron-down",
                                         .label = view_text(view, TEXT_PAGE_MORE),
                                         .action = {ACT_PAGE, next},
                                         .height_u = U_FLOW_H});
    }
}

/* Beside the questions large letters and small panels leave room for its name only. */
static bool has_room_for_words(const View *view)
{
    bool large = view->theme->wish.text > TEXT_SIZE_120;

    return view_is_tall(view) || (view->theme->layout != LAYOUT_SMALL && !large);
}

static void call(const View *view)
{
    if (view->app->status.can_save && !has_room_for_words(view)) {
        parts_button(view, (PartsButton){.id = "questions.call",
                                         .face = FACE_BUTTON_CALL,
                                         .icon = "phone-call",
                                         .label = view_text(view, TEXT_CALL_TITLE),
                                         .action = {ACT_CALL_START, 0},
                                         .height_u = U_FLOW_H});
    } else if (view->app->status.can_save) {
        parts_call(view,
                   (PartsHero){"questions.call", TEXT_CALL_TITLE,
                               view_text(view, TEXT_QUESTIONS_CALL), LENGTH_QUESTIONS_CALL_H});
    }
}

static void tall(const View *view, int page)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW});
    ui_open(view->ui, (UiBox){.face = FACE_READ,
                              .min_h = parts_read_height(view),
                              .axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .gap = LENGTH_QUESTIONS_HEAD_GAP});
    picture(view, (UiBox){.w = LENGTH_QUESTIONS_PICTURE_W, .h = LENGTH_QUESTIONS_PICTURE_H});
    head(view);
    ui_close(view->ui);
    parts_action(view, LENGTH_TOP_QUESTIONS, U_GAP);
    cards(view, page);
    call(view);
    ui_close(view->ui);
    ui_close(view->ui);
}

static void wide(const View *view, int page)
{
    parts_side_open(view);
    head(view);
    picture(view, (UiBox){.grow = GROW, .margin = {.top = U_L, .bottom = U_L}});
    ui_close(view->ui);
    parts_action(view, 0, U_GAP);
    cards(view, page);
    ui_close(view->ui);
    parts_side_foot(view);
    call(view);
    parts_side_close(view);
}

void questions_view(const View *view)
{
    int page = app_place(view->app)->page;
    bool known = page * cards_on_page(view) < situation_of(view)->question_count;

    if (view_is_tall(view)) {
        tall(view, known ? page : 0);
    } else {
        wide(view, known ? page : 0);
    }
}
