/* ui_leaf.c - a node without children: its icon and its words, measured and put in their place.
 * Owns nothing. Words come from the injected measure; a label that is too wide for its box is set
 * at 85 %, then as its short form, before it counts as truncated. */
#include <string.h>

#include "check.h"
#include "ui_work.h"

enum { STEP_DOWN_PERCENT = 85, VARIANTS = 4, NO_LIMIT_PX = 1 << 24 };

bool ui_draws_label(const UiNode *node)
{
    switch (node->box.role) {
    case ROLE_HEADING:
    case ROLE_TEXT:
    case ROLE_BUTTON:
    case ROLE_CHOICE:
    case ROLE_FIELD:
    case ROLE_KEY: return true;
    case ROLE_GROUP:
    case ROLE_IMAGE:
    case ROLE_PROGRESS:
    case ROLE_COUNT: break;
    }
    return false;
}

static const char *first_words(const UiNode *node)
{
    if (ui_has_children(node) || !ui_draws_label(node))
        return NULL;
    const char *words = node->box.role == ROLE_FIELD ? node->box.value : node->box.label;
    return words && words[0] ? words : NULL;
}

/* How large the words of a node would stand without stepping down. */
static ThemeFont font_of(const Ui *ui, const UiNode *node)
{
    const char *lang = node->box.lang ? node->box.lang : ui->settings.lang;
    Theme theme = ui->settings.theme;
    theme.k = node->steady ? theme.panel_k : theme.k;
    return theme_font(&theme, node->box.type, lang);
}

/* An icon beside words is as tall as they are at least: words keep their millimetres where a screen
 * shrinks, and an icon that does not is a speck beside them. */
static int icon_px(const Ui *ui, const UiNode *node)
{
    if (!node->box.icon)
        return 0;
    int size = ui_px_of(ui, node, node->box.icon_size);
    if (!first_words(node))
        return size;
    int words = font_of(ui, node).size_px;
    return size > words ? size : words;
}

/* To 85 %, but not under the smallest capitals. */
static void step_down(ThemeFont *font, int text_min_px)
{
    int size = font->size_px * STEP_DOWN_PERCENT / 100;
    if (size < text_min_px)
        size = text_min_px < font->size_px ? text_min_px : font->size_px;
    font->line_px = font->line_px * size / font->size_px;
    font->size_px = size;
}

/* Variant 0 is the label, 1 the label smaller, 2 the short label, 3 the short label smaller. */
static bool take_variant(const Ui *ui, UiNode *node, int variant)
{
    const char *words = first_words(node);
    if (variant >= 2)
        words = node->box.role == ROLE_FIELD ? NULL : node->box.label_short;
    if (!words)
        return false;
    node->font = font_of(ui, node);
    if (variant % 2 == 1)
        step_down(&node->font, ui->settings.theme.text_min_px);
    node->shown = words;
    return true;
}

static UiExtent measure(const Ui *ui, UiNode *node, int width_px)
{
    node->words.w = width_px;
    UiWords words = ui_words(ui, (int)(node - ui->nodes));
    if (node->one_line)
        words.width_px = 0;
    return ui->settings.measure(ui->settings.measure_context, &words);
}

/* The first variant that fits the room. */
static UiExtent try_variants(Ui *ui, UiNode *node, int room_w, int room_h)
{
    UiExtent extent = {0};
    for (int variant = 0; variant < VARIANTS; variant++) {
        if (!take_variant(ui, node, variant))
            break;
        extent = measure(ui, node, room_w);
        int widest = node->one_line ? extent.width_px : extent.word_px;
        node->truncated = widest > room_w || extent.height_px > room_h;
        if (!node->truncated)
            break;
    }
    return extent;
}

/* A number keeps to one line in any case; other words wished on one line may break before they are
 * cut off. */
static bool is_strict(const UiNode *node)
{
    return (node->box.state & STATE_LTR) != 0;
}

static UiExtent fit_words(Ui *ui, UiNode *node, int room_w, int room_h)
{
    UiExtent extent = {0};
    node->truncated = false;
    if (!first_words(node))
        return extent;
    node->one_line = node->box.nowrap;
    extent = try_variants(ui, node, room_w, room_h);
    if (node->truncated && node->one_line && !is_strict(node)) {
        node->one_line = false;
        extent = try_variants(ui, node, room_w, room_h);
    }
    node->lines = extent.lines;
    node->words.w = room_w;
    node->words.h = extent.height_px;
    return extent;
}

void ui_leaf_natural(Ui *ui, UiNode *node)
{
    int icon = icon_px(ui, node);
    UiExtent extent = {0};
    node->one_line = node->box.nowrap;
    if (take_variant(ui, node, 0))
        extent = measure(ui, node, 0);
    bool both = icon > 0 && extent.width_px > 0;
    int beside = both ? icon + ui_gap(ui, node) : icon;
    int word = node->one_line && is_strict(node) ? extent.width_px : extent.word_px;
    if (node->box.icon_place == ICON_TOP) {
        node->want_w = icon > extent.width_px ? icon : extent.width_px;
        node->least_w = icon > word ? icon : word;
    } else {
        node->want_w = beside + extent.width_px;
        node->least_w = beside + word;
    }
}

static int words_room(const Ui *ui, const UiNode *node, int inner_w)
{
    int icon = icon_px(ui, node);
    int room = inner_w;
    if (icon > 0 && node->box.icon_place != ICON_TOP)
        room -= icon + ui_gap(ui, node);
    return room > 1 ? room : 1;
}

int ui_leaf_height(Ui *ui, UiNode *node, int inner_w)
{
    int icon = icon_px(ui, node);
    UiExtent extent = fit_words(ui, node, words_room(ui, node, inner_w), NO_LIMIT_PX);
    if (node->box.icon_place != ICON_TOP)
        return icon > extent.height_px ? icon : extent.height_px;
    int gap = icon > 0 && extent.height_px > 0 ? ui_gap(ui, node) : 0;
    return icon + gap + extent.height_px;
}

static int aligned(UiAlign align, int room, int size)
{
    if (align == ALIGN_CENTER)
        return (room - size) / 2;
    return align == ALIGN_END ? room - size : 0;
}

/* Words without a face start at the top of their box, words in a face stand in its middle. */
static UiAlign vertical(const Ui *ui, const UiNode *node)
{
    if (node->box.align == ALIGN_START || node->box.align == ALIGN_END)
        return node->box.align;
    if (node->box.align == ALIGN_CENTER)
        return ALIGN_CENTER;
    if (theme_fit(&ui->settings.theme, node->box.face).top)
        return ALIGN_START;
    return node->box.face == FACE_NONE && !node->box.icon ? ALIGN_START : ALIGN_CENTER;
}

static UiAlign horizontal(const Ui *ui, const UiNode *node)
{
    if (node->box.justify == ALIGN_START || node->box.justify == ALIGN_END ||
        node->box.justify == ALIGN_CENTER || node->box.justify == ALIGN_BETWEEN)
        return node->box.justify;
    bool lone_icon = node->box.icon && !node->shown && node->box.role == ROLE_IMAGE;
    bool center = theme_fit(&ui->settings.theme, node->box.face).center;
    return center || lone_icon ? ALIGN_CENTER : ALIGN_START;
}

static void place_above(const Ui *ui, UiNode *node, UiRect inner, UiExtent extent)
{
    int icon = icon_px(ui, node);
    int gap = icon > 0 && node->shown ? ui_gap(ui, node) : 0;
    int height = icon + gap + extent.height_px;
    int y = inner.y + aligned(vertical(ui, node), inner.h, height);
    node->icon = (UiRect){inner.x + (inner.w - icon) / 2, y, icon, icon};
    node->words = (UiRect){inner.x, y + icon + gap, inner.w, extent.height_px};
}

static void place_beside(const Ui *ui, UiNode *node, UiRect inner, UiExtent extent)
{
    int icon = icon_px(ui, node);
    int gap = icon > 0 && node->shown ? ui_gap(ui, node) : 0;
    int room = inner.w - icon - gap;
    UiAlign along = horizontal(ui, node);
    bool packed = icon > 0 && (along == ALIGN_CENTER || along == ALIGN_END);
    int words_w = packed && extent.width_px < room ? extent.width_px : room;
    if (!node->shown)
        words_w = 0;
    int x = inner.x + (packed ? aligned(along, inner.w, icon + gap + words_w) : 0);
    bool end = node->box.icon_place == ICON_END;
    int icon_x = end ? x + words_w + gap : x;
    int icon_y = inner.y + aligned(vertical(ui, node), inner.h, icon);
    int words_y = inner.y + aligned(vertical(ui, node), inner.h, extent.height_px);
    node->icon = (UiRect){icon_x, icon_y, icon, icon};
    node->words = (UiRect){end ? x : x + icon + gap, words_y, words_w, extent.height_px};
}

/* What is gone was as large as if it were there, so that nothing shifts when it comes. */
static void leave_out(UiNode *node)
{
    node->shown = NULL;
    node->truncated = false;
}

void ui_leaf_place(Ui *ui, UiNode *node)
{
    UiRect inner = ui_inner(ui, node);
    int icon = icon_px(ui, node);
    int room_h = inner.h;
    bool above = node->box.icon_place == ICON_TOP;
    if (above && icon > 0)
        room_h -= icon + (first_words(node) ? ui_gap(ui, node) : 0);
    UiExtent extent = fit_words(ui, node, words_room(ui, node, inner.w), room_h);
    if (above)
        place_above(ui, node, inner, extent);
    else
        place_beside(ui, node, inner, extent);
    if (node->box.state & STATE_GONE)
        leave_out(node);
}
