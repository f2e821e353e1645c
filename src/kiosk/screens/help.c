/* help.c - the parents' Hulp: people, with name, phone, place and time (mock-up H). */
#include "lengths.h"
#include "parts.h"
#include "screens.h"

enum { VISIT_ARGS = 4 };

static const Adviser *adviser_of(const View *view)
{
    const Region *region = content_region(view->content);

    for (int i = 0; i < region->adviser_count; i++) {
        if (!region->advisers[i].for_child) {
            return &region->advisers[i];
        }
    }
    return NULL;
}

/* "Nederlands, Arabisch, Engels": the languages of the card, in the visitor's language. */
static const char *languages_of(const View *view, const Adviser *adviser)
{
    const char *words = NULL;

    for (int i = 0; i < adviser->language_count; i++) {
        Str name = content_item_label(view->content, view->app->visitor.language, STR("talk"),
                                      adviser->languages[i], STR("hint"));
        words =
            words == NULL ? view_str(name) : ui_format(view->ui, "%s, %s", words, view_str(name));
    }
    return words == NULL ? "" : words;
}

static void card_words(const View *view, const Adviser *adviser)
{
    Str says = content_item_label(view->content, view->app->visitor.language, STR("adviser"),
                                  adviser->id, STR(""));

    ui_open(view->ui,
            (UiBox){.axis = AXIS_COLUMN, .grow = GROW, .gap = U_S, .justify = ALIGN_CENTER});
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_SUB,
                              .ink = INK_QUIET,
                              .label = view_text(view, TEXT_HELP_ADVISER)});
    ui_heading(view->ui, TYPE_H1_SHEET, view_str(adviser->name));
    if (says.size > 0) {
        ui_text(view->ui, TYPE_LEAD_TOPIC, view_str(says));
    }
    ui_open(view->ui,
            (UiBox){.axis = AXIS_ROW, .align = ALIGN_CENTER, .gap = LENGTH_OPTIONAL_SIDE});
    ui_icon(view->ui, "language", LENGTH_ICON_WORDS, INK_PETROL_STRONG);
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_SUB,
                              .label = languages_of(view, adviser),
                              .grow = GROW});
    ui_close(view->ui);
    ui_close(view->ui);
}

/* Large letters on a wide panel: who it is on one page, in words only, and when and where on the
 * next. The phone and the way back stand beside both. */
static bool has_pages(const View *view)
{
    bool large = !view_is_tall(view) && view->theme->wish.text > TEXT_SIZE_120;

    return large && adviser_of(view) != NULL;
}

static void card_picture(const View *view, const Adviser *adviser)
{
    bool tall = view_is_tall(view);

    ui_leaf(view->ui, (UiBox){.role = ROLE_IMAGE,
                              .face = FACE_PICTURE,
                              .hue = HUE_CORAL,
                              .picture = view_str(adviser->picture),
                              .w = tall ? LENGTH_HELP_PORTRAIT_W : LENGTH_HELP_PORTRAIT_WIDE_W,
                              .h = tall ? LENGTH_HELP_PORTRAIT_H : LENGTH_HELP_PORTRAIT_WIDE_H,
                              .state = STATE_SILENT});
}

static void adviser_card(const View *view)
{
    const Adviser *adviser = adviser_of(view);

    if (adviser == NULL) {
        return;
    }
    ui_open(view->ui, (UiBox){.face = FACE_PANEL,
                              .axis = AXIS_ROW,
                              .gap = LENGTH_HELP_CARD_GAP,
                              .pad = {LENGTH_HELP_CARD_PAD, LENGTH_HELP_CARD_PAD,
                                      LENGTH_HELP_CARD_PAD, LENGTH_HELP_CARD_PAD}});
    if (!has_pages(view)) {
        card_picture(view, adviser);
    }
    card_words(view, adviser);
    ui_close(view->ui);
}

static const char *visit_words(const View *view)
{
    VisitMoment moment;

    if (view->app->now.clock != REQUEST_CLOCK_OK ||
        !region_next_visit(content_region(view->content), when_local(view->app->now.utc_s),
                           &moment)) {
        return view_text(view, TEXT_HELP_VISIT_NONE);
    }
    return view_fill(view, TEXT_HELP_VISIT_MOMENT,
                     (MessageArg[]){message_date("date", moment.date),
                                    message_time("from", moment.visit->hours.from_minutes),
                                    message_time("to", moment.visit->hours.to_minutes),
                                    message_text("place", moment.visit->place)},
                     VISIT_ARGS);
}

static void visit(const View *view)
{
    ui_open(view->ui, (UiBox){.face = FACE_PANEL,
                              .axis = AXIS_COLUMN,
                              .grow = GROW,
                              .pad = {LENGTH_SAVED_PANEL_BOTTOM, LENGTH_HELP_TOP,
                                      LENGTH_SAVED_PANEL_BOTTOM, LENGTH_HELP_TOP}});
    ui_open(view->ui, (UiBox){.axis = AXIS_ROW, .align = ALIGN_CENTER, .gap = LENGTH_GAP_CHOICES});
    parts_disc(view, "calendar-event", HUE_LEAF, LENGTH_DISC_VISIT);
    ui_leaf(view->ui, (UiBox){.role = ROLE_HEADING,
                              .type = TYPE_H3,
                              .label = view_text(view, TEXT_HELP_VISIT),
                              .grow = GROW});
    ui_close(view->ui);
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_LEAD_TOPIC,
                              .label = visit_words(view),
                              .margin = {.top = LENGTH_OPTIONAL_SIDE}});
    ui_close(view->ui);
}

/* In portrait the code stands beside the inloop, while its words have room there. */
static bool is_narrow(const View *view)
{
    return view_is_tall(view) && view_tight(view) == 0;
}

static void qr(const View *view)
{
    ui_open(view->ui, (UiBox){.face = FACE_PANEL,
                              .axis = has_pages(view) ? AXIS_COLUMN : AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .grow = view_is_tall(view) ? 0 : GROW,
                              .gap = LENGTH_TOPIC_STEP_GAP,
                              .pad = {LENGTH_HELP_TOP, LENGTH_TOPIC_STEP_GAP, LENGTH_HELP_TOP,
                                      LENGTH_TOPIC_STEP_GAP}});
    ui_leaf(view->ui, (UiBox){.id = "help.qr",
                              .role = ROLE_IMAGE,
                              .face = FACE_QR,
                              .picture = "qr",
                              .value = view_vcard(view),
                              .w = LENGTH_HELP_QR,
                              .h = LENGTH_HELP_QR,
                              .pad = {UI_ZERO, UI_ZERO, UI_ZERO, UI_ZERO},
                              .state = STATE_SILENT});
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_SMALL,
                              .label = view_text(view, TEXT_HELP_QR),
                              .w = is_narrow(view) ? LENGTH_HELP_QR_WORDS_W : 0,
                              .grow = is_narrow(view) || has_pages(view) ? 0 : GROW});
    ui_close(view->ui);
}

static void visit_and_code(const View *view)
{
    ui_open(view->ui,
            (UiBox){.axis = is_narrow(view) || !view_is_tall(view) ? AXIS_ROW : AXIS_COLUMN,
                    .gap = LENGTH_GAP_HELP,
                    .margin = {.top = LENGTH_GAP_HELP}});
    visit(view);
    qr(view);
    ui_close(view->ui);
}

static void people_page(const View *view)
{
    bool first = app_place(view->app)->page == 0;

    if (first) {
        adviser_card(view);
    } else {
        visit_and_code(view);
    }
    parts_button(view, (PartsButton){.id = "help.more",
                                     .face = FACE_BUTTON,
                                     .icon = "chevron-down",
                                     .label = view_text(view, TEXT_PAGE_MORE),
                                     .action = {ACT_PAGE, first ? 1 : 0},
                                     .height_u = U_BUTTON_H});
}

static void people(const View *view)
{
    UiEdges tall = {U_EDGE_READ, LENGTH_HELP_TOP, U_EDGE_READ, 0};
    UiEdges wide = {U_EDGE_WIDE, LENGTH_HELP_TOP, U_GUTTER_WIDE, U_FOOT_WIDE};

    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN,
                              .grow = LENGTH_SHARE_TEXT,
                              .gap = has_pages(view) ? U_GAP : 0,
                              .justify = has_pages(view) ? ALIGN_BETWEEN : ALIGN_EVENLY,
                              .pad = view_is_tall(view) ? tall : wide});
    if (has_pages(view)) {
        people_page(view);
    } else {
        adviser_card(view);
        visit_and_code(view);
    }
    ui_close(view->ui);
}

static void say_phone(const View *view)
{
    ui_open(view->ui, (UiBox){.id = "help.say",
                              .role = ROLE_BUTTON,
                              .face = FACE_SAY,
                              .axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .justify = ALIGN_CENTER,
                              .label = view_text(view, TEXT_HELP_SAY),
                              .action = {ACT_SAY, 0},
                              .w = U_SAY_CHILD,
                              .h = U_SAY_CHILD});
    ui_icon(view->ui, "volume", U_ICON_BAR, INK_PETROL_STRONG);
    ui_close(view->ui);
}

static void phone(const View *view)
{
    ui_open(view->ui, (UiBox){.face = FACE_PANEL,
                              .axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .gap = LENGTH_HELP_CARD_PAD,
                              .pad = {LENGTH_SAVED_PANEL_SIDE, LENGTH_HELP_TOP, LENGTH_HELP_TOP,
                                      LENGTH_HELP_TOP}});
    parts_disc(view, "phone", HUE_BLACK, LENGTH_DISC_PHONE_HELP);
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW});
    ui_leaf(view->ui, (UiBox){.id = "help.phone",
                              .role = ROLE_TEXT,
                              .type = TYPE_LETTER,
                              .label = view_str(content_region(view->content)->phone),
                              .nowrap = true,
                              .state = STATE_LTR});
    ui_leaf(view->ui,
            (UiBox){.role = ROLE_TEXT,
                    .type = TYPE_NOTE,
                    .ink = INK_QUIET,
                    .label = has_pages(view) ? view_hours_short(view) : view_hours(view)});
    ui_close(view->ui);
    if (view->app->setup.audio) {
        say_phone(view);
    }
    ui_close(view->ui);
}

static void actions(const View *view)
{
    ui_open(view->ui, (UiBox){.face = FACE_ACTION,
                              .axis = AXIS_COLUMN,
                              .gap = LENGTH_GAP_HELP,
                              .grow = view_is_tall(view) ? 0 : GROW,
                              .justify = ALIGN_END,
                              .pad = {.top = U_L}});
    phone(view);
    if (view->app->status.can_save) {
        parts_call(view, (PartsHero){"help.call", TEXT_CALL_TITLE, parts_promise(view),
                                     LENGTH_HELP_CALL_H});
    }
    parts_note(view, HUE_LEAF, "shield-check", view_text(view, TEXT_HELP_INDEPENDENT));
    parts_button(view, (PartsButton){.id = "help.back",
                                     .face = FACE_BUTTON,
                                     .icon = "arrow-left",
                                     .label = view_text(view, TEXT_SHEET_BACK),
                                     .action = {ACT_BACK, 0},
                                     .height_u = U_BUTTON_H,
                                     .mirror = true});
    ui_close(view->ui);
}

static const char *lead(const View *view)
{
    const Region *region = content_region(view->content);

    return ui_format(view->ui, "%s, %s", view_str(region->shown_name), view_str(region->region));
}

static void head(const View *view)
{
    ui_open(view->ui, (UiBox){.face = FACE_READ,
                              .min_h = parts_read_height(view),
                              .axis = AXIS_COLUMN,
                              .pad = {.bottom = UI_ZERO}});
    ui_heading(view->ui, TYPE_H1, view_text(view, TEXT_HELP_TITLE));
    ui_text(view->ui, TYPE_LEAD, lead(view));
    ui_close(view->ui);
}

void help_view(const View *view)
{
    parts_body(view);
    if (view_is_tall(view)) {
        head(view);
        people(view);
    } else {
        ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .grow = GROW});
        head(view);
        people(view);
        ui_close(view->ui);
    }
    actions(view);
    ui_close(view->ui);
}
