/* bar.c - the bar: the same slots on every screen, in every mode (flows.md "Every screen").
 * A slot without a function stays empty, and nothing shifts. */
#include "lengths.h"
#include "parts.h"

typedef struct Slot {
    const char *id;
    const char *icon;
    TextKey text;
    UiAction action;
    ThemeFace face;
    int width_u;
    bool shown, on, mirror;
} Slot;

static void slot(const View *view, Slot item)
{
    bool tall = view_is_tall(view); /* a wide bar has room for longer words */
    unsigned state = (item.on ? STATE_ON : 0U) | (item.mirror ? STATE_MIRROR : 0U);

    if (!item.shown) {
        ui_leaf(view->ui, (UiBox){.face = item.face, .w = item.width_u, .state = STATE_GONE});
        return;
    }
    ui_leaf(view->ui, (UiBox){.id = item.id,
                              .role = ROLE_BUTTON,
                              .face = item.face,
                              .icon = item.icon,
                              .label = view_text(view, item.text),
                              .action = item.action,
                              .w = tall ? item.width_u : 0,
                              .min_w = tall ? 0 : item.width_u,
                              .state = state});
}

static ScreenId now(const View *view)
{
    return app_place(view->app)->screen;
}

static bool is_warned(const View *view)
{
    return view->app->visitor.idle == APP_IDLE_WARNING;
}

static void back_and_start(const View *view)
{
    bool tall = view_is_tall(view);
    int width_u = tall ? U_BAR_ITEM_W : U_BAR_TOP_BACK_W;
    bool here = !is_warned(view);
    bool back = here && app_screen(now(view))->has_back;
    bool start = here && view->app->visitor.mode != APP_MODE_NONE && now(view) != SCREEN_HOME &&
                 now(view) != SCREEN_CHILD_HOME && now(view) != SCREEN_READING_HOME &&
                 now(view) != SCREEN_CHILD_ENTRY && now(view) != SCREEN_NOT_ENROLLED;

    slot(view, (Slot){"bar.back",
                      "arrow-left",
                      TEXT_BAR_BACK,
                      {ACT_BACK, 0},
                      FACE_BAR_ITEM,
                      width_u,
                      back,
                      false,
                      true});
    slot(view, (Slot){"bar.start",
                      "home",
                      TEXT_BAR_START,
                      {ACT_START, 0},
                      FACE_BAR_ITEM,
                      width_u,
                      start,
                      false,
                      false});
}

/* Colleagues come in from welcome, in the slots of Terug and Start: two taps on Stop en wis never
 * reach it. Small and visible; there is no hidden way in. */
static bool is_for_staff(const View *view)
{
    return now(view) == SCREEN_WELCOME && !is_warned(view) && view->app->setup.has_pin;
}

static void staff(const View *view)
{
    int slots_u = 2 * (view_is_tall(view) ? U_BAR_ITEM_W : U_BAR_TOP_BACK_W);

    slot(view, (Slot){"bar.staff",
                      "id-badge-2",
                      TEXT_BAR_STAFF,
                      {ACT_STAFF, 0},
                      FACE_BAR_PLAIN,
                      slots_u + U_GAP_BAR,
                      true,
                      false,
                      false});
}

/* A width for portrait, landscape and small. */
static int width_of(const View *view, int tall_u, int wide_u, int small_u)
{
    return view_is_tall(view) ? tall_u : view->theme->layout == LAYOUT_SMALL ? small_u : wide_u;
}

static void middle(const View *view)
{
    int width_u = width_of(view, U_BAR_ITEM_W, U_BAR_TOP_ITEM_W, U_BAR_SMALL_ITEM_W);
    int wide_u = width_of(view, U_BAR_ITEM_WIDE_W, U_BAR_TOP_ITEM_WIDE_W, U_BAR_SMALL_ITEM_WIDE_W);
    ScreenId screen = now(view);

    slot(view, (Slot){"bar.language",
                      "language",
                      TEXT_BAR_LANGUAGE,
                      {ACT_GO, SCREEN_LANGUAGE},
                      FACE_BAR_ITEM,
                      width_u,
                      true,
                      screen == SCREEN_LANGUAGE,
                      false});
    slot(view, (Slot){"bar.read",
                      "volume",
                      TEXT_BAR_READ,
                      {ACT_READ, 0},
                      FACE_BAR_ITEM,
                      wide_u,
                      view->app->setup.audio,
                      view->app->visitor.reading_aloud,
                      false});
    slot(view, (Slot){"bar.display",
                      "adjustments-horizontal",
                      TEXT_BAR_DISPLAY,
                      {ACT_GO, SCREEN_DISPLAY},
                      FACE_BAR_ITEM,
                      wide_u,
                      true,
                      screen == SCREEN_DISPLAY,
                      false});
    slot(view, (Slot){"bar.help",
                      "lifebuoy",
                      TEXT_BAR_HELP,
                      {ACT_HELP, 0},
                      FACE_BAR_HELP,
                      width_u,
                      true,
                      screen == SCREEN_HELP || screen == SCREEN_CHILD_HELP,
                      false});
}

static void leave(const View *view)
{
    int width_u = width_of(view, U_BAR_EXIT_W, U_BAR_TOP_EXIT_W, U_BAR_SMALL_EXIT_W);
    ScreenId screen = now(view);
    bool shown = is_warned(view) || screen != SCREEN_WELCOME;

    slot(view, (Slot){"bar.stop",
                      "door-exit",
                      TEXT_BAR_STOP,
                      {ACT_STOP, 0},
                      FACE_BAR_EXIT,
                      width_u,
                      shown,
                      false,
                      true});
}

void parts_bar(const View *view)
{
    bool top = view->theme->bar_at_top;

    ui_open(view->ui, (UiBox){.id = "bar",
                              .face = FACE_BAR,
                              .axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .state = top ? STATE_FIRST : 0});
    if (is_for_staff(view)) {
        staff(view);
    } else {
        back_and_start(view);
    }
    if (!view_is_tall(view)) {
        ui_spacer(view->ui);
    }
    middle(view);
    ui_spacer(view->ui);
    leave(view);
    ui_close(view->ui);
}
