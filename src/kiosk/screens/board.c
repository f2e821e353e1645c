/* board.c - see board.h. */
#include "board.h"

#include "board_pages.h"
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

TextKey board_words(const View *view, TextKey young, TextKey reading)
{
    return board_reads(view) ? reading : young;
}

/* ---- the way ----------------------------------------------------------------------------- */

enum { WAY_STEPS = 5 };

/* Stip walks for who does not read; for others the stone of now is larger. */
static void stone(const View *view, int which, int step)
{
    bool here = which == step;
    bool stip = here && !board_reads(view);
    ThemeFace face = which <= step ? FACE_STONE : FACE_STONE_TODO;

    ui_leaf(view->ui, (UiBox){.role = ROLE_IMAGE,
                              .face = stip ? FACE_NONE : face,
                              .picture = stip ? "stip-happy-rest" : NULL,
                              .icon = which < step ? "check" : NULL,
                              .icon_size = LENGTH_STONE_ICON,
                              .w = stip   ? LENGTH_STONE_STIP
                                   : here ? LENGTH_STONE_HERE
                                          : LENGTH_STONE,
                              .h = here ? LENGTH_STONE_HERE : LENGTH_STONE,
                              .state = STATE_SILENT});
}

void board_way(const View *view, int step)
{
    if (step == 0 || view_tight(view) > 0 || view->theme->wish.text > TEXT_SIZE_120) {
        return;
    }
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .gap = U_S,
                              .margin = {U_3XL, U_L, U_3XL, 0}});
    for (int which = 1; which <= WAY_STEPS; which++) {
        stone(view, which, step);
        if (which < WAY_STEPS) {
            ui_leaf(view->ui, (UiBox){.face = which < step ? FACE_STONE_PATH : FACE_STEP_TODO,
                                      .h = LENGTH_STONE_PATH_H,
                                      .grow = GROW,
                                      .self_y = ALIGN_CENTER,
                                      .state = STATE_SILENT});
        }
    }
    ui_close(view->ui);
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
                              .gap = board_pages_gap(view, U_GAP),
                              .grow = GROW,
                              .margin = parts_wide_reach(view)});
}

static void filled(const View *view, const BoardStage *stage)
{
    if (!stage->title_below) {
        title(view, stage);
    }
    picture(view, stage);
    if (stage->title_below) {
        title(view, stage);
    }
    caption(view, stage);
}

/* Words alone stand together, in the middle. */
static void bare(const View *view, const BoardStage *stage)
{
    ui_spacer(view->ui);
    title(view, stage);
    caption(view, stage);
    ui_spacer(view->ui);
}

void board_open(const View *view, BoardStage stage, int columns)
{
    parts_body(view);
    board_stage_open(view, stage.hue, 0);
    board_way(view, stage.step);
    if (stage.picture == NULL && stage.icon == NULL) {
        bare(view, &stage);
    } else {
        filled(view, &stage);
    }
    ui_close(view->ui);
    open_tiles(view, columns);
}

void board_close(const View *view)
{
    ui_close(view->ui);
    ui_close(view->ui);
}

/* ---- tiles ------------------------------------------------------------------------------- */

/* Letters give way before a picture does: who cannot read has nothing else. Only where nothing fits
 * at any size the picture gives way too. */
int board_picture_min(const View *view)
{
    return view_tight(view) == 0 ? LENGTH_TILE_PICTURE_MIN : 0;
}

static void tile_picture(const View *view, const BoardTile *tile)
{
    ui_leaf(view->ui, (UiBox){.role = ROLE_IMAGE,
                              .face = tile->hue == HUE_NONE ? FACE_NONE : FACE_PICTURE,
                              .hue = tile->hue,
                              .picture = tile->picture,
                              .icon = tile->picture == NULL ? tile->icon : NULL,
                              .icon_size = LENGTH_TILE_ICON,
                              .grow = GROW,
                              .min_h = board_picture_min(view),
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

static void answer_picture(const View *view, const BoardAnswer *item)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_LAYER,
                              .grow = GROW,
                              .min_h = board_picture_min(view),
                              .margin = {U_GAP_TIGHT, U_GAP_TIGHT, U_GAP_TIGHT, 0}});
    ui_leaf(view->ui, (UiBox){.role = ROLE_IMAGE,
                              .face = FACE_PICTURE,
                              .hue = item->hue,
                              .picture = item->picture,
                              .icon = item->picture == NULL ? item->icon : NULL,
                              .icon_size = LENGTH_TILE_ICON,
                              .state = STATE_SILENT});
    ui_leaf(view->ui, (UiBox){.role = ROLE_IMAGE,
                              .face = FACE_BLOB_ROUND,
                              .hue = HUE_WHITE,
                              .icon = "pencil",
                              .icon_size = LENGTH_PENCIL_ICON,
                              .w = LENGTH_PENCIL,
                              .h = LENGTH_PENCIL,
                              .self = ALIGN_END,
                              .self_y = ALIGN_START,
                              .margin = {0, U_S, U_S, 0},
                              .state = STATE_SILENT});
    ui_close(view->ui);
}

void board_answer(const View *view, BoardAnswer item)
{
    ui_open(view->ui, (UiBox){.id = ui_format(view->ui, "%s.change.%s", view->prefix, item.id),
                              .role = ROLE_BUTTON,
                              .face = FACE_TILE,
                              .axis = AXIS_COLUMN,
                              .hint = view_text(view, TEXT_CHECK_CHANGE),
                              .action = item.change,
                              .span = item.span});
    answer_picture(view, &item);
    ui_leaf(view->ui, (UiBox){.id = ui_format(view->ui, "%s.value.%s", view->prefix, item.id),
                              .role = ROLE_TEXT,
                              .face = FACE_TILE_LABEL,
                              .type = TYPE_TILE,
                              .label = item.label,
                              .state = item.state});
    ui_close(view->ui);
}

/* Who reads opens by tapping: a check that waits for a tap would only puzzle. */
static bool goes(const View *view)
{
    bool ready = view->app->visitor.picked != 0;

    return ready || !board_reads(view) || app_place(view->app)->screen == SCREEN_CHILD_ENTRY;
}

void board_go(const View *view, int span, int height_u)
{
    bool ready = view->app->visitor.picked != 0;

    if (!goes(view)) {
        return;
    }
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

void board_rest(const View *view, int count, int columns)
{
    int over = board_pages_tiles(view, count).turns ? 0 : count % columns;

    board_go(view, over == 0 ? UI_SPAN_ALL : columns - over, over == 0 ? U_CHILD_SEND_H : 0);
}

/* ---- lists ------------------------------------------------------------------------------- */

int board_count(const View *view, const char *list)
{
    const List *items = content_list(view->content, str_of(list));

    return items == NULL ? 0 : items->count;
}

static const ListItem *item_of(const View *view, const char *name, int row)
{
    const List *list = content_list(view->content, str_of(name));

    return list == NULL || row < 0 || row >= list->count ? NULL : &list->items[row];
}

/* Who reads is 9 to 18: some words are said in another way to them ("leraar", not "juf"). */
static Str grown_label(const View *view, const char *list, Str id, const char *part)
{
    const char *grown = part[0] == '\0' ? "reading" : ui_format(view->ui, "%s-reading", part);

    return content_item_label(view->content, view->app->visitor.language, str_of(list), id,
                              str_of(grown));
}

const char *board_label(const View *view, const char *list, int row, const char *part)
{
    const ListItem *item = item_of(view, list, row);
    Str label = {0};

    if (item == NULL) {
        return "";
    }
    if (board_reads(view)) {
        label = grown_label(view, list, item->id, part);
    }
    if (label.size == 0) {
        label = content_item_label(view->content, view->app->visitor.language, str_of(list),
                                   item->id, str_of(part));
    }
    return view_str(label);
}

const char *board_picture(const View *view, const char *list, int row)
{
    const ListItem *item = item_of(view, list, row);

    return item == NULL || item->picture.size == 0 ? NULL : view_str(item->picture);
}

void board_list(const View *view, const char *list, ThemeType type)
{
    const List *items = content_list(view->content, str_of(list));
    BoardPage page = board_pages_tiles(view, items == NULL ? 0 : items->count);

    for (int i = page.first; items != NULL && i < page.end; i++) {
        const ListItem *item = &items->items[i];
        board_tile(view, (BoardTile){.index = i,
                                     .id = view_str(item->id),
                                     .picture = board_picture(view, list, i),
                                     .icon = view_str(item->icon),
                                     .hue = GROUNDS[i % (int)(sizeof GROUNDS / sizeof GROUNDS[0])],
                                     .label = board_label(view, list, i, ""),
                                     .type = type});
    }
    board_pages_turn(view, &page);
}
