/* world.c - see world.h. */
#include "world.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"

enum {
    FRIDAY_S = 1763715600,   /* 2025-11-21 10:00 in the Netherlands: lines are open */
    SATURDAY_S = 1763845200, /* 2025-11-22 22:00: they are closed */
    MINUTE_S = 60,
    TWO_DAYS_S = 2 * 24 * 3600
};

const WorldPlace WORLD_PLACE[WORLD_PLACES] = {
    {"with staff", true, false, true, true, true, FRIDAY_S, MINUTE_S, REQUEST_CLOCK_OK},
    {"in a school, offline", false, true, true, false, true, SATURDAY_S, TWO_DAYS_S,
     REQUEST_CLOCK_OK},
    {"alone, silent, no clock", false, false, false, false, true, FRIDAY_S, -1, REQUEST_CLOCK_NONE},
    {"not enrolled", true, false, true, true, false, FRIDAY_S, -1, REQUEST_CLOCK_OK},
};

/* ---- opening ----------------------------------------------------------------------------- */

static UiExtent measure(void *context, const UiWords *words)
{
    TextWish wish = {.text = words->text,
                     .lang = words->lang,
                     .size_px = words->size_px,
                     .line_px = words->line_px,
                     .spacing_x10_px = words->spacing_x10_px,
                     .width_px = words->width_px,
                     .bold = words->bold,
                     .balance = words->balance,
                     .nowrap = words->nowrap,
                     .private = words->private,
                     .direction = words->direction == DIRECTION_LTR   ? TEXT_LTR
                                  : words->direction == DIRECTION_RTL ? TEXT_RTL
                                                                      : TEXT_AUTO};
    TextSize size = text_measure(context, &wish);

    return (UiExtent){size.width_px, size.height_px, size.lines, size.word_px};
}

static void stop_unless(bool good, const Err *err)
{
    if (!good) {
        fprintf(stderr, "crawl: %s: %s\n", err->code, err->text);
        exit(EXIT_FAILURE);
    }
}

void world_open(World *world, const char *pack)
{
    Err err = {0};

    memset(world, 0, sizeof *world);
    world->content = content_open(pack, &err);
    stop_unless(world->content != NULL, &err);
    world->text = text_open(OKSP_SOURCE_DIR "/assets/fonts", &err);
    stop_unless(world->text != NULL, &err);
    world->ui = calloc(1, sizeof *world->ui);
    check(world->ui != NULL);
}

void world_close(World *world)
{
    free(world->ui);
    text_close(world->text);
    content_close(world->content);
}

/* ---- a visit ----------------------------------------------------------------------------- */

App *world_visitor(World *world, const WorldPlace *place, const WorldForm *form)
{
    App *app = calloc(1, sizeof *app);
    AppSetup setup = {.panel = form->panel,
                      .measure = measure,
                      .measure_context = world->text,
                      .staffed = place->staffed,
                      .at_school = place->at_school,
                      .audio = place->audio,
                      .has_pin = place->has_pin,
                      .org = "0123456789abcdef",
                      .place = "0123456789abcdef0123456789abcdef"};

    check(app != NULL);
    app_init(app, &setup);
    app->now = (MsgTick){0, place->utc_s, place->clock};
    int64_t contact_s = place->contact_age_s < 0 ? 0 : place->utc_s - place->contact_age_s;
    world_send(world, app,
               (Msg){.kind = MSG_STATUS,
                     .status = {.can_save = place->can_save, .last_contact_s = contact_s}});
    world_wear(world, app, form);
    return app;
}

void world_wear(const World *world, App *app, const WorldForm *form)
{
    Language language = LANGUAGE_DUTCH;

    check(content_language_find(world->content, str_of(form->language), &language));
    app->setup.panel = form->panel;
    app->setup.measure_context = world->text;
    app->visitor.language = language;
    app->visitor.look = (AppLook){form->look, form->size, form->low};
}

void world_send(World *world, App *app, Msg msg)
{
    world_wait(world, app, 0);
    app_update(app, world->content, msg, &world->effects);
}

void world_act(World *world, App *app, int kind, int arg)
{
    world_send(world, app, (Msg){.kind = MSG_ACT, .act = {kind, arg}});
    if (world->spoil != NULL) {
        world->spoil(app, kind);
    }
}

void world_wait(World *world, App *app, int64_t ms)
{
    enum { MS_PER_S = 1000 };
    MsgTick tick = app->now;

    tick.run_ms += ms;
    tick.utc_s += ms / MS_PER_S;
    app_update(app, world->content, (Msg){.kind = MSG_TICK, .tick = tick}, &world->effects);
}

void world_view(World *world, const App *app)
{
    app_view(world->ui, app, world->content);
}

void world_forget(World *world)
{
    memset(world->ui->fits, 0, sizeof world->ui->fits);
    memset(world->ui->tights, 0, sizeof world->ui->tights);
}
