/* call_name.c - callback f: a first name or none, the language to talk in, an interpreter
 * (mock-up 05f). Page 1 has the languages that do not stand on page 0. */
#include "app_talk.h"
#include "lengths.h"
#include "parts.h"
#include "screens.h"

enum { TALK_COLUMNS = 3 };

static void name_row(const View *view)
{
    const AppDraft *draft = &view->app->visitor.draft;
    const char *name = draft->name;
    bool empty = name[0] == '\0', tall = view_is_tall(view);
    bool nameless = empty && draft->nameless;

    ui_open(view->ui, (UiBox){.axis = tall ? AXIS_ROW : AXIS_COLUMN,
                              .gap = U_GAP,
                              .margin = {.top = tall ? 0 : U_L}});
    ui_leaf(view->ui, (UiBox){.id = view_id(view, "name"),
                              .role = ROLE_FIELD,
                              .face = FACE_FIELD,
                              .icon = "keyboard",
                              .label = view_text(view, TEXT_NAME_FIELD),
                              .value = empty ? view_text(view, TEXT_NAME_FIELD) : name,
                              .ink = empty ? INK_QUIET : INK_TEXT,
                              .type = empty ? TYPE_LEAD : TYPE_FIELD,
                              .action = {ACT_GO, SCREEN_CALL_TYPE_NAME},
                              .grow = tall ? LENGTH_SHARE_FIELD : 0,
                              .h = U_FIELD_H,
                              .state = empty ? 0 : STATE_PRIVATE});
    ui_leaf(view->ui, (UiBox){.id = view_id(view, "nameless"),
                              .role = ROLE_CHOICE,
                              .face = nameless ? FACE_BUTTON_PRIMARY : FACE_BUTTON,
                              .icon = nameless ? "check" : "user-off",
                              .label = view_text(view, TEXT_NAME_NONE),
                              .action = {ACT_CALL_NAMELESS, 0},
                              .grow = tall ? GROW : 0,
                              .pad = {.start = U_M, .end = U_M},
                              .h = tall ? U_FIELD_H : 0,
                              .state = nameless ? STATE_SELECTED : 0});
    ui_close(view->ui);
}

static void title(const View *view, TextKey text)
{
    int top_u = view_is_tall(view) ? LENGTH_TALK_TITLE_TOP : 0;

    ui_leaf(view->ui, (UiBox){.role = ROLE_HEADING,
                              .type = TYPE_H2,
                              .label = view_text(view, text),
                              .margin = {LENGTH_TITLE_SIDE, top_u, LENGTH_TITLE_SIDE, 0}});
}

/* In the largest letters a small panel has no room for three rows: as many in a row as fit. */
static bool is_packed(const View *view)
{
    return view->theme->layout == LAYOUT_SMALL && view->theme->wish.text == TEXT_SIZE_175;
}

static void language(const View *view, int row)
{
    bool chosen = app_talk_row(view->app, view->content) == row;
    Str code = app_talk_code(view->content, row);
    int side_u = view_is_tall(view) ? LENGTH_OPTIONAL_SIDE : U_S;

    ui_leaf(view->ui, (UiBox){.id = ui_format(view->ui, "call_name.talk.%s", view_str(code)),
                              .role = ROLE_CHOICE,
                              .face = FACE_LANGUAGE,
                              .type = view_is_tall(view) ? TYPE_ROW : TYPE_CHIP,
                              .text = ALIGN_CENTER,
                              .justify = ALIGN_CENTER,
                              .icon = chosen ? "check" : NULL,
                              .icon_size = LENGTH_ICON_SHIELD,
                              .label = view_str(app_talk_name(view->app, view->content, row)),
                              .lang = view_str(code),
                              .action = {ACT_CALL_LANGUAGE, row},
                              .h = view_is_tall(view) ? LENGTH_TALK_H : 0,
                              .min_h = view_is_tall(view) ? 0 : U_CHIP_H,
                              .min_w = is_packed(view) ? LENGTH_TALK_SMALL_W : 0,
                              .pad = {.start = side_u, .end = side_u},
                              .state = chosen ? STATE_SELECTED : 0});
}

static int sign_row(const View *view)
{
    for (int row = 0; row < app_talk_count(view->content); row++) {
        if (app_talk_is_sign(view->content, row)) {
            return row;
        }
    }
    return -1;
}

static int spoken_count(const View *view)
{
    int count = app_talk_count(view->content);

    return sign_row(view) >= 0 ? count - 1 : count;
}

static void other_button(const View *view, PartsButton button)
{
    button.grow = GROW;
    button.height_u = LENGTH_TALK_OTHER_H;
    parts_button(view, button);
}

/* One language too many for the page has a button of its own; more of them have a page. */
static void more_languages(const View *view)
{
    bool second = app_place(view->app)->page == 1;
    int last = app_talk_count(view->content) - 1;
    bool chosen = app_talk_row(view->app, view->content) == last;

    if (spoken_count(view) == APP_TALK_PAGE_ROWS + 1) {
        other_button(view, (PartsButton){.id = view_id(view, "other"),
                                         .face = FACE_BUTTON,
                                         .choice = true,
                                         .chosen = chosen,
                                         .icon = chosen ? "check" : "plus",
                                         .label = view_text(view, TEXT_NAME_OTHER_LANGUAGE),
                                         .action = {ACT_CALL_LANGUAGE, last}});
    } else if (spoken_count(view) > APP_TALK_PAGE_ROWS) {
        other_button(view,
                     (PartsButton){.id = view_id(view, "other"),
                                   .face = FACE_BUTTON,
                                   .icon = second ? "arrow-left" : "plus",
                                   .label = view_text(view, second ? TEXT_NAME_FIRST_LANGUAGES
                                                                   : TEXT_NAME_OTHER_LANGUAGE),
                                   .action = {ACT_PAGE, second ? 0 : 1},
                                   .mirror = second});
    }
}

/* Sign language, and the languages that stand on no tile. */
static void others(const View *view)
{
    int sign = sign_row(view);
    bool signs = sign >= 0 && app_talk_row(view->app, view->content) == sign;

    if (sign >= 0) {
        other_button(view,
                     (PartsButton){.id = view_id(view, "sign"),
                                   .face = FACE_BUTTON,
                                   .choice = true,
                                   .chosen = signs,
                                   .icon = "hand-finger",
                                   .label = view_str(app_talk_name(view->app, view->content, sign)),
                                   .action = {ACT_CALL_LANGUAGE, sign}});
    }
    more_languages(view);
}

/* Spoken languages [from, to) in the order of the list, sign languages left out. */
static void languages(const View *view, int from, int to)
{
    int seen = 0;

    ui_open(view->ui, (UiBox){.axis = is_packed(view) ? AXIS_WRAP : AXIS_GRID,
                              .columns = TALK_COLUMNS,
                              .gap = U_GAP_TILE});
    for (int row = 0; row < app_talk_count(view->content); row++) {
        if (app_talk_is_sign(view->content, row)) {
            continue;
        }
        if (seen >= from && seen < to) {
            language(view, row);
        }
        seen++;
    }
    if (is_packed(view)) {
        others(view);
    }
    ui_close(view->ui);
}

static void yes(const View *view, bool chosen)
{
    ui_open(view->ui,
            (UiBox){.id = view_id(view, "interpreter.yes"),
                    .role = ROLE_CHOICE,
                    .face = FACE_OPTION,
                    .axis = AXIS_ROW,
                    .align = ALIGN_CENTER,
                    .grow = LENGTH_SHARE_YES,
                    .min_h = view_is_tall(view) ? LENGTH_INTERPRETER_H : LENGTH_TALK_OTHER_H,
                    .action = {ACT_CALL_INTERP, REQUEST_ANSWER_YES},
                    .state = chosen ? STATE_SELECTED : 0});
    parts_disc(view, "headset", HUE_PETROL, LENGTH_DISC_INTERPRETER);
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW});
    ui_text(view->ui, TYPE_ROW, view_text(view, TEXT_NAME_INTERPRETER_YES));
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_NOTE,
                              .ink = INK_QUIET,
                              .label = view_text(view, TEXT_NAME_INTERPRETER_SUB)});
    ui_close(view->ui);
    parts_mark(view, chosen, LENGTH_MARK_INTERPRETER);
    ui_close(view->ui);
}

static void no(const View *view, bool chosen)
{
    ui_leaf(view->ui,
            (UiBox){.id = view_id(view, "interpreter.no"),
                    .role = ROLE_CHOICE,
                    .face = FACE_OPTION,
                    .type = TYPE_ROW,
                    .justify = ALIGN_CENTER,
                    .icon = "x",
                    .icon_size = U_ICON_BUTTON,
                    .label = view_text(view, TEXT_NAME_INTERPRETER_NO),
                    .action = {ACT_CALL_INTERP, REQUEST_ANSWER_NO},
                    .grow = GROW,
                    .min_h = view_is_tall(view) ? LENGTH_INTERPRETER_H : LENGTH_TALK_OTHER_H,
                    .state = chosen ? STATE_SELECTED : 0});
}

static void interpreter(const View *view)
{
    RequestAnswer answer = view->app->visitor.draft.interpreter;

    title(view, TEXT_NAME_INTERPRETER);
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .gap = U_GAP});
    yes(view, answer == REQUEST_ANSWER_YES);
    no(view, answer == REQUEST_ANSWER_NO);
    ui_close(view->ui);
}

static void talk(const View *view)
{
    int from = app_place(view->app)->page == 1 ? APP_TALK_PAGE_ROWS : 0;

    title(view, TEXT_NAME_LANGUAGE);
    languages(view, from, from + APP_TALK_PAGE_ROWS);
    if (!is_packed(view)) {
        ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .gap = U_GAP_TILE});
        others(view);
        ui_close(view->ui);
    }
    if (app_talk_asks_interpreter(view->content, app_talk_row(view->app, view->content))) {
        interpreter(view);
    }
}

/* Landscape: the name under its question, the languages beside them. */
static void wide(const View *view)
{
    parts_side_open(view);
    parts_question(view, SCREEN_CALL_NAME, view_text(view, TEXT_NAME_TITLE),
                   is_packed(view) ? NULL : view_text(view, TEXT_NAME_LEAD));
    name_row(view);
    if (!is_packed(view)) {
        parts_side_picture(view, "stip-soft-wave");
    }
    ui_close(view->ui);
    parts_action(view, 0, U_GAP);
    talk(view);
    ui_close(view->ui);
    parts_side_foot(view);
    parts_next(view, true);
    parts_side_close(view);
}

void call_name_view(const View *view)
{
    if (!view_is_tall(view)) {
        wide(view);
        return;
    }
    parts_body(view);
    parts_read(view);
    parts_question(view, SCREEN_CALL_NAME, view_text(view, TEXT_NAME_TITLE),
                   view_text(view, TEXT_NAME_LEAD));
    ui_close(view->ui);
    parts_action(view, LENGTH_TOP_NAME, U_GAP);
    name_row(view);
    talk(view);
    ui_spacer(view->ui);
    parts_next(view, true);
    ui_close(view->ui);
    ui_close(view->ui);
}
