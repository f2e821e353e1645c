/* version.h - the version a kiosk program says it has: three numbers with dots. */
#ifndef OKSP_VERSION_H
#define OKSP_VERSION_H

#include "fields.h"

/* A version member, or NULL with a fault noted. Lives as long as the object. */
const char *version_field(Fields *fields, const char *member);

bool version_is_valid(Str text);

/* Is `a` older than `b`? Both valid. */
bool version_is_older(Str a, Str b);

#endif
