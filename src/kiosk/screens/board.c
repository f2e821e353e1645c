/* board.c - see board.h. */
#include "board.h"

#include "lengths.h"
#include "parts.h"

static const ThemeHue GROUNDS[] = {HUE_SKY, HUE_SUN, HUE_PETROL, HUE_LEAF, HUE_PLUM, HUE_CORAL};

bool board_reads(const View *view)
{
    return view->app->visitor.mode == APP_MODE_READING;
}

const char *board_host(const View *view, const char *stip)
{
    return board_reads(view) ? "mensen-tiener" : stip;
}

/* ---- stage ------------------------------------------------------------------------------- */

static void title(const View *view, const BoardStage *stage)
{
    if (stage->title == NULL) {
        return;
    }
    ui_leaf(view->ui, (UiBox){.id = view_id(view, "title"),
                              .role = ROLE_HEADING,
                              .face = FACE_TITLE_CHILD,
                              .type = stage->type,
                              .self = ALIGN_CENTER,
                              .label = stage->title});
}

static void picture(const View *view, const BoardStage *stage)
{
    if (stage->picture != NULL) {
        ui_leaf(view->ui, (UiBox){.role = ROLE_IMAGE,
                                  .picture = stage->picture,
                                  .grow = GROW,
                                  .self = ALIGN_STRETCH,
                                  .margin = {.top = U_GAP_TIGHT},
                                  .state = STATE_SILENT});
        return;
    }
    ui_spacer(view->ui);
    if (stage->icon != NULL) {
        ui_leaf(view->ui, (UiBox){.role = ROLE_IMAGE,
                                  .icon = stage->icon,
                                  .ink = INK_PETROL_STRONG,
                                  .w = LENGTH_STAGE_ICON,
                                  .h = LENGTH_STAGE_ICON,
                                  .icon_size = LENGTH_STAGE_ICON,
                                  .self = ALIGN_CENTER,
                                  .state = STATE_SILENT});
        ui_spacer(view->ui);
    }
}

static void caption(const View *view, const BoardStage *stage)
{
    if (stage->caption == NULL) {
        return;
    }
    ui_leaf(view->ui, (UiBox){.id = view_id(view, "caption"),
                              .role = ROLE_TEXT,
                              .type = TYPE_CHILD_TEXT,
                              .text = ALIGN_CENTER,
                              .self = ALIGN_CENTER,
                              .label = stage->caption,
                              .margin = {U_XXL, U_S, U_XXL, U_L},
                              .state = STATE_LIVE});
}

void board_stage_open(const View *view, ThemeHue hue, int share)
{
    bool small = view->theme->layout == LAYOUT_SMALL;
    int wide_u = small ? LENGTH_STAGE_SMALL_W : LENGTH_STAGE_WIDE_W;
    UiBox wide = {.face = FACE_STAGE_SIDE,
                  .hue = hue,
                  .axis = AXIS_COLUMN,
                  .w = share == 0 ? wide_u : 0,
                  .grow = share,
                  .margin = {U_EDGE_WIDE, LENGTH_STAGE_WIDE_TOP, 0, LENGTH_STAGE_WIDE_GAP}};
    UiBox tall = {.face = FACE_STAGE,
                  .hue = hue,
                  .axis = AXIS_COLUMN,
                  .h = U_STAGE_H,
                  .min_h = view->theme->reach_u + UI_STEADY};

    ui_open(view->ui, view_is_tall(view) ? tall : wide);
}

static void open_tiles(const View *view, int columns)
{
    ui_open(view->ui, (UiBox){.face = FACE_CHILD_ACTION,
                              .axis = AXIS_GRID,
                              .columns = columns,
                              .gap = U_GAP,
                              .grow = GROW,
                              .margin = parts_wide_reach(view)});
}

void board_open(const View *view, BoardStage stage, int columns)
{
    parts_body(view);
    board_stage_open(view, stage.hue, 0);
    if (!stage.title_below) {
        title(view, &stage);
    }
    picture(view, &stage);
    if (stage.title_below) {
        title(view, &stage);
    }
    caption(view, &stage);
    ui_close(view->ui);
    open_tiles(view, columns);
}

void board_close(const View *view)
{
    ui_close(view->ui);
    ui_close(view->ui);
}

/* ---- tiles ------------------------------------------------------------------------------- */

static void tile_picture(const View *view, const BoardTile *tile)
{
    ui_leaf(view->ui, (UiBox){.role = ROLE_IMAGE,
                              .face = tile->hue == HUE_NONE ? FACE_NONE : FACE_PICTURE,
                              .hue = tile->hue,
                              .picture = tile->picture,
                              .icon = tile->picture == NULL ? tile->icon : NULL,
                              .icon_size = LENGTH_TILE_ICON,
                              .grow = GROW,
                              .margin = {U_GAP_TIGHT, U_GAP_TIGHT, U_GAP_TIGHT, 0},
                              .state = STATE_SILENT});
}

void board_tile(const View *view, BoardTile tile)
{
    bool picked = view->app->visitor.picked == tile.index + 1;

    ui_open(view->ui, (UiBox){.id = ui_format(view->ui, "%s.%s", view->prefix, tile.id),
                              .role = ROLE_CHOICE,
                              .face = FACE_TILE,
                              .axis = AXIS_COLUMN,
                              .action = {ACT_PICK, tile.index},
                              .state = picked ? STATE_SELECTED : 0});
    tile_picture(view, &tile);
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .face = FACE_TILE_LABEL,
                              .type = tile.type,
                              .label = tile.label});
    ui_close(view->ui);
}

void board_go(const View *view, int span, int height_u)
{
    bool ready = view->app->visitor.picked != 0;

    ui_open(view->ui, (UiBox){.id = view_id(view, "go"),
                              .role = ROLE_BUTTON,
                              .face = FACE_GO,
                              .axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .justify = ALIGN_CENTER,
                              .label = view_text(view, TEXT_CHILD_GO),
                              .action = {ACT_PICK_GO, 0},
                              .span = span,
                              .h = height_u,
                              .state = ready ? 0 : STATE_DISABLED});
    ui_icon(view->ui, "check", U_ICON_GO, ready ? INK_ON_PETROL : INK_DISABLED);
    ui_close(view->ui);
}

void board_rest(const View *view, const char *list, int columns)
{
    const List *items = content_list(view->content, str_of(list));
    int over = items == NULL ? 0 : items->count % columns;

    board_go(view, over == 0 ? UI_SPAN_ALL : columns - over, over == 0 ? U_CHILD_SEND_H : 0);
}

/* ---- lists ------------------------------------------------------------------------------- */

static const ListItem *item_of(const View *view, const char *name, int row)
{
    const List *list = content_list(view->content, str_of(name));

    return list == NULL || row < 0 || row >= list->count ? NULL : &list->items[row];
}

const char *board_label(const View *view, const char *list, int row, const char *part)
{
    const ListItem *item = item_of(view, list, row);

    if (item == NULL) {
        return "";
    }
    return view_str(content_item_label(view->content, view->app->visitor.language, str_of(list),
                                       item->id, str_of(part)));
}

const char *board_picture(const View *view, const char *list, int row)
{
    const ListItem *item = item_of(view, list, row);

    return item == NULL || item->picture.size == 0 ? NULL : view_str(item->picture);
}

void board_list(const View *view, const char *list, ThemeType type)
{
    const List *items = content_list(view->content, str_of(list));

    for (int i = 0; items != NULL && i < items->count; i++) {
        const ListItem *item = &items->items[i];
        board_tile(view, (BoardTile){.index = i,
                                     .id = view_str(item->id),
                                     .picture = board_picture(view, list, i),
                                     .icon = view_str(item->icon),
                                     .hue = GROUNDS[i % (int)(sizeof GROUNDS / sizeof GROUNDS[0])],
                                     .label = board_label(view, list, i, ""),
                                     .type = type});
    }
}
