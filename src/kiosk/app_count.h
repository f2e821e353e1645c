/* app_count.h - which page was opened, for the counts of a week (tally.h).
 * Owns the rule of what is never counted: young children, feelings, the card, help, and every page
 * that leads to people in danger. Never counts a visitor, a moment or an order. */
#ifndef OKSP_APP_COUNT_H
#define OKSP_APP_COUNT_H

#include "app.h"

/* Call after each message: when it opened a topic (a step forward from `depth`, no other page of
 * the same topic and no way back), ask for one EFFECT_COUNT, if the topic may be counted at all. */
void app_count_opened(const App *app, const Content *content, int depth, Effects *effects);

/* May openings of this topic be counted? */
bool app_count_is_allowed(const Topic *topic);

#endif
