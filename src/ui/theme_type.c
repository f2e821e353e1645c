/* theme_type.c - the type table and what becomes of a row on this panel.
 * Owns the table. Never measures a word. */
#include "theme.h"

#include <math.h>
#include <string.h>

#include "check.h"

/* size, line, bold, balance, letter spacing in tenths of a u */
static const ThemeStyle STYLES[TYPE_COUNT] = {
    [TYPE_DISPLAY] = {84, 98, true, true, 0},
    [TYPE_DISPLAY_SMALL] = {80, 96, true, true, 0},
    [TYPE_NUMBER_BIG] = {112, 130, true, false, 0},
    [TYPE_NUMBER_HELP] = {190, 210, true, false, 0},
    [TYPE_CODE] = {92, 108, true, false, 20},
    [TYPE_H1] = {60, 72, true, true, 0},
    [TYPE_H1_HOME] = {58, 68, true, true, 0},
    [TYPE_H1_TOPIC] = {56, 66, true, true, 0},
    [TYPE_H1_SHEET] = {48, 58, true, true, 0},
    [TYPE_H1_DONE] = {64, 76, true, true, 0},
    [TYPE_H1_BIG] = {68, 82, true, true, 0},
    [TYPE_H2] = {42, 54, true, false, 0},
    [TYPE_H2_TIGHT] = {42, 48, true, false, 0},
    [TYPE_H3] = {34, 44, true, false, 0},
    [TYPE_CHILD_TITLE] = {62, 74, true, true, 0},
    [TYPE_CHILD_TITLE_BIG] = {66, 80, true, true, 0},
    [TYPE_CHILD_TITLE_SMALL] = {56, 68, true, true, 0},
    [TYPE_CHILD_TEXT] = {41, 54, false, true, 0},
    [TYPE_CHILD_TEXT_SMALL] = {38, 50, false, true, 0},
    [TYPE_LEAD_BIG] = {40, 56, false, false, 0},
    [TYPE_LEAD] = {34, 50, false, false, 0},
    [TYPE_LEAD_TOPIC] = {33, 46, false, false, 0},
    [TYPE_BODY] = {32, 46, false, false, 0},
    [TYPE_BODY_LIST] = {32, 44, false, false, 0},
    [TYPE_BODY_TIGHT] = {32, 38, false, false, 0},
    [TYPE_STEP] = {31, 42, false, false, 0},
    [TYPE_NOTE] = {30, 40, false, false, 0},
    [TYPE_SUB] = {30, 38, false, false, 0},
    [TYPE_SMALL] = {28, 38, false, false, 0},
    [TYPE_SMALL_BOLD] = {28, 38, true, false, 0},
    [TYPE_MIN] = {28, 36, false, false, 0},
    [TYPE_MIN_BOLD] = {28, 36, true, false, 0},
    [TYPE_CAPTION] = {28, 32, false, false, 0},
    [TYPE_VALUE] = {33, 41, true, false, 0},
    [TYPE_NAME] = {30, 36, true, false, 0},
    [TYPE_BUTTON] = {36, 44, true, false, 0},
    [TYPE_BUTTON_SMALL] = {33, 38, true, false, 0},
    [TYPE_BUTTON_FLOW] = {40, 44, true, false, 0},
    [TYPE_BUTTON_SEND] = {42, 44, true, false, 0},
    [TYPE_BUTTON_CHILD] = {42, 50, true, false, 0},
    [TYPE_GO] = {48, 56, true, false, 0},
    [TYPE_HERO] = {44, 52, true, false, 0},
    [TYPE_DOOR] = {48, 56, true, false, 0},
    [TYPE_DOOR_SUB] = {34, 42, true, false, 0},
    [TYPE_LINK] = {30, 36, true, false, 0},
    [TYPE_CHIP] = {32, 40, true, false, 0},
    [TYPE_CHIP_SMALL] = {30, 36, true, false, 0},
    [TYPE_CHIP_TOPIC] = {28, 33, true, false, 0},
    [TYPE_SITUATION] = {33, 40, true, true, 0},
    [TYPE_OPTION] = {34, 42, true, true, 0},
    [TYPE_CARD] = {37, 46, true, false, 0},
    [TYPE_ROW] = {38, 46, true, false, 0},
    [TYPE_FEELING] = {46, 54, true, true, 0},
    [TYPE_TILE] = {30, 35, true, true, 0},
    [TYPE_TILE_WIDE] = {34, 40, true, true, 0},
    [TYPE_GREETING] = {42, 54, true, false, 0},
    [TYPE_BAR] = {28, 32, true, false, 0},
    [TYPE_BAR_EXIT] = {28, 29, true, false, 0},
    [TYPE_KEY] = {44, 52, true, false, 0},
    [TYPE_KEY_FUNCTION] = {30, 36, true, false, 0},
    [TYPE_PAD] = {76, 88, true, false, 0},
    [TYPE_PAD_SMALL] = {48, 56, true, false, 0},
    [TYPE_LETTER] = {72, 84, true, false, 0},
    [TYPE_FIELD] = {52, 64, true, false, 0},
    [TYPE_FIELD_NUMBER] = {62, 74, true, false, 20},
    [TYPE_FIELD_NOTE] = {42, 60, false, false, 0},
};

ThemeStyle theme_style(ThemeType type)
{
    check(type > TYPE_DEFAULT && type < TYPE_COUNT);
    return STYLES[type];
}

/* Scripts whose letters stand higher and lower than Latin: lines 15 % higher, no letter spacing. */
static bool is_tall_script(const char *lang)
{
    static const char *const TALL[] = {"ar", "fa", "ps", "prs", "ur", "ckb", "ti", "am"};
    for (size_t i = 0; lang && i < sizeof TALL / sizeof TALL[0]; i++) {
        size_t size = strlen(TALL[i]);
        if (strncmp(lang, TALL[i], size) == 0 && (lang[size] == '\0' || lang[size] == '-'))
            return true;
    }
    return false;
}

/* Of the growth that the visitor asked for, how much a style takes, in percent. What is large
 * already grows less, so that titles leave room; bar and keys are fixed in size and have 28 u at
 * least. */
static int growth_share(ThemeType type)
{
    static const ThemeType FIXED[] = {TYPE_BAR, TYPE_BAR_EXIT,  TYPE_KEY,    TYPE_KEY_FUNCTION,
                                      TYPE_PAD, TYPE_PAD_SMALL, TYPE_LETTER, TYPE_NUMBER_HELP};
    for (size_t i = 0; i < sizeof FIXED / sizeof FIXED[0]; i++)
        if (FIXED[i] == type)
            return 0;
    int size_u = STYLES[type].size_u;
    if (size_u > 60)
        return 50;
    return size_u > 34 ? 70 : 100;
}

static int round_px(double px)
{
    return (int)lround(px);
}

ThemeFont theme_font(const Theme *theme, ThemeType type, const char *lang)
{
    ThemeStyle style = theme_style(type);
    int growth = (theme->text_percent - 100) * growth_share(type) / 100;
    double scale = theme->k * (100 + growth) / 100.0;
    double drawn = style.size_u * scale * theme->panel_k / theme->k;
    double floor_px = fmin(theme->text_min_px, drawn * 1.5);
    double size = fmax(style.size_u * scale, floor_px);
    bool tall = is_tall_script(lang);
    double line = size * style.line_u / style.size_u * (tall ? 1.15 : 1.0);
    return (ThemeFont){
        .size_px = round_px(size),
        .line_px = round_px(line),
        .spacing_x10_px = tall ? 0 : round_px(style.spacing_x10_u * scale),
        .bold = style.bold,
        .balance = style.balance,
    };
}
