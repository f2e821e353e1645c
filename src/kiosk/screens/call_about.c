/* call_about.c - callback a: what is it about? Several answers, or none (mock-up 05a). */
#include "lengths.h"
#include "parts.h"
#include "screens.h"
#include "subjects.h"

void call_about_view(const View *view)
{
    const AppDraft *draft = &view->app->visitor.draft;
    Subjects subjects = {.act = ACT_CALL_ABOUT,
                         .chosen = draft->about,
                         .other = {.id = "call_about.unknown",
                                   .icon = "help-circle",
                                   .text = TEXT_CALL_ABOUT_UNKNOWN,
                                   .action = {ACT_CALL_ABOUT, ACT_ARG_UNKNOWN},
                                   .chosen = draft->about_unknown}};

    parts_step_open(view, (PartsStep){.screen = SCREEN_CALL_ABOUT,
                                      .title = view_text(view, TEXT_CALL_ABOUT_TITLE),
                                      .lead = view_text(view, TEXT_CALL_ABOUT_LEAD),
                                      .picture = "gesprek",
                                      .top_u = LENGTH_TOP_ABOUT,
                                      .gap_u = U_GAP});
    subjects_show(view, &subjects);
    parts_step_close(view, true);
}
