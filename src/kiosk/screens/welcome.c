/* welcome.c - the first screen: two doors, languages that speak, the phone (mock-up 01).
 * At rest it never wakes: nothing here moves or counts. */
#include "lengths.h"
#include "parts.h"
#include "screens.h"

enum { GREETINGS = 6 };

/* Where the bubbles stand over the hills, from the start and the top of their region. */
typedef struct Spot {
    int start_u, top_u;
    ThemeFace face;
    ThemeInk ink;
} Spot;

static const Spot SPOTS[GREETINGS] = {
    {LENGTH_SPOT_1_START, LENGTH_SPOT_1_TOP, FACE_BUBBLE_START, INK_CORAL_STRONG},
    {LENGTH_SPOT_2_START, LENGTH_SPOT_2_TOP, FACE_BUBBLE_START, INK_TEXT},
    {LENGTH_SPOT_3_START, LENGTH_SPOT_3_TOP, FACE_BUBBLE_START, INK_PETROL_STRONG},
    {LENGTH_SPOT_4_START, LENGTH_SPOT_4_TOP, FACE_BUBBLE_END, INK_PLUM_STRONG},
    {LENGTH_SPOT_5_START, LENGTH_SPOT_5_TOP, FACE_BUBBLE_END, INK_PETROL_STRONG},
    {LENGTH_SPOT_6_START, LENGTH_SPOT_6_TOP, FACE_BUBBLE_END, INK_CORAL_STRONG},
};

static void two_small_lines(const View *view, const char *first, ThemeType type, const char *second)
{
    bool small = view->theme->layout == LAYOUT_SMALL;

    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN});
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT, .type = type, .label = first, .nowrap = true});
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_SMALL,
                              .ink = INK_QUIET,
                              .label = second,
                              .max_w = small ? 0 : LENGTH_WELCOME_HOURS_W,
                              .nowrap = true});
    ui_close(view->ui);
}

static void name_and_phone(const View *view)
{
    const Region *region = content_region(view->content);
    bool tall = view_is_tall(view);
    int start_u = tall ? LENGTH_WELCOME_EDGE : LENGTH_WELCOME_WIDE_EDGE;
    bool small = view->theme->layout == LAYOUT_SMALL;
    int top_u = tall ? LENGTH_WELCOME_TOP : small ? 0 : LENGTH_WELCOME_WIDE_TOP;
    int end_u = tall ? LENGTH_WELCOME_EDGE : 0;

    ui_open(view->ui, (UiBox){.axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .gap = U_M,
                              .min_h = tall ? LENGTH_WELCOME_HEAD_H : LENGTH_WELCOME_HEAD_WIDE_H,
                              .margin = {start_u, top_u, end_u, 0}});
    ui_picture(view->ui, "logo", LENGTH_ICON_LOGO, LENGTH_ICON_LOGO);
    two_small_lines(view, view_str(region->shown_name), TYPE_OPTION, view_str(region->region));
    ui_spacer(view->ui);
    parts_disc(view, "phone", HUE_BLACK, LENGTH_ICON_LOGO);
    two_small_lines(view, view_str(region->phone), TYPE_ROW, view_hours_short(view));
    ui_close(view->ui);
}

static void title(const View *view)
{
    bool tall = view_is_tall(view);
    UiEdges side = {.top = LENGTH_WELCOME_TITLE_TOP};

    if (!tall) {
        bool small = view->theme->layout == LAYOUT_SMALL;
        side = (UiEdges){LENGTH_WELCOME_WIDE_EDGE, small ? 0 : LENGTH_WELCOME_TITLE_WIDE_TOP,
                         LENGTH_WELCOME_WIDE_END, 0};
    }
    ui_leaf(view->ui, (UiBox){.role = ROLE_HEADING,
                              .type = tall ? TYPE_DISPLAY : TYPE_LETTER,
                              .text = tall ? ALIGN_CENTER : ALIGN_START,
                              .label = view_text(view, TEXT_WELCOME_TITLE),
                              .margin = side});
    side.top = 0;
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_CHILD_TEXT_SMALL,
                              .text = tall ? ALIGN_CENTER : ALIGN_START,
                              .label = view_text(view, TEXT_WELCOME_LEAD),
                              .margin = side});
}

/* Landscape shows two, beside the sun. */
static int start_of(const View *view, int at)
{
    if (at == 0 || view_is_tall(view)) {
        return SPOTS[at].start_u;
    }
    return view->theme->layout == LAYOUT_SMALL ? LENGTH_SPOT_SMALL_START : LENGTH_SPOT_WIDE_START;
}

static void greeting(const View *view, int at, const LanguageInfo *language)
{
    const Spot *spot = &SPOTS[at];
    int top_u = view_is_tall(view) ? spot->top_u : LENGTH_SPOT_WIDE_TOP;

    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .face = spot->face,
                              .ink = spot->ink,
                              .label = view_str(language->hello),
                              .lang = view_str(language->code),
                              .state = STATE_SILENT | STATE_LTR,
                              .self = ALIGN_START,
                              .self_y = ALIGN_START,
                              .nowrap = true,
                              .margin = {.start = start_of(view, at), .top = top_u}});
}

/* Calm and contrast have doors only; in landscape large words would lie over the sun. */
bool welcome_has_scene(const App *app)
{
    const AppLook *look = &app->visitor.look;
    bool tall = app->setup.panel.height_px > app->setup.panel.width_px;

    return look->theme == LOOK_LIGHT && (tall || look->size <= TEXT_SIZE_120);
}

/* They belong to the scene. */
static void greetings(const View *view)
{
    int count = welcome_has_scene(view->app) ? content_language_count(view->content) : 0;

    ui_open(view->ui, (UiBox){.axis = AXIS_LAYER, .grow = GROW, .state = STATE_SILENT});
    for (int i = 0; i < count && i < (view_is_tall(view) ? GREETINGS : 2); i++) {
        greeting(view, i, content_language(view->content, i));
    }
    ui_close(view->ui);
}

typedef struct Door {
    const char *id;
    ThemeFace face;
    const char *picture;
    TextKey title, sub;
    UiAction action;
} Door;

/* The words stay on the sign: over the light opening nobody can read them. */
static void door_words(const View *view, const Door *door)
{
    bool large = view->theme->layout == LAYOUT_LANDSCAPE && view->theme->wish.text > TEXT_SIZE_120;

    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN,
                              .justify = ALIGN_CENTER,
                              .h = large ? LENGTH_DOOR_WORDS_LARGE_H : 0,
                              .min_h = LENGTH_DOOR_WORDS_H,
                              .self = ALIGN_STRETCH,
                              .self_y = ALIGN_END,
                              .margin = {.bottom = large ? LENGTH_DOOR_WORDS_LARGE_BOTTOM
                                                         : LENGTH_DOOR_WORDS_BOTTOM}});
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_DOOR,
                              .ink = INK_WHITE,
                              .text = ALIGN_CENTER,
                              .label = view_text(view, door->title)});
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_DOOR_SUB,
                              .ink = INK_WHITE,
                              .text = ALIGN_CENTER,
                              .label = view_text(view, door->sub)});
    ui_close(view->ui);
}

static void door(const View *view, Door item)
{
    bool tall = view_is_tall(view);
    bool small = view->theme->layout == LAYOUT_SMALL;
    int wide_u = small ? LENGTH_DOOR_SMALL_W : LENGTH_DOOR_WIDE_W;
    int high_u = small ? LENGTH_DOOR_SMALL_H : LENGTH_DOOR_WIDE_H;
    int over_u = small ? LENGTH_DOOR_PICTURE_SMALL_TOP : LENGTH_DOOR_PICTURE_WIDE_TOP;
    int picture_u = tall ? LENGTH_DOOR_PICTURE_TOP : over_u;

    ui_open(view->ui, (UiBox){.id = item.id,
                              .role = ROLE_BUTTON,
                              .face = item.face,
                              .axis = AXIS_LAYER,
                              .action = item.action,
                              .w = tall ? U_DOOR_W : wide_u,
                              .h = tall ? U_DOOR_H : high_u});
    ui_leaf(view->ui,
            (UiBox){.role = ROLE_IMAGE,
                    .picture = item.picture,
                    .h = LENGTH_DOOR_PICTURE_H,
                    .self = ALIGN_STRETCH,
                    .self_y = ALIGN_START,
                    .margin = {LENGTH_DOOR_PICTURE_SIDE, picture_u, LENGTH_DOOR_PICTURE_SIDE, 0},
                    .state = STATE_SILENT});
    door_words(view, &item);
    ui_close(view->ui);
}

static void doors(const View *view)
{
    int edge_u = view_is_tall(view) ? LENGTH_WELCOME_DOORS_EDGE : 0;

    ui_open(view->ui, (UiBox){.axis = AXIS_ROW,
                              .justify = ALIGN_BETWEEN,
                              .margin = {.start = edge_u, .end = edge_u}});
    door(view, (Door){"welcome.parent",
                      FACE_DOOR_PARENT,
                      "deur-ouder2",
                      TEXT_WELCOME_PARENT,
                      TEXT_WELCOME_PARENT_SUB,
                      {ACT_PARENT, 0}});
    door(view, (Door){"welcome.child",
                      FACE_DOOR_CHILD,
                      "deur-kind2",
                      TEXT_WELCOME_CHILD,
                      TEXT_WELCOME_CHILD_SUB,
                      {ACT_CHILD, 0}});
    ui_close(view->ui);
}

static void pill(const View *view, Language language)
{
    const LanguageInfo *info = content_language(view->content, language);
    bool chosen = view->app->visitor.language == language;

    ui_leaf(view->ui,
            (UiBox){.id = ui_format(view->ui, "welcome.language.%s", view_str(info->code)),
                    .role = ROLE_CHOICE,
                    .face = FACE_CHIP_LANGUAGE,
                    .icon = "volume",
                    .label = view_str(info->own_name),
                    .lang = view_str(info->code),
                    .action = {ACT_LANGUAGE, language},
                    .h = view_is_tall(view) ? U_LANGUAGE_H : LENGTH_WELCOME_CHIP_WIDE_H,
                    .nowrap = true,
                    .state = chosen ? STATE_SELECTED : 0});
}

static void languages(const View *view)
{
    int count = content_language_count(view->content);
    bool more = false;
    bool tall = view_is_tall(view);
    UiEdges edges = {U_EDGE, LENGTH_WELCOME_CHIPS_TOP, U_EDGE, LENGTH_WELCOME_CHIPS_BOTTOM};

    if (!tall) {
        bool small = view->theme->layout == LAYOUT_SMALL;
        edges = (UiEdges){LENGTH_WELCOME_CHIPS_WIDE_EDGE,
                          small ? LENGTH_WELCOME_CHIPS_SMALL_TOP : LENGTH_WELCOME_CHIPS_WIDE_TOP,
                          LENGTH_WELCOME_CHIPS_WIDE_EDGE, LENGTH_WELCOME_CHIPS_WIDE_BOTTOM};
    }
    ui_open(view->ui, (UiBox){.axis = AXIS_GRID,
                              .columns = LENGTH_WELCOME_COLUMNS,
                              .gap = U_GAP,
                              .min_h = tall ? LENGTH_WELCOME_CHIPS_H : LENGTH_WELCOME_CHIPS_WIDE_H,
                              .margin = edges});
    for (int i = 0; i < count; i++) {
        if (content_language(view->content, i)->on_welcome) {
            pill(view, i);
        } else {
            more = true;
        }
    }
    if (more) {
        parts_button(view, (PartsButton){.id = "welcome.languages",
                                         .face = FACE_CHIP_LANGUAGE,
                                         .icon = "language",
                                         .label = view_text(view, TEXT_WELCOME_MORE),
                                         .action = {ACT_GO, SCREEN_LANGUAGE}});
    }
    ui_close(view->ui);
}

static void left_half(const View *view)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW});
    name_and_phone(view);
    title(view);
    greetings(view);
    ui_close(view->ui);
}

/* Landscape: the words over the hills at the start, the doors at the end, languages below. */
static void wide(const View *view)
{
    bool small = view->theme->layout == LAYOUT_SMALL;

    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW});
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .grow = GROW});
    left_half(view);
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN,
                              .w = small ? LENGTH_WELCOME_DOORS_SMALL_W : LENGTH_WELCOME_DOORS_W,
                              .margin = {.top = LENGTH_DOOR_WIDE_TOP,
                                         .end = small ? LENGTH_WELCOME_DOORS_SMALL_EDGE
                                                      : LENGTH_WELCOME_DOORS_EDGE}});
    doors(view);
    ui_close(view->ui);
    ui_close(view->ui);
    languages(view);
    ui_close(view->ui);
}

void welcome_view(const View *view)
{
    if (!view_is_tall(view)) {
        wide(view);
        return;
    }
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW});
    name_and_phone(view);
    title(view);
    greetings(view);
    doors(view);
    languages(view);
    ui_close(view->ui);
}
