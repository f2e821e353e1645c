/* language.c - the sheet with every language (mock-up 19a). A choice changes this screen at once
 * and stays here, so that a wrong one is easily put right; the lower button returns. */
#include "lengths.h"
#include "parts.h"
#include "screens.h"

enum { CARDS_MAX = 12 };

static void head(const View *view)
{
    parts_read(view);
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .align = ALIGN_CENTER, .gap = LENGTH_HEAD_GAP});
    ui_icon(view->ui, "language", LENGTH_ICON_SHEET, INK_PETROL_STRONG);
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW});
    ui_heading(view->ui, TYPE_H1_SHEET, view_text(view, TEXT_LANGUAGE_TITLE));
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_LEAD,
                              .ink = INK_QUIET,
                              .label = view_text(view, TEXT_LANGUAGE_LEAD),
                              .state = STATE_SILENT});
    ui_close(view->ui);
    ui_close(view->ui);
    parts_side_picture(view, "stip-talk-rest");
    ui_close(view->ui);
}

static void card(const View *view, Language language)
{
    const LanguageInfo *info = content_language(view->content, language);
    bool chosen = view->app->visitor.language == language;
    ThemeInk ink = chosen ? INK_ON_PETROL : INK_DEFAULT;
    const char *lang = view_str(info->code);

    ui_open(view->ui, (UiBox){.id = ui_format(view->ui, "language.choice.%s", lang),
                              .role = ROLE_CHOICE,
                              .face = FACE_LANGUAGE,
                              .axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .h = LENGTH_LANGUAGE_CARD_H,
                              .action = {ACT_LANGUAGE, language},
                              .state = chosen ? STATE_SELECTED : 0});
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW});
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_H2,
                              .ink = ink,
                              .label = view_str(info->own_name),
                              .lang = lang});
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_BODY_LIST,
                              .ink = ink,
                              .label = view_str(info->hello),
                              .lang = lang});
    ui_close(view->ui);
    ui_icon(view->ui, chosen ? "check" : "volume", U_ICON_BUTTON,
            chosen ? INK_ON_PETROL : INK_PETROL_STRONG);
    ui_close(view->ui);
}

static void cards(const View *view)
{
    int count = content_language_count(view->content);
    int from = app_place(view->app)->page * CARDS_MAX;

    ui_open(view->ui, (UiBox){.axis = AXIS_GRID,
                              .columns = view_is_tall(view) ? 2 : LENGTH_LANGUAGE_COLUMNS_WIDE,
                              .gap = U_GAP,
                              .grow = GROW});
    for (int i = from; i < count && i < from + CARDS_MAX; i++) {
        card(view, i);
    }
    ui_close(view->ui);
}

void language_view(const View *view)
{
    parts_body(view);
    head(view);
    parts_action(view, LENGTH_TOP_LANGUAGE, U_GAP);
    cards(view);
    parts_button(view, (PartsButton){.id = "language.back",
                                     .face = FACE_BUTTON,
                                     .icon = "arrow-left",
                                     .label = view_text(view, TEXT_SHEET_BACK),
                                     .action = {ACT_BACK, 0},
                                     .height_u = U_TOPIC_BUTTON_H,
                                     .mirror = true});
    ui_close(view->ui);
    ui_close(view->ui);
}
