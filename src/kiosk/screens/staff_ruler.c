/* staff_ruler.c - are the millimetres of the settings those of the glass, and who reaches what?
 * The card is drawn in pixels by the setting, whatever a screen's own scale is, and can be made to
 * fit; the line under it then says what the setting must become. Nothing is written here. */
#include <math.h>

#include "parts.h"
#include "screens.h"
#include "staff.h"

enum { UM_PER_MM = 1000, CM_MM = 10 };

/* ---- the card ---------------------------------------------------------------------------- */

/* u for a length on the glass: the screen's scale cancels out, also when a screen is shrunk. */
static int glass_u(const View *view, int length_um)
{
    double px = app_staff_px_per_mm(view->app) * length_um / UM_PER_MM;

    return (int)lround(px / view->theme->k);
}

static void card(const View *view)
{
    ui_leaf(view->ui, (UiBox){.id = view_id(view, "card"),
                              .role = ROLE_IMAGE,
                              .face = FACE_FIELD,
                              .w = glass_u(view, APP_STAFF_CARD_UM),
                              .h = glass_u(view, APP_STAFF_CARD_HIGH_UM),
                              .pad = {UI_ZERO, UI_ZERO, UI_ZERO, UI_ZERO},
                              .self = ALIGN_CENTER,
                              .state = STATE_SILENT | STATE_STEADY});
}

static const char *advice(const View *view)
{
    const App *app = view->app;
    const char *value = ui_format(view->ui, "%.2f", app_staff_px_per_mm(app));
    MessageArg arg = message_code("value", str_of(value));

    if (app->visitor.staff.ruler != 0) {
        return view_fill(view, TEXT_STAFF_RULER_CHANGE, &arg, 1);
    }
    return view_text(view, app->setup.panel.px_per_mm > 0 ? TEXT_STAFF_RULER_FITS
                                                          : TEXT_STAFF_RULER_UNKNOWN);
}

static void steps(const View *view)
{
    static const struct {
        const char *id, *icon;
        TextKey label;
        int steps;
    } items[] = {
        {"smaller", "chevron-down", TEXT_STAFF_RULER_SMALLER, -1},
        {"larger", "chevron-up", TEXT_STAFF_RULER_LARGER, 1},
        {"much-smaller", "chevron-down", TEXT_STAFF_RULER_MUCH_SMALLER, -APP_STAFF_RULER_COARSE},
        {"much-larger", "chevron-up", TEXT_STAFF_RULER_MUCH_LARGER, APP_STAFF_RULER_COARSE}};

    ui_open(view->ui, (UiBox){.axis = AXIS_GRID, .columns = 2, .gap = U_GAP});
    for (size_t i = 0; i < sizeof items / sizeof items[0]; i++) {
        parts_button(view, (PartsButton){.id = view_id(view, items[i].id),
                                         .face = FACE_BUTTON,
                                         .icon = items[i].icon,
                                         .label = view_text(view, items[i].label),
                                         .action = {ACT_STAFF_RULER, items[i].steps},
                                         .height_u = STAFF_OUT_H});
    }
    ui_close(view->ui);
}

static void advice_show(const View *view)
{
    ui_leaf(view->ui, (UiBox){.id = view_id(view, "advice"),
                              .role = ROLE_TEXT,
                              .type = TYPE_LEAD,
                              .label = advice(view),
                              .state = STATE_LIVE});
}

/* A wide panel has room for words beside the card, not below it. */
void staff_ruler_view(const View *view)
{
    bool tall = view_is_tall(view);

    parts_body(view);
    parts_read(view);
    parts_title(view, TEXT_STAFF_RULER_TITLE, view_text(view, TEXT_STAFF_RULER_LEAD));
    if (!tall) {
        advice_show(view);
    }
    ui_close(view->ui);
    parts_action(view, U_L, U_GAP_WIDE);
    ui_spacer(view->ui);
    card(view);
    if (tall) {
        advice_show(view);
    }
    ui_spacer(view->ui);
    steps(view);
    ui_close(view->ui);
    ui_close(view->ui);
}

/* ---- the heights ------------------------------------------------------------------------- */

static int scale_h(const View *view)
{
    return view_is_tall(view) ? STAFF_SCALE_H : STAFF_SCALE_WIDE_H;
}

/* From the top of the drawing down to a height above the floor. */
static int down_to(const View *view, double height_mm)
{
    double down = scale_h(view) * (1.0 - height_mm / STAFF_SCALE_MM);

    return down > 0 ? (int)lround(down) : 0;
}

static double panel_high_mm(const View *view)
{
    const Panel *panel = &view->app->setup.panel;

    return panel->mount_bottom_mm + panel->height_px / view->theme->panel.px_per_mm;
}

/* The words stand on their line; under it where the next line is too near. */
static void line(const View *view, int height_mm, ThemeHue hue, const char *label)
{
    int top_u = down_to(view, height_mm);
    bool under = !view_is_tall(view) && height_mm == LIMIT_REACH_CHILD_MM;
    int words_u = under ? top_u + STAFF_SCALE_LINE : top_u - STAFF_SCALE_WORDS;

    ui_leaf(view->ui, (UiBox){.face = FACE_LINE,
                              .h = STAFF_SCALE_LINE,
                              .self = ALIGN_STRETCH,
                              .self_y = ALIGN_START,
                              .margin = {.top = top_u},
                              .state = STATE_SILENT});
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .face = FACE_TAG,
                              .hue = hue,
                              .label = label,
                              .self = ALIGN_END,
                              .self_y = ALIGN_START,
                              .margin = {.top = words_u > 0 ? words_u : 0}});
}

static void panel_box(const View *view)
{
    int top_u = down_to(view, panel_high_mm(view));
    int low_u = down_to(view, view->app->setup.panel.mount_bottom_mm);

    ui_leaf(view->ui, (UiBox){.role = ROLE_IMAGE,
                              .face = FACE_PICTURE,
                              .hue = HUE_SKY,
                              .icon = "device-desktop",
                              .icon_size = LENGTH_DISC_LINE,
                              .w = STAFF_SCALE_PANEL_W,
                              .h = low_u - top_u,
                              .self = ALIGN_START,
                              .self_y = ALIGN_START,
                              .margin = {.start = U_XXL, .top = top_u},
                              .state = STATE_SILENT});
}

static void drawing(const View *view)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_LAYER, .min_h = scale_h(view) + STAFF_SCALE_LINE});
    panel_box(view);
    line(view, LIMIT_REACH_PARENT_MM, HUE_PETROL, view_text(view, TEXT_STAFF_REACH_PARENT));
    line(view, LIMIT_REACH_CHILD_MM, HUE_CORAL, view_text(view, TEXT_STAFF_REACH_CHILD));
    line(view, LIMIT_REACH_LOW_MM, HUE_SAND, view_text(view, TEXT_STAFF_REACH_LOWEST));
    line(view, 0, HUE_SAND, view_text(view, TEXT_STAFF_REACH_FLOOR));
    ui_close(view->ui);
}

static void verdict(const View *view, StaffReach reach)
{
    static const struct {
        StaffLight light;
        TextKey words;
    } rows[] = {[STAFF_REACH_GOOD] = {STAFF_GOOD, TEXT_STAFF_REACH_GOOD},
                [STAFF_REACH_NO_SIZE] = {STAFF_WATCH, TEXT_STAFF_REACH_NO_SIZE},
                [STAFF_REACH_NO_MOUNT] = {STAFF_WATCH, TEXT_STAFF_REACH_NO_MOUNT},
                [STAFF_REACH_HIGH] = {STAFF_BAD, TEXT_STAFF_REACH_HIGH},
                [STAFF_REACH_HIGH_CHILD] = {STAFF_BAD, TEXT_STAFF_REACH_HIGH_CHILD},
                [STAFF_REACH_LOW] = {STAFF_BAD, TEXT_STAFF_REACH_LOW}};

    ui_leaf(view->ui, (UiBox){.id = view_id(view, "verdict"),
                              .role = ROLE_TEXT,
                              .face = FACE_NOTE,
                              .hue = staff_hue(rows[reach].light),
                              .icon = staff_icon(rows[reach].light),
                              .label = view_text(view, rows[reach].words)});
}

void staff_reach_view(const View *view)
{
    const Panel *panel = &view->app->setup.panel;
    StaffReach reach = staff_reach_of(panel);
    bool known = reach != STAFF_REACH_NO_SIZE && reach != STAFF_REACH_NO_MOUNT;
    MessageArg heights[] = {message_number("low", panel->mount_bottom_mm / CM_MM),
                            message_number("high", (int64_t)(panel_high_mm(view) / CM_MM))};

    parts_body(view);
    staff_title(view, TEXT_STAFF_REACH_TITLE,
                known ? view_fill(view, TEXT_STAFF_REACH_PANEL, heights, 2) : NULL);
    parts_action(view, U_L, U_GAP_WIDE);
    verdict(view, reach);
    if (known) {
        drawing(view);
    }
    ui_spacer(view->ui);
    ui_close(view->ui);
    ui_close(view->ui);
}
