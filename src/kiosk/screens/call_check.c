/* call_check.c - callback g: every answer, each to be changed, then Verstuur or Toch niet
 * (mock-up 05g). What stands here is visitor.request, the very bytes that are sealed. */
#include "check_words.h"
#include "keyboard.h"
#include "lengths.h"
#include "parts.h"
#include "screens.h"

typedef struct Row {
    const char *id;
    const char *icon;
    ThemeHue hue;
    const char *caption;
    const char *value;
    ScreenId change;
    unsigned state; /* of the value */
    bool whole;     /* stands on one line: a number is checked by its groups */
} Row;

static const Request *request_of(const View *view)
{
    return &view->app->visitor.request;
}

static void change(const View *view, const char *id, const char *of, ScreenId screen)
{
    ui_leaf(view->ui, (UiBox){.id = ui_format(view->ui, "call_check.change.%s", id),
                              .role = ROLE_BUTTON,
                              .face = FACE_CHIP_CHANGE,
                              .icon = "pencil",
                              .label = view_text(view, TEXT_CHECK_CHANGE),
                              .hint = of,
                              .action = {ACT_CALL_CHANGE, (int)screen}});
}

static void row(const View *view, Row item)
{

    ui_open(view->ui, (UiBox){.face = FACE_ROW,
                              .axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .min_h = U_CHECK_ROW_H,
                              .pad = {.top = LENGTH_ROW_PAD, .bottom = LENGTH_ROW_PAD}});
    parts_disc(view, item.icon, item.hue, LENGTH_DISC_ROW);
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW});
    ui_leaf(
        view->ui,
        (UiBox){.role = ROLE_TEXT, .type = TYPE_CAPTION, .ink = INK_QUIET, .label = item.caption});
    ui_leaf(view->ui, (UiBox){.id = ui_format(view->ui, "call_check.value.%s", item.id),
                              .role = ROLE_TEXT,
                              .type = TYPE_VALUE,
                              .label = item.value,
                              .nowrap = item.whole,
                              .state = item.state});
    ui_close(view->ui);
    change(view, item.id, item.caption, item.change);
    ui_close(view->ui);
}

static void reach_row(const View *view)
{
    const Request *request = request_of(view);
    bool mail = request->how == REQUEST_HOW_MAIL;

    const char *number = keyboard_number(view, view->app->visitor.draft.phone);

    row(view,
        (Row){"reach", mail ? "mail" : "phone-call", HUE_CORAL, check_words_reach(view, request),
              mail ? keyboard_shown(view, request->mail) : number, SCREEN_CALL_HOW,
              STATE_PRIVATE | STATE_LTR, !mail});
}

static void rows(const View *view)
{
    const Request *request = request_of(view);

    row(view, (Row){"about", "messages", HUE_LEAF, view_text(view, TEXT_CHECK_ABOUT),
                    check_words_about(view, request), SCREEN_CALL_ABOUT, 0, false});
    if (content_region(view->content)->sector_count > 1) {
        row(view, (Row){"sector", "backpack", HUE_SUN, view_text(view, TEXT_CHECK_SECTOR),
                        check_words_sector(view, request), SCREEN_CALL_SECTOR, 0, false});
    }
    reach_row(view);
    if (request->how == REQUEST_HOW_CALL) {
        row(view, (Row){"when", "calendar-event", HUE_SKY, view_text(view, TEXT_CHECK_WHEN),
                        check_words_when(view, request), SCREEN_CALL_WHEN, 0, false});
    }
    row(view, (Row){"name", "user", HUE_PETROL, view_text(view, TEXT_CHECK_NAME),
                    keyboard_shown(view, check_words_name(view, request)), SCREEN_CALL_NAME,
                    STATE_PRIVATE, false});
    row(view, (Row){"language", "headset", HUE_LEAF, view_text(view, TEXT_CHECK_LANGUAGE),
                    check_words_language(view, request), SCREEN_CALL_NAME, 0, false});
}

/* ---- what may be skipped ----------------------------------------------------------------- */

typedef struct Pair {
    const char *id;
    const char *icon;
    TextKey question, first, second;
    ActKind act;
    int first_arg, second_arg, now;
} Pair;

static void choice(const View *view, const char *id, TextKey text, UiAction action, bool chosen)
{
    ui_leaf(view->ui, (UiBox){.id = id,
                              .role = ROLE_CHOICE,
                              .face = FACE_CHIP_CHOICE,
                              .label = view_text(view, text),
                              .action = action,
                              .min_w = LENGTH_CHOICE_MIN_W,
                              .state = chosen ? STATE_SELECTED : 0});
}

static void open_row(const View *view, const char *icon)
{
    ui_open(view->ui, (UiBox){.face = FACE_ROW_OPEN, .axis = AXIS_ROW, .align = ALIGN_CENTER});
    ui_icon(view->ui, icon, LENGTH_ICON_CHEVRON, INK_PETROL_STRONG);
}

static void pair(const View *view, Pair item)
{
    open_row(view, item.icon);
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_BODY_TIGHT,
                              .label = view_text(view, item.question),
                              .grow = GROW});
    choice(view, ui_format(view->ui, "call_check.%s.first", item.id), item.first,
           (UiAction){(int)item.act, item.first_arg}, item.now == item.first_arg);
    choice(view, ui_format(view->ui, "call_check.%s.second", item.id), item.second,
           (UiAction){(int)item.act, item.second_arg}, item.now == item.second_arg);
    ui_close(view->ui);
}

static void note_row(const View *view)
{
    const char *note = request_of(view)->note;
    bool empty = note[0] == '\0';

    open_row(view, "message-2");
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW});
    ui_text(view->ui, TYPE_BODY_TIGHT, view_text(view, TEXT_NOTE_TITLE));
    ui_leaf(view->ui, (UiBox){.id = "call_check.value.note",
                              .role = ROLE_TEXT,
                              .type = TYPE_MIN,
                              .ink = empty ? INK_QUIET : INK_TEXT,
                              .label = empty ? view_text(view, TEXT_CHECK_NOTE_SUB)
                                             : keyboard_shown(view, note),
                              .state = empty ? 0 : STATE_PRIVATE});
    ui_close(view->ui);
    ui_leaf(view->ui,
            (UiBox){.id = "call_check.note",
                    .role = ROLE_BUTTON,
                    .face = FACE_CHIP_CHOICE,
                    .icon = empty ? "plus" : "pencil",
                    .label = view_text(view, empty ? TEXT_CHECK_WRITE : TEXT_CHECK_CHANGE),
                    .hint = view_text(view, TEXT_NOTE_TITLE),
                    .action = {ACT_CALL_CHANGE, SCREEN_CALL_NOTE}});
    ui_close(view->ui);
}

static void optional(const View *view)
{
    keyboard_reveal(view);
    const Request *request = request_of(view);

    if (view_tight(view) == 0) {
        ui_leaf(view->ui,
                (UiBox){.role = ROLE_HEADING,
                        .type = TYPE_NAME,
                        .ink = INK_QUIET,
                        .label = view_text(view, TEXT_CHECK_OPTIONAL),
                        .margin = {.start = LENGTH_OPTIONAL_SIDE, .top = LENGTH_OPTIONAL_TOP}});
    }
    if (request->how == REQUEST_HOW_CALL) {
        pair(view, (Pair){"voicemail", "device-mobile-message", TEXT_CHECK_VOICEMAIL,
                          TEXT_CHECK_YES, TEXT_CHECK_NO, ACT_CALL_VOICEMAIL, REQUEST_ANSWER_YES,
                          REQUEST_ANSWER_NO, (int)request->voicemail});
        pair(view,
             (Pair){"answer", "users", TEXT_CHECK_ANSWER, TEXT_CHECK_ONLY_ME, TEXT_CHECK_EVERYBODY,
                    ACT_CALL_ANSWER, REQUEST_PICKUP_ME, REQUEST_PICKUP_ALL, (int)request->answer});
    }
    note_row(view);
}

/* ---- sending ----------------------------------------------------------------------------- */

static void privacy(const View *view)
{
    MessageArg days = message_number("days", content_region(view->content)->retention_days);

    if (view->app->visitor.picked != 0) { /* pressed after many touches beside it: app_send.c */
        parts_note(view, HUE_SUN, "eye-check", view_text(view, TEXT_SHARE_FIRST));
        return;
    }
    parts_note(view, HUE_LEAF, "lock", view_fill(view, TEXT_CHECK_PRIVACY, &days, 1));
}

static void send(const View *view)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .gap = U_GAP});
    parts_button(view, (PartsButton){.id = "call_check.not",
                                     .face = FACE_BUTTON,
                                     .label = view_text(view, TEXT_CHECK_NOT),
                                     .action = {ACT_SEND_NOT, 0},
                                     .grow = LENGTH_SHARE_NARROW,
                                     .height_u = U_FLOW_H});
    ui_leaf(view->ui, (UiBox){.id = "call_check.send",
                              .role = ROLE_BUTTON,
                              .face = FACE_BUTTON_CALL,
                              .type = TYPE_BUTTON_SEND,
                              .icon = "send",
                              .icon_place = ICON_END,
                              .label = view_text(view, TEXT_CHECK_SEND),
                              .action = {ACT_SEND, 0},
                              .grow = LENGTH_SHARE_WIDE,
                              .min_h = U_FLOW_H,
                              .state = STATE_MIRROR});
    ui_close(view->ui);
}

static void wide(const View *view)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .grow = GROW});
    ui_open(view->ui, (UiBox){.face = FACE_ACTION,
                              .axis = AXIS_COLUMN,
                              .grow = GROW,
                              .pad = {.start = U_EDGE_WIDE, .end = U_GUTTER_WIDE},
                              .gap = LENGTH_OPTIONAL_SIDE});
    parts_question_row(view, SCREEN_CALL_CHECK, view_text(view, TEXT_CHECK_TITLE));
    rows(view);
    ui_close(view->ui);
    parts_action(view, LENGTH_TOP_PLAIN, LENGTH_STEP_GAP);
    optional(view);
    ui_spacer(view->ui);
    privacy(view);
    send(view);
    ui_close(view->ui);
    ui_close(view->ui);
}

/* Large letters and small panels take two pages: first every answer, then what may be skipped and
 * Verstuur. */
static bool is_paged(const View *view)
{
    const Theme *theme = view->theme;
    bool small = theme->layout == LAYOUT_SMALL;
    bool few = !view_is_tall(view) && theme_u(theme, theme->text_min_px) > LENGTH_MIN_TEXT_ONE_PAGE;

    return small || theme->wish.text > TEXT_SIZE_120 || few || view_tight(view) > 0;
}

static void turn(const View *view)
{
    parts_button(view, (PartsButton){.id = "call_check.next",
                                     .face = FACE_BUTTON_PRIMARY,
                                     .icon = "arrow-right",
                                     .label = view_text(view, TEXT_CALL_NEXT),
                                     .action = {ACT_PAGE, 1},
                                     .height_u = U_FLOW_H,
                                     .after = true,
                                     .mirror = true});
}

static void rest(const View *view)
{
    optional(view);
    ui_spacer(view->ui);
    if (view_is_tall(view) || view_tight(view) == 0) {
        privacy(view);
    }
    send(view);
}

/* A small panel: the question above the answers, so that a number stays on one line. */
static void small_page(const View *view)
{
    ui_open(view->ui, (UiBox){.face = FACE_ACTION,
                              .axis = AXIS_COLUMN,
                              .grow = GROW,
                              .pad = {.start = U_EDGE_WIDE, .end = U_EDGE_WIDE},
                              .gap = LENGTH_OPTIONAL_SIDE});
    parts_question_row(view, SCREEN_CALL_CHECK, view_text(view, TEXT_CHECK_TITLE));
    ui_open(view->ui, (UiBox){.axis = AXIS_GRID, .columns = 2, .gap = U_GAP_TILE, .grow = GROW});
    rows(view);
    ui_close(view->ui);
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .gap = U_GAP_TILE});
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = LENGTH_SHARE_NARROW});
    turn(view);
    ui_close(view->ui);
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = LENGTH_SHARE_WIDE});
    ui_close(view->ui);
    ui_close(view->ui);
    ui_close(view->ui);
}

/* Landscape with large letters: the answers beside the question, then the rest. */
static void wide_page(const View *view, bool second)
{
    parts_side_open(view);
    parts_question(view, SCREEN_CALL_CHECK, view_text(view, TEXT_CHECK_TITLE), NULL);
    if (second && view_tight(view) > 0) {
        ui_spacer(view->ui);
        privacy(view);
    }
    ui_close(view->ui);
    parts_action(view, 0, LENGTH_OPTIONAL_SIDE);
    if (second) {
        rest(view);
    } else {
        bool high = view->theme->layout == LAYOUT_LANDSCAPE;
        ui_open(
            view->ui,
            (UiBox){.axis = AXIS_GRID, .columns = high ? 1 : 2, .gap = U_GAP_TILE, .grow = GROW});
        rows(view);
        ui_close(view->ui);
    }
    ui_close(view->ui);
    parts_side_foot(view);
    if (!second) {
        turn(view);
    }
    parts_side_close(view);
}

void call_check_view(const View *view)
{
    bool second = is_paged(view) && app_place(view->app)->page > 0;

    if (view->theme->layout == LAYOUT_SMALL && view->theme->wish.text <= TEXT_SIZE_120 && !second) {
        small_page(view);
        return;
    }
    if (!view_is_tall(view) && is_paged(view)) {
        wide_page(view, second);
        return;
    }
    if (!view_is_tall(view)) {
        wide(view);
        return;
    }
    parts_body(view);
    parts_read(view);
    parts_question(view, SCREEN_CALL_CHECK, view_text(view, TEXT_CHECK_TITLE), NULL);
    ui_close(view->ui);
    parts_action(view, LENGTH_TOP_PLAIN, LENGTH_GAP_CHECK);
    if (!second) {
        rows(view);
    }
    if (is_paged(view) && !second) {
        ui_spacer(view->ui);
        turn(view);
    } else {
        rest(view);
    }
    ui_close(view->ui);
    ui_close(view->ui);
}
