/* ahead.c - the pictures of the next screen. See ahead.h. */
#include "ahead.h"

#include <sodium.h>
#include <string.h>

struct Ahead {
    App app;
    Ui ui;
    unsigned view; /* of the kiosk, which `next` belongs to */
    int next;      /* node of that view to try */
};

Ahead *ahead_open(void)
{
    Ahead *ahead = sodium_malloc(sizeof *ahead);
    if (ahead != NULL)
        sodium_memzero(ahead, sizeof *ahead);
    return ahead;
}

void ahead_close(Ahead *ahead)
{
    sodium_free(ahead);
}

/* Nothing filled in and nothing on its way: all that is copied is where the visitor stands. */
static bool may_copy(const App *app)
{
    static const AppDraft empty;
    return memcmp(&app->visitor.draft, &empty, sizeof empty) == 0 &&
           app->visitor.sending == APP_SENDING_NO && app->visitor.idle == APP_IDLE_AWAKE;
}

static void try_out(Ahead *ahead, Kiosk *kiosk, const UiNode *node)
{
    Effects unused;
    Msg msg = {.kind = MSG_ACT, .act = {node->box.action.kind, node->box.action.arg}};
    ahead->app = *kiosk->app;
    app_update(&ahead->app, kiosk->content, msg, &unused);
    app_view(&ahead->ui, &ahead->app, kiosk->content);
    paint_ahead(kiosk->paint, &ahead->ui);
    ui_wipe(&ahead->ui);
    sodium_memzero(&ahead->app, sizeof ahead->app);
}

bool ahead_step(Ahead *ahead, Kiosk *kiosk)
{
    if (ahead == NULL || !may_copy(kiosk->app))
        return false;
    if (ahead->view != kiosk->views) {
        ahead->view = kiosk->views;
        ahead->next = 0;
    }
    for (; ahead->next < kiosk->ui->count; ahead->next++) {
        const UiNode *node = ui_node(kiosk->ui, ahead->next);
        if (ui_is_interactive(node)) {
            try_out(ahead, kiosk, node);
            ahead->next++;
            return true;
        }
    }
    return false;
}
