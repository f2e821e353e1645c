/* ui_build.c - filling the array of nodes: boxes, leaves, and what a face gives them.
 * Owns nothing. Never measures. */
#include "ui.h"

#include <string.h>

#include "check.h"
#include "ui_work.h"

static uint64_t hash_bytes(uint64_t hash, const void *data, size_t size)
{
    const unsigned char *bytes = data;
    for (size_t i = 0; i < size; i++)
        hash = (hash ^ bytes[i]) * 0x100000001b3u;
    return hash;
}

static uint64_t hash_text(uint64_t hash, const char *text)
{
    return text ? hash_bytes(hash, text, strlen(text) + 1) : hash * 31 + 7;
}

static uint64_t hash_int(uint64_t hash, int64_t number)
{
    return hash_bytes(hash, &number, sizeof number);
}

/* Everything that is drawn or spoken. Taken now: labels point into a state that will change. */
static uint64_t hash_box(const UiBox *box)
{
    uint64_t hash = 0xcbf29ce484222325u;
    const char *const texts[] = {box->id,    box->label, box->label_short, box->hint,
                                 box->value, box->icon,  box->picture,     box->lang};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        hash = hash_text(hash, texts[i]);
    const int64_t numbers[] = {box->role, box->action.kind, box->action.arg, box->state,
                               box->face, box->hue,         box->type,       box->ink,
                               box->text, box->amount,      box->icon_size,  box->icon_place};
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++)
        hash = hash_int(hash, numbers[i]);
    return hash;
}

static int wish_or(int wish, int face)
{
    if (wish == UI_ZERO)
        return 0;
    return wish != 0 ? wish : face;
}

/* Where a screen wishes nothing, the face decides. */
static void apply_face(const Theme *theme, UiBox *box)
{
    ThemeFit fit = theme_fit(theme, box->face);
    box->pad.start = wish_or(box->pad.start, fit.pad_start_u);
    box->pad.top = wish_or(box->pad.top, fit.pad_top_u);
    box->pad.end = wish_or(box->pad.end, fit.pad_end_u);
    box->pad.bottom = wish_or(box->pad.bottom, fit.pad_bottom_u);
    box->gap = wish_or(box->gap, fit.gap_u);
    box->row_gap = wish_or(box->row_gap, box->gap);
    box->min_h = wish_or(box->min_h, fit.min_h_u);
    if (box->type == TYPE_DEFAULT)
        box->type = fit.type != TYPE_DEFAULT ? fit.type : TYPE_BODY;
    if (box->icon && box->icon_size == 0)
        box->icon_size = (fit.icon_u ? fit.icon_u : U_ICON_CHIP) * theme->icon_percent / 100;
    if (box->icon_place == ICON_DEFAULT)
        box->icon_place = fit.icon_top ? ICON_TOP : ICON_START;
}

static void link_child(Ui *ui, int parent, int child)
{
    UiNode *box = &ui->nodes[parent];
    if (box->first_child == UI_NONE) {
        box->first_child = box->last_child = child;
    } else if (ui->nodes[child].box.state & STATE_FIRST) {
        ui->nodes[child].next = box->first_child;
        box->first_child = child;
    } else {
        ui->nodes[box->last_child].next = child;
        box->last_child = child;
    }
}

static int add(Ui *ui, const UiBox *box)
{
    check(ui->count < UI_NODES_MAX);
    check(ui->depth > 0 || ui->count == 0); /* one root */
    int index = ui->count++;
    UiNode *node = &ui->nodes[index];
    *node = (UiNode){.box = *box,
                     .parent = ui->depth > 0 ? ui->open[ui->depth - 1] : UI_NONE,
                     .first_child = UI_NONE,
                     .last_child = UI_NONE,
                     .next = UI_NONE,
                     .depth = ui->depth};
    node->box.state &= ~(unsigned)(STATE_FOCUSED | STATE_PRESSED | STATE_SPEAKING);
    node->hash = hash_box(&node->box);
    apply_face(&ui->settings.theme, &node->box);
    bool own = node->box.face == FACE_BAR || (node->box.state & STATE_STEADY);
    node->steady = own || (node->parent != UI_NONE && ui->nodes[node->parent].steady);
    if (node->parent != UI_NONE)
        link_child(ui, node->parent, index);
    return index;
}

int ui_open(Ui *ui, UiBox box)
{
    check(ui->depth < UI_DEPTH_MAX);
    int index = add(ui, &box);
    ui->open[ui->depth++] = index;
    return index;
}

void ui_close(Ui *ui)
{
    check(ui->depth > 0);
    ui->depth--;
}

int ui_leaf(Ui *ui, UiBox box)
{
    return add(ui, &box);
}

int ui_text(Ui *ui, ThemeType type, const char *label)
{
    return ui_leaf(ui, (UiBox){.role = ROLE_TEXT, .type = type, .label = label});
}

int ui_heading(Ui *ui, ThemeType type, const char *label)
{
    return ui_leaf(ui, (UiBox){.role = ROLE_HEADING, .type = type, .label = label});
}

int ui_icon(Ui *ui, const char *icon, int size_u, ThemeInk ink)
{
    return ui_leaf(ui, (UiBox){.role = ROLE_IMAGE,
                               .icon = icon,
                               .icon_size = size_u,
                               .w = size_u,
                               .h = size_u,
                               .ink = ink});
}

int ui_picture(Ui *ui, const char *picture, int w_u, int h_u)
{
    return ui_leaf(ui, (UiBox){.role = ROLE_IMAGE, .picture = picture, .w = w_u, .h = h_u});
}

int ui_button(Ui *ui, ThemeFace face, const char *id, const char *label, UiAction action)
{
    return ui_leaf(
        ui, (UiBox){.role = ROLE_BUTTON, .face = face, .id = id, .label = label, .action = action});
}

int ui_spacer(Ui *ui)
{
    return ui_leaf(ui, (UiBox){.role = ROLE_GROUP, .grow = GROW});
}
