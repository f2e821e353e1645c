/* pinline.h - `oksp-kiosk --pin`: a new PIN from the keyboard becomes a line for kiosk.ini.
 * Owns nothing. The PIN is never echoed, stored or printed; only its Argon2id hash is. */
#ifndef OKSP_PINLINE_H
#define OKSP_PINLINE_H

#include <stdbool.h>

#include "err.h"

/* Read a PIN from standard input (on a terminal: twice, without echo) and print the line "pin_hash
 * = ..." on standard output. False with pin.digits, pin.differs, memory.full. */
bool pinline_print(Err *err);

#endif
