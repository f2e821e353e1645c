/* app_child.h - the children's side: choosing by picture, feelings, the card, the talk request.
 * Owns AppChild. In the young register a tap outlines and speaks, the large check opens; in the
 * reading register a tap opens. Nothing of feelings and the card is ever stored or counted. */
#ifndef OKSP_APP_CHILD_H
#define OKSP_APP_CHILD_H

#include <stdbool.h>

#include "app_draft.h"
#include "content.h"
#include "msg.h"
#include "region.h"
#include "request.h"

struct App;

enum { APP_CHILD_ADULT_POINTS_MAX = 40 };

/* Rows are counted from 1; 0 = not answered. */
typedef struct AppChild {
    int where, what, who; /* the card: rows of the lists card-where, card-what, card-who */
    int about;            /* talk: row of child-about */
    int route;            /* talk: ChildRoute + 1 */
    int person;           /* talk, via: row of talk-who */
    int group;            /* talk, via: school group 1-8 */
    int whose;            /* talk, call: 1 mine, 2 of a parent, 3 of somebody else */
    char adult[REQUEST_FIND_BYTES_MAX]; /* talk, via: the name of that person, as typed */
    char phone[APP_DRAFT_PHONE_BYTES_MAX];
    char name[REQUEST_NAME_BYTES_MAX];
} AppChild;

/* Tiles of the young home after its questions. */
typedef enum AppChildTile {
    APP_CHILD_FEELINGS,
    APP_CHILD_CARD,
    APP_CHILD_TALK,
    APP_CHILD_PRIVACY /* who sees what I do: only on the young home, teenagers have a question */
} AppChildTile;

/* What can be done with a feeling. */
typedef enum AppChildFeel {
    APP_CHILD_BREATHE,
    APP_CHILD_FEEL_TALK,
    APP_CHILD_FEEL_CLASS,
    APP_CHILD_FEEL_HELP
} AppChildFeel;

/* A tile was tapped. */
void app_child_act(struct App *app, const Content *content, MsgAct act, Effects *effects);

/* What was chosen on this screen before: Back shows it chosen. Row + 1 or 0. */
int app_child_kept(const struct App *app);

#endif
