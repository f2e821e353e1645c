/* build_topic.h - the rows of topics: heads, titles and lines. Owns nothing. */
#ifndef OKSP_BUILD_TOPIC_H
#define OKSP_BUILD_TOPIC_H

#include "source.h"
#include "table.h"

void build_topic_write(Source *source, Tables *tables);

/* "Leraar: praat met uw kind." into who and what; no head when there is no ": ". */
typedef struct Helper {
    Str head, text;
} Helper;
Helper build_topic_helper(Str line);

#endif
