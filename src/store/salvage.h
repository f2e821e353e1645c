/* salvage.h - requests out of stores that were put aside as damaged.
 * Reads quarantined files as plain bytes, so no damage can mislead it: a row counts only when its
 * bytes hash to the id that stands in front of them. Never changes the quarantined files. */
#ifndef OKSP_SALVAGE_H
#define OKSP_SALVAGE_H

#include <stdbool.h>
#include <stdint.h>

#include "db.h"
#include "err.h"

enum { SALVAGE_FILE_BYTES_MAX = 64 * 1024 * 1024 };

/* Is there a quarantined store that was not read yet? */
bool salvage_is_wanted(const Db *db);

/* Was a store ever put aside here, read or not? Until somebody takes the folder away. */
bool salvage_is_there(const Db *db);

/* Put every whole row of every quarantined store that was not read yet back into `db`, waiting;
 * what is there already stays as it is. The hub knows which of them it had (or deleted). A store
 * that was read whole is named so (".salvaged") and not read again. `run_s` is the running clock
 * now: signals are held back as long as any may be. `*found` = whole rows seen (the same row in
 * database and log counts twice). Errors: those of outbox_save. */
bool salvage_all(Db *db, int64_t run_s, int *found, Err *err);

#endif
