/* call_when.c - callback e: part of the day and day, no further than the promise (mock-up 05e). */
#include <string.h>

#include "app_days.h"
#include "lengths.h"
#include "parts.h"
#include "screens.h"

enum { SUMMARY_ARGS = 3, DAY_COLUMNS = 3 };

#define NO_BREAK_SPACE "\xc2\xa0"

typedef struct PartRow {
    const char *id;
    int arg;
    const char *icon;
    TextKey title, sub;
} PartRow;

static const PartRow ROWS[] = {
    {"am", APP_PART_MORNING, "sunrise", TEXT_WHEN_AM, TEXT_WHEN_AM_SUB},
    {"pm", APP_PART_AFTERNOON, "sun", TEXT_WHEN_PM, TEXT_WHEN_PM_SUB},
    {"eve", APP_PART_EVENING, "moon", TEXT_WHEN_EVE, TEXT_WHEN_EVE_SUB},
    {"any", ACT_ARG_ANY, "calendar-check", TEXT_WHEN_ANY, TEXT_WHEN_ANY_SUB},
};

static void corner_mark(const View *view, bool chosen, int size_u, int inset_u)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN,
                              .self = ALIGN_END,
                              .self_y = ALIGN_START,
                              .margin = {.top = inset_u, .end = inset_u}});
    parts_mark(view, chosen, size_u);
    ui_close(view->ui);
}

static void part(const View *view, const PartRow *row)
{
    const AppDraft *draft = &view->app->visitor.draft;
    bool any = row->arg == ACT_ARG_ANY;
    bool chosen = any ? draft->any_part : (draft->parts & (1U << row->arg)) != 0;

    ui_open(view->ui, (UiBox){.id = ui_format(view->ui, "call_when.%s", row->id),
                              .role = ROLE_CHOICE,
                              .face = FACE_OPTION,
                              .axis = AXIS_LAYER,
                              .h = view_is_tall(view) ? LENGTH_PART_H : 0,
                              .min_h = LENGTH_PART_WIDE_H,
                              .pad = {UI_ZERO, UI_ZERO, UI_ZERO, U_S},
                              .action = {ACT_CALL_PART, row->arg},
                              .state = chosen ? STATE_SELECTED : 0});
    ui_open(view->ui, (UiBox){.axis = AXIS_COLUMN, .align = ALIGN_CENTER, .justify = ALIGN_CENTER});
    ui_icon(view->ui, row->icon, LENGTH_ICON_PART, INK_SUN_STRONG);
    ui_text(view->ui, TYPE_H2, view_text(view, row->title));
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_SUB,
                              .ink = INK_QUIET,
                              .label = view_text(view, row->sub)});
    ui_close(view->ui);
    corner_mark(view, chosen, LENGTH_MARK, LENGTH_MARK_INSET);
    ui_close(view->ui);
}

static void parts_of_day(const View *view)
{
    ui_open(view->ui, (UiBox){.axis = AXIS_GRID, .columns = 2, .gap = U_GAP});
    for (size_t i = 0; i < sizeof ROWS / sizeof ROWS[0]; i++) {
        part(view, &ROWS[i]);
    }
    ui_close(view->ui);
}

typedef struct DayCard {
    const char *id;
    const char *label;
    int arg;
    bool chosen;
} DayCard;

static void day_card(const View *view, DayCard card)
{
    ui_open(view->ui, (UiBox){.id = card.id,
                              .role = ROLE_CHOICE,
                              .face = FACE_OPTION,
                              .axis = AXIS_LAYER,
                              .h = view_is_tall(view) ? LENGTH_DAY_H : 0,
                              .min_h = LENGTH_DAY_WIDE_H,
                              .pad = {UI_ZERO, UI_ZERO, UI_ZERO, U_S},
                              .action = {ACT_CALL_DAY, card.arg},
                              .state = card.chosen ? STATE_SELECTED : 0});
    ui_open(view->ui,
            (UiBox){.axis = AXIS_COLUMN, .justify = ALIGN_CENTER, .pad = {U_M, 0, U_M, 0}});
    ui_leaf(
        view->ui,
        (UiBox){.role = ROLE_TEXT, .type = TYPE_ROW, .text = ALIGN_CENTER, .label = card.label});
    ui_close(view->ui);
    if (card.chosen) {
        corner_mark(view, true, LENGTH_MARK_DAY, LENGTH_STEP_GAP);
    }
    ui_close(view->ui);
}

/* "dinsdag 24 november" breaks after the day of the week, not before the month. */
static const char *in_two_lines(const View *view, const char *date)
{
    const char *month = strrchr(date, ' ');

    return month == NULL ? date
                         : ui_format(view->ui, "%.*s" NO_BREAK_SPACE "%s", (int)(month - date),
                                     date, month + 1);
}

static void days(const View *view, const Date *dates, int count)
{
    const AppDraft *draft = &view->app->visitor.draft;
    TextKey all = count == 2 ? TEXT_WHEN_BOTH : TEXT_WHEN_EVERY;
    bool large = view->theme->wish.text > TEXT_SIZE_120; /* the mark needs its corner */

    ui_leaf(view->ui,
            (UiBox){.role = ROLE_HEADING,
                    .type = TYPE_H2,
                    .label = view_text(view, TEXT_WHEN_DAY),
                    .margin = {LENGTH_TITLE_SIDE, LENGTH_DAYS_TITLE_TOP, LENGTH_TITLE_SIDE, 0}});
    ui_open(view->ui, (UiBox){.axis = AXIS_GRID, .columns = DAY_COLUMNS, .gap = U_GAP});
    for (int i = 0; i < count; i++) {
        const char *date = large ? view_date_short(view, dates[i]) : view_date(view, dates[i]);
        day_card(view, (DayCard){view_id_of(view, "day", i), in_two_lines(view, date), i,
                                 (draft->days & (1U << i)) != 0});
    }
    day_card(view, (DayCard){view_id(view, "day.any"), view_text(view, all), ACT_ARG_ANY,
                             draft->any_day});
    ui_close(view->ui);
}

static bool is_one(unsigned bits)
{
    return bits != 0 && (bits & (bits - 1)) == 0;
}

static const char *part_word(const AppDraft *draft)
{
    static const char *const words[APP_PART_COUNT] = {"am", "pm", "eve"};

    for (int i = 0; i < APP_PART_COUNT; i++) {
        if (is_one(draft->parts) && draft->parts == (1U << i)) {
            return words[i];
        }
    }
    return "any";
}

static void summary(const View *view, Date due)
{
    const AppDraft *draft = &view->app->visitor.draft;
    const char *kind = is_one(draft->days) && !draft->any_day ? "on" : "before";

    parts_note(
        view, HUE_SUN, "calendar-event",
        view_fill(view, TEXT_WHEN_SUMMARY,
                  (MessageArg[]){message_text("kind", str_of(kind)), message_date("date", due),
                                 message_text("part", str_of(part_word(draft)))},
                  SUMMARY_ARGS));
}

void call_when_view(const View *view)
{
    Date dates[APP_DRAFT_DAYS_MAX];
    int count = app_days(view->app, view->content, dates);
    Date due;

    parts_step_open(view, (PartsStep){.screen = SCREEN_CALL_WHEN,
                                      .title = view_text(view, TEXT_WHEN_TITLE),
                                      .lead = view_text(view, TEXT_WHEN_LEAD),
                                      .picture = "wanneer-maaktnietuit",
                                      .top_u = LENGTH_TOP_ABOUT,
                                      .gap_u = U_GAP});
    parts_of_day(view);
    if (count > 1) {
        days(view, dates, count);
    }
    ui_spacer(view->ui);
    if (app_days_due(view->app, view->content, &due)) {
        summary(view, due);
    }
    parts_step_close(view, true);
}
