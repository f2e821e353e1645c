/* perform.h - effects of the state machine become calls. Owns nothing. */
#ifndef OKSP_PERFORM_H
#define OKSP_PERFORM_H

#include "kiosk.h"

/* Carry out all of `effects` in order; what answers at once goes to kiosk_answer. */
void perform_effects(Kiosk *kiosk, const Effects *effects);

/* The disk thread's answer as messages: a receipt only for the visitor who is still waiting. */
void perform_answer(Kiosk *kiosk, const WorkerAnswer *answer);

#endif
