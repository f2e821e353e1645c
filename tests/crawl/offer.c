/* offer.c - see offer.h. */
#include "offer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "mark.h"

enum { OFFER_ITEMS_MAX = 400 };

/* One screen whose pages are being turned. */
typedef struct Pages {
    World *world;
    Offer offer;
    bool seen[APP_PAGES_MAX + 1];
} Pages;

static bool is_same(UiAction a, UiAction b)
{
    return a.kind == b.kind && a.arg == b.arg;
}

static bool has(const Offer *offer, UiAction action)
{
    for (int i = 0; i < offer->count; i++) {
        if (is_same(offer->items[i].action, action)) {
            return true;
        }
    }
    return false;
}

/* What is offered as far as there is room: ids that begin like this. Suggestions, the best first;
 * cells of a touch test; and a way that stands on the screen before as well. */
static const char *const as_room[] = {"search.hit.", "topic.related.", "staff_touch.cell.",
                                      "call_type_name.nameless"};

static bool counts(const UiNode *node)
{
    int kind = node->box.action.kind;
    bool typing = kind >= ACT_FIRST_TYPING && kind < ACT_COUNT;

    for (size_t i = 0; i < sizeof as_room / sizeof as_room[0]; i++) {
        if (strncmp(node->box.id, as_room[i], strlen(as_room[i])) == 0) {
            return false;
        }
    }
    return kind != ACT_PAGE && !typing;
}

static void add(Offer *offer, const UiNode *node)
{
    if (!counts(node) || has(offer, node->box.action)) {
        return;
    }
    check(offer->count < OFFER_ITEMS_MAX);
    OfferItem *item = &offer->items[offer->count++];
    item->action = node->box.action;
    snprintf(item->id, sizeof item->id, "%s", node->box.id);
}

/* Klaar of the keyboard shows what was found without it: a page of the same screen. */
static bool turns(int kind)
{
    return kind == ACT_PAGE || kind == ACT_KEY_DONE;
}

/* Notes what stands here; fills `next` with what turns to another page. Returns how many. */
static int read_page(Pages *pages, UiAction next[APP_PAGES_MAX])
{
    const Ui *ui = pages->world->ui;
    int count = 0;

    for (int i = 0; i < ui->count; i++) {
        const UiNode *node = &ui->nodes[i];
        if (!ui_is_interactive(node) || node->box.id == NULL) {
            continue;
        }
        add(&pages->offer, node);
        if (turns(node->box.action.kind) && count < APP_PAGES_MAX) {
            next[count++] = node->box.action;
        }
    }
    return count;
}

static void note_stuck(Pages *pages, UiAction action, uint64_t before)
{
    const Ui *ui = pages->world->ui;

    if (action.kind == ACT_PAGE && mark_nodes(ui) == before) {
        snprintf(pages->offer.stuck, sizeof pages->offer.stuck, "%s to page %d",
                 ui->settings.screen, action.arg + 1);
    }
}

static bool is_unseen(const Pages *pages, const App *turned, const App *app)
{
    const AppPlace *place = app_place(turned);

    return place->screen == app_place(app)->screen && place->page <= APP_PAGES_MAX &&
           !pages->seen[place->page];
}

static void read_from(Pages *pages, const App *app)
{
    UiAction next[APP_PAGES_MAX];

    world_view(pages->world, app);
    uint64_t nodes = mark_nodes(pages->world->ui);
    pages->seen[app_place(app)->page] = true;
    int count = read_page(pages, next);
    for (int i = 0; i < count; i++) {
        App turned = *app;
        world_act(pages->world, &turned, next[i].kind, next[i].arg);
        world_view(pages->world, &turned);
        note_stuck(pages, next[i], nodes);
        if (is_unseen(pages, &turned, app)) {
            read_from(pages, &turned);
        }
    }
}

Offer offer_of(World *world, const App *app)
{
    Pages pages = {.world = world};

    pages.offer.items = calloc(OFFER_ITEMS_MAX, sizeof *pages.offer.items);
    check(pages.offer.items != NULL);
    read_from(&pages, app);
    size_t bytes = (size_t)(pages.offer.count + 1) * sizeof *pages.offer.items;
    pages.offer.items = realloc(pages.offer.items, bytes);
    check(pages.offer.items != NULL);
    return pages.offer;
}

void offer_free(Offer *offer)
{
    free(offer->items);
    *offer = (Offer){0};
}

const OfferItem *offer_lacks(const Offer *some, const Offer *all)
{
    for (int i = 0; i < all->count; i++) {
        if (!has(some, all->items[i].action)) {
            return &all->items[i];
        }
    }
    return NULL;
}
