/* ui_fit.c - a screen that does not fit: larger letters step back, then everything shrinks a
 * little. Owns nothing; the Ui remembers per screen what fitted, so that sizes do not jump while a
 * visitor types. Never goes under 20 mm targets and 4.8 mm capitals: those floors are in the theme.
 */
#include "ui_work.h"

enum {
    STEP_PERCENT = 5,
    NORMAL_PERCENT = 100,
    SCALE_MIN_PERCENT = 65 /* of the theme's scale */
};

static void lay_out(Ui *ui)
{
    ui_flow_natural(ui);
    ui_flow_widths(ui);
    ui_flow_heights(ui);
    ui_place_all(ui);
    ui_overflow(ui);
}

/* What a visitor types may be longer than its field: no reason for the screen to shrink. */
static int faults(const Ui *ui)
{
    int count = 0;
    for (int i = 0; i < ui->count; i++) {
        const UiNode *node = &ui->nodes[i];
        bool typed = (node->box.state & STATE_PRIVATE) != 0;
        count += (node->truncated && !typed) || node->outside;
    }
    return count;
}

/* The levels, from what was wished to the smallest: letters down to 100 %, then the scale. */
typedef struct Levels {
    double k;
    int wished_percent, text_levels, last;
} Levels;

static Levels levels_of(const Ui *ui)
{
    int wished = theme_text_percent(ui->settings.theme.wish.text);
    int text = (wished - NORMAL_PERCENT + STEP_PERCENT - 1) / STEP_PERCENT;
    int scale = (NORMAL_PERCENT - SCALE_MIN_PERCENT) / STEP_PERCENT;
    return (Levels){ui->settings.theme.k, wished, text, text + scale};
}

/* Lay out at a level; returns what is wrong there. */
static int try_level(Ui *ui, const Levels *levels, int level)
{
    Theme *theme = &ui->settings.theme;
    int percent = levels->wished_percent - STEP_PERCENT * level;
    int shrunk = level > levels->text_levels ? STEP_PERCENT * (level - levels->text_levels) : 0;
    theme->text_percent = percent > NORMAL_PERCENT ? percent : NORMAL_PERCENT;
    theme_set_scale(theme, levels->k * (NORMAL_PERCENT - shrunk) / NORMAL_PERCENT);
    lay_out(ui);
    return faults(ui);
}

/* The first level without a fault between a faulty one and the last, which has none. */
static int search(Ui *ui, const Levels *levels, int faulty)
{
    int good = levels->last;
    while (good - faulty > 1) {
        int middle = faulty + (good - faulty) / 2;
        if (try_level(ui, levels, middle) == 0)
            good = middle;
        else
            faulty = middle;
    }
    return good;
}

static uint64_t hash_text(uint64_t hash, const char *text)
{
    for (; text && *text; text++)
        hash = (hash ^ (unsigned char)*text) * 0x100000001b3u;
    return hash * 31;
}

/* The same screen about the same thing in the same language: its first heading tells. */
static uint64_t screen_key(const Ui *ui)
{
    uint64_t hash = hash_text(0xcbf29ce484222325u, ui->settings.screen);
    hash = hash_text(hash, ui->settings.lang);
    hash = hash * 31 + (uint64_t)ui->settings.theme.wish.text;
    hash = hash * 31 + (uint64_t)ui->settings.theme.panel.width_px;
    for (int i = 0; i < ui->count; i++)
        if (ui->nodes[i].box.role == ROLE_HEADING && !(ui->nodes[i].box.state & STATE_PRIVATE))
            return hash_text(hash, ui->nodes[i].box.label);
    return hash;
}

static UiFit *remembered(Ui *ui, uint64_t key)
{
    UiFit *fit = &ui->fits[key % UI_FITS_MAX];
    return fit->key == key ? fit : NULL;
}

/* A screen that fits at no level keeps the one with the fewest faults of the two ends. */
static int find_level(Ui *ui, const Levels *levels, int from)
{
    int wrong = try_level(ui, levels, from);
    if (wrong == 0 || from == levels->last)
        return from;
    int smallest = try_level(ui, levels, levels->last);
    if (smallest == 0)
        return search(ui, levels, from);
    return smallest < wrong ? levels->last : from;
}

void ui_fit(Ui *ui)
{
    Levels levels = levels_of(ui);
    uint64_t key = screen_key(ui);
    const UiFit *known = remembered(ui, key);
    int level = find_level(ui, &levels, known ? known->level : 0);
    if (level > 0)
        ui->fits[key % UI_FITS_MAX] = (UiFit){key, level};
    try_level(ui, &levels, level);
}
