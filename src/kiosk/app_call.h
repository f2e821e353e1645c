/* app_call.h - the callback request, step by step (flows.md "callback").
 * Owns the order of its screens. Never decides what is sealed: app_request.c does.
 *
 *   ABOUT -> SECTOR (only when the region has more than one desk) -> HOW -> NUMBER or MAIL
 *         -> WHEN (only for a call) -> NAME (TYPE_NAME) -> CHECK (NOTE) -> saved | cannot save
 *   HOW with "ik kom langs" -> COME: nothing is asked and nothing is sent.
 *   From CHECK every step can be changed; Verder and Terug then both lead back to CHECK. */
#ifndef OKSP_APP_CALL_H
#define OKSP_APP_CALL_H

#include "app.h"

enum { APP_CALL_STEPS_MAX = 8 };

/* The steps of this visitor's road; returns how many. */
int app_call_steps(const App *app, const Content *content, ScreenId steps[APP_CALL_STEPS_MAX]);

/* Begin, or go on with what was filled in. Carries the situation we come from along, visibly. */
void app_call_start(App *app, const Content *content);

/* An action of this flow. */
void app_call_act(App *app, const Content *content, MsgAct act, Effects *effects);

/* Can Verder go on from this step? */
bool app_call_can_go_on(const App *app);

/* The required step that is still open, or SCREEN_CALL_CHECK when everything required is there. */
ScreenId app_call_missing(const App *app);

/* Is this way of being reached offered here, to this visitor? */
bool app_call_offers(const App *app, const Content *content, Channel channel);

#endif
