/* app_talk.h - the languages a visitor can choose to talk in: the content's list "talk".
 * More than the screen's own languages, because an interpreter speaks more of them.
 * Owns nothing. A row is an index into that list. */
#ifndef OKSP_APP_TALK_H
#define OKSP_APP_TALK_H

#include "app.h"

enum { APP_TALK_PAGE_ROWS = 9 }; /* spoken languages on the first page of the question */

int app_talk_count(const Content *content);

/* "ar", "ngt"; the payload's lang. */
Str app_talk_code(const Content *content, int row);

/* The language's own name. */
Str app_talk_name(const App *app, const Content *content, int row);

/* The chosen row, or that of the screen's language while nothing was chosen. */
int app_talk_row(const App *app, const Content *content);

/* A sign language: never leads to a phone call (flows.md "first name and language"). */
bool app_talk_is_sign(const Content *content, int row);

/* Is the interpreter asked for in this language? Not in Dutch, and only where the region has one.
 */
bool app_talk_asks_interpreter(const Content *content, int row);

#endif
