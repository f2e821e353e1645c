/* app_time.h - what happens by itself: the idle warning, the veil's end, the ring, "Even opslaan".
 * Owns the clocks in App.visitor and App.wake_ms. Never reads a clock: MSG_TICK brings it. */
#ifndef OKSP_APP_TIME_H
#define OKSP_APP_TIME_H

#include "app.h"

/* The clocks moved: start or end what is due. */
void app_time_tick(App *app, MsgTick tick, Effects *effects);

/* A sign of life: the idle time starts again, and a warning ends. */
void app_time_alive(App *app);

/* A touch that met no target: a sign of life, and one more miss of this visit. */
void app_time_missed(App *app);

/* Start the ring of a done screen from full. */
void app_time_ring(App *app);

/* Set app->wake_ms to the earliest moment at which app_time_tick would do something. */
void app_time_plan(App *app);

/* Did the one who presses now look first? Nothing was touched for APP_CALM_REST_MS before this
 * press: fingers that play never rest that long. */
bool app_time_is_calm(const App *app);

#endif
