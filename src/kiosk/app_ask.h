/* app_ask.h - a child asks for a talk (flows.md "talk request").
 * Owns the order of its steps and which routes are offered. A request without a way to reach the
 * child is never sent, and a route through the subject itself is not offered.
 *
 *   ABOUT -> HOW -> here, visit: PLACE (nothing is sent)
 *                -> via: VIA -> PERSON -> GROUP (a teacher at this school) or NUMBER -> NAME
 *                -> call: NUMBER -> NAME
 *   NAME -> CHECK -> done | cannot save */
#ifndef OKSP_APP_ASK_H
#define OKSP_APP_ASK_H

#include "app.h"

/* Grown-ups a child can choose, rows of ask-who counted from 0. */
typedef enum AppAskWho {
    APP_ASK_TEACHER,
    APP_ASK_PARENT,
    APP_ASK_OTHER,
    APP_ASK_WHO_COUNT
} AppAskWho;

enum { APP_ASK_GROUPS = 8, APP_ASK_GROUPS_READING = 10 };

/* The steps of asking, as a child sees them: the way at the top of the screen. */
enum {
    APP_ASK_STEP_ABOUT = 1,
    APP_ASK_STEP_HOW,
    APP_ASK_STEP_WHO,
    APP_ASK_STEP_NAME,
    APP_ASK_STEP_CHECK
};

/* "groep 6", "klas 2": the words and the number of a group to choose, counted from 0. Who does not
 * read yet is in groep 1 to 8; who reads, 9 to 18 years, in groep 5 to 8 or in a klas. */
typedef struct AppAskGroup {
    TextKey text; /* with {group} */
    int number;
} AppAskGroup;
int app_ask_group_count(const App *app);
AppAskGroup app_ask_group(const App *app, int index);

/* Is this route offered here, to this child? */
bool app_ask_offers(const App *app, const Content *content, ChildRoute route);

/* Is this grown-up offered, given what it is about? */
bool app_ask_offers_who(const App *app, const Content *content, AppAskWho who);

/* Does the number belong to the grown-up in between? */
bool app_ask_is_via(const App *app);

/* Open what is outlined on a step of this flow. */
void app_ask_go(App *app, const Content *content);

/* An action of this flow that is no tile. */
void app_ask_act(App *app, const Content *content, MsgAct act);

/* The step where an answer is missing without which nobody finds the child; SCREEN_ASK_CHECK when
 * none is. */
ScreenId app_ask_missing(const App *app);

/* The child's answers as a Request: what the check screen shows and what is sealed. */
void app_ask_request(const App *app, const Content *content, Request *out);

/* "juf-of-meester": the word of the payload for a grown-up; whose phone it is. */
const char *app_ask_who_word(int who);

/* The colleague who calls: the adviser for children, else the first; empty when there is none. */
Str app_ask_adviser(const Content *content);

#endif
