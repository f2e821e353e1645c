/* prep_parts.c - see prep_parts.h. */
#include "prep_parts.h"

#include "lengths.h"

/* Six times U+2022. */
#define DOT "\xe2\x80\xa2"
#define DOTS DOT DOT DOT DOT DOT DOT

void prep_parts_private(const View *view)
{
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .face = FACE_PRIVACY,
                              .icon = "lock",
                              .label = view_text(view, TEXT_PREP_PRIVATE)});
}

const char *prep_parts_typed(const View *view, const char *typed)
{
    return view->app->visitor.typing.hidden ? DOTS : typed;
}

void prep_parts_chosen(const View *view, int part)
{
    if (app_prep_count(view->app, part) == 0) {
        return;
    }
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .face = FACE_TAG,
                              .hue = HUE_PETROL,
                              .icon = "check",
                              .icon_size = U_ICON_SMALL,
                              .label = prep_words_count(view, part),
                              .min_h = LENGTH_PREP_TAG_H});
}

void prep_parts_chevron(const View *view)
{
    ui_leaf(view->ui, (UiBox){.role = ROLE_IMAGE,
                              .icon = "chevron-right",
                              .w = LENGTH_PREP_CHEVRON,
                              .h = LENGTH_PREP_CHEVRON,
                              .icon_size = LENGTH_PREP_CHEVRON,
                              .ink = INK_TEXT,
                              .state = STATE_MIRROR | STATE_SILENT});
}

/* ---- pages ------------------------------------------------------------------------------- */

static void page_button(const View *view, UiBox box, bool there)
{
    box.role = ROLE_BUTTON;
    box.face = FACE_BUTTON;
    box.grow = GROW;
    box.min_h = U_BUTTON_H;
    box.state = there ? 0 : STATE_DISABLED;
    ui_leaf(view->ui, box);
}

void prep_parts_pager(const View *view, int page, int count)
{
    MessageArg args[] = {message_number("now", page + 1), message_number("count", count)};

    if (count < 2) {
        return;
    }
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .align = ALIGN_CENTER, .gap = U_GAP});
    page_button(view,
                (UiBox){.id = view_id(view, "less"),
                        .icon = "chevron-up",
                        .label = view_text(view, TEXT_PAGE_LESS),
                        .action = {ACT_PAGE, page - 1}},
                page > 0);
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_MIN_BOLD,
                              .text = ALIGN_CENTER,
                              .nowrap = true,
                              .label = view_fill(view, TEXT_CALL_STEP, args, 2)});
    page_button(view,
                (UiBox){.id = view_id(view, "more"),
                        .icon = "chevron-down",
                        .icon_place = ICON_END,
                        .label = view_text(view, TEXT_PAGE_MORE),
                        .action = {ACT_PAGE, page + 1}},
                page + 1 < count);
    ui_close(view->ui);
}
