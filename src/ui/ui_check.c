/* ui_check.c - the rules every screen keeps, as findings.
 * Owns nothing. Never repairs: a finding is a fault of a screen, a text or a panel. */
#include <string.h>

#include "ui_dump.h"
#include "ui_speech.h"
#include "ui_work.h"

typedef struct Findings {
    UiFinding *list;
    int count;
} Findings;

static void report(Findings *findings, UiFault fault, int node, int other)
{
    if (findings->count < UI_FINDINGS_MAX)
        findings->list[findings->count++] = (UiFinding){fault, node, other};
}

static bool is_good_id(const char *id)
{
    if (!id || !id[0] || strlen(id) >= UI_ID_BYTES_MAX)
        return false;
    for (const char *c = id; *c; c++)
        if (!((*c >= 'a' && *c <= 'z') || (*c >= '0' && *c <= '9') || strchr("._-+", *c)))
            return false;
    return true;
}

static void check_ids(const Ui *ui, Findings *findings)
{
    for (int i = 0; i < ui->count; i++) {
        const UiNode *node = &ui->nodes[i];
        if (ui_is_target(node) && !is_good_id(node->box.id))
            report(findings, FAULT_ID_MISSING, i, UI_NONE);
        int first = ui_find(ui, node->box.id);
        if (first != UI_NONE && first != i)
            report(findings, FAULT_ID_TWICE, i, first);
    }
}

static void check_speech(const Ui *ui, Findings *findings)
{
    UiSpeech speech;
    for (int i = 0; i < ui->count; i++) {
        if (!ui_is_target(&ui->nodes[i]))
            continue;
        ui_speech(ui, i, &speech);
        if (speech.count == 0 || speech.pieces[0].word != WORD_NONE)
            report(findings, FAULT_UNSPOKEN, i, UI_NONE);
    }
}

static void check_room(const Ui *ui, Findings *findings)
{
    for (int i = 0; i < ui->count; i++) {
        if (ui->nodes[i].outside)
            report(findings, FAULT_OUTSIDE, i, ui->nodes[i].parent);
        if (ui->nodes[i].truncated)
            report(findings, FAULT_TRUNCATED, i, UI_NONE);
    }
}

static bool touch(UiRect a, UiRect b)
{
    return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

static bool stands_in(const Ui *ui, int inner, int outer)
{
    for (int i = ui->nodes[inner].parent; i != UI_NONE; i = ui->nodes[i].parent)
        if (i == outer)
            return true;
    return false;
}

static int apart_px(UiRect a, UiRect b)
{
    int right = b.x - (a.x + a.w), left = a.x - (b.x + b.w);
    int below = b.y - (a.y + a.h), above = a.y - (b.y + b.h);
    int across = right > left ? right : left, along = below > above ? below : above;
    return across > along ? across : along;
}

static int gap_needed_px(const Ui *ui, const UiNode *a, const UiNode *b)
{
    const Theme *theme = &ui->settings.theme;
    double mm = LIMIT_GAP_MIN_MM;
    if (a->box.role == ROLE_KEY && b->box.role == ROLE_KEY)
        mm = LIMIT_KEY_GAP_MIN_UM / 1000.0;
    return (int)(mm * theme->panel.px_per_mm);
}

/* Something under a dialog: nobody can hit both. */
static bool is_veiled(const Ui *ui, int below, int above)
{
    for (int i = below + 1; i < above; i++)
        if (ui->nodes[i].box.face == FACE_VEIL)
            return true;
    return false;
}

static void check_pair(const Ui *ui, Findings *findings, int i, int j)
{
    const UiNode *a = &ui->nodes[i], *b = &ui->nodes[j];
    if (stands_in(ui, j, i) || stands_in(ui, i, j))
        return;
    int apart = apart_px(a->rect, b->rect);
    bool exit = a->box.face == FACE_BAR_EXIT || b->box.face == FACE_BAR_EXIT;
    if (touch(a->hit, b->hit))
        report(findings, FAULT_OVERLAP, i, j);
    else if (apart < gap_needed_px(ui, a, b))
        report(findings, FAULT_GAP, i, j);
    int exit_px = (int)(LIMIT_EXIT_GAP_MM * ui->settings.theme.panel.px_per_mm);
    if (exit && apart < exit_px && !is_veiled(ui, i, j))
        report(findings, FAULT_EXIT, i, j);
}

static void check_targets(const Ui *ui, Findings *findings)
{
    for (int i = 0; i < ui->count; i++) {
        const UiNode *node = &ui->nodes[i];
        if (!ui_is_target(node))
            continue;
        int floor = ui_floor_px(ui, node);
        if (node->rect.w < floor || node->rect.h < floor)
            report(findings, FAULT_SMALL, i, UI_NONE);
        if (ui_is_interactive(node) && node->rect.y < ui->settings.theme.reach_px)
            report(findings, FAULT_REACH, i, UI_NONE);
        for (int j = i + 1; j < ui->count; j++)
            if (ui_is_target(&ui->nodes[j]))
                check_pair(ui, findings, i, j);
    }
}

/* 7:1, or 4.5:1 for bold words whose capitals are at least 6 mm. */
static void check_contrast(const Ui *ui, Findings *findings)
{
    const Theme *theme = &ui->settings.theme;
    double bold_px = LIMIT_CAP_BOLD_MIN_UM / 1000.0 * theme->panel.px_per_mm / 0.7251;
    for (int i = 0; i < ui->count; i++) {
        const UiNode *node = &ui->nodes[i];
        if (!node->shown)
            continue;
        bool large = node->font.bold && node->font.size_px >= bold_px;
        int needed = large ? LIMIT_CONTRAST_BOLD_X10 : LIMIT_CONTRAST_TEXT_X10;
        if (theme_contrast_x10(ui_ink(ui, i), ui_ground(ui, i)) < needed)
            report(findings, FAULT_CONTRAST, i, UI_NONE);
    }
}

int ui_check(const Ui *ui, UiFinding list[UI_FINDINGS_MAX])
{
    Findings findings = {.list = list};
    check_ids(ui, &findings);
    check_speech(ui, &findings);
    check_room(ui, &findings);
    check_targets(ui, &findings);
    check_contrast(ui, &findings);
    if (ui->arena_full)
        report(&findings, FAULT_ARENA, UI_NONE, UI_NONE);
    return findings.count;
}

const char *ui_fault_word(UiFault fault)
{
    static const char *const WORDS[FAULT_COUNT] = {
        [FAULT_NONE] = "none",         [FAULT_ID_MISSING] = "id missing",
        [FAULT_ID_TWICE] = "id twice", [FAULT_UNSPOKEN] = "nothing to speak",
        [FAULT_OUTSIDE] = "outside",   [FAULT_TRUNCATED] = "truncated",
        [FAULT_SMALL] = "too small",   [FAULT_OVERLAP] = "hit areas overlap",
        [FAULT_GAP] = "too near",      [FAULT_REACH] = "out of reach",
        [FAULT_EXIT] = "near exit",    [FAULT_CONTRAST] = "contrast",
        [FAULT_ARENA] = "arena full",
    };
    return WORDS[fault];
}
