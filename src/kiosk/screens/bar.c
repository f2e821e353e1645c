/* bar.c - the bar: the same slots on every screen, in every mode (flows.md "Every screen").
 * A slot without a function stays empty, and nothing shifts: it keeps the room of its words. */
#include "lengths.h"
#include "parts.h"

enum { OTHERS = 5, BETWEEN = 6 }; /* slots beside the two with long words; gaps between all */

typedef struct Slot {
    const char *id;
    const char *icon;
    TextKey text;
    UiAction action;
    ThemeFace face;
    int width_u; /* 0 = as wide as its words, or as the slots it takes */
    bool shown, on, mirror;
    int margin_u; /* before it, beyond the gap */
} Slot;

static void slot(const View *view, Slot item)
{
    bool tall = view_is_tall(view); /* a wide bar has room for longer words */
    unsigned state = (item.on ? STATE_ON : 0U) | (item.mirror ? STATE_MIRROR : 0U);
    UiBox box = {.role = ROLE_BUTTON,
                 .face = item.face,
                 .icon = item.icon,
                 .label = view_text(view, item.text),
                 .w = tall ? item.width_u : 0,
                 .min_w = tall ? U_BAR_LEAST_W : item.width_u,
                 .margin.start = item.margin_u,
                 .action = item.action,
                 .state = STATE_GONE};

    if (item.shown) {
        box.id = item.id;
        box.state = state;
    }
    ui_leaf(view->ui, box);
}

static ScreenId now(const View *view)
{
    return app_place(view->app)->screen;
}

static bool is_warned(const View *view)
{
    return view->app->visitor.idle == APP_IDLE_WARNING;
}

/* Colleagues come in from welcome, in the slots of Terug and Start: two taps on Stop en wis never
 * reach it. Small and visible; there is no hidden way in. */
static bool is_for_staff(const View *view)
{
    return now(view) == SCREEN_WELCOME && !is_warned(view) && view->app->setup.has_pin;
}

static void back_and_start(const View *view)
{
    int width_u = view_is_tall(view) ? U_BAR_ITEM_W : U_BAR_TOP_BACK_W;
    bool here = !is_warned(view) && !is_for_staff(view);
    bool back = here && app_screen(now(view))->has_back;
    bool start = here && view->app->visitor.mode != APP_MODE_NONE && now(view) != SCREEN_HOME &&
                 now(view) != SCREEN_CHILD_HOME && now(view) != SCREEN_READING_HOME &&
                 now(view) != SCREEN_CHILD_ENTRY && now(view) != SCREEN_NOT_ENROLLED;

    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .align = ALIGN_CENTER, .gap = U_GAP_BAR});
    slot(view, (Slot){.id = "bar.back",
                      .icon = "arrow-left",
                      .text = TEXT_BAR_BACK,
                      .action = {ACT_BACK, 0},
                      .face = FACE_BAR_ITEM,
                      .width_u = width_u,
                      .shown = back,
                      .mirror = true});
    slot(view, (Slot){.id = "bar.start",
                      .icon = "home",
                      .text = TEXT_BAR_START,
                      .action = {ACT_START, 0},
                      .face = FACE_BAR_ITEM,
                      .width_u = width_u,
                      .shown = start});
    ui_close(view->ui);
}

static void staff(const View *view)
{
    slot(view, (Slot){.id = "bar.staff",
                      .icon = "id-badge-2",
                      .text = TEXT_BAR_STAFF,
                      .action = {ACT_STAFF, 0},
                      .face = FACE_BAR_PLAIN,
                      .shown = is_for_staff(view)});
}

/* The slots of Terug and Start, and over them the one of Medewerker. */
static void ways_back(const View *view)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_LAYER});
    back_and_start(view);
    staff(view);
    ui_close(view->ui);
}

/* A width for portrait, landscape and small. */
static int width_of(const View *view, int tall_u, int wide_u, int small_u)
{
    return view_is_tall(view) ? tall_u : view->theme->layout == LAYOUT_SMALL ? small_u : wide_u;
}

/* Width in px of a word of the bar: at least what a finger needs. */
static int word_px(const View *view, TextKey text)
{
    const UiSettings *settings = &view->ui->settings;
    ThemeFont font = theme_font(view->theme, TYPE_BAR, settings->lang);
    UiWords words = {.text = view_text(view, text),
                     .lang = settings->lang,
                     .size_px = font.size_px,
                     .line_px = font.line_px,
                     .spacing_x10_px = font.spacing_x10_px,
                     .bold = font.bold,
                     .width_px = view->theme->panel.width_px};
    int width_px = settings->measure(settings->measure_context, &words).word_px;

    return width_px > view->theme->target_min_px ? width_px : view->theme->target_min_px;
}

/* The largest targets on a narrow panel leave no room for two long words: then the short ones stand
 * there, on every screen. */
static bool is_too_wide(const View *view)
{
    const Theme *theme = view->theme;
    int between_u = theme->exit_gap_u + BETWEEN * U_GAP_BAR + 2 * U_EDGE_BAR;
    int px = theme_px(theme, between_u) + OTHERS * theme->target_min_px;

    return view_is_tall(view) &&
           px + word_px(view, TEXT_BAR_READ) + word_px(view, TEXT_BAR_DISPLAY) >
               theme->panel.width_px;
}

static void middle(const View *view)
{
    bool shorter = is_too_wide(view);
    int width_u = width_of(view, U_BAR_ITEM_W, U_BAR_TOP_ITEM_W, U_BAR_SMALL_ITEM_W);
    int wide_u = width_of(view, U_BAR_ITEM_WIDE_W, U_BAR_TOP_ITEM_WIDE_W, U_BAR_SMALL_ITEM_WIDE_W);
    ScreenId screen = now(view);

    slot(view, (Slot){.id = "bar.language",
                      .icon = "language",
                      .text = TEXT_BAR_LANGUAGE,
                      .action = {ACT_GO, SCREEN_LANGUAGE},
                      .face = FACE_BAR_ITEM,
                      .width_u = width_u,
                      .shown = true,
                      .on = screen == SCREEN_LANGUAGE});
    slot(view, (Slot){.id = "bar.read",
                      .icon = "volume",
                      .text = shorter ? TEXT_BAR_READ_SHORT : TEXT_BAR_READ,
                      .action = {ACT_READ, 0},
                      .face = FACE_BAR_ITEM,
                      .width_u = wide_u,
                      .shown = view->app->setup.audio,
                      .on = view->app->visitor.reading_aloud});
    slot(view, (Slot){.id = "bar.display",
                      .icon = "adjustments-horizontal",
                      .text = shorter ? TEXT_BAR_DISPLAY_SHORT : TEXT_BAR_DISPLAY,
                      .action = {ACT_GO, SCREEN_DISPLAY},
                      .face = FACE_BAR_ITEM,
                      .width_u = wide_u,
                      .shown = true,
                      .on = screen == SCREEN_DISPLAY});
    slot(view, (Slot){.id = "bar.help",
                      .icon = "lifebuoy",
                      .text = TEXT_BAR_HELP,
                      .action = {ACT_HELP, 0},
                      .face = FACE_BAR_HELP,
                      .width_u = width_u,
                      .shown = true,
                      .on = screen == SCREEN_HELP || screen == SCREEN_CHILD_HELP});
}

static void leave(const View *view)
{
    int width_u = width_of(view, U_BAR_EXIT_W, U_BAR_TOP_EXIT_W, U_BAR_SMALL_EXIT_W);
    ScreenId screen = now(view);
    bool shown = is_warned(view) || screen != SCREEN_WELCOME;

    slot(view, (Slot){.id = "bar.stop",
                      .icon = "door-exit",
                      .text = TEXT_BAR_STOP,
                      .action = {ACT_STOP, 0},
                      .face = FACE_BAR_EXIT,
                      .width_u = width_u,
                      .margin_u = view->theme->exit_gap_u - 2 * U_GAP_BAR,
                      .shown = shown,
                      .mirror = true});
}

void parts_bar(const View *view)
{
    bool top = view->theme->bar_at_top;

    ui_open(view->ui, (UiBox){.id = "bar",
                              .face = FACE_BAR,
                              .axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .state = top ? STATE_FIRST : 0});
    ways_back(view);
    if (!view_is_tall(view)) {
        ui_spacer(view->ui);
    }
    middle(view);
    ui_spacer(view->ui);
    leave(view);
    ui_close(view->ui);
}
