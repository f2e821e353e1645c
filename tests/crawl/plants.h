/* plants.h - layout faults, planted one at a time after app_view, and the rule that must find each.
 * Owns the table. Changes a Ui of a test, never a screen. */
#ifndef OKSP_CRAWL_PLANTS_H
#define OKSP_CRAWL_PLANTS_H

#include "app.h"
#include "ui.h"

typedef struct Plant {
    const char *fault;     /* what is planted, in words */
    const char *rule;      /* what must find it */
    bool (*plant)(Ui *ui); /* false: this screen has no place for it */
    bool in_pixels;
} Plant;

/* Faults of steps: something goes wrong behind an action. */
typedef struct PlantStep {
    const char *fault, *rule;
    void (*spoil)(App *app, int kind);
} PlantStep;

extern const PlantStep PLANT_STEPS[];
extern const int PLANT_STEPS_COUNT;

/* A button that should turn to another page leaves the visitor on the first. */
void plants_page_stays(App *app, int kind);

extern const Plant PLANTS[];
extern const int PLANTS_COUNT;

#endif
