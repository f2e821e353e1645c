/* rules.c - see rules.h. */
#include "rules.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "mark.h"
#include "text.h"
#include "ui_dump.h"
#include "ui_speech.h"

/* Half a pixel of rounding is no fault. */
#define ROUNDING_PX 0.75
/* Capitals of the main face, in parts of its em. */
#define CAP_PER_EM 0.7251

static const char *name_of(const UiNode *node)
{
    if (node->box.id != NULL) {
        return node->box.id;
    }
    bool says = node->shown != NULL && !(node->box.state & STATE_PRIVATE);
    return says ? node->shown : "-";
}

/* A node without a name is told by its words and what it stands in. */
static void put_name(const Ui *ui, int index, char out[RULES_ID_BYTES_MAX])
{
    const UiNode *node = index == UI_NONE ? NULL : &ui->nodes[index];
    const UiNode *named = node;

    while (named != NULL && named->box.id == NULL && named->parent != UI_NONE) {
        named = &ui->nodes[named->parent];
    }
    if (node == NULL) {
        snprintf(out, RULES_ID_BYTES_MAX, "-");
    } else if (named == node) {
        snprintf(out, RULES_ID_BYTES_MAX, "%s", node->box.id);
    } else {
        snprintf(out, RULES_ID_BYTES_MAX, "%s in %.30s", "words", named->box.id);
    }
}

void rules_demand(Rules *rules, bool good, const char *rule, int node, const char *format, ...)
{
    rules->asserted++;
    if (good || rules->count == RULES_FAULTS_MAX) {
        return;
    }
    RulesFault *fault = &rules->faults[rules->count++];
    va_list args;
    va_start(args, format);
    vsnprintf(fault->measure, sizeof fault->measure, format, args);
    va_end(args);
    fault->rule = rule;
    put_name(rules->ui, node, fault->node);
}

static double mm_of(const Ui *ui, double px)
{
    return px / ui->settings.theme.panel.px_per_mm;
}

static double px_of(const Ui *ui, double mm)
{
    return mm * ui->settings.theme.panel.px_per_mm;
}

static bool stands_in(const Ui *ui, int inner, int outer)
{
    for (int i = ui->nodes[inner].parent; i != UI_NONE; i = ui->nodes[i].parent) {
        if (i == outer) {
            return true;
        }
    }
    return false;
}

static bool touch(UiRect a, UiRect b)
{
    return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

void rules_cover(Rules *rules)
{
    const Ui *ui = rules->ui;

    for (int veil = 0; veil < ui->count; veil++) {
        for (int i = 0; ui->nodes[veil].box.face == FACE_VEIL && i < veil; i++) {
            bool under = touch(ui->nodes[veil].rect, ui->nodes[i].rect);
            rules->covered[i] = rules->covered[i] || (under && !stands_in(ui, veil, i));
        }
    }
}

/* ---- what ui_check knows ----------------------------------------------------------------- */

static void judge_checked(Rules *rules)
{
    UiFinding found[UI_FINDINGS_MAX];
    int count = ui_check(rules->ui, found);

    rules->asserted += FAULT_COUNT - 1;
    for (int i = 0; i < count; i++) {
        int other = found[i].other;
        rules_demand(rules, false, ui_fault_word(found[i].fault), found[i].node, "%s",
                     other == UI_NONE ? "" : name_of(&rules->ui->nodes[other]));
    }
}

/* ---- targets, in millimetres ------------------------------------------------------------- */

/* Everything is 30 mm in the largest letters; keys are 20 mm, or 18 on a panel under 300 mm. */
static double size_needed_mm(const Ui *ui, const UiNode *node)
{
    const Theme *theme = &ui->settings.theme;
    bool narrow = mm_of(ui, theme->panel.width_px) < LIMIT_PANEL_SMALL_MM;

    if (node->box.role == ROLE_KEY) {
        return narrow ? LIMIT_KEY_SMALL_MM : LIMIT_TARGET_MIN_MM;
    }
    return theme->wish.text == TEXT_SIZE_175 ? LIMIT_TARGET_BIG_MM : LIMIT_TARGET_MIN_MM;
}

static void judge_size(Rules *rules, int index)
{
    const UiNode *node = &rules->ui->nodes[index];
    double needed = px_of(rules->ui, size_needed_mm(rules->ui, node)) - ROUNDING_PX;
    bool good = node->rect.w >= needed && node->rect.h >= needed;

    rules_demand(rules, good, "target size", index, "%.1f x %.1f mm",
                 mm_of(rules->ui, node->rect.w), mm_of(rules->ui, node->rect.h));
}

/* Reach: from the floor to the upper and to the lower edge. */
static void judge_reach(Rules *rules, int index)
{
    const UiNode *node = &rules->ui->nodes[index];
    const Panel *panel = &rules->ui->settings.theme.panel;
    bool child = rules->ui->settings.theme.wish.child;
    int ceiling_mm = child ? LIMIT_REACH_CHILD_MM : LIMIT_REACH_PARENT_MM;
    double top = panel->mount_bottom_mm + mm_of(rules->ui, panel->height_px - node->rect.y);
    int below_px = panel->height_px - node->rect.y - node->rect.h;
    double bottom = panel->mount_bottom_mm + mm_of(rules->ui, below_px);

    rules_demand(rules, top <= ceiling_mm + mm_of(rules->ui, 1), "reach", index, "top at %.0f mm",
                 top);
    rules_demand(rules, bottom >= LIMIT_REACH_LOW_MM, "reach", index, "bottom at %.0f mm", bottom);
}

/* The finger's rectangle holds the drawn one and does not reach further than half a gap. */
static void judge_hit(Rules *rules, int index)
{
    const UiNode *node = &rules->ui->nodes[index];
    UiRect in = node->rect, out = node->hit;
    int most = theme_px(&rules->ui->settings.theme, LIMIT_HIT_GROW_U);
    bool holds = out.x <= in.x && out.y <= in.y && out.x + out.w >= in.x + in.w &&
                 out.y + out.h >= in.y + in.h;
    bool near = in.x - out.x <= most && in.y - out.y <= most && out.w - in.w <= 2 * most &&
                out.h - in.h <= 2 * most;

    rules_demand(rules, holds && near, "hit area", index, "%d,%d %dx%d for %d,%d %dx%d", out.x,
                 out.y, out.w, out.h, in.x, in.y, in.w, in.h);
}

/* A finger in the middle of a target finds it, or something that stands in it. */
static void judge_found(Rules *rules, int index)
{
    const UiNode *node = &rules->ui->nodes[index];
    int x = node->rect.x + node->rect.w / 2, y = node->rect.y + node->rect.h / 2;
    int found = ui_find_at(rules->ui, x, y);
    bool good = found == index || (found != UI_NONE && stands_in(rules->ui, found, index));

    rules_demand(rules, good, "finger finds it", index, "finds %s",
                 found == UI_NONE ? "nothing" : name_of(&rules->ui->nodes[found]));
}

static double apart_px(UiRect a, UiRect b)
{
    double across = fmax(b.x - (a.x + a.w), a.x - (b.x + b.w));
    double along = fmax(b.y - (a.y + a.h), a.y - (b.y + b.h));

    return across > 0 && along > 0 ? hypot(across, along) : fmax(across, along);
}

static double gap_needed_mm(const UiNode *a, const UiNode *b)
{
    if (a->box.face == FACE_BAR_EXIT || b->box.face == FACE_BAR_EXIT) {
        return LIMIT_EXIT_GAP_MM;
    }
    bool keys = a->box.role == ROLE_KEY && b->box.role == ROLE_KEY;
    return keys ? LIMIT_KEY_GAP_MIN_UM / 1000.0 : LIMIT_GAP_MIN_MM;
}

static void judge_gap(Rules *rules, int i, int j)
{
    const UiNode *a = &rules->ui->nodes[i], *b = &rules->ui->nodes[j];
    double apart = apart_px(a->rect, b->rect), needed = gap_needed_mm(a, b);

    rules_demand(rules, apart >= px_of(rules->ui, needed) - ROUNDING_PX,
                 needed == LIMIT_EXIT_GAP_MM ? "gap to exit" : "gap", i, "%.1f mm to %s",
                 mm_of(rules->ui, apart), name_of(b));
}

static bool is_felt(const Rules *rules, int index)
{
    return ui_is_target(&rules->ui->nodes[index]) && !rules->covered[index];
}

static void judge_targets(Rules *rules)
{
    for (int i = 0; i < rules->ui->count; i++) {
        if (!is_felt(rules, i)) {
            continue;
        }
        judge_size(rules, i);
        judge_hit(rules, i);
        judge_found(rules, i);
        if (ui_is_interactive(&rules->ui->nodes[i])) {
            judge_reach(rules, i);
        }
        for (int j = i + 1; j < rules->ui->count; j++) {
            bool inside = stands_in(rules->ui, j, i);
            if (!inside && is_felt(rules, j)) {
                judge_gap(rules, i, j);
            }
        }
    }
}

/* ---- icon, words and voice of every control ---------------------------------------------- */

typedef struct Parts {
    const char *icon; /* or picture */
    bool words;
} Parts;

static Parts parts_of(const Ui *ui, int index)
{
    Parts parts = {NULL, false};

    for (int i = index; i < ui->count; i++) {
        const UiBox *box = &ui->nodes[i].box;
        if (i != index && !stands_in(ui, i, index)) {
            continue;
        }
        const char *sign = box->icon != NULL ? box->icon : box->picture;
        parts.icon = parts.icon == NULL ? sign : parts.icon;
        parts.words = parts.words || (ui->nodes[i].shown != NULL && ui->nodes[i].shown[0] != '\0');
    }
    return parts;
}

/* Words alone, as the drawings have it: a choice is marked by its ring or its colour, a hard word
 * by its dots, a word of a letter is what stands in the letter; Toch niet stands beside the send
 * button with its icon. Keys and fields are their own sign. */
static bool may_lack_icon(const UiNode *node)
{
    static const char *const ends[] = {".not", NULL};
    static const char *const begins[] = {"letters.", "topic.word.", NULL};
    const char *id = node->box.id == NULL ? "" : node->box.id;
    bool may =
        node->box.role == ROLE_KEY || node->box.role == ROLE_FIELD || node->box.role == ROLE_CHOICE;

    for (int i = 0; ends[i] != NULL; i++) {
        size_t size = strlen(id), tail = strlen(ends[i]);
        may = may || (size > tail && strcmp(id + size - tail, ends[i]) == 0);
    }
    for (int i = 0; begins[i] != NULL; i++) {
        may = may || strncmp(id, begins[i], strlen(begins[i])) == 0;
    }
    return may;
}

/* A sign alone, as the drawings have it: a child's large check and its next picture, the ear, and
 * the tools of a field (cross, eye, pencil, arrow back). Each still says its label. */
static bool may_lack_words(const char *icon)
{
    static const char *const signs[] = {"check",  "player-skip-forward-filled",
                                        "volume", "ear",
                                        "x",      "backspace",
                                        "eye",    "eye-off",
                                        "pencil", "send",
                                        NULL};

    for (int i = 0; icon != NULL && signs[i] != NULL; i++) {
        if (strcmp(icon, signs[i]) == 0) {
            return true;
        }
    }
    return false;
}

static bool has_label(const Ui *ui, int index)
{
    UiSpeech speech;

    ui_speech(ui, index, &speech);
    return speech.count > 0 && speech.pieces[0].word == WORD_NONE && !speech.overflow;
}

static void judge_controls(Rules *rules)
{
    for (int i = 0; i < rules->ui->count; i++) {
        const UiNode *node = &rules->ui->nodes[i];
        if (!ui_is_target(node)) {
            continue;
        }
        Parts parts = parts_of(rules->ui, i);
        bool sign = node->box.role == ROLE_KEY || node->box.role == ROLE_FIELD ||
                    may_lack_words(parts.icon);
        rules_demand(rules, parts.icon != NULL || may_lack_icon(node), "icon on a control", i,
                     "none");
        rules_demand(rules, parts.words || sign, "words on a control", i, "only %s",
                     parts.icon == NULL ? "nothing" : parts.icon);
        rules_demand(rules, has_label(rules->ui, i), "voice of a control", i, "none");
    }
}

/* ---- words: inside, whole, apart, large enough, readable --------------------------------- */

static bool holds(UiRect out, UiRect in)
{
    return in.x >= out.x && in.y >= out.y && in.x + in.w <= out.x + out.w &&
           in.y + in.h <= out.y + out.h;
}

static void judge_inside(Rules *rules)
{
    const Ui *ui = rules->ui;
    const Panel *panel = &ui->settings.theme.panel;

    for (int i = 0; i < ui->count; i++) {
        const UiNode *node = &ui->nodes[i];
        UiRect room = {0, 0, panel->width_px, panel->height_px};
        room = node->parent == UI_NONE ? room : ui->nodes[node->parent].rect;
        bool empty = node->rect.w <= 0 || node->rect.h <= 0;
        rules_demand(rules, empty || holds(room, node->rect), "inside", i, "%d,%d %dx%d in %dx%d",
                     node->rect.x, node->rect.y, node->rect.w, node->rect.h, room.w, room.h);
    }
}

static bool has_words(const Ui *ui, int index)
{
    const UiNode *node = &ui->nodes[index];

    return node->shown != NULL && node->shown[strspn(node->shown, " ")] != '\0' &&
           !(node->box.state & STATE_GONE);
}

/* Measured anew: do the words fit the place they are drawn in? Typed words may be cut: their field
 * shows the end of them. */
static void judge_whole(Rules *rules, int index)
{
    const UiNode *node = &rules->ui->nodes[index];
    UiWords words = ui_words(rules->ui, index);
    UiExtent size = rules->ui->settings.measure(rules->ui->settings.measure_context, &words);
    int slack_px = node->font.line_px / 3; /* line boxes are higher than letters */
    bool whole = size.width_px <= node->words.w + 1 && size.height_px <= node->words.h + slack_px;
    bool in = node->words.x >= node->rect.x - 1 &&
              node->words.x + node->words.w <= node->rect.x + node->rect.w + 1 &&
              node->words.y + size.height_px <= node->rect.y + node->rect.h + slack_px;

    rules_demand(rules, (whole && in) || (node->box.state & STATE_PRIVATE), "words whole", index,
                 "%dx%d in %dx%d: %.40s", size.width_px, size.height_px, node->words.w,
                 node->words.h, node->shown);
}

static void judge_capitals(Rules *rules, int index)
{
    const UiNode *node = &rules->ui->nodes[index];
    double cap_mm = mm_of(rules->ui, node->font.size_px * CAP_PER_EM);
    double least_mm = LIMIT_CAP_MIN_UM / 1000.0 - mm_of(rules->ui, 1) * CAP_PER_EM;

    rules_demand(rules, cap_mm >= least_mm, "capitals", index, "%.2f mm", cap_mm);
}

int rules_contrast_x10(const Ui *ui, int index)
{
    const UiNode *node = &ui->nodes[index];
    double cap_mm = mm_of(ui, node->font.size_px * CAP_PER_EM);
    bool large = node->font.bold && cap_mm * 1000 >= LIMIT_CAP_BOLD_MIN_UM;

    if (ui->settings.theme.wish.look == LOOK_HC) {
        return LIMIT_CONTRAST_HC_X10;
    }
    return large ? LIMIT_CONTRAST_BOLD_X10 : LIMIT_CONTRAST_TEXT_X10;
}

static void judge_contrast(Rules *rules, int index)
{
    const Ui *ui = rules->ui;
    int ratio = theme_contrast_x10(ui_ink(ui, index), ui_ground(ui, index));

    rules_demand(rules, ratio >= rules_contrast_x10(ui, index), "contrast in the tree", index,
                 "%.1f:1", ratio / 10.0);
}

/* An icon with its own meaning stands out from its ground. */
static void judge_icon(Rules *rules, int index)
{
    const Ui *ui = rules->ui;
    int ratio = theme_contrast_x10(ui_icon_ink(ui, index), ui_ground(ui, index));

    rules_demand(rules, ratio >= LIMIT_CONTRAST_SHAPE_X10, "contrast of an icon", index, "%.1f:1",
                 ratio / 10.0);
}

static UiRect drawn(const UiNode *node)
{
    UiRect rect = node->words;

    rect.h = node->lines * node->font.line_px;
    return rect;
}

static void judge_apart(Rules *rules, int i)
{
    const Ui *ui = rules->ui;

    for (int j = i + 1; j < ui->count; j++) {
        if (!has_words(ui, j) || rules->covered[j]) {
            continue;
        }
        bool good = !touch(drawn(&ui->nodes[i]), drawn(&ui->nodes[j]));
        rules_demand(rules, good, "words apart", i, "over %s", name_of(&ui->nodes[j]));
    }
}

static void judge_words(Rules *rules)
{
    for (int i = 0; i < rules->ui->count; i++) {
        if (rules->covered[i]) {
            continue;
        }
        const UiBox *box = &rules->ui->nodes[i].box;
        if (box->icon != NULL && !(box->state & STATE_GONE)) {
            judge_icon(rules, i);
        }
        if (has_words(rules->ui, i)) {
            judge_whole(rules, i);
            judge_capitals(rules, i);
            judge_contrast(rules, i);
            judge_apart(rules, i);
        }
    }
}

/* ---- the bar ----------------------------------------------------------------------------- */

static bool is_there(const Ui *ui, const char *id)
{
    int node = ui_find(ui, id);

    return node != UI_NONE && ui_is_interactive(&ui->nodes[node]);
}

/* Stop en wis on every screen but welcome, Hulp on every screen, Terug where screens.def says so;
 * the idle warning has its own way back. */
static void judge_ways(Rules *rules)
{
    ScreenId screen = app_place(rules->app)->screen;
    bool warned = rules->app->visitor.idle == APP_IDLE_WARNING;
    bool back = app_screen(screen)->has_back && !warned;

    rules_demand(rules, is_there(rules->ui, "bar.help"), "Hulp is there", UI_NONE, "none");
    rules_demand(rules, screen == SCREEN_WELCOME || is_there(rules->ui, "bar.stop"),
                 "Stop en wis is there", UI_NONE, "none");
    rules_demand(rules, !back || is_there(rules->ui, "bar.back"), "Terug is there", UI_NONE,
                 "none");
}

static bool same_rect(UiRect a, UiRect b)
{
    return a.x == b.x && a.y == b.y && a.w == b.w && a.h == b.h;
}

static void judge_slot(Rules *rules, int index)
{
    const UiNode *node = &rules->ui->nodes[index];
    bool child = rules->ui->settings.theme.wish.child;
    uint64_t words = mark_add_text(mark_add_text(MARK_EMPTY, node->box.icon), node->box.label);

    for (int i = 0; i < rules->slots->count; i++) {
        const RulesSlot *slot = &rules->slots->slots[i];
        if (strcmp(slot->id, node->box.id) != 0 || slot->child != child) {
            continue;
        }
        rules_demand(rules, same_rect(slot->rect, node->rect), "same slot", index,
                     "%d,%d %dx%d, was %d,%d", node->rect.x, node->rect.y, node->rect.w,
                     node->rect.h, slot->rect.x, slot->rect.y);
        rules_demand(rules, slot->words == words, "same icon and word", index, "%s",
                     node->box.label);
        return;
    }
    if (rules->slots->count < RULES_SLOTS_MAX) {
        RulesSlot *slot = &rules->slots->slots[rules->slots->count++];
        *slot = (RulesSlot){.rect = node->rect, .child = child, .words = words};
        snprintf(slot->id, sizeof slot->id, "%s", node->box.id);
    }
}

static void judge_bar(Rules *rules)
{
    for (int i = 0; rules->slots != NULL && i < rules->ui->count; i++) {
        const UiNode *node = &rules->ui->nodes[i];
        if (ui_is_target(node) && node->box.id != NULL &&
            strncmp(node->box.id, "bar.", strlen("bar.")) == 0) {
            judge_slot(rules, i);
        }
    }
}

/* ---- what lies under a veil, or behind the idle warning ------------------------------------ */

/* A finger or the focus under the veil of a dialog finds nothing. While something is saved, app_act
 * refuses everything but leaving. */
static void judge_under_veil(Rules *rules)
{
    bool sending = rules->app->visitor.sending != APP_SENDING_NO;

    for (int i = 0; i < rules->ui->count; i++) {
        if (rules->covered[i]) {
            bool pressed = !sending && ui_is_target(&rules->ui->nodes[i]);
            rules_demand(rules, !pressed, "nothing to press under a veil", i, "is a target");
        }
    }
    int stop = ui_find(rules->ui, "bar.stop");
    rules_demand(rules, stop == UI_NONE || !rules->covered[stop], "Stop en wis above everything",
                 stop, "under a veil");
}

/* The idle warning stands instead of the screen: neither what was typed nor a control of it. */
static void judge_warning(Rules *rules)
{
    bool warned = rules->app->visitor.idle == APP_IDLE_WARNING;

    for (int i = 0; warned && i < rules->ui->count; i++) {
        const UiBox *box = &rules->ui->nodes[i].box;
        bool own = box->id == NULL || strcmp(box->id, "idle") == 0 || strcmp(box->id, "bar") == 0 ||
                   strncmp(box->id, "idle.", strlen("idle.")) == 0 ||
                   strncmp(box->id, "bar.", strlen("bar.")) == 0;
        rules_demand(rules, own, "the warning stands alone", i, "of another screen");
        rules_demand(rules, !(box->state & STATE_PRIVATE), "the warning covers what was typed", i,
                     "private");
    }
}

void rules_judge(Rules *rules)
{
    rules_cover(rules);
    judge_checked(rules);
    judge_targets(rules);
    judge_controls(rules);
    judge_inside(rules);
    judge_words(rules);
    judge_ways(rules);
    judge_bar(rules);
    judge_under_veil(rules);
    judge_warning(rules);
}
