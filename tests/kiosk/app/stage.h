/* stage.h - a kiosk without a window for tests: the real content, the real fonts, App and Ui.
 * Owns everything it opens; stage_close gives it back. */
#ifndef OKSP_TEST_STAGE_H
#define OKSP_TEST_STAGE_H

#include "app.h"
#include "content.h"
#include "text.h"
#include "ui.h"

typedef struct Stage {
    App *app;
    Ui *ui;
    Content *content;
    TextEngine *text;
    Effects effects; /* of the last message */
    int64_t run_ms, utc_s;
} Stage;

/* 2025-11-21 10:00 in the Netherlands, a Friday, as on the mock-ups. */
enum { STAGE_UTC_S = 1763715600 };

/* A fresh kiosk that can save, with contact a minute ago. */
void stage_open(Stage *stage, Panel panel);
void stage_close(Stage *stage);

/* Start again as a fresh visitor would find it. */
void stage_fresh(Stage *stage);

/* Send a message (after a tick), and show the screen. */
void stage_send(Stage *stage, Msg msg);
void stage_act(Stage *stage, int kind, int arg);

/* Let `ms` go by. */
void stage_wait(Stage *stage, int64_t ms);

/* Press the node `id` by its action; fails the test when it is not there or cannot be pressed. */
void stage_tap(Stage *stage, const char *id);

/* The same, on whatever page of this screen it stands: pages are turned until it is there. */
void stage_press(Stage *stage, const char *id);

/* Type ASCII digits, letters and signs through the field on the screen. */
void stage_type(Stage *stage, const char *text);

/* The node, or NULL. */
const UiNode *stage_node(const Stage *stage, const char *id);

/* How often the last message asked for this effect. */
int stage_effects(const Stage *stage, EffectKind kind);

ScreenId stage_screen(const Stage *stage);

extern const Panel STAGE_PORTRAIT, STAGE_LANDSCAPE, STAGE_SMALL;

#endif
