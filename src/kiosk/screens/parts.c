/* parts.c - see parts.h. */
#include "parts.h"

#include "app_call.h"
#include "lengths.h"

/* ---- regions ----------------------------------------------------------------------------- */

void parts_body(const View *view)
{
    ui_open(view->ui, (UiBox){.axis = view_is_tall(view) ? AXIS_COLUMN : AXIS_ROW, .grow = GROW});
}

int parts_reach(const View *view)
{
    int height_u = view->theme->wish.low ? LENGTH_LOW_READ_H : 0;

    if (!view_is_tall(view)) {
        return 0;
    }
    return view->theme->reach_u > height_u ? view->theme->reach_u : height_u;
}

UiEdges parts_wide_reach(const View *view)
{
    return (UiEdges){.top = view_is_tall(view) ? 0 : view->theme->reach_u + UI_STEADY};
}

int parts_read_height(const View *view)
{
    int height_u = parts_reach(view);

    return height_u > 0 && height_u == view->theme->reach_u ? height_u + UI_STEADY : height_u;
}

void parts_read(const View *view)
{
    int grow = view_is_tall(view) ? 0 : LENGTH_SHARE_SIDE;

    ui_open(view->ui, (UiBox){.face = FACE_READ,
                              .axis = AXIS_COLUMN,
                              .grow = grow,
                              .min_h = parts_read_height(view)});
}

void parts_action(const View *view, int top_u, int gap_u)
{
    ui_open(view->ui, (UiBox){.face = FACE_ACTION,
                              .axis = AXIS_COLUMN,
                              .grow = GROW,
                              .gap = gap_u,
                              .pad = {.top = top_u},
                              .margin = parts_wide_reach(view)});
}

void parts_title(const View *view, TextKey title, const char *lead)
{
    ui_heading(view->ui, TYPE_H1, view_text(view, title));
    if (lead != NULL) {
        ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                                  .type = TYPE_LEAD,
                                  .ink = INK_QUIET,
                                  .label = lead,
                                  .margin = {.top = LENGTH_LEAD_TOP}});
    }
}

static void step_bar(const View *view, ThemeFace face)
{
    ui_leaf(view->ui,
            (UiBox){.face = face, .h = U_STEP_BAR_H, .grow = GROW, .state = STATE_SILENT});
}

static void stepper(const View *view, int now, int count)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .grow = GROW, .gap = LENGTH_STEP_GAP});
    for (int i = 0; i < count; i++) {
        step_bar(view, i < now ? FACE_STEP_DONE : i == now ? FACE_STEP_NOW : FACE_STEP_TODO);
    }
    ui_close(view->ui);
}

static void step_words(const View *view, int now, int count)
{
    const char *words = view_fill(
        view, TEXT_CALL_STEP,
        (MessageArg[]){message_number("now", now + 1), message_number("count", count)}, 2);

    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_MIN_BOLD,
                              .ink = INK_QUIET,
                              .nowrap = true,
                              .label = words});
}

/* The row of steps with "3 van 7" behind it. */
static void progress(const View *view, ScreenId step)
{
    ScreenId steps[APP_CALL_STEPS_MAX];
    int count = app_call_steps(view->app, view->content, steps);
    int now = 0;

    while (now + 1 < count && steps[now] != step) {
        now++;
    }
    stepper(view, now, count);
    step_words(view, now, count);
}

void parts_question_row(const View *view, ScreenId step, const char *title)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .align = ALIGN_CENTER, .gap = LENGTH_HEAD_GAP});
    ui_leaf(view->ui,
            (UiBox){.role = ROLE_HEADING, .type = TYPE_H1, .nowrap = true, .label = title});
    progress(view, step);
    ui_close(view->ui);
}

void parts_question(const View *view, ScreenId step, const char *title, const char *lead)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .align = ALIGN_CENTER, .gap = LENGTH_HEAD_GAP});
    progress(view, step);
    ui_close(view->ui);
    ui_leaf(view->ui, (UiBox){.role = ROLE_HEADING,
                              .type = TYPE_H1,
                              .label = title,
                              .margin = {.top = LENGTH_TITLE_TOP}});
    if (lead != NULL) {
        ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                                  .type = TYPE_LEAD,
                                  .ink = INK_QUIET,
                                  .label = lead,
                                  .margin = {.top = LENGTH_LEAD_TOP}});
    }
}

int parts_edge(const View *view)
{
    return view_is_tall(view) ? U_EDGE_READ : U_EDGE_WIDE;
}

void parts_side_picture(const View *view, const char *picture)
{
    if (view_is_tall(view)) {
        return;
    }
    if (view->theme->wish.look == LOOK_CALM) {
        ui_spacer(view->ui);
        return;
    }
    ui_leaf(view->ui, (UiBox){.role = ROLE_IMAGE,
                              .picture = picture,
                              .grow = GROW,
                              .self = ALIGN_STRETCH,
                              .margin = {.top = U_L, .bottom = U_L},
                              .state = STATE_SILENT});
}

/* Where everything has shrunk and still does not fit, words keep a width of their own. */
static int side_w(const View *view)
{
    if (view->theme->layout != LAYOUT_SMALL) {
        return LENGTH_STEP_SIDE_W;
    }
    return view_tight(view) == 0 ? LENGTH_STEP_SIDE_SMALL_W : UI_STEADY + LENGTH_STEP_SIDE_TIGHT_W;
}

void parts_side_open(const View *view)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_LAYER, .grow = GROW});
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW});
    ui_open(view->ui, (UiBox){.face = FACE_READ,
                              .axis = AXIS_COLUMN,
                              .w = side_w(view),
                              .pad = {.bottom = U_FOOT_WIDE + U_FLOW_H}});
}

void parts_side_foot(const View *view)
{
    ui_close(view->ui);
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN,
                              .self = ALIGN_START,
                              .self_y = ALIGN_END,
                              .w = side_w(view),
                              .pad = {U_EDGE_WIDE, 0, U_GUTTER_WIDE, U_FOOT_WIDE},
                              .state = STATE_APART});
}

void parts_side_close(const View *view)
{
    ui_close(view->ui);
    ui_close(view->ui);
}

void parts_step_open(const View *view, PartsStep step)
{
    if (view_is_tall(view)) {
        parts_body(view);
        parts_read(view);
        parts_question(view, step.screen, step.title, step.lead);
        ui_close(view->ui);
        parts_action(view, step.top_u, step.gap_u);
        return;
    }
    parts_side_open(view);
    parts_question(view, step.screen, step.title, step.lead);
    parts_side_picture(view, step.picture);
    ui_close(view->ui);
    parts_action(view, 0, step.gap_u);
}

void parts_step_close(const View *view, bool ready)
{
    if (view_is_tall(view)) {
        parts_next(view, ready);
        ui_close(view->ui);
        ui_close(view->ui);
        return;
    }
    ui_close(view->ui);
    parts_side_foot(view);
    parts_next(view, ready);
    parts_side_close(view);
}

/* ---- small pieces ------------------------------------------------------------------------ */

static void grounded_icon(const View *view, UiBox box, int size_u)
{
    box.role = ROLE_IMAGE;
    box.w = size_u;
    box.h = size_u;
    box.icon_size = size_u * LENGTH_ICON_OF_BLOB_PERCENT / GROW;
    box.state |= STATE_SILENT;
    ui_leaf(view->ui, box);
}

void parts_blob(const View *view, const char *icon, ThemeHue hue, int size_u)
{
    grounded_icon(view, (UiBox){.face = FACE_BLOB, .hue = hue, .icon = icon}, size_u);
}

void parts_disc(const View *view, const char *icon, ThemeHue hue, int size_u)
{
    grounded_icon(view, (UiBox){.face = FACE_BLOB_ROUND, .hue = hue, .icon = icon}, size_u);
}

void parts_mark(const View *view, bool chosen, int size_u)
{
    grounded_icon(view,
                  (UiBox){.face = chosen ? FACE_MARK : FACE_RADIO, .icon = chosen ? "check" : NULL},
                  size_u);
}

void parts_button(const View *view, PartsButton button)
{
    int side_u = button.tight ? U_M : 0;
    unsigned state = (button.mirror ? STATE_MIRROR : 0U) | (button.chosen ? STATE_SELECTED : 0U);

    ui_leaf(view->ui, (UiBox){.id = button.id,
                              .role = button.choice ? ROLE_CHOICE : ROLE_BUTTON,
                              .face = button.chosen ? FACE_BUTTON_PRIMARY : button.face,
                              .type = button.type,
                              .icon = button.icon,
                              .icon_place = button.after ? ICON_END : ICON_DEFAULT,
                              .label = button.label,
                              .action = button.action,
                              .grow = button.grow,
                              .min_h = button.height_u,
                              .pad = {.start = side_u, .end = side_u},
                              .state = state});
}

void parts_next(const View *view, bool ready)
{
    ui_leaf(view->ui, (UiBox){.id = view_id(view, "next"),
                              .role = ROLE_BUTTON,
                              .face = FACE_BUTTON_PRIMARY,
                              .type = TYPE_BUTTON_FLOW,
                              .icon = "arrow-right",
                              .icon_place = ICON_END,
                              .label = view_text(view, TEXT_CALL_NEXT),
                              .action = {ACT_CALL_NEXT, 0},
                              .min_h = U_FLOW_H,
                              .state = STATE_MIRROR | (ready ? 0U : (unsigned)STATE_DISABLED)});
}

void parts_note(const View *view, ThemeHue hue, const char *icon, const char *label)
{
    ui_leaf(
        view->ui,
        (UiBox){.role = ROLE_TEXT, .face = FACE_NOTE, .hue = hue, .icon = icon, .label = label});
}

void parts_line(const View *view, ThemeHue hue, const char *icon, const char *label)
{
    ui_open(view->ui,
            (UiBox){.axis = AXIS_ROW, .align = ALIGN_CENTER, .gap = LENGTH_TOPIC_STEP_GAP});
    parts_disc(view, icon, hue, LENGTH_DISC_LINE);
    ui_leaf(view->ui,
            (UiBox){.role = ROLE_TEXT, .type = TYPE_BODY_LIST, .label = label, .grow = GROW});
    ui_close(view->ui);
}

/* ---- cards ------------------------------------------------------------------------------- */

static void two_lines(const View *view, PartsChoice choice)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW, .justify = ALIGN_CENTER});
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT, .type = TYPE_HERO, .label = choice.title});
    if (choice.sub != NULL) {
        ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                                  .type = TYPE_BODY_LIST,
                                  .ink = INK_QUIET,
                                  .label = choice.sub});
    }
    ui_close(view->ui);
}

void parts_choice(const View *view, PartsChoice choice)
{
    ui_open(view->ui, (UiBox){.id = choice.id,
                              .role = ROLE_CHOICE,
                              .face = FACE_OPTION,
                              .axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .gap = LENGTH_CHOICE_GAP,
                              .grow = GROW,
                              .action = choice.action,
                              .state = choice.chosen ? STATE_SELECTED : 0});
    parts_blob(view, choice.icon, choice.hue, U_BLOB_BIG);
    two_lines(view, choice);
    parts_mark(view, choice.chosen, LENGTH_MARK_BIG);
    ui_close(view->ui);
}

void parts_call(const View *view, PartsHero hero)
{
    ui_open(view->ui, (UiBox){.id = hero.id,
                              .role = ROLE_BUTTON,
                              .face = FACE_HERO,
                              .axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .min_h = hero.height_u,
                              .action = {ACT_CALL_START, 0}});
    parts_disc(view, "phone-call", HUE_BLACK, LENGTH_DISC_PHONE);
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW});
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_HERO,
                              .ink = INK_ON_CORAL,
                              .label = view_text(view, hero.title)});
    ui_leaf(view->ui,
            (UiBox){.role = ROLE_TEXT, .type = TYPE_SUB, .ink = INK_ON_CORAL, .label = hero.sub});
    ui_close(view->ui);
    ui_leaf(view->ui, (UiBox){.role = ROLE_IMAGE,
                              .icon = "chevron-right",
                              .w = LENGTH_ICON_CHEVRON,
                              .h = LENGTH_ICON_CHEVRON,
                              .icon_size = LENGTH_ICON_CHEVRON,
                              .ink = INK_ON_CORAL,
                              .state = STATE_MIRROR | STATE_SILENT});
    ui_close(view->ui);
}

const char *parts_promise(const View *view)
{
    MessageArg days = message_number("days", content_region(view->content)->promise_workdays);

    return view_fill(view, TEXT_CALL_PROMISE, &days, 1);
}

void parts_phone(const View *view)
{
    ui_open(view->ui, (UiBox){.face = FACE_PANEL,
                              .axis = AXIS_COLUMN,
                              .align = ALIGN_CENTER,
                              .gap = LENGTH_STEP_GAP,
                              .pad = {U_XXL, U_XXL, U_XXL, U_XXL}});
    parts_disc(view, "phone", HUE_BLACK, LENGTH_DISC_PHONE_BIG);
    ui_text(view->ui, TYPE_H2, view_text(view, TEXT_FAIL_CALL));
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_NUMBER_BIG,
                              .ink = INK_PETROL_STRONG,
                              .text = ALIGN_CENTER,
                              .nowrap = true,
                              .label = view_str(content_region(view->content)->phone),
                              .state = STATE_LTR});
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_LEAD,
                              .text = ALIGN_CENTER,
                              .label = view_hours(view)});
    ui_close(view->ui);
}
