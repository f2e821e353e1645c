/* cannot_save.c - a request, an experience or a fault could not be stored: people instead, and
 * another try (mock-up F).
 * Must work with the fallback pack: only fail.* words and the region. */
#include "lengths.h"
#include "parts.h"
#include "screens.h"

static bool is_flooded(const View *view)
{
    return app_place(view->app)->arg == APP_CANNOT_FLOODED;
}

/* A child is spoken to as a child, and sent to a person: it cannot be asked to call by itself. */
static TextKey lead_of(const View *view)
{
    AppMode mode = view->app->visitor.mode;
    int why = app_place(view->app)->arg;
    bool signal = why == APP_CANNOT_SHARE || why == APP_CANNOT_FIX;

    if (view->app->visitor.picked != 0) {
        return TEXT_FAIL_LOOK; /* a child pressed without a look: app_send.c */
    }
    if (mode == APP_MODE_YOUNG || mode == APP_MODE_READING) {
        return signal ? TEXT_FAIL_TELL_LEAD : TEXT_FAIL_CHILD_LEAD;
    }
    if (signal) {
        return TEXT_FAIL_SHARE_LEAD;
    }
    return is_flooded(view) ? TEXT_FAIL_BUSY_LEAD : TEXT_FAIL_CANNOT_SAVE_LEAD;
}

static void head(const View *view)
{
    TextKey title = is_flooded(view) ? TEXT_FAIL_BUSY_TITLE : TEXT_FAIL_CANNOT_SAVE_TITLE;
    TextKey lead = lead_of(view);

    ui_open(view->ui, (UiBox){.face = FACE_READ,
                              .min_h = parts_read_height(view),
                              .axis = AXIS_COLUMN,
                              .align = ALIGN_CENTER,
                              .grow = view_is_tall(view) ? 0 : LENGTH_SHARE_SIDE,
                              .pad = {.top = LENGTH_FAILURE_TOP}});
    ui_picture(view->ui, "stip-happy-open", LENGTH_FAILURE_STIP_W, LENGTH_FAILURE_STIP_H);
    ui_leaf(view->ui, (UiBox){.role = ROLE_HEADING,
                              .type = TYPE_H1_BIG,
                              .text = ALIGN_CENTER,
                              .label = view_text(view, title),
                              .margin = {.top = LENGTH_FAILURE_TITLE_TOP}});
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_LEAD_BIG,
                              .text = ALIGN_CENTER,
                              .label = view_text(view, lead),
                              .margin = {.top = LENGTH_SAVED_TITLE_TOP}});
    ui_close(view->ui);
}

static void qr(const View *view)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .gap = LENGTH_SAVED_PANEL_BOTTOM,
                              .pad = {LENGTH_GAP_HELP, 0, LENGTH_GAP_HELP, 0}});
    ui_leaf(view->ui, (UiBox){.id = "cannot_save.qr",
                              .role = ROLE_IMAGE,
                              .face = FACE_QR,
                              .picture = "qr",
                              .value = view_vcard(view),
                              .w = LENGTH_FAILURE_QR,
                              .h = LENGTH_FAILURE_QR,
                              .state = STATE_SILENT});
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_LEAD,
                              .label = view_text(view, TEXT_FAIL_SCAN),
                              .grow = GROW});
    ui_close(view->ui);
}

static void buttons(const View *view)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .gap = U_GAP});
    if (!is_flooded(view)) {
        ui_leaf(view->ui, (UiBox){.id = "cannot_save.retry",
                                  .role = ROLE_BUTTON,
                                  .face = FACE_BUTTON,
                                  .icon = "refresh",
                                  .label = view_text(view, TEXT_FAIL_RETRY),
                                  .action = {ACT_RETRY, 0},
                                  .grow = LENGTH_SHARE_RETRY,
                                  .pad = {.start = U_M, .end = U_M},
                                  .min_h = U_FLOW_H});
    }
    parts_button(view, (PartsButton){.id = "cannot_save.read",
                                     .face = FACE_BUTTON_PRIMARY,
                                     .icon = "book",
                                     .label = view_text(view, TEXT_FAIL_READ),
                                     .action = {ACT_START, 0},
                                     .grow = GROW,
                                     .height_u = U_FLOW_H});
    ui_close(view->ui);
}

void cannot_save_view(const View *view)
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
    qr(view);
    buttons(view);
    ui_close(view->ui);
    ui_close(view->ui);
}
