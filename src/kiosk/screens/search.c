/* search.c - looking for a topic by one's own words (mock-up 04b). What is typed here is forgotten
 * with the session and counted nowhere. */
#include "keyboard.h"
#include "lengths.h"
#include "parts.h"
#include "screens.h"

enum { HITS = 3 };

static void field(const View *view)
{
    ui_open(
        view->ui,
        (UiBox){.face = FACE_FIELD, .axis = AXIS_ROW, .align = ALIGN_CENTER, .pad = {.end = U_M}});
    ui_icon(view->ui, "search", LENGTH_ICON_FIELD, INK_PETROL_STRONG);
    ui_leaf(view->ui, (UiBox){.id = "search.field",
                              .role = ROLE_FIELD,
                              .type = TYPE_FIELD,
                              .label = view_text(view, TEXT_SEARCH_TITLE),
                              .value = view->app->visitor.query,
                              .grow = GROW,
                              .state = STATE_PRIVATE | STATE_CARET});
    keyboard_field_button(view, "clear", "x", TEXT_KEY_CLEAR, (UiAction){ACT_KEY_CLEAR, 0});
    ui_close(view->ui);
}

static void words(const View *view, const Topic *topic)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW});
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_ROW,
                              .label = view_str(topic->title),
                              .label_short = view_str(topic->short_title)});
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_NOTE,
                              .ink = INK_QUIET,
                              .label = view_str(topic->answer.text)});
    ui_close(view->ui);
}

static void hit(const View *view, int number)
{
    const Topic *topic = content_topic(view->content, view->app->visitor.language, number);

    ui_open(view->ui, (UiBox){.id = ui_format(view->ui, "search.hit.%s", view_str(topic->id)),
                              .role = ROLE_BUTTON,
                              .face = FACE_CARD,
                              .axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .gap = U_L,
                              .min_h = LENGTH_SEARCH_HIT_H,
                              .pad = {U_L, LENGTH_GROUP_TOP, U_L, LENGTH_NAMELESS_TOP},
                              .action = {ACT_TOPIC, number}});
    parts_blob(view, topic->icon.size > 0 ? view_str(topic->icon) : "info-circle", HUE_PETROL,
               LENGTH_SEARCH_BLOB);
    words(view, topic);
    ui_close(view->ui);
}

static void hits(const View *view)
{
    ContentHit found[HITS];
    Str query = str_trim(str_of(view->app->visitor.query));
    int count = query.size == 0 ? 0
                                : content_search(view->content, view->app->visitor.language,
                                                 AUDIENCE_PARENT, query, found, HITS);

    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN,
                              .gap = U_GAP_TILE,
                              .min_h = LENGTH_SEARCH_HITS_H,
                              .margin = {.top = U_L}});
    for (int i = 0; i < count; i++) {
        hit(view, found[i].topic);
    }
    if (count == 0 && query.size > 0) {
        parts_note(view, HUE_SUN, "info-circle", view_text(view, TEXT_SEARCH_NONE));
    }
    ui_close(view->ui);
}

static void foot(const View *view)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .gap = U_GAP_TILE});
    parts_button(view, (PartsButton){.id = "search.letter",
                                     .face = FACE_BUTTON,
                                     .icon = "mail-opened",
                                     .label = view_text(view, TEXT_SEARCH_LETTER),
                                     .action = {ACT_GO, SCREEN_LETTERS},
                                     .grow = LENGTH_SHARE_SHARE,
                                     .height_u = U_FLOW_H});
    if (view->app->status.can_save) {
        parts_button(view, (PartsButton){.id = "search.call",
                                         .face = FACE_BUTTON_CALL,
                                         .icon = "phone-call",
                                         .label = view_text(view, TEXT_CALL_TITLE),
                                         .action = {ACT_CALL_START, 0},
                                         .grow = GROW,
                                         .height_u = U_FLOW_H});
    }
    ui_close(view->ui);
}

void search_view(const View *view)
{
    bool tall = view_is_tall(view);

    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW});
    if (tall) {
        ui_open(view->ui, (UiBox){.face = FACE_READ,
                                  .axis = AXIS_COLUMN,
                                  .min_h = parts_read_height(view),
                                  .pad = {.top = LENGTH_SEARCH_TOP}});
        parts_title(view, TEXT_SEARCH_TITLE, NULL);
        ui_close(view->ui);
    }
    ui_open(view->ui, (UiBox){.axis = tall ? AXIS_COLUMN : AXIS_ROW,
                              .gap = tall ? 0 : U_L,
                              .pad = {U_EDGE_READ, LENGTH_NAMELESS_TOP, U_EDGE_READ, 0}});
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = tall ? 0 : GROW});
    field(view);
    if (!tall) {
        foot(view);
    }
    ui_close(view->ui);
    hits(view);
    if (tall) {
        foot(view);
    }
    ui_close(view->ui);
    ui_spacer(view->ui);
    keyboard_letters(view);
    ui_close(view->ui);
}
