/* facts.h - how this machine is doing, for the staff screen. Read on the disk thread.
 * Owns nothing. Never reads or tells anything of a visitor, nor how many there were. */
#ifndef OKSP_FACTS_H
#define OKSP_FACTS_H

#include <stdbool.h>

#include "db.h"
#include "err.h"
#include "msg.h"

/* `db` is NULL when the store cannot be opened; `why` then says why. `data_dir` is where the store
 * would be. What cannot be read stands as the worst it can be. */
MsgStaff facts_read(Db *db, const Err *why, const char *data_dir);

/* What the screens of visitors need to know: last contact, flood, clock. The caller says whether
 * anything can be saved. False when the store cannot be read. */
bool facts_status(Db *db, int flood_max, MsgStatus *status, RequestClock *clock, Err *err);

#endif
