/* enrolled.h - a kiosk store as enrolment would leave it, with keys made on the spot.
 * Owns nothing; the caller makes and removes the folder. */
#ifndef OKSP_ENROLLED_H
#define OKSP_ENROLLED_H

#include "envelope.h"

/* Fill the store in `folder`; `pair` (may be NULL) receives what opens the requests. */
void enrolled_make(const char *folder, EnvelopePair *pair);

#endif
