/* staff_stage.h - a colleague on the stage: a machine that is well, and the way in.
 * Owns nothing. */
#ifndef OKSP_STAFF_STAGE_H
#define OKSP_STAFF_STAGE_H

#include "stage.h"

/* The facts of a machine on which everything is as it should be. */
MsgStaff staff_stage_well(void);

/* Tell how the lock stands: five tries after `wait_s` seconds. */
void staff_stage_lock(Stage *stage, int wait_s);

/* From a fresh welcome screen through the PIN to the status of `facts`. */
void staff_stage_come_in(Stage *stage, const MsgStaff *facts);

/* As on the mock-ups: four tries left and three digits typed; requests wait for two hours. */
void staff_stage_pin(Stage *stage);
void staff_stage_waiting(Stage *stage);

/* The words of a node that must be there. */
const char *staff_stage_words(const Stage *stage, const char *id);

#endif
