/* letter.c - one word of a letter: what it means, which term runs, and the topic that tells more.
 * The term is that of the topic's own steps: no screen states a term of its own. */
#include "lengths.h"
#include "parts.h"
#include "points.h"
#include "screens.h"

enum { TERMS_MAX = 3 };

static const ListItem *item_of(const View *view)
{
    const List *list = content_list(view->content, STR("letters"));
    int index = app_place(view->app)->arg;

    return list == NULL || index < 0 || index >= list->count ? NULL : &list->items[index];
}

static Str label_of(const View *view, Str id, Str part)
{
    return content_item_label(view->content, view->app->visitor.language, STR("letters"), id, part);
}

static const Topic *topic_of(const View *view, const ListItem *item)
{
    return content_topic(view->content, view->app->visitor.language, item->topic);
}

static void head(const View *view, const ListItem *item)
{
    ui_open(view->ui, (UiBox){.face = FACE_READ,
                              .axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .gap = LENGTH_HEAD_GAP,
                              .min_h = parts_read_height(view)});
    parts_blob(view, item->icon.size > 0 ? view_str(item->icon) : "mail-opened", HUE_SKY,
               U_BLOB_TOPIC);
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW});
    ui_leaf(view->ui, (UiBox){.role = ROLE_HEADING,
                              .type = TYPE_H1,
                              .label = view_str(label_of(view, item->id, STR(""))),
                              .lang = view_label_lang(view, STR("letters"), item->id, STR(""))});
    ui_text(view->ui, TYPE_LEAD, view_str(label_of(view, item->id, STR("hint"))));
    ui_close(view->ui);
    ui_close(view->ui);
}

static void panel_open(const View *view, ThemeFace face, TextKey title, ThemeInk ink)
{
    ui_open(view->ui, (UiBox){.face = face,
                              .hue = HUE_PETROL,
                              .axis = AXIS_COLUMN,
                              .gap = LENGTH_GROUP_TOP,
                              .pad = {U_XL, U_L, U_XL, U_XL}});
    ui_leaf(view->ui, (UiBox){.role = ROLE_HEADING,
                              .type = TYPE_H2_TIGHT,
                              .ink = ink,
                              .label = view_text(view, title)});
}

/* The explanation of the word when there is one, else the answer of its topic. */
static void meaning(const View *view, const ListItem *item)
{
    const Topic *topic = topic_of(view, item);
    int number = content_word_find(view->content, item->id);
    const Word *word =
        number < 0 ? NULL : content_word(view->content, view->app->visitor.language, number);
    Language language = word == NULL ? topic->language : word->language;

    panel_open(view, FACE_PANEL_HUE, TEXT_LETTER_MEANS, INK_PETROL_STRONG);
    ui_leaf(view->ui, (UiBox){.id = "letter.means",
                              .role = ROLE_TEXT,
                              .type = TYPE_LEAD,
                              .label = view_str(word == NULL ? topic->answer.text : word->say),
                              .lang = view_str(content_language(view->content, language)->code)});
    ui_close(view->ui);
}

static void point(const View *view, const Topic *topic, const Block *block)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .align = ALIGN_START, .gap = U_M});
    points_mark(view, "circle-check-filled", 0);
    ui_leaf(view->ui,
            (UiBox){.role = ROLE_TEXT,
                    .type = TYPE_BODY_LIST,
                    .label = view_str(block->text),
                    .lang = view_str(content_language(view->content, topic->language)->code),
                    .grow = GROW});
    ui_close(view->ui);
}

/* The same points that open the topic. */
static void in_short(const View *view, const ListItem *item)
{
    const Topic *topic = topic_of(view, item);
    const TopicPart *part = &topic->parts[PART_KORT];
    Date today;

    (void)app_today(view->app, &today);
    if (part->count == 0) {
        return;
    }
    panel_open(view, FACE_PANEL, TEXT_TOPIC_SHORT, INK_TEXT);
    for (int i = 0; i < part->count; i++) {
        if (content_block_is_shown(&part->blocks[i], today)) {
            point(view, topic, &part->blocks[i]);
        }
    }
    ui_close(view->ui);
}

static void term(const View *view, const Topic *topic, const Block *block)
{
    const char *lang = view_str(content_language(view->content, topic->language)->code);

    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_BODY_LIST,
                              .label = view_str(block->text),
                              .lang = lang});
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .face = FACE_TAG,
                              .hue = HUE_SUN,
                              .icon = "calendar-event",
                              .label = view_str(block->term),
                              .lang = lang,
                              .self = ALIGN_START});
}

static void terms(const View *view, const ListItem *item)
{
    const Topic *topic = topic_of(view, item);
    const TopicPart *steps = &topic->parts[PART_STAPPEN];
    Date today;
    int most = view_room(view, (ViewRoom){TERMS_MAX, 1, 1}); /* the topic has all of them */
    int shown = 0;

    (void)app_today(view->app, &today);
    panel_open(view, FACE_PANEL, TEXT_LETTER_TERMS, INK_TEXT);
    for (int i = 0; i < steps->count && shown < most; i++) {
        const Block *block = &steps->blocks[i];
        if (block->term.size > 0 && content_block_is_shown(block, today)) {
            term(view, topic, block);
            shown++;
        }
    }
    if (shown == 0) {
        ui_text(view->ui, TYPE_BODY_LIST, view_text(view, TEXT_LETTER_NO_TERM));
    }
    ui_close(view->ui);
}

static void foot(const View *view, const ListItem *item)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .gap = U_GAP});
    if (view->app->status.can_save) {
        parts_button(view, (PartsButton){.id = "letter.call",
                                         .face = FACE_BUTTON_CALL,
                                         .icon = "phone-call",
                                         .label = view_text(view, TEXT_CALL_TITLE),
                                         .action = {ACT_CALL_START, 0},
                                         .grow = GROW,
                                         .height_u = U_FLOW_H});
    }
    parts_button(view, (PartsButton){.id = "letter.read",
                                     .face = FACE_BUTTON_PRIMARY,
                                     .icon = "book",
                                     .label = view_text(view, TEXT_LETTER_READ),
                                     .action = {ACT_TOPIC, item->topic},
                                     .grow = LENGTH_SHARE_PREPARE,
                                     .height_u = U_FLOW_H});
    ui_close(view->ui);
}

/* On a small panel and with large letters the topic tells the rest. */
static bool has_short(const View *view)
{
    return view->theme->wish.text <= TEXT_SIZE_120 && view->theme->layout != LAYOUT_SMALL &&
           view_tight(view) == 0;
}

static void note(const View *view)
{
    parts_note(view, HUE_SUN, "calendar-event", view_text(view, TEXT_LETTERS_NOTE));
}

static void to_do(const View *view, const ListItem *item)
{
    foot(view, item);
    parts_button(view, (PartsButton){.id = "letter.wrong",
                                     .face = FACE_LINK,
                                     .icon = "pencil",
                                     .label = view_text(view, TEXT_CONTENT_WRONG),
                                     .action = {ACT_FIX_START, 0}});
}

/* Landscape: what it means at one side, what to do about it at the other. */
static void wide(const View *view, const ListItem *item)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .grow = GROW});
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW});
    head(view, item);
    parts_action(view, LENGTH_TOP_PLAIN, U_GAP);
    meaning(view, item);
    if (has_short(view)) {
        in_short(view, item);
    } else {
        note(view);
    }
    ui_close(view->ui);
    ui_close(view->ui);
    parts_action(view, LENGTH_TOP_PLAIN, U_GAP);
    terms(view, item);
    ui_spacer(view->ui);
    if (has_short(view)) {
        note(view);
    }
    to_do(view, item);
    ui_close(view->ui);
    ui_close(view->ui);
}

void letter_view(const View *view)
{
    const ListItem *item = item_of(view);

    if (item == NULL) {
        return;
    }
    if (!view_is_tall(view)) {
        wide(view, item);
        return;
    }
    parts_body(view);
    head(view, item);
    parts_action(view, LENGTH_TOP_PLAIN, U_GAP);
    meaning(view, item);
    if (has_short(view)) {
        in_short(view, item);
    }
    terms(view, item);
    ui_spacer(view->ui);
    note(view);
    to_do(view, item);
    ui_close(view->ui);
    ui_close(view->ui);
}
