/* app_act.h - carrying out what a node asks for. Owns nothing; the meaning of each kind stands in
 * act.h. Part of app_update, and so allowed to write App. */
#ifndef OKSP_APP_ACT_H
#define OKSP_APP_ACT_H

#include "app.h"

/* Any action is a sign of life. While a request is being saved only Stop en wis works; while the
 * idle warning stands, every action but leaving means "I am still here". */
void app_act(App *app, const Content *content, MsgAct act, Effects *effects);

#endif
