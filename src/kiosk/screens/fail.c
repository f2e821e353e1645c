/* fail.c - the whole content is missing: the words of the fallback pack, the phone, the languages.
 * Stands instead of every screen; uses only fail.* words and the region, and offers no way in. */
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
    ui_leaf(view->ui, (UiBox){.id = "fail.title",
                              .role = ROLE_HEADING,
                              .type = TYPE_H1_BIG,
                              .text = ALIGN_CENTER,
                              .label = view_text(view, TEXT_FAIL_TITLE),
                              .margin = {.top = LENGTH_READY_TITLE_TOP}});
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_LEAD_BIG,
                              .text = ALIGN_CENTER,
                              .label = view_text(view, TEXT_FAIL_LEAD),
                              .margin = {.top = LENGTH_SAVED_TITLE_TOP}});
    ui_close(view->ui);
}

static void languages(const View *view)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_GRID, .columns = LENGTH_WELCOME_COLUMNS, .gap = U_GAP});
    for (int i = 0; i < content_language_count(view->content); i++) {
        const LanguageInfo *info = content_language(view->content, i);
        ui_leaf(view->ui,
                (UiBox){.id = ui_format(view->ui, "fail.language.%s", view_str(info->code)),
                        .role = ROLE_CHOICE,
                        .face = FACE_CHIP_LANGUAGE,
                        .icon = "language",
                        .label = view_str(info->own_name),
                        .lang = view_str(info->code),
                        .action = {ACT_LANGUAGE, i},
                        .h = U_LANGUAGE_H,
                        .nowrap = true,
                        .state = view->app->visitor.language == i ? STATE_SELECTED : 0});
    }
    ui_close(view->ui);
}

void fail_view(const View *view)
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
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_H2,
                              .text = ALIGN_CENTER,
                              .label = view_text(view, TEXT_FAIL_DANGER)});
    languages(view);
    ui_close(view->ui);
    ui_close(view->ui);
}
