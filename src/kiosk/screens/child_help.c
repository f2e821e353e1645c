/* child_help.c - a child's Hulp: danger first, then people on the phone (mock-up 12). Silent until
 * asked, nothing stored, nothing counted, no request from here. */
#include "lengths.h"
#include "parts.h"
#include "screens.h"

static bool is_large(const View *view)
{
    return view->theme->layout == LAYOUT_LANDSCAPE && view->theme->wish.text > TEXT_SIZE_120;
}

/* In large letters who reads has the room of the picture; who does not read keeps it. */
static bool has_picture(const View *view)
{
    return !is_large(view) || view->app->visitor.mode != APP_MODE_READING;
}

static const char *number_of(const View *view, Str id)
{
    const Fact *fact = content_fact(view->content, id);
    Date today;

    (void)app_today(view->app, &today);
    return fact != NULL && content_fact_is_shown(fact, today) ? view_str(fact->text) : NULL;
}

static void danger_words(const View *view, bool beside_picture)
{
    const char *number = number_of(view, STR("noodnummer"));
    bool reads = view->app->visitor.mode == APP_MODE_READING;

    ui_open(
        view->ui,
        (UiBox){.axis = AXIS_COLUMN, .grow = beside_picture ? GROW : 0, .gap = LENGTH_STEP_GAP});
    ui_leaf(view->ui, (UiBox){.role = ROLE_HEADING,
                              .type = TYPE_H1,
                              .ink = INK_ON_RED,
                              .nowrap = true,
                              .label = view_text(view, TEXT_CHILD_HELP_DANGER)});
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_H2,
                              .ink = INK_ON_RED,
                              .label = view_text(view, reads ? TEXT_CHILD_HELP_SHOUT_READING
                                                             : TEXT_CHILD_HELP_SHOUT)});
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .align = ALIGN_CENTER, .gap = LENGTH_HELP_TOP});
    ui_icon(view->ui, "phone-call", LENGTH_ICON_112, INK_ON_RED);
    if (number != NULL) {
        ui_leaf(view->ui, (UiBox){.id = "child_help.112",
                                  .role = ROLE_TEXT,
                                  .type = TYPE_NUMBER_HELP,
                                  .ink = INK_ON_RED,
                                  .label = number,
                                  .state = STATE_LTR});
    }
    ui_close(view->ui);
    ui_close(view->ui);
}

static void danger_picture(const View *view, UiBox box)
{
    box.role = ROLE_IMAGE;
    box.face = FACE_PICTURE;
    box.hue = HUE_WHITE;
    box.picture = "gevaar-roep-grote-mens";
    box.state = STATE_SILENT;
    ui_leaf(view->ui, box);
}

static void danger(const View *view)
{
    UiEdges tall = {LENGTH_DANGER_SIDE, LENGTH_DANGER_SIDE, LENGTH_DANGER_SIDE, 0};

    ui_open(view->ui, (UiBox){.face = FACE_PANEL_DANGER,
                              .axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .min_h = LENGTH_DANGER_H,
                              .grow = view_is_tall(view) ? 0 : GROW,
                              .margin = view_is_tall(view) ? tall : (UiEdges){0}});
    danger_words(view, true);
    if (has_picture(view)) {
        danger_picture(
            view,
            (UiBox){.w = LENGTH_DANGER_PICTURE, .h = LENGTH_DANGER_PICTURE, .self = ALIGN_END});
    }
    ui_close(view->ui);
}

/* Alone beside the numbers: the words, and the picture as large as there is room. */
static void danger_alone(const View *view)
{
    ui_open(view->ui,
            (UiBox){.face = FACE_PANEL_DANGER, .axis = AXIS_COLUMN, .gap = U_L, .grow = GROW});
    danger_words(view, false);
    danger_picture(view, (UiBox){.grow = GROW});
    ui_close(view->ui);
}

typedef struct Line {
    const char *fact;
    const char *icon;
    ThemeHue hue;
    TextKey title, text;
} Line;

/* "nu open", "altijd open", "vanaf 11.00 uur": only what the clock can tell. */
static const char *open_words(const View *view, const Fact *fact, bool open)
{
    MessageArg from = message_time("from", fact->hours_count > 0 ? fact->hours[0].from_minutes : 0);

    if (fact->hours_count == 0) {
        return view_text(view, TEXT_CHILD_HELP_ALWAYS);
    }
    return open ? view_text(view, TEXT_CHILD_HELP_OPEN)
                : view_fill(view, TEXT_CHILD_HELP_CLOSED, &from, 1);
}

static void open_tag(const View *view, Str id)
{
    const Fact *fact = content_fact(view->content, id);
    bool open = content_fact_is_open(fact, when_local(view->app->now.utc_s));

    if (fact->hours_count > 0 && view->app->now.clock != REQUEST_CLOCK_OK) {
        return;
    }
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .face = FACE_TAG,
                              .hue = open ? HUE_LEAF : HUE_SAND,
                              .icon = "clock",
                              .label = open_words(view, fact, open),
                              .nowrap = true,
                              .min_h = LENGTH_OPEN_TAG_H,
                              .margin = {.top = view_is_tall(view) ? 0 : U_S},
                              .self = ALIGN_START});
}

/* Above and below the words of a line. */
static int above_u(const View *view)
{
    return view_tight(view) == UI_TIGHT_MAX ? UI_ZERO : LENGTH_GAP_HELP;
}

/* Where there is little height the tag stands beside its number. */
static bool tag_beside(const View *view)
{
    return view->theme->layout == LAYOUT_SMALL || is_large(view) ||
           (!view_is_tall(view) && view_tight(view) > 0);
}

/* On a small panel the words have their least millimetres: a number is still larger. */
static ThemeType number_type(const View *view)
{
    if (view->theme->layout == LAYOUT_SMALL) {
        return TYPE_LETTER;
    }
    return !view_is_tall(view) && view_tight(view) > 0 ? TYPE_H2 : TYPE_CHILD_TITLE;
}

static void line(const View *view, Line item)
{
    const char *number = number_of(view, str_of(item.fact));

    if (number == NULL) {
        return;
    }
    ui_open(view->ui,
            (UiBox){.face = FACE_PANEL,
                    .axis = AXIS_ROW,
                    .align = ALIGN_CENTER,
                    .gap = LENGTH_LINE_GAP,
                    .grow = GROW,
                    .pad = {LENGTH_LINE_GAP, above_u(view), LENGTH_LINE_GAP, above_u(view)}});
    parts_blob(view, item.icon, item.hue, LENGTH_BLOB_LINE_HELP);
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW});
    bool beside = tag_beside(view);

    ui_text(view->ui, TYPE_CARD, view_text(view, item.title));
    ui_open(view->ui, (UiBox){.axis = AXIS_WRAP, .align = ALIGN_CENTER, .gap = LENGTH_LINE_GAP});
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = number_type(view),
                              .ink = INK_PETROL_STRONG,
                              .label = number,
                              .nowrap = true,
                              .state = STATE_LTR});
    if (beside) {
        open_tag(view, str_of(item.fact));
    }
    ui_close(view->ui);
    ui_text(view->ui, TYPE_SUB, view_text(view, item.text));
    if (!view_is_tall(view) && !beside) {
        open_tag(view, str_of(item.fact));
    }
    ui_close(view->ui);
    if (view_is_tall(view)) {
        open_tag(view, str_of(item.fact));
    }
    ui_close(view->ui);
}

static void no_phone(const View *view)
{
    ui_open(view->ui,
            (UiBox){.face = FACE_PANEL,
                    .axis = AXIS_ROW,
                    .align = ALIGN_CENTER,
                    .gap = LENGTH_LINE_GAP,
                    .grow = LENGTH_SHARE_NARROW,
                    .pad = {LENGTH_LINE_GAP, above_u(view), LENGTH_LINE_GAP, above_u(view)}});
    parts_blob(view, "users", HUE_LEAF, LENGTH_BLOB_LINE_HELP);
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW});
    ui_text(view->ui, TYPE_CARD, view_text(view, TEXT_CHILD_HELP_NO_PHONE));
    ui_text(view->ui, TYPE_CHILD_TEXT_SMALL, view_text(view, TEXT_CHILD_HELP_ASK));
    ui_close(view->ui);
    ui_close(view->ui);
}

static void lines(const View *view)
{
    bool reads = view->app->visitor.mode == APP_MODE_READING;

    ui_leaf(view->ui, (UiBox){.role = ROLE_HEADING,
                              .type = TYPE_BUTTON_FLOW,
                              .label = view_text(view, TEXT_CHILD_HELP_NO_DANGER),
                              .margin = {.start = LENGTH_GAP_HELP, .end = LENGTH_GAP_HELP}});
    line(view, (Line){"kindertelefoon", "message-circle-heart", HUE_SKY, TEXT_CHILD_HELP_TALK,
                      reads ? TEXT_CHILD_HELP_TALK_READING : TEXT_CHILD_HELP_TALK_SUB});
    line(view, (Line){"veilig-thuis", "home-heart", HUE_CORAL, TEXT_CHILD_HELP_HOME,
                      TEXT_CHILD_HELP_HOME_SUB});
    if (reads) {
        line(view, (Line){"praten-over-zelfdoding", "message-circle-heart", HUE_PLUM,
                          TEXT_CHILD_HELP_113, TEXT_CHILD_HELP_113_SUB});
    }
}

/* For who has no phone, and for who cannot read this. */
static void without(const View *view)
{
    if (view->app->setup.staffed) {
        no_phone(view);
    }
    if (view->app->setup.audio) {
        ui_leaf(view->ui, (UiBox){.id = "child_help.read",
                                  .role = ROLE_BUTTON,
                                  .face = FACE_BUTTON_SUN,
                                  .icon = "ear",
                                  .label = view_text(view, TEXT_CHILD_HELP_READ),
                                  .action = {ACT_READ, 0},
                                  .min_h = LENGTH_READ_ALOUD_H});
    }
}

static void tall_view(const View *view)
{
    danger(view);
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN,
                              .grow = GROW,
                              .gap = U_GAP,
                              .pad = {U_EDGE, LENGTH_GAP_HELP, U_EDGE, LENGTH_GAP_HELP}});
    lines(view);
    without(view);
    ui_close(view->ui);
}

/* Beside each other: danger with what needs no number under it, and the numbers. */
static void wide_view(const View *view)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN,
                              .grow = GROW,
                              .gap = U_GAP,
                              .margin = {U_EDGE_WIDE, U_TOP_WIDE, 0, U_FOOT_WIDE}});
    if (view->app->setup.staffed || view->app->setup.audio) {
        danger(view);
        without(view);
    } else {
        danger_alone(view);
    }
    ui_close(view->ui);
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN,
                              .grow = GROW,
                              .gap = U_GAP,
                              .pad = {U_EDGE, above_u(view), U_EDGE, above_u(view)}});
    lines(view);
    ui_close(view->ui);
}

void child_help_view(const View *view)
{
    bool tall = view_is_tall(view);

    ui_open(view->ui, (UiBox){.axis = tall ? AXIS_COLUMN : AXIS_ROW, .grow = GROW});
    if (tall) {
        tall_view(view);
    } else {
        wide_view(view);
    }
    ui_close(view->ui);
}
