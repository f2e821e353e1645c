/* app_effects.c - see app_effects.h. */
#include "app_effects.h"

#include "check.h"

void app_effects_add(Effects *effects, EffectKind kind, int arg)
{
    check(effects->count < EFFECTS_MAX);
    effects->items[effects->count++] = (Effect){.kind = kind, .arg = arg};
}

void app_effects_named(Effects *effects, EffectKind kind, Str id)
{
    app_effects_add(effects, kind, 0);
    check(str_copy(id, effects->items[effects->count - 1].id, MSG_ID_BYTES_MAX));
}

void app_effects_wipe(Effects *effects)
{
    app_effects_add(effects, EFFECT_HUSH, 0);
    app_effects_add(effects, EFFECT_WIPE, 0);
}
