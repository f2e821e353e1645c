/* ask_type.c - what a child types when it asks for a talk: a grown-up's name, a number, its own
 * name (mock-ups 11c, 11d). */
#include "app_ask.h"
#include "board.h"
#include "keyboard.h"
#include "lengths.h"
#include "parts.h"
#include "screens.h"
#include "utf8.h"

enum { LETTER_COLUMNS = 7, LETTER_COLUMNS_LOW = 9, WHOSE = 3 };

/* Hangs a wide panel so high that a child reaches little of it? */
static bool is_low(const View *view)
{
    const Theme *theme = view->theme;

    return !view_is_tall(view) && theme->height_u - theme->reach_u < LENGTH_REACH_LITTLE;
}

/* Beside keys there is no room for the way. */
static void title(const View *view, TextKey text, int step)
{
    if (view_is_tall(view)) {
        board_way(view, step);
    }
    ui_leaf(view->ui, (UiBox){.id = view_id(view, "title"),
                              .role = ROLE_HEADING,
                              .face = FACE_TITLE_CHILD,
                              .type = TYPE_CHILD_TITLE,
                              .label = view_text(view, text)});
}

/* No button inside: it would stand above a child's reach. */
static void field(const View *view, ThemeType type, TextKey words, const char *typed)
{
    unsigned digits = type == TYPE_FIELD_NUMBER ? (unsigned)STATE_LTR : 0U;

    ui_open(view->ui, (UiBox){.face = FACE_FIELD,
                              .axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .margin = {U_3XL, LENGTH_NAMELESS_TOP, U_3XL, 0},
                              .pad = {.end = U_M},
                              .state = digits});
    ui_leaf(view->ui, (UiBox){.id = view_id(view, "field"),
                              .role = ROLE_FIELD,
                              .type = type,
                              .label = view_text(view, words),
                              .value = typed,
                              .grow = GROW,
                              .state = STATE_PRIVATE | STATE_CARET | digits});
    ui_close(view->ui);
}

/* On: dashed until something usable was typed. */
static void go(const View *view, bool ready, int grow, int height_u)
{
    ui_open(view->ui, (UiBox){.id = view_id(view, "go"),
                              .role = ROLE_BUTTON,
                              .face = FACE_GO,
                              .axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .justify = ALIGN_CENTER,
                              .label = view_text(view, TEXT_CHILD_GO),
                              .action = {ACT_ASK_NEXT, 0},
                              .grow = grow,
                              .h = height_u,
                              .state = ready ? 0 : STATE_DISABLED});
    ui_icon(view->ui, "check", U_5XL, ready ? INK_ON_PETROL : INK_DISABLED);
    ui_close(view->ui);
}

/* ---- the grown-up's name ----------------------------------------------------------------- */

/* The grown-up that was chosen. */
static const char *person(const View *view)
{
    int who = view->app->visitor.child.person - 1;

    if (who == APP_ASK_PARENT) {
        return "kaart-wie-mama";
    }
    if (who == APP_ASK_OTHER) {
        return "kaart-wie-iemand-anders";
    }
    return board_reads(view) ? "kaart-wie-mentor" : "kaart-wie-juf";
}

static void person_picture(const View *view)
{
    ui_leaf(view->ui, (UiBox){.role = ROLE_IMAGE,
                              .picture = person(view),
                              .grow = GROW,
                              .self = ALIGN_STRETCH,
                              .margin = {U_EDGE_WIDE, U_GAP_TIGHT, 0, 0},
                              .state = STATE_SILENT});
}

void ask_person_view(const View *view)
{
    bool tall = view_is_tall(view);

    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW});
    ui_open(view->ui, (UiBox){.face = FACE_STAGE,
                              .hue = HUE_LEAF,
                              .axis = tall ? AXIS_COLUMN : AXIS_ROW,
                              .grow = GROW});
    if (!tall) {
        person_picture(view);
    }
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = tall ? 0 : LENGTH_SHARE_PERSON});
    title(view, board_words(view, TEXT_ASK_PERSON, TEXT_ASK_PERSON_READING), APP_ASK_STEP_WHO);
    field(view, TYPE_FIELD, TEXT_ASK_PERSON, view->app->visitor.child.adult);
    ui_close(view->ui);
    if (tall) {
        person_picture(view);
    }
    ui_close(view->ui);
    keyboard_letters(view);
    ui_close(view->ui);
}

/* ---- a number ---------------------------------------------------------------------------- */

static void whose(const View *view, int which, TextKey text)
{
    bool chosen = view->app->visitor.child.whose == which;

    ui_leaf(view->ui, (UiBox){.id = view_id_of(view, "whose", which),
                              .role = ROLE_CHOICE,
                              .face = FACE_OPTION,
                              .type = TYPE_OPTION,
                              .text = ALIGN_CENTER,
                              .justify = ALIGN_CENTER,
                              .label = view_text(view, text),
                              .action = {ACT_ASK_WHOSE, which},
                              .grow = GROW,
                              .min_h = U_TOPIC_BUTTON_H,
                              .pad = {U_S, U_S, U_S, U_M},
                              .state = chosen ? STATE_SELECTED : 0});
}

static void whose_row(const View *view)
{
    static const TextKey texts[WHOSE] = {TEXT_ASK_MINE, TEXT_ASK_OF_PARENT, TEXT_ASK_OF_OTHER};

    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .gap = LENGTH_STEP_GAP});
    for (int i = 0; i < WHOSE; i++) {
        whose(view, i + 1, texts[i]);
    }
    ui_close(view->ui);
}

/* In landscape the check stands on the stage, under what was typed; whose number it is too where
 * the pad takes all that a child reaches. */
static void on_stage(const View *view, bool asks_whose)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .gap = U_GAP, .pad = {U_L, U_L, U_L, U_L}});
    if (asks_whose) {
        whose_row(view);
    }
    go(view, app_typing_phone(view->app) == PHONE_OK, 0, LENGTH_IDLE_STOP_H);
    ui_close(view->ui);
}

/* What we shall say when somebody else picks up: typed words, so it is composed in the Ui alone. */
static void bubble(const View *view)
{
    bool tall = view_is_tall(view);

    ui_open(view->ui, (UiBox){.axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .gap = LENGTH_TOPIC_STEP_GAP,
                              .margin = {U_3XL, LENGTH_GAP_HELP, U_3XL, 0}});
    ui_picture(view->ui, "bel-mij", tall ? LENGTH_ASK_PICTURE_TALL_W : LENGTH_ASK_PICTURE_W,
               tall ? LENGTH_ASK_PICTURE_TALL_H : LENGTH_ASK_PICTURE_H);
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .face = FACE_BUBBLE_SIDE,
                              .type = tall ? TYPE_CHILD_TEXT_SMALL : TYPE_LEAD,
                              .label = view_text(view, TEXT_ASK_WE_SAY_NOTHING),
                              .grow = GROW});
    ui_close(view->ui);
}

void ask_number_view(const View *view)
{
    bool via = app_ask_is_via(view->app);

    parts_body(view);
    board_stage_open(view, HUE_SKY, LENGTH_SHARE_NARROW);
    title(view,
          via ? board_words(view, TEXT_ASK_NUMBER_VIA, TEXT_ASK_NUMBER_VIA_READING)
              : TEXT_ASK_NUMBER,
          APP_ASK_STEP_WHO);
    field(view, TYPE_FIELD_NUMBER, TEXT_ASK_NUMBER, view->app->visitor.child.phone);
    if (!via) {
        bubble(view);
    } else if (view_is_tall(view)) {
        person_picture(view);
    }
    if (!view_is_tall(view)) {
        ui_spacer(view->ui);
        on_stage(view, !via && is_low(view));
    }
    ui_close(view->ui);
    ui_open(view->ui, (UiBox){.face = FACE_CHILD_ACTION,
                              .margin = parts_wide_reach(view),
                              .axis = AXIS_COLUMN,
                              .gap = LENGTH_ROW_PAD,
                              .grow = GROW});
    if (!via && !is_low(view)) {
        whose_row(view);
    }
    keyboard_pad(view);
    if (view_is_tall(view)) {
        go(view, app_typing_phone(view->app) == PHONE_OK, 0, LENGTH_IDLE_STOP_H);
    }
    ui_close(view->ui);
    ui_close(view->ui);
}

/* ---- the child's own name ---------------------------------------------------------------- */

static bool is_vowel(int letter)
{
    return letter == 'a' || letter == 'e' || letter == 'i' || letter == 'o' || letter == 'u';
}

static void letter(const View *view, int which)
{
    uint32_t typed = app_typing_case(&view->app->visitor.typing, (uint32_t)which);

    ui_leaf(view->ui, (UiBox){.id = ui_format(view->ui, "ask_name.key.%c", which),
                              .role = ROLE_KEY,
                              .face = is_vowel(which) ? FACE_LETTER_VOWEL : FACE_LETTER,
                              .label = ui_format(view->ui, "%c", (char)typed),
                              .action = {ACT_KEY, which}});
}

static void backspace(const View *view)
{
    ui_open(view->ui, (UiBox){.id = "ask_name.key.backspace",
                              .role = ROLE_KEY,
                              .face = FACE_LETTER,
                              .axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .justify = ALIGN_CENTER,
                              .label = view_text(view, TEXT_KEY_BACKSPACE),
                              .action = {ACT_KEY_BACKSPACE, 0},
                              .span = is_low(view) ? 1 : 2});
    ui_icon(view->ui, "backspace", U_ICON_PAD, INK_TEXT);
    ui_close(view->ui);
}

static void letters(const View *view)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_GRID,
                              .columns = is_low(view) ? LETTER_COLUMNS_LOW : LETTER_COLUMNS,
                              .gap = U_GAP_TIGHT,
                              .grow = GROW,
                              .state = STATE_LTR});
    for (int which = 'a'; which <= 'z'; which++) {
        letter(view, which);
    }
    backspace(view);
    ui_close(view->ui);
}

static void foot(const View *view)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .gap = U_GAP, .margin = {.top = LENGTH_LEAD_TOP}});
    parts_button(view, (PartsButton){.id = "ask_name.nameless",
                                     .face = FACE_BUTTON,
                                     .icon = "user-off",
                                     .label = view_text(view, TEXT_ASK_NAMELESS),
                                     .action = {ACT_ASK_NAMELESS, 0},
                                     .grow = GROW,
                                     .tight = true,
                                     .height_u = U_CHILD_SEND_H});
    go(view, view->app->visitor.child.name[0] != '\0', LENGTH_SHARE_RETRY, U_CHILD_SEND_H);
    ui_close(view->ui);
}

static void padded_foot(const View *view)
{
    ui_open(view->ui, (UiBox){.pad = {U_L, U_M, U_L, U_M}, .axis = AXIS_COLUMN});
    foot(view);
    ui_close(view->ui);
}

static bool is_arabic(const View *view)
{
    return content_language(view->content, view->app->visitor.language)->rtl;
}

void ask_name_view(const View *view)
{
    parts_body(view);
    board_stage_open(view, HUE_SUN, LENGTH_SHARE_NARROW);
    title(view, TEXT_ASK_NAME, APP_ASK_STEP_NAME);
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_CHILD_TEXT_SMALL,
                              .text = ALIGN_CENTER,
                              .label = view_text(view, TEXT_ASK_NAME_LEAD)});
    field(view, TYPE_LETTER, TEXT_ASK_NAME, view->app->visitor.child.name);
    ui_leaf(view->ui, (UiBox){.role = ROLE_IMAGE,
                              .picture = board_host(view, "stip-listen-ear"),
                              .grow = GROW,
                              .state = STATE_SILENT});
    if (is_arabic(view) && !view_is_tall(view)) {
        padded_foot(view);
    }
    ui_close(view->ui);
    ui_open(view->ui, (UiBox){.face = is_arabic(view) ? FACE_NONE : FACE_CHILD_ACTION,
                              .margin = is_arabic(view) ? (UiEdges){0} : parts_wide_reach(view),
                              .axis = AXIS_COLUMN,
                              .gap = U_GAP_TIGHT,
                              .grow = GROW});
    if (is_arabic(view)) {
        ui_spacer(view->ui);
        if (view_is_tall(view)) {
            padded_foot(view);
        }
        keyboard_letters(view);
    } else {
        letters(view);
        foot(view);
    }
    ui_close(view->ui);
    ui_close(view->ui);
}
