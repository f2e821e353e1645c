/* did.c - what was done with the experiences of parents and children (mock-up W). */
#include "lengths.h"
#include "parts.h"
#include "screens.h"

enum { PANELS = 3, PANELS_SMALL = 2, PANELS_FEW = 1 };

static Str label_of(const View *view, Str id, Str part)
{
    return content_item_label(view->content, view->app->visitor.language, STR("did"), id, part);
}

static void line(const View *view, TextKey who, ThemeInk ink, UiBox words)
{
    ui_open(view->ui,
            (UiBox){.axis = AXIS_ROW, .align = ALIGN_START, .gap = LENGTH_TOPIC_STEP_GAP});
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_MIN_BOLD,
                              .ink = ink,
                              .label = view_text(view, who),
                              .text = ALIGN_CENTER,
                              .w = LENGTH_DID_WHO_W,
                              .margin = {.top = U_S}});
    words.role = ROLE_TEXT;
    words.grow = GROW;
    ui_leaf(view->ui, words);
    ui_close(view->ui);
}

/* What came of it: done, or being worked on. */
static void status(const View *view, const ListItem *item)
{
    bool done = str_equal(item->value, STR("done"));

    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .face = FACE_TAG,
                              .hue = done ? HUE_LEAF : HUE_SUN,
                              .icon = done ? "check" : "clock",
                              .label = view_text(view, done ? TEXT_DID_DONE : TEXT_DID_BUSY),
                              .self = ALIGN_START,
                              .min_h = LENGTH_OPEN_TAG_H});
}

static void panel(const View *view, const ListItem *item)
{
    ui_open(
        view->ui,
        (UiBox){.face = FACE_PANEL, .axis = AXIS_COLUMN, .grow = GROW, .justify = ALIGN_EVENLY});
    status(view, item);
    line(view, TEXT_DID_YOU, INK_PLUM_STRONG,
         (UiBox){.type = TYPE_OPTION, .label = view_str(label_of(view, item->id, STR("")))});
    line(
        view, TEXT_DID_WE, INK_LEAF_STRONG,
        (UiBox){.type = TYPE_LEAD_TOPIC, .label = view_str(label_of(view, item->id, STR("hint")))});
    ui_close(view->ui);
}

static void head(const View *view)
{
    bool tall = view_is_tall(view);

    ui_open(view->ui, (UiBox){.face = FACE_READ,
                              .axis = tall ? AXIS_ROW : AXIS_COLUMN,
                              .align = tall ? ALIGN_CENTER : ALIGN_STRETCH,
                              .grow = tall ? 0 : LENGTH_SHARE_SIDE,
                              .gap = LENGTH_HOME_HEAD_GAP,
                              .min_h = parts_read_height(view)});
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = tall ? GROW : 0});
    ui_heading(view->ui, TYPE_H1, view_text(view, TEXT_DID_TITLE));
    ui_text(view->ui, TYPE_LEAD, view_text(view, TEXT_DID_LEAD));
    ui_close(view->ui);
    if (tall) {
        ui_picture(view->ui, "samen", LENGTH_DID_PICTURE_W, LENGTH_DID_PICTURE_H);
    } else {
        parts_side_picture(view, "samen");
    }
    ui_close(view->ui);
}

/* Telling us too; the other pages, and after the last one everything about experiences. */
static void foot(const View *view, int page, int pages)
{
    int topic = content_topic_find(view->content, AUDIENCE_PARENT, STR("uw-signalen"));

    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .gap = U_GAP});
    if (view->app->status.can_save) {
        parts_button(view, (PartsButton){.id = "did.share",
                                         .face = FACE_BUTTON_SHARE,
                                         .icon = "mood-heart",
                                         .label = view_text(view, TEXT_HOME_SHARE),
                                         .action = {ACT_SHARE_START, 0},
                                         .grow = LENGTH_SHARE_DID,
                                         .height_u = U_FLOW_H});
    }
    if (page + 1 < pages) {
        parts_button(view, (PartsButton){.id = "did.page",
                                         .face = FACE_BUTTON,
                                         .icon = "chevron-down",
                                         .label = view_text(view, TEXT_PAGE_MORE),
                                         .action = {ACT_PAGE, page + 1},
                                         .grow = GROW,
                                         .height_u = U_FLOW_H});
    } else if (topic >= 0) {
        parts_button(view, (PartsButton){.id = "did.more",
                                         .face = FACE_BUTTON,
                                         .icon = "chart-bar",
                                         .label = view_text(view, TEXT_PAGE_MORE),
                                         .action = {ACT_TOPIC, topic},
                                         .grow = GROW,
                                         .height_u = U_FLOW_H});
    }
    ui_close(view->ui);
}

static int panels_on_page(const View *view)
{
    bool large = view->theme->wish.text > TEXT_SIZE_120;

    if (view_is_tall(view)) {
        return PANELS;
    }
    return large ? PANELS_FEW : view->theme->layout == LAYOUT_SMALL ? PANELS_SMALL : PANELS;
}

void did_view(const View *view)
{
    const List *list = content_list(view->content, STR("did"));
    int count = list == NULL ? 0 : list->count;
    int panels = panels_on_page(view);
    int pages = (count + panels - 1) / panels;
    int page = app_place(view->app)->page < pages ? app_place(view->app)->page : 0;

    parts_body(view);
    head(view);
    parts_action(view, LENGTH_HELP_TOP, LENGTH_GAP_CHOICES);
    for (int i = page * panels; i < count && i < (page + 1) * panels; i++) {
        panel(view, &list->items[i]);
    }
    foot(view, page, pages);
    ui_close(view->ui);
    ui_close(view->ui);
}
