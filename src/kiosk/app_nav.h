/* app_nav.h - walking between screens: forward, back, start.
 * Owns the history in App.visitor and what must be set up when a screen is entered.
 * Never changes what a visitor filled in: Back is the exact inverse of forward, with values kept.
 */
#ifndef OKSP_APP_NAV_H
#define OKSP_APP_NAV_H

#include <stdbool.h>

#include "app.h"

/* Go to `place`, so that Back returns to where we are. Going where we already are does nothing. */
void app_nav_go(App *app, AppPlace place);

/* The same with only a screen. */
void app_nav_screen(App *app, ScreenId screen);

/* Remember which part of this screen is shown, for who comes back to it. */
void app_nav_keep_page(App *app, int page);

/* Stand on `place` instead of where we are; Back then leads to what came before. */
void app_nav_replace(App *app, AppPlace place);

/* One step back; false when there is none, or the screen has no Terug. */
bool app_nav_back(App *app);

/* Back to the nearest earlier visit of `screen`; goes there when it never was visited. */
void app_nav_back_to(App *app, ScreenId screen);

/* The home of the present mode (welcome when there is none). */
void app_nav_start(App *app);

/* The end of a flow: Back is empty, Start leads home. */
void app_nav_finish(App *app, ScreenId screen);

/* The help of the present mode. */
ScreenId app_nav_help(const App *app);

#endif
