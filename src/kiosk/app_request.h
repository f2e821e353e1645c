/* app_request.h - the one place where a draft becomes a Request.
 * Owns nothing. The check screen shows the Request that this makes, and the same bytes are sealed:
 * what is not in it was not said, and what is in it stands on the screen. */
#ifndef OKSP_APP_REQUEST_H
#define OKSP_APP_REQUEST_H

#include "app.h"

/* Topic id in the payload for "ik weet het niet precies". */
#define APP_REQUEST_UNKNOWN "weet-niet"

/* The parent's draft as a Request. `out` is overwritten; unfinished drafts give an unfinished
 * Request, which request_check then refuses. */
void app_request_parent(const App *app, const Content *content, Request *out);

/* May it be sent? Everything that is required is there. */
bool app_request_is_complete(const Request *request);

#endif
