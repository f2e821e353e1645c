/* subjects.c - see subjects.h. */
#include "subjects.h"

#include "lengths.h"
#include "parts.h"
#include "share_parts.h"

static bool is_large(const View *view)
{
    return view->theme->wish.text > TEXT_SIZE_120;
}

/* Large letters in portrait: one below the other. */
static bool in_rows(const View *view)
{
    return is_large(view) && view_is_tall(view);
}

static bool has_picture(const View *view)
{
    return in_rows(view) || (!is_large(view) && view_tight(view) < UI_TIGHT_MAX);
}

static void mark(const View *view, const Subjects *subjects, bool chosen)
{
    if (subjects->hue == HUE_PLUM) {
        share_parts_mark(view, chosen, LENGTH_MARK);
    } else {
        parts_mark(view, chosen, LENGTH_MARK);
    }
}

static void picture(const View *view, const Situation *situation, int index)
{
    static const ThemeHue hues[] = {HUE_SUN, HUE_SKY, HUE_PETROL, HUE_LEAF};
    static const ThemeHue more[] = {HUE_SUN, HUE_PETROL, HUE_SKY, HUE_LEAF};
    int count = (int)(sizeof hues / sizeof hues[0]);

    ui_leaf(view->ui,
            (UiBox){.role = ROLE_IMAGE,
                    .face = FACE_PICTURE,
                    .hue = index / count % 2 == 0 ? hues[index % count] : more[index % count],
                    .picture = view_str(situation->picture),
                    .w = in_rows(view) ? LENGTH_ABOUT_ROW_PICTURE_W : LENGTH_ABOUT_PICTURE_W,
                    .self = ALIGN_STRETCH,
                    .state = STATE_SILENT});
}

static void tile(const View *view, const Subjects *subjects, int index)
{
    const Situation *situation = content_situation(view->content, AUDIENCE_PARENT, index);
    bool chosen = (subjects->chosen & (1U << index)) != 0;
    Str title = content_item_label(view->content, view->app->visitor.language, STR("parent"),
                                   situation->id, STR(""));

    ui_open(view->ui, (UiBox){.id = view_id(view, view_str(situation->id)),
                              .role = ROLE_CHOICE,
                              .face = FACE_SITUATION,
                              .hue = subjects->hue,
                              .axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .grow = in_rows(view) ? GROW : 0,
                              .pad = {.start = has_picture(view) ? 0 : U_L},
                              .action = {(int)subjects->act, index},
                              .state = chosen ? STATE_SELECTED : 0});
    if (has_picture(view)) {
        picture(view, situation, index);
    }
    ui_leaf(
        view->ui,
        (UiBox){.role = ROLE_TEXT, .type = TYPE_SITUATION, .label = view_str(title), .grow = GROW});
    mark(view, subjects, chosen);
    ui_close(view->ui);
}

static void other(const View *view, const Subjects *subjects)
{
    const SubjectsOther *item = &subjects->other;

    ui_open(view->ui, (UiBox){.id = item->id,
                              .role = ROLE_CHOICE,
                              .face = FACE_OPTION,
                              .hue = subjects->hue,
                              .axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .min_h = in_rows(view) ? 0 : LENGTH_ABOUT_UNKNOWN_H,
                              .action = item->action,
                              .state = item->chosen ? STATE_SELECTED : 0});
    parts_blob(view, item->icon, HUE_SAND, U_BLOB);
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_BUTTON,
                              .label = view_text(view, item->text),
                              .grow = GROW});
    mark(view, subjects, item->chosen);
    ui_close(view->ui);
}

void subjects_show(const View *view, const Subjects *subjects)
{
    int count = content_situation_count(view->content, AUDIENCE_PARENT);

    ui_open(view->ui, (UiBox){.axis = in_rows(view) ? AXIS_COLUMN : AXIS_GRID,
                              .columns = view_tight(view) < 2 ? 2 : LENGTH_COLUMNS_TIGHT,
                              .gap = in_rows(view) ? view->theme->gap_min_u : U_GAP,
                              .grow = GROW});
    for (int i = 0; i < count; i++) {
        tile(view, subjects, i);
    }
    ui_close(view->ui);
    other(view, subjects);
}
