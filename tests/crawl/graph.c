/* graph.c - see graph.h. */
#include "graph.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "keys.h"
#include "table.h"

enum {
    ACTIONS_MAX = UI_NODES_MAX,
    EDGES_MAX = 400 * 1000,
    TYPICAL_MAX = 2, /* screens of one shape that are judged in every form */
    VARIETY_MAX = 4, /* screens that differ in words only, judged of each kind */
    SLOW_MS = APP_SAVING_SHOWN_MS + 1,
    MS_PER_S = 1000
};

/* One thing that can be pressed. */
typedef struct Action {
    char id[UI_ID_BYTES_MAX];
    int kind, arg;
    bool chosen; /* it is what was chosen before */
} Action;

typedef struct Edge {
    int from, to;
} Edge;

struct Graph {
    World *world;
    WorldForm form;
    GraphState *states;
    int count;
    Table bytes;   /* visits that were seen, to the state that stands for them */
    Table actions; /* kiosk, place and actions, to the state that is followed */
    Table facts;   /* kiosk and facts, the same */
    Table words;   /* place, actions and words: states that are judged */
    Table variety; /* place and actions: how many different words were judged there */
    Table shapes;  /* how many were judged of each shape */
    Table warned;  /* screens whose idle warning was followed */
    Edge *edges;
    int edge_count;
    GraphFault faults[GRAPH_FAULTS_MAX];
    int fault_count;
    int steps, asserted;
    bool followed[ACT_COUNT];
    /* of the state being expanded */
    Action offered[ACTIONS_MAX];
    int offered_count;
    uint64_t nodes;
};

int graph_count(const Graph *graph)
{
    return graph->count;
}

const GraphState *graph_state(const Graph *graph, int index)
{
    check(index >= 0 && index < graph->count);
    return &graph->states[index];
}

int graph_steps(const Graph *graph)
{
    return graph->steps;
}

int graph_asserted(const Graph *graph)
{
    return graph->asserted;
}

int graph_fault_count(const Graph *graph)
{
    return graph->fault_count;
}

const GraphFault *graph_fault(const Graph *graph, int index)
{
    check(index >= 0 && index < graph->fault_count);
    return &graph->faults[index];
}

bool graph_followed(const Graph *graph, int kind)
{
    return graph->followed[kind];
}

int graph_visits(const Graph *graph, ScreenId screen)
{
    int count = 0;

    for (int i = 0; i < graph->count; i++) {
        count += app_place(graph->states[i].app)->screen == screen ? 1 : 0;
    }
    return count;
}

void graph_path(const Graph *graph, int index, char *out, size_t out_bytes)
{
    enum { DEPTH_MAX = 64 };
    int way[DEPTH_MAX], length = 0;
    size_t used = 0;

    for (int i = index; i >= 0 && length < DEPTH_MAX; i = graph->states[i].from) {
        way[length++] = i;
    }
    out[0] = '\0';
    while (length-- > 0 && used < out_bytes) {
        used += (size_t)snprintf(out + used, out_bytes - used, "%s%s", used > 0 ? " > " : "",
                                 graph->states[way[length]].step);
    }
}

/* ---- what is asked of a step ------------------------------------------------------------- */

static void demand(Graph *graph, bool good, int state, const char *rule, const char *what)
{
    graph->asserted++;
    if (good || graph->fault_count == GRAPH_FAULTS_MAX) {
        return;
    }
    GraphFault *fault = &graph->faults[graph->fault_count++];
    *fault = (GraphFault){.state = state, .rule = rule};
    snprintf(fault->what, sizeof fault->what, "%s", what);
}

static bool is_form_change(int kind)
{
    return kind == ACT_LANGUAGE || kind == ACT_SIZE || kind == ACT_THEME || kind == ACT_LOW;
}

/* The layer of a keyboard and the outline of a tile are no answers: they begin anew. */
static bool is_as_it_was(const App *back, const App *before)
{
    const AppTyping *typing = &before->visitor.typing;

    return mark_same_place(back, before) && mark_same_values(back, before) &&
           back->visitor.picked == before->visitor.picked &&
           memcmp(&back->visitor.typing, typing, sizeof *typing) == 0;
}

/* Terug is the inverse, and what was filled in stays (COG-03). */
static void demand_back(Graph *graph, int from, const App *next, const char *step, bool look)
{
    const App *before = graph->states[from].app;
    bool forward = next->visitor.depth == before->visitor.depth + 1;

    if (!forward || next->visitor.word != 0 || next->visitor.sending != APP_SENDING_NO ||
        !app_screen(app_place(next)->screen)->has_back) {
        return;
    }
    App back = *next;
    world_act(graph->world, &back, ACT_BACK, 0);
    demand(graph, mark_same_place(&back, before), from, "back is the inverse", step);
    demand(graph, mark_same_values(&back, next), from, "back keeps values", step);
    if (look && is_as_it_was(&back, before)) {
        world_forget(graph->world);
        world_view(graph->world, &back);
        demand(graph, mark_nodes(graph->world->ui) == graph->nodes, from,
               "back shows the same screen", step);
    }
}

static void demand_step(Graph *graph, int from, const App *next, const Action *action)
{
    const App *before = graph->states[from].app;

    if (is_form_change(action->kind)) {
        demand(graph, mark_same_place(next, before), from, "keeps its place", action->id);
        demand(graph, mark_same_values(next, before), from, "keeps values", action->id);
    }
    if (action->kind == ACT_STOP || action->kind == ACT_DONE) {
        demand(graph, mark_is_fresh(next), from, "leaves nothing", action->id);
    }
}

/* A key has nothing to add to what is full, nor to take from what is empty; a test that was not
 * begun is begun anew; and Langer moves a clock, which is in no mark. */
static bool may_do_nothing(int kind)
{
    return (kind >= ACT_FIRST_TYPING && kind < ACT_COUNT) || kind == ACT_STAFF_DIGIT ||
           kind == ACT_STAFF_ERASE || kind == ACT_STAFF_ENTER || kind == ACT_STAFF_AGAIN ||
           kind == ACT_LONGER;
}

/* What is chosen already may be chosen again, and while a request is being saved nothing moves;
 * whatever else is pressed does something. */
static void demand_change(Graph *graph, int from, const App *next, const Action *action)
{
    const App *app = graph->states[from].app;
    bool asked = graph->world->effects.count > 0;

    if (action->chosen || may_do_nothing(action->kind) || app->visitor.sending != APP_SENDING_NO) {
        return;
    }
    demand(graph, asked || mark_of(app).bytes != mark_of(next).bytes, from, "does something",
           action->id);
}

/* ---- states ------------------------------------------------------------------------------ */

static void add_edge(Graph *graph, int from, int to, int kind)
{
    bool counts = from >= 0 && from != to && kind != ACT_STOP;

    if (counts) {
        check(graph->edge_count < EDGES_MAX);
        graph->edges[graph->edge_count++] = (Edge){from, to};
    }
}

/* A step as it arrives: where from, what it was called, what it became. */
typedef struct Arrival {
    int from, place;
    const char *step;
    int kind; /* of the action, ACT_NONE for an event */
    bool typed;
} Arrival;

static int add_state(Graph *graph, const Arrival *arrival, const App *app)
{
    check(graph->count < GRAPH_STATES_MAX);
    GraphState *state = &graph->states[graph->count];
    *state = (GraphState){.from = arrival->from, .place = arrival->place, .typed = arrival->typed};
    snprintf(state->step, sizeof state->step, "%s", arrival->step);
    state->app = malloc(sizeof *state->app);
    check(state->app != NULL);
    *state->app = *app;
    return graph->count++;
}

static uint64_t with(uint64_t hash, uint64_t more)
{
    return mark_add(hash, &more, sizeof more);
}

/* How often this was counted, this time included. */
static int count_up(Table *table, uint64_t key)
{
    int *times = table_at(table, key);

    *times += *times < 0 ? 2 : 1;
    return *times;
}

static bool is_new_to_eyes(Graph *graph, uint64_t actions, uint64_t words)
{
    return table_add(&graph->words, words, 0) && count_up(&graph->variety, actions) <= VARIETY_MAX;
}

/* A visit that offers something new, leads elsewhere later or says something new is kept. Returns
 * the state that stands for it. */
static int place_state(Graph *graph, const Arrival *arrival, const App *app, const Mark *mark)
{
    world_view(graph->world, app);
    uint64_t actions = with(mark->place, mark_actions(graph->world->ui, app));
    uint64_t words = with(mark->place, mark_words(graph->world->ui, app));
    uint64_t here = with(actions, (uint64_t)arrival->place);
    uint64_t shape = mark_shape(graph->world->ui, app);
    bool judged = is_new_to_eyes(graph, actions, words);
    bool typical = judged && count_up(&graph->shapes, shape) <= TYPICAL_MAX;
    bool offers = table_add(&graph->actions, here, graph->count);
    bool leads =
        table_add(&graph->facts, with(mark->facts, (uint64_t)arrival->place), graph->count);
    int stands_for = offers || leads ? graph->count : *table_at(&graph->actions, here);
    if (judged || offers || leads) {
        GraphState *state = &graph->states[add_state(graph, arrival, app)];
        state->judged = judged;
        state->typical = typical;
        state->followed = offers || leads;
    }
    return stands_for;
}

/* True when nobody was here before. */
static bool arrive(Graph *graph, const Arrival *arrival, const App *app)
{
    Mark mark = mark_of(app);
    uint64_t bytes = with(mark.bytes, (uint64_t)arrival->place);
    int known = *table_at(&graph->bytes, bytes);
    bool is_new = known < 0;

    graph->steps++;
    if (is_new) {
        known = place_state(graph, arrival, app, &mark);
        table_add(&graph->bytes, bytes, known);
    }
    add_edge(graph, arrival->from, known, arrival->kind);
    return is_new;
}

/* ---- steps ------------------------------------------------------------------------------- */

/* Letters, digits and the cells of a test: one of them stands for all. */
static bool is_one_of_many(int kind)
{
    return kind == ACT_KEY || kind == ACT_STAFF_DIGIT || kind == ACT_STAFF_CELL;
}

/* What can be pressed here. */
static void read_actions(Graph *graph)
{
    const Ui *ui = graph->world->ui;
    bool letter = false;

    graph->offered_count = 0;
    for (int i = 0; i < ui->count; i++) {
        const UiNode *node = &ui->nodes[i];
        if (!ui_is_interactive(node) || node->box.id == NULL ||
            (letter && is_one_of_many(node->box.action.kind))) {
            continue;
        }
        letter = letter || is_one_of_many(node->box.action.kind);
        Action *action = &graph->offered[graph->offered_count++];
        snprintf(action->id, sizeof action->id, "%s", node->box.id);
        action->kind = node->box.action.kind;
        action->arg = node->box.action.arg;
        action->chosen = (node->box.state & STATE_SELECTED) != 0;
    }
}

static bool same_form(const Graph *graph, const App *app, const App *before)
{
    const AppLook *look = &app->visitor.look;

    (void)graph;
    return mark_is_fresh(app) || (app->visitor.language == before->visitor.language &&
                                  memcmp(look, &before->visitor.look, sizeof *look) == 0);
}

static bool asks_for(const Effects *effects, EffectKind kind, int arg)
{
    for (int i = 0; i < effects->count; i++) {
        if (effects->items[i].kind == kind && effects->items[i].arg == arg) {
            return true;
        }
    }
    return false;
}

/* The shell answers these at once. */
static void answer(Graph *graph, App *app)
{
    static const Msg lock = {.kind = MSG_PIN, .pin = {.tries = 3, .after_s = 60}};
    static const Msg facts = {.kind = MSG_STAFF,
                              .staff = {.is_enrolled = true,
                                        .has_key = true,
                                        .keyring_seq = 3,
                                        .pack_seq = 12,
                                        .contact_s = 60,
                                        .next_s = 600,
                                        .has_ballast = true,
                                        .disk_free_mb = 9000,
                                        .disk_mb = 16000}};
    bool asked_lock = asks_for(&graph->world->effects, EFFECT_PIN, 0);
    bool asked_facts = asks_for(&graph->world->effects, EFFECT_STAFF, 0);

    if (asked_lock) {
        world_send(graph->world, app, lock);
    }
    if (asked_facts) {
        world_send(graph->world, app, facts);
    }
}

/* Whoever sends has looked first: a child's send button does not believe a hand that plays. */
static void look_first(Graph *graph, App *app, int kind)
{
    if (kind == ACT_SEND || kind == ACT_RETRY) {
        world_wait(graph->world, app, APP_CALM_REST_MS + 1);
    }
}

static void press(Graph *graph, int from, const Action *action)
{
    const GraphState *state = &graph->states[from];
    Arrival arrival = {from, state->place, action->id, action->kind, false};
    App next = *state->app;
    bool is_new = false;

    look_first(graph, &next, action->kind);
    world_act(graph->world, &next, action->kind, action->arg);
    demand_change(graph, from, &next, action);
    answer(graph, &next);
    check(action->kind > ACT_NONE && action->kind < ACT_COUNT);
    graph->followed[action->kind] = true;
    demand_step(graph, from, &next, action);
    if (mark_is_fresh(&next)) {
        world_wear(graph->world, &next, &graph->form);
    }
    if (same_form(graph, &next, state->app)) {
        is_new = arrive(graph, &arrival, &next);
    }
    demand_back(graph, from, &next, action->id, is_new);
}

static void event(Graph *graph, int from, const char *name, Msg msg, int64_t after_ms)
{
    const GraphState *state = &graph->states[from];
    Arrival arrival = {from, state->place, name, ACT_NONE, false};
    App next = *state->app;

    world_wait(graph->world, &next, after_ms);
    world_send(graph->world, &next, msg);
    answer(graph, &next);
    if (mark_is_fresh(&next)) {
        world_wear(graph->world, &next, &graph->form);
    }
    (void)arrive(graph, &arrival, &next);
}

static void type(Graph *graph, int from, const char *text)
{
    const GraphState *state = &graph->states[from];
    char step[GRAPH_STEP_BYTES_MAX];
    Arrival arrival = {from, state->place, step, ACT_NONE, true};
    App next = *state->app;

    snprintf(step, sizeof step, "type %.20s", text);
    for (const char *at = text; *at != '\0'; at++) {
        world_send(graph->world, &next,
                   (Msg){.kind = MSG_POINT, .point = (uint32_t)(unsigned char)*at});
    }
    (void)arrive(graph, &arrival, &next);
}

static void follow_staff(Graph *graph, int from)
{
    static const Msg right = {.kind = MSG_PIN, .pin = {true, true, 0, 3, 60}};
    static const Msg wrong = {.kind = MSG_PIN, .pin = {true, false, 0, 2, 60}};
    static const Msg locked = {.kind = MSG_PIN, .pin = {true, false, 60, 3, 300}};
    static const Msg bad = {.kind = MSG_STAFF,
                            .staff = {.store = MSG_STORE_DAMAGED,
                                      .store_error = "db.corrupt",
                                      .key_error = "keyring.signature",
                                      .contact_s = -1,
                                      .contact_error = "net.unreachable",
                                      .is_waiting = true,
                                      .is_refused = true,
                                      .oldest_s = 90000,
                                      .is_filling = true,
                                      .disk_free_mb = -1,
                                      .disk_mb = -1}};
    const AppStaff *staff = &graph->states[from].app->visitor.staff;

    if (staff->is_checking) {
        event(graph, from, "right PIN", right, 0);
        event(graph, from, "wrong PIN", wrong, 0);
        event(graph, from, "too many PINs", locked, 0);
    }
    if (app_place(graph->states[from].app)->screen == SCREEN_STAFF) {
        event(graph, from, "all is wrong", bad, 0);
    }
}

/* Saved or not, sooner or later. */
static void follow_sending(Graph *graph, int from)
{
    static const Msg nothing = {.kind = MSG_NONE};
    static const Msg saved = {.kind = MSG_SAVED, .saved = {"47291638", {10, 12, 0, 8}}};
    static const Msg failed = {.kind = MSG_SAVE_FAILED, .error = "disk.full"};

    event(graph, from, "saved", saved, 0);
    event(graph, from, "not saved", failed, 0);
    event(graph, from, "slow", nothing, SLOW_MS);
}

/* What happens by itself: the clock, and a kiosk that is flooded under a visitor. */
static void follow_events(Graph *graph, int from)
{
    static const Msg nothing = {.kind = MSG_NONE};
    const GraphState *state = &graph->states[from];
    const App *app = state->app;
    ScreenId screen = app_place(app)->screen;
    uint64_t quiet = (uint64_t)screen * WORLD_PLACES + (uint64_t)state->place;

    if (app->visitor.sending != APP_SENDING_NO) {
        follow_sending(graph, from);
    } else if (app->visitor.idle == APP_IDLE_WARNING) {
        event(graph, from, "nobody", nothing, (int64_t)APP_IDLE_WARN_S * MS_PER_S);
    } else if (table_add(&graph->warned, quiet, from)) {
        MsgStatus status = app->status;
        status.flooded = true;
        event(graph, from, "nobody here", nothing, (int64_t)APP_IDLE_HELP_S * MS_PER_S);
        event(graph, from, "flooded", (Msg){.kind = MSG_STATUS, .status = status}, 0);
    }
}

static void follow_typing(Graph *graph, int from)
{
    const GraphState *state = &graph->states[from];
    AppField field = state->app->visitor.typing.field;
    bool awake = state->app->visitor.idle == APP_IDLE_AWAKE;
    bool pin = app_place(state->app)->screen == SCREEN_STAFF_PIN;

    if ((field == APP_FIELD_NONE && !pin) || state->typed || !awake) {
        return;
    }
    const char *const *texts = pin ? KEYS_PIN : keys_for(field);
    for (int i = 0; texts[i] != NULL; i++) {
        type(graph, from, texts[i]);
    }
}

/* Language, letters, colours and low buttons change nothing but themselves, wherever one stands. */
static void change_form(Graph *graph, int from)
{
    static const Action changes[] = {{"another language", ACT_LANGUAGE, 1, false},
                                     {"larger letters", ACT_SIZE, TEXT_SIZE_175, false},
                                     {"other colours", ACT_THEME, LOOK_HC, false},
                                     {"low buttons", ACT_LOW, 1, false}};
    const AppVisitor *visitor = &graph->states[from].app->visitor;
    bool free_to = visitor->idle == APP_IDLE_AWAKE && visitor->sending == APP_SENDING_NO;

    for (size_t i = 0; free_to && i < sizeof changes / sizeof changes[0]; i++) {
        App next = *graph->states[from].app;
        world_act(graph->world, &next, changes[i].kind, changes[i].arg);
        demand_step(graph, from, &next, &changes[i]);
    }
}

static void expand(Graph *graph, int index)
{
    world_forget(graph->world);
    world_view(graph->world, graph->states[index].app);
    graph->nodes = mark_nodes(graph->world->ui);
    read_actions(graph);
    for (int i = 0; i < graph->offered_count; i++) {
        press(graph, index, &graph->offered[i]);
    }
    change_form(graph, index);
    follow_typing(graph, index);
    follow_events(graph, index);
    follow_staff(graph, index);
}

/* ---- no dead end ------------------------------------------------------------------------- */

/* From every state welcome can be reached without Stop en wis, by somebody who only taps. */
static void find_homes(Graph *graph)
{
    bool changed = true;

    for (int i = 0; i < graph->count; i++) {
        graph->states[i].goes_home = app_place(graph->states[i].app)->screen == SCREEN_WELCOME;
    }
    while (changed) {
        changed = false;
        for (int i = graph->edge_count - 1; i >= 0; i--) {
            GraphState *from = &graph->states[graph->edges[i].from];
            bool can = !from->goes_home && graph->states[graph->edges[i].to].goes_home;
            from->goes_home = from->goes_home || can;
            changed = changed || can;
        }
    }
    for (int i = 0; i < graph->count; i++) {
        demand(graph, graph->states[i].goes_home || !graph->states[i].followed, i, "no dead end",
               "welcome cannot be reached");
    }
}

Graph *graph_crawl(World *world, const WorldForm *form, int most)
{
    Graph *graph = calloc(1, sizeof *graph);

    check(graph != NULL);
    graph->world = world;
    graph->form = *form;
    graph->states = calloc(GRAPH_STATES_MAX, sizeof *graph->states);
    graph->edges = calloc(EDGES_MAX, sizeof *graph->edges);
    check(graph->states != NULL && graph->edges != NULL);
    for (int place = 0; place < WORLD_PLACES; place++) {
        App *fresh = world_visitor(world, &WORLD_PLACE[place], form);
        Arrival arrival = {-1, place, WORLD_PLACE[place].name, ACT_NONE, false};
        (void)arrive(graph, &arrival, fresh);
        free(fresh);
    }
    for (int i = 0; i < graph->count; i++) {
        if (graph->states[i].followed && graph->count < most) {
            expand(graph, i);
        }
    }
    if (graph->count < most) { /* a part of the kiosk says nothing about dead ends */
        find_homes(graph);
    }
    return graph;
}

void graph_free(Graph *graph)
{
    for (int i = 0; i < graph->count; i++) {
        free(graph->states[i].app);
    }
    table_free(&graph->bytes);
    table_free(&graph->actions);
    table_free(&graph->facts);
    table_free(&graph->words);
    table_free(&graph->variety);
    table_free(&graph->shapes);
    table_free(&graph->warned);
    free(graph->states);
    free(graph->edges);
    free(graph);
}
