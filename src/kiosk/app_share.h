/* app_share.h - an experience of a parent or a child, without a name (flows.md "experience").
 * Owns AppShare and the order of its steps. Never asks for a name or a number; what the check
 * screen shows is the SignalStory that is sealed.
 *
 *   parents   SHARE_MOOD -> SHARE_TOPIC -> SHARE_SAY (SHARE_WRITE) -> SHARE_CHECK -> done | failed
 *   children  TELL_MOOD  -> TELL_TOPIC  -> TELL_SAY (SHARE_WRITE, who reads) -> TELL_CHECK -> ...
 *   From the check screen every step can be changed; on from there leads back to it. */
#ifndef OKSP_APP_SHARE_H
#define OKSP_APP_SHARE_H

#include <stdbool.h>

#include "content.h"
#include "msg.h"
#include "signal.h"

struct App;

/* Topic ids in the payload for "iets anders" of parents; the list of children has its own row. */
#define APP_SHARE_OTHER "iets-anders"

/* Rows are counted from 1; 0 = not answered. */
typedef struct AppShare {
    bool child;     /* whose answers these are: the rows mean something else for a child */
    int mood;       /* 1 (worst) to SIGNAL_MOOD_MAX */
    int topic;      /* parents: situation, and one more for "iets anders"; children: child-about */
    unsigned lines; /* bit per ready sentence */
    char text[SIGNAL_TEXT_BYTES_MAX]; /* own words, as typed */
} AppShare;

/* An action of this flow. */
void app_share_act(struct App *app, const Content *content, MsgAct act, Effects *effects);

/* A child opened what is outlined on a step of this flow. */
void app_share_pick(struct App *app);

/* What a child chose on this step before: row + 1, or 0. */
int app_share_kept(const struct App *app);

/* Can Verder go on from this step? */
bool app_share_can_go_on(const struct App *app);

/* The list of ready sentences of this visitor: "share-say" or "share-say-child". */
Str app_share_list(const struct App *app);

/* The answers as what is sealed. `out` is overwritten. */
void app_share_story(const struct App *app, const Content *content, SignalStory *out);

/* The week that goes along, "" when the clock is not known. */
void app_share_week(const struct App *app, char out[WHEN_WEEK_BYTES]);

#endif
