/* head.h - the head of an HTTP request, judged before anything is believed: what the library lets
 * through (two lengths, two hosts, absolute form, control bytes) is refused here. */
#ifndef OKSP_HEAD_H
#define OKSP_HEAD_H

#include "hub.h"
#include "refusal.h"

/* True when the head is fine. Else *kind (and *allow for 405) say what is wrong. */
bool head_is_fine(const HubRequest *request, RefusalKind *kind);

/* Is it a JSON body by its Content-Type (parameters allowed)? */
bool head_is_json(const HubRequest *request);

/* The value of a parameter in "a=1&b=2"; false when absent. No decoding: our values need none. */
bool head_query(Str query, const char *name, Str *out);

/* The value of a cookie; false when absent. */
bool head_cookie(const HubRequest *request, const char *name, Str *out);

#endif
