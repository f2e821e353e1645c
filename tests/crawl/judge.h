/* judge.h - every state in every form: shown, judged, and the pages it has there turned.
 * Owns the worlds, the painter and the report. */
#ifndef OKSP_CRAWL_JUDGE_H
#define OKSP_CRAWL_JUDGE_H

#include "form.h"
#include "graph.h"
#include "offer.h"
#include "pixels.h"
#include "report.h"

typedef struct Judge {
    World world;  /* what ships */
    World pseudo; /* the same with the two languages nobody speaks */
    Pixels pixels;
    Report report;
    Rules rules;
    long screens, asserted, painted;
    Offer *offers; /* what each state of the graph offers in the plain form; filled when asked */
    bool turned[ACT_COUNT]; /* kinds of actions that were followed in some form */
} Judge;

void judge_open(Judge *judge);
void judge_close(Judge *judge);

/* Judge the states of the graph in this form (always of the same graph): the typical ones all, of
 * the others every `rest_every`th; every `paint_every`th is painted as well. Both count from
 * `first`; 0 = none. */
typedef struct JudgeForm {
    WorldForm form;
    int rest_every, paint_every, first;
} JudgeForm;
void judge_form(Judge *judge, const Graph *graph, const JudgeForm *form);

/* The world of this form: the one with its language. */
World *judge_world(Judge *judge, const WorldForm *form);

#endif
