/* road.h - a visitor who walks the stage by actions alone: nothing is looked at but the check
 * screen at the end of the road (shown.h). What was chosen is chance, the same in every run.
 * Owns nothing but its chance; the stage is the test's. */
#ifndef OKSP_TEST_ROAD_H
#define OKSP_TEST_ROAD_H

#include "stage.h"

/* Walk on this stage, with every channel a region can have; another seed is another row of
 * choices. */
void road_open(Stage *stage, uint64_t seed);

/* A number from 0 up to `below`. */
int road_random(int below);

void road_send(Msg msg);
void road_act(int kind, int arg);

/* Type this text, of any script, where the visitor stands. */
void road_type(const char *text);

/* A tile of a child, and going on where the tile does not do that by itself. */
void road_pick(int tile);

ScreenId road_here(void);

/* Fails the test when the visitor stands elsewhere. */
void road_expect(ScreenId screen);

/* A new visitor at a kiosk with a good or an unknown clock, in contact or not since two days, in
 * any of its languages. */
void road_visit(void);

/* Press whatever sends, calmly, again and again: how often something was saved. */
int road_saves(void);

#endif
