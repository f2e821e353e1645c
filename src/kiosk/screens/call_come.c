/* call_come.c - "ik kom langs": when and where one can walk in. Nothing is asked, nothing is sent.
 */
#include "lengths.h"
#include "parts.h"
#include "screens.h"

enum { MOMENT_ARGS = 4, MINUTES_PER_HOUR = 60 };
/* Letters that were asked for grow; the moments after the next two can wait. */
enum { MOMENTS_MAX = 4, MOMENTS_SMALL = 3, MOMENTS_LARGE = 2 };

static const char *moment_words(const View *view, const VisitMoment *moment)
{
    return view_fill(view, TEXT_COME_MOMENT,
                     (MessageArg[]){message_date("date", moment->date),
                                    message_time("from", moment->visit->hours.from_minutes),
                                    message_time("to", moment->visit->hours.to_minutes),
                                    message_text("place", moment->visit->place)},
                     MOMENT_ARGS);
}

static void card(const View *view, const VisitMoment *moment)
{
    ui_open(view->ui, (UiBox){.face = FACE_PANEL,
                              .axis = AXIS_ROW,
                              .align = ALIGN_CENTER,
                              .gap = LENGTH_QUESTION_GAP});
    parts_disc(view, "calendar-event", HUE_LEAF, LENGTH_DISC_INTERPRETER);
    ui_leaf(view->ui, (UiBox){.role = ROLE_TEXT,
                              .type = TYPE_LEAD_BIG,
                              .label = moment_words(view, moment),
                              .grow = GROW});
    ui_close(view->ui);
}

static int moments_shown(const View *view)
{
    int most = view->theme->layout == LAYOUT_SMALL ? MOMENTS_SMALL : MOMENTS_MAX;

    if (view->theme->wish.text > TEXT_SIZE_120) {
        most = MOMENTS_LARGE;
    }
    return view_room(view, (ViewRoom){most, 1, 1});
}

/* The coming moments, each found from the end of the one before. */
static void moments(const View *view)
{
    const Region *region = content_region(view->content);
    int most = moments_shown(view);
    LocalTime from = when_local(view->app->now.utc_s);
    VisitMoment moment;

    for (int i = 0; i < most && region_next_visit(region, from, &moment); i++) {
        card(view, &moment);
        from = (LocalTime){moment.date, moment.visit->hours.to_minutes / MINUTES_PER_HOUR,
                           moment.visit->hours.to_minutes % MINUTES_PER_HOUR};
    }
}

void call_come_view(const View *view)
{
    MessageArg phone = view_phone(view);
    int grow = view_is_tall(view) ? 0 : GROW;

    parts_body(view);
    parts_read(view);
    parts_title(view, TEXT_COME_TITLE, view_text(view, TEXT_COME_LEAD));
    parts_side_picture(view, "kom-langs");
    ui_close(view->ui);
    parts_action(view, LENGTH_TOP_CHOICES, LENGTH_GAP_CHOICES);
    if (view->app->now.clock == REQUEST_CLOCK_OK) {
        moments(view);
    }
    parts_note(view, HUE_SUN, "phone", view_fill(view, TEXT_COME_PHONE, &phone, 1));
    ui_spacer(view->ui);
    ui_open(view->ui, (UiBox){.axis = view_is_tall(view) ? AXIS_COLUMN : AXIS_ROW,
                              .gap = LENGTH_GAP_CHOICES});
    parts_button(view, (PartsButton){.id = "call_come.back",
                                     .face = FACE_BUTTON,
                                     .icon = "arrow-left",
                                     .label = view_text(view, TEXT_COME_BACK),
                                     .action = {ACT_BACK, 0},
                                     .grow = grow,
                                     .height_u = U_FLOW_H,
                                     .mirror = true});
    parts_button(view, (PartsButton){.id = "call_come.done",
                                     .face = FACE_BUTTON_PRIMARY,
                                     .icon = "check",
                                     .label = view_text(view, TEXT_COME_DONE),
                                     .action = {ACT_START, 0},
                                     .grow = grow,
                                     .height_u = U_FLOW_H});
    ui_close(view->ui);
    ui_close(view->ui);
    ui_close(view->ui);
}
