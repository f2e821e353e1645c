/* outcome.c - the tables behind outcome.h. */
#include "outcome.h"

#include "store.h"

const char *const outcome_words[] = {"reached", "not_reached", "withdrawn", "duplicate",
                                     "spam",    "forwarded",   NULL};

json_t *outcome_json(int outcome)
{
    if (outcome < OUTCOME_REACHED || outcome > OUTCOME_FORWARDED) {
        return json_null();
    }
    return json_string(outcome_words[outcome - OUTCOME_REACHED]);
}

const char *outcome_state(int state)
{
    switch ((StoreState)state) {
    case STORE_STATE_NEW: return "new";
    case STORE_STATE_CLAIMED: return "claimed";
    case STORE_STATE_CLOSED: return "closed";
    }
    return "new";
}
