/* idle.c - "Bent u er nog?": stands instead of the screen, so nothing personal is under it, and
 * runs down as a ring without digits (mock-up 13). */
#include "lengths.h"
#include "parts.h"
#include "screens.h"

static void ring(const View *view)
{
    enum { FULL = 1000 };

    ui_open(view->ui,
            (UiBox){.axis = AXIS_LAYER, .w = U_RING_IDLE, .h = U_RING_IDLE, .self = ALIGN_CENTER});
    ui_leaf(view->ui, (UiBox){.id = "idle.ring",
                              .role = ROLE_PROGRESS,
                              .face = FACE_RING,
                              .amount = (int)(app_ring(view->app) * (float)FULL),
                              .w = U_RING_IDLE,
                              .h = U_RING_IDLE,
                              .state = STATE_SILENT});
    ui_leaf(view->ui, (UiBox){.role = ROLE_IMAGE,
                              .picture = "stip-soft-wave",
                              .w = LENGTH_IDLE_STIP_W,
                              .h = LENGTH_IDLE_STIP_H,
                              .self = ALIGN_CENTER,
                              .self_y = ALIGN_CENTER,
                              .state = STATE_SILENT});
    ui_close(view->ui);
}

static bool is_child(const View *view)
{
    AppMode mode = view->app->visitor.mode;

    return mode == APP_MODE_YOUNG || mode == APP_MODE_READING;
}

static void words(const View *view)
{
    bool child = is_child(view);

    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .align = ALIGN_CENTER});
    ui_leaf(view->ui,
            (UiBox){.id = "idle.title",
                    .role = ROLE_HEADING,
                    .type = TYPE_DISPLAY_SMALL,
                    .text = ALIGN_CENTER,
                    .label = view_text(view, child ? TEXT_IDLE_TITLE_CHILD : TEXT_IDLE_TITLE),
                    .state = STATE_LIVE});
    ui_leaf(view->ui,
            (UiBox){.role = ROLE_TEXT,
                    .type = TYPE_LEAD_BIG,
                    .text = ALIGN_CENTER,
                    .label = view_text(view, child ? TEXT_IDLE_LEAD_CHILD : TEXT_IDLE_LEAD),
                    .margin = {.top = LENGTH_OPTIONAL_SIDE}});
    ui_close(view->ui);
}

static void buttons(const View *view)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .gap = LENGTH_IDLE_GAP});
    ui_leaf(view->ui, (UiBox){.id = "idle.stay",
                              .role = ROLE_BUTTON,
                              .face = FACE_BUTTON_PRIMARY,
                              .type = TYPE_GO,
                              .icon = "check",
                              .label = view_text(view, TEXT_IDLE_STAY),
                              .action = {ACT_STAY, 0},
                              .min_h = LENGTH_IDLE_STAY_H});
    ui_leaf(view->ui, (UiBox){.id = "idle.stop",
                              .role = ROLE_BUTTON,
                              .face = FACE_BUTTON,
                              .type = TYPE_BUTTON_FLOW,
                              .icon = "eraser",
                              .label = view_text(view, TEXT_IDLE_STOP),
                              .action = {ACT_STOP, 0},
                              .min_h = LENGTH_IDLE_STOP_H});
    ui_close(view->ui);
}

void idle_view(const View *view)
{
    bool tall = view_is_tall(view);

    ui_open(view->ui,
            (UiBox){.axis = tall ? AXIS_COLUMN : AXIS_ROW,
                    .grow = GROW,
                    .justify = ALIGN_EVENLY,
                    .align = tall ? ALIGN_STRETCH : ALIGN_CENTER,
                    .pad = {LENGTH_IDLE_SIDE, tall ? LENGTH_IDLE_SIDE : 0, LENGTH_IDLE_SIDE, 0}});
    ring(view);
    if (!tall) {
        ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN,
                                  .gap = U_XXL,
                                  .margin = {.bottom = U_FOOT_WIDE},
                                  .self = view->theme->reach_u > 0 ? ALIGN_END : ALIGN_DEFAULT});
    }
    words(view);
    buttons(view);
    if (!tall) {
        ui_close(view->ui);
    } else {
        ui_leaf(view->ui, (UiBox){.h = LENGTH_IDLE_FOOT});
    }
    ui_close(view->ui);
}
