/* call_about.c - callback a: what is it about? Several answers, or none (mock-up 05a). */
#include "lengths.h"
#include "parts.h"
#include "screens.h"

static const ThemeHue HUES[] = {HUE_SUN, HUE_SKY,    HUE_PETROL, HUE_LEAF,
                                HUE_SUN, HUE_PETROL, HUE_SKY,    HUE_LEAF};

static void tile(const View *view, int index)
{
    const Situation *situation = content_situation(view->content, AUDIENCE_PARENT, index);
    bool chosen = (view->app->visitor.draft.about & (1U << index)) != 0;
    Str title = content_item_label(view->content, view->app->visitor.language, STR("parent"),
                                   situation->id, STR(""));

    ui_open(view->ui, (UiBox){.id = ui_format(view->ui, "call_about.%s", view_str(situation->id)),
                              .role = ROLE_CHOICE,
                              .face = FACE_SITUATION,
                              .axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .action = {ACT_CALL_ABOUT, index},
                              .state = chosen ? STATE_SELECTED : 0});
    if (view_tight(view) < UI_TIGHT_MAX) {
        ui_leaf(view->ui, (UiBox){.role = ROLE_IMAGE,
                                  .face = FACE_PICTURE,
                                  .hue = HUES[index % (int)(sizeof HUES / sizeof HUES[0])],
                                  .picture = view_str(situation->picture),
                                  .w = LENGTH_ABOUT_PICTURE_W,
                                  .self = ALIGN_STRETCH,
                                  .state = STATE_SILENT});
    }
    ui_leaf(
        view->ui,
        (UiBox){.role = ROLE_TEXT, .type = TYPE_SITUATION, .label = view_str(title), .grow = GROW});
    parts_mark(view, chosen, LENGTH_MARK);
    ui_close(view->ui);
}

static void unknown(const View *view)
{
    bool chosen = view->app->visitor.draft.about_unknown;

    ui_open(view->ui, (UiBox){.id = "call_about.unknown",
                              .role = ROLE_CHOICE,
                              .face = FACE_OPTION,
                              .axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .min_h = LENGTH_ABOUT_UNKNOWN_H,
                              .action = {ACT_CALL_ABOUT, ACT_ARG_UNKNOWN},
                              .state = chosen ? STATE_SELECTED : 0});
    parts_blob(view, "help-circle", HUE_SAND, U_BLOB);
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_BUTTON,
                              .label = view_text(view, TEXT_CALL_ABOUT_UNKNOWN),
                              .grow = GROW});
    parts_mark(view, chosen, LENGTH_MARK);
    ui_close(view->ui);
}

void call_about_view(const View *view)
{
    int count = content_situation_count(view->content, AUDIENCE_PARENT);

    parts_step_open(view, (PartsStep){.screen = SCREEN_CALL_ABOUT,
                                      .title = view_text(view, TEXT_CALL_ABOUT_TITLE),
                                      .lead = view_text(view, TEXT_CALL_ABOUT_LEAD),
                                      .picture = "gesprek",
                                      .top_u = LENGTH_TOP_ABOUT,
                                      .gap_u = U_GAP});
    ui_open(view->ui, (UiBox){.axis = AXIS_GRID,
                              .columns = view_tight(view) < 2 ? 2 : LENGTH_COLUMNS_TIGHT,
                              .gap = U_GAP,
                              .grow = GROW});
    for (int i = 0; i < count; i++) {
        tile(view, i);
    }
    ui_close(view->ui);
    unknown(view);
    parts_step_close(view, true);
}
