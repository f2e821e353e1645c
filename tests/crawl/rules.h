/* rules.h - what is asked of one laid out screen.
 * Owns the memory of the bar's slots. Measures the nodes as they stand, in millimetres, and does
 * not believe the layout's own flags; ui_check is asked as well. Never repairs. */
#ifndef OKSP_CRAWL_RULES_H
#define OKSP_CRAWL_RULES_H

#include "app.h"
#include "ui.h"

enum { RULES_ID_BYTES_MAX = 64, RULES_MEASURE_BYTES_MAX = 120, RULES_SLOTS_MAX = 16 };

/* Where a control of the bar stood the first time. */
typedef struct RulesSlot {
    char id[RULES_ID_BYTES_MAX];
    UiRect rect;
    bool child;
    uint64_t words; /* its icon and label */
} RulesSlot;

typedef struct RulesSlots {
    RulesSlot slots[RULES_SLOTS_MAX];
    int count;
} RulesSlots;

typedef struct RulesFault {
    const char *rule;
    char node[RULES_ID_BYTES_MAX];
    char measure[RULES_MEASURE_BYTES_MAX];
} RulesFault;

enum { RULES_FAULTS_MAX = 128 };

/* One screen being judged: faults are added to `faults`, every comparison counts. */
typedef struct Rules {
    const Ui *ui;
    const App *app;
    RulesSlots *slots;          /* of this form; NULL = not asked */
    bool covered[UI_NODES_MAX]; /* a veil lies over this node */
    RulesFault faults[RULES_FAULTS_MAX];
    int count;
    long asserted;
} Rules;

/* Everything below, one after another. */
void rules_judge(Rules *rules);

/* Note a comparison; when it is bad, a fault of `node` (UI_NONE: the screen) with what was
 * measured. */
void rules_demand(Rules *rules, bool good, const char *rule, int node, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

/* Find out which nodes a veil lies over; comes before judging. */
void rules_cover(Rules *rules);

/* Contrast that words of this node must have, times ten: 7:1, 4.5:1 when large and bold, 15:1 in
 * high contrast. */
int rules_contrast_x10(const Ui *ui, int node);

#endif
