/* privacy.c - what happens with what a parent sends (mock-up P). */
#include "lengths.h"
#include "parts.h"
#include "screens.h"

typedef struct PrivacyRow {
    const char *icon;
    ThemeHue hue;
    TextKey title, text;
} PrivacyRow;

static const PrivacyRow ROWS[] = {
    {"eye-off", HUE_LEAF, TEXT_PRIVACY_READING, TEXT_PRIVACY_READING_SUB},
    {"send", HUE_CORAL, TEXT_PRIVACY_SENT, TEXT_PRIVACY_SENT_SUB},
    {"lock", HUE_PETROL, TEXT_PRIVACY_LOCKED, TEXT_PRIVACY_LOCKED_SUB},
    {"school", HUE_SKY, TEXT_PRIVACY_SCHOOL, TEXT_PRIVACY_SCHOOL_SUB},
    {"trash", HUE_SUN, TEXT_PRIVACY_WIPED, TEXT_PRIVACY_WIPED_SUB},
    {"phone", HUE_LEAF, TEXT_PRIVACY_ASK, TEXT_PRIVACY_ASK_SUB},
};

/* Rows fewer on a page, where not all of them fit. */
enum { ROWS_COUNT = (int)(sizeof ROWS / sizeof ROWS[0]), ROWS_STEP = 2 };

static void row(const View *view, const PrivacyRow *item)
{
    const Region *region = content_region(view->content);
    MessageArg args[] = {message_number("days", region->retention_days), view_phone(view)};

    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .gap = LENGTH_HOME_CALL_GAP});
    parts_disc(view, item->icon, item->hue, LENGTH_DISC_PRIVACY);
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW});
    ui_text(view->ui, TYPE_CARD, view_fill(view, item->title, args, 2));
    ui_text(view->ui, TYPE_BODY_LIST, view_fill(view, item->text, args, 2));
    ui_close(view->ui);
    ui_close(view->ui);
}

static void responsible(const View *view)
{
    MessageArg name = message_text("name", content_region(view->content)->organisation);

    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_MIN,
                              .ink = INK_QUIET,
                              .text = ALIGN_CENTER,
                              .label = view_fill(view, TEXT_PRIVACY_RESPONSIBLE, &name, 1)});
}

/* All of it on one page; where words need more room, and in large letters beside the question, half
 * of it. */
static int rows_on_page(const View *view)
{
    bool half = !view_is_tall(view) && view->theme->wish.text > TEXT_SIZE_120;

    return view_room(view, (ViewRoom){half ? ROWS_COUNT / 2 : ROWS_COUNT, half ? 1 : ROWS_STEP, 1});
}

static void rows(const View *view)
{
    int most = rows_on_page(view);
    int page = app_place(view->app)->page * most < ROWS_COUNT ? app_place(view->app)->page : 0;
    bool last = (page + 1) * most >= ROWS_COUNT;

    ui_open(
        view->ui,
        (UiBox){.face = FACE_PANEL, .axis = AXIS_COLUMN, .grow = GROW, .justify = ALIGN_EVENLY});
    for (int i = page * most; i < ROWS_COUNT && i < (page + 1) * most; i++) {
        row(view, &ROWS[i]);
    }
    ui_close(view->ui);
    if (last) {
        responsible(view);
    }
    if (most < ROWS_COUNT) {
        parts_button(view, (PartsButton){.id = "privacy.more",
                                         .face = FACE_BUTTON,
                                         .icon = "chevron-down",
                                         .label = view_text(view, TEXT_PAGE_MORE),
                                         .action = {ACT_PAGE, last ? 0 : page + 1}});
    }
}

static void done(const View *view)
{
    parts_button(view, (PartsButton){.id = "privacy.done",
                                     .face = FACE_BUTTON_PRIMARY,
                                     .icon = "check",
                                     .label = view_text(view, TEXT_WORD_CLEAR),
                                     .action = {ACT_BACK, 0},
                                     .height_u = U_FLOW_H});
}

static void wide(const View *view)
{
    parts_side_open(view);
    parts_title(view, TEXT_PRIVACY_TITLE, NULL);
    parts_side_picture(view, "recht-privacy");
    ui_close(view->ui);
    parts_action(view, 0, U_GAP);
    rows(view);
    ui_close(view->ui);
    parts_side_foot(view);
    done(view);
    parts_side_close(view);
}

void privacy_view(const View *view)
{
    if (!view_is_tall(view)) {
        wide(view);
        return;
    }
    parts_body(view);
    ui_open(view->ui, (UiBox){.face = FACE_READ,
                              .min_h = parts_read_height(view),
                              .axis = AXIS_COLUMN,
                              .justify = ALIGN_CENTER});
    parts_title(view, TEXT_PRIVACY_TITLE, NULL);
    ui_close(view->ui);
    parts_action(view, LENGTH_TOP_ABOUT, U_GAP);
    rows(view);
    done(view);
    ui_close(view->ui);
    ui_close(view->ui);
}
