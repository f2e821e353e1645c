/* outcome.h - the words of the wire for states and outcomes; numbers in the store. */
#ifndef OKSP_OUTCOME_H
#define OKSP_OUTCOME_H

#include <jansson.h>

/* How a request ended. The order is that of the numbers in the store: frozen. */
typedef enum OutcomeKind {
    OUTCOME_NONE,
    OUTCOME_REACHED,
    OUTCOME_NOT_REACHED,
    OUTCOME_WITHDRAWN,
    OUTCOME_DUPLICATE,
    OUTCOME_SPAM,
    OUTCOME_FORWARDED
} OutcomeKind;

/* The words from OUTCOME_REACHED on, ended by NULL. */
extern const char *const outcome_words[];

/* JSON text of an outcome, null for OUTCOME_NONE or a number nobody knows. */
json_t *outcome_json(int outcome);

/* "new", "claimed", "closed" of a StoreState. */
const char *outcome_state(int state);

#endif
