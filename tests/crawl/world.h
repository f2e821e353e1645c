/* world.h - the kiosk as the crawl holds it: real content, real fonts, App and Ui, no window.
 * Owns what it opens; a visit is a plain App value that can be copied, kept and gone on with.
 * Never changes an App but by app_update. */
#ifndef OKSP_CRAWL_WORLD_H
#define OKSP_CRAWL_WORLD_H

#include "app.h"
#include "content.h"
#include "text.h"
#include "ui.h"

/* A kiosk as it can stand somewhere, and how it is doing. */
typedef struct WorldPlace {
    const char *name;
    bool staffed, at_school, audio, has_pin, can_save;
    int64_t utc_s, contact_age_s; /* contact_age_s < 0: never */
    RequestClock clock;
} WorldPlace;

enum { WORLD_PLACES = 4 };
extern const WorldPlace WORLD_PLACE[WORLD_PLACES];

/* How one visitor has it on one panel. */
typedef struct WorldForm {
    const char *panel_name;
    Panel panel;
    const char *language;
    ThemeLook look;
    ThemeText size;
    bool low;
} WorldForm;

typedef struct World {
    Content *content;
    TextEngine *text;
    Ui *ui;
    Effects effects;                   /* of the last message */
    void (*spoil)(App *app, int kind); /* a fault planted behind an action; NULL = none */
} World;

/* Open the pack and the fonts; ends the process with words when they are not there. */
void world_open(World *world, const char *pack);
void world_close(World *world);

/* A fresh visitor of a kiosk that can save, in this place and form. */
App *world_visitor(World *world, const WorldPlace *place, const WorldForm *form);

/* The same visit in another form: panel, language, colours, letters. */
void world_wear(const World *world, App *app, const WorldForm *form);

/* One message, after the tick that goes before it. */
void world_send(World *world, App *app, Msg msg);
void world_act(World *world, App *app, int kind, int arg);

/* Let `ms` go by. */
void world_wait(World *world, App *app, int64_t ms);

/* Show the visit. Sizes that fitted a screen are remembered, as in the kiosk, until the next
 * world_forget (another form). */
void world_view(World *world, const App *app);
void world_forget(World *world);

#endif
