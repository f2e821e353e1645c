/* app_effects.h - filling the list of effects of one message. Owns nothing. */
#ifndef OKSP_APP_EFFECTS_H
#define OKSP_APP_EFFECTS_H

#include "msg.h"
#include "str.h"

/* Append an effect; more than EFFECTS_MAX is a mistake of ours. */
void app_effects_add(Effects *effects, EffectKind kind, int arg);

/* The same with a node or tally id. */
void app_effects_named(Effects *effects, EffectKind kind, Str id);

/* What every end of a session asks for: silence, forgetting, wiping. */
void app_effects_wipe(Effects *effects);

#endif
