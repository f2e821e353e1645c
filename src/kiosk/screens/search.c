/* search.c - looking for a topic by one's own words (mock-up 04b). What is typed here is forgotten
 * with the session and counted nowhere. */
#include "keyboard.h"
#include "keycap.h"
#include "lengths.h"
#include "parts.h"
#include "screens.h"

/* Beside the keyboard; on the page without it. */
enum { HITS = 3, HITS_SMALL = 2, HITS_LARGE = 1, EXAMPLES = 2 };
enum { HITS_PAGE = 6, HITS_PAGE_SMALL = 4, HITS_PAGE_LARGE = 4 };

static bool is_small(const View *view)
{
    return view->theme->layout == LAYOUT_SMALL;
}

static bool is_large(const View *view)
{
    return view->theme->wish.text > TEXT_SIZE_120;
}

/* Beside the keys of a small panel there is room for words only. */
static bool is_narrow(const View *view)
{
    return is_small(view) && app_place(view->app)->page == 0;
}

/* A small panel has no room for answers beside the keys, nor in large letters. */
static bool is_brief(const View *view)
{
    return is_narrow(view) || (is_small(view) && is_large(view));
}

/* Where everything stands under each other on a wide panel, no letter size may bring it nearer. */
static int gap_of(const View *view)
{
    return view_is_tall(view) ? 0 : U_GAP;
}

static int top_of(const View *view, int tall_u)
{
    return view_is_tall(view) ? tall_u : 0;
}

static void typed(const View *view, unsigned state)
{
    ui_icon(view->ui, "search", LENGTH_ICON_FIELD, INK_PETROL_STRONG);
    ui_leaf(view->ui, (UiBox){.id = "search.field",
                              .role = ROLE_FIELD,
                              .type = TYPE_FIELD,
                              .label = view_text(view, TEXT_SEARCH_TITLE),
                              .value = view->app->visitor.query,
                              .grow = GROW,
                              .state = STATE_PRIVATE | state});
}

static void field(const View *view)
{
    ui_open(
        view->ui,
        (UiBox){.face = FACE_FIELD, .axis = AXIS_ROW, .align = ALIGN_CENTER, .pad = {.end = U_M}});
    typed(view, STATE_CARET);
    keyboard_field_button(view, "clear", "x", TEXT_KEY_CLEAR, (UiAction){ACT_KEY_CLEAR, 0});
    ui_close(view->ui);
}

/* On the page of results: the words, and a pencil that brings the keyboard back. */
static void field_at_rest(const View *view)
{
    ui_open(
        view->ui,
        (UiBox){.face = FACE_FIELD, .axis = AXIS_ROW, .align = ALIGN_CENTER, .pad = {.end = U_M}});
    typed(view, 0);
    keyboard_field_button(view, "edit", "pencil", TEXT_CHECK_CHANGE, (UiAction){ACT_PAGE, 0});
    ui_close(view->ui);
}

/* A row of results; `brief` leaves the answer out. */
typedef struct Hit {
    int topic, row;
    bool brief;
} Hit;

static void words(const View *view, const Topic *topic, bool brief)
{
    const char *lang = view_str(content_language(view->content, topic->language)->code);

    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW});
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_ROW,
                              .label = view_str(topic->title),
                              .label_short = view_str(topic->short_title),
                              .lang = lang});
    if (!brief) {
        ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                                  .type = TYPE_NOTE,
                                  .ink = INK_QUIET,
                                  .label = view_str(topic->answer.text),
                                  .lang = lang});
    }
    ui_close(view->ui);
}

static void hit(const View *view, Hit item)
{
    static const ThemeHue hues[] = {HUE_LEAF, HUE_PETROL, HUE_SKY};
    const Topic *topic = content_topic(view->content, view->app->visitor.language, item.topic);

    ui_open(view->ui, (UiBox){.id = ui_format(view->ui, "search.hit.%s", view_str(topic->id)),
                              .role = ROLE_BUTTON,
                              .face = FACE_CARD,
                              .axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .gap = U_L,
                              .min_h = LENGTH_SEARCH_HIT_H,
                              .pad = {U_L, LENGTH_GROUP_TOP, U_L, LENGTH_NAMELESS_TOP},
                              .action = {ACT_TOPIC, item.topic}});
    if (!is_narrow(view)) {
        parts_blob(view, topic->icon.size > 0 ? view_str(topic->icon) : "info-circle",
                   hues[item.row % (int)(sizeof hues / sizeof hues[0])], LENGTH_SEARCH_BLOB);
    }
    words(view, topic, item.brief || is_brief(view));
    ui_leaf(view->ui, (UiBox){.role = ROLE_IMAGE,
                              .icon = "chevron-right",
                              .w = LENGTH_ICON_CHEVRON,
                              .h = LENGTH_ICON_CHEVRON,
                              .icon_size = LENGTH_ICON_CHEVRON,
                              .ink = INK_TEXT,
                              .state = STATE_MIRROR | STATE_SILENT});
    ui_close(view->ui);
}

/* Before anything was typed: what asking looks like, with the first question of two situations. */
static void examples(const View *view, int max)
{
    int count = content_situation_count(view->content, AUDIENCE_PARENT);

    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_LEAD,
                              .ink = INK_QUIET,
                              .label = view_text(view, TEXT_SEARCH_HINT)});
    for (int i = 0; i < count && i < max && i < EXAMPLES; i++) {
        const Situation *situation = content_situation(view->content, AUDIENCE_PARENT, i);
        hit(view, (Hit){situation->questions[0].topic, i, true});
    }
}

static void found(const View *view, Str query, int max)
{
    ContentHit hits[HITS_PAGE];
    int count = content_search(view->content, view->app->visitor.language, AUDIENCE_PARENT, query,
                               hits, max);

    for (int i = 0; i < count; i++) {
        hit(view, (Hit){hits[i].topic, i, false});
    }
    if (count == 0) {
        parts_note(view, HUE_SUN, "info-circle", view_text(view, TEXT_SEARCH_NONE));
    }
}

static int hits_beside_keys(const View *view)
{
    if (is_large(view)) {
        return HITS_LARGE;
    }
    return is_small(view) ? HITS_SMALL : HITS;
}

static void hits(const View *view, int max)
{
    bool page = app_place(view->app)->page > 0;
    Str query = str_trim(str_of(view->app->visitor.query));

    ui_open(view->ui,
            (UiBox){.axis = page && !view_is_tall(view) ? AXIS_GRID : AXIS_COLUMN,
                    .columns = 2,
                    .gap = is_large(view) ? U_GAP_WIDE : U_GAP_TILE,
                    .min_h = is_large(view) || !view_is_tall(view) ? 0 : LENGTH_SEARCH_HITS_H,
                    .margin = {.top = top_of(view, U_L)}});
    if (query.size == 0) {
        examples(view, max);
    } else {
        found(view, query, max);
    }
    ui_close(view->ui);
}

static void foot(const View *view)
{
    ui_open(view->ui, (UiBox){.axis = is_narrow(view) ? AXIS_COLUMN : AXIS_ROW,
                              .gap = U_GAP_TILE,
                              .margin = {.top = top_of(view, LENGTH_NAMELESS_TOP)}});
    parts_button(view, (PartsButton){.id = "search.letter",
                                     .face = FACE_BUTTON,
                                     .type = TYPE_BUTTON_SMALL,
                                     .icon = "mail-opened",
                                     .label = view_text(view, TEXT_SEARCH_LETTER),
                                     .action = {ACT_GO, SCREEN_LETTERS},
                                     .grow = is_narrow(view) ? 0 : LENGTH_SHARE_LETTER,
                                     .height_u = U_FLOW_H});
    if (view->app->status.can_save) {
        parts_button(view, (PartsButton){.id = "search.call",
                                         .face = FACE_BUTTON_CALL,
                                         .icon = "phone-call",
                                         .label = view_text(view, TEXT_CALL_TITLE),
                                         .action = {ACT_CALL_START, 0},
                                         .grow = is_narrow(view) ? 0 : GROW,
                                         .height_u = U_FLOW_H});
    }
    ui_close(view->ui);
}

static void head(const View *view)
{
    ui_open(view->ui, (UiBox){.face = FACE_READ,
                              .axis = AXIS_COLUMN,
                              .min_h = parts_read_height(view),
                              .pad = {.top = LENGTH_SEARCH_TOP}});
    parts_title(view, TEXT_SEARCH_TITLE, NULL);
    ui_close(view->ui);
}

static void typing(const View *view)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN,
                              .pad = {U_EDGE_READ, LENGTH_NAMELESS_TOP, U_EDGE_READ, 0}});
    field(view);
    hits(view, hits_beside_keys(view));
    foot(view);
    ui_close(view->ui);
    ui_spacer(view->ui);
    keyboard_letters(view);
}

/* Landscape: the keyboard under the field, the results beside them. */
static void typing_wide(const View *view)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .grow = GROW});
    ui_open(view->ui,
            (UiBox){.axis = AXIS_COLUMN, .gap = U_GAP_BAR, .min_w = LENGTH_SEARCH_SIDE_W});
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN,
                              .grow = GROW,
                              .gap = U_S,
                              .justify = ALIGN_EVENLY,
                              .pad = {U_EDGE_WIDE, is_small(view) ? 0 : U_M, U_EDGE_READ, 0}});
    if (!is_large(view)) {
        parts_title(view, TEXT_SEARCH_TITLE, NULL);
    }
    field(view);
    ui_close(view->ui);
    keyboard_letters(view);
    ui_close(view->ui);
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN,
                              .gap = gap_of(view),
                              .grow = GROW,
                              .pad = {U_L, U_TOP_WIDE, U_EDGE_WIDE, U_FOOT_WIDE}});
    hits(view, hits_beside_keys(view));
    ui_spacer(view->ui);
    foot(view);
    ui_close(view->ui);
    ui_close(view->ui);
}

static int hits_on_page(const View *view)
{
    if (is_large(view)) {
        return HITS_PAGE_LARGE;
    }
    return is_small(view) ? HITS_PAGE_SMALL : HITS_PAGE;
}

static void results(const View *view)
{
    int side_u = parts_edge(view), foot_u = view_is_tall(view) ? U_L : U_FOOT_WIDE;

    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN,
                              .gap = gap_of(view),
                              .grow = GROW,
                              .pad = {side_u, LENGTH_NAMELESS_TOP, side_u, foot_u}});
    field_at_rest(view);
    hits(view, hits_on_page(view));
    ui_spacer(view->ui);
    foot(view);
    ui_close(view->ui);
}

void search_view(const View *view)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW});
    if (view_is_tall(view)) {
        head(view);
    }
    if (app_place(view->app)->page > 0) {
        results(view);
    } else if (view_is_tall(view)) {
        typing(view);
    } else {
        typing_wide(view);
    }
    ui_close(view->ui);
}
