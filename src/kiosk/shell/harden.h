/* harden.h - what keeps a visitor's words inside this process: no dumps, no tracing, no swap, no
 * remains. Owns nothing; called once at the start and after every wipe. */
#ifndef OKSP_HARDEN_H
#define OKSP_HARDEN_H

#include <stdbool.h>

#include "err.h"

enum { HARDEN_STACK_BYTES = 256 * 1024 /* of this thread's stack that is overwritten */ };

/* No core dumps, no ptrace by the same user, as much locked memory as the system allows, jansson
 * and ICU over wiped memory. `allow_dumps` leaves dumps possible for a test that looks into them.
 * False with memory.full when there is no locked memory: then nobody may type anything here. */
bool harden_start(bool allow_dumps, Err *err);

/* Overwrite the part of the stack that is not in use now but may have been. */
void harden_scrub_stack(void);

#endif
