/* mockup_states.h - how to reach the state that a mock-up shows. Owns nothing. */
#ifndef OKSP_TEST_MOCKUP_STATES_H
#define OKSP_TEST_MOCKUP_STATES_H

#include "stage.h"

/* name: the mock-up, as its file is called; go: from a fresh kiosk to its state. */
typedef struct MockupState {
    const char *name;
    void (*go)(Stage *stage);
} MockupState;

extern const MockupState MOCKUP_STATES[];
extern const int MOCKUP_STATE_COUNT;

#endif
