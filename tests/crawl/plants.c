/* plants.c - see plants.h. */
#include "plants.h"

#include <string.h>

static double mm_px(const Ui *ui, double mm)
{
    return mm * ui->settings.theme.panel.px_per_mm;
}

/* The first target of this role that is not in the bar. */
static UiNode *target(Ui *ui, UiRole role)
{
    for (int i = 0; i < ui->count; i++) {
        UiNode *node = &ui->nodes[i];
        bool bar = node->box.id != NULL && strncmp(node->box.id, "bar.", 4) == 0;
        if (ui_is_interactive(node) && node->box.role == role && !bar) {
            return node;
        }
    }
    return NULL;
}

/* A leaf with words of its own that is no target. */
static UiNode *words_after(Ui *ui, int from)
{
    for (int i = from; i < ui->count; i++) {
        UiNode *node = &ui->nodes[i];
        bool drawn = node->shown != NULL && node->shown[strspn(node->shown, " ")] != '\0';
        if (drawn && node->first_child == UI_NONE && !ui_is_target(node) &&
            !(node->box.state & (STATE_PRIVATE | STATE_GONE))) {
            return node;
        }
    }
    return NULL;
}

static UiNode *words(Ui *ui)
{
    return words_after(ui, 0);
}

static UiNode *bar_item(Ui *ui, const char *id)
{
    int index = ui_find(ui, id);

    return index == UI_NONE ? NULL : &ui->nodes[index];
}

/* ---- targets ----------------------------------------------------------------------------- */

static bool small_target(Ui *ui)
{
    UiNode *node = target(ui, ROLE_BUTTON);

    if (node != NULL) {
        node->rect.h = (int)mm_px(ui, 19);
    }
    return node != NULL;
}

static bool small_key(Ui *ui)
{
    UiNode *node = target(ui, ROLE_KEY);

    if (node != NULL) {
        node->rect.w = (int)mm_px(ui, 17);
    }
    return node != NULL;
}

/* The next target of the same row or column, 2 mm away. */
static bool near_target(Ui *ui)
{
    UiNode *node = target(ui, ROLE_BUTTON);

    for (int i = 0; node != NULL && i < ui->count; i++) {
        UiNode *other = &ui->nodes[i];
        if (other > node && ui_is_target(other) && other->parent == node->parent) {
            other->rect.x = node->rect.x;
            other->rect.y = node->rect.y + node->rect.h + (int)mm_px(ui, 2);
            return true;
        }
    }
    return false;
}

static bool high_target(Ui *ui)
{
    UiNode *node = target(ui, ROLE_BUTTON);

    if (node != NULL) {
        node->rect.y = 4;
    }
    return node != NULL;
}

static bool near_exit(Ui *ui)
{
    UiNode *node = target(ui, ROLE_BUTTON), *stop = bar_item(ui, "bar.stop");

    if (node == NULL || stop == NULL) {
        return false;
    }
    node->rect.y = stop->rect.y - node->rect.h - (int)mm_px(ui, 12);
    node->rect.x = stop->rect.x + stop->rect.w - node->rect.w;
    return true;
}

static bool shifted_hit(Ui *ui)
{
    UiNode *node = target(ui, ROLE_BUTTON);

    if (node != NULL) {
        node->hit.x += node->rect.w / 4;
    }
    return node != NULL;
}

/* ---- controls ---------------------------------------------------------------------------- */

static bool silent_control(Ui *ui)
{
    UiNode *node = bar_item(ui, "bar.help");

    if (node != NULL) {
        node->box.label = node->box.hint = NULL;
    }
    return node != NULL;
}

static bool control_without_icon(Ui *ui)
{
    UiNode *node = bar_item(ui, "bar.help");

    if (node != NULL) {
        node->box.icon = NULL;
    }
    return node != NULL;
}

static bool no_exit(Ui *ui)
{
    UiNode *node = bar_item(ui, "bar.stop");

    if (node != NULL) {
        node->box.state |= STATE_GONE;
    }
    return node != NULL;
}

static bool moved_slot(Ui *ui)
{
    UiNode *node = bar_item(ui, "bar.language");

    if (node != NULL) {
        node->rect.x += 3;
    }
    return node != NULL;
}

/* ---- words ------------------------------------------------------------------------------- */

static bool cut_words(Ui *ui)
{
    UiNode *node = words(ui);

    if (node != NULL) {
        node->words.w = node->font.size_px;
    }
    return node != NULL;
}

static bool words_over_words(Ui *ui)
{
    UiNode *node = words(ui), *other = node;

    if (node != NULL) {
        other = words_after(ui, (int)(node - ui->nodes) + 1);
    }
    if (node == NULL || other == NULL) {
        return false;
    }
    other->words.x = node->words.x;
    other->words.y = node->words.y;
    return true;
}

static bool words_outside(Ui *ui)
{
    UiNode *node = words(ui);

    if (node != NULL) {
        node->rect.x = ui->settings.theme.panel.width_px - 10;
    }
    return node != NULL;
}

static bool small_words(Ui *ui)
{
    UiNode *node = words(ui);

    if (node != NULL) {
        node->font.size_px = ui->settings.theme.text_min_px - 2;
    }
    return node != NULL;
}

static bool pale_words(Ui *ui)
{
    UiNode *node = words(ui);

    if (node != NULL) {
        node->box.ink = INK_LINE;
    }
    return node != NULL;
}

/* Something opaque is drawn later, over words: no node knows, only the pixels do. */
static bool hidden_words(Ui *ui)
{
    UiNode *node = words(ui);

    for (int i = 0; node != NULL && i < ui->count; i++) {
        UiNode *other = &ui->nodes[i];
        bool leaf = other->first_child == UI_NONE && other->shown == NULL &&
                    other->box.picture == NULL && other->box.icon == NULL;
        if (other > node && leaf && !(other->box.state & STATE_GONE)) {
            other->box.face = FACE_PANEL;
            other->rect = node->rect;
            return true;
        }
    }
    return false;
}

/* ---- veils and the idle warning ---------------------------------------------------------- */

static int veil_of(const Ui *ui)
{
    for (int i = 0; i < ui->count; i++) {
        if (ui->nodes[i].box.face == FACE_VEIL) {
            return i;
        }
    }
    return UI_NONE;
}

/* Words in the middle of the screen that lies under the veil can be pressed. */
static bool target_under_veil(Ui *ui)
{
    int veil = veil_of(ui);
    UiNode *node = words(ui);

    if (veil == UI_NONE || node == NULL || node >= &ui->nodes[veil]) {
        return false;
    }
    node->box.id = "planted.under";
    node->box.role = ROLE_BUTTON;
    node->box.action = (UiAction){ACT_GO, SCREEN_ABOUT};
    return true;
}

/* Something that is laid over everything, the bar too: the last child of the screen. */
static bool laid_over(Ui *ui, ThemeFace face, UiRect rect)
{
    if (ui->count >= UI_NODES_MAX) {
        return false;
    }
    UiNode *over = &ui->nodes[ui->count];
    *over = (UiNode){.box.face = face,
                     .rect = rect,
                     .parent = 0,
                     .first_child = UI_NONE,
                     .last_child = UI_NONE,
                     .next = UI_NONE};
    ui->nodes[ui->nodes[0].last_child].next = ui->count;
    ui->nodes[0].last_child = ui->count;
    ui->count++;
    return true;
}

static bool veil_over_exit(Ui *ui)
{
    const Panel *panel = &ui->settings.theme.panel;
    UiRect whole = {0, 0, panel->width_px, panel->height_px};

    return veil_of(ui) != UI_NONE && bar_item(ui, "bar.stop") != NULL &&
           laid_over(ui, FACE_VEIL, whole);
}

/* A dialog that is painted after the bar it ends at. */
static bool shadow_over_bar(Ui *ui)
{
    const UiNode *bar = bar_item(ui, "bar");

    if (bar == NULL || bar_item(ui, "bar.stop") == NULL || bar->rect.y == 0 ||
        ui->settings.theme.wish.look != LOOK_LIGHT) {
        return false;
    }
    return laid_over(ui, FACE_DIALOG, (UiRect){0, 0, bar->rect.w, bar->rect.y - 1});
}

static bool private_behind_warning(Ui *ui)
{
    UiNode *node = bar_item(ui, "idle.title");

    if (node != NULL) {
        node->box.state |= STATE_PRIVATE;
    }
    return node != NULL;
}

static bool control_behind_warning(Ui *ui)
{
    UiNode *node = bar_item(ui, "idle.stop");

    if (node != NULL) {
        node->box.id = "call_check.send";
    }
    return node != NULL;
}

const Plant PLANTS[] = {
    {"a target of 19 mm", "target size", small_target, false},
    {"a key of 17 mm", "target size", small_key, false},
    {"two targets 2 mm apart", "gap", near_target, false},
    {"a target at the top of the panel", "reach", high_target, false},
    {"a target 12 mm from Stop en wis", "gap to exit", near_exit, false},
    {"a finger's area beside its target", "hit area", shifted_hit, false},
    {"a control that says nothing", "voice of a control", silent_control, false},
    {"a control without an icon", "icon on a control", control_without_icon, false},
    {"no Stop en wis", "Stop en wis is there", no_exit, false},
    {"a slot of the bar that moved 3 px", "same slot", moved_slot, false},
    {"words in the place of one letter", "words whole", cut_words, false},
    {"words over words", "words apart", words_over_words, false},
    {"words outside the panel", "inside", words_outside, false},
    {"capitals under 4.8 mm", "capitals", small_words, false},
    {"words in a pale ink", "contrast in the tree", pale_words, false},
    {"words in a pale ink, as painted", "contrast in pixels", pale_words, true},
    {"words under something opaque", "contrast in pixels", hidden_words, true},
    {"a target under a dialog", "nothing to press under a veil", target_under_veil, false},
    {"a veil over Stop en wis", "Stop en wis above everything", veil_over_exit, false},
    {"the shadow of a dialog over the bar", "nothing falls on the bar", shadow_over_bar, true},
    {"typed words behind the idle warning", "the warning covers what was typed",
     private_behind_warning, false},
    {"a control behind the idle warning", "the warning stands alone", control_behind_warning,
     false},
};
const int PLANTS_COUNT = sizeof PLANTS / sizeof PLANTS[0];

/* ---- steps ------------------------------------------------------------------------------- */

static void back_forgets(App *app, int kind)
{
    if (kind == ACT_BACK) {
        memset(&app->visitor.draft, 0, sizeof app->visitor.draft);
    }
}

static void back_goes_elsewhere(App *app, int kind)
{
    if (kind == ACT_BACK) {
        app->visitor.history[app->visitor.depth].page++;
    }
}

static void stop_leaves_a_letter(App *app, int kind)
{
    if (kind == ACT_STOP) {
        app->visitor.query[0] = 'a';
    }
}

static void language_forgets(App *app, int kind)
{
    if (kind == ACT_LANGUAGE) {
        memset(app->visitor.query, 0, sizeof app->visitor.query);
        memset(&app->visitor.draft, 0, sizeof app->visitor.draft);
    }
}

static void size_leads_away(App *app, int kind)
{
    if (kind == ACT_SIZE) {
        app->visitor.history[app->visitor.depth].arg++;
    }
}

void plants_page_stays(App *app, int kind)
{
    if (kind == ACT_PAGE) {
        app->visitor.history[app->visitor.depth].page = 0;
    }
}

/* As if nobody had asked to be called back. */
static void call_stays(App *app, int kind)
{
    if (kind == ACT_CALL_START) {
        app->visitor.depth--;
    }
}

const PlantStep PLANT_STEPS[] = {
    {"Terug forgets what was filled in", "back keeps values", back_forgets},
    {"Terug leads to another page", "back is the inverse", back_goes_elsewhere},
    {"Stop en wis leaves a letter", "leaves nothing", stop_leaves_a_letter},
    {"another language forgets what was filled in", "keeps values", language_forgets},
    {"another size of letters leads away", "keeps its place", size_leads_away},
    {"Bel mij terug leads nowhere", "does something", call_stays},
};
const int PLANT_STEPS_COUNT = sizeof PLANT_STEPS / sizeof PLANT_STEPS[0];
