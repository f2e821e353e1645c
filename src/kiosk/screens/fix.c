/* fix.c - "Klopt iets niet?": which page, what is the matter, own words, and sending it; then
 * thanks with the ways to reach the editor. One screen is form and check: visitor.fault stands on
 * it, the very bytes that are sealed. For parents and for children who read. */
#include "keyboard.h"
#include "lengths.h"
#include "parts.h"
#include "screens.h"
#include "share_parts.h"

typedef struct Choice {
    SignalFault fault;
    const char *id;
    const char *icon;
    TextKey text;
} Choice;

static const Choice CHOICES[] = {
    {SIGNAL_FAULT_WRONG, "fix.wrong", "alert-triangle", TEXT_FIX_WRONG},
    {SIGNAL_FAULT_MISSING, "fix.missing", "search", TEXT_FIX_MISSING},
    {SIGNAL_FAULT_UNCLEAR, "fix.unclear", "help-circle", TEXT_FIX_UNCLEAR},
};

static const SignalFix *fault_of(const View *view)
{
    return &view->app->visitor.fault;
}

static bool is_child(const View *view)
{
    AppMode mode = view->app->visitor.mode;

    return mode == APP_MODE_YOUNG || mode == APP_MODE_READING;
}

/* What goes along without being chosen, and who reads it. */
static void along(const View *view)
{
    const SignalFix *fault = fault_of(view);

    ui_leaf(view->ui, (UiBox){.id = "fix.value.along",
                              .role = ROLE_TEXT,
                              .type = TYPE_NOTE,
                              .ink = INK_QUIET,
                              .label = share_parts_along(view, fault->lang, fault->week),
                              .margin = {.start = LENGTH_OPTIONAL_SIDE, .bottom = U_S}});
    share_parts_reads(view, TEXT_FIX_PRIVACY);
}

/* ---- the form ---------------------------------------------------------------------------- */

static void head(const View *view)
{
    Language lang = LANGUAGE_DUTCH;
    Str title = app_fix_title(view->app, view->content, &lang);

    parts_read(view);
    parts_title(view, TEXT_CONTENT_WRONG, view_text(view, TEXT_FIX_PAGE));
    ui_leaf(view->ui, (UiBox){.id = "fix.page",
                              .role = ROLE_TEXT,
                              .face = FACE_NOTE,
                              .hue = HUE_SAND,
                              .icon = "file-text",
                              .label = view_str(title),
                              .lang = view_str(content_language(view->content, lang)->code),
                              .margin = {.top = U_M}});
    if (!view_is_tall(view)) {
        ui_spacer(view->ui);
        along(view);
    }
    ui_close(view->ui);
}

static void choice(const View *view, const Choice *item)
{
    bool chosen = fault_of(view)->fault == item->fault;

    ui_open(view->ui, (UiBox){.id = item->id,
                              .role = ROLE_CHOICE,
                              .face = FACE_OPTION,
                              .hue = HUE_PLUM,
                              .axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .grow = GROW,
                              .action = {ACT_FIX_FAULT, (int)item->fault},
                              .state = chosen ? STATE_SELECTED : 0});
    parts_blob(view, item->icon, HUE_PLUM, LENGTH_SHARE_BLOB);
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_OPTION,
                              .label = view_text(view, item->text),
                              .grow = GROW});
    share_parts_mark(view, chosen, LENGTH_SHARE_MARK);
    ui_close(view->ui);
}

/* Two beside each other on a small panel, where own words take a row of their own. */
static void choices(const View *view)
{
    bool pairs = view->theme->layout == LAYOUT_SMALL && fault_of(view)->text[0] != '\0';

    int columns = (pairs ? 2 : 1) + view_tight(view);

    ui_open(view->ui, (UiBox){.axis = columns > 1 ? AXIS_GRID : AXIS_COLUMN,
                              .columns = columns,
                              .gap = U_GAP_TILE,
                              .grow = GROW});
    for (size_t i = 0; i < sizeof CHOICES / sizeof CHOICES[0]; i++) {
        choice(view, &CHOICES[i]);
    }
    ui_close(view->ui);
}

static void own_words(const View *view)
{
    bool empty = fault_of(view)->text[0] == '\0';

    if (empty) {
        parts_button(view, (PartsButton){.id = "fix.write",
                                         .face = FACE_BUTTON,
                                         .icon = "keyboard",
                                         .label = view_text(view, TEXT_SHARE_WRITE),
                                         .action = {ACT_GO, SCREEN_FIX_WRITE}});
        return;
    }
    share_parts_row(view, (SharePartsRow){.id = "text",
                                          .icon = "keyboard",
                                          .caption = TEXT_FIX_TEXT,
                                          .value = fault_of(view)->text,
                                          .change = {ACT_GO, SCREEN_FIX_WRITE},
                                          .state = STATE_PRIVATE});
}

static void send(const View *view)
{
    if (view_is_tall(view)) {
        along(view);
    }
    share_parts_send(view, (SharePartsSend){.not_id = "fix.not",
                                            .send_id = "fix.send",
                                            .not_action = {ACT_FIX_NOT, 0},
                                            .label = TEXT_SHARE_SEND,
                                            .ready = signal_fix_is_whole(fault_of(view))});
}

void fix_view(const View *view)
{
    parts_body(view);
    head(view);
    parts_action(view, LENGTH_TOP_ABOUT, U_GAP);
    choices(view);
    own_words(view);
    send(view);
    ui_close(view->ui);
    ui_close(view->ui);
}

void fix_write_view(const View *view)
{
    share_parts_write(view, (SharePartsWrite){.title = TEXT_FIX_WRITE,
                                              .text = view->app->visitor.fix.text,
                                              .warning = TEXT_SHARE_WRITE_WARNING});
}

/* ---- thanks ------------------------------------------------------------------------------ */

static void thanks(const View *view)
{
    ui_open(view->ui, (UiBox){.face = FACE_READ,
                              .axis = AXIS_COLUMN,
                              .align = ALIGN_CENTER,
                              .min_h = parts_read_height(view),
                              .grow = view_is_tall(view) ? 0 : LENGTH_SHARE_SIDE,
                              .pad = {.top = LENGTH_SAVED_TOP}});
    if (view_is_tall(view)) {
        ui_picture(view->ui, "stip-happy-open", LENGTH_SAVED_STIP_W, LENGTH_SAVED_STIP_H);
    }
    parts_side_picture(view, "stip-happy-open");
    ui_leaf(view->ui,
            (UiBox){.id = "fix_done.title",
                    .role = ROLE_HEADING,
                    .type = TYPE_H1_DONE,
                    .text = ALIGN_CENTER,
                    .label = view_text(view, is_child(view) ? TEXT_FIX_DONE_CHILD : TEXT_FIX_DONE),
                    .margin = {.top = LENGTH_SAVED_TITLE_TOP}});
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_LEAD_BIG,
                              .text = ALIGN_CENTER,
                              .label = view_text(view, TEXT_FIX_DONE_LEAD),
                              .margin = {.top = LENGTH_SAVED_LEAD_TOP}});
    ui_close(view->ui);
}

/* An answer can only be given to somebody we know: that asks for a call or a mail. */
static void reach(const View *view)
{
    const Region *region = content_region(view->content);

    parts_phone(view);
    ui_leaf(view->ui, (UiBox){.id = "fix_done.mail",
                              .role = ROLE_TEXT,
                              .face = FACE_NOTE,
                              .hue = HUE_SAND,
                              .icon = "mail",
                              .label = view_str(region->mail),
                              .state = STATE_LTR});
}

void fix_done_view(const View *view)
{
    parts_body(view);
    thanks(view);
    ui_open(view->ui, (UiBox){.face = FACE_ACTION,
                              .axis = AXIS_COLUMN,
                              .grow = GROW,
                              .gap = U_GAP,
                              .justify = ALIGN_EVENLY});
    ui_text(view->ui, TYPE_LEAD,
            view_text(view, is_child(view) ? TEXT_FIX_DONE_ASK_CHILD : TEXT_FIX_DONE_ASK));
    reach(view);
    parts_button(view, (PartsButton){.id = "fix_done.back",
                                     .face = FACE_BUTTON_PRIMARY,
                                     .icon = "book",
                                     .label = view_text(view, TEXT_FAIL_READ),
                                     .action = {ACT_BACK, 0},
                                     .height_u = U_FLOW_H});
    ui_close(view->ui);
    ui_close(view->ui);
}
