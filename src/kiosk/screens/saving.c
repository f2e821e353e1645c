/* saving.c - "Even opslaan...": only when it takes longer than 150 ms, and only until it is on
 * disk. The bar is not under it: Stop en wis works meanwhile. */
#include "lengths.h"
#include "parts.h"
#include "screens.h"

void saving_view(const View *view)
{
    ui_open(view->ui, (UiBox){.face = FACE_VEIL,
                              .axis = AXIS_COLUMN,
                              .align = ALIGN_CENTER,
                              .justify = ALIGN_CENTER});
    ui_open(
        view->ui,
        (UiBox){.face = FACE_DIALOG, .axis = AXIS_COLUMN, .align = ALIGN_CENTER, .w = U_DIALOG_W});
    ui_picture(view->ui, "stip-think-rest", LENGTH_SAVED_STIP_W, LENGTH_SAVED_STIP_H);
    ui_leaf(view->ui, (UiBox){.id = "saving.title",
                              .role = ROLE_HEADING,
                              .type = TYPE_H1,
                              .text = ALIGN_CENTER,
                              .label = view_text(view, TEXT_SAVING_TITLE),
                              .state = STATE_LIVE});
    ui_close(view->ui);
    ui_close(view->ui);
}
