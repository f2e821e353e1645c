/* ui.c - the life of a screen: begin, compose texts, read nodes, wipe.
 * Owns the arena. Never lays out (ui_layout.c) and never builds (ui_build.c). */
#include "ui.h"

#include <sodium.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "check.h"
#include "ui_work.h"

void ui_begin(Ui *ui, const UiSettings *settings)
{
    check(settings->measure && settings->theme.k > 0);
    sodium_memzero(ui->arena, ui->arena_used);
    ui->settings = *settings;
    ui->count = ui->depth = 0;
    ui->arena_used = 0;
    ui->arena_full = false;
    ui->focused = ui->pressed = ui->speaking = UI_NONE;
    ui->word_from = ui->word_to = 0;
}

void ui_wipe(Ui *ui)
{
    sodium_memzero(ui, sizeof *ui);
    ui->focused = ui->pressed = ui->speaking = UI_NONE;
}

const char *ui_format(Ui *ui, const char *format, ...)
{
    size_t room = UI_ARENA_BYTES_MAX - ui->arena_used;
    char *text = ui->arena + ui->arena_used;
    va_list args;
    va_start(args, format);
    int size = room > 0 ? vsnprintf(text, room, format, args) : -1;
    va_end(args);
    if (size < 0 || (size_t)size >= room) {
        if (room > 0)
            text[0] = '\0';
        ui->arena_full = true;
        return "";
    }
    ui->arena_used += (size_t)size + 1;
    return text;
}

const UiNode *ui_node(const Ui *ui, int node)
{
    check(node >= 0 && node < ui->count);
    return &ui->nodes[node];
}

bool ui_is_target(const UiNode *node)
{
    return node->box.action.kind != 0 && !(node->box.state & STATE_GONE);
}

bool ui_is_interactive(const UiNode *node)
{
    return ui_is_target(node) && !(node->box.state & STATE_DISABLED);
}

static bool is_rtl_language(const char *lang)
{
    static const char *const RTL[] = {"ar", "fa", "prs", "ps", "ur", "ckb", "he", "yi"};
    size_t size = strcspn(lang, "-");
    for (size_t i = 0; i < sizeof RTL / sizeof RTL[0]; i++)
        if (strlen(RTL[i]) == size && strncmp(lang, RTL[i], size) == 0)
            return true;
    return false;
}

/* Letters, and none of a script that runs from right to left (U+0590 to U+08FF, U+FB1D to U+FEFC):
 * a sentence that is not translated yet. Its full stop and its numbers stay where they belong. */
static bool is_latin_only(const char *words)
{
    bool letters = false;
    for (const unsigned char *at = (const unsigned char *)words; *at != 0; at++) {
        bool middle_east = *at >= 0xD6 && *at <= 0xDF;
        bool more = *at == 0xE0 && at[1] >= 0xA0 && at[1] <= 0xA3;
        bool forms = *at == 0xEF && at[1] >= 0xAC && at[1] <= 0xBB;
        if (middle_east || more || forms)
            return false;
        letters = letters || (*at >= 'A' && *at <= 'Z') || (*at >= 'a' && *at <= 'z');
    }
    return letters;
}

static UiDirection direction_of(const Ui *ui, const UiNode *node)
{
    const char *lang = node->box.lang;
    if (node->box.state & STATE_LTR)
        return DIRECTION_LTR;
    if (node->box.state & STATE_PRIVATE)
        return DIRECTION_AUTO; /* a Dutch sentence typed on an Arabic screen keeps its full stop */
    if (ui->settings.rtl && node->shown != NULL && is_latin_only(node->shown))
        return DIRECTION_LTR;
    if (lang && ui->settings.lang && strcmp(lang, ui->settings.lang) != 0)
        return is_rtl_language(lang) ? DIRECTION_RTL : DIRECTION_LTR;
    return ui->settings.rtl ? DIRECTION_RTL : DIRECTION_LTR;
}

UiWords ui_words(const Ui *ui, int index)
{
    const UiNode *node = ui_node(ui, index);
    return (UiWords){
        .text = node->shown,
        .lang = node->box.lang ? node->box.lang : ui->settings.lang,
        .size_px = node->font.size_px,
        .line_px = node->font.line_px,
        .spacing_x10_px = node->font.spacing_x10_px,
        .bold = node->font.bold,
        .balance = node->font.balance,
        .nowrap = node->one_line,
        .private = (node->box.state & STATE_PRIVATE) != 0,
        .direction = direction_of(ui, node),
        .width_px = node->words.w,
    };
}

UiAlign ui_words_align(const Ui *ui, int index)
{
    const UiNode *node = ui_node(ui, index);
    UiAlign align = node->box.text;
    if (align == ALIGN_DEFAULT)
        align = theme_fit(&ui->settings.theme, node->box.face).center ? ALIGN_CENTER : ALIGN_START;
    UiDirection direction = direction_of(ui, node);
    bool crossed = direction != DIRECTION_AUTO && ui->settings.rtl != (direction == DIRECTION_RTL);
    if (crossed && align != ALIGN_CENTER)
        return align == ALIGN_START ? ALIGN_END : ALIGN_START;
    return align;
}

static ThemePaint paint_of(const Ui *ui, const UiNode *node)
{
    return theme_paint(&ui->settings.theme, node->box.face, node->box.hue, node->box.state);
}

/* The nearest node, itself included, whose face says something about colour. */
static const UiNode *ground_node(const Ui *ui, const UiNode *node, bool filled)
{
    while (node->parent != UI_NONE) {
        ThemePaint paint = paint_of(ui, node);
        bool says = paint.shape != SHAPE_NONE;
        if (says && (!filled || !(paint.flags & PAINT_NO_FILL)))
            return node;
        if (!filled && node->box.face != FACE_NONE && node->box.face == FACE_PRIVACY)
            return node;
        node = &ui->nodes[node->parent];
    }
    return node;
}

uint32_t ui_ink(const Ui *ui, int index)
{
    const UiNode *node = ui_node(ui, index);
    if (node->box.ink != INK_DEFAULT)
        return theme_color(ui->settings.theme.wish.look, node->box.ink);
    return paint_of(ui, ground_node(ui, node, false)).ink;
}

uint32_t ui_icon_ink(const Ui *ui, int index)
{
    const UiNode *node = ui_node(ui, index);
    if (node->box.ink != INK_DEFAULT)
        return theme_color(ui->settings.theme.wish.look, node->box.ink);
    return paint_of(ui, ground_node(ui, node, false)).icon;
}

uint32_t ui_ground(const Ui *ui, int index)
{
    const UiNode *node = ground_node(ui, ui_node(ui, index), true);
    ThemePaint paint = paint_of(ui, node);
    if (paint.shape == SHAPE_NONE || (paint.flags & PAINT_NO_FILL))
        return theme_color(ui->settings.theme.wish.look, INK_PAPER);
    return paint.fill;
}

void ui_press(Ui *ui, int node)
{
    check(node >= UI_NONE && node < ui->count);
    if (ui->pressed != UI_NONE)
        ui->nodes[ui->pressed].box.state &= ~(unsigned)STATE_PRESSED;
    ui->pressed = node;
    if (node != UI_NONE)
        ui->nodes[node].box.state |= STATE_PRESSED;
}

void ui_speaking(Ui *ui, int node, int word_from, int word_to)
{
    check(node >= UI_NONE && node < ui->count);
    if (ui->speaking != UI_NONE)
        ui->nodes[ui->speaking].box.state &= ~(unsigned)STATE_SPEAKING;
    ui->speaking = node;
    ui->word_from = word_from;
    ui->word_to = word_to;
    if (node != UI_NONE)
        ui->nodes[node].box.state |= STATE_SPEAKING;
}
