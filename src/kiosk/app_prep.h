/* app_prep.h - getting ready for a talk with school, and what was agreed there (flows.md 04).
 * Owns AppPrep: sentences chosen and words typed, plain data inside App.visitor, wiped with it.
 * Never sealed, never stored, never counted: no function here makes an effect. */
#ifndef OKSP_APP_PREP_H
#define OKSP_APP_PREP_H

#include <stdbool.h>

#include "content.h"
#include "msg.h"

struct App;

enum {
    APP_PREP_OWN_POINTS_MAX = 120, /* own words of one part: two lines on a card */
    APP_PREP_OWN_BYTES_MAX = 4 * APP_PREP_OWN_POINTS_MAX + 1,
    APP_PREP_TALK_PARTS = 6,
    APP_PREP_AGREE_PARTS = 4
};

/* Before a talk: six questions. After it: who does what, and when we talk again. */
typedef enum AppPrepPart {
    APP_PREP_GOOD,
    APP_PREP_HOME,
    APP_PREP_DONE,
    APP_PREP_WANT,
    APP_PREP_WITH,
    APP_PREP_ASK,
    APP_PREP_SCHOOL,
    APP_PREP_PARENT,
    APP_PREP_CHILD,
    APP_PREP_AGAIN,
    APP_PREP_COUNT
} AppPrepPart;

typedef struct AppPrepSaid {
    unsigned chosen;                  /* bit per row of the list of this part */
    int when;                         /* row + 1 of agree-when; only who does what; 0 = open */
    char own[APP_PREP_OWN_BYTES_MAX]; /* as typed; never translated */
} AppPrepSaid;

typedef struct AppPrep {
    AppPrepSaid parts[APP_PREP_COUNT];
} AppPrep;

/* The list of content whose rows are the ready sentences of a part: "prep-good". */
const char *app_prep_list(int part);

/* Does somebody do this, so that it has a moment? */
bool app_prep_has_when(int part);

/* Sentences of a part: those chosen, and one for own words. */
int app_prep_count(const struct App *app, int part);

/* Is there anything in the parts [first, first + count)? */
bool app_prep_any(const struct App *app, int first, int count);

/* The part whose own words are typed on the present screen (PREP_TYPE). */
int app_prep_typed(const struct App *app);

/* An action of this flow. Numbers that belong to nothing are not taken. */
void app_prep_act(struct App *app, const Content *content, MsgAct act);

#endif
