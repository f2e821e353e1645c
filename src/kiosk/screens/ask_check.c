/* ask_check.c - what a child asked, as pictures, then sending or not; and thanks (mock-ups 11e,
 * 11f). What stands here is visitor.request, the very bytes that are sealed. */
#include "app_ask.h"
#include "board.h"
#include "lengths.h"
#include "parts.h"
#include "refcode.h"
#include "screens.h"

static const Request *request_of(const View *view)
{
    return &view->app->visitor.request;
}

/* ---- the stage: who reads this ----------------------------------------------------------- */

static void line(const View *view, const char *icon, ThemeHue hue, TextKey text)
{
    int side_u = view_is_tall(view) ? U_4XL : U_XXL;

    ui_open(view->ui, (UiBox){.axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .gap = LENGTH_LINE_GAP,
                              .margin = {side_u, 0, side_u, 0}});
    parts_disc(view, icon, hue, LENGTH_DISC_PHONE_HELP);
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_CHILD_TEXT,
                              .label = view_text(view, text),
                              .grow = GROW});
    ui_close(view->ui);
}

static void stage(const View *view)
{
    bool looks = view->app->visitor.picked != 0; /* Verstuur was pressed without a look */

    board_stage_open(view, HUE_LEAF, LENGTH_SHARE_SIDE);
    board_way(view, APP_ASK_STEP_CHECK);
    ui_leaf(view->ui,
            (UiBox){.id = "ask_check.title",
                    .role = ROLE_HEADING,
                    .face = FACE_TITLE_CHILD,
                    .type = TYPE_CHILD_TITLE,
                    .label = view_text(view, looks ? TEXT_TELL_CHECK_LOOK : TEXT_ASK_CHECK),
                    .state = STATE_LIVE});
    ui_spacer(view->ui);
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .gap = U_L});
    line(view, "users", HUE_WHITE, TEXT_ASK_READ_BY);
    line(view, "lifebuoy", HUE_WHITE, TEXT_ASK_DANGER);
    line(view, "messages", HUE_WHITE, TEXT_ASK_TELL_YOU);
    ui_close(view->ui);
    ui_spacer(view->ui);
    ui_close(view->ui);
}

/* ---- the answers ------------------------------------------------------------------------- */

/* "Via een grote mens, vóór woensdag 26 november" */
static const char *how_words(const View *view)
{
    const Request *request = request_of(view);
    TextKey via = board_words(view, TEXT_ASK_VIA, TEXT_ASK_VIA_READING);
    TextKey text = request->how == REQUEST_HOW_VIA ? via : TEXT_ASK_CALL;
    MessageArg args[] = {message_text("how", str_of(view_text(view, text))),
                         message_date("date", request->due)};

    return request->due.year == 0 ? view_text(view, text)
                                  : view_fill(view, TEXT_ASK_BEFORE, args, 2);
}

static const char *who_words(const View *view)
{
    static const TextKey whose[] = {TEXT_ASK_MINE, TEXT_ASK_OF_PARENT, TEXT_ASK_OF_OTHER};
    const AppChild *child = &view->app->visitor.child;
    const Request *request = request_of(view);

    if (request->find[0] == '\0' && request->phone[0] == '\0') {
        return view_text(view, TEXT_CHECK_EMPTY); /* taken away again: Verstuur leads there */
    }
    if (request->how == REQUEST_HOW_VIA) {
        return request->find;
    }
    if (child->whose == 0) {
        return child->phone;
    }
    return ui_format(view->ui, "%s, %s", child->phone, view_text(view, whose[child->whose - 1]));
}

/* The grown-up in between, as in the step where it was chosen; a number has the telephone. */
static const char *who_picture(const Request *request)
{
    static const char *const pictures[APP_ASK_WHO_COUNT] = {"kaart-wie-juf", "kaart-wie-mama",
                                                            "kaart-wie-iemand-anders"};

    for (int i = 0; request->how == REQUEST_HOW_VIA && i < APP_ASK_WHO_COUNT; i++) {
        if (str_equal(str_of(request->with), str_of(app_ask_who_word(i)))) {
            return pictures[i];
        }
    }
    return NULL;
}

/* On one row where two are too tall. */
enum { ANSWERS = 4 };

static UiAction to(ScreenId change)
{
    return (UiAction){ACT_ASK_CHANGE, (int)change};
}

static void answers(const View *view)
{
    const Request *request = request_of(view);
    bool via = request->how == REQUEST_HOW_VIA;
    int about = view->app->visitor.child.about - 1;
    const char *name =
        request->name[0] == '\0' ? view_text(view, TEXT_ASK_NAMELESS) : request->name;

    board_answer(view, (BoardAnswer){"about", board_picture(view, "child-about", about), "dots",
                                     HUE_CORAL, board_label(view, "child-about", about, ""),
                                     to(SCREEN_ASK_ABOUT), 0, 0});
    board_answer(view, (BoardAnswer){"how", via ? "via-grote-mens" : "bel-mij", NULL, HUE_LEAF,
                                     how_words(view), to(SCREEN_ASK_HOW), 0, 0});
    board_answer(view,
                 (BoardAnswer){"who", who_picture(request), "phone", HUE_SUN, who_words(view),
                               to(via ? SCREEN_ASK_PERSON : SCREEN_ASK_NUMBER), STATE_PRIVATE, 0});
    board_answer(view, (BoardAnswer){"name", NULL, "user", HUE_SKY, name, to(SCREEN_ASK_NAME),
                                     STATE_PRIVATE, 0});
}

/* Calling: the very words we say when somebody else picks up. Higher where the
 * screen may shrink: its letters do not. */
static void say(const View *view)
{
    const Request *request = request_of(view);

    if (request->say[0] == '\0') {
        return;
    }
    ui_leaf(view->ui, (UiBox){.id = "ask_check.value.say",
                              .role = ROLE_TEXT,
                              .face = FACE_NOTE,
                              .hue = HUE_SUN,
                              .icon = "phone-call",
                              .label = request->say,
                              .span = UI_SPAN_ALL,
                              .h = view_is_tall(view) ? U_BUTTON_H : LENGTH_SAY_WIDE_H,
                              .state = STATE_PRIVATE});
}

static void send(const View *view)
{
    ui_open(view->ui,
            (UiBox){.axis = AXIS_ROW, .gap = U_GAP, .span = UI_SPAN_ALL, .h = U_CHILD_GO_H});
    parts_button(view, (PartsButton){.id = "ask_check.not",
                                     .face = FACE_BUTTON,
                                     .icon = "x",
                                     .label = view_text(view, TEXT_ASK_NOT),
                                     .action = {ACT_SEND_NOT, 0},
                                     .grow = GROW});
    ui_leaf(view->ui, (UiBox){.id = "ask_check.send",
                              .role = ROLE_BUTTON,
                              .face = FACE_GO_SEND,
                              .icon = "send",
                              .label = view_text(view, TEXT_ASK_SEND),
                              .action = {ACT_SEND, 0},
                              .grow = LENGTH_SHARE_SEND_CHILD,
                              .state = STATE_MIRROR});
    ui_close(view->ui);
}

void ask_check_view(const View *view)
{
    parts_body(view);
    stage(view);
    ui_open(view->ui, (UiBox){.face = FACE_CHILD_ACTION,
                              .margin = parts_wide_reach(view),
                              .axis = AXIS_GRID,
                              .columns = view_tight(view) == 0 ? 2 : ANSWERS,
                              .gap = U_GAP,
                              .grow = GROW});
    answers(view);
    say(view);
    send(view);
    ui_close(view->ui);
    ui_close(view->ui);
}

/* ---- thanks ------------------------------------------------------------------------------ */

static const char *promise(const View *view)
{
    const AppSaved *saved = &view->app->visitor.saved;
    MessageArg date = message_date("date", saved->due);
    TextKey via = board_words(view, TEXT_ASK_DONE_VIA, TEXT_ASK_DONE_VIA_READING);
    TextKey text = saved->how == REQUEST_HOW_VIA ? via : TEXT_ASK_DONE_CALL;

    if (saved->due.year == 0 || saved->told == REQUEST_TOLD_OFFLINE) {
        return view_text(view, TEXT_ASK_DONE_SOON);
    }
    return view_fill(view, text, &date, 1);
}

static const TextKey PICTURES[] = {
#define PICTURE(number, name) TEXT_PICTURE_##number,
#include "pictures.def"
#undef PICTURE
};

static void picture(const View *view, int index)
{
    unsigned number = view->app->visitor.saved.receipt.pictures[index];
    int side_u = view_is_tall(view) ? LENGTH_RECEIPT_CHILD : LENGTH_RECEIPT_CHILD_WIDE;

    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .align = ALIGN_CENTER, .gap = U_S});
    ui_leaf(view->ui, (UiBox){.id = view_id_of(view, "picture", index),
                              .role = ROLE_IMAGE,
                              .face = FACE_PICTURE,
                              .hue = HUE_SUN,
                              .picture = ui_format(view->ui, "bon-%s", refcode_picture(number)),
                              .w = side_u,
                              .h = side_u,
                              .state = STATE_SILENT});
    ui_text(view->ui, TYPE_TILE_WIDE,
            view_text(view, PICTURES[number % (sizeof PICTURES / sizeof PICTURES[0])]));
    ui_close(view->ui);
}

static void receipt(const View *view)
{
    ui_open(view->ui, (UiBox){.face = FACE_PANEL,
                              .axis = AXIS_COLUMN,
                              .align = ALIGN_CENTER,
                              .justify = ALIGN_CENTER,
                              .gap = U_L,
                              .grow = GROW});
    ui_text(view->ui, TYPE_CARD, view_text(view, TEXT_ASK_PICTURES));
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .gap = U_XL});
    for (int i = 0; i < MSG_PICTURES; i++) {
        picture(view, i);
    }
    ui_close(view->ui);
    ui_close(view->ui);
}

static void ring(const View *view)
{
    enum { FULL = 1000 };

    ui_leaf(view->ui, (UiBox){.id = "ask_done.ring",
                              .role = ROLE_PROGRESS,
                              .face = FACE_RING,
                              .icon = "clock",
                              .amount = (int)(app_ring(view->app) * (float)FULL),
                              .w = U_RING,
                              .h = U_RING,
                              .state = STATE_SILENT});
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_SUB,
                              .label = view_text(view, TEXT_ASK_EMPTIES),
                              .grow = GROW});
}

static void foot(const View *view)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .align = ALIGN_CENTER, .gap = U_GAP});
    ring(view);
    parts_button(view, (PartsButton){.id = "ask_done.longer",
                                     .face = FACE_BUTTON,
                                     .icon = "plus",
                                     .label = view_text(view, TEXT_SAVED_LONGER),
                                     .action = {ACT_LONGER, 0},
                                     .grow = GROW,
                                     .tight = true,
                                     .height_u = U_CHILD_GO_H});
    parts_button(view, (PartsButton){.id = "ask_done.done",
                                     .face = FACE_BUTTON_PRIMARY,
                                     .icon = "check",
                                     .label = view_text(view, TEXT_SAVED_DONE),
                                     .action = {ACT_DONE, 0},
                                     .grow = GROW,
                                     .tight = true,
                                     .height_u = U_CHILD_GO_H});
    ui_close(view->ui);
}

void ask_done_view(const View *view)
{
    parts_body(view);
    board_stage_open(view, HUE_LEAF, LENGTH_SHARE_SIDE);
    ui_leaf(view->ui,
            (UiBox){.role = ROLE_IMAGE,
                    .picture = board_reads(view) ? "mensen-tiener-mentor" : "stip-soft-wave",
                    .grow = GROW,
                    .margin = {.top = U_L},
                    .state = STATE_SILENT});
    ui_leaf(view->ui, (UiBox){.id = "ask_done.title",
                              .role = ROLE_HEADING,
                              .type = TYPE_CHILD_TITLE_BIG,
                              .text = ALIGN_CENTER,
                              .label = view_text(view, TEXT_ASK_DONE)});
    ui_leaf(view->ui, (UiBox){.id = "ask_done.promise",
                              .role = ROLE_TEXT,
                              .type = TYPE_CHILD_TEXT,
                              .text = ALIGN_CENTER,
                              .label = promise(view),
                              .margin = {U_3XL, U_GAP_TIGHT, U_3XL, U_3XL}});
    ui_close(view->ui);
    ui_open(view->ui, (UiBox){.face = FACE_CHILD_ACTION,
                              .margin = parts_wide_reach(view),
                              .axis = AXIS_COLUMN,
                              .gap = U_GAP,
                              .grow = GROW});
    receipt(view);
    foot(view);
    ui_close(view->ui);
    ui_close(view->ui);
}
