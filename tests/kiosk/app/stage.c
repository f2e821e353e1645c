/* stage.c - see stage.h. */
#include "stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

const Panel STAGE_PORTRAIT = {1080, 1920, 2.71, 500};
const Panel STAGE_LANDSCAPE = {1920, 1080, 2.71, 700};
const Panel STAGE_SMALL = {1280, 800, 3.81, 790};

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

void stage_fresh(Stage *stage)
{
    stage_send(stage, (Msg){.kind = MSG_WIPE});
}

void stage_open(Stage *stage, Panel panel)
{
    Err err = {0};
    AppSetup setup = {
        .panel = panel, .measure = measure, .staffed = true, .audio = true, .has_pin = true};

    memset(stage, 0, sizeof *stage);
    stage->content = content_open(OKSP_BINARY_DIR "/share/oksp.okp", &err);
    if (stage->content == NULL) {
        fail_msg("%s: %s", err.code, err.text);
    }
    stage->text = text_open(OKSP_SOURCE_DIR "/assets/fonts", &err);
    assert_non_null(stage->text);
    stage->app = calloc(1, sizeof *stage->app);
    stage->ui = calloc(1, sizeof *stage->ui);
    setup.measure_context = stage->text;
    strcpy(setup.org, "0123456789abcdef");
    strcpy(setup.place, "0123456789abcdef0123456789abcdef");
    app_init(stage->app, &setup);
    stage->utc_s = STAGE_UTC_S;
    stage_send(stage, (Msg){.kind = MSG_STATUS,
                            .status = {.can_save = true, .last_contact_s = STAGE_UTC_S - 60}});
}

void stage_close(Stage *stage)
{
    free(stage->app);
    free(stage->ui);
    text_close(stage->text);
    content_close(stage->content);
}

static void tick(Stage *stage)
{
    Msg msg = {.kind = MSG_TICK, .tick = {stage->run_ms, stage->utc_s, REQUEST_CLOCK_OK}};

    app_update(stage->app, stage->content, msg, &stage->effects);
}

void stage_send(Stage *stage, Msg msg)
{
    tick(stage);
    app_update(stage->app, stage->content, msg, &stage->effects);
    app_view(stage->ui, stage->app, stage->content);
}

void stage_act(Stage *stage, int kind, int arg)
{
    stage_send(stage, (Msg){.kind = MSG_ACT, .act = {kind, arg}});
}

void stage_wait(Stage *stage, int64_t ms)
{
    stage->run_ms += ms;
    stage->utc_s += ms / 1000;
    tick(stage);
    app_view(stage->ui, stage->app, stage->content);
}

const UiNode *stage_node(const Stage *stage, const char *id)
{
    int node = ui_find(stage->ui, id);

    return node == UI_NONE ? NULL : ui_node(stage->ui, node);
}

void stage_tap(Stage *stage, const char *id)
{
    const UiNode *node = stage_node(stage, id);

    if (node == NULL || !ui_is_interactive(node)) {
        fail_msg("no node %s to press on %s", id, stage->ui->settings.screen);
        return;
    }
    stage_act(stage, node->box.action.kind, node->box.action.arg);
}

/* The button that leads furthest on among the pages of this screen. */
static const UiNode *page_turner(const Stage *stage)
{
    const UiNode *found = NULL;

    for (int i = 0; i < stage->ui->count; i++) {
        const UiNode *node = ui_node(stage->ui, i);
        bool turns = node->box.action.kind == ACT_PAGE && ui_is_interactive(node);
        if (turns && (found == NULL || node->box.action.arg > found->box.action.arg)) {
            found = node;
        }
    }
    return found;
}

void stage_press(Stage *stage, const char *id)
{
    for (int page = 0; page < APP_PAGES_MAX && stage_node(stage, id) == NULL; page++) {
        const UiNode *turner = page_turner(stage);
        if (turner == NULL) {
            break;
        }
        stage_act(stage, ACT_PAGE, turner->box.action.arg);
    }
    stage_tap(stage, id);
}

void stage_type(Stage *stage, const char *text)
{
    for (const char *at = text; *at != '\0'; at++) {
        stage_send(stage, (Msg){.kind = MSG_POINT, .point = (uint32_t)(unsigned char)*at});
    }
}

int stage_effects(const Stage *stage, EffectKind kind)
{
    int count = 0;

    for (int i = 0; i < stage->effects.count; i++) {
        count += stage->effects.items[i].kind == kind ? 1 : 0;
    }
    return count;
}

ScreenId stage_screen(const Stage *stage)
{
    return app_place(stage->app)->screen;
}
