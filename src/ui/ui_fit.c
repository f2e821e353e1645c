/* ui_fit.c - a screen that does not fit: larger letters step back, then everything shrinks a
 * little. Owns nothing; the Ui remembers per screen what fitted, so that sizes do not jump while a
 * visitor types. Never goes under 20 mm targets and 4.8 mm capitals: those floors are in the theme.
 */
#include "ui_work.h"

enum {
    STEP_PERCENT = 5,
    NORMAL_PERCENT = 100,
    TRUNCATED_WEIGHT = 20,
    SCALE_MIN_PERCENT = 50 /* of the theme's scale */
};

static void lay_out(Ui *ui)
{
    ui_flow_natural(ui);
    ui_flow_widths(ui);
    ui_flow_heights(ui);
    ui_place_all(ui);
    ui_overflow(ui);
}

static int over(int inner, int inner_size, int outer, int outer_size)
{
    int before = outer - inner, behind = inner + inner_size - (outer + outer_size);
    return (before > 0 ? before : 0) + (behind > 0 ? behind : 0);
}

/* How many px of a node stand outside its parent: what is outside is lost, so it weighs most. */
static int outside_px(const Ui *ui, const UiNode *node)
{
    const Panel *panel = &ui->settings.theme.panel;
    UiRect glass = {0, 0, panel->width_px, panel->height_px}, r = node->rect;
    UiRect room = node->parent == UI_NONE ? glass : ui->nodes[node->parent].rect;
    return over(r.x, r.w, room.x, room.w) + over(r.y, r.h, room.y, room.h);
}

static int shared(int a, int a_size, int b, int b_size)
{
    int from = a > b ? a : b, to = a + a_size < b + b_size ? a + a_size : b + b_size;
    return to > from ? to - from : 0;
}

/* How many px of words and targets lie under a node that wants to lie apart, or too near above. */
static int under_px(const Ui *ui, int apart)
{
    UiRect r = ui->nodes[apart].rect;
    int under = 0, gap = theme_px(&ui->settings.theme, ui->settings.theme.gap_min_u);
    r.y -= gap;
    r.h += gap;
    for (int i = ui->nodes[apart].parent + 1; i < apart; i++) {
        const UiNode *node = &ui->nodes[i];
        bool counts = node->box.label != NULL || ui_is_interactive(node);
        if (counts && shared(r.x, r.w, node->rect.x, node->rect.w) > 0)
            under += shared(r.y, r.h, node->rect.y, node->rect.h);
    }
    return under;
}

/* What a visitor types may be longer than its field: no reason for the screen to shrink. */
static int faults(const Ui *ui)
{
    int weight = 0;
    for (int i = 0; i < ui->count; i++) {
        const UiNode *node = &ui->nodes[i];
        bool typed = (node->box.state & STATE_PRIVATE) != 0;
        weight += node->truncated && !typed ? TRUNCATED_WEIGHT : 0;
        weight += node->outside ? TRUNCATED_WEIGHT + outside_px(ui, node) : 0;
        weight += (node->box.state & STATE_APART) != 0 ? under_px(ui, i) : 0;
    }
    return weight;
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

/* Lay out at a level; returns how much is wrong there. */
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
    hash = hash * 31 + (uint64_t)ui->settings.tight;
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

/* The smallest size has faults of its own where words keep their millimetres and boxes do not: look
 * at every level for the one with the least. */
static UiFit scan(Ui *ui, const Levels *levels, int from)
{
    UiFit best = {.level = from};
    int least = try_level(ui, levels, from);
    for (int level = from + 1; level <= levels->last && least > 0; level++) {
        int wrong = try_level(ui, levels, level);
        if (wrong >= least)
            continue;
        least = wrong;
        best.level = level;
    }
    best.settled = least > 0;
    return best;
}

static UiFit find_level(Ui *ui, const Levels *levels, int from)
{
    if (try_level(ui, levels, from) == 0)
        return (UiFit){.level = from};
    if (try_level(ui, levels, levels->last) == 0)
        return (UiFit){.level = search(ui, levels, from)};
    return scan(ui, levels, from);
}

void ui_fit(Ui *ui)
{
    Levels levels = levels_of(ui);
    uint64_t key = screen_key(ui);
    const UiFit *known = remembered(ui, key);
    UiFit fit = known ? *known : (UiFit){0};
    if (!fit.settled)
        fit = find_level(ui, &levels, fit.level);
    fit.key = key;
    if (fit.level > 0 || fit.settled)
        ui->fits[key % UI_FITS_MAX] = fit;
    try_level(ui, &levels, fit.level);
}

/* ---- less on a page ---------------------------------------------------------------------- */

static uint64_t tight_key(const UiSettings *settings)
{
    const Theme *theme = &settings->theme;
    uint64_t hash = hash_text(0xcbf29ce484222325u, settings->screen);
    hash = hash_text(hash, settings->lang);
    hash = hash * 31 + (uint64_t)settings->about;
    hash = hash * 31 + (uint64_t)theme->wish.text;
    hash = hash * 31 + (uint64_t)theme->wish.low;
    hash = hash * 31 + (uint64_t)theme->wish.child;
    hash = hash * 31 + (uint64_t)theme->panel.width_px;
    return hash * 31 + (uint64_t)theme->reach_px;
}

int ui_tight(const Ui *ui, const UiSettings *settings)
{
    uint64_t key = tight_key(settings);
    const UiTight *known = &ui->tights[key % UI_FITS_MAX];
    return known->key == key ? known->tight : 0;
}

bool ui_tighten(Ui *ui)
{
    uint64_t key = tight_key(&ui->settings);
    int tight = ui->settings.tight + 1;
    if (tight > UI_TIGHT_MAX || faults(ui) == 0)
        return false;
    ui->tights[key % UI_FITS_MAX] = (UiTight){key, tight};
    return true;
}
