/* pinline.h - `oksp-kiosk --pin`: a new PIN from the keyboard becomes a line for kiosk.ini.
 * Owns nothing. The PIN is never echoed, stored or printed; only its Argon2id hash is. */
#ifndef OKSP_PINLINE_H
#define OKSP_PINLINE_H

#include <stdbool.h>

#include "err.h"
#include "pincheck.h"

/* Read a PIN from standard input (on a terminal: twice, without echo) and make the line "pin_hash
 * = ..." of it. False with pin.digits, pin.differs, memory.full. */
bool pinline_read(char line[PINCHECK_LINE_BYTES_MAX], Err *err);

#endif
