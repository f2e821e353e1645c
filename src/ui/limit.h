/* limit.h - the numbers of reach, size, time and language load that every screen keeps.
 * Owns nothing and holds nothing but names: mm are on the glass, u are units of the theme, ms and s
 * are time. Sources: EN 301 549 V3.2.1 clauses 5 and 8, Section 508 402.4, ADA 308/707, WCAG 2.2,
 * Colle & Hiszem 2004 and Chourasia 2013 (target sizes), the settled flows of the product. */
#ifndef OKSP_LIMIT_H
#define OKSP_LIMIT_H

/* Sight, in micrometres where a millimetre is too coarse. */
enum {
    LIMIT_VIEW_MM = 600,          /* eye to glass, standing */
    LIMIT_CAP_MIN_UM = 4800,      /* smallest capital: 508 402.4, ADA 707.7.2 */
    LIMIT_CAP_BOLD_MIN_UM = 6000, /* bold capitals from here may have 4.5:1 */
    LIMIT_CAP_LARGE_UM = 7330,    /* the size that counts as large: 0.7 degrees at 600 mm */
    LIMIT_TEXT_MIN_U = 28,        /* no text under this size */
    LIMIT_FOCUS_RING_MM = 2
};

/* Contrast ratios times ten. */
enum {
    LIMIT_CONTRAST_TEXT_X10 = 70,
    LIMIT_CONTRAST_BOLD_X10 = 45,
    LIMIT_CONTRAST_SHAPE_X10 = 30,
    LIMIT_CONTRAST_HC_X10 = 150
};

/* Touch. */
enum {
    LIMIT_TARGET_MIN_MM = 20,    /* Colle & Hiszem 2004 */
    LIMIT_TARGET_BIG_MM = 30,    /* at 175 % text: Chourasia 2013 */
    LIMIT_KEY_SMALL_MM = 18,     /* keys, only on a panel narrower than the next line */
    LIMIT_PANEL_SMALL_MM = 300,  /* panel width under which keys may be smaller */
    LIMIT_GAP_MIN_MM = 3,        /* between targets */
    LIMIT_KEY_GAP_MIN_UM = 2500, /* between keys: NDA 1.3 */
    LIMIT_EXIT_GAP_MM = 15,      /* round the exit */
    LIMIT_EDGE_MM = 5,           /* no target nearer to the bezel */
    LIMIT_TAP_SLOP_U = 24,       /* a finger may drift this far and still activate */
    LIMIT_HIT_GROW_U = 12,       /* a hit rectangle is at most this much larger on each side */
    LIMIT_PALM_MM = 30,          /* a wider contact is a palm */
    LIMIT_HOLDOVER_MS = 400,     /* touches meant for the previous screen */
    LIMIT_HOLDOVER_MM = 30,
    LIMIT_BOUNCE_MS = 150,      /* contact bounce is one tap */
    LIMIT_SAME_TARGET_MS = 250, /* the same target again */
    LIMIT_SAME_TARGET_CALM_MS = 600,
    LIMIT_FEEDBACK_MS = 100,
    LIMIT_RESULT_MS = 500
};

/* Reach: nothing to be touched stands higher (EN 301 549 8.3; ADA advisory 308.1 for 5-8 years). */
enum { LIMIT_REACH_PARENT_MM = 1220, LIMIT_REACH_CHILD_MM = 1015, LIMIT_REACH_LOW_MM = 380 };

/* Time (flows: inactivity). */
enum {
    LIMIT_IDLE_READ_S = 120,
    LIMIT_IDLE_FORM_S = 180,
    LIMIT_IDLE_CHILD_S = 180,
    LIMIT_IDLE_HELP_S = 300,
    LIMIT_WARN_S = 60,
    LIMIT_CONFIRM_CLEAR_S = 45,
    LIMIT_SPEECH_STOP_MS = 200,
    LIMIT_SPEECH_START_MS = 300
};

/* Load on the reader. */
enum {
    LIMIT_CHOICES_MAX = 8,
    LIMIT_CHOICES_CHILD_MAX = 9,
    LIMIT_TAPS_TO_TOPIC_MAX = 3,
    LIMIT_TAPS_TO_HUMAN_MAX = 2,
    LIMIT_SENTENCE_WORDS_MAX = 15,
    LIMIT_SENTENCE_WORDS_CHILD_MAX = 10,
    LIMIT_LINE_CHARS_MAX = 60,
    LIMIT_SHORT_LABEL_CHARS_MAX = 16
};

#endif
