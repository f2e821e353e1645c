/* markup.h - what stands in braces and brackets inside a text: {fact:x}, {region:x}, [[word]].
 * Owns nothing: results lie in the source's arena. */
#ifndef OKSP_MARKUP_H
#define OKSP_MARKUP_H

#include "source.h"

enum { MARKUP_FACTS_MAX = 8 };

/* A text ready for the kiosk. */
typedef struct Markup {
    Str text;
    Span spans[CONTENT_SPANS_MAX];
    int span_count;
    Date hide_after;             /* earliest review date of a phone fact in it; year 0 = none */
    int facts[MARKUP_FACTS_MAX]; /* indices of facts used */
    int fact_count;
} Markup;

typedef enum MarkupFlags {
    MARKUP_PLAIN = 0,
    MARKUP_WORDS = 1,   /* [[words]] and bold are allowed */
    MARKUP_PATTERN = 2, /* other braces belong to message.h and stay as they are */
    MARKUP_QUIET = 4    /* report nothing: another pass already did */
} MarkupFlags;

/* Resolve `said` for a language. Problems (ref.*, mark) carry its place. */
Markup markup_resolve(Source *source, int language, Said said, MarkupFlags flags);

/* The spans as the pack stores them: "w 12 9 3;b 0 5". */
Str markup_spans(Source *source, const Markup *markup);

#endif
