/* screens.h - the view function of every screen of screens.def. Each fills the body of its screen;
 * app_view adds the ground and the bar. Owns nothing. */
#ifndef OKSP_SCREENS_H
#define OKSP_SCREENS_H

#include "view.h"

/* One screen's nodes, into view->ui. */
#define SCREEN(name, lower, home, idle, back) void lower##_view(const View *view);
#include "screens.def"
#undef SCREEN

/* The warning that stands instead of any screen. */
void idle_view(const View *view);

/* Instead of every screen when only the fallback pack could be read. No bar: nothing is open. */
void fail_view(const View *view);

/* Does the welcome screen stand on its hills, for this visitor, or on paper? */
bool welcome_has_scene(const App *app);

/* The hard word's pop-up, over the topic. */
void word_view(const View *view);

/* "Even opslaan...", over the check screen. */
void saving_view(const View *view);

#endif
