/* home.c - the parent's home: eight situations with pictures, and a way to people (mock-up 02). */
#include "board_pages.h"
#include "lengths.h"
#include "parts.h"
#include "screens.h"

enum { TILES_LARGE = 4, TIGHT_WORDS = 2 /* from here on only what can be pressed is left */ };

/* Grounds of the pictures, in the order of the situations. */
static const ThemeHue HUES[] = {HUE_SUN, HUE_SKY,    HUE_PETROL, HUE_LEAF,
                                HUE_SUN, HUE_PETROL, HUE_SKY,    HUE_LEAF};

/* Large letters: one column of tiles, four on a page (mock-up 02, xl text). */
static bool is_large(const View *view)
{
    return view_is_tall(view) && view->theme->wish.text > TEXT_SIZE_120;
}

/* One column of tiles with a wide picture: on pages there is room for it. */
static bool in_rows(const View *view)
{
    return is_large(view) || (view_is_tall(view) && view->theme->wish.look == LOOK_CALM);
}

static void not_of_school(const View *view)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .gap = LENGTH_STEP_GAP,
                              .margin = {.top = LENGTH_HOME_LINE_TOP}});
    ui_icon(view->ui, "shield-check", LENGTH_ICON_SHIELD, INK_LEAF_STRONG);
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_NOTE,
                              .label = view_text(view, TEXT_HOME_INDEPENDENT),
                              .grow = GROW});
    ui_close(view->ui);
}

static void head(const View *view)
{
    ui_open(view->ui, (UiBox){.face = FACE_READ,
                              .min_h = parts_read_height(view),
                              .axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .gap = LENGTH_HOME_HEAD_GAP,
                              .pad = {.top = LENGTH_HOME_TOP}});
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW});
    ui_heading(view->ui, TYPE_H1_HOME, view_text(view, TEXT_HOME_TITLE));
    if (!is_large(view)) {
        not_of_school(view);
    }
    ui_close(view->ui);
    if (view->theme->wish.look != LOOK_CALM && !is_large(view)) {
        ui_picture(view->ui, "stip-happy-wave", U_STIP_W, U_STIP_H);
    }
    ui_close(view->ui);
}

static void tile(const View *view, int index)
{
    const Situation *situation = content_situation(view->content, AUDIENCE_PARENT, index);
    Str title = content_item_label(view->content, view->app->visitor.language, STR("parent"),
                                   situation->id, STR(""));

    ui_open(view->ui, (UiBox){.id = ui_format(view->ui, "home.tile.%s", view_str(situation->id)),
                              .role = ROLE_BUTTON,
                              .face = FACE_SITUATION,
                              .axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .action = {ACT_SITUATION, index}});
    ui_leaf(view->ui, (UiBox){.role = ROLE_IMAGE,
                              .face = FACE_PICTURE,
                              .hue = HUES[index % (int)(sizeof HUES / sizeof HUES[0])],
                              .picture = view_str(situation->picture),
                              .w = in_rows(view) ? LENGTH_HOME_PICTURE_W : U_SITUATION_PICTURE_W,
                              .self = ALIGN_STRETCH,
                              .state = STATE_SILENT});
    ui_leaf(
        view->ui,
        (UiBox){.role = ROLE_TEXT, .type = TYPE_SITUATION, .label = view_str(title), .grow = GROW});
    if (in_rows(view)) {
        ui_leaf(view->ui, (UiBox){.role = ROLE_IMAGE,
                                  .icon = "chevron-right",
                                  .w = LENGTH_ICON_CHEVRON,
                                  .h = LENGTH_ICON_CHEVRON,
                                  .icon_size = LENGTH_ICON_CHEVRON,
                                  .ink = INK_TEXT,
                                  .state = STATE_MIRROR | STATE_SILENT});
    }
    ui_close(view->ui);
}

static int columns_of(const View *view)
{
    return view_is_tall(view) || view_tight(view) < TIGHT_WORDS ? 2 : LENGTH_COLUMNS_TIGHT;
}

static void link(const View *view, const char *id, const char *icon, TextKey text, ScreenId screen)
{
    ui_leaf(view->ui, (UiBox){.id = id,
                              .role = ROLE_BUTTON,
                              .face = FACE_LINK,
                              .icon = icon,
                              .label = view_text(view, text),
                              .action = {ACT_GO, (int)screen},
                              .grow = GROW});
}

static void did(const View *view)
{
    link(view, "home.did", "list-check", TEXT_HOME_DID, SCREEN_DID);
}

/* Four on a page in large letters, and in calm colours. */
static BoardPage page_of(const View *view)
{
    int count = content_situation_count(view->content, AUDIENCE_PARENT);
    int usual = is_large(view) ? TILES_LARGE : count;

    return board_pages_of(view, count, board_pages_most(view, count, usual));
}

/* Three columns leave a cell: what was done stands there, out of the way of people. */
static void tiles(const View *view)
{
    bool rows = in_rows(view);
    int columns = columns_of(view);
    BoardPage page = page_of(view);

    ui_open(view->ui, (UiBox){.axis = AXIS_GRID,
                              .columns = rows ? 1 : columns,
                              .gap = board_pages_gap(view, rows ? U_GAP : U_GAP_TILE),
                              .grow = GROW});
    for (int i = page.first; i < page.end; i++) {
        tile(view, i);
    }
    if (columns != 2) {
        did(view);
    }
    ui_close(view->ui);
}

static void page_button(const View *view, UiBox box, int page)
{
    int count = content_situation_count(view->content, AUDIENCE_PARENT);
    bool there = page >= 0 && page * page_of(view).room < count;

    box.role = ROLE_BUTTON;
    box.face = FACE_BUTTON;
    box.action = (UiAction){ACT_PAGE, there ? page : 0};
    box.min_h = U_TOPIC_BUTTON_H;
    box.state = there ? 0 : STATE_DISABLED;
    ui_leaf(view->ui, box);
}

static void pager(const View *view)
{
    int count = content_situation_count(view->content, AUDIENCE_PARENT);
    BoardPage page = page_of(view);

    if (!page.turns) {
        return;
    }
    int now = page.first / page.room;
    MessageArg args[] = {message_number("now", now + 1),
                         message_number("count", (count + page.room - 1) / page.room)};

    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .align = ALIGN_CENTER, .gap = U_GAP});
    page_button(view,
                (UiBox){.id = "home.less",
                        .icon = "chevron-up",
                        .label = view_text(view, TEXT_PAGE_LESS),
                        .w = view_is_tall(view) ? LENGTH_HOME_LESS_W : 0},
                now - 1);
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_MIN_BOLD,
                              .text = ALIGN_CENTER,
                              .nowrap = true,
                              .label = view_fill(view, TEXT_CALL_STEP, args, 2),
                              .grow = GROW});
    page_button(view,
                (UiBox){.id = "home.more",
                        .icon = "chevron-down",
                        .icon_place = ICON_END,
                        .label = view_text(view, TEXT_PAGE_MORE),
                        .w = view_is_tall(view) ? LENGTH_HOME_MORE_W : 0},
                now + 1);
    ui_close(view->ui);
}

static void privacy(const View *view)
{
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .face = FACE_PRIVACY,
                              .icon = "lock",
                              .label = view_text(view, TEXT_HOME_PRIVACY)});
}

/* Telling us how it goes; a kiosk that cannot save offers the words of letters instead. */
static void share(const View *view)
{
    TextKey text = is_large(view) ? TEXT_HOME_SHARE_SHORT : TEXT_HOME_SHARE;

    if (view->app->status.can_save) {
        parts_button(view, (PartsButton){.id = "home.share",
                                         .face = FACE_BUTTON_SHARE,
                                         .icon = "mood-heart",
                                         .label = view_text(view, text),
                                         .action = {ACT_SHARE_START, 0},
                                         .grow = LENGTH_SHARE_SHARE,
                                         .height_u = U_SEARCH_H});
        return;
    }
    parts_button(view, (PartsButton){.id = "home.letter",
                                     .face = FACE_BUTTON,
                                     .icon = "mail-opened",
                                     .label = view_text(view, TEXT_HOME_LETTER_SHORT),
                                     .action = {ACT_GO, SCREEN_LETTERS},
                                     .grow = LENGTH_SHARE_SHARE,
                                     .height_u = U_SEARCH_H});
}

/* Beside each other in portrait, below each other at the side of a wide panel. */
static void search(const View *view)
{
    ui_open(view->ui, (UiBox){.axis = view_is_tall(view) ? AXIS_ROW : AXIS_COLUMN, .gap = U_GAP});
    share(view);
    parts_button(view, (PartsButton){.id = "home.search",
                                     .face = FACE_BUTTON,
                                     .icon = "search",
                                     .label = view_text(view, TEXT_HOME_SEARCH),
                                     .action = {ACT_GO, SCREEN_SEARCH},
                                     .grow = GROW,
                                     .height_u = U_SEARCH_H});
    ui_close(view->ui);
}

static void links(const View *view)
{
    bool small = view->theme->layout == LAYOUT_SMALL && view->theme->wish.text <= TEXT_SIZE_120;
    bool narrow = small || (!view_is_tall(view) && view_tight(view) == 1);

    ui_open(view->ui, (UiBox){.axis = narrow ? AXIS_COLUMN : AXIS_ROW, .gap = U_GAP});
    link(view, "home.about", "info-circle", TEXT_HOME_ABOUT, SCREEN_ABOUT);
    if (columns_of(view) == 2) {
        did(view);
    }
    ui_close(view->ui);
}

static void phone(const View *view)
{
    MessageArg phone = view_phone(view);

    parts_note(view, HUE_CORAL, "phone", view_fill(view, TEXT_HOME_PHONE, &phone, 1));
}

/* The ways to people. Without a key there is no call button: the phone stands there instead. */
static void actions(const View *view)
{
    pager(view);
    if (view->app->status.can_save) {
        parts_call(view, (PartsHero){"home.call", TEXT_CALL_TITLE, parts_promise(view), U_HERO_H});
    } else {
        phone(view);
    }
    search(view);
    links(view);
    privacy(view);
}

/* ---- landscape --------------------------------------------------------------------------- */

static void centred(const View *view, ThemeType type, const char *words)
{
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = type,
                              .ink = INK_ON_CORAL,
                              .text = ALIGN_CENTER,
                              .label = words});
}

/* Icon and name: above each other, or beside each other where there is less height. */
static void call_title(const View *view, bool beside)
{
    ui_open(view->ui, (UiBox){.axis = beside ? AXIS_ROW : AXIS_COLUMN,
                              .align = ALIGN_CENTER,
                              .gap = beside ? LENGTH_STEP_GAP : U_S});
    parts_disc(view, "phone-call", HUE_BLACK, beside ? LENGTH_DISC_ROW : LENGTH_HOME_DISC_WIDE);
    centred(view, TYPE_HERO, view_text(view, TEXT_CALL_TITLE));
    ui_close(view->ui);
}

/* Bel mij terug as a card of its own, as tall as there is room. */
static void call_wide(const View *view)
{
    if (!view->app->status.can_save) {
        phone(view);
        ui_spacer(view->ui);
        return;
    }
    ui_open(view->ui, (UiBox){.id = "home.call",
                              .role = ROLE_BUTTON,
                              .face = FACE_HERO,
                              .axis = AXIS_COLUMN,
                              .align = ALIGN_CENTER,
                              .justify = ALIGN_CENTER,
                              .gap = U_S,
                              .grow = GROW,
                              .action = {ACT_CALL_START, 0}});
    call_title(view, view->theme->layout == LAYOUT_SMALL);
    if (view_tight(view) < TIGHT_WORDS) {
        centred(view, TYPE_SUB, parts_promise(view));
    }
    ui_close(view->ui);
}

/* Large letters leave room for what can be pressed. */
static void side(const View *view)
{
    bool room = view->theme->wish.text <= TEXT_SIZE_120 && view_tight(view) == 0;
    bool small = view->theme->layout == LAYOUT_SMALL;

    ui_open(view->ui, (UiBox){.face = FACE_ACTION,
                              .axis = AXIS_COLUMN,
                              .w = LENGTH_HOME_SIDE_W + U_EDGE_WIDE,
                              .pad = {.start = UI_ZERO},
                              .gap = U_GAP});
    if (room && !small) {
        parts_note(view, HUE_LEAF, "shield-check", view_text(view, TEXT_HOME_INDEPENDENT));
    }
    call_wide(view);
    search(view);
    links(view);
    if (room) {
        privacy(view);
    }
    ui_close(view->ui);
}

static void wide(const View *view)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .grow = GROW});
    ui_open(view->ui, (UiBox){.face = FACE_READ,
                              .axis = AXIS_COLUMN,
                              .grow = GROW,
                              .pad = {.end = U_XL},
                              .gap = U_GAP});
    ui_heading(view->ui, TYPE_H1_HOME, view_text(view, TEXT_HOME_TITLE));
    if (view->theme->layout == LAYOUT_SMALL && view_tight(view) < TIGHT_WORDS) {
        not_of_school(view);
    }
    tiles(view);
    pager(view);
    ui_close(view->ui);
    side(view);
    ui_close(view->ui);
}

/* ---- portrait ---------------------------------------------------------------------------- */

/* The second page has the small links in the place of sharing and search. */
static void large_actions(const View *view)
{
    pager(view);
    if (view->app->status.can_save) {
        parts_button(view, (PartsButton){.id = "home.call",
                                         .face = FACE_BUTTON_CALL,
                                         .icon = "phone-call",
                                         .label = view_text(view, TEXT_CALL_TITLE),
                                         .action = {ACT_CALL_START, 0},
                                         .height_u = LENGTH_HOME_CALL_H});
    } else {
        phone(view);
    }
    if (page_of(view).first == 0) {
        search(view);
    } else {
        links(view);
    }
}

void home_view(const View *view)
{
    if (!view_is_tall(view)) {
        wide(view);
        return;
    }
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW});
    head(view);
    parts_action(view, LENGTH_TOP_PLAIN, U_GAP_TILE);
    tiles(view);
    if (is_large(view)) {
        large_actions(view);
    } else {
        actions(view);
    }
    ui_close(view->ui);
    ui_close(view->ui);
}
