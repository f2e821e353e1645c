/* code.h - the code that invites a kiosk: 100 random bits as 20 Crockford symbols, read
 * forgivingly. Only its hash is kept. */
#ifndef OKSP_CODE_H
#define OKSP_CODE_H

#include "store.h"
#include "str.h"

enum { CODE_SYMBOLS = 20, CODE_TEXT_BYTES = 25 }; /* five groups of four, four hyphens, the end */

/* A fresh code, "K7M4-4PXQ-9T2B-0RWZ-5HCD", and its hash. */
void code_make(char text[CODE_TEXT_BYTES], StoreHash *hash);

/* The hash of a code as typed: hyphens, blanks and case do not matter, O is 0, I and L are 1.
 * False when it is no code. */
bool code_read(Str text, StoreHash *hash);

#endif
