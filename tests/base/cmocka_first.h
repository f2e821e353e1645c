/* cmocka_first.h - cmocka with the headers it needs in front of it, so that every test file opens
 * the same way. Owns nothing. */
#ifndef OKSP_CMOCKA_FIRST_H
#define OKSP_CMOCKA_FIRST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#endif
