/* call_saved.c - the request is on disk: thanks, code, pictures, promise (mock-ups 05h, 05h
 * offline). Nothing that was typed stands here. "Bewaard", never "verstuurd": that word is not ours
 * to give. */
#include "app_talk.h"
#include "lengths.h"
#include "parts.h"
#include "refcode.h"
#include "screens.h"

static const AppSaved *saved_of(const View *view)
{
    return &view->app->visitor.saved;
}

static bool is_offline(const View *view)
{
    return saved_of(view)->told == REQUEST_TOLD_OFFLINE;
}

/* ---- the sentence ------------------------------------------------------------------------ */

static TextKey promise_text(const AppSaved *saved)
{
    bool dated = saved->due.year != 0;

    if (saved->how == REQUEST_HOW_MAIL) {
        return dated ? TEXT_SAVED_MAIL : TEXT_SAVED_MAIL_SOON;
    }
    if (saved->how == REQUEST_HOW_CALL) {
        return dated ? TEXT_SAVED_CALL : TEXT_SAVED_CALL_SOON;
    }
    return dated ? TEXT_SAVED_MESSAGE : TEXT_SAVED_MESSAGE_SOON;
}

static const char *lead(const View *view)
{
    const AppSaved *saved = saved_of(view);
    MessageArg args[] = {view_phone(view), message_date("date", saved->due),
                         message_number("days", content_region(view->content)->promise_workdays)};

    if (is_offline(view)) {
        return view_text(view, TEXT_SAVED_OFFLINE);
    }
    return view_fill(view, promise_text(saved), args, (int)(sizeof args / sizeof args[0]));
}

/* Large letters and a small panel: beside the card is no room for lines, under the promise is. */
static bool has_lines_beside(const View *view)
{
    return view->theme->wish.text > TEXT_SIZE_120 || view->theme->layout == LAYOUT_SMALL;
}

/* Beside the card there is room for a larger one, but where lines stand under the promise. */
static int stip_w(const View *view, int drawn_u)
{
    return view_is_tall(view) || has_lines_beside(view) ? drawn_u
                                                        : drawn_u * LENGTH_STIP_WIDE_PERCENT / GROW;
}

static void head_words(const View *view)
{
    ui_picture(view->ui, is_offline(view) ? "stip-happy-open" : "stip-happy-wave",
               stip_w(view, LENGTH_SAVED_STIP_W), stip_w(view, LENGTH_SAVED_STIP_H));
    ui_leaf(view->ui, (UiBox){.id = "call_saved.title",
                              .role = ROLE_HEADING,
                              .type = TYPE_H1_DONE,
                              .text = ALIGN_CENTER,
                              .label = view_text(view, TEXT_SAVED_TITLE),
                              .margin = {.top = LENGTH_SAVED_TITLE_TOP}});
    ui_leaf(view->ui, (UiBox){.id = "call_saved.promise",
                              .role = ROLE_TEXT,
                              .type = is_offline(view) ? TYPE_CHILD_TEXT_SMALL : TYPE_LEAD_BIG,
                              .text = ALIGN_CENTER,
                              .label = lead(view),
                              .margin = {.top = LENGTH_SAVED_LEAD_TOP}});
}

static void head(const View *view)
{
    int top_u = is_offline(view) ? LENGTH_SAVED_OFFLINE_TOP : LENGTH_SAVED_TOP;

    ui_open(view->ui, (UiBox){.face = FACE_READ,
                              .min_h = parts_read_height(view),
                              .axis = AXIS_COLUMN,
                              .align = ALIGN_CENTER,
                              .pad = {.top = top_u}});
    head_words(view);
    ui_close(view->ui);
}

/* ---- code and pictures ------------------------------------------------------------------- */

static const TextKey PICTURES[] = {
#define PICTURE(number, name) TEXT_PICTURE_##number,
#include "pictures.def"
#undef PICTURE
};

static void picture(const View *view, int index)
{
    static const ThemeHue hues[MSG_PICTURES] = {HUE_SUN, HUE_SKY, HUE_LEAF, HUE_PLUM};
    unsigned number = saved_of(view)->receipt.pictures[index];

    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .align = ALIGN_CENTER, .gap = U_S});
    ui_leaf(view->ui, (UiBox){.id = view_id_of(view, "picture", index),
                              .role = ROLE_IMAGE,
                              .face = FACE_PICTURE,
                              .hue = hues[index],
                              .picture = ui_format(view->ui, "bon-%s", refcode_picture(number)),
                              .w = LENGTH_RECEIPT_PICTURE,
                              .h = LENGTH_RECEIPT_PICTURE,
                              .state = STATE_SILENT});
    ui_text(view->ui, TYPE_NAME,
            view_text(view, PICTURES[number % (sizeof PICTURES / sizeof PICTURES[0])]));
    ui_close(view->ui);
}

static void code(const View *view)
{
    char shown[REFCODE_SHOWN_BYTES];

    refcode_show(saved_of(view)->receipt.code, shown);
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_NOTE,
                              .ink = INK_QUIET,
                              .label = view_text(view, TEXT_SAVED_CODE)});
    ui_leaf(view->ui, (UiBox){.id = "call_saved.code",
                              .role = ROLE_TEXT,
                              .type = TYPE_CODE,
                              .ink = INK_PETROL_STRONG,
                              .nowrap = true,
                              .label = ui_format(view->ui, "%s", shown),
                              .state = STATE_LTR});
    ui_open(view->ui,
            (UiBox){.axis = AXIS_ROW, .gap = LENGTH_GAP_HELP, .margin = {.top = LENGTH_STEP_GAP}});
    for (int i = 0; i < MSG_PICTURES; i++) {
        picture(view, i);
    }
    ui_close(view->ui);
}

static void qr(const View *view)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN,
                              .align = ALIGN_CENTER,
                              .gap = U_GAP_TIGHT,
                              .w = U_QR_CARD,
                              .min_w = U_QR_CARD});
    ui_leaf(view->ui, (UiBox){.id = "call_saved.qr",
                              .role = ROLE_IMAGE,
                              .face = FACE_QR,
                              .picture = "qr",
                              .value = view_vcard(view),
                              .w = U_QR_CARD,
                              .h = U_QR_CARD,
                              .state = STATE_SILENT});
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_NAME,
                              .text = ALIGN_CENTER,
                              .label = view_text(view, TEXT_SAVED_QR)});
    ui_close(view->ui);
}

static void card(const View *view)
{
    ui_open(view->ui, (UiBox){.face = FACE_PANEL,
                              .axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .gap = LENGTH_SAVED_PANEL_SIDE,
                              .pad = {LENGTH_SAVED_PANEL_SIDE, LENGTH_SAVED_PANEL_TOP,
                                      LENGTH_SAVED_PANEL_SIDE, LENGTH_SAVED_PANEL_BOTTOM}});
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW});
    code(view);
    ui_close(view->ui);
    qr(view);
    ui_close(view->ui);
}

/* ---- what happens now -------------------------------------------------------------------- */

static void interpreter(const View *view)
{
    const AppSaved *saved = saved_of(view);
    Str name;

    if (!saved->interpreter || saved->talk < 0) {
        return;
    }
    name = content_item_label(view->content, view->app->visitor.language, STR("talk"),
                              app_talk_code(view->content, saved->talk), STR("hint"));
    MessageArg arg = message_text("language", name);
    parts_line(view, HUE_PETROL, "headset", view_fill(view, TEXT_SAVED_INTERPRETER, &arg, 1));
}

static void online_lines(const View *view)
{
    MessageArg times = message_number("times", content_region(view->content)->call_attempts);

    if (saved_of(view)->how == REQUEST_HOW_CALL) {
        parts_line(view, HUE_CORAL, "phone-incoming", view_fill(view, TEXT_SAVED_AGAIN, &times, 1));
    }
    interpreter(view);
    parts_line(view, HUE_SUN, "pencil", view_text(view, TEXT_SAVED_CHANGE));
    parts_line(view, HUE_LEAF, "shield-check", view_text(view, TEXT_HOME_INDEPENDENT));
}

static void offline_lines(const View *view)
{
    parts_line(view, HUE_LEAF, "lock", view_text(view, TEXT_SAVED_SAFE));
    parts_line(view, HUE_SKY, "send", view_text(view, TEXT_SAVED_LATER));
}

static void lines(const View *view)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .gap = U_GAP, .pad = {U_M, 0, U_M, 0}});
    if (is_offline(view)) {
        offline_lines(view);
    } else {
        online_lines(view);
    }
    ui_close(view->ui);
}

static void hurry(const View *view)
{
    ui_open(view->ui, (UiBox){.face = FACE_PANEL_HUE,
                              .hue = HUE_CORAL,
                              .axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .gap = LENGTH_SAVED_PANEL_BOTTOM,
                              .pad = {LENGTH_SAVED_PANEL_SIDE, LENGTH_HELP_CARD_PAD,
                                      LENGTH_SAVED_PANEL_SIDE, LENGTH_HELP_CARD_PAD}});
    parts_disc(view, "phone", HUE_BLACK, LENGTH_DISC_PHONE_HELP);
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW});
    ui_text(view->ui, TYPE_BUTTON, view_text(view, TEXT_SAVED_HURRY));
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_CHILD_TITLE_BIG,
                              .label = view_str(content_region(view->content)->phone),
                              .nowrap = true,
                              .state = STATE_LTR});
    ui_text(view->ui, TYPE_SUB, view_hours(view));
    ui_close(view->ui);
    ui_close(view->ui);
}

/* ---- the end ----------------------------------------------------------------------------- */

static void ring(const View *view)
{
    enum { FULL = 1000 };

    ui_open(view->ui, (UiBox){.axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .gap = LENGTH_GAP_CHOICES,
                              .w = LENGTH_SAVED_RING_W,
                              .min_w = LENGTH_SAVED_RING_W});
    ui_leaf(view->ui, (UiBox){.id = "call_saved.ring",
                              .role = ROLE_PROGRESS,
                              .face = FACE_RING,
                              .icon = "clock",
                              .amount = (int)(app_ring(view->app) * (float)FULL),
                              .w = U_RING,
                              .h = U_RING,
                              .state = STATE_SILENT});
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_SUB,
                              .label = view_text(view, TEXT_SAVED_EMPTIES),
                              .grow = GROW});
    ui_close(view->ui);
}

static void foot(const View *view)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .align = ALIGN_CENTER, .gap = U_GAP});
    ring(view);
    parts_button(view, (PartsButton){.id = "call_saved.longer",
                                     .face = FACE_BUTTON,
                                     .icon = "plus",
                                     .label = view_text(view, TEXT_SAVED_LONGER),
                                     .action = {ACT_LONGER, 0},
                                     .grow = GROW,
                                     .tight = true,
                                     .height_u = U_FLOW_H});
    parts_button(view, (PartsButton){.id = "call_saved.done",
                                     .face = FACE_BUTTON_PRIMARY,
                                     .icon = "check",
                                     .label = view_text(view, TEXT_SAVED_DONE),
                                     .action = {ACT_DONE, 0},
                                     .grow = LENGTH_SHARE_DONE,
                                     .height_u = U_FLOW_H});
    ui_close(view->ui);
}

/* From here on the promise and the card leave no room for what happens next. */
enum { LINES_TIGHT = 2 };

/* Landscape: what was promised, and the phone when that is all there is, beside the card. */
static void head_wide(const View *view)
{
    ui_open(view->ui, (UiBox){.face = FACE_READ,
                              .axis = AXIS_COLUMN,
                              .justify = ALIGN_EVENLY,
                              .grow = LENGTH_SHARE_SIDE});
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .align = ALIGN_CENTER});
    head_words(view);
    ui_close(view->ui);
    if (is_offline(view)) {
        hurry(view);
    } else if (has_lines_beside(view)) {
        lines(view);
    }
    ui_close(view->ui);
}

void call_saved_view(const View *view)
{
    parts_body(view);
    if (view_is_tall(view)) {
        head(view);
    } else {
        head_wide(view);
    }
    ui_open(view->ui, (UiBox){.face = FACE_ACTION,
                              .axis = AXIS_COLUMN,
                              .grow = GROW,
                              .gap = U_GAP,
                              .justify = ALIGN_EVENLY});
    if (is_offline(view) && view_is_tall(view)) {
        hurry(view);
    }
    card(view);
    bool beside = !is_offline(view) && has_lines_beside(view);
    if (view_is_tall(view) || (!beside && view_tight(view) < LINES_TIGHT)) {
        lines(view);
    }
    foot(view);
    ui_close(view->ui);
    ui_close(view->ui);
}
