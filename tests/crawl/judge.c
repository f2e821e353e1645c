/* judge.c - see judge.h. */
#include "judge.h"

#include <stdlib.h>
#include <string.h>

#include "check.h"

void judge_open(Judge *judge)
{
    memset(judge, 0, sizeof *judge);
    world_open(&judge->world, OKSP_BINARY_DIR "/share/oksp.okp");
    world_open(&judge->pseudo, OKSP_BINARY_DIR "/tests/pseudo.okp");
    report_open(&judge->report);
}

void judge_close(Judge *judge)
{
    for (int i = 0; judge->offers != NULL && i < GRAPH_STATES_MAX; i++) {
        offer_free(&judge->offers[i]);
    }
    free(judge->offers);
    pixels_close(&judge->pixels);
    report_close(&judge->report);
    world_close(&judge->world);
    world_close(&judge->pseudo);
}

World *judge_world(Judge *judge, const WorldForm *form)
{
    bool real = strcmp(form->language, "nl") == 0 || strcmp(form->language, "ar") == 0;

    return real ? &judge->world : &judge->pseudo;
}

/* One visit of a form that is being judged. */
typedef struct Round {
    Judge *judge;
    World *world;
    const Graph *graph;
    const JudgeForm *form;
    RulesSlots slots;
    Table seen;   /* what was judged in this form */
    Table boards; /* keyboards that were turned in this form */
    int state;    /* of the graph */
} Round;

static void note(const Round *round)
{
    const Rules *rules = &round->judge->rules;
    char form[REPORT_FORM_BYTES_MAX], path[REPORT_PATH_BYTES_MAX];

    if (rules->count == 0) {
        return;
    }
    form_name(&round->form->form, form, sizeof form);
    graph_path(round->graph, round->state, path, sizeof path);
    for (int i = 0; i < rules->count; i++) {
        const RulesFault *fault = &rules->faults[i];
        bool bar = strncmp(fault->node, "bar.", strlen("bar.")) == 0; /* one fault, many screens */
        const char *screen = bar ? "(the bar)" : rules->ui->settings.screen;
        ReportItem item = {screen,
                           fault->rule,
                           fault->node,
                           fault->measure,
                           form,
                           path,
                           round->form->form.panel_name,
                           round->form->form.language};
        report_add(&round->judge->report, &item);
    }
}

static bool is_its_turn(const Round *round, int every)
{
    return every > 0 && (round->state + round->form->first) % every == 0;
}

static void look(Round *round, const App *app)
{
    Judge *judge = round->judge;

    judge->rules = (Rules){.ui = round->world->ui, .app = app, .slots = &round->slots};
    rules_judge(&judge->rules);
    if (is_its_turn(round, round->form->paint_every)) {
        pixels_judge(&judge->pixels, &judge->rules);
        judge->painted++;
    }
    judge->asserted += judge->rules.asserted;
    judge->screens++;
    note(round);
}

/* More pages, the Dutch text, another keyboard: what one form has and another has not. */
static bool is_turn(int kind)
{
    return kind == ACT_PAGE || kind == ACT_DUTCH || kind == ACT_KEY_LAYER || kind == ACT_KEY_SHIFT;
}

static bool show(Round *round, const App *app)
{
    world_view(round->world, app);
    uint64_t words = mark_add(mark_of(app).place, &(uint64_t){mark_words(round->world->ui, app)},
                              sizeof(uint64_t));
    return table_add(&round->seen, words, 0);
}

enum { TURNS_MAX = 24 };

/* The keyboards of a screen are the same whatever stands in its field. */
static bool is_worth_turning(Round *round, const App *app, UiAction action)
{
    const AppTyping *typing = &app->visitor.typing;
    int key[] = {(int)app_place(app)->screen, action.kind, action.arg, (int)typing->layer,
                 typing->shift};
    bool board = action.kind == ACT_KEY_LAYER || action.kind == ACT_KEY_SHIFT;

    return !board || table_add(&round->boards, mark_add(MARK_EMPTY, key, sizeof key), 0);
}

static int read_turns(const Ui *ui, UiAction turns[TURNS_MAX])
{
    int count = 0;

    for (int i = 0; i < ui->count && count < TURNS_MAX; i++) {
        const UiNode *node = &ui->nodes[i];
        if (ui_is_interactive(node) && is_turn(node->box.action.kind)) {
            turns[count++] = node->box.action;
        }
    }
    return count;
}

static void turn(Round *round, const App *app, int depth)
{
    UiAction turns[TURNS_MAX];

    if (!show(round, app)) {
        return;
    }
    look(round, app);
    int count = depth > APP_PAGES_MAX ? 0 : read_turns(round->world->ui, turns);
    for (int i = 0; i < count; i++) {
        if (!is_worth_turning(round, app, turns[i])) {
            continue;
        }
        App next = *app;
        round->judge->turned[turns[i].kind] = true;
        world_act(round->world, &next, turns[i].kind, turns[i].arg);
        turn(round, &next, depth + 1);
    }
}

/* ---- whatever the form, the same can be done ---------------------------------------------- */

/* What this state offers in the form in which it was crawled. */
static const Offer *plain_offer(Judge *judge, const Graph *graph, int state)
{
    if (judge->offers == NULL) {
        judge->offers = calloc(GRAPH_STATES_MAX, sizeof *judge->offers);
        check(judge->offers != NULL);
    }
    Offer *offer = &judge->offers[state];
    if (offer->items == NULL) {
        *offer = offer_of(&judge->world, graph_state(graph, state)->app);
    }
    return offer;
}

/* From its first page everything can be reached, and each button that turns a page turns it. */
static void offers_all(Round *round, const App *app)
{
    const AppVisitor *visitor = &app->visitor;
    Judge *judge = round->judge;

    if (app_place(app)->page > 0 || visitor->word != 0 || visitor->idle != APP_IDLE_AWAKE) {
        return;
    }
    const Offer *plain = plain_offer(judge, round->graph, round->state);
    Offer here = offer_of(round->world, app);
    const OfferItem *lost = offer_lacks(&here, plain);
    world_view(round->world, app);
    judge->rules = (Rules){.ui = round->world->ui, .app = app, .slots = &round->slots};
    rules_demand(&judge->rules, here.stuck[0] == '\0', "a page turns", UI_NONE, "%s", here.stuck);
    rules_demand(&judge->rules, lost == NULL, "offers the same in every form", UI_NONE, "%s",
                 lost == NULL ? "" : lost->id);
    judge->asserted += judge->rules.asserted;
    note(round);
    offer_free(&here);
}

void judge_form(Judge *judge, const Graph *graph, const JudgeForm *form)
{
    Round round = {
        .judge = judge, .world = judge_world(judge, &form->form), .graph = graph, .form = form};

    world_forget(round.world);
    for (round.state = 0; round.state < graph_count(graph); round.state++) {
        const GraphState *state = graph_state(graph, round.state);
        bool turn_now = state->typical || is_its_turn(&round, form->rest_every);
        if (!state->judged || !turn_now) {
            continue;
        }
        App app = *state->app;
        world_wear(round.world, &app, &form->form);
        if (state->typical) {
            offers_all(&round, &app);
        }
        turn(&round, &app, 0);
    }
    table_free(&round.seen);
    table_free(&round.boards);
}
