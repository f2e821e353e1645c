/* child_entry.c - a child chooses: pictures and a voice, or reading (mock-up 08a). */
#include "lengths.h"
#include "parts.h"
#include "screens.h"

typedef struct Tile {
    const char *id;
    const char *picture;
    ThemeHue hue;
    TextKey text;
    UiAction action;
} Tile;

static void tile(const View *view, Tile item)
{
    ui_open(view->ui, (UiBox){.id = item.id,
                              .role = ROLE_BUTTON,
                              .face = FACE_TILE,
                              .axis = AXIS_COLUMN,
                              .action = item.action});
    ui_leaf(view->ui, (UiBox){.role = ROLE_IMAGE,
                              .face = FACE_PICTURE,
                              .hue = item.hue,
                              .picture = item.picture,
                              .grow = GROW,
                              .margin = {U_GAP_TIGHT, U_GAP_TIGHT, U_GAP_TIGHT, 0},
                              .state = STATE_SILENT});
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .face = FACE_TILE_LABEL,
                              .type = TYPE_FEELING,
                              .label = view_text(view, item.text)});
    ui_close(view->ui);
}

static void stage(const View *view)
{
    bool tall = view_is_tall(view);

    ui_open(view->ui, (UiBox){.face = tall ? FACE_STAGE : FACE_STAGE_SIDE,
                              .hue = HUE_SUN,
                              .axis = AXIS_COLUMN,
                              .align = ALIGN_CENTER,
                              .justify = ALIGN_EVENLY,
                              .h = tall ? U_STAGE_H : 0,
                              .grow = tall ? 0 : LENGTH_SHARE_SIDE});
    ui_picture(view->ui, "stip-happy-wave", LENGTH_ENTRY_STIP_W, LENGTH_ENTRY_STIP_H);
    ui_leaf(view->ui, (UiBox){.role = ROLE_HEADING,
                              .type = TYPE_LETTER,
                              .text = ALIGN_CENTER,
                              .label = view_text(view, TEXT_CHILD_ENTRY_TITLE)});
    ui_close(view->ui);
}

void child_entry_view(const View *view)
{
    parts_body(view);
    stage(view);
    ui_open(view->ui, (UiBox){.face = FACE_CHILD_ACTION,
                              .axis = AXIS_GRID,
                              .columns = 2,
                              .gap = U_GAP,
                              .grow = GROW});
    tile(view, (Tile){"child_entry.young",
                      "plaatjes-en-stem",
                      HUE_SUN,
                      TEXT_CHILD_ENTRY_YOUNG,
                      {ACT_GO, SCREEN_CHILD_HELP}});
    tile(view, (Tile){"child_entry.reading",
                      "zelf-lezen",
                      HUE_SKY,
                      TEXT_CHILD_ENTRY_READING,
                      {ACT_GO, SCREEN_CHILD_HELP}});
    ui_close(view->ui);
    ui_close(view->ui);
}
