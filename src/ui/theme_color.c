/* theme_color.c - the colour tables of the three looks, and the contrast of two colours.
 * Owns the tables. Never decides which colour a thing has: that is theme_face.c. */
#include "theme.h"

#include <math.h>

#include "check.h"

/* light, calm, high contrast. High contrast: nothing that is read is under 15:1 on black. */
static const uint32_t COLORS[INK_COUNT][LOOK_COUNT] = {
    [INK_TEXT] = {0x1F2D33, 0x262E30, 0xFFFFFF},
    [INK_QUIET] = {0x404D53, 0x404849, 0xFFFFFF},
    [INK_PAPER] = {0xFBF5EA, 0xECEBE4, 0x000000},
    [INK_SURFACE] = {0xFFFFFF, 0xF7F6F1, 0x000000},
    [INK_SAND] = {0xF1E6D3, 0xE2E1D8, 0x000000},
    [INK_LINE] = {0xE3D5BE, 0xD2D0C4, 0xFFFFFF},
    [INK_EDGE] = {0x8B7E6B, 0x76766C, 0xFFFFFF},
    [INK_LIP] = {0xD9C9AE, 0xCBC9BC, 0xFFFFFF},
    [INK_PETROL] = {0x0E5A63, 0x3B5A5C, 0xFFE14D},
    [INK_PETROL_DARK] = {0x083E45, 0x3B5A5C, 0xFFE14D},
    [INK_PETROL_SOFT] = {0xDDEDEB, 0xDFE6E3, 0x000000},
    [INK_PETROL_STRONG] = {0x0D545C, 0x2F4D4F, 0xFFE14D},
    [INK_ON_PETROL] = {0xFFFFFF, 0xFFFFFF, 0x000000},
    [INK_CORAL] = {0xF8A47F, 0xD9B8A4, 0xFFE14D},
    [INK_CORAL_DARK] = {0xC9623A, 0xB9967F, 0xFFE14D},
    [INK_CORAL_SOFT] = {0xFDE5D8, 0xE9DDD3, 0x000000},
    [INK_CORAL_STRONG] = {0x853214, 0x5F3E2E, 0xFFE14D},
    [INK_ON_CORAL] = {0x1F2D33, 0x262E30, 0x000000},
    [INK_PLUM] = {0x6B3F78, 0x5E5366, 0xFFFFFF},
    [INK_PLUM_DARK] = {0x482753, 0x5E5366, 0xFFFFFF},
    [INK_PLUM_SOFT] = {0xEEE3F1, 0xE4E0E6, 0x000000},
    [INK_PLUM_STRONG] = {0x623A6E, 0x4E4356, 0xFFFFFF},
    [INK_ON_PLUM] = {0xFFFFFF, 0xFFFFFF, 0x000000},
    [INK_SUN] = {0xF6C453, 0xDCCB98, 0xFFE14D},
    [INK_SUN_DARK] = {0xC68F1B, 0xA99662, 0xFFE14D},
    [INK_SUN_SOFT] = {0xFCEFC9, 0xEAE4CF, 0x000000},
    [INK_SUN_STRONG] = {0x6B4900, 0x55481C, 0xFFE14D},
    [INK_SKY] = {0x2F6690, 0x4F6675, 0xAEE4FF},
    [INK_SKY_SOFT] = {0xDFECF6, 0xDEE5E9, 0x000000},
    [INK_SKY_STRONG] = {0x1D4F78, 0x374B58, 0xAEE4FF},
    [INK_LEAF] = {0x4A7A45, 0x566B53, 0x92F592},
    [INK_LEAF_SOFT] = {0xE1EEDB, 0xDEE5DA, 0x000000},
    [INK_LEAF_STRONG] = {0x295626, 0x3A4D37, 0x92F592},
    [INK_RED] = {0xA61F18, 0x8E3A33, 0xFFD4CC},
    [INK_RED_DARK] = {0x7F1813, 0x8E3A33, 0xFFD4CC},
    [INK_RED_SOFT] = {0xFBE3DF, 0xE9DAD6, 0x000000},
    [INK_RED_STRONG] = {0x911F18, 0x732F29, 0xFFD4CC},
    [INK_FOCUS] = {0x0E5A63, 0x2F4D4F, 0xAEE4FF},
    [INK_MARK] = {0xFFE08A, 0xE9DCA8, 0xFFE14D},
    [INK_MARK_LINE] = {0xC68F1B, 0xA99662, 0xFFE14D},
    [INK_ON_RED] = {0xFFFFFF, 0xFFFFFF, 0x000000},
    [INK_DISABLED] = {0x4E473B, 0x474136, 0xDCDCDC},
    [INK_DISABLED_EDGE] = {0x8B7E6B, 0x8B7E6B, 0xDCDCDC},
    [INK_ON_SUN] = {0x1F2D33, 0x262E30, 0x000000},
    [INK_BLACK] = {0x1F2D33, 0x262E30, 0x000000},
    [INK_WHITE] = {0xFFFFFF, 0xFFFFFF, 0xFFFFFF},
    [INK_DOOR_PARENT] = {0x0E5A63, 0x3B5A5C, 0x000000},
    [INK_DOOR_PARENT_FRAME] = {0x083E45, 0x2F4D4F, 0xFFFFFF},
    [INK_DOOR_PARENT_INSIDE] = {0xDDEDEB, 0xDFE6E3, 0x000000},
    [INK_DOOR_CHILD] = {0x97390F, 0x5F3E2E, 0x000000},
    [INK_DOOR_CHILD_FRAME] = {0x6E2A0B, 0x4A3024, 0xFFFFFF},
    [INK_DOOR_CHILD_INSIDE] = {0xFDE5D8, 0xE9DDD3, 0x000000},
    [INK_SENTENCE] = {0xFDF3D6, 0xEFE8CC, 0x332D00},
    [INK_CHOSEN] = {0xF3FAF8, 0xEEF2F0, 0x000000},
    [INK_CHOSEN_PLUM] = {0xFAF6FB, 0xF2EFF4, 0x000000},
    [INK_KEY_FUNCTION] = {0xE4D5BA, 0xD6D4C8, 0x000000},
    [INK_KEY_FUNCTION_LIP] = {0xC9B692, 0xB9B7AA, 0xFFFFFF},
    [INK_EXIT_LIP] = {0x000000, 0x000000, 0xFFFFFF},
};

uint32_t theme_color(ThemeLook look, ThemeInk ink)
{
    check(look >= 0 && look < LOOK_COUNT && ink > INK_DEFAULT && ink < INK_COUNT);
    return COLORS[ink][look];
}

int theme_dim_alpha(ThemeLook look)
{
    static const int ALPHA[LOOK_COUNT] = {158, 140, 204}; /* 62 %, 55 %, 80 % */
    return ALPHA[look];
}

/* WCAG 2.2, relative luminance. */
static double linear(uint32_t channel)
{
    double c = (double)channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(uint32_t color)
{
    return 0.2126 * linear(color >> 16 & 0xff) + 0.7152 * linear(color >> 8 & 0xff) +
           0.0722 * linear(color & 0xff);
}

int theme_contrast_x10(uint32_t a, uint32_t b)
{
    double light = luminance(a), dark = luminance(b);
    if (light < dark) {
        double swap = light;
        light = dark;
        dark = swap;
    }
    return (int)((light + 0.05) / (dark + 0.05) * 10.0);
}

ThemeShade theme_shadow(ThemeLook look, ThemeShadow shadow)
{
    static const ThemeShade SHADES[] = {
        [SHADOW_NONE] = {0, 0, 0, 0},
        [SHADOW_LOW] = {2, 6, 20, 0x4A3414},
        [SHADOW_CARD] = {8, 24, 26, 0x4A3414},
        [SHADOW_DOCK] = {-8, 32, 26, 0x4A3414},
        [SHADOW_DIALOG] = {20, 56, 66, 0x1F2D33},
    };
    return SHADES[look == LOOK_LIGHT ? shadow : SHADOW_NONE];
}
