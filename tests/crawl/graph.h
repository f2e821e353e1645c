/* graph.h - every state of the kiosk that can be reached from welcome, and how.
 * Owns the states. Follows actions and events, breadth first; judges only the steps themselves
 * (Terug, wiping, values kept), never a layout. */
#ifndef OKSP_CRAWL_GRAPH_H
#define OKSP_CRAWL_GRAPH_H

#include "mark.h"
#include "world.h"

enum { GRAPH_STEP_BYTES_MAX = 80, GRAPH_STATES_MAX = 20000 };

/* A visit worth keeping. `judged`: nothing before it looked like this, so layouts are judged on it;
 * `typical`: it is one of the first of its shape, the others only have more words of the same kind.
 * `followed`: nothing before it offered these actions here, so its actions are followed; the others
 * only differ in words. */
typedef struct GraphState {
    App *app;
    int place;                       /* row of WORLD_PLACE */
    int from;                        /* the state before it, -1 = a fresh kiosk */
    char step[GRAPH_STEP_BYTES_MAX]; /* what led here: an id, or an event */
    bool typed;                      /* came by typing: nothing more is typed after it */
    bool judged, typical, followed;
    bool goes_home; /* welcome can be reached */
} GraphState;

/* A step that does not do what it must. */
typedef struct GraphFault {
    int state;
    const char *rule;
    char what[GRAPH_STEP_BYTES_MAX];
} GraphFault;

enum { GRAPH_FAULTS_MAX = 400 };

typedef struct Graph Graph;

/* Crawl from welcome of every place, in this form, until `most` states are known. */
Graph *graph_crawl(World *world, const WorldForm *form, int most);
void graph_free(Graph *graph);

int graph_count(const Graph *graph);
const GraphState *graph_state(const Graph *graph, int index);

/* Steps that were followed, and things that were asked of them. */
int graph_steps(const Graph *graph);
int graph_asserted(const Graph *graph);

int graph_fault_count(const Graph *graph);
const GraphFault *graph_fault(const Graph *graph, int index);

/* Was this kind of action ever followed? */
bool graph_followed(const Graph *graph, int kind);

/* Number of states of this screen. */
int graph_visits(const Graph *graph, ScreenId screen);

/* "welcome.parent > home.call > ..." of a state, from welcome. */
void graph_path(const Graph *graph, int index, char *out, size_t out_bytes);

#endif
