/* salvage.h - requests out of stores that were put aside as damaged.
 * Reads quarantined files as plain bytes, so no damage can mislead it: a row counts only when its
 * bytes hash to the id that stands in front of them. Never changes the quarantined files. */
#ifndef OKSP_SALVAGE_H
#define OKSP_SALVAGE_H

#include <stdbool.h>

#include "db.h"
#include "err.h"

enum { SALVAGE_FILE_BYTES_MAX = 64 * 1024 * 1024 };

/* Put every whole row of every quarantined store back into `db`, waiting; what is there already
 * stays as it is. `*found` = whole rows seen (the same row in database and log counts twice).
 * Errors: those of outbox_save. */
bool salvage_all(Db *db, int *found, Err *err);

#endif
