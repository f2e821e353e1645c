/* check.h - assertions about our own mistakes, on in every build.
 * Owns nothing. Never used on anything a visitor, a file, the disk or the network supplied:
 * those are values or an Err (err.h). A failed check ends the process; the supervisor restarts. */
#ifndef OKSP_CHECK_H
#define OKSP_CHECK_H

/* End the process when `cond` is false, naming the place. */
#define check(cond) ((cond) ? (void)0 : check_failed(__FILE__, __LINE__, #cond))

_Noreturn void check_failed(const char *file, int line, const char *what);

#endif
