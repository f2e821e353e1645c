/* reading_home.c - the home of children who read, 9 to 18 years (mock-up 08r), and more questions.
 */
#include "board.h"
#include "lengths.h"
#include "parts.h"
#include "screens.h"

/* OTHERS: cards beside the questions on the home. */
enum { COLUMNS = 2, COLUMNS_LOW = 3, ROWS_TALL = 6, ROWS_WIDE = 4, OTHERS = 4 };

static const ThemeHue HUES[] = {HUE_SKY, HUE_SUN, HUE_PETROL, HUE_LEAF};

typedef struct ReadingCard {
    const char *id;
    const char *icon;
    ThemeHue hue;
    const char *label;
    UiAction action;
} ReadingCard;

static void card_over(const View *view, ReadingCard item, int columns)
{
    ui_open(view->ui, (UiBox){.id = item.id,
                              .role = ROLE_BUTTON,
                              .face = FACE_CARD,
                              .axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .gap = LENGTH_GAP_HELP,
                              .pad = {LENGTH_GAP_CHOICES, U_GAP_TIGHT, LENGTH_TOPIC_STEP_GAP,
                                      LENGTH_GAP_CHOICES},
                              .action = item.action,
                              .span = columns});
    parts_blob(view, item.icon, item.hue, LENGTH_READING_BLOB);
    ui_leaf(view->ui,
            (UiBox){.role = ROLE_TEXT, .type = TYPE_OPTION, .label = item.label, .grow = GROW});
    ui_close(view->ui);
}

static void card(const View *view, ReadingCard item)
{
    card_over(view, item, 1);
}

/* Beside a stage lower rows of three. */
static int columns_of(const View *view)
{
    bool three = !view_is_tall(view) && view_tight(view) > 0;

    return three ? COLUMNS_LOW : COLUMNS;
}

/* The last of the cards takes what is left of its row. */
static void last_card(const View *view, ReadingCard item, int cards)
{
    int columns = columns_of(view);

    card_over(view, item, columns - (cards - 1) % columns);
}

static void stage(const View *view)
{
    int side_u = view_is_tall(view) ? U_3XL : U_XXL;

    board_stage_open(view, HUE_SKY, LENGTH_SHARE_SIDE);
    ui_open(view->ui,
            (UiBox){.axis = AXIS_COLUMN, .grow = GROW, .pad = {side_u, side_u, side_u, 0}});
    ui_leaf(view->ui, (UiBox){.id = "reading_home.title",
                              .role = ROLE_HEADING,
                              .type = TYPE_CHILD_TITLE_BIG,
                              .label = view_text(view, TEXT_READING_TITLE)});
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_CHILD_TEXT_SMALL,
                              .label = view_text(view, TEXT_READING_LEAD),
                              .margin = {.top = U_M}});
    ui_leaf(
        view->ui,
        (UiBox){.role = ROLE_IMAGE, .picture = "jongeren", .grow = GROW, .state = STATE_SILENT});
    ui_close(view->ui);
    ui_close(view->ui);
}

static const char *situation_label(const View *view, const Situation *situation)
{
    return view_str(content_item_label(view->content, view->app->visitor.language, STR("youth"),
                                       situation->id, STR("")));
}

static void questions(const View *view, int count)
{
    for (int i = 0; i < count; i++) {
        const Situation *situation = content_situation(view->content, AUDIENCE_YOUTH, i);
        card(view, (ReadingCard){ui_format(view->ui, "reading_home.%s", view_str(situation->id)),
                                 view_str(situation->icon),
                                 HUES[i % (int)(sizeof HUES / sizeof HUES[0])],
                                 situation_label(view, situation),
                                 {ACT_PICK, i}});
    }
}

void reading_home_view(const View *view)
{
    int count = content_situation_count(view->content, AUDIENCE_YOUTH);

    parts_body(view);
    stage(view);
    ui_open(view->ui, (UiBox){.face = FACE_CHILD_ACTION,
                              .margin = parts_wide_reach(view),
                              .axis = AXIS_GRID,
                              .columns = columns_of(view),
                              .gap = U_GAP,
                              .grow = GROW});
    questions(view, count);
    card(view, (ReadingCard){"reading_home.feelings",
                             "mood-smile",
                             HUE_PLUM,
                             view_text(view, TEXT_CHILD_HOME_FEELINGS),
                             {ACT_PICK, count + APP_CHILD_FEELINGS}});
    card(view, (ReadingCard){"reading_home.card",
                             "cards",
                             HUE_SUN,
                             view_text(view, TEXT_CHILD_HOME_CARD),
                             {ACT_PICK, count + APP_CHILD_CARD}});
    card(view, (ReadingCard){"reading_home.ask",
                             "messages",
                             HUE_CORAL,
                             view_text(view, TEXT_ASK_HOME),
                             {ACT_PICK, count + APP_CHILD_TALK}});
    last_card(view,
              (ReadingCard){"reading_home.more",
                            "help-circle",
                            HUE_CORAL,
                            view_text(view, TEXT_READING_MORE),
                            {ACT_GO, SCREEN_READING_MORE}},
              count + OTHERS);
    ui_close(view->ui);
    ui_close(view->ui);
}

static void more_card(const View *view, const List *list, int i)
{
    card(view, (ReadingCard){ui_format(view->ui, "reading_more.%s", view_str(list->items[i].id)),
                             view_str(list->items[i].icon),
                             HUES[i % (int)(sizeof HUES / sizeof HUES[0])],
                             board_label(view, "youth-more", i, ""),
                             {ACT_PICK, i}});
}

static void tell_card(const View *view, int cards)
{
    if (view->app->status.can_save) {
        last_card(view,
                  (ReadingCard){"reading_more.tell",
                                "mood-heart",
                                HUE_PLUM,
                                view_text(view, TEXT_TELL_HOME),
                                {ACT_SHARE_START, 0}},
                  cards);
    }
}

/* Under each page: the next one, and telling something. */
static void more_foot(const View *view, int next)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .gap = U_GAP});
    parts_button(view, (PartsButton){.id = "reading_more.more",
                                     .face = FACE_BUTTON,
                                     .icon = "chevron-down",
                                     .label = view_text(view, TEXT_PAGE_MORE),
                                     .action = {ACT_PAGE, next},
                                     .grow = GROW});
    if (view->app->status.can_save) {
        parts_button(view, (PartsButton){.id = "reading_more.tell",
                                         .face = FACE_BUTTON_SHARE,
                                         .icon = "mood-heart",
                                         .label = view_text(view, TEXT_TELL_HOME),
                                         .action = {ACT_SHARE_START, 0},
                                         .grow = GROW});
    }
    ui_close(view->ui);
}

/* The questions, and telling something; on pages where there is no room for all of them. */
static void more_cards(const View *view, const List *list)
{
    int count = list->count;
    int rows = view_room(view, (ViewRoom){view_is_tall(view) ? ROWS_TALL : ROWS_WIDE, 1, 1});
    int most = view_tight(view) == 0 ? count : rows * columns_of(view);
    int page = app_place(view->app)->page * most < count ? app_place(view->app)->page : 0;
    bool paged = most < count;

    ui_open(view->ui,
            (UiBox){.axis = AXIS_GRID, .columns = columns_of(view), .gap = U_GAP, .grow = GROW});
    for (int i = page * most; i < count && i < (page + 1) * most; i++) {
        more_card(view, list, i);
    }
    if (!paged) {
        tell_card(view, count + 1);
    }
    ui_close(view->ui);
    if (paged) {
        more_foot(view, (page + 1) * most < count ? page + 1 : 0);
    }
}

void reading_more_view(const View *view)
{
    const List *list = content_list(view->content, STR("youth-more"));

    parts_body(view);
    ui_open(view->ui, (UiBox){.face = FACE_READ,
                              .axis = AXIS_COLUMN,
                              .min_h = parts_read_height(view),
                              .grow = view_is_tall(view) ? 0 : LENGTH_SHARE_SIDE});
    parts_title(view, TEXT_READING_MORE, NULL);
    if (view_is_tall(view)) {
        ui_leaf(view->ui, (UiBox){.role = ROLE_IMAGE,
                                  .picture = "mensen-tiener",
                                  .grow = GROW,
                                  .self = ALIGN_STRETCH,
                                  .state = STATE_SILENT});
    }
    parts_side_picture(view, "mensen-tiener");
    ui_close(view->ui);
    ui_open(view->ui, (UiBox){.face = FACE_CHILD_ACTION,
                              .margin = parts_wide_reach(view),
                              .axis = AXIS_COLUMN,
                              .gap = U_GAP,
                              .grow = GROW});
    if (list != NULL) {
        more_cards(view, list);
    }
    ui_close(view->ui);
    ui_close(view->ui);
}
