/* theme.c - one panel and the choices of one visitor, joined to a scale.
 * Owns nothing. Never reads a setting or a screen. */
#include "theme.h"

#include <math.h>

#include "check.h"

/* Capitals of Andika are 1485 of 2048 units of the em (OS/2 sCapHeight). */
#define CAP_PER_EM 0.7251
#define PX_PER_MM_DEFAULT 2.71 /* 32 inch, 1080 px wide in portrait */
#define FLOOR_GROWTH_MAX 1.75  /* 30 mm on a gated panel of 1366x768 */

static ThemeLayout layout_of(const Panel *panel)
{
    if (panel->height_px > panel->width_px)
        return LAYOUT_PORTRAIT;
    return panel->height_px >= 900 ? LAYOUT_LANDSCAPE : LAYOUT_SMALL;
}

static double scale_of(const Panel *panel, ThemeLayout layout)
{
    double w = panel->width_px, h = panel->height_px;
    switch (layout) {
    case LAYOUT_PORTRAIT: return fmin(w / U_CANVAS_PORTRAIT_W, h / U_CANVAS_PORTRAIT_H);
    case LAYOUT_LANDSCAPE: return fmin(w / U_CANVAS_LANDSCAPE_W, h / U_CANVAS_LANDSCAPE_H);
    case LAYOUT_SMALL: return fmin(w / U_CANVAS_SMALL_W, h / U_CANVAS_SMALL_H);
    }
    return 1.0;
}

/* Millimetres as u, rounded up: a floor is never missed by rounding. */
static int floor_u(const Theme *theme, double mm)
{
    return (int)ceil(mm * theme->panel.px_per_mm / theme->k - 0.001);
}

/* A floor in px. It counts as far as FLOOR_GROWTH_MAX times what is drawn on this panel. */
static int floor_px(const Theme *theme, int mm, int drawn_u)
{
    double most = drawn_u * FLOOR_GROWTH_MAX * theme->panel_k;
    return (int)ceil(fmin(mm * theme->panel.px_per_mm, most) - 0.001);
}

/* Sizes a finger needs. At the largest letters every target grows to 30 mm. */
static void set_targets(Theme *theme)
{
    bool big = theme->wish.text == TEXT_SIZE_175;
    bool narrow = theme->panel.width_px / theme->panel.px_per_mm < LIMIT_PANEL_SMALL_MM;
    int target_mm = big ? LIMIT_TARGET_BIG_MM : LIMIT_TARGET_MIN_MM;
    int key_mm = narrow ? LIMIT_KEY_SMALL_MM : LIMIT_TARGET_MIN_MM;
    theme->target_min_px = floor_px(theme, target_mm, U_CHIP_H);
    theme->key_min_px = floor_px(theme, key_mm, U_KEY_W);
    theme->target_min_u = (int)ceil(theme->target_min_px / theme->k);
    theme->key_min_u = (int)ceil(theme->key_min_px / theme->k);
    int gap_u = floor_u(theme, LIMIT_GAP_MIN_MM);
    theme->exit_gap_u = floor_u(theme, LIMIT_EXIT_GAP_MM);
    theme->gap_min_u = gap_u < U_GAP_TIGHT ? U_GAP_TIGHT : gap_u;
}

/* The y above which nothing may be touched. The panel's top may itself be within reach. */
static int reach_of(const Theme *theme)
{
    int ceiling_mm = theme->wish.child ? LIMIT_REACH_CHILD_MM : LIMIT_REACH_PARENT_MM;
    double usable_px = (ceiling_mm - theme->panel.mount_bottom_mm) * theme->panel.px_per_mm;
    double top_px = theme->panel.height_px - usable_px;
    if (top_px <= 0)
        return 0;
    return (int)ceil(fmin(top_px, theme->panel.height_px));
}

void theme_set_scale(Theme *theme, double k)
{
    check(k > 0);
    theme->k = k;
    theme->width_u = (int)lround(theme->panel.width_px / k);
    theme->height_u = (int)lround(theme->panel.height_px / k);
    set_targets(theme);
    theme->reach_px = reach_of(theme);
    theme->reach_u = (int)ceil(theme->reach_px / theme->k);
}

int theme_text_percent(ThemeText text)
{
    static const int PERCENT[TEXT_SIZE_COUNT] = {100, 120, 145, 175};
    check(text < TEXT_SIZE_COUNT);
    return PERCENT[text];
}

Theme theme_scale(const Panel *panel, ThemeWish wish)
{
    static const int ICON_PERCENT[TEXT_SIZE_COUNT] = {100, 105, 113, 120};
    check(panel->width_px > 0 && panel->height_px > 0);
    check(wish.text < TEXT_SIZE_COUNT && wish.look < LOOK_COUNT);
    Theme theme = {.wish = wish, .panel = *panel, .layout = layout_of(panel)};
    if (!(theme.panel.px_per_mm > 0))
        theme.panel.px_per_mm = PX_PER_MM_DEFAULT;
    theme.text_percent = theme_text_percent(wish.text);
    theme.icon_percent = ICON_PERCENT[wish.text];
    double cap_px = LIMIT_CAP_MIN_UM / 1000.0 * theme.panel.px_per_mm;
    theme.text_min_px = (int)ceil(cap_px / CAP_PER_EM);
    theme.panel_k = scale_of(panel, theme.layout);
    theme_set_scale(&theme, theme.panel_k);
    theme.bar_at_top = theme.layout != LAYOUT_PORTRAIT && theme.reach_u == 0 && !wish.low;
    return theme;
}

int theme_px(const Theme *theme, int u)
{
    return (int)lround(u * theme->k);
}

int theme_u(const Theme *theme, int px)
{
    return (int)lround(px / theme->k);
}
