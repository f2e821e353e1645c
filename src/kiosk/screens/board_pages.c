/* board_pages.c - see board_pages.h. */
#include "board_pages.h"

#include "board.h"
#include "lengths.h"

enum { CALM_MOST = 4, CALM_COLUMNS = 2 };

static bool is_calm(const View *view)
{
    return view->theme->wish.look == LOOK_CALM;
}

BoardPage board_pages_of(const View *view, int count, int most)
{
    int now = app_place(view->app)->page;
    BoardPage page = {.room = most, .turns = most < count};

    page.first = page.turns && now * most < count ? now * most : 0;
    page.end = page.first + most < count ? page.first + most : count;
    page.next = page.end < count ? page.first / most + 1 : 0;
    return page;
}

BoardPage board_pages_tiles(const View *view, int count)
{
    bool turns = is_calm(view) && count > CALM_MOST;

    return board_pages_of(view, count, turns ? CALM_MOST - 1 : count);
}

int board_pages_most(const View *view, int count, int usual)
{
    int pages = (count + CALM_MOST - 1) / CALM_MOST;
    int even = pages > 0 ? (count + pages - 1) / pages : usual;

    return is_calm(view) && even < usual ? even : usual;
}

int board_pages_columns(const View *view, int count, int usual)
{
    return board_pages_tiles(view, count).turns ? CALM_COLUMNS : usual;
}

int board_pages_gap(const View *view, int usual)
{
    return is_calm(view) && view_tight(view) == 0 ? LENGTH_GUTTER_CALM : usual;
}

/* An arrow as large as a picture: who cannot read sees where the other tiles are. */
void board_pages_turn(const View *view, const BoardPage *page)
{
    bool on = page->next != 0;

    if (!page->turns) {
        return;
    }
    for (int i = page->end - page->first; i < page->room; i++) {
        ui_spacer(view->ui);
    }
    ui_open(view->ui, (UiBox){.id = view_id(view, "turn"),
                              .role = ROLE_BUTTON,
                              .face = FACE_TILE,
                              .axis = AXIS_COLUMN,
                              .action = {ACT_PAGE, page->next}});
    ui_leaf(view->ui, (UiBox){.role = ROLE_IMAGE,
                              .icon = on ? "arrow-right" : "arrow-left",
                              .icon_size = LENGTH_TILE_ICON,
                              .ink = INK_TEXT,
                              .grow = GROW,
                              .min_h = board_picture_min(view),
                              .state = STATE_MIRROR | STATE_SILENT});
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .face = FACE_TILE_LABEL,
                              .type = TYPE_TILE,
                              .label = view_text(view, on ? TEXT_BOARD_MORE : TEXT_BOARD_FIRST)});
    ui_close(view->ui);
}
