/* road.c - see road.h. */
#include "road.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "utf8.h"

enum { TWO_DAYS_S = 2 * 24 * 3600, MINUTE_S = 60, PRESSES = 3, REST_MS = 5000 };

static Stage *stage;
static uint64_t chance;

void road_open(Stage *on, uint64_t seed)
{
    stage = on;
    chance = seed;
    ((Region *)(uintptr_t)content_region(stage->content))->channels = (1U << CHANNEL_COUNT) - 1;
}

/* splitmix64 */
int road_random(int below)
{
    uint64_t z = chance += 0x9e3779b97f4a7c15U;

    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    return (int)((z >> 33) % (uint64_t)below);
}

void road_send(Msg msg)
{
    app_update(stage->app, stage->content, msg, &stage->effects);
}

void road_act(int kind, int arg)
{
    road_send((Msg){.kind = MSG_ACT, .act = {kind, arg}});
}

void road_type(const char *text)
{
    size_t at = 0;

    while (at < strlen(text)) {
        road_send((Msg){.kind = MSG_POINT, .point = utf8_next(str_of(text), &at)});
    }
}

void road_pick(int tile)
{
    ScreenId before = road_here();

    road_act(ACT_PICK, tile);
    if (road_here() == before) {
        road_act(ACT_PICK_GO, 0);
    }
}

ScreenId road_here(void)
{
    return stage_screen(stage);
}

void road_expect(ScreenId screen)
{
    if (road_here() != screen) {
        fail_msg("on %s instead of %s", app_screen(road_here())->prefix,
                 app_screen(screen)->prefix);
    }
}

void road_visit(void)
{
    int64_t silent_s = road_random(4) == 0 ? TWO_DAYS_S : MINUTE_S;
    RequestClock clock = road_random(6) == 0 ? REQUEST_CLOCK_NONE : REQUEST_CLOCK_OK;

    road_send((Msg){.kind = MSG_WIPE});
    road_send((Msg){.kind = MSG_TICK, .tick = {0, STAGE_UTC_S, clock}});
    road_send((Msg){.kind = MSG_STATUS,
                    .status = {.can_save = true, .last_contact_s = STAGE_UTC_S - silent_s}});
    road_act(ACT_LANGUAGE, road_random(content_language_count(stage->content)));
}

int road_saves(void)
{
    int saves = 0;

    for (int i = 0; i < PRESSES; i++) {
        MsgTick now = stage->app->now;
        now.run_ms += REST_MS;
        road_send((Msg){.kind = MSG_TICK, .tick = now});
        road_act(ACT_SEND, 0);
        saves += stage_effects(stage, EFFECT_SAVE);
        road_act(ACT_RETRY, 0);
        saves += stage_effects(stage, EFFECT_SAVE);
    }
    return saves;
}
