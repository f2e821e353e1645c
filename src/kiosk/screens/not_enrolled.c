/* not_enrolled.c - this kiosk cannot send yet: reading works, the phone stands here (mock-up N). */
#include "lengths.h"
#include "parts.h"
#include "screens.h"

static void head(const View *view)
{
    ui_open(view->ui, (UiBox){.face = FACE_READ,
                              .min_h = parts_read_height(view),
                              .axis = AXIS_COLUMN,
                              .align = ALIGN_CENTER,
                              .grow = view_is_tall(view) ? 0 : LENGTH_SHARE_SIDE,
                              .pad = {.top = LENGTH_READY_TOP}});
    ui_picture(view->ui, "stip-calm-rest", LENGTH_READY_STIP_W, LENGTH_READY_STIP_H);
    ui_leaf(view->ui, (UiBox){.role = ROLE_HEADING,
                              .type = TYPE_H1_BIG,
                              .text = ALIGN_CENTER,
                              .label = view_text(view, TEXT_FAIL_NOT_ENROLLED_TITLE),
                              .margin = {.top = LENGTH_READY_TITLE_TOP}});
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_LEAD_BIG,
                              .text = ALIGN_CENTER,
                              .label = view_text(view, TEXT_FAIL_NOT_ENROLLED),
                              .margin = {.top = LENGTH_SAVED_TITLE_TOP}});
    ui_close(view->ui);
}

void not_enrolled_view(const View *view)
{
    parts_body(view);
    head(view);
    ui_open(view->ui, (UiBox){.face = FACE_ACTION,
                              .axis = AXIS_COLUMN,
                              .grow = GROW,
                              .gap = U_GAP,
                              .justify = ALIGN_EVENLY,
                              .pad = {.top = LENGTH_TOP_FAILURE}});
    parts_phone(view);
    ui_leaf(view->ui, (UiBox){.id = "not_enrolled.read",
                              .role = ROLE_BUTTON,
                              .face = FACE_BUTTON_PRIMARY,
                              .type = TYPE_BUTTON_SEND,
                              .icon = "book",
                              .label = view_text(view, TEXT_FAIL_NOT_ENROLLED_READ),
                              .action = {ACT_GO, SCREEN_HOME},
                              .min_h = LENGTH_READY_BUTTON_H});
    ui_close(view->ui);
    ui_close(view->ui);
}
