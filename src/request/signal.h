/* signal.h - what parents and children tell without a name: an experience for policy, counts of a
 * week, and a fault in a page for the editor. Owns nothing. Never holds a moment finer than the
 * week, a name or a number; a signal is sealed like a request and held back before it is sent
 * (outbox.h).
 *
 * Payloads, one JSON object each:
 *   {"v":1,"t":"story","week":"2026-W48","who":"parent|child","lang":"nl","mood":1-5,
 *    "topic":[ids],"line":[ids of ready sentences],"text":"own words"}
 *   {"v":1,"t":"tally","week":"2026-W48","n":{"topic.thuiszitten":4}}
 *   {"v":1,"t":"fix","week":"2026-W48","who":"parent|child","lang":"nl",
 *    "page":"parent.opp","choice":"wrong|missing|unclear","text":"own words"}
 * week is "?" when the clock could not be trusted; what was not given is absent. */
#ifndef OKSP_SIGNAL_H
#define OKSP_SIGNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "err.h"
#include "request.h"
#include "when.h"

enum {
    SIGNAL_TEXT_POINTS_MAX = 300,
    SIGNAL_TEXT_BYTES_MAX = 4 * SIGNAL_TEXT_POINTS_MAX + 1,
    SIGNAL_LINES_MAX = 6,
    SIGNAL_MOOD_MAX = 5,
    SIGNAL_KEY_BYTES_MAX = 49,
    SIGNAL_COUNTS_MAX = 120
};

/* Plain data that can live in locked memory. All zero is an empty story of a parent. */
typedef struct SignalStory {
    char week[WHEN_WEEK_BYTES]; /* "" = not known */
    RequestWho who;
    char lang[REQUEST_LANG_BYTES_MAX];
    int mood; /* 1 (worst) to 5; 0 = not given */
    char topics[REQUEST_TOPICS_MAX][REQUEST_TOPIC_BYTES_MAX];
    int topic_count;
    char lines[SIGNAL_LINES_MAX][REQUEST_TOPIC_BYTES_MAX];
    int line_count;
    char text[SIGNAL_TEXT_BYTES_MAX];
} SignalStory;

/* Does it say anything (a face, a sentence or own words), within the limits? */
bool signal_story_is_whole(const SignalStory *story);

/* Write the payload into `out` (locked memory; REQUEST_JSON_BYTES_MAX is enough). Errors:
 * signal.bad, signal.memory; `out` is wiped then. */
bool signal_story_to_json(const SignalStory *story, char *out, size_t out_bytes, size_t *size,
                          Err *err);

/* What is the matter with a page; the words of the payload stand beside "choice" above. */
typedef enum SignalFault {
    SIGNAL_FAULT_NONE, /* not given */
    SIGNAL_FAULT_WRONG,
    SIGNAL_FAULT_MISSING,
    SIGNAL_FAULT_UNCLEAR,
    SIGNAL_FAULT_COUNT
} SignalFault;

/* Plain data that can live in locked memory. */
typedef struct SignalFix {
    char week[WHEN_WEEK_BYTES];        /* "" = not known */
    char page[SIGNAL_KEY_BYTES_MAX];   /* "parent.opp", "letters.tlv", "about" */
    char lang[REQUEST_LANG_BYTES_MAX]; /* the language the page was read in */
    RequestWho who;
    SignalFault fault;
    char text[SIGNAL_TEXT_BYTES_MAX];
} SignalFix;

/* Does it say which page and what is the matter (a choice or own words), within the limits? */
bool signal_fix_is_whole(const SignalFix *fix);

/* As signal_story_to_json. Errors: signal.bad, signal.memory. */
bool signal_fix_to_json(const SignalFix *fix, char *out, size_t out_bytes, size_t *size, Err *err);

typedef struct SignalCount {
    char key[SIGNAL_KEY_BYTES_MAX]; /* "topic.thuiszitten": lower case, digits, dot, hyphen */
    int64_t n;                      /* at least 1 */
} SignalCount;

typedef struct SignalTally {
    char week[WHEN_WEEK_BYTES]; /* "2026-W48", or "?" */
    SignalCount counts[SIGNAL_COUNTS_MAX];
    int count;
} SignalTally;

bool signal_key_is_valid(Str key);
bool signal_tally_to_json(const SignalTally *tally, char *out, size_t out_bytes, size_t *size,
                          Err *err);

#endif
