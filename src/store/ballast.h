/* ballast.h - a file of zeros that is given up when the disk is full, so that one more request can
 * be kept and the alarm can be raised. Owns the file "ballast" in the store's folder. */
#ifndef OKSP_BALLAST_H
#define OKSP_BALLAST_H

#include <stdbool.h>
#include <stdint.h>

#include "err.h"

enum { BALLAST_BYTES = 16 * 1024 * 1024 };

/* Make it when it is not there and twice its size is free. False with disk.low when it is not there
 * afterwards: that is the alarm, the kiosk goes on. */
bool ballast_make(const char *folder, Err *err);

/* Give it up. True when there was one. */
bool ballast_drop(const char *folder);

bool ballast_is_there(const char *folder);

#endif
