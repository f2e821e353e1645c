/* about.c - who we are (mock-up A), and everything else about us as topics. */
#include "lengths.h"
#include "parts.h"
#include "screens.h"

/* Cards on a page: all of them in portrait, fewer where letters or panel leave less room. */
enum { CARDS_ALL = 14, CARDS_FEW = 8 };

typedef struct AboutRow {
    const char *icon;
    ThemeHue hue;
    TextKey title, text;
} AboutRow;

static const AboutRow ROWS[] = {
    {"ear", HUE_CORAL, TEXT_ABOUT_LISTEN, TEXT_ABOUT_LISTEN_SUB},
    {"shield-check", HUE_LEAF, TEXT_ABOUT_BESIDE, TEXT_HOME_INDEPENDENT},
    {"book", HUE_PETROL, TEXT_ABOUT_EXPLAIN, TEXT_ABOUT_EXPLAIN_SUB},
    {"building-community", HUE_SKY, TEXT_ABOUT_PAYS, TEXT_ABOUT_PAYS_SUB},
    {"scale", HUE_SUN, TEXT_ABOUT_COMPLAINT, TEXT_ABOUT_COMPLAINT_SUB},
};

/* Rows on a page; fewer with large letters beside the picture. */
enum { ROWS_COUNT = (int)(sizeof ROWS / sizeof ROWS[0]), ROWS_FEW = 2 };

static void row(const View *view, const AboutRow *item)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .gap = LENGTH_HOME_CALL_GAP});
    parts_disc(view, item->icon, item->hue, LENGTH_DISC_PRIVACY);
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW});
    ui_text(view->ui, TYPE_CARD, view_text(view, item->title));
    ui_text(view->ui, TYPE_BODY_LIST, view_text(view, item->text));
    ui_close(view->ui);
    ui_close(view->ui);
}

static void picture(const View *view)
{
    bool tall = view_is_tall(view);
    UiEdges below = {U_EDGE_READ, LENGTH_GROUP_TOP, U_EDGE_READ, 0};
    UiEdges beside = {U_EDGE_WIDE, 0, U_GUTTER_WIDE, U_FOOT_WIDE};

    ui_leaf(view->ui, (UiBox){.role = ROLE_IMAGE,
                              .face = FACE_PICTURE,
                              .hue = HUE_PETROL,
                              .picture = "adviseurs",
                              .h = tall ? LENGTH_ABOUT_US_PICTURE_H : 0,
                              .grow = tall ? 0 : GROW,
                              .margin = tall ? below : beside,
                              .state = STATE_SILENT});
}

static void head(const View *view)
{
    const Region *region = content_region(view->content);

    ui_open(view->ui,
            (UiBox){.axis = AXIS_COLUMN, .grow = view_is_tall(view) ? 0 : LENGTH_SHARE_SIDE});
    ui_open(view->ui, (UiBox){.face = FACE_READ,
                              .axis = AXIS_COLUMN,
                              .pad = {.bottom = view_is_tall(view) ? 0 : U_GAP}});
    ui_heading(view->ui, TYPE_H1, view_text(view, TEXT_ABOUT_TITLE));
    ui_text(view->ui, TYPE_LEAD,
            ui_format(view->ui, "%s, %s", view_str(region->shown_name), view_str(region->region)));
    ui_close(view->ui);
    if (view->theme->wish.text <= TEXT_SIZE_120 || !view_is_tall(view)) {
        picture(view); /* large letters need its room */
    }
    ui_close(view->ui);
}

static void link(const View *view, PartsButton button)
{
    button.face = FACE_LINK;
    button.grow = GROW;
    parts_button(view, button);
}

static int rows_on_page(const View *view)
{
    bool few = !view_is_tall(view) && view->theme->wish.text > TEXT_SIZE_120;

    return view_room(view, (ViewRoom){few ? ROWS_FEW : ROWS_COUNT, 1, 1});
}

/* Everything else about us, where a visitor says that something is not right, and the other rows
 * when not all of them fit: `next` is their page. */
static void links(const View *view, int next)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .gap = U_GAP});
    link(view, (PartsButton){.id = "about.more",
                             .icon = "info-circle",
                             .label = view_text(view, TEXT_ABOUT_MORE),
                             .action = {ACT_GO, SCREEN_ABOUT_MORE}});
    link(view, (PartsButton){.id = "about.wrong",
                             .icon = "pencil",
                             .label = view_text(view, TEXT_CONTENT_WRONG),
                             .action = {ACT_FIX_START, 0}});
    if (rows_on_page(view) < ROWS_COUNT) {
        link(view, (PartsButton){.id = "about.page",
                                 .icon = "chevron-down",
                                 .label = view_text(view, TEXT_PAGE_MORE),
                                 .action = {ACT_PAGE, next}});
    }
    ui_close(view->ui);
}

static void foot(const View *view)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .gap = U_GAP});
    if (view->app->status.can_save) {
        parts_button(view, (PartsButton){.id = "about.call",
                                         .face = FACE_BUTTON_CALL,
                                         .icon = "phone-call",
                                         .label = view_text(view, TEXT_CALL_TITLE),
                                         .action = {ACT_CALL_START, 0},
                                         .grow = GROW,
                                         .height_u = U_FLOW_H});
    }
    parts_button(view, (PartsButton){.id = "about.privacy",
                                     .face = FACE_BUTTON,
                                     .icon = "lock",
                                     .label = view_text(view, TEXT_ABOUT_PRIVACY),
                                     .action = {ACT_GO, SCREEN_PRIVACY},
                                     .grow = GROW,
                                     .height_u = U_FLOW_H});
    ui_close(view->ui);
}

void about_view(const View *view)
{
    int rows = rows_on_page(view);
    int page = app_place(view->app)->page * rows < ROWS_COUNT ? app_place(view->app)->page : 0;

    parts_body(view);
    head(view);
    parts_action(view, LENGTH_TOP_LANGUAGE, U_GAP);
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN,
                              .grow = GROW,
                              .justify = ALIGN_EVENLY,
                              .pad = {U_M, 0, U_M, 0}});
    for (int i = page * rows; i < ROWS_COUNT && i < (page + 1) * rows; i++) {
        row(view, &ROWS[i]);
    }
    ui_close(view->ui);
    links(view, (page + 1) * rows < ROWS_COUNT ? page + 1 : 0);
    foot(view);
    ui_close(view->ui);
    ui_close(view->ui);
}

/* ---- everything else about us ------------------------------------------------------------ */

static void topic_card(const View *view, const ListItem *item)
{
    Str label = content_item_label(view->content, view->app->visitor.language, STR("about"),
                                   item->id, STR(""));

    ui_open(view->ui, (UiBox){.id = ui_format(view->ui, "about_more.%s", view_str(item->id)),
                              .role = ROLE_BUTTON,
                              .face = FACE_CARD,
                              .axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .gap = LENGTH_QUESTION_GAP,
                              .action = {ACT_TOPIC, item->topic}});
    parts_blob(view, view_str(item->icon), HUE_PETROL, LENGTH_BLOB_QUESTION);
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_CARD,
                              .label = view_str(label),
                              .lang = view_label_lang(view, STR("about"), item->id, STR("")),
                              .grow = GROW});
    ui_close(view->ui);
}

static int cards_on_page(const View *view)
{
    bool room = view_is_tall(view) && view->theme->wish.text <= TEXT_SIZE_120;

    return view_room(view, (ViewRoom){room ? CARDS_ALL : CARDS_FEW, 2, 2});
}

void about_more_view(const View *view)
{
    const List *list = content_list(view->content, STR("about"));
    int count = list == NULL ? 0 : list->count;
    int cards = cards_on_page(view);
    int pages = (count + cards - 1) / cards;
    int page = app_place(view->app)->page < pages ? app_place(view->app)->page : 0;
    int next = page + 1 < pages ? page + 1 : 0;

    parts_body(view);
    parts_read(view);
    parts_title(view, TEXT_ABOUT_MORE, NULL);
    parts_side_picture(view, "adviseurs");
    ui_close(view->ui);
    parts_action(view, LENGTH_TOP_PLAIN, U_GAP);
    ui_open(view->ui, (UiBox){.axis = AXIS_GRID, .columns = 2, .gap = U_GAP, .grow = GROW});
    for (int i = page * cards; i < count && i < (page + 1) * cards; i++) {
        topic_card(view, &list->items[i]);
    }
    ui_close(view->ui);
    if (pages > 1) {
        parts_button(view, (PartsButton){.id = "about_more.more",
                                         .face = FACE_BUTTON,
                                         .icon = "chevron-down",
                                         .label = view_text(view, TEXT_PAGE_MORE),
                                         .action = {ACT_PAGE, next},
                                         .height_u = U_FLOW_H});
    }
    ui_close(view->ui);
    ui_close(view->ui);
}
